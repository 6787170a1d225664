#include "import/card.h"

#include "base/unicode.h"
#include "import/prose.h"

/* What a block may hold under a name that says nothing about pictures ("License type: ..."), and
 * under one that says whose they are; longer text is text. */
#define OTHER_MAX ((size_t)80)
#define CREDIT_MAX ((size_t)240)
/* Lines that go on below are about as long as the page is wide. */
#define WRAPPED_MIN ((size_t)40)
#define WRAPPED_MAX ((size_t)140)
/* Lines about one picture. */
#define BLOCK_MAX ((size_t)128)
/* Lines that make a block without caption and credit. */
#define BARE_LINES_MIN ((size_t)4)

typedef enum entry_kind {
    TEXT,   /* not of a block */
    ID,     /* a piece that names IDs, or a line "ID: ..." */
    FIELD,  /* a value that says something about the picture */
    OTHER,  /* a value that does not */
    FURTHER /* more of the entry before */
} entry_kind;

/* A line of a text, or another piece. */
typedef struct entry {
    entry_kind kind;
    size_t piece;
    cut_str line; /* empty if it is no line of a text */
    cut_named named;
    cut_str value;
    cut_str key; /* entries of one key say the same thing, of one picture or of several */
} entry;

/* Entries [from, to). */
typedef struct span {
    size_t from, to;
} span;

typedef struct finder {
    cut_arena *arena;
    cut_pieces *pieces;
    CUT_VEC(entry) entries;
    CUT_VEC(cut_piece) out;
} finder;

static const cut_piece *piece_of(const finder *f, const entry *e)
{
    return &f->pieces->list.v[e->piece];
}

static void push(finder *f, cut_piece piece)
{
    f->pieces->failed |= !CUT_PUSH(f->arena, &f->out, piece);
}

/* ---- from pieces to entries ---- */

static void add_entry(finder *f, entry e)
{
    f->pieces->failed |= !CUT_PUSH(f->arena, &f->entries, e);
}

static void add_lines(finder *f, size_t piece, cut_str text)
{
    while (text.p)
        add_entry(f, (entry){.kind = TEXT, .piece = piece, .line = cut_str_split(&text, '\n')});
}

static void collect(finder *f)
{
    for (size_t i = 0; i < f->pieces->list.n; i++) {
        const cut_piece *p = &f->pieces->list.v[i];
        bool is_id = p->kind == CUT_PIECE_IDS && p->id_count == 1 && !p->card;
        if (p->kind == CUT_PIECE_TEXT && !p->is_heading)
            add_lines(f, i, p->text);
        else
            add_entry(f, (entry){.kind = is_id ? ID : TEXT,
                                 .piece = i,
                                 .value = is_id ? p->ids[0] : (cut_str){NULL, 0},
                                 .named.is_sure = is_id,
                                 .key = cut_str_from(p->label ? p->label : "id")});
    }
}

/* "Photo: REUTERS/Name": nothing but a credit. */
static bool is_credit_line(finder *f, cut_str line)
{
    cutline_caption c;
    if (line.n > CREDIT_MAX || cut_caption_parse(f->arena, line, &c, NULL) != CUTLINE_OK)
        return false;
    return cut_read_as(f->arena, line, &c, true) == CUT_READS_CREDIT;
}

/* What a named value is; TEXT if it is too long for it. */
static entry_kind kind_of(finder *f, const entry *e)
{
    switch (e->named.role) {
    case CUT_LIST_ID:
        return cut_label_is_value(e->value) ? ID : TEXT;
    case CUT_LIST_CAPTION:
        return FIELD;
    case CUT_LIST_CREDIT:
    case CUT_LIST_BYLINE:
    case CUT_LIST_SOURCE:
    case CUT_LIST_COPYRIGHT:
        return e->value.n <= CREDIT_MAX ? FIELD : TEXT;
    case CUT_LIST_NONE:
        return e->value.n <= OTHER_MAX && !is_credit_line(f, e->value) ? OTHER : TEXT;
    default:
        return e->value.n <= CREDIT_MAX ? FIELD : TEXT;
    }
}

/* Names entry i; the value may be the entry behind it. */
static void name_entry(finder *f, size_t i)
{
    entry *e = &f->entries.v[i], *next = i + 1 < f->entries.n ? e + 1 : NULL;
    cut_named after;
    if (e->kind != TEXT || e->line.n == 0 || !cut_named_read(f->arena, e->line, &e->named))
        return;
    bool alone = e->named.value.n == 0;
    if (alone && (!next || next->line.n == 0 || cut_named_read(f->arena, next->line, &after)))
        return;
    e->value = alone ? next->line : e->named.value;
    if (e->named.role == CUT_LIST_NONE && is_credit_line(f, e->line))
        e->named.role = CUT_LIST_CREDIT;
    e->kind = kind_of(f, e);
    e->key = e->named.role == CUT_LIST_ID ? cut_uc_squeeze(f->arena, e->named.name)
                                          : cut_str_from(cut_list_columns[e->named.role].target);
    if (alone && e->kind != TEXT)
        next->kind = FURTHER;
}

static bool goes_on(const entry *e)
{
    return e->line.n >= WRAPPED_MIN && e->line.n <= WRAPPED_MAX && e->line.p[e->line.n - 1] != '.';
}

/* Takes in the lines over which a caption is wrapped. */
static void extend_caption(finder *f, size_t i)
{
    entry *e = &f->entries.v[i];
    if (e->kind != FIELD || e->named.role != CUT_LIST_CAPTION || e->named.value.n == 0)
        return;
    for (size_t k = i + 1; k < f->entries.n; k++) {
        entry *next = &f->entries.v[k];
        if (next->piece != e->piece || next->kind != TEXT || !goes_on(next - 1))
            return;
        next->kind = FURTHER;
        const char *text =
            cut_arena_printf(f->arena, "%.*s %.*s", CUT_FMT(e->value), CUT_FMT(next->line));
        f->pieces->failed |= !text;
        e->value = cut_str_from(text);
    }
}

/* ---- from entries to blocks ---- */

static bool is_role(const entry *e, cut_list_role role)
{
    return e->kind == FIELD && e->named.role == role;
}

/* What a block says. */
typedef enum block_kind {
    NO_BLOCK,
    BARE_BLOCK, /* an ID among other values; what else is said may be about the page */
    FULL_BLOCK  /* an ID, and what the picture shows or whose it is */
} block_kind;

/* A number that may be anything's needs to be beside a credit or a photographer. */
static block_kind kind_of_block(const finder *f, span s)
{
    bool sure = false, any = false, caption = false, credit = false;
    size_t named = 0;
    for (size_t i = s.from; i < s.to; i++) {
        const entry *e = &f->entries.v[i];
        named += e->kind != FURTHER;
        any |= e->kind == ID;
        sure |= e->kind == ID && e->named.is_sure;
        caption |= is_role(e, CUT_LIST_CAPTION);
        credit |= is_role(e, CUT_LIST_CREDIT) || is_role(e, CUT_LIST_COPYRIGHT) ||
                  (is_role(e, CUT_LIST_BYLINE) && !e->named.is_writers);
    }
    if (sure ? caption || credit : any && credit)
        return FULL_BLOCK;
    return sure && named >= BARE_LINES_MIN ? BARE_BLOCK : NO_BLOCK;
}

/* Some key stands twice, so that the span may be about two pictures. */
static bool is_ambiguous(const finder *f, span s)
{
    if (s.to - s.from > BLOCK_MAX)
        return true;
    for (size_t i = s.from; i < s.to; i++)
        for (size_t k = i + 1; k < s.to; k++) {
            const entry *a = &f->entries.v[i], *b = &f->entries.v[k];
            bool counts = a->kind == ID || is_role(a, CUT_LIST_CAPTION) ||
                          is_role(a, CUT_LIST_CREDIT) || is_role(a, CUT_LIST_BYLINE);
            if (counts && a->kind == b->kind && cut_str_eq(a->key, b->key))
                return true;
        }
    return false;
}

static void add_value(cut_card *card, const entry *e)
{
    cut_str *cell = &card->cells[e->named.role];
    if (e->kind == FIELD && cell->n == 0)
        *cell = e->value;
}

/* The block as one piece; each of its IDs as one if it is ambiguous. */
static void put_block(finder *f, span s, bool ambiguous)
{
    bool full = kind_of_block(f, s) == FULL_BLOCK;
    cut_card *card = CUT_NEW(f->arena, cut_card);
    CUT_VEC(cut_str) ids = {0};
    const entry *first = &f->entries.v[s.from];
    bool below_text = first->line.n > 0 && first->line.p != piece_of(f, first)->text.p;
    cut_piece piece = {.kind = CUT_PIECE_IDS,
                       .is_tight = below_text || piece_of(f, first)->is_tight,
                       .figure = piece_of(f, first)->figure,
                       .label = first->key.p};
    f->pieces->failed |= !card;
    for (size_t i = s.from; i < s.to && card; i++) {
        const entry *e = &f->entries.v[i];
        if (e->kind == ID && ambiguous && piece_of(f, e)->kind == CUT_PIECE_IDS)
            push(f, *piece_of(f, e));
        else if (e->kind == ID && !ambiguous)
            f->pieces->failed |= !CUT_PUSH(f->arena, &ids, e->value);
        if (full)
            add_value(card, e);
    }
    piece.ids = ids.v;
    piece.id_count = ids.n;
    piece.card = card;
    if (ids.n > 0)
        push(f, piece);
}

/* End of the part of a span that begins at `from`: before the next entry of that key. */
static size_t part_end(const finder *f, span s, size_t from, cut_str key)
{
    size_t end = from + 1;
    while (end < s.to && (f->entries.v[end].kind == FURTHER || f->entries.v[end].kind == OTHER ||
                          !cut_str_eq(f->entries.v[end].key, key)))
        end++;
    return end;
}

/* True if each part that begins with the key is about one picture. */
static bool splits_well(const finder *f, span s, cut_str key)
{
    bool well = true;
    for (size_t at = s.from; at < s.to && well;) {
        size_t end = part_end(f, s, at, key);
        /* IDs in a row may share what follows. */
        bool lone = end == at + 1 && end < s.to && f->entries.v[at].kind == ID;
        well = !lone && !is_ambiguous(f, (span){at, end});
        at = end;
    }
    return well;
}

/* The key that every picture of the span begins with: that of its first entry, or that of its first
 * ID if nothing that is one picture's own stands above. Empty if neither divides it. */
static cut_str divider(const finder *f, span s)
{
    if (splits_well(f, s, f->entries.v[s.from].key))
        return f->entries.v[s.from].key;
    for (size_t i = s.from; i < s.to; i++) {
        const entry *e = &f->entries.v[i];
        if (is_role(e, CUT_LIST_CAPTION) || is_role(e, CUT_LIST_CREDIT) ||
            is_role(e, CUT_LIST_BYLINE))
            break;
        if (e->kind == ID)
            return splits_well(f, s, e->key) ? e->key : (cut_str){NULL, 0};
    }
    return (cut_str){NULL, 0};
}

static void put_span(finder *f, span s)
{
    cut_str key = divider(f, s);
    if (key.n == 0) {
        put_block(f, s, true);
        return;
    }
    for (size_t at = s.from; at < s.to;) {
        size_t end = part_end(f, s, at, key);
        put_block(f, (span){at, end}, false);
        at = end;
    }
}

/* ---- from blocks to pieces ---- */

/* The lines [from, to) of a text, as a piece. */
static void put_lines(finder *f, size_t from, size_t to)
{
    const entry *first = &f->entries.v[from], *last = &f->entries.v[to - 1];
    cut_piece piece = *piece_of(f, first);
    if (first->line.n > 0) {
        piece.is_tight |= first->line.p != piece.text.p;
        piece.ends_at_ids &= last->line.p + last->line.n == piece.text.p + piece.text.n;
        piece.text =
            (cut_str){first->line.p, (size_t)(last->line.p + last->line.n - first->line.p)};
    }
    push(f, piece);
}

static void put_text(finder *f, size_t from, size_t to)
{
    while (from < to) {
        size_t end = from + 1;
        while (end < to && f->entries.v[end].piece == f->entries.v[from].piece)
            end++;
        put_lines(f, from, end);
        from = end;
    }
}

/* True for an entry, or more of it, whose name and value stand on two lines. */
static bool is_spread(const finder *f, size_t i)
{
    while (i > 0 && f->entries.v[i].kind == FURTHER)
        i--;
    return f->entries.v[i].kind == OTHER && f->entries.v[i].named.value.n == 0;
}

/* The block that begins at an entry, after `from`; it ends with what says something. Further values
 * of a form may stand above. */
static span span_at(const finder *f, size_t from, size_t after)
{
    span s = {from, from};
    while (s.from > after && is_spread(f, s.from - 1))
        s.from--;
    for (size_t i = from; i < f->entries.n && f->entries.v[i].kind != TEXT; i++) {
        size_t main = i;
        while (f->entries.v[main].kind == FURTHER && main > from)
            main--;
        if (f->entries.v[main].kind != OTHER)
            s.to = i + 1;
    }
    return s;
}

static void rebuild(finder *f)
{
    size_t text_from = 0;
    for (size_t i = 0; i < f->entries.n;) {
        bool starts = f->entries.v[i].kind == ID || f->entries.v[i].kind == FIELD;
        span s = starts ? span_at(f, i, text_from) : (span){i, i + 1};
        if (starts && kind_of_block(f, s) != NO_BLOCK) {
            put_text(f, text_from, s.from);
            put_span(f, s);
            text_from = s.to;
        }
        i = s.to;
    }
    put_text(f, text_from, f->entries.n);
}

void cut_cards_find(cut_pieces *pieces)
{
    finder f = {.arena = pieces->arena, .pieces = pieces};
    collect(&f);
    bool any_id = false;
    for (size_t i = 0; i < f.entries.n; i++) {
        name_entry(&f, i);
        any_id |= f.entries.v[i].kind == ID;
    }
    for (size_t i = 0; i < f.entries.n; i++)
        extend_caption(&f, i);
    if (!any_id || pieces->failed)
        return;
    rebuild(&f);
    pieces->list.n = 0;
    for (size_t i = 0; i < f.out.n; i++)
        pieces->failed |= !CUT_PUSH(pieces->arena, &pieces->list, f.out.v[i]);
}
