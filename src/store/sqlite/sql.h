/*
 * The inside of the SQLite database: the connection, its prepared statements, and short names for
 * binding and reading. Only for store/sqlite.
 *
 * A statement is prepared on first use and kept. Use is always the same:
 *
 *     sqlite3_stmt *q = cut_sql(db, CUT_SQL_X, "SELECT ... WHERE a = ?1");
 *     sqlite3_bind_int64(q, 1, a);
 *     while (cut_sql_row(db, q))
 *         ... cut_sql_str(q, 0, arena) ...
 *     return cut_sql_end(db, q, err);
 *
 * A failure anywhere in it is kept in the connection and comes out of cut_sql_end(). All values are
 * bound: no text of a user ever becomes part of a statement.
 */
#ifndef CUT_STORE_SQLITE_SQL_H
#define CUT_STORE_SQLITE_SQL_H

#include "base/error.h"
#include "store/db.h"

#include <sqlite3.h>

/* One slot for each statement. */
typedef enum cut_sql_id {
    CUT_SQL_BEGIN,
    CUT_SQL_BEGIN_READING,
    CUT_SQL_COMMIT,
    CUT_SQL_PHOTO_ADD,
    CUT_SQL_PHOTO_BY_HASH,
    CUT_SQL_PHOTO_GET,
    CUT_SQL_PHOTO_SET_HASH,
    CUT_SQL_PHOTO_REMOVE,
    CUT_SQL_PHOTO_AFTER,
    CUT_SQL_LIKENESS,
    CUT_SQL_LIKENESS_PUT,
    CUT_SQL_ALIKE_TOUCH,
    CUT_SQL_ALIKE_FORGET,
    CUT_SQL_ALIKE_PUT,
    CUT_SQL_ALIKE_COUNT_TOUCHED,
    CUT_SQL_LOOK_PARTS,
    CUT_SQL_LOOK_CHANGED,
    CUT_SQL_LOOK_CHANGE,
    CUT_SQL_POSTINGS_PUT,
    CUT_SQL_POSTINGS_AT,
    CUT_SQL_POSTINGS_FROM,
    CUT_SQL_THUMBNAIL_PUT,
    CUT_SQL_THUMBNAIL_REMOVE,
    CUT_SQL_FILE_STAT,
    CUT_SQL_FILE_RECORD,
    CUT_SQL_FILE_RECORD_ADD,
    CUT_SQL_FILE_RECORD_UPDATE,
    CUT_SQL_FILE_ADD,
    CUT_SQL_FILE_SET_PHOTO,
    CUT_SQL_FILE_UPDATE,
    CUT_SQL_FILE_RENAME,
    CUT_SQL_FILE_RECORD_REMOVE,
    CUT_SQL_FILE_REMOVE,
    CUT_SQL_FILE_SET_MISSING,
    CUT_SQL_FILES_OF,
    CUT_SQL_PATHS_OF,
    CUT_SQL_IS_KILLED,
    CUT_SQL_PAGE_BY_PATH,
    CUT_SQL_PAGE_GET,
    CUT_SQL_PAGE_ADD,
    CUT_SQL_PAGE_UPDATE,
    CUT_SQL_ITEMS_OF,
    CUT_SQL_ITEMS_AWAITING,
    CUT_SQL_ITEM_GET,
    CUT_SQL_ITEM_ADD,
    CUT_SQL_ITEM_ID_ADD,
    CUT_SQL_ITEMS_REMOVE,
    CUT_SQL_ITEM_SET_PHOTO,
    CUT_SQL_ITEM_IDS,
    CUT_SQL_ITEMS_MATCHING,
    CUT_SQL_PHOTOS_CLAIMING,
    CUT_SQL_PHOTOS_KEEPING,
    CUT_SQL_PHOTOS_WITH,
    CUT_SQL_PHOTO_IDS,
    CUT_SQL_PHOTO_OWN_IDS,
    CUT_SQL_ITEMS_FILED,
    CUT_SQL_PHOTOS_FILED,
    CUT_SQL_PHOTO_PATHS,
    CUT_SQL_FILE_NAME_ADD,
    CUT_SQL_FILE_NAME_REMOVE,
    CUT_SQL_KEPT_IDS,
    CUT_SQL_KEEP_ID,
    CUT_SQL_HAND_VALUES,
    CUT_SQL_HAND_SET,
    CUT_SQL_HAND_UNSET,
    CUT_SQL_EDIT_ADD,
    CUT_SQL_MOVE_VALUES,
    CUT_SQL_MOVE_EDITS,
    CUT_SQL_MOVE_IDS,
    CUT_SQL_EFFECTIVE_PUT,
    CUT_SQL_EFFECTIVE_OLD,
    CUT_SQL_EFFECTIVE_REMOVE,
    CUT_SQL_CAPTION_ADD,
    CUT_SQL_CAPTIONS_OLD,
    CUT_SQL_CAPTIONS_REMOVE,
    CUT_SQL_RIGHT_ADD,
    CUT_SQL_RIGHTS_REMOVE,
    CUT_SQL_ID_ADD,
    CUT_SQL_IDS_REMOVE,
    CUT_SQL_SEARCH_ADD,
    CUT_SQL_SEARCH_REMOVE,
    CUT_SQL_FIELD_WORDS_ADD,
    CUT_SQL_FIELD_CHANGED,
    CUT_SQL_ARRIVAL_ADD,
    CUT_SQL_AGENCY_FIND,
    CUT_SQL_AGENCY_ADD,
    CUT_SQL_AGENCY_ALIAS,
    CUT_SQL_AGENCY_LINK,
    CUT_SQL_AGENCY_UNLINK,
    CUT_SQL_PERSON_FIND,
    CUT_SQL_PERSON_ADD,
    CUT_SQL_PERSON_ALIAS,
    CUT_SQL_PERSON_LINK,
    CUT_SQL_PERSON_UNLINK,
    CUT_SQL_DATA_VERSION,
    CUT_SQL_AGENCY_BY_HAND,
    CUT_SQL_PERSON_BY_HAND,
    CUT_SQL_CREDIT,
    CUT_SQL_CREDIT_RIVALS,
    CUT_SQL_PHOTOS_NAMED,
    CUT_SQL_HIT,
    CUT_SQL_LATEST_WORDS,
    CUT_SQL_GATHER_FIELDS,
    CUT_SQL_LAST_PHOTO,
    CUT_SQL_HAS_ID,
    CUT_SQL_HAS_FILE_NAME,
    CUT_SQL_STATS,
    CUT_SQL_CHANGE_ADD,
    CUT_SQL_CHANGE_GET,
    CUT_SQL_LATEST_CHANGE,
    CUT_SQL_EDIT_MARK,
    CUT_SQL_EDITS,
    CUT_SQL_ID_STATE,
    CUT_SQL_ID_UNDENY,
    CUT_SQL_ID_UNKEEP,
    CUT_SQL_ID_DENY,
    CUT_SQL_DENIED_IDS,
    CUT_SQL_MOVE_DENIED,
    CUT_SQL_MOVE_EARLIER,
    CUT_SQL_MOVE_KILL,
    CUT_SQL_MOVE_KILL_EDITS,
    CUT_SQL_KILL_GET,
    CUT_SQL_KILL_PUT,
    CUT_SQL_KILL_REMOVE,
    CUT_SQL_KILLS,
    CUT_SQL_EARLIER_ADD,
    CUT_SQL_EARLIER,
    CUT_SQL_ANY_ITEM,
    CUT_SQL_ANY_KEPT,
    CUT_SQL_LAST_FILE,
    CUT_SQL_LAST_PAGE,
    CUT_SQL_COUNT
} cut_sql_id;

/* What known.c knows of a table, by a key or altogether. */
typedef enum cut_known {
    CUT_KNOWN_ITEMS, /* page_item, and with it page_item_media_id */
    CUT_KNOWN_KEPT,  /* photo_media_id */
    CUT_KNOWN_FILES, /* file, by path */
    CUT_KNOWN_PAGES, /* page, by path */
    CUT_KNOWN_COUNT
} cut_known;

typedef struct cut_known_table {
    bool asked; /* the rest is so in the open write transaction */
    bool has_rows;
    cut_buf last; /* greatest key */
} cut_known_table;

/* Names whose numbers are remembered between photos; a photo usually repeats the last ones. */
#define CUT_NAME_SLOTS 1024u

typedef struct cut_name_slot {
    char *name; /* owned; NULL if the slot is empty */
    int64_t id; /* agency or person */
} cut_name_slot;

struct cut_db {
    sqlite3 *sqlite;
    char *path; /* for messages; owned */
    sqlite3_stmt *statements[CUT_SQL_COUNT];
    int failure;       /* first failure since the last cut_sql_end(), SQLITE_OK if none */
    bool in_write;     /* between begin and commit */
    bool has_log;      /* what is written goes into a log first */
    bool is_filling;   /* the catalog was made by this connection and has no photos yet */
    cut_arena scratch; /* for the call at hand */
    cut_buf words;     /* of the fields of the photo at hand */
    cut_known_table known[CUT_KNOWN_COUNT];
    struct cut_condition *asking; /* the query that is being answered */
    bool can_check;               /* the functions of checks.c are there */
    bool arrived;                 /* a photo was added since the transaction began */
    bool looked;                  /* words of a photo were put since then */
    cut_name_slot agencies[CUT_NAME_SLOTS], persons[CUT_NAME_SLOTS];
};

/* The statement of a slot, ready to bind. NULL after a failure, which is kept; SQLite's bind and
 * step calls take NULL and do nothing. */
sqlite3_stmt *cut_sql(cut_db *db, cut_sql_id id, const char *text);
/* Steps; true if there is a row. */
bool cut_sql_row(cut_db *db, sqlite3_stmt *q);
/* Resets the statement and says what became of it. */
CUTLINE_MUST_CHECK cutline_status cut_sql_end(cut_db *db, sqlite3_stmt *q, cutline_error *err);
/* Steps a statement that gives no rows, then as cut_sql_end(). */
CUTLINE_MUST_CHECK cutline_status cut_sql_do(cut_db *db, sqlite3_stmt *q, cutline_error *err);
/* A statement that is not worth a slot, for cut_sql_row(); cut_sql_end_once() instead of
 * cut_sql_end() does away with it. */
sqlite3_stmt *cut_sql_once(cut_db *db, const char *text);
CUTLINE_MUST_CHECK cutline_status cut_sql_end_once(cut_db *db, sqlite3_stmt *q, cutline_error *err);
/* Runs statements that are not worth keeping. */
CUTLINE_MUST_CHECK cutline_status cut_sql_script(cut_db *db, const char *text, cutline_error *err);
/* Fills in the error for an SQLite result code. */
cutline_status cut_sql_fail(cut_db *db, int code, cutline_error *err);

/* Text that stays where it is until the statement is reset; {NULL, 0} is bound as NULL. */
void cut_bind_str(sqlite3_stmt *q, int at, cut_str text);
void cut_bind_z(sqlite3_stmt *q, int at, const char *text);
/* 0 is bound as NULL. */
void cut_bind_ref(sqlite3_stmt *q, int at, int64_t number);
/* A column's text, copied to the arena; {NULL, 0} for NULL or if memory runs out (kept). */
cut_str cut_sql_str(cut_db *db, sqlite3_stmt *q, int column, cut_arena *arena);
/* The same as a C string. */
const char *cut_sql_z(cut_db *db, sqlite3_stmt *q, int column, cut_arena *arena);
/* A column's text as it lies in the statement, valid until the next step; NULL for NULL. */
const char *cut_sql_text(sqlite3_stmt *q, int column);
/* Says that memory ran out (comes out of cut_sql_end()). */
void cut_sql_no_memory(cut_db *db);
/* Steps through all rows and appends the number in the first column of each. */
void cut_sql_numbers(cut_db *db, sqlite3_stmt *q, cut_arena *arena, cut_numbers *out);

/* ---- shared by the files of this folder ------------------------------------------------------ */

/* Whether it is known, without asking again, that no row of the table has the key. */
bool cut_known_lacks(cut_db *db, cut_known what, cut_str key);
/* A row with the key was added. */
void cut_known_add(cut_db *db, cut_known what, cut_str key);
/* A transaction begins: others may have written. */
void cut_known_forget(cut_db *db);
/* How the search indexes are written (tokenizer.c); before they are opened. */
CUTLINE_MUST_CHECK cutline_status cut_tokenizer_add(cut_db *db, cutline_error *err);
/* An ISO 8601 date, which may be partial, as a number that grows as such texts do, byte by byte:
 * "2016" is less than "2016-01". Zones do not count, nor what is finer than a millisecond. With DEL
 * behind it, more than all that begins with it. -1 if it does not begin with a year. */
int64_t cut_date_key(cut_str date);
/* Forgets the remembered names (after a rollback they may not exist). */
void cut_names_forget(cut_db *db);
/* Links a photo with the agencies and photographers of its row, or unlinks. */
CUTLINE_MUST_CHECK cutline_status cut_names_link(cut_db *db, int64_t photo, cut_str agencies,
                                                 cut_str photographers, bool link,
                                                 cutline_error *err);
/* Puts the names of a row's files into file_name, or takes them out. */
CUTLINE_MUST_CHECK cutline_status cut_file_names_put(cut_db *db, const cut_effective_row *row,
                                                     bool add, cutline_error *err);
/* A photo's look has changed: its pairs are no longer known, nor those of the others in them.
 * has_look: it has one now. */
CUTLINE_MUST_CHECK cutline_status cut_alike_touch(cut_db *db, int64_t photo, bool has_look,
                                                  cutline_error *err);
/* Puts the words of a row into the search index, or takes them out. */
CUTLINE_MUST_CHECK cutline_status cut_search_put(cut_db *db, const cut_effective_row *row, bool add,
                                                 cutline_error *err);

#endif
