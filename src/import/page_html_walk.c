#include "import/page_html_walk.h"

#include "base/buf.h"
#include "base/limits.h"
#include "import/charset.h"
#include "import/page_html_grid.h"
#include "import/page_html_image.h"
#include "import/page_html_ld.h"

/* Pieces in a box that is about one picture. */
#define MARKED_PIECES_MAX ((size_t)4)

typedef struct walker {
    cut_html_page *out;
    cut_arena *arena;
    cut_buf line; /* text of the line being collected, white space squeezed */
    cut_piece_style style;
    unsigned breaks; /* <br> since the last text */
    cut_str source;  /* address that the <source> of an open <picture> gives */
} walker;

static void walk(walker *w, const GumboNode *node, unsigned depth);

static void end_line(walker *w)
{
    if (w->line.n > 0) {
        /* Character references bring in what the page's text was cleaned of. */
        cut_str line = cut_clean_text(w->arena, cut_buf_str(&w->line));
        w->out->failed |= !line.p;
        cut_pieces_line(&w->out->pieces, line, w->style);
    }
    cut_buf_clear(&w->line);
}

static void end_paragraph(walker *w)
{
    end_line(w);
    cut_pieces_end(&w->out->pieces, w->style);
    w->breaks = 0;
}

/* Adds text with each run of white space made one space. */
static void add_text(walker *w, cut_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        bool space = cut_is_space(text.p[i]);
        if (!space) {
            cut_buf_char(&w->line, text.p[i]);
            w->breaks = 0;
        } else if (w->line.n > 0 && w->line.p[w->line.n - 1] != ' ')
            cut_buf_char(&w->line, ' ');
    }
}

/* One <br> ends a line, two a paragraph. */
static void add_break(walker *w)
{
    end_line(w);
    if (++w->breaks > 1)
        end_paragraph(w);
}

static bool is_in(GumboTag tag, const GumboTag *tags)
{
    for (; *tags != GUMBO_TAG_LAST; tags++)
        if (*tags == tag)
            return true;
    return false;
}

/* Elements whose text is no part of the article. */
static bool is_passed_over(GumboTag tag)
{
    static const GumboTag tags[] = {
        GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_NAV,    GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE,
        GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON, GUMBO_TAG_SVG,    GUMBO_TAG_IFRAME,
        GUMBO_TAG_OBJECT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_LAST};
    return is_in(tag, tags);
}

/* Elements within a line of text; all others begin a paragraph of their own. */
static bool is_inline(GumboTag tag)
{
    static const GumboTag tags[] = {
        GUMBO_TAG_A,      GUMBO_TAG_ABBR,   GUMBO_TAG_B,    GUMBO_TAG_BIG,   GUMBO_TAG_CITE,
        GUMBO_TAG_CODE,   GUMBO_TAG_EM,     GUMBO_TAG_FONT, GUMBO_TAG_I,     GUMBO_TAG_LABEL,
        GUMBO_TAG_MARK,   GUMBO_TAG_Q,      GUMBO_TAG_S,    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,
        GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_SUB,  GUMBO_TAG_SUP,   GUMBO_TAG_TIME,
        GUMBO_TAG_TT,     GUMBO_TAG_U,      GUMBO_TAG_VAR,  GUMBO_TAG_BDI,   GUMBO_TAG_BDO,
        GUMBO_TAG_DEL,    GUMBO_TAG_INS,    GUMBO_TAG_DFN,  GUMBO_TAG_WBR,   GUMBO_TAG_UNKNOWN,
        GUMBO_TAG_LAST};
    return is_in(tag, tags);
}

static bool is_heading(GumboTag tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

/* True if one of the element's classes has the word in it. */
static bool class_has(const GumboNode *node, cut_str word)
{
    return cut_str_find_nocase(cut_html_attribute(node, "class"), word, 0) != SIZE_MAX;
}

static bool is_caption_element(const GumboNode *node)
{
    static const cut_str property = {"caption", 7};
    return cut_html_is(node, GUMBO_TAG_FIGCAPTION) || class_has(node, CUT_STR("caption")) ||
           cut_str_eq_nocase(cut_html_attribute(node, "itemprop"), property);
}

/* WordPress wraps picture and caption in a box of class "wp-caption". */
static bool is_figure_element(const GumboNode *node)
{
    cut_str classes = cut_html_attribute(node, "class");
    while (classes.p)
        if (cut_str_eq_nocase(cut_str_trim(cut_str_split(&classes, ' ')), CUT_STR("wp-caption")))
            return true;
    return cut_html_is(node, GUMBO_TAG_FIGURE);
}

static cut_str copy(walker *w, cut_str s)
{
    char *out = s.n > 0 ? cut_arena_copy(w->arena, s) : NULL;
    if (s.n > 0 && !out)
        w->out->failed = true;
    return (cut_str){out, out ? s.n : 0};
}

static cut_figure *figure_at(walker *w, unsigned number)
{
    return &w->out->figures.list.v[number - 1];
}

/* Opens a figure and returns its number; 0 if there are too many or memory runs out. */
static unsigned new_figure(walker *w)
{
    cut_figure figure = {0};
    if (w->out->figures.list.n >= CUT_MAX_PAGE_ITEMS) {
        w->out->pieces.full = true;
        return 0;
    }
    if (!CUT_PUSH(w->arena, &w->out->figures.list, figure)) {
        w->out->failed = true;
        return 0;
    }
    return (unsigned)w->out->figures.list.n;
}

/* Takes over the IDs that an element's attributes carry. */
static void add_marks(walker *w, unsigned figure, const GumboNode *node)
{
    if (figure == 0)
        return;
    cut_figure *f = figure_at(w, figure);
    if (f->markup_id.n == 0)
        f->markup_id = copy(w, cut_html_archive_id(node));
    if (f->weak_id.n == 0)
        f->weak_id = copy(w, cut_html_software_id(node));
}

static void add_image(walker *w, const GumboNode *image)
{
    end_paragraph(w);
    unsigned number = w->style.figure;
    if (number == 0 || figure_at(w, number)->url.n > 0)
        number = new_figure(w);
    if (number == 0)
        return;
    figure_at(w, number)->url = copy(w, cut_html_image_address(image, w->source));
    figure_at(w, number)->alternate = cut_html_image_text(image, w->arena, &w->out->failed);
    w->source.n = 0;
    add_marks(w, number, image);
    cut_pieces_image(&w->out->pieces, number);
}

static void walk_children(walker *w, const GumboNode *node, unsigned depth)
{
    const GumboVector *children = cut_html_children(node);
    for (unsigned i = 0; children && i < children->length; i++)
        walk(w, children->data[i], depth + 1);
}

static void note_headline(walker *w, const GumboNode *node, size_t pieces_before)
{
    const cut_pieces *pieces = &w->out->pieces;
    if (cut_html_is(node, GUMBO_TAG_H1) && w->out->h1.n == 0 && pieces->list.n > pieces_before)
        w->out->h1 = pieces->list.v[pieces->list.n - 1].text;
}

/* An element that begins and ends a paragraph. */
static void walk_block(walker *w, const GumboNode *node, unsigned depth)
{
    end_paragraph(w);
    cut_piece_style outer = w->style;
    size_t pieces_before = w->out->pieces.list.n;
    if (is_figure_element(node)) {
        w->style = (cut_piece_style){.figure = new_figure(w)};
        add_marks(w, w->style.figure, node);
    } else
        w->style.is_caption |= is_caption_element(node);
    w->style.is_heading |= is_heading(node->v.element.tag);
    walk_children(w, node, depth);
    end_paragraph(w);
    w->style = outer;
    note_headline(w, node, pieces_before);
}

/* A link or box that carries the ID of the one picture in it, or of one that only a script shows.
 */
static void mark_inner(walker *w, const GumboNode *node, size_t figures, size_t pieces)
{
    size_t added = w->out->figures.list.n - figures;
    cut_str text = cut_html_image_text(node, w->arena, &w->out->failed);
    if (added > 1 || w->out->pieces.list.n - pieces > MARKED_PIECES_MAX ||
        (added == 0 && text.n == 0))
        return;
    unsigned number = added == 1 ? (unsigned)figures + 1 : new_figure(w);
    add_marks(w, number, node);
    if (number > 0 && text.n > 0)
        figure_at(w, number)->alternate = text;
}

static void walk_inner(walker *w, const GumboNode *node, unsigned depth)
{
    if (is_inline(node->v.element.tag) && !is_caption_element(node) && !is_figure_element(node))
        walk_children(w, node, depth);
    else
        walk_block(w, node, depth);
}

static void walk_element(walker *w, const GumboNode *node, unsigned depth)
{
    GumboTag tag = node->v.element.tag;
    cut_html_meta_add(&w->out->meta, node);
    if (tag == GUMBO_TAG_SCRIPT)
        w->out->failed |= !cut_html_ld(node, w->arena, &w->out->figures);
    if (is_passed_over(tag) || tag == GUMBO_TAG_TITLE)
        return;
    if (tag == GUMBO_TAG_TABLE) {
        end_paragraph(w);
        if (cut_html_grid(node, &w->out->pieces))
            return;
    }
    if (tag == GUMBO_TAG_SOURCE)
        w->source = cut_html_first_source(cut_html_attribute(node, "srcset"));
    else if (tag == GUMBO_TAG_BR)
        add_break(w);
    else if (tag == GUMBO_TAG_IMG)
        add_image(w, node);
    else if (is_figure_element(node) || tag == GUMBO_TAG_BODY || cut_html_archive_id(node).n == 0)
        walk_inner(w, node, depth);
    else {
        size_t figures = w->out->figures.list.n, pieces = w->out->pieces.list.n;
        walk_inner(w, node, depth);
        mark_inner(w, node, figures, pieces);
    }
}

static void walk(walker *w, const GumboNode *node, unsigned depth)
{
    if (depth > CUT_MAX_HTML_DEPTH) {
        w->out->deep = true;
        return;
    }
    switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        add_text(w, cut_str_from(node->v.text.text));
        break;
    case GUMBO_NODE_COMMENT:
        cut_html_meta_add(&w->out->meta, node);
        break;
    case GUMBO_NODE_ELEMENT:
        walk_element(w, node, depth);
        break;
    default:
        walk_children(w, node, depth);
    }
}

void cut_html_walk(const GumboNode *root, cut_arena *arena, cut_html_page *out)
{
    walker w = {.out = out, .arena = arena};
    cut_buf_init(&w.line, CUT_MAX_PAGE_BYTES);
    out->pieces.arena = arena;
    walk(&w, root, 0);
    end_paragraph(&w);
    out->failed |= !cut_buf_ok(&w.line);
    cut_buf_release(&w.line);
}
