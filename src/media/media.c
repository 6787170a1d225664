#include "media/media.h"

#include "base/path.h"
#include "media/formats.h"

#include <stdio.h>

#define PROBE_BYTES ((size_t)64)

const cut_format *const cut_formats[] = {
    &cut_format_jpeg, &cut_format_png,
    &cut_format_webp, &cut_format_tiff,
    &cut_format_heif, &cut_format_raf,
    &cut_format_mrw,  &cut_format_psd,
    &cut_format_gif,  &cut_format_jp2,
    &cut_format_jxl,  &cut_format_exv,
    &cut_format_xmp,  NULL,
};

typedef struct magic {
    const char *name;
    size_t offset;
    cut_str bytes;
} magic;

/* What a file is that cutline does not read, for the message that says so. */
static const magic foreign[] = {
    {"PDF", 0, {"%PDF", 4}},
    {"a Windows bitmap", 0, {"BM", 2}},
    {"a QuickTime or MP4 video", 4, {"ftyp", 4}},
    {"a QuickTime video", 4, {"moov", 4}},
    {"a Matroska or WebM video", 0, {"\x1A\x45\xDF\xA3", 4}},
    {"a RIFF file (AVI, WAV)", 0, {"RIFF", 4}},
    {"a ZIP archive", 0, {"PK\x03\x04", 4}},
    {"gzip data", 0, {"\x1F\x8B", 2}},
    {"PostScript", 0, {"%!PS", 4}},
    {"an OLE document", 0, {"\xD0\xCF\x11\xE0", 4}},
    {"an SQLite database", 0, {"SQLite format 3", 15}},
    {"a program",
     0,
     {"\x7F"
      "ELF",
      4}},
    {"HTML", 0, {"<!DOCTYPE", 9}},
    {"HTML", 0, {"<html", 5}},
    {"XML", 0, {"<?xml", 5}},
};

const cut_format *cut_format_probe(cut_view head)
{
    for (size_t i = 0; cut_formats[i]; i++)
        if (cut_formats[i]->probe(head))
            return cut_formats[i];
    return NULL;
}

static bool claims(const cut_format *format, cut_str extension)
{
    cut_str rest = cut_str_from(format->extensions);
    while (rest.p)
        if (cut_str_eq_nocase(cut_str_split(&rest, ' '), extension))
            return true;
    return false;
}

static const cut_format *format_of_extension(cut_str extension)
{
    for (size_t i = 0; cut_formats[i]; i++)
        if (claims(cut_formats[i], extension))
            return cut_formats[i];
    return NULL;
}

bool cut_format_known_extension(cut_str extension)
{
    return extension.n > 0 && format_of_extension(extension) != NULL;
}

static const char *foreign_name(cut_str head)
{
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++) {
        const magic *m = &foreign[i];
        if (cut_str_starts(cut_str_slice(head, m->offset, head.n), m->bytes))
            return m->name;
    }
    return NULL;
}

static cutline_status unsupported(const cut_source *source, cut_view head, cutline_error *err)
{
    char hex[3 * 8 + 1] = "";
    size_t n = head.n < 8 ? head.n : 8;
    for (size_t i = 0; i < n; i++)
        snprintf(hex + 3 * i, 4, " %02x", head.p[i]);
    const char *name = foreign_name(cut_str_of_view(head));
    return cut_fail_at(err, CUTLINE_UNSUPPORTED, source->name, 0,
                       "not a format that cutline reads (%s%sthe first bytes are%s)",
                       name ? name : "", name ? "; " : "", hex);
}

/* The name says one format, the content is another. */
static void check_extension(const cut_source *source, const cut_format *format,
                            cut_findings *findings)
{
    cut_str extension = cut_path_extension(cut_str_from(source->name));
    if (extension.n > 0 && !claims(format, extension))
        cut_finding_add(findings, "wrong-extension", NULL,
                        "the file is named .%.*s, its content is %s", CUT_FMT(extension),
                        format->name);
}

cutline_status cut_media_scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                              cut_findings *findings, cutline_error *err)
{
    *out = (cut_layout){0};
    if (source->size == 0)
        return cut_fail_at(err, CUTLINE_MALFORMED, source->name, 0, "the file is empty");
    cut_view head = source->head;
    if (head.n > PROBE_BYTES)
        head.n = PROBE_BYTES;
    const cut_format *format = cut_format_probe(head);
    if (!format)
        return unsupported(source, head, err);
    out->format = format->name;
    check_extension(source, format, findings);
    return format->scan(source, want_hash, arena, out, findings, err);
}
