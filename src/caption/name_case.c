/*
 * Natural case for names that a wire wrote in capitals. Only words in capitals are touched: what is
 * in mixed case is how its bearer writes it.
 */
#include "base/unicode.h"
#include "caption/caption.h"
#include "caption/fold.h"
#include "caption/grammar.h"

/* Words written small inside a name. */
static const char *const small_in_people[] = {
    "van", "der", "den", "de",  "la",  "las", "los", "del",  "da",  "das", "do", "dos", "du", "des",
    "von", "zu",  "zur", "zum", "ter", "ten", "bin", "bint", "ibn", "y",   "e",  "af",  "av", "et"};
/* Words written small inside the name of a body. */
static const char *const small_in_bodies[] = {"of",  "the", "and", "for", "in", "on",   "to", "at",
                                              "de",  "la",  "del", "des", "du", "et",   "y",  "von",
                                              "der", "für", "und", "da",  "do", "di",   "e",  "les",
                                              "by",  "los", "las", "el",  "le", "della"};
/* Small only behind another particle or a Vietnamese "van" would suffer. */
static const char *const vietnamese[] = {"nguyen", "tran", "le",   "pham", "hoang", "huynh", "phan",
                                         "vu",     "vo",   "dang", "bui",  "do",    "ho",    "ngo",
                                         "duong",  "ly",   "dinh", "doan", "trinh", "luong", "mai"};
/* Mac is followed by a capital in these; elsewhere (Macron, Machado) it is just letters. */
static const char *const scottish[] = {
    "donald",  "leod",    "kenzie",   "gregor",  "arthur",  "intyre",  "millan", "dougall",
    "lean",    "kinnon",  "neil",     "neill",   "pherson", "farlane", "askill", "queen",
    "rae",     "kay",     "innes",    "iver",    "kinlay",  "lachlan", "namara", "phail",
    "aulay",   "alister", "allister", "diarmid", "donnell", "manus",   "mahon",  "nab",
    "nally",   "taggart", "master",   "dowell",  "carthy",  "guire",   "bride",  "beth",
    "quarrie", "fadyen",  "swain",    "sween",   "vicar"};
/* Family names of people whose given name is two syllables joined by a hyphen, the second small:
 * Han Seung-min, Tsai Ing-wen. */
static const char *const syllable_families[] = {
    "kim",   "lee",   "yi",    "rhee",  "park",  "pak",   "bak",   "choi",   "choe",  "jung",
    "jeong", "chung", "kang",  "cho",   "jo",    "yoon",  "yun",   "jang",   "chang", "lim",
    "im",    "han",   "oh",    "seo",   "suh",   "shin",  "sin",   "kwon",   "hwang", "ahn",
    "an",    "song",  "ryu",   "yoo",   "yu",    "you",   "hong",  "jeon",   "jun",   "ko",
    "koh",   "go",    "moon",  "mun",   "son",   "sohn",  "yang",  "bae",    "pae",   "baek",
    "paik",  "heo",   "hur",   "huh",   "nam",   "shim",  "sim",   "noh",    "roh",   "ha",
    "kwak",  "gwak",  "sung",  "seong", "cha",   "joo",   "ju",    "woo",    "wu",    "gu",
    "koo",   "ku",    "min",   "jin",   "na",    "ra",    "um",    "eom",    "won",   "chun",
    "cheon", "bang",  "kong",  "gong",  "hyun",  "ham",   "byun",  "byeon",  "yeom",  "seok",
    "sun",   "seol",  "ma",    "gil",   "wi",    "pyo",   "myung", "ki",     "ban",   "wang",
    "tsai",  "lai",   "chen",  "lin",   "huang", "hsu",   "hsiao", "chiang", "tsao",  "chou",
    "su",    "hou",   "liu",   "yeh",   "kuo",   "tseng", "chu",   "ting",   "lo",    "pan",
    "hung",  "tien",  "cheng", "hsieh", "liang", "tu",    "chien", "ho",     "fan",   "lu"};
/* Parts of names that are one piece of letters and no syllable of these languages. */
static const char *const never_syllables[] = {"luc",  "marie", "pierre", "paul",   "ann",
                                              "anne", "jean",  "louis",  "claude", "mae",
                                              "beth", "lou",   "rae",    "jane",   "roy"};

#define LENGTH(list) (sizeof(list) / sizeof *(list))

static bool listed(cut_str word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (cut_str_eq_nocase(word, cut_str_from(list[i])))
            return true;
    }
    return false;
}

/* One output name being built. */
typedef struct naming {
    cut_arena *arena;
    cut_str in;
    char
        *out; /* lower case can be longer than capitals by a byte for one letter in a few scripts */
    size_t n, cap;
    bool turkish;   /* capital I without a dot is a dotless i */
    bool syllables; /* Korean or Taiwanese: "Seung-min" */
    bool vietnamese;
    bool body;
} naming;

static void put(naming *nm, uint32_t c)
{
    if (nm->n + 4 <= nm->cap)
        nm->n += cut_utf8_put(nm->out + nm->n, c);
}

static uint32_t lower(const naming *nm, uint32_t c)
{
    if (c == 'I' && nm->turkish)
        return 0x131;
    return cut_uc_lower(c);
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018;
}

static bool is_capitals(cut_str word)
{
    size_t letters = 0;
    for (size_t at = 0; at < word.n;) {
        uint32_t c = cut_utf8_next(word, &at);
        if (cut_uc_is_lower(c))
            return false;
        letters += cut_uc_is_upper(c);
    }
    return letters > 1;
}

static void put_raw(naming *nm, cut_str word)
{
    for (size_t at = 0; at < word.n;)
        put(nm, cut_utf8_next(word, &at));
}

static void put_lower(naming *nm, cut_str word)
{
    for (size_t at = 0; at < word.n;)
        put(nm, lower(nm, cut_utf8_next(word, &at)));
}

static void put_title(naming *nm, cut_str word)
{
    size_t at = 0;
    if (word.n > 0)
        put(nm, cut_utf8_next(word, &at));
    put_lower(nm, cut_str_slice(word, at, word.n));
}

/* McCartney, MacLeod; others in plain title case. */
static void put_gaelic(naming *nm, cut_str word)
{
    size_t head = 0;
    if (word.n > 4 && cut_str_starts_nocase(word, CUT_STR("MC")))
        head = 2;
    else if (word.n > 5 && cut_str_starts_nocase(word, CUT_STR("MAC")) &&
             listed(cut_str_slice(word, 3, word.n), scottish, LENGTH(scottish)))
        head = 3;
    put_title(nm, cut_str_slice(word, 0, head));
    put_title(nm, cut_str_slice(word, head, word.n));
}

/* O'Brien, D'Angelo, N'Diaye; but Sana'a: only behind one letter does a capital follow. */
static void put_apostrophes(naming *nm, cut_str word)
{
    size_t at = 0, letters = 0;
    bool capital = true;
    cut_str rest = word;
    while (at < word.n) {
        size_t from = at;
        uint32_t c = cut_utf8_next(word, &at);
        if (!is_apostrophe(c)) {
            letters++;
            continue;
        }
        cut_str part = {rest.p, (size_t)(word.p + from - rest.p)};
        if (capital)
            put_gaelic(nm, part);
        else
            put_lower(nm, part);
        put(nm, c);
        capital = letters == 1;
        letters = 0;
        rest = cut_str_slice(word, at, word.n);
    }
    if (capital)
        put_gaelic(nm, rest);
    else
        put_lower(nm, rest);
}

static bool is_suffix(cut_str word)
{
    static const char *const suffixes[] = {"II", "III", "IV", "VI", "VII", "VIII", "XVI", "XIV"};
    return listed(word, suffixes, LENGTH(suffixes));
}

/* A syllable of a Korean or Taiwanese given name. */
static bool is_syllable(cut_str part)
{
    return part.n >= 1 && part.n <= 6 && cut_is_ascii(part) &&
           !listed(part, never_syllables, LENGTH(never_syllables));
}

static void put_part(naming *nm, cut_str part, size_t index, bool hyphen_before, bool hyphen_after)
{
    bool article =
        part.n == 2 && hyphen_after && index == 0 &&
        (cut_str_eq_nocase(part, CUT_STR("al")) || cut_str_eq_nocase(part, CUT_STR("el")) ||
         cut_str_eq_nocase(part, CUT_STR("as")) || cut_str_eq_nocase(part, CUT_STR("ar")));
    if (article && cut_to_lower(part.p[0]) == 'a')
        put_lower(nm, part);
    else if (hyphen_before && nm->syllables && is_syllable(part))
        put_lower(nm, part);
    else
        put_apostrophes(nm, part);
}

/* The parts between hyphens. */
static void put_hyphens(naming *nm, cut_str word)
{
    size_t index = 0;
    cut_str rest = word;
    while (rest.p) {
        cut_str part = cut_str_split(&rest, '-');
        put_part(nm, part, index, index > 0, rest.p != NULL);
        if (rest.p)
            put(nm, '-');
        index++;
    }
}

static bool is_small(const naming *nm, cut_str word, bool first)
{
    if (nm->body)
        return !first && listed(word, small_in_bodies, LENGTH(small_in_bodies));
    if (first || !listed(word, small_in_people, LENGTH(small_in_people)))
        return false;
    return !nm->vietnamese;
}

/* Abbreviations in a body's name: no vowel, or so short that it is no word. */
static bool is_acronym(const naming *nm, cut_str word, size_t words)
{
    if (!nm->body)
        return false;
    if (words == 1)
        return word.n <= 5;
    for (size_t i = 0; i < word.n; i++) {
        if (strchr("AEIOUY", word.p[i]) || (uint8_t)word.p[i] >= 0x80)
            return word.n == 2 && !listed(word, small_in_bodies, LENGTH(small_in_bodies));
    }
    return true;
}

static void put_word(naming *nm, cut_str word, size_t index, size_t words)
{
    if (!is_capitals(word) || is_suffix(word) || is_acronym(nm, word, words))
        put_raw(nm, word);
    else if (is_small(nm, word, index == 0))
        put_lower(nm, word);
    else
        put_hyphens(nm, word);
}

static size_t count_words(cut_str s)
{
    size_t n = s.n > 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == ' ';
    return n;
}

static void look_around(naming *nm)
{
    cut_str rest = nm->in;
    while (rest.p) {
        cut_str word = cut_str_split(&rest, ' ');
        nm->syllables |= listed(word, syllable_families, LENGTH(syllable_families));
        if (word.p == nm->in.p)
            nm->vietnamese = listed(word, vietnamese, LENGTH(vietnamese));
    }
    static const char *const turkish_letters[] = {"İ", "Ş", "Ğ", "ş", "ğ", "ı"};
    for (size_t i = 0; i < LENGTH(turkish_letters); i++)
        nm->turkish |= cut_str_find(nm->in, cut_str_from(turkish_letters[i]), 0) != SIZE_MAX;
}

static cut_str natural_case(cut_arena *arena, cut_str name, bool body)
{
    name = cut_decode(arena, cut_str_trim(name));
    if (!name.p)
        return name;
    naming nm = {.arena = arena, .in = name, .cap = name.n * 2 + 5, .body = body};
    nm.out = cut_arena_alloc(arena, nm.cap, 1);
    if (!nm.out)
        return (cut_str){NULL, 0};
    look_around(&nm);
    size_t words = count_words(name), index = 0;
    cut_str rest = name;
    while (rest.p && name.n > 0) {
        put_word(&nm, cut_str_split(&rest, ' '), index++, words);
        if (rest.p)
            put(&nm, ' ');
    }
    nm.out[nm.n] = '\0';
    return (cut_str){nm.out, nm.n};
}

cut_str cut_name_natural_case(cut_arena *arena, cut_str name)
{
    return natural_case(arena, name, false);
}

cut_str cut_body_natural_case(cut_arena *arena, cut_str name)
{
    return natural_case(arena, name, true);
}
