#include "import/pick.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "import/prose.h"

/* Pieces of furniture that may stand between an ID and its caption. */
#define FURNITURE_MAX 4
/* Lines over which a caption is wrapped, and their length: a longer line is a whole paragraph. */
#define WRAPPED_LINES_MAX 16
#define WRAPPED_LINE_MAX ((size_t)140)

typedef struct lines {
    cut_str line[WRAPPED_LINES_MAX];
    size_t n;
} lines;

static lines split_lines(cut_str text)
{
    lines l = {.n = 0};
    while (text.p && l.n < WRAPPED_LINES_MAX)
        l.line[l.n++] = cut_str_split(&text, '\n');
    return l;
}

/* The text with its line ends made spaces. */
static cut_str joined(cut_picker *p, cut_str text)
{
    char *out = cut_arena_copy(p->arena, text);
    for (size_t i = 0; out && i < text.n; i++)
        if (out[i] == '\n')
            out[i] = ' ';
    if (!out)
        p->failed = true;
    return (cut_str){out, out ? text.n : 0};
}

cut_picked cut_pick_text(cut_picker *p, cut_str text)
{
    cut_picked out = {0};
    if (text.n == 0 || text.n > CUT_MAX_PAGE_CAPTION)
        return out;
    cut_str line = joined(p, cut_str_trim(text));
    if (line.n == 0)
        return out;
    if (cut_caption_parse(p->arena, line, &out.caption, NULL) != CUTLINE_OK)
        p->failed = true;
    else
        out.text = line.p;
    out.credited = out.text && out.caption.credit.line;
    return out;
}

static cut_manner reading_of(cut_picker *p, const cut_picked *c)
{
    return c->text ? cut_read_as(p->arena, cut_str_from(c->text), &c->caption, p->more_follows)
                   : CUT_READS_STORY;
}

/* First lines of a paragraph, as far as its text. The lines are views of one text. */
static cut_str first_lines(const lines *l, size_t n)
{
    const char *end = l->line[n - 1].p + l->line[n - 1].n;
    return (cut_str){l->line[0].p, (size_t)(end - l->line[0].p)};
}

/* Takes in the lines that bring only more of the credit or a notice: what is left as the bare
 * caption stays the same. */
static cut_picked extend(cut_picker *p, const lines *l, size_t n, cut_picked best)
{
    while (n < l->n && !cut_is_notice(p->arena, l->line[n])) {
        cut_picked longer = cut_pick_text(p, first_lines(l, ++n));
        if (!longer.text || strcmp(longer.caption.caption, best.caption.caption) != 0 ||
            reading_of(p, &longer) != CUT_READS_CREDITED)
            break;
        best = longer;
    }
    return best;
}

/* A credited caption made of the first lines of a paragraph; none if they do not lead to one. */
static cut_picked pick_credited(cut_picker *p, const lines *l)
{
    for (size_t n = 1; n <= l->n; n++) {
        cut_picked c = cut_pick_text(p, first_lines(l, n));
        if (reading_of(p, &c) == CUT_READS_CREDITED)
            return extend(p, l, n, c);
        if (l->line[n - 1].n > WRAPPED_LINE_MAX)
            break;
    }
    return (cut_picked){0};
}

/* "caption" and, on a line or in a paragraph of its own, "REUTERS/Name". */
static cut_picked with_credit_below(cut_picker *p, cut_str text, cut_str below)
{
    cut_picked credit = cut_pick_text(p, below);
    if (reading_of(p, &credit) != CUT_READS_CREDIT)
        return (cut_picked){0};
    cut_str line = joined(p, text);
    char *both = cut_arena_printf(p->arena, "%.*s %s", CUT_FMT(line), credit.text);
    cut_picked c = cut_pick_text(p, cut_str_from(both));
    return c.credited ? c : (cut_picked){0};
}

static const cut_piece *text_piece(const cut_picker *p, size_t at)
{
    const cut_piece *piece = at < p->pieces->list.n ? &p->pieces->list.v[at] : NULL;
    return piece && piece->kind == CUT_PIECE_TEXT ? piece : NULL;
}

/* Without a credit in the first lines: one below, or a text that shows by itself what it is. Where
 * lines are wrapped the first paragraph is all of the text. */
static cut_picked pick_uncredited(cut_picker *p, size_t at, cut_str all, const lines *l)
{
    const cut_piece *next = text_piece(p, at + 1);
    bool is_caption = p->pieces->list.v[at].is_caption;
    cut_str text = !is_caption && l->line[0].n > WRAPPED_LINE_MAX ? l->line[0] : all;
    cut_picked c = {0};
    if (l->n > 1 && text.n < all.n)
        c = with_credit_below(p, text, l->line[1]);
    else if (next)
        c = with_credit_below(p, text, next->text);
    if (c.text) {
        c.end = at + (text.n < all.n ? 1 : 2);
        return c;
    }
    c = cut_pick_text(p, text);
    if (!is_caption && reading_of(p, &c) != CUT_READS_CAPTION)
        return (cut_picked){0};
    c.end = at + 1;
    return c;
}

static cut_picked pick_at(cut_picker *p, size_t at, cut_str text)
{
    bool is_caption = p->pieces->list.v[at].is_caption;
    lines l = split_lines(text);
    p->more_follows = l.n > 1 || text_piece(p, at + 1);
    cut_picked c = is_caption ? cut_pick_text(p, text) : pick_credited(p, &l);
    if (!c.credited)
        return pick_uncredited(p, at, text, &l);
    c.end = at + 1;
    return c;
}

static bool is_title(cut_picker *p, cut_str text)
{
    return p->title &&
           cut_str_eq(cut_uc_fold(p->arena, text), cut_uc_fold(p->arena, cut_str_from(p->title)));
}

/* The text from the first line on that is neither headline nor furniture. */
static cut_str skip_furniture(cut_picker *p, cut_str text)
{
    while (text.p) {
        cut_str rest = text, line = cut_str_split(&rest, '\n');
        if (!is_title(p, line) && !cut_is_page_furniture(p->arena, line))
            break;
        text = rest;
    }
    return text;
}

cut_picked cut_pick_after(cut_picker *p, size_t at)
{
    for (unsigned skipped = 0; skipped <= FURNITURE_MAX; skipped++, at++) {
        const cut_piece *piece = text_piece(p, at);
        if (!piece)
            break;
        cut_str text = piece->is_heading ? (cut_str){NULL, 0} : skip_furniture(p, piece->text);
        if (text.n > 0)
            return pick_at(p, at, text);
    }
    return (cut_picked){0};
}

cut_picked cut_pick_before(cut_picker *p, size_t at)
{
    const cut_piece *piece = at > 0 ? text_piece(p, at - 1) : NULL;
    if (!piece || piece->is_heading || is_title(p, piece->text))
        return (cut_picked){0};
    lines l = split_lines(piece->text);
    bool wrapped = l.line[0].n <= WRAPPED_LINE_MAX;
    p->more_follows = true;
    cut_picked c = cut_pick_text(p, wrapped ? piece->text : l.line[l.n - 1]);
    cut_manner manner = reading_of(p, &c);
    c.end = at;
    if (manner == CUT_READS_CREDITED)
        return c;
    bool good = c.text && at > p->header &&
                (piece->is_caption || (manner == CUT_READS_CAPTION && piece->ends_at_ids));
    return good ? c : (cut_picked){0};
}

cut_picked cut_pick_above_card(cut_picker *p, size_t at, bool is_only_text)
{
    const cut_piece *piece = at > 0 ? text_piece(p, at - 1) : NULL;
    bool near = piece && (is_only_text ? piece->text.n >= CUT_PICK_LONG
                                       : at > p->header && p->pieces->list.v[at].is_tight);
    /* What ends like a sentence was a headline only for want of another. */
    bool title = piece && is_title(p, piece->text) && !cut_str_ends(piece->text, CUT_STR("."));
    if (!near || piece->is_heading || title || cut_is_page_furniture(p->arena, piece->text) ||
        !cut_may_be_caption(p->arena, piece->text))
        return (cut_picked){0};
    cut_picked c = cut_pick_text(p, piece->text);
    c.end = at;
    return c;
}
