/* IIM streams and Photoshop resources, edited. */
#include "unit.h"

#include "base/digest.h"
#include "writeback/irb_edit.h"

#include <stdio.h>

typedef struct fixture {
    cut_arena arena;
    cut_findings findings;
    cutline_error err;
    cut_change changes[4];
    cut_changes list;
    cut_iim_job job;
    cut_view out;
} fixture;

static void start(fixture *f)
{
    *f = (fixture){.list = {f->changes, 0}};
    cut_arena_init(&f->arena, 16u << 20);
    f->findings = cut_findings_in(&f->arena);
    f->job = (cut_iim_job){.arena = &f->arena, .changes = &f->list, .findings = &f->findings};
}

static void change(fixture *f, size_t field, const cutline_value *values, size_t count)
{
    f->changes[f->list.n++] = (cut_change){&cut_fields[field], values, count};
}

/* A stream as text: "2:90=Bern 2:25=a"; bytes outside ASCII as \xNN. */
static const char *shown(fixture *f, cut_view stream)
{
    cut_iim iim = {0};
    cut_findings ignored = cut_findings_in(&f->arena);
    char *text = cut_arena_alloc(&f->arena, 65536, 1);
    size_t n = 0;
    assert_int_equal(cut_iim_parse(&f->arena, stream, 0, NULL, &iim, &ignored, NULL), CUTLINE_OK);
    for (size_t i = 0; i < iim.sets.n; i++) {
        const cut_iim_dataset *set = &iim.sets.v[i];
        n += (size_t)snprintf(text + n, 65536 - n, "%s%u:%u=", i ? " " : "", set->record,
                              set->number);
        for (size_t k = 0; k < set->raw.n && k < 200; k++)
            n += (size_t)snprintf(text + n, 65536 - n,
                                  set->raw.p[k] >= ' ' && set->raw.p[k] < 127 ? "%c" : "\\x%02x",
                                  set->raw.p[k]);
    }
    return text;
}

static void gives(fixture *f, cut_view old, const char *wanted)
{
    if (cut_iim_edit(&f->job, old, &f->out, &f->err) != CUTLINE_OK)
        fail_msg("%s", f->err.message);
    assert_string_equal(shown(f, f->out), wanted);
    cut_arena_release(&f->arena);
}

#define STREAM(literal) ((cut_view){(const uint8_t *)(literal), sizeof(literal) - 1})
static const cutline_value bern = {.text = "Bern"}, zurich = {.text = "Z\xC3\xBCrich"};

static void data_sets_keep_their_place(void **state)
{
    (void)state;
    static const cutline_value keywords[] = {{.text = "x"}, {.text = "y"}};
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    change(&f, CUT_FIELD_keywords, keywords, 2);
    gives(&f,
          STREAM("\x1C\2\0\0\2\0\4\x1C\2\x19\0\1a\x1C\2\x5A\0\3old\x1C\2\x19\0\1b\x1C\2\xCC\0\1?"),
          "2:0=\\x00\\x04 2:25=x 2:25=y 2:90=Bern 2:204=?");
}

static void a_new_stream_says_its_charset(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &zurich, 1);
    gives(&f, STREAM(""), "1:90=\\x1b%G 2:0=\\x00\\x04 2:90=Z\\xc3\\xbcrich");
}

static void ascii_needs_no_conversion(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    gives(&f, STREAM("\x1C\2\x78\0\4Caf\xE9\x1C\2\x5A\0\1x"), "2:120=Caf\\xe9 2:90=Bern");
}

static void a_stream_is_converted_as_a_whole(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &zurich, 1);
    gives(&f, STREAM("\x1C\1\0\0\2\0\4\x1C\2\x78\0\4Caf\xE9"),
          "1:0=\\x00\\x04 1:90=\\x1b%G 2:120=Caf\\xc3\\xa9 2:90=Z\\xc3\\xbcrich");
}

static void long_values_are_cut_between_characters(void **state)
{
    (void)state;
    static const cutline_value value = {.text = "0123456789012345678901234567890\xC3\xBC and more"};
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_credit, &value, 1);
    assert_int_equal(cut_iim_edit(&f.job, STREAM("\x1C\1\x5A\0\3\x1B%G"), &f.out, &f.err),
                     CUTLINE_OK);
    assert_string_equal(shown(&f, f.out), "1:90=\\x1b%G 2:110=0123456789012345678901234567890");
    assert_int_equal(f.findings.list.n, 1);
    assert_string_equal(f.findings.list.v[0].code, "iim-cut");
    cut_arena_release(&f.arena);
}

static void dates_are_two_data_sets(void **state)
{
    (void)state;
    static const cutline_value with_time = {.text = "2016-05-02T14:03:22+02:00"},
                               day = {.text = "2016-05"};
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_date_created, &with_time, 1);
    gives(&f,
          STREAM("\x1C\2\x3C\0\6"
                 "101010"),
          "2:55=20160502 2:60=140322+0200");
    start(&f);
    change(&f, CUT_FIELD_date_created, &day, 1);
    gives(&f,
          STREAM("\x1C\2\x37\0\x8"
                 "20010101\x1C\2\x3C\0\6"
                 "101010"),
          "2:55=20160500");
}

static void what_is_broken_stays_behind(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    assert_int_equal(
        cut_iim_edit(&f.job, STREAM("\x1C\2\x5A\0\1x\x1C\2\x78\1\0cut"), &f.out, &f.err),
        CUTLINE_OK);
    assert_true(cut_str_ends(cut_str_of_view(f.out), (cut_str){"\x1C\2\x78\1\0cut", 8}));
    assert_string_equal(shown(&f, f.out), "2:90=Bern");
    cut_arena_release(&f.arena);
}

/* ---- resources --------------------------------------------------------------------------------
 */

#define OTHER "8BIM\x04\x0A\3abc\0\0\0\1\1\0"
#define IIM_RESOURCE "8BIM\x04\x04\0\0\0\0\0\6\x1C\2\x5A\0\1x"

static cut_view resource(fixture *f, uint16_t id, size_t nth)
{
    cut_irb irb = {0};
    cut_findings findings = cut_findings_in(&f->arena);
    assert_int_equal(cut_irb_parse(&f->arena, f->out, 0, NULL, &irb, &findings, NULL), CUTLINE_OK);
    assert_int_equal(findings.list.n, 0);
    const cut_irb_resource *r = cut_irb_find(&irb, id, nth);
    return r ? r->data : (cut_view){NULL, 0};
}

static void assert_digest(fixture *f)
{
    uint8_t md5[CUT_MD5_BYTES];
    cut_view digest = resource(f, CUT_IRB_IIM_DIGEST, 0);
    cut_md5(resource(f, CUT_IRB_IIM, 0), md5);
    assert_int_equal(digest.n, sizeof md5);
    assert_memory_equal(digest.p, md5, sizeof md5);
}

static void other_resources_keep_their_bytes(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    assert_int_equal(cut_irb_edit(&f.job, STREAM(OTHER IIM_RESOURCE OTHER), &f.out, &f.err),
                     CUTLINE_OK);
    cut_str out = cut_str_of_view(f.out), other = {OTHER, sizeof OTHER - 1};
    assert_true(cut_str_starts(out, other) && cut_str_ends(out, other));
    assert_string_equal(shown(&f, resource(&f, CUT_IRB_IIM, 0)), "2:90=Bern");
    assert_null(resource(&f, CUT_IRB_IIM_DIGEST, 0).p);
    cut_arena_release(&f.arena);
}

static void new_iim_comes_with_its_digest(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    assert_int_equal(cut_irb_edit(&f.job, STREAM(OTHER), &f.out, &f.err), CUTLINE_OK);
    assert_digest(&f);
    assert_int_equal(resource(&f, 0x040A, 0).n, 1);
    cut_arena_release(&f.arena);
}

/* A right digest follows its IIM, a wrong one stays wrong: the IIM was changed without XMP. */
static void a_digest_stays_what_it_is(void **state)
{
    (void)state;
    static const char iim[] = "\x1C\2\x5A\0\1x";
    for (int right = 0; right < 2; right++) {
        fixture f;
        uint8_t bytes[64], *at = bytes;
        start(&f);
        change(&f, CUT_FIELD_city, &bern, 1);
        memcpy(at, "8BIM\x04\x25\0\0\0\0\0\x10", 12);
        cut_md5(STREAM(iim), at + 12);
        if (!right)
            at[12] ^= 1;
        memcpy(at + 28, IIM_RESOURCE, sizeof IIM_RESOURCE - 1);
        cut_view old = {bytes, 28 + sizeof IIM_RESOURCE - 1};
        assert_int_equal(cut_irb_edit(&f.job, old, &f.out, &f.err), CUTLINE_OK);
        if (right)
            assert_digest(&f);
        else
            assert_memory_equal(resource(&f, CUT_IRB_IIM_DIGEST, 0).p, bytes + 12, CUT_MD5_BYTES);
        cut_arena_release(&f.arena);
    }
}

static void a_second_iim_loses_the_field(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    assert_int_equal(cut_irb_edit(&f.job, STREAM(IIM_RESOURCE IIM_RESOURCE), &f.out, &f.err),
                     CUTLINE_OK);
    assert_string_equal(shown(&f, resource(&f, CUT_IRB_IIM, 0)), "2:90=Bern");
    assert_string_equal(shown(&f, resource(&f, CUT_IRB_IIM, 1)), "");
    cut_arena_release(&f.arena);
}

/* Behind the IIM anything may stand; where the IIM itself cannot be found, another one would be a
 * second. */
static void broken_resources_are_refused(void **state)
{
    (void)state;
    static const char broken[] = "8BIM\x04\x0A\0\0\0\0\1\0x";
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    assert_int_equal(cut_irb_edit(&f.job, STREAM("8BIM\x04\x0A\0\0\0\0\1\0x"), &f.out, &f.err),
                     CUTLINE_MALFORMED);
    assert_int_equal(
        cut_irb_edit(&f.job, STREAM(IIM_RESOURCE "8BIM\x04\x0A\0\0\0\0\1\0x"), &f.out, &f.err),
        CUTLINE_OK);
    cut_str out = cut_str_of_view(f.out);
    assert_true(cut_str_find(out, (cut_str){"\x1C\2\x5A\0\4Bern", 9}, 0) != SIZE_MAX);
    assert_memory_equal(f.out.p + f.out.n - sizeof broken + 1, broken, sizeof broken - 1);
    cut_arena_release(&f.arena);
}

static void a_charset_that_comes_late_comes_first(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &zurich, 1);
    gives(&f, STREAM("\x1C\2\x5A\0\3old\x1C\2\x65\0\3\xC3\xA9y\x1C\1\x5A\0\3\x1B%G"),
          "1:90=\\x1b%G 2:90=Z\\xc3\\xbcrich 2:101=\\xc3\\xa9y");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(data_sets_keep_their_place),
        cmocka_unit_test(a_new_stream_says_its_charset),
        cmocka_unit_test(ascii_needs_no_conversion),
        cmocka_unit_test(a_stream_is_converted_as_a_whole),
        cmocka_unit_test(long_values_are_cut_between_characters),
        cmocka_unit_test(dates_are_two_data_sets),
        cmocka_unit_test(what_is_broken_stays_behind),
        cmocka_unit_test(other_resources_keep_their_bytes),
        cmocka_unit_test(new_iim_comes_with_its_digest),
        cmocka_unit_test(a_digest_stays_what_it_is),
        cmocka_unit_test(a_second_iim_loses_the_field),
        cmocka_unit_test(broken_resources_are_refused),
        cmocka_unit_test(a_charset_that_comes_late_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
