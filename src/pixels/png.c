#include "pixels/picture.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

/* Twice what libpng asks for at a time. */
#define READ_AHEAD ((size_t)16 << 10)

/* libpng reads ahead of what it decodes, and decodes nothing of what it cannot read ahead: a file
 * that is cut short gets some bytes more, which are no picture. NULL if memory runs out. */
static uint8_t *lengthened(const uint8_t *bytes, size_t n)
{
    uint8_t *copy = calloc(n + READ_AHEAD, 1);
    if (copy)
        memcpy(copy, bytes, n);
    return copy;
}

static void decode(const uint8_t *bytes, size_t n, picture *out)
{
    /* What is transparent is shown over white. */
    static const png_color white = {255, 255, 255};
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&image, bytes, n) ||
        !picture_new(out, image.width, image.height)) {
        picture_note(out, image.message);
        png_image_free(&image);
        return;
    }
    /* 16 bits, palettes, grey and gAMA all become 8 bits of sRGB. */
    image.format = PNG_FORMAT_RGB;
    if (!png_image_finish_read(&image, &white, out->rgb, 0, NULL)) {
        /* Rows before the fault are there. */
        out->damaged = true;
        picture_note(out, image.message);
    }
    png_image_free(&image);
}

void decode_png(const uint8_t *bytes, size_t n, picture *out)
{
    /* PNG (3rd edition) section 11.2.5: IEND marks the end, and is empty. */
    static const uint8_t end[] = {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82};
    if (n >= sizeof end && memcmp(bytes + n - sizeof end, end, sizeof end) == 0) {
        decode(bytes, n, out);
        return;
    }
    uint8_t *longer = lengthened(bytes, n);
    if (longer)
        decode(longer, n + READ_AHEAD, out);
    free(longer);
}
