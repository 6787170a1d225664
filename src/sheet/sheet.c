#include "sheet/sheet.h"

#include "base/error.h"
#include "base/limits.h"

#include <cutline/nearest.h>

/* usual.template */
extern const char cut_text_sheet_usual_template[];

/* What gathers before it is handed on. */
#define PIECE_BYTES ((size_t)64 << 10)

static const char *format_name_at(size_t index, const void *context)
{
    (void)context;
    const cutline_sheet_format *format = cutline_sheet_format_at(index);
    return format ? format->name : NULL;
}

static const char *column_name_at(size_t index, const void *context)
{
    (void)context;
    const cutline_sheet_column *column = cutline_sheet_column_at(index);
    return column ? column->name : NULL;
}

/* The first of its name. */
static bool is_shown(const cut_sheet_column *column)
{
    const cut_sheet_column *first = cut_sheet_columns;
    while (strcmp(first->info.name, column->info.name) != 0)
        first++;
    return first == column;
}

const cutline_sheet_column *cutline_sheet_column_at(size_t index)
{
    for (const cut_sheet_column *column = cut_sheet_columns; column->info.name; column++)
        if (is_shown(column) && index-- == 0)
            return &column->info;
    return NULL;
}

static cutline_status unknown(cutline_error *err, const char *what, cut_str name,
                              cutline_name_fn name_at)
{
    char typed[64];
    cut_str shown = cut_str_slice(name, 0, sizeof typed - 1);
    memcpy(typed, shown.p ? shown.p : "", shown.n);
    typed[shown.n] = '\0';
    const char *near = cutline_nearest(typed, name_at, NULL);
    if (near)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "unknown %s '%s'; did you mean '%s'?", what,
                        typed, near);
    return cut_fail(err, CUTLINE_BAD_ARGUMENT, "unknown %s '%s'", what, typed);
}

static cutline_status choose_writer(cut_sheet *sheet, const char *name, cutline_error *err)
{
    const cut_sheet_writer *writer = cut_sheet_writers;
    for (; writer->info.name; writer++) {
        if (!name || strcmp(writer->info.name, name) == 0) {
            sheet->writer = writer;
            return CUTLINE_OK;
        }
    }
    return unknown(err, "format", cut_str_from(name), format_name_at);
}

static const cut_sheet_column *find_column(cut_str name)
{
    const cut_sheet_column *column = cut_sheet_columns;
    while (column->info.name && !cut_str_eq(cut_str_from(column->info.name), name))
        column++;
    return column->info.name ? column : NULL;
}

static void put_column(cut_sheet *sheet, const cut_sheet_column *column, cut_str label)
{
    sheet->heads[sheet->column_count++] = (cut_sheet_head){column, label};
}

static bool has_column(const cut_sheet *sheet, const cut_sheet_column *column)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        if (sheet->heads[i].column == column)
            return true;
    return false;
}

/* "NAME" or "NAME=HEADING". */
static cutline_status add_column(cut_sheet *sheet, cut_str spec, cutline_error *err)
{
    cut_str label = spec;
    cut_str name = cut_str_trim(cut_str_split(&label, '='));
    const cut_sheet_column *column = find_column(name);
    if (!column)
        return unknown(err, "column", name, column_name_at);
    if (has_column(sheet, column))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "column '%s' is named twice", column->info.name);
    put_column(sheet, column, cut_str_trim(label));
    return CUTLINE_OK;
}

/* Every column, or the usual ones. */
static void add_all(cut_sheet *sheet, bool usual_only)
{
    for (const cut_sheet_column *column = cut_sheet_columns; column->info.name; column++)
        if (column->info.usual || (!usual_only && is_shown(column)))
            put_column(sheet, column, (cut_str){NULL, 0});
}

static cutline_status choose_columns(cut_sheet *sheet, const char *names, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    cut_str rest = cut_str_from(names);
    if (!names || cut_str_eq(cut_str_trim(rest), CUT_STR("*"))) {
        add_all(sheet, !names);
        return CUTLINE_OK;
    }
    while (rest.p && status == CUTLINE_OK)
        status = add_column(sheet, cut_str_trim(cut_str_split(&rest, ',')), err);
    return status;
}

/* Marks what the format escapes, and the byte that C1 control characters begin with. */
static void mark_special(cut_sheet *sheet)
{
    for (int c = 0; c < 0x80 && sheet->writer->escape; c++)
        sheet->special[c] = sheet->writer->escape((char)c) != NULL;
    sheet->special[0xC2] = true;
    sheet->special[0xE2] = sheet->writer->no_bidi;
}

/* The columns of a sheet by template are its variables. */
static cutline_status read_template(cut_sheet *sheet, cutline_error *err)
{
    const char *text = sheet->options->text_template;
    const cutline_template_variable *variable;
    if (!text)
        text = cut_text_sheet_usual_template;
    cutline_status status = cutline_template_parse(text, strlen(text), &sheet->text_template, err);
    sheet->column_count = 0;
    for (size_t i = 0; status == CUTLINE_OK; i++) {
        variable = cutline_template_variable_at(sheet->text_template, i);
        if (!variable)
            break;
        cut_str name = cut_str_from(variable->name);
        const cut_sheet_column *column = find_column(name);
        if (column && !has_column(sheet, column))
            put_column(sheet, column, (cut_str){NULL, 0});
        else if (!column && !cut_str_eq(name, CUT_STR("number")))
            status = unknown(err, "column", name, column_name_at);
    }
    return status;
}

cutline_status cut_sheet_open_cells(cut_sheet *sheet, const cutline_sheet_options *options,
                                    cutline_error *err)
{
    static const cutline_sheet_options usual = {.format = NULL};
    *sheet = (cut_sheet){.options = options ? options : &usual, .query = ""};
    cut_buf_init(&sheet->out, CUT_MAX_JSON_BYTES);
    for (size_t i = 0; i < sizeof sheet->held / sizeof *sheet->held; i++)
        cut_buf_init(&sheet->held[i], CUT_MAX_HELD_BYTES);
    cut_arena_init(&sheet->arena, CUT_MAX_STORE_ARENA);
    return choose_columns(sheet, sheet->options->columns, err);
}

cutline_status cut_sheet_open(cut_sheet *sheet, const char *query,
                              const cutline_sheet_options *options, cutline_write_fn write,
                              void *context, cutline_error *err)
{
    cutline_status status = cut_sheet_open_cells(sheet, options, err);
    sheet->query = query;
    sheet->write = write;
    sheet->context = context;
    if (status == CUTLINE_OK)
        status = choose_writer(sheet, sheet->options->format, err);
    if (status == CUTLINE_OK && sheet->writer->templated)
        status = read_template(sheet, err);
    if (status == CUTLINE_OK) {
        mark_special(sheet);
        sheet->writer->begin(sheet);
    }
    return status;
}

bool cut_sheet_wants_photos(const cut_sheet *sheet)
{
    const cutline_sheet_options *options = sheet->options;
    bool wants = options->whole_photos || options->lang || (sheet->writer && sheet->writer->photos);
    for (size_t i = 0; i < sheet->column_count && !wants; i++)
        wants = sheet->heads[i].column->source >= CUT_CELL_PHOTO;
    return wants;
}

bool cut_sheet_wants_thumbnails(const cut_sheet *sheet)
{
    return sheet->options->thumbnails && (!sheet->writer || sheet->writer->thumbnails);
}

/* Hands on what has gathered, if it is at least `least` bytes. */
static cutline_status hand_on(cut_sheet *sheet, size_t least, cutline_error *err)
{
    if (!cut_buf_ok(&sheet->out) || sheet->failed)
        return cut_no_memory(err);
    if (sheet->out.n < least)
        return CUTLINE_OK;
    if (sheet->write(sheet->out.p, sheet->out.n, sheet->context) != 0)
        return cut_fail(err, CUTLINE_CANCELLED, "the sheet was not finished");
    cut_buf_clear(&sheet->out);
    return CUTLINE_OK;
}

cutline_status cut_sheet_add(cut_sheet *sheet, const cutline_sheet_row *row, cutline_error *err)
{
    sheet->writer->row(sheet, row);
    sheet->rows++;
    cut_arena_reset(&sheet->arena);
    return hand_on(sheet, PIECE_BYTES, err);
}

cutline_status cut_sheet_close(cut_sheet *sheet, cutline_error *err)
{
    sheet->writer->end(sheet);
    return hand_on(sheet, 1, err);
}

void cut_sheet_release(cut_sheet *sheet)
{
    cut_buf_release(&sheet->out);
    for (size_t i = 0; i < sizeof sheet->held / sizeof *sheet->held; i++)
        cut_buf_release(&sheet->held[i]);
    cut_arena_release(&sheet->arena);
    cutline_template_free(sheet->text_template);
}
