#include "base/words.h"
#include "store/sqlite/sql.h"

#include <stdlib.h>

/* Agencies and photographers work alike, on tables of their own. */
typedef struct name_kind {
    cut_sql_id find, add, alias, link, unlink;
    const char *find_sql, *add_sql, *alias_sql, *link_sql, *unlink_sql;
} name_kind;

static const name_kind agency_kind = {
    .find = CUT_SQL_AGENCY_FIND,
    .find_sql = "SELECT agency_id FROM agency_alias WHERE alias = ?1",
    .add = CUT_SQL_AGENCY_ADD,
    .add_sql = "INSERT INTO agency (name) VALUES (?1)",
    .alias = CUT_SQL_AGENCY_ALIAS,
    .alias_sql = "INSERT INTO agency_alias (alias, agency_id) VALUES (?1, ?2)",
    .link = CUT_SQL_AGENCY_LINK,
    .link_sql = "INSERT INTO photo_agency (part, agency_id, photo_id)"
                " VALUES (?2 >> 16, ?1, ?2)"
                " ON CONFLICT DO NOTHING",
    .unlink = CUT_SQL_AGENCY_UNLINK,
    .unlink_sql = "DELETE FROM photo_agency"
                  " WHERE part = ?2 >> 16 AND agency_id = ?1 AND photo_id = ?2",
};

static const name_kind person_kind = {
    .find = CUT_SQL_PERSON_FIND,
    .find_sql = "SELECT person_id FROM person_alias WHERE alias = ?1",
    .add = CUT_SQL_PERSON_ADD,
    .add_sql = "INSERT INTO person (name) VALUES (?1)",
    .alias = CUT_SQL_PERSON_ALIAS,
    .alias_sql = "INSERT INTO person_alias (alias, person_id) VALUES (?1, ?2)",
    .link = CUT_SQL_PERSON_LINK,
    .link_sql = "INSERT INTO photo_person (part, person_id, photo_id)"
                " VALUES (?2 >> 16, ?1, ?2)"
                " ON CONFLICT DO NOTHING",
    .unlink = CUT_SQL_PERSON_UNLINK,
    .unlink_sql = "DELETE FROM photo_person"
                  " WHERE part = ?2 >> 16 AND person_id = ?1 AND photo_id = ?2",
};

/* FNV-1a, 32 bits: spreads short names well. */
static cut_name_slot *slot_of(cut_name_slot *slots, cut_str name)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < name.n; i++)
        hash = (hash ^ (unsigned char)name.p[i]) * 16777619u;
    return &slots[hash % CUT_NAME_SLOTS];
}

static void remember(cut_name_slot *slot, cut_str name, int64_t id)
{
    char *copy = strndup(name.p, name.n);
    if (!copy)
        return;
    free(slot->name);
    *slot = (cut_name_slot){copy, id};
}

static void forget(cut_name_slot *slots)
{
    for (size_t i = 0; i < CUT_NAME_SLOTS; i++) {
        free(slots[i].name);
        slots[i] = (cut_name_slot){0};
    }
}

void cut_names_forget(cut_db *db)
{
    forget(db->agencies);
    forget(db->persons);
}

static cutline_status add_name(cut_db *db, const name_kind *kind, cut_str name, cut_str alias,
                               int64_t *id, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, kind->add, kind->add_sql);
    cut_bind_str(q, 1, name);
    cutline_status status = cut_sql_do(db, q, err);
    if (status != CUTLINE_OK)
        return status;
    *id = sqlite3_last_insert_rowid(db->sqlite);
    q = cut_sql(db, kind->alias, kind->alias_sql);
    cut_bind_str(q, 1, alias);
    sqlite3_bind_int64(q, 2, *id);
    return cut_sql_do(db, q, err);
}

/* The number of a name, by any spelling that folds alike; if there is none it is made, or 0 unless
 * `make`. *id is 0 if the name has no letter, too. */
static cutline_status number_of(cut_db *db, const name_kind *kind, cut_name_slot *slots,
                                cut_str name, bool make, int64_t *id, cutline_error *err)
{
    cut_name_slot *slot = slot_of(slots, name);
    *id = slot->id;
    if (slot->name && cut_str_eq(cut_str_from(slot->name), name))
        return CUTLINE_OK;
    cut_str alias = cut_words_fold(&db->scratch, name);
    if (!alias.p)
        return cut_no_memory(err);
    *id = 0;
    if (alias.n == 0)
        return CUTLINE_OK;
    sqlite3_stmt *q = cut_sql(db, kind->find, kind->find_sql);
    cut_bind_str(q, 1, alias);
    if (cut_sql_row(db, q))
        *id = sqlite3_column_int64(q, 0);
    cutline_status status = cut_sql_end(db, q, err);
    if (status == CUTLINE_OK && *id == 0 && make)
        status = add_name(db, kind, name, alias, id, err);
    if (status == CUTLINE_OK && *id)
        remember(slot, name, *id);
    return status;
}

static cutline_status link_all(cut_db *db, const name_kind *kind, cut_name_slot *slots,
                               int64_t photo, cut_str names, bool link, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    while (names.p && status == CUTLINE_OK) {
        int64_t id;
        status = number_of(db, kind, slots, cut_str_split(&names, '\n'), link, &id, err);
        if (status != CUTLINE_OK || id == 0)
            continue;
        sqlite3_stmt *q = link ? cut_sql(db, kind->link, kind->link_sql)
                               : cut_sql(db, kind->unlink, kind->unlink_sql);
        sqlite3_bind_int64(q, 1, id);
        sqlite3_bind_int64(q, 2, photo);
        status = cut_sql_do(db, q, err);
    }
    return status;
}

cutline_status cut_names_link(cut_db *db, int64_t photo, cut_str agencies, cut_str photographers,
                              bool link, cutline_error *err)
{
    cutline_status status = link_all(db, &agency_kind, db->agencies, photo, agencies, link, err);
    if (status == CUTLINE_OK)
        status = link_all(db, &person_kind, db->persons, photo, photographers, link, err);
    return status;
}
