/*
 * What wires wrote in front of a caption for themselves: "ITAR-TASS 31:", the agency and the
 * picture's number of the day, and "(NY12-Aug.14)", the office, number and day of filing.
 */
#include "caption/grammar.h"

static bool has_credit(const cut_doc *doc)
{
    for (size_t i = doc->count; i > 0; i--) {
        if (doc->tokens[i - 1].zone == CUT_ZONE_CREDIT)
            return true;
    }
    return false;
}

/* Tokens of "ITAR-TASS 31:". */
static size_t wire_head(const cut_doc *doc)
{
    size_t n = cut_lex_match(doc, 0, CUT_IS_AGENCY, NULL);
    if (n == 0)
        return 0;
    n += cut_token_at(doc, n)->kind == CUT_TOK_NUMBER;
    const cut_token *colon = cut_token_at(doc, n);
    return cut_token_is(colon, ':') && colon->gap == CUT_GAP_NONE &&
                   cut_token_at(doc, n + 1)->kind == CUT_TOK_WORD
               ? n + 1
               : 0;
}

/* Two capitals and a number: "NY12" */
static bool is_filing_code(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    cut_str word = cut_token_fold(doc, t);
    if (t->kind != CUT_TOK_WORD || t->shape != CUT_SHAPE_UPPER || word.n < 3 || word.n > 6 ||
        !cut_is_alpha(word.p[0]) || !cut_is_alpha(word.p[1]))
        return false;
    for (size_t i = 2; i < word.n; i++) {
        if (!cut_is_digit(word.p[i]))
            return false;
    }
    return true;
}

/* Longer parentheses are no code and its date. */
#define LONGEST_CODE 8

static size_t filing_head(const cut_doc *doc)
{
    size_t close = cut_token_is(cut_token_at(doc, 0), '(') && is_filing_code(doc, 1)
                       ? cut_bracket_end(doc, 0, doc->count)
                       : SIZE_MAX;
    return close < LONGEST_CODE ? close + 1 : 0;
}

void cut_mark_head(cut_doc *doc)
{
    size_t end = wire_head(doc);
    end = end > 0 ? end : filing_head(doc);
    if (end == 0 || doc->tokens[0].zone != CUT_ZONE_BODY || !has_credit(doc))
        return;
    for (size_t i = 0; i < end; i++)
        doc->tokens[i].zone = CUT_ZONE_PREFIX;
    cut_doc_decide(doc, "prefix.wire", 0, end);
}
