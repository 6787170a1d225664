#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "catalog/handle.h"

#include <cutline/nearest.h>

static const char *name_at(size_t index, const void *context)
{
    (void)context;
    const cutline_field_info *info = cutline_field_info_at(index);
    return info ? info->name : NULL;
}

static cutline_status unknown_field(const char *field, cutline_error *err)
{
    const char *near = cutline_nearest(field, name_at, NULL);
    if (near)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "there is no field \"%s\"; did you mean \"%s\"?",
                        field, near);
    return cut_fail(err, CUTLINE_BAD_ARGUMENT, "there is no field \"%s\"", field);
}

/* ---- dates --------------------------------------------------------------------------------------
 */

/* Takes `digits` digits off the front, with a value in [low, high]. */
static bool take_number(cut_str *s, size_t digits, unsigned low, unsigned high)
{
    uint64_t value;
    if (s->n < digits || !cut_str_to_u64(cut_str_slice(*s, 0, digits), &value))
        return false;
    *s = cut_str_slice(*s, digits, s->n);
    return value >= low && value <= high;
}

static bool take_char(cut_str *s, char c)
{
    if (s->n == 0 || s->p[0] != c)
        return false;
    *s = cut_str_slice(*s, 1, s->n);
    return true;
}

static bool take_fraction(cut_str *s)
{
    if (!take_char(s, '.'))
        return true;
    size_t n = 0;
    while (n < s->n && cut_is_digit(s->p[n]))
        n++;
    *s = cut_str_slice(*s, n, s->n);
    return n > 0;
}

/* hh:mm, with seconds, a fraction and an offset where there are. */
static bool take_time(cut_str *s)
{
    if (!take_number(s, 2, 0, 23) || !take_char(s, ':') || !take_number(s, 2, 0, 59))
        return false;
    if (take_char(s, ':') && (!take_number(s, 2, 0, 60) || !take_fraction(s)))
        return false;
    if (s->n == 0 || take_char(s, 'Z'))
        return true;
    return (take_char(s, '+') || take_char(s, '-')) && take_number(s, 2, 0, 14) &&
           take_char(s, ':') && take_number(s, 2, 0, 59);
}

/* YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm[:ss[.f]][Z|+hh:mm] (XMP part 1, 8.2.1.1 Date). */
static bool is_date(cut_str s)
{
    if (!take_number(&s, 4, 0, 9999))
        return false;
    if (s.n == 0)
        return true;
    if (!take_char(&s, '-') || !take_number(&s, 2, 1, 12))
        return false;
    if (s.n == 0)
        return true;
    if (!take_char(&s, '-') || !take_number(&s, 2, 1, 31))
        return false;
    return s.n == 0 || (take_char(&s, 'T') && take_time(&s) && s.n == 0);
}

/* ---- values -------------------------------------------------------------------------------------
 */

/* Line ends and tabs are part of captions; other control characters cannot be written in XMP. */
static bool has_control(cut_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < 0x20 && !strchr("\t\n\r", s.p[i]))
            return true;
    return false;
}

static cutline_status check_text(cut_str value, cutline_error *err)
{
    size_t good = cut_utf8_valid_prefix(value);
    if (value.n > CUT_MAX_CAPTION_BYTES)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "the value is longer than %u bytes",
                        CUT_MAX_CAPTION_BYTES);
    if (good < value.n)
        return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)good,
                           "the value is not valid UTF-8");
    if (has_control(value))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "the value holds control characters");
    return CUTLINE_OK;
}

static cutline_status check_value(const cutline_field_info *info, const char *value,
                                  cutline_error *err)
{
    if (info->kind == CUTLINE_KIND_STRUCT || info->kind == CUTLINE_KIND_STRUCTS)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s is a structure and cannot be set as text",
                        info->name);
    cut_str text = cut_str_from(value);
    if (info->kind == CUTLINE_KIND_DATE && text.n > 0 && !is_date(text))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "%s takes a date like 2016-05-02 or 2016-05-02T14:30:00+02:00", info->name);
    return check_text(text, err);
}

cutline_status cutline_catalog_set(cutline_catalog *catalog, int64_t photo, const char *field,
                                   const char *value, const char *editor, cutline_error *err)
{
    const cutline_field_info *info = cutline_field_info_find(field);
    if (!info)
        return unknown_field(field, err);
    cutline_status status = value ? check_value(info, value, err) : CUTLINE_OK;
    if (status == CUTLINE_OK)
        status = cut_store_set(catalog->store, photo, info->name, value, editor ? editor : "", err);
    return status;
}

/* ---- media IDs ----------------------------------------------------------------------------------
 */

cutline_status cutline_catalog_add_media_id(cutline_catalog *catalog, int64_t photo, const char *id,
                                            const char *editor, cutline_error *err)
{
    cut_arena arena;
    cut_id_list readings;
    cut_arena_init(&arena, CUT_MAX_RECORD_ARENA);
    cutline_status status = cut_ident_parse(&arena, cut_str_from(id), &readings, err);
    if (status == CUTLINE_OK && !strchr(id, ':'))
        status = cut_fail(err, CUTLINE_BAD_ARGUMENT,
                          "say whose ID it is, for example \"reuters:%s\", or \"bare:%s\"", id, id);
    if (status == CUTLINE_OK) {
        cutline_media_id typed = readings.ids.v[0];
        typed.evidence = cut_id_place_name(CUT_ID_BY_HAND);
        typed.trust = CUTLINE_TRUST_HAND;
        status = cut_store_add_media_id(catalog->store, photo, &typed, editor ? editor : "", err);
    }
    cut_arena_release(&arena);
    return status;
}
