#include "base/words.h"

#include "base/unicode.h"

/* The blocks of characters that are written without blanks between words. */
static bool stands_alone(uint32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || /* Hiragana, Katakana */
           (c >= 0x3400 && c <= 0x4DBF) || /* CJK extension A */
           (c >= 0x4E00 && c <= 0x9FFF) || /* CJK */
           (c >= 0xF900 && c <= 0xFAFF) || /* CJK compatibility */
           (c >= 0x20000 && c <= 0x3FFFF); /* CJK extensions B and later */
}

static bool is_word_character(uint32_t c)
{
    if (c < 0x80)
        return cut_is_alnum((char)c);
    return cut_uc_is_letter(c) || cut_uc_is_digit(c) || cut_uc_is_mark(c);
}

/* Most captions: one pass without tables. out has room for text.n bytes. */
static size_t fold_ascii(cut_str text, char *out)
{
    size_t n = 0;
    bool gap = false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (!cut_is_alnum(c)) {
            gap = n > 0;
            continue;
        }
        if (gap)
            out[n++] = ' ';
        gap = false;
        out[n++] = cut_to_lower(c);
    }
    return n;
}

/* text is folded already; out has room for 2 * text.n bytes. */
static size_t separate(cut_str text, char *out)
{
    size_t n = 0;
    bool gap = false;
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        uint32_t c = cut_utf8_next(text, &at);
        if (!is_word_character(c)) {
            gap = true;
            continue;
        }
        bool alone = stands_alone(c);
        if ((gap || alone) && n > 0)
            out[n++] = ' ';
        memcpy(out + n, text.p + start, at - start);
        n += at - start;
        gap = alone;
    }
    return n;
}

cut_str cut_words_fold(cut_arena *arena, cut_str text)
{
    if (cut_is_ascii(text)) {
        char *out = cut_arena_alloc(arena, text.n + 1, 1);
        return (cut_str){out, out ? fold_ascii(text, out) : 0};
    }
    cut_str folded = cut_uc_fold(arena, text);
    char *out = folded.p ? cut_arena_alloc(arena, 2 * folded.n + 1, 1) : NULL;
    return (cut_str){out, out ? separate(folded, out) : 0};
}
