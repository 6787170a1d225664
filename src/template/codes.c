/* Looking codes up, and replacing them in a text. */
#include "template/codes.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <stdlib.h>

cutline_status cutline_codes_new(cutline_codes **out, cutline_error *err)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return cut_no_memory(err);
    cut_arena_init(&(*out)->arena, CUT_MAX_CODES_MEMORY);
    return CUTLINE_OK;
}

void cutline_codes_free(cutline_codes *codes)
{
    if (!codes)
        return;
    cut_arena_release(&codes->arena);
    free(codes);
}

const cutline_code *cutline_codes_at(const cutline_codes *codes, size_t index)
{
    return index < codes->codes.n ? &codes->codes.v[index].info : NULL;
}

/* ---- expanding ---------------------------------------------------------------------------------
 */

typedef struct expansion {
    const cutline_codes *codes;
    cut_buf out;
    cutline_codes_unknown_fn unknown;
    void *context;
} expansion;

/* Between two delimiters stands what can be a code: no blanks, no control characters. */
static bool looks_like_code(cut_str text)
{
    if (text.n == 0 || text.n > CUT_MAX_CODE)
        return false;
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] <= ' ' || text.p[i] == 0x7F)
            return false;
    return true;
}

/* Takes "#2" off the end of a code and returns the index of the replacement: 1; 0 without it. */
static size_t take_column(cut_str *code)
{
    size_t hash = cut_str_find_char(*code, '#', 0);
    uint64_t column;
    if (hash == SIZE_MAX || !cut_str_to_u64(cut_str_slice(*code, hash + 1, code->n), &column) ||
        column < 1 || column > CUT_MAX_CODE_COLUMNS)
        return 0;
    code->n = hash;
    return (size_t)column - 1;
}

static const char *replacement_of(const cutline_codes *codes, cut_str code)
{
    size_t column = take_column(&code);
    const cut_code *found = cut_codes_find(codes, code);
    return found && column < found->info.count ? found->info.replacements[column] : NULL;
}

static void report_unknown(expansion *e, cut_str code)
{
    char name[CUT_MAX_CODE + 1];
    memcpy(name, code.p, code.n);
    name[code.n] = '\0';
    if (e->unknown)
        e->unknown(name, e->context);
}

/* What begins with the delimiter at `open`: returns where to go on. */
static size_t expand_at(expansion *e, cut_str text, size_t open, char delimiter)
{
    size_t close = cut_str_find_char(text, delimiter, open + 1);
    cut_str code = cut_str_slice(text, open + 1, close);
    if (close != SIZE_MAX && looks_like_code(code)) {
        const char *replacement = replacement_of(e->codes, code);
        if (replacement) {
            cut_buf_z(&e->out, replacement);
            return close + 1;
        }
        report_unknown(e, code);
    }
    cut_buf_char(&e->out, delimiter);
    return open + 1;
}

static bool is_delimiter(char c)
{
    return c > ' ' && c < 0x7F && !cut_is_alnum(c) && c != '#';
}

static void expand_all(expansion *e, cut_str text, char delimiter)
{
    size_t at = 0;
    while (at < text.n) {
        size_t open = cut_str_find_char(text, delimiter, at);
        cut_buf_str_add(&e->out, cut_str_slice(text, at, open));
        if (open == SIZE_MAX)
            return;
        at = expand_at(e, text, open, delimiter);
    }
}

cutline_status cutline_codes_expand(const cutline_codes *codes, const char *text, char delimiter,
                                    cutline_codes_unknown_fn unknown, void *context, char **out,
                                    cutline_error *err)
{
    expansion e = {.codes = codes, .unknown = unknown, .context = context};
    *out = NULL;
    if (!is_delimiter(delimiter))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "a delimiter is one ASCII sign that is no letter, digit, blank or #");
    cut_buf_init(&e.out, CUT_MAX_TEMPLATE_BYTES);
    expand_all(&e, cut_str_from(text), delimiter);
    bool full = e.out.failed;
    *out = cut_buf_detach(&e.out);
    if (*out)
        return CUTLINE_OK;
    return full ? cut_fail(err, CUTLINE_LIMIT, "a text may hold %u bytes after code replacement",
                           CUT_MAX_TEMPLATE_BYTES)
                : cut_no_memory(err);
}
