/* Getting a packet into the form expat wants: UTF-8, from its first '<' on, without bytes that XML
 * forbids. */
#ifndef CUT_META_XMP_ENCODING_H
#define CUT_META_XMP_ENCODING_H

#include "base/finding.h"
#include "base/utf8.h"

/* Decodes UTF-8, UTF-16 or UTF-32 in either byte order, with or without a byte order mark. *base
 * moves to the position of the text's first byte (exact for UTF-8). What had to be repaired becomes
 * a finding. An empty text if there is no '<' in the packet. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_xmp_to_utf8(cut_arena *arena, cut_view packet, uint64_t *base,
                                                  cut_str *out, cut_findings *findings,
                                                  cutline_error *err);

#endif
