#include "cli/out.h"

#include "cli/text.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Line width where there is no terminal to ask, and bounds for one that answers nonsense. */
#define USUAL_COLUMNS 80
#define MIN_COLUMNS 20
#define MAX_COLUMNS 1000

static size_t terminal_columns(int fd)
{
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return USUAL_COLUMNS;
    if (size.ws_col < MIN_COLUMNS)
        return MIN_COLUMNS;
    return size.ws_col < MAX_COLUMNS ? size.ws_col : MAX_COLUMNS;
}

static bool wants_colour(const cli_out *out, cli_color color)
{
    if (color != CLI_COLOR_AUTO)
        return color == CLI_COLOR_ALWAYS;
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    if (no_color && *no_color) /* https://no-color.org: when present and not empty */
        return false;
    return out->terminal && term && *term && strcmp(term, "dumb") != 0;
}

void cli_out_init(cli_out *out, cli_color color)
{
    int fd = fileno(stdout);
    *out = (cli_out){.file = stdout, .columns = USUAL_COLUMNS};
    out->terminal = isatty(fd) == 1;
    if (out->terminal)
        out->columns = terminal_columns(fd);
    out->colour = wants_colour(out, color);
}

static void put(cli_out *out, const char *bytes, size_t n)
{
    if (out->failed || n == 0)
        return;
    if (fwrite_unlocked(bytes, 1, n, out->file) != n)
        out->failed = errno ? errno : EIO;
}

void cli_print_bytes(cli_out *out, const void *bytes, size_t length)
{
    put(out, bytes, length);
}

void cli_print(cli_out *out, const char *words)
{
    put(out, words, strlen(words));
}

void cli_printf(cli_out *out, const char *format, ...)
{
    va_list args;
    if (out->failed)
        return;
    va_start(args, format);
    if (vfprintf(out->file, format, args) < 0)
        out->failed = errno ? errno : EIO;
    va_end(args);
}

void cli_print_blanks(cli_out *out, size_t count)
{
    static const char blanks[] = "                                ";
    while (count > 0) {
        size_t n = count < sizeof blanks - 1 ? count : sizeof blanks - 1;
        put(out, blanks, n);
        count -= n;
    }
}

/* Prints one character of somebody else's text. */
static void put_glyph(cli_out *out, const char *text, cli_glyph g)
{
    if (g.blank)
        put(out, " ", 1);
    else if (g.safe)
        put(out, text, g.bytes);
    else
        cli_print(out, CLI_REPLACEMENT);
}

/* Bytes at the start of text that are printable ASCII: most text is all of it. */
static size_t plain_run(const char *text)
{
    size_t n = 0;
    while (text[n] >= 0x20 && text[n] < 0x7F)
        n++;
    return n;
}

void cli_print_text(cli_out *out, const char *text)
{
    while (text && *text) {
        size_t n = plain_run(text);
        put(out, text, n);
        text += n;
        if (!*text)
            break;
        cli_glyph g = cli_text_next(text);
        put_glyph(out, text, g);
        text += g.bytes;
    }
}

void cli_print_cut(cli_out *out, const char *text, size_t columns)
{
    if (cli_text_columns(text) <= columns) {
        cli_print_text(out, text);
        return;
    }
    size_t used = 1; /* the ellipsis */
    while (*text) {
        cli_glyph g = cli_text_next(text);
        used += g.safe ? (size_t)g.columns : 1;
        if (used > columns)
            break;
        put_glyph(out, text, g);
        text += g.bytes;
    }
    cli_print(out, "\xE2\x80\xA6");
}

/* Columns of the word that text begins with. */
static size_t word_columns(const char *text)
{
    size_t columns = 0;
    while (*text) {
        cli_glyph g = cli_text_next(text);
        if (g.blank)
            break;
        columns += g.safe ? (size_t)g.columns : 1;
        text += g.bytes;
    }
    return columns;
}

static const char *print_word(cli_out *out, const char *text)
{
    while (*text) {
        cli_glyph g = cli_text_next(text);
        if (g.blank)
            break;
        put_glyph(out, text, g);
        text += g.bytes;
    }
    return text;
}

void cli_print_wrapped(cli_out *out, const char *text, size_t at, size_t indent)
{
    size_t edge = out->terminal ? out->columns : (size_t)-1;
    while (*text) {
        cli_glyph g = cli_text_next(text);
        if (!g.blank) {
            at += word_columns(text);
            text = print_word(out, text);
            continue;
        }
        text += g.bytes;
        if (!*text)
            break;
        if (g.ends_line || (at > indent && at + 1 + word_columns(text) > edge)) {
            cli_print(out, "\n");
            cli_print_blanks(out, indent);
            at = indent;
        } else if (text[-1] != '\r') {
            cli_print(out, " ");
            at++;
        }
    }
}

void cli_print_json(cli_out *out, const char *json)
{
    while (out->terminal && *json) {
        /* U+0080 to U+009F are C2 80 to C2 9F in UTF-8; they stand within strings only. */
        const char *c = strchr(json, '\xC2');
        if (!c)
            break;
        put(out, json, (size_t)(c - json));
        unsigned char second = (unsigned char)c[1];
        if (second >= 0x80 && second < 0xA0)
            cli_printf(out, "\\u00%02x", second);
        else
            put(out, c, second ? 2 : 1);
        json = c + (second ? 2 : 1);
    }
    cli_print(out, json);
}

void cli_print_style(cli_out *out, cli_style style)
{
    static const char *const codes[] = {"\033[0m",  "\033[1m",  "\033[4m",
                                        "\033[33m", "\033[31m", "\033[32m"};
    if (out->colour)
        cli_print(out, codes[style]);
}

void cli_print_styled(cli_out *out, cli_style style, const char *text)
{
    cli_print_style(out, style);
    cli_print_text(out, text);
    cli_print_style(out, CLI_PLAIN);
}

bool cli_out_flush(cli_out *out)
{
    if (!out->failed && fflush(out->file) != 0)
        out->failed = errno ? errno : EIO;
    return !out->failed;
}
