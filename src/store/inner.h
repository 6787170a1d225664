/*
 * The inside of the store, shared by its files: a photo with all that is said about it, and the
 * rules of linking. Only for the files of this folder.
 */
#ifndef CUT_STORE_INNER_H
#define CUT_STORE_INNER_H

#include "record/effective.h"
#include "store/db.h"
#include "store/postings.h"
#include "store/store.h"

/* Spellings that a person gave agencies and photographers, as they were when last loaded. */
typedef struct cut_authority_cache {
    bool loaded;
    int64_t version; /* cut_db_data_version() then */
    cut_arena arena; /* holds the table */
    cut_authority_table table;
} cut_authority_cache;

/* Kills in force, as they were when last loaded. */
typedef struct cut_kill_cache {
    bool loaded;
    int64_t version; /* that of the authorities then */
    cut_arena arena; /* holds the table */
    cut_kill_table table;
} cut_kill_cache;

struct cut_store {
    cut_db *db;
    cut_arena arena;     /* for the call at hand */
    cut_buf json;        /* the record being stored */
    const char *embargo; /* of the photo whose answers were stored last; in the arena */
    cut_authority_cache authorities;
    cut_kill_cache kills;
};

/* ---- authority_table.c --------------------------------------------------------------------------
 */

/* The table, loaded again if another connection has changed the catalog, until the next call. */
CUTLINE_MUST_CHECK cutline_status cut_store_authorities(cut_store *store,
                                                        const cut_authority_table **out,
                                                        cutline_error *err);
/* This store has changed spellings, or taken a change back. */
void cut_store_forget_authorities(cut_store *store);

/* ---- kill_table.c -------------------------------------------------------------------------------
 */

/* Kills in force, until the next call; loaded again if cut_store_authorities(), which is called
 * first, has found that another connection changed the catalog. */
CUTLINE_MUST_CHECK cutline_status cut_store_kill_table(cut_store *store, const cut_kill_table **out,
                                                       cutline_error *err);
/* This store has killed or lifted, or taken that back. */
void cut_store_forget_kills(cut_store *store);
/* A photo's kill, if it has one of its own, has become another one's. */
void cut_store_forget_kill_of(cut_store *store, int64_t photo);

/* What people said that bears on any photo, until the next call. */
typedef struct cut_rulings {
    const cut_authority_table *authorities; /* NULL: none */
    const cut_kill_table *kills;            /* NULL: none */
} cut_rulings;

/* ---- prepare.c ----------------------------------------------------------------------------------
 */

/* Nobody has said anything of the kind. Of what cut_store_rulings() gave. */
bool cut_rulings_are_none(const cut_rulings *rulings);
/* The row of a photo of which there is one file and nothing else. It needs no store: any thread can
 * do it. photo: its number. */
CUTLINE_MUST_CHECK cutline_status cut_alone_row(cut_arena *arena, const cutline_record *record,
                                                int64_t photo, const cut_rulings *rulings,
                                                cut_effective_row *row, cutline_error *err);

/* ---- link.c -------------------------------------------------------------------------------------
 */

/* What leads from photos to items: media IDs, and names of files. */
typedef struct cut_claims {
    cut_id_rows ids;
    cut_file_keys names;
} cut_claims;

/* The items that claims lead to: those that share an ID with them or name one of the files, those
 * that share an ID with these, and so on. A file's name leads no further than one step: many
 * pictures are called IMG_0001. */
typedef struct cut_reach {
    cut_numbers items;
    cut_id_rows ids; /* all IDs met, those of the claims first */
} cut_reach;

/* At most CUT_MAX_ITEMS_LINKED items. */
CUTLINE_MUST_CHECK cutline_status cut_link_reach(cut_store *store, const cut_claims *claims,
                                                 cut_reach *out, cutline_error *err);

/* Whether a photo has no file and no hash: what is known of it, its items say. */
CUTLINE_MUST_CHECK cutline_status cut_link_is_awaiting(cut_store *store, int64_t photo, bool *yes,
                                                       cutline_error *err);
/* Awaiting photos (no file, no hash) that stand for one of the items or keep one of the IDs; each
 * once, ascending. */
CUTLINE_MUST_CHECK cutline_status cut_link_awaiting(cut_store *store, const cut_reach *reach,
                                                    cut_numbers *photos, cutline_error *err);

/* Gives every item of a reach its due: a group of linked items that no photo claims gets one
 * awaiting photo, if it has an ID by which that can be asked for; the others lose theirs to a photo
 * that claims them, by an ID rather than by the name of a file. Claims must be up to date.
 * favoured: the photo that has just changed, with its claims; it goes before others of its kind.
 * 0 if the items have changed: then every photo that claims them has, too. Photos whose answers
 * change are appended to *touched; merged ones may be among them no longer. */
CUTLINE_MUST_CHECK cutline_status cut_link_settle(cut_store *store, const cut_reach *reach,
                                                  int64_t favoured, const cut_claims *claims,
                                                  cut_numbers *touched, cutline_error *err);

/* Some ID of one list matches (store.h) some ID of the other. */
bool cut_ids_share(const cut_id_rows *a, const cut_id_rows *b);

/* After a photo's files or hand IDs have changed, and with its own answers up to date: settles what
 * its IDs and files' names lead to, and what those it had before did; awaiting photos that they
 * name become part of it. given: as cut_subject_load(). */
CUTLINE_MUST_CHECK cutline_status cut_link_photo(cut_store *store, int64_t photo,
                                                 const cut_claims *old, const cutline_record *given,
                                                 cutline_error *err);

/* The photo `from` becomes part of `to`: hand values, history and kept IDs move, the rest of it
 * must be gone. */
CUTLINE_MUST_CHECK cutline_status cut_link_merge(cut_store *store, int64_t from, int64_t to,
                                                 cutline_error *err);

/* Appends a number unless it is there. */
CUTLINE_MUST_CHECK cutline_status cut_numbers_add(cut_store *store, cut_numbers *list,
                                                  int64_t number, cutline_error *err);

/* ---- subject.c ----------------------------------------------------------------------------------
 */

/* A page item with the page it is on. */
typedef struct cut_subject_item {
    cut_page_item item;
    cut_page_row page;
    int64_t position;
} cut_subject_item;

/* A photo with all that is said about it. */
typedef struct cut_subject {
    cut_arena *arena; /* holds all of it but the records */
    int64_t photo;
    cut_file_rows files;
    CUT_VEC(const cutline_record *) records; /* of files, in the same order */
    CUT_VEC(cutline_record *) owned;         /* those of them that were read back */
    CUT_VEC(cut_hand_value) hand;
    cut_id_rows kept;
    cut_id_rows denied;              /* IDs that it does not have, whoever says so */
    CUT_VEC(cut_subject_item) items; /* lists first, then by path and position */
} cut_subject;

/* Loads all but the items. given: record of one of the photo's files that need not be read back, or
 * NULL. Release in any case. */
CUTLINE_MUST_CHECK cutline_status cut_subject_load(cut_store *store, cut_arena *arena,
                                                   int64_t photo, const cutline_record *given,
                                                   cut_subject *out, cutline_error *err);
/* Loads the items: those that its files, their names and its editors' IDs lead to, and those it
 * stands for. */
CUTLINE_MUST_CHECK cutline_status cut_subject_load_items(cut_store *store, cut_subject *subject,
                                                         cutline_error *err);
/* IDs that its files and editors say it has, with repeats. */
CUTLINE_MUST_CHECK cutline_status cut_subject_own_ids(const cut_subject *subject, cut_id_rows *out,
                                                      cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_subject_weigh(cut_store *store, const cut_subject *subject,
                                                    cut_effective *out, cutline_error *err);
void cut_subject_release(cut_subject *subject);
/* What bears on all subjects; loaded again if another connection has changed the catalog. */
CUTLINE_MUST_CHECK cutline_status cut_store_rulings(cut_store *store, cut_rulings *out,
                                                    cutline_error *err);
/* Weighs the subject and makes the row of its answers, in its arena. It needs no store: any thread
 * can do it. */
CUTLINE_MUST_CHECK cutline_status cut_subject_row(const cut_subject *subject,
                                                  const cut_rulings *rulings,
                                                  cut_effective_row *row, cutline_error *err);

/* Weighs the subject anew and stores its answers. */
CUTLINE_MUST_CHECK cutline_status cut_subject_store(cut_store *store, const cut_subject *subject,
                                                    cutline_error *err);
/* A photo without files that a person has edited keeps the IDs by which it was last known. */
CUTLINE_MUST_CHECK cutline_status cut_photo_keep_ids(cut_store *store, int64_t photo,
                                                     cutline_error *err);
/* Brings a photo up to date; a photo that is gone is none's fault. given: as cut_subject_load(). A
 * photo that nothing speaks of any more (no file, no item, nothing by hand) is removed. */
CUTLINE_MUST_CHECK cutline_status cut_photo_refresh(cut_store *store, int64_t photo,
                                                    const cutline_record *given,
                                                    cutline_error *err);

/* ---- alike.c ------------------------------------------------------------------------------------
 */

/* Photos in the smallest part of the index of words: fewer are looked at one by one, which takes 3
 * milliseconds at most. */
#define CUT_LOOK_PART_LEAST 16384

/* Brings the index of words up to the photos, in parts of at least `base` of them (a power of two),
 * within a transaction; if there is very much to do, some of the way: *done is false. */
CUTLINE_MUST_CHECK cutline_status cut_look_index_grow(cut_store *store, int64_t base, bool *done,
                                                      cutline_error *err);
/* Makes the derived part of a photo's looks anew. */
CUTLINE_MUST_CHECK cutline_status cut_look_refresh(cut_store *store, int64_t photo,
                                                   cutline_error *err);

#endif
