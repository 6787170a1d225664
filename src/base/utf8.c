#include "base/utf8.h"

#include "base/eight.h"

/* Bytes 80-9F of Windows-1252 (the rest equals Latin-1). */
static const uint16_t cp1252_high[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

/* Bytes 80-FF of Mac OS Roman. */
static const uint16_t macroman_high[128] = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3,
    0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
    0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3,
    0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA,
    0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D,
    0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE,
    0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
    0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};

static bool is_continuation(char c)
{
    return ((uint8_t)c & 0xC0) == 0x80;
}

/* Bytes the sequence that starts with this lead byte should have; 0 for an invalid lead. */
static size_t sequence_length(uint8_t lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

/* Decodes at `at`; returns the bytes taken, or 0 if they are not valid UTF-8. */
static size_t decode(cut_str s, size_t at, uint32_t *out)
{
    static const uint8_t lead_mask[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint8_t lead = (uint8_t)s.p[at];
    size_t n = sequence_length(lead);
    if (n == 0 || n > s.n - at)
        return 0;
    uint32_t c = lead & lead_mask[n];
    for (size_t i = 1; i < n; i++) {
        if (!is_continuation(s.p[at + i]))
            return 0;
        c = c << 6 | ((uint8_t)s.p[at + i] & 0x3F);
    }
    bool overlong = (n == 3 && c < 0x800) || (n == 4 && c < 0x10000);
    if (overlong || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF)
        return 0;
    *out = c;
    return n;
}

/* Bytes from `at` on that are ASCII for sure: eight at a time, since most text is. */
static size_t skip_ascii(cut_str s, size_t at)
{
    while (s.n - at >= CUT_EIGHT && cut_eight_ascii(cut_eight_load(s.p + at)))
        at += CUT_EIGHT;
    return at;
}

size_t cut_utf8_valid_prefix(cut_str s)
{
    size_t at = 0;
    uint32_t c;
    while ((at = skip_ascii(s, at)) < s.n) {
        size_t n = (uint8_t)s.p[at] < 0x80 ? 1 : decode(s, at, &c);
        if (n == 0)
            break;
        at += n;
    }
    return at;
}

bool cut_is_ascii(cut_str s)
{
    for (size_t i = skip_ascii(s, 0); i < s.n; i++)
        if ((uint8_t)s.p[i] >= 0x80)
            return false;
    return true;
}

uint32_t cut_utf8_next(cut_str s, size_t *at)
{
    uint32_t c;
    size_t n = decode(s, *at, &c);
    if (n == 0) {
        *at += 1;
        return CUT_REPLACEMENT;
    }
    *at += n;
    return c;
}

uint32_t cut_utf8_prev(cut_str s, size_t *at)
{
    size_t start = *at - 1;
    while (start > 0 && *at - start < 4 && is_continuation(s.p[start]))
        start--;
    uint32_t c;
    if (decode(s, start, &c) != *at - start) {
        *at -= 1;
        return CUT_REPLACEMENT;
    }
    *at = start;
    return c;
}

size_t cut_utf8_put(char out[4], uint32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = CUT_REPLACEMENT;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t cut_utf8_length(cut_str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.n; count++)
        (void)cut_utf8_next(s, &at);
    return count;
}

size_t cut_utf8_floor(cut_str s, size_t max)
{
    if (max >= s.n)
        return s.n;
    size_t at = max;
    while (at > 0 && max - at < 4 && is_continuation(s.p[at]))
        at--;
    return at;
}

cut_str cut_utf8_repair(cut_arena *a, cut_str s)
{
    if (cut_utf8_valid(s)) {
        char *copy = cut_arena_copy(a, s);
        return (cut_str){copy, copy ? s.n : 0};
    }
    char *out = cut_arena_alloc(a, s.n * 3 + 1, 1);
    size_t n = 0;
    for (size_t at = 0; out && at < s.n;)
        n += cut_utf8_put(out + n, cut_utf8_next(s, &at));
    return (cut_str){out, n};
}

uint32_t cut_charset_char(uint8_t byte, cut_charset from)
{
    if (byte < 0x80)
        return byte;
    if (from == CUT_CHARSET_MACROMAN)
        return macroman_high[byte - 0x80];
    if (from == CUT_CHARSET_CP1252 && byte < 0xA0)
        return cp1252_high[byte - 0x80];
    return from == CUT_CHARSET_CP1252 ? byte : cut_iso8859_char(byte, from);
}

cut_str cut_to_utf8(cut_arena *a, cut_str s, cut_charset from)
{
    if (from == CUT_CHARSET_UTF8 || cut_is_ascii(s))
        return cut_utf8_repair(a, s);
    char *out = cut_arena_alloc(a, s.n * 3 + 1, 1);
    size_t n = 0;
    for (size_t i = 0; out && i < s.n; i++)
        n += cut_utf8_put(out + n, cut_charset_char((uint8_t)s.p[i], from));
    return (cut_str){out, n};
}

static uint32_t utf16_unit(cut_view b, size_t i, bool big_endian)
{
    return big_endian ? (uint32_t)(b.p[i] << 8 | b.p[i + 1]) : (uint32_t)(b.p[i + 1] << 8 | b.p[i]);
}

cut_str cut_utf16_to_utf8(cut_arena *a, cut_view bytes, bool big_endian)
{
    char *out = cut_arena_alloc(a, bytes.n / 2 * 3 + 4, 1);
    size_t n = 0;
    for (size_t i = 0; out && i + 1 < bytes.n; i += 2) {
        uint32_t c = utf16_unit(bytes, i, big_endian);
        if (c == 0)
            break;
        if (c >= 0xD800 && c <= 0xDBFF && i + 3 < bytes.n) {
            uint32_t low = utf16_unit(bytes, i + 2, big_endian);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        n += cut_utf8_put(out + n, c);
    }
    return (cut_str){out, n};
}
