/* Importing: what becomes of each file, in which order, and what survives. */
#include "desk.h"
#include "photo.h"

#include "import/count.h"
#include "import/import.h"

#include <fcntl.h>
#include <sys/stat.h>

#define PAGE                                                                                       \
    "A Truce in Sight | Asharq Al-awsat\nMedia ID: 55350159\n\nJohn Kerry (L) waits in Geneva, "   \
    "Switzerland, May 2, 2016. REUTERS/Denis Balibouse\n\nEnvoys told AFP that a truce is near.\n"

/* A catalog, a tree to import, and what the import told. */
typedef struct ground {
    desk desk;
    char tree[64];
    cut_buf told; /* a line for each file: result, path below the tree, findings, error */
    int cancel;
    unsigned cancel_after; /* files; 0 for never */
    uint64_t last_done, last_total, last_bytes, last_total_bytes;
    cutline_import_totals totals;
} ground;

static void start(ground *g)
{
    memset(g, 0, sizeof *g);
    desk_open(&g->desk);
    snprintf(g->tree, sizeof g->tree, "/tmp/cutline-tree-XXXXXX");
    assert_non_null(mkdtemp(g->tree));
    cut_buf_init(&g->told, 64 << 20);
}

static void stop(ground *g)
{
    char command[sizeof g->tree + 16];
    snprintf(command, sizeof command, "rm -rf '%s'", g->tree);
    assert_int_equal(system(command), 0);
    cut_buf_release(&g->told);
    desk_close(&g->desk);
}

static const char *below(const ground *g, const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", g->tree, name);
    return path;
}

static void put_file(const ground *g, const char *name, const void *bytes, size_t n)
{
    int fd = open(below(g, name), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), n);
    close(fd);
}

/* A photo whose image data differs by `number` and whose caption says so. */
static void put_photo(const ground *g, const char *name, unsigned number)
{
    char caption[64];
    cut_buf jpeg;
    snprintf(caption, sizeof caption, "Picture %u. REUTERS/Denis Balibouse", number);
    photo p = {.iim = {{2, 120, caption, 0}}};
    cut_buf_init(&jpeg, 1 << 20);
    photo_jpeg(&p, &jpeg);
    memcpy(jpeg.p + jpeg.n - 6, &(uint32_t){number & 0x3F3F3F3F}, 4);
    put_file(g, name, jpeg.p, jpeg.n);
    cut_buf_release(&jpeg);
}

static void on_file(const cutline_import_event *event, void *context)
{
    static const char *const names[] = {"added", "updated", "unchanged", "skipped", "failed"};
    ground *g = context;
    size_t skip = strncmp(event->path, g->tree, strlen(g->tree)) == 0 ? strlen(g->tree) + 1 : 0;
    cut_buf_printf(&g->told, "%s %s", names[event->result], event->path + skip);
    for (size_t i = 0; i < event->finding_count; i++)
        cut_buf_printf(&g->told, " [%s]", event->findings[i].code);
    assert_int_equal(event->result == CUTLINE_IMPORT_FAILED, event->error != NULL);
    if (event->error)
        cut_buf_printf(&g->told, " (%s)", cutline_status_name(event->error->status));
    cut_buf_char(&g->told, '\n');
    assert_int_equal(event->done, g->last_done + 1);
    g->last_done = event->done;
    g->last_total = event->total;
    g->last_bytes = event->done_bytes;
    g->last_total_bytes = event->total_bytes;
    if (g->cancel_after && event->done == g->cancel_after)
        g->cancel = 1;
}

static cutline_status run(ground *g, const char *path, cutline_import_options options)
{
    cut_buf_clear(&g->told);
    g->last_done = 0;
    g->cancel = 0;
    options.on_file = on_file;
    options.context = g;
    options.cancel = &g->cancel;
    return cutline_import(g->desk.catalog, &path, 1, &options, &g->totals, &g->desk.err);
}

static void import_tree(ground *g, cutline_import_options options)
{
    desk_check(&g->desk, run(g, g->tree, options));
}

static void each_file_has_its_result(void **state)
{
    (void)state;
    ground g;
    start(&g);
    put_photo(&g, "b.jpg", 1);
    put_file(&g, "a.txt", PAGE, strlen(PAGE));
    put_file(&g, "c.txt", "Shopping list\n", 14);
    put_file(&g, "d.jpg", "", 0);
    put_file(&g, "e.jpg", "not a photo", 11);
    put_file(&g, "f.doc", "x", 1);
    put_photo(&g, "g.txt", 2);
    const char *expected =
        "added a.txt\nadded b.jpg [picture-damaged]\nskipped c.txt [page-no-id]\n"
        "failed d.jpg (malformed)\nfailed e.jpg (unsupported)\n"
        "skipped f.doc\nadded g.txt [wrong-extension] [picture-damaged]\n";
    import_tree(&g, (cutline_import_options){.dry_run = true});
    assert_string_equal(g.told.p, expected);
    assert_int_equal(desk_stats(&g.desk).photos, 0);
    import_tree(&g, (cutline_import_options){0});
    assert_string_equal(g.told.p, expected);
    assert_int_equal(g.totals.added, 3);
    assert_int_equal(g.totals.skipped, 2);
    assert_int_equal(g.totals.failed, 2);
    assert_int_equal(g.last_done, 7);
    assert_int_equal(g.last_total, 7);
    assert_int_equal(desk_stats(&g.desk).pages, 1);
    assert_int_equal(desk_stats(&g.desk).files, 2);
    import_tree(&g, (cutline_import_options){0});
    assert_int_equal(g.totals.unchanged, 3);
    assert_int_equal(g.totals.added + g.totals.updated, 0);
    stop(&g);
}

static void named_files_are_known_by_content(void **state)
{
    (void)state;
    ground g;
    start(&g);
    put_file(&g, "page", PAGE, strlen(PAGE));
    put_photo(&g, "photo.bin", 1);
    put_file(&g, "list.txt", "Shopping list\n", 14);
    put_file(&g, "noise", "\1\2\3\4\5\6", 6);
    const struct {
        const char *name, *told;
    } cases[] = {
        {"page", "added page\n"},
        {"photo.bin", "added photo.bin [wrong-extension] [picture-damaged]\n"},
        {"list.txt", "failed list.txt [page-no-id] (not found)\n"},
        {"noise", "failed noise (unsupported)\n"},
        {"missing.jpg", "failed missing.jpg (io)\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char path[256];
        snprintf(path, sizeof path, "%s", below(&g, cases[i].name));
        desk_check(&g.desk, run(&g, path, (cutline_import_options){0}));
        assert_string_equal(g.told.p, cases[i].told);
    }
    desk_expect_credit(&g.desk, "55350159", "REUTERS/Denis Balibouse\n");
    stop(&g);
}

/* The same, file for file, with any number of workers. */
static void order_does_not_depend_on_workers(void **state)
{
    (void)state;
    char *first = NULL;
    for (unsigned jobs = 1; jobs <= 5; jobs += 2) {
        ground g;
        start(&g);
        for (unsigned i = 0; i < 1500; i++) {
            char name[32];
            snprintf(name, sizeof name, "%04u.%s", i, i % 7 == 3 ? "txt" : "jpg");
            if (i % 7 == 3)
                put_file(&g, name, PAGE, strlen(PAGE));
            else
                put_photo(&g, name, i);
        }
        import_tree(&g, (cutline_import_options){.jobs = jobs});
        assert_int_equal(g.totals.added, 1500);
        assert_int_equal(g.totals.failed, 0);
        assert_int_equal(desk_stats(&g.desk).files + desk_stats(&g.desk).pages, 1500);
        if (!first)
            first = strdup(g.told.p);
        assert_string_equal(g.told.p, first);
        stop(&g);
    }
    free(first);
}

static void hashes_are_completed_later(void **state)
{
    (void)state;
    ground g;
    start(&g);
    put_photo(&g, "a.jpg", 1);
    import_tree(&g, (cutline_import_options){.metadata_only = true});
    assert_string_equal(g.told.p, "added a.jpg\n");
    import_tree(&g, (cutline_import_options){.metadata_only = true});
    assert_string_equal(g.told.p, "unchanged a.jpg\n");
    import_tree(&g, (cutline_import_options){0});
    assert_string_equal(g.told.p, "updated a.jpg [picture-damaged]\n");
    import_tree(&g, (cutline_import_options){0});
    assert_string_equal(g.told.p, "unchanged a.jpg\n");
    put_photo(&g, "a.jpg", 123456);
    struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    assert_int_equal(utimensat(AT_FDCWD, below(&g, "a.jpg"), times, 0), 0);
    import_tree(&g, (cutline_import_options){.metadata_only = true});
    assert_string_equal(g.told.p, "updated a.jpg\n");
    stop(&g);
}

/* What was told is in the catalog, and the next run goes on behind it. */
static void cancelling_keeps_what_is_done(void **state)
{
    (void)state;
    ground g;
    start(&g);
    for (unsigned i = 0; i < 300; i++) {
        char name[32];
        snprintf(name, sizeof name, "%04u.jpg", i);
        put_photo(&g, name, i);
    }
    g.cancel_after = 120;
    assert_int_equal(run(&g, g.tree, (cutline_import_options){.jobs = 2}), CUTLINE_CANCELLED);
    uint64_t added = g.totals.added;
    assert_true(added >= 120 && added < 300);
    assert_int_equal(desk_stats(&g.desk).files, added);
    g.cancel_after = 0;
    import_tree(&g, (cutline_import_options){.jobs = 2});
    assert_int_equal(g.totals.unchanged, added);
    assert_int_equal(g.totals.added, 300 - added);
    stop(&g);
}

/* A page that names no ID any more says nothing any more. */
static void pages_can_be_emptied(void **state)
{
    (void)state;
    ground g;
    start(&g);
    put_file(&g, "a.txt", PAGE, strlen(PAGE));
    import_tree(&g, (cutline_import_options){0});
    assert_int_equal(desk_stats(&g.desk).photos, 1);
    put_file(&g, "a.txt", "Nothing here\n", 13);
    import_tree(&g, (cutline_import_options){0});
    assert_string_equal(g.told.p, "updated a.txt [page-no-id]\n");
    assert_int_equal(desk_stats(&g.desk).photos, 0);
    stop(&g);
}

static void no_paths_and_no_options(void **state)
{
    (void)state;
    ground g;
    start(&g);
    desk_check(&g.desk, cutline_import(g.desk.catalog, NULL, 0, NULL, NULL, &g.desk.err));
    import_tree(&g, (cutline_import_options){0}); /* an empty folder */
    assert_int_equal(g.last_done, 0);
    /* A dry run needs no catalog. */
    const char *tree = g.tree;
    put_photo(&g, "a.jpg", 1);
    cutline_import_options dry = {.dry_run = true};
    assert_int_equal(cut_import(NULL, &tree, 1, &dry, &g.totals, NULL), CUTLINE_OK);
    assert_int_equal(g.totals.added, 1);
    stop(&g);
}

static void files_are_counted_ahead(void **state)
{
    (void)state;
    ground g;
    start(&g);
    put_file(&g, "a.txt", PAGE, strlen(PAGE));
    put_file(&g, "b.jpg", "not a photo", 11);
    put_file(&g, "c.doc", "not looked at", 13);
    const char *tree = g.tree;
    cut_count count;
    cut_count_start(&count, &tree, 1);
    while (!atomic_load(&count.known))
        usleep(1000);
    cut_count_stop(&count);
    assert_int_equal(count.files, 3);
    assert_int_equal(count.bytes, strlen(PAGE) + 11);
    import_tree(&g, (cutline_import_options){.count_ahead = true});
    assert_int_equal(g.last_done, 3);
    assert_int_equal(g.last_total, 3);
    assert_int_equal(g.last_bytes, strlen(PAGE) + 11);
    assert_int_equal(g.last_total_bytes, strlen(PAGE) + 11);
    stop(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_file_has_its_result),
        cmocka_unit_test(named_files_are_known_by_content),
        cmocka_unit_test(order_does_not_depend_on_workers),
        cmocka_unit_test(hashes_are_completed_later),
        cmocka_unit_test(cancelling_keeps_what_is_done),
        cmocka_unit_test(pages_can_be_emptied),
        cmocka_unit_test(no_paths_and_no_options),
        cmocka_unit_test(files_are_counted_ahead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
