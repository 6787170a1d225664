/* Photoshop image resource blocks: where IIM (0x0404), its digest (0x0425), EXIF and XMP stand. */
#ifndef CUT_META_IRB_H
#define CUT_META_IRB_H

#include "base/finding.h"

#define CUT_IRB_IIM 0x0404u
#define CUT_IRB_EXIF 0x0422u
#define CUT_IRB_XMP 0x0424u
#define CUT_IRB_IIM_DIGEST 0x0425u

typedef struct cut_irb_resource {
    uint16_t id;
    cut_view data;
    uint64_t offset; /* of data.p[0] relative to the block's first byte, plus its base */
} cut_irb_resource;

typedef struct cut_irb {
    CUT_VEC(cut_irb_resource) resources;
} cut_irb;

/* Splits a resource list. Damage becomes a finding; what stands before it is kept.
 * Only CUTLINE_NO_MEMORY is an error. */
CUTLINE_MUST_CHECK cutline_status cut_irb_parse(cut_arena *arena, cut_view bytes, uint64_t base,
                                                const char *file, cut_irb *out,
                                                cut_findings *findings, cutline_error *err);
/* The nth (from 0) resource with an id, or NULL. */
const cut_irb_resource *cut_irb_find(const cut_irb *irb, uint16_t id, size_t nth);

#endif
