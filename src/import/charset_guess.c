#include "import/charset_guess.h"

#include "base/utf8.h"

/* Bytes looked at. */
#define SAMPLE ((size_t)8192)
/* Characters of two bytes that there must be. */
#define PAIRS_MIN ((size_t)8)

/* What the bytes past 0x7F are if they come in pairs. */
typedef struct pairs {
    size_t count;
    size_t high;    /* both past 0xA0: the area of EUC */
    size_t kana;    /* Shift_JIS 82, 83: kana and full-width letters */
    size_t euckana; /* EUC A4, A5: kana */
    size_t hangul;  /* EUC-KR B0 to C8 */
    bool broken;    /* something is no pair */
} pairs;

static void count_pair(pairs *p, uint8_t lead, uint8_t trail)
{
    p->count++;
    p->high += lead > 0xA0 && trail > 0xA0;
    p->kana += lead == 0x82 || lead == 0x83;
    p->euckana += lead == 0xA4 || lead == 0xA5;
    p->hangul += lead >= 0xB0 && lead <= 0xC8;
}

/* Takes the bytes as pairs, with single half-width katakana (A1 to DF) if `kana`. */
static pairs take_pairs(cut_view b, bool kana)
{
    pairs p = {0};
    size_t n = b.n < SAMPLE ? b.n : SAMPLE;
    for (size_t i = 0; i < n; i++) {
        if (b.p[i] < 0x80 || (kana && b.p[i] >= 0xA1 && b.p[i] <= 0xDF))
            continue;
        if (i + 1 == n && n < b.n)
            break;
        uint8_t trail = i + 1 < n ? b.p[i + 1] : 0;
        p.broken |=
            b.p[i] == 0x80 || b.p[i] == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF;
        count_pair(&p, b.p[i++], trail);
    }
    return p;
}

/* Windows-1251: small letters are E0 to FF, and a good part of them F0 to FF, where the Arabic of
 * Windows-1256 has only vowel marks. */
static bool looks_cyrillic(cut_view b)
{
    size_t high = 0, small = 0, last = 0, letters = 0;
    for (size_t i = 0; i < b.n && i < SAMPLE; i++) {
        letters += cut_is_alpha((char)b.p[i]);
        high += b.p[i] >= 0xC0;
        small += b.p[i] >= 0xE0;
        last += b.p[i] >= 0xF0;
    }
    return high > 2 * PAIRS_MIN && high * 3 > letters && small * 10 > high * 7 && last * 10 > high;
}

const char *cut_charset_guess(cut_view bytes)
{
    pairs p = take_pairs(bytes, true);
    if (!p.broken && p.count >= PAIRS_MIN && p.kana * 4 > p.count)
        return "CP932";
    p = take_pairs(bytes, false);
    /* In Western text letters past 0x7F stand alone. */
    if (!p.broken && p.count >= PAIRS_MIN && p.high * 10 > p.count * 8)
        return p.euckana * 4 > p.count       ? "EUC-JP"
               : p.hangul * 10 > p.count * 9 ? "EUC-KR"
                                             : "GB18030";
    return looks_cyrillic(bytes) ? "WINDOWS-1251" : NULL;
}

/* The byte that stands for a character in Windows-1252; 0 if there is none. The five bytes that it
 * leaves undefined are read as the control characters of that number. */
static uint8_t byte_of(uint32_t c)
{
    static const uint16_t specials[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (c < 0x100)
        return (uint8_t)c;
    for (unsigned i = 0; i < 32; i++)
        if (specials[i] == c)
            return (uint8_t)(0x80 + i);
    return 0;
}

/* Writes the bytes of a line as they were; returns how many, or 0 if it was not misread. */
static size_t undo_line(cut_str line, char *out)
{
    size_t n = 0;
    bool any = false;
    for (size_t at = 0; at < line.n;) {
        uint32_t c = cut_utf8_next(line, &at);
        uint8_t byte = byte_of(c);
        if (byte == 0)
            return 0;
        any |= byte >= 0x80;
        out[n++] = (char)byte;
    }
    return any && cut_utf8_valid((cut_str){out, n}) ? n : 0;
}

cut_str cut_undo_misreading(cut_arena *arena, cut_str text)
{
    char *out = cut_arena_alloc(arena, text.n + 1, 1);
    size_t n = 0;
    bool any = false;
    for (cut_str rest = text; rest.p && out;) {
        cut_str line = cut_str_split(&rest, '\n');
        size_t whole = undo_line(line, out + n);
        if (whole == 0 && line.n > 0)
            memcpy(out + n, line.p, line.n);
        any |= whole > 0;
        n += whole > 0 ? whole : line.n;
        if (rest.p)
            out[n++] = '\n';
    }
    return any || !out ? (cut_str){out, n} : text;
}
