/* What is not there at all. Of a photo all sources count, of a text alone what it says. */
#include "check/check.h"

#include "check/style_table.h"

static void missing(cut_checking *c, const char *field, const char *what)
{
    cut_check_fault(c, field, CUTLINE_NO_OFFSET, "%s", what);
}

void cut_check_no_caption(cut_checking *c)
{
    if (cut_str_trim(cut_str_from(c->parts->caption)).n == 0)
        missing(c, "caption",
                c->text.n > 0 ? "the caption holds a credit and nothing else"
                              : "there is no caption");
}

void cut_check_no_credit(cut_checking *c)
{
    const cutline_credit *credit = c->photo ? &c->photo->credit : &c->parts->credit;
    if (!credit->line)
        missing(c, "credit", "there is no credit line");
}

/* Handouts and the like have no photographer, and say whom they come from. */
void cut_check_no_photographer(cut_checking *c)
{
    const cutline_credit *credit = c->photo ? &c->photo->credit : &c->parts->credit;
    if (credit->line && credit->photographers.count == 0 && credit->roles.count == 0 &&
        !credit->issuer)
        missing(c, "byline", "the credit names no photographer");
}

void cut_check_no_date(cut_checking *c)
{
    const char *date = c->photo ? c->photo->date : c->parts->date;
    if (!date)
        missing(c, "date_created", "no date says when the picture was taken");
    else if (strlen(date) < 10)
        cut_check_fault(c, "date_created", CUTLINE_NO_OFFSET, "the date has no day: %s", date);
}

/* Reuters, AP and EPA name the country in the caption, but for cities that everybody knows; others
 * leave it to the fields, or to their readers. */
static bool wants_country(const cut_checking *c, const cutline_place *place)
{
    for (size_t i = 0; i < cut_alone_city_count; i++)
        if (strcmp(cut_alone_cities[i], place->city) == 0)
            return false;
    return strcmp(c->parts->language, "en") == 0 &&
           (cut_check_names_agency(c, "Reuters") || cut_check_names_agency(c, "AP") ||
            cut_check_names_agency(c, "EPA"));
}

void cut_check_no_place(cut_checking *c)
{
    const cutline_place *place = c->photo ? &c->photo->place : &c->parts->place;
    if (!place->city && !place->country)
        missing(c, "city", "no city and no country is named");
    else if (!place->country && !place->region && wants_country(c, place))
        missing(c, "country", "no country is named");
}
