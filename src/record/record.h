/*
 * The record: all that was read from one file. The public view is <cutline/record.h>.
 *
 * cut_record_read() fills one in steps, each a file of its own: gather_*.c (what EXIF, IIM and XMP
 * say), reconcile.c (which counts), credit.c, ids.c, provenance.c. A store keeps a record as the
 * JSON of cut_record_json_full() and gets it back with cut_record_from_json().
 */
#ifndef CUT_RECORD_RECORD_H
#define CUT_RECORD_RECORD_H

#include "base/finding.h"
#include "base/json.h"
#include "base/source.h"
#include "ident/ident.h"
#include "image/picture.h"
#include "record/fields.h"

struct cutline_record {
    cut_arena arena;        /* owns everything below; the record itself is malloc'd */
    const char *path;       /* as passed in */
    const char *format;     /* name of the container format */
    const char *sidecar;    /* path of the XMP sidecar that was read too, NULL if none */
    cutline_policy policy;  /* by which the fields were reconciled */
    uint32_t width, height; /* pixels as stored, 0 if unknown */
    bool has_hash;          /* image_hash and hash_hex are set */
    uint8_t image_hash[32]; /* SHA-256 over the coded image data */
    char hash_hex[65];      /* the same in lower-case hex, "" if has_hash is false */
    uint64_t size;          /* file bytes */
    int64_t mtime_ns;       /* file modification time, nanoseconds since 1970 UTC; 0 from memory */
    uint64_t device, inode; /* identity of the file, 0 if from memory */
    int64_t sidecars;       /* cut_sidecar_state() before it was read. Not part of the JSON */
    cutline_field **by_index;     /* cut_field_count pointers, NULL where there is no value */
    cut_findings findings;        /* in the order they were made */
    cut_id_list ids;              /* media IDs, most trusted first */
    cut_sightings seen;           /* where and why they were seen; not stored */
    cutline_credit credit;        /* weighed */
    cutline_origin credit_origin; /* block that gave the credit line */
    bool has_caption;             /* caption is set */
    cutline_caption caption;      /* the caption field parsed */
    cutline_strings restrictions; /* of caption and instructions */
    cutline_provenance provenance;
    cut_str stored; /* what cut_record_json_full() makes of it, if that is done already;
                       {NULL, 0} if not */
    const struct cut_effective_row *ready; /* what a store would find the photo by if nothing else
                                   were said of it, made beforehand (cut_store_prepare()); NULL if
                                   not */
    const cut_picture *picture; /* thumbnail and hash; NULL if the pixels were not looked at. Not
                                   part of the JSON */
};

/* An empty record: no path, format "", no fields. Release with cutline_record_free(). */
CUTLINE_MUST_CHECK cutline_status cut_record_new(cutline_record **out, cutline_error *err);

/* The same with the memory of a record that is not needed any more, which must not be used again,
 * whatever the outcome; NULL is allowed. */
CUTLINE_MUST_CHECK cutline_status cut_record_renew(cutline_record *record, cutline_record **out,
                                                   cutline_error *err);

/* cutline_record_read() with a caller's scratch arena, so that a worker that reads many files
 * keeps its memory: the arena is reset first and holds nothing of the record afterwards.
 * spare: as cut_record_renew().
 * want: whether record->picture is set, and how; never if the options say that image data is not
 * read.
 * alone: it is known that no sidecar stands beside the file, so none is looked for.
 */
CUTLINE_MUST_CHECK cutline_status cut_record_read(cut_arena *scratch, const char *path,
                                                  const cutline_read_options *options,
                                                  cut_picture_want want, bool alone,
                                                  cutline_record *spare, cutline_record **out,
                                                  cutline_error *err);

/* A number that tells whether the XMP sidecars of a photo are those of before: it changes with
 * their sizes and modification times. 0 if there is none. */
int64_t cut_sidecar_state(const char *path);

/* Members of the record's JSON object, without the braces (cutline_record_json). */
void cut_record_json(cut_json *j, const cutline_record *record);
/* Parts of it, for photos, whose JSON has the same shape: media_ids, fields, origin, alternatives
 * and said; persons, place, date, restrictions, file_photo, provenance and findings. */
void cut_record_values_json(cut_json *j, const cutline_record *record);
void cut_record_facts_json(cut_json *j, const cutline_record *record);
/* A field's values in the shape of cutline_record_json() "fields". */
void cut_field_json(cut_json *j, const cut_field_row *row, const cutline_value *values,
                    size_t count);

/* The whole record as one JSON object that loses nothing but the decisions of the caption parser:
 * what each block said of every field, all languages, file identity. For stores; not a public
 * shape. Check cut_buf_ok() of j->out afterwards. */
void cut_record_json_full(cut_json *j, const cutline_record *record);
/* Reads back what cut_record_json_full() wrote. Fields and members that this version does not know
 * are passed over. CUTLINE_MALFORMED for anything else; CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_record_from_json(cut_str json, cutline_record **out,
                                                       cutline_error *err);

#endif
