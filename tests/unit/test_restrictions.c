/* Restrictions of a photo: of its captions and instructions together. */
#include "unit.h"

#include "record/restrictions.h"

static void assert_words(const cutline_strings *list, const char *const *want, size_t count)
{
    assert_int_equal(list->count, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(list->items[i], want[i]);
}

static void lists_join_in_order_without_repeats(void **state)
{
    (void)state;
    static const char *const first[] = {"no_archive", "third_party"};
    static const char *const second[] = {"embargo", "no_archive", "sensitive"};
    static const char *const want[] = {"embargo", "no_archive", "sensitive", "third_party"};
    cut_arena a;
    cut_arena_init(&a, 1 << 16);
    cutline_strings list = {0};
    assert_true(cut_restrictions_add(&a, &list, &(cutline_strings){first, 2}));
    assert_true(cut_restrictions_add(&a, &list, &(cutline_strings){second, 3}));
    assert_true(cut_restrictions_add(&a, &list, &(cutline_strings){NULL, 0}));
    assert_words(&list, want, 4);
    cut_arena_release(&a);
}

static void instructions_add_to_what_the_caption_said(void **state)
{
    (void)state;
    static const char *const said[] = {"no_archive"};
    static const char *const want[] = {"no_archive", "no_resale", "territory_out"};
    cut_arena a;
    cutline_error err;
    cut_arena_init(&a, 1 << 20);
    cutline_strings list = {said, 1};
    assert_int_equal(cut_restrictions_read(&a, &list, "NO RESALES. JAPAN OUT", &err), CUTLINE_OK);
    assert_words(&list, want, 3);
    cut_arena_release(&a);
}

static void running_out_of_memory_is_said(void **state)
{
    (void)state;
    static const char *const words[] = {"no_archive"};
    cut_arena a;
    cut_arena_init(&a, 4);
    cutline_strings list = {0};
    assert_false(cut_restrictions_add(&a, &list, &(cutline_strings){words, 1}));
    cut_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_join_in_order_without_repeats),
        cmocka_unit_test(instructions_add_to_what_the_caption_said),
        cmocka_unit_test(running_out_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
