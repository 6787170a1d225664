#include "base/json.h"

#include "base/utf8.h"

void cut_json_init(cut_json *j, cut_buf *out)
{
    *j = (cut_json){.out = out};
}

/* The comma that belongs before what comes next, NUL if none does. */
static char separator(cut_json *j)
{
    bool needed = !j->after_key && j->some[j->depth];
    if (!j->after_key)
        j->some[j->depth] = true;
    j->after_key = false;
    return needed ? ',' : '\0';
}

static void before_value(cut_json *j)
{
    char comma = separator(j);
    if (comma)
        cut_buf_char(j->out, comma);
}

static void open_level(cut_json *j, char bracket)
{
    char comma = separator(j), *to = cut_buf_reserve(j->out, 2);
    if (!to)
        return;
    to[0] = comma;
    to += comma != '\0';
    to[0] = bracket;
    to[1] = '\0';
    j->out->n += comma ? 2 : 1;
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
    return c >= 0x20 && c != '"' && c != '\\' && c < 0x7F;
}

#define EACH_BYTE(c) (0x0101010101010101u * (uint64_t)(c))
#define UPPER_BITS EACH_BYTE(0x80)

/* Some byte of the eight is not plain. With its upper bit set a byte can be lessened without
 * borrowing from the next one: it loses that bit if it was less than what is taken off. */
static inline bool is_special(uint64_t word)
{
    uint64_t above = (word | UPPER_BITS) - EACH_BYTE(0x20),
             no_quote = ((word ^ EACH_BYTE('"')) | UPPER_BITS) - EACH_BYTE(1),
             no_slash = ((word ^ EACH_BYTE('\\')) | UPPER_BITS) - EACH_BYTE(1),
             below = ~(word | (word + EACH_BYTE(1)));
    return (above & no_quote & no_slash & below & UPPER_BITS) != UPPER_BITS;
}

/* Copies eight bytes if all are plain. */
static inline bool copy_eight(char *to, const char *from)
{
    uint64_t word;
    memcpy(&word, from, sizeof word);
    if (is_special(word))
        return false;
    memcpy(to, &word, sizeof word);
    return true;
}

/* Copies four to seven bytes if all are plain; those in the middle twice. */
static inline bool copy_four_and_more(char *to, cut_str s)
{
    uint32_t head, tail;
    memcpy(&head, s.p, sizeof head);
    memcpy(&tail, s.p + s.n - 4, sizeof tail);
    if (is_special((uint64_t)tail << 32 | head))
        return false;
    memcpy(to, &head, sizeof head);
    memcpy(to + s.n - 4, &tail, sizeof tail);
    return true;
}

/* Copies the plain ASCII at the start of a text, which most texts are as a whole; its length. What
 * is left of a text behind its last eight bytes is copied with some of those. */
static inline size_t copy_plain(char *to, cut_str s)
{
    size_t n = 0;
    while (n + 8 <= s.n && copy_eight(to + n, s.p + n))
        n += 8;
    if (s.n >= 8 && s.n - n < 8)
        n = copy_eight(to + s.n - 8, s.p + s.n - 8) ? s.n : n;
    else if (s.n >= 4 && s.n < 8)
        n = copy_four_and_more(to, s) ? s.n : n;
    for (; n < s.n && is_plain((unsigned char)s.p[n]); n++)
        to[n] = s.p[n];
    return n;
}

/* Writes text that is known to be valid UTF-8. */
static void add_escaped(cut_buf *out, cut_str s)
{
    size_t start = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (is_plain(c) || c >= 0x80)
            continue;
        cut_buf_add(out, s.p + start, i - start);
        add_escape(out, c);
        start = i + 1;
    }
    cut_buf_add(out, s.p ? s.p + start : "", s.n - start);
}

/* Writes what is not plain from its start. */
static void add_special(cut_buf *out, cut_str s)
{
    while (s.n > 0) {
        size_t good = cut_utf8_valid_prefix(s);
        add_escaped(out, cut_str_slice(s, 0, good));
        s = cut_str_slice(s, good, s.n);
        if (s.n > 0) {
            cut_buf_z(out, "\xEF\xBF\xBD");
            s = cut_str_slice(s, 1, s.n);
        }
    }
}

/* A text in quotes with a character before and one after them; NUL for none. */
static void add_quoted(cut_buf *out, char before, cut_str s, char after)
{
    char *to = cut_buf_reserve(out, s.n + 4);
    if (!to)
        return;
    const char *start = to;
    *to = before;
    to += before != '\0';
    *to++ = '"';
    size_t plain = copy_plain(to, s);
    to += plain;
    if (plain == s.n) {
        *to++ = '"';
        *to = after;
        to += after != '\0';
    }
    *to = '\0';
    out->n += (size_t)(to - start);
    if (plain == s.n)
        return;
    add_special(out, cut_str_slice(s, plain, s.n));
    cut_buf_char(out, '"');
    if (after)
        cut_buf_char(out, after);
}

void cut_json_str(cut_json *j, cut_str s)
{
    add_quoted(j->out, separator(j), s, '\0');
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
    char text[21] = "-";
    size_t sign = n < 0;
    size_t digits = cut_u64_put(text + sign, n < 0 ? 0 - (uint64_t)n : (uint64_t)n);
    before_value(j);
    cut_buf_add(j->out, text, sign + digits);
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

void cut_json_name(cut_json *j, cut_str key)
{
    add_quoted(j->out, separator(j), key, ':');
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
