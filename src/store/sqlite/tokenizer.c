/*
 * How the search indexes take a text apart when they are written.
 *
 * They are given words that are folded already, with one blank between them (base/words.h), so that
 * finding the blanks is all there is to do. The tokenizer of SQLite that derived.sql names gives
 * the same words, but looks every byte up and copies every word to fold it. This one goes by its
 * name in connections that write; others, and other programs, read the indexes with SQLite's own.
 */
#include "store/sqlite/sql.h"

typedef int (*take_word)(void *context, int flags, const char *word, int length, int start,
                         int end);

/* There is nothing to keep, but SQLite takes NULL for a failure. */
static int make(void *context, const char **options, int count, Fts5Tokenizer **out)
{
    (void)options;
    (void)count;
    *out = context;
    return SQLITE_OK;
}

static void forget(Fts5Tokenizer *tokenizer)
{
    (void)tokenizer;
}

static int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text,
                    int length, take_word take)
{
    int code = SQLITE_OK;
    (void)tokenizer;
    (void)flags;
    for (int start = 0; start < length && code == SQLITE_OK;) {
        int end = start;
        while (end < length && text[end] != ' ')
            end++;
        if (end > start)
            code = take(context, 0, text + start, end - start, start, end);
        start = end + 1;
    }
    return code;
}

/* The functions of the module; NULL if SQLite was built without it. */
static fts5_api *module_of(cut_db *db)
{
    fts5_api *api = NULL;
    sqlite3_stmt *q = cut_sql_once(db, "SELECT fts5(?1)");
    sqlite3_bind_pointer(q, 1, (void *)&api, "fts5_api_ptr", NULL);
    cut_sql_row(db, q);
    sqlite3_finalize(q);
    return api;
}

cutline_status cut_tokenizer_add(cut_db *db, cutline_error *err)
{
    fts5_tokenizer functions = {.xCreate = make, .xDelete = forget, .xTokenize = tokenize};
    fts5_api *api = module_of(db);
    int code = db->failure;
    db->failure = SQLITE_OK;
    if (code == SQLITE_OK && api)
        code = api->xCreateTokenizer(api, "ascii", db, &functions, NULL);
    return code == SQLITE_OK ? CUTLINE_OK : cut_sql_fail(db, code, err);
}
