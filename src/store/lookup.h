/*
 * Questions to a store, and what a person sets by hand, in the terms of <cutline/catalog.h> and
 * <cutline/query.h>. What is handed out lives in the arena that was passed in.
 */
#ifndef CUT_STORE_LOOKUP_H
#define CUT_STORE_LOOKUP_H

#include "image/asked.h"
#include "image/picture.h"
#include "query/query.h"
#include "record/kill.h"
#include "store/db.h"
#include "store/store.h"

#include <cutline/edit.h>
#include <cutline/query.h>
#include <cutline/upkeep.h>

/* Answers for all readings of an ID: best first, one a photo. CUTLINE_NOT_FOUND if there is none.
 */
CUTLINE_MUST_CHECK cutline_status cut_store_credit(cut_store *store, cut_arena *arena,
                                                   const cut_id_list *readings,
                                                   cutline_credit_answers *answers,
                                                   cutline_error *err);

/* Numbers of photos. */
typedef struct cut_photo_list {
    CUT_VEC(int64_t) photos;
} cut_photo_list;

/* Photos that an ID names, best first. None is no error. */
CUTLINE_MUST_CHECK cutline_status cut_store_photos_by_id(cut_store *store, cut_arena *arena,
                                                         const cut_id_list *readings,
                                                         cut_photo_list *out, cutline_error *err);
/* The photo of a file, or the photos of a page or list in its order; path is absolute. None is no
 * error. */
CUTLINE_MUST_CHECK cutline_status cut_store_photos_by_path(cut_store *store, cut_arena *arena,
                                                           const char *path, cut_photo_list *out,
                                                           cutline_error *err);
/* Photos that have a file of this name (record/file_key.h), at most CUT_MAX_PHOTOS_NAMED. None is
 * no error. */
CUTLINE_MUST_CHECK cutline_status cut_store_photos_by_file_name(cut_store *store, cut_arena *arena,
                                                                cut_str name, cut_photo_list *out,
                                                                cutline_error *err);
/* Whether there is a photo of a number. */
CUTLINE_MUST_CHECK cutline_status cut_store_has_photo(cut_store *store, int64_t photo, bool *has,
                                                      cutline_error *err);
/* Photos with everything about them. */
typedef struct cut_photo_set {
    cutline_photos photos;             /* what is handed out */
    cut_arena arena;                   /* holds them */
    CUT_VEC(cutline_record *) records; /* holds what files say; owned */
} cut_photo_set;

/* Loads the photos of a list; those that are gone are left out. Release in any case. */
CUTLINE_MUST_CHECK cutline_status cut_store_photos(cut_store *store, const cut_photo_list *list,
                                                   cut_photo_set *out, cutline_error *err);
void cut_photo_set_release(cut_photo_set *set);

/* Photos that look alike are told by their distance; most that are named of one picture. */
#define CUT_MATCHES_MOST 10u

typedef struct cut_match {
    int64_t photo;
    unsigned distance; /* bits of the perceptual hash that differ, of CUT_PDQ_BITS */
    unsigned form;     /* how the picture asked about must be laid to look like the photo */
    unsigned quality;  /* of the photo's hash */
} cut_match;

/* The best ones: nearest first, by photo where equally near. */
typedef struct cut_matches {
    cut_match v[CUT_MATCHES_MOST];
    size_t n;
} cut_matches;

/* Photos within a distance of each of some pictures in any of their forms, of which there are
 * CUT_PICTURE_FORMS each. None is no error. What has quality 0, a plain colour, looks like nothing.
 * All hashes are read once. */
CUTLINE_MUST_CHECK cutline_status cut_store_alike(cut_store *store, const cut_pdq *const *forms,
                                                  size_t count, unsigned distance, cut_matches *out,
                                                  cutline_error *err);

/* Photos that share words with a picture are looked at more closely, at most as many. */
#define CUT_SHARERS_MOST 16u
/* Words that they share at least, in one window of scales. Of a million photos 16 share as many by
 * chance with an unrelated picture as it is or mirrored (tests/bench/IDENTIFY.md); turned ones, six
 * further forms that are rare, must share one more. */
#define CUT_SHARED_FEWEST 4u
#define CUT_SHARED_FEWEST_TURNED 5u

typedef struct cut_sharer {
    int64_t photo;
    unsigned words; /* that it shares, at most 15 */
    unsigned form;  /* how the picture must be laid */
    unsigned scale; /* the first one of the window of scales */
} cut_sharer;

/* The best ones: most words first, by photo where equally many. */
typedef struct cut_sharers {
    cut_sharer v[CUT_SHARERS_MOST];
    size_t n;
} cut_sharers;

/* Photos that have words of each of some pictures. None is no error. The more pictures, the less a
 * picture costs: each page of the index is read once. It takes 10 MB for each of them, or 35 if the
 * catalog has four million photos and more. */
CUTLINE_MUST_CHECK cutline_status cut_store_sharing(cut_store *store, const cut_asked *const *asked,
                                                    size_t count, cut_sharers *out,
                                                    cutline_error *err);

/* A photo's perceptual hash; quality 0 if it has none. */
CUTLINE_MUST_CHECK cutline_status cut_store_look(cut_store *store, int64_t photo,
                                                 cut_look_hash *out, cutline_error *err);
/* The photo of an image hash (32 bytes), 0 if there is none. */
CUTLINE_MUST_CHECK cutline_status cut_store_photo_by_hash(cut_store *store, const uint8_t *hash,
                                                          int64_t *photo, cutline_error *err);
/* The thumbnail of a photo. CUTLINE_NOT_FOUND: it has none. */
CUTLINE_MUST_CHECK cutline_status cut_store_thumbnail(cut_store *store, cut_arena *arena,
                                                      int64_t photo, cut_thumbnail *out,
                                                      cutline_error *err);

/* See cutline_catalog_find(); limit: most hits besides what the query says, 0 for all. */
CUTLINE_MUST_CHECK cutline_status cut_store_find(cut_store *store, const cut_query *query,
                                                 size_t limit, cutline_hit_fn on_hit, void *context,
                                                 cutline_error *err);
/* One photo as a hit; none if it is gone. CUTLINE_CANCELLED if on_hit stopped. */
CUTLINE_MUST_CHECK cutline_status cut_store_hit(cut_store *store, int64_t photo,
                                                cutline_hit_fn on_hit, void *context,
                                                cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_store_count(cut_store *store, const cut_query *query,
                                                  uint64_t *count, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_store_facets(cut_store *store, const cut_query *query,
                                                   cut_arena *arena, const char *names,
                                                   cutline_facets *out, cutline_error *err);
/* How a query is answered, in lines for people. */
CUTLINE_MUST_CHECK cutline_status cut_store_plan(cut_store *store, const cut_query *query,
                                                 cut_buf *out, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_store_stats(cut_store *store, cutline_stats *out,
                                                  cutline_error *err);

/* One value by hand, in a transaction of its own unless one is open. value NULL takes it back; the
 * field and the value have been checked. CUTLINE_NOT_FOUND (no such photo). */
CUTLINE_MUST_CHECK cutline_status cut_store_set(cut_store *store, int64_t photo, const char *field,
                                                const char *value, const char *editor,
                                                cutline_error *err);
/* A photo as write-back wants it. */
typedef struct cut_to_write {
    bool killed;
    bool has_hash;
    uint8_t hash[32];       /* of its image data */
    cut_file_rows files;    /* by path, without their records */
    cut_hand_rows hand;     /* what a person has set, or blanked, by field */
    cutline_field **fields; /* cut_field_count pointers: the effective values, or, as long as nobody
                               asks for more, those that were set by hand */
    const char *embargo;    /* as in cutline_provenance; only if all was asked for */
    CUT_VEC(cutline_record *) records; /* holds what files say; owned */
} cut_to_write;

/* All but the records lives in the arena. all: all effective values are wanted. CUTLINE_NOT_FOUND
 * (no such photo). Release in any case. */
CUTLINE_MUST_CHECK cutline_status cut_store_to_write(cut_store *store, cut_arena *arena,
                                                     int64_t photo, bool all, cut_to_write *out,
                                                     cutline_error *err);
void cut_to_write_release(cut_to_write *photo);
/* A media ID by hand. CUTLINE_NOT_FOUND (no such photo). */
CUTLINE_MUST_CHECK cutline_status cut_store_add_media_id(cut_store *store, int64_t photo,
                                                         const cutline_media_id *id,
                                                         const char *editor, cutline_error *err);

/* See cutline_check_database(). */
CUTLINE_MUST_CHECK cutline_status cut_store_check(cut_store *store, cutline_damage_fn on_damage,
                                                  void *context, uint64_t *faults,
                                                  cutline_error *err);
/* Copies the database, as it is now, into the empty file `path`, which is not brought to the disk.
 * After a failure the file holds rubbish. For the rest see cutline_backup(). */
CUTLINE_MUST_CHECK cutline_status cut_store_backup(cut_store *store, const char *path,
                                                   const cutline_backup_options *options,
                                                   cutline_error *err);
/* The path of the database, absolute; the store's. */
const char *cut_store_path(const cut_store *store);

/* See cutline_catalog_edit(). */
CUTLINE_MUST_CHECK cutline_status cut_store_edit(cut_store *store, cutline_edit_job *jobs,
                                                 size_t count, const cutline_edit_options *options,
                                                 cutline_edit_result *result, cutline_error *err);

/* See cutline_catalog_undo(), cutline_catalog_history(), cutline_catalog_earlier_captions(). */
CUTLINE_MUST_CHECK cutline_status cut_store_undo(cut_store *store,
                                                 const cutline_undo_request *request,
                                                 cutline_undo_result *result, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_store_history(cut_store *store, int64_t photo, size_t limit,
                                                    cutline_history_fn on_entry, void *context,
                                                    cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_store_earlier_captions(cut_store *store, int64_t photo,
                                                             cutline_earlier_fn on_caption,
                                                             void *context, cutline_error *err);

/* What a kill was asked for by. */
typedef struct cut_kill_name {
    const cut_photo_list *photos; /* those that it names */
    const cut_id_list *readings;  /* if it is a media ID, else NULL */
    bool spelled;                 /* it has its namespace, and one reading: needs no photo */
} cut_kill_name;

/* See cutline_catalog_kill(); reason NULL lifts the marks of the photos. */
CUTLINE_MUST_CHECK cutline_status cut_store_kill(cut_store *store, const cut_kill_name *name,
                                                 const char *reason, const cutline_editor *editor,
                                                 cutline_kill_result *out, cutline_error *err);
/* Marks in force, by value. */
CUTLINE_MUST_CHECK cutline_status cut_store_kills(cut_store *store, cut_arena *arena,
                                                  cut_kill_table *out, cutline_error *err);

/* Makes the derived part anew from the enduring one (within a transaction). */
CUTLINE_MUST_CHECK cutline_status cut_store_rebuild(cut_store *store, cutline_error *err);

#endif
