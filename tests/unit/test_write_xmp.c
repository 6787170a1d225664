/* XMP packets edited where they stand. */
#include "unit.h"

#include "base/limits.h"
#include "meta/xmp.h"
#include "writeback/xmp_edit.h"
#include "writeback/xmp_split.h"

#include <stdlib.h>

#define HEAD                                                                                       \
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "                                                \
    "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
#define TAIL "</rdf:RDF></x:xmpmeta>"
#define DC "xmlns:dc='http://purl.org/dc/elements/1.1/'"
#define PHOTOSHOP "xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"
#define CORE "xmlns:c='http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'"

typedef struct fixture {
    cut_arena arena;
    cutline_error err;
    cut_change changes[4];
    cut_changes list;
    cut_xmp_job job;
    cut_view out;
} fixture;

static void start(fixture *f)
{
    *f = (fixture){.list = {f->changes, 0}};
    cut_arena_init(&f->arena, 64u << 20);
    f->job = (cut_xmp_job){.arena = &f->arena, .changes = &f->list, .max = CUT_MAX_BLOCK_BYTES};
}

static void change(fixture *f, size_t field, const cutline_value *values, size_t count)
{
    f->changes[f->list.n++] = (cut_change){&cut_fields[field], values, count};
}

static cutline_status edit(fixture *f, const char *packet)
{
    return cut_xmp_edit(&f->job, cut_view_of_str(cut_str_from(packet)), &f->out, &f->err);
}

/* The packet after the edit is exactly this. */
static void gives(fixture *f, const char *packet, const char *wanted)
{
    cutline_status status = edit(f, packet);
    if (status != CUTLINE_OK)
        fail_msg("%s", f->err.message);
    char *text = cut_arena_copy(&f->arena, cut_str_of_view(f->out));
    assert_string_equal(text, wanted);
    cut_arena_release(&f->arena);
}

static const cutline_value bern = {.text = "Bern & <so>"};

static void an_attribute_keeps_its_form(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    gives(&f,
          HEAD "<rdf:Description " PHOTOSHOP "\n photoshop:City = 'old' photoshop:State='x'/>" TAIL,
          HEAD "<rdf:Description " PHOTOSHOP
               "\n photoshop:City = 'Bern &amp; &lt;so&gt;' photoshop:State='x'/>" TAIL);
}

/* "City" is a part of IPTC Extension, though it begins like those of the contact details. */
static void parts_of_a_structure_have_their_namespaces(void **state)
{
    (void)state;
    static const cutline_value city = {.text = "Bern"}, north = {.text = "46,30N"};
    static const cutline_member parts[] = {{.name = "City", .values = &city, .count = 1},
                                           {.name = "GPSLatitude", .values = &north, .count = 1}};
    static const cutline_value place = {.members = parts, .member_count = 2};
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_location_shown, &place, 1);
    gives(&f,
          HEAD "<rdf:Description xmlns:e='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' "
               "xmlns:exif='http://ns.adobe.com/exif/1.0/'></rdf:Description>" TAIL,
          HEAD "<rdf:Description xmlns:e='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' "
               "xmlns:exif='http://ns.adobe.com/exif/1.0/'>\n   <e:LocationShown><rdf:Bag>"
               "<rdf:li rdf:parseType=\"Resource\"><e:City>Bern</e:City>"
               "<exif:GPSLatitude>46,30N</exif:GPSLatitude></rdf:li></rdf:Bag></e:LocationShown>"
               "</rdf:Description>" TAIL);
}

#define EXTENSION "xmlns:e='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'"
#define LOCATIONS(first, second)                                                                   \
    HEAD "<rdf:Description " PHOTOSHOP " " EXTENSION " photoshop:City='" first "'>"                \
         "<e:LocationShown><rdf:Bag><rdf:li rdf:parseType='Resource'><e:City>" first "</e:City>"   \
         "<e:CountryName>Here</e:CountryName></rdf:li><rdf:li e:City='" second "'/>"               \
         "<rdf:li rdf:parseType='Resource'><e:City>" second "</e:City>"                            \
         "<e:ProvinceState>Elsewhere</e:ProvinceState></rdf:li></rdf:Bag></e:LocationShown>"       \
         "</rdf:Description>" TAIL

/* Of three places shown the first says what the field said, the second another city, and the third
 * another one in another province. */
static void places_that_say_the_same_follow(void **state)
{
    (void)state;
    static const cutline_value other = {.text = "Bern"};
    static const cut_place place = {
        .parts = {{.member = "Sublocation"},
                  {.member = "City", .old = "Old", .text = "Bern", .changes = true},
                  {.member = "ProvinceState", .old = "Province"},
                  {.member = "CountryName"},
                  {.member = "CountryCode"}}};
    fixture f;
    start(&f);
    f.job.place = &place;
    change(&f, CUT_FIELD_city, &other, 1);
    gives(&f, LOCATIONS("Old", "Basel"), LOCATIONS("Bern", "Basel"));
}

/* Where the file has no field, what is read as its city stands in LocationShown. */
static void a_place_shown_stands_in_for_the_field(void **state)
{
    (void)state;
    static const cutline_value old = {.text = "Old"}, new = {.text = "Bern"};
    static const cutline_member member = {.name = "City", .values = &old, .count = 1};
    static cutline_value shown = {.members = &member, .member_count = 1};
    static const cut_change change = {&cut_fields[CUT_FIELD_city], &new, 1};
    cut_reading *reading = calloc(1, sizeof *reading);
    cut_changes changes = {&change, 1};
    cut_place place;
    assert_non_null(reading);
    assert_false(cut_place_read(&changes, reading, &place));
    reading->heard[CUT_FIELD_location_shown].said[CUT_XMP] = (cut_values){&shown, 1};
    assert_true(cut_place_read(&changes, reading, &place));
    assert_string_equal(place.parts[1].old, "Old");
    assert_string_equal(place.parts[1].text, "Bern");
    for (size_t i = 0; i < CUT_PLACE_PARTS; i++)
        assert_non_null(place.parts[i].member);
    free(reading);
}

static void an_element_keeps_its_place(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    gives(&f,
          HEAD "<rdf:Description xmlns:p='http://ns.adobe.com/photoshop/1.0/'> <p:City>old</p:City>"
               " <p:Own>kept</p:Own></rdf:Description>" TAIL,
          HEAD "<rdf:Description xmlns:p='http://ns.adobe.com/photoshop/1.0/'> <p:City>Bern &amp; "
               "&lt;so&gt;</p:City> <p:Own>kept</p:Own></rdf:Description>" TAIL);
}

static void a_new_property_declares_what_is_missing(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    gives(&f, HEAD "<rdf:Description rdf:about=''/>" TAIL,
          HEAD "<rdf:Description rdf:about=''>\n   <photoshop:City "
               "xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\">Bern &amp; &lt;so&gt;"
               "</photoshop:City></rdf:Description>" TAIL);
}

static void a_packet_without_nodes_gets_one(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, &bern, 1);
    assert_int_equal(edit(&f, HEAD TAIL), CUTLINE_OK);
    cut_str text = cut_str_of_view(f.out);
    assert_true(cut_str_find(text, CUT_STR("<rdf:Description rdf:about=\"\">"), 0) != SIZE_MAX);
    assert_true(cut_str_ends(text, CUT_STR("</rdf:Description>" TAIL)));
    cut_arena_release(&f.arena);
}

static void what_goes_goes_in_every_form(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_city, NULL, 0);
    gives(&f,
          HEAD "<rdf:Description " PHOTOSHOP " photoshop:City='a' photoshop:State='x'/>"
               "<rdf:Description " PHOTOSHOP ">\n  <photoshop:City>b</photoshop:City>\n"
               "</rdf:Description>" TAIL,
          HEAD "<rdf:Description " PHOTOSHOP " photoshop:State='x'/>"
               "<rdf:Description " PHOTOSHOP ">\n</rdf:Description>" TAIL);
}

static void languages_that_are_not_named_stay(void **state)
{
    (void)state;
    static const cutline_value values[] = {
        {.text = "new"}, {.text = NULL, .lang = "de"}, {.text = "\xD8\xB9", .lang = "ar"}};
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_caption, values, 3);
    gives(&f,
          HEAD
          "<rdf:Description " DC "><dc:description><rdf:Alt>"
          "<rdf:li xml:lang='x-default'>old</rdf:li> <rdf:li xml:lang='fr'>fr</rdf:li>"
          " <rdf:li xml:lang='de'>de</rdf:li></rdf:Alt></dc:description></rdf:Description>" TAIL,
          HEAD "<rdf:Description " DC "><dc:description><rdf:Alt>"
               "<rdf:li xml:lang='x-default'>new</rdf:li> <rdf:li xml:lang='fr'>fr</rdf:li>"
               "<rdf:li xml:lang=\"ar\">\xD8\xB9</rdf:li></rdf:Alt></dc:description>"
               "</rdf:Description>" TAIL);
}

static void the_last_language_takes_the_property_along(void **state)
{
    (void)state;
    static const cutline_value value = {.text = NULL};
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_caption, &value, 1);
    gives(&f,
          HEAD "<rdf:Description " DC "><dc:description><rdf:Alt><rdf:li xml:lang='x-default'>old"
               "</rdf:li></rdf:Alt></dc:description></rdf:Description>" TAIL,
          HEAD "<rdf:Description " DC "></rdf:Description>" TAIL);
}

static void a_list_keeps_its_kind(void **state)
{
    (void)state;
    static const cutline_value values[] = {{.text = "a"}, {.text = "b"}};
    fixture f;
    start(&f);
    change(&f, CUT_FIELD_keywords, values, 2);
    gives(&f,
          HEAD "<rdf:Description " DC "><dc:subject><rdf:Seq><rdf:li>x</rdf:li></rdf:Seq>"
               "</dc:subject></rdf:Description>" TAIL,
          HEAD "<rdf:Description " DC "><dc:subject><rdf:Seq><rdf:li>a</rdf:li><rdf:li>b</rdf:li>"
               "</rdf:Seq></dc:subject></rdf:Description>" TAIL);
}

static void parts_of_a_structure_are_edited_in_all_its_forms(void **state)
{
    (void)state;
    static const cutline_value mail = {.text = "a@b"}, town = {.text = "Bern"};
    static const char *const forms[][2] = {
        {HEAD "<rdf:Description " CORE
              "><c:CreatorContactInfo c:CiEmailWork='old' c:CiTelWork='1'/>"
              "</rdf:Description>" TAIL,
         HEAD "<rdf:Description " CORE "><c:CreatorContactInfo c:CiEmailWork='a@b' c:CiTelWork='1' "
              "c:CiAdrCity=\"Bern\"/></rdf:Description>" TAIL},
        {HEAD "<rdf:Description " CORE "><c:CreatorContactInfo rdf:parseType='Resource'>"
              "<c:CiEmailWork>old</c:CiEmailWork></c:CreatorContactInfo></rdf:Description>" TAIL,
         HEAD "<rdf:Description " CORE "><c:CreatorContactInfo rdf:parseType='Resource'>"
              "<c:CiEmailWork>a@b</c:CiEmailWork><c:CiAdrCity>Bern</c:CiAdrCity>"
              "</c:CreatorContactInfo></rdf:Description>" TAIL},
        {HEAD "<rdf:Description " CORE "><c:CreatorContactInfo><rdf:Description c:CiTelWork='1'/>"
              "</c:CreatorContactInfo></rdf:Description>" TAIL,
         HEAD "<rdf:Description " CORE "><c:CreatorContactInfo><rdf:Description c:CiTelWork='1' "
              "c:CiEmailWork=\"a@b\" c:CiAdrCity=\"Bern\"/></c:CreatorContactInfo>"
              "</rdf:Description>" TAIL},
        {HEAD "<rdf:Description " CORE "></rdf:Description>" TAIL,
         HEAD "<rdf:Description " CORE ">\n   <c:CreatorContactInfo rdf:parseType=\"Resource\">"
              "<c:CiEmailWork>a@b</c:CiEmailWork><c:CiAdrCity>Bern</c:CiAdrCity>"
              "</c:CreatorContactInfo></rdf:Description>" TAIL},
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        fixture f;
        start(&f);
        change(&f, CUT_FIELD_contact_email, &mail, 1);
        change(&f, CUT_FIELD_contact_city, &town, 1);
        gives(&f, forms[i][0], forms[i][1]);
    }
}

static void the_next_edit_fits_the_padding(void **state)
{
    (void)state;
    static const cutline_value longer = {.text = "a city with a longer name"};
    fixture f;
    start(&f);
    f.job.padded = true;
    change(&f, CUT_FIELD_city, &bern, 1);
    assert_int_equal(edit(&f, ""), CUTLINE_OK);
    cut_view first = f.out;
    assert_in_range(first.n, 2048, 4096);
    assert_true(cut_str_ends(cut_str_of_view(first), CUT_STR("<?xpacket end=\"w\"?>")));
    f.changes[0].values = &longer;
    assert_int_equal(cut_xmp_edit(&f.job, first, &f.out, &f.err), CUTLINE_OK);
    assert_int_equal(f.out.n, first.n);
    f.job.max = 100;
    assert_int_equal(cut_xmp_edit(&f.job, first, &f.out, &f.err), CUTLINE_LIMIT);
    cut_arena_release(&f.arena);
}

static void broken_packets_are_refused(void **state)
{
    (void)state;
    static const char *const packets[] = {
        HEAD "<rdf:Description><unclosed></rdf:Description>" TAIL,
        "<!DOCTYPE a [<!ENTITY b 'c'>]>" HEAD TAIL,
        "<html><body/></html>",
        "<RDF xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><Description/></RDF>",
    };
    for (size_t i = 0; i < sizeof packets / sizeof packets[0]; i++) {
        fixture f;
        start(&f);
        change(&f, CUT_FIELD_city, &bern, 1);
        assert_int_equal(edit(&f, packets[i]), CUTLINE_MALFORMED);
        cut_arena_release(&f.arena);
    }
}

/* The value of a top-level property as the reader has it. */
static cut_str value_of(fixture *f, cut_view packet, const char *prefix, const char *name)
{
    cut_xmp xmp = {0};
    cut_findings findings = cut_findings_in(&f->arena);
    assert_int_equal(cut_xmp_parse(&f->arena, packet, 0, "x", &xmp, &findings, NULL), CUTLINE_OK);
    assert_int_equal(findings.list.n, 0);
    return cut_xmp_text(cut_xmp_find(&xmp, prefix, name));
}

static void what_does_not_fit_moves_into_an_extension(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    char *text = cut_arena_alloc(&f.arena, 4096, 1);
    memset(text, 'x', 3000);
    const char *packet = cut_arena_printf(
        &f.arena,
        HEAD "<rdf:Description rdf:about='' " DC " " PHOTOSHOP "><dc:source>%s</dc:source>"
             "<photoshop:City>Bern</photoshop:City></rdf:Description>" TAIL,
        text);
    cut_view main_packet, extension, none = {NULL, 0};
    cut_view whole = cut_view_of_str(cut_str_from(packet));
    assert_int_equal(cut_xmp_split(&f.arena, whole, none, 1500, &main_packet, &extension, &f.err),
                     CUTLINE_OK);
    assert_true(main_packet.n < 1500);
    assert_int_equal(value_of(&f, main_packet, "dc", "source").n, 0);
    assert_int_equal(value_of(&f, main_packet, "photoshop", "City").n, 4);
    assert_int_equal(value_of(&f, extension, "dc", "source").n, 3000);
    cut_view again;
    assert_int_equal(cut_xmp_split(&f.arena, whole, extension, 1500, &main_packet, &again, &f.err),
                     CUTLINE_OK);
    assert_true(again.n > extension.n);
    assert_int_equal(cut_xmp_split(&f.arena, whole, none, 100, &main_packet, &extension, &f.err),
                     CUTLINE_LIMIT);
    cut_arena_release(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_attribute_keeps_its_form),
        cmocka_unit_test(parts_of_a_structure_have_their_namespaces),
        cmocka_unit_test(places_that_say_the_same_follow),
        cmocka_unit_test(a_place_shown_stands_in_for_the_field),
        cmocka_unit_test(an_element_keeps_its_place),
        cmocka_unit_test(a_new_property_declares_what_is_missing),
        cmocka_unit_test(a_packet_without_nodes_gets_one),
        cmocka_unit_test(what_goes_goes_in_every_form),
        cmocka_unit_test(languages_that_are_not_named_stay),
        cmocka_unit_test(the_last_language_takes_the_property_along),
        cmocka_unit_test(a_list_keeps_its_kind),
        cmocka_unit_test(parts_of_a_structure_are_edited_in_all_its_forms),
        cmocka_unit_test(the_next_edit_fits_the_padding),
        cmocka_unit_test(broken_packets_are_refused),
        cmocka_unit_test(what_does_not_fit_moves_into_an_extension),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
