/* Caption lists. */
#include "unit.h"

#include "base/buf.h"
#include "import/csv.h"
#include "import/list.h"
#include "import/page.h"
#include "record/file_key.h"

#include <stdio.h>

static void read_list(const char *text, cut_page *page)
{
    cut_view bytes = {(const uint8_t *)text, strlen(text)};
    assert_int_equal(cut_page_read_memory("/a/list.csv", bytes, CUT_PAGE_LIST, page, NULL),
                     CUTLINE_OK);
}

/* Cells of all rows as "a|b/c|d/". */
static const char *cells_of(const char *text, cut_arena *arena)
{
    cut_csv csv;
    cut_str cells[CUT_CSV_CELLS];
    size_t count;
    const char *out = "";
    cut_csv_open(&csv, cut_str_from(text), arena);
    while (cut_csv_next(&csv, cells, &count)) {
        for (size_t i = 0; i < count; i++)
            out = cut_arena_printf(arena, "%s%s%.*s", out, i > 0 ? "|" : "", CUT_FMT(cells[i]));
        out = cut_arena_printf(arena, "%s/", out);
    }
    return out;
}

static void rows_and_quotes(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a,b\n1,2\n", "a|b/1|2/"},
        {"a;b\n1,5;2", "a|b/1,5|2/"},
        {"a\tb\n1\t\"x, \"\"y\"\"\"\n", "a|b/1|x, \"y\"/"},
        {"title\n\na;b,c;d\n1;2,3;4\n", "title/a|b,c|d/1|2,3|4/"},
        {"sep=;\na;b\n\n ; \n1;2\n", "a|b/1|2/"},
        {"a,b\n\"two\nlines\", 2 \n", "a|b/two\nlines|2/"},
        {"a,b\n\"never closed,1\n2,3", "a|b/never closed,1\n2,3/"},
        {"a,b\n,\n\"\",\"\"\nx,\n", "a|b/x|/"},
        {"", ""},
    };
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(cells_of(cases[i][0], &arena), cases[i][1]);
    cut_arena_release(&arena);
}

static void check_item(const cut_page *page, size_t i, const char *ns, const char *id,
                       const char *credit, const char *text)
{
    assert_true(i < page->items.n);
    const cut_page_item *item = &page->items.v[i];
    assert_string_equal(item->ids.ids.v[0].ns, ns);
    assert_string_equal(item->ids.ids.v[0].id, id);
    assert_string_equal(item->caption.credit.line ? item->caption.credit.line : "(none)", credit);
    assert_string_equal(item->text ? item->text : "(none)", text);
}

static void columns_are_known_by_name(void **state)
{
    (void)state;
    cut_page page;
    read_list("\xEF\xBB\xBFMedia ID;Caption;Credit;Photographer\r\n"
              "55350159;John Kerry in Geneva, Switzerland;REUTERS;Denis Balibouse\r\n"
              "getty:527341234;\"A hall; a lake\";Getty Images;\r\n"
              ";no picture;;\r\n",
              &page);
    assert_int_equal(page.kind, CUT_PAGE_LIST);
    assert_int_equal(page.items.n, 2);
    check_item(&page, 0, "bare", "55350159", "REUTERS/Denis Balibouse",
               "John Kerry in Geneva, Switzerland");
    assert_string_equal(page.items.v[0].ids.ids.v[0].evidence, "list");
    check_item(&page, 1, "getty", "527341234", "Getty Images", "A hall; a lake");
    assert_string_equal(page.findings.list.v[0].code, "list-no-id");
    cut_page_release(&page);
}

static void files_name_ids(void **state)
{
    (void)state;
    cut_page page;
    read_list("SourceFile,Caption-Abstract,By-line\n"
              "photos/RTX2CGS3.jpg,A street,Denis Balibouse\n"
              "photos/IMG_1234.jpg,A lane,Denis Balibouse\n",
              &page);
    assert_int_equal(page.items.n, 2);
    check_item(&page, 0, "reuters", "RTX2CGS3", "Denis Balibouse", "A street");
    assert_string_equal(page.items.v[0].image_url, "photos/RTX2CGS3.jpg");
    assert_string_equal(page.items.v[0].file_key, "rtx2cgs3");
    assert_int_equal(page.items.v[1].ids.ids.n, 0);
    assert_string_equal(page.items.v[1].file_key, "img_1234");
    cut_page_release(&page);
}

static void captions_bring_their_credit(void **state)
{
    (void)state;
    cut_page page;
    read_list("رقم الصورة,التعليق\n"
              "٥٥٣٥٠١٥٩,كيري في جنيف (رويترز)\n",
              &page);
    check_item(&page, 0, "bare", "55350159", "رويترز", "كيري في جنيف (رويترز)");
    cut_page_release(&page);
    read_list("archive,id,text\nAsharq Al-awsat,4711,\"A man waits. REUTERS/Denis Balibouse\"\n",
              &page);
    check_item(&page, 0, "aawsat", "4711", "REUTERS/Denis Balibouse",
               "A man waits. REUTERS/Denis Balibouse");
    cut_page_release(&page);
}

static void long_lists_fit(void **state)
{
    (void)state;
    cut_buf b;
    cut_page page;
    cut_buf_init(&b, 16 << 20);
    cut_buf_z(&b, "id,caption\n");
    for (int i = 0; i < 60000; i++)
        cut_buf_printf(&b,
                       "%d,\"A man waits at a door in Geneva, May 2, 2016. REUTERS/Denis "
                       "Balibouse\"\n",
                       1000000 + i);
    read_list(b.p, &page);
    assert_int_equal(page.items.n, 60000);
    check_item(&page, 59999, "bare", "1059999", "REUTERS/Denis Balibouse",
               "A man waits at a door in Geneva, May 2, 2016. REUTERS/Denis Balibouse");
    cut_page_release(&page);
    cut_buf_release(&b);
}

static void other_tables_are_no_lists(void **state)
{
    (void)state;
    static const char *const texts[] = {"name,price\nmilk,2\n", "just a line\n", "\n\n", "a"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        cut_page page;
        read_list(texts[i], &page);
        assert_int_equal(page.items.n, 0);
        if (i != 2)
            assert_string_equal(page.findings.list.v[0].code, "list-no-header");
        assert_string_equal(page.findings.list.v[page.findings.list.n - 1].code, "page-no-id");
        cut_page_release(&page);
    }
}

/* ---- what spreadsheets do ----------------------------------------------------------------------
 */

/* Findings as "code: detail/". */
static const char *findings_of(const cut_page *page, cut_arena *arena)
{
    const char *out = "";
    for (size_t i = 0; i < page->findings.list.n; i++)
        out = cut_arena_printf(arena, "%s%s: %s/", out, page->findings.list.v[i].code,
                               page->findings.list.v[i].detail);
    return out;
}

static void check_findings(const cut_page *page, const char *wanted)
{
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    assert_string_equal(findings_of(page, &arena), wanted);
    cut_arena_release(&arena);
}

static void spreadsheets_change_ids(void **state)
{
    (void)state;
    cut_page page;
    read_list("sep=;\r\nMedia ID;Caption\r\n"
              "=\"0012345\";one\r\n"
              "\"=\"\"0012346\"\"\";two\r\n"
              "'0012347;three\r\n"
              "55350159.0;four\r\n"
              "5,53502E+07;lost\r\n"
              "12E345;five\r\n",
              &page);
    static const char *const ids[] = {"0012345", "0012346", "0012347", "55350159", "12E345"};
    assert_int_equal(page.items.n, 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(page.items.v[i].ids.ids.v[0].id, ids[i]);
    check_findings(&page, "list-id-lost: line 7: a spreadsheet has cut the digits of an ID: "
                          "5,53502E+07/");
    cut_page_release(&page);
}

static void rows_of_other_widths(void **state)
{
    (void)state;
    cut_page page;
    read_list("Media ID,Caption,Credit,,\n"
              "1000001,\"Kerry\nin Geneva\",AFP,,\n"
              "\n,,,,\n"
              "1000002,Kerry, in Geneva,AFP\n"
              "1000003,Kerry\n"
              "1000001,Kerry again,AP,,\n",
              &page);
    assert_int_equal(page.items.n, 4);
    check_item(&page, 0, "bare", "1000001", "AFP", "Kerry\nin Geneva");
    check_item(&page, 1, "bare", "1000002", "AFP", "Kerry, in Geneva");
    check_item(&page, 2, "bare", "1000003", "(none)", "Kerry");
    check_item(&page, 3, "bare", "1000001", "AP", "Kerry again");
    check_findings(&page,
                   "list-row-cells: line 6: the row has more cells than there are columns; the "
                   "caption is taken to have a separator in it/"
                   "list-row-cells: line 7: the row has fewer cells than there are columns/");
    cut_page_release(&page);
}

static void bad_rows_are_summed_up(void **state)
{
    (void)state;
    cut_buf b;
    cut_page page;
    cut_buf_init(&b, 1 << 20);
    cut_buf_z(&b, "id,caption\n");
    for (int i = 0; i < 1000; i++)
        cut_buf_z(&b, ",x\n");
    read_list(b.p, &page);
    assert_int_equal(page.findings.list.n, 22);
    assert_string_equal(page.findings.list.v[0].detail,
                        "line 2: the row names no media ID and no file");
    assert_string_equal(page.findings.list.v[20].detail, "980 more rows, 1000 in all");
    cut_page_release(&page);
    cut_buf_release(&b);
}

static void dates_and_places(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"2016-05-02", "2016-05-02"},  {"2016:05:02 14:03:22", "2016-05-02T14:03:22"},
        {"02.05.2016", "2016-05-02"},  {"2016-05-02 00:00:00", "2016-05-02"},
        {"5/22/2016", "2016-05-22"},   {"22/5/2016", "2016-05-22"},
        {"May 2, 2016", "2016-05-02"}, {"5/2/2016", NULL},
        {"32.13.2016", NULL},          {"soon", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[128], wanted[64];
        cut_page page;
        snprintf(text, sizeof text, "id;date;city\n1000001;\"%s\";Genf\n", cases[i][0]);
        snprintf(wanted, sizeof wanted, "date_created\t%s\ncity\tGenf",
                 cases[i][1] ? cases[i][1] : "");
        read_list(text, &page);
        assert_string_equal(page.items.v[0].fields, cases[i][1] ? wanted : "city\tGenf");
        assert_int_equal(page.findings.list.n, cases[i][1] ? 0 : 1);
        cut_page_release(&page);
    }
}

/* ---- charsets ---- */

static void check_charset(const char *bytes, size_t n, cut_page_kind kind)
{
    cut_page page;
    cut_view view = {(const uint8_t *)bytes, n};
    assert_int_equal(cut_page_read_memory("/a/list", view, kind, &page, NULL), CUTLINE_OK);
    assert_int_equal(page.kind, CUT_PAGE_LIST);
    check_item(&page, 0, "bare", "1000001", "AFP", "\xC3\xA9t\xC3\xA9 \xC3\xA0 Gen\xC3\xA8ve");
    cut_page_release(&page);
}

#define CHECK_CHARSET(bytes) check_charset(bytes, sizeof(bytes) - 1, CUT_PAGE_LIST)

static void charsets_are_told_apart(void **state)
{
    (void)state;
    CHECK_CHARSET("Image ID\tL\xC3\xA9gende\tCr\xC3\xA9"
                  "dit\n"
                  "1000001\t\xC3\xA9t\xC3\xA9 \xC3\xA0 Gen\xC3\xA8ve\tAFP\n");
    CHECK_CHARSET("Image ID;L\xE9gende;Cr\xE9"
                  "dit\r\n"
                  "1000001;\xE9t\xE9 \xE0 Gen\xE8ve;AFP\r\n");
    CHECK_CHARSET("Image ID;L\x8Egende;Cr\x8E"
                  "dit\r"
                  "1000001;\x8Et\x8E \x88 Gen\x8Fve;AFP\r");
}

/* What a spreadsheet calls Unicode text: UTF-16 with tabs, named .txt. */
static void unicode_text_is_a_list(void **state)
{
    (void)state;
    static const char text[] = "Image ID\tCaption\tCredit\r\n1000001\t\xE9t\xE9 \xE0 "
                               "Gen\xE8ve\tAFP\r\n";
    for (int big = 0; big < 2; big++) {
        char bytes[2 * sizeof text] = {0};
        memcpy(bytes, big ? "\xFE\xFF" : "\xFF\xFE", 2);
        for (size_t i = 0; i + 1 < sizeof text; i++)
            bytes[2 + 2 * i + (big ? 1 : 0)] = text[i];
        check_charset(bytes, 2 * sizeof text, CUT_PAGE_ARTICLE);
    }
}

/* ---- credit ---- */

static void columns_and_caption_make_one_credit(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"REUTERS;;;A man. REUTERS/Deniz Aksoy", "REUTERS/Deniz Aksoy"},
        {"REUTERS;Deniz Aksoy;;A man.", "REUTERS/Deniz Aksoy"},
        {"AP;Jane Roe;;A man.", "AP Photo/Jane Roe"},
        {"AFP/Getty Images;Deniz Aksoy;;A man.", "Deniz Aksoy/AFP/Getty Images"},
        {";Deniz Aksoy;REUTERS;A man.", "REUTERS/Deniz Aksoy"},
        {"REUTERS/Jane Roe;Jane Roe;;A man. REUTERS", "REUTERS/Jane Roe"},
        {"AFP;;;A man. REUTERS/Deniz Aksoy", "AFP"},
        {";;;A man. REUTERS/Deniz Aksoy", "REUTERS/Deniz Aksoy"},
        {";;;A man.", "(none)"},
        {"N/A;-;unknown;A man.", "(none)"},
        {"REUTERS;#REF!;;A man.", "REUTERS"},
        {"REUTERS;Jane Roe, John Doe;;A man.", "REUTERS/Jane Roe, John Doe"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[256];
        cut_page page;
        snprintf(text, sizeof text, "id;credit;byline;source;caption\n1000001;%s\n", cases[i][0]);
        read_list(text, &page);
        const char *line = page.items.v[0].caption.credit.line;
        assert_string_equal(line ? line : "(none)", cases[i][1]);
        if (i == 6)
            check_findings(&page, "credit-conflict: line 2: credit field \"AFP\", caption "
                                  "\"REUTERS/Deniz Aksoy\"/");
        else
            assert_int_equal(page.findings.list.n, 0);
        cut_page_release(&page);
    }
}

/* ---- maps ---- */

static void read_mapped(const char *text, const char *map, cut_page *page)
{
    cut_arena arena;
    cut_list_map parsed;
    cut_view bytes = {(const uint8_t *)text, strlen(text)};
    cut_arena_init(&arena, 1 << 20);
    assert_int_equal(cut_list_map_parse(&arena, map, &parsed, NULL), CUTLINE_OK);
    assert_int_equal(cut_page_read_list_memory("/a/list.csv", bytes, &parsed, page, NULL),
                     CUTLINE_OK);
    cut_arena_release(&arena);
}

static void maps_name_columns(void **state)
{
    (void)state;
    cut_page page;
    read_mapped("Blatt,Wort,Credit,X = Y\n1000001,A man,nonsense,AFP\n",
                "BLATT=media_id, wort=Caption,credit=ignore,X = Y=credit", &page);
    check_item(&page, 0, "bare", "1000001", "AFP", "A man");
    cut_page_release(&page);
    /* What the map names goes before what is known by its name. */
    read_mapped("id,Code,text\n1,1000001,A man\n", "code=media_id", &page);
    check_item(&page, 0, "bare", "1000001", "(none)", "A man");
    cut_page_release(&page);
}

static void bad_maps_are_refused(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Foo=captio", "unknown field 'captio' in the map; did you mean 'caption'?"},
        {"Foo=xyzzy", "unknown field 'xyzzy' in the map"},
        {"Foo=", "unknown field '' in the map"},
        {"Foo", "'Foo' in the map is not HEADER=FIELD"},
        {"=caption", "'=caption' in the map is not HEADER=FIELD"},
        {"", "'' in the map is not HEADER=FIELD"},
        {"a=caption,A=credit", "'A' is named twice in the map"},
    };
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cut_list_map map;
        cutline_error err;
        cutline_error_clear(&err);
        assert_int_equal(cut_list_map_parse(&arena, cases[i][0], &map, &err), CUTLINE_BAD_ARGUMENT);
        assert_string_equal(err.message, cases[i][1]);
    }
    cut_arena_release(&arena);
}

static void headers_may_have_remarks(void **state)
{
    (void)state;
    cut_page page;
    read_list("Media ID (archive),Photo Caption (English),Credit (required)\n"
              "1000001,A man,AFP\n",
              &page);
    check_item(&page, 0, "bare", "1000001", "AFP", "A man");
    cut_page_release(&page);
    read_list("Media ID (archive),Caption (English)\n1000001,A man\n", &page);
    check_item(&page, 0, "bare", "1000001", "(none)", "A man");
    cut_page_release(&page);
}

/* An ID that the name of the file repeats is one ID, and the second import finds nothing new. */
static void ids_are_not_repeated(void **state)
{
    (void)state;
    cut_page page;
    read_list("Media ID,File\naawsat:55350159,55350159.jpg\nRTX2CGS3,RTX2CGS3.jpg\n", &page);
    assert_int_equal(page.items.v[0].ids.ids.n, 1);
    assert_string_equal(page.items.v[0].ids.ids.v[0].ns, "aawsat");
    assert_int_equal(page.items.v[1].ids.ids.n, 1);
    cut_page_release(&page);
}

static void titles_stand_above(void **state)
{
    (void)state;
    cut_page page;
    read_list("Pictures of the week,,\n\nMedia ID,Caption,Credit\n1000001,A man,AFP\n", &page);
    check_item(&page, 0, "bare", "1000001", "AFP", "A man");
    cut_page_release(&page);
}

static void sheets_of_ours_come_back(void **state)
{
    (void)state;
    cut_page page;
    read_list("media_id,headline,caption,credit,byline,city,country,date,restrictions,file\r\n"
              "bare:55350159,'=Kerry,'-- A man,AFP,,Geneva,Switzerland,2016-05-02,no-sales,"
              "a.jpg\r\n"
              "example:77,,'Tis a man,AFP,,,,,,\r\n",
              &page);
    check_item(&page, 0, "bare", "55350159", "AFP", "-- A man");
    assert_string_equal(page.items.v[0].file_key, "a");
    assert_string_equal(page.items.v[0].fields, "date_created\t2016-05-02\nheadline\t=Kerry\ncity"
                                                "\tGeneva\ncountry\tSwitzerland");
    check_item(&page, 1, "example", "77", "AFP", "'Tis a man");
    assert_int_equal(page.findings.list.n, 0);
    cut_page_release(&page);
}

static void file_keys(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"IMG_1234.JPG", "img_1234"},
        {"C:\\card\\IMG_1234", "img_1234"},
        {"/wire/photo.v2", "photo.v2"},
        {"a/b.c.tif", "b.c"},
        {"\xC3\x89T\xC3\x89.jpg", "ete"},
        {"E\xCC\x81TE\xCC\x81", "ete"},
        {"folder/", ""},
        {"", ""},
    };
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cut_str key = cut_file_key(&arena, cut_str_from(cases[i][0]));
        assert_string_equal(key.p ? key.p : "", cases[i][1]);
    }
    cut_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_quotes),
        cmocka_unit_test(columns_are_known_by_name),
        cmocka_unit_test(files_name_ids),
        cmocka_unit_test(captions_bring_their_credit),
        cmocka_unit_test(long_lists_fit),
        cmocka_unit_test(other_tables_are_no_lists),
        cmocka_unit_test(spreadsheets_change_ids),
        cmocka_unit_test(rows_of_other_widths),
        cmocka_unit_test(bad_rows_are_summed_up),
        cmocka_unit_test(dates_and_places),
        cmocka_unit_test(charsets_are_told_apart),
        cmocka_unit_test(unicode_text_is_a_list),
        cmocka_unit_test(columns_and_caption_make_one_credit),
        cmocka_unit_test(maps_name_columns),
        cmocka_unit_test(bad_maps_are_refused),
        cmocka_unit_test(titles_stand_above),
        cmocka_unit_test(headers_may_have_remarks),
        cmocka_unit_test(ids_are_not_repeated),
        cmocka_unit_test(sheets_of_ours_come_back),
        cmocka_unit_test(file_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
