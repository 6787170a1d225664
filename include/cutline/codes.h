/*
 * Code replacements, as press photographers use them: short codes in a text, each between two
 * delimiters, stand for names and phrases that are kept in files.
 *
 *     // Chattanooga
 *     cc8<TAB>Dain Green<TAB>Green
 *
 * With the delimiter "\", "\cc8\ passes, \cc8#2\ waits" becomes "Dain Green passes, Green waits".
 * Codes are case-sensitive. What they stand for is not searched for codes again.
 */
#ifndef CUTLINE_CODES_H
#define CUTLINE_CODES_H

#include <cutline/error.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Codes gathered from files. Adding belongs to one thread; expanding may be done by several. */
typedef struct cutline_codes cutline_codes;

/** Makes an empty set; release with cutline_codes_free(). CUTLINE_OK or CUTLINE_NO_MEMORY. */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_codes_new(cutline_codes **out,
                                                                cutline_error *err);
/** Releases a set; NULL is allowed. */
CUTLINE_API void cutline_codes_free(cutline_codes *codes);

/** What is odd about a line of a file of codes. */
typedef enum cutline_codes_fault {
    CUTLINE_CODES_NO_TAB,    /**< no tab, so no replacement; the line is passed over */
    CUTLINE_CODES_NO_CODE,   /**< nothing before the first tab; the line is passed over */
    CUTLINE_CODES_BLANK,     /**< the replacement is empty: the code stands for nothing */
    CUTLINE_CODES_LONG,      /**< the code is over 64 bytes; the line is passed over */
    CUTLINE_CODES_TWICE,     /**< the same file has the code already; the later line counts */
    CUTLINE_CODES_OVERRIDES, /**< an earlier file has the code; the later file counts */
    CUTLINE_CODES_HASH /**< the code ends like a column number (#2); the line is passed over */
} cutline_codes_fault;

/** A remark about a line. */
typedef struct cutline_codes_remark {
    /** What it is. */
    cutline_codes_fault fault;
    /** One sentence for people. */
    const char *message;
    /** Number of the line, from 1. */
    size_t line;
    /** The code, "" if the line has none. */
    const char *code;
} cutline_codes_remark;

/** Receives remarks while a file is read; they live until it returns. */
typedef void (*cutline_codes_remark_fn)(const cutline_codes_remark *remark, void *context);

/**
 * Adds the codes of a file; of two that are the same the later one counts.
 * @param bytes   the file's content: UTF-8 with or without a byte order mark, any line ends, blank
 *                lines and lines that begin with "//" are passed over
 * @param length  at most 16 MiB
 * @param remark  receives what is odd; may be NULL
 * @param count   receives the number of lines that gave a code; may be NULL
 * @return CUTLINE_OK; CUTLINE_MALFORMED (not UTF-8; err->offset says at which byte; nothing was
 *         added); CUTLINE_LIMIT; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_codes_add(cutline_codes *codes,
                                                                const char *bytes, size_t length,
                                                                cutline_codes_remark_fn remark,
                                                                void *context, size_t *count,
                                                                cutline_error *err);

/** A code with its replacements. */
typedef struct cutline_code {
    /** The code. */
    const char *code;
    /** What it stands for, by column, from the second column of the file on. */
    const char *const *replacements;
    size_t count; /**< at least 1 */
} cutline_code;

/** The code at an index from 0 on, in the order of adding; NULL past the last. */
CUTLINE_API const cutline_code *cutline_codes_at(const cutline_codes *codes, size_t index);

/** Told of what looks like a code and is none: a code that is not known, or a column that it lacks.
 * `code` is what stands between the delimiters. */
typedef void (*cutline_codes_unknown_fn)(const char *code, void *context);

/**
 * Replaces the codes of a text. What looks like a code (no blanks, no control characters, at most
 * 64 bytes) and is not known stays as it is, and is reported.
 * @param text       UTF-8, NUL-terminated
 * @param delimiter  one ASCII character that is neither letter, digit nor blank; '\\' and '=' are
 *                   usual
 * @param unknown    may be NULL
 * @param out        receives the text; release with cutline_free()
 * @return CUTLINE_OK; CUTLINE_BAD_ARGUMENT (delimiter); CUTLINE_LIMIT (over 1 MiB came out);
 *         CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_codes_expand(const cutline_codes *codes,
                                                                   const char *text, char delimiter,
                                                                   cutline_codes_unknown_fn unknown,
                                                                   void *context, char **out,
                                                                   cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
