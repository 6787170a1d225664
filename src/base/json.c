#include "base/json.h"

#include "base/utf8.h"

void cut_json_init(cut_json *j, cut_buf *out)
{
    *j = (cut_json){.out = out};
}

static void before_value(cut_json *j)
{
    if (j->after_key) {
        j->after_key = false;
        return;
    }
    if (j->some[j->depth])
        cut_buf_char(j->out, ',');
    j->some[j->depth] = true;
}

static void open_level(cut_json *j, char bracket)
{
    before_value(j);
    cut_buf_char(j->out, bracket);
    if (j->depth + 1 >= CUT_JSON_DEPTH) {
        j->out->failed = true;
        return;
    }
    j->some[++j->depth] = false;
}

static void close_level(cut_json *j, char bracket)
{
    if (j->depth > 0)
        j->depth--;
    cut_buf_char(j->out, bracket);
}

void cut_json_begin_object(cut_json *j)
{
    open_level(j, '{');
}

void cut_json_end_object(cut_json *j)
{
    close_level(j, '}');
}

void cut_json_begin_array(cut_json *j)
{
    open_level(j, '[');
}

void cut_json_end_array(cut_json *j)
{
    close_level(j, ']');
}

static void add_escape(cut_buf *out, unsigned char c)
{
    static const char short_form[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (const char *p = short_form; *p; p += 2) {
        if (c == (unsigned char)p[0]) {
            cut_buf_char(out, '\\');
            cut_buf_char(out, p[1]);
            return;
        }
    }
    cut_buf_printf(out, "\\u%04x", c);
}

static bool is_plain(unsigned char c)
{
    return c >= 0x20 && c != '"' && c != '\\' && c != 0x7F;
}

/* Writes text that is known to be valid UTF-8. */
static void add_escaped(cut_buf *out, cut_str s)
{
    size_t start = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (is_plain((unsigned char)s.p[i]))
            continue;
        cut_buf_add(out, s.p + start, i - start);
        add_escape(out, (unsigned char)s.p[i]);
        start = i + 1;
    }
    cut_buf_add(out, s.p ? s.p + start : "", s.n - start);
}

void cut_json_str(cut_json *j, cut_str s)
{
    before_value(j);
    cut_buf_char(j->out, '"');
    while (s.n > 0) {
        size_t good = cut_utf8_valid_prefix(s);
        add_escaped(j->out, cut_str_slice(s, 0, good));
        s = cut_str_slice(s, good, s.n);
        if (s.n > 0) {
            cut_buf_z(j->out, "\xEF\xBF\xBD");
            s = cut_str_slice(s, 1, s.n);
        }
    }
    cut_buf_char(j->out, '"');
}

void cut_json_z(cut_json *j, const char *z)
{
    if (z)
        cut_json_str(j, cut_str_from(z));
    else
        cut_json_null(j);
}

void cut_json_int(cut_json *j, int64_t n)
{
    before_value(j);
    cut_buf_printf(j->out, "%lld", (long long)n);
}

void cut_json_bool(cut_json *j, bool value)
{
    before_value(j);
    cut_buf_z(j->out, value ? "true" : "false");
}

void cut_json_null(cut_json *j)
{
    before_value(j);
    cut_buf_z(j->out, "null");
}

void cut_json_key(cut_json *j, const char *key)
{
    cut_json_z(j, key);
    cut_buf_char(j->out, ':');
    j->after_key = true;
}

void cut_json_key_z(cut_json *j, const char *key, const char *z)
{
    cut_json_key(j, key);
    cut_json_z(j, z);
}

void cut_json_key_str(cut_json *j, const char *key, cut_str s)
{
    cut_json_key(j, key);
    cut_json_str(j, s);
}

void cut_json_key_int(cut_json *j, const char *key, int64_t n)
{
    cut_json_key(j, key);
    cut_json_int(j, n);
}

void cut_json_key_bool(cut_json *j, const char *key, bool value)
{
    cut_json_key(j, key);
    cut_json_bool(j, value);
}
