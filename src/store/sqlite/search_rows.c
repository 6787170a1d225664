#include "base/words.h"
#include "store/sqlite/field_words.h"

/* The words of several texts in one column, those of the same text once, and a NUL. A blank keeps
 * them apart; a phrase may run over it, but the parts (city, country) are looked for together
 * anyway. */
static bool add_column(cut_arena *arena, const cut_str *texts, size_t count, cut_buf *out)
{
    static const cut_str nothing = {NULL, 0};
    size_t start = out->n;
    for (size_t i = 0; i < count; i++)
        if ((i == 0 || !cut_str_eq(texts[i], texts[i - 1])) &&
            !cut_words_add(arena, nothing, texts[i], out))
            return false;
    if (out->n > start)
        cut_buf_cut(out, out->n - 1);
    cut_buf_char(out, '\0');
    return true;
}

static bool add_captions(cut_arena *arena, const cut_effective_row *r, cut_buf *out)
{
    cut_str *all = CUT_NEW_ARRAY(arena, cut_str, r->other_caption_count + 1);
    if (!all)
        return false;
    all[0] = r->caption;
    if (r->other_caption_count > 0)
        memcpy(all + 1, r->other_captions, r->other_caption_count * sizeof *all);
    return add_column(arena, all, r->other_caption_count + 1, out);
}

static bool add_columns(cut_arena *arena, const cut_effective_row *r, cut_buf *out)
{
    /* Who looks for a name as the file has it finds it, too. */
    const cut_str credit[] = {r->credit_line, r->agencies, r->credit_found};
    const cut_str byline[] = {r->byline, r->photographers};
    const cut_str place[] = {r->city, r->region, r->country};
    const cut_str files[] = {r->path, r->other_paths};
    return add_captions(arena, r, out) && add_column(arena, &r->headline, 1, out) &&
           add_column(arena, credit, 3, out) && add_column(arena, byline, 2, out) &&
           add_column(arena, &r->keywords, 1, out) && add_column(arena, &r->persons, 1, out) &&
           add_column(arena, place, 3, out) && add_column(arena, files, 2, out);
}

static bool columns_of(cut_arena *arena, const cut_effective_row *r, cut_buf *work,
                       const char *columns[CUT_TEXT_COLUMNS])
{
    cut_buf_clear(work);
    bool ok = add_columns(arena, r, work) && cut_buf_ok(work);
    const char *text = ok ? cut_arena_copy(arena, cut_buf_str(work)) : NULL;
    for (size_t i = 0; text && i < CUT_TEXT_COLUMNS; i++) {
        columns[i] = text;
        text += strlen(text) + 1;
    }
    return text != NULL;
}

bool cut_db_row_words(cut_arena *arena, const cut_effective_row *row, cut_buf *work,
                      cut_row_words *out)
{
    if (!columns_of(arena, row, work, out->columns))
        return false;
    cut_buf_clear(work);
    bool ok = cut_field_words(arena, row, work);
    out->fields = ok ? cut_arena_copy(arena, cut_buf_str(work)) : NULL;
    return out->fields != NULL;
}

cutline_status cut_search_put(cut_db *db, const cut_effective_row *r, bool add, cutline_error *err)
{
    const char *made[CUT_TEXT_COLUMNS];
    const char *const *columns = r->words ? r->words->columns : made;
    if (!r->words && !columns_of(&db->scratch, r, &db->words, made))
        return cut_no_memory(err);
    /* A table without content takes a row out by being told the words that went in. */
    sqlite3_stmt *q =
        add ? cut_sql(db, CUT_SQL_SEARCH_ADD,
                      "INSERT INTO search (rowid, caption, headline, credit, byline, keywords,"
                      " persons, place, file) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            : cut_sql(db, CUT_SQL_SEARCH_REMOVE,
                      "INSERT INTO search (search, rowid, caption, headline, credit, byline,"
                      " keywords, persons, place, file)"
                      " VALUES ('delete', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    sqlite3_bind_int64(q, 1, r->photo);
    /* SQLite copies text that does not say where it ends. */
    for (int i = 0; i < CUT_TEXT_COLUMNS; i++)
        sqlite3_bind_text(q, i + 2, columns[i], -1, SQLITE_STATIC);
    return cut_sql_do(db, q, err);
}
