/* Names that may be one photographer's. */
#include "unit.h"

#include "base/limits.h"
#include "record/alike.h"

#include <stdio.h>

/* A photographer as a test says it: one agency or none. */
struct person {
    const char *name, *agency;
    unsigned photos;
};

/* Expects "from>into:reason" of the suggestions, blanks between. */
static void expect(const struct person *people, size_t count, const char *expected)
{
    char text[1024] = "";
    size_t used = 0;
    cut_arena arena;
    cut_alike_people list = {0};
    cut_suggestions found = {0};
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    for (size_t i = 0; i < count; i++) {
        cut_alike_person person = {.name = people[i].name, .photos = people[i].photos};
        if (people[i].agency)
            assert_true(CUT_PUSH(&arena, &person.agencies, people[i].agency));
        assert_true(CUT_PUSH(&arena, &list, person));
    }
    assert_true(cut_alike_find(&arena, &list, &found));
    for (size_t i = 0; i < found.n; i++)
        used +=
            (size_t)snprintf(text + used, sizeof text - used, "%s%s>%s:%s", i ? " " : "",
                             found.v[i].from, found.v[i].into, cutline_alike_name(found.v[i].why));
    assert_string_equal(text, expected);
    cut_arena_release(&arena);
}

#define EXPECT(expected, ...)                                                                      \
    do {                                                                                           \
        const struct person people[] = {__VA_ARGS__};                                              \
        expect(people, sizeof people / sizeof people[0], (expected));                              \
    } while (0)

static void test_spelling(void **state)
{
    (void)state;
    EXPECT("Jose Garcia>José García:spelling", {"Jose Garcia", "AFP", 1}, {"José García", NULL, 3});
    EXPECT("Jean-Luc Roe>Jean Luc Roe:spelling", {"Jean Luc Roe", "AP", 3},
           {"Jean-Luc Roe", "AFP", 1});
}

static void test_order(void **state)
{
    (void)state;
    EXPECT("Balibouse Denis>Denis Balibouse:order", {"Denis Balibouse", "Reuters", 9},
           {"Balibouse Denis", "AFP", 1});
    EXPECT("", {"Denis Balibouse", "Reuters", 9}, {"Denis Maillard", "Reuters", 9});
}

static void test_initial(void **state)
{
    (void)state;
    EXPECT("D. Balibouse>Denis Balibouse:initial", {"D. Balibouse", "Reuters", 90},
           {"Denis Balibouse", "Reuters", 1});
    EXPECT("", {"D. Balibouse", "Reuters", 1}, {"Denis Balibouse", "AFP", 1});
    EXPECT("", {"D. Balibouse", NULL, 1}, {"Denis Balibouse", NULL, 1});
    EXPECT("", {"E. Balibouse", "Reuters", 1}, {"Denis Balibouse", "Reuters", 1});
    EXPECT("", {"John Smith", "AP", 1}, {"Jane Smith", "AP", 1});
}

static void test_typo(void **state)
{
    (void)state;
    EXPECT("Denis Baliboose>Denis Balibouse:typo", {"Denis Balibouse", "Reuters", 5},
           {"Denis Baliboose", "Reuters", 1});
    EXPECT("Denis Balbouse>Denis Balibouse:typo", {"Denis Balibouse", "Reuters", 5},
           {"Denis Balbouse", "Reuters", 1});
    EXPECT("Dneis Balibouse>Denis Balibouse:typo", {"Denis Balibouse", "Reuters", 5},
           {"Dneis Balibouse", "Reuters", 1});
    EXPECT("Владимир Петрав>Владимир Петров:typo", {"Владимир Петров", "TASS", 5},
           {"Владимир Петрав", "TASS", 1});
    EXPECT("", {"Denis Balibouse", "Reuters", 5}, {"Denis Baliboose", "AP", 1});
    EXPECT("", {"Denis Balibouse", "Reuters", 5}, {"Denise Baliboose", "Reuters", 1});
    EXPECT("", {"Jon Roe", "AP", 5}, {"Jan Roe", "AP", 5});
    EXPECT("", {"Denis Balibouse", "Reuters", 5}, {"Denis Bouse", "Reuters", 1});
}

static void test_many(void **state)
{
    (void)state;
    EXPECT("J. Roe>Jane Roe:initial J. Roe>John Roe:initial", {"J. Roe", "AP", 2},
           {"Jane Roe", "AP", 2}, {"John Roe", "AP", 2});
    EXPECT("", {"Jane", "AP", 2}, {"J", "AP", 2}, {"", "AP", 2}, {"...", "AP", 2});
    EXPECT("a b c d e f g h>A b c d e f g h:spelling", {"a b c d e f g h", "AP", 1},
           {"A b c d e f g h", "AP", 2}, {"b a c d e f g h", "AP", 2});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spelling), cmocka_unit_test(test_order),
        cmocka_unit_test(test_initial),  cmocka_unit_test(test_typo),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
