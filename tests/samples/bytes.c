#include "samples/bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void put(bytes *b, const void *data, size_t length)
{
    if (b->length + length > b->capacity) {
        size_t capacity = 2 * (b->length + length);
        uint8_t *grown = realloc(b->data, capacity);
        if (!grown) {
            fprintf(stderr, "make_samples: out of memory\n");
            exit(1);
        }
        b->data = grown;
        b->capacity = capacity;
    }
    if (length > 0)
        memcpy(b->data + b->length, data, length);
    b->length += length;
}

void put_text(bytes *b, const char *text)
{
    put(b, text, strlen(text));
}

void put_u8(bytes *b, unsigned value)
{
    uint8_t byte = (uint8_t)value;
    put(b, &byte, 1);
}

void put_u16(bytes *b, unsigned value)
{
    put_u16_in(b, false, value);
}

void put_u32(bytes *b, uint32_t value)
{
    put_u32_in(b, false, value);
}

void put_u16_in(bytes *b, bool little, unsigned value)
{
    put_u8(b, little ? value : value >> 8);
    put_u8(b, little ? value >> 8 : value);
}

void put_u32_in(bytes *b, bool little, uint32_t value)
{
    put_u16_in(b, little, little ? value : value >> 16);
    put_u16_in(b, little, little ? value >> 16 : value);
}

void clear_bytes(bytes *b)
{
    free(b->data);
    *b = (bytes){0};
}
