/* The labels in front of a credit: "Photo by", "Mandatory Credit:", "(c)". */
#include "caption/chain.h"

static bool punct_in(const cut_token *t, const char *marks)
{
    return t->kind == CUT_TOK_PUNCT && t->ch < 0x80 && strchr(marks, (int)t->ch) != NULL;
}

/* "(c)" is three tokens, the copyright sign one. */
static size_t copyright_sign(const cut_doc *doc, size_t at, size_t end)
{
    if (at >= end)
        return 0;
    const cut_token *t = &doc->tokens[at];
    if (cut_token_is(t, 0xA9))
        return 1;
    bool sign = at + 2 < end && cut_token_is(t, '(') && cut_token_is(t + 2, ')') &&
                t[1].fold_n == 1 && doc->folded[t[1].fold_at] == 'c';
    return sign ? 3 : 0;
}

/* "[File: Name/Agency]" */
static size_t file_label(const cut_doc *doc, size_t at, size_t end)
{
    unsigned kind;
    size_t n = cut_lex_match_within(doc, at, end, CUT_IS_PREFIX, &kind);
    if (n == 0 || kind != CUT_PREFIX_FILE || at + n >= end ||
        !cut_token_is(&doc->tokens[at + n], ':'))
        return 0;
    return n + 1;
}

static size_t label_length(const cut_doc *doc, size_t at, size_t end, bool inside, cut_chain *chain)
{
    size_t sign = copyright_sign(doc, at, end);
    if (sign) {
        chain->strong = true;
        return sign;
    }
    size_t file = inside ? file_label(doc, at, end) : 0;
    chain->file |= file > 0;
    if (file)
        return file;
    unsigned kind;
    size_t n = cut_lex_match_within(doc, at, end, CUT_IS_LABEL, &kind);
    if (n == 0 || kind == CUT_LABEL_TAIL ||
        cut_lex_match_within(doc, at, end, CUT_IS_AGENCY, NULL) > n) /* "picture alliance" */
        return 0;
    const cut_token *next = &doc->tokens[at + n < end ? at + n : doc->count];
    bool dots =
        cut_token_is(next, 0x2026) || (cut_token_is(next, '.') && cut_token_is(next + 1, '.'));
    bool colon = punct_in(next, ":/") || cut_token_is(next, '=') || dots; /* "Credit...Jane Doe" */
    if (punct_in(next, "/") && cut_lex_may(doc, at, CUT_IS_AGENCY))
        return 0;
    /* In scripts without spaces a label is a part of other words unless a sign follows. */
    if (doc->tokens[at].script == CUT_SCRIPT_HAN && !colon && !inside &&
        !cut_lex_may(doc, at + n, CUT_IS_AGENCY))
        return 0;
    unsigned role = CUT_ROLES;
    bool courtesy =
        cut_lex_match_within(doc, at + n, end, CUT_IS_ROLE, &role) > 0 && role == CUT_ROLE_COURTESY;
    bool bare = kind == CUT_LABEL_WEAK && !colon && !courtesy && !chain->label;
    if (bare && (chain->field || !cut_token_capital(next)))
        return 0;
    chain->strong |= kind == CUT_LABEL_STRONG || colon;
    chain->by = cut_word_is(doc, at + n - 1, CUT_STR("by"));
    const char *marks = colon ? ":.-/" : ":./";
    if (cut_word_is(doc, at, CUT_STR("image")) && punct_in(&doc->tokens[at + n], ","))
        n++; /* "Image source, Reuters" */
    while (at + n < end &&
           (punct_in(&doc->tokens[at + n], marks) || cut_token_is(&doc->tokens[at + n], 0x2026)))
        n++;
    if (at + n < end && cut_token_is(&doc->tokens[at + n], '='))
        n++;
    return n;
}

/* "Mandatory Credit: Photo by (c)" has three. */
#define MOST_LABELS 6

size_t cut_chain_labels(const cut_doc *doc, size_t at, size_t end, bool inside, cut_chain *chain)
{
    for (size_t i = 0; i < MOST_LABELS; i++) {
        size_t n = label_length(doc, at, end, inside, chain);
        if (n == 0)
            break;
        chain->label = true;
        at += n;
    }
    return at;
}
