/* Blanks, line ends, full stops. */
#include "check/check.h"

#include "base/unicode.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Agencies set the credit and notices off with blanks, Getty what follows a dateline's colon. */
static bool sets_off(const cut_checking *c, size_t from, size_t to)
{
    cut_str line = cut_str_from(c->parts->credit.line);
    cut_str rest = cut_str_slice(c->text, to, c->text.n);
    if (rest.n > 0 && (rest.p[0] == '(' || rest.p[0] == '['))
        rest = cut_str_slice(rest, 1, rest.n);
    if (line.n > 0 && cut_str_starts(rest, line))
        return true;
    for (size_t i = 0; i < c->parts->decision_count; i++)
        if (c->parts->decisions[i].from >= from && c->parts->decisions[i].from <= to + 1 &&
            (strncmp(c->parts->decisions[i].rule, "notice.", 7) == 0 ||
             strncmp(c->parts->decisions[i].rule, "credit.", 7) == 0))
            return true;
    return from > 1 && c->text.p[from - 1] == ':' && cut_is_digit(c->text.p[from - 2]);
}

void cut_check_double_space(cut_checking *c)
{
    cut_str text = c->text;
    for (size_t i = 1; i < text.n; i++) {
        if (!is_blank(text.p[i]) || !is_blank(text.p[i - 1]) || (i > 1 && is_blank(text.p[i - 2])))
            continue;
        size_t end = i;
        while (end < text.n && is_blank(text.p[end]))
            end++;
        if (!sets_off(c, i - 1, end))
            cut_check_at(c, i - 1, "two blanks in a row");
    }
}

/* French sets a blank before : ; ! ? and inside its quotation marks. */
static bool wants_no_blank(char mark, bool french)
{
    return mark == ',' || mark == '.' || mark == ')' ||
           (!french && (mark == ';' || mark == ':' || mark == '!' || mark == '?'));
}

/* " ." of an ellipsis or of ".44 calibre" is meant. */
static bool is_decimal_or_dots(cut_str text, size_t mark)
{
    char next = mark + 1 < text.n ? text.p[mark + 1] : '\0';
    return text.p[mark] == '.' && (next == '.' || cut_is_alnum(next));
}

void cut_check_stray_space(cut_checking *c)
{
    cut_str text = c->text;
    bool french = strcmp(c->parts->language, "fr") == 0;
    if (text.n > 0 && cut_is_space(text.p[0]))
        cut_check_at(c, 0, "the caption begins with a blank");
    for (size_t i = 1; i < text.n; i++)
        if (is_blank(text.p[i - 1]) && wants_no_blank(text.p[i], french) &&
            !is_decimal_or_dots(text, i))
            cut_check_at(c, i - 1, "a blank before \"%c\"", text.p[i]);
    if (text.n > 1 && cut_is_space(text.p[text.n - 1]))
        cut_check_at(c, text.n - 1, "the caption ends with a blank");
}

/* "talks.The": a small letter, a mark, a capital and a small letter. Not "U.S.", "Ph.D.", "a.The"
 * of an address. */
void cut_check_missing_space(cut_checking *c)
{
    cut_str t = c->text;
    for (size_t i = 2; i + 2 < t.n; i++)
        if ((t.p[i] == '.' || t.p[i] == ',' || t.p[i] == '!' || t.p[i] == '?') &&
            cut_is_lower(t.p[i - 1]) && cut_is_lower(t.p[i - 2]) && cut_is_upper(t.p[i + 1]) &&
            cut_is_lower(t.p[i + 2]))
            cut_check_at(c, i + 1, "no blank after \"%c\"", t.p[i]);
}

void cut_check_line_break(cut_checking *c)
{
    cut_str text = cut_str_trim(c->text);
    size_t start = (size_t)(text.n > 0 ? text.p - c->text.p : 0);
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '\n' || text.p[i] == '\r') {
            cut_check_at(c, start + i, "a line ends within the caption");
            return;
        }
}

static bool ends_sentence(uint32_t c)
{
    static const uint32_t ends[] = {'.', '!', '?', 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x061F, 0x06D4};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (c == ends[i])
            return true;
    return false;
}

/* Closing quotation marks and brackets after the full stop. */
static bool closes(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 ||
           c == 0x00BB || c == 0x201C || c == 0x300D || c == 0x300F || c == 0xFF09;
}

/* Arabic, Chinese and Japanese captions end without one, and so do those that are a list of facts:
 * "Tennis - Madrid Open - Caja Magica, ...", or lines. */
static bool needs_no_stop(const cut_checking *c, cut_str text)
{
    static const char *const languages[] = {"ar", "fa", "he", "zh", "ja", "ko"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (strcmp(c->parts->language, languages[i]) == 0)
            return true;
    size_t dash = cut_str_find(text, CUT_STR(" - "), 0);
    return cut_str_find_char(text, '\n', 0) != SIZE_MAX ||
           (dash != SIZE_MAX && cut_str_find(text, CUT_STR(" - "), dash + 3) != SIZE_MAX);
}

void cut_check_full_stop(cut_checking *c)
{
    cut_str text = cut_str_trim(cut_str_from(c->parts->caption));
    if (needs_no_stop(c, text))
        return;
    size_t at = text.n;
    uint32_t last = 0;
    while (at > 0 && (last == 0 || closes(last)))
        last = cut_utf8_prev(text, &at);
    if (text.n > 0 && !ends_sentence(last))
        cut_check_fault(c, "caption", CUTLINE_NO_OFFSET, "the last sentence has no full stop");
}
