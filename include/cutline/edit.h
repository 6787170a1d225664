/*
 * Edits by hand: made over many photos at once, kept in a history, taken back and made again.
 *
 * All that one call edits is one change, in one transaction; a change has a number.
 */
#ifndef CUTLINE_EDIT_H
#define CUTLINE_EDIT_H

#include <cutline/catalog.h>
#include <cutline/vocabulary.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What made a change. The values are kept in catalogs. */
typedef enum cutline_change_kind {
    CUTLINE_CHANGE_EDIT = 0, /**< a person edited, killed, or lifted a kill */
    CUTLINE_CHANGE_UNDO = 1, /**< edits were taken back */
    CUTLINE_CHANGE_REDO = 2  /**< edits that had been taken back were made again */
} cutline_change_kind;

/** A change: what was edited together. */
typedef struct cutline_change {
    /** Its number. */
    int64_t id;
    /** What made it. */
    cutline_change_kind kind;
    /** Who. */
    const char *editor;
    /** When, in milliseconds since 1970 UTC. */
    int64_t time_ms;
    /** From where: the command, or a file. */
    const char *source;
} cutline_change;

/** Who edits, and from where. */
typedef struct cutline_editor {
    /** Name of the person; NULL or "" if not known. */
    const char *name;
    /** The command, or a file, for the history. NULL or "" if not known. */
    const char *source;
} cutline_editor;

/* ---- edits -----------------------------------------------------------------------------------
 */

/** What an edit does. */
typedef enum cutline_edit_op {
    CUTLINE_EDIT_SET,      /**< FIELD=VALUE; without VALUE what was typed is taken back */
    CUTLINE_EDIT_IF_EMPTY, /**< FIELD?=VALUE: sets if there is no value */
    CUTLINE_EDIT_APPEND,   /**< FIELD+=VALUE: puts behind, or adds to a list */
    CUTLINE_EDIT_PREPEND,  /**< FIELD^=VALUE: puts in front */
    CUTLINE_EDIT_REMOVE,   /**< FIELD-=VALUE: takes out */
    CUTLINE_EDIT_REPLACE,  /**< FIELD:s/A/B/ */
    CUTLINE_EDIT_BLANK     /**< FIELD:blank: no value, whatever the files say */
} cutline_edit_op;

/** A list of edits, made one after the other on each photo. */
typedef struct cutline_edits cutline_edits;

/** An empty list; release with cutline_edits_free(). */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_edits_new(cutline_edits **out,
                                                                cutline_error *err);
/**
 * Adds an edit as people type it: "city=Geneva", "caption:s/Kery/Kerry/", "keywords+=climate;
 * talks",
 * "+climate", "caption[ar]=...", "location_shown.City=Geneva", "media-=getty:123456789"; all of it
 * is in `cutline help tag`.
 * @return CUTLINE_OK; CUTLINE_BAD_ARGUMENT (the message says what is wrong with it)
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_edits_add(cutline_edits *edits,
                                                                const char *text,
                                                                cutline_error *err);
/** How many edits are in the list. */
CUTLINE_API size_t cutline_edits_count(const cutline_edits *edits);
/** Releases a list; NULL is allowed. */
CUTLINE_API void cutline_edits_free(cutline_edits *edits);

/** What is to be made of one photo. */
typedef struct cutline_edit_job {
    /** Number of the photo. */
    int64_t photo;
    /** The edits; many jobs may share a list. */
    const cutline_edits *edits;
    /** What the edited fields said when somebody decided on the edits, as one number: filled in by
     * a dry run. If it is not 0 and they say something else by now, the photo is left alone: a
     * conflict. */
    uint64_t seen;
} cutline_edit_job;

/** A field of a photo that an edit changes. */
typedef struct cutline_edit_change {
    /** Number of the photo. */
    int64_t photo;
    /** Field, "caption[ar]", "rights" or "media". */
    const char *field;
    /** What it says before, NULL for nothing; values of a list are separated by "; ". */
    const char *old_text;
    /** What it says afterwards, NULL for nothing. */
    const char *new_text;
    /** What may be wrong with the new value, NULL if nothing is. */
    const char *warning;
} cutline_edit_change;

/** How to edit, and what to say of it. All zero is good. */
typedef struct cutline_edit_options {
    /** Who edits. */
    cutline_editor editor;
    /** Terms of fields: aliases become terms, and what is no term is warned of. NULL for none; must
     * outlive the call. */
    const cutline_vocabularies *vocabularies;
    /** Work out the changes and make none. */
    bool dry_run;
    /** Called for each field that changes; texts live until it returns. Without dry_run nothing is
     * certain until cutline_catalog_edit() returns. */
    void (*on_change)(const cutline_edit_change *change, void *context);
    /** Called for each photo that somebody else has changed meanwhile; editor is who did it last.
     */
    void (*on_conflict)(int64_t photo, const char *editor, void *context);
    /** Called after each photo; return non-zero to stop, which takes all back. */
    int (*on_progress)(size_t done, size_t total, void *context);
    /** Passed on to the calls. */
    void *context;
} cutline_edit_options;

/** What became of edits. */
typedef struct cutline_edit_result {
    /** Number of the change; 0 if nothing changed, and of a dry run. */
    int64_t change;
    uint64_t photos;    /**< photos that change */
    uint64_t conflicts; /**< photos that somebody else has changed meanwhile */
    uint64_t missing;   /**< photos that are not there */
} cutline_edit_result;

/**
 * Edits photos, all in one transaction; what was typed outranks what files, pages and lists say and
 * survives every import.
 * @param jobs     no photo twice
 * @param result   filled in also after a failure, as far as it came
 * @return CUTLINE_OK (look at result for photos that were left alone); CUTLINE_BAD_ARGUMENT (a
 * value that a field cannot hold: nothing was changed); CUTLINE_CANCELLED; CUTLINE_BUSY;
 *         CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_edit(
    cutline_catalog *catalog, cutline_edit_job *jobs, size_t count,
    const cutline_edit_options *options, cutline_edit_result *result, cutline_error *err);

/** A row of a table of edits. */
typedef struct cutline_edit_row {
    /** Line of the table, from 1. */
    size_t line;
    /** Name of the photo: media ID, path, "photo:N", or where only that is given, its file name. */
    const char *name;
    /** The edits; they become the callback's, to be released with cutline_edits_free(). */
    cutline_edits *edits;
    /** Name of the photo's file (cutline_catalog_resolve_file_name()); NULL if not given. */
    const char *file;
    /** Columns that caption sheets have and that are not edited, with commas between them; NULL if
     * there are none. The same in every row. */
    const char *passed_over;
} cutline_edit_row;

/** Called for each row; name lives until it returns. A failure stops the reading. */
typedef cutline_status (*cutline_edit_row_fn)(const cutline_edit_row *row, void *context,
                                              cutline_error *err);

/**
 * Reads edits from a table: CSV or TSV as spreadsheets write it, or a caption sheet. The first row
 * names the columns: "photo", "media_id", "id", "path", "name" or "file" for the photo, and what
 * stands before the "=" of an edit for the others: "caption", "caption[ar]", "keywords+", "city?".
 * Other names are understood as in caption lists: "Photographer", "Bildunterschrift", "Dateiname".
 * An empty cell edits nothing, nor does a cell that sets what the photo says already.
 * @param map  "HEADER=NAME,..." for columns with other headers, NAME "ignore" for those that do not
 *             count; NULL for none
 * @return CUTLINE_OK; CUTLINE_BAD_ARGUMENT (the message names the line); what the callback returned
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_edit_table_read(const void *bytes, size_t length, const char *map,
                        cutline_edit_row_fn on_row, void *context, cutline_error *err);

/* ---- history ---------------------------------------------------------------------------------
 */

/** An edit of the history. */
typedef struct cutline_history_entry {
    /** The change that it belongs to. */
    cutline_change change;
    /** Number of the photo; 0 if it is of none: a kill. */
    int64_t photo;
    /** What was edited: a field, "caption[ar]", "media_id reuters:RTX2CGS3" (its texts are "linked"
     * and "denied"), "kill reuters:RTX2CGS3" (its text is the reason). */
    const char *field;
    /** What was typed before and afterwards; NULL: nothing. */
    const char *old_text, *new_text;
    /** Number of the undo that took it back; 0 if it stands. */
    int64_t undone_by;
    /** Of an undo that leaves nothing typed: what the photo's files said when the value was typed,
     * "" for nothing; values of a list as in an edit. NULL if that is not known, and elsewhere. */
    const char *file_text;
} cutline_history_entry;

/** Called for each entry; texts live until it returns. Return non-zero to stop. */
typedef int (*cutline_history_fn)(const cutline_history_entry *entry, void *context);

/**
 * Goes through the history, the latest edit first.
 * @param photo  of this photo, with kills that concern it; 0: of all
 * @param limit  most entries; 0 for all
 * @return CUTLINE_OK (also if there are none); CUTLINE_CANCELLED if the callback stopped;
 *         CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_history(cutline_catalog *catalog,
                                                                      int64_t photo, size_t limit,
                                                                      cutline_history_fn on_entry,
                                                                      void *context,
                                                                      cutline_error *err);

/** Which edits to take back, or to make again. One of the first four members says it; all zero
 * means the latest change. */
typedef struct cutline_undo_request {
    /** This change. */
    int64_t change;
    /** The latest so many changes. */
    unsigned count;
    /** All since this time, in milliseconds since 1970 UTC. */
    int64_t since_ms;
    /** The latest change of each of these photos, as far as it concerns the photo. */
    const int64_t *photos;
    size_t photo_count;
    /** Make again what the latest undo took back. */
    bool redo;
    /** Who does it. */
    cutline_editor editor;
    /** Called for each edit that cannot be taken back, since its field was edited again. */
    void (*on_conflict)(const cutline_history_entry *entry, void *context);
    /** Called for each edit that is taken back or made again. */
    void (*on_edit)(const cutline_history_entry *entry, void *context);
    /** Passed on to the calls. */
    void *context;
} cutline_undo_request;

/** What became of it. */
typedef struct cutline_undo_result {
    /** Number of the change that the undo itself is; 0 if nothing was done. */
    int64_t change;
    uint64_t edits;     /**< edits taken back, or made again */
    uint64_t photos;    /**< photos that they concern */
    uint64_t conflicts; /**< edits left alone */
} cutline_undo_result;

/**
 * Takes edits back, or makes them again, in one transaction. An undo is a change, too.
 * @return CUTLINE_OK (look at result.conflicts); CUTLINE_NOT_FOUND (there is nothing to take back);
 *         CUTLINE_BUSY; CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_catalog_undo(cutline_catalog *catalog, const cutline_undo_request *request,
                     cutline_undo_result *result, cutline_error *err);

/* ---- captions -------------------------------------------------------------------------------- */

/** A caption that a file had before it came again with another one. */
typedef struct cutline_earlier_caption {
    /** Path of the file. */
    const char *where;
    /** When the other caption came, in milliseconds since 1970 UTC. */
    int64_t time_ms;
    /** The text. */
    const char *text;
} cutline_earlier_caption;

/** Called for each; texts live until it returns. Return non-zero to stop. */
typedef int (*cutline_earlier_fn)(const cutline_earlier_caption *caption, void *context);

/** Captions that the files of a photo had before, the oldest first. */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_catalog_earlier_captions(cutline_catalog *catalog, int64_t photo,
                                 cutline_earlier_fn on_caption, void *context, cutline_error *err);

/* ---- kills ----------------------------------------------------------------------------------- */

/** What a kill did, or its lifting. */
typedef struct cutline_kill_result {
    /** Number of the change; 0 if nothing had to be changed. */
    int64_t change;
    /** Photos that were marked (or freed). */
    uint64_t photos;
} cutline_kill_result;

/**
 * Marks a picture as withdrawn: wherever it shows, its restrictions begin with "killed". A name
 * that several photos have marks all of them. Marked are the media ID that was named, and of each
 * photo the image and those media IDs that no other photo has: other forms of the picture, and
 * files and pages that come later, are killed with it.
 * @param name    media ID, path or "photo:N". A media ID with its namespace is marked also if no
 *                photo has it yet
 * @param reason  in words; NULL for none
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND; CUTLINE_BAD_ARGUMENT; CUTLINE_BUSY; CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_catalog_kill(cutline_catalog *catalog, const char *name, const char *reason,
                     const cutline_editor *editor, cutline_kill_result *result, cutline_error *err);
/** Lifts all marks that kill the photos of a name; errors as cutline_catalog_kill(). */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_catalog_lift_kill(cutline_catalog *catalog, const char *name, const cutline_editor *editor,
                          cutline_kill_result *result, cutline_error *err);

/** A mark that is in force. */
typedef struct cutline_kill_mark {
    /** Media ID "namespace:value", "#image:HEX" for an image hash, "#photo:N". */
    const char *target;
    /** Why; "" if nobody said. */
    const char *reason;
} cutline_kill_mark;

/** Called for each mark; texts live until it returns. Return non-zero to stop. */
typedef int (*cutline_kill_fn)(const cutline_kill_mark *mark, void *context);

/** Lists the marks in force, by value. CUTLINE_OK also if there are none; CUTLINE_CANCELLED if the
 * callback stopped. */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_kills(cutline_catalog *catalog,
                                                                    cutline_kill_fn on_mark,
                                                                    void *context,
                                                                    cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
