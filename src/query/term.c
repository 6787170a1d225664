#include "base/limits.h"
#include "base/words.h"
#include "ident/ident.h"
#include "ident/namespace.h"
#include "query/fields.h"
#include "query/parser.h"
#include "record/rights.h"

/* ---- values ---------------------------------------------------------------------------------- */

/* What stands after the colon, or by itself. */
typedef struct value {
    cut_str text;
    size_t at; /* where the text begins */
    cut_query_match match;
    bool phrase;   /* it stood in quotes */
    bool any_case; /* regular expression: "i" stood behind it */
} value;

static cutline_status read_word(cut_query_parser *p, value *out)
{
    size_t start = p->at;
    out->at = start;
    out->phrase = cut_query_peek(p) == '"';
    if (out->phrase) {
        size_t end = cut_str_find_char(p->text, '"', start + 1);
        if (end == SIZE_MAX)
            return cut_query_fault(p, start, "this quotation mark is not closed");
        out->text = cut_str_slice(p->text, start + 1, end);
        p->at = end + 1;
        return CUTLINE_OK;
    }
    while (p->at < p->text.n && !cut_query_ends_word(cut_query_peek(p)))
        p->at++;
    out->text = cut_str_slice(p->text, start, p->at);
    return CUTLINE_OK;
}

/* Length of "/.../" or "/.../i" at p->at; 0 if it is not closed, or something else follows. */
static size_t regex_length(const cut_query_parser *p)
{
    size_t end = p->at + 1;
    while (end < p->text.n && p->text.p[end] != '/')
        end += p->text.p[end] == '\\' ? 2 : 1;
    if (end++ >= p->text.n)
        return 0;
    if (end < p->text.n && p->text.p[end] == 'i')
        end++;
    return end == p->text.n || cut_query_ends_word(p->text.p[end]) ? end - p->at : 0;
}

static void read_regex(cut_query_parser *p, size_t length, value *out)
{
    out->match = CUT_MATCH_REGEX;
    out->any_case = p->text.p[p->at + length - 1] == 'i';
    out->at = p->at + 1;
    out->text = cut_str_slice(p->text, p->at + 1, p->at + length - 1 - out->any_case);
    p->at += length;
}

/* The value of a text condition. A path may begin with a slash and be no regular expression. */
static cutline_status read_text(cut_query_parser *p, bool is_path, value *out)
{
    if (cut_query_peek(p) == '/') {
        size_t length = regex_length(p);
        if (length > 0) {
            read_regex(p, length, out);
            return CUTLINE_OK;
        }
        if (!is_path)
            return cut_query_fault(p, p->at,
                                   "expected a second slash that ends the regular expression");
    }
    if (cut_query_peek(p) == '=') {
        p->at++;
        out->match = CUT_MATCH_EXACT;
    }
    return read_word(p, out);
}

/* ---- conditions on text -------------------------------------------------------------------------
 */

static cutline_status compile(cut_query_parser *p, const value *v, cut_query_node *node)
{
    cutline_error detail;
    cutline_error_clear(&detail);
    cutline_status status =
        cut_regex_compile(p->arena, v->text, v->any_case, &node->regex, &detail);
    if (status == CUTLINE_BAD_ARGUMENT)
        return cut_query_fault(p, v->at + (size_t)detail.offset, detail.message);
    return status == CUTLINE_OK ? status : cut_fail(p->err, status, "%s", detail.message);
}

static cutline_status text_node(cut_query_parser *p, const cut_query_name *name, const value *v,
                                cut_query_node *node)
{
    node->kind = CUT_QUERY_TEXT;
    node->part = name->part;
    node->columns = cut_query_part_columns[name->part];
    node->field = name->part == CUT_PART_FIELD ? name->field : -1;
    node->match = v->match;
    node->text = v->text;
    if (v->match == CUT_MATCH_REGEX)
        return compile(p, v, node);
    node->prefix = v->match == CUT_MATCH_WORDS && !v->phrase && cut_str_ends(v->text, CUT_STR("*"));
    node->words = cut_words_fold(p->arena, v->text);
    if (!node->words.p)
        return cut_no_memory(p->err);
    if (node->words.n == 0 && v->match == CUT_MATCH_WORDS)
        return cut_query_fault(p, v->at, "expected a word here: letters or digits");
    return CUTLINE_OK;
}

/* A name may stand for several places. */
static cutline_status text_term(cut_query_parser *p, const cut_query_name *names, size_t count,
                                const value *v, cut_query_node *node)
{
    if (count == 1)
        return text_node(p, names, v, node);
    cut_query_node **link = &node->first;
    cutline_status status = CUTLINE_OK;
    node->kind = CUT_QUERY_OR;
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++) {
        status = cut_query_new_node(p, CUT_QUERY_TEXT, node->at, link);
        if (status != CUTLINE_OK)
            break;
        status = text_node(p, &names[i], v, *link);
        link = &(*link)->next;
    }
    return status;
}

/* ---- other conditions ------------------------------------------------------------------------ */

static cutline_status media_term(cut_query_parser *p, const value *v, cut_query_node *node)
{
    cut_id_list readings;
    cutline_error detail;
    cutline_error_clear(&detail);
    cutline_status status = cut_ident_parse(p->arena, v->text, &readings, &detail);
    if (status == CUTLINE_BAD_ARGUMENT)
        return cut_query_fault(p, v->at, detail.message);
    if (status != CUTLINE_OK)
        return cut_fail(p->err, status, "%s", detail.message);
    node->kind = CUT_QUERY_MEDIA;
    node->ids = readings.ids.v;
    node->id_count = readings.ids.n;
    return CUTLINE_OK;
}

/* The two digits at a place are 1 to most. */
static bool is_within(cut_str s, size_t at, int most)
{
    int number = 10 * (s.p[at] - '0') + s.p[at + 1] - '0';
    return number >= 1 && number <= most;
}

static bool is_partial_date(cut_str s)
{
    static const char shape[] = "dddd-dd-dd";
    if (s.n != 4 && s.n != 7 && s.n != 10)
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (shape[i] == 'd' ? !cut_is_digit(s.p[i]) : s.p[i] != shape[i])
            return false;
    return (s.n < 7 || is_within(s, 5, 12)) && (s.n < 10 || is_within(s, 8, 31));
}

/* The days of a period; an empty one is open. */
typedef struct span {
    cut_str from, to;
} span;

/* 2016, 2016-05, 2016-05-02, and two of them (or one and nothing) with ".." between. False if it is
 * none of these. */
static bool read_span(cut_str s, span *out)
{
    size_t dots = cut_str_find(s, CUT_STR(".."), 0);
    *out = dots == SIZE_MAX ? (span){s, s}
                            : (span){cut_str_slice(s, 0, dots), cut_str_slice(s, dots + 2, s.n)};
    return out->from.n + out->to.n > 0 && (out->from.n == 0 || is_partial_date(out->from)) &&
           (out->to.n == 0 || is_partial_date(out->to));
}

static cutline_status no_span(const cut_query_parser *p, size_t at)
{
    return cut_query_fault(p, at, "expected a date: 2016, 2016-05, 2016-05-02, 2016-05..2016-06");
}

/* Dates are compared as text: all that begins with "2016-05" lies before "2016-05" + DEL. */
static cutline_status set_span(const cut_query_parser *p, const span *s, cut_query_node *node)
{
    node->from = s->from.n ? cut_arena_copy(p->arena, s->from) : NULL;
    node->before = s->to.n ? cut_arena_printf(p->arena, "%.*s\x7F", CUT_FMT(s->to)) : NULL;
    bool ok = (!s->from.n || node->from) && (!s->to.n || node->before);
    return ok ? CUTLINE_OK : cut_no_memory(p->err);
}

static cutline_status date_term(cut_query_parser *p, const cut_query_name *name, const value *v,
                                cut_query_node *node)
{
    span s;
    if (!read_span(v->text, &s)) {
        bool starts_well = s.to.n > 0 && (s.from.n == 0 || is_partial_date(s.from));
        return no_span(p, v->at + (starts_well ? (size_t)(s.to.p - v->text.p) : 0));
    }
    node->kind = CUT_QUERY_PERIOD;
    node->clock = name->clock;
    node->field = name->clock == CUT_CLOCK_FIELD ? name->field : -1;
    return set_span(p, &s, node);
}

/* ---- rights ----------------------------------------------------------------------------------
 */

/* A part behind a colon of "rights:territory_out:Japan:2031", up to the next colon. */
static cutline_status right_part(cut_query_parser *p, value *out)
{
    size_t start = ++p->at;
    if (cut_query_peek(p) == '"')
        return read_word(p, out);
    while (p->at < p->text.n && cut_query_peek(p) != ':' && !cut_query_ends_word(cut_query_peek(p)))
        p->at++;
    *out = (value){.text = cut_str_slice(p->text, start, p->at), .at = start};
    return CUTLINE_OK;
}

/* What is a span of dates is when the right begins or ends, else it is the value. */
static cutline_status take_right_part(cut_query_parser *p, const value *v, cut_query_node *node)
{
    span s;
    if (v->text.n == 0)
        return cut_query_fault(p, v->at, "something is missing after the colon");
    if (!v->phrase && !node->from && !node->before && read_span(v->text, &s))
        return set_span(p, &s, node);
    if (node->text.n > 0 || !cut_right_has_name(node->right))
        return no_span(p, v->at);
    node->text = cut_str_from(cut_right_value(p->arena, node->right, v->text));
    return node->text.p ? CUTLINE_OK : cut_no_memory(p->err);
}

/* "embargo", "territory_out:Japan", "embargo:2031-05..": the name of a right and what is behind it.
 * *is_right: it was one; else nothing was read. */
static cutline_status right_term(cut_query_parser *p, cut_query_node *node, bool *is_right)
{
    size_t end = p->at;
    while (end < p->text.n && (cut_is_alpha(p->text.p[end]) || p->text.p[end] == '_'))
        end++;
    node->right = cut_right_kind(cut_str_slice(p->text, p->at, end));
    *is_right = node->right &&
                (end == p->text.n || p->text.p[end] == ':' || cut_query_ends_word(p->text.p[end]));
    if (!*is_right)
        return CUTLINE_OK;
    cutline_status status = CUTLINE_OK;
    node->kind = CUT_QUERY_RIGHT;
    p->at = end;
    while (status == CUTLINE_OK && cut_query_peek(p) == ':') {
        value part = {.text = {NULL, 0}};
        status = right_part(p, &part);
        if (status == CUTLINE_OK)
            status = take_right_part(p, &part, node);
    }
    return status;
}

/* Date fields hold what is no date, too, and that is found by exact text and expression. */
static cutline_status date_or_text_term(cut_query_parser *p, const cut_query_name *name,
                                        const value *v, cut_query_node *node)
{
    if (v->match == CUT_MATCH_WORDS)
        return date_term(p, name, v, node);
    if (name->clock != CUT_CLOCK_FIELD)
        return cut_query_fault(p, v->at,
                               "expected a date: 2016, 2016-05, 2016-05-02, 2016-05..2016-06");
    return text_node(p, name, v, node);
}

/* is:handout is short for role:handout. */
static cutline_status code_term(cut_query_parser *p, const cut_query_code_row *row, const value *v,
                                cut_query_node *node)
{
    cut_query_name name = {.part = row->part, .field = -1};
    value code = {.text = cut_str_from(row->code), .at = v->at, .match = CUT_MATCH_WORDS};
    return text_node(p, &name, &code, node);
}

/* A flag, or the name of a field or of several. */
static cutline_status flag_term(cut_query_parser *p, cut_query_form group, const value *v,
                                cut_query_node *node)
{
    size_t count;
    cut_query_name own;
    const cut_query_code_row *code = group == CUT_FORM_IS ? cut_query_code_find(v->text) : NULL;
    node->kind = CUT_QUERY_FLAG;
    if (code)
        return code_term(p, code, v, node);
    if (cut_query_flag_find(group, v->text, &node->flag))
        return CUTLINE_OK;
    const cut_query_name *names =
        group == CUT_FORM_HAS ? cut_query_name_find(v->text, &own, &count) : NULL;
    value some = {.text = v->text, .at = v->at, .match = CUT_MATCH_SOME};
    if (!names || names->part == CUT_PART_ANY || (names->form == CUT_FORM_DATE && names->field < 0))
        return cut_query_unknown_flag(group, v->text, v->at, p->err);
    return text_term(p, names, count, &some, node);
}

/* ---- sort and limit -------------------------------------------------------------------------- */

static cutline_status add_sort(cut_query_parser *p, cut_str name, size_t at)
{
    cut_query *out = p->out;
    cut_query_sort sort = {.down = cut_str_ends(name, CUT_STR("-"))};
    if (out->sort_count == CUT_QUERY_SORTS)
        return cut_query_fault(p, at, "nothing is left to sort by");
    if (sort.down || cut_str_ends(name, CUT_STR("+")))
        name.n--;
    if (!cut_query_sort_find(name, &sort))
        return cut_query_unknown_sort(name, at, p->err);
    out->sorts[out->sort_count++] = sort;
    return CUTLINE_OK;
}

static cutline_status sort_term(cut_query_parser *p, const value *v)
{
    cutline_status status = CUTLINE_OK;
    cut_str rest = v->text;
    while (rest.p && status == CUTLINE_OK) {
        size_t at = v->at + (size_t)(rest.p - v->text.p);
        status = add_sort(p, cut_str_split(&rest, ','), at);
    }
    return status;
}

static cutline_status limit_term(cut_query_parser *p, const value *v)
{
    if (!cut_str_to_u64(v->text, &p->out->limit) || p->out->limit == 0)
        return cut_query_fault(p, v->at, "expected how many hits are wanted: limit:20");
    return CUTLINE_OK;
}

/* They say something of the whole query. */
static cutline_status whole_term(cut_query_parser *p, cut_query_form form, const value *v,
                                 size_t at)
{
    if (p->depth > 0)
        return cut_query_fault(p, at,
                               "sort: and limit: are no conditions; they must stand outside of "
                               "parentheses and without a minus sign");
    return form == CUT_FORM_SORT ? sort_term(p, v) : limit_term(p, v);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* "name:" at p->at. Nothing is read if there is no colon, or a character no name has before it:
 * "12:30" is text. */
static void read_name(cut_query_parser *p, cut_str *name)
{
    size_t end = p->at;
    while (end < p->text.n && (cut_is_alpha(p->text.p[end]) || strchr("_-", p->text.p[end])))
        end++;
    *name = (cut_str){NULL, 0};
    if (end == p->at || end >= p->text.n || p->text.p[end] != ':')
        return;
    *name = cut_str_slice(p->text, p->at, end);
    p->at = end + 1;
}

static cutline_status named_term(cut_query_parser *p, const cut_query_name *names, size_t count,
                                 cut_query_node *node)
{
    value v = {.match = CUT_MATCH_WORDS};
    cut_query_form form = names->form;
    if (names->part == CUT_PART_RESTRICTION) {
        bool is_right;
        cutline_status done = right_term(p, node, &is_right);
        if (done != CUTLINE_OK || is_right)
            return done;
    }
    bool text = form == CUT_FORM_TEXT || form == CUT_FORM_DATE;
    cutline_status status =
        text ? read_text(p, names->part == CUT_PART_FILE, &v) : read_word(p, &v);
    if (status != CUTLINE_OK)
        return status;
    if (v.text.n == 0)
        return cut_query_fault(p, v.at, "something is missing after the colon");
    switch (form) {
    case CUT_FORM_TEXT:
        return text_term(p, names, count, &v, node);
    case CUT_FORM_MEDIA:
        return media_term(p, &v, node);
    case CUT_FORM_DATE:
        return date_or_text_term(p, names, &v, node);
    case CUT_FORM_IS:
    case CUT_FORM_HAS:
        return flag_term(p, form, &v, node);
    case CUT_FORM_SORT:
    case CUT_FORM_LIMIT:
        break;
    }
    return whole_term(p, form, &v, node->at);
}

/* A word by itself with a digit in it may be a media ID. One with a digit, dot or underscore may be
 * the name of a file. */
static cutline_status name_bare(cut_query_parser *p, cut_query_node *node)
{
    bool digit = false, mark = false;
    for (size_t i = 0; i < node->text.n; i++) {
        digit = digit || cut_is_digit(node->text.p[i]);
        mark = mark || node->text.p[i] == '.' || node->text.p[i] == '_';
    }
    node->bare = digit || mark;
    if (!digit || node->text.n < CUT_MIN_BARE_ID)
        return CUTLINE_OK;
    cut_id_list readings;
    cutline_error ignored;
    cutline_status status = cut_ident_parse(p->arena, node->text, &readings, &ignored);
    if (status == CUTLINE_BAD_ARGUMENT)
        return CUTLINE_OK;
    if (status != CUTLINE_OK)
        return cut_no_memory(p->err);
    node->ids = readings.ids.v;
    node->id_count = readings.ids.n;
    return CUTLINE_OK;
}

/* A word or phrase by itself. "reuters:RTX2CGS3" is a media ID. */
static cutline_status plain_term(cut_query_parser *p, cut_str before, cut_query_node *node)
{
    static const cut_query_name any = {.part = CUT_PART_ANY, .field = -1};
    value v = {.match = CUT_MATCH_WORDS};
    p->at = node->at;
    cutline_status status = read_word(p, &v);
    if (status != CUTLINE_OK)
        return status;
    if (before.p)
        return media_term(p, &v, node);
    status = text_node(p, &any, &v, node);
    return status == CUTLINE_OK && !v.phrase && !node->prefix ? name_bare(p, node) : status;
}

cutline_status cut_query_parse_term(cut_query_parser *p, cut_query_node **out)
{
    size_t at = p->at, count = 0;
    cut_str name;
    cut_query_name own;
    if (++p->terms > CUT_MAX_QUERY_TERMS)
        return cut_fail_at(p->err, CUTLINE_LIMIT, NULL, (int64_t)at,
                           "more than %u conditions in one query", CUT_MAX_QUERY_TERMS);
    read_name(p, &name);
    const cut_query_name *names = name.p ? cut_query_name_find(name, &own, &count) : NULL;
    if (name.p && !names && !cut_ident_namespace(name))
        return cut_query_unknown_name(name, at, p->err);
    cutline_status status = cut_query_new_node(p, CUT_QUERY_TEXT, at, out);
    if (status != CUTLINE_OK)
        return status;
    status = names ? named_term(p, names, count, *out) : plain_term(p, name, *out);
    if (status == CUTLINE_OK && names &&
        (names->form == CUT_FORM_SORT || names->form == CUT_FORM_LIMIT))
        *out = NULL;
    return status;
}
