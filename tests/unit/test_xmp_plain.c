/* Which packets are plain, and that they are read as expat reads them. */
#include "unit.h"

#include "meta/xmp_plain.h"

#define WRAP(body)                                                                                 \
    "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description r:about='' "      \
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:format>" body                                 \
    "</dc:format></r:Description></r:RDF>"

static cut_arena arena;

/* Reads by the plain reader alone: the value of dc:format, or NULL if the packet is not plain. */
static const char *plain(const char *text)
{
    cut_xmp_packet packet;
    cut_xmp xmp = {0};
    cut_xmp_packet_init(&packet, &arena, &xmp);
    bool done = cut_xmp_read_plain(&packet, cut_str_from(text));
    cut_rdf_finish(&packet.rdf);
    cut_xmp_packet_release(&packet);
    return done ? cut_arena_copy(&arena, cut_xmp_text(cut_xmp_find(&xmp, "dc", "format"))) : NULL;
}

/* The same by expat, which a comment in front calls for. */
static const char *by_expat(const char *text)
{
    cut_findings findings = cut_findings_in(&arena);
    cut_xmp xmp = {0};
    cut_str commented = cut_str_from(cut_arena_printf(&arena, "<!-- -->%s", text));
    assert_int_equal(
        cut_xmp_parse(&arena, cut_view_of_str(commented), 0, "a", &xmp, &findings, NULL),
        CUTLINE_OK);
    assert_int_equal(findings.list.n, 0);
    return cut_arena_copy(&arena, cut_xmp_text(cut_xmp_find(&xmp, "dc", "format")));
}

static void assert_plain(const char *text, const char *value)
{
    const char *ours = plain(text);
    assert_non_null(ours);
    assert_string_equal(ours, value);
    assert_string_equal(by_expat(text), value);
}

static void what_programs_write_is_plain(void **state)
{
    (void)state;
    assert_plain(WRAP("image/jpeg"), "image/jpeg");
    assert_plain(WRAP("a &lt;b&gt; &amp;&quot;&apos;"), "a <b> &\"'");
    assert_plain(WRAP("Z&#252;rich &#x4E2D;&#x1F600;"), "Zürich 中😀");
    assert_plain(WRAP("one\n two"), "one\n two");
    assert_plain(WRAP("a > b ] ]"), "a > b ] ]");
    assert_plain(WRAP("a<?pi?>b<?pi x?>c"), "abc");
    assert_plain("<?xpacket begin='' id='W'?>\n" WRAP("x") "<?xpacket end='w'?>", "x");
    assert_plain(WRAP("x") "<junk & more", "x");
    assert_plain("<d:Description xmlns:d = \"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"
                 "\txmlns:dc='http://purl.org/dc/elements/1.1/' dc:format='a\n\tb&#10;c' />",
                 "a  b\nc");
}

static void what_is_not_plain_is_left_to_expat(void **state)
{
    (void)state;
    static const char *const packets[] = {
        "<?xml version='1.0'?>" WRAP("x"),
        WRAP("<!-- x -->"),
        WRAP("<![CDATA[x]]>"),
        "<!DOCTYPE r>" WRAP("x"),
        WRAP("a\r\nb"),
        WRAP("]]>"),
        WRAP("&nbsp;"),
        WRAP("&#0;"),
        WRAP("&#xD800;"),
        WRAP("&#x110000;"),
        WRAP("&#;"),
        WRAP("&amp"),
        WRAP("\xEF\xBF\xBE"),
        WRAP("<a b='1' b='2'/>"),
        WRAP("<a b='<'/>"),
        WRAP("<a b='1'c='2'/>"),
        WRAP("<a b=1/>"),
        WRAP("<a b/>"),
        WRAP("<\xC3\xA4/>"),
        WRAP("<a></b>"),
        WRAP("<a / >"),
        "text" WRAP("x"),
        "<a>",
        "<a",
        "",
        "<",
        "</a>",
        "<?a",
    };
    for (size_t i = 0; i < sizeof packets / sizeof packets[0]; i++)
        assert_null(plain(packets[i]));
}

/* What the plain reader had taken in before it gave up is not there twice. */
static void a_packet_begun_is_read_anew(void **state)
{
    (void)state;
    cut_findings findings = cut_findings_in(&arena);
    cut_xmp xmp = {0};
    static const char *const packets[] = {WRAP("first"), WRAP("second") "<",
                                          "<a><b/>" WRAP("third") "<!-- --></a>"};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(cut_xmp_parse(&arena, cut_view_of_str(cut_str_from(packets[i])), 0, "a",
                                       &xmp, &findings, NULL),
                         CUTLINE_OK);
    assert_int_equal(findings.list.n, 0);
    const cut_xmp_node *node = xmp.properties;
    static const char *const values[] = {"first", "second", "third"};
    for (size_t i = 0; i < 3; i++, node = node->next) {
        assert_non_null(node);
        assert_true(cut_str_eq(cut_xmp_text(node), cut_str_from(values[i])));
    }
    assert_null(node);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_programs_write_is_plain),
        cmocka_unit_test(what_is_not_plain_is_left_to_expat),
        cmocka_unit_test(a_packet_begun_is_read_anew),
    };
    cut_arena_init(&arena, (size_t)16 << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    cut_arena_release(&arena);
    return failed;
}
