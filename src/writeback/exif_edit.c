#include "writeback/exif_edit.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "record/dates.h"

#include <stdio.h>

#define TAG_RATING 0x4746
#define TAG_SOFTWARE 0x0131
#define TAG_UNIQUE_ID 0xA420
#define TAG_USER_COMMENT 0x9286
#define UNIQUE_ID_DIGITS 32

typedef struct builder {
    cut_arena *arena;
    const cut_exif *exif;
    cut_tiff_sets *out;
    bool no_memory;
} builder;

/* ---- one tag ----------------------------------------------------------------------------------
 */

static void add(builder *b, cut_exif_ifd ifd, unsigned tag, unsigned type, uint64_t count,
                cut_view bytes)
{
    ifd = cut_exif_place(b->exif, ifd, (uint16_t)tag);
    cut_tiff_set set = {.dir = ifd == CUT_EXIF_IFD0 ? CUT_TIFF_IFD0 : CUT_TIFF_EXIF,
                        .tag = (uint16_t)tag,
                        .type = (uint16_t)type,
                        .count = count,
                        .bytes = bytes,
                        .remove = bytes.n == 0};
    b->no_memory |= !CUT_PUSH(b->arena, b->out, set);
}

static void add_removal(builder *b, cut_exif_ifd ifd, unsigned tag)
{
    add(b, ifd, tag, CUT_EXIF_ASCII, 0, (cut_view){NULL, 0});
}

/* ASCII with its NUL; UTF-8 by MWG 2.0, 5.2. */
static void add_text(builder *b, cut_exif_ifd ifd, unsigned tag, cut_str text)
{
    char *copy = cut_arena_copy(b->arena, text);
    b->no_memory |= !copy;
    if (copy)
        add(b, ifd, tag, CUT_EXIF_ASCII, text.n + 1, (cut_view){(const uint8_t *)copy, text.n + 1});
}

static void put(uint8_t *p, uint32_t value, size_t n, bool big_endian)
{
    for (size_t i = 0; i < n; i++)
        p[big_endian ? n - 1 - i : i] = (uint8_t)(value >> (8 * i));
}

static void add_numbers(builder *b, cut_exif_ifd ifd, unsigned tag, unsigned type,
                        const uint32_t *values, size_t n)
{
    size_t unit = type == CUT_EXIF_SHORT ? 2 : 4;
    uint8_t *p = cut_arena_alloc(b->arena, n, unit);
    b->no_memory |= !p;
    if (!p)
        return;
    for (size_t i = 0; i < n; i++)
        put(p + i * unit, values[i], unit, b->exif->big_endian);
    add(b, ifd, tag, type, type == CUT_EXIF_RATIONAL ? n / 2 : n, (cut_view){p, n * unit});
}

/* ---- values -----------------------------------------------------------------------------------
 */

/* MWG 2.0, 5.3: "; " between names; a name that begins with a quote or holds "; " is quoted, its
 * quotes doubled. */
static void put_name(cut_buf *out, cut_str name)
{
    bool quoted =
        cut_str_starts(name, CUT_STR("\"")) || cut_str_find(name, CUT_STR("; "), 0) != SIZE_MAX;
    if (!quoted) {
        cut_buf_str_add(out, name);
        return;
    }
    cut_buf_char(out, '"');
    for (size_t i = 0; i < name.n; i++) {
        cut_buf_char(out, name.p[i]);
        if (name.p[i] == '"')
            cut_buf_char(out, '"');
    }
    cut_buf_char(out, '"');
}

static void add_names(builder *b, const cut_change *c)
{
    cut_buf names;
    cut_buf_init(&names, CUT_MAX_EXIF_VALUE);
    for (size_t i = 0; i < c->count; i++) {
        if (names.n > 0)
            cut_buf_z(&names, "; ");
        put_name(&names, cut_str_from(c->values[i].text));
    }
    b->no_memory |= !cut_buf_ok(&names);
    add_text(b, (cut_exif_ifd)c->row->exif_ifd, c->row->info.exif_tag, cut_buf_str(&names));
    cut_buf_release(&names);
}

static void remove_date(builder *b, const cut_field_row *row)
{
    add_removal(b, (cut_exif_ifd)row->exif_ifd, row->info.exif_tag);
    add_removal(b, CUT_EXIF_IFD_EXIF, row->exif_subsec);
    add_removal(b, CUT_EXIF_IFD_EXIF, row->exif_offset);
}

/* Exif 2.32, 4.6.5: what is not known of a date and time is blank. */
static const char *date_text(cut_arena *arena, const cut_date *d)
{
    char month[4] = "  ", day[4] = "  ";
    if (d->month)
        snprintf(month, sizeof month, "%02d", d->month % 100);
    if (d->day)
        snprintf(day, sizeof day, "%02d", d->day % 100);
    if (d->hour < 0)
        return cut_arena_printf(arena, "%04d:%s:%s   :  :  ", d->year, month, day);
    return cut_arena_printf(arena, "%04d:%s:%s %02d:%02d:%02d", d->year, month, day, d->hour,
                            d->minute < 0 ? 0 : d->minute, d->second < 0 ? 0 : d->second);
}

/* Date, sub-seconds and offset are three tags. */
static void add_date(builder *b, const cut_change *c)
{
    const cut_field_row *row = c->row;
    cut_date d;
    if (!cut_date_parse(cut_str_from(c->values[0].text), &d)) {
        remove_date(b, row);
        return;
    }
    const char *text = date_text(b->arena, &d);
    b->no_memory |= !text;
    add_text(b, (cut_exif_ifd)row->exif_ifd, row->info.exif_tag, cut_str_from(text));
    if (d.fraction[0])
        add_text(b, CUT_EXIF_IFD_EXIF, row->exif_subsec, cut_str_from(d.fraction));
    else
        add_removal(b, CUT_EXIF_IFD_EXIF, row->exif_subsec);
    if (d.has_zone && d.hour >= 0) {
        int zone = d.zone < 0 ? -d.zone : d.zone;
        const char *offset =
            cut_arena_printf(b->arena, "%c%02d:%02d", d.zone < 0 ? '-' : '+', zone / 60, zone % 60);
        b->no_memory |= !offset;
        add_text(b, CUT_EXIF_IFD_EXIF, row->exif_offset, cut_str_from(offset));
    } else {
        add_removal(b, CUT_EXIF_IFD_EXIF, row->exif_offset);
    }
}

/* "1/250", "2.8" or "35" as a fraction; false if it is none that fits. */
static bool fraction_of(cut_str text, uint32_t out[2])
{
    uint64_t number, part = 1;
    size_t slash = cut_str_find_char(text, '/', 0), point = cut_str_find_char(text, '.', 0);
    char digits[24] = "";
    if (slash != SIZE_MAX) {
        if (!cut_str_to_u64(cut_str_slice(text, slash + 1, text.n), &part))
            return false;
        text = cut_str_slice(text, 0, slash);
    } else if (point != SIZE_MAX && text.n < sizeof digits) {
        memcpy(digits, text.p, point);
        memcpy(digits + point, text.p + point + 1, text.n - point - 1);
        for (size_t i = point + 1; i < text.n && part < 1000000000; i++)
            part *= 10;
        text = cut_str_from(digits);
    }
    if (!cut_str_to_u64(text, &number) || number > UINT32_MAX || part > UINT32_MAX || part == 0)
        return false;
    out[0] = (uint32_t)number;
    out[1] = (uint32_t)part;
    return true;
}

static void add_fraction(builder *b, const cut_change *c)
{
    uint32_t value[2];
    cut_exif_ifd ifd = (cut_exif_ifd)c->row->exif_ifd;
    if (fraction_of(cut_str_from(c->values[0].text), value))
        add_numbers(b, ifd, c->row->info.exif_tag, CUT_EXIF_RATIONAL, value, 2);
    else
        add_removal(b, ifd, c->row->info.exif_tag);
}

static void add_number(builder *b, const cut_change *c)
{
    uint64_t number;
    uint32_t value;
    cut_exif_ifd ifd = (cut_exif_ifd)c->row->exif_ifd;
    if (cut_str_to_u64(cut_str_from(c->values[0].text), &number) && number <= UINT16_MAX) {
        value = (uint32_t)number;
        add_numbers(b, ifd, c->row->info.exif_tag, CUT_EXIF_SHORT, &value, 1);
    } else {
        add_removal(b, ifd, c->row->info.exif_tag); /* -1, rejected, has no place here */
    }
}

static void put_unit(cut_buf *out, uint32_t unit, bool big_endian)
{
    uint8_t p[2];
    put(p, unit, 2, big_endian);
    cut_buf_add(out, p, 2);
}

static void put_utf16(cut_buf *out, cut_str text, bool big_endian)
{
    for (size_t at = 0; at < text.n;) {
        uint32_t c = cut_utf8_next(text, &at);
        if (c < 0x10000) {
            put_unit(out, c, big_endian);
            continue;
        }
        put_unit(out, 0xD800 + ((c - 0x10000) >> 10), big_endian);
        put_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF), big_endian);
    }
}

/* Exif 2.32, 4.6.5, UserComment: eight bytes that name the charset, then the text without NUL. */
static void add_comment(builder *b, const cut_change *c)
{
    cut_str text = cut_str_from(c->values[0].text);
    cut_buf bytes;
    cut_buf_init(&bytes, CUT_MAX_EXIF_VALUE);
    if (cut_is_ascii(text)) {
        cut_buf_add(&bytes, "ASCII\0\0\0", 8);
        cut_buf_str_add(&bytes, text);
    } else {
        cut_buf_add(&bytes, "UNICODE\0", 8);
        put_utf16(&bytes, text, b->exif->big_endian);
    }
    char *copy = cut_arena_copy(b->arena, cut_buf_str(&bytes));
    b->no_memory |= !copy || !cut_buf_ok(&bytes);
    if (copy)
        add(b, CUT_EXIF_IFD_EXIF, TAG_USER_COMMENT, CUT_EXIF_UNDEFINED, bytes.n,
            (cut_view){(const uint8_t *)copy, bytes.n});
    cut_buf_release(&bytes);
}

/* ---- fields -----------------------------------------------------------------------------------
 */

static bool has_tag(const cut_exif *exif, const cut_field_row *row)
{
    uint16_t tag = (uint16_t)row->info.exif_tag;
    return cut_exif_find(exif, cut_exif_place(exif, (cut_exif_ifd)row->exif_ifd, tag), tag) != NULL;
}

static bool is_unique_id(const cut_change *c)
{
    cut_str text = cut_str_from(c->values[0].text);
    bool good = text.n == UNIQUE_ID_DIGITS;
    for (size_t i = 0; i < text.n && good; i++)
        good = cut_is_digit(text.p[i]) ||
               (cut_to_lower(text.p[i]) >= 'a' && cut_to_lower(text.p[i]) <= 'f');
    return good;
}

bool cut_exif_takes(const cut_change *change, const cut_exif *exif)
{
    const cut_field_row *row = change->row;
    bool removed;
    if (row->info.exif_tag == 0 || row->exif_ifd == CUT_EXIF_IFD_GPS)
        return false;
    if (row->info.kind == CUTLINE_KIND_LANG_ALT && !cut_change_text(change, &removed) && !removed)
        return false;
    switch (row->info.exif_tag) {
    case TAG_SOFTWARE: /* the camera's or the last program's, not the originating one */
        return false;
    case TAG_RATING: /* MWG 2.0, 5.4: XMP only; what Windows has written is kept in step */
        return has_tag(exif, row);
    case TAG_UNIQUE_ID: /* Exif 2.32, 4.6.5: 128 bits in hexadecimal, not any name */
        return change->count == 0 ? has_tag(exif, row) : is_unique_id(change);
    default:
        return change->count > 0 || has_tag(exif, row);
    }
}

static void add_change(builder *b, const cut_change *c)
{
    bool removed = c->count == 0;
    const char *text = removed ? NULL : c->values[0].text;
    if (c->row->info.kind == CUTLINE_KIND_LANG_ALT)
        text = cut_change_text(c, &removed);
    if (!text && c->row->codec == CUT_CODEC_DATE_TIME)
        remove_date(b, c->row);
    else if (!text)
        add_removal(b, (cut_exif_ifd)c->row->exif_ifd, c->row->info.exif_tag);
    else if (c->row->info.exif_tag == TAG_USER_COMMENT)
        add_comment(b, c);
    else if (c->row->codec == CUT_CODEC_ARTIST)
        add_names(b, c);
    else if (c->row->codec == CUT_CODEC_DATE_TIME)
        add_date(b, c);
    else if (c->row->codec == CUT_CODEC_NUMBER)
        add_number(b, c);
    else if (c->row->codec == CUT_CODEC_RATIONAL || c->row->codec == CUT_CODEC_EXPOSURE)
        add_fraction(b, c);
    else
        add_text(b, (cut_exif_ifd)c->row->exif_ifd, c->row->info.exif_tag, cut_str_from(text));
}

bool cut_exif_sets(cut_arena *arena, const cut_changes *changes, const cut_exif *exif,
                   cut_tiff_sets *out)
{
    builder b = {.arena = arena, .exif = exif, .out = out};
    for (size_t i = 0; i < changes->n; i++) {
        if (cut_exif_takes(&changes->v[i], exif))
            add_change(&b, &changes->v[i]);
    }
    return !b.no_memory;
}
