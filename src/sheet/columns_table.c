/* The columns that a sheet can have; the usual ones first, in their order. */
#include "sheet/sheet.h"

#define MEMBER(name) offsetof(cutline_hit, name)

const cut_sheet_column cut_sheet_columns[CUT_SHEET_COLUMNS + 1] = {
    {{"media_id", "Media ID", true}, CUT_CELL_MEDIA_ID, 0},
    {{"headline", "Headline", true}, CUT_CELL_TEXT, MEMBER(headline)},
    {{"caption", "Caption", true}, CUT_CELL_TEXT, MEMBER(caption)},
    {{"credit", "Credit", true}, CUT_CELL_TEXT, MEMBER(credit_line)},
    {{"byline", "Byline", true}, CUT_CELL_TEXT, MEMBER(byline)},
    {{"city", "City", true}, CUT_CELL_TEXT, MEMBER(city)},
    {{"country", "Country", true}, CUT_CELL_TEXT, MEMBER(country)},
    {{"date", "Date", true}, CUT_CELL_TEXT, MEMBER(date)},
    {{"restrictions", "Restrictions", true}, CUT_CELL_LIST, MEMBER(restrictions)},
    {{"file", "File", true}, CUT_CELL_TEXT, MEMBER(file_name)},
    {{"path", "Path", false}, CUT_CELL_TEXT, MEMBER(path)},
    {{"photo", "Photo", false}, CUT_CELL_NUMBER, 0},
    {.info = {NULL, NULL, false}},
};

const cutline_sheet_column *cutline_sheet_column_at(size_t index)
{
    return index < CUT_SHEET_COLUMNS ? &cut_sheet_columns[index].info : NULL;
}
