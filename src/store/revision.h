/*
 * A change in the making: states of photos are set one after the other, and each that becomes
 * another one is an edit of the history. Only for the files of this folder; in a transaction.
 */
#ifndef CUT_STORE_REVISION_H
#define CUT_STORE_REVISION_H

#include "store/db_edit.h"
#include "store/inner.h"

/* What `field` of an edit begins with that is no hand value. */
#define CUT_FIELD_OF_ID "media_id "
#define CUT_FIELD_OF_KILL "kill "
/* Values of a media ID by hand. */
#define CUT_ID_LINKED "linked"
#define CUT_ID_DENIED "denied"

typedef struct cut_revision {
    cut_store *store;
    cutline_change change; /* id 0 until the first edit; texts are the caller's */
    size_t edits;          /* made so far */
} cut_revision;

/* Opens the transaction. editor may be NULL. */
CUTLINE_MUST_CHECK cutline_status cut_revision_begin(cut_store *store, cutline_change_kind kind,
                                                     const cutline_editor *editor,
                                                     cut_revision *out, cutline_error *err);
/* Commits, or takes everything back if status is a failure, which is then returned. */
CUTLINE_MUST_CHECK cutline_status cut_revision_end(cut_revision *revision, cutline_status status,
                                                   cutline_error *err);

/* The state of a field by hand (see cut_edit_row), {NULL, 0} if there is none. photo 0: of a kill.
 */
CUTLINE_MUST_CHECK cutline_status cut_revision_state(cut_revision *revision, int64_t photo,
                                                     cut_str field, cut_str *state,
                                                     cutline_error *err);
/* What the files said when the value by hand was typed that a field has now; {NULL, 0}: not known.
 */
CUTLINE_MUST_CHECK cutline_status cut_revision_base(cut_revision *revision, int64_t photo,
                                                    cut_str field, cut_str *base,
                                                    cutline_error *err);
/* Sets the state; nothing is done if it is that already. base: see cut_hand_row. Answers of photos
 * are not up to date until cut_revision_settle(). */
CUTLINE_MUST_CHECK cutline_status cut_revision_set(cut_revision *revision, int64_t photo,
                                                   cut_str field, cut_str value, cut_str base,
                                                   cutline_error *err);
/* Gives the change its number, if it has none yet. */
CUTLINE_MUST_CHECK cutline_status cut_revision_number(cut_revision *revision, cutline_error *err);
/* What a photo claims, before its states are set. */
CUTLINE_MUST_CHECK cutline_status cut_revision_claims(cut_revision *revision, int64_t photo,
                                                      cut_claims *out, cutline_error *err);
/* Brings a photo up to date whose states were set. before: what it claimed until
 * then, cut_revision_claims(). */
CUTLINE_MUST_CHECK cutline_status cut_revision_settle(cut_revision *revision, int64_t photo,
                                                      const cut_claims *before, cutline_error *err);
/* Photos that a kill's target names; numbers are appended to *out in the arena. */
CUTLINE_MUST_CHECK cutline_status cut_kill_photos(cut_store *store, cut_arena *arena,
                                                  cut_str target, cut_numbers *out,
                                                  cutline_error *err);

#endif
