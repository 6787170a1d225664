/*
 * Finding photos. A query is words and conditions, all of which must hold:
 *
 *     kerry geneva credit:reuters media:55350159 "climate talks"
 *
 * Words and "phrases" are looked for in caption, headline, credit, byline, keywords, persons and
 * place, without regard to case, accents and Arabic spelling variants; word* matches a beginning.
 * file:"IMG 1234" looks for the words of a path, NAME:words for those of any field of the field
 * table, NAME:=text for a whole value, NAME:/expression/ for a regular expression. sort:date-,city
 * and limit:20 say what is handed out. `cutline help find` tells all of it.
 */
#ifndef CUTLINE_QUERY_H
#define CUTLINE_QUERY_H

#include <cutline/catalog.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One hit. */
typedef struct cutline_hit {
    /** Number of the photo. */
    int64_t photo;
    /** A path of the photo, or NULL while it is awaiting its image. */
    const char *path;
    /** The most trusted media ID; ns and id are NULL if it has none. */
    cutline_media_id media_id;
    /** Headline; like all texts below NULL if unknown. */
    const char *headline;
    /** Caption without credit and boilerplate. */
    const char *caption;
    /** The effective credit line. */
    const char *credit_line;
    /** Photographers. */
    const char *byline;
    /** Place the picture was taken. */
    const char *city;
    /** Country the picture was taken in. */
    const char *country;
    /** Date taken, ISO 8601. */
    const char *date;
    /** Restrictions, joined by ", ", "killed" first. NULL if none. */
    const char *restrictions;
    /** File name without folders; NULL if awaiting. */
    const char *file_name;
} cutline_hit;

/** Called for each hit; texts live until it returns. Return non-zero to stop. */
typedef int (*cutline_hit_fn)(const cutline_hit *hit, void *context);

/**
 * Runs a query. Hits with words that must hold come in the order of relevance, then by date taken,
 * newest first; other hits by date taken. If many thousand photos have the words, relevance says
 * little and is not worked out: the photos taken in last come first.
 * The callback must not use the catalog.
 * @param query  the text; "" finds everything
 * @param limit  most hits; 0 for all
 * @return CUTLINE_OK (also without hits); CUTLINE_BAD_ARGUMENT with the column of the fault in
 *         err->offset (bytes from 0); CUTLINE_LIMIT (a query too long, or a regular expression that
 *         takes too long); CUTLINE_CANCELLED if the callback stopped; CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_find(cutline_catalog *catalog,
                                                                   const char *query, size_t limit,
                                                                   cutline_hit_fn on_hit,
                                                                   void *context,
                                                                   cutline_error *err);

/** How many photos a query finds; "limit:" counts. Errors as cutline_catalog_find(). */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_count(cutline_catalog *catalog,
                                                                    const char *query,
                                                                    uint64_t *count,
                                                                    cutline_error *err);

/** A value and how many photos have it. */
typedef struct cutline_facet_value {
    /** The value. */
    const char *name;
    /** Photos. */
    uint64_t count;
} cutline_facet_value;

/** The values of one kind among the photos that a query finds. */
typedef struct cutline_facet {
    /** Of what: "agency". */
    const char *name;
    /** The values, the most frequent first. A photo may have several, or none. */
    const cutline_facet_value *values;
    /** How many values. */
    size_t count;
    /** Photos without a value. */
    uint64_t without;
} cutline_facet;

/** Facets in the order asked for. */
typedef struct cutline_facets {
    /** The facets. */
    const cutline_facet *items;
    /** How many. */
    size_t count;
    /** Photos that were counted. */
    uint64_t photos;
} cutline_facets;

/**
 * Counts the values of all photos that a query finds; "sort:" and "limit:" mean nothing here.
 * @param names  what to count by, separated by commas: agency, by, credit, person, keyword, place,
 *               city, region, country, year, month, day, role, restriction, namespace, or the name
 *               of a field; fields are read of 50,000 photos at most (CUTLINE_LIMIT)
 * @param out    release with cutline_facets_free()
 * @return as cutline_catalog_find(); for a fault in `names` err->file is "facets" and err->offset
 *         the byte in it
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_facets(cutline_catalog *catalog,
                                                                     const char *query,
                                                                     const char *names,
                                                                     cutline_facets **out,
                                                                     cutline_error *err);
/** Releases facets; NULL is allowed. */
CUTLINE_API void cutline_facets_free(cutline_facets *facets);

/** A value of a facet as one line of JSON: {facet, value, photos}; value NULL is null: photos
 * without one. Release with cutline_free(). */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_facet_value_json(const char *facet,
                                                                       const char *value,
                                                                       uint64_t photos, char **json,
                                                                       cutline_error *err);

/** How a query was understood and how it is answered, as lines of text for people, whose form may
 * change. Release with cutline_free(). Errors as cutline_catalog_find(). */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_explain(cutline_catalog *catalog,
                                                                      const char *query,
                                                                      char **text,
                                                                      cutline_error *err);

/** One hit as one line of JSON: {photo, media_id:{namespace,id}, headline, caption, credit, byline,
 * city, country, date, restrictions:[...], path}. Unknown values are null. Release with
 * cutline_free(). */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_hit_json(const cutline_hit *hit, char **json,
                                                               cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
