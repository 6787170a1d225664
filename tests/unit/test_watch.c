/* Watching folders: what is taken, when, and what is not missed. Waits end when what is waited for
 * has happened; only a fault makes a test take its whole time. */
#include "desk.h"
#include "photo.h"

#include "base/thread.h"

#include <cutline/import.h>
#include <fcntl.h>
#include <sys/stat.h>

#define ENOUGH_MS 20000
#define TOLD 65536

/* A watch in a thread of its own, which alone uses the catalog; what it tells comes through a
 * queue, as "RESULT NAME" or "news NAME". */
typedef struct ground {
    desk desk;
    char tree[64];   /* watched */
    char beside[64]; /* not watched, on the same file system */
    cut_thread thread;
    cut_queue told;
    int cancel;
    volatile bool hold; /* on_file does not return */
    cutline_import_totals totals;
    cutline_status status;
    cutline_error err;
} ground;

static void tell(ground *g, const char *what, const char *path)
{
    char *line;
    const char *slash = path ? strrchr(path, '/') : NULL;
    assert_true(asprintf(&line, "%s %s", what, slash ? slash + 1 : "") > 0);
    assert_true(cut_queue_try_push(&g->told, line));
}

static void on_file(const cutline_import_event *event, void *context)
{
    static const char *const names[] = {"added",  "updated", "unchanged", "skipped",
                                        "failed", "moved",   "missing"};
    ground *g = context;
    tell(g, names[event->result], event->path);
    while (g->hold)
        usleep(1000);
}

static void on_news(const cutline_watch_event *event, void *context)
{
    static const char *const names[] = {"ready", "retry", "lost", "gone", "blind", "catalog"};
    tell(context, names[event->news], event->path);
}

static void *run(void *context)
{
    ground *g = context;
    const char *path = g->tree;
    const cutline_watch_options options = {
        .import = {.on_file = on_file, .context = g, .cancel = &g->cancel},
        .on_news = on_news,
        .context = g};
    g->status = cutline_watch(g->desk.catalog, &path, 1, &options, &g->totals, &g->err);
    return NULL;
}

static void prepare(ground *g)
{
    memset(g, 0, sizeof *g);
    desk_open(&g->desk);
    snprintf(g->tree, sizeof g->tree, "/tmp/cutline-watch-XXXXXX");
    snprintf(g->beside, sizeof g->beside, "/tmp/cutline-beside-XXXXXX");
    assert_non_null(mkdtemp(g->tree));
    assert_non_null(mkdtemp(g->beside));
    assert_true(cut_queue_init(&g->told, TOLD));
}

/* The next line that the watch tells, to be freed; NULL if none comes in time. */
static char *next_line(ground *g, int milliseconds)
{
    void *line;
    return cut_queue_pop(&g->told, milliseconds, &line) == CUT_POP_ITEM ? line : NULL;
}

/* Waits for a line; others before it are passed over. */
static void expect(ground *g, const char *wanted)
{
    long long end = cut_milliseconds() + ENOUGH_MS;
    for (;;) {
        long long left = end - cut_milliseconds();
        char *line = left > 0 ? next_line(g, (int)left) : NULL;
        if (!line)
            fail_msg("the watch did not tell: %s", wanted);
        bool found = strcmp(line, wanted) == 0;
        free(line);
        if (found)
            return;
    }
}

/* The next line must be this one. */
static void expect_next(ground *g, const char *wanted)
{
    char *line = next_line(g, ENOUGH_MS);
    assert_non_null(line);
    assert_string_equal(line, wanted);
    free(line);
}

static void expect_nothing(ground *g, int milliseconds)
{
    char *line = next_line(g, milliseconds);
    if (line)
        fail_msg("the watch told: %s", line);
}

static void watch(ground *g)
{
    g->cancel = 0;
    assert_true(cut_thread_start(&g->thread, run, g));
    expect(g, "ready ");
}

static void end_watch(ground *g)
{
    g->cancel = 1;
    cut_thread_join(g->thread);
    assert_int_equal(g->status, CUTLINE_CANCELLED);
}

static void start(ground *g)
{
    prepare(g);
    watch(g);
}

static void stop(ground *g)
{
    char command[2 * sizeof g->tree + 32], *line;
    end_watch(g);
    snprintf(command, sizeof command, "rm -rf '%s' '%s'", g->tree, g->beside);
    assert_int_equal(system(command), 0);
    while ((line = next_line(g, 0)) != NULL)
        free(line);
    cut_queue_release(&g->told);
    desk_close(&g->desk);
}

static const char *in(const char *folder, const char *name)
{
    static char paths[4][256];
    static unsigned at;
    char *path = paths[at++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

/* Bytes of a photo whose image data differs by number. */
static cut_buf make_photo(unsigned number)
{
    cut_buf jpeg;
    photo p = {.iim = {{2, 120, "A picture. REUTERS/Denis Balibouse", 0}}};
    cut_buf_init(&jpeg, 1 << 20);
    photo_jpeg(&p, &jpeg);
    /* Bytes of image data, none of which can look like a marker. */
    const uint8_t tail[] = {(uint8_t)(number & 63), (uint8_t)(number >> 6 & 63), 0, 0};
    memcpy(jpeg.p + jpeg.n - 6, tail, sizeof tail);
    return jpeg;
}

static void put_bytes(const char *path, const void *bytes, size_t n, int flags)
{
    int fd = open(path, O_WRONLY | O_CREAT | flags, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), n);
    assert_int_equal(close(fd), 0);
}

static void put_photo(const char *path, unsigned number)
{
    cut_buf jpeg = make_photo(number);
    put_bytes(path, jpeg.p, jpeg.n, O_TRUNC);
    cut_buf_release(&jpeg);
}

static void what_is_there_is_taken_first(void **state)
{
    (void)state;
    ground g;
    prepare(&g);
    put_photo(in(g.tree, "old.jpg"), 1);
    put_bytes(in(g.tree, "notes.doc"), "x", 1, 0);
    const struct timespec long_ago[2] = {{1500000000, 0}, {1500000000, 0}};
    assert_int_equal(utimensat(AT_FDCWD, in(g.tree, "old.jpg"), long_ago, 0), 0);
    assert_true(cut_thread_start(&g.thread, run, &g));
    expect_next(&g, "added old.jpg");
    expect_next(&g, "ready ");
    stop(&g);
    assert_int_equal(g.totals.added, 1);
}

static void a_photo_is_findable_soon(void **state)
{
    (void)state;
    ground g;
    start(&g);
    long long began = cut_milliseconds();
    put_photo(in(g.tree, "a.jpg"), 1);
    expect_next(&g, "added a.jpg");
    long long took = cut_milliseconds() - began;
    print_message("complete to told: %lld ms\n", took);
    assert_true(took < 5000);
    /* What is told is there for others. */
    cutline_catalog *other;
    cutline_stats stats;
    desk_check(&g.desk, cutline_catalog_open(g.desk.path, CUTLINE_OPEN_READ, &other, &g.desk.err));
    desk_check(&g.desk, cutline_catalog_stats(other, &stats, &g.desk.err));
    assert_int_equal(stats.photos, 1);
    cutline_catalog_close(other);
    stop(&g);
}

static void a_slow_writer_is_waited_for(void **state)
{
    (void)state;
    ground g;
    cut_buf jpeg = make_photo(1);
    start(&g);
    int fd = open(in(g.tree, "slow.jpg"), O_WRONLY | O_CREAT, 0600);
    assert_true(fd >= 0);
    size_t piece = jpeg.n / 4 + 1;
    for (size_t at = 0; at < jpeg.n; at += piece) {
        size_t n = jpeg.n - at < piece ? jpeg.n - at : piece;
        assert_int_equal(write(fd, jpeg.p + at, n), n);
        expect_nothing(&g, 400);
    }
    expect_nothing(&g, 800);
    close(fd);
    expect_next(&g, "added slow.jpg");
    stop(&g);
    cut_buf_release(&jpeg);
}

static void uploads_are_taken_by_their_real_name(void **state)
{
    (void)state;
    static const char *const names[] = {"a.jpg.part", "b.tmp",      ".c.jpg",
                                        "d.jpg~",     "e.filepart", "~f.jpg"};
    ground g;
    char told[32], real[16];
    start(&g);
    for (unsigned i = 0; i < 6; i++)
        put_photo(in(g.tree, names[i]), i);
    expect_nothing(&g, 500);
    for (unsigned i = 0; i < 6; i++) {
        snprintf(real, sizeof real, "%u.jpg", i);
        snprintf(told, sizeof told, "added %s", real);
        assert_int_equal(rename(in(g.tree, names[i]), in(g.tree, real)), 0);
        expect_next(&g, told);
    }
    stop(&g);
}

static void folders_moved_in_are_searched(void **state)
{
    (void)state;
    ground g;
    start(&g);
    assert_int_equal(mkdir(in(g.beside, "card"), 0700), 0);
    assert_int_equal(mkdir(in(g.beside, "card/DCIM"), 0700), 0);
    put_photo(in(g.beside, "card/DCIM/1.jpg"), 1);
    assert_int_equal(rename(in(g.beside, "card"), in(g.tree, "card")), 0);
    expect(&g, "added 1.jpg");
    put_photo(in(g.tree, "card/DCIM/2.jpg"), 2);
    expect(&g, "added 2.jpg");
    /* Within the tree: it is watched by its new name, and known to be the same. */
    assert_int_equal(rename(in(g.tree, "card"), in(g.tree, "day")), 0);
    put_photo(in(g.tree, "day/DCIM/3.jpg"), 3);
    expect(&g, "added 3.jpg");
    /* Moved out, it is no longer watched. */
    assert_int_equal(rename(in(g.tree, "day"), in(g.beside, "gone")), 0);
    expect(&g, "missing 3.jpg");
    put_photo(in(g.beside, "gone/DCIM/4.jpg"), 4);
    expect_nothing(&g, 500);
    stop(&g);
}

static void folders_made_in_a_hurry_are_not_missed(void **state)
{
    (void)state;
    ground g;
    char name[32];
    start(&g);
    for (unsigned i = 0; i < 50; i++) {
        snprintf(name, sizeof name, "d%u", i);
        assert_int_equal(mkdir(in(g.tree, name), 0700), 0);
        snprintf(name, sizeof name, "d%u/e", i);
        assert_int_equal(mkdir(in(g.tree, name), 0700), 0);
        snprintf(name, sizeof name, "d%u/e/%u.jpg", i, i);
        put_photo(in(g.tree, name), i);
    }
    for (unsigned i = 0; i < 50; i++)
        free(next_line(&g, ENOUGH_MS));
    expect_nothing(&g, 300);
    stop(&g);
    assert_int_equal(g.totals.added, 50);
}

static void a_burst_is_taken_whole(void **state)
{
    (void)state;
    enum { BURST = 2000 };
    ground g;
    char name[32];
    start(&g);
    for (unsigned i = 0; i < BURST; i++) {
        snprintf(name, sizeof name, "%04u.jpg", i);
        put_photo(in(g.tree, name), i);
    }
    for (unsigned i = 0; i < BURST; i++)
        free(next_line(&g, ENOUGH_MS));
    expect_nothing(&g, 300);
    stop(&g);
    assert_int_equal(g.totals.added, BURST);
    assert_int_equal(g.totals.failed, 0);
}

/* Events that the kernel keeps for a watch; 0 if that cannot be read. */
static unsigned long queue_size(void)
{
    unsigned long n = 0;
    char text[32] = "";
    FILE *f = fopen("/proc/sys/fs/inotify/max_queued_events", "r");
    if (f && fgets(text, sizeof text, f))
        n = strtoul(text, NULL, 10);
    if (f)
        fclose(f);
    return n;
}

static void lost_notices_lose_no_photo(void **state)
{
    (void)state;
    ground g;
    unsigned long most = queue_size();
    if (most == 0 || most > 100000) {
        print_message("the kernel keeps %lu events: too many to overflow\n", most);
        skip();
    }
    start(&g);
    g.hold = true;
    put_photo(in(g.tree, "first.jpg"), 1);
    expect_next(&g, "added first.jpg"); /* and now the watch is held */
    const char *scratch = in(g.tree, "scratch");
    for (unsigned long i = 0; i < most; i++) { /* two events each: made and deleted */
        put_bytes(scratch, "x", 1, 0);
        unlink(scratch);
    }
    put_photo(in(g.tree, "last.jpg"), 2);
    g.hold = false;
    expect_next(&g, "lost ");
    expect(&g, "added last.jpg");
    stop(&g);
}

static void a_restart_takes_what_came_meanwhile(void **state)
{
    (void)state;
    ground g;
    start(&g);
    put_photo(in(g.tree, "a.jpg"), 1);
    put_photo(in(g.tree, "b.jpg"), 2);
    expect(&g, "added b.jpg");
    end_watch(&g);
    put_photo(in(g.tree, "c.jpg"), 3);
    unlink(in(g.tree, "a.jpg"));
    g.cancel = 0;
    assert_true(cut_thread_start(&g.thread, run, &g));
    expect(&g, "missing a.jpg");
    expect(&g, "added c.jpg");
    stop(&g);
    assert_int_equal(g.totals.added, 1);
    assert_int_equal(g.totals.unchanged, 1);
}

static void failures_are_tried_again(void **state)
{
    (void)state;
    ground g;
    start(&g);
    put_bytes(in(g.tree, "a.jpg"), "not a photo", 11, 0);
    expect_next(&g, "retry a.jpg");
    /* Mended without a word to the watch: the next try finds it. */
    int fd = open(in(g.tree, "a.jpg"), O_RDWR);
    assert_true(fd >= 0);
    cut_buf jpeg = make_photo(1);
    assert_int_equal(write(fd, jpeg.p, jpeg.n), jpeg.n);
    expect(&g, "added a.jpg");
    expect_nothing(&g, 300);
    close(fd);
    cut_buf_release(&jpeg);
    stop(&g);
    assert_int_equal(g.totals.failed, 0);
}

static void links_and_sidecars_count(void **state)
{
    (void)state;
    static const char xmp[] =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
        "xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' photoshop:Headline='Beside'/>"
        "</rdf:RDF></x:xmpmeta>";
    ground g;
    start(&g);
    put_photo(in(g.beside, "a.jpg"), 1);
    assert_int_equal(link(in(g.beside, "a.jpg"), in(g.tree, "a.jpg")), 0);
    expect_next(&g, "added a.jpg");
    put_photo(in(g.beside, "b.jpg"), 2);
    assert_int_equal(symlink(in(g.beside, "b.jpg"), in(g.tree, "b.jpg")), 0);
    expect_next(&g, "added b.jpg");
    put_bytes(in(g.tree, "a.xmp"), xmp, sizeof xmp - 1, 0);
    expect_next(&g, "updated a.jpg");
    stop(&g);
}

static void a_folder_that_goes_is_looked_for(void **state)
{
    (void)state;
    ground g;
    start(&g);
    char told[80];
    snprintf(told, sizeof told, "gone %s", strrchr(g.tree, '/') + 1);
    assert_int_equal(rmdir(g.tree), 0);
    expect_next(&g, told);
    assert_int_equal(mkdir(g.tree, 0700), 0);
    put_photo(in(g.tree, "back.jpg"), 1);
    expect_next(&g, "added back.jpg");
    stop(&g);
}

static void wrong_calls_are_refused(void **state)
{
    (void)state;
    ground g;
    int cancel = 0;
    prepare(&g);
    const char *file = in(g.tree, "a.jpg"), *nothing = "/nonexistent/folder", *tree = g.tree;
    put_photo(file, 1);
    cutline_watch_options options = {.import = {.cancel = &cancel}};
    assert_int_equal(cutline_watch(g.desk.catalog, &file, 1, &options, NULL, &g.err),
                     CUTLINE_BAD_ARGUMENT);
    assert_int_equal(cutline_watch(g.desk.catalog, &nothing, 1, &options, NULL, &g.err),
                     CUTLINE_IO);
    assert_int_equal(cutline_watch(g.desk.catalog, &tree, 0, &options, NULL, &g.err),
                     CUTLINE_BAD_ARGUMENT);
    assert_int_equal(cutline_watch(NULL, &tree, 1, &options, NULL, &g.err), CUTLINE_BAD_ARGUMENT);
    options.import.dry_run = true;
    assert_int_equal(cutline_watch(g.desk.catalog, &tree, 1, &options, NULL, &g.err),
                     CUTLINE_BAD_ARGUMENT);
    options.import = (cutline_import_options){.cancel = NULL};
    assert_int_equal(cutline_watch(g.desk.catalog, &tree, 1, &options, NULL, &g.err),
                     CUTLINE_BAD_ARGUMENT);
    watch(&g);
    stop(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_there_is_taken_first),
        cmocka_unit_test(a_photo_is_findable_soon),
        cmocka_unit_test(a_slow_writer_is_waited_for),
        cmocka_unit_test(uploads_are_taken_by_their_real_name),
        cmocka_unit_test(folders_moved_in_are_searched),
        cmocka_unit_test(folders_made_in_a_hurry_are_not_missed),
        cmocka_unit_test(a_burst_is_taken_whole),
        cmocka_unit_test(lost_notices_lose_no_photo),
        cmocka_unit_test(a_restart_takes_what_came_meanwhile),
        cmocka_unit_test(failures_are_tried_again),
        cmocka_unit_test(links_and_sidecars_count),
        cmocka_unit_test(a_folder_that_goes_is_looked_for),
        cmocka_unit_test(wrong_calls_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
