#include "base/words.h"
#include "query/query.h"

/* Words one after the other, each whole but for a prefix's last one. */
static bool has_words(cut_str in, cut_str words, bool prefix)
{
    for (size_t at = cut_str_find(in, words, 0); at != SIZE_MAX;
         at = cut_str_find(in, words, at + 1)) {
        size_t end = at + words.n;
        if ((at == 0 || in.p[at - 1] == ' ') && (prefix || end == in.n || in.p[end] == ' '))
            return true;
    }
    return false;
}

cutline_status cut_query_value_matches(cut_arena *arena, const cut_query_node *node, cut_str value,
                                       bool *matches, cutline_error *err)
{
    *matches = false;
    switch (node->match) {
    case CUT_MATCH_SOME:
        *matches = value.n > 0;
        break;
    case CUT_MATCH_EXACT:
        *matches = cut_str_eq(value, node->text);
        break;
    case CUT_MATCH_REGEX:
        return cut_regex_matches(node->regex, value, matches, err);
    case CUT_MATCH_WORDS: {
        cut_str folded = cut_words_fold(arena, value);
        if (!folded.p)
            return cut_no_memory(err);
        *matches = has_words(folded, node->words, node->prefix);
        break;
    }
    }
    return CUTLINE_OK;
}
