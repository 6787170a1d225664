/* Photos that were prepared before they were put are found as others are. */
#include "desk.h"

#include "store/inner.h"
#include "store/sqlite/sql.h"

#include <cutline/authority.h>

#define PHOTOS 4

static const desk_photo photos[PHOTOS] = {
    {.path = "/wire/1.jpg",
     .hash = 1,
     .ids = "reuters:RTX2CGS3 bare:1000001",
     .fields = {{"caption", "Kerry gestures in Geneva, May 2, 2016. REUTERS/Denis Balibouse"},
                {"headline", "Kerry \xC3\xA0 Gen\xC3\xA8ve"},
                {"keywords", "politics"},
                {"date_created", "2016-05-02"},
                {"camera_model", "NIKON D4"},
                {"instructions", "EDITORIAL USE ONLY. NO ARCHIVES. Embargo until 2016-06-01"}}},
    {.path = "/wire/\xE4\xB8\xAD\xE5\x9B\xBD.jpg",
     .hash = 2,
     .fields = {{"caption", "\xE4\xB8\xAD\xE5\x9B\xBD \xD8\xA7\xD9\x84\xD9\x85"},
                {"byline", "S\xC3\xB8ren \xC5\x81ukasz"}}},
    {.path = "/wire/3.jpg", .fields = {{"credit", "AP/Jane Roe"}, {"city", "Lima"}}},
    {.path = "/wire/4.jpg", .hash = 4},
};

static void put_all(desk *d)
{
    for (size_t i = 0; i < PHOTOS; i++)
        assert_int_equal(desk_put_photo(d, &photos[i]).result, CUTLINE_IMPORT_ADDED);
}

/* The rows of a query, with blanks between the columns. malloc'd. */
static char *rows(desk *d, const char *sql)
{
    sqlite3_stmt *q = cut_sql_once(d->catalog->store->db, sql);
    cut_buf out;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    assert_non_null(q);
    while (sqlite3_step(q) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(q); i++)
            cut_buf_printf(&out, "%s ", cut_sql_text(q, i) ? cut_sql_text(q, i) : "-");
        cut_buf_char(&out, '\n');
    }
    sqlite3_finalize(q);
    return cut_buf_detach(&out);
}

static void index_words(desk *d)
{
    assert_int_equal(
        sqlite3_exec(d->catalog->store->db->sqlite,
                     "CREATE VIRTUAL TABLE temp.text_words USING fts5vocab(main, search, instance);"
                     "CREATE VIRTUAL TABLE temp.field_words_in USING"
                     " fts5vocab(main, field_words, instance)",
                     NULL, NULL, NULL),
        SQLITE_OK);
}

static void prepared_photos_are_stored_as_others(void **state)
{
    static const char *const tables[] = {
        "SELECT * FROM text_words",   "SELECT * FROM field_words_in", "SELECT * FROM effective",
        "SELECT * FROM media_id",     "SELECT * FROM file_name",      "SELECT * FROM photo_agency",
        "SELECT * FROM photo_person", "SELECT * FROM photo_right"};
    desk plain, prepared;
    (void)state;
    desk_open(&plain);
    desk_open(&prepared);
    prepared.prepares = true;
    put_all(&plain);
    put_all(&prepared);
    index_words(&plain);
    index_words(&prepared);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char *expected = rows(&plain, tables[i]), *is = rows(&prepared, tables[i]);
        assert_true(expected[0] != '\0');
        assert_string_equal(expected, is);
        free(expected);
        free(is);
    }
    desk_close(&prepared);
    desk_close(&plain);
}

static bool can_prepare(desk *d)
{
    bool can;
    desk_check(d, cut_store_can_prepare(d->catalog->store, &can, &d->err));
    return can;
}

static void a_kill_reaches_a_prepared_photo(void **state)
{
    static const cutline_editor editor = {.name = "desk"};
    static const desk_photo known = {.path = "/wire/known.jpg", .hash = 9, .ids = "reuters:RTX1"};
    static const desk_photo same = {.path = "/wire/new.jpg", .hash = 8, .ids = "reuters:RTX1"};
    cutline_kill_result result;
    desk d;
    (void)state;
    desk_open(&d);
    d.prepares = true;
    assert_true(can_prepare(&d));
    desk_put_photo(&d, &known);
    desk_check(&d,
               cutline_catalog_kill(d.catalog, "reuters:RTX1", "wrong", &editor, &result, &d.err));
    assert_false(can_prepare(&d));
    desk_put_photo(&d, &same);
    char *killed = rows(&d, "SELECT path FROM effective WHERE kill_reason = 'wrong' ORDER BY path");
    assert_string_equal(killed, "/wire/known.jpg \n/wire/new.jpg \n");
    free(killed);
    desk_close(&d);
}

static void a_name_given_reaches_a_prepared_photo(void **state)
{
    static const desk_photo first = {
        .path = "/wire/a.jpg", .hash = 1, .ids = "bare:1000001", .fields = {{"credit", "Reuters"}}};
    static const desk_photo second = {.path = "/wire/b.jpg",
                                      .hash = 2,
                                      .ids = "bare:1000002",
                                      .fields = {{"credit", "Wirephotos"}}};
    const char *spelling = "Wirephotos";
    desk d;
    (void)state;
    desk_open(&d);
    d.prepares = true;
    desk_put_photo(&d, &first);
    desk_check(&d, cutline_authority_alias(d.catalog, CUTLINE_AUTHORITY_AGENCY, "Reuters",
                                           &spelling, 1, NULL, &d.err));
    assert_false(can_prepare(&d));
    desk_put_photo(&d, &second);
    desk_expect_credit(&d, "1000002", "Reuters\n");
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prepared_photos_are_stored_as_others),
        cmocka_unit_test(a_kill_reaches_a_prepared_photo),
        cmocka_unit_test(a_name_given_reaches_a_prepared_photo),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
