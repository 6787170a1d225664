/*
 * Text to tokens. Letters are read through HTML entities and invisible marks, so "Fran&ccedil;ois"
 * is one word; dots stay inside "U.S.", apostrophes inside "O'Brien" but not before the English
 * possessive s nor after a French article. Scripts written without spaces give a token a character
 * (katakana: a run), so that the lexicon's phrases can be found anywhere in them.
 */
#include "base/eight.h"
#include "base/unicode.h"
#include "caption/fold.h"

typedef struct lexer {
    cut_doc *doc;
    char *folded; /* room for as many bytes as the text has, and for those of take_letters() */
    size_t folded_n;
    cut_token *tokens;
    size_t count, room;
    size_t letters;  /* cased letters seen ... */
    size_t capitals; /* ... and how many were capitals */
} lexer;

/* One character of the text as it is meant. */
typedef struct unit {
    uint32_t c;     /* decoded character; 0 at the end of the text */
    unsigned class; /* bits CUT_UC_... */
    size_t from;    /* bytes of the text, entity and invisible marks in front included */
    size_t to;
} unit;

/* True if the byte at `at` is a character of its own: ASCII, and no entity. */
static inline bool is_plain(cut_str text, size_t at)
{
    return at < text.n && (uint8_t)text.p[at] < 0x80 && text.p[at] != '&' && text.p[at];
}

static unit read_unit(cut_str text, size_t at)
{
    unit u = {.from = at, .to = at};
    while (u.to < text.n) {
        size_t length;
        uint32_t c = text.p[u.to] == '&' ? cut_entity(text, u.to, &length) : 0;
        if (c)
            u.to += length;
        else
            c = cut_utf8_valid_next(text, &u.to);
        if (cut_may_be_misread(c))
            c = cut_misread(text, &u.to, c);
        if (!cut_is_invisible(c)) {
            u.c = c ? c : ' ';
            u.class = cut_uc_class(u.c);
            return u;
        }
    }
    return u;
}

static inline unit unit_at(cut_str text, size_t at)
{
    if (is_plain(text, at))
        return (unit){(uint8_t)text.p[at], cut_ascii_class[(uint8_t)text.p[at]], at, at + 1};
    return read_unit(text, at);
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || (c >= 0x80 && cut_fold_punct(c) == '\'');
}

static bool one_character_token(cut_script script)
{
    return script == CUT_SCRIPT_HAN || script == CUT_SCRIPT_HIRAGANA;
}

static bool ascii_letter(uint32_t c, char lower)
{
    return c < 0x80 && cut_to_lower((char)c) == lower;
}

/* Folded characters are never longer than their originals, except for a handful of rare letters
 * whose lower case is; those stay as they are. */
static void fold_into(lexer *lx, uint32_t c, size_t room)
{
    uint32_t out[2];
    char bytes[8];
    size_t n = cut_fold_letter(c, out);
    size_t length = 0;
    for (size_t i = 0; i < n; i++)
        length += cut_utf8_put(bytes + length, out[i]);
    if (length > room)
        length = cut_utf8_put(bytes, c);
    if (length > room)
        return;
    memcpy(lx->folded + lx->folded_n, bytes, length);
    lx->folded_n += length;
}

/* Case seen so far in a word. */
typedef struct case_count {
    size_t upper, lower, letters;
    bool first_upper;
} case_count;

static void count_case(case_count *count, unsigned class)
{
    bool upper = (class & CUT_UC_UPPER) != 0;
    if (count->letters++ == 0)
        count->first_upper = upper;
    count->upper += upper;
    count->lower += (class & CUT_UC_LOWER) != 0;
}

static cut_shape shape_of(const case_count *count)
{
    if (count->upper + count->lower == 0)
        return CUT_SHAPE_NONE;
    if (count->upper == 0)
        return CUT_SHAPE_LOWER;
    if (count->lower == 0)
        return CUT_SHAPE_UPPER;
    return count->first_upper && count->upper == 1 ? CUT_SHAPE_CAPITAL : CUT_SHAPE_MIXED;
}

/* "U.S.", "D.C.": letters that each have a dot. Returns the end of the run, or 0. */
static size_t dotted_end(cut_str text, size_t at)
{
    size_t pairs = 0, end = 0;
    for (size_t i = at; i < text.n && cut_is_alpha(text.p[i]); i += 2) {
        if (i + 1 < text.n && text.p[i + 1] == '.') {
            end = i + 2;
            pairs++;
            continue;
        }
        bool last = i + 1 >= text.n || !cut_is_alnum(text.p[i + 1]);
        if (last && pairs > 0 && (i + 1 >= text.n || (uint8_t)text.p[i + 1] < 0x80)) {
            end = i + 1; /* "U.S" without its last dot */
            pairs++;
        }
        break;
    }
    return pairs > 1 ? end : 0;
}

static bool read_dotted(lexer *lx, cut_token *t)
{
    cut_str text = lx->doc->text;
    bool dot = t->from + 1 < text.n && text.p[t->from + 1] == '.';
    size_t end = dot ? dotted_end(text, t->from) : 0;
    if (!end)
        return false;
    case_count count = {0};
    for (size_t i = t->from; i < end; i++) {
        char c = cut_to_lower(text.p[i]);
        if (c != '.')
            count_case(&count, cut_ascii_class[(uint8_t)text.p[i]]);
        lx->folded[lx->folded_n++] = c;
    }
    if (text.p[end - 1] == '.')
        lx->folded_n--;
    lx->capitals += count.upper;
    lx->letters += count.upper + count.lower;
    t->to = (uint32_t)end;
    t->shape = (uint8_t)shape_of(&count);
    t->script = CUT_SCRIPT_LATIN;
    return true;
}

/* French and Italian articles that lose their vowel: the word behind is a word of its own. */
static bool is_elision(cut_str folded, bool first_upper, unsigned next_class)
{
    static const cut_str heads[] = {
        CUT_WORD("d"),     CUT_WORD("l"),     CUT_WORD("j"),    CUT_WORD("n"),    CUT_WORD("s"),
        CUT_WORD("m"),     CUT_WORD("c"),     CUT_WORD("t"),    CUT_WORD("qu"),   CUT_WORD("dell"),
        CUT_WORD("all"),   CUT_WORD("dall"),  CUT_WORD("nell"), CUT_WORD("sull"), CUT_WORD("un"),
        CUT_WORD("jusqu"), CUT_WORD("lorsqu")};
    if (first_upper && !(next_class & CUT_UC_LOWER))
        return false; /* L'Aquila, D'Angelo */
    for (size_t i = 0; i < CUT_COUNT(heads); i++) {
        if (cut_str_eq(folded, heads[i]))
            return true;
    }
    return false;
}

static bool continues_word(unit u)
{
    return (u.class & (CUT_UC_LETTER | CUT_UC_DIGIT)) != 0;
}

/* What an apostrophe inside a word does. */
typedef enum apostrophe { STOPS_BEFORE, STOPS_AFTER, STAYS } apostrophe;

static apostrophe apostrophe_kind(lexer *lx, const cut_token *t, const case_count *count, unit mark)
{
    cut_str text = lx->doc->text;
    unit next = unit_at(text, mark.to);
    if (!(next.class & CUT_UC_LETTER))
        return STOPS_BEFORE;
    if (ascii_letter(next.c, 's') && !continues_word(unit_at(text, next.to)))
        return STOPS_BEFORE;
    cut_str so_far = {lx->folded + t->fold_at, lx->folded_n - t->fold_at};
    return is_elision(so_far, count->first_upper, next.class) ? STOPS_AFTER : STAYS;
}

/* Fewer than eight bytes, with zeros behind. */
static uint64_t load_last(const char *p, size_t n)
{
    char eight[CUT_EIGHT] = {0};
    memcpy(eight, p, n);
    return cut_eight_load(eight);
}

/* The letters A to Z among the next eight bytes, up to the first that is none: writes eight bytes
 * that begin with them in lower case. */
static size_t take_letters(const char *in, size_t left, char *out, size_t *upper)
{
    uint64_t eight = left < CUT_EIGHT ? load_last(in, left) : cut_eight_load(in);
    uint64_t small = eight | CUT_EIGHT_OF(0x20); /* a bit tells capitals from small letters */
    uint64_t low = small & CUT_EIGHT_OF(0x7F);
    /* The highest bit of each byte says: it is ASCII, not below 'a', not above 'z'. */
    uint64_t letters =
        ~eight & (low + CUT_EIGHT_OF(0x80 - 'a')) & ~(low + CUT_EIGHT_OF(0x7F - 'z'));
    uint64_t others = ~letters & CUT_EIGHT_OF(0x80);
    size_t n = others ? (size_t)__builtin_ctzll(others) / 8 : CUT_EIGHT;
    uint64_t capitals = ~eight & CUT_EIGHT_OF(0x20);
    if (n < CUT_EIGHT)
        capitals &= (UINT64_C(1) << n * 8) - 1;
    *upper += (size_t)((capitals >> 5) * CUT_EIGHT_OF(1) >> 56);
    cut_eight_store(out, small);
    return n;
}

/* The letters A to Z that a word begins with, the common case by far. */
static size_t read_ascii_letters(lexer *lx, cut_token *t, case_count *count)
{
    cut_str text = cut_str_slice(lx->doc->text, t->from, lx->doc->text.n);
    char *out = lx->folded + lx->folded_n;
    size_t n = 0, some, upper = 0;
    do {
        some = take_letters(text.p + n, text.n - n, out + n, &upper);
        n += some;
    } while (some == CUT_EIGHT);
    lx->folded_n += n;
    *count = (case_count){.upper = upper, .lower = n - upper, .letters = n};
    if (n > 0) {
        count->first_upper = cut_is_upper(text.p[0]);
        t->script = CUT_SCRIPT_LATIN;
    }
    return t->from + n;
}

/* True if a word that got as far as `at` goes no further, as a look at one byte tells. */
static bool surely_ends(cut_str text, size_t at)
{
    return at == text.n ||
           (is_plain(text, at) && text.p[at] != '\'' &&
            !(cut_ascii_class[(uint8_t)text.p[at]] & (CUT_UC_LETTER | CUT_UC_DIGIT)));
}

/* The character goes on a word that is not ASCII from there on; notes its script. */
static bool fits_script(cut_token *t, bool first, uint32_t c)
{
    cut_script script = cut_script_of(c);
    if (first) {
        t->script = (uint8_t)script;
        return true;
    }
    return !one_character_token(script) && !one_character_token(t->script) &&
           (t->script == CUT_SCRIPT_KATAKANA) == (script == CUT_SCRIPT_KATAKANA);
}

/* The rest of a word, from `at` on. Returns its end. */
static size_t read_any_letters(lexer *lx, cut_token *t, size_t at, case_count *count)
{
    cut_str text = lx->doc->text;
    while (!surely_ends(text, at)) {
        unit u = unit_at(text, at);
        bool first = at == t->from;
        if (!first && is_apostrophe(u.c)) {
            apostrophe kind = apostrophe_kind(lx, t, count, u);
            if (kind == STOPS_BEFORE)
                return at;
            lx->folded[lx->folded_n++] = '\'';
            at = u.to;
            if (kind == STOPS_AFTER)
                return at;
            continue;
        }
        if (!(first ? (u.class & CUT_UC_LETTER) != 0 : continues_word(u)) ||
            !fits_script(t, first, u.c))
            return at;
        fold_into(lx, u.c, u.to - u.from);
        count_case(count, u.class);
        at = u.to;
    }
    return at;
}

static void read_word(lexer *lx, cut_token *t)
{
    case_count count;
    size_t at = read_ascii_letters(lx, t, &count);
    if (!surely_ends(lx->doc->text, at))
        at = read_any_letters(lx, t, at, &count);
    lx->capitals += count.upper;
    lx->letters += count.upper + count.lower;
    t->to = (uint32_t)at;
    t->shape = (uint8_t)shape_of(&count);
}

static void read_number(lexer *lx, cut_token *t)
{
    cut_str text = lx->doc->text;
    size_t at = t->from, digits = 0;
    for (;;) {
        unit u = unit_at(text, at);
        if (!(u.class & CUT_UC_DIGIT))
            break;
        unsigned value = (unsigned)cut_uc_digit_value(u.c);
        if (digits++ < 9)
            t->number = t->number * 10 + value;
        lx->folded[lx->folded_n++] = (char)('0' + value);
        at = u.to;
    }
    t->to = (uint32_t)at;
}

/* The possessive s that read_word() stopped before. */
static bool read_possessive(lexer *lx, cut_token *t, unit mark)
{
    if (t->gap != CUT_GAP_NONE || lx->count < 2 || !is_apostrophe(mark.c) ||
        t[-1].kind != CUT_TOK_WORD)
        return false;
    unit s = unit_at(lx->doc->text, mark.to);
    if (!ascii_letter(s.c, 's') || continues_word(unit_at(lx->doc->text, s.to)))
        return false;
    t->kind = CUT_TOK_POSSESSIVE;
    t->to = (uint32_t)s.to;
    return true;
}

static void read_token(lexer *lx, cut_token *t, unit u)
{
    t->fold_at = (uint32_t)lx->folded_n;
    t->to = (uint32_t)u.to;
    if (u.class & CUT_UC_LETTER) {
        t->kind = CUT_TOK_WORD;
        if (u.c >= 0x80 || !read_dotted(lx, t))
            read_word(lx, t);
        lx->doc->scripts |= (uint32_t)1 << t->script;
    } else if (u.class & CUT_UC_DIGIT) {
        t->kind = CUT_TOK_NUMBER;
        read_number(lx, t);
    } else if (!read_possessive(lx, t, u)) {
        t->kind = CUT_TOK_PUNCT;
        t->ch = cut_fold_punct(u.c);
    }
    t->fold_n = (uint32_t)(lx->folded_n - t->fold_at);
}

static cut_gap widen(cut_gap gap, uint32_t c)
{
    if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        return CUT_GAP_LINE;
    if (gap == CUT_GAP_LINE)
        return gap;
    return gap == CUT_GAP_NONE && c != '\t' ? CUT_GAP_SPACE : CUT_GAP_WIDE;
}

/* Nearly all letters are capitals: then a capital says nothing about a word. */
static bool mostly_capitals(const lexer *lx)
{
    return lx->letters >= 20 && lx->capitals * 100 >= lx->letters * 85;
}

/* A new last token, empty. */
static cut_token *add_token(lexer *lx)
{
    if (lx->count == lx->room && !cut_arena_grow(lx->doc->arena, (void **)&lx->tokens, lx->count,
                                                 &lx->room, sizeof *lx->tokens))
        return NULL;
    cut_token *t = &lx->tokens[lx->count++];
    *t = (cut_token){0};
    return t;
}

static bool read_tokens(lexer *lx)
{
    cut_str text = lx->doc->text;
    cut_gap gap = CUT_GAP_LINE;
    for (size_t at = 0;;) {
        if (at < text.n && text.p[at] == ' ') { /* every fifth character */
            gap = widen(gap, ' ');
            at++;
            continue;
        }
        unit u = unit_at(text, at);
        if (u.class & CUT_UC_SPACE) {
            gap = widen(gap, u.c);
            at = u.to;
            continue;
        }
        cut_token *t = add_token(lx);
        if (!t)
            return false;
        if (!u.c) {
            *t = (cut_token){
                .from = (uint32_t)text.n, .to = (uint32_t)text.n, .gap = CUT_GAP_LINE, .starts = 1};
            return add_token(lx) && add_token(lx); /* rules may look past the sentinel */
        }
        t->from = t->stem_from = (uint32_t)u.from;
        t->gap = (uint8_t)gap;
        read_token(lx, t, u);
        t->stem_to = t->to;
        at = t->to;
        gap = CUT_GAP_NONE;
    }
}

bool cut_lex_tokens(cut_doc *doc)
{
    /* Words and blanks of ordinary text give a token in five or six bytes. */
    size_t room = doc->text.n / 5 + 8;
    lexer lx = {.doc = doc,
                .folded = cut_arena_raw(doc->arena, doc->text.n + CUT_EIGHT, 1),
                .tokens = cut_arena_raw(doc->arena, room, sizeof(cut_token)),
                .room = room};
    if (!lx.folded || !lx.tokens || !read_tokens(&lx))
        return false;
    doc->tokens = lx.tokens;
    doc->count = lx.count - 3; /* the sentinel and two behind it */
    doc->folded = lx.folded;
    doc->all_caps = mostly_capitals(&lx);
    return true;
}

cut_str cut_doc_span(const cut_doc *doc, size_t from, size_t to)
{
    if (from >= to)
        return (cut_str){doc->text.p, 0};
    return cut_str_slice(doc->text, doc->tokens[from].from, doc->tokens[to - 1].to);
}

cut_str cut_doc_name(const cut_doc *doc, size_t from, size_t to)
{
    if (from >= to)
        return (cut_str){doc->text.p, 0};
    return cut_str_slice(doc->text, doc->tokens[from].stem_from, doc->tokens[to - 1].stem_to);
}

void cut_doc_decide(cut_doc *doc, const char *rule, size_t from, size_t to)
{
    if (from >= to)
        return;
    cutline_decision d = {rule, doc->tokens[from].from, doc->tokens[to - 1].to};
    (void)CUT_PUSH(doc->arena, &doc->decisions, d);
}
