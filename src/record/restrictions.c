#include "record/restrictions.h"

#include "base/error.h"
#include "caption/rights.h"

/* Puts a word where it belongs in the first *count items, unless it is there. */
static void insert_word(const char **items, size_t *count, const char *word)
{
    size_t at = 0;
    while (at < *count && strcmp(items[at], word) < 0)
        at++;
    if (at < *count && strcmp(items[at], word) == 0)
        return;
    memmove(&items[at + 1], &items[at], (*count - at) * sizeof items[0]);
    items[at] = word;
    ++*count;
}

bool cut_restrictions_add(cut_arena *arena, cutline_strings *list, const cutline_strings *more)
{
    if (more->count == 0)
        return true;
    const char **items = CUT_NEW_ARRAY(arena, const char *, list->count + more->count);
    size_t count = 0;
    if (!items)
        return false;
    for (size_t i = 0; i < list->count; i++)
        insert_word(items, &count, list->items[i]);
    for (size_t i = 0; i < more->count; i++)
        insert_word(items, &count, more->items[i]);
    *list = (cutline_strings){items, count};
    return true;
}

cutline_status cut_restrictions_read(cut_arena *arena, cutline_strings *list,
                                     const char *instructions, cutline_error *err)
{
    cut_caption_rights read = {0};
    cutline_status status =
        cut_caption_rights_read(arena, cut_str_from(instructions), NULL, true, &read, err);
    for (size_t i = 0; i < read.n && status == CUTLINE_OK; i++)
        if (!cut_restrictions_add(arena, list, &(cutline_strings){&read.v[i].kind, 1}))
            status = cut_no_memory(err);
    return status;
}
