/*
 * Linking against its definition: whatever was imported, changed, moved and imported again, the
 * catalog ends as if only the last state of every file and page had been imported, in any order.
 * Random but repeatable; a failure names its round.
 */
#include "world.h"

#include "store/inner.h"
#include "store/sqlite/sql.h"

#define ROUNDS 60
#define STEPS 14

/* Everything again into an empty catalog, beginning somewhere. */
static void put_all(desk *d, const world *w, unsigned start)
{
    for (unsigned i = 0; i < FILES + PAGES; i++) {
        unsigned at = (i * 3 + start) % (FILES + PAGES);
        if (at < FILES && w->has_file[at])
            desk_put_photo(d, &w->files[at]);
        if (at >= FILES && w->has_page[at - FILES])
            desk_put_page(d, &w->pages[at - FILES]);
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The photos of a name, in an order that does not come from their numbers. malloc'd. */
static char *shown(desk *d, const char *name)
{
    char *text = desk_show(d, name), *lines[64];
    size_t n = 0;
    cut_buf out;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    cut_str rest = cut_str_from(text);
    while (rest.p && n < 64) {
        cut_str line = cut_str_split(&rest, '\n');
        lines[n++] = strndup(line.p, line.n);
    }
    qsort(lines, n, sizeof lines[0], by_text);
    for (size_t i = 0; i < n; i++) {
        cut_buf_printf(&out, "%s\n", lines[i]);
        free(lines[i]);
    }
    free(text);
    return cut_buf_detach(&out);
}

static void expect_same(desk *a, desk *b, const char *name, int round)
{
    char *x = shown(a, name), *y = shown(b, name);
    if (strcmp(x, y) != 0)
        fail_msg("round %d: %s\n%s\n---\n%s", round, name, x, y);
    free(x);
    free(y);
}

/* Every search word with the number of photos and places that have it. malloc'd. */
static char *words_of(desk *d)
{
    sqlite3 *sqlite = d->catalog->store->db->sqlite;
    sqlite3_stmt *q = NULL;
    cut_buf out;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    sqlite3_exec(sqlite,
                 "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocab USING fts5vocab(main, search, row)",
                 NULL, NULL, NULL);
    assert_int_equal(
        sqlite3_prepare_v2(sqlite, "SELECT term, doc, cnt FROM vocab ORDER BY term", -1, &q, NULL),
        SQLITE_OK);
    while (sqlite3_step(q) == SQLITE_ROW)
        cut_buf_printf(&out, "%s %d %d\n", sqlite3_column_text(q, 0), sqlite3_column_int(q, 1),
                       sqlite3_column_int(q, 2));
    sqlite3_finalize(q);
    return cut_buf_detach(&out);
}

static void expect_same_words(desk *a, desk *b, int round)
{
    char *x = words_of(a), *y = words_of(b);
    if (strcmp(x, y) != 0)
        fail_msg("round %d: search words differ\n%s\n---\n%s", round, x, y);
    free(x);
    free(y);
}

static void expect_same_world(desk *a, desk *b, const world *w, int round)
{
    cutline_stats x = desk_stats(a), y = desk_stats(b);
    expect_same_words(a, b, round);
    for (size_t i = 0; i < IDS; i++)
        expect_same(a, b, universe[i], round);
    for (size_t i = 0; i < FILES; i++)
        if (w->has_file[i])
            expect_same(a, b, w->files[i].path, round);
    for (size_t i = 0; i < PAGES; i++)
        if (w->has_page[i])
            expect_same(a, b, w->pages[i].path, round);
    if (x.photos != y.photos || x.awaiting != y.awaiting || x.media_ids != y.media_ids ||
        x.captions != y.captions || x.uncredited != y.uncredited || x.conflicts != y.conflicts)
        fail_msg("round %d: counts differ: %d/%d photos, %d/%d awaiting, %d/%d IDs", round,
                 (int)x.photos, (int)y.photos, (int)x.awaiting, (int)y.awaiting, (int)x.media_ids,
                 (int)y.media_ids);
}

static void history_does_not_matter(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        desk lived, fresh;
        world w = {0};
        seed = (unsigned)round * 7919u + 1u;
        desk_open(&lived);
        lived.prepares = true;
        for (int i = 0; i < STEPS; i++)
            step(&lived, &w);
        desk_open(&fresh);
        put_all(&fresh, &w, pick(FILES + PAGES));
        expect_same_world(&lived, &fresh, &w, round);
        /* Made again from the enduring part, it is the same once more. */
        desk_check(&lived, cut_store_begin(lived.catalog->store, &lived.err));
        desk_check(&lived, cut_store_rebuild(lived.catalog->store, &lived.err));
        desk_check(&lived, cut_store_commit(lived.catalog->store, &lived.err));
        expect_same_world(&lived, &fresh, &w, round);
        desk_close(&fresh);
        desk_close(&lived);
    }
}

/* ---- by hand -----------------------------------------------------------------------------------
 */

static int count_hit(const cutline_hit *hit, void *context)
{
    (void)hit;
    ++*(int *)context;
    return 0;
}

/* Types a headline of its own for some photo, if there is one. */
static bool type_something(desk *d, int number)
{
    char headline[32];
    cutline_photos *photos;
    if (cutline_catalog_show(d->catalog, universe[pick(IDS)], &photos, &d->err) != CUTLINE_OK)
        return false;
    snprintf(headline, sizeof headline, "typed%d", number);
    int64_t photo = photos->items[pick((unsigned)photos->count)].id;
    cutline_photos_free(photos);
    desk_check(d, cutline_catalog_set(d->catalog, photo, "headline", headline, "desk", &d->err));
    return true;
}

static int count_edits(desk *d)
{
    sqlite3_stmt *q = NULL;
    assert_int_equal(sqlite3_prepare_v2(d->catalog->store->db->sqlite, "SELECT count(*) FROM edit",
                                        -1, &q, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(q), SQLITE_ROW);
    int n = sqlite3_column_int(q, 0);
    sqlite3_finalize(q);
    return n;
}

/* However files and pages change under it: the last thing typed is found, and all of it is history.
 */
static void what_was_typed_is_never_lost(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        desk d;
        world w = {0};
        int typed = 0;
        seed = (unsigned)round * 104729u + 7u;
        desk_open(&d);
        for (int i = 0; i < STEPS; i++) {
            char query[32];
            int hits = 0;
            step(&d, &w);
            typed += pick(2) && type_something(&d, typed + 1);
            snprintf(query, sizeof query, "headline:typed%d", typed);
            desk_check(&d, cutline_catalog_find(d.catalog, query, 0, count_hit, &hits, &d.err));
            if (count_edits(&d) != typed || hits != (typed > 0))
                fail_msg("round %d, step %d: %d edits, %d photos with the last of %d", round, i,
                         count_edits(&d), hits, typed);
        }
        desk_close(&d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(history_does_not_matter),
        cmocka_unit_test(what_was_typed_is_never_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
