#include "pixels/picture.h"

#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

/* A file in memory, as libtiff reads it. */
typedef struct file {
    const uint8_t *bytes;
    size_t n, at;
} file;

static tmsize_t read_bytes(thandle_t handle, void *to, tmsize_t count)
{
    file *f = handle;
    size_t left = f->at < f->n ? f->n - f->at : 0, n = (size_t)count < left ? (size_t)count : left;
    memcpy(to, f->bytes + (left ? f->at : 0), n);
    f->at += n;
    return (tmsize_t)n;
}

static tmsize_t write_bytes(thandle_t handle, void *from, tmsize_t count)
{
    (void)handle;
    (void)from;
    (void)count;
    return 0;
}

static toff_t seek(thandle_t handle, toff_t offset, int whence)
{
    file *f = handle;
    toff_t base = whence == SEEK_CUR ? f->at : whence == SEEK_END ? f->n : 0;
    if (base + offset > SIZE_MAX)
        return (toff_t)-1;
    f->at = (size_t)(base + offset);
    return f->at;
}

static int close_file(thandle_t handle)
{
    (void)handle;
    return 0;
}

static toff_t size_of(thandle_t handle)
{
    return ((file *)handle)->n;
}

/* Rows as they are stored: turning them is the caller's, by the same tag. */
static void decode_image(TIFF *tiff, picture *out)
{
    TIFFRGBAImage image;
    char message[1024] = "";
    if (!TIFFRGBAImageBegin(&image, tiff, 0, message)) {
        picture_note(out, message);
        return;
    }
    uint32_t *raster = NULL;
    image.req_orientation = image.orientation;
    if (picture_new(out, image.width, image.height))
        raster = calloc((size_t)image.width * image.height, sizeof *raster);
    if (raster) {
        if (!TIFFRGBAImageGet(&image, raster, image.width, image.height)) {
            out->damaged = true;
            picture_note(out, "the image data is damaged");
        }
        /* "ABGR": red is in the low byte. */
        for (uint32_t y = 0; y < out->height; y++)
            for (uint32_t x = 0; x < out->width; x++) {
                uint32_t value = raster[(size_t)y * out->width + x];
                uint8_t *to = out->rgb + 3 * ((size_t)y * out->width + x);
                to[0] = (uint8_t)TIFFGetR(value);
                to[1] = (uint8_t)TIFFGetG(value);
                to[2] = (uint8_t)TIFFGetB(value);
            }
    }
    free(raster);
    TIFFRGBAImageEnd(&image);
}

void decode_tiff(const uint8_t *bytes, size_t n, picture *out)
{
    file f = {bytes, n, 0};
    TIFFSetErrorHandler(NULL);
    TIFFSetWarningHandler(NULL);
    TIFF *tiff = TIFFClientOpen("picture", "rm", &f, read_bytes, write_bytes, seek, close_file,
                                size_of, NULL, NULL);
    if (!tiff) {
        picture_note(out, "not a TIFF that can be decoded");
        return;
    }
    decode_image(tiff, out);
    TIFFClose(tiff);
}
