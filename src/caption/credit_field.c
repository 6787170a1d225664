/*
 * Fields that hold a credit and nothing else. IIM cuts 2:110 and 2:80 at 32 octets, so the last
 * element may be the beginning of an agency's name.
 */
#include "base/error.h"
#include "base/utf8.h"
#include "caption/agency.h"
#include "caption/caption.h"
#include "caption/chain.h"

/* Octets at which IIM 4.1 cuts By-line (2:80) and Credit (2:110). */
#define IIM_CREDIT_OCTETS 32

static bool tokenise(cut_doc *doc, cut_arena *arena, cut_str text)
{
    *doc = (cut_doc){.arena = arena, .text = cut_utf8_repair(arena, cut_str_trim(text))};
    if (!doc->text.p || !cut_lex_tokens(doc) || !cut_lex_annotate(doc))
        return false;
    cut_mark_starts(doc);
    return true;
}

/* What is no chain at all is a body's name as a whole. */
static cutline_status whole_as_issuer(cut_doc *doc, cutline_credit *out, cutline_error *err)
{
    cut_str name = cut_body_natural_case(doc->arena, doc->text);
    if (!name.p)
        return cut_no_memory(err);
    out->issuer = name.n > 0 ? name.p : NULL;
    return CUTLINE_OK;
}

/* Parentheses around the whole field. */
static void unwrap(const cut_doc *doc, size_t *from, size_t *to)
{
    if (*to > *from + 1 && cut_token_is(&doc->tokens[*from], '(') &&
        cut_bracket_end(doc, *from, *to) == *to - 1) {
        ++*from;
        --*to;
    }
}

cutline_status cut_credit_parse(cut_arena *arena, cut_str line, cutline_credit *out,
                                cutline_error *err)
{
    cut_doc doc;
    *out = (cutline_credit){0};
    if (!tokenise(&doc, arena, line))
        return cut_no_memory(err);
    size_t from = 0, to = doc.count;
    unwrap(&doc, &from, &to);
    cut_chain chain = {.inside = true, .strong = true, .field = true};
    from = cut_chain_labels(&doc, from, to, true, &chain);
    while (to > from && cut_token_is(&doc.tokens[to - 1], '.'))
        to--;
    if (from == to)
        return CUTLINE_OK;
    cut_str span = cut_doc_span(&doc, from, to);
    out->line = cut_arena_copy(arena, span);
    if (!out->line)
        return cut_no_memory(err);
    /* Behind a chain with an agency an odd rest counts for nothing: "... via" of a cut value. */
    if (!cut_chain_read(&doc, from, to, true, &chain) || (chain.to < to && chain.agencies == 0))
        return whole_as_issuer(&doc, out, err);
    if (doc.text.n >= IIM_CREDIT_OCTETS - 1 && doc.text.n <= IIM_CREDIT_OCTETS)
        cut_chain_complete(&doc, &chain);
    return cut_chain_credit(&doc, &chain, 0, out) ? CUTLINE_OK : cut_no_memory(err);
}

const char *cut_agency_canonical(cut_str text)
{
    cut_arena arena;
    cut_doc doc;
    unsigned agency;
    const char *name = NULL;
    cut_arena_init(&arena, (size_t)64 << 10);
    if (text.n < 200 && tokenise(&doc, &arena, text) && doc.count > 0 &&
        cut_lex_match(&doc, 0, CUT_IS_AGENCY, &agency) == doc.count)
        name = cut_agencies[agency].name;
    cut_arena_release(&arena);
    return name;
}
