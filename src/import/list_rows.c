#include "import/list.h"

#include "base/error.h"
#include "base/limits.h"
#include "caption/caption.h"
#include "ident/namespace.h"
#include "record/file_key.h"
#include "record/values.h"

/* Rows of one kind of trouble that are named one by one. */
#define NAMED_MAX 20
/* A number of fewer digits counts the rows; it is no file's name. */
#define NAME_DIGITS_MIN 6

static const struct {
    const char *code, *field;
} kinds[CUT_LIST_TROUBLES] = {
    [CUT_ROW_NO_KEY] = {"list-no-id", NULL},
    [CUT_ROW_SCIENTIFIC] = {"list-id-lost", NULL},
    [CUT_ROW_SHORT] = {"list-row-cells", NULL},
    [CUT_ROW_LONG] = {"list-row-cells", NULL},
    [CUT_ROW_BAD_DATE] = {"bad-date", "date_created"},
    [CUT_ROW_CONFLICT] = {"credit-conflict", "credit"},
};

/* One row on its way to an item. */
typedef struct row {
    const cut_str *cells;
    size_t count;
    cut_page_item item;
    cutline_caption caption;
    const char *ns; /* whose the IDs are; NULL if not said */
    bool id_lost;   /* that there is one is known, not which */
} row;

void cut_list_note(cut_list_rows *l, cut_list_trouble kind, const char *what, cut_str cell)
{
    if (l->counts[kind]++ < NAMED_MAX)
        cut_finding_add(&l->page->findings, kinds[kind].code, kinds[kind].field, "%s %zu: %s%.*s",
                        l->unit, l->number, what, CUT_FMT(cut_start_of(cell, 120)));
}

/* The rows that were not named. */
static void sum_up(cut_list_rows *l)
{
    for (size_t i = 0; i < CUT_LIST_TROUBLES; i++)
        if (l->counts[i] > NAMED_MAX)
            cut_finding_add(&l->page->findings, kinds[i].code, kinds[i].field,
                            "%zu more rows, %zu in all", l->counts[i] - NAMED_MAX, l->counts[i]);
}

static cut_str cell_of(const cut_list_rows *l, cut_list_role role, const row *r)
{
    size_t i = l->layout.column[role];
    return i < r->count ? cut_list_cell_text(r->cells[i]) : (cut_str){NULL, 0};
}

/* ---- IDs and files ---- */

/* "example:123" of a sheet of ours is an ID of an archive that no table knows. */
static bool is_namespace(cut_str text, cut_str rest)
{
    for (size_t i = 0; i < text.n; i++)
        if ((!cut_is_alnum(text.p[i]) || cut_is_upper(text.p[i])) && text.p[i] != '-')
            return false;
    return text.n > 1 && cut_is_alpha(text.p[0]) && rest.n > 0 &&
           cut_str_find_char(rest, ':', 0) == SIZE_MAX;
}

/* Adds one ID: "getty:527341234", "RTX2CGS3". */
static bool add_id(cut_list_rows *l, row *r, cut_str text)
{
    cut_arena *arena = &l->page->arena;
    const char *ns = r->ns;
    cut_str value = text, typed = cut_str_split(&value, ':');
    if (value.p && cut_str_eq_nocase(typed, CUT_STR(CUTLINE_NAMESPACE_BARE)))
        text = cut_str_trim(value);
    else if (value.p && (cut_ident_namespace(typed) || is_namespace(typed, value))) {
        const char *known = cut_ident_namespace(typed);
        ns = known ? known : cut_arena_copy(arena, typed);
        text = cut_str_trim(value);
        if (!ns)
            return false;
    }
    return cut_ident_add_named(arena, l->place, cut_ident_ascii_digits(arena, text), ns,
                               &r->item.ids);
}

/* The IDs in one cell, separated by ";". */
static bool add_ids(cut_list_rows *l, row *r)
{
    size_t i = l->layout.column[CUT_LIST_ID];
    cut_str rest = i < r->count ? cut_list_cell_name(r->cells[i]) : (cut_str){NULL, 0};
    bool ok = true;
    while (rest.p && ok) {
        cut_str text = cut_list_cell_name(cut_str_trim(cut_str_split(&rest, ';')));
        if (cut_list_is_scientific(text)) {
            r->id_lost = true;
            cut_list_note(l, CUT_ROW_SCIENTIFIC,
                          "a spreadsheet has cut the digits of an ID: ", text);
        } else if (text.n > 0)
            ok = add_id(l, r, text);
    }
    return ok;
}

/* The list has the ID, or a bare number with its owner. */
static bool is_known(const cut_id_list *ids, const cutline_media_id *id)
{
    bool bare = strcmp(id->ns, CUTLINE_NAMESPACE_BARE) == 0;
    for (size_t i = 0; i < ids->ids.n; i++)
        if (strcmp(ids->ids.v[i].id, id->id) == 0 &&
            (bare || strcmp(ids->ids.v[i].ns, id->ns) == 0))
            return true;
    return false;
}

/* The name of the file, and the IDs that it shows; the agencies are the second signal. */
static cutline_status add_file(cut_list_rows *l, row *r, cutline_error *err)
{
    cut_arena *arena = &l->page->arena;
    size_t at = l->layout.column[CUT_LIST_FILE];
    cut_str file = at < r->count ? cut_list_cell_name(r->cells[at]) : (cut_str){NULL, 0};
    if (file.n == 0 || (cut_str_all_digits(file) && file.n < NAME_DIGITS_MIN))
        return CUTLINE_OK;
    cut_id_input input = {CUT_ID_FILE_NAME, file};
    cut_id_list found;
    const cutline_strings *agencies = &l->reading.agencies;
    r->item.image_url = cut_arena_copy(arena, file);
    r->item.file_key = cut_file_key(arena, file).p;
    if (!r->item.image_url)
        return cut_no_memory(err);
    cutline_status status =
        cut_ident_find(arena, &input, 1, agencies->items, agencies->count, &found, err);
    for (size_t i = 0; status == CUTLINE_OK && i < found.ids.n; i++)
        if (!is_known(&r->item.ids, &found.ids.v[i]) &&
            !CUT_PUSH(arena, &r->item.ids.ids, found.ids.v[i]))
            return cut_no_memory(err);
    return status;
}

/* ---- what is said of the picture ---- */

static cutline_status read_caption(cut_list_rows *l, row *r, cutline_error *err)
{
    cut_str text = cell_of(l, CUT_LIST_CAPTION, r);
    if (text.n == 0)
        return CUTLINE_OK;
    r->item.text = cut_arena_copy(&l->page->arena, text);
    if (!r->item.text)
        return cut_no_memory(err);
    return cut_caption_parse(&l->record.arena, text, &r->caption, err);
}

static cutline_status read_credit(cut_list_rows *l, row *r, cutline_error *err)
{
    cut_list_voices voices = {.credit = cell_of(l, CUT_LIST_CREDIT, r),
                              .byline = cell_of(l, CUT_LIST_BYLINE, r),
                              .source = cell_of(l, CUT_LIST_SOURCE, r),
                              .copyright = cell_of(l, CUT_LIST_COPYRIGHT, r),
                              .caption = r->item.text ? &r->caption : NULL};
    cutline_status status = cut_list_credit(&l->reading, &voices, err);
    if (status != CUTLINE_OK)
        return status;
    const cut_findings *found = &l->record.findings;
    for (size_t i = 0; i < found->list.n; i++)
        if (strcmp(found->list.v[i].code, kinds[CUT_ROW_CONFLICT].code) == 0)
            cut_list_note(l, CUT_ROW_CONFLICT, "", cut_str_from(found->list.v[i].detail));
    const char *line = l->record.credit.line;
    if (line)
        r->item.caption.credit.line = cut_arena_copy_z(&l->page->arena, line);
    return found->lost || (line && !r->item.caption.credit.line) ? cut_no_memory(err) : CUTLINE_OK;
}

/* Adds a line to the item's fields. */
static bool add_field(cut_list_rows *l, row *r, const char *name, cut_str value)
{
    char *text = cut_arena_copy(&l->record.arena, value);
    for (size_t i = 0; text && i < value.n; i++)
        if (text[i] == '\n' || text[i] == '\t')
            text[i] = ' ';
    if (text)
        r->item.fields =
            cut_arena_printf(&l->page->arena, "%s%s%s\t%s", r->item.fields ? r->item.fields : "",
                             r->item.fields ? "\n" : "", name, text);
    return text && r->item.fields;
}

static cutline_status read_fields(cut_list_rows *l, row *r, cutline_error *err)
{
    cut_str date = cell_of(l, CUT_LIST_DATE, r), iso = {NULL, 0};
    cutline_status status = CUTLINE_OK;
    if (date.n > 0)
        status = cut_list_date(&l->record.arena, date, &iso, err);
    if (status == CUTLINE_OK && date.n > 0 && iso.n == 0)
        cut_list_note(l, CUT_ROW_BAD_DATE, "cannot tell the date: ", date);
    bool ok = iso.n == 0 || add_field(l, r, "date_created", iso);
    for (size_t i = 0; i < cut_list_column_count && ok; i++) {
        const cut_list_column *column = &cut_list_columns[i];
        cut_str value = column->field ? cell_of(l, column->role, r) : (cut_str){NULL, 0};
        ok = value.n == 0 || add_field(l, r, column->field, value);
    }
    return status == CUTLINE_OK && !ok ? cut_no_memory(err) : status;
}

/* ---- rows ---- */

static cutline_status read_row(cut_list_rows *l, row *r, cutline_error *err)
{
    cut_arena *arena = &l->page->arena;
    cut_arena_reset(&l->record.arena);
    cut_str owner = cell_of(l, CUT_LIST_NAMESPACE, r);
    r->ns = owner.n > 0 ? cut_ident_namespace(owner) : NULL;
    if (!r->ns && owner.n > 0)
        r->ns = cut_ident_site(arena, owner);
    if (!r->ns)
        r->ns = l->ns;
    cutline_status status = read_caption(l, r, err);
    if (status == CUTLINE_OK)
        status = read_credit(l, r, err);
    if (status == CUTLINE_OK && !add_ids(l, r))
        status = cut_no_memory(err);
    if (status == CUTLINE_OK)
        status = add_file(l, r, err);
    if (status == CUTLINE_OK)
        status = read_fields(l, r, err);
    if (status != CUTLINE_OK)
        return status;
    bool linked = r->item.ids.ids.n > 0 || r->item.file_key;
    if (!linked && !r->id_lost)
        cut_list_note(l, CUT_ROW_NO_KEY, "the row names no media ID and no file",
                      (cut_str){NULL, 0});
    return linked && !CUT_PUSH(arena, &l->page->items, r->item) ? cut_no_memory(err) : CUTLINE_OK;
}

cut_list_rows *cut_list_rows_begin(cut_page *page, const char *unit)
{
    cut_list_rows *l = CUT_NEW(&page->arena, cut_list_rows);
    if (!l)
        return NULL;
    l->page = page;
    l->unit = unit;
    l->place = CUT_ID_LIST;
    l->reading.record = &l->record;
    l->reading.scratch = &l->record.arena;
    for (size_t i = 0; i < CUT_LIST_ROLES; i++)
        l->layout.column[i] = i;
    l->layout.width = CUT_LIST_ROLES;
    cut_arena_init(&l->record.arena, CUT_MAX_CAPTION_ARENA);
    return l;
}

cutline_status cut_list_rows_add(cut_list_rows *rows, size_t number, const cut_str *cells,
                                 size_t count, cutline_error *err)
{
    row r = {.cells = cells, .count = count};
    rows->number = number;
    return read_row(rows, &r, err);
}

void cut_list_rows_end(cut_list_rows *rows)
{
    if (!rows)
        return;
    cut_arena_release(&rows->record.arena);
    sum_up(rows);
}
