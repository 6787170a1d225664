/*
 * Character sets of IIM text. 1:90 says which one; where it is missing or unusable, the order is:
 * ASCII, UTF-8 if all values are, the charset that makes values equal to their twins in other
 * blocks, Windows-1252. A guess is a finding.
 */
#include "meta/iim.h"

#include "base/error.h"
#include "base/limits.h"

#define ESC '\x1b'
/* The start of a value tells charsets apart as well as all of it. */
#define TWIN_BYTES 256

/* Data sets that hold numbers or pictures, not text. */
static bool is_binary(const cut_iim_dataset *set)
{
    switch (set->record) {
    case 1:
        return set->number == 0 || set->number == 20 || set->number == 22 || set->number == 90;
    case 2: /* version; object preview: format, version, data */
        return set->number == 0 || (set->number >= 200 && set->number <= 202);
    case 3: /* digital newsphoto parameters, all binary but the picture's names */
    case 7: /* sizes of the object data */
    case 8: /* the object data */
    case 9:
        return true;
    default:
        return false;
    }
}

static cut_str without_nuls(cut_view raw)
{
    while (raw.n > 0 && raw.p[raw.n - 1] == 0)
        raw.n--;
    return cut_str_of_view(raw);
}

/* Text that 1:90 has a say in: records 2 to 6, not the envelope it stands in (IIM 4.2, 1:90). */
static bool has_charset(const cut_iim_dataset *set)
{
    return set->record >= 2 && set->record <= 6 && !is_binary(set);
}

/* Limits at which writers cut values (IIM 4.2, lengths of the text data sets). */
static bool is_at_limit(size_t n)
{
    return n == 32 || n == 64 || n == 128 || n == 256 || n == 2000;
}

/* What follows the valid part of s is the start of one UTF-8 sequence. */
static bool ends_inside_sequence(cut_str s, size_t valid)
{
    size_t left = s.n - valid;
    uint8_t lead = (uint8_t)s.p[valid];
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || left >= length)
        return false;
    for (size_t i = valid + 1; i < s.n; i++)
        if (((uint8_t)s.p[i] & 0xC0) != 0x80)
            return false;
    return true;
}

/* What follows the first `valid` bytes of s, which are UTF-8, was cut inside a character. A single
 * odd byte at the end of an ASCII text is more likely a letter of an 8-bit charset ("Caf\xE9"),
 * unless UTF-8 is declared and the value is as long as values may be. */
static bool is_cut_inside(cut_str s, size_t valid, bool declared)
{
    bool likely = !cut_is_ascii(cut_str_slice(s, 0, valid)) || (declared && is_at_limit(s.n));
    return likely && ends_inside_sequence(s, valid);
}

typedef struct survey {
    size_t with_high_bytes; /* values that are not ASCII */
    size_t utf8;            /* of these, values that are UTF-8 */
    bool escapes;           /* an ASCII value has escape sequences */
} survey;

static survey survey_texts(const cut_iim *iim)
{
    survey s = {0};
    for (size_t i = 0; i < iim->sets.n; i++) {
        cut_str text = without_nuls(iim->sets.v[i].raw);
        if (!has_charset(&iim->sets.v[i]))
            continue;
        if (cut_is_ascii(text)) {
            s.escapes |= cut_str_find_char(text, ESC, 0) != SIZE_MAX;
            continue;
        }
        size_t valid = cut_utf8_valid_prefix(text);
        s.with_high_bytes++;
        s.utf8 += valid == text.n || is_cut_inside(text, valid, false);
    }
    return s;
}

/* Next byte of s that is not white space or a control character, or -1. Programs change line ends
 * and pad when they copy a text from one block to another. */
static int next_solid(cut_str s, size_t *at)
{
    while (*at < s.n && (uint8_t)s.p[*at] <= ' ')
        ++*at;
    return *at < s.n ? (uint8_t)s.p[(*at)++] : -1;
}

/* The texts are equal up to white space, or `value` was cut short of `twin`. */
static bool matches_twin(cut_str value, cut_str twin)
{
    size_t a = 0, b = 0;
    for (;;) {
        int x = next_solid(value, &a), y = next_solid(twin, &b);
        if (x < 0)
            return value.n > 0;
        if (x != y)
            return false;
    }
}

/* One value and one twin are worth a comparison: same property, not ASCII, and not longer than the
 * twin (text never shrinks when it becomes UTF-8). */
static bool is_comparable(const cut_iim_dataset *set, const cut_iim_twin *twin)
{
    cut_str raw = without_nuls(set->raw);
    return set->record == twin->record && set->number == twin->number && raw.n <= twin->text.n &&
           !cut_is_ascii(raw);
}

/* Number of values that equal one of their twins if read in a charset. */
static size_t count_matches(cut_arena *arena, const cut_iim *iim, const cut_iim_twin *twins,
                            size_t twin_count, cut_charset charset)
{
    size_t matches = 0, compared = 0;
    for (size_t t = 0; t < twin_count; t++) {
        for (size_t i = 0; i < iim->sets.n; i++) {
            if (!is_comparable(&iim->sets.v[i], &twins[t]))
                continue;
            if (compared++ >= CUT_MAX_TWIN_COMPARISONS)
                return matches;
            cut_str start = cut_str_slice(without_nuls(iim->sets.v[i].raw), 0, TWIN_BYTES);
            matches += matches_twin(cut_to_utf8(arena, start, charset), twins[t].text);
        }
    }
    return matches;
}

/* ISO 2022 designates a set of 96 characters by ESC, one of "-./" and a final byte, registered by
 * ISO-IR. Of ISO 8859-1 the C1 controls are never meant: Windows-1252 is what was typed. */
static const struct {
    char final;
    cut_charset charset;
} designations[] = {
    {'A', CUT_CHARSET_CP1252}, {'B', CUT_CHARSET_LATIN2}, {'F', CUT_CHARSET_GREEK},
    {'G', CUT_CHARSET_ARABIC}, {'H', CUT_CHARSET_HEBREW}, {'L', CUT_CHARSET_CYRILLIC},
    {'M', CUT_CHARSET_LATIN5}, {'b', CUT_CHARSET_LATIN9},
};

static bool designated(char final, cut_charset *out)
{
    for (size_t i = 0; i < sizeof designations / sizeof designations[0]; i++)
        if (designations[i].final == final) {
            *out = designations[i].charset;
            return true;
        }
    return false;
}

/* What 1:90 says in ISO 2022 escape sequences; false if nothing that is known. */
static bool declared_charset(const cut_iim *iim, cut_charset *out)
{
    const cut_iim_dataset *set = cut_iim_find(iim, 1, 90, 0);
    cut_str value = set ? cut_str_of_view(set->raw) : (cut_str){NULL, 0};
    for (size_t i = 0; i + 2 < value.n; i++) {
        char kind = value.p[i + 1], final = value.p[i + 2];
        if (value.p[i] != ESC)
            continue;
        if (kind == '%' && (final == 'G' || final == '/')) { /* "%/G" to "%/I" are its levels */
            *out = CUT_CHARSET_UTF8;
            return true;
        }
        if ((kind == '-' || kind == '.' || kind == '/') && designated(final, out))
            return true;
    }
    return false;
}

static const char *charset_name(cut_charset charset)
{
    static const char *const names[CUT_CHARSET_COUNT] = {
        "UTF-8",      "ISO 8859-1", "Windows-1252", "Mac OS Roman", "ISO 8859-2", "ISO 8859-5",
        "ISO 8859-6", "ISO 8859-7", "ISO 8859-8",   "ISO 8859-9",   "ISO 8859-15"};
    return names[charset];
}

bool cut_iim_wants_twins(const cut_iim *iim)
{
    cut_charset declared;
    if (declared_charset(iim, &declared))
        return false;
    survey texts = survey_texts(iim);
    return texts.utf8 < texts.with_high_bytes;
}

/* The charset without help from 1:90, with the finding that says why. */
static cut_charset guess_charset(cut_arena *arena, const cut_iim *iim, const cut_iim_twin *twins,
                                 size_t twin_count, cut_findings *findings)
{
    survey texts = survey_texts(iim);
    cut_charset charset = CUT_CHARSET_CP1252;
    const char *reason = "nothing says otherwise";
    if (texts.escapes)
        cut_finding_add(findings, "iim-charset-guessed", NULL,
                        "IIM: texts change their character set half-way (ISO 2022), which is not "
                        "read");
    if (texts.with_high_bytes == 0)
        return CUT_CHARSET_UTF8;
    if (texts.utf8 == texts.with_high_bytes) {
        charset = CUT_CHARSET_UTF8;
        reason = "all values are valid in it";
    } else {
        size_t windows = count_matches(arena, iim, twins, twin_count, CUT_CHARSET_CP1252);
        size_t mac = count_matches(arena, iim, twins, twin_count, CUT_CHARSET_MACROMAN);
        if (mac > windows)
            charset = CUT_CHARSET_MACROMAN;
        if (mac != windows)
            reason = "XMP or EXIF says the same in it";
    }
    cut_finding_add(findings, "iim-charset-guessed", NULL, "IIM: %s; text is read as %s because %s",
                    cut_iim_find(iim, 1, 90, 0) ? "1:90 names an unknown character set"
                                                : "1:90 (character set) is missing",
                    charset_name(charset), reason);
    return charset;
}

static cut_str decode_text(cut_arena *arena, const cut_iim_dataset *set, cut_charset charset,
                           cut_findings *findings)
{
    cut_str raw = without_nuls(set->raw);
    if (has_charset(set) && charset != CUT_CHARSET_UTF8)
        return cut_to_utf8(arena, raw, charset);
    size_t valid = cut_utf8_valid_prefix(raw);
    if (valid == raw.n)
        return raw.n > 0 ? raw : CUT_STR("");
    if (!has_charset(set))
        return cut_to_utf8(arena, raw, CUT_CHARSET_CP1252);
    if (is_cut_inside(raw, valid, true))
        return cut_str_slice(raw, 0, valid);
    cut_finding_add(findings, "iim-charset-guessed", NULL,
                    "byte %llu: IIM: %u:%u is not UTF-8, though 1:90 says so; read as %s",
                    (unsigned long long)set->offset, set->record, set->number,
                    charset_name(CUT_CHARSET_CP1252));
    return cut_to_utf8(arena, raw, CUT_CHARSET_CP1252);
}

cutline_status cut_iim_decode(cut_arena *arena, cut_iim *iim, const cut_iim_twin *twins,
                              size_t twin_count, cut_findings *findings, cutline_error *err)
{
    if (!declared_charset(iim, &iim->charset))
        iim->charset = guess_charset(arena, iim, twins, twin_count, findings);
    for (size_t i = 0; i < iim->sets.n; i++) {
        cut_iim_dataset *set = &iim->sets.v[i];
        if (is_binary(set))
            continue;
        set->text = decode_text(arena, set, iim->charset, findings);
        if (!set->text.p)
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}
