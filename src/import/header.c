#include "import/header.h"

#include "base/utf8.h"
#include "import/prose.h"

/* A line above the first ID that is longer is text, not a header. */
#define HEADER_LINE_MAX ((size_t)260)
/* A shorter line is no caption with its credit. */
#define CAPTION_LINE_MIN ((size_t)40)
/* Lines of a wrapped text are no shorter but for the last, and differ no more in length. */
#define WRAPPED_MIN ((size_t)45)
#define WRAPPED_RAGGED ((size_t)25)
/* Lines of a header. */
#define HEADER_LINES_MAX 40
/* Pieces that a header may take where no ID ends it. */
#define HEADER_PIECES_MAX 8

/* Position of the last separator of the kind, or SIZE_MAX. */
static size_t find_last(cut_str s, cut_str separator)
{
    size_t last = SIZE_MAX;
    for (size_t at = cut_str_find(s, separator, 0); at != SIZE_MAX;
         at = cut_str_find(s, separator, at + 1))
        last = at;
    return last;
}

cut_str cut_title_split(cut_arena *arena, cut_str text, cut_str *site)
{
    static const cut_str dashes[] = {
        {" - ", 3}, {" \xE2\x80\x93 ", 5}, {" \xE2\x80\x94 ", 5}, {" \xC2\xBB ", 4}, {" :: ", 4}};
    *site = (cut_str){NULL, 0};
    size_t bar = find_last(text, CUT_STR("|"));
    if (bar != SIZE_MAX) {
        cut_str first = cut_str_trim(cut_str_slice(text, 0, bar));
        cut_str last = cut_str_trim(cut_str_slice(text, bar + 1, text.n));
        bool site_first = cut_ident_site(arena, first) && !cut_ident_site(arena, last);
        *site = site_first ? first : last;
        return site_first ? last : first;
    }
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        size_t at = find_last(text, dashes[i]);
        if (at == SIZE_MAX)
            continue;
        cut_str name = cut_str_trim(cut_str_slice(text, at + dashes[i].n, text.n));
        if (cut_ident_site(arena, name)) {
            *site = name;
            return cut_str_trim(cut_str_slice(text, 0, at));
        }
    }
    return text;
}

typedef struct header {
    cut_page *page;
    cut_str barred;      /* last "X | SITE" line's X */
    cut_str barred_site; /* and its SITE */
    cut_str plain;       /* last other line that could be a headline */
    size_t lines, barred_lines;
    size_t barred_at, plain_at; /* which line they are, from 1 */
} header;

static void set_site(header *h, cut_str name)
{
    const char *ns = cut_ident_site(&h->page->arena, name);
    if (!ns || h->page->site)
        return;
    h->page->site = ns;
    h->page->site_name = cut_arena_copy(&h->page->arena, name);
}

static void read_line(header *h, cut_str line)
{
    cut_str site, title;
    h->lines++;
    if (cut_is_page_furniture(&h->page->arena, line) || line.n > HEADER_LINE_MAX)
        return;
    title = cut_title_split(&h->page->arena, line, &site);
    if (site.p) {
        set_site(h, site);
        if (title.n > 0) {
            h->barred = title;
            h->barred_site = site;
            h->barred_at = h->lines;
            h->barred_lines++;
        }
        return;
    }
    if (cut_ident_site(&h->page->arena, line)) {
        set_site(h, line);
        return;
    }
    h->plain = line;
    h->plain_at = h->lines;
}

/* A story begins: a long line, or one with a whole sentence. */
static bool is_story(cut_str line)
{
    return line.n > HEADER_LINE_MAX ||
           (line.n > 100 &&
            (cut_str_find(line, CUT_STR(". "), 0) != SIZE_MAX ||
             strchr(".!?\"", line.p[line.n - 1]) || cut_str_ends(line, CUT_STR("\xE2\x80\x9D"))));
}

/* A caption with its credit, as it may stand right at the top: a sentence and a photographer, or a
 * date. A headline has neither. */
static bool is_caption(cut_arena *arena, cut_str line)
{
    cutline_caption c;
    return line.n >= CAPTION_LINE_MIN && cut_str_find_char(line, '|', 0) == SIZE_MAX &&
           cut_caption_parse(arena, line, &c, NULL) == CUTLINE_OK && c.credit.line &&
           (c.credit.photographers.count > 0 || c.date) &&
           cut_read_as(arena, line, &c, true) == CUT_READS_CREDITED;
}

/* A caption over several lines, which are about as long as the page is wide. */
static bool is_wrapped_caption(cut_arena *arena, cut_str text)
{
    char *joined = cut_arena_copy(arena, text);
    size_t lines = 0, shortest = SIZE_MAX, longest = 0;
    for (cut_str rest = text; rest.p; lines++) {
        cut_str line = cut_str_split(&rest, '\n');
        shortest = rest.p && line.n < shortest ? line.n : shortest;
        longest = line.n > longest ? line.n : longest;
    }
    if (!joined || lines < 2 || shortest < WRAPPED_MIN || longest - shortest > WRAPPED_RAGGED)
        return false;
    for (size_t i = 0; i < text.n; i++)
        if (joined[i] == '\n')
            joined[i] = ' ';
    return is_caption(arena, (cut_str){joined, text.n});
}

/* Reads the lines of a paragraph up to the first that is story or caption, or to the last if IDs
 * end it, which may be a caption. What is left stays in the piece; true if that is nothing. */
static bool read_lines(header *h, cut_piece *piece)
{
    cut_str rest = piece->text;
    while (rest.p) {
        cut_str left = rest, line = cut_str_split(&rest, '\n');
        if (h->lines >= HEADER_LINES_MAX || is_story(line) || is_caption(&h->page->arena, line) ||
            (piece->ends_at_ids && !rest.p)) {
            piece->text = left;
            return false;
        }
        read_line(h, line);
    }
    return true;
}

static cut_str choose_title(const header *h)
{
    /* The first barred line is the page's own title, "Headline | SITE", unless it is the site's
     * motto at the very top and a headline follows. */
    bool motto = h->barred_lines == 1 && h->plain.n > 0 && h->plain_at > h->barred_at;
    if (h->barred.n > 0 && !(motto && cut_str_find_char(h->plain, ' ', 0) != SIZE_MAX))
        return h->barred;
    return h->plain;
}

size_t cut_header_read(cut_pieces *pieces, cut_page *page)
{
    header h = {.page = page};
    size_t n = 0;
    for (; n < pieces->list.n && n < HEADER_PIECES_MAX; n++) {
        cut_piece *piece = &pieces->list.v[n];
        if (piece->kind != CUT_PIECE_TEXT || piece->is_caption ||
            is_wrapped_caption(&page->arena, piece->text) || !read_lines(&h, piece))
            break;
    }
    cut_str title = choose_title(&h);
    if (title.n > 0)
        page->title = cut_arena_copy(&page->arena, title);
    if (!page->site_name && h.barred_site.n > 0)
        page->site_name = cut_arena_copy(&page->arena, h.barred_site);
    return n;
}
