/*
 * Dates as numbers, for the index of dates: six bytes where the text has twenty-five. A part that
 * is not said counts as 0, any other by one more than it says, so that a year comes before its
 * January.
 */
#include "base/str.h"
#include "store/sqlite/sql.h"

/* Parts of "2016-05-02T14:03:22.500": what stands before each, its digits, and how many values it
 * has. A number below 2^47 takes six bytes in SQLite, which will do until the year 3200. */
typedef struct date_part {
    char before; /* NUL: nothing */
    unsigned digits;
    int64_t values;
} date_part;

static const date_part parts[] = {{'\0', 4, 10001}, {'-', 2, 14}, {'-', 2, 33},  {'T', 2, 25},
                                  {':', 2, 61},     {':', 2, 62}, {'.', 3, 1001}};
enum { PART_COUNT = sizeof parts / sizeof parts[0] };

/* Takes the part from the beginning of the text: one more than its value, 0 if it is not there. */
static int64_t take(const date_part *part, cut_str *text)
{
    size_t at = part->before != '\0';
    int64_t value = 0;
    if (at && (text->n == 0 || text->p[0] != part->before))
        return 0;
    for (unsigned i = 0; i < part->digits; i++) {
        bool has_digit = at < text->n && cut_is_digit(text->p[at]);
        /* Of a fraction, as many digits as are given. */
        if (!has_digit && (part->before != '.' || i == 0))
            return 0;
        value = 10 * value + (has_digit ? text->p[at++] - '0' : 0);
    }
    *text = cut_str_slice(*text, at, text->n);
    return value + 1 < part->values ? value + 1 : part->values - 1;
}

int64_t cut_date_key(cut_str date)
{
    int64_t key = take(&parts[0], &date);
    if (key == 0)
        return -1;
    bool is_said = true;
    for (size_t i = 1; i < PART_COUNT; i++) {
        if (is_said && date.n > 0 && date.p[0] == '\x7F')
            key++;
        int64_t value = is_said ? take(&parts[i], &date) : 0;
        is_said = value > 0;
        key = key * parts[i].values + value;
    }
    return key;
}
