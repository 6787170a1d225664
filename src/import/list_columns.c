#include "base/unicode.h"
#include "import/list.h"

#include <cutline/nearest.h>

/* ---- the map
 * -------------------------------------------------------------------------------------
 */

static const char *target_at(size_t index, const void *context)
{
    (void)context;
    return index < cut_list_column_count ? cut_list_columns[index].target : NULL;
}

static const cut_list_column *find_target(cut_str name)
{
    for (size_t i = 0; i < cut_list_column_count; i++)
        if (cut_str_eq_nocase(cut_str_from(cut_list_columns[i].target), name))
            return &cut_list_columns[i];
    return NULL;
}

static cutline_status unknown_target(cut_arena *arena, cut_str name, cutline_error *err)
{
    const char *typed = cut_arena_copy(arena, cut_str_slice(name, 0, 64));
    if (!typed)
        return cut_no_memory(err);
    const char *near = cutline_nearest(typed, target_at, NULL);
    if (near)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "unknown field '%s' in the map; did you mean "
                        "'%s'?",
                        typed, near);
    return cut_fail(err, CUTLINE_BAD_ARGUMENT, "unknown field '%s' in the map", typed);
}

/* A header may have "=" in it, a field has not: the last one counts. */
static cutline_status parse_pair(cut_arena *arena, cut_str pair, cut_list_map *out,
                                 cutline_error *err)
{
    size_t at = SIZE_MAX;
    for (size_t i = 0; i < pair.n; i++)
        at = pair.p[i] == '=' ? i : at;
    cut_str name = cut_str_trim(cut_str_slice(pair, 0, at));
    cut_list_mapping m = {.header = cut_uc_squeeze(arena, name), .name = name};
    if (!m.header.p)
        return cut_no_memory(err);
    if (at == SIZE_MAX || m.header.n == 0)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "'%.*s' in the map is not HEADER=FIELD",
                        CUT_FMT(cut_str_slice(pair, 0, 64)));
    const cut_list_column *target = find_target(cut_str_trim(cut_str_slice(pair, at + 1, pair.n)));
    if (!target)
        return unknown_target(arena, cut_str_trim(cut_str_slice(pair, at + 1, pair.n)), err);
    for (size_t i = 0; i < out->list.n; i++)
        if (cut_str_eq(out->list.v[i].header, m.header))
            return cut_fail(err, CUTLINE_BAD_ARGUMENT, "'%.*s' is named twice in the map",
                            CUT_FMT(cut_str_slice(name, 0, 64)));
    m.role = target->role;
    return CUT_PUSH(arena, &out->list, m) ? CUTLINE_OK : cut_no_memory(err);
}

cutline_status cut_list_map_parse(cut_arena *arena, const char *text, cut_list_map *out,
                                  cutline_error *err)
{
    *out = (cut_list_map){0};
    const char *copy = cut_arena_copy_z(arena, text);
    cut_str rest = cut_str_from(copy);
    cutline_status status = copy ? CUTLINE_OK : cut_no_memory(err);
    while (rest.p && status == CUTLINE_OK)
        status = parse_pair(arena, cut_str_trim(cut_str_split(&rest, ',')), out, err);
    return status;
}

/* ---- a list's columns ---------------------------------------------------------------------------
 */

/* How well a name fits a role: 0 not at all, 1 best. */
static size_t rank_of(const cut_list_column *column, cut_str name)
{
    cut_str names = cut_str_from(column->names);
    for (size_t rank = 1; names.p; rank++)
        if (cut_str_eq(cut_str_split(&names, ' '), name))
            return rank;
    return 0;
}

static const cut_list_mapping *mapping_of(const cut_list_map *map, cut_str name)
{
    for (size_t i = 0; map && i < map->list.n; i++)
        if (cut_str_eq(map->list.v[i].header, name))
            return &map->list.v[i];
    return NULL;
}

/* Best rank met for each role; 0: none yet, SIZE_MAX: the map has decided. */
typedef struct ranks {
    size_t best[CUT_LIST_ROLES];
} ranks;

static bool match_name(cut_list_layout *out, ranks *r, cut_str name, size_t index)
{
    bool known = false;
    for (size_t c = 0; c < cut_list_column_count; c++) {
        cut_list_role role = cut_list_columns[c].role;
        size_t rank = rank_of(&cut_list_columns[c], name), best = r->best[role];
        known |= rank > 0;
        if (rank == 0 || best == SIZE_MAX || (best > 0 && best <= rank))
            continue;
        r->best[role] = rank;
        out->column[role] = index;
    }
    return known;
}

/* "Caption (English)" is a caption unless that has a name of its own. */
static bool match_header(cut_arena *arena, cut_list_layout *out, ranks *r, cut_str header,
                         size_t index)
{
    cut_str name = cut_uc_squeeze(arena, header);
    size_t bracket = cut_str_find_char(header, '(', 0);
    if (!name.p || match_name(out, r, name, index) || bracket == SIZE_MAX)
        return name.p != NULL;
    name = cut_uc_squeeze(arena, cut_str_slice(header, 0, bracket));
    if (name.p)
        (void)match_name(out, r, name, index);
    return name.p != NULL;
}

bool cut_list_layout_find(cut_arena *arena, const cut_list_map *map, const cut_str *cells,
                          size_t count, cut_list_layout *out)
{
    ranks r = {{0}};
    *out = (cut_list_layout){0};
    for (size_t i = 0; i < CUT_LIST_ROLES; i++)
        out->column[i] = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        cut_str name = cut_uc_squeeze(arena, cut_list_cell_text(cells[i]));
        if (!name.p)
            return false;
        out->width = cells[i].n > 0 ? i + 1 : out->width;
        const cut_list_mapping *mapping = mapping_of(map, name);
        if (mapping && r.best[mapping->role] != SIZE_MAX) {
            r.best[mapping->role] = SIZE_MAX;
            out->column[mapping->role] = i;
        } else if (!mapping && !match_header(arena, out, &r, cut_list_cell_text(cells[i]), i))
            return false;
    }
    out->column[CUT_LIST_NONE] = SIZE_MAX;
    for (size_t i = 0; i < CUT_LIST_ROLES; i++)
        out->known += out->column[i] != SIZE_MAX;
    return true;
}

const cut_list_column *cut_list_column_named(cut_arena *arena, cut_str name)
{
    cut_str key = cut_uc_squeeze(arena, name);
    for (size_t c = 0; c < cut_list_column_count && key.n > 0; c++)
        if (rank_of(&cut_list_columns[c], key) > 0)
            return &cut_list_columns[c];
    return NULL;
}

cut_list_role cut_list_role_of(cut_arena *arena, cut_str name)
{
    const cut_list_column *column = cut_list_column_named(arena, name);
    return column ? column->role : CUT_LIST_NONE;
}

bool cut_list_layout_has_key(const cut_list_layout *layout)
{
    return layout->column[CUT_LIST_ID] != SIZE_MAX || layout->column[CUT_LIST_FILE] != SIZE_MAX;
}
