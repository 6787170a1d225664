/*
 * What a database must do for the store: rows in and out, nothing else. The rules (linking,
 * merging, effective values) are in store/ and written once; a database is the set of these
 * functions. sqlite/ is the only one so far; another one (pg/) would be a second set behind the
 * same names, chosen when the program is built, with the same tests.
 *
 * Rows that are handed out live in the arena that was passed in. A text that is NULL in the
 * database comes as {NULL, 0}, and such a text is stored as NULL.
 */
#ifndef CUT_STORE_DB_H
#define CUT_STORE_DB_H

#include "base/arena.h"
#include "base/bits.h"
#include "base/buf.h"
#include "image/part_words.h"
#include "image/picture.h"
#include "query/query.h"
#include "record/file_key.h"
#include "record/page.h"

#include <cutline/catalog.h>
#include <cutline/query.h>
#include <cutline/upkeep.h>

typedef struct cut_db cut_db;

/* Photo numbers, in no particular order unless said. */
typedef CUT_VEC(int64_t) cut_numbers;

/* ---- the whole ----------------------------------------------------------------------------------
 */

/* See cutline_catalog_open(). *must_rebuild: the derived part was of another version and is empty
 * now; a write transaction is open, in which it must be filled again before anything else. */
CUTLINE_MUST_CHECK cutline_status cut_db_open(const char *path, cutline_open_flags flags,
                                              cut_db **out, bool *must_rebuild, cutline_error *err);
void cut_db_close(cut_db *db);
/* See cutline_catalog_alone(). */
void cut_db_alone(void);
/* See cut_store_path(). */
const char *cut_db_path(const cut_db *db);
/* See cut_store_begin(). */
CUTLINE_MUST_CHECK cutline_status cut_db_begin(cut_db *db, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_commit(cut_db *db, cutline_error *err);
/* Whether commits are on the disk when they return (they are by default), or only soon after. */
CUTLINE_MUST_CHECK cutline_status cut_db_set_lasting(cut_db *db, bool lasting, cutline_error *err);
void cut_db_rollback(cut_db *db);
/* See cut_store_begin_reading(); cut_db_rollback() ends it. */
CUTLINE_MUST_CHECK cutline_status cut_db_begin_reading(cut_db *db, cutline_error *err);
/* Within a transaction, or reading. */
bool cut_db_is_held(const cut_db *db);
/* See cutline_check_database(). */
CUTLINE_MUST_CHECK cutline_status cut_db_check(cut_db *db, cutline_damage_fn on_damage,
                                               void *context, uint64_t *faults, cutline_error *err);
/* See cut_store_backup(). */
CUTLINE_MUST_CHECK cutline_status cut_db_backup(cut_db *db, const char *path,
                                                const cutline_backup_options *options,
                                                cutline_error *err);
/* Empties all derived tables (within a transaction). */
CUTLINE_MUST_CHECK cutline_status cut_db_clear_derived(cut_db *db, cutline_error *err);

/* ---- photos -------------------------------------------------------------------------------------
 */

/* hash: 32 bytes, or NULL if it is not known. */
CUTLINE_MUST_CHECK cutline_status cut_db_photo_add(cut_db *db, const uint8_t *hash, int64_t *photo,
                                                   cutline_error *err);
/* *photo is 0 if no photo has the hash. */
CUTLINE_MUST_CHECK cutline_status cut_db_photo_by_hash(cut_db *db, const uint8_t *hash,
                                                       int64_t *photo, cutline_error *err);
/* *found: there is such a photo; *has_hash: it has a hash, which is copied to hash. */
CUTLINE_MUST_CHECK cutline_status cut_db_photo_get(cut_db *db, int64_t photo, bool *found,
                                                   bool *has_hash, uint8_t hash[32],
                                                   cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_photo_set_hash(cut_db *db, int64_t photo,
                                                        const uint8_t *hash, cutline_error *err);
/* Nothing but hand values, edits and photo media IDs may refer to it any more; these go with it. */
CUTLINE_MUST_CHECK cutline_status cut_db_photo_remove(cut_db *db, int64_t photo,
                                                      cutline_error *err);
/* The next photo after a number (0 for the first), *photo = 0 past the last. */
CUTLINE_MUST_CHECK cutline_status cut_db_photo_after(cut_db *db, int64_t number, int64_t *photo,
                                                     cutline_error *err);

/* ---- files --------------------------------------------------------------------------------------
 */

typedef struct cut_file_row {
    int64_t id;       /* 0: not stored yet */
    int64_t photo;    /* photo it holds */
    cut_str path;     /* absolute */
    uint64_t size;    /* bytes */
    int64_t mtime_ns; /* since 1970 UTC */
    int64_t sidecars; /* cut_sidecar_state() when it was read */
    bool has_hash;    /* image data was read */
    bool missing;     /* it was gone when last looked for */
    bool has_picture; /* the photo's pixels were looked at (cut_db_file_stat() only) */
    cut_str record;   /* JSON of cut_record_json_full() */
} cut_file_row;

typedef CUT_VEC(cut_file_row) cut_file_rows;

/* Everything but the record, for "did it change". *found is false if the path is not known. Within
 * one reading (cut_db_begin_reading()), paths are best asked for in byte order. */
CUTLINE_MUST_CHECK cutline_status cut_db_file_stat(cut_db *db, cut_str path, cut_file_row *out,
                                                   bool *found, cutline_error *err);
/* The record of a file row. */
CUTLINE_MUST_CHECK cutline_status cut_db_file_record(cut_db *db, cut_arena *arena, int64_t file,
                                                     cut_str *record, cutline_error *err);
/* Adds (row->id == 0, which is filled in) or replaces; the file is not missing then. moved: the
 * photo is another one than before. */
CUTLINE_MUST_CHECK cutline_status cut_db_file_put(cut_db *db, cut_file_row *row, bool moved,
                                                  cutline_error *err);
/* The file goes by another path, which no file has. */
CUTLINE_MUST_CHECK cutline_status cut_db_file_rename(cut_db *db, cut_str from, cut_str to,
                                                     cutline_error *err);
/* The file is forgotten, and its record with it. */
CUTLINE_MUST_CHECK cutline_status cut_db_file_remove(cut_db *db, cut_str path, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_file_set_missing(cut_db *db, cut_str path, bool missing,
                                                          cutline_error *err);
/* The next files below a folder (absolute, ends in "/") by path, at most `most` after a path;
 * without their records. */
CUTLINE_MUST_CHECK cutline_status cut_db_files_below(cut_db *db, cut_arena *arena, cut_str folder,
                                                     cut_str after, size_t most, cut_file_rows *out,
                                                     cutline_error *err);
/* How many of these are not missing. */
CUTLINE_MUST_CHECK cutline_status cut_db_count_below(cut_db *db, cut_str folder, uint64_t *count,
                                                     cutline_error *err);
/* At most `most` files of a photo in byte order of their paths. */
CUTLINE_MUST_CHECK cutline_status cut_db_files_of(cut_db *db, cut_arena *arena, int64_t photo,
                                                  size_t most, cut_file_rows *out,
                                                  cutline_error *err);
/* All of them, without their records. */
CUTLINE_MUST_CHECK cutline_status cut_db_paths_of(cut_db *db, cut_arena *arena, int64_t photo,
                                                  cut_file_rows *out, cutline_error *err);

/* ---- pictures -----------------------------------------------------------------------------------
 */

/* The perceptual hash of a photo as it is gone through: 33 bytes. */
typedef struct cut_look_hash {
    uint8_t quality; /* PDQ's; 0: there is none */
    uint8_t pdq[CUT_PDQ_BYTES];
} cut_look_hash;

/* What a photo's pixels gave, in place of what was known before. */
CUTLINE_MUST_CHECK cutline_status cut_db_picture_put(cut_db *db, int64_t photo,
                                                     const cut_picture *picture,
                                                     cutline_error *err);
/* out->jpeg is empty if there is none. */
CUTLINE_MUST_CHECK cutline_status cut_db_thumbnail(cut_db *db, cut_arena *arena, int64_t photo,
                                                   cut_thumbnail *out, cutline_error *err);

/* What a photo looks like, as it is kept. */
typedef struct cut_likeness {
    bool known;         /* its pixels were looked at */
    bool has_words;     /* words are set; else they can be had of its thumbnail */
    cut_look_hash hash; /* quality 0 if it has no pixels that can be decoded */
    cut_words words;
} cut_likeness;

CUTLINE_MUST_CHECK cutline_status cut_db_likeness(cut_db *db, int64_t photo, cut_likeness *out,
                                                  cutline_error *err);

/* Puts a photo's look among those that are gone through; cut_db_picture_put() does it, too. */
CUTLINE_MUST_CHECK cutline_status cut_db_look_put(cut_db *db, int64_t photo,
                                                  const cut_look_hash *hash, const cut_words *words,
                                                  cutline_error *err);

/* What is gone through: rows of cut_look_hash, of cut_words, or of cut_part_words. */
typedef enum cut_look_kind { CUT_LOOK_HASH, CUT_LOOK_WORDS, CUT_LOOK_PART_WORDS } cut_look_kind;

/* Rows of the photos from number `first` on, valid during the call; those of photos that have no
 * look are zero. */
typedef void (*cut_look_fn)(int64_t first, const void *rows, size_t count, void *context);

/* Puts the words of a photo's parts among them. */
CUTLINE_MUST_CHECK cutline_status cut_db_part_words_put(cut_db *db, int64_t photo,
                                                        const cut_part_words *words,
                                                        cutline_error *err);

/* Goes through the looks of the photos from a number on, up to but without another one, by photo.
 */
CUTLINE_MUST_CHECK cutline_status cut_db_looks(cut_db *db, cut_look_kind kind, int64_t from,
                                               int64_t to, cut_look_fn each, void *context,
                                               cutline_error *err);
/* The number below which there will be no new photos. */
CUTLINE_MUST_CHECK cutline_status cut_db_looks_complete(cut_db *db, int64_t *end,
                                                        cutline_error *err);
/* Words were put since the transaction began. */
bool cut_db_looked(const cut_db *db);

/* ---- the index of words -------------------------------------------------------------------------
 */

/* Photos in a part at most: what a search holds of one in memory is 8 bytes a photo. */
#define CUT_LOOK_PART_MOST (1 << 22)

/* Some of the photos, the words of which are indexed together. */
typedef struct cut_look_part {
    int64_t number;
    int64_t first, photos; /* number of the first photo; how many there are */
} cut_look_part;

typedef CUT_VEC(cut_look_part) cut_look_parts;

/* All parts, by photo. */
CUTLINE_MUST_CHECK cutline_status cut_db_look_parts(cut_db *db, cut_arena *arena,
                                                    cut_look_parts *out, cutline_error *err);
/* Sets the number. */
CUTLINE_MUST_CHECK cutline_status cut_db_look_part_add(cut_db *db, cut_look_part *part,
                                                       cutline_error *err);
/* With its blocks. */
CUTLINE_MUST_CHECK cutline_status cut_db_look_part_remove(cut_db *db, int64_t part,
                                                          cutline_error *err);
/* A block (postings.h) of a part, which has none of that first kind. */
CUTLINE_MUST_CHECK cutline_status cut_db_postings_put(cut_db *db, int64_t part, uint32_t first,
                                                      cut_view bytes, cutline_error *err);
/* The block in which a kind would be, and its first kind; empty if it comes before all blocks. It
 * lies in the database, until the next call or cut_db_postings_end(), which must come. */
CUTLINE_MUST_CHECK cutline_status cut_db_postings_at(cut_db *db, int64_t part, uint32_t kind,
                                                     cut_view *bytes, uint32_t *first,
                                                     cutline_error *err);
void cut_db_postings_end(cut_db *db);
/* The next block whose first kind is not below one; empty if there is none. */
CUTLINE_MUST_CHECK cutline_status cut_db_postings_from(cut_db *db, int64_t part, uint32_t kind,
                                                       cut_buf *bytes, uint32_t *first,
                                                       cutline_error *err);
/* Photos whose words have changed since they were indexed, by number. cut_db_look_put() notes them.
 */
CUTLINE_MUST_CHECK cutline_status cut_db_look_changed(cut_db *db, cut_arena *arena,
                                                      cut_numbers *out, cutline_error *err);
/* Notes one, if it is in a part; forgets those of a part. */
CUTLINE_MUST_CHECK cutline_status cut_db_look_change(cut_db *db, int64_t photo, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_look_unchange(cut_db *db, int64_t first, int64_t photos,
                                                       cutline_error *err);

/* ---- duplicates ---------------------------------------------------------------------------------
 */

/* Photos that have several files which are not missing, by number. */
CUTLINE_MUST_CHECK cutline_status cut_db_copied(cut_db *db, cut_arena *arena, cut_numbers *out,
                                                cutline_error *err);
/* Two photos that show the same. */
typedef struct cut_alike {
    int64_t photo, like;
    unsigned distance; /* bits of their hashes that differ; CUT_PDQ_BITS: one is part of the other,
                          or mirrored */
} cut_alike;

typedef CUT_VEC(cut_alike) cut_alikes;

/* All pairs that are kept, by their first photo. */
CUTLINE_MUST_CHECK cutline_status cut_db_alikes(cut_db *db, cut_arena *arena, cut_alikes *out,
                                                cutline_error *err);
/* Keeps a pair, unless it is. */
CUTLINE_MUST_CHECK cutline_status cut_db_alike_put(cut_db *db, const cut_alike *pair,
                                                   cutline_error *err);
/* Forgets the pairs that are parts of each other, or mirrored. */
CUTLINE_MUST_CHECK cutline_status cut_db_alike_forget_parts(cut_db *db, cutline_error *err);
/* Photos whose pairs by hash are not known, by number: their look is new, or a photo that looked
 * like them has changed. */
CUTLINE_MUST_CHECK cutline_status cut_db_alike_touched(cut_db *db, cut_arena *arena,
                                                       cut_numbers *out, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_alike_count_touched(cut_db *db, int64_t *count,
                                                             cutline_error *err);
/* From now on the pairs by hash of those up to a number are known: what they had is forgotten, for
 * it to be put anew. */
CUTLINE_MUST_CHECK cutline_status cut_db_alike_settle(cut_db *db, int64_t last, cutline_error *err);
/* The highest number of a photo, 0 if there is none. */
CUTLINE_MUST_CHECK cutline_status cut_db_last_photo(cut_db *db, int64_t *number,
                                                    cutline_error *err);

/* ---- pages and their items ----------------------------------------------------------------------
 */

typedef struct cut_page_row {
    int64_t id; /* 0: not stored yet */
    cut_str path;
    cut_page_kind kind;
    uint64_t size;
    int64_t mtime_ns;
    uint8_t content_hash[32];
    cut_str site, site_name, title, url;
} cut_page_row;

typedef struct cut_item_row {
    int64_t id;       /* 0: not stored yet */
    int64_t page;     /* page it is on */
    int64_t position; /* order on the page, from 0 */
    cut_str text, credit, image_url;
    cut_str file_key, fields; /* as cut_page_item */
    int64_t photo;            /* awaiting photo that stands for it, 0 if a photo claims it */
} cut_item_row;

typedef CUT_VEC(cut_item_row) cut_item_rows;
typedef CUT_VEC(cutline_media_id) cut_id_rows;

CUTLINE_MUST_CHECK cutline_status cut_db_page_by_path(cut_db *db, cut_arena *arena, cut_str path,
                                                      cut_page_row *out, bool *found,
                                                      cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_page_get(cut_db *db, cut_arena *arena, int64_t page,
                                                  cut_page_row *out, cutline_error *err);
/* Adds (row->id == 0, which is filled in) or replaces; items are left alone. */
CUTLINE_MUST_CHECK cutline_status cut_db_page_put(cut_db *db, cut_page_row *row,
                                                  cutline_error *err);
/* In the order of the page. */
CUTLINE_MUST_CHECK cutline_status cut_db_items_of(cut_db *db, cut_arena *arena, int64_t page,
                                                  cut_item_rows *out, cutline_error *err);
/* Items for which an awaiting photo stands. */
CUTLINE_MUST_CHECK cutline_status cut_db_items_awaiting(cut_db *db, cut_arena *arena, int64_t photo,
                                                        cut_numbers *items, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_item_get(cut_db *db, cut_arena *arena, int64_t item,
                                                  cut_item_row *out, cutline_error *err);
/* row->id is filled in. */
CUTLINE_MUST_CHECK cutline_status cut_db_item_add(cut_db *db, cut_item_row *row,
                                                  const cutline_media_id *ids, size_t count,
                                                  cutline_error *err);
/* Removes all items of a page, with their IDs. */
CUTLINE_MUST_CHECK cutline_status cut_db_items_remove(cut_db *db, int64_t page, cutline_error *err);
/* photo 0: none. */
CUTLINE_MUST_CHECK cutline_status cut_db_item_set_photo(cut_db *db, int64_t item, int64_t photo,
                                                        cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_item_ids(cut_db *db, cut_arena *arena, int64_t item,
                                                  cut_id_rows *out, cutline_error *err);

/* ---- media IDs ----------------------------------------------------------------------------------
 */

/* Items with an ID that matches (store.h): the same value, and the same namespace or one "bare".
 * Numbers are appended. */
CUTLINE_MUST_CHECK cutline_status cut_db_items_matching(cut_db *db, cut_arena *arena,
                                                        const cutline_media_id *id,
                                                        cut_numbers *items, cutline_error *err);
/* Photos that say of themselves (by a file or by hand) that they have a matching ID, at most
 * `most`, lowest first for one namespace. Numbers are appended. */
CUTLINE_MUST_CHECK cutline_status cut_db_photos_claiming(cut_db *db, cut_arena *arena,
                                                         const cutline_media_id *id, size_t most,
                                                         cut_numbers *photos, cutline_error *err);
/* Photos that keep a matching ID by hand (photo_media_id). Numbers are appended. */
CUTLINE_MUST_CHECK cutline_status cut_db_photos_keeping(cut_db *db, cut_arena *arena,
                                                        const cutline_media_id *id,
                                                        cut_numbers *photos, cutline_error *err);
/* Photos that have exactly this ID, also if only a page says so, at most `most`. Appended. */
CUTLINE_MUST_CHECK cutline_status cut_db_photos_with(cut_db *db, cut_arena *arena,
                                                     const cutline_media_id *id, size_t most,
                                                     cut_numbers *photos, cutline_error *err);
/* Items that name a file by this key, and photos that have such a file, at most `most`, lowest
 * first. Numbers are appended. */
CUTLINE_MUST_CHECK cutline_status cut_db_items_filed(cut_db *db, cut_arena *arena, cut_str key,
                                                     cut_numbers *items, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_photos_filed(cut_db *db, cut_arena *arena, cut_str key,
                                                      size_t most, cut_numbers *photos,
                                                      cutline_error *err);
/* The keys of the names of a photo's files. */
CUTLINE_MUST_CHECK cutline_status cut_db_photo_file_keys(cut_db *db, cut_arena *arena,
                                                         int64_t photo, cut_file_keys *out,
                                                         cutline_error *err);
/* All IDs of a photo as they were when it was last brought up to date. */
CUTLINE_MUST_CHECK cutline_status cut_db_photo_ids(cut_db *db, cut_arena *arena, int64_t photo,
                                                   cut_id_rows *out, cutline_error *err);
/* Those of them that its files and editors say it has, by namespace and value. */
CUTLINE_MUST_CHECK cutline_status cut_db_photo_own_ids(cut_db *db, cut_arena *arena, int64_t photo,
                                                       cut_id_rows *out, cutline_error *err);
/* The IDs that a photo keeps by hand, by namespace and value. */
CUTLINE_MUST_CHECK cutline_status cut_db_kept_ids(cut_db *db, cut_arena *arena, int64_t photo,
                                                  cut_id_rows *out, cutline_error *err);
/* An ID that is kept already gets the higher trust of the two. */
CUTLINE_MUST_CHECK cutline_status cut_db_keep_id(cut_db *db, int64_t photo,
                                                 const cutline_media_id *id, cutline_error *err);

/* ---- by hand ------------------------------------------------------------------------------------
 */

typedef struct cut_hand_row {
    cut_str field; /* name of the field table */
    cut_str value; /* "" blanks the field; {NULL, 0} takes the hand value back */
    cut_str editor;
    int64_t time_ms;
    cut_str base; /* what the files said then, "" for nothing; {NULL, 0}: not known */
} cut_hand_row;

typedef CUT_VEC(cut_hand_row) cut_hand_rows;

/* By field name. */
CUTLINE_MUST_CHECK cutline_status cut_db_hand_values(cut_db *db, cut_arena *arena, int64_t photo,
                                                     cut_hand_rows *out, cutline_error *err);
/* Stores or takes back; no history. */
CUTLINE_MUST_CHECK cutline_status cut_db_hand_set(cut_db *db, int64_t photo,
                                                  const cut_hand_row *row, cutline_error *err);
/* Hand values (the later one of two stays), history, kept and denied IDs, earlier captions and the
 * kill of `from` become those of `to`. */
CUTLINE_MUST_CHECK cutline_status cut_db_hand_move(cut_db *db, int64_t from, int64_t to,
                                                   cutline_error *err);

/* ---- derived ------------------------------------------------------------------------------------
 */

/* The words by which a photo is found, as they go into the indexes: folded, with blanks between. */
typedef struct cut_row_words {
    const char *columns[CUT_TEXT_COLUMNS]; /* of the full text, in the order of cut_text_column */
    const char *fields;                    /* of the index of fields */
} cut_row_words;

/* The row of answers of a photo; see derived.sql. Lists are one value a line. */
typedef struct cut_effective_row {
    int64_t photo;
    const cut_row_words *words; /* its words, made beforehand; NULL if not */
    cut_str path, other_paths;  /* of the first file, and of the others */
    cutline_media_id id;        /* ns NULL if there is none */
    cut_str headline, caption;
    cut_str credit_line, credit_where;
    cut_str credit_found; /* {NULL, 0} if it is the line */
    cutline_origin credit_origin;
    cut_str agencies, photographers, issuer, roles, conflicts;
    cut_str byline, persons, keywords;
    cut_str city, region, country;
    cut_str date, restrictions;
    bool awaiting, file_photo;
    /* For the index of fields: cut_field_count pointers, or NULL; partly made by AI. */
    cutline_field *const *fields;
    bool is_ai;
    cut_str embargo, expiry;     /* ISO 8601; {NULL, 0} if no date is known */
    const cutline_right *rights; /* right_count, with embargo and expiry */
    size_t right_count;
    const cut_str *other_captions; /* captions beside the effective one */
    size_t other_caption_count;
    size_t caption_count;        /* captions found, by whatever origin */
    cut_str kill_reason;         /* {NULL, 0}: not killed */
    const cutline_media_id *ids; /* all media IDs, most trusted first */
    size_t id_count;
    const bool *own; /* one for each of ids: a file or a person says so */
} cut_effective_row;

/* The words of a row, in the arena. It needs no database: any thread can do it. work: a buffer for
 * the time of the call. False if memory runs out or they do not fit in it. */
CUTLINE_MUST_CHECK bool cut_db_row_words(cut_arena *arena, const cut_effective_row *row,
                                         cut_buf *work, cut_row_words *out);
/* Stores the row with its IDs, links to agencies and photographers, and search words. is_new: the
 * photo has no derived rows yet. */
CUTLINE_MUST_CHECK cutline_status cut_db_effective_put(cut_db *db, const cut_effective_row *row,
                                                       bool is_new, cutline_error *err);
/* Whether a photo is marked as one that must not be used. */
CUTLINE_MUST_CHECK cutline_status cut_db_is_killed(cut_db *db, int64_t photo, bool *killed,
                                                   cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_effective_remove(cut_db *db, int64_t photo,
                                                          cutline_error *err);

/* ---- answers ------------------------------------------------------------------------------------
 */

/* Appends the answers for one reading of an ID: exact namespace, or any if id->ns is "bare". */
typedef CUT_VEC(cutline_credit_answer) cut_answers;
CUTLINE_MUST_CHECK cutline_status cut_db_credit(cut_db *db, cut_arena *arena,
                                                const cutline_media_id *id, size_t most,
                                                cut_answers *out, cutline_error *err);
/* Photos for a reading of an ID as a user typed it, best first, as cut_db_credit(). */
CUTLINE_MUST_CHECK cutline_status cut_db_photos_named(cut_db *db, cut_arena *arena,
                                                      const cutline_media_id *id, size_t most,
                                                      cut_numbers *photos, cutline_error *err);
/* Between values of a field; texts cannot hold it (it is a control character). */
#define CUT_VALUE_SEPARATOR '\x1e'

/* A query, and what only the store can say. */
typedef struct cut_db_question {
    const cut_query *query;
    size_t limit;   /* most hits besides what the query says; 0: all */
    char today[11]; /* ISO 8601 day */
    /* Whether a photo is as a TEXT or PERIOD condition on a field, or CUT_IS_AI, says. */
    cutline_status (*check)(void *context, int64_t photo, const cut_query_node *node, bool *holds,
                            cutline_error *err);
    /* The values of a field of a photo, CUT_VALUE_SEPARATOR between them. CUTLINE_LIMIT (too many
     * photos were asked about). */
    cutline_status (*values)(void *context, int64_t photo, int field, cut_buf *out,
                             cutline_error *err);
    void *context; /* of these */
    /* Photos found to show the same as others that the database does not know of yet; no set: it
     * knows all. */
    cut_bits alike;
} cut_db_question;

/* See cutline_catalog_find(). */
CUTLINE_MUST_CHECK cutline_status cut_db_find(cut_db *db, const cut_db_question *question,
                                              cutline_hit_fn on_hit, void *context,
                                              cutline_error *err);
/* One photo as a hit; none if it is gone. CUTLINE_CANCELLED if on_hit stopped. */
CUTLINE_MUST_CHECK cutline_status cut_db_hit(cut_db *db, int64_t photo, cutline_hit_fn on_hit,
                                             void *context, cutline_error *err);
/* Number of photos that a query finds, its limit included. */
CUTLINE_MUST_CHECK cutline_status cut_db_count(cut_db *db, const cut_db_question *question,
                                               uint64_t *count, cutline_error *err);
/* See cutline_catalog_facets(); the values live in the arena. */
CUTLINE_MUST_CHECK cutline_status cut_db_facets(cut_db *db, const cut_db_question *question,
                                                cut_arena *arena, const char *names,
                                                cutline_facets *out, cutline_error *err);
/* How a query is answered, in lines for people. */
CUTLINE_MUST_CHECK cutline_status cut_db_plan(cut_db *db, const cut_db_question *question,
                                              cut_buf *out, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_stats(cut_db *db, cutline_stats *out, cutline_error *err);

#endif
