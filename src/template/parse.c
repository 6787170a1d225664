/* Reading a template: text to tree. */
#include "template/template.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <stdlib.h>

typedef struct parser {
    cutline_template *tmpl;
    cut_arena *arena;
    cut_str text;
    size_t at;
    cutline_error *err;
} parser;

static cutline_status fail(const parser *p, size_t at, const char *message)
{
    return cut_fail_at(p->err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at, "%s", message);
}

static bool at_end(const parser *p)
{
    return p->at >= p->text.n;
}

static bool looking_at(const parser *p, const char *what)
{
    return cut_str_starts(cut_str_slice(p->text, p->at, p->text.n), cut_str_from(what));
}

static bool skip(parser *p, const char *what)
{
    if (!looking_at(p, what))
        return false;
    p->at += strlen(what);
    return true;
}

static void skip_blanks(parser *p)
{
    while (!at_end(p) && cut_is_space(p->text.p[p->at]))
        p->at++;
}

/* ---- what stands in braces ---------------------------------------------------------------------
 */

static bool is_name_char(char c)
{
    return cut_is_alnum(c) || c == '_' || c == '.' || c == '-';
}

static cutline_status read_name(parser *p, const char **out)
{
    size_t start = p->at;
    while (!at_end(p) && is_name_char(p->text.p[p->at]))
        p->at++;
    if (p->at == start)
        return fail(p, start, "the name of a variable is expected here");
    *out = cut_arena_copy(p->arena, cut_str_slice(p->text, start, p->at));
    cutline_template_variable variable = {*out, start};
    if (!*out || !CUT_PUSH(p->arena, &p->tmpl->variables, variable))
        return cut_no_memory(p->err);
    return CUTLINE_OK;
}

/* "text" in quotes; \" and \\ stand for themselves. */
static cutline_status read_quoted(parser *p, const char **out)
{
    size_t start = p->at++;
    char *text = cut_arena_alloc(p->arena, p->text.n - start, 1);
    size_t n = 0;
    if (!text)
        return cut_no_memory(p->err);
    while (!at_end(p) && p->text.p[p->at] != '"') {
        if (looking_at(p, "\\\"") || looking_at(p, "\\\\"))
            p->at++;
        text[n++] = p->text.p[p->at++];
    }
    if (!skip(p, "\""))
        return fail(p, start, "this quotation mark is not closed");
    text[n] = '\0';
    *out = text;
    return CUTLINE_OK;
}

static cutline_status read_number(parser *p, unsigned max, unsigned *out)
{
    size_t start = p->at;
    uint64_t number;
    while (!at_end(p) && cut_is_digit(p->text.p[p->at]))
        p->at++;
    if (!cut_str_to_u64(cut_str_slice(p->text, start, p->at), &number) || number < 1 ||
        number > max)
        return fail(p, start, "a number from 1 on that is not too large is expected here");
    *out = (unsigned)number;
    return CUTLINE_OK;
}

static cutline_status read_format_word(parser *p, cut_value_format *format)
{
    unsigned number = 0;
    cutline_status status = CUTLINE_OK;
    if (!at_end(p) && cut_is_digit(p->text.p[p->at]))
        return read_number(p, CUT_MAX_TEMPLATE_PAD, &format->pad);
    if (skip(p, "pad="))
        return read_number(p, CUT_MAX_TEMPLATE_PAD, &format->pad);
    if (skip(p, "max=")) {
        status = read_number(p, CUT_MAX_TEMPLATE_BYTES, &number);
        format->max = number;
        return status;
    }
    if (looking_at(p, "sep=\"")) {
        p->at += 4;
        return read_quoted(p, &format->between);
    }
    if (skip(p, "upper"))
        format->upper = true;
    else if (skip(p, "lower"))
        format->lower = true;
    else
        status = fail(p, p->at,
                      "a format is expected here: upper, lower, max=N, pad=N, sep=\"...\", or a "
                      "date pattern such as %B %-d, %Y");
    return status;
}

static bool ends_format(const parser *p)
{
    return at_end(p) || looking_at(p, "}") || looking_at(p, "|");
}

static cutline_status read_date_pattern(parser *p, cut_value_format *format)
{
    size_t start = p->at;
    while (!ends_format(p))
        p->at++;
    cut_str pattern = cut_str_slice(p->text, start, p->at);
    long fault = cut_date_pattern_fault(pattern);
    if (fault >= 0)
        return fail(p, start + (size_t)fault,
                    "no part of a date is written so; there are %Y %y %m %d %e %B %b %A %a %H %I "
                    "%M %S %p %j %z %%");
    format->date = cut_arena_copy(p->arena, pattern);
    return format->date ? CUTLINE_OK : cut_no_memory(p->err);
}

static cutline_status read_format(parser *p, cut_value_format *format)
{
    skip_blanks(p);
    if (looking_at(p, "%"))
        return read_date_pattern(p, format);
    do {
        cutline_status status = read_format_word(p, format);
        if (status != CUTLINE_OK)
            return status;
        skip_blanks(p);
    } while (!ends_format(p));
    return CUTLINE_OK;
}

static cutline_status read_choice(parser *p, cut_choice **out)
{
    cut_choice *choice = CUT_NEW(p->arena, cut_choice);
    cutline_status status;
    *out = choice;
    if (!choice)
        return cut_no_memory(p->err);
    skip_blanks(p);
    if (looking_at(p, "\""))
        status = read_quoted(p, &choice->text);
    else
        status = read_name(p, &choice->name);
    if (status == CUTLINE_OK && choice->name && skip(p, ":"))
        status = read_format(p, &choice->format);
    skip_blanks(p);
    return status;
}

static cutline_status expect_close(parser *p, size_t open)
{
    if (skip(p, "}"))
        return CUTLINE_OK;
    return at_end(p) ? fail(p, open, "this brace is not closed")
                     : fail(p, p->at, "a closing brace is expected here");
}

static cutline_status read_value_part(parser *p, size_t open, cut_part *part)
{
    cut_choice **next = &part->choices;
    part->kind = CUT_PART_VALUE;
    do {
        cutline_status status = read_choice(p, next);
        if (status != CUTLINE_OK)
            return status;
        next = &(*next)->next;
    } while (skip(p, "|"));
    return expect_close(p, open);
}

/* ---- parts -------------------------------------------------------------------------------------
 */

static cutline_status read_parts(parser *p, unsigned depth, cut_part **out);

static cutline_status read_if(parser *p, size_t open, unsigned depth, cut_part *part)
{
    part->kind = CUT_PART_IF;
    if (depth >= CUT_MAX_TEMPLATE_DEPTH)
        return fail(p, open, "conditions are nested too deeply");
    cutline_status status = read_choice(p, &part->choices);
    if (status == CUTLINE_OK && !part->choices->name)
        status = fail(p, open + 2, "the name of a variable is expected here");
    if (status == CUTLINE_OK)
        status = expect_close(p, open);
    if (status == CUTLINE_OK)
        status = read_parts(p, depth + 1, &part->then);
    if (status == CUTLINE_OK && skip(p, "{:}"))
        status = read_parts(p, depth + 1, &part->otherwise);
    if (status != CUTLINE_OK || skip(p, "{/}"))
        return status;
    return at_end(p) ? fail(p, open, "this condition is not closed: {/} is missing")
                     : fail(p, p->at, "{/} is expected here");
}

/* Text up to the next brace that means something; {{ and }} leave one brace each. */
static cutline_status read_text(parser *p, cut_part *part)
{
    size_t start = p->at;
    part->kind = CUT_PART_TEXT;
    if (looking_at(p, "{{") || looking_at(p, "}}")) {
        part->text = cut_str_slice(p->text, start, start + 1);
        p->at += 2;
        return CUTLINE_OK;
    }
    if (looking_at(p, "}"))
        return fail(p, start, "this brace was not opened; write }} for a brace");
    while (!at_end(p) && p->text.p[p->at] != '{' && p->text.p[p->at] != '}')
        p->at++;
    part->text = cut_str_slice(p->text, start, p->at);
    return CUTLINE_OK;
}

static cutline_status read_part(parser *p, unsigned depth, cut_part *part)
{
    size_t open = p->at;
    if (!looking_at(p, "{") || looking_at(p, "{{"))
        return read_text(p, part);
    p->at++;
    if (skip(p, "?"))
        return read_if(p, open, depth, part);
    part->negated = skip(p, "!");
    return part->negated ? read_if(p, open, depth, part) : read_value_part(p, open, part);
}

/* Parts up to the end of the text or of the branch. */
static cutline_status read_parts(parser *p, unsigned depth, cut_part **out)
{
    while (!at_end(p)) {
        if (looking_at(p, "{:}") || looking_at(p, "{/}"))
            return depth > 0 ? CUTLINE_OK : fail(p, p->at, "there is no condition to end here");
        *out = CUT_NEW(p->arena, cut_part);
        if (!*out)
            return cut_no_memory(p->err);
        cutline_status status = read_part(p, depth, *out);
        if (status != CUTLINE_OK)
            return status;
        out = &(*out)->next;
    }
    return CUTLINE_OK;
}

/* ---- public ------------------------------------------------------------------------------------
 */

cutline_status cutline_template_parse(const char *text, size_t length, cutline_template **out,
                                      cutline_error *err)
{
    *out = NULL;
    if (length > CUT_MAX_TEMPLATE_BYTES)
        return cut_fail(err, CUTLINE_LIMIT, "a template may hold %u bytes", CUT_MAX_TEMPLATE_BYTES);
    cutline_template *tmpl = calloc(1, sizeof *tmpl);
    if (!tmpl)
        return cut_no_memory(err);
    cut_arena_init(&tmpl->arena, CUT_MAX_TEMPLATE_MEMORY);
    parser p = {.tmpl = tmpl, .arena = &tmpl->arena, .err = err};
    char *copy = cut_arena_copy(&tmpl->arena, (cut_str){text, length});
    p.text = (cut_str){copy, length};
    size_t valid = copy ? cut_utf8_valid_prefix(p.text) : length;
    cutline_status status = CUTLINE_OK;
    if (!copy)
        status = cut_no_memory(err);
    else if (valid < length)
        status = fail(&p, valid, "this is not UTF-8");
    else
        status = read_parts(&p, 0, &tmpl->parts);
    if (status != CUTLINE_OK) {
        cutline_template_free(tmpl);
        return status;
    }
    *out = tmpl;
    return CUTLINE_OK;
}

void cutline_template_free(cutline_template *tmpl)
{
    if (!tmpl)
        return;
    cut_arena_release(&tmpl->arena);
    free(tmpl);
}

const cutline_template_variable *cutline_template_variable_at(const cutline_template *tmpl,
                                                              size_t index)
{
    return index < tmpl->variables.n ? &tmpl->variables.v[index] : NULL;
}
