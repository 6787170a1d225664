#include "image/thumbnail.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

/* Small without blocks that show. */
#define JPEG_QUALITY 75

typedef struct encoder {
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    jmp_buf failed;      /* where libjpeg's errors lead: encode() */
    unsigned char *file; /* what is written; libjpeg's malloc */
    unsigned long length;
    bool complete;
} encoder;

/* libjpeg's contract: this does not return. */
_Noreturn static void on_error(j_common_ptr jpeg)
{
    encoder *e = jpeg->client_data;
    longjmp(e->failed, 1);
}

static void encode(encoder *e, const cut_pixels *pixels, cut_view profile)
{
    struct jpeg_compress_struct *j = &e->jpeg;
    if (setjmp(e->failed))
        return;
    jpeg_create_compress(j);
    jpeg_mem_dest(j, &e->file, &e->length);
    j->image_width = pixels->width;
    j->image_height = pixels->height;
    j->input_components = (int)pixels->channels;
    j->in_color_space = pixels->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(j);
    jpeg_set_quality(j, JPEG_QUALITY, TRUE);
    jpeg_start_compress(j, TRUE);
    if (profile.n > 0)
        jpeg_write_icc_profile(j, profile.p, (unsigned)profile.n);
    while (j->next_scanline < pixels->height) {
        JSAMPROW row = pixels->p + (size_t)j->next_scanline * pixels->width * pixels->channels;
        jpeg_write_scanlines(j, &row, 1);
    }
    jpeg_finish_compress(j);
    e->complete = true;
}

static uint32_t scaled(uint32_t side, uint32_t longest)
{
    uint64_t n = ((uint64_t)side * CUT_THUMBNAIL_SIDE + longest / 2) / longest;
    return n > 0 ? (uint32_t)n : 1;
}

cutline_status cut_thumbnail_make(cut_arena *scratch, const cut_pixels *pixels, cut_view profile,
                                  cut_arena *arena, cut_thumbnail *out, cutline_error *err)
{
    cut_pixels small = *pixels;
    uint32_t longest = pixels->width > pixels->height ? pixels->width : pixels->height;
    *out = (cut_thumbnail){0};
    if (longest > CUT_THUMBNAIL_SIDE &&
        !cut_pixels_shrink(scratch, pixels, scaled(pixels->width, longest),
                           scaled(pixels->height, longest), &small))
        return cut_no_memory(err);
    encoder *e = CUT_NEW(scratch, encoder);
    if (!e)
        return cut_no_memory(err);
    e->jpeg.err = jpeg_std_error(&e->errors);
    e->jpeg.client_data = e;
    e->errors.error_exit = on_error;
    encode(e, &small, profile);
    jpeg_destroy_compress(&e->jpeg);
    uint8_t *copy = e->complete ? cut_arena_alloc(arena, e->length, 1) : NULL;
    if (copy) {
        memcpy(copy, e->file, e->length);
        *out = (cut_thumbnail){small.width, small.height, {copy, e->length}};
    }
    free(e->file);
    return copy ? CUTLINE_OK : cut_no_memory(err);
}
