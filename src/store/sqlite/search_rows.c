#include "base/words.h"
#include "store/sqlite/sql.h"

#define COLUMNS 8

/* Where the words of the columns begin in db->words; a NUL ends each. SQLite copies text that does
 * not say where it ends. */
typedef struct columns {
    size_t start[COLUMNS];
    size_t count;
} columns;

/* The words of several texts in one column, those of the same text once. A blank keeps them apart;
 * a phrase may run over it, but the parts (city, country) are looked for together anyway. */
static void add_column(cut_db *db, columns *to, const cut_str *texts, size_t count)
{
    static const cut_str nothing = {NULL, 0};
    cut_buf *words = &db->words;
    size_t start = words->n;
    for (size_t i = 0; i < count; i++)
        if ((i == 0 || !cut_str_eq(texts[i], texts[i - 1])) &&
            !cut_words_add(&db->scratch, nothing, texts[i], words))
            cut_sql_no_memory(db);
    if (words->n > start)
        cut_buf_cut(words, words->n - 1);
    cut_buf_char(words, '\0');
    to->start[to->count++] = start;
}

static void add_captions(cut_db *db, columns *to, const cut_effective_row *r)
{
    cut_str *all = CUT_NEW_ARRAY(&db->scratch, cut_str, r->other_caption_count + 1);
    if (!all) {
        cut_sql_no_memory(db);
        return;
    }
    all[0] = r->caption;
    if (r->other_caption_count > 0)
        memcpy(all + 1, r->other_captions, r->other_caption_count * sizeof *all);
    add_column(db, to, all, r->other_caption_count + 1);
}

static void add_columns(cut_db *db, columns *to, const cut_effective_row *r)
{
    /* Who looks for a name as the file has it finds it, too. */
    const cut_str credit[] = {r->credit_line, r->agencies, r->credit_found};
    const cut_str byline[] = {r->byline, r->photographers};
    const cut_str place[] = {r->city, r->region, r->country};
    const cut_str files[] = {r->path, r->other_paths};
    cut_buf_clear(&db->words);
    add_captions(db, to, r);
    add_column(db, to, &r->headline, 1);
    add_column(db, to, credit, 3);
    add_column(db, to, byline, 2);
    add_column(db, to, &r->keywords, 1);
    add_column(db, to, &r->persons, 1);
    add_column(db, to, place, 3);
    add_column(db, to, files, 2);
    if (!cut_buf_ok(&db->words))
        cut_sql_no_memory(db);
}

cutline_status cut_search_put(cut_db *db, const cut_effective_row *r, bool add, cutline_error *err)
{
    /* A table without content takes a row out by being told the words that went in. */
    sqlite3_stmt *q =
        add ? cut_sql(db, CUT_SQL_SEARCH_ADD,
                      "INSERT INTO search (rowid, caption, headline, credit, byline, keywords,"
                      " persons, place, file) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            : cut_sql(db, CUT_SQL_SEARCH_REMOVE,
                      "INSERT INTO search (search, rowid, caption, headline, credit, byline,"
                      " keywords, persons, place, file)"
                      " VALUES ('delete', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    columns text = {.count = 0};
    add_columns(db, &text, r);
    sqlite3_bind_int64(q, 1, r->photo);
    for (size_t i = 0; i < text.count && cut_buf_ok(&db->words); i++)
        sqlite3_bind_text(q, (int)i + 2, db->words.p + text.start[i], -1, SQLITE_STATIC);
    return cut_sql_do(db, q, err);
}
