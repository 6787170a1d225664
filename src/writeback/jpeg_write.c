/*
 * JPEG: the header is laid out anew from its segments, most of them copied as they stand; from the
 * first SOS on the file is one piece. New segments go before everything but JFIF and EXIF, and so
 * before MPF, whose offsets count from itself (CIPA DC-007, 5.2.3.3).
 */
#include "base/digest.h"
#include "base/error.h"
#include "base/limits.h"
#include "media/jpeg.h"
#include "writeback/jpeg_afcp.h"
#include "writeback/jpeg_mpf.h"
#include "writeback/work.h"
#include "writeback/xmp_edit.h"
#include "writeback/xmp_split.h"

#define SOI_BYTES 2
#define MARKER_EXIF 0xE1u
#define MARKER_XMP 0xE1u
#define MARKER_IRB 0xEDu
#define SEGMENT_MOST 65533u /* T.81, B.1.1.4: a length of 16 bits that counts itself */
/* XMP part 3, 1.1.3: a packet has at most 65,502 bytes. */
#define PACKET_MOST 65502u
#define EXIF_MOST (SEGMENT_MOST - 6)
#define IRB_MOST (SEGMENT_MOST - 14)
#define EXTENSION_MOST (SEGMENT_MOST - CUT_JPEG_EXTENSION_HEADER)

typedef enum role { OTHER, JFIF, EXIF, PACKET, EXTENSION, RESOURCES, MPF } role;

/* A segment of the old header. */
typedef struct part {
    role role;
    uint64_t at, end; /* with fill bytes and garbage before it */
    uint64_t data;    /* of its data */
    size_t length;    /* of the data */
    size_t skip;      /* bytes of the data before the block begins: its signature */
    bool renewed;     /* `news` stands for it (nothing: it goes) */
    cut_view news;    /* whole segments */
} part;

typedef struct header {
    const cut_work *work;
    cutline_error *err;
    CUT_VEC(part) parts;
    uint64_t image; /* of the first SOS */
} header;

/* ---- the old header ---------------------------------------------------------------------------
 */

static role app1_role(const cut_jpeg_segment *s, size_t *skip)
{
    size_t exif = cut_jpeg_exif_signature(s->start);
    if (exif != SIZE_MAX) {
        *skip = exif + 6;
        return EXIF;
    }
    if (cut_str_starts(s->start, CUT_JPEG_XMP)) {
        *skip = CUT_JPEG_XMP.n;
        return PACKET;
    }
    if (cut_str_starts(s->start, CUT_JPEG_EXTENSION)) {
        *skip = CUT_JPEG_EXTENSION_HEADER;
        return s->length >= *skip ? EXTENSION : OTHER;
    }
    return cut_jpeg_looks_like_xmp(s->start) ? PACKET : OTHER;
}

static role role_of(const cut_jpeg_segment *s, size_t *skip)
{
    *skip = 0;
    if (s->marker == 0xE0)
        return JFIF;
    if (s->marker == 0xE1)
        return app1_role(s, skip);
    if (s->marker == 0xE2 && cut_str_starts(s->start, CUT_STR("MPF\0")))
        return MPF;
    if (s->marker != 0xED)
        return OTHER;
    bool old = cut_str_starts(s->start, CUT_JPEG_OLD_IRB) && s->length >= CUT_JPEG_OLD_IRB_HEADER;
    if (!old && !cut_str_starts(s->start, CUT_JPEG_IRB))
        return OTHER;
    *skip = old ? CUT_JPEG_OLD_IRB_HEADER : CUT_JPEG_IRB.n;
    return RESOURCES;
}

static cutline_status add_part(header *h, const cut_jpeg_segment *s, uint64_t from)
{
    part p = {.at = from, .end = s->next, .data = s->data, .length = s->length};
    p.role = role_of(s, &p.skip);
    if (s->next > h->work->source->size)
        return cut_fail_at(h->err, CUTLINE_MALFORMED, NULL, (int64_t)s->at,
                           "JPEG: the file ends inside a segment");
    return CUT_PUSH(h->work->arena, &h->parts, p) ? CUTLINE_OK : cut_no_memory(h->err);
}

static cutline_status read_header(header *h)
{
    cut_jpeg_segment s = {.next = SOI_BYTES};
    for (size_t count = 0; count < CUT_MAX_SEGMENTS; count++) {
        uint64_t from = s.next;
        const char *damage;
        bool found;
        cutline_status status =
            cut_jpeg_next_segment(h->work->source, from, &s, &found, &damage, h->err);
        if (status != CUTLINE_OK)
            return status;
        bool ends =
            found && (s.marker == CUT_JPEG_EOI || cut_jpeg_marker_class(s.marker) == CUT_JPEG_STOP);
        if (!found || ends)
            return cut_fail_at(h->err, CUTLINE_MALFORMED, NULL, (int64_t)s.at, "%s",
                               damage ? damage : "JPEG: the image ends before any image data");
        h->image = from;
        if (s.marker == CUT_JPEG_SOS)
            return CUTLINE_OK;
        status = add_part(h, &s, from);
        if (status != CUTLINE_OK)
            return status;
    }
    return cut_fail(h->err, CUTLINE_LIMIT, "JPEG: more than %u segments", CUT_MAX_SEGMENTS);
}

static part *first_of(header *h, role wanted)
{
    for (size_t i = 0; i < h->parts.n; i++)
        if (h->parts.v[i].role == wanted)
            return &h->parts.v[i];
    return NULL;
}

/* ---- blocks out of segments, and back ---------------------------------------------------------
 */

static cutline_status data_of(header *h, const part *p, size_t skip, cut_view *out)
{
    return cut_source_view(h->work->source, p->data + skip, p->length - skip, "JPEG segment", out,
                           h->err);
}

/* The block of a kind that the reader has found, or an empty one. */
static cut_view block_of(const header *h, cut_block_kind kind)
{
    const cut_layout *layout = &h->work->content->layout;
    for (size_t i = 0; i < layout->blocks.n; i++)
        if (layout->blocks.v[i].kind == kind)
            return layout->blocks.v[i].bytes;
    return (cut_view){NULL, 0};
}

static void put_segment(cut_buf *out, unsigned marker, cut_str signature, cut_view data)
{
    size_t length = 2 + signature.n + data.n;
    cut_buf_char(out, (char)0xFF);
    cut_buf_char(out, (char)marker);
    cut_buf_char(out, (char)(length >> 8));
    cut_buf_char(out, (char)length);
    cut_buf_str_add(out, signature);
    cut_buf_add(out, data.p, data.n);
}

/* A block in as many segments as it needs. */
static cutline_status to_segments(header *h, unsigned marker, cut_str signature, cut_view block,
                                  size_t most, cut_view *out)
{
    cut_buf segments;
    cut_buf_init(&segments, CUT_MAX_FILE_BLOCK_BYTES);
    for (size_t at = 0; at == 0 || at < block.n; at += most) {
        size_t n = block.n - at < most ? block.n - at : most;
        put_segment(&segments, marker, signature, (cut_view){block.p + at, n});
    }
    char *copy =
        cut_buf_ok(&segments) ? cut_arena_copy(h->work->arena, cut_buf_str(&segments)) : NULL;
    *out = (cut_view){(const uint8_t *)copy, segments.n};
    cut_buf_release(&segments);
    return copy ? CUTLINE_OK : cut_no_memory(h->err);
}

/* Puts new segments where the block was; its other segments go. Without an old place they go behind
 * JFIF and EXIF. */
static cutline_status place(header *h, role wanted, cut_view news)
{
    part *old = first_of(h, wanted);
    if (old) {
        for (size_t i = 0; i < h->parts.n; i++)
            if (h->parts.v[i].role == wanted)
                h->parts.v[i].renewed = true;
        old->news = news;
        return CUTLINE_OK;
    }
    size_t at = 0;
    while (at < h->parts.n &&
           (h->parts.v[at].role == JFIF || (h->parts.v[at].role == EXIF && wanted != EXIF)))
        at++;
    uint64_t end = at < h->parts.n ? h->parts.v[at].at : h->image;
    part added = {.role = wanted, .at = end, .end = end, .renewed = true, .news = news};
    if (!CUT_PUSH(h->work->arena, &h->parts, added))
        return cut_no_memory(h->err);
    memmove(h->parts.v + at + 1, h->parts.v + at, (h->parts.n - 1 - at) * sizeof added);
    h->parts.v[at] = added;
    return CUTLINE_OK;
}

/* ---- EXIF -------------------------------------------------------------------------------------
 */

/* A second EXIF block, which some readers hear instead of the first: what it says of the tags that
 * change follows. */
static cutline_status renew_second_exif(header *h, part *p)
{
    cut_view old, new = {NULL, 0};
    p->role = OTHER;
    cutline_status status = data_of(h, p, p->skip, &old);
    if (status == CUTLINE_OK)
        status = cut_work_exif_beside(h->work, old, &new, h->err);
    if (status != CUTLINE_OK || new.n == 0 || new.n > EXIF_MOST)
        return status;
    p->renewed = true;
    return to_segments(h, MARKER_EXIF, CUT_STR("Exif\0\0"), new, EXIF_MOST, &p->news);
}

/* The reader joins segments without a header of their own to the first. */
static cutline_status renew_other_exif(header *h)
{
    bool first = true;
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < h->parts.n && status == CUTLINE_OK; i++) {
        part *p = &h->parts.v[i];
        cut_view start = {NULL, 0};
        if (p->role != EXIF || p->length < p->skip + 4 ||
            cut_source_peek(h->work->source, p->data + p->skip, 4, &start, NULL) != CUTLINE_OK)
            continue;
        cut_str s = cut_str_of_view(start);
        bool starts = cut_str_eq(s, CUT_STR("II*\0")) || cut_str_eq(s, CUT_STR("MM\0*"));
        if (starts && !first)
            status = renew_second_exif(h, p);
        first &= !starts;
    }
    return status;
}

static size_t count_of(const header *h, role wanted)
{
    size_t n = 0;
    for (size_t i = 0; i < h->parts.n; i++)
        n += h->parts.v[i].role == wanted;
    return n;
}

static cutline_status renew_exif(header *h)
{
    cut_view block, segments;
    cutline_status status = renew_other_exif(h);
    if (status == CUTLINE_OK)
        status = cut_work_exif(h->work, block_of(h, CUT_BLOCK_EXIF), &block, h->err);
    if (status != CUTLINE_OK)
        return status;
    if (block.n > EXIF_MOST && count_of(h, EXIF) < 2)
        return cut_fail(h->err, CUTLINE_LIMIT,
                        "EXIF of %zu bytes does not fit the %u of a JPEG segment", block.n,
                        EXIF_MOST);
    status = to_segments(h, MARKER_EXIF, CUT_STR("Exif\0\0"), block, EXIF_MOST, &segments);
    return status == CUTLINE_OK ? place(h, EXIF, segments) : status;
}

/* ---- XMP --------------------------------------------------------------------------------------
 */

/* Packets beyond the first lose the fields that change. */
static cutline_status thin_packets(header *h)
{
    bool first = true;
    for (size_t i = 0; i < h->parts.n; i++) {
        part *p = &h->parts.v[i];
        cut_view old, new;
        if (p->role != PACKET || first) {
            first &= p->role != PACKET;
            continue;
        }
        cutline_status status = data_of(h, p, p->skip, &old);
        if (status == CUTLINE_OK)
            status = cut_work_xmp(h->work, old, PACKET_MOST, true, NULL, &new, h->err);
        if (status == CUTLINE_OK)
            status = to_segments(h, MARKER_XMP, CUT_JPEG_XMP, new, SEGMENT_MOST, &p->news);
        if (status != CUTLINE_OK)
            return status;
        p->renewed = true;
    }
    return CUTLINE_OK;
}

/* The extension that the packet names, as the reader has joined it; NULL if there is none. */
static const cut_block *extension_of(const header *h)
{
    const cut_layout *layout = &h->work->content->layout;
    const cut_xmp *xmp = &h->work->content->reading->xmp;
    cut_str guid = cut_str_trim(cut_xmp_text(cut_xmp_find(xmp, "xmpNote", "HasExtendedXMP")));
    for (size_t i = 0; i < layout->blocks.n && guid.n > 0; i++)
        if (layout->blocks.v[i].kind == CUT_BLOCK_XMP_EXT &&
            cut_str_eq_nocase(guid, cut_str_from(layout->blocks.v[i].guid)))
            return &layout->blocks.v[i];
    return NULL;
}

/* The segments of an extension go: new ones come behind the packet. */
static cutline_status drop_extension(header *h, const cut_block *old)
{
    for (size_t i = 0; old && i < h->parts.n; i++) {
        part *p = &h->parts.v[i];
        cut_view head;
        if (p->role != EXTENSION)
            continue;
        cutline_status status = cut_source_view(h->work->source, p->data, CUT_JPEG_EXTENSION_HEADER,
                                                "JPEG segment", &head, h->err);
        if (status != CUTLINE_OK)
            return status;
        cut_str guid =
            cut_str_slice(cut_str_of_view(head), CUT_JPEG_EXTENSION.n, CUT_JPEG_EXTENSION.n + 32);
        p->renewed |= cut_str_eq_nocase(guid, cut_str_from(old->guid));
    }
    return CUTLINE_OK;
}

static void put_u32(cut_buf *out, size_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        cut_buf_char(out, (char)(value >> shift));
}

/* XMP part 3, 1.1.3.1: each segment repeats GUID and full length, and says its place. */
static void put_extension(cut_buf *out, cut_view extension, const char *guid)
{
    cut_buf head;
    cut_buf_init(&head, CUT_JPEG_EXTENSION_HEADER);
    for (size_t at = 0; at < extension.n; at += EXTENSION_MOST) {
        size_t n = extension.n - at < EXTENSION_MOST ? extension.n - at : EXTENSION_MOST;
        cut_buf_clear(&head);
        cut_buf_str_add(&head, CUT_JPEG_EXTENSION);
        cut_buf_z(&head, guid);
        put_u32(&head, extension.n);
        put_u32(&head, at);
        put_segment(out, MARKER_XMP, cut_buf_str(&head), (cut_view){extension.p + at, n});
    }
    out->failed |= !cut_buf_ok(&head);
    cut_buf_release(&head);
}

/* The packet with the name of its new extension, and both as segments. */
static cutline_status with_extension(header *h, cut_view packet, cut_view extension, cut_view *out)
{
    char guid[33];
    cut_buf segments;
    cut_changes none = {NULL, 0};
    cut_xmp_guid(extension, guid);
    cut_xmp_job job = {
        .arena = h->work->arena, .changes = &none, .extension = guid, .max = PACKET_MOST};
    cutline_status status = cut_xmp_edit(&job, packet, &packet, h->err);
    if (status != CUTLINE_OK)
        return status;
    cut_buf_init(&segments, CUT_MAX_FILE_BLOCK_BYTES);
    put_segment(&segments, MARKER_XMP, CUT_JPEG_XMP, packet);
    put_extension(&segments, extension, guid);
    char *copy =
        cut_buf_ok(&segments) ? cut_arena_copy(h->work->arena, cut_buf_str(&segments)) : NULL;
    *out = (cut_view){(const uint8_t *)copy, segments.n};
    cut_buf_release(&segments);
    return copy ? CUTLINE_OK : cut_no_memory(h->err);
}

/* The packet, edited; what does not fit goes into the extension. *extension is the new extension,
 * or empty if there is none or the old one stays. */
static cutline_status edit_packet(header *h, cut_view old, const cut_block *old_extension,
                                  cut_view *packet, cut_view *extension)
{
    cut_view thinned = {NULL, 0};
    *extension = (cut_view){NULL, 0};
    cutline_status status = CUTLINE_OK;
    if (old_extension)
        status = cut_work_xmp(h->work, old_extension->bytes, CUT_MAX_BLOCK_BYTES, true, NULL,
                              &thinned, h->err);
    if (status != CUTLINE_OK)
        return status;
    bool same = !old_extension || cut_str_eq(cut_str_trim(cut_str_of_view(thinned)),
                                             cut_str_trim(cut_str_of_view(old_extension->bytes)));
    if (!same)
        *extension = thinned;
    status = cut_work_xmp(h->work, old, PACKET_MOST, false, NULL, packet, h->err);
    if (status != CUTLINE_LIMIT)
        return status;
    status = cut_work_xmp(h->work, old, CUT_MAX_BLOCK_BYTES, false, NULL, packet, h->err);
    if (status == CUTLINE_OK)
        status =
            cut_xmp_split(h->work->arena, *packet, thinned, PACKET_MOST, packet, extension, h->err);
    return status;
}

static cutline_status renew_xmp(header *h)
{
    part *first = first_of(h, PACKET);
    const cut_block *old_extension = extension_of(h);
    cut_view old = {NULL, 0}, packet, extension, segments;
    cutline_status status = thin_packets(h);
    if (status == CUTLINE_OK && first)
        status = data_of(h, first, first->skip, &old);
    if (status == CUTLINE_OK)
        status = edit_packet(h, old, old_extension, &packet, &extension);
    if (status == CUTLINE_OK && extension.n == 0)
        status = to_segments(h, MARKER_XMP, CUT_JPEG_XMP, packet, SEGMENT_MOST, &segments);
    if (status == CUTLINE_OK && extension.n > 0)
        status = with_extension(h, packet, extension, &segments);
    if (status == CUTLINE_OK && extension.n > 0)
        status = drop_extension(h, old_extension);
    if (status != CUTLINE_OK)
        return status;
    if (!first)
        return place(h, PACKET, segments);
    first->renewed = true;
    first->news = segments;
    return CUTLINE_OK;
}

/* ---- Photoshop resources ----------------------------------------------------------------------
 */

static cutline_status renew_resources(header *h)
{
    cut_view block, segments;
    cutline_status status = cut_work_irb(h->work, block_of(h, CUT_BLOCK_IRB), &block, h->err);
    if (status == CUTLINE_OK)
        status = to_segments(h, MARKER_IRB, CUT_JPEG_IRB, block, IRB_MOST, &segments);
    return status == CUTLINE_OK ? place(h, RESOURCES, segments) : status;
}

/* ---- the new file -----------------------------------------------------------------------------
 */

static int64_t growth(const part *p)
{
    return p->renewed ? (int64_t)p->news.n - (int64_t)(p->end - p->at) : 0;
}

static cutline_status renew_mpf(header *h)
{
    int64_t all = 0, behind = 0;
    part *mpf = first_of(h, MPF);
    for (size_t i = 0; i < h->parts.n; i++) {
        all += growth(&h->parts.v[i]);
        if (mpf && &h->parts.v[i] > mpf)
            behind += growth(&h->parts.v[i]);
    }
    if (!mpf || all == 0)
        return CUTLINE_OK;
    cut_view data, new;
    cutline_status status = data_of(h, mpf, 0, &data);
    if (status == CUTLINE_OK)
        status = cut_mpf_shift(h->work->arena, data, all, behind, &new, h->err);
    if (status == CUTLINE_OK)
        status = to_segments(h, 0xE2, CUT_STR(""), new, SEGMENT_MOST, &mpf->news);
    mpf->renewed = status == CUTLINE_OK;
    return status;
}

static cutline_status lay_out(const header *h, cut_plan *plan)
{
    cut_plan_copy(plan, 0, SOI_BYTES);
    for (size_t i = 0; i < h->parts.n; i++) {
        const part *p = &h->parts.v[i];
        if (p->renewed)
            cut_plan_add(plan, p->news);
        else
            cut_plan_copy(plan, p->at, p->end - p->at);
    }
    int64_t shift = (int64_t)plan->size - (int64_t)h->image;
    return cut_afcp_copy(h->work->source, h->image, shift, plan, h->err);
}

cutline_status cut_jpeg_plan(const cut_work *work, cut_plan *plan, cutline_error *err)
{
    header h = {.work = work, .err = err};
    cutline_status status = read_header(&h);
    if (status == CUTLINE_OK && work->exif)
        status = renew_exif(&h);
    if (status == CUTLINE_OK && work->iim)
        status = renew_resources(&h);
    if (status == CUTLINE_OK && work->xmp)
        status = renew_xmp(&h);
    if (status == CUTLINE_OK)
        status = renew_mpf(&h);
    if (status == CUTLINE_OK)
        status = lay_out(&h, plan);
    if (status != CUTLINE_OK)
        return status;
    return plan->no_memory ? cut_no_memory(err) : CUTLINE_OK;
}
