/* What was never meant to be printed: markup, texts to be filled in, garbled letters. */
#include "check/check.h"

#include "base/unicode.h"

/* ---- HTML --------------------------------------------------------------------------------------
 */

/* "<b>", "</p>", "<br/>", not "<3" nor "a < b". */
static bool is_tag(cut_str text, size_t at)
{
    size_t name = at + 1 < text.n && text.p[at + 1] == '/' ? at + 2 : at + 1;
    size_t end = cut_str_find_char(text, '>', at);
    return text.p[at] == '<' && name < text.n && cut_is_alpha(text.p[name]) && end != SIZE_MAX &&
           cut_str_find_char(cut_str_slice(text, 0, end), '\n', at) == SIZE_MAX;
}

/* "&amp;", "&#39;", not "AT&T; both". */
static bool is_entity(cut_str text, size_t at)
{
    size_t end = at + 1;
    while (end < text.n && (cut_is_alnum(text.p[end]) || (text.p[end] == '#' && end == at + 1)))
        end++;
    return text.p[at] == '&' && end < text.n && text.p[end] == ';' && end - at >= 3 &&
           end - at <= 10 && (text.p[at + 1] == '#' || cut_is_lower(text.p[at + 1]));
}

void cut_check_markup(cut_checking *c)
{
    for (size_t i = 0; i < c->text.n; i++)
        if (is_tag(c->text, i) || is_entity(c->text, i)) {
            cut_check_at(c, i, "HTML stands in the text");
            return;
        }
}

/* ---- texts to be filled in ---------------------------------------------------------------------
 */

static bool is_word_byte(char c)
{
    return cut_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* Whether the words stand in the text, not within longer ones. */
static size_t find_words(cut_str text, cut_str words, bool any_case)
{
    size_t at = 0;
    while (at < text.n) {
        at = any_case ? cut_str_find_nocase(text, words, at) : cut_str_find(text, words, at);
        if (at == SIZE_MAX)
            return SIZE_MAX;
        size_t end = at + words.n;
        if ((at == 0 || !is_word_byte(text.p[at - 1])) &&
            (end >= text.n || !is_word_byte(text.p[end])))
            return at;
        at++;
    }
    return SIZE_MAX;
}

/* "TK" is what editors write for "to come". */
void cut_check_placeholder(cut_checking *c)
{
    static const struct {
        const char *words;
        bool any_case;
    } rows[] = {
        {"TK", false},
        {"TKTK", false},
        {"TBC", false},
        {"X"
         "XX",
         false},
        {"XX"
         "XX",
         false},
        {"xxxx", false},
        {"lorem ipsum", true},
        {"caption here", true},
        {"caption to come", true},
        {"description here", true},
        {"enter caption", true},
        {"insert caption", true},
        {"insert name", true},
        {"photographer name", true},
        {"name of photographer", true},
        {"firstname lastname", true},
        {"first name last name", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cut_str words = cut_str_from(rows[i].words);
        size_t at = find_words(c->text, words, rows[i].any_case);
        if (at != SIZE_MAX)
            cut_check_at(c, at, "\"%.*s\" is a text to be filled in",
                         CUT_FMT(cut_str_slice(c->text, at, at + words.n)));
    }
}

/* Length of "{city}" or "\cc8\" at a byte; 0 if it is none. */
static size_t leftover_length(cut_str text, size_t at)
{
    char open = text.p[at];
    if (open != '{' && open != '\\')
        return 0;
    size_t end = at + 1;
    while (end < text.n && (cut_is_alnum(text.p[end]) || strchr("_.#?!:|%-", text.p[end])))
        end++;
    bool closed = end < text.n && text.p[end] == (open == '{' ? '}' : '\\');
    return closed && end > at + 1 ? end + 1 - at : 0;
}

void cut_check_code(cut_checking *c)
{
    size_t n;
    for (size_t i = 0; i<c->text.n; i += n> 0 ? n : 1) {
        n = leftover_length(c->text, i);
        if (n > 0)
            cut_check_at(c, i, "%.*s was not replaced", CUT_FMT(cut_str_slice(c->text, i, i + n)));
    }
}

/* ---- garbled letters ---------------------------------------------------------------------------
 */

/* UTF-8 that was read as Windows-1252 or Latin-1: a letter of two bytes gives a C3 or D8 sign and
 * one of the upper half, a quotation mark "a-circumflex, euro sign". */
static bool is_garbled(uint32_t first, uint32_t second)
{
    bool upper_half = (second >= 0x80 && second <= 0xBF) || second == 0x2122 || second == 0x20AC ||
                      second == 0x0192 || second == 0x201E || second == 0x2020 ||
                      second == 0x0153 || second == 0x2030;
    return ((first == 0xC3 || first == 0xC5 || first == 0xD8 || first == 0xD9 || first == 0xD0 ||
             first == 0xD1) &&
            upper_half && second != 0xAB && second != 0xBB && second != 0xA0) ||
           (first == 0xE2 && second == 0x20AC);
}

void cut_check_mojibake(cut_checking *c)
{
    uint32_t before = 0;
    size_t at = 0, from = 0;
    while (at < c->text.n) {
        size_t here = at;
        uint32_t x = cut_utf8_next(c->text, &at);
        if (x == CUT_REPLACEMENT || is_garbled(before, x)) {
            cut_check_at(c, x == CUT_REPLACEMENT ? here : from,
                         "letters were garbled by a wrong charset");
            return;
        }
        before = x;
        from = here;
    }
}

/* Marks of writing direction are needed in Arabic and Hebrew; the overrides are not. */
static bool is_invisible(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c <= 0x9F) ||
           c == 0x202D || c == 0x202E || c == 0xFEFF || c == 0x00AD;
}

void cut_check_control(cut_checking *c)
{
    size_t at = 0;
    while (at < c->text.n) {
        size_t here = at;
        uint32_t x = cut_utf8_next(c->text, &at);
        if (is_invisible(x)) {
            cut_check_at(c, here, "U+%04X cannot be seen", (unsigned)x);
            return;
        }
    }
}
