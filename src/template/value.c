/* How the value of a variable is written. */
#include "template/template.h"

#include "base/unicode.h"

static void add_padded(cut_buf *out, cut_str value, unsigned digits)
{
    for (size_t n = value.n; cut_str_all_digits(value) && n < digits; n++)
        cut_buf_char(out, '0');
    cut_buf_str_add(out, value);
}

static void add_in_case(cut_buf *out, cut_str text, uint32_t (*convert)(uint32_t))
{
    size_t at = 0;
    while (at < text.n) {
        char bytes[4];
        size_t n = cut_utf8_put(bytes, convert(cut_utf8_next(text, &at)));
        cut_buf_add(out, bytes, n);
    }
}

static void add_one(cut_buf *out, cut_str value, const cut_value_format *format)
{
    if (format->upper || format->lower)
        add_in_case(out, value, format->upper ? cut_uc_upper : cut_uc_lower);
    else
        add_padded(out, value, format->pad);
}

/* No more than the first `max` characters of what was added from `start` on. */
static void shorten(cut_buf *out, size_t start, size_t max)
{
    cut_str added = cut_str_slice(cut_buf_str(out), start, out->n);
    size_t at = 0;
    while (at < added.n && max-- > 0)
        cut_utf8_next(added, &at);
    cut_buf_cut(out, start + at);
}

static bool write_date(cut_buf *out, cutline_strings values, const char *pattern)
{
    return values.count > 0 && cut_date_write(out, values.items[0], pattern);
}

bool cut_value_write(cut_buf *out, cutline_strings values, const cut_value_format *format)
{
    size_t start = out->n;
    if (format->date)
        return write_date(out, values, format->date);
    for (size_t i = 0; i < values.count; i++) {
        cut_str value = cut_str_from(values.items[i]);
        if (value.n > 0 && out->n > start)
            cut_buf_z(out, format->between ? format->between : ", ");
        add_one(out, value, format);
    }
    if (format->max > 0)
        shorten(out, start, format->max);
    return out->n > start;
}
