#include "record/edit_check.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"

/* ---- dates --------------------------------------------------------------------------------------
 */

/* Takes `digits` digits off the front, with a value in [low, high]. */
static bool take_number(cut_str *s, size_t digits, unsigned low, unsigned high)
{
    uint64_t value;
    if (s->n < digits || !cut_str_to_u64(cut_str_slice(*s, 0, digits), &value))
        return false;
    *s = cut_str_slice(*s, digits, s->n);
    return value >= low && value <= high;
}

static bool take_char(cut_str *s, char c)
{
    if (s->n == 0 || s->p[0] != c)
        return false;
    *s = cut_str_slice(*s, 1, s->n);
    return true;
}

static bool take_fraction(cut_str *s)
{
    if (!take_char(s, '.'))
        return true;
    size_t n = 0;
    while (n < s->n && cut_is_digit(s->p[n]))
        n++;
    *s = cut_str_slice(*s, n, s->n);
    return n > 0;
}

/* hh:mm, with seconds, a fraction and an offset where there are. */
static bool take_time(cut_str *s)
{
    if (!take_number(s, 2, 0, 23) || !take_char(s, ':') || !take_number(s, 2, 0, 59))
        return false;
    if (take_char(s, ':') && (!take_number(s, 2, 0, 60) || !take_fraction(s)))
        return false;
    if (s->n == 0 || take_char(s, 'Z'))
        return true;
    return (take_char(s, '+') || take_char(s, '-')) && take_number(s, 2, 0, 14) &&
           take_char(s, ':') && take_number(s, 2, 0, 59);
}

static bool is_leap(unsigned year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static unsigned days_in(unsigned year, unsigned month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year) ? 1u : 0u);
}

static unsigned two_digits(cut_str s)
{
    return (unsigned)(s.p[0] - '0') * 10 + (unsigned)(s.p[1] - '0');
}

bool cut_edit_is_date(cut_str s)
{
    cut_str all = s;
    if (!take_number(&s, 4, 0, 9999))
        return false;
    if (s.n == 0)
        return true;
    if (!take_char(&s, '-') || !take_number(&s, 2, 1, 12))
        return false;
    if (s.n == 0)
        return true;
    unsigned year = 100 * two_digits(all) + two_digits(cut_str_slice(all, 2, 4));
    unsigned most = days_in(year, two_digits(cut_str_slice(all, 5, 7)));
    if (!take_char(&s, '-') || !take_number(&s, 2, 1, most))
        return false;
    return s.n == 0 || (take_char(&s, 'T') && take_time(&s) && s.n == 0);
}

/* ---- texts -------------------------------------------------------------------------------------
 */

/* Line ends and tabs are part of captions; other control characters cannot be written in XMP. */
static bool has_control(cut_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < 0x20 && !strchr("\t\n\r", s.p[i]))
            return true;
    return false;
}

cutline_status cut_edit_check_text(cut_str value, cutline_error *err)
{
    size_t good = cut_utf8_valid_prefix(value);
    if (value.n > CUT_MAX_CAPTION_BYTES)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "the value is longer than %u bytes",
                        CUT_MAX_CAPTION_BYTES);
    if (good < value.n)
        return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)good,
                           "the value is not valid UTF-8");
    if (has_control(value))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "the value holds control characters");
    return CUTLINE_OK;
}
