#include "import/text_marks.h"

bool cut_links_are_numbered(cut_str page)
{
    static const cut_str first[] = {{" 1. http", 8}, {" 1. file:", 9}};
    for (size_t i = 0; i < sizeof first / sizeof first[0]; i++)
        if (cut_str_find(page, first[i], 0) != SIZE_MAX)
            return cut_str_find(page, CUT_STR("[1]"), 0) != SIZE_MAX;
    return false;
}

/* "[text](address)" at the start of a text: its parts and its bytes; 0 if it is none. */
static size_t read_link(cut_str s, cut_str *text, cut_str *address)
{
    size_t middle = cut_str_find(s, CUT_STR("]("), 0);
    size_t end = middle == SIZE_MAX ? SIZE_MAX : cut_str_find_char(s, ')', middle);
    if (!cut_str_starts(s, CUT_STR("[")) || end == SIZE_MAX)
        return 0;
    *text = cut_str_slice(s, 1, middle);
    cut_str inner = cut_str_trim(cut_str_slice(s, middle + 2, end));
    *address = cut_str_split(&inner, ' ');
    bool nested = cut_str_find_char(*text, '[', 0) != SIZE_MAX;
    return nested ? 0 : end + 1;
}

/* "[12]" in front of a word: its bytes; 0 if it is none. */
static size_t read_number(cut_str s)
{
    size_t at = 1;
    while (at < s.n && cut_is_digit(s.p[at]))
        at++;
    return at > 1 && at < 6 && at + 1 < s.n && s.p[0] == '[' && s.p[at] == ']' && s.p[at + 1] != ' '
               ? at + 1
               : 0;
}

/* The line with links made their text, and without numbers of links. */
static cut_str without_links(cut_arena *arena, cut_str line, bool numbered)
{
    char *out = cut_arena_alloc(arena, line.n + 1, 1);
    size_t n = 0;
    for (size_t at = 0; out && at < line.n;) {
        cut_str rest = cut_str_slice(line, at, line.n), text = {NULL, 0}, address;
        size_t link = line.p[at] == '[' ? read_link(rest, &text, &address) : 0;
        size_t number = numbered && line.p[at] == '[' ? read_number(rest) : 0;
        if (text.n > 0 && link > 0)
            memcpy(out + n, text.p, text.n);
        n += link > 0 ? text.n : 0;
        if (link == 0 && number == 0)
            out[n++] = line.p[at];
        at += link > 0 ? link : number > 0 ? number : 1;
    }
    return (cut_str){out, n};
}

/* "*text*", "**text**", "_text_": the same mark at both ends and nowhere between. */
static cut_str without_emphasis(cut_str s)
{
    for (unsigned i = 0; i < 3 && s.n > 2 && (s.p[0] == '*' || s.p[0] == '_'); i++) {
        char mark = s.p[0];
        cut_str inner = cut_str_slice(s, 1, s.n - 1);
        size_t open = 0, close = inner.n;
        while (open < inner.n && inner.p[open] == mark)
            open++;
        while (close > open && inner.p[close - 1] == mark)
            close--;
        if (s.p[s.n - 1] != mark || open != inner.n - close ||
            cut_str_find_char(cut_str_slice(inner, open, close), mark, 0) != SIZE_MAX)
            break;
        s = cut_str_trim(inner);
    }
    return s;
}

/* The bytes of "## " or "> " in front of a line. */
static size_t read_front(cut_str line, char mark, size_t max)
{
    size_t n = 0;
    while (n < line.n && n < max && line.p[n] == mark)
        n++;
    return n > 0 && n < line.n && line.p[n] == ' ' ? n + 1 : 0;
}

bool cut_unmark(cut_arena *arena, cut_str line, bool numbered, cut_unmarked *out)
{
    cut_str text, address;
    *out = (cut_unmarked){.text = line};
    if (cut_str_starts(line, CUT_STR("![")) &&
        read_link(cut_str_slice(line, 1, line.n), &text, &address) == line.n - 1) {
        *out = (cut_unmarked){.image = address, .alternate = cut_str_trim(text)};
        return true;
    }
    size_t heading = read_front(line, '#', 6);
    size_t front = heading > 0 ? heading : read_front(line, '>', 1);
    out->is_heading = heading > 0;
    out->text = cut_str_trim(cut_str_slice(line, front, line.n));
    if (cut_str_find_char(out->text, '[', 0) != SIZE_MAX)
        out->text = without_links(arena, out->text, numbered);
    if (!out->text.p && line.n > 0)
        return false;
    out->text = without_emphasis(cut_str_trim(out->text));
    return true;
}
