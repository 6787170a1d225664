#include "record/rights.h"
#include "store/sqlite/field_words.h"

/* What must be taken out again: the parts of the old row that the search index and the links were
 * made from. */
static cutline_status read_old(cut_db *db, int64_t photo, cut_effective_row *old, bool *found,
                               cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_EFFECTIVE_OLD,
                "SELECT headline, caption, credit_line, agencies, photographers,"
                " byline, persons, keywords, city, region, country, credit_found, path,"
                " other_paths"
                " FROM effective WHERE photo_id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    *found = cut_sql_row(db, q);
    cut_arena *a = &db->scratch;
    if (*found)
        *old = (cut_effective_row){.photo = photo,
                                   .headline = cut_sql_str(db, q, 0, a),
                                   .caption = cut_sql_str(db, q, 1, a),
                                   .credit_line = cut_sql_str(db, q, 2, a),
                                   .agencies = cut_sql_str(db, q, 3, a),
                                   .photographers = cut_sql_str(db, q, 4, a),
                                   .byline = cut_sql_str(db, q, 5, a),
                                   .persons = cut_sql_str(db, q, 6, a),
                                   .keywords = cut_sql_str(db, q, 7, a),
                                   .city = cut_sql_str(db, q, 8, a),
                                   .region = cut_sql_str(db, q, 9, a),
                                   .country = cut_sql_str(db, q, 10, a),
                                   .credit_found = cut_sql_str(db, q, 11, a),
                                   .path = cut_sql_str(db, q, 12, a),
                                   .other_paths = cut_sql_str(db, q, 13, a)};
    return cut_sql_end(db, q, err);
}

static cutline_status read_old_captions(cut_db *db, cut_effective_row *old, cutline_error *err)
{
    CUT_VEC(cut_str) captions = {0};
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_CAPTIONS_OLD,
                "SELECT text FROM other_caption WHERE photo_id = ?1 ORDER BY position");
    sqlite3_bind_int64(q, 1, old->photo);
    while (cut_sql_row(db, q)) {
        cut_str text = cut_sql_str(db, q, 0, &db->scratch);
        if (!CUT_PUSH(&db->scratch, &captions, text))
            cut_sql_no_memory(db);
    }
    old->other_captions = captions.v;
    old->other_caption_count = captions.n;
    return cut_sql_end(db, q, err);
}

static cutline_status remove_from(cut_db *db, cut_sql_id id, const char *text, int64_t photo,
                                  cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, id, text);
    sqlite3_bind_int64(q, 1, photo);
    return cut_sql_do(db, q, err);
}

/* Takes out all that is derived of a photo; nothing if there is nothing (*found). */
static cutline_status remove_all(cut_db *db, int64_t photo, bool *found, cutline_error *err)
{
    cut_effective_row old;
    cutline_status status = read_old(db, photo, &old, found, err);
    if (status != CUTLINE_OK || !*found)
        return status;
    status = read_old_captions(db, &old, err);
    if (status == CUTLINE_OK)
        status = cut_search_put(db, &old, false, err);
    if (status == CUTLINE_OK)
        status = cut_names_link(db, photo, old.agencies, old.photographers, false, err);
    if (status == CUTLINE_OK)
        status = cut_file_names_put(db, &old, false, err);
    if (status == CUTLINE_OK && old.other_caption_count > 0)
        status = remove_from(db, CUT_SQL_CAPTIONS_REMOVE,
                             "DELETE FROM other_caption WHERE photo_id = ?1", photo, err);
    if (status == CUTLINE_OK)
        status = remove_from(db, CUT_SQL_RIGHTS_REMOVE,
                             "DELETE FROM photo_right WHERE photo_id = ?1", photo, err);
    if (status == CUTLINE_OK)
        status = remove_from(db, CUT_SQL_IDS_REMOVE, "DELETE FROM media_id WHERE photo_id = ?1",
                             photo, err);
    if (status == CUTLINE_OK)
        status = remove_from(db, CUT_SQL_EFFECTIVE_REMOVE,
                             "DELETE FROM effective WHERE photo_id = ?1", photo, err);
    return status;
}

cutline_status cut_db_effective_remove(cut_db *db, int64_t photo, cutline_error *err)
{
    bool found;
    cut_arena_reset(&db->scratch);
    return remove_all(db, photo, &found, err);
}

/* ---- writing ------------------------------------------------------------------------------------
 */

static void bind_taken(sqlite3_stmt *q, int at, cut_str date)
{
    int64_t key = cut_date_key(date);
    if (key >= 0)
        sqlite3_bind_int64(q, at, key);
    else
        sqlite3_bind_null(q, at);
}

/* Not INSERT OR REPLACE: that can fail half-way, so SQLite sets a savepoint before it, and at each
 * savepoint FTS5 writes out the words it has gathered. An import would take twice the time. */
static cutline_status put_row(cut_db *db, const cut_effective_row *r, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(
        db, CUT_SQL_EFFECTIVE_PUT,
        "INSERT INTO effective (photo_id, taken, path, id_namespace, id_value, id_trust,"
        " id_evidence, headline, caption, credit_line, credit_origin, credit_where, agencies,"
        " photographers, issuer, roles, conflicts, byline, persons, keywords, city, region,"
        " country, date, restrictions, awaiting, file_photo, caption_count, credit_found,"
        " other_paths, kill_reason, embargo, expiry)"
        " VALUES (?1, ?33, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
        "?18,"
        " ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32)");
    sqlite3_bind_int64(q, 1, r->photo);
    cut_bind_str(q, 2, r->path);
    cut_bind_z(q, 3, r->id.ns);
    cut_bind_z(q, 4, r->id.id);
    cut_bind_ref(q, 5, r->id.ns ? (int64_t)r->id.trust : 0);
    cut_bind_z(q, 6, r->id.evidence);
    const cut_str *texts[] = {&r->headline,     &r->caption,     &r->credit_line,   NULL,
                              &r->credit_where, &r->agencies,    &r->photographers, &r->issuer,
                              &r->roles,        &r->conflicts,   &r->byline,        &r->persons,
                              &r->keywords,     &r->city,        &r->region,        &r->country,
                              &r->date,         &r->restrictions};
    for (int i = 0; i < (int)(sizeof texts / sizeof texts[0]); i++)
        if (texts[i])
            cut_bind_str(q, 7 + i, *texts[i]);
    sqlite3_bind_int(q, 10, (int)r->credit_origin);
    sqlite3_bind_int(q, 25, r->awaiting);
    sqlite3_bind_int(q, 26, r->file_photo);
    sqlite3_bind_int64(q, 27, (sqlite3_int64)r->caption_count);
    cut_bind_str(q, 28, r->credit_found);
    cut_bind_str(q, 29, r->other_paths);
    cut_bind_str(q, 30, r->kill_reason);
    cut_bind_str(q, 31, r->embargo);
    cut_bind_str(q, 32, r->expiry);
    bind_taken(q, 33, r->date);
    return cut_sql_do(db, q, err);
}

static cutline_status put_ids(cut_db *db, const cut_effective_row *r, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_ID_ADD,
                "INSERT INTO media_id (value, namespace, photo_id, own, trust, evidence)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    for (size_t i = 0; i < r->id_count && status == CUTLINE_OK; i++) {
        cut_bind_z(q, 1, r->ids[i].id);
        cut_bind_z(q, 2, r->ids[i].ns);
        sqlite3_bind_int64(q, 3, r->photo);
        sqlite3_bind_int(q, 4, r->own[i]);
        sqlite3_bind_int(q, 5, (int)r->ids[i].trust);
        cut_bind_z(q, 6, r->ids[i].evidence);
        status = cut_sql_do(db, q, err);
    }
    return status;
}

static cutline_status put_captions(cut_db *db, const cut_effective_row *r, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < r->other_caption_count && status == CUTLINE_OK; i++) {
        sqlite3_stmt *q =
            cut_sql(db, CUT_SQL_CAPTION_ADD,
                    "INSERT INTO other_caption (photo_id, position, text) VALUES (?1, ?2, ?3)");
        sqlite3_bind_int64(q, 1, r->photo);
        sqlite3_bind_int64(q, 2, (sqlite3_int64)i);
        cut_bind_str(q, 3, r->other_captions[i]);
        status = cut_sql_do(db, q, err);
    }
    return status;
}

/* The others are found by their kind (derived.sql). */
static bool is_kept(const cutline_right *right)
{
    return right->value || right->from || right->until || cut_right_is_dated(right->kind);
}

static cutline_status put_rights(cut_db *db, const cut_effective_row *r, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < r->right_count && status == CUTLINE_OK; i++) {
        const cutline_right *right = &r->rights[i];
        if (!is_kept(right))
            continue;
        sqlite3_stmt *q = cut_sql(db, CUT_SQL_RIGHT_ADD,
                                  "INSERT INTO photo_right (photo_id, position, kind, value,"
                                  " from_date, until_date, origin)"
                                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        sqlite3_bind_int64(q, 1, r->photo);
        sqlite3_bind_int64(q, 2, (sqlite3_int64)i);
        cut_bind_z(q, 3, right->kind);
        cut_bind_z(q, 4, right->value);
        cut_bind_z(q, 5, right->from);
        cut_bind_z(q, 6, right->until);
        sqlite3_bind_int(q, 7, (int)right->origin);
        status = cut_sql_do(db, q, err);
    }
    return status;
}

cutline_status cut_db_effective_put(cut_db *db, const cut_effective_row *row, bool is_new,
                                    cutline_error *err)
{
    bool again = false;
    cut_arena_reset(&db->scratch);
    cutline_status status = is_new ? CUTLINE_OK : remove_all(db, row->photo, &again, err);
    if (status == CUTLINE_OK)
        status = put_row(db, row, err);
    if (status == CUTLINE_OK)
        status = put_ids(db, row, err);
    if (status == CUTLINE_OK)
        status = cut_file_names_put(db, row, true, err);
    if (status == CUTLINE_OK)
        status = put_captions(db, row, err);
    if (status == CUTLINE_OK)
        status = put_rights(db, row, err);
    if (status == CUTLINE_OK)
        status = cut_names_link(db, row->photo, row->agencies, row->photographers, true, err);
    if (status == CUTLINE_OK)
        status = cut_search_put(db, row, true, err);
    if (status == CUTLINE_OK)
        status = cut_field_words_put(db, row, again, err);
    return status;
}

cutline_status cut_db_is_killed(cut_db *db, int64_t photo, bool *killed, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_IS_KILLED,
                "SELECT 1 FROM effective WHERE photo_id = ?1 AND kill_reason IS NOT NULL");
    sqlite3_bind_int64(q, 1, photo);
    *killed = cut_sql_row(db, q);
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_clear_derived(cut_db *db, cutline_error *err)
{
    return cut_sql_script(
        db,
        "INSERT INTO search (search) VALUES ('delete-all');"
        "INSERT INTO field_words (field_words) VALUES ('delete-all');"
        "DELETE FROM field_changed;"
        "DELETE FROM photo_person; DELETE FROM photo_agency;"
        "DELETE FROM other_caption; DELETE FROM photo_right; DELETE FROM "
        "file_name; DELETE FROM media_id;"
        "DELETE FROM alike; DELETE FROM alike_touched; "
        "DELETE FROM look_part_words; DELETE FROM look_hash; DELETE FROM look_words; "
        "DELETE FROM look_part; DELETE FROM look_postings; "
        "DELETE FROM look_changed; "
        "DELETE FROM effective",
        err);
}
