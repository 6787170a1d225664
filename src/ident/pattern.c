#include "ident/pattern.h"

#include "base/limits.h"

/* One piece of a pattern that stands for single bytes, with its repeat. */
typedef struct piece {
    char kind;        /* one of # @ $ % = and, with a set, [ or c (a literal) */
    cut_str set;      /* bytes between the brackets, or the literal byte */
    size_t min, max;  /* repeats */
    const char *next; /* rest of the pattern */
} piece;

typedef struct matcher {
    cut_str text;
    cut_str *groups;
} matcher;

static bool match_rest(matcher *m, const char *p, size_t at, size_t group);

static bool is_hex(char c)
{
    return cut_is_digit(c) || (cut_to_lower(c) >= 'a' && cut_to_lower(c) <= 'f');
}

static bool accepts(const piece *e, char c)
{
    switch (e->kind) {
    case '#':
        return cut_is_digit(c);
    case '@':
        return cut_is_alpha(c);
    case '$':
        return cut_is_alnum(c);
    case '%':
        return is_hex(c);
    case '=':
        return cut_is_alnum(c) || c == '.' || c == '-' || c == '_';
    default:
        for (size_t i = 0; i < e->set.n; i++)
            if (cut_to_lower(e->set.p[i]) == cut_to_lower(c))
                return true;
        return false;
    }
}

static size_t read_number(const char **p)
{
    size_t n = 0;
    while (cut_is_digit(**p))
        n = n * 10 + (size_t)(*(*p)++ - '0');
    return n;
}

/* Reads "{m,n}", "+" or "?" behind a piece. */
static void read_repeat(piece *e)
{
    const char *p = e->next;
    if (*p == '+' || *p == '?') {
        e->min = *p == '+' ? 1 : 0;
        e->max = *p == '+' ? SIZE_MAX : 1;
        e->next = p + 1;
    } else if (*p == '{') {
        p++;
        e->min = e->max = read_number(&p);
        if (*p == ',') {
            p++;
            e->max = *p == '}' ? SIZE_MAX : read_number(&p);
        }
        e->next = p + 1;
    }
}

static piece read_piece(const char *p)
{
    piece e = {.kind = *p, .min = 1, .max = 1, .next = p + 1};
    switch (*p) {
    case '#':
    case '@':
    case '$':
    case '%':
    case '=':
        break;
    case '[': {
        const char *end = strchr(p + 1, ']');
        e.set = (cut_str){p + 1, (size_t)(end - p - 1)};
        e.next = end + 1;
        break;
    }
    default:
        e.kind = 'c';
        e.set = (cut_str){p, 1};
    }
    read_repeat(&e);
    return e;
}

/* Takes as many bytes as the piece allows, then gives back until the rest matches. */
static bool match_piece(matcher *m, const char *p, size_t at, size_t group)
{
    piece e = read_piece(p);
    size_t n = 0;
    while (n < e.max && at + n < m->text.n && accepts(&e, m->text.p[at + n]))
        n++;
    for (; n >= e.min; n--) {
        if (match_rest(m, e.next, at + n, group))
            return true;
        if (n == 0)
            break;
    }
    return false;
}

/* "*": the longest run first. At most places the text does not go on like the pattern. */
static bool match_run(matcher *m, const char *p, size_t at, size_t group)
{
    const char *after = p + 1;
    while (*after == ')')
        after++;
    bool single = *after && !strchr("(<~*", *after);
    piece next = single ? read_piece(after) : (piece){0};
    for (size_t end = m->text.n;; end--) {
        bool may = next.min == 0 || (end < m->text.n && accepts(&next, m->text.p[end]));
        if (may && match_rest(m, p + 1, end, group))
            return true;
        if (end == at)
            return false;
    }
}

/* "<a|bc>": each word in turn. */
static bool match_words(matcher *m, const char *p, size_t at, size_t group)
{
    const char *end = strchr(p, '>');
    cut_str words = {p + 1, (size_t)(end - p - 1)};
    while (words.p) {
        cut_str word = cut_str_split(&words, '|');
        if (cut_str_starts_nocase(cut_str_slice(m->text, at, m->text.n), word) &&
            match_rest(m, end + 1, at + word.n, group))
            return true;
    }
    return false;
}

static bool match_rest(matcher *m, const char *p, size_t at, size_t group)
{
    switch (*p) {
    case '\0':
        return at == m->text.n;
    case '(':
        m->groups[group].p = m->text.p + at;
        return match_rest(m, p + 1, at, group);
    case ')':
        m->groups[group].n = (size_t)(m->text.p + at - m->groups[group].p);
        return match_rest(m, p + 1, at, group + 1);
    case '~':
        return at == m->text.n || !cut_is_alnum(m->text.p[at]);
    case '<':
        return match_words(m, p, at, group);
    case '*':
        return match_run(m, p, at, group);
    default:
        return match_piece(m, p, at, group);
    }
}

/* True if a text that begins with c can begin a match of one of the words "<a|bc>"; *rest is set to
 * what follows them, *empty if one of them is empty. */
static bool words_may_start(const char *words, char c, const char **rest, bool *empty)
{
    bool may = false;
    const char *p = words;
    do {
        p++;
        if (*p == '|' || *p == '>')
            *empty = true;
        else
            may |= cut_to_lower(*p) == cut_to_lower(c);
        while (*p != '|' && *p != '>')
            p++;
    } while (*p == '|');
    *rest = p + 1;
    return may;
}

static bool piece_may_start(const char *p, char c)
{
    if (*p == '\0' || *p == ')' || *p == '~' || *p == '*')
        return true;
    piece e = read_piece(p);
    return e.min == 0 || accepts(&e, c);
}

bool cut_pattern_may_start(const char *pattern, char c)
{
    bool empty = true;
    while (empty && (*pattern == '(' || *pattern == '<')) {
        if (*pattern == '(') {
            pattern++;
            continue;
        }
        empty = false;
        if (words_may_start(pattern, c, &pattern, &empty))
            return true;
    }
    return empty && piece_may_start(pattern, c);
}

bool cut_pattern_match(const char *pattern, cut_str text, cut_str groups[CUT_PATTERN_GROUPS])
{
    cut_str unused[CUT_PATTERN_GROUPS];
    if (!text.p || text.n > CUT_MAX_MEDIA_ID)
        return false;
    matcher m = {.text = text, .groups = groups ? groups : unused};
    memset(m.groups, 0, sizeof unused);
    return match_rest(&m, pattern, 0, 0);
}
