/*
 * What the open write transaction is known not to find. An import looks every new photo up by its
 * path, by its IDs and by its file's name; where there are no lists and pages, and paths come in
 * order, the answer is known without asking. Nobody else can write meanwhile, and what this
 * connection adds is noted.
 */
#include "store/sqlite/sql.h"

/* One value: the greatest key, or any; none if the table is empty. */
typedef struct question {
    cut_sql_id id;
    const char *sql;
} question;

static const question questions[CUT_KNOWN_COUNT] = {
    [CUT_KNOWN_ITEMS] = {CUT_SQL_ANY_ITEM, "SELECT 1 FROM page_item LIMIT 1"},
    [CUT_KNOWN_KEPT] = {CUT_SQL_ANY_KEPT, "SELECT 1 FROM photo_media_id LIMIT 1"},
    [CUT_KNOWN_FILES] = {CUT_SQL_LAST_FILE, "SELECT max(path) FROM file"},
    [CUT_KNOWN_PAGES] = {CUT_SQL_LAST_PAGE, "SELECT max(path) FROM page"},
};

void cut_known_forget(cut_db *db)
{
    for (size_t i = 0; i < CUT_KNOWN_COUNT; i++)
        db->known[i].asked = false;
}

static void set_last(cut_known_table *table, cut_str key)
{
    cut_buf_clear(&table->last);
    cut_buf_str_add(&table->last, key);
    table->asked = cut_buf_ok(&table->last);
}

static void ask(cut_db *db, cut_known what)
{
    cut_known_table *table = &db->known[what];
    sqlite3_stmt *q = cut_sql(db, questions[what].id, questions[what].sql);
    const char *last = cut_sql_row(db, q) ? cut_sql_text(q, 0) : NULL;
    table->has_rows = last != NULL;
    set_last(table, (cut_str){last, last ? (size_t)sqlite3_column_bytes(q, 0) : 0});
    sqlite3_reset(q);
}

bool cut_known_lacks(cut_db *db, cut_known what, cut_str key)
{
    cut_known_table *table = &db->known[what];
    if (!db->in_write)
        return false;
    if (!table->asked)
        ask(db, what);
    if (!table->asked || db->failure != SQLITE_OK)
        return false;
    return !table->has_rows || (key.n > 0 && cut_str_cmp(key, cut_buf_str(&table->last)) > 0);
}

void cut_known_add(cut_db *db, cut_known what, cut_str key)
{
    cut_known_table *table = &db->known[what];
    if (!table->asked)
        return;
    if (!table->has_rows || cut_str_cmp(key, cut_buf_str(&table->last)) > 0)
        set_last(table, key);
    table->has_rows = true;
}
