#include "base/digest.h"
#include "base/error.h"
#include "base/limits.h"
#include "record/provenance.h"
#include "store/inner.h"
#include "store/lookup.h"

/* A photo while it is made ready to be shown. */
typedef struct shown {
    cut_store *store;
    cut_arena *arena;
    cut_subject subject;
    cut_effective effective;
    cutline_photo *out;
} shown;

static bool fill_files(shown *s)
{
    const cut_file_rows *rows = &s->subject.files;
    cutline_photo_file *files = CUT_NEW_ARRAY(s->arena, cutline_photo_file, rows->n);
    if (!files)
        return false;
    for (size_t i = 0; i < rows->n; i++)
        files[i] = (cutline_photo_file){.path = rows->v[i].path.p,
                                        .size = rows->v[i].size,
                                        .mtime_ns = rows->v[i].mtime_ns,
                                        .missing = rows->v[i].missing};
    s->out->files = files;
    s->out->file_count = rows->n;
    if (rows->n > 0) {
        const cutline_record *first = s->subject.records.v[0];
        s->out->format = first->format;
        s->out->width = first->width;
        s->out->height = first->height;
    }
    return true;
}

static bool fill_fields(shown *s)
{
    cutline_field *fields = CUT_NEW_ARRAY(s->arena, cutline_field, cut_field_count);
    size_t n = 0;
    if (!fields)
        return false;
    for (size_t i = 0; i < cut_field_count; i++)
        if (s->effective.by_index[i])
            fields[n++] = *s->effective.by_index[i];
    s->out->fields = fields;
    s->out->field_count = n;
    return true;
}

static bool fill_pages(shown *s)
{
    CUT_VEC(cutline_photo_page) pages = {0};
    for (size_t i = 0; i < s->subject.items.n; i++) {
        const cut_page_row *row = &s->subject.items.v[i].page;
        cutline_photo_page page = {row->path.p, row->site.p, row->title.p};
        if (i > 0 && row->id == s->subject.items.v[i - 1].page.id)
            continue;
        if (!CUT_PUSH(s->arena, &pages, page))
            return false;
    }
    s->out->pages = pages.v;
    s->out->page_count = pages.n;
    return true;
}

/* Source and dates may have been set by hand; a C2PA manifest is in a file. */
static bool fill_provenance(shown *s)
{
    cutline_provenance *p = &s->out->provenance;
    for (size_t i = 0; i < s->subject.records.n && !p->has_c2pa; i++)
        *p = s->subject.records.v[i]->provenance;
    return cut_provenance_of_fields(s->arena, s->effective.by_index, p);
}

static void fill_weighed(shown *s)
{
    const cut_effective *e = &s->effective;
    cutline_photo *p = s->out;
    p->awaiting_image = s->subject.files.n == 0;
    p->media_ids = (cutline_media_ids){e->ids.v, e->ids.n};
    p->captions = e->captions.v;
    p->caption_count = e->captions.n;
    p->credit = e->credit;
    p->credit_found = e->credit_found;
    p->credit_origin = e->credit_origin;
    p->credit_where = e->credit_where;
    p->credit_conflicts = e->conflicts;
    p->persons = e->persons;
    p->person_count = e->person_count;
    p->place = e->place;
    p->date = e->date;
    p->restrictions = e->restrictions;
    p->kill_reason = e->kill_reason;
    p->rights = e->rights.v;
    p->right_count = e->rights.n;
    p->provenance.embargo = cut_rights_value(&e->rights, "embargo");
    p->provenance.expiry = cut_rights_value(&e->rights, "expiry");
    p->file_photo = e->file_photo;
    p->findings = e->findings.list.v;
    p->finding_count = e->findings.list.n;
}

static cutline_status fill_hash(shown *s, const uint8_t hash[32], cutline_error *err)
{
    char hex[65];
    s->out->image_hash = cut_arena_copy_z(s->arena, cut_hex(hash, 32, hex));
    return s->out->image_hash ? CUTLINE_OK : cut_no_memory(err);
}

/* Says so where another photo has the same ID: a wrong ID, or another form of the picture. */
static cutline_status find_id_conflicts(shown *s, cutline_error *err)
{
    cut_effective *e = &s->effective;
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < e->ids.n && status == CUTLINE_OK; i++) {
        cut_numbers photos = {0};
        status = cut_db_photos_with(s->store->db, s->arena, &e->ids.v[i], CUT_MAX_PHOTOS_NAMED,
                                    &photos, err);
        if (status == CUTLINE_OK && photos.n > 1)
            cut_finding_add(&e->findings, "id-conflict", NULL, "%s:%s is the ID of %zu photos",
                            e->ids.v[i].ns, e->ids.v[i].id, photos.n);
    }
    return status == CUTLINE_OK && e->findings.lost ? cut_no_memory(err) : status;
}

static cutline_status fill(shown *s, const uint8_t *hash, cutline_error *err)
{
    cutline_status status = cut_subject_load_items(s->store, &s->subject, err);
    if (status == CUTLINE_OK)
        status = cut_subject_weigh(s->store, &s->subject, &s->effective, err);
    if (status == CUTLINE_OK)
        status = find_id_conflicts(s, err);
    if (status == CUTLINE_OK && hash)
        status = fill_hash(s, hash, err);
    if (status != CUTLINE_OK)
        return status;
    if (!fill_files(s) || !fill_fields(s) || !fill_pages(s) || !fill_provenance(s))
        return cut_no_memory(err);
    fill_weighed(s);
    return CUTLINE_OK;
}

/* The records go to the set: the photo's texts are theirs. */
static cutline_status hand_over(cut_photo_set *set, cut_subject *subject, cutline_error *err)
{
    for (size_t i = 0; i < subject->owned.n; i++) {
        if (CUT_PUSH(&set->arena, &set->records, subject->owned.v[i]))
            continue;
        subject->owned.v += i;
        subject->owned.n -= i;
        cut_subject_release(subject);
        return cut_no_memory(err);
    }
    return CUTLINE_OK;
}

static cutline_status load(cut_store *store, cut_photo_set *set, int64_t number, cutline_photo *out,
                           bool *found, cutline_error *err)
{
    bool has_hash;
    uint8_t hash[32];
    shown s = {.store = store, .arena = &set->arena, .out = out};
    *out = (cutline_photo){.id = number};
    cut_arena_reset(&store->arena);
    cutline_status status = cut_db_photo_get(store->db, number, found, &has_hash, hash, err);
    if (status != CUTLINE_OK || !*found)
        return status;
    status = cut_subject_load(store, &set->arena, number, NULL, &s.subject, err);
    if (status == CUTLINE_OK)
        status = hand_over(set, &s.subject, err);
    else
        cut_subject_release(&s.subject);
    return status == CUTLINE_OK ? fill(&s, has_hash ? hash : NULL, err) : status;
}

cutline_status cut_store_photos(cut_store *store, const cut_photo_list *list, cut_photo_set *out,
                                cutline_error *err)
{
    *out = (cut_photo_set){0};
    cut_arena_init(&out->arena, CUT_MAX_STORE_ARENA);
    cutline_photo *photos = CUT_NEW_ARRAY(&out->arena, cutline_photo, list->photos.n);
    size_t n = 0;
    if (!photos)
        return cut_no_memory(err);
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < list->photos.n && status == CUTLINE_OK; i++) {
        bool found;
        status = load(store, out, list->photos.v[i], &photos[n], &found, err);
        n += status == CUTLINE_OK && found;
    }
    out->photos = (cutline_photos){photos, n};
    return status;
}

void cut_photo_set_release(cut_photo_set *set)
{
    for (size_t i = 0; i < set->records.n; i++)
        cutline_record_free(set->records.v[i]);
    cut_arena_release(&set->arena);
}
