/* What other programs and cameras append behind the end of a JPEG. */
#include "media/jpeg.h"

#define TAIL_BYTES 64

typedef struct trailer {
    const char *name;
    cut_str magic;
    size_t from_end; /* where magic starts, counted from the end of the file */
} trailer;

/* By the last bytes of the file. */
static const trailer trailers[] = {
    {"AFCP", {"AXS!", 4}, 12},
    {"AFCP", {"AXS*", 4}, 12},
    {"FotoStation", {"\xA1\xB2\xC3\xD4", 4}, 4},
    {"Photo Mechanic", {"cbipcbbl", 8}, 8},
    {"Samsung", {"SEFT", 4}, 4},
    {"Samsung", {"QDIOBS", 6}, 6},
    {"Canon VRD", {"CANON OPTIONAL DATA\0", 20}, 64},
    {"Insta360", {"8db42d694ccc418790edff439fe026bf", 32}, 32},
    {"Nikon", {"/NIKON APP", 10}, 10},
};

static const char *name_by_end(cut_str tail)
{
    for (size_t i = 0; i < sizeof trailers / sizeof trailers[0]; i++) {
        const trailer *t = &trailers[i];
        if (t->from_end <= tail.n &&
            cut_str_starts(cut_str_slice(tail, tail.n - t->from_end, tail.n), t->magic))
            return t->name;
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

cutline_status cut_jpeg_trailer(cut_source *source, uint64_t end, bool has_mpf,
                                cut_findings *findings, cutline_error *err)
{
    char start[8], tail[TAIL_BYTES];
    size_t start_bytes = 0, tail_bytes = 0;
    if (end >= source->size)
        return CUTLINE_OK;
    uint64_t last = source->size - end < sizeof tail ? end : source->size - sizeof tail;
    cutline_status status = cut_source_read(source, end, start, sizeof start, &start_bytes, err);
    if (status == CUTLINE_OK)
        status = cut_source_read(source, last, tail, sizeof tail, &tail_bytes, err);
    if (status != CUTLINE_OK)
        return status;
    const char *name = name_by_end((cut_str){tail, tail_bytes});
    if (!name)
        name = name_by_start((cut_str){start, start_bytes}, has_mpf);
    cut_finding_add(findings, "trailing-data", NULL,
                    "byte %llu: %llu bytes follow the end of the image: %s",
                    (unsigned long long)end, (unsigned long long)(source->size - end),
                    name ? name : "of unknown kind");
    return CUTLINE_OK;
}
