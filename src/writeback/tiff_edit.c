#include "writeback/tiff_edit.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/limits.h"

#include <stdlib.h>

#define TAG_EXIF_IFD 0x8769
#define TYPE_LONG 4
#define TYPE_LONG8 16

/* A directory with what it becomes. */
typedef struct directory {
    bool present;
    uint64_t offset; /* from the header */
    cut_tiff_ifd ifd;
    CUT_VEC(cut_tiff_set) news; /* sets for it */
} directory;

typedef struct editor {
    cut_tiff_edit *edit;
    cutline_error *err;
    cut_tiff tiff;
    size_t width;           /* of offsets and counts: 4, in BigTIFF 8 */
    cut_tiff_ifd gps, ifd1; /* whose values must not be written over */
    directory dirs[2];      /* CUT_TIFF_IFD0, CUT_TIFF_EXIF */
    cut_buf tail;
} editor;

static void put_number(uint8_t *p, uint64_t value, size_t n, bool big_endian)
{
    for (size_t i = 0; i < n; i++)
        p[big_endian ? n - 1 - i : i] = (uint8_t)(value >> (8 * i));
}

static size_t entry_bytes(const editor *e)
{
    return 4 + 2 * e->width;
}

static size_t count_bytes(const editor *e)
{
    return e->tiff.big ? 8 : 2;
}

static bool add_patch(editor *e, uint64_t at, cut_view bytes)
{
    return CUT_PUSH(e->edit->arena, &e->edit->patches, ((cut_patch){at, bytes}));
}

/* ---- reading ----------------------------------------------------------------------------------
 */

static cutline_status read_directory(editor *e, uint64_t offset, directory *d)
{
    cutline_status status = cut_tiff_read_ifd(&e->tiff, e->edit->arena, offset, &d->ifd, e->err);
    if (status != CUTLINE_OK)
        return status;
    if (!d->ifd.complete)
        return cut_fail(e->err, CUTLINE_MALFORMED,
                        "the TIFF directory at offset %llu is damaged and cannot be edited",
                        (unsigned long long)offset);
    d->present = true;
    d->offset = offset;
    return CUTLINE_OK;
}

static cutline_status read_other(editor *e, uint64_t offset, cut_tiff_ifd *out)
{
    *out = (cut_tiff_ifd){0};
    if (offset == 0)
        return CUTLINE_OK;
    return cut_tiff_read_ifd(&e->tiff, e->edit->arena, offset, out, e->err);
}

static cutline_status read_all(editor *e)
{
    directory *ifd0 = &e->dirs[CUT_TIFF_IFD0];
    cutline_status status = cut_tiff_open(&e->tiff, e->edit->source, 0, e->err);
    if (status == CUTLINE_OK)
        status = read_directory(e, e->tiff.first_ifd, ifd0);
    if (status != CUTLINE_OK)
        return status;
    e->width = e->tiff.big ? 8 : 4;
    uint64_t exif = cut_tiff_uint_of(&e->tiff, &ifd0->ifd, TAG_EXIF_IFD, 0);
    if (exif != 0)
        status = read_directory(e, exif, &e->dirs[CUT_TIFF_EXIF]);
    if (status == CUTLINE_OK)
        status = read_other(e, cut_tiff_uint_of(&e->tiff, &ifd0->ifd, 0x8825, 0), &e->gps);
    if (status == CUTLINE_OK)
        status = read_other(e, ifd0->ifd.next, &e->ifd1);
    return status;
}

/* ---- values -----------------------------------------------------------------------------------
 */

static bool overlaps(const cut_tiff_ifd *ifd, const cut_tiff_entry *entry)
{
    for (size_t i = 0; i < ifd->entries.n; i++) {
        const cut_tiff_entry *other = &ifd->entries.v[i];
        if (other->entry != entry->entry && other->at < entry->at + entry->size &&
            entry->at < other->at + other->size)
            return true;
    }
    return false;
}

/* Some writers let two tags share a value. */
static bool is_shared(const editor *e, const cut_tiff_entry *entry)
{
    return overlaps(&e->dirs[0].ifd, entry) || overlaps(&e->dirs[1].ifd, entry) ||
           overlaps(&e->gps, entry) || overlaps(&e->ifd1, entry);
}

/* Appends to the tail at an even place (TIFF 6.0, section 2) and returns the offset from the
 * header. */
static uint64_t append(editor *e, const void *bytes, size_t n)
{
    uint64_t at = e->edit->source->size + e->tail.n;
    if (at % 2 == 1) {
        cut_buf_char(&e->tail, '\0');
        at++;
    }
    cut_buf_add(&e->tail, bytes, n);
    return at - e->tiff.base;
}

static uint8_t *new_bytes(editor *e, size_t n)
{
    return cut_arena_alloc(e->edit->arena, n ? n : 1, 1);
}

/* Puts a value where the old one stood, the rest zeroed. False if memory runs out. */
static bool write_over(editor *e, const cut_tiff_entry *old, cut_view value)
{
    uint8_t *bytes = new_bytes(e, (size_t)old->size);
    if (!bytes)
        return false;
    memcpy(bytes, value.p, value.n);
    return add_patch(e, old->at, (cut_view){bytes, (size_t)old->size});
}

/* Twelve (twenty) bytes of an entry, its value put away where it belongs. */
static bool write_entry(editor *e, const cut_tiff_set *set, const cut_tiff_entry *old, uint8_t *p)
{
    bool big = e->tiff.big_endian;
    uint8_t *field = p + 4 + e->width;
    put_number(p, set->tag, 2, big);
    put_number(p + 2, set->type, 2, big);
    put_number(p + 4, set->count, e->width, big);
    memset(field, 0, e->width);
    if (set->bytes.n <= e->width) {
        memcpy(field, set->bytes.p, set->bytes.n);
        return true;
    }
    bool fits = old && old->size > e->width && set->bytes.n <= old->size &&
                cut_tiff_has_value(&e->tiff, old) && !is_shared(e, old);
    if (fits) {
        put_number(field, old->at - e->tiff.base, e->width, big);
        return write_over(e, old, set->bytes);
    }
    put_number(field, append(e, set->bytes.p, set->bytes.n), e->width, big);
    return true;
}

/* ---- directories ------------------------------------------------------------------------------
 */

static const cut_tiff_set *find_set(const directory *d, uint16_t tag)
{
    for (size_t i = 0; i < d->news.n; i++)
        if (d->news.v[i].tag == tag)
            return &d->news.v[i];
    return NULL;
}

static int by_tag(const void *a, const void *b)
{
    return (int)((const cut_tiff_set *)a)->tag - (int)((const cut_tiff_set *)b)->tag;
}

/* Copies an old entry as it stands. */
static cutline_status copy_entry(editor *e, const cut_tiff_entry *old, uint8_t *p)
{
    size_t got = 0;
    cutline_status status =
        cut_source_read(e->tiff.source, old->entry, p, entry_bytes(e), &got, e->err);
    if (status == CUTLINE_OK && got < entry_bytes(e))
        status = cut_fail(e->err, CUTLINE_MALFORMED, "a TIFF directory ends too soon");
    return status;
}

/* A pointer to the directory itself, which is about to move, or past the end, where things are
 * about to be put, has led to no other directory so far. */
static uint64_t next_of(const editor *e, const directory *d)
{
    bool leads = d->ifd.next != d->offset && d->ifd.next < e->edit->source->size - e->tiff.base;
    return leads ? d->ifd.next : 0;
}

/* The directory's bytes: old entries in their order, changed ones in place, new ones where their
 * number belongs. */
static cutline_status build(editor *e, directory *d, uint8_t *p, size_t *n)
{
    size_t next = 0, size = entry_bytes(e);
    uint8_t *at = p + count_bytes(e);
    cutline_status status = CUTLINE_OK;
    *n = 0;
    for (size_t i = 0; i <= d->ifd.entries.n && status == CUTLINE_OK; i++) {
        const cut_tiff_entry *old = i < d->ifd.entries.n ? &d->ifd.entries.v[i] : NULL;
        for (; next < d->news.n && (!old || d->news.v[next].tag < old->tag); next++) {
            const cut_tiff_set *set = &d->news.v[next];
            if (set->remove || cut_tiff_find(&d->ifd, set->tag))
                continue;
            if (!write_entry(e, set, NULL, at + size * (*n)++))
                return cut_no_memory(e->err);
        }
        const cut_tiff_set *set = old ? find_set(d, old->tag) : NULL;
        if (!old || (set && (set->remove || cut_tiff_find(&d->ifd, old->tag) != old)))
            continue;
        uint8_t *to = at + size * (*n)++;
        if (set && !write_entry(e, set, old, to))
            return cut_no_memory(e->err);
        if (!set)
            status = copy_entry(e, old, to);
    }
    put_number(p, *n, count_bytes(e), e->tiff.big_endian);
    put_number(at + size * *n, next_of(e, d), e->width, e->tiff.big_endian);
    return status;
}

/* Writes a directory where it stood or, if it has grown, behind the end. */
static cutline_status write_directory(editor *e, directory *d)
{
    size_t old = d->ifd.entries.n, n, size = entry_bytes(e);
    size_t most = count_bytes(e) + (old + d->news.n) * size + e->width;
    uint8_t *bytes = new_bytes(e, most);
    if (!bytes)
        return cut_no_memory(e->err);
    if (d->news.n > 0)
        qsort(d->news.v, d->news.n, sizeof *d->news.v, by_tag);
    cutline_status status = build(e, d, bytes, &n);
    if (status != CUTLINE_OK)
        return status;
    size_t length = count_bytes(e) + n * size + e->width;
    if (!d->present || n > old) {
        d->offset = append(e, bytes, length);
        return CUTLINE_OK;
    }
    if (n == old)
        length -= e->width;     /* the pointer to the next directory is not always there */
    length += (old - n) * size; /* zeros where entries were */
    return add_patch(e, e->tiff.base + d->offset, (cut_view){bytes, length})
               ? CUTLINE_OK
               : cut_no_memory(e->err);
}

/* IFD0 points at the Exif directory. */
static cutline_status point_to_exif(editor *e, uint64_t before)
{
    directory *exif = &e->dirs[CUT_TIFF_EXIF], *ifd0 = &e->dirs[CUT_TIFF_IFD0];
    if (exif->offset == before)
        return CUTLINE_OK;
    uint8_t *p = new_bytes(e, e->width);
    if (!p)
        return cut_no_memory(e->err);
    put_number(p, exif->offset, e->width, e->tiff.big_endian);
    cut_tiff_set set = {.tag = TAG_EXIF_IFD,
                        .type = e->tiff.big ? TYPE_LONG8 : TYPE_LONG,
                        .count = 1,
                        .bytes = {p, e->width}};
    return CUT_PUSH(e->edit->arena, &ifd0->news, set) ? CUTLINE_OK : cut_no_memory(e->err);
}

/* The header points at IFD0 (bytes 4 to 7, in BigTIFF 8 to 15). */
static cutline_status point_to_ifd0(editor *e)
{
    uint8_t *p = new_bytes(e, e->width);
    if (!p)
        return cut_no_memory(e->err);
    put_number(p, e->dirs[CUT_TIFF_IFD0].offset, e->width, e->tiff.big_endian);
    return add_patch(e, e->tiff.base + e->width, (cut_view){p, e->width}) ? CUTLINE_OK
                                                                          : cut_no_memory(e->err);
}

static cutline_status share_out(editor *e)
{
    for (size_t i = 0; i < e->edit->count; i++) {
        const cut_tiff_set *set = &e->edit->sets[i];
        directory *d = &e->dirs[set->dir];
        if (set->remove && !cut_tiff_find(&d->ifd, set->tag))
            continue;
        if (!CUT_PUSH(e->edit->arena, &d->news, *set))
            return cut_no_memory(e->err);
    }
    return CUTLINE_OK;
}

static int by_place(const void *a, const void *b)
{
    uint64_t x = ((const cut_patch *)a)->at, y = ((const cut_patch *)b)->at;
    return x < y ? -1 : x > y;
}

/* A damaged structure may have values inside directories; then one patch would undo another. */
static cutline_status check_patches(editor *e)
{
    if (e->edit->patches.n > 0)
        qsort(e->edit->patches.v, e->edit->patches.n, sizeof *e->edit->patches.v, by_place);
    for (size_t i = 1; i < e->edit->patches.n; i++) {
        const cut_patch *before = &e->edit->patches.v[i - 1];
        if (before->at + before->bytes.n > e->edit->patches.v[i].at)
            return cut_fail(e->err, CUTLINE_MALFORMED,
                            "TIFF directories and values lie over each other");
    }
    return CUTLINE_OK;
}

static cutline_status hand_out(editor *e)
{
    uint64_t end = e->edit->source->size + e->tail.n;
    if (!cut_buf_ok(&e->tail))
        return cut_no_memory(e->err);
    if (!e->tiff.big && end > UINT32_MAX)
        return cut_fail(e->err, CUTLINE_LIMIT, "a TIFF cannot grow past 4 GB");
    if (e->tail.n > 0) {
        cutline_status status = cut_tiff_check_whole(&e->tiff, e->edit->arena, e->err);
        if (status != CUTLINE_OK)
            return status;
    }
    char *copy = cut_arena_copy(e->edit->arena, cut_buf_str(&e->tail));
    e->edit->tail = (cut_view){(const uint8_t *)copy, e->tail.n};
    return copy ? check_patches(e) : cut_no_memory(e->err);
}

cutline_status cut_tiff_plan(cut_tiff_edit *edit, cutline_error *err)
{
    editor e = {.edit = edit, .err = err};
    cut_buf_init(&e.tail, CUT_MAX_BLOCK_BYTES);
    cutline_status status = read_all(&e);
    if (status == CUTLINE_OK)
        status = share_out(&e);
    uint64_t exif = e.dirs[CUT_TIFF_EXIF].offset, ifd0 = e.dirs[CUT_TIFF_IFD0].offset;
    if (status == CUTLINE_OK && e.dirs[CUT_TIFF_EXIF].news.n > 0) {
        status = write_directory(&e, &e.dirs[CUT_TIFF_EXIF]);
        if (status == CUTLINE_OK)
            status = point_to_exif(&e, exif);
    }
    if (status == CUTLINE_OK && e.dirs[CUT_TIFF_IFD0].news.n > 0)
        status = write_directory(&e, &e.dirs[CUT_TIFF_IFD0]);
    if (status == CUTLINE_OK && e.dirs[CUT_TIFF_IFD0].offset != ifd0)
        status = point_to_ifd0(&e);
    if (status == CUTLINE_OK)
        status = hand_out(&e);
    cut_buf_release(&e.tail);
    return status;
}

/* A little-endian header and a directory without entries. */
static const uint8_t empty_tiff[] = {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0};

cutline_status cut_tiff_rewrite(cut_arena *arena, cut_view old, const cut_tiff_set *sets,
                                size_t count, cut_view *out, cutline_error *err)
{
    cut_source source;
    cut_view bytes = old.n > 0 ? old : (cut_view){empty_tiff, sizeof empty_tiff};
    cut_source_from_memory(&source, "EXIF", bytes, arena);
    cut_tiff_edit edit = {.arena = arena, .source = &source, .sets = sets, .count = count};
    cutline_status status = cut_tiff_plan(&edit, err);
    if (status != CUTLINE_OK)
        return status;
    uint8_t *p = cut_arena_alloc(arena, bytes.n + edit.tail.n, 1);
    if (!p)
        return cut_no_memory(err);
    memcpy(p, bytes.p, bytes.n);
    for (size_t i = 0; i < edit.patches.n; i++) {
        const cut_patch *patch = &edit.patches.v[i];
        if (patch->at + patch->bytes.n > bytes.n)
            return cut_fail(err, CUTLINE_MALFORMED, "the EXIF block ends too soon");
        memcpy(p + patch->at, patch->bytes.p, patch->bytes.n);
    }
    memcpy(p + bytes.n, edit.tail.p, edit.tail.n);
    *out = (cut_view){p, bytes.n + edit.tail.n};
    return CUTLINE_OK;
}
