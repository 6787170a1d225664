/*
 * The image hash of a JPEG: SHA-256 over what ExifTool's ImageDataHash takes. That is every SOS,
 * restart marker and stuffed byte with its 0xFF, the bytes up to the next 0xFF, and fill bytes. A
 * stretch counts only once the marker behind it is known to stand alone: before a segment (tables
 * between the scans of a progressive file) and before the end of a cut file, the bytes since the
 * last marker are not counted. The walk is one pass; where a buffer ends inside such a stretch, the
 * state of the hash is kept so that the stretch can be taken back.
 */
#include "media/jpeg.h"

#include "base/wide.h"

#define WINDOW_BYTES ((size_t)64 << 10)
/* Bytes looked at together. */
#define BLOCK ((size_t)64)

typedef struct scan {
    cut_source *source;
    cutline_error *err;
    cut_sha256 hash;
    cut_sha256 before;    /* the hash without the open stretch; valid if `taken` */
    uint64_t window;      /* position of the window's first byte */
    const uint8_t *bytes; /* the window: what the source holds, or `room` */
    size_t have;          /* bytes in the window */
    uint64_t hashed;      /* bytes in the hash, for "is there any" */
    uint64_t from;        /* first byte that is not in the hash yet, while a stretch is open */
    uint64_t mark;        /* start of the open stretch */
    bool open;            /* a stretch is open */
    bool taken;           /* some of the open stretch is in the hash already */
    uint64_t hashed_before;
    uint8_t room[WINDOW_BYTES];
} scan;

cut_jpeg_class cut_jpeg_marker_class(uint8_t marker)
{
    if (marker == 0x93)
        return CUT_JPEG_STOP;
    if (marker == 0x74 || marker == 0x75 || marker == 0x77)
        return CUT_JPEG_LONG;
    if (marker <= 0x01 || (marker >= 0xD0 && marker <= 0xDA) ||
        (marker >= 0x30 && marker <= 0x3F) || marker == 0x4F || marker == 0x92)
        return CUT_JPEG_ALONE;
    return CUT_JPEG_SEGMENT;
}

bool cut_jpeg_is_image_marker(uint8_t marker)
{
    return marker == 0x00 || (marker >= 0xD0 && marker <= 0xD7) || marker == CUT_JPEG_SOS;
}

/* Takes [from, to) into the hash; both ends lie in the window. */
static void take(scan *s, uint64_t to)
{
    size_t n = (size_t)(to - s->from);
    cut_sha256_add(&s->hash, s->bytes + (s->from - s->window), n);
    s->hashed += n;
    s->from = to;
}

static void close_stretch(scan *s, uint64_t end)
{
    if (s->open)
        take(s, end);
    s->open = s->taken = false;
}

static void drop_stretch(scan *s)
{
    if (s->open && s->taken) {
        s->hash = s->before;
        s->hashed = s->hashed_before;
    } else if (s->open) {
        take(s, s->mark);
    }
    s->open = s->taken = false;
}

static void open_stretch(scan *s, uint64_t at)
{
    if (!s->open)
        s->from = at;
    s->open = true;
    s->taken = false;
    s->mark = at;
}

/* The window is about to go: what is before `end` and belongs to a stretch is hashed now. */
static void leave_window(scan *s, uint64_t end)
{
    if (!s->open)
        return;
    if (!s->taken) {
        take(s, s->mark);
        s->before = s->hash;
        s->hashed_before = s->hashed;
        s->taken = true;
    }
    take(s, end);
}

/* Makes the bytes [keep, at] available, of which all before `keep` are done with; false at the end
 * of the file or on a read error. */
static bool reach(scan *s, uint64_t keep, uint64_t at, cutline_status *status)
{
    if (keep >= s->window && at - s->window < s->have)
        return true;
    leave_window(s, keep);
    s->window = keep;
    cut_view held = cut_source_held(s->source, keep);
    s->bytes = held.p;
    s->have = held.n < WINDOW_BYTES ? held.n : WINDOW_BYTES; /* hashed while they are near */
    if (at - keep < s->have)
        return true;
    s->bytes = s->room;
    *status = cut_source_read(s->source, keep, s->room, sizeof s->room, &s->have, s->err);
    return *status == CUTLINE_OK && at - keep < s->have;
}

/* Bytes from p on, in whole blocks, in which every 0xFF has a zero behind it and so is data (ITU-T
 * T.81, B.1.1.5). One byte more than these must be there. */
CUT_WIDE static size_t stuffed_run(const uint8_t *p, size_t n)
{
    size_t run = 0;
    for (; n - run > BLOCK; run += BLOCK) {
        const uint8_t *block = p + run;
        uint8_t others = 0;
        for (size_t i = 0; i < BLOCK; i++)
            others |= (uint8_t)((block[i] == 0xFF) & (block[i + 1] != 0));
        if (others)
            break;
    }
    return run;
}

/* Steps over coded data, which is nearly all of the file, as if marker by marker. */
static void skip_stuffed(scan *s, uint64_t *at)
{
    const uint8_t *p = s->bytes + (*at - s->window);
    size_t run = stuffed_run(p, (size_t)(s->bytes + s->have - p));
    const uint8_t *last = run > 0 ? memrchr(p, 0xFF, run) : NULL;
    if (last)
        open_stretch(s, *at + (uint64_t)(last - p));
    *at += run;
}

/* Finds the next marker at or after *at: *ff is the 0xFF right before it, *at the byte behind. */
static bool next_marker(scan *s, uint64_t *at, uint64_t *ff, uint8_t *marker,
                        cutline_status *status)
{
    for (;;) {
        if (!reach(s, *at, *at, status))
            return false;
        if (s->open)
            skip_stuffed(s, at);
        const uint8_t *p = s->bytes + (*at - s->window);
        const uint8_t *hit = memchr(p, 0xFF, (size_t)(s->bytes + s->have - p));
        if (hit) {
            *ff = s->window + (uint64_t)(hit - s->bytes);
            break;
        }
        *at = s->window + s->have;
    }
    for (*at = *ff + 1; reach(s, *ff, *at, status); ++*at) {
        *marker = s->bytes[*at - s->window];
        if (*marker != 0xFF) {
            ++*at;
            return true;
        }
        *ff = *at;
    }
    return false;
}

/* Steps over a segment's length and data; false if it is cut short. */
static bool skip_segment(scan *s, uint64_t *at, size_t width, cutline_status *status)
{
    uint8_t bytes[4];
    size_t got = 0;
    uint64_t length = 0;
    *status = cut_source_read(s->source, *at, bytes, width, &got, s->err);
    if (*status != CUTLINE_OK || got < width)
        return false;
    for (size_t i = 0; i < width; i++)
        length = length << 8 | bytes[i];
    if (length < width || *at + length > s->source->size)
        return false;
    *at += length;
    return true;
}

/* Goes from marker to marker until EOI, the end of the file, or something that cannot be walked. */
static cutline_status walk(scan *s, uint64_t at, uint64_t *end)
{
    cutline_status status = CUTLINE_OK;
    uint64_t ff = at;
    uint8_t marker = 0;
    while (next_marker(s, &at, &ff, &marker, &status)) {
        cut_jpeg_class class = cut_jpeg_marker_class(marker);
        if (class == CUT_JPEG_SEGMENT || class == CUT_JPEG_LONG) {
            drop_stretch(s);
            if (!skip_segment(s, &at, class == CUT_JPEG_LONG ? 4 : 2, &status))
                break;
        } else if (cut_jpeg_is_image_marker(marker)) {
            open_stretch(s, ff);
        } else {
            close_stretch(s, ff);
            if (class == CUT_JPEG_STOP || marker == CUT_JPEG_EOI)
                break;
        }
    }
    drop_stretch(s);
    *end = marker == CUT_JPEG_EOI ? at : 0;
    return status;
}

cutline_status cut_jpeg_scan(cut_source *source, uint64_t start, cut_layout *out, uint64_t *end,
                             cutline_error *err)
{
    scan s;
    s.source = source;
    s.err = err;
    s.window = s.have = s.hashed = s.hashed_before = s.from = s.mark = 0;
    s.bytes = s.room;
    s.open = s.taken = false;
    cut_sha256_init(&s.hash);
    cutline_status status = walk(&s, start, end);
    if (status != CUTLINE_OK)
        return status;
    out->has_image_hash = s.hashed > 0;
    cut_sha256_final(&s.hash, out->image_hash);
    return CUTLINE_OK;
}
