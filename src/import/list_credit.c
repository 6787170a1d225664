#include "import/list.h"
#include "record/credit.h"

/* A field of the row's record; none for an empty cell. */
static bool set_field(cutline_record *record, size_t index, cut_str cell)
{
    if (cell.n == 0)
        return true;
    cutline_field *field = CUT_NEW(&record->arena, cutline_field);
    cutline_value *value = CUT_NEW(&record->arena, cutline_value);
    const char *text = cut_arena_copy(&record->arena, cell);
    if (!field || !value || !text)
        return false;
    value->text = text;
    *field = (cutline_field){.name = cut_fields[index].info.name,
                             .origin = CUTLINE_ORIGIN_LIST,
                             .values = value,
                             .count = 1};
    record->by_index[index] = field;
    return true;
}

cutline_status cut_list_credit(cut_reading *reading, const cut_list_voices *voices,
                               cutline_error *err)
{
    cutline_record *record = reading->record;
    record->by_index = CUT_NEW_ARRAY(&record->arena, cutline_field *, CUT_FIELD_COUNT);
    record->findings = cut_findings_in(&record->arena);
    record->credit = (cutline_credit){0};
    record->has_caption = voices->caption != NULL;
    if (voices->caption)
        record->caption = *voices->caption;
    reading->agencies = (cutline_strings){0};
    if (!record->by_index || !set_field(record, CUT_FIELD_credit, voices->credit) ||
        !set_field(record, CUT_FIELD_byline, voices->byline) ||
        !set_field(record, CUT_FIELD_source, voices->source) ||
        !set_field(record, CUT_FIELD_copyright, voices->copyright))
        return cut_no_memory(err);
    return cut_weigh_credit(reading, err);
}
