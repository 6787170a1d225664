/* Linking: files, pages, lists and editors in whatever order give the same photos. */
#include "desk.h"

static const desk_photo photo = {
    .path = "/wire/kerry.jpg",
    .hash = 1,
    .ids = "reuters:RTX2CGS3",
    .fields = {{"headline", "Kerry in Geneva"}, {"credit", "REUTERS"}},
};
static const desk_photo copy = {
    .path = "/archive/kerry-web.jpg",
    .hash = 1,
    .ids = "bare:55350159",
    .fields = {{"caption", "John Kerry gestures. REUTERS/Denis Balibouse"}, {"city", "Geneva"}},
};
static const desk_page page = {
    .path = "/pages/one.txt",
    .site = "aawsat",
    .title = "Kerry Sees Hope",
    .items = {{"aawsat:55350159 reuters:RTX2CGS3",
               "John Kerry gestures in Geneva, Switzerland May 2, 2016. REUTERS/Denis Balibouse"},
              {"aawsat:55350160", "Another picture. AP Photo/Jane Roe"}},
};
static const desk_page page2 = {
    .path = "/pages/two.txt",
    .site = "aawsat",
    .title = "Truce Talks",
    .items = {{"aawsat:55350159", "Kerry on Monday. REUTERS/Denis Balibouse"}},
};

static void put(desk *d, int which)
{
    switch (which) {
    case 0:
        desk_put_photo(d, &photo);
        break;
    case 1:
        desk_put_photo(d, &copy);
        break;
    case 2:
        desk_put_page(d, &page);
        break;
    default:
        desk_put_page(d, &page2);
    }
}

/* The order of a permutation's number: 4! = 24. */
static void permute(int number, int order[4])
{
    int left[4] = {0, 1, 2, 3};
    for (int i = 0, n = 4; i < 4; i++, n--) {
        int at = number % n;
        number /= n;
        order[i] = left[at];
        memmove(&left[at], &left[at + 1], (size_t)(3 - at) * sizeof left[0]);
    }
}

static void every_order_ends_in_the_same_photos(void **state)
{
    (void)state;
    static const char *const names[] = {"reuters:RTX2CGS3", "55350159",       "aawsat:55350160",
                                        "/wire/kerry.jpg",  "/pages/one.txt", "/pages/two.txt"};
    char *first[6] = {0};
    for (int number = 0; number < 24; number++) {
        int order[4];
        desk d;
        desk_open(&d);
        permute(number, order);
        for (int i = 0; i < 4; i++)
            put(&d, order[i]);
        for (size_t i = 0; i < 6; i++) {
            char *json = desk_show(&d, names[i]);
            assert_true(json[0] != '\0');
            if (first[i])
                assert_string_equal(json, first[i]);
            else
                first[i] = strdup(json);
            free(json);
        }
        assert_int_equal(desk_stats(&d).photos, 2);
        assert_int_equal(desk_stats(&d).awaiting, 1);
        desk_close(&d);
    }
    for (size_t i = 0; i < 6; i++)
        free(first[i]);
}

static void a_page_alone_answers_for_its_id(void **state)
{
    (void)state;
    desk d;
    desk_open(&d);
    desk_put_page(&d, &page2);
    desk_expect_credit(&d, "55350159", "REUTERS/Denis Balibouse\n");
    desk_expect_credit(&d, "aawsat:55350159", "REUTERS/Denis Balibouse\n");
    desk_expect_credit(&d, "getty:55350159", "");
    assert_int_equal(desk_stats(&d).awaiting, 1);
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_order_ends_in_the_same_photos),
        cmocka_unit_test(a_page_alone_answers_for_its_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
