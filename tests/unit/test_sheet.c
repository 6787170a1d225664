/* Sheets: quoting, formulas, columns, pieces; each format on the same two rows. */
#include "unit.h"

#include "base/limits.h"
#include "sheet/sheet.h"

#include <jansson.h>

static cut_buf written;
static size_t pieces;
static int stop; /* what the next write returns */

static int gather(const void *bytes, size_t length, void *context)
{
    (void)context;
    pieces++;
    cut_buf_add(&written, bytes, length);
    return stop;
}

static int setup(void **state)
{
    (void)state;
    cut_buf_init(&written, 64 << 20);
    pieces = 0;
    stop = 0;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    cut_buf_release(&written);
    return 0;
}

static const cutline_hit kerry = {.photo = 7,
                                  .path = "/wire/a,b.jpg",
                                  .file_name = "a,b.jpg",
                                  .media_id = {"reuters", "RTX2CGS3", "iim 2:103", 0},
                                  .headline = "Kerry: \"hope\"\nfor | Aleppo",
                                  .caption = "=1+1",
                                  .credit_line = "REUTERS/Denis Balibouse",
                                  .city = "Geneva",
                                  .date = "2016-05-02",
                                  .restrictions = "no_resale, editorial_only"};
static const cutline_hit nothing_known = {.photo = 8};

/* Writes rows as a format and columns say; the text is in `written`. */
static cutline_status sheet_of(const char *format, const char *columns, const cutline_hit *rows,
                               size_t count, cutline_error *err)
{
    cut_sheet sheet;
    cutline_sheet_options options = {.format = format, .columns = columns};
    cutline_status status = cut_sheet_open(&sheet, "", &options, gather, NULL, err);
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
        status = cut_sheet_add(&sheet, &(cutline_sheet_row){.number = i + 1, .hit = &rows[i]}, err);
    if (status == CUTLINE_OK)
        status = cut_sheet_close(&sheet, err);
    cut_sheet_release(&sheet);
    return status;
}

static void expect(const char *format, const char *columns, const cutline_hit *row,
                   const char *text)
{
    cutline_error err;
    cut_buf_clear(&written);
    assert_int_equal(sheet_of(format, columns, row, 1, &err), CUTLINE_OK);
    assert_string_equal(written.p, text);
}

static void csv_quotes_what_rfc_4180_says(void **state)
{
    (void)state;
    expect("csv", "media_id,headline,file,city", &kerry,
           "media_id,headline,file,city\r\n"
           "reuters:RTX2CGS3,\"Kerry: \"\"hope\"\"\nfor | Aleppo\",\"a,b.jpg\",Geneva\r\n");
    expect("csv", "city", &(cutline_hit){.city = " Geneva"}, "city\r\n\" Geneva\"\r\n");
    expect("csv", "city,country", &nothing_known, "city,country\r\n,\r\n");
}

static void cells_that_begin_a_formula_are_guarded(void **state)
{
    (void)state;
    static const char *const formulas[] = {
        "=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'=1", "\xEF\xBC\x9D sum"};
    for (size_t i = 0; i < sizeof formulas / sizeof formulas[0]; i++)
        assert_true(cut_sheet_is_formula(cut_str_from(formulas[i])));
    static const char *const plain[] = {"", "a=1", "'tis", "1-2", "\xD8\xB1\xD9\x88", "''"};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        assert_false(cut_sheet_is_formula(cut_str_from(plain[i])));
    expect("csv", "caption", &kerry, "caption\r\n'=1+1\r\n");
    expect("tsv", "caption", &kerry, "caption\n'=1+1\n");
    expect("csv", "caption", &(cutline_hit){.caption = "-2, \"3\""},
           "caption\r\n\"'-2, \"\"3\"\"\"\r\n");
}

static void tsv_keeps_one_line_a_row(void **state)
{
    (void)state;
    expect("tsv", "headline,city", &(cutline_hit){.headline = "a\tb\r\nc", .city = "x"},
           "headline\tcity\na b  c\tx\n");
}

static void control_characters_and_broken_utf8_are_made_harmless(void **state)
{
    (void)state;
    cutline_hit hit = {.caption = "a\x1b[31mb\x7F\xC2\x9B"
                                  "c\xC2\xA9",
                       .path = "\xFFx"};
    expect("csv", "caption,path", &hit, "caption,path\r\na[31mbc\xC2\xA9,\xEF\xBF\xBDx\r\n");
    expect("ndjson", "path", &hit, "{\"path\":\"\xEF\xBF\xBDx\"}\n");
}

static void markdown_cannot_break_out_of_its_cell(void **state)
{
    (void)state;
    expect("md", "headline,photo", &kerry,
           "| Headline | Photo |\n|---|---|\n"
           "| Kerry: \"hope\"<br>for \\| Aleppo | 7 |\n");
    expect("md", "caption", &(cutline_hit){.caption = "<b>*x*_y_&[z]`\\"},
           "| Caption |\n|---|\n| &lt;b>\\*x\\*\\_y\\_&amp;\\[z\\]\\`\\\\ |\n");
}

static void ndjson_has_lists_numbers_and_nulls(void **state)
{
    (void)state;
    expect("ndjson", "photo,media_id,restrictions", &kerry,
           "{\"photo\":7,\"media_id\":\"reuters:RTX2CGS3\","
           "\"restrictions\":[\"no_resale\",\"editorial_only\"]}\n");
    expect("ndjson", "media_id,city,restrictions", &nothing_known,
           "{\"media_id\":null,\"city\":null,\"restrictions\":[]}\n");
}

static void json_is_one_document_with_a_version(void **state)
{
    (void)state;
    cutline_error err;
    const cutline_hit rows[] = {kerry, nothing_known};
    for (size_t count = 0; count <= 2; count++) {
        cut_buf_clear(&written);
        assert_int_equal(sheet_of("json", NULL, rows, count, &err), CUTLINE_OK);
        json_t *document = json_loadb(written.p, written.n, 0, NULL);
        assert_int_equal(json_integer_value(json_object_get(document, "version")), 1);
        assert_int_equal(json_array_size(json_object_get(document, "photos")), count);
        json_decref(document);
    }
}

static void a_byte_order_mark_comes_first_if_wanted(void **state)
{
    (void)state;
    static const char *const formats[] = {"csv", "tsv"};
    for (size_t i = 0; i < 2; i++) {
        cut_sheet sheet;
        cutline_sheet_options options = {.format = formats[i], .columns = "city", .bom = true};
        cut_buf_clear(&written);
        assert_int_equal(cut_sheet_open(&sheet, "", &options, gather, NULL, NULL), CUTLINE_OK);
        assert_int_equal(cut_sheet_close(&sheet, NULL), CUTLINE_OK);
        cut_sheet_release(&sheet);
        assert_true(cut_str_starts(cut_buf_str(&written), CUT_STR("\xEF\xBB\xBF"
                                                                  "city")));
    }
}

static void unknown_names_get_a_suggestion(void **state)
{
    (void)state;
    cutline_error err;
    assert_int_equal(sheet_of("cvs", NULL, NULL, 0, &err), CUTLINE_BAD_ARGUMENT);
    assert_string_equal(err.message, "unknown format 'cvs'; did you mean 'csv'?");
    assert_int_equal(sheet_of("csv", "city, credits", NULL, 0, &err), CUTLINE_BAD_ARGUMENT);
    assert_string_equal(err.message, "unknown column 'credits'; did you mean 'credit'?");
    assert_int_equal(sheet_of("csv", "city,", NULL, 0, &err), CUTLINE_BAD_ARGUMENT);
    assert_string_equal(err.message, "unknown column ''");
    assert_int_equal(sheet_of("csv", "city,file,city", NULL, 0, &err), CUTLINE_BAD_ARGUMENT);
    assert_string_equal(err.message, "column 'city' is named twice");
    assert_int_equal(pieces, 0);
}

static void the_usual_columns_are_those_of_the_header(void **state)
{
    (void)state;
    cutline_error err;
    assert_int_equal(sheet_of(NULL, NULL, NULL, 0, &err), CUTLINE_OK);
    assert_string_equal(written.p, "media_id,headline,caption,credit,byline,city,country,date,"
                                   "restrictions,file\r\n");
}

static void every_field_is_a_column_once(void **state)
{
    (void)state;
    size_t n = 0;
    for (const cutline_sheet_column *c; (c = cutline_sheet_column_at(n)) != NULL; n++)
        for (size_t i = 0; i < n; i++)
            assert_string_not_equal(cutline_sheet_column_at(i)->name, c->name);
    for (size_t i = 0; cutline_field_info_at(i); i++) {
        size_t k = 0;
        while (k < n &&
               strcmp(cutline_sheet_column_at(k)->name, cutline_field_info_at(i)->name) != 0)
            k++;
        assert_true(k < n);
    }
}

static void headings_can_be_named(void **state)
{
    (void)state;
    expect("csv", "city= Ort ,country", &kerry, "Ort,country\r\nGeneva,\r\n");
    expect("md", "city=O|rt", &kerry, "| O\\|rt |\n|---|\n| Geneva |\n");
    expect("csv", "city==1", &kerry, "'=1\r\nGeneva\r\n");
}

static void a_sheet_comes_in_pieces_and_can_be_stopped(void **state)
{
    (void)state;
    static cutline_hit rows[5000];
    cutline_error err;
    for (size_t i = 0; i < 5000; i++)
        rows[i] = kerry;
    assert_int_equal(sheet_of("csv", NULL, rows, 5000, &err), CUTLINE_OK);
    assert_true(pieces > 3);
    pieces = 0;
    stop = 1;
    assert_int_equal(sheet_of("csv", NULL, rows, 5000, &err), CUTLINE_CANCELLED);
    assert_int_equal(pieces, 1);
}

static void a_caption_of_65500_bytes_is_whole(void **state)
{
    (void)state;
    static char caption[65501];
    memset(caption, 'x', sizeof caption - 1);
    cutline_error err;
    const cutline_hit hit = {.caption = caption};
    assert_int_equal(sheet_of("csv", "caption", &hit, 1, &err), CUTLINE_OK);
    assert_int_equal(written.n, strlen("caption\r\n") + 65500 + 2);
}

static void killed_photos_are_told_by_their_codes(void **state)
{
    (void)state;
    assert_true(cut_sheet_is_killed(&(cutline_hit){.restrictions = "killed, no_resale"}));
    assert_true(cut_sheet_is_killed(&(cutline_hit){.restrictions = "editorial_only, kill"}));
    assert_false(cut_sheet_is_killed(&(cutline_hit){.restrictions = "no_kill, killer"}));
    assert_false(cut_sheet_is_killed(&nothing_known));
}

static void photos_are_grouped_by_what_is_known(void **state)
{
    (void)state;
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    const cutline_hit hit = {.city = "Geneva",
                             .country = "Switzerland",
                             .date = "2016-05-02T14:37",
                             .credit_line = "AP"};
    assert_string_equal(cut_sheet_group_of(&hit, CUTLINE_GROUP_PLACE, &arena),
                        "Geneva, Switzerland");
    assert_string_equal(cut_sheet_group_of(&hit, CUTLINE_GROUP_DATE, &arena), "2016-05-02");
    assert_string_equal(cut_sheet_group_of(&hit, CUTLINE_GROUP_BY, &arena), "AP");
    assert_string_equal(cut_sheet_group_of(&nothing_known, CUTLINE_GROUP_PLACE, &arena), "");
    cut_arena_release(&arena);
}

static void a_text_is_taken_in_the_language_asked_for(void **state)
{
    (void)state;
    const cutline_value values[] = {{.text = "default", .lang = "x-default"},
                                    {.text = "arabic", .lang = "ar-SA"},
                                    {.text = "aramaic", .lang = "arc"}};
    const cutline_field field = {.name = "title", .values = values, .count = 3};
    assert_string_equal(cut_sheet_in_language(&field, "AR")->text, "arabic");
    assert_string_equal(cut_sheet_in_language(&field, "arc")->text, "aramaic");
    assert_string_equal(cut_sheet_in_language(&field, "fr")->text, "default");
    assert_string_equal(cut_sheet_in_language(&field, NULL)->text, "default");
}

static void columns_can_be_asked_for(void **state)
{
    (void)state;
    cutline_error err;
    cutline_sheet_heads *heads;
    assert_int_equal(cutline_sheet_heads_of("city=Ort,date", &heads, &err), CUTLINE_OK);
    assert_int_equal(heads->count, 2);
    assert_string_equal(heads->items[0].heading, "Ort");
    assert_string_equal(heads->items[1].heading, "Date");
    assert_int_equal(heads->items[1].column->kind, CUTLINE_CELL_DATE);
    cutline_sheet_heads_free(heads);
    assert_int_equal(cutline_sheet_heads_of("cty", &heads, &err), CUTLINE_BAD_ARGUMENT);
    assert_null(heads);
    cutline_sheet_heads_free(NULL);
}

static void every_preset_can_be_meant(void **state)
{
    (void)state;
    cutline_error err;
    cutline_sheet_heads *heads;
    size_t n = 0;
    for (const cutline_sheet_preset *p; (p = cutline_sheet_preset_at(n)) != NULL; n++) {
        assert_int_equal(cutline_sheet_heads_of(p->columns, &heads, &err), CUTLINE_OK);
        assert_true(heads->count > 5);
        cutline_sheet_heads_free(heads);
    }
    assert_int_equal(n, 3);
}

static void html_is_text_where_it_should_be(void **state)
{
    (void)state;
    static const cutline_photo photo = {.id = 7};
    const cutline_hit hit = {.caption = "a <b>&\"'\x1b\xE2\x80\xAE c"};
    const cutline_sheet_row row = {.number = 1, .hit = &hit, .photo = &photo};
    const cutline_sheet_options options = {.format = "html", .title = "<t>"};
    cut_sheet sheet;
    cut_buf_clear(&written);
    assert_int_equal(cut_sheet_open(&sheet, "q<", &options, gather, NULL, NULL), CUTLINE_OK);
    assert_true(cut_sheet_wants_photos(&sheet));
    assert_int_equal(cut_sheet_add(&sheet, &row, NULL), CUTLINE_OK);
    assert_int_equal(cut_sheet_close(&sheet, NULL), CUTLINE_OK);
    cut_sheet_release(&sheet);
    assert_non_null(strstr(written.p, ">a &lt;b&gt;&amp;&quot;&#39; c<"));
    assert_non_null(strstr(written.p, "<title>&lt;t&gt;</title>"));
    assert_non_null(strstr(written.p, "q&lt;"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(csv_quotes_what_rfc_4180_says, setup, teardown),
        cmocka_unit_test_setup_teardown(cells_that_begin_a_formula_are_guarded, setup, teardown),
        cmocka_unit_test_setup_teardown(tsv_keeps_one_line_a_row, setup, teardown),
        cmocka_unit_test_setup_teardown(control_characters_and_broken_utf8_are_made_harmless, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(markdown_cannot_break_out_of_its_cell, setup, teardown),
        cmocka_unit_test_setup_teardown(ndjson_has_lists_numbers_and_nulls, setup, teardown),
        cmocka_unit_test_setup_teardown(json_is_one_document_with_a_version, setup, teardown),
        cmocka_unit_test_setup_teardown(a_byte_order_mark_comes_first_if_wanted, setup, teardown),
        cmocka_unit_test_setup_teardown(unknown_names_get_a_suggestion, setup, teardown),
        cmocka_unit_test_setup_teardown(the_usual_columns_are_those_of_the_header, setup, teardown),
        cmocka_unit_test(every_field_is_a_column_once),
        cmocka_unit_test(killed_photos_are_told_by_their_codes),
        cmocka_unit_test(photos_are_grouped_by_what_is_known),
        cmocka_unit_test(a_text_is_taken_in_the_language_asked_for),
        cmocka_unit_test(columns_can_be_asked_for),
        cmocka_unit_test(every_preset_can_be_meant),
        cmocka_unit_test_setup_teardown(html_is_text_where_it_should_be, setup, teardown),
        cmocka_unit_test_setup_teardown(headings_can_be_named, setup, teardown),
        cmocka_unit_test_setup_teardown(a_sheet_comes_in_pieces_and_can_be_stopped, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_caption_of_65500_bytes_is_whole, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
