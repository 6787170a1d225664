/*
 * Makes newsroom photos to measure with:  make_photos KIND FIRST COUNT DIRECTORY
 * or prints their captions as JSON:       make_photos captions FIRST COUNT
 *
 * KIND is camera (3000 x 2000 pixels), header (320 x 214, the same metadata) or tiny (32 x 32, XMP
 * without padding). Photos of the numbers FIRST to FIRST + COUNT - 1 go to folders of a thousand.
 * Each has its own pixels, media ID, EXIF, IIM and XMP; the same numbers give the same files.
 */
#include "bench/picture.h"
#include "bench/story.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <jpeglib.h>

enum { QUALITY = 85, IN_FOLDER = 1000 };

typedef struct photo_kind {
    const char *name;
    unsigned width, height;
    size_t xmp_size;
} photo_kind;

static const photo_kind kinds[] = {
    {"camera", 3000, 2000, 6000},
    {"header", 320, 214, 6000},
    {"tiny", 32, 32, 0},
};

static void write_segment(struct jpeg_compress_struct *jpeg, int marker, const char *signature,
                          size_t signature_length, bytes *block)
{
    bytes segment = {0};
    put(&segment, signature, signature_length);
    put(&segment, block->data, block->length);
    jpeg_write_marker(jpeg, marker, segment.data, (unsigned)segment.length);
    clear_bytes(&segment);
    clear_bytes(block);
}

static void write_metadata(struct jpeg_compress_struct *jpeg, const story *s,
                           const photo_kind *kind)
{
    static const char resources[] = "Photoshop 3.0", xmp[] = "http://ns.adobe.com/xap/1.0/";
    bytes block = {0};
    story_put_exif(&block, s, kind->width, kind->height);
    write_segment(jpeg, JPEG_APP0 + 1, "Exif\0", 6, &block);
    story_put_resources(&block, s);
    write_segment(jpeg, JPEG_APP0 + 13, resources, sizeof resources, &block);
    story_put_xmp(&block, s, kind->xmp_size);
    write_segment(jpeg, JPEG_APP0 + 1, xmp, sizeof xmp, &block);
}

static void write_pixels(struct jpeg_compress_struct *jpeg, picture *p)
{
    uint8_t row[3 * PICTURE_MAX_WIDTH];
    JSAMPROW rows[] = {row};
    while (jpeg->next_scanline < jpeg->image_height) {
        picture_row(p, jpeg->next_scanline, row);
        jpeg_write_scanlines(jpeg, rows, 1);
    }
}

static void write_jpeg(FILE *f, const story *s, const photo_kind *kind)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    picture p;
    picture_make(&p, s->number, kind->width, kind->height);
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, f);
    jpeg.image_width = kind->width;
    jpeg.image_height = kind->height;
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, QUALITY, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    write_metadata(&jpeg, s, kind);
    write_pixels(&jpeg, &p);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
}

static int make_photo(const char *directory, const photo_kind *kind, unsigned number)
{
    story s;
    char path[4096];
    story_make(&s, number);
    snprintf(path, sizeof path, "%s/%05u", directory, number / IN_FOLDER);
    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        perror(path);
        return 1;
    }
    snprintf(path, sizeof path, "%s/%05u/%s", directory, number / IN_FOLDER, s.file);
    FILE *f = fopen(path, "wb");
    if (!f) {
        perror(path);
        return 1;
    }
    write_jpeg(f, &s, kind);
    if (fclose(f) != 0) {
        perror(path);
        return 1;
    }
    return 0;
}

static const photo_kind *find_kind(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

/* The words that captions are made of need no escapes. */
static int print_captions(unsigned first, unsigned count)
{
    story s;
    for (unsigned i = 0; i < count; i++) {
        story_make(&s, first + i);
        printf("\"%s\"\n", s.caption);
    }
    return fclose(stdout) == 0 ? 0 : 1;
}

int main(int argc, char **argv)
{
    const photo_kind *kind = argc == 5 ? find_kind(argv[1]) : NULL;
    bool captions = argc == 4 && strcmp(argv[1], "captions") == 0;
    if (!kind && !captions) {
        fprintf(stderr, "usage: make_photos camera|header|tiny FIRST COUNT DIRECTORY\n"
                        "       make_photos captions FIRST COUNT\n");
        return 2;
    }
    unsigned first = (unsigned)strtoul(argv[2], NULL, 10);
    unsigned count = (unsigned)strtoul(argv[3], NULL, 10);
    if (captions)
        return print_captions(first, count);
    for (unsigned i = 0; i < count; i++)
        if (make_photo(argv[4], kind, first + i) != 0)
            return 1;
    return 0;
}
