#include "samples/blocks.h"

#include <string.h>

/* A block while it is written: values that do not fit into their entry go to `values`, which will
 * stand right behind the directory. */
typedef struct directory {
    bytes entries, values;
    unsigned count;
    uint32_t start; /* of the directory, from the start of the block */
    size_t size;    /* of the directory, known before it is written */
    bool little;
} directory;

enum { ENTRY_SIZE = 12, TAG_EXIF_IFD = 0x8769, TAG_GPS_IFD = 0x8825 };

static unsigned count_tags(const exif_tag *tags, exif_place place)
{
    unsigned count = 0;
    for (; tags->type; tags++)
        count += tags->place == place;
    return count;
}

static void put_numbers(bytes *out, bool little, const exif_tag *tag)
{
    unsigned parts = tag->type == EXIF_RATIONAL ? 2 * tag->count : tag->count;
    for (unsigned i = 0; i < parts; i++) {
        if (tag->type == EXIF_BYTE)
            put_u8(out, tag->numbers[i]);
        else if (tag->type == EXIF_SHORT)
            put_u16_in(out, little, tag->numbers[i]);
        else
            put_u32_in(out, little, tag->numbers[i]);
    }
}

static void put_entry(directory *d, const exif_tag *tag)
{
    bytes value = {0};
    unsigned count = tag->type == EXIF_ASCII ? (unsigned)strlen(tag->text) + 1 : tag->count;
    if (tag->text) {
        put(&value, tag->text, count);
    } else {
        put_numbers(&value, d->little, tag);
    }
    put_u16_in(&d->entries, d->little, tag->tag);
    put_u16_in(&d->entries, d->little, tag->type);
    put_u32_in(&d->entries, d->little, count);
    if (value.length <= 4) {
        while (value.length < 4)
            put_u8(&value, 0);
        put(&d->entries, value.data, 4);
    } else {
        put_u32_in(&d->entries, d->little, d->start + (uint32_t)(d->size + d->values.length));
        put(&d->values, value.data, value.length);
        if (value.length % 2)
            put_u8(&d->values, 0); /* TIFF 6.0: values begin at even offsets */
    }
    d->count++;
    clear_bytes(&value);
}

/* Builds the directory of a place; extra makes room for entries that the caller adds. */
static directory make_directory(const exif_tag *tags, exif_place place, bool little, uint32_t start,
                                unsigned extra)
{
    directory d = {.little = little, .start = start};
    d.size = 2 + ENTRY_SIZE * (size_t)(count_tags(tags, place) + extra) + 4;
    for (; tags->type; tags++)
        if (tags->place == place)
            put_entry(&d, tags);
    return d;
}

static size_t directory_size(const directory *d)
{
    return d->size + d->values.length;
}

static void put_directory(bytes *out, directory *d)
{
    put_u16_in(out, d->little, d->count);
    put(out, d->entries.data, d->entries.length);
    put_u32_in(out, d->little, 0); /* no next directory */
    put(out, d->values.data, d->values.length);
    clear_bytes(&d->entries);
    clear_bytes(&d->values);
}

void put_exif(bytes *out, bool little, const exif_tag *tags)
{
    enum { HEADER_SIZE = 8 };
    bool has_gps = count_tags(tags, IFD_GPS) > 0;
    directory ifd0 = make_directory(tags, IFD_0, little, HEADER_SIZE, has_gps ? 2 : 1);
    directory exif =
        make_directory(tags, IFD_EXIF, little, HEADER_SIZE + (uint32_t)directory_size(&ifd0), 0);
    directory gps =
        make_directory(tags, IFD_GPS, little, exif.start + (uint32_t)directory_size(&exif), 0);
    put_entry(&ifd0, &(exif_tag){IFD_0, TAG_EXIF_IFD, EXIF_LONG, NULL, {exif.start}, 1});
    if (has_gps)
        put_entry(&ifd0, &(exif_tag){IFD_0, TAG_GPS_IFD, EXIF_LONG, NULL, {gps.start}, 1});
    put_text(out, little ? "II" : "MM");
    put_u16_in(out, little, 42);
    put_u32_in(out, little, HEADER_SIZE);
    put_directory(out, &ifd0);
    put_directory(out, &exif);
    if (has_gps)
        put_directory(out, &gps);
}
