#include "base/words.h"
#include "store/sqlite/sql.h"

/* The words of several texts in one column, those of the same text once. A blank keeps them apart;
 * a phrase may run over it, but the parts (city, country) are looked for together anyway. */
static cut_str words_of(cut_db *db, const cut_str *texts, size_t count)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += texts[i].n + 1;
    char *all = cut_arena_alloc(&db->scratch, length, 1);
    size_t n = 0;
    for (size_t i = 0; i < count && all; i++) {
        if (texts[i].n == 0 || (i > 0 && cut_str_eq(texts[i], texts[i - 1])))
            continue;
        memcpy(all + n, texts[i].p, texts[i].n);
        n += texts[i].n;
        all[n++] = '\n';
    }
    cut_str words = all ? cut_words_fold(&db->scratch, (cut_str){all, n}) : (cut_str){NULL, 0};
    if (!words.p)
        cut_sql_no_memory(db);
    return words;
}

static cut_str caption_words(cut_db *db, const cut_effective_row *r)
{
    if (r->other_caption_count == 0)
        return words_of(db, &r->caption, 1);
    cut_str *all = CUT_NEW_ARRAY(&db->scratch, cut_str, r->other_caption_count + 1);
    if (!all) {
        cut_sql_no_memory(db);
        return (cut_str){NULL, 0};
    }
    all[0] = r->caption;
    memcpy(all + 1, r->other_captions, r->other_caption_count * sizeof *all);
    return words_of(db, all, r->other_caption_count + 1);
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
    /* Who looks for a name as the file has it finds it, too. */
    const cut_str credit[] = {r->credit_line, r->agencies, r->credit_found};
    const cut_str byline[] = {r->byline, r->photographers};
    const cut_str place[] = {r->city, r->region, r->country};
    const cut_str files[] = {r->path, r->other_paths};
    sqlite3_bind_int64(q, 1, r->photo);
    cut_bind_str(q, 2, caption_words(db, r));
    cut_bind_str(q, 3, words_of(db, &r->headline, 1));
    cut_bind_str(q, 4, words_of(db, credit, 3));
    cut_bind_str(q, 5, words_of(db, byline, 2));
    cut_bind_str(q, 6, words_of(db, &r->keywords, 1));
    cut_bind_str(q, 7, words_of(db, &r->persons, 1));
    cut_bind_str(q, 8, words_of(db, place, 3));
    cut_bind_str(q, 9, words_of(db, files, 2));
    return cut_sql_do(db, q, err);
}
