#include "import/pieces.h"

#include "base/limits.h"
#include "ident/ident.h"

/* A line of parts between bars is no longer. */
#define BAR_LINE_MAX ((size_t)160)

static void add(cut_pieces *p, cut_piece piece)
{
    if (p->list.n >= CUT_MAX_PAGE_PIECES)
        p->full = true;
    else if (!CUT_PUSH(p->arena, &p->list, piece))
        p->failed = true;
}

/* Closes the open paragraph. */
static void close_paragraph(cut_pieces *p, cut_piece_style style)
{
    if (p->open.n > 0)
        add(p, (cut_piece){.kind = CUT_PIECE_TEXT,
                           .text = p->open,
                           .is_caption = style.is_caption,
                           .is_heading = style.is_heading,
                           .is_tight = p->open_tight,
                           .figure = style.figure});
    p->open = (cut_str){NULL, 0};
    p->open_room = 0;
}

void cut_pieces_end(cut_pieces *p, cut_piece_style style)
{
    close_paragraph(p, style);
    p->below = false;
}

void cut_pieces_image(cut_pieces *p, unsigned figure)
{
    add(p, (cut_piece){.kind = CUT_PIECE_IMAGE, .figure = figure});
}

/* Appends a line to the open paragraph, whose room doubles as it grows. */
static void append(cut_pieces *p, cut_str line)
{
    if (line.n == 0)
        return;
    if (p->open.n == 0)
        p->open_tight = p->below;
    p->below = true;
    size_t need = p->open.n + line.n + 1;
    if (need > p->open_room) {
        char *grown = cut_arena_alloc(p->arena, need * 2, 1);
        if (!grown) {
            p->failed = true;
            return;
        }
        if (p->open.n > 0)
            memcpy(grown, p->open.p, p->open.n);
        p->open.p = grown;
        p->open_room = need * 2;
    }
    char *to = (char *)(uintptr_t)p->open.p;
    if (p->open.n > 0)
        to[p->open.n++] = '\n';
    memcpy(to + p->open.n, line.p, line.n);
    p->open.n += line.n;
}

static cut_str *copy_ids(cut_pieces *p, const cut_str *ids, size_t count)
{
    cut_str *copy = CUT_NEW_ARRAY(p->arena, cut_str, count);
    if (copy)
        memcpy(copy, ids, count * sizeof *copy);
    else
        p->failed = true;
    return copy;
}

void cut_pieces_card(cut_pieces *p, const cut_str *ids, size_t count, const struct cut_card *card)
{
    cut_str *copy = copy_ids(p, ids, count);
    if (copy)
        add(p, (cut_piece){.kind = CUT_PIECE_IDS, .ids = copy, .id_count = count, .card = card});
}

static void add_ids(cut_pieces *p, const cut_str *ids, size_t count, const char *label,
                    unsigned figure)
{
    cut_str *copy = copy_ids(p, ids, count);
    if (!copy)
        return;
    add(p, (cut_piece){.kind = CUT_PIECE_IDS,
                       .ids = copy,
                       .id_count = count,
                       .label = label,
                       .figure = figure,
                       .is_tight = p->below});
    p->below = true;
}

/* A line that is nothing but an ID of a shape that only one agency uses: "RTX2CGS3". */
static bool speaks_for_itself(cut_pieces *p, cut_str line)
{
    cut_id_list ids = {{0}};
    bool letters = false;
    for (size_t i = 0; i < line.n && !letters; i++)
        letters = cut_is_alpha(line.p[i]);
    if (!letters || !cut_label_is_value(line))
        return false;
    p->failed |= !cut_ident_add_named(p->arena, CUT_ID_PAGE, line, NULL, &ids);
    return ids.ids.n > 0 && strcmp(ids.ids.v[0].ns, CUTLINE_NAMESPACE_BARE) != 0;
}

/* The ID that speaks for itself as the first word of a line ("RTX2CGS3", "160502-N-AO748-013 PORT
 * ... (May 2, 2016)"), or behind the last bar of a heading ("AFP Photo | SLUG | 000_34TR4QY"). */
static cut_str bare_id(cut_pieces *p, cut_str line)
{
    cut_str rest = line, first = cut_str_split(&rest, ' '), last = line;
    if (speaks_for_itself(p, first))
        return first;
    if (line.n > BAR_LINE_MAX || cut_str_find_char(line, '|', 0) == SIZE_MAX)
        return (cut_str){NULL, 0};
    for (rest = line; rest.p;)
        last = cut_str_trim(cut_str_split(&rest, '|'));
    return speaks_for_itself(p, last) ? last : (cut_str){NULL, 0};
}

void cut_pieces_line(cut_pieces *p, cut_str line, cut_piece_style style)
{
    cut_label label;
    if (p->full)
        return;
    line = cut_ident_ascii_digits(p->arena, cut_str_trim(line));
    if (!line.p)
        p->failed = true;
    if (line.n == 0)
        return;
    if (p->wants_value) {
        const char *wanted = p->wants_value;
        p->wants_value = NULL;
        if (cut_label_is_value(line)) {
            add_ids(p, &line, 1, wanted, style.figure);
            return;
        }
    }
    bool labelled = cut_label_find(p->arena, line, &label);
    cut_str id = labelled ? (cut_str){NULL, 0} : bare_id(p, line);
    if (id.n > 0) {
        close_paragraph(p, style);
        add_ids(p, &id, 1, NULL, style.figure);
        append(p, cut_str_trim(cut_str_slice(line, id.p == line.p ? id.n : line.n, line.n)));
        return;
    }
    if (!labelled) {
        append(p, line);
        return;
    }
    append(p, label.before);
    close_paragraph(p, style);
    if (label.before.n > 0 && p->list.n > 0)
        p->list.v[p->list.n - 1].ends_at_ids = true;
    if (label.id_count > 0)
        add_ids(p, label.ids, label.id_count, label.phrase, style.figure);
    else
        p->wants_value = label.phrase;
    append(p, label.after);
}
