#include "sheet/sheet.h"

#include "base/error.h"
#include "base/limits.h"

#include <cutline/nearest.h>

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

static cutline_status add_column(cut_sheet *sheet, cut_str name, cutline_error *err)
{
    const cut_sheet_column *column = find_column(name);
    if (!column)
        return unknown(err, "column", name, column_name_at);
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (sheet->columns[i] == column)
            return cut_fail(err, CUTLINE_BAD_ARGUMENT, "column '%s' is named twice",
                            column->info.name);
    }
    sheet->columns[sheet->column_count++] = column;
    return CUTLINE_OK;
}

static cutline_status choose_columns(cut_sheet *sheet, const char *names, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (!names) {
        for (const cut_sheet_column *column = cut_sheet_columns; column->info.usual; column++)
            sheet->columns[sheet->column_count++] = column;
        return CUTLINE_OK;
    }
    cut_str rest = cut_str_from(names);
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
}

cutline_status cut_sheet_open(cut_sheet *sheet, const cutline_sheet_options *options,
                              cutline_write_fn write, void *context, cutline_error *err)
{
    static const cutline_sheet_options usual = {.format = NULL};
    if (!options)
        options = &usual;
    *sheet = (cut_sheet){.bom = options->bom, .write = write, .context = context};
    cut_buf_init(&sheet->out, CUT_MAX_JSON_BYTES);
    cutline_status status = choose_writer(sheet, options->format, err);
    if (status == CUTLINE_OK)
        status = choose_columns(sheet, options->columns, err);
    if (status == CUTLINE_OK) {
        mark_special(sheet);
        sheet->writer->begin(sheet);
    }
    return status;
}

/* Hands on what has gathered, if it is at least `least` bytes. */
static cutline_status hand_on(cut_sheet *sheet, size_t least, cutline_error *err)
{
    if (!cut_buf_ok(&sheet->out))
        return cut_no_memory(err);
    if (sheet->out.n < least)
        return CUTLINE_OK;
    if (sheet->write(sheet->out.p, sheet->out.n, sheet->context) != 0)
        return cut_fail(err, CUTLINE_CANCELLED, "the sheet was not finished");
    cut_buf_clear(&sheet->out);
    return CUTLINE_OK;
}

cutline_status cut_sheet_add(cut_sheet *sheet, const cutline_hit *hit, cutline_error *err)
{
    sheet->writer->row(sheet, hit);
    sheet->rows++;
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
}
