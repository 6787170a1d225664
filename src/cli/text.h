/*
 * Text that is safe to print. What stands in a photo's metadata was written by strangers: a control
 * character in it could move the cursor, change the title of a terminal window or hide text.
 * Everything printed as plain text goes through here.
 */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* What is printed in place of an unsafe character or of bytes that are not UTF-8. */
#define CLI_REPLACEMENT "\xEF\xBF\xBD"

/* One character of a text. */
typedef struct cli_glyph {
    size_t bytes;   /* its length, at least 1 */
    int columns;    /* columns it takes on a terminal: 0, 1 or 2 */
    bool safe;      /* may be printed as it is */
    bool blank;     /* blank, tab or line end: a place to break a line */
    bool ends_line; /* line feed */
} cli_glyph;

/* Makes UTF-8 the charset of the C library's character functions, which the calls below use;
 * nothing else of the locale is touched. To be called once, first. */
void cli_text_init(void);

/* The character that text, which must not be empty, begins with. Unsafe are control characters (C0,
 * DEL, C1) and the two overrides of writing direction, U+202D and U+202E. */
cli_glyph cli_text_next(const char *text);

/* Columns of a text on a terminal, unsafe characters counted as one. */
size_t cli_text_columns(const char *text);

/* Offset of the first byte that is not part of valid UTF-8, or -1. */
long cli_text_bad_byte(const char *text, size_t length);

#endif
