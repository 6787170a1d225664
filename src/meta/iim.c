#include "meta/iim.h"

#include "base/limits.h"
#include "base/reader.h"

#define TAG_MARKER 0x1C          /* IIM 4.2, section 1.5(b): every data set starts with it */
#define HEADER_BYTES ((size_t)5) /* marker, record, data set, 2 octets of count */
#define MAX_COUNT_OCTETS 8       /* extended data sets: octets that hold the length */

/* Some writers stored the block as 32-bit numbers in the wrong byte order: the tag marker then
 * stands at the end of the first group of four. */
static bool is_byte_swapped(cut_view bytes)
{
    return bytes.n >= 4 && bytes.p[0] != TAG_MARKER && bytes.p[3] == TAG_MARKER;
}

static cutline_status unswap(cut_arena *arena, cut_view *bytes, cutline_error *err)
{
    size_t groups = (bytes->n + 3) / 4;
    uint8_t *p = cut_arena_alloc(arena, groups, 4);
    if (!p)
        return cut_no_memory(err);
    for (size_t i = 0; i < bytes->n; i++)
        p[i / 4 * 4 + 3 - i % 4] = bytes->p[i];
    *bytes = (cut_view){p, groups * 4};
    return CUTLINE_OK;
}

/* Only zeros follow: padding. */
static bool at_padding(const cut_reader *r)
{
    for (size_t i = r->at; i < r->bytes.n; i++)
        if (r->bytes.p[i] != 0)
            return false;
    return true;
}

/* Octet count of a value. With the top bit set the other 15 give the number of octets that hold
 * the count (IIM 4.2, section 1.5(d): extended data set). */
static size_t read_count(cut_reader *r)
{
    size_t count = cut_read_u16be(r);
    if ((count & 0x8000) == 0)
        return count;
    size_t octets = count & 0x7FFF;
    if (octets > MAX_COUNT_OCTETS)
        (void)cut_reader_fail(r, "a count of %zu octets", octets);
    uint64_t extended = 0;
    for (size_t i = 0; i < octets && cut_reader_ok(r); i++)
        extended = extended << 8 | cut_read_u8(r);
    if (extended > r->bytes.n) {
        (void)cut_reader_fail(r, "a value of %llu bytes is longer than its block",
                              (unsigned long long)extended);
        return 0;
    }
    return (size_t)extended;
}

static bool read_dataset(cut_reader *r, cut_iim_dataset *out)
{
    uint8_t marker = cut_read_u8(r);
    if (cut_reader_ok(r) && marker != TAG_MARKER) {
        r->at--;
        (void)cut_reader_fail(r, "a data set should start here, not 0x%02x", marker);
    }
    out->record = cut_read_u8(r);
    out->number = cut_read_u8(r);
    size_t count = read_count(r);
    out->offset = cut_reader_offset(r);
    out->raw = cut_read_view(r, count);
    return cut_reader_ok(r);
}

/* Reads data sets until the end or the first break; *broken says which. */
static cutline_status read_all(cut_arena *arena, cut_reader *r, cut_iim *out,
                               cut_findings *findings, cutline_error *err)
{
    while (!at_padding(r)) {
        cut_iim_dataset set = {0};
        if (out->sets.n >= CUT_MAX_IIM_DATASETS)
            (void)cut_reader_fail(r, "more than %u data sets", CUT_MAX_IIM_DATASETS);
        if (!read_dataset(r, &set))
            break;
        if (set.raw.n > CUT_MAX_IIM_VALUE)
            cut_finding_add(findings, "segment-skipped", NULL,
                            "byte %llu: IIM: %u:%u holds %zu bytes, more than the limit of %u",
                            (unsigned long long)set.offset, set.record, set.number, set.raw.n,
                            CUT_MAX_IIM_VALUE);
        else if (!CUT_PUSH(arena, &out->sets, set))
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}

cutline_status cut_iim_parse(cut_arena *arena, cut_view bytes, uint64_t base, const char *file,
                             cut_iim *out, cut_findings *findings, cutline_error *err)
{
    cutline_error broken;
    cutline_status status = CUTLINE_OK;
    if (!out->stream.p)
        out->stream = bytes;
    if (is_byte_swapped(bytes)) {
        cut_finding_add(findings, "iim-damaged", NULL, "byte %llu: IIM: was stored byte-swapped",
                        (unsigned long long)base);
        status = unswap(arena, &bytes, err);
    }
    cut_reader r = cut_reader_over(bytes, base, "IIM", file, &broken);
    if (status == CUTLINE_OK)
        status = read_all(arena, &r, out, findings, err);
    if (!cut_reader_ok(&r))
        cut_finding_add(findings, "iim-damaged", NULL, "byte %lld: %s", (long long)broken.offset,
                        broken.message);
    return status;
}

const cut_iim_dataset *cut_iim_find(const cut_iim *iim, uint8_t record, uint8_t number, size_t nth)
{
    for (size_t i = 0; i < iim->sets.n; i++) {
        const cut_iim_dataset *set = &iim->sets.v[i];
        if (set->record == record && set->number == number && nth-- == 0)
            return set;
    }
    return NULL;
}
