#include "base/error.h"
#include "base/limits.h"
#include "catalog/compare.h"
#include "catalog/handle.h"
#include "record/record.h"

#include <cutline/identify.h>
#include <stdlib.h>

/* Half of the usual threshold: resizing, compressing and mirroring stay well below it. */
#define HIGH_DISTANCE 16u
/* Marks that lie alike, and parts alike in percent, that leave no doubt. */
#define HIGH_MARKS 16u
#define HIGH_ALIKE 60u
/* Photos compared in vain, once one was found. */
#define PATIENCE 6u

/* Candidates and what they live in; they come first, so that one pointer is both. */
typedef struct candidate_set {
    cutline_candidates candidates;
    cut_photo_set photos;
    cut_arena arena;
} candidate_set;

/* A photo that the picture may be. */
typedef struct sighting {
    int64_t photo;
    unsigned distance, form, quality; /* as in cut_match */
    cut_alignment lie;
    bool good; /* it lies on the photo */
} sighting;

/* A picture being looked up. */
typedef struct question {
    cutline_catalog *catalog;
    cutline_identify_options options;
    const cutline_record *record;
    int64_t same; /* photo with the same image data, 0 if none */
    cut_compared compared;
    sighting seen[CUT_MATCHES_MOST]; /* best first */
    size_t count;
    candidate_set *set;
} question;

static const char *const confidence_names[] = {"certain", "high", "medium", "low"};

const char *cutline_confidence_name(cutline_confidence confidence)
{
    return (unsigned)confidence <= CUTLINE_CONFIDENCE_LOW ? confidence_names[confidence] : "low";
}

static const char *const form_names[CUT_PICTURE_FORMS] = {
    "as it is",
    "mirrored",
    "upside down",
    "mirrored upside down",
    "mirrored and turned left",
    "turned right",
    "mirrored and turned right",
    "turned left",
};

/* ---- looking ------------------------------------------------------------------------------------
 */

static bool is_seen(const question *q, int64_t photo)
{
    for (size_t i = 0; i < q->count; i++)
        if (q->seen[i].photo == photo)
            return true;
    return photo == q->same;
}

static bool is_better(const sighting *a, const sighting *b)
{
    if (a->good != b->good)
        return a->good;
    return a->good ? a->lie.marks > b->lie.marks : a->distance < b->distance;
}

static void add_sighting(question *q, const sighting *one)
{
    size_t at = q->count;
    while (at > 0 && is_better(one, &q->seen[at - 1]))
        at--;
    if (at == CUT_MATCHES_MOST)
        return;
    size_t moved = (q->count < CUT_MATCHES_MOST ? q->count : CUT_MATCHES_MOST - 1) - at;
    memmove(&q->seen[at + 1], &q->seen[at], moved * sizeof q->seen[0]);
    q->seen[at] = *one;
    q->count += q->count < CUT_MATCHES_MOST;
}

/* By the perceptual hash of the whole picture. */
static cutline_status look_by_hash(question *q, cutline_error *err)
{
    cut_matches matches;
    cut_store *store = q->catalog->store;
    cutline_status status = cut_store_alike(store, &(const cut_pdq *){q->record->picture->forms}, 1,
                                            q->options.distance, &matches, err);
    for (size_t i = 0; i < matches.n && status == CUTLINE_OK; i++) {
        const cut_match *m = &matches.v[i];
        sighting one = {m->photo, m->distance, m->form, m->quality, {0}, false};
        if (one.photo == q->same)
            continue;
        if (one.distance <= CUTLINE_IDENTIFY_DISTANCE)
            status = cut_compare_whole(&q->compared, store, one.photo, one.form, &one.lie, err);
        one.good = cut_align_is_good(&one.lie);
        add_sighting(q, &one);
    }
    return status;
}

static cutline_status compare_sharer(question *q, const cut_sharer *sharer, bool *good,
                                     cutline_error *err)
{
    cut_store *store = q->catalog->store;
    sighting one = {.photo = sharer->photo, .form = sharer->form};
    cut_look_hash hash;
    cutline_status status = cut_compare_parts(&q->compared, store, sharer, &one.lie, err);
    *good = status == CUTLINE_OK && cut_align_is_good(&one.lie);
    if (!*good)
        return status;
    status = cut_store_look(store, one.photo, &hash, err);
    one.good = true;
    one.quality = hash.quality;
    one.distance = cut_pdq_distance(hash.pdq, q->record->picture->forms[one.form].hash);
    add_sighting(q, &one);
    return status;
}

/* By its parts. */
static cutline_status look_by_words(question *q, cutline_error *err)
{
    cut_asked asked;
    cut_sharers sharers;
    bool found = false;
    cutline_status status = cut_compared_widen(&q->compared, &asked, err);
    if (status == CUTLINE_OK)
        status =
            cut_store_sharing(q->catalog->store, &(const cut_asked *){&asked}, 1, &sharers, err);
    for (size_t i = 0, in_vain = 0; status == CUTLINE_OK && i < sharers.n && in_vain < PATIENCE;
         i++) {
        bool good = false;
        if (is_seen(q, sharers.v[i].photo))
            continue;
        status = compare_sharer(q, &sharers.v[i], &good, err);
        found |= good;
        in_vain = found && !good ? in_vain + 1 : 0;
    }
    return status;
}

/* The photo of the same image data comes first, whatever its looks. The whole picture is looked for
 * before its parts, which takes longer. */
static cutline_status look(question *q, cutline_error *err)
{
    const cut_picture *picture = q->record->picture;
    cutline_status status = CUTLINE_OK;
    if (q->record->has_hash)
        status = cut_store_photo_by_hash(q->catalog->store, q->record->image_hash, &q->same, err);
    q->set->candidates.compared = !q->options.exact_only && picture && picture->has_pixels;
    q->set->candidates.quality = picture ? picture->forms[0].quality : 0;
    if (status != CUTLINE_OK || !q->set->candidates.compared)
        return status;
    q->compared.upright = &picture->upright;
    status = look_by_hash(q, err);
    if (status == CUTLINE_OK && !q->same && (q->count == 0 || !q->seen[0].good))
        status = look_by_words(q, err);
    return status;
}

/* ---- candidates ---------------------------------------------------------------------------------
 */

static cutline_status load_photos(question *q, cutline_error *err)
{
    cut_photo_list list = {0};
    if (q->same && !CUT_PUSH(&q->set->arena, &list.photos, q->same))
        return cut_no_memory(err);
    for (size_t i = 0; i < q->count; i++)
        if (!CUT_PUSH(&q->set->arena, &list.photos, q->seen[i].photo))
            return cut_no_memory(err);
    return cut_store_photos(q->catalog->store, &list, &q->set->photos, err);
}

static const sighting *sighting_of(const question *q, int64_t photo)
{
    for (size_t i = 0; i < q->count; i++)
        if (q->seen[i].photo == photo)
            return &q->seen[i];
    return NULL;
}

static cutline_candidate same_data(const cutline_photo *photo)
{
    return (cutline_candidate){.photo = photo,
                               .confidence = CUTLINE_CONFIDENCE_CERTAIN,
                               .form = form_names[0],
                               .shown = 100,
                               .covered = 100,
                               .why = "the coded image data is the same"};
}

static unsigned percent(float part)
{
    return (unsigned)(100.0F * part + 0.5F);
}

static unsigned alike_percent(const cut_alignment *a)
{
    return a->blocks ? 100 * a->alike / a->blocks : 0;
}

static cutline_confidence confidence_of(const question *q, const sighting *s)
{
    bool plain =
        q->set->candidates.quality < CUT_PDQ_GOOD_QUALITY || s->quality < CUT_PDQ_GOOD_QUALITY;
    if (s->good && s->lie.marks >= HIGH_MARKS && alike_percent(&s->lie) >= HIGH_ALIKE)
        return CUTLINE_CONFIDENCE_HIGH;
    if (s->good)
        return CUTLINE_CONFIDENCE_MEDIUM;
    if (plain || s->distance > CUTLINE_IDENTIFY_DISTANCE)
        return CUTLINE_CONFIDENCE_LOW;
    return s->distance <= HIGH_DISTANCE ? CUTLINE_CONFIDENCE_HIGH : CUTLINE_CONFIDENCE_MEDIUM;
}

/* NULL if memory runs out. */
static const char *why_whole(question *q, const sighting *s)
{
    bool plain =
        q->set->candidates.quality < CUT_PDQ_GOOD_QUALITY || s->quality < CUT_PDQ_GOOD_QUALITY;
    const char *marks = "";
    if (s->good)
        marks = cut_arena_printf(&q->set->arena, ", and %u marks lie as on it", s->lie.marks);
    else if (plain)
        marks = ", but there is little to see in it";
    return marks ? cut_arena_printf(
                       &q->set->arena,
                       "it looks like the photo%s%s: %u of %u bits of the perceptual hash differ%s",
                       s->form == 0 ? "" : " when ", s->form == 0 ? "" : form_names[s->form],
                       s->distance, CUT_PDQ_BITS, marks)
                 : NULL;
}

/* NULL if memory runs out. */
static const char *why_part(question *q, const sighting *s)
{
    const cut_alignment *a = &s->lie;
    return cut_arena_printf(
        &q->set->arena,
        "%s%sit shows %u %% of the photo on %u %% of its area: %u marks lie as on"
        " it, and %u %% of what it shows is alike",
        s->form == 0 ? "" : form_names[s->form], s->form == 0 ? "" : ", ", percent(a->shown),
        percent(a->covered), a->marks, alike_percent(a));
}

/* False if memory runs out. */
static bool judge(question *q, const cutline_photo *photo, const sighting *s,
                  cutline_candidate *out)
{
    *out = (cutline_candidate){.photo = photo,
                               .distance = s->distance,
                               .confidence = confidence_of(q, s),
                               .form = form_names[s->form],
                               .marks = s->lie.marks,
                               .shown = s->good ? percent(s->lie.shown) : 100,
                               .covered = s->good ? percent(s->lie.covered) : 100};
    out->why =
        s->distance <= CUTLINE_IDENTIFY_DISTANCE || !s->good ? why_whole(q, s) : why_part(q, s);
    return out->why != NULL;
}

static cutline_status weigh(question *q, cutline_error *err)
{
    const cutline_photos *photos = &q->set->photos.photos;
    cutline_candidate *items = CUT_NEW_ARRAY(&q->set->arena, cutline_candidate, photos->count);
    if (!items)
        return cut_no_memory(err);
    for (size_t i = 0; i < photos->count; i++) {
        const cutline_photo *photo = &photos->items[i];
        if (photo->id == q->same)
            items[i] = same_data(photo);
        else if (!judge(q, photo, sighting_of(q, photo->id), &items[i]))
            return cut_no_memory(err);
    }
    q->set->candidates.items = items;
    q->set->candidates.count = photos->count;
    return CUTLINE_OK;
}

/* ---- the call -----------------------------------------------------------------------------------
 */

/* Reads the picture. Its metadata is of no account. */
static cutline_status read_picture(const char *path, const char *pixels_program,
                                   cutline_record **out, cutline_error *err)
{
    cutline_read_options options = {.no_sidecar = true, .pixels_program = pixels_program};
    cut_arena scratch;
    cut_arena_init(&scratch, CUT_MAX_RECORD_ARENA);
    cutline_status status =
        cut_record_read(&scratch, path, &options, CUT_PICTURE_COMPARE, true, NULL, out, err);
    cut_arena_release(&scratch);
    return status;
}

static cutline_status answer(question *q, cutline_error *err)
{
    cutline_status status = look(q, err);
    if (status == CUTLINE_OK)
        status = load_photos(q, err);
    return status == CUTLINE_OK ? weigh(q, err) : status;
}

cutline_status cutline_identify(cutline_catalog *catalog, const char *path,
                                const cutline_identify_options *options, cutline_candidates **out,
                                cutline_error *err)
{
    question q = {.catalog = catalog};
    cutline_record *record = NULL;
    *out = NULL;
    if (options)
        q.options = *options;
    if (q.options.distance == 0)
        q.options.distance = CUTLINE_IDENTIFY_DISTANCE;
    if (!path || q.options.distance > CUTLINE_IDENTIFY_BITS)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "no path, or a distance over %u",
                        CUTLINE_IDENTIFY_BITS);
    cutline_status status = read_picture(path, q.options.pixels_program, &record, err);
    if (status != CUTLINE_OK)
        return status;
    q.record = record;
    q.set = calloc(1, sizeof *q.set);
    if (q.set)
        cut_arena_init(&q.set->arena, CUT_MAX_STORE_ARENA);
    cut_arena_init(&q.compared.arena, CUT_MAX_STORE_ARENA);
    status = q.set ? answer(&q, err) : cut_no_memory(err);
    cut_arena_release(&q.compared.arena);
    cutline_record_free(record);
    if (status == CUTLINE_OK)
        *out = &q.set->candidates;
    else if (q.set)
        cutline_candidates_free(&q.set->candidates);
    return status;
}

void cutline_candidates_free(cutline_candidates *candidates)
{
    candidate_set *set = (candidate_set *)candidates;
    if (!set)
        return;
    cut_photo_set_release(&set->photos);
    cut_arena_release(&set->arena);
    free(set);
}

cutline_status cutline_catalog_thumbnail(cutline_catalog *catalog, int64_t photo, void **jpeg,
                                         size_t *length, cutline_error *err)
{
    cut_arena arena;
    cut_thumbnail thumbnail;
    *jpeg = NULL;
    *length = 0;
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status = cut_store_thumbnail(catalog->store, &arena, photo, &thumbnail, err);
    if (status == CUTLINE_OK) {
        *jpeg = malloc(thumbnail.jpeg.n);
        if (*jpeg) {
            memcpy(*jpeg, thumbnail.jpeg.p, thumbnail.jpeg.n);
            *length = thumbnail.jpeg.n;
        } else
            status = cut_no_memory(err);
    }
    cut_arena_release(&arena);
    return status;
}
