#include "catalog/duplicate_say.h"

#include "base/error.h"
#include "image/near.h"

#include <string.h>
#include <time.h>

/* Frames of one series are taken within as many seconds. Of two forms of one picture the times may
 * differ by hours, where one is of another time zone. */
#define SERIES_SECONDS 600
/* "2016-05-02T14:30:00" */
#define SECONDS_LENGTH 19u

/* ---- the best -----------------------------------------------------------------------------------
 */

static bool has_credit(const cutline_photo *p)
{
    return p->credit.line && *p->credit.line;
}

/* How well it is known whose it is and what it shows. */
static unsigned worth(const cutline_photo *p)
{
    unsigned n = has_credit(p) ? 8 : 0;
    n += p->credit.photographers.count > 0 ? 4 : 0;
    n += p->credit.agencies.count > 0 ? 2 : 0;
    return n + (p->caption_count > 0 ? 1 : 0);
}

int cut_duplicate_best_first(const void *a, const void *b)
{
    const cutline_photo *x = *(const cutline_photo *const *)a;
    const cutline_photo *y = *(const cutline_photo *const *)b;
    uint64_t size_x = (uint64_t)x->width * x->height, size_y = (uint64_t)y->width * y->height;
    if (worth(x) != worth(y))
        return worth(x) > worth(y) ? -1 : 1;
    if (size_x != size_y)
        return size_x > size_y ? -1 : 1;
    return x->id < y->id ? -1 : 1;
}

/* "credit line, photographers and caption"; NULL if memory runs out. */
static const char *what_it_has(cut_arena *arena, const cutline_photo *p)
{
    static const char *const names[] = {"a credit line", "photographers", "agencies", "a caption"};
    const bool has[] = {has_credit(p), p->credit.photographers.count > 0,
                        p->credit.agencies.count > 0, p->caption_count > 0};
    unsigned left = (unsigned)has[0] + has[1] + has[2] + has[3];
    const char *out =
        left ? "it has " : "none of them has a credit or a caption; it is the largest";
    for (unsigned i = 0; i < 4 && out && left > 0; i++) {
        if (!has[i])
            continue;
        left--;
        out = cut_arena_printf(arena, "%s%s%s", out, names[i],
                               left > 1    ? ", "
                               : left == 1 ? " and "
                                           : "");
    }
    return out;
}

/* ---- what must be known of it -------------------------------------------------------------------
 */

size_t cut_duplicate_files(const cutline_photo *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->file_count; i++)
        n += !p->files[i].missing;
    return n;
}

static bool is_missing(const cutline_photo *p)
{
    return p->file_count > 0 && cut_duplicate_files(p) == 0;
}

/* Until it is lifted, or to the end of a day, month or year that has not passed. */
static bool is_embargoed(const cutline_photo *p)
{
    char today[11];
    struct tm utc;
    time_t now = time(NULL);
    if (!gmtime_r(&now, &utc) || strftime(today, sizeof today, "%Y-%m-%d", &utc) == 0)
        return false;
    for (size_t i = 0; i < p->right_count; i++) {
        const cutline_right *right = &p->rights[i];
        if (strcmp(right->kind, "embargo") == 0 &&
            (!right->from || strncmp(right->from, today, strlen(right->from)) >= 0))
            return true;
    }
    return false;
}

/* A list that grows. */
typedef CUT_VEC(const char *) texts;

static cutline_strings handed_out(const texts *list)
{
    return (cutline_strings){list->v, list->n};
}

static bool add_marks(cut_arena *arena, const cutline_photo *p, cutline_duplicate *out)
{
    texts list = {0};
    bool ok = (!p->kill_reason || CUT_PUSH(arena, &list, "killed")) &&
              (!is_embargoed(p) || CUT_PUSH(arena, &list, "embargoed")) &&
              (!is_missing(p) || CUT_PUSH(arena, &list, "missing"));
    out->marks = handed_out(&list);
    return ok;
}

cutline_status cut_duplicate_best(cut_arena *arena, const cutline_photo *photo,
                                  cutline_duplicate *out, cutline_error *err)
{
    *out = (cutline_duplicate){.photo = photo, .kind = CUTLINE_DUPLICATE_BEST};
    out->why = what_it_has(arena, photo);
    if (out->why && cut_duplicate_files(photo) > 1)
        out->why = cut_arena_printf(arena, "the same image data is in %zu files; %s",
                                    cut_duplicate_files(photo), out->why);
    return out->why && add_marks(arena, photo, out) ? CUTLINE_OK : cut_no_memory(err);
}

/* ---- another frame ------------------------------------------------------------------------------
 */

/* Seconds since midnight, of a date with a time; -1 if it has none. */
static long seconds_of(const char *date)
{
    int part[3];
    if (!date || strlen(date) < SECONDS_LENGTH || date[10] != 'T' || date[13] != ':' ||
        date[16] != ':')
        return -1;
    for (unsigned i = 0; i < 3; i++) {
        const char *two = date + 11 + 3 * i;
        if (!cut_is_digit(two[0]) || !cut_is_digit(two[1]))
            return -1;
        part[i] = (two[0] - '0') * 10 + two[1] - '0';
    }
    return part[0] * 3600L + part[1] * 60L + part[2];
}

/* ".25" of the second; NULL if it is not said. */
static const char *fraction_of(const char *date)
{
    return date[SECONDS_LENGTH] == '.' && cut_is_digit(date[SECONDS_LENGTH + 1])
               ? date + SECONDS_LENGTH
               : NULL;
}

static bool fractions_differ(const char *a, const char *b)
{
    const char *x = fraction_of(a), *y = fraction_of(b);
    if (!x || !y)
        return false;
    for (x++, y++; cut_is_digit(*x) && cut_is_digit(*y); x++, y++)
        if (*x != *y)
            return true;
    /* One of them is said less exactly. */
    return false;
}

/* "but was taken 2 s later"; NULL if the times do not tell two frames. *ok: memory was enough. */
static const char *other_time(cut_arena *arena, const cutline_photo *best, const cutline_photo *p,
                              bool *ok)
{
    long a = seconds_of(best->date), b = seconds_of(p->date), apart = b - a;
    if (a < 0 || b < 0 || strncmp(best->date, p->date, 10) != 0)
        return NULL;
    if (apart == 0)
        return fractions_differ(best->date, p->date) ? "but was taken in another part of the second"
                                                     : NULL;
    if (apart > SERIES_SECONDS || apart < -SERIES_SECONDS)
        return NULL;
    const char *out = cut_arena_printf(arena, "but was taken %ld s %s", apart < 0 ? -apart : apart,
                                       apart < 0 ? "before" : "later");
    *ok = out != NULL;
    return out;
}

/* An ID that an agency gave it; a guess does not count. */
static bool is_given(const cutline_media_id *id)
{
    return id->trust >= CUTLINE_TRUST_FAIR && strcmp(id->ns, CUTLINE_NAMESPACE_BARE) != 0;
}

/* An ID of the photo in a namespace; NULL if there is none. */
static const cutline_media_id *id_in(const cutline_photo *p, const char *ns)
{
    for (size_t i = 0; i < p->media_ids.count; i++)
        if (is_given(&p->media_ids.items[i]) && strcmp(p->media_ids.items[i].ns, ns) == 0)
            return &p->media_ids.items[i];
    return NULL;
}

static bool has_id(const cutline_photo *p, const cutline_media_id *id)
{
    for (size_t i = 0; i < p->media_ids.count; i++)
        if (strcmp(p->media_ids.items[i].id, id->id) == 0 &&
            strcmp(p->media_ids.items[i].ns, id->ns) == 0)
            return true;
    return false;
}

/* One agency's ID of either, if the two have none in common; *other is set to the photo's. */
static const cutline_media_id *rival_ids(const cutline_photo *best, const cutline_photo *p,
                                         const cutline_media_id **other)
{
    const cutline_media_id *found = NULL;
    for (size_t i = 0; i < best->media_ids.count; i++) {
        const cutline_media_id *id = &best->media_ids.items[i];
        if (has_id(p, id))
            return NULL;
        const cutline_media_id *its = is_given(id) ? id_in(p, id->ns) : NULL;
        if (its && !found) {
            found = id;
            *other = its;
        }
    }
    return found;
}

/* Why it is another frame although it looks the same; NULL if nothing says so. */
static const char *other_frame(cut_arena *arena, const cutline_photo *best, const cutline_photo *p,
                               bool *ok)
{
    const cutline_media_id *its = NULL, *id = rival_ids(best, p, &its);
    const char *out = other_time(arena, best, p, ok);
    if (out || !id || !*ok)
        return out;
    out = cut_arena_printf(arena, "but is %s:%s there, and not %s", its->ns, its->id, id->id);
    *ok = out != NULL;
    return out;
}

/* ---- why it is in the group ---------------------------------------------------------------------
 */

static const char *why_alike(cut_arena *arena, long long best, const char *frame,
                             const cut_relation *r)
{
    if (frame)
        return cut_arena_printf(
            arena, "it looks like photo:%lld, %s: another frame of one series, it seems", best,
            frame);
    return cut_arena_printf(arena,
                            "it looks like photo:%lld, but %u %% of it does not: another frame of "
                            "one series, or something was written on it",
                            best, 100 - r->alike);
}

static const char *why_part(cut_arena *arena, long long best, long long photo,
                            const cut_relation *r)
{
    const char *mirrored = r->kind == CUTLINE_DUPLICATE_MIRRORED ? ", mirrored" : "";
    if (r->part == photo)
        return cut_arena_printf(arena, "it is a part of photo:%lld%s: %u %% of it", best, mirrored,
                                r->shown);
    return cut_arena_printf(arena, "photo:%lld is a part of it%s: %u %% of it", best, mirrored,
                            r->shown);
}

/* NULL if memory runs out. */
static const char *why(cut_arena *arena, const cutline_photo *best, const cutline_photo *photo,
                       cutline_duplicate_kind kind, const char *frame, const cut_relation *r)
{
    long long number = best->id;
    if (kind == CUTLINE_DUPLICATE_ALIKE)
        return why_alike(arena, number, frame, r);
    if (r->part)
        return why_part(arena, number, photo->id, r);
    if (kind == CUTLINE_DUPLICATE_MIRRORED)
        return cut_arena_printf(arena, "it is photo:%lld mirrored", number);
    if (r->distance > CUT_NEAR_DISTANCE)
        return cut_arena_printf(arena,
                                "it is photo:%lld encoded again: %u %% of what they show is alike",
                                number, r->alike);
    return cut_arena_printf(
        arena, "it is photo:%lld encoded again: %u of %u bits of the perceptual hash differ",
        number, r->distance, CUT_PDQ_BITS);
}

/* ---- what it should have ------------------------------------------------------------------------
 */

typedef struct proposal {
    cut_arena *arena;
    texts edits, conflicts;
    bool ok;
} proposal;

static void propose(proposal *p, const char *edit)
{
    p->ok = p->ok && edit && CUT_PUSH(p->arena, &p->edits, edit);
}

static void report(proposal *p, const char *conflict)
{
    p->ok = p->ok && conflict && CUT_PUSH(p->arena, &p->conflicts, conflict);
}

/* A text that the best has. *takes: the photo has none. */
static void carry_text(proposal *p, const char *field, const char *from, const char *has,
                       bool *takes)
{
    *takes = from && *from && (!has || !*has);
    if (*takes)
        propose(p, cut_arena_printf(p->arena, "%s?=%s", field, from));
    else if (from && *from && strcmp(from, has) != 0)
        report(p, cut_arena_printf(p->arena, "another %s", field));
}

static void carry_ids(proposal *p, const cutline_photo *best, const cutline_photo *photo)
{
    for (size_t i = 0; i < best->media_ids.count; i++) {
        const cutline_media_id *id = &best->media_ids.items[i];
        const cutline_media_id *its = id_in(photo, id->ns);
        if (!is_given(id) || has_id(photo, id))
            continue;
        if (its)
            report(p, cut_arena_printf(p->arena, "another ID: %s:%s, not %s", its->ns, its->id,
                                       id->id));
        else
            propose(p, cut_arena_printf(p->arena, "media+=%s:%s", id->ns, id->id));
    }
}

static const char *caption_of(const cutline_photo *p)
{
    return p->caption_count > 0 ? p->captions[0].text : NULL;
}

static bool carry_over(cut_arena *arena, const cutline_photo *best, const cutline_photo *photo,
                       cutline_duplicate *out)
{
    proposal p = {.arena = arena, .ok = true};
    carry_text(&p, "credit", best->credit.line, photo->credit.line, &out->takes_credit);
    carry_text(&p, "caption", caption_of(best), caption_of(photo), &out->takes_caption);
    carry_ids(&p, best, photo);
    out->edits = handed_out(&p.edits);
    out->conflicts = handed_out(&p.conflicts);
    return p.ok;
}

cutline_status cut_duplicate_of(cut_arena *arena, const cutline_photo *best,
                                const cutline_photo *photo, const cut_relation *relation,
                                cutline_duplicate *out, cutline_error *err)
{
    bool ok = true;
    const char *frame = other_frame(arena, best, photo, &ok);
    *out = (cutline_duplicate){.photo = photo, .kind = relation->kind};
    if (frame)
        out->kind = CUTLINE_DUPLICATE_ALIKE;
    out->why = ok ? why(arena, best, photo, out->kind, frame, relation) : NULL;
    if (!out->why || !add_marks(arena, photo, out))
        return cut_no_memory(err);
    if (out->kind != CUTLINE_DUPLICATE_ALIKE && !carry_over(arena, best, photo, out))
        return cut_no_memory(err);
    return CUTLINE_OK;
}

const char *cutline_duplicate_kind_name(cutline_duplicate_kind kind)
{
    static const char *const names[] = {"best", "same", "part", "mirrored", "alike"};
    return (unsigned)kind <= CUTLINE_DUPLICATE_ALIKE ? names[kind] : "alike";
}
