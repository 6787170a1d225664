/* JPEG files of pixels at hand, in every form that photos come in. */
#ifndef CUT_TESTS_PICTURE_FILE_H
#define CUT_TESTS_PICTURE_FILE_H

#include "unit.h"

#include "base/buf.h"
#include "base/limits.h"
#include "image/decode.h"
#include "image/picture.h"

#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

/* How to write one. All zero: quality 90, baseline, the usual colours. */
typedef struct picture_form {
    int quality;
    bool progressive;
    bool cmyk;              /* inverted, marked as Adobe's programs do */
    const uint8_t *profile; /* ICC profile, NULL for none */
    size_t profile_length;
} picture_form;

static inline void picture_ink(const uint8_t *rgb, size_t width, uint8_t *ink)
{
    for (size_t x = 0; x < width; x++, rgb += 3, ink += 4) {
        memcpy(ink, rgb, 3);
        ink[3] = 255;
    }
}

/* The file's bytes; malloc'd. */
static inline uint8_t *picture_jpeg(const cut_pixels *pixels, const picture_form *form,
                                    size_t *length)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    uint8_t *file = NULL, *ink = calloc(pixels->width, 4);
    unsigned long n = 0;
    assert_non_null(ink);
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &file, &n);
    jpeg.image_width = pixels->width;
    jpeg.image_height = pixels->height;
    jpeg.input_components = form->cmyk ? 4 : (int)pixels->channels;
    jpeg.in_color_space = form->cmyk ? JCS_CMYK : pixels->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    if (form->cmyk)
        jpeg_set_colorspace(&jpeg, JCS_YCCK);
    jpeg_set_quality(&jpeg, form->quality ? form->quality : 90, TRUE);
    if (form->progressive)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    if (form->profile)
        jpeg_write_icc_profile(&jpeg, form->profile, (unsigned)form->profile_length);
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW row = pixels->p + (size_t)jpeg.next_scanline * pixels->width * pixels->channels;
        if (form->cmyk) {
            picture_ink(row, pixels->width, ink);
            row = ink;
        }
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    free(ink);
    *length = n;
    return file;
}

/* A landscape of waves and edges, another one for each number. */
static inline void picture_draw(cut_arena *arena, uint32_t width, uint32_t height,
                                unsigned channels, unsigned number, cut_pixels *out)
{
    assert_true(cut_pixels_new(arena, width, height, channels, out));
    uint32_t seed = 2654435761u * (number + 1);
    uint8_t tiles[12][16][3];
    for (size_t i = 0; i < sizeof tiles; i++) {
        seed = seed * 1664525u + 1013904223u;
        (&tiles[0][0][0])[i] = (uint8_t)(seed >> 24);
    }
    for (uint32_t y = 0; y < height; y++)
        for (uint32_t x = 0; x < width; x++)
            for (unsigned c = 0; c < channels; c++)
                out->p[((size_t)y * width + x) * channels + c] =
                    tiles[(uint64_t)y * 12 / height][(uint64_t)x * 16 / width][c];
}

/* Decodes bytes; the source's arena is the caller's. */
static inline cut_decoded picture_decode(cut_arena *arena, const uint8_t *file, size_t length)
{
    cut_source source;
    cut_decoded out;
    cut_source_from_memory(&source, "picture.jpg", (cut_view){file, length}, arena);
    assert_int_equal(cut_decode_jpeg(&source, 0, length, &out, NULL), CUTLINE_OK);
    return out;
}

/* The pixels of a sample. */
static inline cut_pixels picture_of_file(cut_arena *arena, const char *path)
{
    cut_source source;
    cut_decoded out;
    assert_int_equal(cut_source_open(&source, path, arena, NULL), CUTLINE_OK);
    assert_int_equal(cut_decode_jpeg(&source, 0, source.size, &out, NULL), CUTLINE_OK);
    cut_source_close(&source);
    assert_true(out.usable && !out.damaged);
    return out.pixels;
}

/* Mean difference of two pictures of one size, in levels of 255. */
static inline double picture_difference(const cut_pixels *a, const cut_pixels *b)
{
    size_t n = (size_t)a->width * a->height * a->channels;
    uint64_t sum = 0;
    assert_int_equal(a->width, b->width);
    assert_int_equal(a->height, b->height);
    assert_int_equal(a->channels, b->channels);
    for (size_t i = 0; i < n; i++)
        sum += (uint64_t)abs(a->p[i] - b->p[i]);
    return (double)sum / (double)n;
}

#endif
