/* XMP packets: every form of RDF, namespaces, encodings, breaks, limits. */
#include "unit.h"

#include "base/buf.h"
#include "meta/xmp.h"

#include <stdlib.h>

#define RDF "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
#define DC "xmlns:dc='http://purl.org/dc/elements/1.1/' "
#define EXT "xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' "
#define WRAP(attributes, body)                                                                     \
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF " RDF ">"                                        \
    "<rdf:Description rdf:about='' " DC EXT attributes ">" body "</rdf:Description>"               \
    "</rdf:RDF></x:xmpmeta>"

typedef struct fixture {
    cut_arena arena;
    cut_findings findings;
    cut_xmp xmp;
} fixture;

static void start(fixture *f)
{
    cut_arena_init(&f->arena, 64 << 20);
    f->findings = cut_findings_in(&f->arena);
    f->xmp = (cut_xmp){0};
}

static void parse(fixture *f, cut_str packet)
{
    assert_int_equal(
        cut_xmp_parse(&f->arena, cut_view_of_str(packet), 0, "a.jpg", &f->xmp, &f->findings, NULL),
        CUTLINE_OK);
}

static void read_packet(fixture *f, const char *packet)
{
    start(f);
    parse(f, cut_str_from(packet));
}

static void assert_str(cut_str text, const char *expected)
{
    assert_non_null(text.p);
    assert_int_equal(text.n, strlen(expected));
    assert_memory_equal(text.p, expected, text.n);
}

static void assert_property(const fixture *f, const char *prefix, const char *name,
                            const char *expected)
{
    const cut_xmp_node *node = cut_xmp_find(&f->xmp, prefix, name);
    assert_non_null(node);
    assert_str(cut_xmp_text(node), expected);
}

static void simple_values_are_attributes_or_elements(void **state)
{
    (void)state;
    fixture f;
    read_packet(&f, WRAP("dc:format='image/jpeg'", "<dc:source>S &amp; <![CDATA[T]]></dc:source>"
                                                   "<dc:coverage/>"));
    assert_property(&f, "dc", "format", "image/jpeg");
    assert_property(&f, "dc", "source", "S & T");
    assert_property(&f, "dc", "coverage", "");
    assert_null(cut_xmp_find(&f.xmp, "dc", "title"));
    assert_null(cut_xmp_find(&f.xmp, "rdf", "about"));
    assert_int_equal(f.findings.list.n, 0);
    cut_arena_release(&f.arena);
}

static void arrays_keep_order_and_language(void **state)
{
    (void)state;
    fixture f;
    read_packet(&f, WRAP("", "<dc:title>\n <rdf:Alt>\n"
                             "  <rdf:li xml:lang='fr'>Un</rdf:li>\n"
                             "  <rdf:li xml:lang='x-default'>One</rdf:li>\n"
                             " </rdf:Alt>\n</dc:title>"
                             "<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:_2>B</rdf:_2></rdf:Seq>"
                             "</dc:creator><dc:subject><rdf:Bag/></dc:subject>"));
    const cut_xmp_node *title = cut_xmp_find(&f.xmp, "dc", "title");
    assert_int_equal(title->kind, CUT_XMP_ALT);
    assert_int_equal(title->child_count, 2);
    assert_str(title->child->lang, "fr");
    assert_str(cut_xmp_text(title), "One");
    const cut_xmp_node *creator = cut_xmp_find(&f.xmp, "dc", "creator");
    assert_int_equal(creator->kind, CUT_XMP_SEQ);
    assert_str(creator->child->next->value, "B");
    assert_int_equal(cut_xmp_find(&f.xmp, "dc", "subject")->kind, CUT_XMP_BAG);
    assert_null(cut_xmp_text(cut_xmp_find(&f.xmp, "dc", "subject")).p);
    cut_arena_release(&f.arena);
}

/* City = "Geneva" of the only LocationCreated, whatever the form. */
static void assert_geneva(const char *packet)
{
    fixture f;
    read_packet(&f, packet);
    const cut_xmp_node *place = cut_xmp_find(&f.xmp, "Iptc4xmpExt", "LocationCreated");
    assert_non_null(place);
    assert_int_equal(place->kind, CUT_XMP_STRUCT);
    assert_str(cut_xmp_text(cut_xmp_member(place, "Iptc4xmpExt", "City")), "Geneva");
    assert_null(cut_xmp_member(place, "dc", "City"));
    assert_non_null(cut_xmp_member(place, NULL, "City"));
    assert_null(cut_xmp_text(place).p);
    assert_int_equal(f.findings.list.n, 0);
    cut_arena_release(&f.arena);
}

static void structures_come_in_many_forms(void **state)
{
    (void)state;
    assert_geneva(WRAP("", "<Iptc4xmpExt:LocationCreated rdf:parseType='Resource'> "
                           "<Iptc4xmpExt:City>Geneva</Iptc4xmpExt:City> "
                           "</Iptc4xmpExt:LocationCreated>"));
    assert_geneva(WRAP("", "<Iptc4xmpExt:LocationCreated><rdf:Description>"
                           "<Iptc4xmpExt:City>Geneva</Iptc4xmpExt:City>"
                           "</rdf:Description></Iptc4xmpExt:LocationCreated>"));
    assert_geneva(WRAP("", "<Iptc4xmpExt:LocationCreated>"
                           "<rdf:Description Iptc4xmpExt:City='Geneva'/>"
                           "</Iptc4xmpExt:LocationCreated>"));
    assert_geneva(WRAP("", "<Iptc4xmpExt:LocationCreated Iptc4xmpExt:City='Geneva'/>"));
    assert_geneva(WRAP("", "<Iptc4xmpExt:LocationCreated><Iptc4xmpExt:Place>"
                           "<Iptc4xmpExt:City>Geneva</Iptc4xmpExt:City>"
                           "</Iptc4xmpExt:Place></Iptc4xmpExt:LocationCreated>"));
    assert_geneva(WRAP("", "<Iptc4xmpExt:LocationCreated>" /* not RDF, but written */
                           "<Iptc4xmpExt:City>Geneva</Iptc4xmpExt:City>"
                           "</Iptc4xmpExt:LocationCreated>"));
}

static void uris_qualifiers_and_literals_are_values(void **state)
{
    (void)state;
    fixture f;
    read_packet(&f, WRAP("", "<dc:relation rdf:resource='http://a.example/'/>"
                             "<dc:source rdf:value='S' dc:qualifier='q'/>"
                             "<dc:rights rdf:parseType='Resource'><rdf:value>R</rdf:value>"
                             "<dc:qualifier>q</dc:qualifier></dc:rights>"
                             "<dc:coverage><rdf:Description rdf:value='C'/></dc:coverage>"
                             "<dc:description rdf:parseType='Literal'>a <b>bold</b> text"
                             "</dc:description>"));
    assert_property(&f, "dc", "relation", "http://a.example/");
    assert_property(&f, "dc", "source", "S");
    assert_property(&f, "dc", "rights", "R");
    assert_property(&f, "dc", "coverage", "C");
    assert_property(&f, "dc", "description", "a bold text");
    cut_arena_release(&f.arena);
}

static void arrays_may_be_referred_to_by_name(void **state)
{
    (void)state;
    fixture f;
    read_packet(&f, "<rdf:RDF " RDF DC "><rdf:Bag rdf:nodeID='n'><rdf:li>k</rdf:li>"
                    "<rdf:li rdf:nodeID='n'/></rdf:Bag>"
                    "<rdf:Description rdf:about=''><dc:subject rdf:nodeID='n'/></rdf:Description>"
                    "</rdf:RDF>");
    const cut_xmp_node *subject = cut_xmp_find(&f.xmp, "dc", "subject");
    assert_int_equal(subject->child_count, 2);
    assert_str(subject->child->value, "k");
    assert_null(subject->child->next->child); /* no loop */
    cut_arena_release(&f.arena);
}

static void namespaces_are_known_by_uri(void **state)
{
    (void)state;
    fixture f;
    read_packet(&f, "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                    "<r:Description xmlns:a='http://ns.adobe.com/photoshop/1.0/' a:City='Bern'>"
                    "<b:x xmlns:b='http://purl.org/dc/elements/1.1'>1</b:x>"
                    "<b:y xmlns:b='urn:own'>2</b:y><photoshop:Credit>REUTERS</photoshop:Credit>"
                    "</r:Description></r:RDF>");
    assert_property(&f, "photoshop", "City", "Bern");
    assert_property(&f, "dc", "x", "1");                   /* a URI without its last slash */
    assert_property(&f, "photoshop", "Credit", "REUTERS"); /* a prefix never declared */
    const cut_xmp_node *own = cut_xmp_find(&f.xmp, NULL, "y");
    assert_null(own->prefix);
    assert_str(own->ns, "urn:own");
    assert_int_equal(f.findings.list.n, 0);
    cut_arena_release(&f.arena);
}

static void the_first_of_two_equal_properties_wins(void **state)
{
    (void)state;
    fixture f;
    read_packet(&f, WRAP("", "<dc:source>main</dc:source>"));
    parse(&f, CUT_STR(WRAP("", "<dc:source>extension</dc:source><dc:format>f</dc:format>")));
    assert_property(&f, "dc", "source", "main");
    assert_property(&f, "dc", "format", "f");
    cut_arena_release(&f.arena);
}

/* The packet of ASCII characters in another encoding. */
static void read_encoded(fixture *f, const char *packet, size_t unit, bool big_endian)
{
    cut_buf b;
    cut_buf_init(&b, 1 << 20);
    for (size_t i = 0; packet[i]; i++)
        for (size_t u = 0; u < unit; u++)
            cut_buf_char(&b, u == (big_endian ? unit - 1 : 0) ? packet[i] : '\0');
    start(f);
    cut_str text = cut_buf_str(&b);
    const char *kept = cut_arena_copy(&f->arena, text); /* properties point into it */
    cut_buf_release(&b);
    parse(f, (cut_str){kept, text.n});
}

static void all_unicode_encodings_are_read(void **state)
{
    (void)state;
    for (size_t unit = 1; unit <= 4; unit *= 2)
        for (int big = 0; big <= 1; big++) {
            fixture f;
            read_encoded(&f, WRAP("dc:source='S'", ""), unit, big);
            assert_property(&f, "dc", "source", "S");
            assert_int_equal(f.findings.list.n, 0);
            cut_arena_release(&f.arena);
        }
}

static void wrappers_padding_and_wrong_bytes_do_not_matter(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    parse(&f, CUT_STR("junk<?xpacket begin='\xef\xbb\xbf' id='W5M0MpCehiHzreSzNTczkc9d'?>" WRAP(
                  "", "<dc:source>S</dc:source>") "   <?xpacket end='w'?>\0\0 junk & junk"));
    assert_property(&f, "dc", "source", "S");
    cut_arena_release(&f.arena);

    read_packet(&f, WRAP("", "<dc:source>Caf\xe9 \x0b</dc:source>"));
    assert_property(&f, "dc", "source", "Caf\xc3\xa9  ");
    assert_string_equal(f.findings.list.v[0].code, "text-repaired");
    cut_arena_release(&f.arena);
}

/* Not every program escapes what it writes. */
static void stray_ampersands_are_text(void **state)
{
    (void)state;
    fixture f;
    read_packet(&f,
                WRAP("", "<dc:source>Rock & Roll &amp; R&B &#x41;&#66; &nbsp; &#x; &</dc:source>"
                         "<dc:format>S</dc:format>"));
    assert_property(&f, "dc", "source", "Rock & Roll & R&B AB &nbsp; &#x; &");
    assert_property(&f, "dc", "format", "S");
    assert_int_equal(f.findings.list.n, 1);
    assert_string_equal(f.findings.list.v[0].code, "text-repaired");
    cut_arena_release(&f.arena);
    read_packet(&f, WRAP("dc:source='A & B'", "<dc:format>\xe9 &</dc:format>"));
    assert_property(&f, "dc", "source", "A & B");
    assert_property(&f, "dc", "format", "\xc3\xa9 &");
    cut_arena_release(&f.arena);
    read_packet(&f, WRAP("", "<dc:source><![CDATA[A & B]]></dc:source>"));
    assert_property(&f, "dc", "source", "A & B");
    assert_int_equal(f.findings.list.n, 0);
    cut_arena_release(&f.arena);
}

static void a_break_keeps_what_stands_before_it(void **state)
{
    (void)state;
    fixture f;
    read_packet(&f, WRAP("", "<dc:source>S</dc:source><dc:subject><rdf:Bag><rdf:li>k</rdf:li>"
                             "<rdf:li>lost</dc:wrong>"));
    assert_property(&f, "dc", "source", "S");
    const cut_xmp_node *subject = cut_xmp_find(&f.xmp, "dc", "subject");
    assert_int_equal(subject->child_count, 1);
    assert_int_equal(f.findings.list.n, 1);
    assert_string_equal(f.findings.list.v[0].code, "xmp-damaged");
    cut_arena_release(&f.arena);
}

static void document_types_are_refused(void **state)
{
    (void)state;
    fixture f;
    read_packet(&f, "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>" WRAP(
                        "dc:source='S'", "<dc:format>&b;</dc:format>"));
    assert_null(f.xmp.properties);
    assert_string_equal(f.findings.list.v[0].code, "xmp-damaged");
    assert_non_null(strstr(f.findings.list.v[0].detail, "document type"));
    cut_arena_release(&f.arena);
}

static void depth_and_number_are_bounded(void **state)
{
    (void)state;
    fixture f;
    cut_buf b;
    cut_buf_init(&b, 32 << 20);
    cut_buf_z(&b, "<rdf:RDF " RDF DC "><rdf:Description dc:source='S'>");
    for (int i = 0; i < 5000; i++)
        cut_buf_z(&b, "<dc:x rdf:parseType='Resource'>");
    start(&f);
    parse(&f, cut_buf_str(&b));
    assert_property(&f, "dc", "source", "S");
    assert_non_null(strstr(f.findings.list.v[0].detail, "nested deeper"));
    cut_arena_release(&f.arena);

    cut_buf_clear(&b);
    cut_buf_z(&b, "<rdf:RDF " RDF DC "><rdf:Description>");
    for (int i = 0; i < 250000; i++)
        cut_buf_z(&b, "<dc:x/>");
    start(&f);
    parse(&f, cut_buf_str(&b));
    assert_non_null(strstr(f.findings.list.v[0].detail, "more properties"));
    cut_arena_release(&f.arena);
    cut_buf_release(&b);
}

static void truncation_at_every_byte_is_survived(void **state)
{
    (void)state;
    static const char packet[] =
        WRAP("dc:format='f'", "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>T</rdf:li></rdf:Alt>"
                              "</dc:title><Iptc4xmpExt:P><rdf:Bag><rdf:li><rdf:Description "
                              "dc:source='q'/></rdf:li></rdf:Bag></Iptc4xmpExt:P>");
    for (size_t n = 0; n < sizeof packet; n++) {
        fixture f;
        char *copy = malloc(n ? n : 1);
        memcpy(copy, packet, n);
        start(&f);
        parse(&f, (cut_str){copy, n});
        assert_int_equal(f.findings.list.n, n == 0 || n >= sizeof packet - 1 ? 0 : 1);
        cut_arena_release(&f.arena);
        free(copy);
    }
}

static void prefixes_and_uris_are_found_both_ways(void **state)
{
    (void)state;
    cut_str plus = CUT_STR("http://ns.useplus.org/ldf/xmp/1.0/");
    assert_string_equal(cut_xmp_namespace_of(plus)->prefix, "plus");
    assert_null(cut_xmp_namespace_of(CUT_STR("http://ns.useplus.org/")));
    assert_string_equal(cut_xmp_namespace_by(CUT_STR("dc"))->uri,
                        "http://purl.org/dc/elements/1.1/");
    assert_string_equal(
        cut_xmp_namespace_of(CUT_STR("http://prismstandard.org/namespaces/basic/3.0"))->uri,
        "http://prismstandard.org/namespaces/basic/2.0/");
    assert_null(cut_xmp_namespace_by(CUT_STR("nothing")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(simple_values_are_attributes_or_elements),
        cmocka_unit_test(arrays_keep_order_and_language),
        cmocka_unit_test(structures_come_in_many_forms),
        cmocka_unit_test(uris_qualifiers_and_literals_are_values),
        cmocka_unit_test(arrays_may_be_referred_to_by_name),
        cmocka_unit_test(namespaces_are_known_by_uri),
        cmocka_unit_test(the_first_of_two_equal_properties_wins),
        cmocka_unit_test(all_unicode_encodings_are_read),
        cmocka_unit_test(wrappers_padding_and_wrong_bytes_do_not_matter),
        cmocka_unit_test(stray_ampersands_are_text),
        cmocka_unit_test(a_break_keeps_what_stands_before_it),
        cmocka_unit_test(document_types_are_refused),
        cmocka_unit_test(depth_and_number_are_bounded),
        cmocka_unit_test(truncation_at_every_byte_is_survived),
        cmocka_unit_test(prefixes_and_uris_are_found_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
