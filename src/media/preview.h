/* The largest JPEG inside a RAW file, for viewing. */
#ifndef CUT_MEDIA_PREVIEW_H
#define CUT_MEDIA_PREVIEW_H

#include "media/media.h"

/* Says where a JPEG may lie inside the file. The largest that is one becomes the layout's preview;
 * sensor data, which RAW files hold as lossless JPEG, is none. CUTLINE_IO. */
CUTLINE_MUST_CHECK cutline_status cut_preview_offer(cut_source *source, uint64_t offset,
                                                    uint64_t length, cut_layout *out,
                                                    cutline_error *err);

#endif
