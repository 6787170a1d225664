#include "catalog/relate.h"

#include "base/error.h"
#include "base/limits.h"
#include "image/decode.h"
#include "image/near.h"

/* Parts alike, in percent, of one picture encoded twice: all but what compression hides. Where
 * something has moved or was written, fewer are. */
#define SAME_ALIKE 98u
/* The same of pictures that are only alike; of fewer, nothing is said. */
#define LEAST_ALIKE 70u
/* Marks that lie alike on pictures that are not near by their hashes. */
#define LEAST_MARKS 12u
/* So much of the area counts as all of it. */
#define WHOLE 0.94F
/* Parts of which less is shown come of chance, or are hardly the same picture. */
#define LEAST_SHOWN 0.4F
/* The form of a picture (image/picture.h) that is mirrored, left for right. */
#define MIRRORED 1u

void cut_relater_init(cut_relater *r, cut_store *store)
{
    *r = (cut_relater){.store = store};
    cut_arena_init(&r->compared.arena, CUT_MAX_STORE_ARENA);
}

void cut_relater_release(cut_relater *r)
{
    cut_arena_release(&r->compared.arena);
}

/* Takes the newer photo's thumbnail for the picture that is compared. */
static cutline_status load(cut_relater *r, int64_t photo, cutline_error *err)
{
    cut_thumbnail thumbnail;
    cut_source source;
    cut_decoded *decoded;
    if (r->newer == photo)
        return CUTLINE_OK;
    r->newer = photo;
    r->has_thumbnail = false;
    memset(r->compared.wide, 0, sizeof r->compared.wide);
    cut_arena_reset(&r->compared.arena);
    decoded = CUT_NEW(&r->compared.arena, cut_decoded);
    if (!decoded)
        return cut_no_memory(err);
    cutline_status status =
        cut_store_thumbnail(r->store, &r->compared.arena, photo, &thumbnail, err);
    if (status != CUTLINE_OK)
        return status == CUTLINE_NOT_FOUND ? CUTLINE_OK : status;
    cut_source_from_memory(&source, "thumbnail", thumbnail.jpeg, &r->compared.arena);
    status = cut_decode_jpeg(&source, 0, thumbnail.jpeg.n, decoded, err);
    r->compared.upright = &decoded->pixels;
    r->has_thumbnail = status == CUTLINE_OK && decoded->usable;
    return status;
}

/* What an alignment says, mirrored or not; the relation is not settled so far. */
static void conclude(const cut_alignment *a, bool mirrored, cut_relation *out)
{
    bool shows_all = a->shown >= WHOLE, is_all = a->covered >= WHOLE;
    out->alike = cut_align_percent(a);
    out->related = out->alike >= LEAST_ALIKE &&
                   (a->marks >= LEAST_MARKS || out->distance <= CUT_NEAR_DISTANCE) &&
                   a->shown >= LEAST_SHOWN && a->covered >= LEAST_SHOWN;
    if (!out->related)
        return;
    out->shown = 100;
    out->kind = CUTLINE_DUPLICATE_SAME;
    if (out->alike < SAME_ALIKE || (!shows_all && !is_all))
        out->kind = CUTLINE_DUPLICATE_ALIKE; /* two parts: the camera may have been turned */
    else if (mirrored)
        out->kind = CUTLINE_DUPLICATE_MIRRORED;
    else if (!shows_all || !is_all)
        out->kind = CUTLINE_DUPLICATE_PART;
    if (shows_all == is_all)
        return;
    /* The picture that was laid on the photo is that of the newer one. */
    out->part = shows_all ? out->older : out->newer;
    out->shown = cut_percent_of(shows_all ? a->covered : a->shown);
}

/* The better one of two: edge to edge, or as the marks have it. */
static cutline_status lay_whole(cut_relater *r, cut_photo_marks *older, cut_alignment *out,
                                cutline_error *err)
{
    cut_alignment edges;
    cutline_status status = cut_compare_whole(&r->compared, older, 0, out, err);
    if (status != CUTLINE_OK || cut_align_percent(out) >= SAME_ALIKE)
        return status;
    status = cut_compare_edges(&r->compared, older, &edges, err);
    if (status == CUTLINE_OK && cut_align_percent(&edges) > cut_align_percent(out)) {
        edges.marks = out->marks;
        *out = edges;
    }
    return status;
}

static bool is_settled(const cut_relation *relation)
{
    return relation->related && relation->kind != CUTLINE_DUPLICATE_ALIKE;
}

/* As parts of each other, as they are and mirrored, if that says more. */
static cutline_status relate_parts(cut_relater *r, cut_photo_marks *older, cut_relation *relation,
                                   cutline_error *err)
{
    static const unsigned forms[] = {0, MIRRORED};
    cut_alignment lie;
    cutline_status status = CUTLINE_OK;
    for (unsigned i = 0; i < 2 && status == CUTLINE_OK && !is_settled(relation); i++) {
        cut_relation part = *relation;
        status = cut_compare_any(&r->compared, older, forms[i], &lie, err);
        if (status != CUTLINE_OK)
            return status;
        conclude(&lie, forms[i] == MIRRORED, &part);
        if (part.related && (is_settled(&part) || !relation->related))
            *relation = part;
    }
    return status;
}

static cutline_status compare(cut_relater *r, cut_photo_marks *older, cut_relation *relation,
                              cutline_error *err)
{
    cut_alignment lie;
    bool near = relation->distance <= CUT_NEAR_DISTANCE;
    cutline_status status = lay_whole(r, older, &lie, err);
    if (status != CUTLINE_OK)
        return status;
    conclude(&lie, false, relation);
    /* There is nothing to see in either: their hashes say all. */
    if (near && lie.blocks == 0) {
        relation->related = true;
        relation->kind = CUTLINE_DUPLICATE_SAME;
        relation->shown = relation->alike = 100;
    }
    return near ? CUTLINE_OK : relate_parts(r, older, relation, err);
}

cutline_status cut_relate(cut_relater *r, cut_relation *relation, cutline_error *err)
{
    cut_photo_marks older;
    cutline_status status = load(r, relation->newer, err);
    if (status != CUTLINE_OK || !r->has_thumbnail)
        return status;
    status = cut_photo_marks_take(r->store, relation->older, &older, err);
    if (status == CUTLINE_OK)
        status = compare(r, &older, relation, err);
    cut_photo_marks_release(&older);
    return status;
}
