/*
 * A catalog in a folder of its own, with records and pages made by hand: what tests of the store
 * and the catalog start from.
 */
#ifndef CUT_TESTS_DESK_H
#define CUT_TESTS_DESK_H

#include "unit.h"

#include "base/digest.h"
#include "base/limits.h"
#include "caption/caption.h"
#include "catalog/handle.h"
#include "record/effective.h"
#include "record/file_key.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct desk {
    char folder[64];
    char path[96]; /* of the catalog */
    cutline_catalog *catalog;
    bool in_batch; /* a transaction is open: what is put is not committed */
    bool prepares; /* records are prepared before they are put */
    cutline_error err;
} desk;

static inline void desk_check(desk *d, cutline_status status)
{
    char text[2048];
    if (status != CUTLINE_OK)
        fail_msg("%s: %s", cutline_status_name(status),
                 cutline_error_text(&d->err, text, sizeof text));
}

static inline void desk_open(desk *d)
{
    cutline_error_clear(&d->err);
    d->in_batch = d->prepares = false;
    snprintf(d->folder, sizeof d->folder, "/tmp/cutline-desk-XXXXXX");
    assert_non_null(mkdtemp(d->folder));
    snprintf(d->path, sizeof d->path, "%s/catalog.db", d->folder);
    desk_check(d, cutline_catalog_open(d->path, CUTLINE_OPEN_CREATE, &d->catalog, &d->err));
}

static inline void desk_close(desk *d)
{
    static const char *const tails[] = {"", "-wal", "-shm"};
    char name[128];
    cutline_catalog_close(d->catalog);
    for (size_t i = 0; i < 3; i++) {
        snprintf(name, sizeof name, "%s%s", d->path, tails[i]);
        unlink(name);
    }
    rmdir(d->folder);
}

/* ---- records ------------------------------------------------------------------------------------
 */

/* A field as a test says it. */
typedef struct desk_field {
    const char *name, *value;
} desk_field;

/* A photo file as a test says it. */
typedef struct desk_photo {
    const char *path;
    unsigned hash;         /* image data by a number; 0: not read. Those of 1 and 257 begin alike */
    const char *ids;       /* "reuters:RTX2CGS3 bare:123456" */
    desk_field fields[12]; /* caption and credit are parsed, too */
    const char *from;      /* path by which it was known until now, NULL if it has not moved */
} desk_photo;

/* What a list's row says of a file, among its IDs: "file=IMG_0001.jpg". */
#define DESK_FILE CUT_STR("file=")

/* "ns:value ns:value" */
static inline void desk_ids(cut_arena *arena, const char *text, const char *evidence,
                            cutline_trust trust, cut_id_list *out)
{
    cut_str rest = cut_str_from(text);
    while (rest.p) {
        cut_str word = cut_str_split(&rest, ' ');
        if (cut_str_starts(word, DESK_FILE))
            continue;
        cut_str ns = cut_str_split(&word, ':');
        cutline_media_id id = {.ns = cut_arena_copy(arena, ns),
                               .id = cut_arena_copy(arena, word),
                               .evidence = evidence,
                               .trust = trust};
        if (ns.n)
            assert_true(CUT_PUSH(arena, &out->ids, id));
    }
}

static inline void desk_set_field(cutline_record *r, const desk_field *f)
{
    int index = cut_field_index(cut_str_from(f->name));
    assert_true(index >= 0);
    cutline_field *field = CUT_NEW(&r->arena, cutline_field);
    cutline_said *said = CUT_NEW(&r->arena, cutline_said);
    cutline_value *value = CUT_NEW(&r->arena, cutline_value);
    value->text = f->value;
    if (cut_fields[index].info.kind == CUTLINE_KIND_LANG_ALT)
        value->lang = "x-default";
    *said = (cutline_said){CUTLINE_ORIGIN_XMP, value, 1};
    *field = (cutline_field){.name = cut_fields[index].info.name,
                             .origin = CUTLINE_ORIGIN_XMP,
                             .values = value,
                             .count = 1,
                             .said = said,
                             .said_count = 1};
    r->by_index[index] = field;
}

static inline cutline_record *desk_record(const desk_photo *p)
{
    cutline_record *r;
    assert_int_equal(cut_record_new(&r, NULL), CUTLINE_OK);
    r->path = p->path;
    r->format = "jpeg";
    r->width = 600;
    r->height = 400;
    r->size = 12345;
    r->mtime_ns = 1462190000000000000;
    if (p->hash) {
        r->has_hash = true;
        memset(r->image_hash, (int)p->hash, sizeof r->image_hash);
        r->image_hash[31] = (uint8_t)(p->hash + (p->hash >> 8));
        cut_hex(r->image_hash, 32, r->hash_hex);
    }
    desk_ids(&r->arena, p->ids ? p->ids : "", "iim 2:103", CUTLINE_TRUST_FAIR, &r->ids);
    for (size_t i = 0; i < 12 && p->fields[i].name; i++) {
        const desk_field *f = &p->fields[i];
        desk_set_field(r, f);
        if (strcmp(f->name, "caption") == 0) {
            r->has_caption = true;
            assert_int_equal(
                cut_caption_parse(&r->arena, cut_str_from(f->value), &r->caption, NULL),
                CUTLINE_OK);
            if (!r->credit.line && r->caption.credit.line) {
                r->credit = r->caption.credit;
                r->credit_origin = CUTLINE_ORIGIN_CAPTION;
            }
        }
        if (strcmp(f->name, "credit") == 0) {
            assert_int_equal(cut_credit_parse(&r->arena, cut_str_from(f->value), &r->credit, NULL),
                             CUTLINE_OK);
            r->credit_origin = CUTLINE_ORIGIN_XMP;
        }
    }
    return r;
}

static inline void desk_begin(desk *d)
{
    if (!d->in_batch)
        desk_check(d, cut_store_begin(d->catalog->store, &d->err));
}

static inline void desk_commit(desk *d)
{
    if (!d->in_batch)
        desk_check(d, cut_store_commit(d->catalog->store, &d->err));
}

static inline void desk_prepare(cutline_record *record)
{
    cut_buf work;
    cut_buf_init(&work, CUT_MAX_JSON_BYTES);
    cut_store_prepare(record, &work);
    assert_non_null(record->ready);
    cut_buf_release(&work);
}

static inline cut_put_result desk_put_photo(desk *d, const desk_photo *photo)
{
    cut_put_result result;
    cutline_record *record = desk_record(photo);
    if (d->prepares)
        desk_prepare(record);
    desk_begin(d);
    desk_check(d, cut_store_put_record(d->catalog->store, record, photo->from, &result, &d->err));
    desk_commit(d);
    cutline_record_free(record);
    return result;
}

/* ---- pages --------------------------------------------------------------------------------------
 */

typedef struct desk_item {
    const char *ids, *text; /* ids NULL ends a page's items; one may be a DESK_FILE */
} desk_item;

typedef struct desk_page {
    const char *path;
    cut_page_kind kind;
    const char *site, *title;
    desk_item items[8];
} desk_page;

static inline cut_put_result desk_put_page(desk *d, const desk_page *p)
{
    cut_put_result result;
    cut_page page = {.kind = p->kind,
                     .path = p->path,
                     .size = 100,
                     .mtime_ns = 1462190000000000000,
                     .site = p->site,
                     .title = p->title};
    cut_arena_init(&page.arena, CUT_MAX_STORE_ARENA);
    for (size_t i = 0; i < 8 && p->items[i].ids; i++) {
        cut_page_item item = {.text = p->items[i].text};
        cut_str words = cut_str_from(p->items[i].ids);
        while (words.p) {
            cut_str word = cut_str_split(&words, ' ');
            if (cut_str_starts(word, DESK_FILE))
                item.file_key =
                    cut_file_key(&page.arena, cut_str_slice(word, DESK_FILE.n, word.n)).p;
        }
        desk_ids(&page.arena, p->items[i].ids, p->kind == CUT_PAGE_LIST ? "list" : "page",
                 CUTLINE_TRUST_STRONG, &item.ids);
        if (item.text)
            assert_int_equal(
                cut_caption_parse(&page.arena, cut_str_from(item.text), &item.caption, NULL),
                CUTLINE_OK);
        assert_true(CUT_PUSH(&page.arena, &page.items, item));
    }
    desk_begin(d);
    desk_check(d, cut_store_put_page(d->catalog->store, &page, &result, &d->err));
    desk_commit(d);
    cut_arena_release(&page.arena);
    return result;
}

/* ---- answers ------------------------------------------------------------------------------------
 */

/* JSON of the photos that a name shows, one a line, without their numbers. malloc'd. */
static inline char *desk_show(desk *d, const char *name)
{
    cutline_photos *photos;
    cut_buf out;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    cutline_status status = cutline_catalog_show(d->catalog, name, &photos, &d->err);
    if (status == CUTLINE_NOT_FOUND)
        return cut_buf_detach(&out);
    desk_check(d, status);
    for (size_t i = 0; i < photos->count; i++) {
        char *json;
        desk_check(d, cutline_photo_json(&photos->items[i], &json, &d->err));
        const char *rest = strchr(json, ',');
        assert_non_null(rest);
        cut_buf_printf(&out, "{%s\n", rest + 1);
        cutline_free(json);
    }
    cutline_photos_free(photos);
    return cut_buf_detach(&out);
}

/* Credit lines for an ID, one a line; "" if there is none. malloc'd. */
static inline char *desk_credit(desk *d, const char *id)
{
    cutline_credit_answers *answers;
    cut_buf out;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    cutline_status status = cutline_catalog_credit(d->catalog, id, &answers, &d->err);
    if (status == CUTLINE_NOT_FOUND)
        return cut_buf_detach(&out);
    desk_check(d, status);
    for (size_t i = 0; i < answers->count; i++)
        cut_buf_printf(&out, "%s\n",
                       answers->items[i].credit.line ? answers->items[i].credit.line : "-");
    cutline_credit_answers_free(answers);
    return cut_buf_detach(&out);
}

static inline void desk_expect_credit(desk *d, const char *id, const char *expected)
{
    char *lines = desk_credit(d, id);
    assert_string_equal(lines, expected);
    free(lines);
}

static inline cutline_stats desk_stats(desk *d)
{
    cutline_stats stats;
    desk_check(d, cutline_catalog_stats(d->catalog, &stats, &d->err));
    return stats;
}

#endif
