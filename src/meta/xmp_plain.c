/*
 * What is plain: tags with names of ASCII letters, digits and "_-.:", attributes, texts with
 * references to characters and the five entities of XML, processing instructions. No comments,
 * CDATA sections or declarations, not even <?xml?>; no carriage returns, which XML turns into line
 * ends. The rules are those of XML 1.0; anything that may be against one of them is left to expat.
 */
#include "meta/xmp_plain.h"

#include "base/eight.h"
#include "base/unicode.h"

/* Each new attribute is compared with all before it; more are not plain. */
#define MOST_ATTRIBUTES 64

typedef struct reader {
    cut_xmp_packet *packet;
    const char *at, *end;
    cut_xmp_raw attributes[MOST_ATTRIBUTES]; /* of the current element */
    size_t attribute_count;
    CUT_VEC(cut_str) open; /* names of the open elements */
} reader;

static bool is_name_start(char c)
{
    return cut_is_alpha(c) || c == '_';
}

static bool is_name_char(char c)
{
    uint8_t byte = (uint8_t)c;
    return (byte < 0x80 && cut_ascii_class[byte] & (CUT_UC_LETTER | CUT_UC_DIGIT)) || c == ':' ||
           c == '_' || c == '-' || c == '.';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* Moves past a character that must be there. */
static bool take(reader *r, char c)
{
    if (r->at == r->end || *r->at != c)
        return false;
    r->at++;
    return true;
}

/* True if there was white space. */
static bool skip_blanks(reader *r)
{
    const char *from = r->at;
    while (r->at < r->end && is_blank(*r->at))
        r->at++;
    return r->at > from;
}

static bool read_name(reader *r, cut_str *out)
{
    const char *from = r->at;
    if (from == r->end || !is_name_start(*from))
        return false;
    while (r->at < r->end && is_name_char(*r->at))
        r->at++;
    *out = (cut_str){from, (size_t)(r->at - from)};
    return true;
}

/* XML 1.0, 2.2: a character that a document may have. */
static bool is_xml_char(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
           (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

/* "#233" or "#xE9"; 0 if it is none, or one that is not allowed. */
static uint32_t character_reference(cut_str name)
{
    bool hex = name.n > 1 && name.p[1] == 'x';
    uint32_t value = 0;
    size_t i = hex ? 2 : 1;
    if (name.n == i)
        return 0;
    for (; i < name.n; i++) {
        char c = cut_to_lower(name.p[i]);
        bool letter = hex && c >= 'a' && c <= 'f';
        if (!letter && !cut_is_digit(c))
            return 0;
        value = value * (hex ? 16 : 10) + (uint32_t)(letter ? c - 'a' + 10 : c - '0');
        if (value > 0x10FFFF)
            return 0;
    }
    return is_xml_char(value) ? value : 0;
}

/* What stands between '&' and ';'; 0 if it is none of XML's own references. */
static uint32_t reference(cut_str name)
{
    static const struct {
        cut_str name;
        uint32_t value;
    } entities[] = {{{"amp", 3}, '&'},
                    {{"lt", 2}, '<'},
                    {{"gt", 2}, '>'},
                    {{"quot", 4}, '"'},
                    {{"apos", 4}, '\''}};
    if (name.n > 0 && name.p[0] == '#')
        return character_reference(name);
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (cut_str_eq(name, entities[i].name))
            return entities[i].value;
    return 0;
}

/* None of the bytes is white space other than a blank, '<' or '&'. */
static bool are_plain(uint64_t eight)
{
    return !cut_eight_below(eight, 0x20) && !cut_eight_below(eight ^ CUT_EIGHT_OF('<'), 1) &&
           !cut_eight_below(eight ^ CUT_EIGHT_OF('&'), 1);
}

/* How many bytes stand for themselves. */
static size_t plain_bytes(cut_str raw, bool attribute)
{
    if (!attribute) {
        size_t n = cut_str_find_char(raw, '&', 0);
        return n == SIZE_MAX ? raw.n : n;
    }
    size_t i = 0;
    while (raw.n - i >= CUT_EIGHT && are_plain(cut_eight_load(raw.p + i)))
        i += CUT_EIGHT;
    while (i < raw.n && (uint8_t)raw.p[i] >= 0x20 && raw.p[i] != '<' && raw.p[i] != '&')
        i++;
    return i;
}

/* Resolves references and, in attributes, makes white space blanks (3.3.3). False if there is
 * something that must not be there. */
static bool decode(reader *r, cut_str raw, bool attribute, cut_str *out)
{
    size_t n = plain_bytes(raw, attribute), at = n;
    *out = raw;
    if (n == raw.n)
        return true;
    char *copy = cut_arena_raw(r->packet->arena, raw.n, 1); /* no reference is shorter than what
                                                               it stands for */
    if (!copy)
        return false;
    memcpy(copy, raw.p, n);
    while (at < raw.n) {
        char c = raw.p[at++];
        if (c == '&') {
            size_t end = cut_str_find_char(raw, ';', at);
            uint32_t value = reference(cut_str_slice(raw, at, end == SIZE_MAX ? at : end));
            if (!value)
                return false;
            n += cut_utf8_put(copy + n, value);
            at = end + 1;
        } else if (attribute && c == '<') {
            return false;
        } else {
            copy[n++] = attribute && is_blank(c) ? ' ' : c;
        }
    }
    *out = (cut_str){copy, n};
    return true;
}

static bool is_repeated(const reader *r, cut_str name)
{
    for (size_t i = 0; i < r->attribute_count; i++)
        if (r->attributes[i].name.n == name.n && cut_str_eq(r->attributes[i].name, name))
            return true;
    return false;
}

static bool read_attribute(reader *r)
{
    cut_xmp_raw *a = &r->attributes[r->attribute_count];
    if (r->attribute_count == MOST_ATTRIBUTES || !read_name(r, &a->name) || is_repeated(r, a->name))
        return false;
    skip_blanks(r);
    if (!take(r, '='))
        return false;
    skip_blanks(r);
    if (r->at == r->end || (*r->at != '"' && *r->at != '\''))
        return false;
    char quote = *r->at++;
    const char *close = memchr(r->at, quote, (size_t)(r->end - r->at));
    if (!close)
        return false;
    cut_str raw = {r->at, (size_t)(close - r->at)};
    r->at = close + 1;
    r->attribute_count++;
    return decode(r, raw, true, &a->value);
}

/* Behind '<': a name, attributes, "/>" or ">". */
static bool read_start(reader *r)
{
    cut_str name;
    r->attribute_count = 0;
    if (!read_name(r, &name))
        return false;
    for (;;) {
        bool apart = skip_blanks(r);
        if (r->at == r->end || *r->at == '>' || *r->at == '/')
            break;
        if (!apart || !read_attribute(r))
            return false;
    }
    bool empty = take(r, '/');
    if (!take(r, '>'))
        return false;
    cut_xmp_start(r->packet, name, r->attributes, r->attribute_count);
    if (empty)
        cut_xmp_end(r->packet);
    return empty || CUT_PUSH(r->packet->arena, &r->open, name);
}

/* Behind "</": the name of the innermost element. */
static bool read_end(reader *r)
{
    if (r->open.n == 0)
        return false;
    cut_str name = r->open.v[r->open.n - 1];
    if ((size_t)(r->end - r->at) < name.n || memcmp(r->at, name.p, name.n) != 0)
        return false;
    r->at += name.n;
    skip_blanks(r);
    r->open.n--;
    cut_xmp_end(r->packet);
    return take(r, '>');
}

/* Behind "<?": a name other than "xml", and anything up to "?>". */
static bool read_instruction(reader *r)
{
    cut_str name, rest;
    if (!read_name(r, &name) || cut_str_starts_nocase(name, CUT_STR("xml")))
        return false;
    rest = (cut_str){r->at, (size_t)(r->end - r->at)};
    size_t end = cut_str_find(rest, CUT_STR("?>"), 0);
    if (end == SIZE_MAX || (end > 0 && !is_blank(*r->at)))
        return false;
    r->at += end + 2;
    return true;
}

/* Characters up to the next '<'; white space only around the root. */
static bool read_chars(reader *r)
{
    const char *end = memchr(r->at, '<', (size_t)(r->end - r->at));
    if (!end)
        return false;
    cut_str raw = {r->at, (size_t)(end - r->at)}, text;
    r->at = end + 1;
    if (raw.n == 0)
        return true;
    if (r->open.n == 0) {
        for (size_t i = 0; i < raw.n; i++)
            if (!is_blank(raw.p[i]))
                return false;
        return true;
    }
    if (!decode(r, raw, false, &text))
        return false;
    cut_xmp_chars(r->packet, text);
    return true;
}

static bool read_markup(reader *r)
{
    if (take(r, '/'))
        return read_end(r);
    return take(r, '?') ? read_instruction(r) : read_start(r);
}

/* Things that XML forbids or changes wherever they stand: carriage returns, "]]>" (2.4), U+FFFE and
 * U+FFFF (2.2). */
static bool holds_oddities(cut_str text)
{
    if (cut_str_find_char(text, '\r', 0) != SIZE_MAX ||
        cut_str_find(text, CUT_STR("]]>"), 0) != SIZE_MAX)
        return true;
    for (size_t at = 0; (at = cut_str_find(text, CUT_STR("\xEF\xBF"), at)) != SIZE_MAX; at++)
        if ((uint8_t)text.p[at + 2] > 0xBD)
            return true;
    return false;
}

bool cut_xmp_read_plain(cut_xmp_packet *packet, cut_str text)
{
    reader r;
    if (holds_oddities(text))
        return false;
    packet->rdf.lasting = true;
    r.packet = packet;
    r.at = text.p;
    r.end = text.p + text.n;
    r.attribute_count = 0;
    memset(&r.open, 0, sizeof r.open);
    while (!packet->done)
        if (!read_chars(&r) || !read_markup(&r) || (cut_xmp_stopped(packet) && !packet->done))
            return false;
    return true;
}
