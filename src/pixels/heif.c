#include "pixels/picture.h"

#include <libheif/heif.h>

static void put_rows(const struct heif_image *image, picture *out)
{
    int stride;
    const uint8_t *rgba = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
    int width = heif_image_get_width(image, heif_channel_interleaved);
    int height = heif_image_get_height(image, heif_channel_interleaved);
    if (!rgba || width <= 0 || height <= 0 || !picture_new(out, (uint64_t)width, (uint64_t)height))
        return;
    for (uint32_t y = 0; y < out->height; y++)
        picture_put_rgba(out, y, rgba + (size_t)y * (size_t)stride);
    /* The library applies "irot" and "imir" (ISO/IEC 23008-12 section 6.5.10); an orientation in
     * EXIF is only informative then. */
    out->upright = true;
}

static struct heif_error decode_primary(struct heif_context *context, picture *out)
{
    struct heif_image_handle *handle = NULL;
    struct heif_image *image = NULL;
    struct heif_error e = heif_context_get_primary_image_handle(context, &handle);
    /* Room is made once more for the picture; now its size is looked at before it is decoded. */
    if (e.code == heif_error_Ok && picture_fits(out, (uint64_t)heif_image_handle_get_width(handle),
                                                (uint64_t)heif_image_handle_get_height(handle))) {
        e = heif_decode_image(handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGBA,
                              NULL);
        if (e.code == heif_error_Ok)
            put_rows(image, out);
    }
    heif_image_release(image);
    heif_image_handle_release(handle);
    return e;
}

void decode_heif(const uint8_t *bytes, size_t n, picture *out)
{
    struct heif_context *context = heif_context_alloc();
    if (!context)
        return;
    struct heif_error e = heif_context_read_from_memory_without_copy(context, bytes, n, NULL);
    if (e.code == heif_error_Ok)
        e = decode_primary(context, out);
    if (e.code != heif_error_Ok)
        picture_note(out, e.message);
    heif_context_free(context);
}
