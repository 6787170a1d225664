/*
 * UTF-8 that a system on the way read as Windows-1252 and wrote as UTF-8 again: "FranÃ§ois" for
 * "François". The letters are read as they were meant; the text itself stays as it arrived.
 */
#include "base/utf8.h"
#include "caption/fold.h"

/* Windows-1252 0x80..0x9F; the five bytes that stand for nothing came through as themselves. */
static const uint16_t upper_half[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

/* The byte 0x80..0xBF, with which UTF-8 goes on, that was read as this character; 0 if none. */
static uint32_t trailing_byte(uint32_t c)
{
    if (c >= 0xA0 && c <= 0xBF)
        return c;
    for (uint32_t i = 0; c >= 0x80 && i < 32; i++) {
        if (upper_half[i] == c)
            return 0x80 + i;
    }
    return 0;
}

/* Signs that stand behind a word as well: closing quotes, dashes, an ellipsis. */
static bool may_close(uint32_t c)
{
    return c == 0xBB || c == 0x2013 || c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201C ||
           c == 0x201D || c == 0x2026;
}

static uint32_t next_byte(cut_str text, size_t *at)
{
    return *at < text.n ? trailing_byte(cut_utf8_next(text, at)) : 0;
}

uint32_t cut_misread(cut_str text, size_t *at, uint32_t c)
{
    size_t to = *at, sign = to;
    uint32_t a = next_byte(text, &to), value = (c & 0x1F) << 6 | (a & 0x3F);
    if (a == 0)
        return c;
    if (c == 0xE2) { /* quotes and dashes: U+2000 to U+203F */
        uint32_t b = a == 0x80 ? next_byte(text, &to) : 0;
        value = 0x2000 | (b & 0x3F);
        if (b == 0)
            return c;
    } else if (c == 0xC2 && a < 0xA0) {
        return c;
    } else if (may_close(cut_utf8_next(text, &sign)) &&
               !(to < text.n && cut_is_alpha(text.p[to]))) {
        return c; /* "IRMÃ»" in quotes */
    }
    *at = to;
    return value;
}
