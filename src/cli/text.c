#include "cli/text.h"

#include <locale.h>
#include <string.h>
#include <wchar.h>

void cli_text_init(void)
{
    static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", ""};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (setlocale(LC_CTYPE, names[i]))
            return;
    }
}

static bool is_unsafe(wchar_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x202D || c == 0x202E;
}

static cli_glyph wide_glyph(const char *text)
{
    mbstate_t state = {0};
    wchar_t c;
    /* Never past the NUL: mbrtowc stops there as at any byte that cannot follow. */
    size_t n = mbrtowc(&c, text, strnlen(text, 4), &state);
    if (n == (size_t)-1 || n == (size_t)-2 || n == 0)
        return (cli_glyph){.bytes = 1, .columns = 1};
    int columns = wcwidth(c);
    return (cli_glyph){.bytes = n, .columns = columns < 0 ? 1 : columns, .safe = !is_unsafe(c)};
}

cli_glyph cli_text_next(const char *text)
{
    unsigned char c = (unsigned char)*text;
    if (c >= 0x80)
        return wide_glyph(text);
    cli_glyph g = {.bytes = 1, .columns = 1, .safe = !is_unsafe((wchar_t)c)};
    g.ends_line = c == '\n';
    g.blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    return g;
}

size_t cli_text_columns(const char *text)
{
    size_t columns = 0;
    while (*text) {
        cli_glyph g = cli_text_next(text);
        columns += g.safe ? (size_t)g.columns : 1;
        text += g.bytes;
    }
    return columns;
}

long cli_text_bad_byte(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length) {
        if ((unsigned char)text[at] < 0x80) {
            at++;
            continue;
        }
        mbstate_t state = {0};
        wchar_t c;
        size_t n = mbrtowc(&c, text + at, length - at, &state);
        if (n == (size_t)-1 || n == (size_t)-2)
            return (long)at;
        at += n;
    }
    return -1;
}
