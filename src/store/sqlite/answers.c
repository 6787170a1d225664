#include "store/sqlite/sql.h"

/* The values of a column, which has one between separators. */
static cutline_strings read_list(cut_db *db, sqlite3_stmt *q, int column, char separator,
                                 cut_arena *arena)
{
    CUT_VEC(const char *) items = {0};
    const char *text = cut_sql_text(q, column);
    cut_str rest = {text, text ? (size_t)sqlite3_column_bytes(q, column) : 0};
    while (rest.p) {
        const char *item = cut_arena_copy(arena, cut_str_trim(cut_str_split(&rest, separator)));
        if (!item || !CUT_PUSH(arena, &items, item)) {
            cut_sql_no_memory(db);
            break;
        }
    }
    return (cutline_strings){items.v, items.n};
}

static cutline_credit_answer read_answer(cut_db *db, sqlite3_stmt *q, cut_arena *a)
{
    const char *line = cut_sql_z(db, q, 5, a), *found = cut_sql_z(db, q, 15, a);
    return (cutline_credit_answer){.photo = sqlite3_column_int64(q, 0),
                                   .media_id = {.ns = cut_sql_z(db, q, 1, a),
                                                .id = cut_sql_z(db, q, 2, a),
                                                .trust = (cutline_trust)sqlite3_column_int(q, 3),
                                                .evidence = cut_sql_z(db, q, 4, a)},
                                   .credit = {.line = line,
                                              .agencies = read_list(db, q, 8, '\n', a),
                                              .photographers = read_list(db, q, 9, '\n', a),
                                              .issuer = cut_sql_z(db, q, 10, a),
                                              .roles = read_list(db, q, 11, '\n', a)},
                                   .line_as_found = found ? found : line,
                                   .origin = (cutline_origin)sqlite3_column_int(q, 6),
                                   .where = cut_sql_z(db, q, 7, a),
                                   .conflicts = read_list(db, q, 12, '\n', a),
                                   .restrictions = read_list(db, q, 13, ',', a),
                                   .awaiting_image = sqlite3_column_int(q, 14) != 0,
                                   .kill_reason = cut_sql_z(db, q, 16, a),
                                   .embargo = cut_sql_z(db, q, 17, a),
                                   .expiry = cut_sql_z(db, q, 18, a)};
}

/* Answers of the photos with an ID; ?1 its value, ?2 its namespace, ?3 how many at most. */
#define CREDIT_ANSWERS                                                                             \
    "SELECT photo_id, m.namespace, m.value, m.trust, m.evidence, credit_line,"                     \
    " credit_origin, credit_where, agencies, photographers, issuer, roles, conflicts,"             \
    " restrictions, awaiting, credit_found, kill_reason, embargo, expiry"                          \
    " FROM media_id AS m JOIN effective USING (photo_id) WHERE m.value = ?1"                       \
    " AND (?2 = 'bare' OR m.namespace = ?2"                                                        \
    " OR (m.namespace = 'bare' AND length(?1) >= 6))"

static void bind_id(sqlite3_stmt *q, const cutline_media_id *id, size_t most)
{
    cut_bind_z(q, 1, id->id);
    cut_bind_z(q, 2, id->ns);
    sqlite3_bind_int64(q, 3, (sqlite3_int64)most);
}

static cutline_status read_rivals(cut_db *db, cut_arena *arena, const cutline_media_id *id,
                                  size_t most, cut_answers *out, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_CREDIT_RIVALS,
                CREDIT_ANSWERS " ORDER BY m.trust DESC, credit_line IS NULL, photo_id LIMIT ?3");
    bind_id(q, id, most);
    while (cut_sql_row(db, q)) {
        cutline_credit_answer answer = read_answer(db, q, arena);
        if (!CUT_PUSH(arena, out, answer))
            cut_sql_no_memory(db);
    }
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_credit(cut_db *db, cut_arena *arena, const cutline_media_id *id, size_t most,
                             cut_answers *out, cutline_error *err)
{
    /* Nearly every ID has one photo, and making ready to sort takes SQLite longer than finding it:
     * sorting waits until there are two. */
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_CREDIT, CREDIT_ANSWERS " LIMIT ?3");
    cutline_credit_answer answer;
    size_t found = 0;
    bind_id(q, id, 2);
    while (cut_sql_row(db, q))
        if (found++ == 0)
            answer = read_answer(db, q, arena);
    cutline_status status = cut_sql_end(db, q, err);
    if (status != CUTLINE_OK || found == 0)
        return status;
    if (found > 1)
        return read_rivals(db, arena, id, most, out, err);
    return CUT_PUSH(arena, out, answer) ? CUTLINE_OK : cut_no_memory(err);
}

cutline_status cut_db_stats(cut_db *db, cutline_stats *out, cutline_error *err)
{
    /* Counts run over the smallest index; the exceptions have indexes of their own. */
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_STATS,
                "SELECT (SELECT count(*) FROM photo),"
                " (SELECT count(*) FROM effective WHERE awaiting = 1),"
                " (SELECT count(*) FROM file), (SELECT count(*) FROM page),"
                " (SELECT count(*) FROM media_id),"
                " (SELECT count(*) FROM effective) + (SELECT ifnull(sum(caption_count - 1), 0)"
                "  FROM effective WHERE caption_count <> 1),"
                " (SELECT count(*) FROM agency), (SELECT count(*) FROM person),"
                " (SELECT count(*) FROM effective WHERE credit_line IS NULL),"
                " (SELECT count(*) FROM effective WHERE conflicts IS NOT NULL)");
    uint64_t *fields[] = {&out->photos,     &out->awaiting, &out->files,    &out->pages,
                          &out->media_ids,  &out->captions, &out->agencies, &out->persons,
                          &out->uncredited, &out->conflicts};
    bool found = cut_sql_row(db, q);
    for (int i = 0; i < (int)(sizeof fields / sizeof fields[0]); i++)
        *fields[i] = found ? (uint64_t)sqlite3_column_int64(q, i) : 0;
    return cut_sql_end(db, q, err);
}
