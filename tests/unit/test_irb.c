/* Photoshop image resources. */
#include "unit.h"

#include "meta/irb.h"

#include <stdlib.h>

/* Two resources: IIM "abc" (odd, padded), then a digest named "xy". */
static const uint8_t two[] = "8BIM\x04\x04\0\0\0\0\0\x03"
                             "abc\0"
                             "8BIM\x04\x25\x02xy\0\0\0\0\x02"
                             "hi";
#define TWO ((cut_view){two, sizeof two - 1})

typedef struct fixture {
    cut_arena arena;
    cut_findings findings;
    cut_irb irb;
} fixture;

static void parse(fixture *f, cut_view bytes)
{
    cut_arena_init(&f->arena, 1 << 20);
    f->findings = cut_findings_in(&f->arena);
    f->irb = (cut_irb){0};
    assert_int_equal(cut_irb_parse(&f->arena, bytes, 100, "a.jpg", &f->irb, &f->findings, NULL),
                     CUTLINE_OK);
}

static void resources_are_split_with_their_places(void **state)
{
    (void)state;
    fixture f;
    parse(&f, TWO);
    assert_int_equal(f.irb.resources.n, 2);
    const cut_irb_resource *iim = cut_irb_find(&f.irb, CUT_IRB_IIM, 0);
    assert_non_null(iim);
    assert_int_equal(iim->data.n, 3);
    assert_memory_equal(iim->data.p, "abc", 3);
    assert_int_equal(iim->offset, 112);
    assert_memory_equal(cut_irb_find(&f.irb, CUT_IRB_IIM_DIGEST, 0)->data.p, "hi", 2);
    assert_null(cut_irb_find(&f.irb, CUT_IRB_IIM, 1));
    assert_int_equal(f.findings.list.n, 0);
    cut_arena_release(&f.arena);
}

static void a_missing_pad_byte_and_trailing_zeros_are_no_damage(void **state)
{
    (void)state;
    static const uint8_t bytes[] = "8BIM\x04\x04\0\0\0\0\0\x03"
                                   "abc"
                                   "8BIM\x04\x04\0\0\0\0\0\x01"
                                   "d\0\0\0\0\0\0";
    fixture f;
    parse(&f, (cut_view){bytes, sizeof bytes - 1});
    assert_int_equal(f.irb.resources.n, 2);
    assert_int_equal(cut_irb_find(&f.irb, CUT_IRB_IIM, 1)->data.n, 1);
    assert_int_equal(f.findings.list.n, 0);
    cut_arena_release(&f.arena);
}

static void resources_of_other_programs_are_stepped_over(void **state)
{
    (void)state;
    static const uint8_t bytes[] = "AgHg\x04\x04\0\0\0\0\0\x02zz8BIM\x04\x04\0\0\0\0\0\x02ok";
    fixture f;
    parse(&f, (cut_view){bytes, sizeof bytes - 1});
    assert_int_equal(f.irb.resources.n, 1);
    assert_memory_equal(f.irb.resources.v[0].data.p, "ok", 2);
    cut_arena_release(&f.arena);
}

static void damage_keeps_what_stands_before_it(void **state)
{
    (void)state;
    static const uint8_t bytes[] = "8BIM\x04\x04\0\0\0\0\0\x02okJUNKJUNKJUNK";
    fixture f;
    parse(&f, (cut_view){bytes, sizeof bytes - 1});
    assert_int_equal(f.irb.resources.n, 1);
    assert_int_equal(f.findings.list.n, 1);
    assert_string_equal(f.findings.list.v[0].code, "irb-damaged");
    assert_string_equal(f.findings.list.v[0].detail,
                        "byte 114: Photoshop resources: no resource starts here");
    cut_arena_release(&f.arena);
}

static void truncation_at_every_byte_is_survived(void **state)
{
    (void)state;
    for (size_t n = 0; n < TWO.n; n++) {
        fixture f;
        uint8_t *copy = malloc(n ? n : 1); /* so that a sanitizer sees a read past the end */
        memcpy(copy, two, n);
        parse(&f, (cut_view){copy, n});
        /* The first resource is whole with its data; its pad byte may be missing. */
        assert_int_equal(f.irb.resources.n, n >= 15 ? 1 : 0);
        assert_int_equal(f.findings.list.n, n == 0 || n == 15 || n == 16 ? 0 : 1);
        cut_arena_release(&f.arena);
        free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(resources_are_split_with_their_places),
        cmocka_unit_test(a_missing_pad_byte_and_trailing_zeros_are_no_damage),
        cmocka_unit_test(resources_of_other_programs_are_stepped_over),
        cmocka_unit_test(damage_keeps_what_stands_before_it),
        cmocka_unit_test(truncation_at_every_byte_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
