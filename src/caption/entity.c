/* HTML entities as wires and content systems leave them in captions. */
#include "base/utf8.h"
#include "caption/fold.h"

/* The longest named one below is 6 letters; "&#1114111;" has 10 characters. */
#define LONGEST_ENTITY 10

static const struct {
    char name[8];
    uint32_t value;
} named[] = {
    {"amp", '&'},      {"quot", '"'},     {"apos", '\''},    {"nbsp", 0xA0},    {"lt", '<'},
    {"gt", '>'},       {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
    {"sbquo", 0x201A}, {"bdquo", 0x201E}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026},
    {"laquo", 0xAB},   {"raquo", 0xBB},   {"copy", 0xA9},    {"reg", 0xAE},     {"deg", 0xB0},
    {"middot", 0xB7},  {"shy", 0xAD},     {"ensp", 0x2002},  {"emsp", 0x2003},  {"thinsp", 0x2009},
    {"lrm", 0x200E},   {"rlm", 0x200F},   {"aacute", 0xE1},  {"Aacute", 0xC1},  {"agrave", 0xE0},
    {"Agrave", 0xC0},  {"acirc", 0xE2},   {"Acirc", 0xC2},   {"atilde", 0xE3},  {"Atilde", 0xC3},
    {"auml", 0xE4},    {"Auml", 0xC4},    {"aring", 0xE5},   {"Aring", 0xC5},   {"aelig", 0xE6},
    {"ccedil", 0xE7},  {"Ccedil", 0xC7},  {"eacute", 0xE9},  {"Eacute", 0xC9},  {"egrave", 0xE8},
    {"Egrave", 0xC8},  {"ecirc", 0xEA},   {"euml", 0xEB},    {"iacute", 0xED},  {"Iacute", 0xCD},
    {"icirc", 0xEE},   {"iuml", 0xEF},    {"ntilde", 0xF1},  {"Ntilde", 0xD1},  {"oacute", 0xF3},
    {"Oacute", 0xD3},  {"ocirc", 0xF4},   {"otilde", 0xF5},  {"ouml", 0xF6},    {"Ouml", 0xD6},
    {"oslash", 0xF8},  {"Oslash", 0xD8},  {"uacute", 0xFA},  {"Uacute", 0xDA},  {"ucirc", 0xFB},
    {"uuml", 0xFC},    {"Uuml", 0xDC},    {"yacute", 0xFD},  {"szlig", 0xDF},   {"euro", 0x20AC},
};

static uint32_t named_value(cut_str name)
{
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (cut_str_eq(name, cut_str_from(named[i].name)))
            return named[i].value;
    }
    return 0;
}

static int hex_digit(char c)
{
    if (cut_is_digit(c))
        return c - '0';
    c = cut_to_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "#233" or "#xE9". */
static uint32_t numeric_value(cut_str digits)
{
    bool hex = digits.n > 1 && cut_to_lower(digits.p[1]) == 'x';
    uint32_t value = 0;
    size_t first = hex ? 2 : 1;
    for (size_t i = first; i < digits.n; i++) {
        int d = hex_digit(digits.p[i]);
        if (d < 0 || (!hex && d > 9))
            return 0;
        value = value * (hex ? 16 : 10) + (uint32_t)d;
        if (value > 0x10FFFF)
            return 0;
    }
    bool surrogate = value >= 0xD800 && value < 0xE000;
    return surrogate ? 0 : value;
}

cut_str cut_decode(cut_arena *arena, cut_str text)
{
    if (cut_is_ascii(text) && cut_str_find_char(text, '&', 0) == SIZE_MAX) {
        char *copy = cut_arena_copy(arena, text);
        return (cut_str){copy, copy ? text.n : 0};
    }
    char *out = cut_arena_alloc(arena, text.n * 3 + 1, 1); /* a bad byte becomes U+FFFD */
    size_t n = 0;
    if (!out)
        return (cut_str){NULL, 0};
    for (size_t at = 0; at < text.n;) {
        size_t length;
        uint32_t c = text.p[at] == '&' ? cut_entity(text, at, &length) : 0;
        if (c)
            at += length;
        else
            c = cut_utf8_next(text, &at);
        if (cut_may_be_misread(c))
            c = cut_misread(text, &at, c);
        if (!cut_is_invisible(c))
            n += cut_utf8_put(out + n, c); /* never longer than its entity */
    }
    return (cut_str){out, n};
}

uint32_t cut_entity(cut_str text, size_t at, size_t *length)
{
    size_t last = at + LONGEST_ENTITY < text.n ? at + LONGEST_ENTITY : text.n;
    size_t end = at + 1;
    while (end < last && (cut_is_alnum(text.p[end]) || text.p[end] == '#'))
        end++;
    if (end >= text.n || text.p[end] != ';' || end < at + 3)
        return 0;
    cut_str name = cut_str_slice(text, at + 1, end);
    *length = end + 1 - at;
    return name.p[0] == '#' ? numeric_value(name) : named_value(name);
}
