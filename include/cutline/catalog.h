/*
 * The catalog: photos, files, media IDs, captions, credits and pages in one database.
 *
 * A catalog handle belongs to one thread at a time. Several processes may use one catalog at once:
 * readers never wait, writers wait for each other up to the busy timeout. What the calls hand out
 * is read-only and lives until its own release call.
 */
#ifndef CUTLINE_CATALOG_H
#define CUTLINE_CATALOG_H

#include <cutline/record.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An opened catalog. */
typedef struct cutline_catalog cutline_catalog;

/** Flags for cutline_catalog_open(). */
typedef enum cutline_open_flags {
    /** Read only; the catalog must exist. */
    CUTLINE_OPEN_READ = 0,
    /** Read and write; the catalog must exist. */
    CUTLINE_OPEN_WRITE = 1,
    /** Read and write; made, with the folders above it, if it does not exist. */
    CUTLINE_OPEN_CREATE = 2
} cutline_open_flags;

/**
 * Says that nothing else in the program uses SQLite, before anything does. SQLite then does not
 * count the memory it takes, which costs it a lock each time. Need not be called.
 */
CUTLINE_API void cutline_catalog_alone(void);

/**
 * Opens a catalog; with write access an older one is brought to the present schema first.
 * @param path  database file
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND (no such catalog); CUTLINE_IO; CUTLINE_CATALOG (not a
 *         cutline catalog, damaged, or written by a newer version); CUTLINE_BUSY; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_open(const char *path,
                                                                   cutline_open_flags flags,
                                                                   cutline_catalog **out,
                                                                   cutline_error *err);
/** Closes a catalog; NULL is allowed. */
CUTLINE_API void cutline_catalog_close(cutline_catalog *catalog);

/**
 * Holds one view of the catalog for the lookups that follow, which spares each of them the locking:
 * for long lists of IDs. What others commit meanwhile is not seen, and their log cannot be cleared,
 * so let go soon. Nothing can be written through the handle until then.
 * @return CUTLINE_OK; CUTLINE_CATALOG (held already, or the catalog is damaged)
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_hold(cutline_catalog *catalog,
                                                                   cutline_error *err);
/** Lets go of the view that is held; does nothing if none is. */
CUTLINE_API void cutline_catalog_let_go(cutline_catalog *catalog);

/** The answer to "who gets the credit for this ID". */
typedef struct cutline_credit_answer {
    /** Row number of the photo in the catalog. */
    int64_t photo;
    /** The media ID that matched. */
    cutline_media_id media_id;
    /** The credit; line is NULL if none is known for the photo. */
    cutline_credit credit;
    /** The credit line before authorities replaced a name in it (<cutline/authority.h>); otherwise
     * the same as credit.line. */
    const char *line_as_found;
    /** Kind of place the credit line was found in. */
    cutline_origin origin;
    /** Path of that page or file; NULL if by hand. */
    const char *where;
    /** Restrictions as in cutline_caption, after "killed" if the picture was withdrawn. */
    cutline_strings restrictions;
    /** No file of the photo was imported yet. */
    bool awaiting_image;
    /** Other credit lines found for the same photo that name other people or agencies. */
    cutline_strings conflicts;
    /** Why the picture must not be used, "" if nobody said; NULL if it was not killed. */
    const char *kill_reason;
    /** ISO 8601: not to be used before, and not after; NULL if no date is known. They may have
     * passed. */
    const char *embargo, *expiry;
} cutline_credit_answer;

/** Answers for one ID, best first. */
typedef struct cutline_credit_answers {
    /** The answers. */
    const cutline_credit_answer *items;
    size_t count;
} cutline_credit_answers;

/**
 * Looks the credit of a media ID up.
 * @param id   "namespace:value", or a value alone, which matches in every namespace
 * @param out  receives one answer for each photo that has the ID; several are a conflict. Release
 *             with cutline_credit_answers_free()
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND; CUTLINE_BAD_ARGUMENT (not an ID); CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_credit(cutline_catalog *catalog,
                                                                     const char *id,
                                                                     cutline_credit_answers **out,
                                                                     cutline_error *err);
/** Releases answers; NULL is allowed. */
CUTLINE_API void cutline_credit_answers_free(cutline_credit_answers *answers);

/**
 * Answers as one line of JSON: {id, found, photo, media_id:{namespace,id,evidence}, credit:{line,
 * agencies, photographers, issuer, roles, line_as_found, origin, where, conflicts}, restrictions,
 * awaiting_image, kill_reason, embargo, expiry, others:[...]}; "others" holds the answers after the
 * best one, each from "photo" on.
 * @param answers  NULL if nothing was found: {"id":...,"found":false}
 * @param id       the ID as it was asked for
 * @param json     receives the text; release with cutline_free()
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_credit_answers_json(
    const cutline_credit_answers *answers, const char *id, char **json, cutline_error *err);

/** A file that holds (or held) a photo. */
typedef struct cutline_photo_file {
    /** Absolute path. */
    const char *path;
    /** Bytes at import. */
    uint64_t size;
    /** Modification time at import, nanoseconds since 1970 UTC. */
    int64_t mtime_ns;
    /** It was gone when last looked for (<cutline/upkeep.h>). */
    bool missing;
} cutline_photo_file;

/** A caption found for a photo. */
typedef struct cutline_photo_caption {
    /** Kind of place it was found in. */
    cutline_origin origin;
    /** Path of the file, page or list; NULL if by hand. */
    const char *where;
    /** The text as found. */
    const char *text;
    /** The credit line in it, NULL if none. */
    const char *credit_line;
} cutline_photo_caption;

/** A page that shows a photo. */
typedef struct cutline_photo_page {
    /** Absolute path of the imported page or list. */
    const char *path;
    /** Namespace of the site ("aawsat"); NULL if unknown. */
    const char *site;
    /** Headline; NULL if none. */
    const char *title;
} cutline_photo_page;

/** What may not be done with a photo, and until when or where. */
typedef struct cutline_right {
    /** A restriction as in cutline_caption, or territory_only, medium_only, title_out (a newspaper
     * or client that may not use it). */
    const char *kind;
    /** Date of an embargo (`from`) or an expiry (`until`), territory, medium or title; NULL if none
     * is known. */
    const char *value;
    /** ISO 8601, day or time: the right begins, or the picture may be used from then on (embargo);
     * NULL if it is not known or there is none. What cutline says of it counts by day, UTC: its
     * time is given as found, and not heeded. */
    const char *from;
    /** Likewise: the right ends, or the picture may be used until then (expiry). */
    const char *until;
    /** The words that say so; NULL if it is a field with a date, or by hand. */
    const char *text;
    /** Field that says so: "caption", "instructions", "release_date"; NULL by hand. */
    const char *field;
    /** Path of the file or page that says so; NULL if it is not known, or by hand. */
    const char *where;
    /** Who says so: CAPTION (captions and instructions), IIM (date fields) or HAND. */
    cutline_origin origin;
} cutline_right;

/** Everything the catalog knows about a photo. */
typedef struct cutline_photo {
    /** The catalog's own number. */
    int64_t id;
    const char *format;     /**< NULL while awaiting the image */
    uint32_t width, height; /**< pixels as stored; 0 if unknown */
    const char *image_hash; /**< 64 hex digits, or NULL */
    /** No file of the photo was imported yet. */
    bool awaiting_image;
    /** Files that hold it. */
    const cutline_photo_file *files;
    size_t file_count;
    /** Its IDs. */
    cutline_media_ids media_ids;
    /** Effective fields: what was typed by hand, then the files' records, then pages and lists. */
    const cutline_field *fields;
    size_t field_count;
    /** Every caption found for it. */
    const cutline_photo_caption *captions;
    size_t caption_count;
    /** The effective credit and its rivals, as in cutline_credit_answer. */
    cutline_credit credit;
    /** The credit line as found: see cutline_credit_answer.line_as_found. */
    const char *credit_found;
    /** Kind of place the credit was found in. */
    cutline_origin credit_origin;
    /** Path of that page or file; NULL if by hand. */
    const char *credit_where;
    /** Other credit lines, which name other people or agencies. */
    cutline_strings credit_conflicts;
    /** Persons shown. */
    const cutline_person *persons;
    size_t person_count;
    /** Where it was taken. */
    cutline_place place;
    /** Date taken, ISO 8601, or NULL. */
    const char *date;
    /** Restrictions as in cutline_caption, after "killed" if the picture was withdrawn. */
    cutline_strings restrictions;
    /** The same with dates, territories and media. */
    const cutline_right *rights;
    size_t right_count;
    /** Why it must not be used, "" if nobody said; NULL if it was not killed. */
    const char *kill_reason;
    /** The caption says that the picture is from the archive. */
    bool file_photo;
    /** How it was made and when it may be used. */
    cutline_provenance provenance;
    /** Pages and lists that show it. */
    const cutline_photo_page *pages;
    size_t page_count;
    /** What was odd about its files. */
    const cutline_finding *findings;
    size_t finding_count;
} cutline_photo;

/** Photos that an ID or a path names. */
typedef struct cutline_photos {
    /** The photos. */
    const cutline_photo *items;
    size_t count;
} cutline_photos;

/**
 * Everything about the photos that an ID or a path names.
 * @param name  media ID (with or without namespace), path of an imported file or page, or
 *              "photo:N" with the catalog's own number
 * @param out   release with cutline_photos_free()
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND; CUTLINE_BAD_ARGUMENT; CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_show(cutline_catalog *catalog,
                                                                   const char *name,
                                                                   cutline_photos **out,
                                                                   cutline_error *err);
/** Releases photos; NULL is allowed. */
CUTLINE_API void cutline_photos_free(cutline_photos *photos);

/** Called for each photo. Return non-zero to stop. */
typedef int (*cutline_number_fn)(int64_t photo, void *context);

/**
 * The numbers of the photos that cutline_catalog_show() would show, which costs a fraction of it.
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND; CUTLINE_CANCELLED if the callback stopped;
 *         CUTLINE_BAD_ARGUMENT; CUTLINE_CATALOG; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_resolve(cutline_catalog *catalog,
                                                                      const char *name,
                                                                      cutline_number_fn on_photo,
                                                                      void *context,
                                                                      cutline_error *err);

/**
 * The numbers of the photos that have a file of a name, in their order: "IMG_1234.jpg". Folders,
 * the extension of a picture and case do not count, as in caption lists, so that several photos may
 * have it; at most 1,000 are told.
 * @return as cutline_catalog_resolve()
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_catalog_resolve_file_name(cutline_catalog *catalog, const char *name,
                                  cutline_number_fn on_photo, void *context, cutline_error *err);

/** One photo as one line of JSON: the shape of cutline_record_json() plus id, awaiting_image,
 * files, captions, pages, credit with origin, where and conflicts. Release with cutline_free(). */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_photo_json(const cutline_photo *photo,
                                                                 char **json, cutline_error *err);

/**
 * Sets a field by hand. The value outranks what files, pages and lists say and survives every
 * re-import; the change is kept in the photo's history.
 * @param photo   photo number
 * @param field   a text, date, list or language-alternative field; list values are separated by
 *                ";"
 * @param value   the value, or NULL to take the hand-set value back
 * @param editor  who did it
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND (photo); CUTLINE_BAD_ARGUMENT (unknown field, or a value it
 *         cannot hold); CUTLINE_BUSY; CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_set(cutline_catalog *catalog,
                                                                  int64_t photo, const char *field,
                                                                  const char *value,
                                                                  const char *editor,
                                                                  cutline_error *err);

/** Links a media ID to a photo by hand ("namespace:value"). Errors as cutline_catalog_set(). */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_add_media_id(cutline_catalog *catalog,
                                                                           int64_t photo,
                                                                           const char *id,
                                                                           const char *editor,
                                                                           cutline_error *err);

/** Counts for `cutline stats`. */
typedef struct cutline_stats {
    uint64_t photos;     /**< all, awaiting ones included */
    uint64_t awaiting;   /**< known from a page or list only */
    uint64_t files;      /**< files that hold photos */
    uint64_t pages;      /**< archived pages and lists */
    uint64_t media_ids;  /**< distinct IDs */
    uint64_t captions;   /**< captions from all sources */
    uint64_t agencies;   /**< agencies credited */
    uint64_t persons;    /**< photographers */
    uint64_t uncredited; /**< photos without a credit line */
    uint64_t conflicts;  /**< photos with rival credits */
    uint64_t duplicates; /**< photos for which the query "is:duplicate" holds, and so on */
    uint64_t missing;    /**< is:missing */
    uint64_t embargoed;  /**< is:embargoed */
    uint64_t killed;     /**< is:killed */
    uint64_t edited;     /**< is:edited */
} cutline_stats;

/** Counts what is in the catalog. */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_stats(cutline_catalog *catalog,
                                                                    cutline_stats *out,
                                                                    cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
