/*
 * What a database must do for edits (see db.h): changes, the edits that they are made of, and the
 * states that edits change beside hand values: media IDs by hand, and kills. What `field` of an
 * edit may be is said in sqlite/migrations/006.sql.
 */
#ifndef CUT_STORE_DB_EDIT_H
#define CUT_STORE_DB_EDIT_H

#include "record/kill.h"
#include "store/db.h"

#include <cutline/edit.h>

/* ---- changes ------------------------------------------------------------------------------------
 */

/* id is filled in. */
CUTLINE_MUST_CHECK cutline_status cut_db_change_add(cut_db *db, cutline_change *change,
                                                    cutline_error *err);

/* An edit of a change. */
typedef struct cut_edit_row {
    int64_t id;
    int64_t change; /* change that it belongs to */
    int64_t photo;  /* 0: of no photo */
    cut_str field;
    cut_str old, value; /* {NULL, 0}: nothing by hand */
    int64_t undone_by;  /* change that took it back, 0 if it stands */
    cut_str base;       /* what the files said when it was typed; {NULL, 0}: not known */
} cut_edit_row;

typedef CUT_VEC(cut_edit_row) cut_edit_rows;

/* id and undone_by do not count. */
CUTLINE_MUST_CHECK cutline_status cut_db_edit_add(cut_db *db, const cut_edit_row *row,
                                                  cutline_error *err);
/* undone_by 0: it stands again. */
CUTLINE_MUST_CHECK cutline_status cut_db_edit_mark(cut_db *db, int64_t edit, int64_t undone_by,
                                                   cutline_error *err);

/* Which edits are asked for. Members that are 0 do not narrow. */
typedef struct cut_edit_filter {
    int64_t change;      /* of this change */
    int64_t undone_by;   /* taken back by this one */
    int64_t photo;       /* of this photo; kills of its IDs, too */
    bool standing;       /* of changes that are no undo, and not taken back */
    bool undone;         /* taken back */
    int64_t since_ms;    /* of changes made at or after this time */
    int64_t before;      /* of changes before this one */
    int64_t before_edit; /* edits before this one */
} cut_edit_filter;

/* Edits in the order they were made, at most `most`, the latest ones. */
CUTLINE_MUST_CHECK cutline_status cut_db_edits(cut_db *db, cut_arena *arena,
                                               const cut_edit_filter *filter, size_t most,
                                               cut_edit_rows *out, cutline_error *err);
/* The latest change with an edit that the filter lets through, or, if filter->undone, the latest
 * undo of one; 0 if there is none. */
CUTLINE_MUST_CHECK cutline_status cut_db_latest_change(cut_db *db, const cut_edit_filter *filter,
                                                       int64_t *change, cutline_error *err);
/* CUTLINE_NOT_FOUND if there is no such change. */
CUTLINE_MUST_CHECK cutline_status cut_db_change_get(cut_db *db, cut_arena *arena, int64_t id,
                                                    cutline_change *out, cutline_error *err);

/* ---- states -------------------------------------------------------------------------------------
 */

/* A media ID by hand: "linked", "denied" or {NULL, 0}. */
CUTLINE_MUST_CHECK cutline_status cut_db_id_state(cut_db *db, cut_arena *arena, int64_t photo,
                                                  const cutline_media_id *id, cut_str *state,
                                                  cutline_error *err);
/* Leaves the ID as the files say. */
CUTLINE_MUST_CHECK cutline_status cut_db_id_forget(cut_db *db, int64_t photo,
                                                   const cutline_media_id *id, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_id_deny(cut_db *db, int64_t photo,
                                                 const cutline_media_id *id, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_denied_ids(cut_db *db, cut_arena *arena, int64_t photo,
                                                    cut_id_rows *out, cutline_error *err);

/* The reason why a target is killed, {NULL, 0} if it is not. */
CUTLINE_MUST_CHECK cutline_status cut_db_kill_get(cut_db *db, cut_arena *arena, cut_str target,
                                                  cut_str *reason, cutline_error *err);
/* reason {NULL, 0}: killed no longer. */
CUTLINE_MUST_CHECK cutline_status cut_db_kill_set(cut_db *db, cut_str target, cut_str reason,
                                                  cutline_error *err);
/* All kills, in no particular order. */
CUTLINE_MUST_CHECK cutline_status cut_db_kills(cut_db *db, cut_arena *arena, cut_kill_table *out,
                                               cutline_error *err);

/* ---- earlier captions ---------------------------------------------------------------------------
 */

CUTLINE_MUST_CHECK cutline_status cut_db_earlier_caption_add(cut_db *db, int64_t photo,
                                                             cut_str path, int64_t time_ms,
                                                             cut_str text, cutline_error *err);
/* In the order they were seen; where: the file, time_ms: when another one came. */
typedef CUT_VEC(cutline_earlier_caption) cut_earlier_captions;
CUTLINE_MUST_CHECK cutline_status cut_db_earlier_captions(cut_db *db, cut_arena *arena,
                                                          int64_t photo, cut_earlier_captions *out,
                                                          cutline_error *err);

#endif
