#include "caption/fold.h"

#include "base/unicode.h"

/* First letter of the plain form of U+00C0..U+017F; the ten that have two are handled apart. */
static const char latin_base[] = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
                                 "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllll"
                                 "llnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static size_t one(uint32_t out[2], uint32_t c)
{
    out[0] = c;
    return 1;
}

static size_t two(uint32_t out[2], char a, char b)
{
    out[0] = (uint32_t)a;
    out[1] = (uint32_t)b;
    return 2;
}

static size_t fold_latin(uint32_t c, uint32_t out[2])
{
    switch (c) {
    case 0xC6: /* AE */
    case 0xE6:
        return two(out, 'a', 'e');
    case 0xDE: /* thorn */
    case 0xFE:
        return two(out, 't', 'h');
    case 0xDF: /* sharp s */
        return two(out, 's', 's');
    case 0x132: /* ij */
    case 0x133:
        return two(out, 'i', 'j');
    case 0x152: /* OE */
    case 0x153:
        return two(out, 'o', 'e');
    default:
        return one(out, (uint32_t)latin_base[c - 0xC0]);
    }
}

/* Vietnamese letters stand in six runs (U+1EA0..U+1EF9). */
static uint32_t fold_vietnamese(uint32_t c)
{
    if (c < 0x1EB8)
        return 'a';
    if (c < 0x1EC8)
        return 'e';
    if (c < 0x1ECC)
        return 'i';
    if (c < 0x1EE4)
        return 'o';
    return c < 0x1EF2 ? 'u' : 'y';
}

static uint32_t fold_latin_rest(uint32_t c)
{
    switch (c) {
    case 0x1A0: /* O with horn */
    case 0x1A1:
        return 'o';
    case 0x1AF: /* U with horn */
    case 0x1B0:
        return 'u';
    case 0x218: /* S with comma below */
    case 0x219:
        return 's';
    case 0x21A: /* T with comma below */
    case 0x21B:
        return 't';
    default:
        return cut_uc_lower(c);
    }
}

/* Alef, yeh and teh marbuta variants made one; tatweel and vowel marks dropped. */
static size_t fold_arabic(uint32_t c, uint32_t out[2])
{
    if (c == 0x640 || (c >= 0x64B && c <= 0x65F) || c == 0x670)
        return 0;
    switch (c) {
    case 0x622: /* alef with madda, hamza above, hamza below, wasla */
    case 0x623:
    case 0x625:
    case 0x671:
        return one(out, 0x627);
    case 0x629: /* teh marbuta */
        return one(out, 0x647);
    case 0x649: /* alef maksura and Farsi yeh */
    case 0x6CC:
        return one(out, 0x64A);
    case 0x6A9: /* Farsi kaf */
        return one(out, 0x643);
    default:
        return one(out, c);
    }
}

size_t cut_fold_letter(uint32_t c, uint32_t out[2])
{
    if (c < 0x80)
        return one(out, c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (c >= 0xC0 && c < 0x180)
        return fold_latin(c, out);
    if (c >= 0x300 && c < 0x370)
        return 0;
    if (c >= 0x600 && c < 0x700)
        return fold_arabic(c, out);
    if (c >= 0x1EA0 && c < 0x1EFA)
        return one(out, fold_vietnamese(c));
    if (c >= 0xFF01 && c <= 0xFF5E)
        return cut_fold_letter(c - 0xFEE0, out);
    if (c == 0x401 || c == 0x451) /* Cyrillic io */
        return one(out, 0x435);
    if (c < 0x3000)
        return one(out, fold_latin_rest(c));
    return one(out, c);
}

static uint32_t fold_full_width(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0;
    switch (c) {
    case 0x3001: /* ideographic comma */
    case 0xFF64:
        return ',';
    case 0x3002: /* ideographic full stop */
    case 0xFF61:
        return '.';
    case 0x3008: /* angle brackets */
    case 0x300A:
    case 0x300C:
    case 0x300E:
        return 0xAB;
    case 0x3009:
    case 0x300B:
    case 0x300D:
    case 0x300F:
        return 0xBB;
    case 0x3010: /* lenticular and tortoise-shell brackets */
    case 0x3014:
        return '[';
    case 0x3011:
    case 0x3015:
        return ']';
    case 0xFF65: /* katakana middle dot */
    case 0x30FB:
        return 0xB7;
    default:
        return c;
    }
}

uint32_t cut_fold_punct(uint32_t c)
{
    if (c >= 0x3000)
        return fold_full_width(c);
    if (c >= 0x2010 && c <= 0x2015) /* hyphens and dashes */
        return '-';
    switch (c) {
    case '`':
    case 0xB4:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0x2BC:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
        return '"';
    case 0x2022:
        return 0xB7;
    case 0x2044: /* fraction slash */
    case 0x2215:
        return '/';
    case 0x2212:
        return '-';
    case 0x60C: /* Arabic comma, semicolon, question mark, full stop */
        return ',';
    case 0x61B:
        return ';';
    case 0x61F:
        return '?';
    case 0x6D4:
        return '.';
    default:
        return c;
    }
}

cut_script cut_script_of(uint32_t c)
{
    static const struct {
        uint32_t from, to;
        cut_script script;
    } blocks[] = {
        {0x41, 0x24F, CUT_SCRIPT_LATIN},       {0x370, 0x3FF, CUT_SCRIPT_GREEK},
        {0x400, 0x52F, CUT_SCRIPT_CYRILLIC},   {0x590, 0x5FF, CUT_SCRIPT_HEBREW},
        {0x600, 0x77F, CUT_SCRIPT_ARABIC},     {0x1100, 0x11FF, CUT_SCRIPT_HANGUL},
        {0x1E00, 0x1EFF, CUT_SCRIPT_LATIN},    {0x1F00, 0x1FFF, CUT_SCRIPT_GREEK},
        {0x3005, 0x3007, CUT_SCRIPT_HAN},      {0x3040, 0x309F, CUT_SCRIPT_HIRAGANA},
        {0x30A0, 0x30FF, CUT_SCRIPT_KATAKANA}, {0x31F0, 0x31FF, CUT_SCRIPT_KATAKANA},
        {0x3400, 0x9FFF, CUT_SCRIPT_HAN},      {0xAC00, 0xD7A3, CUT_SCRIPT_HANGUL},
        {0xF900, 0xFAFF, CUT_SCRIPT_HAN},      {0xFB1D, 0xFB4F, CUT_SCRIPT_HEBREW},
        {0xFB50, 0xFDFF, CUT_SCRIPT_ARABIC},   {0xFE70, 0xFEFC, CUT_SCRIPT_ARABIC},
        {0xFF21, 0xFF5A, CUT_SCRIPT_LATIN},    {0xFF66, 0xFF9F, CUT_SCRIPT_KATAKANA},
        {0x20000, 0x3134F, CUT_SCRIPT_HAN},
    };
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        if (c <= blocks[i].to)
            return c >= blocks[i].from ? blocks[i].script : CUT_SCRIPT_OTHER;
    }
    return CUT_SCRIPT_OTHER;
}
