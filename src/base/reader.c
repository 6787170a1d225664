#include "base/reader.h"

#include <stdarg.h>
#include <stdio.h>

cut_reader cut_reader_over(cut_view bytes, uint64_t base, const char *name, const char *file,
                           cutline_error *err)
{
    return (cut_reader){.bytes = bytes, .base = base, .name = name, .file = file, .err = err};
}

cutline_status cut_reader_fail(cut_reader *r, const char *format, ...)
{
    char text[256];
    if (r->failed)
        return CUTLINE_MALFORMED;
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    r->failed = true;
    return cut_fail_at(r->err, CUTLINE_MALFORMED, r->file, (int64_t)cut_reader_offset(r), "%s: %s",
                       r->name, text);
}

static const uint8_t *take(cut_reader *r, size_t n)
{
    if (r->failed)
        return NULL;
    size_t left = r->bytes.n - r->at;
    if (n > left) {
        (void)cut_reader_fail(r, "%zu bytes wanted, %zu left", n, left);
        return NULL;
    }
    const uint8_t *p = r->bytes.p + r->at;
    r->at += n;
    return p;
}

static uint64_t read_be(cut_reader *r, size_t n)
{
    const uint8_t *p = take(r, n);
    uint64_t value = 0;
    for (size_t i = 0; p && i < n; i++)
        value = value << 8 | p[i];
    return value;
}

static uint64_t read_le(cut_reader *r, size_t n)
{
    const uint8_t *p = take(r, n);
    uint64_t value = 0;
    for (size_t i = n; p && i > 0; i--)
        value = value << 8 | p[i - 1];
    return value;
}

uint8_t cut_read_u8(cut_reader *r)
{
    const uint8_t *p = take(r, 1);
    return p ? p[0] : 0;
}

uint16_t cut_read_u16be(cut_reader *r)
{
    const uint8_t *p = take(r, 2);
    unsigned value = p ? (unsigned)p[0] << 8 | p[1] : 0;
    return (uint16_t)value;
}

uint32_t cut_read_u32be(cut_reader *r)
{
    return (uint32_t)read_be(r, 4);
}

uint64_t cut_read_u64be(cut_reader *r)
{
    return read_be(r, 8);
}

uint16_t cut_read_u16le(cut_reader *r)
{
    return (uint16_t)read_le(r, 2);
}

uint32_t cut_read_u32le(cut_reader *r)
{
    return (uint32_t)read_le(r, 4);
}

uint64_t cut_read_u64le(cut_reader *r)
{
    return read_le(r, 8);
}

uint16_t cut_read_u16(cut_reader *r)
{
    return r->big_endian ? cut_read_u16be(r) : cut_read_u16le(r);
}

uint32_t cut_read_u32(cut_reader *r)
{
    return r->big_endian ? cut_read_u32be(r) : cut_read_u32le(r);
}

uint64_t cut_read_u64(cut_reader *r)
{
    return r->big_endian ? cut_read_u64be(r) : cut_read_u64le(r);
}

cut_view cut_read_view(cut_reader *r, size_t n)
{
    const uint8_t *p = take(r, n);
    return (cut_view){p, p ? n : 0};
}

void cut_read_skip(cut_reader *r, size_t n)
{
    (void)take(r, n);
}

void cut_read_seek(cut_reader *r, size_t at)
{
    if (r->failed)
        return;
    if (at > r->bytes.n)
        (void)cut_reader_fail(r, "position %zu is past the end (%zu bytes)", at, r->bytes.n);
    else
        r->at = at;
}

bool cut_read_match(cut_reader *r, cut_str magic)
{
    if (r->failed || r->bytes.n - r->at < magic.n)
        return false;
    if (magic.n && memcmp(r->bytes.p + r->at, magic.p, magic.n) != 0)
        return false;
    r->at += magic.n;
    return true;
}
