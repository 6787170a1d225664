/*
 * XMP sidecars. "photo.jpg.xmp" (darktable, digiKam) is for that file alone. "photo.xmp" (Adobe,
 * Photo Mechanic, exiv2) is for every file of that stem, often meant for the RAW of a pair; it is
 * heard if
 *   - the file has no XMP of its own, and photoshop:SidecarForExtension, if there, names its
 *     extension, or
 *   - SidecarForExtension names its extension, or
 *   - it has an xmpMM document ID in common with the file's packet, or
 *   - both packets have an xmp:MetadataDate.
 * Packets are heard one after the other, the one with the newest MetadataDate first; a packet
 * without a date comes behind those with one, the file's own behind sidecars. What an earlier one
 * says of a field counts; that a later one says something else is a finding.
 * A sidecar that is heard so counts before IIM and EXIF, too: it is where programs put what they do
 * not write into the file, as the right time of a RAW.
 */
#include "base/error.h"
#include "base/limits.h"
#include "base/path.h"
#include "record/agree.h"
#include "record/dates.h"
#include "record/reading.h"

#include <sys/stat.h>

#define PACKETS 3 /* photo.jpg.xmp, photo.xmp, the file's own */

typedef struct packet {
    const char *path; /* NULL for the file's own */
    cut_xmp xmp;
    bool dated;    /* it has an xmp:MetadataDate that can be read */
    cut_date date; /* that date */
} packet;

static cut_str property(const cut_xmp *xmp, const char *prefix, const char *name)
{
    return cut_str_trim(cut_xmp_text(cut_xmp_find(xmp, prefix, name)));
}

static bool has_property(const cut_xmp *xmp, const char *prefix, const char *name)
{
    return property(xmp, prefix, name).n > 0;
}

static bool shares_id(const cut_xmp *a, const cut_xmp *b)
{
    static const char *const names[] = {"DocumentID", "OriginalDocumentID", "InstanceID"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        cut_str id = property(a, "xmpMM", names[i]);
        if (id.n > 0 && cut_str_eq(id, property(b, "xmpMM", names[i])))
            return true;
    }
    return false;
}

/* The rules above for "photo.xmp". */
static bool is_meant_for(const cut_xmp *sidecar, const cut_xmp *own, cut_str extension)
{
    cut_str named = property(sidecar, "photoshop", "SidecarForExtension");
    if (named.n > 0)
        return cut_str_eq_nocase(named, extension);
    return !own->properties || shares_id(sidecar, own) ||
           (has_property(sidecar, "xmp", "MetadataDate") &&
            has_property(own, "xmp", "MetadataDate"));
}

static bool has_capitals(cut_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (cut_is_upper(s.p[i]))
            return true;
    return false;
}

/* "photo.jpg" + ".xmp" or, with whole false, "photo" + ".xmp"; beside "PHOTO.JPG" also ".XMP".
 * False if there is none. */
static bool find_sidecar(const char *path, bool whole, char name[CUT_MAX_PATH], struct stat *st)
{
    cut_str extension = cut_path_extension(cut_str_from(path));
    size_t length = strlen(path);
    if (cut_str_eq_nocase(extension, CUT_STR("xmp")) || (!whole && extension.n == 0))
        return false;
    if (!whole)
        length -= extension.n + 1;
    if (length + sizeof ".xmp" > CUT_MAX_PATH)
        return false;
    memcpy(name, path, length);
    memcpy(name + length, ".xmp", sizeof ".xmp");
    if (stat(name, st) == 0)
        return true;
    memcpy(name + length, ".XMP", sizeof ".XMP");
    return has_capitals(extension) && stat(name, st) == 0;
}

int64_t cut_sidecar_state(const char *path)
{
    char name[CUT_MAX_PATH];
    uint64_t state = 0;
    struct stat st;
    for (int whole = 0; whole < 2; whole++) {
        if (!find_sidecar(path, whole, name, &st))
            continue;
        const uint64_t parts[] = {(uint64_t)whole + 1, (uint64_t)st.st_mtim.tv_sec,
                                  (uint64_t)st.st_mtim.tv_nsec, (uint64_t)st.st_size};
        for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
            state = (state ^ parts[i]) * 0x9E3779B97F4A7C15u; /* 2^64 by the golden ratio: odd */
    }
    return (int64_t)state;
}

/* The name in messages. */
static const char *base_name(const char *path)
{
    return cut_path_base(cut_str_from(path)).p;
}

/* Parses a sidecar. Its findings are told apart from those of the photo by its name. */
static cutline_status parse(cut_reading *r, cut_view bytes, packet *out, cutline_error *err)
{
    cut_findings found = cut_findings_in(r->scratch);
    cutline_status status = cut_xmp_parse(r->scratch, bytes, 0, out->path, &out->xmp, &found, err);
    for (size_t i = 0; i < found.list.n; i++)
        cut_finding_add(&r->record->findings, found.list.v[i].code, found.list.v[i].field, "%s: %s",
                        base_name(out->path), found.list.v[i].detail);
    if (status == CUTLINE_OK && !out->xmp.properties)
        cut_finding_add(&r->record->findings, "sidecar-unreadable", NULL, "%s holds no XMP",
                        base_name(out->path));
    return status == CUTLINE_OK && found.lost ? cut_no_memory(err) : status;
}

/* An unreadable sidecar is passed over with a finding: the photo itself was read. */
static cutline_status load(cut_reading *r, const char *path, packet *out, cutline_error *err)
{
    cut_source source;
    cut_view bytes;
    cutline_error why;
    *out = (packet){.path = path};
    cutline_status status = cut_source_open(&source, path, r->scratch, &why);
    if (status == CUTLINE_OK) {
        status = cut_source_all(&source, CUT_MAX_BLOCK_BYTES, &bytes, &why);
        if (status == CUTLINE_OK)
            status = parse(r, bytes, out, &why);
        cut_source_close(&source);
    }
    if (status == CUTLINE_NO_MEMORY)
        return cut_no_memory(err);
    if (status != CUTLINE_OK)
        cut_finding_add(&r->record->findings, "sidecar-unreadable", NULL, "%s: %s", base_name(path),
                        why.message);
    return CUTLINE_OK;
}

static void set_date(packet *p)
{
    p->dated = cut_date_parse(property(&p->xmp, "xmp", "MetadataDate"), &p->date);
}

/* a is heard before b: newer, or dated, or a sidecar. */
static bool comes_before(const packet *a, const packet *b)
{
    if (a->dated && b->dated)
        return cut_date_compare(&a->date, &b->date) > 0;
    if (a->dated != b->dated)
        return a->dated;
    return a->path && !b->path;
}

static void insert(packet *packets, size_t *n, packet p)
{
    size_t at = (*n)++;
    for (; at > 0 && comes_before(&p, &packets[at - 1]); at--)
        packets[at] = packets[at - 1];
    packets[at] = p;
}

static const char *packet_name(const packet *p)
{
    return p->path ? base_name(p->path) : "the file's own XMP";
}

/* Puts what was said before back over what the packet just heard says. */
static void merge(cut_reading *r, const cut_values *before, const packet *p)
{
    for (size_t i = 0; i < cut_field_count; i++) {
        cut_values *said = &r->heard[i].said[CUT_XMP], now = *said;
        if (before[i].n == 0) {
            r->heard[i].beside = now.n > 0 && p->path;
            continue;
        }
        if (now.n > 0 && !cut_values_alike(r->scratch, before[i], now))
            cut_finding_add(&r->record->findings, "sidecar-conflict", cut_fields[i].info.name,
                            "%s says something else than what counts", packet_name(p));
        *said = before[i];
    }
}

static cutline_status hear_packets(cut_reading *r, const packet *packets, size_t n,
                                   cutline_error *err)
{
    cut_values before[CUT_FIELD_COUNT];
    for (size_t k = 0; k < n; k++) {
        for (size_t i = 0; i < cut_field_count; i++) {
            before[i] = r->heard[i].said[CUT_XMP];
            r->heard[i].said[CUT_XMP] = (cut_values){0};
        }
        r->xmp = packets[k].xmp;
        cutline_status status = cut_gather_xmp(r, err);
        if (status != CUTLINE_OK)
            return status;
        merge(r, before, &packets[k]);
    }
    return CUTLINE_OK;
}

/* Loads a sidecar and, if it is for this file, adds it to the packets. */
static cutline_status add_sidecar(cut_reading *r, bool whole, packet *packets, size_t *n,
                                  cutline_error *err)
{
    cut_str extension = cut_path_extension(cut_str_from(r->record->path));
    packet p;
    char name[CUT_MAX_PATH];
    struct stat st;
    if (!find_sidecar(r->record->path, whole, name, &st))
        return CUTLINE_OK;
    const char *path = cut_arena_copy_z(r->scratch, name);
    if (!path)
        return cut_no_memory(err);
    cutline_status status = load(r, path, &p, err);
    if (status != CUTLINE_OK || !p.xmp.properties)
        return status;
    if (!whole && !is_meant_for(&p.xmp, &r->xmp, extension)) {
        cut_finding_add(&r->record->findings, "sidecar-conflict", NULL,
                        "%s is passed over: nothing says that it is for this file",
                        packet_name(&p));
        return CUTLINE_OK;
    }
    set_date(&p);
    insert(packets, n, p);
    return CUTLINE_OK;
}

cutline_status cut_gather_xmp_and_sidecars(cut_reading *reading, cutline_error *err)
{
    packet packets[PACKETS], own = {.xmp = reading->xmp};
    size_t n = 0;
    cutline_status status = add_sidecar(reading, true, packets, &n, err);
    if (status == CUTLINE_OK)
        status = add_sidecar(reading, false, packets, &n, err);
    if (status != CUTLINE_OK || n == 0)
        return status == CUTLINE_OK ? cut_gather_xmp(reading, err) : status;
    reading->record->sidecar = cut_arena_copy_z(&reading->record->arena, packets[0].path);
    if (!reading->record->sidecar)
        return cut_no_memory(err);
    set_date(&own);
    insert(packets, &n, own);
    return hear_packets(reading, packets, n, err);
}
