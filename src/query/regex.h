/* Regular expressions of queries: PCRE2 (syntax of Perl, UTF-8), held to bounds, so that no
 * expression can stop the program. The only user of the library. */
#ifndef CUT_QUERY_REGEX_H
#define CUT_QUERY_REGEX_H

#include "base/arena.h"
#include "base/error.h"

typedef struct cut_regex cut_regex;

/* Compiles into the arena, with which it goes. CUTLINE_BAD_ARGUMENT with err->offset = the byte of
 * the pattern at fault; CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_regex_compile(cut_arena *arena, cut_str pattern,
                                                    bool any_case, cut_regex **out,
                                                    cutline_error *err);
/* It was compiled with any_case. */
bool cut_regex_any_case(const cut_regex *regex);
/* Whether some part of the text matches. CUTLINE_LIMIT if finding that out takes too long. One
 * thread at a time. */
CUTLINE_MUST_CHECK cutline_status cut_regex_matches(cut_regex *regex, cut_str text, bool *matches,
                                                    cutline_error *err);

#endif
