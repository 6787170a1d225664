/* Where sentences begin, in captions full of "U.S.", "Nov." and "J. Smith". */
#include "caption/grammar.h"

static bool ends_with_dot(const cut_doc *doc, const cut_token *t)
{
    return t->kind == CUT_TOK_WORD && doc->text.p[t->to - 1] == '.';
}

/* A word that opens sentences and never goes on after an abbreviation: "The", "After". */
static bool opens_sentence(const cut_doc *doc, size_t at)
{
    return cut_lex_may(doc, at, CUT_IS_STOP_CAPITAL) && doc->tokens[at].shape == CUT_SHAPE_CAPITAL;
}

/* The dot at `dot` belongs to the word before it: an initial, "Nov.", the German "22." */
static bool abbreviates(const cut_doc *doc, size_t dot)
{
    if (dot == 0)
        return false;
    const cut_token *t = &doc->tokens[dot - 1];
    if (doc->tokens[dot].gap != CUT_GAP_NONE)
        return false;
    if (t->kind == CUT_TOK_NUMBER)
        return t->number > 0 && t->number < 32 && cut_lex_may(doc, dot + 1, CUT_IS_MONTH);
    if (t->kind != CUT_TOK_WORD)
        return false;
    bool initial = t->fold_n == 1 && t->script != CUT_SCRIPT_HAN;
    return (initial && t->shape == CUT_SHAPE_UPPER) ||
           cut_lex_may(doc, dot - 1, CUT_IS_ABBREVIATION);
}

static bool full_width(const cut_token *t)
{
    return t->to - t->from == 3;
}

static bool begins_after_dot(const cut_doc *doc, size_t at)
{
    const cut_token *t = &doc->tokens[at];
    bool glued = t->gap == CUT_GAP_NONE;
    if (full_width(&doc->tokens[at - 1]))
        return true;
    if (t->kind == CUT_TOK_WORD && t->shape == CUT_SHAPE_LOWER)
        return false;
    if (glued && !(t->kind == CUT_TOK_WORD && t->fold_n > 1) && !cut_token_is(t, '(') &&
        !cut_token_is(t, '['))
        return false;
    if (abbreviates(doc, at - 1))
        return !glued && opens_sentence(doc, at);
    return true;
}

static bool begins_after_word(const cut_doc *doc, size_t at)
{
    return ends_with_dot(doc, &doc->tokens[at - 1]) && doc->tokens[at].gap != CUT_GAP_NONE &&
           opens_sentence(doc, at);
}

static bool is_stop(const cut_token *t)
{
    return cut_token_is(t, '.') || cut_token_is(t, '!') || cut_token_is(t, '?') ||
           cut_token_is(t, 0x2026);
}

static bool closes(const cut_token *t)
{
    return cut_token_is(t, '"') || cut_token_is(t, ')') || cut_token_is(t, 0xBB) ||
           cut_token_is(t, '\'');
}

static bool begins(const cut_doc *doc, size_t at)
{
    const cut_token *t = &doc->tokens[at];
    if (at == 0 || t->gap >= CUT_GAP_WIDE)
        return true;
    const cut_token *before = t - 1;
    if (before->kind == CUT_TOK_WORD)
        return begins_after_word(doc, at);
    if (before->kind != CUT_TOK_PUNCT)
        return false;
    if (cut_token_is(before, '.'))
        return begins_after_dot(doc, at) && !is_stop(t) && !closes(t);
    if (is_stop(before))
        return t->gap != CUT_GAP_NONE && t->shape != CUT_SHAPE_LOWER;
    return at > 1 && closes(before) && is_stop(before - 1) && t->gap != CUT_GAP_NONE &&
           t->shape != CUT_SHAPE_LOWER;
}

/* Sentences are told apart up to here; captions have five at most. */
#define LAST_SENTENCE 15

void cut_mark_starts(cut_doc *doc)
{
    int sentence = -1;
    for (size_t i = 0; i < doc->count; i++) {
        cut_token *t = &doc->tokens[i];
        t->starts = begins(doc, i);
        if (t->starts && sentence < LAST_SENTENCE)
            sentence++;
        t->sentence = (uint8_t)sentence;
    }
}

/* Longer parentheses hold prose; the bound keeps a text of nothing but brackets cheap. */
#define LONGEST_BRACKET 120

size_t cut_bracket_end(const cut_doc *doc, size_t open, size_t end)
{
    unsigned depth = 0;
    if (end > open + LONGEST_BRACKET)
        end = open + LONGEST_BRACKET;
    for (size_t i = open; i < end; i++) {
        const cut_token *t = &doc->tokens[i];
        if (cut_token_is(t, '(') || cut_token_is(t, '['))
            depth++;
        else if ((cut_token_is(t, ')') || cut_token_is(t, ']')) && --depth == 0)
            return i;
    }
    return SIZE_MAX;
}
