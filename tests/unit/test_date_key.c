/* Dates as numbers, by which photos are sorted and found. */
#include "unit.h"

#include "store/sqlite/sql.h"

#include <stdio.h>

static int64_t key(const char *date)
{
    return cut_date_key(cut_str_from(date));
}

/* In the order in which the index has them. */
static const char *const ascending[] = {
    "0000",
    "0001-01-01T00:00:00",
    "1999-12-31T23:59:60Z",
    "2016",
    "2016-01",
    "2016-01-01",
    "2016-01-01T00",
    "2016-01-01T00:00+02:00",
    "2016-01-01T00:00:00+02:00",
    "2016-01-01T00:00:00.001",
    "2016-01-01T00:00:00.25",
    "2016-01-01T00:00:00.3",
    "2016-01-01T00:00:00.999999Z",
    "2016-01-01T00:00:01",
    "2016-01-01T00:01",
    "2016-01-01T01",
    "2016-01-02",
    "2016-01-31T23:59:59.999Z",
    "2016-02",
    "2016-12-31T23:59:59",
    "2017",
    "9999-12-31T23:59:60.999",
};

static void numbers_go_up_with_dates(void **state)
{
    (void)state;
    for (size_t i = 1; i < sizeof ascending / sizeof ascending[0]; i++)
        if (key(ascending[i - 1]) >= key(ascending[i]))
            fail_msg("%s is not before %s", ascending[i - 1], ascending[i]);
}

/* As a query says a period: from "2016-05" to all that begins with it. */
static bool lies_within(const char *date, const char *from, const char *to)
{
    char before[32];
    snprintf(before, sizeof before, "%s\x7F", to);
    return key(date) >= key(from) && key(date) < key(before);
}

static void periods_are_those_of_the_texts(void **state)
{
    (void)state;
    static const char *const bounds[] = {"1999",       "2016",       "2016-01",   "2016-02",
                                         "2016-01-01", "2016-01-31", "9999-12-31"};
    for (size_t b = 0; b < sizeof bounds / sizeof bounds[0]; b++)
        for (size_t i = 0; i < sizeof ascending / sizeof ascending[0]; i++) {
            bool begins = strncmp(ascending[i], bounds[b], strlen(bounds[b])) == 0;
            if (lies_within(ascending[i], bounds[b], bounds[b]) != begins)
                fail_msg("%s within %s: not %d", ascending[i], bounds[b], begins);
        }
    assert_true(lies_within("2016-03", "2016-02", "2016-04"));
    assert_false(lies_within("2016", "2016-01", "2016-04"));
    assert_false(lies_within("2016-05-01", "2016-02", "2016-04"));
}

static void what_is_no_date_has_no_number(void **state)
{
    (void)state;
    static const char *const others[] = {"", "circa 2005", "205", "201x-05", "-2016", "\x7F"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_int_equal(key(others[i]), -1);
    assert_int_equal(cut_date_key((cut_str){NULL, 0}), -1);
    /* But one that begins as a date is of that year. */
    assert_int_equal(key("2016/05/02"), key("2016"));
    assert_int_equal(key("2016-5-2"), key("2016"));
}

/* What cannot be is taken for the last that can. */
static void no_part_spills_into_the_one_before(void **state)
{
    (void)state;
    assert_true(key("2016-99-99T99:99:99.999") < key("2017"));
    assert_true(key("2016-01-99") < key("2016-02"));
    assert_true(key("2016-01-01T24:99") < key("2016-01-02"));
}

static void a_date_of_these_centuries_takes_six_bytes(void **state)
{
    (void)state;
    assert_true(key("3199-12-31T23:59:59.999") < INT64_C(1) << 47);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_go_up_with_dates),
        cmocka_unit_test(periods_are_those_of_the_texts),
        cmocka_unit_test(what_is_no_date_has_no_number),
        cmocka_unit_test(no_part_spills_into_the_one_before),
        cmocka_unit_test(a_date_of_these_centuries_takes_six_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
