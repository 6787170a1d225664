/* Texts made to be hard: four times the text must not take much more than four times the time. */
#include "unit.h"

#include "caption/caption.h"

#include <stdlib.h>
#include <time.h>

enum { PIECE = 12 << 10, TIMES = 4, RUNS = 7, TRIES = 4 };

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The least time that `length` bytes of the pattern, over and over, take. */
static double least_time(const char *pattern, size_t length)
{
    cut_arena arena;
    cut_arena_init(&arena, (size_t)64 << 20);
    char *text = malloc(length);
    size_t n = strlen(pattern);
    assert_non_null(text);
    for (size_t i = 0; i < length; i++)
        text[i] = pattern[i % n];
    double least = 1e9;
    for (int run = 0; run < RUNS; run++) {
        cutline_caption caption;
        cut_arena_reset(&arena);
        double start = seconds();
        assert_int_equal(cut_caption_parse(&arena, (cut_str){text, length}, &caption, NULL),
                         CUTLINE_OK);
        double taken = seconds() - start;
        least = taken < least ? taken : least;
    }
    free(text);
    cut_arena_release(&arena);
    return least;
}

/* Quadratic work makes it 16; caches and pages that no longer fit make a 4 a 5. A busy machine may
 * spoil a try, so there are several. */
static void assert_linear(const char *pattern)
{
    double ratio = 0;
    for (int i = 0; i < TRIES; i++) {
        ratio = least_time(pattern, (size_t)PIECE * TIMES) / least_time(pattern, PIECE);
        if (ratio < 8)
            return;
    }
    fail_msg("four times as much of '%s' takes %.2f times as long", pattern, ratio);
}

static void test_brackets(void **state)
{
    (void)state;
    assert_linear("(");
    assert_linear("((((((");
    assert_linear("([");
    assert_linear("() ");
    assert_linear("(AP/");
    assert_linear("\"A ");
}

static void test_credits(void **state)
{
    (void)state;
    assert_linear("REUTERS/");
    assert_linear("AFP via ");
    assert_linear("AP-");
    assert_linear("Getty Images for ");
    assert_linear("Photo by ");
    assert_linear("Pool/");
    assert_linear("courtesy of ");
    assert_linear("(c) ");
    assert_linear("provided by Ann ");
}

static void test_names(void **state)
{
    (void)state;
    assert_linear("A");
    assert_linear("A ");
    assert_linear("A. ");
    assert_linear("Ann ");
    assert_linear("Ann-");
    assert_linear("Ann de la ");
    assert_linear("Ann and ");
    assert_linear("President ");
    assert_linear("(L) Ann ");
    assert_linear("From left: Ann Orr, ");
}

static void test_places_and_dates(void **state)
{
    (void)state;
    assert_linear("in Paris, ");
    assert_linear("PARIS - ");
    assert_linear("in the ");
    assert_linear("May 2, 2016 ");
    assert_linear("2016-05-");
    assert_linear("on Monday, ");
    assert_linear("北京");
    assert_linear("في القاهرة ");
}

static void test_notices(void **state)
{
    (void)state;
    assert_linear("NO SALES ");
    assert_linear("JAPAN AND ");
    assert_linear("JAPAN OUT ");
    assert_linear("FILE PHOTO: ");
    assert_linear("MANDATORY CREDIT: \"");
    assert_linear("&amp;");
    assert_linear("&#x200B;");
    assert_linear("u.");
    assert_linear("d'");
    assert_linear("\xFF");
    assert_linear("\n \n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_brackets), cmocka_unit_test(test_credits),
        cmocka_unit_test(test_names),    cmocka_unit_test(test_places_and_dates),
        cmocka_unit_test(test_notices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
