/*
 * Photos made of bytes for tests of records: a JPEG of 8 x 8 pixels with the blocks wanted, written
 * by code that knows nothing of the readers.
 */
#ifndef CUT_TESTS_PHOTO_H
#define CUT_TESTS_PHOTO_H

#include "unit.h"

#include "base/digest.h"
#include "record/record.h"

#include <stdio.h>

/* A TIFF entry. Numbers are little-endian in the file; rationals are pairs. */
typedef struct photo_tag {
    unsigned ifd; /* 0 IFD0, 1 Exif IFD, 2 GPS IFD */
    unsigned tag, type;
    const char *bytes; /* types 1, 2, 7: the value; NULL for numbers */
    size_t length;     /* of bytes; 0: a text with its NUL */
    uint32_t numbers[6];
    unsigned count; /* of numbers */
} photo_tag;

/* An IIM data set; `length` 0 means a text. */
typedef struct photo_set {
    unsigned record, number;
    const char *value;
    size_t length;
} photo_set;

/* What the IPTC digest (IRB 0x0425) says of the IIM block. */
typedef enum photo_digest { PHOTO_NO_DIGEST, PHOTO_GOOD_DIGEST, PHOTO_STALE_DIGEST } photo_digest;

typedef struct photo {
    photo_tag exif[12]; /* up to the first with tag 0 */
    photo_set iim[24];  /* up to the first with record 0 */
    photo_set iim2[4];  /* a second IIM block */
    photo_digest digest;
    size_t iim_padding;  /* zeros behind the IIM, which its digest does not count */
    const char *irb_xmp; /* as xmp, but among the Photoshop resources; wants iim */
    /* Properties of an XMP packet: elements inside rdf:Description, with the usual prefixes. NULL
     * for no packet. */
    const char *xmp;
    const char *c2pa; /* content of a JUMBF segment, NULL for none */
    size_t c2pa_length;
} photo;

/* ---- bytes ---- */

static inline void put_le(cut_buf *b, uint32_t value, size_t n)
{
    for (size_t i = 0; i < n; i++)
        cut_buf_char(b, (char)(value >> (8 * i)));
}

static inline void put_be(cut_buf *b, uint32_t value, size_t n)
{
    for (size_t i = n; i > 0; i--)
        cut_buf_char(b, (char)(value >> (8 * (i - 1))));
}

static inline void put_segment(cut_buf *out, unsigned marker, const char *head, size_t head_length,
                               const cut_buf *body)
{
    assert_true(cut_buf_ok(body));
    cut_buf_char(out, (char)0xFF);
    cut_buf_char(out, (char)marker);
    put_be(out, (uint32_t)(2 + head_length + body->n), 2);
    cut_buf_add(out, head, head_length);
    cut_buf_add(out, body->p, body->n);
}

/* ---- EXIF ---- */

static inline void put_value(const photo_tag *t, cut_buf *value, uint32_t *count)
{
    size_t size = t->type == 3 ? 2 : t->type == 1 ? 1 : 4;
    if (t->bytes) {
        size_t n = t->length ? t->length : strlen(t->bytes) + 1;
        cut_buf_add(value, t->bytes, n);
        *count = (uint32_t)n;
        return;
    }
    for (unsigned i = 0; i < t->count; i++)
        put_le(value, t->numbers[i], size);
    *count = t->type == 5 ? t->count / 2 : t->count;
}

static inline unsigned count_tags(const photo *p, unsigned ifd)
{
    unsigned n = 0;
    for (const photo_tag *t = p->exif; t->tag; t++)
        n += t->ifd == ifd;
    return n;
}

/* Directory and values at `start`; IFD0 gets pointers to the others at the places given. */
static inline void put_ifd(cut_buf *tiff, const photo *p, unsigned ifd, const uint32_t next[3])
{
    cut_buf values, value;
    unsigned pointers = ifd == 0 ? (unsigned)(next[1] != 0) + (unsigned)(next[2] != 0) : 0;
    unsigned n = count_tags(p, ifd) + pointers;
    uint32_t data = (uint32_t)tiff->n + 2 + 12 * n + 4, count;
    cut_buf_init(&values, 1 << 20);
    cut_buf_init(&value, 1 << 20);
    put_le(tiff, n, 2);
    for (const photo_tag *t = p->exif; t->tag; t++) {
        if (t->ifd != ifd)
            continue;
        cut_buf_clear(&value);
        put_value(t, &value, &count);
        put_le(tiff, t->tag, 2);
        put_le(tiff, t->type, 2);
        put_le(tiff, count, 4);
        if (value.n > 4) {
            put_le(tiff, data + (uint32_t)values.n, 4);
            cut_buf_add(&values, value.p, value.n);
            if (values.n % 2)
                cut_buf_char(&values, '\0');
        } else {
            cut_buf_add(tiff, value.p, value.n);
            put_le(tiff, 0, 4 - value.n);
        }
    }
    for (unsigned i = 1; ifd == 0 && i < 3; i++) {
        if (next[i] == 0)
            continue;
        put_le(tiff, i == 1 ? 0x8769 : 0x8825, 2);
        put_le(tiff, 4, 2);
        put_le(tiff, 1, 4);
        put_le(tiff, next[i], 4);
    }
    put_le(tiff, 0, 4);
    cut_buf_add(tiff, values.p ? values.p : "", values.n);
    cut_buf_release(&values);
    cut_buf_release(&value);
}

/* The Exif and GPS directories stand where IFD0 ends; that is found by writing IFD0 twice. */
static inline void put_exif(cut_buf *tiff, const photo *p)
{
    uint32_t next[3] = {8, count_tags(p, 1) ? 1 : 0, count_tags(p, 2) ? 1 : 0};
    for (int pass = 0; pass < 2; pass++) {
        cut_buf_clear(tiff);
        cut_buf_add(tiff, "II*\0", 4);
        put_le(tiff, 8, 4);
        put_ifd(tiff, p, 0, next);
        for (unsigned ifd = 1; ifd < 3; ifd++) {
            if (next[ifd] == 0)
                continue;
            next[ifd] = (uint32_t)tiff->n;
            put_ifd(tiff, p, ifd, next);
        }
    }
}

/* An XMP packet with these elements. */
static inline void photo_xmp(const char *elements, cut_buf *out);

/* ---- Photoshop resources ---- */

static inline void put_iim(cut_buf *iim, const photo_set *sets)
{
    for (; sets->record; sets++) {
        size_t n = sets->length ? sets->length : strlen(sets->value);
        cut_buf_char(iim, 0x1C);
        cut_buf_char(iim, (char)sets->record);
        cut_buf_char(iim, (char)sets->number);
        put_be(iim, (uint32_t)n, 2);
        cut_buf_add(iim, sets->value, n);
    }
}

static inline void put_resource(cut_buf *irb, unsigned id, const char *data, size_t n)
{
    cut_buf_add(irb, "8BIM", 4);
    put_be(irb, id, 2);
    put_be(irb, 0, 2);
    put_be(irb, (uint32_t)n, 4);
    cut_buf_add(irb, data, n);
    if (n % 2)
        cut_buf_char(irb, '\0');
}

static inline void put_resources(cut_buf *irb, const photo *p)
{
    uint8_t md5[CUT_MD5_BYTES];
    cut_buf iim;
    cut_buf_init(&iim, 1 << 20);
    put_iim(&iim, p->iim);
    cut_md5(cut_view_of_str(cut_buf_str(&iim)), md5);
    for (size_t i = 0; i < p->iim_padding; i++)
        cut_buf_char(&iim, '\0');
    put_resource(irb, 0x0404, iim.p, iim.n);
    if (p->digest == PHOTO_STALE_DIGEST)
        md5[0] ^= 1;
    if (p->digest != PHOTO_NO_DIGEST)
        put_resource(irb, 0x0425, (const char *)md5, sizeof md5);
    cut_buf_clear(&iim);
    put_iim(&iim, p->iim2);
    if (iim.n > 0)
        put_resource(irb, 0x0404, iim.p, iim.n);
    cut_buf_clear(&iim);
    if (p->irb_xmp) {
        photo_xmp(p->irb_xmp, &iim);
        put_resource(irb, 0x0424, iim.p, iim.n);
    }
    cut_buf_release(&iim);
}

/* ---- XMP ---- */

static inline void photo_xmp(const char *elements, cut_buf *out)
{
    cut_buf_z(out, "<?xpacket begin='\xEF\xBB\xBF' id='W5M0MpCehiHzreSzNTczkc9d'?>"
                   "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                   "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                   "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' "
                   "xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' "
                   "xmlns:xmp='http://ns.adobe.com/xap/1.0/' "
                   "xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/' "
                   "xmlns:xmpRights='http://ns.adobe.com/xap/1.0/rights/' "
                   "xmlns:tiff='http://ns.adobe.com/tiff/1.0/' "
                   "xmlns:exif='http://ns.adobe.com/exif/1.0/' "
                   "xmlns:Iptc4xmpCore='http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/' "
                   "xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' "
                   "xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/' "
                   "xmlns:pur='http://prismstandard.org/namespaces/prismusagerights/2.1/' "
                   "xmlns:GettyImagesGIFT='http://xmp.gettyimages.com/gift/1.0/'>");
    cut_buf_z(out, elements);
    cut_buf_z(out, "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>");
}

/* ---- the file ---- */

/* The smallest scan that a walker accepts: tables are left out, so that a full import finds the
 * picture damaged. */
static inline void put_image(cut_buf *out)
{
    static const char frame[] = "\xFF\xC0\x00\x0B\x08\x00\x08\x00\x08\x01\x01\x11\x00";
    static const char scan[] = "\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00\x12\x34\xFF\xD9";
    cut_buf_add(out, frame, sizeof frame - 1);
    cut_buf_add(out, scan, sizeof scan - 1);
}

/* The file's bytes. */
static inline void photo_jpeg(const photo *p, cut_buf *out)
{
    cut_buf block;
    cut_buf_init(&block, 1 << 20);
    cut_buf_add(out, "\xFF\xD8", 2);
    if (p->exif[0].tag) {
        put_exif(&block, p);
        put_segment(out, 0xE1, "Exif\0\0", 6, &block);
    }
    if (p->iim[0].record) {
        cut_buf_clear(&block);
        put_resources(&block, p);
        put_segment(out, 0xED, "Photoshop 3.0", 14, &block);
    }
    if (p->xmp) {
        cut_buf_clear(&block);
        photo_xmp(p->xmp, &block);
        put_segment(out, 0xE1, "http://ns.adobe.com/xap/1.0/", 29, &block);
    }
    if (p->c2pa) {
        cut_buf_clear(&block);
        put_be(&block, (uint32_t)(8 + p->c2pa_length), 4);
        cut_buf_z(&block, "jumb");
        cut_buf_add(&block, p->c2pa, p->c2pa_length);
        put_segment(out, 0xEB, "JP\0\1\0\0\0\1", 8, &block);
    }
    put_image(out);
    cut_buf_release(&block);
    assert_true(cut_buf_ok(out));
}

/* The photo read under a policy, named "photo.jpg". */
static inline cutline_record *photo_read(const photo *p, cutline_policy policy)
{
    cutline_read_options options = {.policy = policy};
    cutline_record *record = NULL;
    cutline_error err;
    cut_buf bytes;
    cut_buf_init(&bytes, 4 << 20);
    photo_jpeg(p, &bytes);
    cutline_error_clear(&err);
    if (cutline_record_read_memory("photo.jpg", bytes.p, bytes.n, &options, &record, &err))
        fail_msg("%s", err.message);
    cut_buf_release(&bytes);
    return record;
}

/* ---- looking at records ---- */

static inline void show_values(cut_buf *out, const cutline_value *values, size_t n,
                               const char *between);

static inline void show_value(cut_buf *out, const cutline_value *value)
{
    if (value->text) {
        cut_buf_z(out, value->text);
        return;
    }
    cut_buf_char(out, '{');
    for (size_t m = 0; m < value->member_count; m++) {
        const cutline_member *member = &value->members[m];
        cut_buf_printf(out, "%s%s: %s", m ? "; " : "", member->name, member->is_list ? "[" : "");
        show_values(out, member->values, member->count, ", ");
        cut_buf_z(out, member->is_list ? "]" : "");
    }
    cut_buf_char(out, '}');
}

static inline void show_values(cut_buf *out, const cutline_value *values, size_t n,
                               const char *between)
{
    for (size_t i = 0; i < n; i++) {
        cut_buf_z(out, i ? between : "");
        show_value(out, &values[i]);
    }
}

static inline const char *shown(const cutline_value *values, size_t n)
{
    static char texts[4][4096];
    static unsigned next;
    char *text = texts[next++ % 4];
    cut_buf out;
    cut_buf_init(&out, sizeof texts[0] - 1);
    show_values(&out, values, n, " | ");
    assert_true(cut_buf_ok(&out));
    snprintf(text, sizeof texts[0], "%s", out.p ? out.p : "");
    cut_buf_release(&out);
    return text;
}

/* Values of a field as one text: "a | b"; structures as "{Name: text; List: [a, b]}". "" if there
 * is none. Static storage, until the next call but three. */
static inline const char *photo_value(const cutline_record *record, const char *field)
{
    const cutline_field *f = cutline_record_field(record, field);
    assert_non_null(cutline_field_info_find(field));
    return f ? shown(f->values, f->count) : "";
}

/* The same of what one block said. */
static inline const char *photo_said(const cutline_record *record, const char *field,
                                     cutline_origin origin)
{
    const cutline_field *f = cutline_record_field(record, field);
    for (size_t i = 0; f && i < f->said_count; i++)
        if (f->said[i].origin == origin)
            return shown(f->said[i].values, f->said[i].count);
    return "";
}

/* Origin of the effective value, NONE if the field has no value. */
static inline cutline_origin photo_origin(const cutline_record *record, const char *field)
{
    const cutline_field *f = cutline_record_field(record, field);
    return f ? f->origin : CUTLINE_ORIGIN_NONE;
}

/* The detail of the first finding with this code (and field, if not NULL), or NULL. */
static inline const char *photo_finding(const cutline_record *record, const char *code,
                                        const char *field)
{
    size_t n;
    const cutline_finding *findings = cutline_record_findings(record, &n);
    for (size_t i = 0; i < n; i++)
        if (strcmp(findings[i].code, code) == 0 &&
            (!field || (findings[i].field && strcmp(findings[i].field, field) == 0)))
            return findings[i].detail;
    return NULL;
}

#endif
