#include "pixels/picture.h"

#include <stdlib.h>
#include <webp/decode.h>

static void put_rows(picture *out, const uint8_t *rgba, uint32_t rows)
{
    for (uint32_t y = 0; y < rows; y++)
        picture_put_rgba(out, y, rgba + (size_t)y * out->width * 4);
}

/* Bit by bit, so that the rows before a fault are kept. */
static void decode_rows(const uint8_t *bytes, size_t n, picture *out)
{
    int rows = 0, width, height, stride;
    WebPIDecoder *decoder = WebPINewRGB(MODE_RGBA, NULL, 0, 0);
    VP8StatusCode code = decoder ? WebPIAppend(decoder, bytes, n) : VP8_STATUS_OUT_OF_MEMORY;
    const uint8_t *rgba = decoder ? WebPIDecGetRGB(decoder, &rows, &width, &height, &stride) : NULL;
    if (rgba && rows > 0)
        put_rows(out, rgba, (uint32_t)rows < out->height ? (uint32_t)rows : out->height);
    if (code != VP8_STATUS_OK) {
        out->damaged = true;
        picture_note(out, code == VP8_STATUS_SUSPENDED
                              ? "the image data ends before the picture is complete"
                              : "the image data is damaged");
    }
    if (!rgba || rows == 0) {
        free(out->rgb);
        out->rgb = NULL;
    }
    WebPIDelete(decoder);
}

void decode_webp(const uint8_t *bytes, size_t n, picture *out)
{
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(bytes, n, &features) != VP8_STATUS_OK) {
        picture_note(out, "not a WebP picture");
        return;
    }
    if (features.has_animation) {
        picture_note(out, "animations are not decoded");
        return;
    }
    if (picture_new(out, (uint64_t)features.width, (uint64_t)features.height))
        decode_rows(bytes, n, out);
}
