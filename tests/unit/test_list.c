/* Caption lists. */
#include "unit.h"

#include "base/buf.h"
#include "import/csv.h"
#include "import/list.h"
#include "import/page.h"

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
    check_item(&page, 0, "bare", "55350159", "Denis Balibouse/REUTERS",
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
    assert_int_equal(page.items.n, 1);
    check_item(&page, 0, "reuters", "RTX2CGS3", "Denis Balibouse", "A street");
    assert_string_equal(page.items.v[0].image_url, "photos/RTX2CGS3.jpg");
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
        assert_string_equal(page.findings.list.v[0].code, "page-no-id");
        cut_page_release(&page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_quotes), cmocka_unit_test(columns_are_known_by_name),
        cmocka_unit_test(files_name_ids),  cmocka_unit_test(captions_bring_their_credit),
        cmocka_unit_test(long_lists_fit),  cmocka_unit_test(other_tables_are_no_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
