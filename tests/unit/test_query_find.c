/* Queries against a small catalog: which photos they find, in which order. */
#include "desk.h"

#include "store/inner.h"
#include "store/lookup.h"
#include "store/sqlite/sql.h"

static const desk_photo photos[] = {
    {.path = "/wire/2016/kerry.jpg",
     .hash = 1,
     .ids = "reuters:RTX2CGS3",
     .fields = {{"caption",
                 "U.S. Secretary of State John Kerry (L) gestures next to United Nations Special "
                 "Envoy Staffan de Mistura in Geneva, Switzerland May 2, 2016. REUTERS/Denis "
                 "Balibouse"},
                {"headline", "Truce talks"},
                {"keywords", "syria"},
                {"city", "Geneva"},
                {"country", "Switzerland"},
                {"persons_shown", "John Kerry"},
                {"byline", "Denis Balibouse"},
                {"date_created", "2016-05-02T10:00:00+02:00"},
                {"camera_model", "NIKON D5"},
                {"camera_make", "NIKON CORPORATION"},
                {"f_number", "5.6"},
                {"event", "Syria talks; Geneva round"}}},
    {.path = "/wire/2016/runner.jpg",
     .hash = 2,
     .ids = "ap:16102665844570",
     .fields = {{"caption", "A runner in Genève on Monday. (AP Photo/Jane Roe)"},
                {"date_created", "2016-04-11"},
                {"camera_model", "Canon EOS-1D X"},
                {"instructions", "NO ARCHIVE. NO SALES"},
                {"digital_source_type",
                 "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"},
                {"release_date", "2999-12-31"},
                {"label", "Red"}}},
    {.path = "/wire/2015/سوق.jpg",
     .hash = 3,
     .ids = "bare:36002000",
     .fields = {{"caption", "أحمد في السُّوق القديم. رويترز"}, {"date_created", "2015-08"}}},
    {.path = "/wire/2015/北京.jpg", .hash = 4, .fields = {{"headline", "北京天安門"}}},
};
static const desk_page page = {
    .path = "/pages/one.txt",
    .items = {{"aawsat:55350160", "A bridge in Paris. EPA/Ian Langsdon"},
              {"reuters:RTX2CGS3", "The same talks. AFP/Somebody Else"}}};

static desk d;

static int fill(void **state)
{
    (void)state;
    desk_open(&d);
    for (size_t i = 0; i < sizeof photos / sizeof photos[0]; i++)
        desk_put_photo(&d, &photos[i]);
    desk_put_page(&d, &page);
    return 0;
}

static int empty(void **state)
{
    (void)state;
    desk_close(&d);
    return 0;
}

/* Numbers of the hits. */
static int on_number(const cutline_hit *hit, void *context)
{
    cut_buf_printf(context, "%d ", (int)hit->photo);
    return 0;
}

static void expect_numbers(const char *query, size_t limit, const char *numbers)
{
    cut_buf out;
    cut_buf_init(&out, 1 << 20);
    cut_buf_z(&out, "");
    desk_check(&d, cutline_catalog_find(d.catalog, query, limit, on_number, &out, &d.err));
    assert_string_equal(out.p, numbers);
    cut_buf_release(&out);
}

/* Names of the hits: k(erry) r(unner) a(rabic) b(eijing) p(aris), in their order. */
typedef struct hits {
    char names[32];
    size_t stop_after;
} hits;

static int on_hit(const cutline_hit *hit, void *context)
{
    hits *h = context;
    size_t n = strlen(h->names);
    assert_true(n + 1 < sizeof h->names && hit->photo >= 1 && hit->photo <= 5);
    h->names[n] = "krabp"[hit->photo - 1];
    return h->stop_after && n + 1 >= h->stop_after;
}

static cutline_status find(const char *query, size_t limit, hits *out)
{
    out->names[0] = '\0';
    memset(out->names, 0, sizeof out->names);
    return cutline_catalog_find(d.catalog, query, limit, on_hit, out, &d.err);
}

static int by_letter(const void *a, const void *b)
{
    return *(const char *)a - *(const char *)b;
}

/* In this order. */
static void expect_order(const char *query, const char *names)
{
    hits h = {.stop_after = 0};
    desk_check(&d, find(query, 0, &h));
    assert_string_equal(h.names, names);
}

/* In any order; names: in that of the alphabet. */
static void expect(const char *query, const char *names)
{
    hits h = {.stop_after = 0};
    desk_check(&d, find(query, 0, &h));
    qsort(h.names, strlen(h.names), 1, by_letter);
    if (strcmp(h.names, names) != 0)
        fail_msg("%s finds \"%s\", not \"%s\"", query, h.names, names);
}

static void all_photos_come_newest_first(void **state)
{
    (void)state;
    expect_order("", "krapb");
    expect_order("date:2015..", "kra");
}

static void words_are_found_in_every_column(void **state)
{
    (void)state;
    expect("kerry", "k");
    expect("geneva kerry", "k");
    expect("genève", "r");
    expect("GENEVE", "r");
    expect("\"staffan de mistura\"", "k");
    expect("\"de staffan\"", "");
    expect("truce", "k");
    expect("syria", "k");
    expect("balibouse", "k");
    expect("gest*", "k");
    expect("gest", "");
    expect("switzerland", "k");
    /* Of a page's caption, though the file's is the effective one. */
    expect("\"same talks\"", "k");
}

static void words_of_other_scripts_are_found(void **state)
{
    (void)state;
    expect("السوق", "a");
    expect("احمد", "a");
    expect("أحمد", "a");
    expect("القد*", "a");
    expect("天安門", "b");
    expect("北京", "b");
    expect("京北", "");
}

static void conditions_are_found(void **state)
{
    (void)state;
    expect("credit:reuters", "ak");
    expect("agency:ap", "r");
    expect("by:\"Denis Balibouse\"", "k");
    expect("by:kerry", "");
    expect("person:kerry", "k");
    expect("place:switzerland", "k");
    expect("city:geneva", "k");
    expect("keyword:syria", "k");
    expect("headline:truce", "k");
    expect("caption:truce", "");
    expect("media:RTX2CGS3", "k");
    expect("media:reuters:rtx2cgs3", "k");
    expect("media:getty:RTX2CGS3", "");
    expect("media:36002000", "a");
    expect("media:getty:36002000", "a");
    expect("date:2016", "kr");
    expect("date:2016-05", "k");
    expect("date:2016-05-02", "k");
    expect("date:2015..2016-04", "ar");
    expect("date:..2015", "a");
    expect("date:2016-04-12..", "k");
    expect("file:2016", "kr");
    expect("path:/wire/2015/", "ab");
    expect("file:kerry", "k");
    expect("file:kerr*", "k");
    expect("file:kerry.jpg -file:2016", "");
    expect("wire", "");
    expect("is:awaiting", "p");
    expect("is:conflict", "k");
    expect("has:headline", "bk");
    expect("-has:credit", "b");
    expect("-has:date", "bp");
    expect("has:media is:awaiting", "p");
}

static void every_field_is_found(void **state)
{
    (void)state;
    expect("camera:nikon", "k");
    expect("camera_model:\"nikon d5\"", "k");
    expect("camera_model:\"d5 nikon\"", "");
    expect("camera:eos", "r");
    expect("camera_model:d5", "k");
    expect("camera_make:d5", "");
    expect("camera:nik*", "k");
    expect("has:camera", "kr");
    expect("-has:camera", "abp");
    expect("f_number:5.6", "k");
    expect("f_number:5", "");
    expect("event:geneva", "k");
    expect("event:/round$/", "k");
    expect("event:/Round$/i -event:/^round/i", "k");
    expect("event:=\"Syria talks; Geneva round\"", "k");
    expect("event:=geneva", "");
    expect("label:red", "r");
    expect("label:=red", "");
    expect("label:=Red", "r");
    expect("taken:2016-04", "r");
    expect("taken:2016-04-12..2016-06", "k");
    expect("taken:2015..", "akr");
    expect("taken:2017", "");
    expect("release_date:2999", "r");
    expect("rights:no_sales", "r");
    expect("rights:\"no sales\"", "r");
    expect("restriction:no-archive", "r");
    expect("restriction:no", "");
    expect("restriction:no*", "r");
    expect("restriction:=no_archive", "r");
    expect("is:ai", "r");
    expect("-is:ai", "abkp");
    expect("is:embargoed", "r");
    expect("camera:nikon or is:awaiting", "kp");
    expect("camera:nikon kerry", "k");
    expect("camera:nikon runner", "");
}

static void whole_values_and_expressions_are_found(void **state)
{
    (void)state;
    expect("city:=Geneva", "k");
    expect("city:=geneva", "");
    expect("city:=Gen", "");
    expect("country:geneva", "");
    expect("country:switzerland", "k");
    expect("place:=Switzerland", "k");
    expect("credit:=\"REUTERS/Denis Balibouse\"", "k");
    expect("credit:=Reuters", "ak");
    expect("credit:/^(REUTERS|AP)/", "kr");
    expect("by:/balibouse/i", "k");
    expect("by:/balibouse/", "");
    expect("caption:/Kerry.*Mistura/ -kerry", "");
    expect("caption:/Kerry.*Mistura/", "k");
    expect("file:/[0-9]{4}.kerry\\.jpg$/", "k");
    expect("headline:/天安門/", "b");
    expect("keyword:=syria", "k");
    hits h = {.stop_after = 0};
    assert_int_equal(find("caption:/(.*.*)*x{3}\\d/", 0, &h), CUTLINE_LIMIT);
}

static void hits_come_in_the_order_asked(void **state)
{
    (void)state;
    expect_order("sort:date", "arkpb");
    expect_order("sort:date-", "krapb");
    expect_order("sort:imported", "krabp");
    expect_order("sort:imported- limit:2", "pb");
    expect_order("limit:1", "k");
    expect_order("sort:file- has:file", "rkba");
}

static void names_typed_bare_come_first(void **state)
{
    (void)state;
    expect_order("RTX2CGS3", "k");
    expect_order("36002000", "a");
    expect_order("runner.jpg", "r");
    expect_order("runner.jpg or kerry", "rk");
    expect("-36002000", "bkpr");
    expect("36002000 date:2015", "a");
}

static void the_index_of_fields_is_made_again(void **state)
{
    (void)state;
    desk_check(&d, cut_store_begin(d.catalog->store, &d.err));
    desk_check(&d, cut_store_rebuild(d.catalog->store, &d.err));
    desk_check(&d, cut_store_commit(d.catalog->store, &d.err));
    expect("camera:eos", "r");
    expect("event:geneva", "k");
    sqlite3_stmt *q = cut_sql_once(d.catalog->store->db, "SELECT 1 FROM field_changed");
    assert_false(cut_sql_row(d.catalog->store->db, q)); /* nothing was indexed twice */
    desk_check(&d, cut_sql_end_once(d.catalog->store->db, q, &d.err));
}

static void the_index_of_fields_follows_changes(void **state)
{
    (void)state;
    desk_check(&d, cutline_catalog_set(d.catalog, 2, "camera_model", "Leica M6", "me", &d.err));
    expect("camera:leica", "r");
    expect("camera:eos", "");
    expect("camera_model:=\"Leica M6\"", "r");
    expect("is:edited", "r");
    desk_check(&d, cutline_catalog_set(d.catalog, 2, "camera_model", NULL, "me", &d.err));
    expect("camera:leica", "");
    expect("camera:eos", "r");
    expect("is:ai", "r");
    expect("is:embargoed", "r");
    expect("taken:2016-04", "r");
    expect("restriction:no_archive", "r");
}

static void structure_is_kept(void **state)
{
    (void)state;
    expect("kerry or runner", "kr");
    expect("(kerry or runner) date:2016-04", "r");
    expect("kerry or is:awaiting", "kp");
    expect("-kerry", "abpr");
    expect("-kerry -runner", "abp");
    expect("-(kerry or runner)", "abp");
    expect("geneva -kerry", "");
    expect("(geneva -nowhere) or is:awaiting", "kp");
    expect("(geneva or runner) -genève", "k");
    expect("-(-kerry -runner)", "kr");
    expect("(kerry -runner) or (runner -kerry)", "kr");
    expect("geneva -\"de staffan\"", "k");
    expect("date:2016 -media:RTX2CGS3", "r");
    expect("(credit:reuters or credit:ap) -has:media", "");
    expect("--kerry", "k");
}

static void nothing_a_user_types_becomes_syntax(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "kerry' or 1=1",
        "\"kerry OR runner\"",
        "\"NEAR(kerry geneva)\"",
        "kerry NOT geneva",
        "\"a AND b\"",
        "NEAR",
        "AND",
        "NOT",
        "file:'",
        "file:%",
        "file:\"'; DROP TABLE photo; --\"",
        "media:\"' OR ''='\"",
        "credit:\"} : x {\"",
        "\"^kerry\"",
        "kerry + geneva",
        "file:?1",
        "\"caption : kerry\"",
        "x\xFFy",
        "kerry;runner",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        hits h = {.stop_after = 0};
        cutline_status status = find(texts[i], 0, &h);
        if (status != CUTLINE_OK && status != CUTLINE_BAD_ARGUMENT)
            fail_msg("%s: %s: %s", texts[i], cutline_status_name(status), d.err.message);
        assert_true(strlen(h.names) <= 1);
    }
    expect("", "abkpr");
}

static void limits_of_the_database_are_not_reached(void **state)
{
    (void)state;
    static const char *const pieces[] = {"-kerry ", "kerry or ", "media:36002000 ", "(", "-"};
    cut_buf query;
    cut_buf_init(&query, CUT_MAX_QUERY_BYTES);
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        hits h = {.stop_after = 0};
        size_t times = i < 3 ? CUT_MAX_QUERY_TERMS - 1 : CUT_MAX_QUERY_DEPTH - 1;
        cut_buf_clear(&query);
        for (size_t k = 0; k < times; k++)
            cut_buf_z(&query, pieces[i]);
        cut_buf_z(&query, "geneva");
        for (size_t k = 0; i == 3 && k < times; k++)
            cut_buf_char(&query, ')');
        desk_check(&d, find(query.p, 0, &h));
    }
    /* A phrase as long as a query may be. */
    hits h = {.stop_after = 0};
    cut_buf_clear(&query);
    cut_buf_char(&query, '"');
    while (query.n + 4 < CUT_MAX_QUERY_BYTES)
        cut_buf_z(&query, "x ");
    cut_buf_char(&query, '"');
    desk_check(&d, find(query.p, 0, &h));
    cut_buf_release(&query);
}

static void hits_stop_when_told(void **state)
{
    (void)state;
    hits h = {.stop_after = 2};
    assert_int_equal(find("", 0, &h), CUTLINE_CANCELLED);
    assert_string_equal(h.names, "kr");
    h.stop_after = 0;
    desk_check(&d, find("", 3, &h));
    assert_string_equal(h.names, "kra");
    /* And the catalog can still be written. */
    assert_int_equal(desk_put_photo(&d, &photos[0]).result, CUTLINE_IMPORT_UNCHANGED);
}

static int check_kerry(const cutline_hit *hit, void *context)
{
    *(bool *)context = true;
    assert_string_equal(hit->path, "/wire/2016/kerry.jpg");
    assert_string_equal(hit->file_name, "kerry.jpg");
    assert_string_equal(hit->media_id.ns, "reuters");
    assert_string_equal(hit->media_id.id, "RTX2CGS3");
    assert_string_equal(hit->headline, "Truce talks");
    assert_non_null(strstr(hit->caption, "Kerry"));
    assert_null(strstr(hit->caption, "REUTERS"));
    assert_string_equal(hit->credit_line, "REUTERS/Denis Balibouse");
    assert_string_equal(hit->byline, "Denis Balibouse");
    assert_string_equal(hit->city, "Geneva");
    assert_string_equal(hit->country, "Switzerland");
    assert_string_equal(hit->date, "2016-05-02T10:00:00+02:00");
    assert_null(hit->restrictions);
    return 0;
}

static void a_hit_tells_what_a_sheet_needs(void **state)
{
    (void)state;
    bool seen = false;
    desk_check(&d, cutline_catalog_find(d.catalog, "kerry", 0, check_kerry, &seen, &d.err));
    assert_true(seen);
}

/* Dates of rows that are made by SQL. */
static void number_dates(void)
{
    char text[128];
    for (unsigned year = 2990; year < 3001; year++) {
        snprintf(text, sizeof text, "%u", year);
        int64_t taken = cut_date_key(cut_str_from(text));
        snprintf(text, sizeof text, "UPDATE effective SET taken = %lld WHERE date LIKE '%u%%'",
                 (long long)taken, year);
        desk_check(&d, cut_sql_script(d.catalog->store->db, text, &d.err));
    }
}

/* A catalog in which a word is too common to be ranked, made without imports. */
static void common_words_lead_by_their_last_photo(void **state)
{
    (void)state;
    desk saved = d;
    desk_open(&d);
    desk_check(&d, cut_sql_script(d.catalog->store->db,
                                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                  " WHERE i < 15100) INSERT INTO effective (photo_id, date,"
                                  " credit_origin, awaiting, file_photo, caption_count, caption)"
                                  " SELECT i, printf('%04d', 3000 - i % 7), 0, i = 15000, 0, 1,"
                                  " 'crowd ' || i FROM n;"
                                  "INSERT INTO search (rowid, caption) SELECT photo_id,"
                                  " caption FROM effective",
                                  &d.err));
    number_dates();
    expect_numbers("crowd", 2, "15100 15099 ");
    expect_numbers("crowd is:awaiting", 0, "15000 ");
    expect_numbers("crowd date:2999", 2, "15100 15093 ");
    expect_numbers("crowd 777", 0, "777 ");
    expect_numbers("crowd -14999 date:..2994", 1, "15098 ");
    expect_numbers("777 or 778", 0, "777 778 ");
    expect_numbers("crowd -15100 -(15099 or 15098)", 2, "15097 15096 ");
    /* Words first, then a date: and where the newest of a period do not have the words. */
    expect_numbers("crowd date:2997", 3, "15095 15088 15081 ");
    expect_numbers("(crowd or 5) date:2996 -is:awaiting", 1, "15096 ");
    desk_check(&d, cut_sql_script(d.catalog->store->db,
                                  "WITH RECURSIVE n (i) AS (SELECT 20000 UNION ALL SELECT i + 1"
                                  " FROM n WHERE i < 24000) INSERT INTO effective (photo_id, date,"
                                  " credit_origin, awaiting, file_photo, caption_count)"
                                  " SELECT i, '2997-12', 0, 0, 0, 1 FROM n",
                                  &d.err));
    number_dates();
    expect_numbers("crowd date:2997", 3, "15095 15088 15081 ");
    desk_close(&d);
    d = saved;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_photos_come_newest_first),
        cmocka_unit_test(words_are_found_in_every_column),
        cmocka_unit_test(words_of_other_scripts_are_found),
        cmocka_unit_test(conditions_are_found),
        cmocka_unit_test(every_field_is_found),
        cmocka_unit_test(whole_values_and_expressions_are_found),
        cmocka_unit_test(hits_come_in_the_order_asked),
        cmocka_unit_test(names_typed_bare_come_first),
        cmocka_unit_test(structure_is_kept),
        cmocka_unit_test(nothing_a_user_types_becomes_syntax),
        cmocka_unit_test(limits_of_the_database_are_not_reached),
        cmocka_unit_test(hits_stop_when_told),
        cmocka_unit_test(a_hit_tells_what_a_sheet_needs),
        cmocka_unit_test(common_words_lead_by_their_last_photo),
        cmocka_unit_test(the_index_of_fields_is_made_again),
        cmocka_unit_test(the_index_of_fields_follows_changes),
    };
    return cmocka_run_group_tests(tests, fill, empty);
}
