/*
 * The record: all that was read from one file. The public view is <cutline/record.h>.
 */
#ifndef CUT_RECORD_RECORD_H
#define CUT_RECORD_RECORD_H

#include "base/finding.h"
#include "base/json.h"
#include "base/source.h"
#include "ident/ident.h"
#include "record/fields.h"

struct cutline_record {
    cut_arena arena; /* owns everything below and the record itself is malloc'd */
    const char *path;
    const char *format;
    uint32_t width, height;
    bool has_hash;
    uint8_t image_hash[32];
    char hash_hex[65];
    uint64_t size;            /* file bytes */
    int64_t mtime_ns;         /* file modification time */
    uint64_t device, inode;   /* identity of the file, 0 if from memory */
    cutline_field **by_index; /* cut_field_count pointers, NULL where there is no value */
    cut_findings findings;
    cut_id_list ids;
    cutline_credit credit;        /* weighed */
    cutline_origin credit_origin; /* block that gave the credit line */
    bool has_caption;
    cutline_caption caption; /* the caption field parsed */
};

/* Members of the record's JSON object, without the braces (cutline_record_json). */
void cut_record_json(cut_json *j, const cutline_record *record);
/* A field's values in the shape of cutline_record_json() "fields". */
void cut_field_json(cut_json *j, const cut_field_row *row, const cutline_value *values,
                    size_t count);

#endif
