#include "meta/xmp_encoding.h"

#include "base/error.h"
#include "base/limits.h"

typedef enum encoding { UTF8, UTF16LE, UTF16BE, UTF32LE, UTF32BE } encoding;

/* By the byte order mark or the first '<', which every packet starts with (ISO 16684-1, annex A).
 */
static encoding detect(cut_view v)
{
    static const struct {
        encoding encoding;
        size_t n;
        uint8_t bytes[4];
    } starts[] = {
        {UTF32LE, 4, {0xFF, 0xFE, 0, 0}}, {UTF32BE, 4, {0, 0, 0xFE, 0xFF}},
        {UTF16LE, 2, {0xFF, 0xFE}},       {UTF16BE, 2, {0xFE, 0xFF}},
        {UTF32LE, 4, {'<', 0, 0, 0}},     {UTF32BE, 4, {0, 0, 0, '<'}},
        {UTF16LE, 2, {'<', 0}},           {UTF16BE, 2, {0, '<'}},
    };
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (v.n >= starts[i].n && memcmp(v.p, starts[i].bytes, starts[i].n) == 0)
            return starts[i].encoding;
    return UTF8;
}

static cut_str from_utf32(cut_arena *arena, cut_view v, bool big_endian)
{
    char *out = cut_arena_alloc(arena, v.n + 4, 1); /* never longer than in UTF-32 */
    size_t n = 0;
    for (size_t i = 0; out && i + 4 <= v.n; i += 4) {
        uint32_t c = 0;
        for (size_t b = 0; b < 4; b++)
            c = c << 8 | v.p[i + (big_endian ? b : 3 - b)];
        n += cut_utf8_put(out + n, c);
    }
    return (cut_str){out, n};
}

/* Characters that XML 1.0 has no place for (section 2.2, Char). */
static bool is_forbidden(char c)
{
    uint8_t byte = (uint8_t)c;
    return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* Length of a reference's name with its ';', 0 if there is none. XML 1.0, 4.1 and 4.6: five names,
 * or '#' and a number, hexadecimal behind 'x'. */
static size_t reference_bytes(cut_str rest)
{
    static const char *const names[] = {"amp;", "lt;", "gt;", "quot;", "apos;"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (cut_str_starts(rest, cut_str_from(names[i])))
            return strlen(names[i]);
    if (!cut_str_starts(rest, CUT_STR("#")))
        return 0;
    bool hex = cut_str_starts(rest, CUT_STR("#x"));
    size_t start = hex ? 2 : 1, i = start;
    while (i < rest.n && (cut_is_digit(rest.p[i]) || (hex && cut_is_alnum(rest.p[i]))))
        i++;
    return i > start && i < rest.n && rest.p[i] == ';' ? i + 1 : 0;
}

/* A '&' that begins no reference: the writer did not know that it must be escaped. */
static bool is_stray(cut_str s, size_t at)
{
    return s.p[at] == '&' && reference_bytes(cut_str_slice(s, at + 1, s.n)) == 0;
}

/* Number of stray '&' in the markup; 0 where they are allowed (a CDATA section, entities that a
 * document type declares) and where there are more than values. */
static size_t count_strays(cut_str s)
{
    size_t count = 0;
    while (s.n > 0 && s.p[s.n - 1] != '>')
        s.n--;
    for (size_t at = 0; (at = cut_str_find_char(s, '&', at)) != SIZE_MAX; at++)
        count += is_stray(s, at);
    bool allowed = count > 0 && (cut_str_find(s, CUT_STR("<![CDATA["), 0) != SIZE_MAX ||
                                 cut_str_find(s, CUT_STR("<!DOCTYPE"), 0) != SIZE_MAX);
    return allowed || count > CUT_MAX_XMP_NODES ? 0 : count;
}

/* Bytes looked at in one go: a loop of so many compilers turn into a few vector instructions. */
#define BLOCK 64

typedef struct seen {
    uint8_t forbidden; /* not 0: there are such bytes */
    uint8_t high;      /* bit 7: there are bytes past ASCII */
} seen;

static seen look(const char *p, size_t n)
{
    seen s = {0, 0};
    for (size_t i = 0; i < n; i++) {
        uint8_t byte = (uint8_t)p[i];
        uint8_t low = byte < 0x20 ? 0xFF : 0;
        uint8_t blank = byte == '\t' || byte == '\n' || byte == '\r' ? 0xFF : 0;
        s.forbidden |= low & (uint8_t)~blank;
        s.high |= byte;
    }
    return s;
}

static bool has_forbidden(cut_str s)
{
    size_t first = s.n, last = 0; /* the bytes past ASCII are in between */
    for (size_t at = 0; at < s.n; at += BLOCK) {
        size_t n = s.n - at < BLOCK ? s.n - at : BLOCK;
        seen block = n == BLOCK ? look(s.p + at, BLOCK) : look(s.p + at, n);
        if (block.forbidden)
            return true;
        if (!(block.high & 0x80))
            continue;
        first = first < at ? first : at;
        last = at + n;
    }
    return !cut_utf8_valid(cut_str_slice(s, first, last));
}

/* Forbidden characters become spaces, bytes that are not UTF-8 are read as Windows-1252, and what
 * should have been escaped is. */
static cut_str repair(cut_arena *arena, cut_str s, size_t strays)
{
    static const char ampersand[] = "&amp;";
    char *out = cut_arena_alloc(arena, s.n * 3 + strays * sizeof ampersand + 1, 1);
    size_t n = 0;
    for (size_t at = 0; out && at < s.n;) {
        size_t end = at + cut_utf8_valid_prefix(cut_str_slice(s, at, s.n));
        for (; at < end; at++) {
            bool stray = strays > 0 && is_stray(s, at);
            if (stray)
                memcpy(out + n, ampersand, sizeof ampersand - 1);
            else
                out[n] = is_forbidden(s.p[at]) ? ' ' : s.p[at];
            n += stray ? sizeof ampersand - 1 : 1;
            strays -= stray;
        }
        if (at < s.n)
            n += cut_utf8_put(out + n, cut_charset_char((uint8_t)s.p[at++], CUT_CHARSET_CP1252));
    }
    return (cut_str){out, n};
}

/* From the first '<' to the last '>': zeros and other padding stand around packets. */
static cut_str trim_to_markup(cut_str s, uint64_t *base)
{
    size_t start = cut_str_find_char(s, '<', 0);
    if (start == SIZE_MAX)
        return (cut_str){NULL, 0};
    while (s.n > start && s.p[s.n - 1] != '>' && is_forbidden(s.p[s.n - 1]))
        s.n--;
    *base += start;
    return cut_str_slice(s, start, s.n);
}

cutline_status cut_xmp_to_utf8(cut_arena *arena, cut_view packet, uint64_t *base, cut_str *out,
                               cut_findings *findings, cutline_error *err)
{
    encoding found = detect(packet);
    cut_str text = cut_str_of_view(packet);
    if (found == UTF16LE || found == UTF16BE)
        text = cut_utf16_to_utf8(arena, packet, found == UTF16BE);
    else if (found != UTF8)
        text = from_utf32(arena, packet, found == UTF32BE);
    if (packet.n > 0 && !text.p)
        return cut_no_memory(err);
    text = trim_to_markup(text, base);
    size_t strays = count_strays(text);
    if (strays > 0 || has_forbidden(text)) {
        cut_finding_add(findings, "text-repaired", NULL,
                        "byte %llu: XMP: has bytes that are not UTF-8 or that XML forbids",
                        (unsigned long long)*base);
        text = repair(arena, text, strays);
        if (!text.p)
            return cut_no_memory(err);
    }
    *out = text;
    return CUTLINE_OK;
}
