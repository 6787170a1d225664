/* Counts of values among the photos that a query finds. */
#include "base/limits.h"
#include "record/fields.h"
#include "store/sqlite/condition.h"

#include <cutline/nearest.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct facet_row {
    const char *name;
    const char *column; /* SQL text */
    char separator;     /* between values; '\0': there is one at most */
} facet_row;

static const facet_row rows[] = {
    {"agency", "e.agencies", '\n'},
    {"by", "e.photographers", '\n'},
    {"credit", "e.credit_line", '\0'},
    {"person", "e.persons", '\n'},
    {"keyword", "e.keywords", '\n'},
    {"place", "e.city || ', ' || e.country", '\0'},
    {"city", "e.city", '\0'},
    {"region", "e.region", '\0'},
    {"country", "e.country", '\0'},
    {"year", "substr(e.date, 1, 4)", '\0'},
    {"month", "substr(e.date, 1, 7)", '\0'},
    {"day", "substr(e.date, 1, 10)", '\0'},
    {"role", "e.roles", '\n'},
    {"restriction", "e.restrictions", ','},
    {"namespace", "e.id_namespace", '\0'},
};
#define ROW_COUNT (sizeof rows / sizeof rows[0])

/* A facet while it is counted: a hash table, open addressing. */
typedef struct tally {
    const facet_row *row;
    cutline_facet_value *slots; /* name NULL: empty */
    size_t size;                /* a power of two */
    size_t used;
    uint64_t without;
} tally;

static const char *name_at(size_t index, const void *context)
{
    (void)context;
    if (index < ROW_COUNT)
        return rows[index].name;
    index -= ROW_COUNT;
    return index < cut_field_count ? cut_fields[index].info.name : NULL;
}

/* A facet, or any field; NULL if memory runs out, or it is neither (*known is false). */
static const facet_row *row_of(cut_arena *arena, cut_str name, bool *known)
{
    *known = true;
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (cut_str_eq_nocase(name, cut_str_from(rows[i].name)))
            return &rows[i];
    int field = cut_field_index(name);
    *known = field >= 0;
    facet_row *row = *known ? CUT_NEW(arena, facet_row) : NULL;
    if (!row)
        return NULL;
    *row = (facet_row){cut_fields[field].info.name,
                       cut_arena_printf(arena, "cut_field(e.photo_id, %d)", field),
                       CUT_VALUE_SEPARATOR};
    return row->column ? row : NULL;
}

static cutline_status unknown(cut_str name, size_t at, cutline_error *err)
{
    char typed[64];
    snprintf(typed, sizeof typed, "%.*s", CUT_FMT(name));
    const char *near = cutline_nearest(typed, name_at, NULL);
    return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, "facets", (int64_t)at,
                       near ? "nothing is counted by \"%s\"; did you mean \"%s\"?"
                            : "nothing is counted by \"%s\"; expected agency, by, credit, person, "
                              "keyword, place, city, region, country, year, month, day, "
                              "role, restriction, namespace, or the name of a field",
                       typed, near);
}

static cutline_status read_names(cut_arena *arena, cut_str names, tally **out, size_t *count,
                                 cutline_error *err)
{
    CUT_VEC(tally) tallies = {0};
    cut_str rest = names;
    do {
        cut_str name = cut_str_trim(cut_str_split(&rest, ','));
        bool known;
        const facet_row *row = row_of(arena, name, &known);
        if (!known)
            return unknown(name, name.p ? (size_t)(name.p - names.p) : 0, err);
        if (!row || !CUT_PUSH(arena, &tallies, (tally){.row = row}))
            return cut_no_memory(err);
    } while (rest.p);
    *out = tallies.v;
    *count = tallies.n;
    return CUTLINE_OK;
}

/* ---- counting -------------------------------------------------------------------------------- */

/* FNV-1a, 64 bits. */
static uint64_t hash_of(cut_str value)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < value.n; i++)
        hash = (hash ^ (unsigned char)value.p[i]) * 1099511628211u;
    return hash ^ hash >> 32;
}

static cutline_facet_value *slot_of(const tally *t, cut_str value)
{
    size_t i = hash_of(value) & (t->size - 1);
    while (t->slots[i].name && !cut_str_eq(cut_str_from(t->slots[i].name), value))
        i = (i + 1) & (t->size - 1);
    return &t->slots[i];
}

/* Room for one more value at least; a quarter stays free. */
static bool make_room(cut_arena *arena, tally *t)
{
    tally larger = *t;
    if (t->used < t->size / 4 * 3)
        return true;
    larger.size = t->size ? 2 * t->size : 64;
    larger.slots = CUT_NEW_ARRAY(arena, cutline_facet_value, larger.size);
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < t->size; i++)
        if (t->slots[i].name)
            *slot_of(&larger, cut_str_from(t->slots[i].name)) = t->slots[i];
    *t = larger;
    return true;
}

static bool count_value(cut_arena *arena, tally *t, cut_str value)
{
    if (!make_room(arena, t))
        return false;
    cutline_facet_value *slot = slot_of(t, value);
    if (!slot->name) {
        slot->name = cut_arena_copy(arena, value);
        t->used++;
    }
    slot->count++;
    return slot->name != NULL;
}

static bool count_text(cut_arena *arena, tally *t, cut_str text)
{
    bool ok = true;
    t->without += text.n == 0;
    while (text.p && ok) {
        cut_str value = text;
        if (t->row->separator)
            value = cut_str_trim(cut_str_split(&text, t->row->separator));
        else
            text.p = NULL;
        ok = value.n == 0 || count_value(arena, t, value);
    }
    return ok;
}

static cutline_status count_all(cut_db *db, cut_arena *arena, cut_condition *c, tally *tallies,
                                size_t count, uint64_t *photos, cutline_error *err)
{
    sqlite3_stmt *q = NULL;
    cutline_status status = cut_condition_prepare(db, c, CUT_FORM_COLUMNS, &q, err);
    if (status != CUTLINE_OK)
        return status;
    while (cut_sql_row(db, q)) {
        ++*photos;
        for (size_t i = 0; i < count; i++) {
            const char *text = cut_sql_text(q, (int)i);
            cut_str value = {text, text ? (size_t)sqlite3_column_bytes(q, (int)i) : 0};
            if (!count_text(arena, &tallies[i], value))
                cut_sql_no_memory(db);
        }
    }
    return cut_sql_end_once(db, q, err);
}

/* ---- the result ------------------------------------------------------------------------------ */

static int most_first(const void *left, const void *right)
{
    const cutline_facet_value *a = left, *b = right;
    return a->count != b->count ? (a->count < b->count ? 1 : -1) : strcmp(a->name, b->name);
}

static cutline_facet result_of(const tally *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->size; i++)
        if (t->slots[i].name)
            t->slots[n++] = t->slots[i];
    if (n > 1)
        qsort(t->slots, n, sizeof *t->slots, most_first);
    return (cutline_facet){
        .name = t->row->name, .values = t->slots, .count = n, .without = t->without};
}

static cutline_status hand_out(cut_arena *arena, const tally *tallies, size_t count,
                               cutline_facets *out, cutline_error *err)
{
    cutline_facet *items = CUT_NEW_ARRAY(arena, cutline_facet, count);
    if (!items)
        return cut_no_memory(err);
    for (size_t i = 0; i < count; i++)
        items[i] = result_of(&tallies[i]);
    out->items = items;
    out->count = count;
    return CUTLINE_OK;
}

/* "e.city, substr(e.date, 1, 4)" */
static const char *columns_of(cut_arena *arena, const tally *tallies, size_t count)
{
    const char *list = tallies[0].row->column;
    for (size_t i = 1; i < count && list; i++)
        list = cut_arena_printf(arena, "%s, %s", list, tallies[i].row->column);
    return list;
}

cutline_status cut_db_facets(cut_db *db, const cut_db_question *question, cut_arena *arena,
                             const char *names, cutline_facets *out, cutline_error *err)
{
    cut_condition c;
    tally *tallies = NULL;
    size_t count = 0;
    *out = (cutline_facets){.items = NULL};
    cutline_status status = read_names(arena, cut_str_from(names), &tallies, &count, err);
    if (status != CUTLINE_OK)
        return status;
    status = cut_condition_make(db, question, &c, err);
    c.columns = columns_of(arena, tallies, count);
    if (status == CUTLINE_OK && !c.columns)
        status = cut_no_memory(err);
    db->asking = &c;
    if (status == CUTLINE_OK)
        status = count_all(db, arena, &c, tallies, count, &out->photos, err);
    db->asking = NULL;
    status = cut_condition_failure(&c, status, err);
    cut_condition_release(&c);
    return status == CUTLINE_OK ? hand_out(arena, tallies, count, out, err) : status;
}
