/*
 * Captions: from the text of a wire or newspaper caption to its parts.
 *
 * Everything in these structs is read-only UTF-8 that lives as long as the object it came from.
 * The calls keep no state and may run in several threads at once.
 */
#ifndef CUTLINE_CAPTION_H
#define CUTLINE_CAPTION_H

#include <cutline/error.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A list of texts. */
typedef struct cutline_strings {
    /** The texts in order; NULL if count is 0. */
    const char *const *items;
    /** How many. */
    size_t count;
} cutline_strings;

/** A credit line taken apart. All zero if there is no credit. */
typedef struct cutline_credit {
    /** The credit as it stands in the text, without parentheses, a leading "Photo by", "Foto:" or
     * (c) sign and a closing full stop: "REUTERS/Denis Balibouse". NULL if there is none. */
    const char *line;
    /** Agencies by canonical name ("Reuters", "AFP", "Getty Images"), from the photographer's own
     * to the distributor. */
    cutline_strings agencies;
    /** Photographers in natural case ("Rodrigo Buenaventura"), in the order named. */
    cutline_strings photographers;
    /** A body that gave the picture out and is no known agency ("Maxar Technologies"); NULL if
     * none. */
    const char *issuer;
    /** Any of: handout, courtesy, pool, stringer, staff, file, uncredited, via, social_media,
     * screengrab; each once, in alphabetical order. */
    cutline_strings roles;
} cutline_credit;

/** A person the caption says is in the picture. */
typedef struct cutline_person {
    /** Name without title or office: "John Kerry". */
    const char *name;
    /** L, R, C, 2L, 3L, 2R, 3R, ..., front, back, top, bottom; NULL if the caption does not say. */
    const char *position;
} cutline_person;

/** Where the picture was taken, in the words of the caption. Each part may be NULL. */
typedef struct cutline_place {
    /** Town or city. */
    const char *city;
    /** State, province, prefecture. */
    const char *region;
    /** Country, as written: "U.S.", "Switzerland". */
    const char *country;
} cutline_place;

/** Why the parser read a stretch of text as it did (`cutline parse -v`). */
typedef struct cutline_decision {
    /** Name of the grammar rule, e.g. "credit.agency_slash_name". */
    const char *rule;
    /** Bytes [from, to) of the text as passed in. */
    size_t from, to;
} cutline_decision;

/** A caption taken apart. */
typedef struct cutline_caption {
    /** The text as passed in, repaired where it was not UTF-8. */
    const char *text;
    /** The text without credit, FILE prefix and boilerplate; never NULL. */
    const char *caption;
    /** Language as ISO 639-1 ("en", "ar", ...), guessed from the text; "und" if undecided. */
    const char *language;
    /** The credit line, taken apart. */
    cutline_credit credit;
    /** Persons shown, in the order named. */
    const cutline_person *persons;
    size_t person_count;
    /** Where the picture was taken. */
    cutline_place place;
    /** Date the picture was taken as far as stated: "2016-05-02", "2015-08"; NULL if not. */
    const char *date;
    /** Any of: credit_mandatory, editorial_only, no_sales, no_resale, no_archive, territory_out,
     * medium_out, one_time_use, embargo, expiry, third_party, sensitive, kill, correction,
     * no_commercial, no_crop, not_for_social; each once, in alphabetical order. */
    cutline_strings restrictions;
    /** The caption says that the picture is from the archive. */
    bool file_photo;
    /** The decisions in the order of their place in the text. */
    const cutline_decision *decisions;
    size_t decision_count;
} cutline_caption;

/**
 * Parses one caption.
 * @param text    the caption; need not be valid UTF-8 nor NUL-terminated
 * @param length  its bytes; past 128 KiB the text is cut at a character and parsed
 * @param out     receives the result; release with cutline_caption_free()
 * @return CUTLINE_OK, also for text in which nothing is found; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_caption_parse(const char *text, size_t length,
                                                                    cutline_caption **out,
                                                                    cutline_error *err);

/**
 * The result as one line of JSON: {text, caption, credit:{line,agencies,photographers,issuer,
 * roles}, persons:[{name,position}], place:{city,region,country}, date, restrictions, file_photo,
 * language}. Unknown values are null, empty lists [].
 * @param id    put first as "id" if not NULL
 * @param json  receives the text; release with cutline_free()
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_caption_json(const cutline_caption *caption,
                                                                   const char *id, char **json,
                                                                   cutline_error *err);

/** Releases a parsed caption; NULL is allowed. */
CUTLINE_API void cutline_caption_free(cutline_caption *caption);

/** Releases text that a cutline call handed out as "release with cutline_free()"; NULL is
 * allowed. */
CUTLINE_API void cutline_free(void *memory);

#ifdef __cplusplus
}
#endif
#endif
