/*
 * JSON: an object for each photo, keys in the order of the columns; unknown values are null.
 * The shape has a version, which grows when a key is taken away or means something else.
 */
#include "base/json.h"
#include "caption/caption.h"
#include "record/record.h"
#include "sheet/writers.h"

#define SHAPE_VERSION 1

/* Structures keep their shape: that of cutline_record_json(). */
static void add_structure(cut_json *json, const cut_sheet_column *column,
                          const cutline_sheet_row *row)
{
    const cutline_field *field = row->photo ? cut_sheet_field(row->photo, column->info.name) : NULL;
    if (field)
        cut_field_json(json, &cut_fields[column->at], field->values, field->count);
    else
        cut_json_null(json);
}

static void add_number(cut_json *json, cut_str digits)
{
    uint64_t n;
    if (cut_str_to_u64(digits, &n) && n <= INT64_MAX)
        cut_json_int(json, (int64_t)n);
    else
        cut_json_null(json);
}

static void add_text(cut_json *json, cut_str text)
{
    if (text.p)
        cut_json_str(json, text);
    else
        cut_json_null(json);
}

static void add_value(cut_sheet *sheet, cut_json *json, size_t at, const cutline_sheet_row *row)
{
    const cut_sheet_column *column = sheet->heads[at].column;
    cut_json_key(json, column->info.name);
    if (column->info.kind == CUTLINE_CELL_LIST) {
        cutline_strings values = cut_sheet_values(sheet, at, row);
        cut_strings_json(json, &values);
    } else if (column->info.kind == CUTLINE_CELL_STRUCT)
        add_structure(json, column, row);
    else if (column->info.kind == CUTLINE_CELL_NUMBER)
        add_number(json, cut_sheet_cell(sheet, at, row));
    else
        add_text(json, cut_sheet_cell(sheet, at, row));
}

static void add_object(cut_sheet *sheet, const cutline_sheet_row *row)
{
    cut_json json;
    cut_json_init(&json, &sheet->out);
    cut_json_begin_object(&json);
    if (row->group)
        cut_json_key_z(&json, "group", row->group);
    for (size_t i = 0; i < sheet->column_count; i++)
        add_value(sheet, &json, i, row);
    cut_json_end_object(&json);
}

void cut_json_document_begin(cut_sheet *sheet)
{
    cut_json json;
    cut_json_init(&json, &sheet->out);
    cut_json_begin_object(&json);
    cut_json_key_int(&json, "version", SHAPE_VERSION);
    cut_json_key_z(&json, "title", sheet->options->title);
    cut_json_key_z(&json, "query", sheet->query);
    cut_json_key(&json, "photos");
    cut_buf_char(&sheet->out, '[');
}

void cut_json_document_row(cut_sheet *sheet, const cutline_sheet_row *row)
{
    cut_buf_z(&sheet->out, sheet->rows > 0 ? ",\n" : "\n");
    add_object(sheet, row);
}

void cut_json_document_end(cut_sheet *sheet)
{
    cut_buf_z(&sheet->out, "\n]}\n");
}

void cut_ndjson_row(cut_sheet *sheet, const cutline_sheet_row *row)
{
    add_object(sheet, row);
    cut_buf_char(&sheet->out, '\n');
}
