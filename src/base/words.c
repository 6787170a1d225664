#include "base/words.h"

#include "base/unicode.h"

/* The blocks of characters that are written without blanks between words. */
static bool stands_alone(uint32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) ||   /* Hiragana, Katakana */
           (c >= 0x3400 && c <= 0x4DBF) ||   /* CJK extension A */
           (c >= 0x4E00 && c <= 0x9FFF) ||   /* CJK */
           (c >= 0xF900 && c <= 0xFAFF) ||   /* CJK compatibility */
           (c >= 0x20000 && c <= 0x3FFFF) || /* CJK extensions B and later */
           (c >= 0x0E00 && c <= 0x0FFF) ||   /* Thai, Lao, Tibetan */
           (c >= 0x1000 && c <= 0x109F) ||   /* Burmese */
           (c >= 0x1780 && c <= 0x17FF);     /* Khmer */
}

/* Latin letters that Unicode does not take apart, though people who look for a name type it without
 * stroke, dot or ligature. */
typedef struct plain_letter {
    uint32_t letter;
    const char *plain; /* no longer than the letter in UTF-8 */
} plain_letter;

static const plain_letter plain_letters[] = {
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"}, {0x0127, "h"},
    {0x0131, "i"},  {0x0142, "l"}, {0x014B, "n"}, {0x0153, "oe"}, {0x0167, "t"}, {0x0180, "b"},
    {0x0192, "f"},  {0x0253, "b"}, {0x0257, "d"}, {0x0199, "k"},
};

/* The character as search has it, to `out`; its length in bytes, which is not more than it had. */
static size_t plain(uint32_t c, cut_str character, char *out)
{
    int digit = c < 0x80 ? -1 : cut_uc_digit_value(c);
    if (digit >= 0) {
        out[0] = (char)('0' + digit);
        return 1;
    }
    for (size_t i = 0; c >= 0x80 && c < 0x300 && i < sizeof plain_letters / sizeof *plain_letters;
         i++) {
        if (plain_letters[i].letter != c)
            continue;
        size_t n = strlen(plain_letters[i].plain);
        memcpy(out, plain_letters[i].plain, n);
        return n;
    }
    memcpy(out, character.p, character.n);
    return character.n;
}

static bool is_word_character(uint32_t c)
{
    if (c < 0x80)
        return cut_is_alnum((char)c);
    return cut_uc_is_letter(c) || cut_uc_is_digit(c) || cut_uc_is_mark(c);
}

/* Most captions: one pass without tables. Each word with what is to stand before it and a blank
 * behind; out has room for room_for_words(). */
static size_t fold_ascii(cut_str before, cut_str text, char *out)
{
    char *to = out;
    bool inside = false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        bool is_part = cut_is_alnum(c);
        if (is_part && !inside)
            for (size_t k = 0; k < before.n; k++)
                *to++ = before.p[k];
        if (is_part || inside)
            *to++ = is_part ? cut_to_lower(c) : ' ';
        inside = is_part;
    }
    if (inside)
        *to++ = ' ';
    return (size_t)(to - out);
}

/* Every other character may be a word. */
static size_t room_for_words(cut_str before, cut_str text)
{
    return text.n + (text.n / 2 + 1) * (before.n + 1);
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
        n += plain(c, cut_str_slice(text, start, at), out + n);
        gap = alone;
    }
    return n;
}

cut_str cut_words_fold(cut_arena *arena, cut_str text)
{
    if (cut_is_ascii(text)) {
        char *out = cut_arena_raw(arena, text.n + 2, 1);
        if (!out)
            return (cut_str){NULL, 0};
        size_t n = fold_ascii((cut_str){NULL, 0}, text, out);
        n -= n > 0; /* the last blank */
        out[n] = '\0';
        return (cut_str){out, n};
    }
    cut_str folded = cut_uc_fold(arena, text);
    char *out = folded.p ? cut_arena_alloc(arena, 2 * folded.n + 1, 1) : NULL;
    return (cut_str){out, out ? separate(folded, out) : 0};
}

bool cut_words_add(cut_arena *arena, cut_str before, cut_str text, cut_buf *out)
{
    if (cut_is_ascii(text)) {
        char *to = cut_buf_reserve(out, room_for_words(before, text));
        if (to) {
            out->n += fold_ascii(before, text, to);
            out->p[out->n] = '\0';
        }
        return true;
    }
    cut_str words = cut_words_fold(arena, text);
    if (!words.p)
        return false;
    while (words.n > 0) {
        cut_str word = cut_str_split(&words, ' ');
        cut_buf_str_add(out, before);
        cut_buf_str_add(out, word);
        cut_buf_char(out, ' ');
    }
    return true;
}
