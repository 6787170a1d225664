/* Feeds of pictures: ninjs 1 to 3, and NewsML-G2. */
#include "unit.h"

#include "import/feed.h"
#include "import/page.h"
#include "import/xml_tree.h"

static void read_feed(const char *text, cut_page *page)
{
    cutline_error err;
    cut_view bytes = {(const uint8_t *)text, strlen(text)};
    if (cut_page_read_memory("/a/feed", bytes, CUT_PAGE_FEED, page, &err) != CUTLINE_OK)
        fail_msg("%s at %d", err.message, (int)err.offset);
}

/* A field of an item's list of them; "" if it has none. The result lives in the page. */
static const char *field_of(cut_page *page, size_t i, const char *name)
{
    cut_str rest = cut_str_from(page->items.v[i].fields);
    while (rest.p) {
        cut_str value = cut_str_split(&rest, '\n'), key = cut_str_split(&value, '\t');
        if (cut_str_eq(key, cut_str_from(name)))
            return cut_arena_copy(&page->arena, value);
    }
    return "";
}

static bool has_id(const cut_page_item *item, const char *ns, const char *id)
{
    for (size_t i = 0; i < item->ids.ids.n; i++)
        if (strcmp(item->ids.ids.v[i].ns, ns) == 0 && strcmp(item->ids.ids.v[i].id, id) == 0)
            return true;
    return false;
}

/* ---- ninjs -------------------------------------------------------------------------------------
 */

static const char ninjs3[] =
    "{\"uri\":\"tag:reuters.com,2016:newsml_RTX2CGS3:1\",\"type\":\"picture\",\"by\":\"Lena "
    "Hofbauer\",\"headlines\":[{\"role\":\"main\",\"value\":\"Regatta\"}],\"descriptions\":["
    "{\"role\":\"writer\",\"value\":\"ab\"},{\"role\":\"caption\",\"value\":\"Boats on the "
    "lake.\"},{\"role\":\"creditline\",\"value\":\"REUTERS/Lena Hofbauer\"}],\"located\":\"Geneva, "
    "Switzerland\",\"people\":[{\"name\":\"Ann Bee\"},{\"name\":\"Cy Dee\"}],\"subjects\":[{"
    "\"name\":\"sailing\"}],\"infoSources\":[{\"name\":\"Reuters\"}],\"usageTerms\":\"No "
    "archive\",\"edNote\":\"Note\",\"contentCreated\":\"2016-05-03T08:15:00+02:00\",\"altIds\":[{"
    "\"role\":\"fixture\",\"value\":\"RTX2CGS3\"}],\"renditions\":[{\"name\":\"main\",\"href\":"
    "\"https://example.org/p/RTX2CGS3.jpg?w=1\"}],\"embargoedUntil\":\"2016-05-04T00:00:00Z\","
    "\"digitalSourceType\":{\"uri\":\"http://cv.iptc.org/newscodes/digitalsourcetype/"
    "digitalCapture\"}}";

static void reads_ninjs_3(void **state)
{
    (void)state;
    cut_page page;
    read_feed(ninjs3, &page);
    assert_int_equal(page.kind, CUT_PAGE_FEED);
    assert_int_equal(page.items.n, 1);
    const cut_page_item *item = &page.items.v[0];
    assert_int_equal(item->ids.ids.n, 1);
    assert_true(has_id(item, "reuters", "RTX2CGS3"));
    assert_string_equal(item->text, "Boats on the lake.");
    assert_string_equal(item->caption.credit.line, "REUTERS/Lena Hofbauer");
    assert_string_equal(item->image_url, "RTX2CGS3.jpg");
    assert_string_equal(field_of(&page, 0, "headline"), "Regatta");
    assert_string_equal(field_of(&page, 0, "city"), "Geneva");
    assert_string_equal(field_of(&page, 0, "country"), "Switzerland");
    assert_string_equal(field_of(&page, 0, "persons_shown"), "Ann Bee;Cy Dee");
    assert_string_equal(field_of(&page, 0, "keywords"), "sailing");
    assert_string_equal(field_of(&page, 0, "caption_writer"), "ab");
    assert_string_equal(field_of(&page, 0, "instructions"), "Note. No archive");
    assert_string_equal(field_of(&page, 0, "date_created"), "2016-05-03T08:15:00+02:00");
    assert_string_equal(field_of(&page, 0, "release_date"), "2016-05-04T00:00:00Z");
    assert_string_equal(field_of(&page, 0, "digital_source_type"),
                        "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture");
    cut_page_release(&page);
}

static void reads_ninjs_2_and_1(void **state)
{
    (void)state;
    cut_page page;
    read_feed("[{\"uri\":\"http://example.org/photos/AP_16123640518273\",\"type\":\"picture\","
              "\"descriptions\":[{\"value\":\"A man walks.\"}],\"copyrightnotice\":\"(c) AP\","
              "\"headlines\":[{\"value\":\"Walk\"}],\"altids\":[{\"role\":\"x\",\"value\":"
              "\"AP_16123640518273\"}],\"infosources\":[{\"name\":\"AP\"}]},"
              "{\"uri\":\"x\",\"type\":\"text\",\"headline\":\"Story\",\"associations\":{\"main\":"
              "{\"uri\":\"urn:x:4711\",\"type\":\"picture\",\"byline\":\"Jane Roe\","
              "\"description_caption\":\"A dog\",\"headline\":\"Dog\",\"altids\":{\"getty\":"
              "\"getty:527341234\"},\"renditions\":{\"o\":{\"href\":\"dog_original.jpg\"}}}}}]",
              &page);
    assert_int_equal(page.items.n, 2);
    assert_true(has_id(&page.items.v[0], "ap", "16123640518273"));
    assert_string_equal(page.items.v[0].text, "A man walks.");
    assert_string_equal(field_of(&page, 0, "headline"), "Walk");
    assert_true(has_id(&page.items.v[1], "getty", "527341234"));
    assert_string_equal(page.items.v[1].text, "A dog");
    assert_string_equal(page.items.v[1].caption.credit.line, "Jane Roe");
    assert_string_equal(page.items.v[1].image_url, "dog_original.jpg");
    cut_page_release(&page);
}

static void reads_ninjs_line_by_line(void **state)
{
    (void)state;
    cut_page page;
    read_feed("{\"uri\":\"a/RTX2CGS3\",\"type\":\"picture\"}\n"
              "{\"uri\":\"a/RTX2CM7K\",\"type\":\"picture\"}\n"
              "{\"uri\":\"a/RTX2CM7L\",\"type\":\"video\"}\n",
              &page);
    assert_int_equal(page.items.n, 2);
    assert_true(has_id(&page.items.v[1], "reuters", "RTX2CM7K"));
    cut_page_release(&page);
}

/* ---- NewsML-G2 ---------------------------------------------------------------------------------
 */

#define NEWSML "xmlns=\"http://iptc.org/std/nar/2006-10-01/\""
#define ITEM                                                                                       \
    "<rightsInfo><copyrightHolder><name>Reuters</name></copyrightHolder><usageTerms>No "           \
    "archive</usageTerms></rightsInfo><itemMeta><itemClass qcode=\"ninat:picture\"/><provider "    \
    "qcode=\"nprov:reuters\"/><embargoed>2016-05-04T00:00:00Z</embargoed><fileName>RTX2CGS3.jpg"   \
    "</fileName><edNote/></itemMeta><contentMeta><contentCreated>2016-05-03T08:15:00+02:00"        \
    "</contentCreated><located><name>Geneva</name><broader type=\"cptype:country\"><name>"         \
    "Switzerland</name></broader></located><creator role=\"crol:photog\"><name>Lena Hofbauer"      \
    "</name></creator><contributor role=\"crol:capwriter\"><name>ab</name></contributor><altId>"   \
    "RTX2CGS3</altId><subject type=\"cpnat:person\"><name>Ann Bee</name></subject><keyword>sail"   \
    "</keyword><keyword>lake</keyword><headline>Regatta</headline><creditline>REUTERS/Lena "       \
    "Hofbauer</creditline><description>Other</description><description role=\"drol:caption\">\n"   \
    "  Boats &amp; sails\n  on the lake.</description></contentMeta>"

static void check_item(cut_page *page, size_t i)
{
    const cut_page_item *item = &page->items.v[i];
    assert_true(has_id(item, "reuters", "RTX2CGS3"));
    assert_string_equal(item->text, "Boats & sails on the lake.");
    assert_string_equal(item->caption.credit.line, "REUTERS/Lena Hofbauer");
    assert_string_equal(field_of(page, i, "city"), "Geneva");
    assert_string_equal(field_of(page, i, "country"), "Switzerland");
    assert_string_equal(field_of(page, i, "persons_shown"), "Ann Bee");
    assert_string_equal(field_of(page, i, "keywords"), "sail;lake");
    assert_string_equal(field_of(page, i, "caption_writer"), "ab");
    assert_string_equal(field_of(page, i, "instructions"), "No archive");
}

static void reads_news_item(void **state)
{
    (void)state;
    cut_page page;
    read_feed(
        "<?xml version=\"1.0\"?><newsItem guid=\"tag:reuters.com,2016:newsml_RTX2CGS3:9\" " NEWSML
        ">" ITEM "</newsItem>",
        &page);
    assert_int_equal(page.items.n, 1);
    assert_int_equal(page.items.v[0].ids.ids.n, 1);
    check_item(&page, 0);
    cut_page_release(&page);
}

static void reads_message(void **state)
{
    (void)state;
    cut_page page;
    read_feed("<n:newsMessage xmlns:n=\"http://iptc.org/std/nar/2006-10-01/\"><n:itemSet>"
              "<packageItem/><newsItem guid=\"a\"><itemMeta><itemClass qcode=\"ninat:text\"/>"
              "</itemMeta></newsItem><newsItem guid=\"b\">" ITEM "</newsItem></n:itemSet>"
              "</n:newsMessage>",
              &page);
    assert_int_equal(page.items.n, 1);
    check_item(&page, 0);
    cut_page_release(&page);
}

static void reads_asserted_places(void **state)
{
    (void)state;
    cut_page page;
    read_feed(
        "<newsItem " NEWSML " guid=\"tag:x,2008:USA1\"><itemMeta><itemClass "
        "qcode=\"ninat:picture\"/></itemMeta><assert><POIDetails><address><locality><name>San "
        "Diego</name></locality><area><name>California</name></area><country><name>United "
        "States</name></country></address></POIDetails></assert><contentSet><remoteContent "
        "href=\"http://e.org/h/CRASH_001.jpg\"/></contentSet></newsItem>",
        &page);
    assert_int_equal(page.items.n, 1);
    assert_string_equal(field_of(&page, 0, "province_state"), "California");
    assert_string_equal(page.items.v[0].image_url, "CRASH_001.jpg");
    cut_page_release(&page);
}

/* ---- what is none ------------------------------------------------------------------------------
 */

static void expect_nothing(const char *text)
{
    cut_page page;
    read_feed(text, &page);
    assert_int_equal(page.items.n, 0);
    cut_page_release(&page);
}

static void passes_over_others(void **state)
{
    (void)state;
    expect_nothing("{\"name\": \"package\", \"version\": 1,}");
    expect_nothing("{\"uri\":\"a\",\"type\":\"text\",\"x\":\"picture\"}");
    expect_nothing("<svg xmlns=\"http://www.w3.org/2000/svg\"><a></svg>");
    expect_nothing("<newsItem " NEWSML "><itemMeta><itemClass qcode=\"ninat:audio\"/></itemMeta>"
                   "</newsItem>");
    expect_nothing("plain text");
}

static void expect_fault(const char *text, cutline_status want, int at)
{
    cut_page page;
    cutline_error err;
    cut_view bytes = {(const uint8_t *)text, strlen(text)};
    assert_int_equal(cut_page_read_memory("/a/feed", bytes, CUT_PAGE_FEED, &page, &err), want);
    assert_string_equal(err.file, "/a/feed");
    assert_int_equal(err.offset, at);
}

static void tells_faults(void **state)
{
    (void)state;
    expect_fault("{\"uri\":\"a\",\"type\":\"picture\",}", CUTLINE_MALFORMED, 29);
    expect_fault("<newsItem " NEWSML "><a></newsItem>", CUTLINE_MALFORMED, 59);
    expect_fault("<!DOCTYPE a [<!ENTITY b \"c\">]><newsItem " NEWSML "/>", CUTLINE_LIMIT, 12);
}

/* A picture without anything to link it by is told. */
static void tells_pictures_without_id(void **state)
{
    (void)state;
    cut_page page;
    read_feed("<newsItem " NEWSML "><itemMeta><itemClass qcode=\"ninat:picture\"/></itemMeta>"
              "</newsItem>",
              &page);
    assert_int_equal(page.items.n, 0);
    assert_string_equal(page.findings.list.v[0].code, "list-no-id");
    assert_string_equal(page.findings.list.v[0].detail,
                        "picture 1: the row names no media ID and no file");
    cut_page_release(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_ninjs_3),
        cmocka_unit_test(reads_ninjs_2_and_1),
        cmocka_unit_test(reads_ninjs_line_by_line),
        cmocka_unit_test(reads_news_item),
        cmocka_unit_test(reads_message),
        cmocka_unit_test(reads_asserted_places),
        cmocka_unit_test(passes_over_others),
        cmocka_unit_test(tells_faults),
        cmocka_unit_test(tells_pictures_without_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
