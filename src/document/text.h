/* Texts made fit to be set. */
#ifndef DOC_TEXT_H
#define DOC_TEXT_H

#include <stddef.h>

/* A copy without control characters (line ends and tabs stay) and without characters that turn the
 * direction of text (embeddings, overrides, isolates); bytes that are not UTF-8 become U+FFFD. To
 * be freed with g_free(); NULL gives "". */
char *doc_clean(const char *text);

/* The character after one of a text that is valid. */
const char *doc_next(const char *p);

/* Whether the first letter is read from right to left. */
int doc_is_rtl(const char *text);

#endif
