#include "record/authority.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "base/words.h"
#include "caption/agency.h"

static bool in_word(uint32_t c)
{
    return cut_uc_is_letter(c) || cut_uc_is_digit(c) || cut_uc_is_mark(c);
}

/* The next word from `at` on; empty at the end of the line. */
static cut_line_span next_word(cut_str line, size_t at)
{
    cut_line_span word = {0, 0};
    while (at < line.n) {
        size_t start = at;
        bool inside = in_word(cut_utf8_next(line, &at));
        if (inside && word.to == 0)
            word.from = start;
        if (inside)
            word.to = at;
        else if (word.to > 0)
            break;
    }
    return word;
}

static size_t count_words(cut_str folded)
{
    size_t n = folded.n > 0;
    for (size_t i = 0; i < folded.n; i++)
        n += folded.p[i] == ' ';
    return n;
}

/* The name from the word `first` on, over at most `most` words. */
static cut_line_span match_at(cut_arena *arena, cut_str line, cut_line_span first, cut_str folded,
                              size_t most)
{
    cut_line_span word = first;
    for (size_t i = 0; i < most && word.to > 0; i++) {
        cut_str here = cut_words_fold(arena, cut_str_slice(line, first.from, word.to));
        if (here.p && cut_str_eq(here, folded))
            return (cut_line_span){first.from, word.to};
        if (!here.p || !cut_str_starts(folded, here))
            break;
        word = next_word(line, word.to);
    }
    return (cut_line_span){0, 0};
}

cut_line_span cut_line_find(cut_arena *arena, cut_str line, cut_str name)
{
    cut_line_span none = {0, 0};
    if (line.n > CUT_MAX_CREDIT_LINE || name.n > line.n)
        return none;
    cut_str folded = cut_words_fold(arena, name);
    if (!folded.p || folded.n == 0)
        return none;
    size_t most = count_words(folded);
    for (cut_line_span word = next_word(line, 0); word.to > 0; word = next_word(line, word.to)) {
        cut_line_span found = match_at(arena, line, word, folded, most);
        if (found.to == 0)
            continue;
        /* "John Smith Jr.": the full stop belongs to the name. */
        if (name.p[name.n - 1] == '.' && found.to < line.n && line.p[found.to] == '.')
            found.to++;
        return found;
    }
    return none;
}

/* The earlier one; of two that begin together the longer one. */
static cut_line_span better(cut_line_span a, cut_line_span b)
{
    if (a.to == 0 || b.to == 0)
        return a.to == 0 ? b : a;
    if (a.from != b.from)
        return a.from < b.from ? a : b;
    return a.to >= b.to ? a : b;
}

cut_line_span cut_line_find_agency(cut_arena *arena, cut_str line, const char *name)
{
    cut_line_span found = cut_line_find(arena, line, cut_str_from(name));
    for (size_t i = 0; i < cut_agency_count; i++) {
        if (strcmp(cut_agencies[i].name, name) != 0)
            continue;
        cut_str spellings = cut_str_from(cut_agencies[i].spellings);
        while (spellings.p)
            found = better(found, cut_line_find(arena, line, cut_str_split(&spellings, '|')));
    }
    return found;
}

const char *cut_line_replace(cut_arena *arena, cut_str line, cut_line_span span, const char *text)
{
    return cut_arena_printf(arena, "%.*s%s%.*s", (int)span.from, line.p, text,
                            (int)(line.n - span.to), line.p + span.to);
}
