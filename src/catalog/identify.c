#include "base/error.h"
#include "base/limits.h"
#include "catalog/handle.h"
#include "record/record.h"

#include <cutline/identify.h>
#include <stdlib.h>

/* Half of the usual threshold: resizing, compressing and mirroring stay well below it. */
#define HIGH_DISTANCE 16u

/* Candidates and what they live in; they come first, so that one pointer is both. */
typedef struct candidate_set {
    cutline_candidates candidates;
    cut_photo_set photos;
    cut_arena arena;
} candidate_set;

/* A picture being looked up. */
typedef struct question {
    cutline_catalog *catalog;
    cutline_identify_options options;
    const cutline_record *record;
    int64_t same; /* photo with the same image data, 0 if none */
    cut_matches matches;
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

/* ---- candidates ---------------------------------------------------------------------------------
 */

/* The photo of the same image data comes first, whatever its looks. */
static cutline_status look(question *q, cutline_error *err)
{
    const cut_picture *picture = q->record->picture;
    cut_store *store = q->catalog->store;
    cutline_status status = CUTLINE_OK;
    if (q->record->has_hash)
        status = cut_store_photo_by_hash(store, q->record->image_hash, &q->same, err);
    q->set->candidates.compared = !q->options.exact_only && picture && picture->has_pixels;
    q->set->candidates.quality = picture ? picture->forms[0].quality : 0;
    if (status == CUTLINE_OK && q->set->candidates.compared)
        status = cut_store_alike(store, picture->forms, q->options.distance, &q->matches, err);
    return status;
}

static cutline_status load_photos(question *q, cutline_error *err)
{
    cut_photo_list list = {0};
    if (q->same && !CUT_PUSH(&q->set->arena, &list.photos, q->same))
        return cut_no_memory(err);
    for (size_t i = 0; i < q->matches.n; i++)
        if (q->matches.v[i].photo != q->same &&
            !CUT_PUSH(&q->set->arena, &list.photos, q->matches.v[i].photo))
            return cut_no_memory(err);
    return cut_store_photos(q->catalog->store, &list, &q->set->photos, err);
}

static const cut_match *match_of(const question *q, int64_t photo)
{
    for (size_t i = 0; i < q->matches.n; i++)
        if (q->matches.v[i].photo == photo)
            return &q->matches.v[i];
    return NULL;
}

static cutline_candidate same_data(const cutline_photo *photo)
{
    return (cutline_candidate){.photo = photo,
                               .confidence = CUTLINE_CONFIDENCE_CERTAIN,
                               .form = form_names[0],
                               .why = "the coded image data is the same"};
}

/* False if memory runs out. */
static bool judge(const question *q, const cutline_photo *photo, const cut_match *match,
                  cutline_candidate *out)
{
    bool plain =
        q->set->candidates.quality < CUT_PDQ_GOOD_QUALITY || match->quality < CUT_PDQ_GOOD_QUALITY;
    bool far = match->distance > CUTLINE_IDENTIFY_DISTANCE;
    *out = (cutline_candidate){
        .photo = photo, .distance = match->distance, .form = form_names[match->form]};
    out->confidence =
        match->distance <= HIGH_DISTANCE ? CUTLINE_CONFIDENCE_HIGH : CUTLINE_CONFIDENCE_MEDIUM;
    if (plain || far)
        out->confidence = CUTLINE_CONFIDENCE_LOW;
    out->why = cut_arena_printf(
        &q->set->arena,
        "it looks like the photo%s%s: %u of %u bits of the perceptual hash differ%s",
        match->form == 0 ? "" : " when ", match->form == 0 ? "" : form_names[match->form],
        match->distance, CUT_PDQ_BITS, plain ? ", but there is little to see in it" : "");
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
        else if (!judge(q, photo, match_of(q, photo->id), &items[i]))
            return cut_no_memory(err);
    }
    q->set->candidates.items = items;
    q->set->candidates.count = photos->count;
    return CUTLINE_OK;
}

/* ---- the call -----------------------------------------------------------------------------------
 */

/* Reads the picture. Its metadata is of no account. */
static cutline_status read_picture(const char *path, cutline_record **out, cutline_error *err)
{
    static const cutline_read_options options = {.no_sidecar = true};
    cut_arena scratch;
    cut_arena_init(&scratch, CUT_MAX_RECORD_ARENA);
    cutline_status status =
        cut_record_read(&scratch, path, &options, CUT_PICTURE_COMPARE, out, err);
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
    cutline_status status = read_picture(path, &record, err);
    if (status != CUTLINE_OK)
        return status;
    q.record = record;
    q.set = calloc(1, sizeof *q.set);
    if (q.set)
        cut_arena_init(&q.set->arena, CUT_MAX_STORE_ARENA);
    status = q.set ? answer(&q, err) : cut_no_memory(err);
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
