#include "sheet/photo_cells.h"

#include "base/buf.h"
#include "base/limits.h"
#include "caption/caption.h"

static const cutline_strings nothing = {NULL, 0};

/* One text as a list; none if it is NULL. */
static cutline_strings one(cut_sheet *sheet, const char *text)
{
    const char **items = text ? CUT_NEW(&sheet->arena, const char *) : NULL;
    if (!items) {
        sheet->failed |= text != NULL;
        return nothing;
    }
    items[0] = text;
    return (cutline_strings){items, 1};
}

/* A list to be filled. */
typedef struct list {
    CUT_VEC(const char *) texts;
    cut_sheet *sheet;
} list;

static void add(list *to, const char *text)
{
    if (!text || !CUT_PUSH(&to->sheet->arena, &to->texts, text))
        to->sheet->failed = true;
}

static cutline_strings finished(const list *of)
{
    return (cutline_strings){of->texts.v, of->texts.n};
}

static cutline_strings yes_if(cut_sheet *sheet, bool is)
{
    return one(sheet, is ? "yes" : NULL);
}

/* A text that was put together; that it is not there means that memory ran out. */
static const char *made(cut_sheet *sheet, const char *text)
{
    sheet->failed |= !text;
    return text;
}

static cutline_strings number(cut_sheet *sheet, uint32_t n)
{
    if (n == 0)
        return nothing;
    return one(sheet, made(sheet, cut_arena_printf(&sheet->arena, "%lu", (unsigned long)n)));
}

/* ---- credit and media IDs -------------------------------------------------------------------- */

CUT_PHOTO_CELL(agencies)
{
    (void)sheet;
    return row->photo->credit.agencies;
}

CUT_PHOTO_CELL(photographers)
{
    (void)sheet;
    return row->photo->credit.photographers;
}

CUT_PHOTO_CELL(issuer)
{
    return one(sheet, row->photo->credit.issuer);
}

CUT_PHOTO_CELL(roles)
{
    (void)sheet;
    return row->photo->credit.roles;
}

CUT_PHOTO_CELL(credit_found)
{
    return one(sheet, row->photo->credit_found);
}

CUT_PHOTO_CELL(credit_origin)
{
    bool known = row->photo->credit_origin != CUTLINE_ORIGIN_NONE;
    return one(sheet, known ? cutline_origin_name(row->photo->credit_origin) : NULL);
}

CUT_PHOTO_CELL(credit_where)
{
    return one(sheet, row->photo->credit_where);
}

CUT_PHOTO_CELL(credit_conflicts)
{
    (void)sheet;
    return row->photo->credit_conflicts;
}

CUT_PHOTO_CELL(media_ids)
{
    list ids = {.sheet = sheet};
    for (size_t i = 0; i < row->photo->media_ids.count; i++) {
        const cutline_media_id *id = &row->photo->media_ids.items[i];
        add(&ids, cut_arena_printf(&sheet->arena, "%s:%s", id->ns, id->id));
    }
    return finished(&ids);
}

CUT_PHOTO_CELL(evidence)
{
    list ids = {.sheet = sheet};
    for (size_t i = 0; i < row->photo->media_ids.count; i++) {
        const cutline_media_id *id = &row->photo->media_ids.items[i];
        add(&ids, cut_arena_printf(&sheet->arena, "%s:%s (%s)", id->ns, id->id, id->evidence));
    }
    return finished(&ids);
}

/* ---- captions -------------------------------------------------------------------------------- */

CUT_PHOTO_CELL(caption_found)
{
    return cut_cell_field(sheet, row, CUT_FIELD_caption);
}

CUT_PHOTO_CELL(captions)
{
    list texts = {.sheet = sheet};
    for (size_t i = 0; i < row->photo->caption_count; i++)
        add(&texts, row->photo->captions[i].text);
    return finished(&texts);
}

static bool has(const list *in, const char *text)
{
    for (size_t i = 0; i < in->texts.n; i++)
        if (strcmp(in->texts.v[i], text) == 0)
            return true;
    return false;
}

CUT_PHOTO_CELL(languages)
{
    list tags = {.sheet = sheet};
    const cutline_field *caption = cut_sheet_field(row->photo, "caption");
    for (size_t i = 0; caption && i < caption->count; i++) {
        const char *lang = caption->values[i].lang;
        if (lang && strcmp(lang, "x-default") != 0 && !has(&tags, lang))
            add(&tags, lang);
    }
    for (size_t i = 0; i < row->photo->caption_count; i++) {
        const char *lang = cut_sheet_language_of(sheet, row->photo->captions[i].text);
        if (strcmp(lang, "und") != 0 && !has(&tags, lang))
            add(&tags, lang);
    }
    return finished(&tags);
}

CUT_PHOTO_CELL(persons)
{
    list names = {.sheet = sheet};
    for (size_t i = 0; i < row->photo->person_count; i++) {
        const cutline_person *person = &row->photo->persons[i];
        add(&names, person->position
                        ? cut_arena_printf(&sheet->arena, "%s (%s)", person->name, person->position)
                        : person->name);
    }
    return finished(&names);
}

CUT_PHOTO_CELL(region)
{
    return one(sheet, row->photo->place.region);
}

CUT_PHOTO_CELL(file_photo)
{
    return yes_if(sheet, row->photo->file_photo);
}

/* ---- rights and making ----------------------------------------------------------------------- */

CUT_PHOTO_CELL(rights)
{
    static const size_t fields[] = {CUT_FIELD_copyright, CUT_FIELD_usage_terms,
                                    CUT_FIELD_other_constraints, CUT_FIELD_instructions};
    list texts = {.sheet = sheet};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        cutline_strings values = cut_cell_field(sheet, row, fields[i]);
        if (values.count > 0 && !has(&texts, values.items[0]))
            add(&texts, values.items[0]);
    }
    return finished(&texts);
}

/* "no_resale" as "No resale". */
static const char *in_words(cut_sheet *sheet, cut_str code)
{
    char *words = cut_arena_copy(&sheet->arena, code);
    if (!words)
        return made(sheet, NULL);
    words[0] = cut_to_upper(words[0]);
    for (char *p = words; *p; p++)
        if (*p == '_')
            *p = ' ';
    return words;
}

static void add_said(list *marks, const char *words, const char *what)
{
    cut_sheet *sheet = marks->sheet;
    if (what)
        add(marks, made(sheet, cut_arena_printf(&sheet->arena, "%s %s", words, what)));
}

/* "Territory out: Japan until 2031-05-02". */
static void add_right(list *marks, const cutline_right *right)
{
    cut_sheet *sheet = marks->sheet;
    const char *const parts[][2] = {
        {": ", right->value}, {" from ", right->from}, {" until ", right->until}};
    const char *words = in_words(sheet, cut_str_from(right->kind));
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && words; i++)
        if (parts[i][1])
            words = made(
                sheet, cut_arena_printf(&sheet->arena, "%s%s%s", words, parts[i][0], parts[i][1]));
    if (words)
        add(marks, words);
}

/* The rights of a kind, with what is known of them; false if there are none. */
static bool add_rights(list *marks, const cutline_photo *photo, cut_str code)
{
    bool some = false;
    for (size_t i = 0; i < photo->right_count; i++) {
        const cutline_right *right = &photo->rights[i];
        if (!cut_str_eq(cut_str_from(right->kind), code))
            continue;
        add_right(marks, right);
        some = true;
    }
    return some;
}

CUT_PHOTO_CELL(marks)
{
    list marks = {.sheet = sheet};
    cut_str rest = cut_str_from(row->hit->restrictions);
    const cutline_provenance *how = &row->photo->provenance;
    const char *reason = row->photo->kill_reason;
    add_said(&marks, "Not to be used before", how->embargo);
    add_said(&marks, "Not to be used after", how->expiry);
    while (rest.p) {
        cut_str code = cut_str_trim(cut_str_split(&rest, ','));
        bool is_said = (how->embargo && cut_str_eq(code, CUT_STR("embargo"))) ||
                       (how->expiry && cut_str_eq(code, CUT_STR("expiry")));
        if (cut_str_eq(code, CUT_STR("killed")) && reason && reason[0])
            add_said(&marks, "Killed:", reason);
        else if (code.n > 0 && !is_said && !add_rights(&marks, row->photo, code))
            add(&marks, in_words(sheet, code));
    }
    return finished(&marks);
}

CUT_PHOTO_CELL(embargo)
{
    return one(sheet, row->photo->provenance.embargo);
}

CUT_PHOTO_CELL(expiry)
{
    return one(sheet, row->photo->provenance.expiry);
}

CUT_PHOTO_CELL(picture_kind)
{
    cutline_source_class source = row->photo->provenance.source;
    bool known = source != CUTLINE_SOURCE_UNKNOWN;
    return one(sheet, known ? cutline_source_class_name(source) : NULL);
}

CUT_PHOTO_CELL(c2pa)
{
    const cutline_provenance *how = &row->photo->provenance;
    if (how->has_c2pa && how->claim_generator)
        return one(sheet, how->claim_generator);
    return yes_if(sheet, how->has_c2pa);
}

/* ---- files ----------------------------------------------------------------------------------- */

CUT_PHOTO_CELL(format)
{
    return one(sheet, row->photo->format);
}

CUT_PHOTO_CELL(width)
{
    return number(sheet, row->photo->width);
}

CUT_PHOTO_CELL(height)
{
    return number(sheet, row->photo->height);
}

CUT_PHOTO_CELL(image_hash)
{
    return one(sheet, row->photo->image_hash);
}

CUT_PHOTO_CELL(awaiting)
{
    return yes_if(sheet, row->photo->awaiting_image);
}

CUT_PHOTO_CELL(paths)
{
    list texts = {.sheet = sheet};
    for (size_t i = 0; i < row->photo->file_count; i++)
        add(&texts, row->photo->files[i].path);
    return finished(&texts);
}

CUT_PHOTO_CELL(pages)
{
    list texts = {.sheet = sheet};
    for (size_t i = 0; i < row->photo->page_count; i++)
        add(&texts, row->photo->pages[i].path);
    return finished(&texts);
}

CUT_PHOTO_CELL(findings)
{
    list texts = {.sheet = sheet};
    for (size_t i = 0; i < row->photo->finding_count; i++) {
        const cutline_finding *f = &row->photo->findings[i];
        add(&texts, cut_arena_printf(&sheet->arena, "%s: %s", f->code, f->detail ? f->detail : ""));
    }
    return finished(&texts);
}

/* ---- fields ---------------------------------------------------------------------------------- */

const cutline_field *cut_sheet_field(const cutline_photo *photo, const char *name)
{
    for (size_t i = 0; i < photo->field_count; i++)
        if (strcmp(photo->fields[i].name, name) == 0)
            return &photo->fields[i];
    return NULL;
}

static void add_value(cut_buf *to, const cutline_value *value);

static void add_member(cut_buf *to, const cutline_member *member)
{
    for (size_t i = 0; i < member->count; i++) {
        cut_buf_z(to, to->n > 0 ? ", " : "");
        cut_buf_printf(to, "%s: ", member->name);
        add_value(to, &member->values[i]);
    }
}

/* A structure within another stands in brackets. */
static void add_value(cut_buf *to, const cutline_value *value)
{
    cut_buf inner;
    if (value->text) {
        cut_buf_z(to, value->text);
        return;
    }
    cut_buf_init(&inner, to->max);
    for (size_t i = 0; i < value->member_count; i++)
        add_member(&inner, &value->members[i]);
    if (to->n > 0)
        cut_buf_printf(to, "[%s]", inner.p ? inner.p : "");
    else
        cut_buf_str_add(to, cut_buf_str(&inner));
    to->failed |= inner.failed;
    cut_buf_release(&inner);
}

static const char *value_text(cut_sheet *sheet, const cutline_value *value)
{
    cut_buf text;
    if (value->text)
        return value->text;
    cut_buf_init(&text, CUT_MAX_JSON_BYTES);
    add_value(&text, value);
    const char *kept = cut_buf_ok(&text) ? cut_arena_copy(&sheet->arena, cut_buf_str(&text)) : NULL;
    cut_buf_release(&text);
    return kept;
}

cutline_strings cut_cell_field(cut_sheet *sheet, const cutline_sheet_row *row, size_t index)
{
    const cutline_field_info *info = &cut_fields[index].info;
    const cutline_field *field = cut_sheet_field(row->photo, info->name);
    list texts = {.sheet = sheet};
    if (!field)
        return nothing;
    if (info->kind == CUTLINE_KIND_LANG_ALT)
        return one(sheet, value_text(sheet, cut_sheet_in_language(field, row->lang)));
    for (size_t i = 0; i < field->count; i++)
        add(&texts, value_text(sheet, &field->values[i]));
    return finished(&texts);
}
