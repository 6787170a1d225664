/* Why media IDs are seen. */
#include "unit.h"

#include "base/limits.h"
#include "ident/ident.h"

#include <cutline/explain.h>
#include <stdio.h>

/* "ns:id|evidence|signal|owners" of all sightings, "; " between. */
static void expect(cutline_sightings *seen, const char *expected)
{
    char text[2048] = "";
    size_t used = 0;
    for (size_t i = 0; i < seen->count; i++) {
        const cutline_sighting *s = &seen->items[i];
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s:%s|%s|%s|", i ? "; " : "",
                                 s->id.ns, s->id.id, s->id.evidence, s->signal ? s->signal : "");
        for (size_t k = 0; k < s->owners.count; k++)
            used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", k ? "," : "",
                                     s->owners.items[k]);
        assert_true(s->label[0] != '\0');
    }
    assert_string_equal(text, expected);
    cutline_sightings_free(seen);
}

static void expect_text(const char *text, const char *expected)
{
    cutline_sightings *seen;
    assert_int_equal(cutline_explain_text(text, &seen, NULL), CUTLINE_OK);
    expect(seen, expected);
}

static void test_texts(void **state)
{
    (void)state;
    expect_text("", "");
    expect_text("   ", "");
    expect_text("\xff\xfe", "");
    expect_text("A sentence without a number", "");
    expect_text("RC2ABCDEF123", "reuters:RC2ABCDEF123|text||");
    expect_text("see RC2ABCDEF123.", "reuters:RC2ABCDEF123|text||");
    expect_text("٥٥٣٥٠١٥٩", "bare:55350159|text||getty,epa,pa,corbis,picture-alliance");
    expect_text("getty:527341234", "getty:527341234|text||");
    /* Digits and an agency that does not number so. */
    expect_text("A dam (12345678) in Mombasa, Kenya, May 3, 2016. REUTERS/Jane Roe",
                "bare:12345678|text||getty,epa,pa,corbis,picture-alliance");
    expect_text("A dam (12345678) in Mombasa, Kenya, May 3, 2016. EPA/JANE ROE",
                "epa:12345678|text|EPA|");
}

static void test_places(void **state)
{
    (void)state;
    const cut_id_input inputs[] = {
        {CUT_ID_GETTY_ASSET, CUT_STR("527341234")},
        {CUT_ID_JOB_IIM, CUT_STR("527349999")},
        {CUT_ID_FILE_NAME, CUT_STR("527341234.jpg")},
    };
    cut_arena arena;
    cut_id_list ids;
    cut_sightings seen = {{0}};
    cut_arena_init(&arena, CUT_MAX_ID_ARENA);
    assert_int_equal(cut_ident_see(&arena, inputs, 3, NULL, 0, &ids, &seen, NULL), CUTLINE_OK);
    /* The job number was taken for the event's, since the reserved property has the picture's. */
    assert_int_equal(ids.ids.n, 1);
    assert_int_equal(seen.list.n, 2);
    assert_null(seen.list.v[0].signal);
    assert_string_equal(seen.list.v[1].id.evidence, "file name");
    assert_string_equal(seen.list.v[1].signal, "xmp GettyImagesGIFT:AssetID");
    assert_string_equal(seen.list.v[1].text, "527341234.jpg");
    cut_arena_release(&arena);
}

static void test_files(void **state)
{
    (void)state;
    cutline_sightings *seen;
    cutline_error err = {0};
    assert_int_equal(cutline_explain_file("/nowhere/at/all.jpg", &seen, &err), CUTLINE_IO);
    assert_null(seen);
    cutline_sightings_free(seen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
