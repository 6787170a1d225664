/* The public call for one file: checks, which targets there are, and what became of each. */
#include "base/error.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/utf8.h"
#include "record/dates.h"
#include "record/record.h"
#include "writeback/file_write.h"
#include "writeback/replace.h"
#include "writeback/writeback.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define TARGETS 3                /* the file, photo.jpg.xmp, photo.xmp */
#define PROBE_BYTES ((size_t)64) /* that cut_format_probe() looks at */

typedef struct call {
    cut_arena arena;
    const char *path; /* as given */
    const char *file; /* symbolic links followed */
    cut_changes changes;
    cut_changes beside;     /* the same for sidecars: see complete_languages() */
    cutline_record *record; /* what the file and its sidecars say; read for that, else NULL */
    const cut_write_request *request;
    cut_target targets[TARGETS];
    size_t target_count;
} call;

const char *cutline_write_outcome_name(cutline_write_outcome outcome)
{
    static const char *const names[] = {"written", "unchanged", "failed"};
    return (size_t)outcome < sizeof names / sizeof names[0] ? names[outcome] : "failed";
}

/* ---- changes ----------------------------------------------------------------------------------
 */

/* XML 1.0, 2.2 has no place for other control characters. */
static bool has_control(cut_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < 0x20 && !strchr("\t\n\r", s.p[i]))
            return true;
    return false;
}

static cutline_status check_value(const cut_field_row *row, const cutline_value *v,
                                  cutline_error *err)
{
    cut_str text = cut_str_from(v->text);
    bool structured =
        row->info.kind == CUTLINE_KIND_STRUCT || row->info.kind == CUTLINE_KIND_STRUCTS;
    if (v->text ? structured : row->info.kind != CUTLINE_KIND_LANG_ALT && !structured)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s takes %s", row->info.name,
                        structured ? "structures" : "texts");
    if (!cut_utf8_valid(text) || has_control(text))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "a value of %s is not UTF-8 or holds control characters", row->info.name);
    cut_date date;
    if (row->info.kind == CUTLINE_KIND_DATE && cut_str_trim(text).n > 0 &&
        !cut_date_parse(text, &date))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s takes a date, not \"%.*s\"", row->info.name,
                        (int)cut_utf8_floor(text, 60), text.p);
    if (text.n > CUT_MAX_XMP_VALUE)
        return cut_fail(err, CUTLINE_LIMIT, "a value of %s has %zu bytes, more than the limit",
                        row->info.name, text.n);
    return CUTLINE_OK;
}

static bool is_blank(const cutline_value *v)
{
    return v->text && cut_str_trim(cut_str_from(v->text)).n == 0;
}

/* Blank texts are no values: a blank language goes, other blanks are left out. */
static cutline_status take_values(call *c, const cutline_file_change *given, cut_change *out,
                                  cutline_error *err)
{
    bool languages = out->row->info.kind == CUTLINE_KIND_LANG_ALT;
    cutline_value *values = CUT_NEW_ARRAY(&c->arena, cutline_value, given->count);
    if (!values)
        return cut_no_memory(err);
    out->values = values;
    for (size_t i = 0; i < given->count; i++) {
        cutline_status status = check_value(out->row, &given->values[i], err);
        if (status != CUTLINE_OK)
            return status;
        cutline_value v = given->values[i];
        if (is_blank(&v) && !languages)
            continue;
        if (is_blank(&v))
            v.text = NULL;
        values[out->count++] = v;
    }
    bool one = out->row->info.kind == CUTLINE_KIND_TEXT || out->row->info.kind == CUTLINE_KIND_DATE;
    if (one && out->count > 1)
        out->count = 1;
    return CUTLINE_OK;
}

static cutline_status take_changes(call *c, const cutline_file_change *given, size_t count,
                                   cutline_error *err)
{
    cut_change *changes = CUT_NEW_ARRAY(&c->arena, cut_change, count);
    if (!changes)
        return cut_no_memory(err);
    c->changes = (cut_changes){changes, count};
    for (size_t i = 0; i < count; i++) {
        int index = cut_field_index(cut_str_from(given[i].field));
        if (index < 0)
            return cut_fail(err, CUTLINE_BAD_ARGUMENT, "there is no field \"%s\"",
                            given[i].field ? given[i].field : "");
        changes[i].row = &cut_fields[index];
        if (index == CUT_FIELD_coded_character_set || index == CUT_FIELD_picture_number)
            return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s cannot be written", given[i].field);
        for (size_t k = 0; k < i; k++)
            if (changes[k].row == changes[i].row)
                return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s is changed twice", given[i].field);
        cutline_status status = take_values(c, &given[i], &changes[i], err);
        if (status != CUTLINE_OK)
            return status;
    }
    return CUTLINE_OK;
}

/* ---- languages in sidecars --------------------------------------------------------------------
 */

static bool has_language(const cut_change *c, const char *lang)
{
    for (size_t i = 0; i < c->count; i++) {
        const char *other = c->values[i].lang ? c->values[i].lang : "x-default";
        if (cut_str_eq_nocase(cut_str_from(other), cut_str_from(lang)))
            return true;
    }
    return false;
}

/* The change with the languages that the record has besides; false if memory runs out. */
static bool add_languages(call *c, cut_change *change)
{
    const cutline_field *field = c->record->by_index[change->row - cut_fields];
    if (change->row->info.kind != CUTLINE_KIND_LANG_ALT || change->count == 0 || !field)
        return true;
    cutline_value *values = CUT_NEW_ARRAY(&c->arena, cutline_value, change->count + field->count);
    if (!values)
        return false;
    size_t n = change->count;
    memcpy(values, change->values, n * sizeof *values);
    for (size_t i = 0; i < field->count; i++)
        if (!has_language(change, field->values[i].lang ? field->values[i].lang : "x-default"))
            values[n++] = field->values[i];
    change->values = values;
    change->count = n;
    return true;
}

/* What a sidecar says of a field stands for all that the file says of it (record/sidecar.c), so it
 * must say the other languages too. */
static cutline_status complete_languages(call *c, cutline_error *err)
{
    cutline_read_options options = {.metadata_only = true};
    cut_change *changes = CUT_NEW_ARRAY(&c->arena, cut_change, c->changes.n);
    bool any = false;
    if (!changes)
        return cut_no_memory(err);
    for (size_t i = 0; i < c->changes.n; i++) {
        changes[i] = c->changes.v[i];
        any |= changes[i].row->info.kind == CUTLINE_KIND_LANG_ALT;
    }
    c->beside = (cut_changes){changes, c->changes.n};
    cutline_status status =
        any ? cutline_record_read(c->file, &options, &c->record, err) : CUTLINE_OK;
    for (size_t i = 0; i < c->changes.n && any && status == CUTLINE_OK; i++)
        if (!add_languages(c, &changes[i]))
            status = cut_no_memory(err);
    return status;
}

/* ---- targets ----------------------------------------------------------------------------------
 */

static void add_target(call *c, cut_target target)
{
    c->targets[c->target_count++] = target;
}

static bool exists(const char *path)
{
    return access(path, F_OK) == 0;
}

/* "photo.jpg" with ".xmp" behind it or, with whole false, in the place of its extension; ".XMP" if
 * only that is there. */
static const char *sidecar_name(call *c, bool whole)
{
    cut_str path = cut_str_from(c->file), extension = cut_path_extension(path);
    if (!whole && extension.n > 0)
        path.n -= extension.n + 1;
    const char *lower = cut_arena_printf(&c->arena, "%.*s.xmp", CUT_FMT(path));
    const char *upper = cut_arena_printf(&c->arena, "%.*s.XMP", CUT_FMT(path));
    if (!lower || !upper)
        return NULL;
    return !exists(lower) && exists(upper) ? upper : lower;
}

/* Whether the reader hears a "photo.xmp" along with the file: record/sidecar.c has the rules. */
static cutline_status is_heard(const call *c, const char *sidecar, bool *heard, cutline_error *err)
{
    cutline_read_options options = {.metadata_only = true};
    cutline_record *record;
    cutline_status status = cutline_record_read(c->file, &options, &record, err);
    if (status != CUTLINE_OK)
        return status;
    size_t n;
    const cutline_finding *findings = cutline_record_findings(record, &n);
    *heard = cutline_record_sidecar(record) != NULL;
    for (size_t i = 0; i < n; i++)
        if (strcmp(findings[i].code, "sidecar-conflict") == 0 && !findings[i].field &&
            strstr(findings[i].detail, cut_path_base(cut_str_from(sidecar)).p))
            *heard = false; /* passed over */
    cutline_record_free(record);
    return CUTLINE_OK;
}

/* Sidecars that the file has. */
static cutline_status add_old_sidecars(call *c, const char *own, const char *shared,
                                       cutline_error *err)
{
    bool heard = false;
    if (exists(own))
        add_target(c, (cut_target){.path = own, .sidecar = true, .slot = c->request->slot});
    if (strcmp(own, shared) == 0 || !exists(shared))
        return CUTLINE_OK;
    cutline_status status = is_heard(c, shared, &heard, err);
    if (status == CUTLINE_OK && heard)
        add_target(c, (cut_target){.path = shared, .sidecar = true, .slot = c->request->slot});
    return status;
}

static cutline_status find_targets(call *c, const char *format, cutline_error *err)
{
    const cut_write_request *q = c->request;
    cut_target itself = {.path = c->file,
                         .sidecar = strcmp(format, "xmp") == 0,
                         .must_be_as = q->must_be_as,
                         .size = q->size,
                         .mtime_ns = q->mtime_ns,
                         .slot = q->slot,
                         .known_as = q->news ? c->path : NULL};
    const char *own = sidecar_name(c, true), *shared = sidecar_name(c, false);
    if (!own || !shared)
        return cut_no_memory(err);
    if (cut_writes_into(format) && !q->options.sidecar)
        add_target(c, itself);
    if (itself.sidecar)
        return CUTLINE_OK;
    cutline_status status = add_old_sidecars(c, own, shared, err);
    if (status != CUTLINE_OK || c->target_count > 0)
        return status;
    cut_str extension = cut_path_extension(cut_str_from(c->file));
    add_target(c, (cut_target){.path = exists(shared) ? own : shared,
                               .sidecar = true,
                               .slot = q->slot,
                               .serves = extension.p ? extension.p : ""});
    return CUTLINE_OK;
}

/* Formats that their first bytes tell for certain; in those of TIFF and HEIF are many. */
static const char *plain_format(const cut_source *source)
{
    static const char *const plain[] = {"jpeg", "png", "webp"};
    const cut_format *found = cut_format_probe(
        (cut_view){source->head.p, source->head.n < PROBE_BYTES ? source->head.n : PROBE_BYTES});
    for (size_t i = 0; i < sizeof plain / sizeof plain[0] && found; i++)
        if (strcmp(found->name, plain[i]) == 0)
            return plain[i];
    return NULL;
}

static cutline_status read_format(call *c, const char **format, cutline_error *err)
{
    cut_source source;
    cut_layout layout;
    cut_findings ignored = cut_findings_in(&c->arena);
    cutline_status status = cut_source_open(&source, c->file, &c->arena, err);
    if (status != CUTLINE_OK)
        return status;
    *format = plain_format(&source);
    if (!*format) {
        status = cut_media_scan(&source, false, &c->arena, &layout, &ignored, err);
        *format = layout.format;
    }
    cut_source_close(&source);
    return status;
}

/* ---- writing ----------------------------------------------------------------------------------
 */

static void take_news(const call *c, const cut_target_result *result)
{
    cut_write_news *news = c->request->news;
    if (!news) {
        cutline_record_free(result->record);
        return;
    }
    news->other |= result->other;
    if (result->record)
        news->record = result->record;
}

static cutline_status write_target(call *c, const cut_target *target, int *stopped,
                                   cutline_error *err)
{
    cut_arena arena;
    cut_target_result result;
    cut_arena_init(&arena, CUT_MAX_RECORD_ARENA);
    cut_findings findings = cut_findings_in(&arena);
    cutline_error why;
    cutline_error_clear(&why);
    const cut_changes *changes = target->sidecar ? &c->beside : &c->changes;
    cutline_status status =
        cut_target_write(&arena, target, changes, &c->request->options, &findings, &result, &why);
    take_news(c, &result);
    cutline_write_event event = {.photo = c->request->photo,
                                 .path = c->path,
                                 .target = target->path,
                                 .outcome =
                                     status == CUTLINE_OK ? result.outcome : CUTLINE_WRITE_FAILED,
                                 .error = status == CUTLINE_OK ? NULL : &why,
                                 .fields = {.items = result.fields.v, .count = result.fields.n},
                                 .findings = findings.list.v,
                                 .finding_count = findings.list.n};
    if (c->request->on_file)
        *stopped = c->request->on_file(&event, c->request->context);
    if (status != CUTLINE_OK && err)
        *err = why;
    cut_arena_release(&arena);
    return status;
}

static cutline_status run(call *c, cutline_error *err)
{
    const char *format = "";
    int stopped = 0;
    cutline_status status = read_format(c, &format, err), first = CUTLINE_OK;
    if (status == CUTLINE_OK)
        status = find_targets(c, format, err);
    if (status == CUTLINE_OK && c->targets[c->target_count - 1].sidecar)
        status = complete_languages(c, err);
    if (status != CUTLINE_OK)
        return status;
    for (size_t i = 0; i < c->target_count && !stopped; i++) {
        cutline_error why;
        status = write_target(c, &c->targets[i], &stopped, &why);
        if (status != CUTLINE_OK && first == CUTLINE_OK) {
            first = status;
            if (err)
                *err = why;
        }
    }
    if (stopped && first == CUTLINE_OK)
        return cut_fail(err, CUTLINE_CANCELLED, "the callback stopped");
    return first;
}

cutline_status cut_write(const char *path, const cutline_file_change *changes, size_t count,
                         const cut_write_request *request, cutline_error *err)
{
    call c = {.path = path, .request = request};
    char *file = realpath(path, NULL);
    if (!file)
        return cut_fail_errno(err, path, errno, "cannot open");
    c.file = file;
    cut_arena_init(&c.arena, CUT_MAX_RECORD_ARENA);
    cutline_status status = take_changes(&c, changes, count, err);
    if (status == CUTLINE_OK)
        status = run(&c, err);
    cutline_record_free(c.record);
    cut_arena_release(&c.arena);
    free(file);
    return status;
}

cutline_status cutline_write_file(const char *path, const cutline_file_change *changes,
                                  size_t count, const cutline_write_options *options,
                                  cutline_written_fn on_file, void *context, cutline_error *err)
{
    cut_write_request request = {.on_file = on_file, .context = context, .slot = CUT_REPLACE_ALONE};
    if (options)
        request.options = *options;
    return cut_write(path, changes, count, &request, err);
}
