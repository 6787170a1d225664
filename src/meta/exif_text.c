/* Texts in EXIF: plain ones, the two notices of Copyright, UserComment with its charset prefix, and
 * the UTF-16 of Windows. */
#include "meta/exif.h"

#define TAG_COPYRIGHT 0x8298
#define TAG_USER_COMMENT 0x9286
#define TAG_GPS_METHOD 0x001B
#define TAG_GPS_AREA 0x001C
#define TAG_XP_FIRST 0x9C9B
#define TAG_XP_LAST 0x9C9F

#define PREFIX_BYTES 8 /* character code of UserComment (Exif 2.32, 4.6.5, table 9) */

static cut_str until_nul(cut_str s)
{
    return cut_str_slice(s, 0, cut_str_find_char(s, '\0', 0));
}

static cut_str without_trailing_spaces(cut_str s)
{
    while (s.n > 0 && s.p[s.n - 1] == ' ')
        s.n--;
    return s;
}

/* Exif says ASCII; what is written is UTF-8 (as the MWG asks for) or the charset of a Windows. */
static cut_str decode_plain(cut_arena *arena, cut_str s)
{
    s = until_nul(s);
    if (without_trailing_spaces(s).n == 0)
        return (cut_str){NULL, 0};
    return cut_utf8_valid(s) ? s : cut_to_utf8(arena, s, CUT_CHARSET_CP1252);
}

/* Photographer NUL editor NUL (Exif 2.32, 4.6.4, Copyright); a space stands for a missing
 * photographer. Both notices become lines. */
static cut_str decode_copyright(cut_arena *arena, cut_str s)
{
    cut_str photographer = until_nul(s);
    cut_str editor = until_nul(cut_str_slice(s, photographer.n + 1, s.n));
    photographer = without_trailing_spaces(photographer);
    editor = without_trailing_spaces(editor);
    if (editor.n == 0 || photographer.n == 0)
        return decode_plain(arena, editor.n == 0 ? photographer : editor);
    char *both = cut_arena_printf(arena, "%.*s\n%.*s", CUT_FMT(photographer), CUT_FMT(editor));
    return decode_plain(arena, cut_str_from(both));
}

/* How many UTF-16 units read in an order are ASCII. */
static size_t count_ascii_units(cut_view v, bool big_endian)
{
    size_t count = 0;
    for (size_t i = 0; i + 1 < v.n; i += 2)
        count += v.p[big_endian ? i : i + 1] == 0 && v.p[big_endian ? i + 1 : i] != 0;
    return count;
}

/* In the byte order of the TIFF, but Windows always wrote little-endian: a byte order mark or the
 * order that makes more ASCII decides. */
static cut_str decode_utf16(cut_arena *arena, cut_view v, bool big_endian)
{
    bool marked_big = v.n >= 2 && v.p[0] == 0xFE && v.p[1] == 0xFF;
    bool marked_little = v.n >= 2 && v.p[0] == 0xFF && v.p[1] == 0xFE;
    if (marked_big || marked_little) {
        v = (cut_view){v.p + 2, v.n - 2};
        big_endian = marked_big;
    } else if (count_ascii_units(v, !big_endian) > count_ascii_units(v, big_endian)) {
        big_endian = !big_endian;
    }
    cut_str s = without_trailing_spaces(cut_utf16_to_utf8(arena, v, big_endian));
    return s.n > 0 ? s : (cut_str){NULL, 0};
}

/* Eight zeros (undefined), or a name and zeros, for which many cameras write spaces. */
static bool has_prefix(cut_str s, cut_str name)
{
    cut_str rest = cut_str_slice(s, name.n, PREFIX_BYTES);
    for (size_t i = 0; i < rest.n; i++)
        if (rest.p[i] != '\0' && rest.p[i] != ' ')
            return false;
    return s.n >= PREFIX_BYTES && cut_str_starts(s, name);
}

static cut_str decode_comment(cut_arena *arena, const cut_exif *exif, cut_str s)
{
    cut_str text = cut_str_slice(s, PREFIX_BYTES, s.n);
    if (has_prefix(s, CUT_STR("UNICODE")))
        return decode_utf16(arena, cut_view_of_str(text), exif->big_endian);
    if (has_prefix(s, CUT_STR("JIS")) && !cut_is_ascii(until_nul(text)))
        return (cut_str){NULL, 0}; /* JIS X 0208 is not read */
    bool prefixed = has_prefix(s, CUT_STR("")) || has_prefix(s, CUT_STR("ASCII")) ||
                    has_prefix(s, CUT_STR("JIS")) || (s.n >= PREFIX_BYTES && s.p[0] == '\0');
    return decode_plain(arena, prefixed ? text : s);
}

static bool is_comment(cut_exif_ifd ifd, uint16_t tag)
{
    return (ifd != CUT_EXIF_IFD_GPS && tag == TAG_USER_COMMENT) ||
           (ifd == CUT_EXIF_IFD_GPS && (tag == TAG_GPS_METHOD || tag == TAG_GPS_AREA));
}

static bool is_text_type(uint16_t type)
{
    return type == CUT_EXIF_BYTE || type == CUT_EXIF_ASCII || type == CUT_EXIF_UNDEFINED ||
           type == CUT_EXIF_UTF8;
}

cut_str cut_exif_text(cut_arena *arena, const cut_exif *exif, cut_exif_ifd ifd, uint16_t tag)
{
    const cut_exif_entry *entry = cut_exif_find(exif, ifd, tag);
    if (!entry || !is_text_type(entry->type))
        return (cut_str){NULL, 0};
    cut_str s = cut_str_of_view(entry->data);
    if (ifd == CUT_EXIF_IFD0 && tag >= TAG_XP_FIRST && tag <= TAG_XP_LAST)
        return decode_utf16(arena, entry->data, false);
    if (is_comment(ifd, tag))
        return decode_comment(arena, exif, s);
    if (ifd != CUT_EXIF_IFD_GPS && tag == TAG_COPYRIGHT)
        return decode_copyright(arena, s);
    return decode_plain(arena, s);
}
