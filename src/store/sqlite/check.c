/* Is the database sound? */
#include "base/limits.h"
#include "store/sqlite/sql.h"

#include <stdio.h>

typedef struct checking {
    cut_db *db;
    cutline_damage_fn on_damage;
    void *context;
    uint64_t faults;
} checking;

static void report(checking *c, const char *fault)
{
    if (c->faults >= CUT_MAX_DAMAGE_TOLD)
        return;
    c->faults++;
    if (c->on_damage)
        c->on_damage(fault, c->context);
}

/* SQLite's own check gives lines, a single "ok" if all is well. */
static cutline_status check_structure(checking *c, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(c->db, "PRAGMA integrity_check");
    while (cut_sql_row(c->db, q)) {
        const char *line = cut_sql_text(q, 0);
        if (line && strcmp(line, "ok") != 0)
            report(c, line);
    }
    return cut_sql_end_once(c->db, q, err);
}

static cutline_status check_references(checking *c, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(c->db, "PRAGMA foreign_key_check");
    while (cut_sql_row(c->db, q)) {
        char text[256];
        const char *from = cut_sql_text(q, 0), *to = cut_sql_text(q, 2);
        snprintf(text, sizeof text, "row %lld of %s refers to nothing in %s",
                 (long long)sqlite3_column_int64(q, 1), from ? from : "?", to ? to : "?");
        report(c, text);
    }
    return cut_sql_end_once(c->db, q, err);
}

/* Counts that must be alike; the message says what is wrong if they are not. */
static cutline_status check_counts(checking *c, cutline_error *err)
{
    static const struct {
        const char *sql, *fault;
    } rules[] = {
        {"SELECT (SELECT count(*) FROM file) = (SELECT count(*) FROM file_record)",
         "files and what was read of them are not alike in number"},
        {"SELECT NOT EXISTS (SELECT 1 FROM file AS f WHERE NOT EXISTS"
         " (SELECT 1 FROM file_record AS r WHERE r.id = f.id))",
         "nothing is kept of what was read of some file"},
        {"SELECT (SELECT count(*) FROM effective) = (SELECT count(*) FROM photo)",
         "photos and their answers are not alike in number"},
        {"SELECT NOT EXISTS (SELECT 1 FROM effective AS e WHERE NOT EXISTS"
         " (SELECT 1 FROM photo AS p WHERE p.id = e.photo_id))",
         "there are answers for a photo that does not exist"},
    };
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < sizeof rules / sizeof *rules && status == CUTLINE_OK; i++) {
        sqlite3_stmt *q = cut_sql_once(c->db, rules[i].sql);
        if (cut_sql_row(c->db, q) && sqlite3_column_int(q, 0) == 0)
            report(c, rules[i].fault);
        status = cut_sql_end_once(c->db, q, err);
    }
    return status;
}

/* FTS5 answers a damaged index with an error, which is a fault here and nothing more. */
static void check_search(checking *c)
{
    int code = sqlite3_exec(c->db->sqlite, "INSERT INTO search (search) VALUES ('integrity-check')",
                            NULL, NULL, NULL);
    if (code != SQLITE_OK)
        report(c, "the search index is damaged");
}

cutline_status cut_db_check(cut_db *db, cutline_damage_fn on_damage, void *context,
                            uint64_t *faults, cutline_error *err)
{
    checking c = {.db = db, .on_damage = on_damage, .context = context};
    cutline_status status = check_structure(&c, err);
    if (status == CUTLINE_OK)
        status = check_references(&c, err);
    if (status == CUTLINE_OK)
        status = check_counts(&c, err);
    if (status == CUTLINE_OK)
        check_search(&c);
    *faults = c.faults;
    return status;
}
