/* "Did you mean". */
#include "unit.h"

#include <cutline/nearest.h>
#include <string.h>

static const char *name_at(size_t index, const void *context)
{
    return ((const char *const *)context)[index];
}

static const char *const commands[] = {"import", "credit", "find", "stats", "show", NULL};

static const char *near(const char *typed)
{
    return cutline_nearest(typed, name_at, commands);
}

static void a_mistyped_name_is_found(void **state)
{
    (void)state;
    assert_string_equal(near("improt"), "import");
    assert_string_equal(near("credits"), "credit");
    assert_string_equal(near("crdit"), "credit");
    assert_string_equal(near("FIND"), "find");
    assert_string_equal(near("shwo"), "show");
}

static void the_nearest_of_several_wins(void **state)
{
    (void)state;
    assert_string_equal(near("stat"), "stats");
    assert_string_equal(near("shaw"), "show");
}

static void what_is_far_is_not_suggested(void **state)
{
    (void)state;
    assert_null(near("xyz"));
    assert_null(near(""));
    assert_null(near("q"));
    assert_null(near("export-everything"));
}

static void a_very_long_name_is_cut_and_compared(void **state)
{
    (void)state;
    char typed[4096];
    memset(typed, 'f', sizeof typed);
    typed[sizeof typed - 1] = '\0';
    assert_null(near(typed));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mistyped_name_is_found),
        cmocka_unit_test(the_nearest_of_several_wins),
        cmocka_unit_test(what_is_far_is_not_suggested),
        cmocka_unit_test(a_very_long_name_is_cut_and_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
