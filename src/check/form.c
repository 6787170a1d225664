/* Brackets, quotation marks, capitals. */
#include "check/check.h"

#include "base/limits.h"
#include "base/unicode.h"

static char partner_of(char closing)
{
    return closing == ')' ? '(' : closing == ']' ? '[' : closing == '}' ? '{' : '\0';
}

/* "1) Kerry" and "a) ..." number things. */
static bool numbers_something(cut_str text, size_t at)
{
    return at > 0 && text.p[at] == ')' && cut_is_alnum(text.p[at - 1]) &&
           (at < 2 || !cut_is_alnum(text.p[at - 2]));
}

void cut_check_brackets(cut_checking *c)
{
    size_t open[CUT_MAX_OPEN_BRACKETS];
    size_t n = 0;
    for (size_t i = 0; i < c->text.n; i++) {
        char b = c->text.p[i];
        if ((b == '(' || b == '[' || b == '{') && n < CUT_MAX_OPEN_BRACKETS) {
            open[n++] = i;
        } else if (partner_of(b)) {
            if (n > 0 && c->text.p[open[n - 1]] == partner_of(b))
                n--;
            else if (!numbers_something(c->text, i))
                cut_check_at(c, i, "\"%c\" was not opened", b);
        }
    }
    while (n > 0) {
        n--;
        cut_check_at(c, open[n], "\"%c\" is not closed", c->text.p[open[n]]);
    }
}

/* A straight mark after a digit may be inches or seconds of arc. */
static void check_straight(cut_checking *c)
{
    size_t count = 0, last = 0;
    for (size_t i = 0; i < c->text.n; i++)
        if (c->text.p[i] == '"' && !(i > 0 && cut_is_digit(c->text.p[i - 1]) && count % 2 == 0)) {
            count++;
            last = i;
        }
    if (count % 2 != 0)
        cut_check_at(c, last, "this quotation mark has no partner");
}

/* Curved marks: German closes with the mark that English opens with, so only pairs of the same
 * language are counted. */
static void check_curved(cut_checking *c, uint32_t opening, uint32_t closing)
{
    size_t at = 0, begun = 0;
    bool open = false;
    while (at < c->text.n) {
        size_t here = at;
        uint32_t x = cut_utf8_next(c->text, &at);
        if (x == opening && !open) {
            open = true;
            begun = here;
        } else if (x == closing) {
            open = false;
        }
    }
    if (open)
        cut_check_at(c, begun, "this quotation mark is not closed");
}

void cut_check_quotes(cut_checking *c)
{
    static const char low[] = "\xE2\x80\x9E"; /* U+201E, German and others */
    check_straight(c);
    check_curved(c, 0x00AB, 0x00BB);
    check_curved(c, 0x300C, 0x300D);
    if (cut_str_find(c->text, CUT_STR(low), 0) == SIZE_MAX)
        check_curved(c, 0x201C, 0x201D);
    else
        check_curved(c, 0x201E, 0x201C);
}

/* Nine letters in ten are capitals, of at least 30: less may be names and acronyms. */
void cut_check_capitals(cut_checking *c)
{
    cut_str text = cut_str_from(c->parts->caption);
    size_t at = 0, upper = 0, lower = 0;
    while (at < text.n) {
        uint32_t x = cut_utf8_next(text, &at);
        upper += cut_uc_is_upper(x) ? 1 : 0;
        lower += cut_uc_is_lower(x) ? 1 : 0;
    }
    if (upper >= 30 && upper > 9 * lower)
        cut_check_fault(c, "caption", CUTLINE_NO_OFFSET, "the caption is in capitals");
}
