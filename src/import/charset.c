#include "import/charset.h"

#include "base/error.h"
#include "base/utf8.h"
#include "import/charset_guess.h"

#include <errno.h>
#include <iconv.h>

/* Bytes looked at to tell one charset from another. */
#define SAMPLE ((size_t)4096)
/* HTML 13.2.3.2: a declared charset stands in the first 1,024 bytes; real pages are later. */
#define DECLARATION_SAMPLE ((size_t)4096)

typedef enum utf16_order { NOT_UTF16, UTF16_LITTLE, UTF16_BIG } utf16_order;

/* UTF-16 without a mark: nearly all its high bytes are those of Latin (0) or Arabic (6). */
static utf16_order guess_utf16(cut_view b)
{
    size_t pairs = (b.n < SAMPLE ? b.n : SAMPLE) / 2;
    size_t even = 0, odd = 0, zeros = 0;
    for (size_t i = 0; i < pairs; i++) {
        uint8_t first = b.p[2 * i], second = b.p[2 * i + 1];
        even += first == 0 || first == 6;
        odd += second == 0 || second == 6;
        zeros += first == 0;
        zeros += second == 0;
    }
    if (pairs < 2 || zeros * 20 < pairs)
        return NOT_UTF16;
    if (odd * 10 >= pairs * 8 && even * 2 < pairs)
        return UTF16_LITTLE;
    return even * 10 >= pairs * 8 && odd * 2 < pairs ? UTF16_BIG : NOT_UTF16;
}

static bool starts_with(cut_view b, const char *magic, size_t n)
{
    return b.n >= n && memcmp(b.p, magic, n) == 0;
}

/* Converts with iconv; {NULL, 0} if it does not know the charset or memory runs out. What is not
 * valid in the charset becomes U+FFFD. */
static cut_str convert(cut_arena *arena, cut_view bytes, const char *charset)
{
    iconv_t cd = iconv_open("UTF-8", charset);
    if (cd == (iconv_t)-1)
        return (cut_str){NULL, 0};
    /* One byte gives three at most (U+FFFF or U+FFFD) in every charset that pages use. */
    size_t room = bytes.n * 3 + 8;
    char *out = cut_arena_alloc(arena, room, 1);
    char *to = out;
    char *in = cut_arena_copy(arena, cut_str_of_view(bytes));
    size_t left = bytes.n;
    while (out && in && left > 0 && room >= 4) {
        if (iconv(cd, &in, &left, &to, &room) != (size_t)-1 || errno == E2BIG || left == 0)
            break;
        size_t n = cut_utf8_put(to, CUT_REPLACEMENT);
        to += n;
        room -= n;
        in++;
        left--;
    }
    iconv_close(cd);
    return (cut_str){in ? out : NULL, out ? (size_t)(to - out) : 0};
}

/* Arabic in an 8-bit charset is mostly bytes past 0x7F; in Western text they are rare. */
static bool looks_arabic(cut_view b)
{
    size_t high = 0, letters = 0;
    for (size_t i = 0; i < b.n && i < SAMPLE; i++) {
        high += b.p[i] >= 0xC0;
        letters += cut_is_alpha((char)b.p[i]);
    }
    return high * 2 > letters;
}

/* 80 to 9F are the accented letters of Mac Roman, and in Windows-1252 quotes, dashes and capitals
 * that stand inside no word; E0 to FF are the letters of Windows-1252. */
static bool looks_mac(cut_view b)
{
    size_t mac = 0, windows = 0;
    for (size_t i = 1; i < b.n && i < SAMPLE; i++) {
        if (!cut_is_alpha((char)b.p[i - 1]))
            continue;
        bool quote = b.p[i] == 0x85 || (b.p[i] >= 0x91 && b.p[i] <= 0x97) || b.p[i] == 0x99;
        bool inside = i + 1 < b.n && cut_is_alpha((char)b.p[i + 1]);
        mac += b.p[i] >= 0x80 && b.p[i] <= 0x9F && (!quote || (inside && b.p[i] != 0x92));
        windows += b.p[i] >= 0xE0;
    }
    return mac > windows * 4;
}

/* True if the text is UTF-8 in which a few bytes are damaged. */
static bool nearly_utf8(cut_str s)
{
    size_t good = 0, bad = 0;
    for (size_t at = 0; at < s.n;) {
        bool high = (uint8_t)s.p[at] >= 0x80;
        size_t from = at;
        (void)cut_utf8_next(s, &at);
        if (high && at - from > 1)
            good++;
        else
            bad += high;
    }
    return good > bad * 8;
}

static cut_str from_8bit(cut_arena *arena, cut_view b, cut_findings *findings)
{
    cut_str s = cut_str_of_view(b);
    if (nearly_utf8(s)) {
        cut_finding_add(findings, "text-repaired", NULL, "damaged UTF-8 at byte %zu",
                        cut_utf8_valid_prefix(s));
        return cut_utf8_repair(arena, s);
    }
    const char *guess = cut_charset_guess(b);
    cut_str guessed = guess ? convert(arena, b, guess) : (cut_str){NULL, 0};
    if (guessed.p) {
        cut_finding_add(findings, "text-repaired", NULL, "not UTF-8; read as %s", guess);
        return guessed;
    }
    if (looks_arabic(b)) {
        cut_str arabic = convert(arena, b, "WINDOWS-1256");
        if (arabic.p) {
            cut_finding_add(findings, "text-repaired", NULL, "not UTF-8; read as Windows-1256");
            return arabic;
        }
    }
    if (looks_mac(b)) {
        cut_str mac = convert(arena, b, "MACINTOSH");
        if (mac.p) {
            cut_finding_add(findings, "text-repaired", NULL, "not UTF-8; read as Mac Roman");
            return mac;
        }
    }
    cut_finding_add(findings, "text-repaired", NULL, "not UTF-8; read as Windows-1252");
    return cut_to_utf8(arena, s, CUT_CHARSET_CP1252);
}

static cut_str decode(cut_arena *arena, cut_view b, const char *declared, cut_findings *findings)
{
    if (starts_with(b, "\xEF\xBB\xBF", 3))
        return cut_utf8_repair(arena, (cut_str){(const char *)b.p + 3, b.n - 3});
    if (starts_with(b, "\xFF\xFE", 2) || starts_with(b, "\xFE\xFF", 2))
        return cut_utf16_to_utf8(arena, (cut_view){b.p + 2, b.n - 2}, b.p[0] == 0xFE);
    utf16_order order = guess_utf16(b);
    if (order != NOT_UTF16)
        return cut_utf16_to_utf8(arena, b, order == UTF16_BIG);
    if (cut_utf8_valid(cut_str_of_view(b)))
        return cut_utf8_repair(arena, cut_str_of_view(b));
    if (declared && !cut_str_starts_nocase(cut_str_from(declared), CUT_STR("utf"))) {
        cut_str text = convert(arena, b, declared);
        if (text.p)
            return text;
    }
    return from_8bit(arena, b, findings);
}

/* What a character becomes in a clean text; 0 drops it. */
static uint32_t cleaned(uint32_t c)
{
    if ((c >= 0x200B && c <= 0x200F && c != 0x200C && c != 0x200D) ||
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
        c == 0x00AD || c == 0)
        return 0;
    if (c == 0x00A0 || c == 0x2007 || c == 0x202F || c == 0x3000)
        return ' ';
    return c == 0x2028 || c == 0x2029 || c == 0x85 || c == '\f' || c == '\v' ? '\n' : c;
}

cut_str cut_clean_text(cut_arena *arena, cut_str s)
{
    char *out = cut_arena_alloc(arena, s.n + 1, 1);
    size_t n = 0;
    for (size_t at = 0; out && at < s.n;) {
        uint32_t c = cut_utf8_next(s, &at);
        if (c == '\r') {
            if (at == s.n || s.p[at] != '\n')
                out[n++] = '\n';
            continue;
        }
        c = cleaned(c);
        if (c)
            n += cut_utf8_put(out + n, c);
    }
    return (cut_str){out, n};
}

cut_str cut_blank_tabs(cut_arena *arena, cut_str s)
{
    char *out = cut_arena_copy(arena, s);
    for (size_t i = 0; out && i < s.n; i++)
        if (out[i] == '\t')
            out[i] = ' ';
    return (cut_str){out, out ? s.n : 0};
}

cutline_status cut_page_to_utf8(cut_arena *arena, cut_view bytes, const char *declared,
                                cut_findings *findings, cut_str *out, cutline_error *err)
{
    cut_str text = decode(arena, bytes, declared, findings);
    if (text.p) {
        cut_str whole = cut_undo_misreading(arena, text);
        if (whole.p && whole.p != text.p)
            cut_finding_add(findings, "text-repaired", NULL,
                            "UTF-8 that was read as Windows-1252 and saved again");
        text = whole;
    }
    *out = text.p ? cut_clean_text(arena, text) : text;
    return out->p ? CUTLINE_OK : cut_no_memory(err);
}

static bool is_charset_byte(char c)
{
    return cut_is_alnum(c) || c == '-' || c == '_' || c == '.' || c == ':';
}

const char *cut_html_charset(cut_arena *arena, cut_view bytes)
{
    static const cut_str keys[] = {{"charset", 7}, {"encoding", 8}};
    cut_str head = cut_str_slice(cut_str_of_view(bytes), 0, DECLARATION_SAMPLE);
    for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
        size_t at = cut_str_find_nocase(head, keys[k], 0);
        if (at == SIZE_MAX)
            continue;
        at += keys[k].n;
        while (at < head.n && (cut_is_space(head.p[at]) || strchr("=\"'", head.p[at])))
            at++;
        size_t end = at;
        while (end < head.n && is_charset_byte(head.p[end]))
            end++;
        if (end > at)
            return cut_arena_copy(arena, cut_str_slice(head, at, end));
    }
    return NULL;
}
