/* JSON: an object for each photo, keys in the order of the columns; unknown values are null. */
#include "base/json.h"
#include "sheet/writers.h"

static void add_list(cut_json *json, cut_str cell)
{
    cut_json_begin_array(json);
    while (cell.p)
        cut_json_str(json, cut_str_trim(cut_str_split(&cell, ',')));
    cut_json_end_array(json);
}

static void add_value(cut_json *json, const cut_sheet_column *column, const cutline_hit *hit)
{
    cut_cell_room room;
    cut_str cell = cut_sheet_cell(column, hit, &room);
    cut_json_key(json, column->info.name);
    if (column->kind == CUT_CELL_NUMBER)
        cut_json_int(json, hit->photo);
    else if (column->kind == CUT_CELL_LIST)
        add_list(json, cell);
    else if (cell.p)
        cut_json_str(json, cell);
    else
        cut_json_null(json);
}

static void add_object(cut_sheet *sheet, const cutline_hit *hit)
{
    cut_json json;
    cut_json_init(&json, &sheet->out);
    cut_json_begin_object(&json);
    for (size_t i = 0; i < sheet->column_count; i++)
        add_value(&json, sheet->columns[i], hit);
    cut_json_end_object(&json);
}

void cut_json_array_begin(cut_sheet *sheet)
{
    cut_buf_char(&sheet->out, '[');
}

void cut_json_array_row(cut_sheet *sheet, const cutline_hit *hit)
{
    cut_buf_z(&sheet->out, sheet->rows > 0 ? ",\n" : "\n");
    add_object(sheet, hit);
}

void cut_json_array_end(cut_sheet *sheet)
{
    cut_buf_z(&sheet->out, "\n]\n");
}

void cut_ndjson_row(cut_sheet *sheet, const cutline_hit *hit)
{
    add_object(sheet, hit);
    cut_buf_char(&sheet->out, '\n');
}
