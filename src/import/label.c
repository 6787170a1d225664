#include "import/label.h"

#include "base/limits.h"
#include "base/unicode.h"

/* Longest word of a label in bytes; a longer one is not folded. */
#define WORD_MAX ((size_t)64)
/* Digits that a number must have to be an ID: "Photo no. 12" counts pictures. */
#define DIGITS_MIN 4

/* End of the run of letters that starts at `at`. */
static size_t word_end(cut_str s, size_t at)
{
    while (at < s.n) {
        size_t next = at;
        uint32_t c = cut_utf8_next(s, &next);
        if (!cut_uc_is_letter(c) && !cut_uc_is_mark(c))
            break;
        at = next;
    }
    return at;
}

/* Skips what may stand between the words of a label: spaces, hyphens, dots, underscores, and the
 * apostrophe of "l'image". */
static size_t skip_joints(cut_str s, size_t at)
{
    for (;;) {
        if (at < s.n && strchr(" -._'", s.p[at]))
            at++;
        else if (cut_str_starts(cut_str_slice(s, at, s.n), CUT_STR("\xE2\x80\x99"))) /* U+2019 */
            at += 3;
        else
            return at;
    }
}

/* Position after the phrase if the text has it at `at`, else SIZE_MAX. "#" is read as "no". */
static size_t match_phrase(cut_arena *arena, cut_str s, size_t at, cut_str phrase)
{
    while (phrase.p) {
        cut_str want = cut_str_split(&phrase, ' ');
        size_t end = word_end(s, at);
        bool hash = end == at && at < s.n && s.p[at] == '#' && cut_str_eq(want, CUT_STR("no"));
        if (hash)
            end++;
        else if (end == at || end - at > WORD_MAX ||
                 !cut_str_eq(cut_uc_fold(arena, cut_str_slice(s, at, end)), want))
            return SIZE_MAX;
        at = phrase.p ? skip_joints(s, end) : end;
    }
    return at;
}

/* Position after the longest label phrase that starts at `at`, else SIZE_MAX. */
static size_t match_label(cut_arena *arena, cut_str s, size_t at, const char **phrase_out)
{
    size_t best = SIZE_MAX;
    cut_str first = cut_uc_fold(arena, cut_str_slice(s, at, word_end(s, at)));
    for (const char *const *p = cut_label_phrases; first.n > 0 && *p; p++) {
        cut_str phrase = cut_str_from(*p), rest = phrase;
        if (!cut_str_eq(first, cut_str_split(&rest, ' ')))
            continue;
        size_t end = match_phrase(arena, s, at, phrase);
        if (end != SIZE_MAX && (best == SIZE_MAX || end > best)) {
            best = end;
            *phrase_out = *p;
        }
    }
    return best;
}

static size_t skip_spaces(cut_str s, size_t at)
{
    while (at < s.n && cut_is_space(s.p[at]))
        at++;
    return at;
}

/* Skips what stands between a label and its value: ":", "no.", "#", "=", a dash, a full-width
 * colon. */
static size_t skip_separator(cut_str s, size_t at)
{
    for (;;) {
        cut_str rest;
        at = skip_spaces(s, at);
        rest = cut_str_slice(s, at, s.n);
        if (rest.n > 0 && strchr(":#=.-*_", rest.p[0]))
            at++;
        else if (cut_str_starts(rest, CUT_STR("\xE2\x80\x93")) || /* U+2013 */
                 cut_str_starts(rest, CUT_STR("\xEF\xBC\x9A")) || /* U+FF1A */
                 cut_str_starts(rest, CUT_STR("\xE2\x84\x96")))   /* U+2116 */
            at += 3;
        else if (cut_str_starts_nocase(rest, CUT_STR("no.")) ||
                 cut_str_starts_nocase(rest, CUT_STR("nr.")))
            at += 3;
        else
            return at;
    }
}

static bool is_value_byte(char c)
{
    return cut_is_alnum(c) || c == '_' || c == '-' || c == '.' || c == ':';
}

/* The value at `at`: letters, digits and what joins them, with a digit in it; empty if there is
 * none. */
static cut_str read_value(cut_str s, size_t at)
{
    size_t end = at, digits = 0, letters = 0;
    while (end < s.n && is_value_byte(s.p[end])) {
        digits += cut_is_digit(s.p[end]);
        letters += cut_is_alpha(s.p[end]);
        end++;
    }
    while (end > at && strchr("-.:_", s.p[end - 1]))
        end--;
    bool good = digits > 0 && (letters > 0 || digits >= DIGITS_MIN) &&
                digits + letters >= DIGITS_MIN && end - at <= CUT_MAX_MEDIA_ID;
    return good ? cut_str_slice(s, at, end) : (cut_str){NULL, 0};
}

bool cut_label_is(cut_arena *arena, cut_str text)
{
    const char *phrase;
    text = cut_str_trim(text);
    while (text.n > 0 && strchr(".: ", text.p[text.n - 1]))
        text.n--;
    return match_label(arena, text, 0, &phrase) == text.n;
}

bool cut_label_is_value(cut_str line)
{
    line = cut_str_trim(line);
    return line.n > 0 && read_value(line, 0).n == line.n;
}

/* Skips what may stand between two values: "," ";" "/" "&" "+" or "and". */
static size_t skip_list_separator(cut_str s, size_t at)
{
    size_t next = skip_spaces(s, at);
    cut_str rest = cut_str_slice(s, next, s.n);
    if (rest.n > 0 && strchr(",;/&+|", rest.p[0]))
        return skip_spaces(s, next + 1);
    if (cut_str_starts_nocase(rest, CUT_STR("and ")))
        return skip_spaces(s, next + 4);
    return next;
}

/* Reads the values behind a label; returns the position after the last one. */
static size_t read_values(cut_str s, size_t at, cut_label *out)
{
    out->id_count = 0;
    while (out->id_count < CUT_LABEL_IDS) {
        size_t start = out->id_count == 0 ? skip_separator(s, at) : skip_list_separator(s, at);
        cut_str value = read_value(s, start);
        if (value.n == 0)
            break;
        out->ids[out->id_count++] = value;
        at = start + value.n;
    }
    return at;
}

/* The text behind the IDs of a line, without what sets it off: "55350159 - A street in ...". */
static cut_str text_behind(cut_str line, size_t at)
{
    static const cut_str dashes[] = {{"\xE2\x80\x93", 3}, {"\xE2\x80\x94", 3}}; /* U+2013, U+2014 */
    cut_str rest = cut_str_slice(line, at, line.n);
    for (bool more = true; more && rest.n > 0;) {
        more = strchr(")].,;:|- ", rest.p[0]) != NULL;
        size_t skip = more ? 1 : 0;
        for (size_t i = 0; i < 2 && !more; i++)
            if (cut_str_starts(rest, dashes[i])) {
                more = true;
                skip = dashes[i].n;
            }
        rest = cut_str_slice(rest, skip, rest.n);
    }
    return rest;
}

/* A label at the start of the line may have a caption behind it, if a colon marks it as a label;
 * one that stands alone has its value on the next line. */
static bool find_at_start(cut_arena *arena, cut_str line, cut_label *out)
{
    size_t start = 0;
    while (start < line.n && strchr("([*- ", line.p[start]))
        start++;
    size_t end = match_label(arena, line, start, &out->phrase);
    if (end == SIZE_MAX)
        return false;
    size_t at = read_values(line, end, out);
    out->before = (cut_str){NULL, 0};
    out->after = text_behind(line, at);
    if (out->id_count == 0)
        return skip_separator(line, end) == line.n;
    return out->after.n == 0 || cut_str_find_char(cut_str_slice(line, end, at), ':', 0) != SIZE_MAX;
}

/* A label behind other text must be set off from it and end the line. */
static bool find_at_end(cut_arena *arena, cut_str line, size_t start, cut_label *out)
{
    cut_str before = cut_str_trim(cut_str_slice(line, 0, start));
    bool in_parentheses = before.n > 0 && strchr("([", before.p[before.n - 1]);
    size_t end = match_label(arena, line, start, &out->phrase);
    if (end == SIZE_MAX)
        return false;
    bool marked = in_parentheses ||
                  cut_str_starts(cut_str_trim(cut_str_slice(line, end, line.n)), CUT_STR(":"));
    size_t at = read_values(line, end, out);
    while (at < line.n && strchr(")]. ", line.p[at]))
        at++;
    if (!marked || out->id_count == 0 || at < line.n)
        return false;
    while (before.n > 0 && strchr("([|-; ", before.p[before.n - 1]))
        before.n--;
    out->before = before;
    out->after = (cut_str){NULL, 0};
    return true;
}

bool cut_label_find(cut_arena *arena, cut_str line, cut_label *out)
{
    *out = (cut_label){.id_count = 0};
    line = cut_str_trim(line);
    if (find_at_start(arena, line, out))
        return true;
    /* Only the tail is searched: a label and its IDs take less. */
    size_t at =
        line.n > 4 * CUT_MAX_MEDIA_ID ? cut_utf8_floor(line, line.n - 4 * CUT_MAX_MEDIA_ID) : 0;
    bool any_digit = false;
    for (size_t i = at; i < line.n && !any_digit; i++)
        any_digit = cut_is_digit(line.p[i]);
    while (any_digit && at < line.n) {
        size_t end = word_end(line, at);
        if (end > at && find_at_end(arena, line, at, out))
            return true;
        if (end > at)
            at = end;
        else
            (void)cut_utf8_next(line, &at);
    }
    return false;
}
