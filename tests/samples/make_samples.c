/*
 * Makes the photos of samples/:  make_samples DIRECTORY
 *
 * Nothing in them depends on the time, the machine or chance: the files that are committed can be
 * made again byte for byte (tests/samples/reproduce.sh).
 */
#include "samples/samples.h"

#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

enum { MAX_SEGMENT = 65533, QUALITY = 84 };

/* Writes an application segment: signature with its length, then the block. */
static void write_segment(struct jpeg_compress_struct *jpeg, int marker, const char *signature,
                          size_t signature_length, bytes *block)
{
    bytes segment = {0};
    put(&segment, signature, signature_length);
    put(&segment, block->data, block->length);
    if (segment.length <= MAX_SEGMENT)
        jpeg_write_marker(jpeg, marker, segment.data, (unsigned)segment.length);
    clear_bytes(&segment);
    clear_bytes(block);
}

static void write_iim(struct jpeg_compress_struct *jpeg, const sample *s)
{
    static const char signature[] = "Photoshop 3.0";
    bytes iim = {0};
    bytes resources = {0};
    put_iim(&iim, s->iim);
    put_resources(&resources, &iim, s->digest, s->url);
    clear_bytes(&iim);
    write_segment(jpeg, JPEG_APP0 + 13, signature, sizeof signature, &resources);
}

static void write_metadata(struct jpeg_compress_struct *jpeg, const sample *s)
{
    bytes block = {0};
    if (s->exif) {
        put_exif(&block, s->little_endian, s->exif);
        write_segment(jpeg, JPEG_APP0 + 1, "Exif\0", 6, &block);
    }
    if (s->iim)
        write_iim(jpeg, s);
    if (s->xmp) {
        static const char signature[] = "http://ns.adobe.com/xap/1.0/";
        put_xmp(&block, s->xmp);
        write_segment(jpeg, JPEG_APP0 + 1, signature, sizeof signature, &block);
    }
}

static void write_pixels(struct jpeg_compress_struct *jpeg, canvas *picture)
{
    while (jpeg->next_scanline < jpeg->image_height) {
        JSAMPROW row = &picture->pixels[jpeg->next_scanline][0].r;
        jpeg_write_scanlines(jpeg, &row, 1);
    }
}

static void write_jpeg(FILE *f, const sample *s, canvas *picture)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, f);
    jpeg.image_width = CANVAS_WIDTH;
    jpeg.image_height = CANVAS_HEIGHT;
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, QUALITY, TRUE);
    jpeg.dct_method = JDCT_ISLOW;
    jpeg.optimize_coding = TRUE;
    jpeg_start_compress(&jpeg, TRUE);
    write_metadata(&jpeg, s);
    write_pixels(&jpeg, picture);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
}

static int make_sample(const char *directory, const sample *s)
{
    static canvas picture;
    memset(&picture, 0, sizeof picture);
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", directory, s->name);
    FILE *f = fopen(path, "wb");
    if (!f) {
        perror(path);
        return 1;
    }
    picture.seed = 55350159;
    s->draw(&picture);
    write_jpeg(f, s, &picture);
    if (fclose(f) != 0) {
        perror(path);
        return 1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: make_samples DIRECTORY\n");
        return 2;
    }
    int failed = 0;
    for (const sample *s = samples; s->name; s++)
        failed |= make_sample(argv[1], s);
    return failed;
}
