/*
 * Edits by hand: made over many photos at once, kept in a history, taken back and made again.
 *
 * All that one call edits is one change, in one transaction; a change has a number.
 */
#ifndef CUTLINE_EDIT_H
#define CUTLINE_EDIT_H

#include <cutline/catalog.h>

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

/** A caption that a file had before it came again with another one. */
typedef struct cutline_earlier_caption {
    /** Path of the file. */
    const char *where;
    /** When the other caption came, in milliseconds since 1970 UTC. */
    int64_t time_ms;
    /** The text. */
    const char *text;
} cutline_earlier_caption;

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
