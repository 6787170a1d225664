/* The caption that is left when credits, prefixes and notices are taken out. */
#include "base/eight.h"
#include "base/unicode.h"
#include "caption/grammar.h"

typedef struct cleaner {
    const cut_doc *doc;
    char *out;
    size_t n;
} cleaner;

/* Signs that joined the caption to what was taken out. */
static bool is_joint(const cut_token *t)
{
    static const char joints[] = "-/|,:;*+=";
    return t->kind == CUT_TOK_PUNCT && t->ch < 0x80 && strchr(joints, (int)t->ch) != NULL;
}

static bool ends_with_stop(const cleaner *c)
{
    return c->n > 0 && strchr(".!?", c->out[c->n - 1]) != NULL;
}

static bool is_plain(cut_str s, size_t from, size_t at)
{
    return (uint8_t)s.p[at] < 0x80 &&
           (s.p[at] > ' ' || (s.p[at] == ' ' && at > from && s.p[at - 1] != ' '));
}

/* True if the eight bytes at `at`, none of them the first, are plain for sure: ASCII, none below
 * the blank, and no blank behind a blank, which makes two zeros when blanks are taken away. */
static bool eight_plain(cut_str s, size_t at)
{
    uint64_t now = cut_eight_load(s.p + at), before = cut_eight_load(s.p + at - 1);
    uint64_t blanks = CUT_EIGHT_OF(' ');
    return cut_eight_ascii(now) && !cut_eight_below(now, ' ') &&
           !cut_eight_below((now ^ blanks) | (before ^ blanks), 1);
}

/* Where the bytes from `from` on end that are copied as they are: ASCII with single blanks between.
 */
static size_t plain_end(cut_str s, size_t from)
{
    size_t at = from;
    while (at < s.n && is_plain(s, from, at)) {
        at++;
        while (at + CUT_EIGHT <= s.n && eight_plain(s, at))
            at += CUT_EIGHT;
    }
    return at;
}

/* White space becomes one space, or one line end. */
static void copy(cleaner *c, cut_str s)
{
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        at = plain_end(s, from);
        uint32_t ch = at > from ? 0 : cut_utf8_valid_next(s, &at);
        if (!cut_uc_is_space(ch)) {
            memcpy(c->out + c->n, s.p + from, at - from);
            c->n += at - from;
            continue;
        }
        bool line = ch == '\n' || ch == '\r';
        if (c->n > 0 && c->out[c->n - 1] == ' ')
            c->out[c->n - 1] = line ? '\n' : ' ';
        else if (c->n > 0 && c->out[c->n - 1] != '\n')
            c->out[c->n++] = line ? '\n' : ' ';
    }
}

static void add_run(cleaner *c, size_t from, size_t to, bool first, bool last)
{
    const cut_token *t = c->doc->tokens;
    while (from < to && (!first || is_joint(&t[from])) && is_joint(&t[from]))
        from++;
    /* "NOVEMBER 20: (EDITORIAL USE ONLY) Singer ...": the colon goes with the caption. */
    bool colon = !last && t[to].zone == CUT_ZONE_BOILER && cut_token_is(&t[to - 1], ':') &&
                 t[to - 1].gap == CUT_GAP_NONE;
    while (from < to && !colon && is_joint(&t[to - 1]) && (!last || t[to - 1].gap != CUT_GAP_NONE))
        to--;
    if (from == to)
        return;
    bool stop = cut_token_is(&t[from], '.') || cut_token_is(&t[from], ',');
    if (stop && !first) {
        if (ends_with_stop(c) && ++from < to)
            c->out[c->n++] = ' ';
    } else if (c->n > 0 && t[from].gap != CUT_GAP_NONE) {
        c->out[c->n++] = ' ';
    } else if (c->n > 0 && t[from - 1].zone != CUT_ZONE_BODY && t[from].kind == CUT_TOK_WORD &&
               t[from].script == CUT_SCRIPT_LATIN) {
        c->out[c->n++] = ' ';
    }
    copy(c, cut_doc_span(c->doc, from, to));
}

const char *cut_clean_caption(cut_doc *doc)
{
    /* A joining space may come on top of each token at most. */
    cleaner c = {.doc = doc, .out = cut_arena_alloc(doc->arena, doc->text.n + doc->count + 1, 1)};
    if (!c.out)
        return NULL;
    for (size_t i = 0; i < doc->count;) {
        size_t end = i;
        while (end < doc->count && doc->tokens[end].zone == CUT_ZONE_BODY)
            end++;
        if (end > i)
            add_run(&c, i, end, i == 0, end == doc->count);
        i = end > i ? end : i + 1;
    }
    while (c.n > 0 && cut_is_space(c.out[c.n - 1]))
        c.n--;
    c.out[c.n] = '\0';
    return c.out;
}
