/* What kind of picture a digital source type stands for. */
#ifndef CUT_RECORD_PROVENANCE_H
#define CUT_RECORD_PROVENANCE_H

#include "base/arena.h"

#include <cutline/record.h>

typedef struct cut_source_type {
    const char *code; /* last part of http(s)://cv.iptc.org/newscodes/digitalsourcetype/CODE */
    cutline_source_class is;
} cut_source_type;

extern const cut_source_type cut_source_types[];
extern const size_t cut_source_type_count;

/* Class of an address or a code alone. */
cutline_source_class cut_source_class_of(cut_str text);

/* Made by generative AI, or with parts that are. */
static inline bool cut_source_is_ai(cutline_source_class source)
{
    return source == CUTLINE_SOURCE_AI_GENERATED || source == CUTLINE_SOURCE_AI_COMPOSITE;
}

/* Sets what fields (cut_field_count pointers by index) say: source, embargo and expiry. The other
 * members stay. False if memory runs out. */
bool cut_provenance_of_fields(cut_arena *a, cutline_field *const *by_index,
                              cutline_provenance *out);

#endif
