/*
 * Natural case for names that a wire wrote in capitals. Only words in capitals are touched: what is
 * in mixed case is how its bearer writes it.
 */
#include "base/unicode.h"
#include "caption/caption.h"
#include "caption/fold.h"
#include "caption/grammar.h"

/* Words written small inside a name. */
static const cut_str small_in_people[] = {
    CUT_WORD("van"), CUT_WORD("der"),  CUT_WORD("den"), CUT_WORD("de"),  CUT_WORD("la"),
    CUT_WORD("las"), CUT_WORD("los"),  CUT_WORD("del"), CUT_WORD("da"),  CUT_WORD("das"),
    CUT_WORD("do"),  CUT_WORD("dos"),  CUT_WORD("du"),  CUT_WORD("des"), CUT_WORD("von"),
    CUT_WORD("zu"),  CUT_WORD("zur"),  CUT_WORD("zum"), CUT_WORD("ter"), CUT_WORD("ten"),
    CUT_WORD("bin"), CUT_WORD("bint"), CUT_WORD("ibn"), CUT_WORD("y"),   CUT_WORD("e"),
    CUT_WORD("af"),  CUT_WORD("av"),   CUT_WORD("et")};
/* Words written small inside the name of a body. */
static const cut_str small_in_bodies[] = {
    CUT_WORD("of"),  CUT_WORD("the"), CUT_WORD("and"), CUT_WORD("for"), CUT_WORD("in"),
    CUT_WORD("on"),  CUT_WORD("to"),  CUT_WORD("at"),  CUT_WORD("de"),  CUT_WORD("la"),
    CUT_WORD("del"), CUT_WORD("des"), CUT_WORD("du"),  CUT_WORD("et"),  CUT_WORD("y"),
    CUT_WORD("von"), CUT_WORD("der"), CUT_WORD("für"), CUT_WORD("und"), CUT_WORD("da"),
    CUT_WORD("do"),  CUT_WORD("di"),  CUT_WORD("e"),   CUT_WORD("les"), CUT_WORD("by"),
    CUT_WORD("los"), CUT_WORD("las"), CUT_WORD("el"),  CUT_WORD("le"),  CUT_WORD("della")};
/* Small only behind another particle or a Vietnamese "van" would suffer. */
static const cut_str vietnamese[] = {
    CUT_WORD("nguyen"), CUT_WORD("tran"), CUT_WORD("le"),   CUT_WORD("pham"),  CUT_WORD("hoang"),
    CUT_WORD("huynh"),  CUT_WORD("phan"), CUT_WORD("vu"),   CUT_WORD("vo"),    CUT_WORD("dang"),
    CUT_WORD("bui"),    CUT_WORD("do"),   CUT_WORD("ho"),   CUT_WORD("ngo"),   CUT_WORD("duong"),
    CUT_WORD("ly"),     CUT_WORD("dinh"), CUT_WORD("doan"), CUT_WORD("trinh"), CUT_WORD("luong"),
    CUT_WORD("mai")};
/* Mac is followed by a capital in these; elsewhere (Macron, Machado) it is just letters. */
static const cut_str scottish[] = {
    CUT_WORD("donald"),  CUT_WORD("leod"),    CUT_WORD("kenzie"),   CUT_WORD("gregor"),
    CUT_WORD("arthur"),  CUT_WORD("intyre"),  CUT_WORD("millan"),   CUT_WORD("dougall"),
    CUT_WORD("lean"),    CUT_WORD("kinnon"),  CUT_WORD("neil"),     CUT_WORD("neill"),
    CUT_WORD("pherson"), CUT_WORD("farlane"), CUT_WORD("askill"),   CUT_WORD("queen"),
    CUT_WORD("rae"),     CUT_WORD("kay"),     CUT_WORD("innes"),    CUT_WORD("iver"),
    CUT_WORD("kinlay"),  CUT_WORD("lachlan"), CUT_WORD("namara"),   CUT_WORD("phail"),
    CUT_WORD("aulay"),   CUT_WORD("alister"), CUT_WORD("allister"), CUT_WORD("diarmid"),
    CUT_WORD("donnell"), CUT_WORD("manus"),   CUT_WORD("mahon"),    CUT_WORD("nab"),
    CUT_WORD("nally"),   CUT_WORD("taggart"), CUT_WORD("master"),   CUT_WORD("dowell"),
    CUT_WORD("carthy"),  CUT_WORD("guire"),   CUT_WORD("bride"),    CUT_WORD("beth"),
    CUT_WORD("quarrie"), CUT_WORD("fadyen"),  CUT_WORD("swain"),    CUT_WORD("sween"),
    CUT_WORD("vicar")};
/* Family names of people whose given name is two syllables joined by a hyphen, the second small:
 * Han Seung-min, Tsai Ing-wen. */
static const cut_str syllable_families[] = {
    CUT_WORD("kim"),   CUT_WORD("lee"),   CUT_WORD("yi"),     CUT_WORD("rhee"),  CUT_WORD("park"),
    CUT_WORD("pak"),   CUT_WORD("bak"),   CUT_WORD("choi"),   CUT_WORD("choe"),  CUT_WORD("jung"),
    CUT_WORD("jeong"), CUT_WORD("chung"), CUT_WORD("kang"),   CUT_WORD("cho"),   CUT_WORD("jo"),
    CUT_WORD("yoon"),  CUT_WORD("yun"),   CUT_WORD("jang"),   CUT_WORD("chang"), CUT_WORD("lim"),
    CUT_WORD("im"),    CUT_WORD("han"),   CUT_WORD("oh"),     CUT_WORD("seo"),   CUT_WORD("suh"),
    CUT_WORD("shin"),  CUT_WORD("sin"),   CUT_WORD("kwon"),   CUT_WORD("hwang"), CUT_WORD("ahn"),
    CUT_WORD("an"),    CUT_WORD("song"),  CUT_WORD("ryu"),    CUT_WORD("yoo"),   CUT_WORD("yu"),
    CUT_WORD("you"),   CUT_WORD("hong"),  CUT_WORD("jeon"),   CUT_WORD("jun"),   CUT_WORD("ko"),
    CUT_WORD("koh"),   CUT_WORD("go"),    CUT_WORD("moon"),   CUT_WORD("mun"),   CUT_WORD("son"),
    CUT_WORD("sohn"),  CUT_WORD("yang"),  CUT_WORD("bae"),    CUT_WORD("pae"),   CUT_WORD("baek"),
    CUT_WORD("paik"),  CUT_WORD("heo"),   CUT_WORD("hur"),    CUT_WORD("huh"),   CUT_WORD("nam"),
    CUT_WORD("shim"),  CUT_WORD("sim"),   CUT_WORD("noh"),    CUT_WORD("roh"),   CUT_WORD("ha"),
    CUT_WORD("kwak"),  CUT_WORD("gwak"),  CUT_WORD("sung"),   CUT_WORD("seong"), CUT_WORD("cha"),
    CUT_WORD("joo"),   CUT_WORD("ju"),    CUT_WORD("woo"),    CUT_WORD("wu"),    CUT_WORD("gu"),
    CUT_WORD("koo"),   CUT_WORD("ku"),    CUT_WORD("min"),    CUT_WORD("jin"),   CUT_WORD("na"),
    CUT_WORD("ra"),    CUT_WORD("um"),    CUT_WORD("eom"),    CUT_WORD("won"),   CUT_WORD("chun"),
    CUT_WORD("cheon"), CUT_WORD("bang"),  CUT_WORD("kong"),   CUT_WORD("gong"),  CUT_WORD("hyun"),
    CUT_WORD("ham"),   CUT_WORD("byun"),  CUT_WORD("byeon"),  CUT_WORD("yeom"),  CUT_WORD("seok"),
    CUT_WORD("sun"),   CUT_WORD("seol"),  CUT_WORD("ma"),     CUT_WORD("gil"),   CUT_WORD("wi"),
    CUT_WORD("pyo"),   CUT_WORD("myung"), CUT_WORD("ki"),     CUT_WORD("ban"),   CUT_WORD("wang"),
    CUT_WORD("tsai"),  CUT_WORD("lai"),   CUT_WORD("chen"),   CUT_WORD("lin"),   CUT_WORD("huang"),
    CUT_WORD("hsu"),   CUT_WORD("hsiao"), CUT_WORD("chiang"), CUT_WORD("tsao"),  CUT_WORD("chou"),
    CUT_WORD("su"),    CUT_WORD("hou"),   CUT_WORD("liu"),    CUT_WORD("yeh"),   CUT_WORD("kuo"),
    CUT_WORD("tseng"), CUT_WORD("chu"),   CUT_WORD("ting"),   CUT_WORD("lo"),    CUT_WORD("pan"),
    CUT_WORD("hung"),  CUT_WORD("tien"),  CUT_WORD("cheng"),  CUT_WORD("hsieh"), CUT_WORD("liang"),
    CUT_WORD("tu"),    CUT_WORD("chien"), CUT_WORD("ho"),     CUT_WORD("fan"),   CUT_WORD("lu")};
/* Parts of names that are one piece of letters and no syllable of these languages. */
static const cut_str never_syllables[] = {
    CUT_WORD("luc"),  CUT_WORD("marie"), CUT_WORD("pierre"), CUT_WORD("paul"),   CUT_WORD("ann"),
    CUT_WORD("anne"), CUT_WORD("jean"),  CUT_WORD("louis"),  CUT_WORD("claude"), CUT_WORD("mae"),
    CUT_WORD("beth"), CUT_WORD("lou"),   CUT_WORD("rae"),    CUT_WORD("jane"),   CUT_WORD("roy")};

static bool listed(cut_str word, const cut_str *list, size_t n)
{
    if (word.n > 8)
        return false; /* none is longer */
    for (size_t i = 0; i < n; i++) {
        if (word.n == list[i].n && cut_str_eq_nocase(word, list[i]))
            return true;
    }
    return false;
}

/* One output name being built. */
typedef struct naming {
    cut_str in;
    char
        *out; /* lower case can be longer than capitals by a byte for one letter in a few scripts */
    size_t n, cap;
    bool ascii;
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
    return c < 0x80 ? (uint32_t)cut_to_lower((char)c) : cut_uc_lower(c);
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018;
}

static bool is_capitals(cut_str word)
{
    size_t letters = 0;
    for (size_t at = 0; at < word.n;) {
        unsigned class = cut_uc_class(cut_utf8_valid_next(word, &at));
        if (class & CUT_UC_LOWER)
            return false;
        letters += (class & CUT_UC_UPPER) != 0;
    }
    return letters > 1;
}

static void put_raw(naming *nm, cut_str word)
{
    for (size_t at = 0; at < word.n;)
        put(nm, cut_utf8_valid_next(word, &at));
}

static void put_lower(naming *nm, cut_str word)
{
    for (size_t at = 0; at < word.n;)
        put(nm, lower(nm, cut_utf8_valid_next(word, &at)));
}

static void put_title(naming *nm, cut_str word)
{
    size_t at = 0;
    if (word.n > 0)
        put(nm, cut_utf8_valid_next(word, &at));
    put_lower(nm, cut_str_slice(word, at, word.n));
}

/* McCartney, MacLeod; others in plain title case. */
static void put_gaelic(naming *nm, cut_str word)
{
    size_t head = 0;
    if (word.n > 4 && cut_str_starts_nocase(word, CUT_STR("MC")))
        head = 2;
    else if (word.n > 5 && cut_str_starts_nocase(word, CUT_STR("MAC")) &&
             listed(cut_str_slice(word, 3, word.n), scottish, CUT_COUNT(scottish)))
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
        uint32_t c = cut_utf8_valid_next(word, &at);
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
    static const cut_str suffixes[] = {CUT_WORD("II"),  CUT_WORD("III"), CUT_WORD("IV"),
                                       CUT_WORD("VI"),  CUT_WORD("VII"), CUT_WORD("VIII"),
                                       CUT_WORD("XVI"), CUT_WORD("XIV")};
    return listed(word, suffixes, CUT_COUNT(suffixes));
}

/* A syllable of a Korean or Taiwanese given name. */
static bool is_syllable(cut_str part)
{
    return part.n >= 1 && part.n <= 6 && cut_is_ascii(part) &&
           !listed(part, never_syllables, CUT_COUNT(never_syllables));
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
        return !first && listed(word, small_in_bodies, CUT_COUNT(small_in_bodies));
    if (first || !listed(word, small_in_people, CUT_COUNT(small_in_people)))
        return false;
    return !nm->vietnamese;
}

/* Abbreviations in a body's name: no vowel, or so short that it is no word. */
static bool is_acronym(const naming *nm, cut_str word, size_t words)
{
    if (!nm->body)
        return false;
    static const cut_str long_ones[] = {CUT_WORD("UNICEF"), CUT_WORD("UNESCO"), CUT_WORD("UNIFIL"),
                                        CUT_WORD("FRONTEX"), CUT_WORD("UNRWA")};
    if (words == 1)
        return word.n <= 5 || listed(word, long_ones, CUT_COUNT(long_ones));
    for (size_t i = 0; i < word.n; i++) {
        if (strchr("AEIOUY", word.p[i]) || (uint8_t)word.p[i] >= 0x80)
            return word.n == 2 && !listed(word, small_in_bodies, CUT_COUNT(small_in_bodies));
    }
    return true;
}

/* "JP" of "JP Yancey": consonants that are no name, but the Asian "Ng". */
static bool is_initials(const naming *nm, cut_str word, size_t index)
{
    static const char vowels[] = "AEIOUY";
    if (nm->body || index > 0 || word.n != 2 || cut_str_eq(word, CUT_STR("NG")) ||
        strchr(vowels, word.p[0]) || strchr(vowels, word.p[1]))
        return false;
    for (size_t i = 0; i < nm->in.n; i++) {
        if (cut_is_lower(nm->in.p[i]))
            return true;
    }
    return false;
}

static void put_word(naming *nm, cut_str word, size_t index, size_t words)
{
    if (!is_capitals(word) || is_initials(nm, word, index) || is_suffix(word) ||
        is_acronym(nm, word, words))
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

/* What the name as a whole tells. Looks for nothing that could not matter. */
static void look_around(naming *nm)
{
    bool hyphens = cut_str_find_char(nm->in, '-', 0) != SIZE_MAX;
    cut_str rest = nm->in;
    nm->vietnamese = listed(cut_str_split(&rest, ' '), vietnamese, CUT_COUNT(vietnamese));
    for (rest = nm->in; hyphens && rest.p && !nm->syllables;)
        nm->syllables =
            listed(cut_str_split(&rest, ' '), syllable_families, CUT_COUNT(syllable_families));
    static const cut_str turkish_letters[] = {CUT_WORD("İ"), CUT_WORD("Ş"), CUT_WORD("Ğ"),
                                              CUT_WORD("ş"), CUT_WORD("ğ"), CUT_WORD("ı")};
    for (size_t i = 0; !nm->ascii && i < CUT_COUNT(turkish_letters); i++)
        nm->turkish |= cut_str_find(nm->in, turkish_letters[i], 0) != SIZE_MAX;
}

/* Two capitals in a row: something to change. */
static bool has_capitals(cut_str name)
{
    for (size_t i = 1; i < name.n; i++) {
        if (cut_is_upper(name.p[i]) && cut_is_upper(name.p[i - 1]))
            return true;
    }
    return false;
}

static bool has_word_in_capitals(cut_str name)
{
    while (name.p) {
        if (is_capitals(cut_str_split(&name, ' ')))
            return true;
    }
    return false;
}

static cut_str natural_case(cut_arena *arena, cut_str name, bool body)
{
    name = cut_decode(arena, cut_str_trim(name));
    if (!name.p)
        return name;
    bool ascii = cut_is_ascii(name);
    if (ascii ? !has_capitals(name) : !has_word_in_capitals(name))
        return name;
    naming nm = {.in = name, .cap = name.n * 2 + 5, .ascii = ascii, .body = body};
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
