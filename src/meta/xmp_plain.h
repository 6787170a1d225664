/*
 * Plain packets: the XML that programs write, which is a small part of what XML allows. They are
 * read several times faster than by expat, which gets all that is not plain.
 */
#ifndef CUT_META_XMP_PLAIN_H
#define CUT_META_XMP_PLAIN_H

#include "meta/xmp_packet.h"

/* Reads the root element of text, which is valid UTF-8 without control characters, as
 * cut_xmp_to_utf8() gives it. False if it is not plain and well-formed, or the packet stopped
 * before its end: then it is to be read anew, by expat, from an empty packet. True only for what
 * expat reads, and reads alike. */
bool cut_xmp_read_plain(cut_xmp_packet *packet, cut_str text);

#endif
