/* Bytes of a file that grows while it is written. Memory that cannot be had ends the program. */
#ifndef CUT_SAMPLES_BYTES_H
#define CUT_SAMPLES_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct bytes {
    uint8_t *data;
    size_t length, capacity;
} bytes;

void put(bytes *b, const void *data, size_t length);
void put_text(bytes *b, const char *text);
void put_u8(bytes *b, unsigned value);
/* Most significant byte first, as JPEG, IIM and the image resources have it. */
void put_u16(bytes *b, unsigned value);
void put_u32(bytes *b, uint32_t value);
/* In either order, as TIFF has it. */
void put_u16_in(bytes *b, bool little, unsigned value);
void put_u32_in(bytes *b, bool little, uint32_t value);
void clear_bytes(bytes *b);

#endif
