/*
 * cutline-pixels: decodes the picture of a file that cutline has open, for formats whose decoders
 * are better kept apart (image/outside.h). Each format is a file of this folder with one call.
 */
#ifndef CUT_PIXELS_PICTURE_H
#define CUT_PIXELS_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct picture {
    uint32_t width, height;
    uint8_t *rgb; /* rows of three bytes a pixel; malloc'd; NULL if nothing could be decoded */
    bool damaged; /* only a part of it is; the rest is grey */
    bool upright; /* it was turned as the file says */
    char message[160];
} picture;

/* Room for a picture, grey all over. False, with a message, if it is over a limit. */
bool picture_new(picture *p, uint64_t width, uint64_t height);
/* A picture of that size is within the limits. False, with a message, if it is not. */
bool picture_fits(picture *p, uint64_t width, uint64_t height);
/* Notes what is wrong, unless something was noted before. */
void picture_note(picture *p, const char *message);
/* A row of RGBA over white, as pages show it, to RGB. */
void picture_put_rgba(picture *p, uint32_t y, const uint8_t *rgba);

/* Decoders: the bytes of a file to a picture. */
void decode_png(const uint8_t *bytes, size_t n, picture *out);
void decode_webp(const uint8_t *bytes, size_t n, picture *out);
void decode_heif(const uint8_t *bytes, size_t n, picture *out);
void decode_tiff(const uint8_t *bytes, size_t n, picture *out);

#endif
