/* Agencies and photographers as entities: what a person says of their names acts on credits. */
#include "desk.h"

#include "store/inner.h"
#include "store/sqlite/sql.h"

#include <cutline/authority.h>

#define AGENCY CUTLINE_AUTHORITY_AGENCY
#define PERSON CUTLINE_AUTHORITY_PHOTOGRAPHER

static int setup(void **state)
{
    desk *d = calloc(1, sizeof *d);
    assert_non_null(d);
    desk_open(d);
    *state = d;
    return 0;
}

static int teardown(void **state)
{
    desk *d = *state;
    desk_close(d);
    free(d);
    return 0;
}

static void put(desk *d, const char *path, unsigned hash, const char *ids, const char *credit)
{
    desk_photo photo = {.path = path, .hash = hash, .ids = ids, .fields = {{"credit", credit}}};
    (void)desk_put_photo(d, &photo);
}

/* ---- the state as text ---- */

static void add_list(cut_buf *out, cutline_strings list)
{
    for (size_t i = 0; i < list.count; i++)
        cut_buf_printf(out, "%s%s", i ? "+" : "", list.items[i]);
}

/* "line | line as found | agencies | photographers | issuer" of an ID's first answer. */
static void expect_parts(desk *d, const char *id, const char *expected)
{
    cutline_credit_answers *answers;
    cut_buf out;
    cut_buf_init(&out, 1u << 16);
    desk_check(d, cutline_catalog_credit(d->catalog, id, &answers, &d->err));
    const cutline_credit_answer *a = &answers->items[0];
    cut_buf_printf(&out, "%s | %s | ", a->credit.line, a->line_as_found);
    add_list(&out, a->credit.agencies);
    cut_buf_printf(&out, " | ");
    add_list(&out, a->credit.photographers);
    cut_buf_printf(&out, " | %s", a->credit.issuer ? a->credit.issuer : "-");
    char *text = cut_buf_detach(&out);
    assert_string_equal(text, expected);
    free(text);
    cutline_credit_answers_free(answers);
}

/* "Name=photos(alias+alias) ..." */
static char *listed(desk *d, cutline_authority_kind kind, bool all)
{
    cutline_authorities *list;
    cut_buf out;
    cut_buf_init(&out, 1u << 20);
    desk_check(d, cutline_authority_list(d->catalog, kind, all, &list, &d->err));
    for (size_t i = 0; i < list->count; i++) {
        const cutline_authority *a = &list->items[i];
        cut_buf_printf(&out, "%s%s=%u%s(", i ? " " : "", a->name, (unsigned)a->photos,
                       a->built_in ? "*" : "");
        add_list(&out, a->aliases);
        cut_buf_printf(&out, ")");
    }
    cutline_authorities_free(list);
    return cut_buf_detach(&out);
}

static void expect_list(desk *d, cutline_authority_kind kind, const char *expected)
{
    char *text = listed(d, kind, false);
    assert_string_equal(text, expected);
    free(text);
}

/* All that is kept of the photos 100001 to 100007: answers, lists and counts. */
static char *kept(desk *d)
{
    cut_buf out;
    cut_buf_init(&out, 1u << 20);
    for (unsigned n = 100001; n <= 100007; n++) {
        char id[16], *json;
        cutline_credit_answers *answers;
        snprintf(id, sizeof id, "%u", n);
        cutline_status status = cutline_catalog_credit(d->catalog, id, &answers, &d->err);
        if (status == CUTLINE_NOT_FOUND)
            continue;
        desk_check(d, status);
        desk_check(d, cutline_credit_answers_json(answers, id, &json, &d->err));
        cut_buf_printf(&out, "%s\n", json);
        cutline_free(json);
        cutline_credit_answers_free(answers);
    }
    char *agencies = listed(d, AGENCY, false), *people = listed(d, PERSON, false);
    cutline_stats stats = desk_stats(d);
    cut_buf_printf(&out, "%s\n%s\n%u conflicts\n", agencies, people, (unsigned)stats.conflicts);
    free(agencies);
    free(people);
    return cut_buf_detach(&out);
}

/* What is kept is what would be made anew. */
static void expect_settled(desk *d)
{
    char *before = kept(d);
    desk_check(d, cut_store_begin(d->catalog->store, &d->err));
    desk_check(d, cut_store_rebuild(d->catalog->store, &d->err));
    desk_check(d, cut_store_commit(d->catalog->store, &d->err));
    char *after = kept(d);
    assert_string_equal(before, after);
    free(before);
    free(after);
}

/* ---- shorter calls ---- */

static uint64_t add(desk *d, const char *name, const char *alias)
{
    cutline_authority_change change;
    desk_check(d, cutline_agency_add(d->catalog, name, &alias, alias != NULL, &change, &d->err));
    return change.photos;
}

static uint64_t give(desk *d, cutline_authority_kind kind, const char *name, const char *alias)
{
    cutline_authority_change change;
    desk_check(d, cutline_authority_alias(d->catalog, kind, name, &alias, 1, &change, &d->err));
    return change.photos;
}

static uint64_t merge(desk *d, cutline_authority_kind kind, const char *from, const char *into)
{
    cutline_authority_change change;
    desk_check(d, cutline_authority_merge(d->catalog, kind, from, into, &change, &d->err));
    return change.photos;
}

static uint64_t split(desk *d, cutline_authority_kind kind, const char *alias)
{
    cutline_authority_change change;
    desk_check(d, cutline_authority_split(d->catalog, kind, alias, &change, &d->err));
    return change.photos;
}

/* ---- agencies ---- */

static void test_issuer_becomes_agency(void **state)
{
    desk *d = *state;
    put(d, "/a.jpg", 1, "bare:100001", "Maxar Technologies/Handout via REUTERS");
    put(d, "/b.jpg", 2, "bare:100002", "MAXAR");
    put(d, "/c.jpg", 3, "bare:100003", "REUTERS/Jane Roe");
    expect_parts(d, "100001",
                 "Maxar Technologies/Handout via REUTERS | Maxar Technologies/Handout via REUTERS"
                 " | Reuters |  | Maxar Technologies");
    assert_true(add(d, "Maxar Technologies", "Maxar") >= 2);
    expect_parts(d, "100001",
                 "Maxar Technologies/Handout via REUTERS | Maxar Technologies/Handout via REUTERS"
                 " | Maxar Technologies+Reuters |  | -");
    expect_parts(d, "100002", "Maxar Technologies | MAXAR | Maxar Technologies |  | -");
    expect_parts(d, "100003", "REUTERS/Jane Roe | REUTERS/Jane Roe | Reuters | Jane Roe | -");
    expect_list(d, AGENCY, "Maxar Technologies=2(Maxar) Reuters=2*()");
    expect_settled(d);
}

static void test_photo_after_agency(void **state)
{
    desk *d = *state;
    assert_int_equal(add(d, "Blue Lens", NULL), 0);
    expect_list(d, AGENCY, "Blue Lens=0()");
    put(d, "/a.jpg", 1, "bare:100001", "Jane Roe/Blue Lens/AFP");
    put(d, "/b.jpg", 2, "bare:100002", "AFP via BLUE LENS");
    put(d, "/c.jpg", 3, "bare:100003", "Blue Lens/Jane Roe");
    expect_parts(d, "100001",
                 "Jane Roe/Blue Lens/AFP | Jane Roe/Blue Lens/AFP | Blue Lens+AFP"
                 " | Jane Roe | -");
    expect_parts(d, "100002", "AFP via Blue Lens | AFP via BLUE LENS | AFP+Blue Lens |  | -");
    expect_parts(d, "100003", "Blue Lens/Jane Roe | Blue Lens/Jane Roe | Blue Lens | Jane Roe | -");
    expect_settled(d);
    assert_int_equal(split(d, AGENCY, "Blue Lens"), 3);
    expect_list(d, AGENCY, "AFP=2*()");
    expect_parts(d, "100002", "AFP via BLUE LENS | AFP via BLUE LENS | AFP | Blue Lens | -");
    expect_settled(d);
    assert_int_equal(desk_stats(d).agencies, 1);
}

static void test_merged_agencies(void **state)
{
    desk *d = *state;
    put(d, "/a.jpg", 1, "bare:100001", "EFE/Jane Roe");
    put(d, "/b.jpg", 2, "bare:100002", "EPA/John Doe");
    put(d, "/c.jpg", 3, "bare:100003", "Agencia EFE");
    assert_int_equal(merge(d, AGENCY, "EFE", "EPA"), 2);
    expect_parts(d, "100001", "EPA/Jane Roe | EFE/Jane Roe | EPA | Jane Roe | -");
    expect_parts(d, "100003", "EPA | Agencia EFE | EPA |  | -");
    expect_list(d, AGENCY, "EPA=3*(EFE)");
    put(d, "/d.jpg", 4, "bare:100004", "EFE/Max Moe");
    expect_parts(d, "100004", "EPA/Max Moe | EFE/Max Moe | EPA | Max Moe | -");
    expect_settled(d);
    assert_int_equal(split(d, AGENCY, "EFE"), 4);
    expect_parts(d, "100001", "EFE/Jane Roe | EFE/Jane Roe | EFE | Jane Roe | -");
    expect_list(d, AGENCY, "EFE=3*() EPA=1*()");
    expect_settled(d);
}

static void test_both_in_one_credit(void **state)
{
    desk *d = *state;
    put(d, "/a.jpg", 1, "bare:100001", "Jane Roe/AFP via Getty Images");
    (void)merge(d, AGENCY, "AFP", "Getty Images");
    expect_parts(d, "100001",
                 "Jane Roe/AFP via Getty Images | Jane Roe/AFP via Getty"
                 " Images | Getty Images | Jane Roe | -");
    expect_settled(d);
}

static void test_rivals_become_one(void **state)
{
    desk *d = *state;
    cutline_stats stats;
    put(d, "/a.jpg", 1, "bare:100001", "EFE/Jane Roe");
    put(d, "/b.jpg", 1, "bare:100001", "EPA/Jane Roe");
    put(d, "/c.jpg", 2, "bare:100002", "Associated Press/Jane Roe");
    put(d, "/d.jpg", 2, "bare:100002", "EPA/Jane Roe");
    stats = desk_stats(d);
    assert_int_equal(stats.conflicts, 2);
    (void)merge(d, AGENCY, "EFE", "EPA");
    stats = desk_stats(d);
    assert_int_equal(stats.conflicts, 1);
    (void)merge(d, AGENCY, "EPA", "AP");
    stats = desk_stats(d);
    assert_int_equal(stats.conflicts, 0);
    expect_list(d, AGENCY, "AP=2*(EFE+EPA)");
    expect_settled(d);
    (void)split(d, AGENCY, "EFE");
    stats = desk_stats(d);
    assert_int_equal(stats.conflicts, 1);
    expect_settled(d);
}

/* A credit that names no agency has no say against one that does, until its issuer is one. */
static void test_agency_strengthens_a_credit(void **state)
{
    desk *d = *state;
    put(d, "/a.jpg", 1, "bare:100001", "Jane Roe");
    put(d, "/b.jpg", 1, "bare:100001", "Nordic Light Images");
    desk_expect_credit(d, "100001", "Jane Roe\n");
    (void)add(d, "Nordic Light Images", NULL);
    desk_expect_credit(d, "100001", "Nordic Light Images\n");
    expect_settled(d);
}

static void test_builtin_spellings(void **state)
{
    desk *d = *state;
    cutline_authority_change change;
    const char *afp = "AFP", *photo = "AP Photo", *wire = "Rtrs Wire";
    assert_int_equal(cutline_agency_add(d->catalog, "AP Photo", NULL, 0, NULL, &d->err),
                     CUTLINE_BAD_ARGUMENT);
    assert_int_equal(cutline_authority_alias(d->catalog, AGENCY, "Reuters", &afp, 1, NULL, &d->err),
                     CUTLINE_BAD_ARGUMENT);
    assert_int_equal(cutline_authority_alias(d->catalog, AGENCY, "Nobody", &wire, 1, NULL, &d->err),
                     CUTLINE_NOT_FOUND);
    assert_int_equal(cutline_agency_add(d->catalog, "Blue Lens", &photo, 1, NULL, &d->err),
                     CUTLINE_BAD_ARGUMENT);
    expect_list(d, AGENCY, "");
    put(d, "/a.jpg", 1, "bare:100001", "Jane Roe/Rtrs Wire");
    desk_check(d,
               cutline_authority_alias(d->catalog, AGENCY, "REUETRS", &wire, 1, &change, &d->err));
    assert_string_equal(change.name, "Reuters");
    expect_parts(d, "100001", "Jane Roe/Reuters | Jane Roe/Rtrs Wire | Reuters | Jane Roe | -");
    expect_list(d, AGENCY, "Reuters=1*(Rtrs Wire)");
    expect_settled(d);
}

static void test_all_agencies(void **state)
{
    desk *d = *state;
    (void)add(d, "Blue Lens", NULL);
    (void)merge(d, AGENCY, "EFE", "EPA");
    char *all = listed(d, AGENCY, true);
    assert_non_null(strstr(all, "Blue Lens=0()"));
    assert_non_null(strstr(all, "EPA=0*(EFE)"));
    assert_non_null(strstr(all, "Reuters=0*()"));
    assert_null(strstr(all, " EFE=0*()"));
    free(all);
}

static void test_names_that_are_none(void **state)
{
    static const char *const bad[] = {"", "...", "a\nb", "\xff\xfe"};
    desk *d = *state;
    char longest[300];
    memset(longest, 'a', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(cutline_agency_add(d->catalog, bad[i], NULL, 0, NULL, &d->err),
                         CUTLINE_BAD_ARGUMENT);
    assert_int_equal(cutline_agency_add(d->catalog, longest, NULL, 0, NULL, &d->err),
                     CUTLINE_BAD_ARGUMENT);
    assert_int_equal(cutline_authority_split(d->catalog, AGENCY, "Nobody", NULL, &d->err),
                     CUTLINE_NOT_FOUND);
    assert_int_equal(cutline_authority_merge(d->catalog, PERSON, "A B", "C D", NULL, &d->err),
                     CUTLINE_NOT_FOUND);
}

/* ---- photographers ---- */

static void test_merged_photographers(void **state)
{
    desk *d = *state;
    put(d, "/a.jpg", 1, "bare:100001", "REUTERS/D. Balibouse");
    put(d, "/b.jpg", 2, "bare:100002", "REUTERS/Denis Balibouse");
    put(d, "/c.jpg", 3, "bare:100003", "D. BALIBOUSE/REUTERS");
    expect_list(d, PERSON, "D. Balibouse=2() Denis Balibouse=1()");
    assert_int_equal(merge(d, PERSON, "D. Balibouse", "Denis Balibouse"), 3);
    expect_parts(d, "100001",
                 "REUTERS/Denis Balibouse | REUTERS/D. Balibouse | Reuters"
                 " | Denis Balibouse | -");
    expect_parts(d, "100003",
                 "Denis Balibouse/REUTERS | D. BALIBOUSE/REUTERS | Reuters"
                 " | Denis Balibouse | -");
    expect_list(d, PERSON, "Denis Balibouse=3(D. Balibouse)");
    expect_settled(d);
    assert_int_equal(cutline_authority_merge(d->catalog, PERSON, "D. Balibouse", "Denis Balibouse",
                                             NULL, &d->err),
                     CUTLINE_BAD_ARGUMENT);
    assert_int_equal(cutline_authority_split(d->catalog, PERSON, "Denis Balibouse", NULL, &d->err),
                     CUTLINE_BAD_ARGUMENT);
    assert_int_equal(split(d, PERSON, "D Balibouse"), 3);
    expect_parts(d, "100001",
                 "REUTERS/D. Balibouse | REUTERS/D. Balibouse | Reuters"
                 " | D. Balibouse | -");
    expect_list(d, PERSON, "D. Balibouse=2() Denis Balibouse=1()");
    expect_settled(d);
}

/* Photos of a name lie in parts by their numbers (derived.sql). */
static void test_names_in_several_parts(void **state)
{
    desk *d = *state;
    put(d, "/a.jpg", 1, "bare:100001", "REUTERS/Jane Roe");
    for (unsigned i = 1; i <= 3; i++) {
        char text[128], path[16], id[16];
        snprintf(text, sizeof text, "UPDATE sqlite_sequence SET seq = %u WHERE name = 'photo'",
                 i * 65536 - 1);
        desk_check(d, cut_sql_script(d->catalog->store->db, text, &d->err));
        snprintf(path, sizeof path, "/b%u.jpg", i);
        snprintf(id, sizeof id, "bare:10000%u", i + 1);
        put(d, path, i + 1, id, i == 2 ? "REUTERS/Max Moe" : "REUTERS/Jane Roe");
    }
    expect_list(d, PERSON, "Jane Roe=3() Max Moe=1()");
    expect_list(d, AGENCY, "Reuters=4*()");
    assert_int_equal(merge(d, PERSON, "Jane Roe", "Max Moe"), 4);
    expect_list(d, PERSON, "Max Moe=4(Jane Roe)");
    expect_parts(d, "100004", "REUTERS/Max Moe | REUTERS/Jane Roe | Reuters | Max Moe | -");
    expect_settled(d);
}

static void test_spellings_of_one_name(void **state)
{
    desk *d = *state;
    put(d, "/a.jpg", 1, "bare:100001", "AFP/Jose Garcia");
    put(d, "/b.jpg", 2, "bare:100002", "AFP/José García");
    expect_list(d, PERSON, "Jose Garcia=2()");
    assert_int_equal(merge(d, PERSON, "Jose Garcia", "José García"), 2);
    expect_parts(d, "100001", "AFP/José García | AFP/Jose Garcia | AFP | José García | -");
    expect_list(d, PERSON, "José García=2(Jose Garcia)");
    expect_settled(d);
    assert_int_equal(split(d, PERSON, "Jose Garcia"), 2);
    expect_parts(d, "100001", "AFP/Jose Garcia | AFP/Jose Garcia | AFP | Jose Garcia | -");
    expect_settled(d);
}

static void test_alias_of_photographer(void **state)
{
    desk *d = *state;
    const char *other = "John Doe";
    put(d, "/a.jpg", 1, "bare:100001", "AP/Jane Roe");
    put(d, "/b.jpg", 2, "bare:100002", "AP/John Doe");
    assert_int_equal(give(d, PERSON, "Jane Roe", "J. Roe-Miller"), 1);
    put(d, "/c.jpg", 3, "bare:100003", "AP/J. Roe-Miller");
    expect_parts(d, "100003", "AP/Jane Roe | AP/J. Roe-Miller | AP | Jane Roe | -");
    assert_int_equal(
        cutline_authority_alias(d->catalog, PERSON, "Jane Roe", &other, 1, NULL, &d->err),
        CUTLINE_BAD_ARGUMENT);
    expect_settled(d);
}

/* What a person typed stays in the line; the entity is named. */
static void test_typed_credit(void **state)
{
    desk *d = *state;
    put(d, "/a.jpg", 1, "bare:100001", "AP/Jane Roe");
    desk_check(d, cutline_catalog_set(d->catalog, 1, "credit", "EFE/J. Roe", "me", &d->err));
    (void)give(d, PERSON, "J. Roe", "Roe Jane");
    (void)merge(d, AGENCY, "EFE", "EPA");
    expect_parts(d, "100001", "EFE/J. Roe | EFE/J. Roe | EPA | J. Roe | -");
    expect_settled(d);
}

/* Another process sees the change with the next photo. */
static void test_second_connection(void **state)
{
    desk *d = *state;
    desk other = *d;
    desk_check(d, cutline_catalog_open(d->path, CUTLINE_OPEN_WRITE, &other.catalog, &d->err));
    put(&other, "/a.jpg", 1, "bare:100001", "Blue Lens Pictures");
    put(&other, "/b.jpg", 2, "bare:100002", "AP/D. Balibouse");
    (void)add(d, "Blue Lens Pictures", NULL);
    (void)give(d, PERSON, "D. Balibouse", "Denis B");
    put(&other, "/c.jpg", 3, "bare:100003", "BLUE LENS PICTURES");
    put(&other, "/d.jpg", 4, "bare:100004", "AP/Denis B");
    expect_parts(d, "100003",
                 "Blue Lens Pictures | BLUE LENS PICTURES | Blue Lens Pictures"
                 " |  | -");
    expect_list(d, PERSON, "D. Balibouse=2(Denis B)");
    /* What the other process remembers of an entity that is gone does not count. */
    put(&other, "/e.jpg", 5, "bare:100005", "EFE/Jane Roe");
    (void)merge(d, AGENCY, "EFE", "EPA");
    (void)merge(d, PERSON, "Jane Roe", "Denis B");
    (void)add(d, "Nordic Light Images", NULL);
    (void)split(d, AGENCY, "EFE");
    (void)split(d, PERSON, "Jane Roe");
    put(&other, "/f.jpg", 6, "bare:100006", "EFE/Jane Roe");
    expect_list(d, AGENCY, "AP=2*() Blue Lens Pictures=2() EFE=2*() Nordic Light Images=0()");
    expect_list(d, PERSON, "D. Balibouse=2(Denis B) Jane Roe=2()");
    cutline_catalog_close(other.catalog);
    expect_settled(d);
}

static void test_suggestions(void **state)
{
    desk *d = *state;
    cutline_suggestions *list;
    put(d, "/a.jpg", 1, "bare:100001", "REUTERS/D. Balibouse");
    put(d, "/b.jpg", 2, "bare:100002", "REUTERS/Denis Balibouse");
    put(d, "/c.jpg", 3, "bare:100003", "AP/Jane Roe");
    desk_check(d, cutline_people_suggest(d->catalog, &list, &d->err));
    assert_int_equal(list->count, 1);
    assert_string_equal(list->items[0].from, "D. Balibouse");
    assert_string_equal(list->items[0].into, "Denis Balibouse");
    assert_string_equal(list->items[0].agency, "Reuters");
    assert_string_equal(cutline_alike_name(list->items[0].why), "initial");
    cutline_suggestions_free(list);
    (void)merge(d, PERSON, "D. Balibouse", "Denis Balibouse");
    desk_check(d, cutline_people_suggest(d->catalog, &list, &d->err));
    assert_int_equal(list->count, 0);
    cutline_suggestions_free(list);
}

/* ---- in any order ---- */

static unsigned dice(uint32_t *seed, unsigned sides)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 16) % sides;
}

static void put_any(desk *d, uint32_t *seed)
{
    static const char *const credits[] = {
        "REUTERS/D. Balibouse",
        "Denis Balibouse/REUTERS",
        "Blue Lens",
        "Jane Roe/Blue Lens/AFP",
        "AFP via BLUE LENS",
        "Jane Roe",
        "Associated Press/Jose Garcia",
        "EFE/José García",
        "Nordic Light Images",
        "Nordic Light Images/Jane Roe",
        "EPA",
        "Balibouse Denis/AP",
        "Handout via REUTERS",
        "Jane Roe/Nordic Light Images via Getty Images",
    };
    char path[16], id[32];
    unsigned photo = 1 + dice(seed, 7);
    snprintf(path, sizeof path, "/%u.jpg", dice(seed, 12));
    snprintf(id, sizeof id, "bare:10000%u", photo);
    put(d, path, photo, id, credits[dice(seed, sizeof credits / sizeof credits[0])]);
}

/* Whether the change can be made does not matter here. */
static void change_any(desk *d, uint32_t *seed)
{
    static const char *const agencies[] = {
        "Blue Lens", "Nordic Light Images", "EPA", "EFE", "Reuters", "AP"};
    static const char *const people[] = {"D. Balibouse", "Denis Balibouse", "Balibouse Denis",
                                         "Jane Roe",     "Jose Garcia",     "José García"};
    cutline_authority_kind kind = dice(seed, 2) ? PERSON : AGENCY;
    const char *const *names = kind == PERSON ? people : agencies;
    const char *one = names[dice(seed, 6)], *other = names[dice(seed, 6)];
    cutline_status status = CUTLINE_OK;
    switch (dice(seed, 5)) {
    case 0:
        status = cutline_agency_add(d->catalog, agencies[dice(seed, 2)], NULL, 0, NULL, &d->err);
        break;
    case 1:
        status = cutline_authority_alias(d->catalog, kind, one, &other, 1, NULL, &d->err);
        break;
    case 2:
        status = cutline_authority_split(d->catalog, kind, one, NULL, &d->err);
        break;
    default:
        status = cutline_authority_merge(d->catalog, kind, one, other, NULL, &d->err);
    }
    assert_true(status == CUTLINE_OK || status == CUTLINE_NOT_FOUND ||
                status == CUTLINE_BAD_ARGUMENT);
}

static void test_in_any_order(void **state)
{
    (void)state;
    for (uint32_t run = 1; run <= 30; run++) {
        uint32_t seed = run * 2654435761u;
        desk d;
        desk_open(&d);
        for (unsigned step = 0; step < 24; step++) {
            if (dice(&seed, 2))
                put_any(&d, &seed);
            else
                change_any(&d, &seed);
            if (step % 4 == 3)
                expect_settled(&d);
        }
        desk_close(&d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_issuer_becomes_agency, setup, teardown),
        cmocka_unit_test_setup_teardown(test_photo_after_agency, setup, teardown),
        cmocka_unit_test_setup_teardown(test_merged_agencies, setup, teardown),
        cmocka_unit_test_setup_teardown(test_both_in_one_credit, setup, teardown),
        cmocka_unit_test_setup_teardown(test_rivals_become_one, setup, teardown),
        cmocka_unit_test_setup_teardown(test_agency_strengthens_a_credit, setup, teardown),
        cmocka_unit_test_setup_teardown(test_builtin_spellings, setup, teardown),
        cmocka_unit_test_setup_teardown(test_all_agencies, setup, teardown),
        cmocka_unit_test_setup_teardown(test_names_that_are_none, setup, teardown),
        cmocka_unit_test_setup_teardown(test_merged_photographers, setup, teardown),
        cmocka_unit_test_setup_teardown(test_names_in_several_parts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_spellings_of_one_name, setup, teardown),
        cmocka_unit_test_setup_teardown(test_alias_of_photographer, setup, teardown),
        cmocka_unit_test_setup_teardown(test_typed_credit, setup, teardown),
        cmocka_unit_test_setup_teardown(test_second_connection, setup, teardown),
        cmocka_unit_test_setup_teardown(test_suggestions, setup, teardown),
        cmocka_unit_test(test_in_any_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
