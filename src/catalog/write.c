/* Write-back of photos: what the catalog has, into their files, and what the files then are, back
 * into the catalog. */
#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "catalog/handle.h"
#include "record/dates.h"
#include "record/fields.h"
#include "writeback/writeback.h"

#include <strings.h>

typedef struct job {
    cutline_catalog *catalog;
    const cutline_photo *photo;
    const cutline_write_options *options;
    cutline_written_fn on_file;
    void *context;
    cut_arena arena;
    CUT_VEC(cutline_file_change) changes;
    const cutline_photo_file *file; /* the one being written */
    bool told;                      /* on_file has heard of it */
    bool written;                   /* it or a sidecar of it has changed */
    int stopped;                    /* by on_file */
} job;

/* ---- what is to be written --------------------------------------------------------------------
 */

static const cutline_field *field_of(const cutline_photo *photo, const char *name)
{
    for (size_t i = 0; i < photo->field_count; i++)
        if (strcmp(photo->fields[i].name, name) == 0)
            return &photo->fields[i];
    return NULL;
}

/* The change of a field, made if there is none yet; NULL if memory runs out. */
static cutline_file_change *change_of(job *j, const char *name)
{
    for (size_t i = 0; i < j->changes.n; i++)
        if (strcmp(j->changes.v[i].field, name) == 0)
            return &j->changes.v[i];
    cutline_file_change change = {.field = name};
    return CUT_PUSH(&j->arena, &j->changes, change) ? &j->changes.v[j->changes.n - 1] : NULL;
}

static bool add_field(job *j, const char *name, const cutline_field *field)
{
    cutline_file_change *change = change_of(j, name);
    if (change && field) {
        change->values = field->values;
        change->count = field->count;
    }
    return change != NULL;
}

static const char *text_in(const cutline_field *field, const char *lang)
{
    for (size_t i = 0; field && i < field->count; i++) {
        const char *other = field->values[i].lang ? field->values[i].lang : "x-default";
        if (strcasecmp(other, lang) == 0)
            return field->values[i].text;
    }
    return NULL;
}

/* One language of a field; without a text it goes. */
static bool add_language(job *j, const cutline_field_info *info, const char *lang)
{
    cutline_file_change *change = change_of(j, info->name);
    cutline_value *values =
        change ? CUT_NEW_ARRAY(&j->arena, cutline_value, change->count + 1) : NULL;
    if (!values)
        return false;
    if (change->count > 0)
        memcpy(values, change->values, change->count * sizeof *values);
    values[change->count] =
        (cutline_value){.text = text_in(field_of(j->photo, info->name), lang), .lang = lang};
    change->values = values;
    change->count++;
    return true;
}

/* A hand value, "caption" or "caption[ar]". One that is not among the effective values blanks its
 * field. */
static bool add_hand_value(job *j, const char *key)
{
    cut_str lang = cut_str_from(key), name = cut_str_split(&lang, '[');
    const cutline_field_info *info = cutline_field_info_find(cut_arena_copy(&j->arena, name));
    if (!info)
        return true; /* what is no field has no place in files */
    const cutline_field *field = field_of(j->photo, info->name);
    if (info->kind != CUTLINE_KIND_LANG_ALT)
        return (field && field->origin != CUTLINE_ORIGIN_HAND) || add_field(j, info->name, field);
    if (lang.n == 0 && !field)
        return add_field(j, info->name, NULL);
    const char *code =
        lang.n > 0 ? cut_arena_copy(&j->arena, cut_str_slice(lang, 0, lang.n - 1)) : "x-default";
    return code && add_language(j, info, code);
}

static cutline_status add_hand_values(job *j, cutline_error *err)
{
    cut_field_names names = {0};
    cutline_status status =
        cut_store_hand_fields(j->catalog->store, &j->arena, j->photo->id, &names, err);
    for (size_t i = 0; i < names.n && status == CUTLINE_OK; i++)
        if (!add_hand_value(j, names.v[i]))
            status = cut_no_memory(err);
    return status;
}

/* Effective values: texts, dates and lists that any file can hold. What is
 * said in IIM only, about the camera, or in structures stays where it is. */
static bool is_common(const cutline_field *field)
{
    const cut_field_row *row = &cut_fields[cut_field_index(cut_str_from(field->name))];
    cut_date date;
    if (row->info.kind == CUTLINE_KIND_DATE &&
        !cut_date_parse(cut_str_from(field->values[0].text), &date))
        return false; /* what cameras without a clock write */
    return row->xmp_name && field->values[0].text && strcmp(row->group, "tech") != 0;
}

static cutline_status add_others(job *j, cutline_error *err)
{
    for (size_t i = 0; i < j->photo->field_count; i++) {
        const cutline_field *field = &j->photo->fields[i];
        if (is_common(field) && !add_field(j, field->name, field))
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}

/* ---- the files --------------------------------------------------------------------------------
 */

static int on_event(const cutline_write_event *event, void *context)
{
    job *j = context;
    cutline_write_event told = *event;
    told.embargo = j->photo->provenance.embargo;
    j->told = true;
    j->written |= event->outcome == CUTLINE_WRITE_DONE && !j->options->dry_run;
    if (j->on_file)
        j->stopped = j->on_file(&told, j->context);
    return j->stopped;
}

static int hex_value(char c)
{
    return cut_is_digit(c) ? c - '0' : cut_to_lower(c) - 'a' + 10;
}

/* Writing has changed no byte of the image, which was compared: its hash stays and need not be
 * taken again. */
static void keep_hash(const job *j, cutline_record *record)
{
    const char *hex = j->photo->image_hash;
    if (!hex || strlen(hex) != 2 * sizeof record->image_hash)
        return;
    record->has_hash = true;
    for (size_t i = 0; i < sizeof record->image_hash; i++)
        record->image_hash[i] = (uint8_t)(hex_value(hex[2 * i]) << 4 | hex_value(hex[2 * i + 1]));
    memcpy(record->hash_hex, hex, sizeof record->hash_hex);
}

static cutline_status put_record(const job *j, const cutline_record *record, cutline_error *err)
{
    cut_store *store = j->catalog->store;
    cut_put_result result;
    cutline_status status = cut_store_begin(store, err);
    if (status != CUTLINE_OK)
        return status;
    status = cut_store_put_record(store, record, NULL, &result, err);
    if (status == CUTLINE_OK)
        return cut_store_commit(store, err);
    cut_store_rollback(store);
    return status;
}

/* The file is on the disk, and can be imported again if the power fails before its record is. */
static cutline_status store_record(const job *j, const cutline_record *record, cutline_error *err)
{
    cutline_error ignored;
    cutline_status status = cut_store_set_lasting(j->catalog->store, false, err);
    if (status != CUTLINE_OK)
        return status;
    status = put_record(j, record, err);
    cutline_status again = cut_store_set_lasting(j->catalog->store, true, &ignored);
    if (status == CUTLINE_OK && again != CUTLINE_OK && err)
        *err = ignored;
    return status == CUTLINE_OK ? again : status;
}

/* Brings the catalog's row of a file up to date, so that the next import finds it unchanged. */
static cutline_status refresh(const job *j, cutline_error *err)
{
    cut_arena scratch;
    cut_file_state state;
    cutline_record *record = NULL;
    cutline_read_options options = {.metadata_only = true};
    cut_arena_init(&scratch, CUT_MAX_RECORD_ARENA);
    cutline_status status = cut_record_read(&scratch, j->file->path, &options, CUT_PICTURE_NONE,
                                            false, NULL, &record, err);
    if (status == CUTLINE_OK)
        status = cut_store_file_state(j->catalog->store, j->file->path, &state, err);
    if (status == CUTLINE_OK && state.has_hash)
        keep_hash(j, record);
    if (status == CUTLINE_OK)
        status = store_record(j, record, err);
    cutline_record_free(record);
    cut_arena_release(&scratch);
    return status;
}

/* What failed before any target was tried is told, too. */
static void tell_failure(job *j, const cutline_error *why)
{
    cutline_write_event event = {.photo = j->photo->id,
                                 .path = j->file->path,
                                 .target = j->file->path,
                                 .outcome = CUTLINE_WRITE_FAILED,
                                 .error = why};
    (void)on_event(&event, j);
}

static cutline_status write_file(job *j, cutline_error *err)
{
    cut_write_request request = {.options = *j->options,
                                 .on_file = on_event,
                                 .context = j,
                                 .photo = j->photo->id,
                                 .must_be_as = true,
                                 .size = j->file->size,
                                 .mtime_ns = j->file->mtime_ns};
    cutline_error why;
    j->told = j->written = false;
    cutline_status status = cut_write(j->file->path, j->changes.v, j->changes.n, &request, &why);
    if (status == CUTLINE_BAD_ARGUMENT || status == CUTLINE_NO_MEMORY) {
        *err = why;
        return status;
    }
    if (status != CUTLINE_OK && !j->told)
        tell_failure(j, &why);
    return j->written ? refresh(j, err) : CUTLINE_OK;
}

static cutline_status write_files(job *j, cutline_error *err)
{
    cutline_error why;
    cutline_status status = CUTLINE_OK;
    cutline_error_clear(&why);
    for (size_t i = 0; i < j->photo->file_count && status == CUTLINE_OK && !j->stopped; i++) {
        j->file = &j->photo->files[i];
        status = write_file(j, &why);
    }
    if (status != CUTLINE_OK && err)
        *err = why;
    if (status == CUTLINE_OK && j->stopped)
        return cut_fail(err, CUTLINE_CANCELLED, "the callback stopped");
    return status;
}

/* A restriction that is written by the catalog: the agency has withdrawn the picture. */
static cutline_status check_killed(const job *j, cutline_error *err)
{
    const cutline_strings *restrictions = &j->photo->restrictions;
    for (size_t i = 0; i < restrictions->count && !j->options->killed; i++)
        if (strcmp(restrictions->items[i], "killed") == 0)
            return cut_fail(err, CUTLINE_UNSUPPORTED,
                            "photo:%lld was killed and must not be used; --killed writes it",
                            (long long)j->photo->id);
    return CUTLINE_OK;
}

static cutline_status run(job *j, const cutline_file_change *changes, size_t count,
                          cutline_error *err)
{
    cutline_status status = check_killed(j, err);
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
        if (!CUT_PUSH(&j->arena, &j->changes, changes[i]))
            status = cut_no_memory(err);
    if (status == CUTLINE_OK && !changes)
        status = add_hand_values(j, err);
    if (status == CUTLINE_OK && !changes && j->options->all)
        status = add_others(j, err);
    return status == CUTLINE_OK ? write_files(j, err) : status;
}

cutline_status cutline_catalog_write_changes(cutline_catalog *catalog, int64_t photo,
                                             const cutline_file_change *changes, size_t count,
                                             const cutline_write_options *options,
                                             cutline_written_fn on_file, void *context,
                                             cutline_error *err)
{
    static const cutline_write_options defaults = {0};
    cutline_photos *photos = NULL;
    job j = {.catalog = catalog,
             .options = options ? options : &defaults,
             .on_file = on_file,
             .context = context};
    cut_arena_init(&j.arena, CUT_MAX_STORE_ARENA);
    const char *name = cut_arena_printf(&j.arena, "photo:%lld", (long long)photo);
    cutline_status status =
        name ? cutline_catalog_show(catalog, name, &photos, err) : cut_no_memory(err);
    if (status == CUTLINE_OK) {
        j.photo = &photos->items[0];
        status = run(&j, changes, count, err);
    }
    cutline_photos_free(photos);
    cut_arena_release(&j.arena);
    return status;
}

cutline_status cutline_catalog_write(cutline_catalog *catalog, int64_t photo,
                                     const cutline_write_options *options,
                                     cutline_written_fn on_file, void *context, cutline_error *err)
{
    return cutline_catalog_write_changes(catalog, photo, NULL, 0, options, on_file, context, err);
}
