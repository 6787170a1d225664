/* Reading a file into a record: container, blocks, fields, caption, credit, media IDs. */
#include "base/digest.h"
#include "base/error.h"
#include "base/limits.h"
#include "caption/caption.h"
#include "image/outside.h"
#include "record/blocks.h"
#include "record/credit.h"
#include "record/lookup.h"
#include "record/restrictions.h"

static void set_file(cutline_record *record, const cut_source *source, const cut_layout *layout)
{
    record->size = source->size;
    record->mtime_ns = source->mtime_ns;
    record->device = source->device;
    record->inode = source->inode;
    record->format = layout->format;
    record->width = layout->width;
    record->height = layout->height;
    record->has_hash = layout->has_image_hash;
    if (record->has_hash) {
        memcpy(record->image_hash, layout->image_hash, sizeof record->image_hash);
        cut_hex(record->image_hash, sizeof record->image_hash, record->hash_hex);
    }
}

static cutline_status gather(cut_reading *r, bool sidecars, cutline_error *err)
{
    cutline_status status = sidecars ? cut_gather_xmp_and_sidecars(r, err) : cut_gather_xmp(r, err);
    if (status == CUTLINE_OK && r->has_iim)
        status = cut_gather_iim(r, err);
    if (status == CUTLINE_OK)
        status = cut_gather_exif(r, err);
    return status;
}

static cutline_status parse_caption(cutline_record *record, cutline_error *err)
{
    const cutline_field *field = record->by_index[CUT_FIELD_caption];
    if (!field)
        return CUTLINE_OK;
    cut_str text = cut_str_from(field->values[0].text);
    if (text.n > CUT_MAX_CAPTION_BYTES)
        cut_finding_add(&record->findings, "segment-skipped", "caption",
                        "only the first %u bytes of the caption are searched for its parts",
                        CUT_MAX_CAPTION_BYTES);
    record->has_caption = true;
    return cut_caption_parse(&record->arena, text, &record->caption, err);
}

static cutline_status collect_restrictions(cutline_record *record, cutline_error *err)
{
    const cutline_field *instructions = record->by_index[CUT_FIELD_instructions];
    record->restrictions = record->caption.restrictions;
    if (!instructions || !instructions->values[0].text)
        return CUTLINE_OK;
    return cut_restrictions_read(&record->arena, &record->restrictions,
                                 instructions->values[0].text, err);
}

/* All that follows from the blocks. */
static cutline_status conclude(cut_reading *r, cutline_error *err)
{
    cutline_status status = cut_reconcile(r, err);
    if (status == CUTLINE_OK)
        status = parse_caption(r->record, err);
    if (status == CUTLINE_OK)
        status = collect_restrictions(r->record, err);
    if (status == CUTLINE_OK)
        status = cut_weigh_credit(r, err);
    if (status == CUTLINE_OK)
        status = cut_find_ids(r, err);
    if (status == CUTLINE_OK)
        status = cut_judge_provenance(r->record, err);
    return status;
}

cutline_status cut_record_complete(cut_reading *reading, const cut_source *source,
                                   const cut_layout *layout, cutline_error *err)
{
    set_file(reading->record, source, layout);
    cutline_status status = conclude(reading, err);
    return status == CUTLINE_OK && reading->record->findings.lost ? cut_no_memory(err) : status;
}

/* What EXIF or XMP says; 0 if nothing that can be. */
static unsigned orientation_of(const cutline_record *record)
{
    const cutline_field *field = record->by_index[CUT_FIELD_orientation];
    uint64_t number;
    if (!field || !cut_str_to_u64(cut_str_from(field->values[0].text), &number) || number > 8)
        return 0;
    return (unsigned)number;
}

/* The picture itself, or the preview that a camera put beside its sensor data. */
static cutline_status decode(cut_source *source, const cut_layout *layout,
                             const cutline_read_options *options, cut_outside *out,
                             cutline_error *err)
{
    *out = (cut_outside){.started = true};
    if (strcmp(layout->format, "jpeg") == 0)
        return cut_decode_jpeg(source, 0, source->size, &out->decoded, err);
    if (layout->preview_bytes > 0)
        return cut_decode_jpeg(source, layout->preview, layout->preview_bytes, &out->decoded, err);
    if (options->pixels_program && source->fd >= 0 && cut_outside_knows(layout->format))
        return cut_outside_decode(options->pixels_program, source, layout->format, out, err);
    return CUTLINE_OK;
}

/* Without the program that it takes, the pixels are not looked at: a later import may have it. */
static cutline_status take_picture(cut_source *source, const cut_layout *layout,
                                   const cutline_read_options *options, cut_picture_want want,
                                   cutline_record *record, cutline_error *err)
{
    cut_outside outside;
    cutline_status status = decode(source, layout, options, &outside, err);
    if (status != CUTLINE_OK)
        return status;
    if (!outside.started) {
        cut_finding_add(&record->findings, "picture-damaged", NULL,
                        "the picture is not decoded: %s", outside.decoded.message);
        return CUTLINE_OK;
    }
    cut_picture *picture = CUT_NEW(&record->arena, cut_picture);
    if (!picture)
        return cut_no_memory(err);
    record->picture = picture;
    return cut_picture_take(source->arena, &outside.decoded,
                            outside.upright ? 1 : orientation_of(record), want, &record->arena,
                            picture, &record->findings, err);
}

static cutline_status read_source(cut_source *source, const cutline_read_options *options,
                                  cut_picture_want want, bool alone, cutline_record *record,
                                  cutline_error *err)
{
    cut_layout layout = {0};
    cut_reading *r = CUT_NEW(source->arena, cut_reading);
    record->path = cut_arena_copy_z(&record->arena, source->name);
    record->policy = options->policy;
    if (!r || !record->path)
        return cut_no_memory(err);
    r->record = record;
    r->scratch = source->arena;
    r->exif.tags = &cut_field_tags;
    cutline_status status = cut_media_scan(source, !options->metadata_only, source->arena, &layout,
                                           &record->findings, err);
    if (status != CUTLINE_OK)
        return status;
    set_file(record, source, &layout);
    status = cut_read_blocks(r, &layout, source->name, err);
    if (!alone)
        record->sidecars = cut_sidecar_state(source->name);
    bool sidecars =
        record->sidecars && !options->no_sidecar && options->policy == CUTLINE_POLICY_NEWSROOM;
    if (status == CUTLINE_OK)
        status = gather(r, sidecars, err);
    if (status == CUTLINE_OK)
        status = conclude(r, err);
    if (status == CUTLINE_OK && want != CUT_PICTURE_NONE && !options->metadata_only)
        status = take_picture(source, &layout, options, want, record, err);
    if (status == CUTLINE_OK && record->findings.lost)
        status = cut_no_memory(err);
    return status;
}

static cutline_status read_record(cut_source *source, const cutline_read_options *options,
                                  cut_picture_want want, bool alone, cutline_record *spare,
                                  cutline_record **out, cutline_error *err)
{
    static const cutline_read_options defaults = {0};
    cutline_record *record = spare;
    *out = NULL;
    if (!options)
        options = &defaults;
    cutline_status status = (unsigned)options->policy < CUT_POLICY_COUNT
                                ? cut_record_renew(spare, &record, err)
                                : cut_fail(err, CUTLINE_BAD_ARGUMENT, "no such policy");
    if (status == CUTLINE_OK)
        status = read_source(source, options, want, alone, record, err);
    if (status == CUTLINE_OK)
        *out = record;
    else
        cutline_record_free(record);
    if (status != CUTLINE_OK)
        cut_error_set_file(err, source->name);
    return status;
}

cutline_status cut_record_read(cut_arena *scratch, const char *path,
                               const cutline_read_options *options, cut_picture_want want,
                               bool alone, cutline_record *spare, cutline_record **out,
                               cutline_error *err)
{
    cut_source source;
    *out = NULL;
    cut_arena_reset(scratch);
    cutline_status status = cut_source_open(&source, path, scratch, err);
    if (status != CUTLINE_OK) {
        cutline_record_free(spare);
        return status;
    }
    if (want != CUT_PICTURE_NONE && !(options && options->metadata_only))
        cut_source_keep_all(&source);
    status = read_record(&source, options, want, alone, spare, out, err);
    cut_source_close(&source);
    return status;
}

cutline_status cutline_record_read(const char *path, const cutline_read_options *options,
                                   cutline_record **out, cutline_error *err)
{
    cut_arena scratch;
    cut_arena_init(&scratch, CUT_MAX_RECORD_ARENA);
    cutline_status status =
        cut_record_read(&scratch, path, options, CUT_PICTURE_NONE, false, NULL, out, err);
    cut_arena_release(&scratch);
    return status;
}

cutline_status cutline_record_read_memory(const char *name, const void *bytes, size_t length,
                                          const cutline_read_options *options, cutline_record **out,
                                          cutline_error *err)
{
    cut_arena scratch;
    cut_source source;
    cut_arena_init(&scratch, CUT_MAX_RECORD_ARENA);
    cut_source_from_memory(&source, name, (cut_view){bytes, length}, &scratch);
    cutline_status status = read_record(&source, options, CUT_PICTURE_NONE, true, NULL, out, err);
    cut_arena_release(&scratch);
    return status;
}
