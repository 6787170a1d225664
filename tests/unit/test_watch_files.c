/* Which files a watch waits for, and when they are complete; the clock is made up. */
#include "unit.h"

#include "import/watch_files.h"

#include <stdio.h>

/* A look at a file that was changed long ago, unless said otherwise. */
static cut_watch_look seen(uint64_t size, int64_t mtime_ns)
{
    return (cut_watch_look){.size = size, .mtime_ns = mtime_ns, .age_ms = 0};
}

static cut_watch_file *heard(cut_watch_files *files, cut_watch_word word, long long now)
{
    assert_true(cut_watch_files_hear(files, "/a.jpg", word, now));
    cut_watch_file *file = cut_watch_files_find(files, "/a.jpg");
    assert_non_null(file);
    return file;
}

static void a_closed_file_rests_a_moment(void **state)
{
    (void)state;
    cut_watch_files files = {0};
    cut_watch_file *file = heard(&files, CUT_WORD_CLOSED, 1000);
    cut_watch_look look = seen(500, 7);
    assert_int_equal(file->due, 1000);
    assert_false(cut_watch_file_is_ready(file, &look, 1000));
    assert_int_equal(file->due, 1000 + CUT_WATCH_SETTLE_MS);
    assert_true(cut_watch_file_is_ready(file, &look, file->due));
    cut_watch_files_release(&files);
}

static void a_file_that_grows_is_waited_for(void **state)
{
    (void)state;
    cut_watch_files files = {0};
    cut_watch_file *file = heard(&files, CUT_WORD_CLOSED, 0);
    for (uint64_t size = 1; size < 10; size++) {
        cut_watch_look look = seen(size, 7);
        assert_false(cut_watch_file_is_ready(file, &look, file->due));
    }
    cut_watch_look same_size = seen(9, 8);
    assert_false(cut_watch_file_is_ready(file, &same_size, file->due));
    assert_true(cut_watch_file_is_ready(file, &same_size, file->due));
    cut_watch_files_release(&files);
}

static void an_open_file_is_its_writers(void **state)
{
    (void)state;
    cut_watch_files files = {0};
    cut_watch_file *file = heard(&files, CUT_WORD_OPEN, 0);
    cut_watch_look look = seen(500, 7);
    assert_int_equal(file->due, CUT_WATCH_QUIET_MS);
    assert_false(cut_watch_file_is_ready(file, &look, file->due));
    assert_int_equal(file->due, CUT_WATCH_QUIET_MS + CUT_WATCH_STALE_MS);
    heard(&files, CUT_WORD_CLOSED, 2000);
    assert_int_equal(file->due, 2000);
    assert_false(cut_watch_file_is_ready(file, &look, 2000));
    assert_true(cut_watch_file_is_ready(file, &look, 2100));
    cut_watch_files_release(&files);
}

static void a_link_has_no_writer(void **state)
{
    (void)state;
    cut_watch_files files = {0};
    cut_watch_file *file = heard(&files, CUT_WORD_OPEN, 0);
    cut_watch_look look = seen(500, 7);
    look.has_links = true;
    assert_false(cut_watch_file_is_ready(file, &look, file->due));
    assert_int_equal(file->due, 2 * CUT_WATCH_QUIET_MS);
    assert_true(cut_watch_file_is_ready(file, &look, file->due));
    cut_watch_files_release(&files);
}

static void what_was_there_long_is_taken_at_once(void **state)
{
    (void)state;
    cut_watch_files files = {0};
    cut_watch_file *file = heard(&files, CUT_WORD_NONE, 0);
    cut_watch_look look = seen(500, 7);
    look.age_ms = CUT_WATCH_STALE_MS + 1;
    assert_true(cut_watch_file_is_ready(file, &look, 0));
    file->mtime_ns = -1;
    look.age_ms = 10;
    assert_false(cut_watch_file_is_ready(file, &look, 0));
    assert_int_equal(file->due, CUT_WATCH_QUIET_MS);
    cut_watch_files_release(&files);
}

static void a_search_says_nothing_of_a_file_that_is_waited_for(void **state)
{
    (void)state;
    cut_watch_files files = {0};
    cut_watch_file *file = heard(&files, CUT_WORD_OPEN, 0);
    heard(&files, CUT_WORD_NONE, 5);
    assert_int_equal(file->word, CUT_WORD_OPEN);
    assert_int_equal(files.n, 1);
    cut_watch_files_release(&files);
}

static void an_empty_file_will_be_filled(void **state)
{
    (void)state;
    cut_watch_files files = {0};
    cut_watch_file *file = heard(&files, CUT_WORD_CLOSED, 0);
    cut_watch_look look = seen(0, 7);
    assert_false(cut_watch_file_is_ready(file, &look, 0));
    assert_int_equal(file->due, CUT_WATCH_STALE_MS);
    cut_watch_files_release(&files);
}

static void failures_are_tried_again_for_a_while(void **state)
{
    (void)state;
    cut_watch_files files = {0};
    cut_watch_file *file = heard(&files, CUT_WORD_CLOSED, 0);
    unsigned all = 0, wait, tries = 0;
    while ((wait = cut_watch_file_try_again(file, 100)) > 0) {
        assert_int_equal(file->due, 100 + wait);
        assert_int_equal(wait, 1000u << tries++);
        all += wait;
    }
    assert_int_equal(tries, CUT_WATCH_TRIES);
    assert_in_range(all, 50000, 70000);
    heard(&files, CUT_WORD_CLOSED, 200); /* written anew: as if it were another file */
    assert_int_equal(cut_watch_file_try_again(file, 0), 1000);
    cut_watch_files_release(&files);
}

static void many_files_are_kept_in_order(void **state)
{
    (void)state;
    cut_watch_files files = {0};
    char path[32];
    for (unsigned i = 0; i < 500; i++) {
        snprintf(path, sizeof path, "/%u.jpg", i * 7919 % 500);
        assert_true(cut_watch_files_hear(&files, path, CUT_WORD_CLOSED, i));
    }
    assert_int_equal(files.n, 500);
    for (size_t i = 1; i < files.n; i++)
        assert_true(strcmp(files.v[i - 1]->path, files.v[i]->path) < 0);
    assert_int_equal(cut_watch_files_next(&files), 0);
    for (size_t i = 0; i < files.n; i++) {
        files.v[i]->told = i % 2 == 0;
        files.v[i]->failed = i % 4 == 0;
    }
    cut_watch_files_clear_told(&files);
    assert_int_equal(files.n, 375);
    cut_watch_files_forget(&files, "/nothing.jpg");
    cut_watch_files_forget(&files, files.v[3]->path);
    assert_int_equal(files.n, 374);
    cut_watch_files_release(&files);
    assert_int_equal(cut_watch_files_next(&files), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_closed_file_rests_a_moment),
        cmocka_unit_test(a_file_that_grows_is_waited_for),
        cmocka_unit_test(an_open_file_is_its_writers),
        cmocka_unit_test(a_link_has_no_writer),
        cmocka_unit_test(what_was_there_long_is_taken_at_once),
        cmocka_unit_test(a_search_says_nothing_of_a_file_that_is_waited_for),
        cmocka_unit_test(an_empty_file_will_be_filled),
        cmocka_unit_test(failures_are_tried_again_for_a_while),
        cmocka_unit_test(many_files_are_kept_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
