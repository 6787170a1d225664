/* Finding the files to import. */
#include "unit.h"

#include "import/scan.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[64];

static int make_root(void **state)
{
    (void)state;
    snprintf(root, sizeof root, "/tmp/cutline-scan-XXXXXX");
    return mkdtemp(root) && chdir(root) == 0 ? 0 : -1;
}

static int remove_root(void **state)
{
    (void)state;
    char command[sizeof root * 2 + 32];
    snprintf(command, sizeof command, "chmod -R u+rwx '%s' && rm -rf '%s'", root, root);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void make_file(const char *name)
{
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "x", 1), 1);
    close(fd);
}

static void make_folder(const char *name)
{
    assert_int_equal(mkdir(name, 0700), 0);
}

/* Everything the scan hands out, as "kind:path" lines, paths without the root. */
static const char *scanned(const char *const *paths, size_t count)
{
    static const char *const kinds[] = {"photo",   "page",    "list",  "feed",
                                        "unknown", "skipped", "failed"};
    static char out[4096];
    cut_scan *scan;
    cut_scan_entry entry;
    cutline_error err = {0};
    size_t n = 0;
    out[0] = '\0';
    assert_int_equal(cut_scan_open(paths, count, &scan, NULL), CUTLINE_OK);
    while (cut_scan_next(scan, &entry, &err)) {
        size_t skip = strncmp(entry.path, root, strlen(root)) == 0 ? strlen(root) + 1 : 0;
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s:%s\n", entry.named ? "named " : "",
                              kinds[entry.kind], entry.path + skip);
        if (entry.kind == CUT_SCAN_FAILED)
            assert_int_equal(err.status, CUTLINE_IO);
        if (entry.kind == CUT_SCAN_PHOTO || entry.kind == CUT_SCAN_PAGE) {
            assert_int_equal(entry.size, 1);
            assert_true(entry.mtime_ns > 0);
        }
    }
    cut_scan_close(scan);
    return out;
}

static void folders_in_byte_order(void **state)
{
    (void)state;
    make_folder("a");
    make_folder("a/sub");
    make_folder("a/empty");
    make_file("a/b.jpg");
    make_file("a/B.JPEG");
    make_file("a/sub/z.jpg");
    make_file("a/sub/page.txt");
    make_file("a/page.html");
    make_file("a/list.csv");
    make_file("a/readme.md");
    make_file("a/noextension");
    const char *paths[] = {"a"};
    assert_string_equal(scanned(paths, 1), "photo:a/B.JPEG\n"
                                           "photo:a/b.jpg\n"
                                           "list:a/list.csv\n"
                                           "skipped:a/noextension\n"
                                           "page:a/page.html\n"
                                           "skipped:a/readme.md\n"
                                           "page:a/sub/page.txt\n"
                                           "photo:a/sub/z.jpg\n");
}

static void named_paths_keep_their_order(void **state)
{
    (void)state;
    make_file("z.jpg");
    make_file("x");
    make_folder("d");
    make_file("d/y.jpg");
    const char *paths[] = {"z.jpg", "missing.jpg", "./d/../x", "d", root};
    char want[512];
    snprintf(want, sizeof want,
             "named photo:z.jpg\nnamed failed:missing.jpg\nnamed unknown:x\nphoto:d/y.jpg\n"
             "photo:d/y.jpg\nskipped:x\nphoto:z.jpg\n");
    assert_string_equal(scanned(paths, 5), want);
}

static void hidden_and_linked_folders(void **state)
{
    (void)state;
    make_folder("tree");
    make_folder("tree/.hidden");
    make_file("tree/.hidden/a.jpg");
    make_file("tree/._b.jpg");
    make_folder("outside");
    make_file("outside/c.jpg");
    assert_int_equal(symlink("../outside", "tree/link"), 0);
    assert_int_equal(symlink("../outside/c.jpg", "tree/linked.jpg"), 0);
    assert_int_equal(symlink("nowhere.jpg", "tree/dangling.jpg"), 0);
    assert_int_equal(symlink("nowhere", "tree/dangling.dat"), 0);
    assert_int_equal(symlink("tree", "alias"), 0);
    assert_int_equal(mkfifo("tree/pipe.jpg", 0600), 0);
    const char *paths[] = {"alias"};
    assert_string_equal(scanned(paths, 1), "skipped:alias/dangling.dat\n"
                                           "failed:alias/dangling.jpg\n"
                                           "photo:alias/linked.jpg\n"
                                           "skipped:alias/pipe.jpg\n");
}

static void unreadable_folders_do_not_stop_the_scan(void **state)
{
    (void)state;
    make_folder("open");
    make_folder("open/closed");
    make_file("open/z.jpg");
    assert_int_equal(chmod(root, 0755) | chmod("open", 0755) | chmod("open/closed", 0), 0);
    /* Root may read everything: be somebody else. */
    bool is_root = geteuid() == 0;
    assert_true(!is_root || seteuid(65534) == 0);
    const char *paths[] = {"open"};
    assert_string_equal(scanned(paths, 1), "failed:open/closed\nphoto:open/z.jpg\n");
    assert_true(!is_root || seteuid(0) == 0);
}

static void sidecars_belong_to_their_photo(void **state)
{
    (void)state;
    make_folder("s");
    make_file("s/a.jpg");
    make_file("s/a.xmp");
    make_file("s/b.jpg");
    make_file("s/b.jpg.xmp");
    make_file("s/c.xmp");
    make_file("s/d.txt");
    make_file("s/d.xmp");
    make_file("s/e1.jpg");
    make_file("s/e.xmp");
    const char *paths[] = {"s"};
    const char *want = "photo:s/a.jpg\nskipped:s/a.xmp\nphoto:s/b.jpg\nskipped:s/b.jpg.xmp\n"
                       "photo:s/c.xmp\npage:s/d.txt\nphoto:s/d.xmp\nphoto:s/e.xmp\n"
                       "photo:s/e1.jpg\n";
    assert_string_equal(scanned(paths, 1), want);
    const char *named[] = {"s/a.xmp"};
    assert_string_equal(scanned(named, 1), "named photo:s/a.xmp\n");
}

static void depth_is_bounded(void **state)
{
    (void)state;
    char path[1024] = "deep";
    make_folder(path);
    for (size_t n = 4; n < 600; n += 2) {
        memcpy(path + n, "/d", 3);
        make_folder(path);
    }
    const char *paths[] = {"deep"};
    assert_int_equal(strncmp(scanned(paths, 1), "failed:deep/d/d", 15), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(folders_in_byte_order, make_root, remove_root),
        cmocka_unit_test_setup_teardown(named_paths_keep_their_order, make_root, remove_root),
        cmocka_unit_test_setup_teardown(hidden_and_linked_folders, make_root, remove_root),
        cmocka_unit_test_setup_teardown(unreadable_folders_do_not_stop_the_scan, make_root,
                                        remove_root),
        cmocka_unit_test_setup_teardown(sidecars_belong_to_their_photo, make_root, remove_root),
        cmocka_unit_test_setup_teardown(depth_is_bounded, make_root, remove_root),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
