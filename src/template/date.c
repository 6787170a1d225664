/* Dates by a pattern like strftime's, in English and whatever the locale. */
#include "template/template.h"

#include "record/dates.h"

#include <stdlib.h>

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                   "Friday", "Saturday", "Sunday"};

/* What a conversion needs to be known. */
typedef enum need {
    NEED_NOTHING,
    NEED_YEAR,
    NEED_MONTH,
    NEED_DAY,
    NEED_TIME,
    NEED_SECOND,
    NEED_ZONE
} need;

/* What a letter of the pattern needs; -1 if it is no conversion. */
static int need_of(char letter)
{
    switch (letter) {
    case '%':
        return NEED_NOTHING;
    case 'Y':
    case 'y':
        return NEED_YEAR;
    case 'm':
    case 'B':
    case 'b':
        return NEED_MONTH;
    case 'd':
    case 'e':
    case 'A':
    case 'a':
    case 'j':
        return NEED_DAY;
    case 'H':
    case 'I':
    case 'M':
    case 'p':
        return NEED_TIME;
    case 'S':
        return NEED_SECOND;
    case 'z':
        return NEED_ZONE;
    default:
        return -1;
    }
}

static bool knows(const cut_date *date, int what)
{
    switch ((need)what) {
    case NEED_NOTHING:
    case NEED_YEAR:
        return true;
    case NEED_MONTH:
        return date->month >= 1 && date->month <= 12;
    case NEED_DAY:
        return date->month >= 1 && date->month <= 12 && date->day >= 1;
    case NEED_TIME:
        return date->hour >= 0 && date->minute >= 0;
    case NEED_SECOND:
        return date->second >= 0;
    case NEED_ZONE:
        return date->has_zone;
    }
    return false;
}

static void add_number(cut_buf *out, int number, int width, char fill, bool bare)
{
    if (bare)
        cut_buf_printf(out, "%d", number);
    else if (fill == '0')
        cut_buf_printf(out, "%0*d", width, number);
    else
        cut_buf_printf(out, "%*d", width, number);
}

static void add_zone(cut_buf *out, int minutes)
{
    int size = abs(minutes);
    cut_buf_printf(out, "%c%02d%02d", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

static void add_name(cut_buf *out, const char *name, bool whole)
{
    cut_buf_add(out, name, whole ? strlen(name) : 3);
}

static void add_part(cut_buf *out, const cut_date *date, char letter, bool bare)
{
    switch (letter) {
    case 'Y':
        add_number(out, date->year, 4, '0', bare);
        break;
    case 'y':
        add_number(out, date->year % 100, 2, '0', bare);
        break;
    case 'm':
        add_number(out, date->month, 2, '0', bare);
        break;
    case 'B':
    case 'b':
        add_name(out, months[date->month - 1], letter == 'B');
        break;
    case 'd':
        add_number(out, date->day, 2, '0', bare);
        break;
    case 'e':
        add_number(out, date->day, 2, ' ', bare);
        break;
    case 'A':
    case 'a':
        add_name(out, days[cut_date_days(date) % 7], letter == 'A');
        break;
    case 'j':
        add_number(out, cut_date_day_of_year(date), 3, '0', bare);
        break;
    case 'H':
        add_number(out, date->hour, 2, '0', bare);
        break;
    case 'I':
        add_number(out, (date->hour + 11) % 12 + 1, 2, '0', bare);
        break;
    case 'M':
        add_number(out, date->minute, 2, '0', bare);
        break;
    case 'S':
        add_number(out, date->second, 2, '0', bare);
        break;
    case 'p':
        cut_buf_z(out, date->hour < 12 ? "AM" : "PM");
        break;
    case 'z':
        add_zone(out, date->zone);
        break;
    default:
        cut_buf_char(out, letter);
    }
}

/* Takes a conversion off *pattern, which begins with "%": its letter, and whether a dash is before
 * it. '\0' if it is none. */
static char take_conversion(const char **pattern, bool *bare)
{
    const char *p = *pattern + 1;
    *bare = *p == '-';
    if (*bare)
        p++;
    if (need_of(*p) < 0 || (*bare && *p == '%'))
        return '\0';
    *pattern = p + 1;
    return *p;
}

bool cut_date_write(cut_buf *out, const char *text, const char *pattern)
{
    cut_date date;
    size_t start = out->n;
    bool bare;
    if (!cut_date_parse(cut_str_from(text), &date))
        return false;
    while (*pattern) {
        char letter = *pattern == '%' ? take_conversion(&pattern, &bare) : '\0';
        if (!letter) {
            cut_buf_char(out, *pattern++);
        } else if (knows(&date, need_of(letter))) {
            add_part(out, &date, letter, bare);
        } else {
            cut_buf_cut(out, start);
            return false;
        }
    }
    return out->n > start;
}

long cut_date_pattern_fault(cut_str pattern)
{
    for (size_t i = 0; i < pattern.n; i++) {
        if (pattern.p[i] != '%')
            continue;
        size_t at = i + 1;
        bool bare = at < pattern.n && pattern.p[at] == '-';
        at += bare ? 1 : 0;
        if (at >= pattern.n || need_of(pattern.p[at]) < 0 || (bare && pattern.p[at] == '%'))
            return (long)i;
        i = at;
    }
    return -1;
}
