/* A media file made in memory, byte by byte, and what a scan of it gives. */
#ifndef CUT_TESTS_MEDIA_FILE_H
#define CUT_TESTS_MEDIA_FILE_H

#include "unit.h"

#include "base/buf.h"
#include "base/limits.h"
#include "media/media.h"

#include <stdlib.h>

typedef struct media_file {
    cut_arena arena;
    cut_source source;
    cut_findings findings;
    cut_layout layout;
    cutline_error err;
    cut_buf bytes;
} media_file;

static inline void media_start(media_file *f)
{
    memset(f, 0, sizeof *f);
    cut_arena_init(&f->arena, CUT_MAX_RECORD_ARENA);
    cut_buf_init(&f->bytes, 64 << 20);
}

static inline void media_stop(media_file *f)
{
    cut_buf_release(&f->bytes);
    cut_arena_release(&f->arena);
}

static inline void media_add(media_file *f, cut_str bytes)
{
    cut_buf_str_add(&f->bytes, bytes);
}

static inline void media_add_be(media_file *f, uint64_t value, size_t n)
{
    for (size_t i = n; i > 0; i--)
        cut_buf_char(&f->bytes, (char)(value >> (8 * (i - 1))));
}

static inline void media_add_le(media_file *f, uint64_t value, size_t n)
{
    for (size_t i = 0; i < n; i++)
        cut_buf_char(&f->bytes, (char)(value >> (8 * i)));
}

static inline cutline_status media_try(media_file *f, const char *name)
{
    cut_view bytes = cut_view_of_str(cut_buf_str(&f->bytes));
    assert_true(cut_buf_ok(&f->bytes));
    f->findings = cut_findings_in(&f->arena);
    cut_source_from_memory(&f->source, name, bytes, &f->arena);
    return cut_media_scan(&f->source, true, &f->arena, &f->layout, &f->findings, &f->err);
}

static inline void media_scan(media_file *f, const char *name)
{
    assert_int_equal(media_try(f, name), CUTLINE_OK);
}

/* Scans every beginning of a file, each in memory of exactly its size; `check` judges the result,
 * which may be an error. */
static inline void media_scan_cut(const media_file *whole, const char *name,
                                  void (*check)(const media_file *f, cutline_status status))
{
    for (size_t n = 0; n < whole->bytes.n; n++) {
        media_file f;
        media_start(&f);
        uint8_t *copy = malloc(n ? n : 1);
        assert_non_null(copy);
        memcpy(copy, whole->bytes.p, n);
        f.findings = cut_findings_in(&f.arena);
        cut_source_from_memory(&f.source, name, (cut_view){copy, n}, &f.arena);
        cutline_status status =
            cut_media_scan(&f.source, true, &f.arena, &f.layout, &f.findings, &f.err);
        if (check)
            check(&f, status);
        media_stop(&f);
        free(copy);
    }
}

static inline void assert_block(const media_file *f, size_t i, cut_block_kind kind, cut_str bytes)
{
    assert_true(i < f->layout.blocks.n);
    const cut_block *block = &f->layout.blocks.v[i];
    assert_int_equal(block->kind, kind);
    assert_int_equal(block->bytes.n, bytes.n);
    if (bytes.n)
        assert_memory_equal(block->bytes.p, bytes.p, bytes.n);
}

static inline void assert_hash_over(const media_file *f, cut_str image)
{
    uint8_t expected[CUT_SHA256_BYTES];
    cut_sha256 h;
    cut_sha256_init(&h);
    cut_sha256_add(&h, image.p, image.n);
    cut_sha256_final(&h, expected);
    assert_true(f->layout.has_image_hash);
    assert_memory_equal(f->layout.image_hash, expected, sizeof expected);
}

static inline void assert_finding(const media_file *f, size_t i, const char *code, const char *part)
{
    assert_true(i < f->findings.list.n);
    assert_string_equal(f->findings.list.v[i].code, code);
    assert_non_null(strstr(f->findings.list.v[i].detail, part));
}

#endif
