/*
 * Standard output: plain text or JSON lines. Colours and column widths are used on a terminal
 * only; a failed write (full disk, closed pipe) is remembered and reported once, at the end.
 */
#ifndef CLI_OUT_H
#define CLI_OUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* The words of --color, in its order. */
typedef enum cli_color { CLI_COLOR_AUTO, CLI_COLOR_ALWAYS, CLI_COLOR_NEVER } cli_color;

typedef enum cli_style {
    CLI_PLAIN,
    CLI_BOLD,
    CLI_UNDERLINE,
    CLI_YELLOW,
    CLI_RED,
    CLI_GREEN
} cli_style;

typedef struct cli_out {
    FILE *file;
    bool terminal;  /* it is a terminal */
    bool colour;    /* escape sequences may be written */
    size_t columns; /* width of a line; 80 where there is no terminal */
    int failed;     /* errno of the first write that failed, or 0 */
} cli_out;

/* Ready to print to stdout. NO_COLOR and TERM=dumb turn colours off unless color is ALWAYS. */
void cli_out_init(cli_out *out, cli_color color);

/* The program's own words, printed as they are. */
void cli_print(cli_out *out, const char *words);
void cli_printf(cli_out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Bytes as they are. */
void cli_print_bytes(cli_out *out, const void *bytes, size_t length);
/* Prints count blanks. */
void cli_print_blanks(cli_out *out, size_t count);

/* Text of others on one line: line ends and tabs become blanks, what is unsafe U+FFFD. NULL prints
 * nothing. */
void cli_print_text(cli_out *out, const char *text);
/* The same, cut with an ellipsis so that it takes at most `columns`. */
void cli_print_cut(cli_out *out, const char *text, size_t columns);
/* The same as a paragraph whose lines after the first begin with `indent` blanks: broken at line
 * ends and, on a terminal, at its right edge. `at` is the column the text starts in. */
void cli_print_wrapped(cli_out *out, const char *text, size_t at, size_t indent);

/* JSON, whole or in parts, without a line end. On a terminal C1 control characters, which JSON
 * allows raw, are escaped. */
void cli_print_json(cli_out *out, const char *json);

/* Switches the style, if colours are on. */
void cli_print_style(cli_out *out, cli_style style);
/* Text of others in a style. */
void cli_print_styled(cli_out *out, cli_style style, const char *text);

/* Hands on what was printed. False if this or an earlier write failed (out->failed says why). */
bool cli_out_flush(cli_out *out);

#endif
