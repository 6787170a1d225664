/* The blocks of a file, parsed. */
#ifndef CUT_RECORD_BLOCKS_H
#define CUT_RECORD_BLOCKS_H

#include "media/media.h"
#include "record/reading.h"

/* Parses every block of the layout into the reading: EXIF, XMP with its extension, Photoshop
 * resources and IIM (with the state of its digest), C2PA presence. Damage becomes findings; only
 * CUTLINE_NO_MEMORY is a failure. `file` is for messages. */
CUTLINE_MUST_CHECK cutline_status cut_read_blocks(cut_reading *reading, const cut_layout *layout,
                                                  const char *file, cutline_error *err);

/* All that follows from blocks that have been read and gathered: sets what the record has from the
 * file itself, its fields, caption, credit, media IDs and findings. record->path is set.
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_record_complete(cut_reading *reading,
                                                      const cut_source *source,
                                                      const cut_layout *layout, cutline_error *err);

#endif
