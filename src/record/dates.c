#include "record/dates.h"

bool cut_date_is_blank(cut_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c != '0' && c != ':' && c != '-' && c != '\0' && !cut_is_space(c))
            return false;
    }
    return true;
}

/* A text and how far it has been read. */
typedef struct cursor {
    cut_str s;
    size_t at;
} cursor;

static char peek(const cursor *c)
{
    return c->at < c->s.n ? c->s.p[c->at] : '\0';
}

/* Digits that follow, at most `most`; the number of them. */
static int read_number(cursor *c, int most, int *out)
{
    int n = 0;
    *out = 0;
    while (n < most && cut_is_digit(peek(c))) {
        *out = *out * 10 + (peek(c) - '0');
        c->at++;
        n++;
    }
    return n;
}

/* EXIF separates by colons, XMP by dashes, IIM not at all; slashes and points come from people. */
static bool skip_separator(cursor *c)
{
    char next = peek(c);
    if (next != ':' && next != '-' && next != '/' && next != '.')
        return false;
    c->at++;
    return true;
}

/* IIM 4.2, 2:55: "00" stands for a month or day that is not known. */
static bool read_day_parts(cursor *c, cut_date *out)
{
    int n = read_number(c, 4, &out->year);
    if (n != 4)
        return false;
    bool apart = skip_separator(c);
    if (read_number(c, 2, &out->month) == 0)
        return true;
    if (apart && !skip_separator(c))
        return true;
    read_number(c, 2, &out->day);
    return true;
}

static void read_fraction(cursor *c, cut_date *out)
{
    if (peek(c) != '.' && peek(c) != ',')
        return;
    c->at++;
    size_t n = 0;
    for (; cut_is_digit(peek(c)); c->at++)
        if (n < CUT_DATE_FRACTION)
            out->fraction[n++] = peek(c);
    out->fraction[n] = '\0';
}

static bool read_clock(cursor *c, cut_date *out)
{
    if (read_number(c, 2, &out->hour) == 0)
        return false;
    if (peek(c) == ':')
        c->at++;
    if (read_number(c, 2, &out->minute) == 0) {
        out->minute = -1;
        return false;
    }
    if (peek(c) == ':')
        c->at++;
    if (read_number(c, 2, &out->second) == 0)
        out->second = -1;
    else
        read_fraction(c, out);
    return out->hour < 24 && out->minute < 60 && out->second <= 60;
}

static bool read_zone(cursor *c, cut_date *out)
{
    char sign = peek(c);
    int hours, minutes;
    if (sign == 'Z' || sign == 'z') {
        c->at++;
        out->has_zone = out->zulu = true;
        out->zone = 0;
        return true;
    }
    if (sign != '+' && sign != '-')
        return false;
    c->at++;
    if (read_number(c, 2, &hours) == 0)
        return false;
    if (peek(c) == ':')
        c->at++;
    read_number(c, 2, &minutes);
    if (hours > 15 || minutes > 59)
        return false;
    out->has_zone = true;
    out->zulu = false;
    out->zone = (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
    return true;
}

/* Clock and zone to the end of the text. */
static bool read_rest(cursor *c, cut_date *out)
{
    if (!read_clock(c, out))
        return false;
    if (peek(c) == ' ')
        c->at++;
    if (c->at < c->s.n && !read_zone(c, out))
        return false;
    return c->at == c->s.n;
}

/* Exif 2.32, 4.6.5: a time that is not known is blank, its colons remaining. */
static bool is_blank_time(const cursor *c)
{
    for (size_t i = c->at; i < c->s.n; i++)
        if (c->s.p[i] != ' ' && c->s.p[i] != ':')
            return false;
    return true;
}

bool cut_date_parse(cut_str text, cut_date *out)
{
    *out = (cut_date){.hour = -1, .minute = -1, .second = -1};
    cursor c = {.s = cut_str_trim(text)};
    if (!read_day_parts(&c, out) || out->year == 0 || out->month > 12 || out->day > 31)
        return false;
    if (out->month == 0)
        out->day = 0;
    if (is_blank_time(&c))
        return true;
    if (peek(&c) != 'T' && peek(&c) != 't' && peek(&c) != ' ')
        return false;
    while (peek(&c) == ' ' || peek(&c) == 'T' || peek(&c) == 't')
        c.at++;
    return out->day != 0 && read_rest(&c, out);
}

bool cut_date_parse_time(cut_str text, cut_date *out)
{
    cursor c = {.s = cut_str_trim(text)};
    cut_date time = *out;
    if (!read_rest(&c, &time))
        return false;
    *out = time;
    return true;
}

bool cut_date_parse_zone(cut_str text, cut_date *out)
{
    cursor c = {.s = cut_str_trim(text)};
    cut_date zone = *out;
    if (!read_zone(&c, &zone) || c.at != c.s.n)
        return false;
    *out = zone;
    return true;
}

/* Appends a sign, unless it is 0, and the number with as many digits; returns what is behind. By
 * hand, since every photo has several dates and printf takes longer than all else about them. */
static char *put(char *out, char sign, int digits, int number)
{
    if (sign)
        *out++ = sign;
    for (int i = digits; i-- > 0; number /= 10)
        out[i] = (char)('0' + number % 10);
    return out + digits;
}

/* Appends the time of day and a NUL. */
static void format_clock(const cut_date *date, char *out)
{
    out = put(put(out, 0, 2, date->hour), ':', 2, date->minute);
    if (date->second >= 0)
        out = put(out, ':', 2, date->second);
    if (date->fraction[0]) {
        *out++ = '.';
        for (const char *digit = date->fraction; *digit; digit++)
            *out++ = *digit;
    }
    int zone = date->zone < 0 ? -date->zone : date->zone;
    if (date->has_zone && date->zulu)
        *out++ = 'Z';
    else if (date->has_zone)
        out = put(put(out, date->zone < 0 ? '-' : '+', 2, zone / 60), ':', 2, zone % 60);
    *out = '\0';
}

char *cut_date_format(const cut_date *date, char out[CUT_DATE_SIZE])
{
    char *at = put(out, 0, 4, date->year);
    if (date->month)
        at = put(at, '-', 2, date->month);
    if (date->day)
        at = put(at, '-', 2, date->day);
    *at = '\0';
    if (date->day && date->hour >= 0) {
        *at++ = 'T';
        format_clock(date, at);
    }
    return out;
}

char *cut_date_format_time(const cut_date *date, char out[CUT_DATE_SIZE])
{
    out[0] = '\0';
    if (date->hour >= 0)
        format_clock(date, out);
    return out;
}

/* Wires fill the time they do not know with zeros: "2018-11-08T00:00:00.000Z" is a day. */
static bool has_time(const cut_date *date)
{
    bool zeros = date->hour == 0 && date->minute == 0 && date->second <= 0;
    for (const char *p = date->fraction; zeros && *p; p++)
        zeros = *p == '0';
    return date->hour >= 0 && !zeros;
}

int cut_date_precision(const cut_date *date)
{
    if (!has_time(date))
        return date->day ? 3 : date->month ? 2 : 1;
    if (date->fraction[0])
        return 6;
    return date->second >= 0 ? 5 : 4;
}

/* Days since 1970-01-01 in the proleptic Gregorian calendar; March is the first month of the
 * counting year, so that the leap day comes last. */
static int64_t days_of(const cut_date *d)
{
    int64_t year = d->month <= 2 ? d->year - 1 : d->year;
    int64_t era = year / 400;
    int64_t of_era = year - era * 400;
    int64_t month = (d->month + 9) % 12;
    int64_t of_year = (153 * month + 2) / 5 + d->day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int64_t minutes_utc(const cut_date *d)
{
    int64_t minutes = d->hour < 0 ? 0 : d->hour * 60 + d->minute;
    return days_of(d) * 1440 + minutes - d->zone;
}

int cut_date_compare(const cut_date *a, const cut_date *b)
{
    int64_t x = minutes_utc(a), y = minutes_utc(b);
    if (x != y)
        return x < y ? -1 : 1;
    if (a->second != b->second)
        return a->second < b->second ? -1 : 1;
    return strcmp(a->fraction, b->fraction);
}

static bool same_fraction(const char *a, const char *b)
{
    for (; *a && *b; a++, b++)
        if (*a != *b)
            return false;
    return true;
}

/* Both have a time of day. */
static bool same_clock(const cut_date *a, const cut_date *b)
{
    if (a->second >= 0 && b->second >= 0 && a->second != b->second)
        return false;
    if (!same_fraction(a->fraction, b->fraction))
        return false;
    if (a->has_zone && b->has_zone)
        return minutes_utc(a) == minutes_utc(b);
    return a->hour == b->hour && a->minute == b->minute;
}

bool cut_date_agree(const cut_date *a, const cut_date *b)
{
    bool times = has_time(a) && has_time(b);
    if (!times || !a->has_zone || !b->has_zone) {
        if (a->year != b->year)
            return false;
        if (a->month && b->month && a->month != b->month)
            return false;
        if (a->day && b->day && a->day != b->day)
            return false;
    }
    return !times || same_clock(a, b);
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int cut_date_day_of_year(const cut_date *date)
{
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    return before[date->month - 1] + date->day + (date->month > 2 && is_leap(date->year) ? 1 : 0);
}

int cut_date_days(const cut_date *date)
{
    int y = date->year - 1;
    return 365 * y + y / 4 - y / 100 + y / 400 + cut_date_day_of_year(date) - 1;
}
