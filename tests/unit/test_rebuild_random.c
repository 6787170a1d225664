/*
 * What is derived against its definition: whatever was imported, moved, edited, killed, merged and
 * taken back, every derived row is what a rebuild makes of the enduring ones. Random but
 * repeatable; a failure names its round.
 */
#include "world.h"

#include "store/inner.h"
#include "store/settle.h"
#include "store/sqlite/sql.h"

#include <cutline/authority.h>
#include <cutline/edit.h>
#include <cutline/query.h>

#define ROUNDS 40
#define STEPS 25

/* ---- what may happen ---------------------------------------------------------------------------
 */

static const char *name_something(const world *w)
{
    unsigned n = pick(IDS + FILES);
    return n < IDS || !w->has_file[n - IDS] ? universe[n % IDS] : w->files[n - IDS].path;
}

/* The caller may get this, and nothing has changed. */
static void may_fail(desk *d, cutline_status status)
{
    if (status != CUTLINE_NOT_FOUND && status != CUTLINE_BAD_ARGUMENT && status != CUTLINE_CONFLICT)
        desk_check(d, status);
}

static void edit(desk *d, const world *w)
{
    static const char *const texts[] = {"caption=Typed in Bern. REUTERS/Ada Typed",
                                        "caption=",
                                        "caption:blank",
                                        "headline=By hand",
                                        "city=Bern",
                                        "credit=AFP/Jane Roe",
                                        "credit=",
                                        "keywords+=one; two",
                                        "byline=Jane Roe; Denis Balibouse",
                                        "persons_shown=Kerry",
                                        "date_created=2016-05-02",
                                        "rights+=embargo:2031-05-02; territory_out:Japan",
                                        "rights=",
                                        "instructions=NO ARCHIVES. JAPAN OUT",
                                        "media+=reuters:RTX1",
                                        "media-=reuters:RTX1",
                                        "media+=getty:1000001",
                                        "media-=getty:1000001",
                                        "media+=aawsat:2000002",
                                        "media-=bare:12345"};
    cutline_photos *photos;
    cutline_edits *edits;
    cutline_edit_result result;
    if (cutline_catalog_show(d->catalog, name_something(w), &photos, &d->err) != CUTLINE_OK)
        return;
    cutline_edit_job job = {.photo = photos->items[pick((unsigned)photos->count)].id};
    cutline_photos_free(photos);
    desk_check(d, cutline_edits_new(&edits, &d->err));
    for (unsigned n = 1 + pick(2); n > 0; n--)
        desk_check(d, cutline_edits_add(edits, texts[pick(sizeof texts / sizeof *texts)], &d->err));
    job.edits = edits;
    desk_check(d, cutline_catalog_edit(d->catalog, &job, 1, NULL, &result, &d->err));
    cutline_edits_free(edits);
}

static void turn(desk *d)
{
    cutline_undo_request request = {.redo = pick(3) == 0};
    cutline_undo_result result;
    may_fail(d, cutline_catalog_undo(d->catalog, &request, &result, &d->err));
}

static void kill_or_lift(desk *d, const world *w)
{
    cutline_kill_result result;
    const char *name = name_something(w);
    may_fail(d, pick(2) ? cutline_catalog_kill(d->catalog, name, "wrong", NULL, &result, &d->err)
                        : cutline_catalog_lift_kill(d->catalog, name, NULL, &result, &d->err));
}

static void name_somebody(desk *d)
{
    static const char *const people[] = {"Denis Balibouse", "Jane Roe", "Ada Typed", "J. Roe"};
    cutline_authority_change change;
    const char *a = people[pick(4)], *b = people[pick(4)];
    switch (pick(4)) {
    case 0:
        may_fail(d, cutline_authority_merge(d->catalog, CUTLINE_AUTHORITY_PHOTOGRAPHER, a, b,
                                            &change, &d->err));
        break;
    case 1:
        may_fail(d, cutline_authority_alias(d->catalog, CUTLINE_AUTHORITY_PHOTOGRAPHER, a, &b, 1,
                                            &change, &d->err));
        break;
    case 2:
        may_fail(d, cutline_authority_split(d->catalog, CUTLINE_AUTHORITY_PHOTOGRAPHER, a, &change,
                                            &d->err));
        break;
    default:
        may_fail(d, cutline_authority_merge(d->catalog, CUTLINE_AUTHORITY_AGENCY, "AP", "Reuters",
                                            &change, &d->err));
    }
}

/* The pixels of some photo are looked at: one of three pictures, or something like it. */
static void look(desk *d)
{
    cut_picture picture = {.has_pixels = pick(6) > 0};
    uint8_t jpeg[1] = {0}, *hash = picture.forms[0].hash;
    unsigned which = pick(3);
    int64_t photo = 0;
    bool found, has_hash;
    uint8_t image_hash[32];
    desk_check(d, cut_db_photo_after(d->catalog->store->db, pick(5), &photo, &d->err));
    desk_check(
        d, cut_db_photo_get(d->catalog->store->db, photo, &found, &has_hash, image_hash, &d->err));
    if (!found || !has_hash)
        return;
    if (picture.has_pixels) {
        for (unsigned i = 0; i < CUT_PDQ_BYTES; i++)
            hash[i] = (uint8_t)(which * 77 + i * 37 * (which + 1));
        for (unsigned n = pick(14); n > 0; n--)
            hash[pick(CUT_PDQ_BYTES)] ^= (uint8_t)(1u << pick(8));
        picture.forms[0].quality = pick(4) ? 90 : 30;
        picture.words.count = CUT_WORDS_KEPT;
        picture.thumbnail = (cut_thumbnail){1, 1, {jpeg, sizeof jpeg}};
    }
    desk_begin(d);
    desk_check(d, cut_db_picture_put(d->catalog->store->db, photo, &picture, &d->err));
    desk_commit(d);
    if (pick(5) == 0)
        desk_check(d, cut_store_settle(d->catalog->store, NULL, &d->err));
}

static void live(desk *d, world *w)
{
    switch (pick(9)) {
    case 0:
        turn(d);
        break;
    case 1:
        kill_or_lift(d, w);
        break;
    case 2:
        name_somebody(d);
        break;
    case 3:
    case 4:
        edit(d, w);
        break;
    case 5:
        look(d);
        break;
    default:
        step(d, w);
    }
}

/* ---- what there is -----------------------------------------------------------------------------
 */

static void dump(desk *d, const char *sql, cut_buf *out)
{
    sqlite3_stmt *q = NULL;
    sqlite3 *sqlite = d->catalog->store->db->sqlite;
    if (sqlite3_prepare_v2(sqlite, sql, -1, &q, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(sqlite));
    cut_buf_printf(out, "-- %s\n", sql);
    while (sqlite3_step(q) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(q); i++) {
            const char *text = (const char *)sqlite3_column_text(q, i);
            cut_buf_printf(out, "%s|", text ? text : "NULL");
        }
        cut_buf_char(out, '\n');
    }
    sqlite3_finalize(q);
}

static int add_hit(const cutline_hit *hit, void *context)
{
    cut_buf_printf(context, " %lld", (long long)hit->photo);
    return 0;
}

/* The index of fields keeps what photos said before, and pairs are looked for late: what counts is
 * what is found. */
static void find_all(desk *d, cut_buf *out)
{
    static const char *const queries[] = {"is:duplicate",
                                          "-is:duplicate",
                                          "instructions:japan",
                                          "-instructions:archives",
                                          "rights:territory_out:japan",
                                          "rights:embargo",
                                          "restriction:no_archive",
                                          "is:embargoed",
                                          "is:killed",
                                          "taken:2016",
                                          "-taken:2016",
                                          "source:none or city:=Bern"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        cut_buf_printf(out, "%s:", queries[i]);
        desk_check(d, cutline_catalog_find(d->catalog, queries[i], 0, add_hit, out, &d->err));
        cut_buf_char(out, '\n');
    }
}

/* Every derived row, every word of the full text with its places, and what is found. malloc'd. */
static char *derived(desk *d)
{
    static const char *const tables[] = {
        "SELECT * FROM effective ORDER BY photo_id",
        "SELECT * FROM media_id ORDER BY photo_id, namespace, value",
        "SELECT * FROM file_name ORDER BY photo_id, name",
        "SELECT * FROM other_caption ORDER BY photo_id, position",
        "SELECT * FROM photo_right ORDER BY photo_id, position",
        "SELECT photo_id, agency_id FROM photo_agency ORDER BY photo_id, agency_id",
        "SELECT photo_id, person_id FROM photo_person ORDER BY photo_id, person_id",
        "SELECT * FROM temp.places ORDER BY term, doc, col, offset",
        "SELECT block, hex(rows) FROM look_hash WHERE rows <> zeroblob(length(rows))",
        "SELECT block, hex(rows) FROM look_words WHERE rows <> zeroblob(length(rows))",
    };
    cut_buf out;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    sqlite3_exec(d->catalog->store->db->sqlite,
                 "CREATE VIRTUAL TABLE IF NOT EXISTS temp.places"
                 " USING fts5vocab(main, search, instance)",
                 NULL, NULL, NULL);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        dump(d, tables[i], &out);
    find_all(d, &out);
    return cut_buf_detach(&out);
}

static void expect_rebuilt(desk *d, int round)
{
    char *before = derived(d);
    desk_check(d, cut_store_begin(d->catalog->store, &d->err));
    desk_check(d, cut_store_rebuild(d->catalog->store, &d->err));
    desk_check(d, cut_store_commit(d->catalog->store, &d->err));
    char *after = derived(d);
    if (strcmp(before, after) != 0)
        fail_msg("round %d\n%s\n---- rebuilt:\n%s", round, before, after);
    free(before);
    free(after);
}

static void derived_rows_never_go_stale(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        desk d;
        world w = {0};
        seed = (unsigned)round * 15485863u + 3u;
        desk_open(&d);
        for (int i = 0; i < STEPS; i++)
            live(&d, &w);
        expect_rebuilt(&d, round);
        desk_close(&d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(derived_rows_never_go_stale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
