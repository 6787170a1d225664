/* What must be known of a JPEG to place it. */
#ifndef DOC_PICTURE_H
#define DOC_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

/* Width and height in pixels, from the frame header; false if there is none. */
bool doc_jpeg_size(const void *jpeg, size_t length, unsigned *width, unsigned *height);

#endif
