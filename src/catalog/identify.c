#include "base/error.h"
#include "base/limits.h"
#include "catalog/handle.h"
#include "catalog/identify_look.h"
#include "record/record.h"

#include <cutline/identify.h>
#include <stdlib.h>

/* Half of the usual threshold: resizing, compressing and mirroring stay well below it. */
#define HIGH_DISTANCE 16u
/* Marks that lie alike, and parts alike in percent, that leave no doubt. */
#define HIGH_MARKS 16u
#define HIGH_ALIKE 60u
/* Candidates and what they live in; they come first, so that one pointer is both. */
typedef struct candidate_set {
    cutline_candidates candidates;
    cut_photo_set photos;
    cut_arena arena;
} candidate_set;

/* A picture and the answer to it. */
typedef struct answer {
    cutline_record *record; /* owned */
    candidate_set *set;     /* owned until it is handed out */
    cutline_status status;  /* of reading the picture */
    cutline_error err;
} answer;

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

static cutline_status load_photos(candidate_set *set, cut_store *store, const cut_question *q,
                                  cutline_error *err)
{
    cut_photo_list list = {0};
    if (q->same && !CUT_PUSH(&set->arena, &list.photos, q->same))
        return cut_no_memory(err);
    for (size_t i = 0; i < q->count; i++)
        if (!CUT_PUSH(&set->arena, &list.photos, q->seen[i].photo))
            return cut_no_memory(err);
    return cut_store_photos(store, &list, &set->photos, err);
}

static const cut_seen *sighting_of(const cut_question *q, int64_t photo)
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

static cutline_confidence confidence_of(const candidate_set *set, const cut_seen *s)
{
    bool plain =
        set->candidates.quality < CUT_PDQ_GOOD_QUALITY || s->quality < CUT_PDQ_GOOD_QUALITY;
    if (s->good && s->lie.marks >= HIGH_MARKS && cut_align_percent(&s->lie) >= HIGH_ALIKE)
        return CUTLINE_CONFIDENCE_HIGH;
    if (s->good)
        return CUTLINE_CONFIDENCE_MEDIUM;
    if (plain || s->distance > CUTLINE_IDENTIFY_DISTANCE)
        return CUTLINE_CONFIDENCE_LOW;
    return s->distance <= HIGH_DISTANCE ? CUTLINE_CONFIDENCE_HIGH : CUTLINE_CONFIDENCE_MEDIUM;
}

/* NULL if memory runs out. */
static const char *why_whole(candidate_set *set, const cut_seen *s)
{
    bool plain =
        set->candidates.quality < CUT_PDQ_GOOD_QUALITY || s->quality < CUT_PDQ_GOOD_QUALITY;
    const char *marks = "";
    if (s->good)
        marks = cut_arena_printf(&set->arena, ", and %u marks lie as on it", s->lie.marks);
    else if (plain)
        marks = ", but there is little to see in it";
    return marks ? cut_arena_printf(
                       &set->arena,
                       "it looks like the photo%s%s: %u of %u bits of the perceptual hash differ%s",
                       s->form == 0 ? "" : " when ", s->form == 0 ? "" : form_names[s->form],
                       s->distance, CUT_PDQ_BITS, marks)
                 : NULL;
}

/* NULL if memory runs out. */
static const char *why_part(candidate_set *set, const cut_seen *s)
{
    const cut_alignment *a = &s->lie;
    return cut_arena_printf(
        &set->arena,
        "%s%sit shows %u %% of the photo on %u %% of its area: %u marks lie as on"
        " it, and %u %% of what it shows is alike",
        s->form == 0 ? "" : form_names[s->form], s->form == 0 ? "" : ", ", cut_percent_of(a->shown),
        cut_percent_of(a->covered), a->marks, cut_align_percent(a));
}

/* False if memory runs out. */
static bool judge(candidate_set *set, const cutline_photo *photo, const cut_seen *s,
                  cutline_candidate *out)
{
    *out = (cutline_candidate){.photo = photo,
                               .distance = s->distance,
                               .confidence = confidence_of(set, s),
                               .form = form_names[s->form],
                               .marks = s->lie.marks,
                               .shown = s->good ? cut_percent_of(s->lie.shown) : 100,
                               .covered = s->good ? cut_percent_of(s->lie.covered) : 100};
    out->why =
        s->distance <= CUTLINE_IDENTIFY_DISTANCE || !s->good ? why_whole(set, s) : why_part(set, s);
    return out->why != NULL;
}

static cutline_status weigh(candidate_set *set, const cut_question *q, cutline_error *err)
{
    const cutline_photos *photos = &set->photos.photos;
    cutline_candidate *items = CUT_NEW_ARRAY(&set->arena, cutline_candidate, photos->count);
    if (!items)
        return cut_no_memory(err);
    for (size_t i = 0; i < photos->count; i++) {
        const cutline_photo *photo = &photos->items[i];
        if (photo->id == q->same)
            items[i] = same_data(photo);
        else if (!judge(set, photo, sighting_of(q, photo->id), &items[i]))
            return cut_no_memory(err);
    }
    set->candidates.items = items;
    set->candidates.count = photos->count;
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

/* Reads a picture of a group, and asks about it unless that fails. */
static cutline_status begin_answer(answer *a, const char *path,
                                   const cutline_identify_options *options, cut_question *questions,
                                   size_t *asked, cutline_error *err)
{
    a->status = path ? read_picture(path, options->pixels_program, &a->record, &a->err)
                     : cut_fail(&a->err, CUTLINE_BAD_ARGUMENT, "no path");
    if (a->status != CUTLINE_OK)
        return CUTLINE_OK;
    a->set = calloc(1, sizeof *a->set);
    if (!a->set)
        return cut_no_memory(err);
    const cut_picture *picture = a->record->picture;
    cut_question *q = &questions[(*asked)++];
    cut_arena_init(&a->set->arena, CUT_MAX_STORE_ARENA);
    cut_arena_init(&q->compared.arena, CUT_MAX_STORE_ARENA);
    q->record = a->record;
    q->by_looks = !options->exact_only && picture && picture->has_pixels;
    q->compared.upright = picture ? &picture->upright : NULL;
    a->set->candidates.compared = q->by_looks;
    a->set->candidates.quality = picture ? picture->forms[0].quality : 0;
    return CUTLINE_OK;
}

static cutline_status end_answers(answer *answers, size_t count, cut_store *store,
                                  const cut_question *questions, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0, k = 0; i < count && status == CUTLINE_OK; i++) {
        candidate_set *set = answers[i].set;
        if (!set)
            continue;
        status = load_photos(set, store, &questions[k], err);
        if (status == CUTLINE_OK)
            status = weigh(set, &questions[k++], err);
    }
    return status;
}

/* Who is told, and of what. */
typedef struct listener {
    cutline_identified_fn tell;
    void *context;
} listener;

/* Tells the answers of a group, or gives them up. */
static void tell_answers(answer *answers, size_t count, size_t first, bool failed,
                         const listener *to)
{
    for (size_t i = 0; i < count; i++) {
        answer *a = &answers[i];
        cutline_record_free(a->record);
        if (failed)
            cutline_candidates_free(a->set ? &a->set->candidates : NULL);
        else
            to->tell(first + i, a->status, a->set ? &a->set->candidates : NULL, &a->err,
                     to->context);
    }
}

static cutline_status answer_group(cutline_catalog *catalog, const char *const *paths, size_t first,
                                   size_t count, const cutline_identify_options *options,
                                   const listener *to, cutline_error *err)
{
    cut_question *questions = calloc(count, sizeof *questions);
    answer *answers = calloc(count, sizeof *answers);
    cutline_status status = questions && answers ? CUTLINE_OK : cut_no_memory(err);
    size_t asked = 0;
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
        status = begin_answer(&answers[i], paths[first + i], options, questions, &asked, err);
    if (status == CUTLINE_OK)
        status = cut_questions_look(catalog->store, questions, asked, options->distance, err);
    if (status == CUTLINE_OK)
        status = end_answers(answers, count, catalog->store, questions, err);
    for (size_t i = 0; i < asked; i++)
        cut_arena_release(&questions[i].compared.arena);
    if (answers)
        tell_answers(answers, count, first, status != CUTLINE_OK, to);
    free(answers);
    free(questions);
    return status;
}

cutline_status cutline_identify_many(cutline_catalog *catalog, const char *const *paths,
                                     size_t count, const cutline_identify_options *options,
                                     cutline_identified_fn tell, void *context, cutline_error *err)
{
    cutline_identify_options how = options ? *options : (cutline_identify_options){0};
    const listener to = {tell, context};
    cutline_status status = CUTLINE_OK;
    if (how.distance == 0)
        how.distance = CUTLINE_IDENTIFY_DISTANCE;
    if (how.distance > CUTLINE_IDENTIFY_BITS)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "a distance over %u", CUTLINE_IDENTIFY_BITS);
    for (size_t first = 0, n = 1; first < count && status == CUTLINE_OK; first += n) {
        /* The first answers come soon, and the more there are, the less each costs. */
        n = first == 0 ? 1 : first < CUT_QUESTIONS_MOST ? first : CUT_QUESTIONS_MOST;
        if (n > count - first)
            n = count - first;
        status = answer_group(catalog, paths, first, n, &how, &to, err);
    }
    return status;
}

/* The answer to one picture. */
typedef struct single {
    cutline_status status;
    cutline_candidates *found;
    cutline_error *err;
} single;

static void take_single(size_t index, cutline_status status, cutline_candidates *found,
                        const cutline_error *err, void *context)
{
    single *to = context;
    (void)index;
    to->status = status;
    to->found = found;
    if (status != CUTLINE_OK && to->err)
        *to->err = *err;
}

cutline_status cutline_identify(cutline_catalog *catalog, const char *path,
                                const cutline_identify_options *options, cutline_candidates **out,
                                cutline_error *err)
{
    single to = {.err = err};
    cutline_status status =
        cutline_identify_many(catalog, &path, 1, options, take_single, &to, err);
    *out = to.found;
    return status == CUTLINE_OK ? to.status : status;
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
