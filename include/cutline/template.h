/*
 * Templates: texts with variables, as desks fill in captions and lists.
 *
 *     {city}, {country}, {date:%B %-d, %Y}. {?byline}Photo by {byline}{:}No photographer{/}
 *
 * {name}            the value of a variable; the values of a list are joined by ", "
 * {a|b|"text"}      the first of them that is not empty
 * {name:FORMAT}     a date by its pattern (%Y %y %m %d %e %B %b %A %a %H %I %M %S %p %j %z %%; a
 * dash after the percent sign drops a leading zero), or words with blanks between them: upper,
 * lower, max=N (characters), pad=N or just N (zeros before a number), sep="; " (between the values
 * of a list)
 * {?name}A{:}B{/}   A if the variable has a value, else B; {:}B may be left out
 * {!name}A{:}B{/}   the other way round
 * {{ and }}         braces
 *
 * A date that lacks what its pattern asks for counts as empty, so that a fallback can stand for it.
 */
#ifndef CUTLINE_TEMPLATE_H
#define CUTLINE_TEMPLATE_H

#include <cutline/caption.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A template that was read. Read-only: several threads may expand it at once. */
typedef struct cutline_template cutline_template;

/**
 * Reads a template.
 * @param text    UTF-8, need not be NUL-terminated
 * @param length  its bytes, at most 1 MiB
 * @param out     release with cutline_template_free()
 * @return CUTLINE_OK; CUTLINE_BAD_ARGUMENT (a fault in the template: the message says what was
 *         expected, err->offset at which byte); CUTLINE_LIMIT; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_template_parse(const char *text,
                                                                     size_t length,
                                                                     cutline_template **out,
                                                                     cutline_error *err);
/** Releases a template; NULL is allowed. */
CUTLINE_API void cutline_template_free(cutline_template *tmpl);

/** A variable as it stands in a template. */
typedef struct cutline_template_variable {
    /** Its name, e.g. "city". */
    const char *name;
    /** Byte of the template at which the name begins. */
    size_t offset;
} cutline_template_variable;

/** The variable at an index from 0 on, in the order of the text; NULL past the last. For checking
 * that all names are known before anything is expanded. */
CUTLINE_API const cutline_template_variable *
cutline_template_variable_at(const cutline_template *tmpl, size_t index);

/** Gives the values of a variable: none if it is empty or not known. What it hands out must live
 * until the next call. */
typedef cutline_strings (*cutline_variable_fn)(const char *name, void *context);

/**
 * Fills a template in.
 * @param value  gives the values of variables
 * @param out    receives the text; release with cutline_free()
 * @return CUTLINE_OK; CUTLINE_LIMIT (over 1 MiB came out); CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_template_expand(const cutline_template *tmpl,
                                                                      cutline_variable_fn value,
                                                                      void *context, char **out,
                                                                      cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
