#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "caption/caption.h"

/* First reading of a credit: "REUTERS/Name" at the end of the text. */
static bool reuters_at_end(cut_arena *arena, cut_str text, cutline_caption *out)
{
    size_t at = cut_str_find(text, CUT_STR("REUTERS/"), 0);
    if (at == SIZE_MAX)
        return false;
    cut_str line = cut_str_trim(cut_str_slice(text, at, text.n));
    out->credit.line = cut_arena_copy(arena, line);
    out->caption = cut_arena_copy(arena, cut_str_trim(cut_str_slice(text, 0, at)));
    return out->credit.line && out->caption &&
           cut_credit_parse(arena, line, &out->credit, NULL) == CUTLINE_OK;
}

cutline_status cut_caption_parse(cut_arena *arena, cut_str text, cutline_caption *out,
                                 cutline_error *err)
{
    *out = (cutline_caption){.language = "und"};
    cut_str whole = cut_utf8_repair(arena, cut_str_slice(text, 0, CUT_MAX_CAPTION_BYTES));
    if (!whole.p)
        return cut_no_memory(err);
    out->text = whole.p;
    out->caption = whole.p;
    (void)reuters_at_end(arena, whole, out);
    return CUTLINE_OK;
}

static cutline_strings one_string(cut_arena *arena, const char *z)
{
    const char **items = CUT_NEW_ARRAY(arena, const char *, 1);
    if (!items)
        return (cutline_strings){0};
    items[0] = z;
    return (cutline_strings){items, 1};
}

cutline_status cut_credit_parse(cut_arena *arena, cut_str line, cutline_credit *out,
                                cutline_error *err)
{
    *out = (cutline_credit){.line = cut_arena_copy(arena, line)};
    if (!out->line)
        return cut_no_memory(err);
    cut_str rest = line;
    while (rest.p) {
        cut_str part = cut_str_trim(cut_str_split(&rest, '/'));
        const char *agency = cut_agency_canonical(part);
        if (agency)
            out->agencies = one_string(arena, agency);
        else if (part.n > 0)
            out->photographers =
                one_string(arena, cut_arena_copy(arena, cut_name_natural_case(arena, part)));
    }
    return CUTLINE_OK;
}

const char *cut_agency_canonical(cut_str text)
{
    static const char *const known[] = {"Reuters", "AP", "AFP", "EPA", "Getty Images"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (cut_str_eq_nocase(text, cut_str_from(known[i])))
            return known[i];
    }
    return NULL;
}

cut_str cut_name_natural_case(cut_arena *arena, cut_str name)
{
    char *copy = cut_arena_copy(arena, name);
    return copy ? (cut_str){copy, name.n} : (cut_str){0};
}
