/* What a row shows of a photo: whether it was killed, its texts in a language, its group. */
#include "base/limits.h"
#include "caption/caption.h"
#include "sheet/sheet.h"

/* A code among codes joined by ", ". */
static bool has_code(const char *joined, cut_str code)
{
    cut_str rest = cut_str_from(joined);
    while (rest.p)
        if (cut_str_eq(cut_str_trim(cut_str_split(&rest, ',')), code))
            return true;
    return false;
}

bool cut_sheet_is_killed(const cutline_hit *hit)
{
    /* "kill" is what a caption says, "killed" what became of a photo by a kill notice. */
    return hit->restrictions && (has_code(hit->restrictions, CUT_STR("kill")) ||
                                 has_code(hit->restrictions, CUT_STR("killed")));
}

/* ---- language -------------------------------------------------------------------------------- */

/* RFC 4647, basic filtering: "ar" takes "ar" and "ar-SA", whatever the case. */
static bool is_language(const char *tag, const char *wanted)
{
    cut_str t = cut_str_from(tag), w = cut_str_from(wanted);
    return tag && cut_str_starts_nocase(t, w) && (t.n == w.n || t.p[w.n] == '-');
}

const cutline_value *cut_sheet_in_language(const cutline_field *field, const char *lang)
{
    for (size_t i = 0; lang && i < field->count; i++)
        if (is_language(field->values[i].lang, lang))
            return &field->values[i];
    return &field->values[0];
}

/* Takes a text apart. False, with sheet->failed set, without memory. */
static bool parse(cut_sheet *sheet, const char *text, cutline_caption *out)
{
    cutline_error err;
    bool ok = cut_caption_parse(&sheet->arena, cut_str_from(text), out, &err) == CUTLINE_OK;
    sheet->failed |= !ok;
    return ok;
}

const char *cut_sheet_language_of(cut_sheet *sheet, const char *text)
{
    cutline_caption parsed;
    return text && parse(sheet, text, &parsed) ? parsed.language : "und";
}

/* A text of a field in a language; NULL if it is not known in it. */
static const char *field_in(const cutline_photo *photo, const char *name, const char *lang)
{
    const cutline_field *field = cut_sheet_field(photo, name);
    const cutline_value *value = field ? cut_sheet_in_language(field, lang) : NULL;
    return value && is_language(value->lang, lang) ? value->text : NULL;
}

/* The text without credit and boilerplate. */
static const char *body_of(cut_sheet *sheet, const char *text)
{
    cutline_caption parsed;
    return parse(sheet, text, &parsed) ? parsed.caption : text;
}

/* The first caption in a language, by what its text looks like. */
static const char *caption_in(cut_sheet *sheet, const cutline_photo *photo, const char *lang)
{
    cutline_caption parsed;
    for (size_t i = 0; i < photo->caption_count; i++) {
        const char *text = photo->captions[i].text;
        if (text && parse(sheet, text, &parsed) && is_language(lang, parsed.language))
            return parsed.caption;
    }
    return NULL;
}

void cut_sheet_translate(cut_sheet *sheet, const cutline_photo *photo, const char *lang,
                         cutline_hit *hit)
{
    const char *caption = field_in(photo, "caption", lang);
    caption = caption ? body_of(sheet, caption) : caption_in(sheet, photo, lang);
    if (caption)
        hit->caption = caption;
}

/* ---- groups ---------------------------------------------------------------------------------- */

static const char *place_of(const cutline_hit *hit, cut_arena *arena)
{
    if (!hit->city || !hit->country)
        return hit->city ? hit->city : hit->country;
    return cut_arena_printf(arena, "%s, %s", hit->city, hit->country);
}

static const char *day_of(const cutline_hit *hit, cut_arena *arena)
{
    return hit->date ? cut_arena_copy(arena, cut_str_slice(cut_str_from(hit->date), 0, 10)) : NULL;
}

const char *cut_sheet_group_of(const cutline_hit *hit, cutline_sheet_group group, cut_arena *arena)
{
    const char *name = NULL;
    if (group == CUTLINE_GROUP_PLACE)
        name = place_of(hit, arena);
    else if (group == CUTLINE_GROUP_DATE)
        name = day_of(hit, arena);
    else if (group == CUTLINE_GROUP_BY)
        name = hit->byline ? hit->byline : hit->credit_line;
    return name ? name : "";
}

const char *cut_sheet_group_label(const cutline_sheet_row *row)
{
    return row->group && row->group[0] ? row->group : "\xE2\x80\x93";
}
