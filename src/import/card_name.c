#include "base/unicode.h"
#include "import/card.h"

/* Longest name in front of a value, in bytes and in words. */
#define NAME_MAX_BYTES ((size_t)48)
#define NAME_MAX_WORDS 5

/* Position of the colon that ends a name, and its bytes; SIZE_MAX if there is none. */
static size_t find_colon(cut_str line, size_t *size)
{
    cut_str head = cut_str_slice(line, 0, NAME_MAX_BYTES);
    size_t at = cut_str_find_char(head, ':', 0);
    size_t wide = cut_str_find(head, CUT_STR("\xEF\xBC\x9A"), 0); /* U+FF1A */
    *size = wide < at ? 3 : 1;
    return wide < at ? wide : at;
}

/* A name is a few words without digits. */
static bool is_name(cut_str s)
{
    size_t words = 1;
    for (size_t i = 0; i < s.n; i++) {
        words += s.p[i] == ' ';
        if (cut_is_digit(s.p[i]) || strchr(",;!?\"/", s.p[i]))
            return false;
    }
    return s.n > 0 && s.n <= NAME_MAX_BYTES && words <= NAME_MAX_WORDS;
}

/* "**Credit:** AFP": the marks of emphasis around names and values. */
static cut_str without_marks(cut_str s)
{
    s = cut_str_trim(s);
    while (s.n > 0 && strchr("*_[", s.p[0]))
        s = cut_str_trim(cut_str_slice(s, 1, s.n));
    while (s.n > 0 && strchr("*_]", s.p[s.n - 1]))
        s = cut_str_trim(cut_str_slice(s, 0, s.n - 1));
    return s;
}

/* Names that say who wrote something, a text or a picture. */
static bool is_writers(cut_arena *arena, cut_str name)
{
    static const char *const starts[] = {"aut", "автор", "urheber", "creator"};
    cut_str key = cut_uc_squeeze(arena, name);
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (cut_str_starts(key, cut_str_from(starts[i])))
            return true;
    return false;
}

bool cut_named_read(cut_arena *arena, cut_str line, cut_named *out)
{
    size_t size;
    size_t colon = find_colon(line, &size);
    bool alone = colon == SIZE_MAX;
    *out = (cut_named){.name = without_marks(cut_str_slice(line, 0, alone ? line.n : colon)),
                       .value = {NULL, 0}};
    if (!is_name(out->name))
        return false;
    if (!alone)
        out->value = without_marks(cut_str_slice(line, colon + size, line.n));
    out->is_sure = cut_label_is(arena, out->name);
    out->role = out->is_sure ? CUT_LIST_ID : cut_list_role_of(arena, out->name);
    /* "Photo: REUTERS/Name" is no name of a file, and "Site: ..." nobody's archive, as in lists. */
    if (out->role == CUT_LIST_FILE || out->role == CUT_LIST_NAMESPACE)
        out->role = CUT_LIST_NONE;
    out->is_writers = out->role == CUT_LIST_BYLINE && is_writers(arena, out->name);
    return !alone || out->role != CUT_LIST_NONE;
}
