/* Files of codes: one code a line, tabs between the columns. */
#include "template/codes.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"

static const char *const messages[] = {
    [CUTLINE_CODES_NO_TAB] = "no tab between code and replacement; the line is passed over",
    [CUTLINE_CODES_NO_CODE] = "no code before the tab; the line is passed over",
    [CUTLINE_CODES_BLANK] = "the replacement is empty",
    [CUTLINE_CODES_LONG] = "a code may have 64 bytes; the line is passed over",
    [CUTLINE_CODES_TWICE] = "the code stands in this file already; this line counts",
    [CUTLINE_CODES_OVERRIDES] = "an earlier file has the code, too; this file counts",
    [CUTLINE_CODES_HASH] =
        "a code must not hold a #, which names a column; the line is passed over",
};

/* ---- the table ---------------------------------------------------------------------------------
 */

static size_t hash_of(cut_str code)
{
    /* FNV-1a, 64 bit: codes are short, and nobody attacks his own captions. */
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < code.n; i++)
        hash = (hash ^ (unsigned char)code.p[i]) * 0x100000001B3u;
    return (size_t)(hash ^ hash >> 32);
}

/* Index of the slot that holds the code, or of the free one where it would go. */
static size_t slot_of(const cutline_codes *codes, cut_str code)
{
    size_t at = hash_of(code) & (codes->slot_count - 1);
    while (codes->slots[at] &&
           !cut_str_eq(cut_str_from(codes->codes.v[codes->slots[at] - 1].info.code), code))
        at = (at + 1) & (codes->slot_count - 1);
    return at;
}

cut_code *cut_codes_find(const cutline_codes *codes, cut_str code)
{
    if (codes->slot_count == 0)
        return NULL;
    size_t found = codes->slots[slot_of(codes, code)];
    return found ? &codes->codes.v[found - 1] : NULL;
}

/* Makes the table twice as large when it is half full. */
static bool make_room(cutline_codes *codes)
{
    if (codes->slot_count > 2 * codes->codes.n)
        return true;
    size_t count = codes->slot_count ? 2 * codes->slot_count : 256;
    size_t *slots = CUT_NEW_ARRAY(&codes->arena, size_t, count);
    if (!slots)
        return false;
    codes->slots = slots;
    codes->slot_count = count;
    for (size_t i = 0; i < codes->codes.n; i++)
        slots[slot_of(codes, cut_str_from(codes->codes.v[i].info.code))] = i + 1;
    return true;
}

/* The entry of a code, made if there is none. */
static cut_code *entry_of(cutline_codes *codes, cut_str name)
{
    cut_code *known = cut_codes_find(codes, name);
    if (known)
        return known;
    cut_code entry = {.info.code = cut_arena_copy(&codes->arena, name)};
    if (!entry.info.code || !make_room(codes) || !CUT_PUSH(&codes->arena, &codes->codes, entry))
        return NULL;
    codes->slots[slot_of(codes, name)] = codes->codes.n;
    return &codes->codes.v[codes->codes.n - 1];
}

/* ---- lines -------------------------------------------------------------------------------------
 */

typedef struct reading {
    cutline_codes *codes;
    cutline_codes_remark_fn remark;
    void *context;
    size_t line, count;
} reading;

static void say(const reading *r, cutline_codes_fault fault, cut_str code)
{
    char name[CUT_MAX_CODE + 1];
    size_t n = cut_utf8_floor(code, CUT_MAX_CODE);
    if (!r->remark)
        return;
    memcpy(name, code.n ? code.p : "", n);
    name[n] = '\0';
    cutline_codes_remark remark = {fault, messages[fault], r->line, name};
    r->remark(&remark, r->context);
}

/* The replacements, one for each column; empty ones at the end of the line are dropped. */
static bool read_columns(reading *r, cut_str rest, cut_code *entry)
{
    CUT_VEC(const char *) columns = {0};
    size_t used = 1;
    while (rest.p && columns.n < CUT_MAX_CODE_COLUMNS) {
        cut_str column = cut_str_trim(cut_str_split(&rest, '\t'));
        const char *copy = cut_arena_copy(&r->codes->arena, column);
        if (!copy || !CUT_PUSH(&r->codes->arena, &columns, copy))
            return false;
        if (column.n > 0)
            used = columns.n;
    }
    entry->info.replacements = columns.v;
    entry->info.count = used;
    return true;
}

static void remark_on(const reading *r, const cut_code *entry, cut_str code)
{
    if (entry->file)
        say(r, entry->file == r->codes->files ? CUTLINE_CODES_TWICE : CUTLINE_CODES_OVERRIDES,
            code);
    if (entry->info.replacements[0][0] == '\0')
        say(r, CUTLINE_CODES_BLANK, code);
}

/* Whether the line gives a code; says why not. */
static bool is_code_line(const reading *r, cut_str code, bool has_tab)
{
    if (!has_tab)
        say(r, CUTLINE_CODES_NO_TAB, code);
    else if (code.n == 0)
        say(r, CUTLINE_CODES_NO_CODE, code);
    else if (code.n > CUT_MAX_CODE)
        say(r, CUTLINE_CODES_LONG, code);
    else if (cut_str_find_char(code, '#', 0) != SIZE_MAX)
        say(r, CUTLINE_CODES_HASH, code);
    else
        return true;
    return false;
}

static bool read_line(reading *r, cut_str line)
{
    r->line++;
    if (cut_str_trim(line).n == 0 || cut_str_starts(cut_str_trim(line), CUT_STR("//")))
        return true;
    cut_str rest = line;
    cut_str code = cut_str_trim(cut_str_split(&rest, '\t'));
    if (!is_code_line(r, code, rest.p != NULL))
        return true;
    cut_code *entry = entry_of(r->codes, code);
    if (!entry || !read_columns(r, rest, entry))
        return false;
    remark_on(r, entry, code);
    entry->file = r->codes->files;
    r->count++;
    return true;
}

cutline_status cutline_codes_add(cutline_codes *codes, const char *bytes, size_t length,
                                 cutline_codes_remark_fn remark, void *context, size_t *count,
                                 cutline_error *err)
{
    cut_str rest = {bytes, length};
    reading r = {.codes = codes, .remark = remark, .context = context};
    if (length > CUT_MAX_CODES_BYTES)
        return cut_fail(err, CUTLINE_LIMIT, "a file of codes may hold %u bytes",
                        CUT_MAX_CODES_BYTES);
    size_t valid = cut_utf8_valid_prefix(rest);
    if (valid < length)
        return cut_fail_at(err, CUTLINE_MALFORMED, NULL, (int64_t)valid, "this is not UTF-8");
    if (cut_str_starts(rest, CUT_STR("\xEF\xBB\xBF")))
        rest = cut_str_slice(rest, 3, rest.n);
    codes->files++;
    while (rest.n > 0)
        if (!read_line(&r, cut_str_take_line(&rest)))
            return cut_no_memory(err);
    if (count)
        *count = r.count;
    return CUTLINE_OK;
}
