/*
 * Vocabularies of a desk: the terms that a field may hold, beside those of the IPTC. Edits that
 * know them (cutline_edit_options) turn aliases into terms and warn of what is no term.
 *
 *     // keywords
 *     climate change<TAB>global warming<TAB>Klimawandel
 *     elections
 */
#ifndef CUTLINE_VOCABULARY_H
#define CUTLINE_VOCABULARY_H

#include <cutline/error.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Terms by field. Adding belongs to one thread; edits may use them from several. */
typedef struct cutline_vocabularies cutline_vocabularies;

/** Makes an empty set; release with cutline_vocabularies_free(). CUTLINE_OK or CUTLINE_NO_MEMORY.
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_vocabularies_new(cutline_vocabularies **out,
                                                                       cutline_error *err);
/** Releases a set; NULL is allowed. */
CUTLINE_API void cutline_vocabularies_free(cutline_vocabularies *vocabularies);

/**
 * Adds the terms of a file to those of a field. After a failure the set can only be released.
 * @param field   a text or a list of the field table, as "keywords", or a part of a structure, as
 *                "about_cv_terms.CvTermId"
 * @param bytes   the file's content: UTF-8 with or without a byte order mark, any line ends; a term
 *                a line, behind it its aliases with a tab before each. Blank lines and lines that
 *                begin with "//" or "#" are passed over. Of two terms with one alias the first has
 *                it, and what is a term itself is nobody's alias
 * @param length  at most 16 MiB
 * @return CUTLINE_OK; CUTLINE_BAD_ARGUMENT (no such field, or it takes no terms); CUTLINE_MALFORMED
 *         (not UTF-8: err->offset says at which byte; a term that no field can hold; no term at
 *         all); CUTLINE_LIMIT; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_vocabularies_add(cutline_vocabularies *vocabularies, const char *field, const char *bytes,
                         size_t length, cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
