/* What cannot be, or is said otherwise elsewhere. */
#include "check/check.h"

#include "base/unicode.h"
#include "caption/caption.h"
#include "check/weekday.h"
#include "record/credit.h"
#include "record/dates.h"

/* Year, month and day are known. */
static bool read_day(cut_str text, cut_date *out)
{
    return text.n > 0 && cut_date_parse(text, out) && out->month > 0 && out->day > 0;
}

/* Where the parser found the date; false if it found none. */
static bool date_span(const cut_checking *c, size_t *from, size_t *to)
{
    for (size_t i = 0; i < c->parts->decision_count; i++)
        if (strcmp(c->parts->decisions[i].rule, "date.picture") == 0) {
            *from = c->parts->decisions[i].from;
            *to = c->parts->decisions[i].to;
            return true;
        }
    return false;
}

void cut_check_weekday(cut_checking *c)
{
    cut_date date;
    size_t from, to, at;
    if (!read_day(cut_str_from(c->parts->date), &date) || !date_span(c, &from, &to))
        return;
    int said = cut_weekday_beside(c->arena, c->text, from, to, &at);
    int is = cut_date_days(&date) % 7;
    if (said >= 0 && said != is)
        cut_check_at(c, at, "%s is a %s", c->parts->date, cut_weekday_name(is));
}

/* A day apart is the zone of a camera or the night shift. */
void cut_check_date(cut_checking *c)
{
    cut_date caption, field;
    cut_str text = cut_check_field(c, "date_created");
    if (c->parts->file_photo || !read_day(cut_str_from(c->parts->date), &caption) ||
        !read_day(text, &field))
        return;
    int apart = cut_date_days(&caption) - cut_date_days(&field);
    if (apart < -1 || apart > 1)
        cut_check_fault(c, "date_created", CUTLINE_NO_OFFSET,
                        "the caption says %s, the date field %.*s", c->parts->date, CUT_FMT(text));
}

void cut_check_city(cut_checking *c)
{
    cut_str field = cut_check_field(c, "city"), said = cut_str_from(c->parts->place.city);
    if (field.n == 0 || said.n == 0)
        return;
    cut_str a = cut_uc_squeeze(c->arena, field), b = cut_uc_squeeze(c->arena, said);
    if (a.p && b.p && cut_str_find(a, b, 0) == SIZE_MAX && cut_str_find(b, a, 0) == SIZE_MAX)
        cut_check_fault(c, "city", CUTLINE_NO_OFFSET, "the caption says %.*s, the city field %.*s",
                        CUT_FMT(said), CUT_FMT(field));
}

static const char *form_of(const char *agency)
{
    for (size_t i = 0; i < cut_credit_form_count; i++)
        if (strcmp(cut_credit_forms[i].agency, agency) == 0)
            return cut_credit_forms[i].before;
    return NULL;
}

/* Further forms in which agencies sign themselves: EPA while EFE was its partner, and what AP sells
 * beside its news. */
static bool is_other_form(cut_str line)
{
    return cut_str_starts(line, CUT_STR("EPA-EFE/")) ||
           cut_str_find(line, CUT_STR("AP Images"), 0) != SIZE_MAX;
}

/* A photographer and one agency that puts its own name first. Arabic and other scripts have forms
 * of their own. */
void cut_check_credit_form(cut_checking *c)
{
    const cutline_credit *credit = &c->parts->credit;
    if (!credit->line || credit->agencies.count != 1 || credit->photographers.count == 0 ||
        credit->roles.count > 0 || !cut_is_ascii(cut_str_slice(cut_str_from(credit->line), 0, 3)))
        return;
    const char *form = form_of(credit->agencies.items[0]);
    if (form && !cut_str_starts(cut_str_from(credit->line), cut_str_from(form)) &&
        !is_other_form(cut_str_from(credit->line)))
        cut_check_fault(c, "credit", CUTLINE_NO_OFFSET, "\"%s\": %s writes \"%s%s\"", credit->line,
                        credit->agencies.items[0], form, credit->photographers.items[0]);
}

void cut_check_credit_conflict(cut_checking *c)
{
    for (size_t i = 0; c->photo && i < c->photo->credit_conflicts.count; i++)
        cut_check_fault(c, "credit", CUTLINE_NO_OFFSET, "\"%s\" is used, but \"%s\" is said, too",
                        c->photo->credit.line ? c->photo->credit.line : "nothing",
                        c->photo->credit_conflicts.items[i]);
}

void cut_check_overflow(cut_checking *c)
{
    for (size_t i = 0; c->photo && i < c->photo->field_count; i++) {
        const cutline_field *field = &c->photo->fields[i];
        const cutline_field_info *info = cutline_field_info_find(field->name);
        /* Dates are written otherwise in IIM, and always fit. */
        if (!info || info->iim_max == 0 || info->kind == CUTLINE_KIND_DATE)
            continue;
        for (size_t v = 0; v < field->count; v++) {
            size_t bytes = cut_str_from(field->values[v].text).n;
            if (bytes > info->iim_max && (v == 0 || !field->values[v].lang))
                cut_check_fault(c, info->name, (int64_t)info->iim_max,
                                "%s has %zu bytes, its IIM field holds %u", info->label, bytes,
                                info->iim_max);
        }
    }
}
