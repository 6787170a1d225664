/*
 * XMP that does not fit one JPEG segment: the largest properties move into an extension (XMP part
 * 3, 1.1.3.1).
 */
#ifndef CUT_WRITEBACK_XMP_SPLIT_H
#define CUT_WRITEBACK_XMP_SPLIT_H

#include "base/arena.h"
#include "base/error.h"

/* Moves properties out of a packet, the largest first, until it fits `max` bytes. They join those
 * of `old`, an extension as it is (may be empty). CUTLINE_LIMIT if even then it does not fit. */
CUTLINE_MUST_CHECK cutline_status cut_xmp_split(cut_arena *arena, cut_view packet, cut_view old,
                                                size_t max, cut_view *main_packet,
                                                cut_view *extension, cutline_error *err);

/* The GUID of an extension: its MD5 in 32 upper-case digits. */
void cut_xmp_guid(cut_view extension, char guid[33]);

#endif
