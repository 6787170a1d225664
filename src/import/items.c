#include "import/items.h"

#include "base/limits.h"
#include "ident/file_name.h"
#include "import/card.h"
#include "import/pick.h"
#include "import/prose.h"

/* A date in parentheses is no longer. */
#define DATE_MAX ((size_t)40)

/* A run of ID lines without anything between, or one piece with a card. */
typedef struct group {
    size_t from, to;          /* pieces [from, to) */
    unsigned figure;          /* the figure it names, 0 if none */
    cut_picked after, before; /* captions on both sides */
    bool took_after;          /* its caption is the one below */
} group;

typedef struct builder {
    cut_page *page;
    const cut_pieces *pieces;
    const cut_figures *figures;
    cut_picker picker;
    cut_list_rows *cards; /* makes items of cards; NULL until there is one */
    CUT_VEC(group) groups;
    bool *figure_done; /* for each figure: its item was made */
    bool failed;       /* memory ran out */
} builder;

static const cut_piece *piece_at(const builder *b, size_t i)
{
    return &b->pieces->list.v[i];
}

static size_t figure_count(const builder *b)
{
    return b->figures ? b->figures->list.n : 0;
}

static void collect_groups(builder *b)
{
    for (size_t i = 0; i < b->pieces->list.n && b->groups.n < CUT_MAX_PAGE_ITEMS; i++) {
        if (piece_at(b, i)->kind != CUT_PIECE_IDS)
            continue;
        group g = {.from = i, .to = i + 1};
        while (!piece_at(b, i)->card && g.to < b->pieces->list.n &&
               piece_at(b, g.to)->kind == CUT_PIECE_IDS && !piece_at(b, g.to)->card)
            g.to++;
        b->failed |= !CUT_PUSH(&b->page->arena, &b->groups, g);
        i = g.to - 1;
    }
}

/* True if a figure's own marks carry the value: an attribute, or the name of its file. */
static bool figure_shows(const cut_figure *f, cut_str value)
{
    cut_str stem = cut_id_stem(f->url);
    return cut_str_eq(f->weak_id, value) || cut_str_eq(f->markup_id, value) ||
           (cut_str_starts(stem, value) && (stem.n == value.n || !cut_is_alnum(stem.p[value.n]))) ||
           (cut_str_ends(stem, value) && !cut_is_alnum(stem.p[stem.n - value.n - 1]));
}

static unsigned figure_with_value(const builder *b, const group *g)
{
    for (size_t i = g->from; i < g->to; i++)
        for (size_t k = 0; k < piece_at(b, i)->id_count; k++)
            for (size_t f = 0; f < figure_count(b); f++)
                if (figure_shows(&b->figures->list.v[f], piece_at(b, i)->ids[k]))
                    return (unsigned)f + 1;
    return 0;
}

/* The figure that a group of IDs stands in, shows the same number, or is next to. */
static unsigned figure_of_group(const builder *b, const group *g)
{
    if (piece_at(b, g->from)->figure)
        return piece_at(b, g->from)->figure;
    unsigned figure = figure_with_value(b, g);
    if (!figure && g->to < b->pieces->list.n)
        figure = piece_at(b, g->to)->figure;
    if (!figure && g->from > 0)
        figure = piece_at(b, g->from - 1)->figure;
    return figure;
}

/* Captions may stand above all IDs of a page or below: above if the first has one only there and
 * the last has none below. */
static bool captions_stand_above(const builder *b)
{
    const group *first = &b->groups.v[0], *last = &b->groups.v[b->groups.n - 1];
    return b->groups.n > 1 && first->before.credited && !last->after.credited;
}

/* The IDs stand right below the caption and apart from what follows. */
static bool clings_above(const builder *b, const group *g)
{
    return piece_at(b, g->from)->is_tight &&
           (g->to >= b->pieces->list.n || !piece_at(b, g->to)->is_tight);
}

/* True if the caption of a group is the one above it, not the one below. */
static bool is_above(const builder *b, const group *g)
{
    /* The caption above may be that of the group before. */
    const group *previous = g > b->groups.v ? g - 1 : NULL;
    bool taken = previous && previous->took_after && previous->after.end >= g->from;
    if (!g->before.text || taken)
        return false;
    return piece_at(b, g->from - 1)->ends_at_ids || captions_stand_above(b) || clings_above(b, g) ||
           !g->after.text || (g->before.credited && !g->after.credited);
}

static cut_picked caption_of_group(const builder *b, group *g)
{
    bool above = is_above(b, g);
    g->took_after = !above && g->after.text;
    return above ? g->before : g->after;
}

static bool has_namespace(const cut_page_item *item, const char *ns)
{
    for (size_t i = 0; i < item->ids.ids.n; i++)
        if (strcmp(item->ids.ids.v[i].ns, ns) == 0)
            return true;
    return false;
}

/* Adds an ID to the last item from `first` on, or, if that has one of the namespace already, to a
 * new item: "55350159" and "RTX2CGS3" are one picture, "55350159" and "55350160" are two. */
static void add_value(builder *b, size_t first, cut_str value)
{
    cut_page *page = b->page;
    cut_id_list ids = {{0}};
    if (page->items.n >= CUT_MAX_PAGE_ITEMS)
        return;
    if (!cut_ident_add_named(&page->arena, CUT_ID_PAGE, value, page->site, &ids)) {
        b->failed = true;
        return;
    }
    for (size_t i = 0; i < ids.ids.n; i++) {
        cut_page_item *last = page->items.n > first ? &page->items.v[page->items.n - 1] : NULL;
        if (last && !has_namespace(last, ids.ids.v[i].ns)) {
            b->failed |= !CUT_PUSH(&page->arena, &last->ids.ids, ids.ids.v[i]);
            continue;
        }
        cut_page_item item = {0};
        b->failed |= !CUT_PUSH(&page->arena, &item.ids.ids, ids.ids.v[i]) ||
                     !CUT_PUSH(&page->arena, &page->items, item);
    }
}

/* The IDs are named as such. Those that only look like IDs need a caption with its credit. */
static bool is_labelled(const builder *b, const group *g)
{
    for (size_t i = g->from; i < g->to; i++)
        if (piece_at(b, i)->label)
            return true;
    return false;
}

/* "iss047e098765 (May 2, 2016) --- ...": an ID and a date in front of a text, which is then its
 * caption. */
static bool is_introduced(builder *b, const group *g, cut_picked *c)
{
    const cut_piece *next = g->to < b->pieces->list.n ? piece_at(b, g->to) : NULL;
    if (!next || !next->is_tight || !cut_str_starts(next->text, CUT_STR("(")))
        return false;
    size_t close = cut_str_find_char(cut_str_slice(next->text, 0, DATE_MAX), ')', 0);
    if (close == SIZE_MAX || !cut_may_be_caption(b->picker.arena, next->text))
        return false;
    cut_picked date = cut_pick_text(&b->picker, cut_str_slice(next->text, 1, close));
    if (!date.text || !date.caption.date)
        return false;
    *c = cut_pick_text(&b->picker, next->text);
    return c->text != NULL;
}

static bool has_caption(const builder *b, const group *g)
{
    const cut_card *card = piece_at(b, g->from)->card;
    return card && card->cells[CUT_LIST_CAPTION].n > 0;
}

static void set_caption(cut_page_item *item, const cut_picked *c)
{
    item->text = c->text;
    if (c->text)
        item->caption = c->caption;
}

/* The text of a figure: all paragraphs in it. */
static cut_picked figure_text(builder *b, unsigned figure)
{
    char *text = cut_arena_alloc(&b->page->arena, CUT_MAX_PAGE_CAPTION + 1, 1);
    size_t n = 0;
    if (!text)
        b->failed = true;
    for (size_t i = 0; i < b->pieces->list.n && text; i++) {
        cut_str part = piece_at(b, i)->text;
        if (piece_at(b, i)->figure != figure || part.n == 0)
            continue;
        if (part.n + 1 > CUT_MAX_PAGE_CAPTION - n)
            return (cut_picked){0};
        if (n > 0)
            text[n++] = '\n';
        memcpy(text + n, part.p, part.n);
        n += part.n;
    }
    return cut_pick_text(&b->picker, (cut_str){text, n});
}

static size_t figure_end(const builder *b, unsigned figure)
{
    size_t end = 0;
    for (size_t i = 0; i < b->pieces->list.n; i++)
        if (piece_at(b, i)->figure == figure)
            end = i + 1;
    return end;
}

/* An alternate text is a caption if it is more than a word or two and not the headline again. */
static cut_picked alternate_text(builder *b, const cut_figure *f)
{
    cut_str title = cut_str_from(b->page->title);
    size_t space = cut_str_find_char(f->alternate, ' ', 0);
    if (space == SIZE_MAX || cut_str_find_char(f->alternate, ' ', space + 1) == SIZE_MAX ||
        cut_str_eq_nocase(f->alternate, title))
        return (cut_picked){0};
    return cut_pick_text(&b->picker, f->alternate);
}

/* "alternate text" and, as the figure's only text, "REUTERS/Name". */
static cut_picked alternate_with_credit(builder *b, const cut_picked *alternate,
                                        const cut_picked *credit)
{
    if (!alternate->text || !credit->credited || credit->caption.caption[0] != '\0')
        return *credit;
    const char *both = cut_arena_printf(&b->page->arena, "%s %s", alternate->text, credit->text);
    cut_picked c = cut_pick_text(&b->picker, cut_str_from(both));
    return c.credited ? c : *credit;
}

/* The caption of a figure: its own text, the text beside it, the alternate text; one with a credit
 * before one without. */
static cut_picked caption_of_figure(builder *b, unsigned figure, const cut_picked *beside)
{
    cut_picked alternate = alternate_text(b, &b->figures->list.v[figure - 1]);
    cut_picked own = figure_text(b, figure);
    own = alternate_with_credit(b, &alternate, &own);
    /* An alternate text that is a whole caption is the picture's own; what stands beside it may be
     * another's. */
    bool whole = alternate.credited && alternate.caption.caption[0] != '\0';
    const cut_picked *order[] = {&own, whole ? &alternate : beside, whole ? beside : &alternate};
    for (size_t i = 0; i < 3; i++)
        if (order[i]->credited)
            return *order[i];
    for (size_t i = 0; i < 3; i++)
        if (order[i]->text)
            return *order[i];
    return (cut_picked){0};
}

/* Adds what the name of the picture's file says; the caption's agencies are the second signal. */
static void add_file_name_ids(builder *b, cut_page_item *item, cut_str url)
{
    cut_id_list found;
    cut_str path = cut_str_split(&url, '?');
    cut_id_input input = {CUT_ID_FILE_NAME, cut_str_slice(path, 0, CUT_MAX_PATH)};
    const cutline_strings *agencies = &item->caption.credit.agencies;
    if (cut_ident_find(&b->page->arena, &input, 1, agencies->items, agencies->count, &found,
                       NULL) != CUTLINE_OK) {
        b->failed = true;
        return;
    }
    for (size_t i = 0; i < found.ids.n; i++) {
        bool known = false;
        for (size_t k = 0; k < item->ids.ids.n; k++)
            known |= strcmp(item->ids.ids.v[k].id, found.ids.v[i].id) == 0;
        if (!known)
            b->failed |= !CUT_PUSH(&b->page->arena, &item->ids.ids, found.ids.v[i]);
    }
}

static void add_figure_marks(builder *b, cut_page_item *item, unsigned figure)
{
    const cut_figure *f = &b->figures->list.v[figure - 1];
    item->image_url = f->url.n > 0 ? cut_arena_copy(&b->page->arena, f->url) : NULL;
    if (f->url.n > 0)
        add_file_name_ids(b, item, f->url);
    b->figure_done[figure - 1] = true;
}

/* All IDs of a card, as a list has them in one cell. */
static cut_str ids_of_card(builder *b, const cut_piece *piece)
{
    const char *all = "";
    for (size_t i = 0; i < piece->id_count && all; i++)
        all = cut_arena_printf(&b->page->arena, "%s%s%.*s", all, i > 0 ? ";" : "",
                               CUT_FMT(piece->ids[i]));
    b->failed |= !all;
    return cut_str_from(all);
}

/* Pieces of text that could be a caption. */
static size_t long_texts(const builder *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->pieces->list.n; i++)
        n += !piece_at(b, i)->is_heading && piece_at(b, i)->text.n >= CUT_PICK_LONG;
    return n;
}

/* The caption of a card that has none in it: what stands beside it, as beside any ID, or, since the
 * card says that it is about a picture, a text right above it. */
static cut_picked caption_of_card(builder *b, group *g)
{
    cut_picked c = caption_of_group(b, g);
    const cut_card *card = piece_at(b, g->from)->card;
    bool owned = card->cells[CUT_LIST_CREDIT].n > 0 || card->cells[CUT_LIST_BYLINE].n > 0;
    if (!c.credited && owned) {
        cut_picked above = cut_pick_above_card(&b->picker, g->from, long_texts(b) == 1);
        c = above.text ? above : c;
    }
    if (g->figure && !b->figure_done[g->figure - 1])
        c = caption_of_figure(b, g->figure, &c);
    return c;
}

static void build_card(builder *b, group *g)
{
    const cut_piece *piece = piece_at(b, g->from);
    cut_card card = *piece->card;
    size_t first = b->page->items.n;
    if (!b->cards)
        b->cards = cut_list_rows_begin(b->page, "picture");
    if (card.cells[CUT_LIST_CAPTION].n == 0)
        card.cells[CUT_LIST_CAPTION] = cut_str_from(caption_of_card(b, g).text);
    card.cells[CUT_LIST_ID] = ids_of_card(b, piece);
    if (!b->cards || b->failed || first >= CUT_MAX_PAGE_ITEMS)
        return;
    b->cards->place = CUT_ID_PAGE;
    b->cards->ns = b->page->site;
    if (cut_list_rows_add(b->cards, first + 1, card.cells, CUT_LIST_ROLES, NULL) != CUTLINE_OK)
        b->failed = true;
    if (g->figure && b->page->items.n > first)
        add_figure_marks(b, &b->page->items.v[first], g->figure);
}

static void build_group(builder *b, group *g)
{
    size_t first = b->page->items.n;
    for (size_t i = g->from; i < g->to; i++)
        for (size_t k = 0; k < piece_at(b, i)->id_count; k++)
            add_value(b, first, piece_at(b, i)->ids[k]);
    cut_picked c = caption_of_group(b, g);
    if (!c.text && g->figure)
        c = cut_pick_after(&b->picker, figure_end(b, g->figure));
    if (g->figure && !b->figure_done[g->figure - 1])
        c = caption_of_figure(b, g->figure, &c);
    if (!c.credited && !is_labelled(b, g) && !is_introduced(b, g, &c)) {
        b->page->items.n = first;
        return;
    }
    for (size_t i = first; i < b->page->items.n; i++) {
        /* Several pictures in a row have their captions in a row, or share one. */
        if (i > first && c.end > g->to) {
            cut_picked next = cut_pick_after(&b->picker, c.end);
            c = next.credited ? next : c;
        }
        set_caption(&b->page->items.v[i], &c);
    }
    if (g->figure && b->page->items.n > first)
        add_figure_marks(b, &b->page->items.v[first], g->figure);
}

/* A figure without an ID line: its attributes and file name may name IDs. */
static void build_figure(builder *b, unsigned figure)
{
    const cut_figure *f = &b->figures->list.v[figure - 1];
    bool trusts_weak = b->groups.n == 0 && b->page->site && f->weak_id.n >= 6;
    size_t first = b->page->items.n;
    if (f->markup_id.n > 0)
        add_value(b, first, f->markup_id);
    else if (trusts_weak)
        add_value(b, first, f->weak_id);
    cut_page_item item = {0};
    if (b->page->items.n > first)
        item = b->page->items.v[--b->page->items.n];
    cut_picked beside = cut_pick_after(&b->picker, figure_end(b, figure));
    if (!beside.credited)
        beside = (cut_picked){0};
    cut_picked c = caption_of_figure(b, figure, &beside);
    set_caption(&item, &c);
    add_figure_marks(b, &item, figure);
    if (item.ids.ids.n > 0)
        b->failed |= !CUT_PUSH(&b->page->arena, &b->page->items, item);
}

static bool share_id(const cut_page_item *a, const cut_page_item *b)
{
    for (size_t i = 0; i < a->ids.ids.n; i++)
        for (size_t k = 0; k < b->ids.ids.n; k++)
            if (strcmp(a->ids.ids.v[i].id, b->ids.ids.v[k].id) == 0 &&
                strcmp(a->ids.ids.v[i].ns, b->ids.ids.v[k].ns) == 0)
                return true;
    return false;
}

/* An ID named twice is one item; the first caption with a credit stays. */
static void merge_repeated(cut_page *page)
{
    size_t kept = 0;
    for (size_t i = 0; i < page->items.n; i++) {
        cut_page_item item = page->items.v[i];
        cut_page_item *same = NULL;
        for (size_t k = 0; k < kept && !same; k++)
            if (share_id(&page->items.v[k], &item))
                same = &page->items.v[k];
        if (!same) {
            page->items.v[kept++] = item;
            continue;
        }
        if (!same->image_url)
            same->image_url = item.image_url;
        if (!same->fields)
            same->fields = item.fields;
        if (item.text &&
            (!same->text || (!same->caption.credit.line && item.caption.credit.line))) {
            same->text = item.text;
            same->caption = item.caption;
        }
    }
    page->items.n = kept;
}

/* A page with one picture whose ID stands apart (at its end): the caption is then the first text
 * below the headline, if that has a credit. */
static void pick_lone_caption(builder *b)
{
    if (b->page->items.n != 1 || b->page->items.v[0].text)
        return;
    cut_picked c = cut_pick_after(&b->picker, b->picker.header);
    if (c.credited && c.caption.credit.photographers.count > 0)
        set_caption(&b->page->items.v[0], &c);
}

cutline_status cut_page_items(cut_page *page, const cut_pieces *pieces, size_t header,
                              const cut_figures *figures, cutline_error *err)
{
    builder b = {.page = page, .pieces = pieces, .figures = figures};
    b.picker = (cut_picker){
        .arena = &page->arena, .pieces = pieces, .header = header, .title = page->title};
    b.figure_done = CUT_NEW_ARRAY(&page->arena, bool, figure_count(&b));
    if (!b.figure_done)
        return cut_no_memory(err);
    collect_groups(&b);
    for (size_t i = 0; i < b.groups.n; i++) {
        group *g = &b.groups.v[i];
        g->figure = figure_of_group(&b, g);
        if (has_caption(&b, g))
            continue;
        g->after = cut_pick_after(&b.picker, g->to);
        g->before = cut_pick_before(&b.picker, g->from);
    }
    for (size_t i = 0; i < b.groups.n; i++) {
        if (piece_at(&b, b.groups.v[i].from)->card)
            build_card(&b, &b.groups.v[i]);
        else
            build_group(&b, &b.groups.v[i]);
    }
    cut_list_rows_end(b.cards);
    for (size_t f = 0; f < figure_count(&b); f++)
        if (!b.figure_done[f])
            build_figure(&b, (unsigned)f + 1);
    merge_repeated(page);
    pick_lone_caption(&b);
    for (size_t i = 0; i < page->items.n; i++)
        if (!page->items.v[i].text)
            cut_finding_add(&page->findings, "page-no-caption", NULL, "no caption beside %s:%s",
                            page->items.v[i].ids.ids.v[0].ns, page->items.v[i].ids.ids.v[0].id);
    if (pieces->full || b.groups.n >= CUT_MAX_PAGE_ITEMS || page->items.n >= CUT_MAX_PAGE_ITEMS)
        cut_finding_add(&page->findings, "page-too-long", NULL,
                        "only the first %u paragraphs and %u pictures were looked at",
                        CUT_MAX_PAGE_PIECES, CUT_MAX_PAGE_ITEMS);
    return b.failed || b.picker.failed || pieces->failed ? cut_no_memory(err) : CUTLINE_OK;
}
