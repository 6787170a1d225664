/* What other programs and cameras append behind the end of a JPEG. */
#include "base/error.h"
#include "base/limits.h"
#include "media/jpeg.h"

#define TAIL_BYTES 64

typedef struct trailer {
    const char *name;
    cut_str magic;
    size_t from_end; /* where magic starts, counted from the end of the file */
    /* Finds the IIM in it; NULL if it holds none. */
    cutline_status (*find_iim)(const cut_jpeg_tail *t, uint64_t *at, uint64_t *length);
} trailer;

/* By the last bytes of the file. */
static const trailer trailers[] = {
    {"AFCP", {"AXS!", 4}, 12, cut_jpeg_find_afcp},
    {"AFCP", {"AXS*", 4}, 12, cut_jpeg_find_afcp},
    {"FotoStation", {"\xA1\xB2\xC3\xD4", 4}, 4, cut_jpeg_find_fotostation},
    {"Photo Mechanic", {"cbipcbbl", 8}, 8, NULL},
    {"Samsung", {"SEFT", 4}, 4, NULL},
    {"Samsung", {"QDIOBS", 6}, 6, NULL},
    {"Canon VRD", {"CANON OPTIONAL DATA\0", 20}, 64, NULL},
    {"Insta360", {"8db42d694ccc418790edff439fe026bf", 32}, 32, NULL},
    {"Nikon", {"/NIKON APP", 10}, 10, NULL},
};

static const trailer *find_by_end(cut_str tail)
{
    for (size_t i = 0; i < sizeof trailers / sizeof trailers[0]; i++) {
        const trailer *t = &trailers[i];
        if (t->from_end <= tail.n &&
            cut_str_starts(cut_str_slice(tail, tail.n - t->from_end, tail.n), t->magic))
            return t;
    }
    return NULL;
}

static const char *name_by_start(cut_str start, bool has_mpf)
{
    if (cut_str_eq(cut_str_slice(start, 4, 8), CUT_STR("ftyp")))
        return "a motion photo's video";
    if (cut_str_starts(start, CUT_STR("\xFF\xD8\xFF")))
        return has_mpf ? "further images (MPF)" : "a further JPEG";
    return has_mpf ? "further images (MPF)" : NULL;
}

static cutline_status take_iim(cut_collector *c, const trailer *t, uint64_t end, cutline_error *err)
{
    cut_jpeg_tail tail = {.source = c->source, .image_end = end, .err = err};
    uint64_t at = 0, length = 0;
    cut_view iim;
    cutline_status status = t->find_iim(&tail, &at, &length);
    if (status != CUTLINE_OK || length == 0 || length > CUT_MAX_BLOCK_BYTES || at < end)
        return status;
    status = cut_source_peek(c->source, at, (size_t)length, &iim, err);
    if (status == CUTLINE_OK && iim.n > 0 && !cut_collect_ready(c, CUT_BLOCK_TRAILER_IIM, iim, at))
        return cut_no_memory(err);
    return status;
}

cutline_status cut_jpeg_trailer(cut_collector *c, uint64_t end, bool has_mpf, cutline_error *err)
{
    char start[8], tail[TAIL_BYTES];
    size_t start_bytes = 0, tail_bytes = 0;
    uint64_t size = c->source->size;
    if (end >= size)
        return CUTLINE_OK;
    uint64_t last = size - end < sizeof tail ? end : size - sizeof tail;
    cutline_status status = cut_source_read(c->source, end, start, sizeof start, &start_bytes, err);
    if (status == CUTLINE_OK)
        status = cut_source_read(c->source, last, tail, sizeof tail, &tail_bytes, err);
    if (status != CUTLINE_OK)
        return status;
    const trailer *t = find_by_end((cut_str){tail, tail_bytes});
    const char *name = t ? t->name : name_by_start((cut_str){start, start_bytes}, has_mpf);
    cut_finding_add(
        c->findings, "trailing-data", NULL, "byte %llu: %llu bytes follow the end of the image: %s",
        (unsigned long long)end, (unsigned long long)(size - end), name ? name : "of unknown kind");
    return t && t->find_iim ? take_iim(c, t, end, err) : CUTLINE_OK;
}
