/* Running the rules. */
#include "check/check.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "caption/caption.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* What is handed out, and what holds its texts; it comes first, so that one pointer is both. */
typedef struct findings {
    cutline_faults faults;
    cut_arena arena;
} findings;

const cutline_check_rule *cutline_check_rule_at(size_t index)
{
    size_t count = 0;
    while (cut_check_rows[count].info.code)
        count++;
    return index < count ? &cut_check_rows[index].info : NULL;
}

void cutline_faults_free(cutline_faults *faults)
{
    findings *f = (findings *)faults;
    if (!f)
        return;
    cut_arena_release(&f->arena);
    free(f);
}

void cut_check_fault(cut_checking *c, const char *field, int64_t offset, const char *format, ...)
{
    char text[512];
    va_list args;
    if (c->faults.n >= CUT_MAX_FAULTS)
        return;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    cut_str whole = {text, cut_utf8_valid_prefix(cut_str_from(text))};
    cutline_fault fault = {c->code, field, offset, cut_arena_copy(c->arena, whole)};
    if (!fault.detail || !CUT_PUSH(c->arena, &c->faults, fault))
        c->lost = true;
}

static const cutline_field *field_of(const cutline_photo *photo, const char *name)
{
    for (size_t i = 0; i < photo->field_count; i++)
        if (strcmp(photo->fields[i].name, name) == 0)
            return &photo->fields[i];
    return NULL;
}

cut_str cut_check_field(const cut_checking *c, const char *name)
{
    const cutline_field *field = c->photo ? field_of(c->photo, name) : NULL;
    return cut_str_from(field ? field->values[0].text : NULL);
}

bool cut_check_names_agency(const cut_checking *c, const char *name)
{
    const cutline_strings *agencies = &c->parts->credit.agencies;
    for (size_t i = 0; i < agencies->count; i++)
        if (strcmp(agencies->items[i], name) == 0)
            return true;
    return false;
}

/* The caption field; without one, what pages and lists say. */
static cut_str caption_of(const cutline_photo *photo)
{
    const cutline_field *field = field_of(photo, "caption");
    if (field)
        return cut_str_from(field->values[0].text);
    return cut_str_from(photo->caption_count > 0 ? photo->captions[0].text : NULL);
}

static cutline_status check(const cutline_photo *photo, cut_str text, cutline_faults **out,
                            cutline_error *err)
{
    findings *f = calloc(1, sizeof *f);
    cutline_caption parts;
    *out = NULL;
    if (!f)
        return cut_no_memory(err);
    cut_arena_init(&f->arena, CUT_MAX_CHECK_ARENA);
    cut_checking c = {.arena = &f->arena, .photo = photo, .parts = &parts};
    cutline_status status = cut_caption_parse(&f->arena, text, &parts, err);
    c.text = cut_str_from(status == CUTLINE_OK ? parts.text : NULL);
    for (const cut_check_row *row = cut_check_rows; status == CUTLINE_OK && row->info.code; row++) {
        c.code = row->info.code;
        row->run(&c);
    }
    if (c.lost)
        status = cut_no_memory(err);
    f->faults = (cutline_faults){c.faults.v, c.faults.n};
    if (status == CUTLINE_OK)
        *out = &f->faults;
    else
        cutline_faults_free(&f->faults);
    return status;
}

cutline_status cutline_check_photo(const cutline_photo *photo, cutline_faults **out,
                                   cutline_error *err)
{
    return check(photo, caption_of(photo), out, err);
}

cutline_status cutline_check_caption(const char *text, size_t length, cutline_faults **out,
                                     cutline_error *err)
{
    return check(NULL, (cut_str){text, length}, out, err);
}
