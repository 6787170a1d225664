#include "base/unicode.h"

#include <stdlib.h>
#include <utf8proc.h>

static utf8proc_category_t category(uint32_t c)
{
    return utf8proc_category((utf8proc_int32_t)c);
}

uint32_t cut_uc_lower(uint32_t c)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t cut_uc_upper(uint32_t c)
{
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

bool cut_uc_is_upper(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool cut_uc_is_lower(uint32_t c)
{
    return category(c) == UTF8PROC_CATEGORY_LL;
}

bool cut_uc_is_letter(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

bool cut_uc_is_digit(uint32_t c)
{
    return category(c) == UTF8PROC_CATEGORY_ND;
}

bool cut_uc_is_mark(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_MN && k <= UTF8PROC_CATEGORY_ME;
}

bool cut_uc_is_letter_or_mark(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME;
}

bool cut_uc_is_space(uint32_t c)
{
    if (c < 0x80)
        return cut_is_space((char)c);
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_ZS && k <= UTF8PROC_CATEGORY_ZP;
}

enum { U = CUT_UC_LETTER | CUT_UC_UPPER, L = CUT_UC_LETTER | CUT_UC_LOWER, D = CUT_UC_DIGIT };

const uint8_t cut_ascii_class[128] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, /* white space: tab to carriage return */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* */
    1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* and the blank */
    D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0, /* */
    0, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* */
    U, U, U, U, U, U, U, U, U, U, U, 0, 0, 0, 0, 0, /* */
    0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* */
    L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, 0,
};

unsigned cut_uc_wide_class(uint32_t c)
{
    utf8proc_category_t k = category(c);
    if (k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT)
        return CUT_UC_LETTER | CUT_UC_UPPER;
    if (k == UTF8PROC_CATEGORY_LL)
        return CUT_UC_LETTER | CUT_UC_LOWER;
    if (k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME)
        return CUT_UC_LETTER;
    if (k == UTF8PROC_CATEGORY_ND)
        return CUT_UC_DIGIT;
    return k >= UTF8PROC_CATEGORY_ZS && k <= UTF8PROC_CATEGORY_ZP ? CUT_UC_SPACE : 0;
}

int cut_uc_digit_value(uint32_t c)
{
    if (c < 0x80)
        return cut_is_digit((char)c) ? (int)c - '0' : -1;
    if (!cut_uc_is_digit(c))
        return -1;
    /* Decimal digits stand in runs of ten that begin at a digit zero; walk back to it. */
    int value = 0;
    while (value < 9 && cut_uc_is_digit(c - (uint32_t)value - 1))
        value++;
    return value;
}

/* One spelling for the Arabic letters that writers use interchangeably; 0 drops the character. */
static uint32_t fold_arabic(uint32_t c)
{
    switch (c) {
    case 0x0640: /* tatweel */
        return 0;
    case 0x0622: /* alef with madda */
    case 0x0623: /* alef with hamza above */
    case 0x0625: /* alef with hamza below */
    case 0x0671: /* alef wasla */
        return 0x0627;
    case 0x0649: /* alef maksura */
    case 0x06CC: /* Farsi yeh */
        return 0x064A;
    case 0x0629: /* teh marbuta */
        return 0x0647;
    case 0x06A9: /* keheh */
        return 0x0643;
    default:
        return c;
    }
}

static cut_str arabic_folded(cut_arena *a, cut_str s)
{
    char *out = cut_arena_alloc(a, s.n + 1, 1);
    size_t n = 0;
    for (size_t at = 0; out && at < s.n;) {
        size_t start = at;
        uint32_t c = cut_utf8_next(s, &at);
        uint32_t folded = fold_arabic(c);
        if (folded == c) {
            memcpy(out + n, s.p + start, at - start);
            n += at - start;
        } else if (folded)
            n += cut_utf8_put(out + n, folded);
    }
    return (cut_str){out, n};
}

static cut_str map(cut_arena *a, cut_str s, utf8proc_option_t options)
{
    cut_str clean = cut_utf8_repair(a, s);
    utf8proc_uint8_t *mapped = NULL;
    if (!clean.p)
        return clean;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)clean.p, (utf8proc_ssize_t)clean.n,
                                      &mapped, options);
    if (n < 0)
        return (cut_str){NULL, 0};
    char *copy = cut_arena_copy(a, (cut_str){(const char *)mapped, (size_t)n});
    free(mapped);
    return (cut_str){copy, copy ? (size_t)n : 0};
}

static cut_str ascii_lowered(cut_arena *a, cut_str s)
{
    char *out = cut_arena_copy(a, s);
    for (size_t i = 0; out && i < s.n; i++)
        out[i] = cut_to_lower(out[i]);
    return (cut_str){out, out ? s.n : 0};
}

cut_str cut_uc_fold(cut_arena *a, cut_str s)
{
    if (cut_is_ascii(s))
        return ascii_lowered(a, s);
    cut_str folded = map(a, s,
                         UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                             UTF8PROC_STRIPMARK | UTF8PROC_STABLE);
    return folded.p ? arabic_folded(a, folded) : folded;
}

cut_str cut_uc_squeeze(cut_arena *a, cut_str s)
{
    cut_str folded = cut_uc_fold(a, s);
    char *out = cut_arena_alloc(a, folded.n + 1, 1);
    size_t n = 0;
    for (size_t at = 0; out && at < folded.n;) {
        size_t from = at;
        uint32_t c = cut_utf8_next(folded, &at);
        if (cut_uc_is_letter(c) || cut_uc_is_digit(c)) {
            memcpy(out + n, folded.p + from, at - from);
            n += at - from;
        }
    }
    return (cut_str){out, n};
}

cut_str cut_uc_nfc(cut_arena *a, cut_str s)
{
    if (cut_is_ascii(s))
        return cut_utf8_repair(a, s);
    return map(a, s, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
}
