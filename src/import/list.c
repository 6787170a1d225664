#include "import/list.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "caption/caption.h"
#include "ident/namespace.h"
#include "import/csv.h"

/* A list on its way in. */
typedef struct list {
    cut_page *page;
    cut_arena scratch;             /* for one row */
    size_t column[CUT_LIST_ROLES]; /* index of the role's column; SIZE_MAX if there is none */
    size_t without_id;             /* rows that name no picture */
} list;

/* How well a column fits a role: 0 not at all, 1 best. */
static size_t rank_of(const cut_list_column *column, cut_str name)
{
    cut_str names = cut_str_from(column->names);
    for (size_t rank = 1; names.p; rank++)
        if (cut_str_eq(cut_str_split(&names, ' '), name))
            return rank;
    return 0;
}

static void find_columns(list *l, const cut_str *cells, size_t count)
{
    size_t best[CUT_LIST_ROLES] = {0};
    for (size_t r = 0; r < CUT_LIST_ROLES; r++)
        l->column[r] = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        cut_str name = cut_uc_squeeze(&l->page->arena, cells[i]);
        for (size_t c = 0; c < cut_list_column_count; c++) {
            cut_list_role role = cut_list_columns[c].role;
            size_t rank = rank_of(&cut_list_columns[c], name);
            if (rank > 0 && (best[role] == 0 || rank < best[role])) {
                best[role] = rank;
                l->column[role] = i;
            }
        }
    }
}

static cut_str cell_of(const list *l, cut_list_role role, const cut_str *cells, size_t count)
{
    size_t i = l->column[role];
    return i < count ? cells[i] : (cut_str){NULL, 0};
}

/* The IDs in one cell, separated by ";" or blanks: "getty:527341234; RTX2CGS3". */
static bool add_ids(list *l, cut_page_item *item, cut_str cell, const char *ns)
{
    cut_arena *arena = &l->page->arena;
    while (cell.p) {
        cut_str text = cut_str_trim(cut_str_split(&cell, ';'));
        cut_str owner = text, value = cut_str_split(&owner, ':');
        const char *named = owner.p ? cut_ident_namespace(value) : NULL;
        if (named)
            text = cut_str_trim(owner);
        if (text.n > 0 &&
            !cut_ident_add_named(arena, CUT_ID_LIST, cut_ident_ascii_digits(arena, text),
                                 named ? named : ns, &item->ids))
            return false;
    }
    return true;
}

/* IDs that the file's name shows; the agencies of the credit are the second signal. */
static cutline_status add_file(list *l, cut_page_item *item, cut_str file,
                               const cutline_strings *agencies, cutline_error *err)
{
    cut_arena *arena = &l->page->arena;
    cut_id_input input = {CUT_ID_FILE_NAME, file};
    cut_id_list found;
    item->image_url = cut_arena_copy(arena, file);
    if (!item->image_url)
        return cut_no_memory(err);
    cutline_status status =
        cut_ident_find(arena, &input, 1, agencies->items, agencies->count, &found, err);
    for (size_t i = 0; status == CUTLINE_OK && i < found.ids.n; i++)
        if (!CUT_PUSH(arena, &item->ids.ids, found.ids.v[i]))
            return cut_no_memory(err);
    return status;
}

/* "Denis Balibouse" and "REUTERS" in two columns are one credit line. */
static cut_str credit_line(list *l, cut_str credit, cut_str byline)
{
    if (credit.n == 0 || byline.n == 0 || cut_str_find_nocase(credit, byline, 0) != SIZE_MAX)
        return credit.n > 0 ? credit : byline;
    return cut_str_from(
        cut_arena_printf(&l->scratch, "%.*s/%.*s", CUT_FMT(byline), CUT_FMT(credit)));
}

/* Sets the item's text, and its credit from the credit columns or else from the caption. *credit
 * lives until the next row. */
static cutline_status set_texts(list *l, cut_page_item *item, cut_str caption, cut_str credit_text,
                                cutline_credit *credit, cutline_error *err)
{
    cutline_caption parsed = {0};
    cutline_status status = CUTLINE_OK;
    if (caption.n > 0) {
        item->text = cut_arena_copy(&l->page->arena, caption);
        status = cut_caption_parse(&l->scratch, caption, &parsed, err);
    }
    *credit = parsed.credit;
    if (status == CUTLINE_OK && credit_text.n > 0)
        status = cut_credit_parse(&l->scratch, credit_text, credit, err);
    if (status == CUTLINE_OK && credit->line)
        item->caption.credit.line = cut_arena_copy_z(&l->page->arena, credit->line);
    bool copied =
        (!item->text) == (caption.n == 0) && (!item->caption.credit.line) == (!credit->line);
    return status == CUTLINE_OK && !copied ? cut_no_memory(err) : status;
}

static cutline_status read_row(list *l, const cut_str *cells, size_t count, cutline_error *err)
{
    cut_page_item item = {0};
    cutline_credit credit = {0};
    cut_str file = cell_of(l, CUT_LIST_FILE, cells, count);
    cut_str owner = cell_of(l, CUT_LIST_NAMESPACE, cells, count);
    cut_arena_reset(&l->scratch);
    const char *ns = owner.n > 0 ? cut_ident_namespace(owner) : NULL;
    if (!ns && owner.n > 0)
        ns = cut_ident_site(&l->page->arena, owner);
    cut_str line = credit_line(l, cell_of(l, CUT_LIST_CREDIT, cells, count),
                               cell_of(l, CUT_LIST_BYLINE, cells, count));
    cutline_status status =
        set_texts(l, &item, cell_of(l, CUT_LIST_CAPTION, cells, count), line, &credit, err);
    if (status == CUTLINE_OK && !add_ids(l, &item, cell_of(l, CUT_LIST_ID, cells, count), ns))
        status = cut_no_memory(err);
    if (status == CUTLINE_OK && file.n > 0)
        status = add_file(l, &item, file, &credit.agencies, err);
    if (status != CUTLINE_OK)
        return status;
    if (item.ids.ids.n == 0)
        l->without_id++;
    else if (!CUT_PUSH(&l->page->arena, &l->page->items, item))
        return cut_no_memory(err);
    return CUTLINE_OK;
}

cutline_status cut_list_read(cut_page *page, cut_str text, cutline_error *err)
{
    list l = {.page = page};
    cut_csv csv;
    cut_str cells[CUT_CSV_CELLS];
    size_t count;
    cut_csv_open(&csv, text, &page->arena);
    if (!cut_csv_next(&csv, cells, &count))
        return csv.failed ? cut_no_memory(err) : CUTLINE_OK;
    find_columns(&l, cells, count);
    if (l.column[CUT_LIST_ID] == SIZE_MAX && l.column[CUT_LIST_FILE] == SIZE_MAX)
        return CUTLINE_OK;
    cutline_status status = CUTLINE_OK;
    cut_arena_init(&l.scratch, CUT_MAX_CAPTION_ARENA);
    while (status == CUTLINE_OK && cut_csv_next(&csv, cells, &count))
        status = read_row(&l, cells, count, err);
    cut_arena_release(&l.scratch);
    if (l.without_id > 0)
        cut_finding_add(&page->findings, "list-no-id", NULL, "%zu rows name no media ID",
                        l.without_id);
    return status == CUTLINE_OK && csv.failed ? cut_no_memory(err) : status;
}
