/* Choices of columns for the usual purposes. */
#include <cutline/sheet.h>

static const cutline_sheet_preset presets[] = {
    {"credits", "who is to be credited, and what must not be done with the picture",
     "media_id,file,credit,byline,agencies,source,copyright,usage_terms,restrictions,embargo,"
     "credit_origin,credit_where"},
    {"captions", "what a page needs: headline, caption, persons, place, date, credit",
     "media_id,file,headline,caption,persons,city,region,country,date,credit,restrictions"},
    {"full", "every column there is", "*"},
};

const cutline_sheet_preset *cutline_sheet_preset_at(size_t index)
{
    return index < sizeof presets / sizeof presets[0] ? &presets[index] : NULL;
}
