/*
 * Authorities: agencies and photographers as entities with names, so that what is spelled in
 * several ways is credited in one.
 *
 * Agencies that the program knows are built in, with their spellings. A person may add agencies,
 * give an agency or a photographer more spellings (aliases), and merge two that are one. Spellings
 * are compared without case, accents and punctuation. Nothing is ever merged by the program itself;
 * cutline_people_suggest() lists what looks like one photographer, and why.
 *
 * Every change brings the photos that it concerns up to date, in one transaction: their credits
 * name the entity, and the name is replaced inside the credit line, which is kept as it was found,
 * too (cutline_credit_answer.line_as_found). Files, pages and lists are not touched, so that taking
 * an alias away leaves everything as it was before.
 */
#ifndef CUTLINE_AUTHORITY_H
#define CUTLINE_AUTHORITY_H

#include <cutline/catalog.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What an authority is. */
typedef enum cutline_authority_kind {
    /** An agency: what cutline_credit.agencies names. */
    CUTLINE_AUTHORITY_AGENCY = 0,
    /** A photographer: what cutline_credit.photographers names. */
    CUTLINE_AUTHORITY_PHOTOGRAPHER = 1
} cutline_authority_kind;

/** An agency or a photographer. */
typedef struct cutline_authority {
    /** The name by which it is credited. */
    const char *name;
    /** Other spellings that a person gave it, in alphabetical order. */
    cutline_strings aliases;
    /** Photos that credit it. */
    uint64_t photos;
    /** An agency that the program knows by itself, with spellings that are not listed. */
    bool built_in;
} cutline_authority;

/** Authorities in alphabetical order. */
typedef struct cutline_authorities {
    /** The authorities; NULL if count is 0. */
    const cutline_authority *items;
    /** How many. */
    size_t count;
} cutline_authorities;

/**
 * Lists the agencies or photographers that photos credit or that a person gave spellings.
 * @param all  list the built-in agencies that no photo credits, too
 * @param out  release with cutline_authorities_free()
 * @return CUTLINE_OK; CUTLINE_CATALOG; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_authority_list(cutline_catalog *catalog,
                                                                     cutline_authority_kind kind,
                                                                     bool all,
                                                                     cutline_authorities **out,
                                                                     cutline_error *err);
/** Releases a list; NULL is allowed. */
CUTLINE_API void cutline_authorities_free(cutline_authorities *authorities);

/** What a change did. */
typedef struct cutline_authority_change {
    /** Name of the authority as it is credited now, cut at a character if it is longer. */
    char name[256];
    /** Photos that were brought up to date. */
    uint64_t photos;
} cutline_authority_change;

/**
 * Makes an agency known. Where a credit names it as issuer or took it for a photographer, it stands
 * among the agencies from now on, at its place in the line.
 * @param name     its name as it is to be credited: at most 255 bytes of UTF-8, with a letter or
 *                 digit, without control characters
 * @param aliases  other spellings, `count` of them
 * @param change   receives what was done; NULL is allowed
 * @return CUTLINE_OK; CUTLINE_BAD_ARGUMENT (not a name, or a spelling that another agency has
 *         already); CUTLINE_BUSY; CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_agency_add(cutline_catalog *catalog, const char *name, const char *const *aliases,
                   size_t count, cutline_authority_change *change, cutline_error *err);

/**
 * Gives an agency or a photographer more spellings.
 * @param name  a name or alias that is known
 * @return as cutline_agency_add(), and CUTLINE_NOT_FOUND (no such name). A spelling that belongs to
 *         another one already is CUTLINE_BAD_ARGUMENT: see cutline_authority_merge()
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_authority_alias(
    cutline_catalog *catalog, cutline_authority_kind kind, const char *name,
    const char *const *aliases, size_t count, cutline_authority_change *change, cutline_error *err);

/**
 * Makes one agency or photographer of two: all spellings of the first become aliases of the second.
 * If both are spellings of one name ("Jose Garcia", "José García"), the second becomes the name.
 * @param from  a name or alias; what it names is listed no longer
 * @param into  a name or alias; what it names has both from now on
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND; CUTLINE_BAD_ARGUMENT (they are one already);
 *         CUTLINE_BUSY; CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_authority_merge(cutline_catalog *catalog, cutline_authority_kind kind, const char *from,
                        const char *into, cutline_authority_change *change, cutline_error *err);

/**
 * Takes an alias away, and so undoes a merge: photos that are credited by it are as they were. The
 * name itself can only be taken away from an agency that was added and has no aliases left.
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND; CUTLINE_BAD_ARGUMENT (not an alias); CUTLINE_BUSY;
 *         CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_authority_split(cutline_catalog *catalog, cutline_authority_kind kind, const char *alias,
                        cutline_authority_change *change, cutline_error *err);

/** Why two names may be one photographer. */
typedef enum cutline_alike {
    /** They differ in case, accents or punctuation only. */
    CUTLINE_ALIKE_SPELLING = 0,
    /** The same words in another order: "Balibouse Denis". */
    CUTLINE_ALIKE_ORDER = 1,
    /** One has an initial, the surname is the same, and so is an agency: "D. Balibouse". */
    CUTLINE_ALIKE_INITIAL = 2,
    /** One letter is other, missing or in the wrong place, and an agency is the same. */
    CUTLINE_ALIKE_TYPO = 3
} cutline_alike;

/** Word for a reason: "spelling", "order", "initial", "typo". */
CUTLINE_API const char *cutline_alike_name(cutline_alike why);

/** Two names that may be one photographer. */
typedef struct cutline_suggestion {
    /** The name that would become an alias: the shorter or rarer one. */
    const char *from;
    /** The name that would stay. */
    const char *into;
    /** Photos that are credited to each. */
    uint64_t from_photos, into_photos;
    /** Why. */
    cutline_alike why;
    /** An agency that photos of both credit; NULL if there is none. */
    const char *agency;
} cutline_suggestion;

/** Suggestions, surest reasons first, then by name. */
typedef struct cutline_suggestions {
    /** The suggestions; NULL if count is 0. */
    const cutline_suggestion *items;
    /** How many. */
    size_t count;
} cutline_suggestions;

/**
 * Lists photographers that may be one, for a person to decide on.
 * @param out  release with cutline_suggestions_free()
 * @return CUTLINE_OK; CUTLINE_CATALOG; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_people_suggest(cutline_catalog *catalog,
                                                                     cutline_suggestions **out,
                                                                     cutline_error *err);
/** Releases suggestions; NULL is allowed. */
CUTLINE_API void cutline_suggestions_free(cutline_suggestions *suggestions);

#ifdef __cplusplus
}
#endif
#endif
