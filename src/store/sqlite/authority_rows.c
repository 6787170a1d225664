#include "store/sqlite/sql.h"

#include "store/db_authority.h"

/* Agencies and photographers have tables alike: "agency", "agency_alias" with "agency_id",
 * "photo_agency". A statement is written once, as a macro of that word. */
#define FOR_KIND(kind, text) ((kind) == CUTLINE_AUTHORITY_AGENCY ? text("agency") : text("person"))

cutline_status cut_db_data_version(cut_db *db, int64_t *version, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_DATA_VERSION, "PRAGMA data_version");
    *version = cut_sql_row(db, q) ? sqlite3_column_int64(q, 0) : 0;
    return cut_sql_end(db, q, err);
}

#define NAMES_BY_HAND(e)                                                                           \
    "SELECT a.alias, n.name FROM " e "_alias AS a JOIN " e " AS n ON n.id = a." e "_id"            \
    " WHERE a." e "_id IN (SELECT " e "_id FROM " e "_alias WHERE spelling IS NOT NULL)"           \
    " ORDER BY a.alias"

cutline_status cut_db_names_by_hand(cut_db *db, cut_arena *arena, cutline_authority_kind kind,
                                    cut_authority_names *out, cutline_error *err)
{
    CUT_VEC(cut_authority_row) rows = {0};
    /* Whoever changed the spellings may have removed an entity whose number is remembered here. */
    cut_names_forget(db);
    sqlite3_stmt *q = cut_sql(
        db, kind == CUTLINE_AUTHORITY_AGENCY ? CUT_SQL_AGENCY_BY_HAND : CUT_SQL_PERSON_BY_HAND,
        FOR_KIND(kind, NAMES_BY_HAND));
    while (cut_sql_row(db, q)) {
        cut_authority_row row = {cut_sql_str(db, q, 0, arena), cut_sql_z(db, q, 1, arena)};
        if (!CUT_PUSH(arena, &rows, row))
            cut_sql_no_memory(db);
    }
    *out = (cut_authority_names){rows.v, rows.n};
    return cut_sql_end(db, q, err);
}

/* ---- spellings ----------------------------------------------------------------------------------
 */

#define ALIAS_GET(e)                                                                               \
    "SELECT n.id, a.spelling, n.name FROM " e "_alias AS a JOIN " e " AS n ON n.id = a." e "_id"   \
    " WHERE a.alias = ?1"

cutline_status cut_db_alias_get(cut_db *db, cut_arena *arena, cutline_authority_kind kind,
                                cut_str alias, cut_alias_row *out, cutline_error *err)
{
    *out = (cut_alias_row){0};
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, ALIAS_GET));
    cut_bind_str(q, 1, alias);
    if (cut_sql_row(db, q))
        *out = (cut_alias_row){sqlite3_column_int64(q, 0), cut_sql_str(db, q, 1, arena),
                               cut_sql_str(db, q, 2, arena)};
    return cut_sql_end_once(db, q, err);
}

/* Names whose numbers are remembered may be others' now. */
static cutline_status change(cut_db *db, sqlite3_stmt *q, cutline_error *err)
{
    cut_names_forget(db);
    cut_sql_row(db, q);
    return cut_sql_end_once(db, q, err);
}

#define ALIAS_PUT(e)                                                                               \
    "INSERT INTO " e "_alias (alias, " e "_id, spelling) VALUES (?1, ?2, ?3)"                      \
    " ON CONFLICT (alias) DO UPDATE SET " e "_id = ?2, spelling = ?3"

cutline_status cut_db_alias_put(cut_db *db, cutline_authority_kind kind, cut_str alias,
                                const cut_alias_row *row, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, ALIAS_PUT));
    cut_bind_str(q, 1, alias);
    sqlite3_bind_int64(q, 2, row->entity);
    cut_bind_str(q, 3, row->spelling);
    return change(db, q, err);
}

#define ALIAS_REMOVE(e) "DELETE FROM " e "_alias WHERE alias = ?1"

cutline_status cut_db_alias_remove(cut_db *db, cutline_authority_kind kind, cut_str alias,
                                   cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, ALIAS_REMOVE));
    cut_bind_str(q, 1, alias);
    return change(db, q, err);
}

#define ALIASES_MOVE(e)                                                                            \
    "UPDATE " e "_alias SET " e "_id = ?2, spelling = ifnull(spelling,"                            \
    " (SELECT name FROM " e " WHERE id = ?1)) WHERE " e "_id = ?1"

cutline_status cut_db_aliases_move(cut_db *db, cutline_authority_kind kind, int64_t from,
                                   int64_t to, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, ALIASES_MOVE));
    sqlite3_bind_int64(q, 1, from);
    sqlite3_bind_int64(q, 2, to);
    return change(db, q, err);
}

#define ALIAS_COUNT(e) "SELECT count(*) FROM " e "_alias WHERE " e "_id = ?1"

cutline_status cut_db_alias_count(cut_db *db, cutline_authority_kind kind, int64_t entity,
                                  int64_t *count, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, ALIAS_COUNT));
    sqlite3_bind_int64(q, 1, entity);
    *count = cut_sql_row(db, q) ? sqlite3_column_int64(q, 0) : 0;
    return cut_sql_end_once(db, q, err);
}

/* ---- entities -----------------------------------------------------------------------------------
 */

#define NAME_ADD(e) "INSERT INTO " e " (name) VALUES (?1)"

cutline_status cut_db_name_add(cut_db *db, cutline_authority_kind kind, cut_str name,
                               int64_t *entity, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, NAME_ADD));
    cut_bind_str(q, 1, name);
    cutline_status status = change(db, q, err);
    *entity = sqlite3_last_insert_rowid(db->sqlite);
    return status;
}

#define NAME_SET(e) "UPDATE " e " SET name = ?2 WHERE id = ?1"

cutline_status cut_db_name_set(cut_db *db, cutline_authority_kind kind, int64_t entity,
                               cut_str name, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, NAME_SET));
    sqlite3_bind_int64(q, 1, entity);
    cut_bind_str(q, 2, name);
    return change(db, q, err);
}

#define NAME_REMOVE(e) "DELETE FROM " e " WHERE id = ?1"

cutline_status cut_db_name_remove(cut_db *db, cutline_authority_kind kind, int64_t entity,
                                  cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, NAME_REMOVE));
    sqlite3_bind_int64(q, 1, entity);
    return change(db, q, err);
}

/* Appends the first column of every row. */
static cutline_status read_numbers(cut_db *db, sqlite3_stmt *q, cut_arena *arena, cut_numbers *out,
                                   cutline_error *err)
{
    cut_sql_numbers(db, q, arena, out);
    return cut_sql_end_once(db, q, err);
}

/* The rows of name ?1 in photo_agency or photo_person, in all parts of the catalog (derived.sql).
 */
#define OF_NAME(e)                                                                                 \
    " FROM photo_" e " WHERE part IN (WITH RECURSIVE every (part) AS (SELECT 0 UNION ALL"          \
    " SELECT part + 1 FROM every WHERE part < (SELECT max(part) FROM photo_" e "))"                \
    " SELECT part FROM every) AND " e "_id = ?1"

#define NAME_PHOTOS(e) "SELECT photo_id" OF_NAME(e)

cutline_status cut_db_name_photos(cut_db *db, cut_arena *arena, cutline_authority_kind kind,
                                  int64_t entity, cut_numbers *photos, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, NAME_PHOTOS));
    sqlite3_bind_int64(q, 1, entity);
    return read_numbers(db, q, arena, photos, err);
}

#define NAME_UNLINK(e) "DELETE" OF_NAME(e)

cutline_status cut_db_name_unlink(cut_db *db, cutline_authority_kind kind, int64_t entity,
                                  cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, NAME_UNLINK));
    sqlite3_bind_int64(q, 1, entity);
    return change(db, q, err);
}

/* ---- many ---------------------------------------------------------------------------------------
 */

/* Those of each part are counted as they lie. */
#define NAMES(e)                                                                                   \
    "SELECT id, name, ifnull(photos, 0) FROM " e " LEFT JOIN (SELECT " e                           \
    "_id AS of, sum(n) AS photos FROM (SELECT " e "_id, count(*) AS n FROM photo_" e               \
    " GROUP BY part, " e "_id) GROUP BY " e "_id) ON of = id WHERE photos > 0 OR EXISTS"           \
    " (SELECT 1 FROM " e "_alias WHERE " e "_id = id AND spelling IS NOT NULL) ORDER BY name, id"

cutline_status cut_db_names(cut_db *db, cut_arena *arena, cutline_authority_kind kind,
                            cut_name_rows *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, NAMES));
    while (cut_sql_row(db, q)) {
        cut_name_row row = {sqlite3_column_int64(q, 0), cut_sql_z(db, q, 1, arena),
                            (uint64_t)sqlite3_column_int64(q, 2)};
        if (!CUT_PUSH(arena, out, row))
            cut_sql_no_memory(db);
    }
    return cut_sql_end_once(db, q, err);
}

#define ALIASES_TYPED(e)                                                                           \
    "SELECT spelling FROM " e "_alias JOIN " e " ON id = " e "_id"                                 \
    " WHERE " e "_id = ?1 AND spelling IS NOT NULL AND spelling <> name ORDER BY spelling"

cutline_status cut_db_aliases_typed(cut_db *db, cut_arena *arena, cutline_authority_kind kind,
                                    int64_t entity, cut_texts *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, FOR_KIND(kind, ALIASES_TYPED));
    sqlite3_bind_int64(q, 1, entity);
    while (cut_sql_row(db, q)) {
        const char *spelling = cut_sql_z(db, q, 0, arena);
        if (!CUT_PUSH(arena, out, spelling))
            cut_sql_no_memory(db);
    }
    return cut_sql_end_once(db, q, err);
}

static cutline_status read_texts(cut_db *db, sqlite3_stmt *q, cut_arena *arena,
                                 cut_photo_texts *out, cutline_error *err)
{
    while (cut_sql_row(db, q)) {
        cut_photo_text row = {sqlite3_column_int64(q, 0), cut_sql_str(db, q, 1, arena)};
        if (!CUT_PUSH(arena, out, row))
            cut_sql_no_memory(db);
    }
    return cut_sql_end_once(db, q, err);
}

cutline_status cut_db_issuers(cut_db *db, cut_arena *arena, cut_photo_texts *out,
                              cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql_once(db, "SELECT photo_id, issuer FROM effective WHERE issuer IS NOT NULL");
    return read_texts(db, q, arena, out, err);
}

cutline_status cut_db_rivals(cut_db *db, cut_arena *arena, cut_photo_texts *out, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql_once(db, "SELECT photo_id, conflicts FROM effective WHERE conflicts IS NOT NULL");
    return read_texts(db, q, arena, out, err);
}

cutline_status cut_db_photos_unowned(cut_db *db, cut_arena *arena, cut_numbers *photos,
                                     cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql_once(db, "SELECT photo_id FROM effective WHERE agencies IS NULL AND issuer IS NULL"
                         " AND credit_line IS NOT NULL");
    return read_numbers(db, q, arena, photos, err);
}

cutline_status cut_db_names_together(cut_db *db, cut_arena *arena, cut_names_together_rows *out,
                                     cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql_once(db, "SELECT photographers, agencies, count(*) FROM effective"
                         " WHERE photographers IS NOT NULL GROUP BY photographers, agencies");
    while (cut_sql_row(db, q)) {
        cut_names_together row = {cut_sql_str(db, q, 0, arena), cut_sql_str(db, q, 1, arena),
                                  (uint64_t)sqlite3_column_int64(q, 2)};
        if (!CUT_PUSH(arena, out, row))
            cut_sql_no_memory(db);
    }
    return cut_sql_end_once(db, q, err);
}
