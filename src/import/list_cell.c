#include "caption/caption.h"
#include "import/list.h"
#include "record/dates.h"

#include <stdio.h>

/* "=" and a text in quotes: how people keep a spreadsheet from reading a number. */
static bool is_quoted_formula(cut_str cell)
{
    return cell.n >= 3 && cell.p[0] == '=' && cell.p[1] == '"' && cell.p[cell.n - 1] == '"';
}

/* What would begin a formula, as sheet/cell.c has it; the last four are full-width = + - @. */
static bool starts_formula(cut_str text)
{
    static const cut_str wide[] = {
        {"\xEF\xBC\x9D", 3}, {"\xEF\xBC\x8B", 3}, {"\xEF\xBC\x8D", 3}, {"\xEF\xBC\xA0", 3}};
    if (text.n == 0)
        return false;
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
        if (cut_str_starts(text, wide[i]))
            return true;
    return memchr("=+-@\t\r\n", text.p[0], 7) != NULL;
}

/* What people and spreadsheets write where they know nothing. */
static bool says_nothing(cut_str cell)
{
    static const char *const words[] = {
        "n/a",       "#n/a",    "none",  "null",         "nan",          "unknown",
        "unbekannt", "inconnu", "#ref!", "#value!",      "#name?",       "tbd",
        "tba",       "-",       "--",    "\xE2\x80\x93", "\xE2\x80\x94", "?"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (cut_str_eq_nocase(cell, cut_str_from(words[i])))
            return true;
    return false;
}

cut_str cut_list_cell_text(cut_str cell)
{
    if (says_nothing(cell))
        return (cut_str){NULL, 0};
    if (is_quoted_formula(cell))
        return cut_str_trim(cut_str_slice(cell, 2, cell.n - 1));
    if (cell.n > 1 && cell.p[0] == '\'' && starts_formula(cut_str_slice(cell, 1, cell.n)))
        return cut_str_trim(cut_str_slice(cell, 1, cell.n));
    return cell;
}

cut_str cut_list_cell_name(cut_str cell)
{
    cut_str text = cut_list_cell_text(cell);
    if (text.n > 0 && text.p[0] == '\'')
        text = cut_str_trim(cut_str_slice(text, 1, text.n));
    cut_str whole = cut_str_slice(text, 0, text.n > 2 ? text.n - 2 : 0);
    bool is_float = cut_str_ends(text, CUT_STR(".0")) && cut_str_all_digits(whole);
    return is_float ? whole : text;
}

bool cut_list_is_scientific(cut_str cell)
{
    size_t at = 0, digits = 0, points = 0;
    while (at < cell.n && (cut_is_digit(cell.p[at]) || cell.p[at] == '.' || cell.p[at] == ',')) {
        points += !cut_is_digit(cell.p[at]);
        digits += cut_is_digit(cell.p[at++]);
    }
    if (digits == 0 || points > 1 || at + 1 >= cell.n || (cell.p[at] | 0x20) != 'e')
        return false;
    at++;
    /* Without point and sign it may be an ID: 12E345. */
    bool has_sign = cell.p[at] == '+' || cell.p[at] == '-';
    cut_str exponent = cut_str_slice(cell, at + has_sign, cell.n);
    return exponent.n <= 3 && cut_str_all_digits(exponent) && (has_sign || points == 1);
}

/* ---- dates --------------------------------------------------------------------------------------
 */

/* Three numbers with one separator between them: "2.5.2016". */
static bool split_numbers(cut_str cell, char separator, uint64_t out[3])
{
    cut_str rest = cell;
    for (size_t i = 0; i < 3; i++)
        if (!rest.p || !cut_str_to_u64(cut_str_split(&rest, separator), &out[i]))
            return false;
    return rest.p == NULL && out[2] >= 1800 && out[2] < 2200;
}

/* With points the day comes first; with strokes only where one number can be no month. */
static bool read_numbers(cut_str cell, cut_date *out)
{
    uint64_t n[3];
    bool points = split_numbers(cell, '.', n);
    if (!points && !split_numbers(cell, '/', n) && !split_numbers(cell, '-', n))
        return false;
    bool day_first = points || n[0] > 12 || n[0] == n[1], month_first = !points && n[1] > 12;
    char iso[CUT_DATE_SIZE];
    if (day_first == month_first || n[0] > 31 || n[1] > 31)
        return false;
    snprintf(iso, sizeof iso, "%04u-%02u-%02u", (unsigned)n[2], (unsigned)n[day_first ? 1 : 0],
             (unsigned)n[day_first ? 0 : 1]);
    return cut_date_parse(cut_str_from(iso), out);
}

/* Of any script. */
static bool has_letter(cut_str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (cut_is_alpha(text.p[i]) || (unsigned char)text.p[i] >= 0x80)
            return true;
    return false;
}

/* "May 2, 2016", in whatever language the captions' grammar reads. */
static cutline_status read_words(cut_arena *arena, cut_str cell, cut_str *out, cutline_error *err)
{
    cutline_caption parsed = {0};
    const char *text = cut_arena_printf(arena, "%.*s.", CUT_FMT(cell));
    if (!text)
        return cut_no_memory(err);
    cutline_status status = cut_caption_parse(arena, cut_str_from(text), &parsed, err);
    *out = cut_str_from(parsed.date);
    return status;
}

cutline_status cut_list_date(cut_arena *arena, cut_str cell, cut_str *out, cutline_error *err)
{
    cut_date date;
    char text[CUT_DATE_SIZE];
    *out = (cut_str){NULL, 0};
    /* Midnight is what spreadsheets add to a day. */
    cut_str day =
        cut_str_ends(cell, CUT_STR(" 00:00:00")) ? cut_str_slice(cell, 0, cell.n - 9) : cell;
    if (!cut_date_parse(day, &date) && !read_numbers(day, &date))
        return has_letter(day) ? read_words(arena, day, out, err) : CUTLINE_OK;
    const char *copy = cut_arena_copy_z(arena, cut_date_format(&date, text));
    *out = cut_str_from(copy);
    return copy ? CUTLINE_OK : cut_no_memory(err);
}
