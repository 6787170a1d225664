#include "bench/story.h"

#include "samples/blocks.h"

#include <stdio.h>
#include <string.h>

enum { PACKET_END_SIZE = sizeof "<?xpacket end=\"w\"?>" - 1 };

#define RIGHTS "Made for measuring; no rights reserved"
#define INSTRUCTIONS "EDITORIAL USE ONLY. NO RESALES. NO ARCHIVES."

void story_put_exif(bytes *out, const story *s, unsigned width, unsigned height)
{
    const exif_tag tags[] = {
        {IFD_0, 0x010e, EXIF_ASCII, s->caption, {0}, 0},
        {IFD_0, 0x010f, EXIF_ASCII, "Lumen Works", {0}, 0},
        {IFD_0, 0x0110, EXIF_ASCII, s->number % 2 ? "LW-5 Press" : "LW-7", {0}, 0},
        {IFD_0, 0x0112, EXIF_SHORT, NULL, {1}, 1},
        {IFD_0, 0x011a, EXIF_RATIONAL, NULL, {300, 1}, 1},
        {IFD_0, 0x011b, EXIF_RATIONAL, NULL, {300, 1}, 1},
        {IFD_0, 0x0128, EXIF_SHORT, NULL, {2}, 1},
        {IFD_0, 0x0131, EXIF_ASCII, "Lumen Desk 4.2", {0}, 0},
        {IFD_0, 0x0132, EXIF_ASCII, s->exif_time, {0}, 0},
        {IFD_0, 0x013b, EXIF_ASCII, s->byline, {0}, 0},
        {IFD_0, 0x0213, EXIF_SHORT, NULL, {1}, 1},
        {IFD_0, 0x8298, EXIF_ASCII, RIGHTS, {0}, 0},
        {IFD_EXIF, 0x829a, EXIF_RATIONAL, NULL, {1, s->shutter}, 1},
        {IFD_EXIF, 0x829d, EXIF_RATIONAL, NULL, {56, 10}, 1},
        {IFD_EXIF, 0x8827, EXIF_SHORT, NULL, {s->iso}, 1},
        {IFD_EXIF, 0x9000, EXIF_UNDEFINED, "0231", {0}, 4},
        {IFD_EXIF, 0x9003, EXIF_ASCII, s->exif_time, {0}, 0},
        {IFD_EXIF, 0x9004, EXIF_ASCII, s->exif_time, {0}, 0},
        {IFD_EXIF, 0x9011, EXIF_ASCII, "+00:00", {0}, 0},
        {IFD_EXIF, 0x9101, EXIF_UNDEFINED, "\1\2\3", {0}, 4},
        {IFD_EXIF, 0x9209, EXIF_SHORT, NULL, {16}, 1},
        {IFD_EXIF, 0x920a, EXIF_RATIONAL, NULL, {24 + s->number % 176, 1}, 1},
        {IFD_EXIF, 0xa000, EXIF_UNDEFINED, "0100", {0}, 4},
        {IFD_EXIF, 0xa001, EXIF_SHORT, NULL, {1}, 1},
        {IFD_EXIF, 0xa002, EXIF_SHORT, NULL, {width}, 1},
        {IFD_EXIF, 0xa003, EXIF_SHORT, NULL, {height}, 1},
        {IFD_GPS, 0, EXIF_BYTE, NULL, {2, 3, 0, 0}, 4},
        {IFD_GPS, 1, EXIF_ASCII, "N", {0}, 0},
        {IFD_GPS, 2, EXIF_RATIONAL, NULL, {s->number % 60, 1, 22, 1, 372, 100}, 3},
        {IFD_GPS, 3, EXIF_ASCII, "E", {0}, 0},
        {IFD_GPS, 4, EXIF_RATIONAL, NULL, {s->number % 180, 1, 16, 1, 5916, 100}, 3},
        {IFD_0, 0, EXIF_END_OF_TAGS, NULL, {0}, 0}};
    put_exif(out, s->number % 2 == 0, tags);
}

void story_put_resources(bytes *out, const story *s)
{
    /* 2:22 is where Reuters keeps its ID, 2:103 where AFP does; AP has it in PLUS and the name. */
    char reference[sizeof s->slug];
    if (s->agency == STORY_AFP)
        snprintf(reference, sizeof reference, "000_%s", s->id);
    else
        snprintf(reference, sizeof reference, "%s", s->slug);
    const iim_set sets[] = {
        {1, 90, "\x1b%G"},
        {2, 0, NULL},
        {2, 5, s->slug},
        {2, 10, "4"},
        {2, 15, "I"},
        {2, s->agency == STORY_REUTERS ? 22 : 20, s->agency == STORY_REUTERS ? s->id : "GEN"},
        {2, 25, s->keywords[0]},
        {2, 25, s->keywords[1]},
        {2, 25, s->keywords[2]},
        {2, 25, s->keywords[3]},
        {2, 40, INSTRUCTIONS},
        {2, 55, s->iim_date},
        {2, 60, s->iim_time},
        {2, 80, s->byline},
        {2, 85, "STR"},
        {2, 90, s->city},
        {2, 100, s->code},
        {2, 101, s->country},
        {2, 103, reference},
        {2, 105, s->headline},
        {2, 110, s->credit},
        {2, 115, s->source},
        {2, 116, RIGHTS},
        {2, 120, s->caption},
        {2, 122, "mk/lh"},
        {0, 0, NULL}};
    bytes iim = {0};
    put_iim(&iim, sets);
    put_resources(out, &iim, DIGEST_RIGHT, NULL);
    clear_bytes(&iim);
}

/* Puts lines of blanks in front of the packet's end, until it has the size asked for. */
static void pad_packet(bytes *packet, size_t size)
{
    bytes end = {0};
    put(&end, packet->data + packet->length - PACKET_END_SIZE, PACKET_END_SIZE);
    packet->length -= PACKET_END_SIZE;
    while (packet->length + PACKET_END_SIZE < size)
        put_text(packet, packet->length % 100 == 99 ? "\n" : " ");
    put(packet, end.data, end.length);
    clear_bytes(&end);
}

void story_put_xmp(bytes *out, const story *s, size_t xmp_size)
{
    char caption[sizeof s->caption + 16], title[sizeof s->slug + 16];
    snprintf(caption, sizeof caption, "x-default=%s", s->caption);
    snprintf(title, sizeof title, "x-default=%s", s->slug);
    const xmp_property properties[] = {
        {"photoshop:Headline", XMP_ATTRIBUTE, {s->headline}},
        {"photoshop:Credit", XMP_ATTRIBUTE, {s->credit}},
        {"photoshop:Source", XMP_ATTRIBUTE, {s->source}},
        {"photoshop:City", XMP_ATTRIBUTE, {s->city}},
        {"photoshop:Country", XMP_ATTRIBUTE, {s->country}},
        {"photoshop:DateCreated", XMP_ATTRIBUTE, {s->xmp_time}},
        {"photoshop:Instructions", XMP_ATTRIBUTE, {INSTRUCTIONS}},
        {"photoshop:AuthorsPosition", XMP_ATTRIBUTE, {"STR"}},
        {"photoshop:Category", XMP_ATTRIBUTE, {"I"}},
        {"photoshop:Urgency", XMP_ATTRIBUTE, {"4"}},
        {"photoshop:CaptionWriter", XMP_ATTRIBUTE, {"mk/lh"}},
        {"Iptc4xmpCore:CountryCode", XMP_ATTRIBUTE, {s->code}},
        {"xmpRights:Marked", XMP_ATTRIBUTE, {"True"}},
        {"xmp:CreatorTool", XMP_ATTRIBUTE, {"Lumen Desk 4.2"}},
        {"dc:description", XMP_ALT, {caption}},
        {"dc:title", XMP_ALT, {title}},
        {"dc:creator", XMP_SEQ, {s->byline}},
        {"dc:rights", XMP_ALT, {"x-default=" RIGHTS}},
        {"dc:subject", XMP_BAG, {s->keywords[0], s->keywords[1], s->keywords[2], s->keywords[3]}},
        {s->agency == STORY_AP ? "plus:ImageSupplierImageID" : NULL, XMP_ELEMENT, {s->id}},
        {NULL, XMP_ATTRIBUTE, {NULL}}};
    bytes packet = {0};
    put_xmp(&packet, properties);
    pad_packet(&packet, xmp_size);
    put(out, packet.data, packet.length);
    clear_bytes(&packet);
}
