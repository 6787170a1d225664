/* Dates and positions: every form that blocks use, and what is no date. */
#include "unit.h"

#include "record/dates.h"
#include "record/gps.h"

static const char *iso(const char *text)
{
    static char out[4][CUT_DATE_SIZE];
    static unsigned next;
    cut_date date;
    char *to = out[next++ % 4];
    return cut_date_parse(cut_str_from(text), &date) ? cut_date_format(&date, to) : "none";
}

static void forms_become_iso(void **state)
{
    (void)state;
    assert_string_equal(iso("2016:05:02 14:03:22"), "2016-05-02T14:03:22");
    assert_string_equal(iso("20160502"), "2016-05-02");
    assert_string_equal(iso("20160500"), "2016-05");
    assert_string_equal(iso("20160000"), "2016");
    assert_string_equal(iso("2016"), "2016");
    assert_string_equal(iso("2016-05"), "2016-05");
    assert_string_equal(iso("2015-09-"), "2015-09");
    assert_string_equal(iso("2016-05-02T14:03"), "2016-05-02T14:03");
    assert_string_equal(iso("2016-05-02T14:03Z"), "2016-05-02T14:03Z");
    assert_string_equal(iso(" 2016-05-02t14:03:22.50+0200 "), "2016-05-02T14:03:22.50+02:00");
    assert_string_equal(iso("20160502T140322-0330"), "2016-05-02T14:03:22-03:30");
    assert_string_equal(iso("2016/5/2 4:03:22"), "2016-05-02T04:03:22");
    assert_string_equal(iso("2016-05-02T14:03:22.123456789012345"),
                        "2016-05-02T14:03:22.123456789012");
    assert_string_equal(iso("2016-12-31T23:59:60Z"), "2016-12-31T23:59:60Z");
}

static void what_is_no_date_stays_out(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",           "May 2, 2016",         "02/05/2016",           "201605021",
        "0000",       "2016-13-02",          "2016-05-32",           "2016-05-02T25:00",
        "2016-05T14", "2016-05-02T14:61:00", "2016-05-02T14:03:22x", "2016-05-02T14:03:22+99:00",
        "99999999",   "2016:05:02 14",       "20160502 +0200",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(iso(texts[i]), "none");
}

static void blank_dates_are_known(void **state)
{
    (void)state;
    assert_true(cut_date_is_blank(CUT_STR("")));
    assert_true(cut_date_is_blank(CUT_STR("0000:00:00 00:00:00")));
    assert_true(cut_date_is_blank(CUT_STR("    :  :     :  :  ")));
    assert_true(cut_date_is_blank(CUT_STR("00000000")));
    assert_false(cut_date_is_blank(CUT_STR("0000:00:01")));
}

static void times_of_day_and_zones(void **state)
{
    (void)state;
    char out[CUT_DATE_SIZE];
    cut_date d = {.hour = -1, .minute = -1, .second = -1};
    assert_true(cut_date_parse_time(CUT_STR("140322+0200"), &d));
    assert_string_equal(cut_date_format_time(&d, out), "14:03:22+02:00");
    assert_true(cut_date_parse_time(CUT_STR("14:03"), &(cut_date){.second = -1}));
    cut_date kept = d;
    assert_false(cut_date_parse_time(CUT_STR("noon"), &d));
    assert_false(cut_date_parse_zone(CUT_STR("+2:00 or so"), &d));
    assert_memory_equal(&kept, &d, sizeof d);
    assert_true(cut_date_parse_zone(CUT_STR("-09:30"), &d));
    assert_int_equal(d.zone, -570);
}

static bool agree(const char *a, const char *b)
{
    cut_date x, y;
    assert_true(cut_date_parse(cut_str_from(a), &x));
    assert_true(cut_date_parse(cut_str_from(b), &y));
    assert_int_equal(cut_date_agree(&x, &y), cut_date_agree(&y, &x));
    return cut_date_agree(&x, &y);
}

static void dates_agree_as_far_as_both_speak(void **state)
{
    (void)state;
    assert_true(agree("2016-05-02", "2016-05-02T14:03:22"));
    assert_true(agree("2016", "2016-05-02"));
    assert_true(agree("2016-05-02T14:03:22", "2016-05-02T14:03:22.50+02:00"));
    assert_true(agree("2016-05-02T14:03:22+02:00", "2016-05-02T12:03:22Z"));
    assert_true(agree("2016-05-02T00:30+02:00", "2016-05-01T22:30Z"));
    assert_true(agree("2016-05-02T14:03:22", "2016-05-02T00:00:00.000Z"));
    assert_false(agree("2016-05-02T14:03:22", "2016-05-03T00:00:00.000Z"));
    assert_false(agree("2016-05-02T14:03:22", "2016-05-02T12:03:22Z"));
    assert_false(agree("2016-05-02T14:03:22.5", "2016-05-02T14:03:22.6"));
    assert_false(agree("2016-05-02", "2016-05-03"));
    assert_false(agree("2016-04", "2016-05-03"));
}

static int precision(const char *text)
{
    cut_date date;
    assert_true(cut_date_parse(cut_str_from(text), &date));
    return cut_date_precision(&date);
}

static void precision_counts_what_is_said(void **state)
{
    (void)state;
    static const char *const rising[] = {"2016",
                                         "2016-05",
                                         "2016-05-02T00:00:00.000Z",
                                         "2016-05-02T14:03",
                                         "2016-05-02T14:03:00",
                                         "2016-05-02T14:03:00.1"};
    for (int i = 0; i < 6; i++)
        assert_int_equal(precision(rising[i]), i + 1);
    assert_int_equal(precision("2016-05-02"), 3);
}

static void newer_is_by_the_instant(void **state)
{
    (void)state;
    cut_date a, b;
    assert_true(cut_date_parse(CUT_STR("2016-05-02T14:00:00+02:00"), &a));
    assert_true(cut_date_parse(CUT_STR("2016-05-02T12:30:00Z"), &b));
    assert_true(cut_date_compare(&a, &b) < 0);
    assert_true(cut_date_compare(&b, &a) > 0);
    assert_int_equal(cut_date_compare(&a, &a), 0);
    assert_true(cut_date_parse(CUT_STR("2016-03-01"), &a));
    assert_true(cut_date_parse(CUT_STR("2016-02-29T23:59"), &b));
    assert_true(cut_date_compare(&a, &b) > 0);
}

static const char *number(double value)
{
    static char out[4][CUT_NUMBER_SIZE];
    static unsigned next;
    return cut_number_format(value, out[next++ % 4]);
}

static void numbers_need_no_locale(void **state)
{
    (void)state;
    assert_string_equal(number(48.275), "48.275");
    assert_string_equal(number(-0.5), "-0.5");
    assert_string_equal(number(480), "480");
    assert_string_equal(number(0), "0");
    assert_string_equal(number(-0.00000001), "0");
    assert_string_equal(number(16.33799999999), "16.338");
    assert_string_equal(number(1e300), "0");
}

static void positions_of_xmp_are_degrees(void **state)
{
    (void)state;
    double d;
    assert_true(cut_gps_parse(CUT_STR("48,16.5N"), &d));
    assert_string_equal(number(d), "48.275");
    assert_true(cut_gps_parse(CUT_STR("16,20,16.8W"), &d));
    assert_string_equal(number(d), "-16.338");
    assert_true(cut_gps_parse(CUT_STR("26.5S"), &d));
    assert_string_equal(number(d), "-26.5");
    assert_false(cut_gps_parse(CUT_STR("48.275"), &d));
    assert_false(cut_gps_parse(CUT_STR("48,N"), &d));
    assert_false(cut_gps_parse(CUT_STR("N"), &d));
    assert_false(cut_gps_parse(CUT_STR(""), &d));
    assert_true(cut_rational_parse(CUT_STR("-4805/10"), &d));
    assert_string_equal(number(d), "-480.5");
    assert_false(cut_rational_parse(CUT_STR("480/0"), &d));
    assert_false(cut_rational_parse(CUT_STR("480"), &d));
    assert_false(cut_rational_parse(CUT_STR("480/1m"), &d));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_become_iso),
        cmocka_unit_test(what_is_no_date_stays_out),
        cmocka_unit_test(blank_dates_are_known),
        cmocka_unit_test(times_of_day_and_zones),
        cmocka_unit_test(dates_agree_as_far_as_both_speak),
        cmocka_unit_test(precision_counts_what_is_said),
        cmocka_unit_test(newer_is_by_the_instant),
        cmocka_unit_test(numbers_need_no_locale),
        cmocka_unit_test(positions_of_xmp_are_degrees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
