#include "base/inflate.h"

#include "base/buf.h"

#define ZLIB_CONST /* zlib does not write to its input */
#include <zlib.h>

/* Unpacks piece by piece into `out`; the code zlib ended with. */
static int unpack(z_stream *z, cut_buf *out)
{
    unsigned char piece[16 << 10];
    int code = Z_OK;
    while (code == Z_OK && cut_buf_ok(out)) {
        z->next_out = piece;
        z->avail_out = sizeof piece;
        code = inflate(z, Z_NO_FLUSH);
        cut_buf_add(out, piece, sizeof piece - z->avail_out);
        if (code == Z_OK && z->avail_in == 0 && z->avail_out != 0)
            code = Z_BUF_ERROR; /* the stream ends too early */
    }
    return code;
}

cutline_status cut_inflate(cut_arena *arena, cut_view packed, size_t max, cut_view *out,
                           bool *complete, cutline_error *err)
{
    z_stream z = {.next_in = packed.p, .avail_in = (uInt)packed.n};
    cut_buf bytes;
    *out = (cut_view){NULL, 0};
    *complete = false;
    if (packed.n > UINT32_MAX)
        return cut_fail(err, CUTLINE_LIMIT, "a compressed text is too long");
    if (inflateInit(&z) != Z_OK)
        return cut_no_memory(err);
    cut_buf_init(&bytes, max);
    int code = unpack(&z, &bytes);
    inflateEnd(&z);
    cutline_status status = CUTLINE_OK;
    if (code == Z_MEM_ERROR)
        status = cut_no_memory(err);
    else if (!cut_buf_ok(&bytes))
        status = cut_fail(err, CUTLINE_LIMIT, "a compressed text is longer than %zu bytes", max);
    else if (bytes.n > 0) {
        char *copy = cut_arena_copy(arena, cut_buf_str(&bytes));
        *out = (cut_view){(const uint8_t *)copy, copy ? bytes.n : 0};
        status = copy ? CUTLINE_OK : cut_no_memory(err);
    }
    *complete = code == Z_STREAM_END;
    cut_buf_release(&bytes);
    return status;
}

uint32_t cut_crc32(cut_view bytes)
{
    return (uint32_t)crc32_z(crc32_z(0, NULL, 0), bytes.p, bytes.n);
}
