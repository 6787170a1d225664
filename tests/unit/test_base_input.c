/* Bounded reader, source, paths, errors. */
#include "source_file.h"

#include "base/path.h"
#include "base/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const uint8_t bytes[] = {0x01, 0x02, 0x03, 0x04, 0x05};

static void reader_knows_both_byte_orders(void **state)
{
    (void)state;
    cut_reader r = cut_reader_over((cut_view){bytes, 5}, 0, "IIM", "a.jpg", NULL);
    assert_int_equal(cut_read_u16be(&r), 0x0102);
    assert_int_equal(cut_read_u16le(&r), 0x0403);
    cut_read_seek(&r, 0);
    r.big_endian = true;
    assert_int_equal(cut_read_u32(&r), 0x01020304);
    assert_int_equal(cut_reader_left(&r), 1);
}

static void reader_names_file_and_byte_once(void **state)
{
    (void)state;
    cutline_error err;
    char text[256];
    cutline_error_clear(&err);
    cut_reader r = cut_reader_over((cut_view){bytes, 5}, 100, "IIM", "a.jpg", &err);
    cut_read_skip(&r, 3);
    assert_int_equal(cut_read_u32be(&r), 0);
    assert_false(cut_reader_ok(&r));
    assert_int_equal(cut_read_u8(&r), 0);
    assert_string_equal(cutline_error_text(&err, text, sizeof text),
                        "a.jpg: byte 103: IIM: 4 bytes wanted, 2 left");
    assert_int_equal(err.status, CUTLINE_MALFORMED);
}

static void reader_matches_only_whole_magic(void **state)
{
    (void)state;
    cut_reader r = cut_reader_over((cut_view){(const uint8_t *)"8BIMx", 5}, 0, "IRB", NULL, NULL);
    assert_false(cut_read_match(&r, CUT_STR("8BPS")));
    assert_true(cut_read_match(&r, CUT_STR("8BIM")));
    assert_false(cut_read_match(&r, CUT_STR("xy")));
    assert_true(cut_reader_ok(&r));
    assert_int_equal(r.at, 4);
}

/* A file longer than the head that is read at once; byte i is i mod 251. */
static void write_long_file(const char *path, size_t size)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    for (size_t i = 0; i < size; i++)
        assert_int_not_equal(fputc((int)(i % 251), f), EOF);
    assert_int_equal(fclose(f), 0);
}

static void source_reads_head_tail_and_across(void **state)
{
    (void)state;
    char path[] = "/tmp/cutline-source-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    const size_t size = CUT_SOURCE_HEAD + 1000;
    write_long_file(path, size);
    cut_arena a;
    cut_arena_init(&a, 1 << 20);
    cut_source s;
    cut_view v;
    cutline_error err;
    assert_int_equal(cut_source_open(&s, path, &a, &err), CUTLINE_OK);
    static const size_t places[] = {0, CUT_SOURCE_HEAD + 980, CUT_SOURCE_FIRST - 10,
                                    CUT_SOURCE_FIRST + 100, CUT_SOURCE_HEAD - 10};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        assert_int_equal(cut_source_view(&s, places[i], 20, "test", &v, &err), CUTLINE_OK);
        for (size_t k = 0; k < 20; k++)
            assert_int_equal(v.p[k], (places[i] + k) % 251);
    }
    assert_int_equal(cut_source_view(&s, size - 5, 20, "APP1", &v, &err), CUTLINE_MALFORMED);
    assert_int_equal(err.offset, size - 5);
    assert_string_equal(err.file, path);
    assert_int_equal(cut_source_peek(&s, size - 5, 20, &v, &err), CUTLINE_OK);
    assert_int_equal(v.n, 5);
    /* The file gets shorter while it is open. */
    assert_int_equal(truncate(path, (off_t)CUT_SOURCE_HEAD + 100), 0);
    assert_int_equal(cut_source_view(&s, CUT_SOURCE_HEAD + 50, 100, "APP1", &v, &err), CUTLINE_IO);
    cut_source_close(&s);
    cut_arena_release(&a);
    unlink(path);
}

static void source_keeps_all_where_it_is_asked_to(void **state)
{
    (void)state;
    static const size_t sizes[] = {10, CUT_SOURCE_FIRST, CUT_SOURCE_HEAD + 1000, CUT_SOURCE_WHOLE,
                                   CUT_SOURCE_WHOLE + 1};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t size = sizes[i];
        cut_arena a;
        cut_source s;
        uint8_t *content = test_malloc(size), last[2];
        for (size_t k = 0; k < size; k++)
            content[k] = (uint8_t)(k % 251);
        cut_arena_init(&a, 2 * CUT_SOURCE_WHOLE);
        source_of_file(&s, (cut_view){content, size}, &a);
        assert_int_equal(cut_source_held(&s, 1).n,
                         (size < CUT_SOURCE_FIRST ? size : CUT_SOURCE_FIRST) - 1);
        cut_source_keep_all(&s);
        cut_view held = cut_source_held(&s, 1);
        assert_int_equal(held.n, (size <= CUT_SOURCE_WHOLE ? size : CUT_SOURCE_FIRST) - 1);
        assert_memory_equal(held.p, content + 1, held.n);
        assert_int_equal(cut_source_held(&s, size).n, 0);
        assert_int_equal(cut_source_read(&s, size - 2, last, 2, &held.n, NULL), CUTLINE_OK);
        assert_memory_equal(last, content + size - 2, 2);
        cut_source_close(&s);
        cut_arena_release(&a);
        test_free(content);
    }
}

/* Without memory for all, it is read in pieces. */
static void source_does_without_keeping_all(void **state)
{
    (void)state;
    static const uint8_t content[CUT_SOURCE_HEAD + 1000] = {1};
    cut_arena a;
    cut_source s;
    uint8_t first;
    size_t got;
    cut_arena_init(&a, CUT_SOURCE_HEAD + 500);
    source_of_file(&s, (cut_view){content, sizeof content}, &a);
    cut_source_keep_all(&s);
    assert_int_equal(cut_source_held(&s, 0).n, CUT_SOURCE_FIRST);
    assert_int_equal(cut_source_read(&s, 0, &first, 1, &got, NULL), CUTLINE_OK);
    assert_int_equal(first, 1);
    cut_source_close(&s);
    cut_arena_release(&a);
}

static void source_refuses_what_is_no_file(void **state)
{
    (void)state;
    cut_arena a;
    cut_arena_init(&a, 1 << 20);
    cut_source s;
    cutline_error err;
    char path[] = "/tmp/cutline-fifo-XXXXXX";
    assert_non_null(mkdtemp(path));
    assert_int_equal(cut_source_open(&s, path, &a, &err), CUTLINE_IO);
    assert_string_equal(err.message, "is a folder, not a file");
    char *fifo = cut_path_join(&a, path, "fifo");
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_int_equal(cut_source_open(&s, fifo, &a, &err), CUTLINE_IO);
    assert_int_equal(cut_source_open(&s, "/nowhere/at/all", &a, &err), CUTLINE_IO);
    assert_non_null(strstr(err.message, "No such file"));
    unlink(fifo);
    rmdir(path);
    cut_arena_release(&a);
}

static void source_over_memory_has_the_same_bounds(void **state)
{
    (void)state;
    cut_arena a;
    cut_arena_init(&a, 1 << 10);
    cut_source s;
    cut_view v;
    cutline_error err;
    cut_source_from_memory(&s, "mem", (cut_view){bytes, 5}, &a);
    assert_int_equal(cut_source_view(&s, 1, 4, "x", &v, &err), CUTLINE_OK);
    assert_ptr_equal(v.p, bytes + 1);
    assert_int_equal(cut_source_view(&s, 2, 4, "x", &v, &err), CUTLINE_MALFORMED);
    assert_int_equal(cut_source_view(&s, UINT64_MAX, 1, "x", &v, &err), CUTLINE_MALFORMED);
    assert_int_equal(cut_source_all(&s, 4, &v, &err), CUTLINE_LIMIT);
    cut_arena_release(&a);
}

static void paths_are_taken_apart(void **state)
{
    (void)state;
    static const char *const rows[][4] = {
        {"a/b.jpg", "b.jpg", "b", "jpg"},          {"b", "b", "b", ""},
        {".hidden", ".hidden", ".hidden", ""},     {"a.b/c", "c", "c", ""},
        {"x/a.tar.gz", "a.tar.gz", "a.tar", "gz"}, {"x/", "", "", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cut_str path = cut_str_from(rows[i][0]);
        assert_true(cut_str_eq(cut_path_base(path), cut_str_from(rows[i][1])));
        assert_true(cut_str_eq(cut_path_stem(path), cut_str_from(rows[i][2])));
        assert_true(cut_str_eq(cut_path_extension(path), cut_str_from(rows[i][3])));
    }
}

static void paths_become_absolute(void **state)
{
    (void)state;
    cut_arena a;
    cut_arena_init(&a, 1 << 16);
    assert_string_equal(cut_path_absolute(&a, "/a/./b//../c/"), "/a/c");
    assert_string_equal(cut_path_absolute(&a, "/../.."), "/");
    char cwd[4096];
    assert_non_null(getcwd(cwd, sizeof cwd));
    assert_string_equal(cut_path_absolute(&a, "x.jpg"), cut_path_join(&a, cwd, "x.jpg"));
    cut_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reader_knows_both_byte_orders),
        cmocka_unit_test(reader_names_file_and_byte_once),
        cmocka_unit_test(reader_matches_only_whole_magic),
        cmocka_unit_test(source_reads_head_tail_and_across),
        cmocka_unit_test(source_keeps_all_where_it_is_asked_to),
        cmocka_unit_test(source_does_without_keeping_all),
        cmocka_unit_test(source_refuses_what_is_no_file),
        cmocka_unit_test(source_over_memory_has_the_same_bounds),
        cmocka_unit_test(paths_are_taken_apart),
        cmocka_unit_test(paths_become_absolute),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
