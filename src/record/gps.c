#include "record/gps.h"

/* Seven places: a centimetre of a position. */
#define SCALE 10000000.0

char *cut_number_format(double value, char out[CUT_NUMBER_SIZE])
{
    /* Past this no coordinate or height lies, and the scaled number would not fit 64 bits. */
    if (!(value > -1e11 && value < 1e11))
        value = 0;
    bool negative = value < 0;
    uint64_t scaled = (uint64_t)((negative ? -value : value) * SCALE + 0.5);
    uint64_t part = scaled % (uint64_t)SCALE;
    size_t n = 0;
    if (negative && scaled > 0)
        out[n++] = '-';
    n += cut_u64_put(out + n, scaled / (uint64_t)SCALE);
    out[n++] = '.';
    for (uint64_t unit = (uint64_t)SCALE / 10; part > 0; unit /= 10) {
        out[n++] = (char)('0' + part / unit);
        part %= unit;
    }
    if (out[n - 1] == '.')
        n--;
    out[n] = '\0';
    return out;
}

/* A decimal number at *at; false if there is none. */
static bool read_decimal(cut_str s, size_t *at, double *out)
{
    size_t start = *at;
    double value = 0, unit = 1;
    for (; *at < s.n && cut_is_digit(s.p[*at]); (*at)++)
        value = value * 10 + (s.p[*at] - '0');
    if (*at == start)
        return false;
    if (*at < s.n && s.p[*at] == '.')
        for ((*at)++; *at < s.n && cut_is_digit(s.p[*at]); (*at)++)
            value += (s.p[*at] - '0') * (unit /= 10);
    *out = value;
    return true;
}

bool cut_gps_parse(cut_str text, double *degrees)
{
    cut_str s = cut_str_trim(text);
    size_t at = 0;
    double unit = 60, part;
    if (!read_decimal(s, &at, degrees))
        return false;
    for (int parts = 0; parts < 2 && at < s.n && s.p[at] == ','; parts++, unit *= 60) {
        at++;
        if (!read_decimal(s, &at, &part))
            return false;
        *degrees += part / unit;
    }
    char direction = at + 1 == s.n ? cut_to_upper(s.p[at]) : '\0';
    if (direction == 'S' || direction == 'W')
        *degrees = -*degrees;
    return direction == 'S' || direction == 'W' || direction == 'N' || direction == 'E';
}

bool cut_rational_parse(cut_str text, double *value)
{
    cut_str s = cut_str_trim(text);
    size_t at = s.n > 0 && s.p[0] == '-' ? 1 : 0;
    double sign = at ? -1 : 1, above, below;
    if (!read_decimal(s, &at, &above) || at >= s.n || s.p[at++] != '/')
        return false;
    if (!read_decimal(s, &at, &below) || at != s.n || below == 0)
        return false;
    *value = sign * above / below;
    return true;
}
