#include "base/limits.h"
#include "import/card.h"
#include "import/header.h"
#include "import/page.h"
#include "import/page_html_walk.h"

/* The picture that the head names, for pages whose text shows none. */
static void add_head_image(cut_html_page *html, cut_arena *arena)
{
    for (size_t i = 0; i < html->figures.list.n; i++)
        if (html->figures.list.v[i].url.n > 0)
            return;
    char *url = cut_arena_copy(arena, html->meta.image);
    char *text = cut_arena_copy(arena, html->meta.image_alt);
    cut_figure figure = {.url = {url, html->meta.image.n},
                         .alternate = {text, html->meta.image_alt.n}};
    if (!url || !text || !CUT_PUSH(arena, &html->figures.list, figure))
        html->failed = true;
}

static cutline_status read_tree(cut_page *page, const GumboNode *root, cutline_error *err)
{
    cut_html_page html = {0};
    cut_html_walk(root, &page->arena, &html);
    if (html.deep)
        cut_finding_add(&page->findings, "page-too-deep", NULL,
                        "elements deeper than %u were passed over", CUT_MAX_HTML_DEPTH);
    cut_cards_find(&html.pieces);
    size_t header = cut_header_read(&html.pieces, page);
    if (html.meta.image.n > 0)
        add_head_image(&html, &page->arena);
    if (!cut_html_meta_apply(&html.meta, html.h1, page) || html.failed)
        return cut_no_memory(err);
    return cut_page_items(page, &html.pieces, header, &html.figures, err);
}

cutline_status cut_page_read_html(cut_page *page, cut_str text, cutline_error *err)
{
    cut_arena arena;
    GumboNode *root;
    cut_arena_init(&arena, CUT_MAX_HTML_ARENA);
    cutline_status status = cut_html_parse(&arena, text, &root, err);
    if (status == CUTLINE_OK)
        status = read_tree(page, root, err);
    cut_arena_release(&arena);
    return status;
}
