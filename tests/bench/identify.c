/*
 * How often a photo is recognised after what web desks do to it, and how often another one is taken
 * for it: a Markdown table of each alteration (tests/unit/alter_table.c), beside PDQ alone and a
 * hash of 64 bits by the cosine transform (pHash).
 *
 *   identify FOLDER SCENES ASKED [PHOTOS...]
 *
 * FOLDER is empty and is filled: photos (of the folders PHOTOS: JPEG files with sides of at least
 * 200 pixels, one of those that look alike), SCENES drawn ones, and half as many lands, which are
 * drawn otherwise, go into a catalog there; ASKED of the photos, and as many of the others, are
 * altered in each way and asked for.
 */
#include "../unit/alter.h"
#include "base/limits.h"
#include "catalog/compare.h"
#include "catalog/handle.h"
#include "image/decode.h"
#include "image/pdq.h"
#include "image/plane.h"

#include <cutline/identify.h>
#include <cutline/import.h>
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <jpeglib.h>
#include <webp/decode.h>
#include <webp/encode.h>

#define PHOTOS_MOST 20000u
#define PATH_BYTES 1024u
/* Photos nearer than this are taken for one: no unrelated ones come near it. */
#define SAME_PHOTO 70u
#define LEAST_SIDE 200u
#define PHASH_DISTANCE 10u
/* Numbers of drawn pictures: those that are in no catalog; lands, and such of them. */
#define FIRST_STRANGER 1000000u
#define FIRST_LAND 2000000u

/* A photo of the catalog. */
typedef struct photo {
    char path[PATH_BYTES]; /* where it is read; "" if it is drawn */
    unsigned number;       /* of the drawn one; lands: from FIRST_LAND on */
    cut_pdq pdq;
    uint64_t phash;
} photo;

/* What one way of looking found. */
typedef struct score {
    unsigned right, wrong; /* pictures whose best match was the photo, or another one */
} score;

/* How far what pictures show of their own photos and of other ones is from the thresholds. */
typedef struct margins {
    unsigned own, own_words, own_marks,
        own_alike;                          /* compared; the least of words, marks, percent */
    uint64_t all_words;                     /* of the own photos */
    unsigned others, other_marks;           /* compared; the most marks */
    unsigned chance[CUT_SHARED_FEWEST + 4]; /* other photos by words shared, and more */
} margins;

typedef struct bench {
    const char *folder;
    photo *photos;
    size_t count, real;
    cut_arena arena; /* for one picture */
    cutline_catalog *catalog;
    unsigned asked; /* pictures of each alteration */
    uint64_t pairs; /* unrelated ones looked at */
    score all[3];
    margins margins;
} bench;

_Noreturn static void die(const char *what)
{
    fprintf(stderr, "identify: %s\n", what);
    exit(1);
}

/* ---- files --------------------------------------------------------------------------------------
 */

static uint8_t *read_file(cut_arena *arena, const char *path, size_t *n)
{
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END) != 0)
        die(path);
    *n = (size_t)ftell(f);
    rewind(f);
    uint8_t *bytes = cut_arena_alloc(arena, *n, 1);
    if (!bytes || fread(bytes, 1, *n, f) != *n)
        die(path);
    fclose(f);
    return bytes;
}

static void write_file(const char *path, const uint8_t *bytes, size_t n)
{
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(bytes, 1, n, f) != n || fclose(f) != 0)
        die(path);
}

/* Decodes in full size, as a desk's program would. */
static cut_pixels decode_full(cut_arena *arena, const uint8_t *bytes, size_t n)
{
    struct jpeg_decompress_struct j;
    struct jpeg_error_mgr errors;
    cut_pixels out;
    j.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&j);
    jpeg_mem_src(&j, bytes, n);
    jpeg_read_header(&j, TRUE);
    j.out_color_space = JCS_RGB;
    while (j.scale_denom < 8 && (j.image_width > 2000 * j.scale_denom))
        j.scale_denom *= 2;
    jpeg_start_decompress(&j);
    if (!cut_pixels_new(arena, j.output_width, j.output_height, 3, &out))
        die("no memory");
    while (j.output_scanline < j.output_height) {
        JSAMPROW row = out.p + (size_t)j.output_scanline * 3 * out.width;
        jpeg_read_scanlines(&j, &row, 1);
    }
    jpeg_destroy_decompress(&j);
    return out;
}

static uint8_t *encode(const cut_pixels *pixels, int quality, unsigned long *n)
{
    struct jpeg_compress_struct j;
    struct jpeg_error_mgr errors;
    uint8_t *file = NULL;
    *n = 0;
    j.err = jpeg_std_error(&errors);
    jpeg_create_compress(&j);
    jpeg_mem_dest(&j, &file, n);
    j.image_width = pixels->width;
    j.image_height = pixels->height;
    j.input_components = 3;
    j.in_color_space = JCS_RGB;
    jpeg_set_defaults(&j);
    jpeg_set_quality(&j, quality, TRUE);
    jpeg_start_compress(&j, TRUE);
    while (j.next_scanline < j.image_height) {
        JSAMPROW row = pixels->p + (size_t)j.next_scanline * 3 * pixels->width;
        jpeg_write_scanlines(&j, &row, 1);
    }
    jpeg_finish_compress(&j);
    jpeg_destroy_compress(&j);
    return file;
}

static void write_jpeg(const char *path, const cut_pixels *pixels, int quality)
{
    unsigned long n;
    uint8_t *file = encode(pixels, quality, &n);
    write_file(path, file, n);
    free(file);
}

/* To WebP and back. */
static void through_webp(cut_pixels *pixels, int quality)
{
    uint8_t *file = NULL;
    int width, height;
    size_t n = WebPEncodeRGB(pixels->p, (int)pixels->width, (int)pixels->height,
                             (int)pixels->width * 3, (float)quality, &file);
    uint8_t *back = WebPDecodeRGB(file, n, &width, &height);
    if (!back)
        die("WebP does not work");
    memcpy(pixels->p, back, (size_t)width * (size_t)height * 3);
    WebPFree(back);
    WebPFree(file);
}

/* ---- the baselines ------------------------------------------------------------------------------
 */

/* As the library decodes it; false if it does not. */
static bool decode(cut_arena *arena, const uint8_t *bytes, size_t n, cut_pixels *out)
{
    cut_source source;
    cut_decoded decoded;
    cut_source_from_memory(&source, "picture", (cut_view){bytes, n}, arena);
    if (cut_decode_jpeg(&source, 0, n, &decoded, NULL) != CUTLINE_OK || !decoded.usable)
        return false;
    *out = decoded.pixels;
    return true;
}

/* Zauner 2010, section 3.2: brightness at 32 x 32, the 8 x 8 lowest frequencies but the first row
 * and column, each against their median. */
static uint64_t phash(cut_arena *arena, const cut_pixels *pixels)
{
    cut_plane plane;
    float waves[64], sorted[64];
    uint64_t hash = 0;
    if (!cut_plane_take(arena, pixels, 32, 32, &plane))
        die("no memory");
    for (unsigned i = 0; i < 64; i++) {
        double u = i % 8 + 1, v = i / 8 + 1, sum = 0.0;
        for (unsigned k = 0; k < 32 * 32; k++)
            sum += (double)plane.p[k] * cos(M_PI * u * (2 * (k % 32) + 1) / 64) *
                   cos(M_PI * v * (2 * (k / 32) + 1) / 64);
        waves[i] = sorted[i] = (float)sum;
    }
    for (unsigned i = 1; i < 64; i++)
        for (unsigned k = i; k > 0 && sorted[k] < sorted[k - 1]; k--) {
            float swap = sorted[k];
            sorted[k] = sorted[k - 1];
            sorted[k - 1] = swap;
        }
    for (unsigned i = 0; i < 64; i++)
        hash |= (uint64_t)(waves[i] > (sorted[31] + sorted[32]) / 2) << i;
    return hash;
}

static void hash_photo(bench *b, const cut_pixels *pixels, photo *out)
{
    if (!cut_pdq_take(&b->arena, pixels, &out->pdq))
        die("no memory");
    out->phash = phash(&b->arena, pixels);
}

/* ---- the catalog --------------------------------------------------------------------------------
 */

static bool is_new(const bench *b, cut_arena *arena, const cut_pixels *pixels)
{
    for (unsigned form = 1; form <= 8; form++) {
        cut_pixels laid;
        cut_pdq pdq;
        if (!cut_pixels_orient(arena, pixels, form, &laid) || !cut_pdq_take(arena, &laid, &pdq))
            die("no memory");
        for (size_t i = 0; i < b->count; i++)
            if (cut_pdq_distance(pdq.hash, b->photos[i].pdq.hash) < SAME_PHOTO)
                return false;
    }
    return true;
}

static void import_file(bench *b, const char *path)
{
    const char *const paths[] = {path};
    cutline_error err;
    if (cutline_import(b->catalog, paths, 1, NULL, NULL, &err) != CUTLINE_OK)
        die(err.message);
}

/* Photos are known again by their names: a file for each, removed once it was read. */
static void name_of(const bench *b, size_t i, char path[PATH_BYTES])
{
    snprintf(path, PATH_BYTES, "%s/photo-%zu.jpg", b->folder, i);
}

static void add_photo(bench *b, const char *from)
{
    char path[PATH_BYTES];
    size_t n;
    cut_pixels pixels;
    cut_arena_reset(&b->arena);
    uint8_t *bytes = read_file(&b->arena, from, &n);
    photo *p = &b->photos[b->count];
    if (b->count == PHOTOS_MOST || !decode(&b->arena, bytes, n, &pixels) ||
        pixels.full_width < LEAST_SIDE || pixels.full_height < LEAST_SIDE ||
        !is_new(b, &b->arena, &pixels))
        return;
    hash_photo(b, &pixels, p);
    if (p->pdq.quality < CUT_PDQ_GOOD_QUALITY)
        return;
    snprintf(p->path, sizeof p->path, "%s", from);
    name_of(b, b->count++, path);
    write_file(path, bytes, n);
    import_file(b, path);
    unlink(path);
}

static int is_jpeg(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot && (strcmp(dot, ".jpg") == 0 || strcmp(dot, ".jpeg") == 0);
}

static void add_folder(bench *b, const char *folder)
{
    struct dirent **names;
    int n = scandir(folder, &names, is_jpeg, alphasort);
    for (int i = 0; i < n; i++) {
        char path[PATH_BYTES];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        add_photo(b, path);
        free(names[i]);
    }
    if (n >= 0)
        free(names);
}

static void draw(bench *b, unsigned number, cut_pixels *out)
{
    if (number >= FIRST_LAND ? !draw_land(&b->arena, 480, 320, number, out)
                             : !draw_scene(&b->arena, 480, 320, number, out))
        die("no memory");
}

static void add_drawn(bench *b, unsigned number)
{
    char path[PATH_BYTES];
    cut_pixels pixels;
    photo *p = &b->photos[b->count];
    cut_arena_reset(&b->arena);
    if (b->count == PHOTOS_MOST)
        die("no room");
    draw(b, number, &pixels);
    hash_photo(b, &pixels, p);
    p->number = number;
    name_of(b, b->count++, path);
    write_jpeg(path, &pixels, 90);
    import_file(b, path);
    unlink(path);
}

/* ---- asking -------------------------------------------------------------------------------------
 */

static void note(score *one, score *all, size_t best, size_t right)
{
    one->right += best == right;
    one->wrong += best != right && best != SIZE_MAX;
    all->right += best == right;
    all->wrong += best != right && best != SIZE_MAX;
}

static size_t ask_cutline(bench *b, const char *path)
{
    cutline_candidates *found;
    cutline_error err;
    size_t best = SIZE_MAX;
    if (cutline_identify(b->catalog, path, NULL, &found, &err) != CUTLINE_OK)
        die(err.message);
    if (found->count > 0) {
        const char *name = strrchr(found->items[0].photo->files[0].path, '-');
        best = name ? strtoul(name + 1, NULL, 10) : 0;
    }
    cutline_candidates_free(found);
    return best;
}

static size_t ask_pdq(const bench *b, const cut_pdq *pdq)
{
    unsigned least = CUTLINE_IDENTIFY_DISTANCE + 1;
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < b->count; i++) {
        unsigned d = cut_pdq_distance(pdq->hash, b->photos[i].pdq.hash);
        if (d < least) {
            least = d;
            best = i;
        }
    }
    return best;
}

static size_t ask_phash(const bench *b, uint64_t hash)
{
    unsigned least = PHASH_DISTANCE + 1;
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < b->count; i++) {
        unsigned d = (unsigned)__builtin_popcountll(hash ^ b->photos[i].phash);
        if (d < least) {
            least = d;
            best = i;
        }
    }
    return best;
}

/* ---- margins ------------------------------------------------------------------------------------
 */

static unsigned least(unsigned a, unsigned b)
{
    return a == 0 || b < a ? b : a;
}

static void note_sharer(bench *b, cut_compared *compared, const cut_sharer *sharer, bool own)
{
    margins *m = &b->margins;
    cut_photo_marks marks;
    cut_alignment lie;
    cutline_error err;
    if (cut_photo_marks_take(b->catalog->store, sharer->photo, &marks, &err) != CUTLINE_OK ||
        cut_compare_parts(compared, &marks, sharer, &lie, &err) != CUTLINE_OK)
        die(err.message);
    cut_photo_marks_release(&marks);
    if (!own) {
        m->others++;
        m->other_marks = lie.marks > m->other_marks ? lie.marks : m->other_marks;
    } else if (cut_align_is_good(&lie)) {
        m->own++;
        m->all_words += sharer->words;
        m->own_words = least(m->own_words, sharer->words);
        m->own_marks = least(m->own_marks, lie.marks);
        m->own_alike = least(m->own_alike, cut_align_percent(&lie));
    }
}

/* What a picture, as the library sees it, has in common with its photo, with those that have words
 * in common with it, and with some that are chosen by chance. */
static void note_margins(bench *b, const cut_pixels *seen, size_t right, unsigned number)
{
    cut_compared compared = {.upright = seen};
    cut_asked asked;
    cut_sharers sharers;
    cutline_error err;
    unsigned most = CUT_SHARED_FEWEST + 3;
    cut_arena_init(&compared.arena, CUT_MAX_STORE_ARENA);
    if (cut_compared_widen(&compared, &asked, &err) != CUTLINE_OK ||
        cut_store_sharing(b->catalog->store, &(const cut_asked *){&asked}, 1, &sharers, &err) !=
            CUTLINE_OK)
        die(err.message);
    for (size_t i = 0; i < sharers.n; i++) {
        const cut_sharer *one = &sharers.v[i];
        bool own = one->photo == (int64_t)right + 1;
        b->margins.chance[one->words < most ? one->words : most] += !own;
        note_sharer(b, &compared, one, own);
    }
    for (unsigned i = 0; i < 4; i++) {
        uint32_t random = (number * 4 + i) * 2654435761u;
        cut_sharer one = {.photo = 1 + random % (int64_t)b->count,
                          .form = random >> 8 & 7,
                          .scale = (random >> 16) % CUT_WINDOWS};
        if (one.photo != (int64_t)right + 1)
            note_sharer(b, &compared, &one, false);
    }
    cut_arena_release(&compared.arena);
}

static void print_margins(const margins *m)
{
    printf(
        "\nOf %u pictures that lie on their photo by parts: at least %u words in common (%.1f on"
        " average), %u marks, %u %% of the squares alike. Of %u other photos compared: at most %u"
        " marks; by chance",
        m->own, m->own_words, m->own ? (double)m->all_words / m->own : 0.0, m->own_marks,
        m->own_alike, m->others, m->other_marks);
    for (unsigned i = CUT_SHARED_FEWEST; i < CUT_SHARED_FEWEST + 4; i++)
        printf("%s %u had %u%s words in common", i > CUT_SHARED_FEWEST ? "," : "", m->chance[i], i,
               i == CUT_SHARED_FEWEST + 3 ? " or more" : "");
    printf(".\n");
}

/* One picture, three ways of looking. right: SIZE_MAX if the catalog lacks it. */
static void ask(bench *b, const cut_pixels *full, const alteration *how, size_t right,
                unsigned number, score scores[3])
{
    char path[PATH_BYTES];
    cut_pixels altered, seen;
    photo hashes = {.path = ""};
    unsigned long n;
    if (!alter(&b->arena, full, how, number, &altered))
        die("no memory");
    if (how->webp)
        through_webp(&altered, how->webp);
    uint8_t *file = encode(&altered, how->quality ? how->quality : how->webp ? 95 : 85, &n);
    snprintf(path, sizeof path, "%s/asked.jpg", b->folder);
    write_file(path, file, n);
    if (!decode(&b->arena, file, n, &seen))
        die("no picture");
    hash_photo(b, &seen, &hashes);
    note_margins(b, &seen, right, number);
    note(&scores[0], &b->all[0], ask_cutline(b, path), right);
    note(&scores[1], &b->all[1], ask_pdq(b, &hashes.pdq), right);
    note(&scores[2], &b->all[2], ask_phash(b, hashes.phash), right);
    b->pairs += right == SIZE_MAX ? b->count : b->count - 1;
    unlink(path);
    free(file);
}

static cut_pixels load(bench *b, size_t i)
{
    size_t n;
    cut_pixels out;
    cut_arena_reset(&b->arena);
    if (b->photos[i].path[0]) {
        uint8_t *bytes = read_file(&b->arena, b->photos[i].path, &n);
        return decode_full(&b->arena, bytes, n);
    }
    draw(b, b->photos[i].number, &out);
    return out;
}

/* Those of one kind, other ones for each alteration. */
static void ask_some(bench *b, unsigned which, const char *kind, size_t first, size_t count)
{
    const alteration *how = &alterations[which];
    score scores[3] = {{0}};
    unsigned asked = 0;
    for (size_t k = 0; k < b->asked && k < count; k++, asked++) {
        size_t i = first + (which * 17 + k * (count / b->asked + 1)) % count;
        cut_pixels full = load(b, i);
        ask(b, &full, how, i, (unsigned)i + which, scores);
    }
    if (asked == 0)
        return;
    printf("| %s | %s | %u | %.0f | ", how->name, kind, asked, how->target);
    for (unsigned way = 0; way < 3; way++)
        printf("%.1f | %u |%s", 100.0 * scores[way].right / asked, scores[way].wrong,
               way < 2 ? " " : "\n");
    fflush(stdout);
}

static void ask_strangers(bench *b, unsigned count)
{
    score scores[3] = {{0}};
    uint64_t before = b->pairs;
    for (unsigned k = 0; k < count; k++) {
        cut_pixels scene;
        cut_arena_reset(&b->arena);
        draw(b, FIRST_STRANGER + k + (k % 2 ? FIRST_LAND : 0), &scene);
        ask(b, &scene, &alterations[k % alteration_count], SIZE_MAX, k, scores);
    }
    printf("\nPictures that are none of the catalog's: %u asked for, %llu unrelated pairs: %u found"
           " something by cutline, %u by PDQ alone, %u by pHash.\n",
           count, (unsigned long long)(b->pairs - before), scores[0].wrong, scores[1].wrong,
           scores[2].wrong);
}

int main(int argc, char **argv)
{
    bench b = {.folder = argc > 3 ? argv[1] : ""};
    char path[PATH_BYTES];
    cutline_error err;
    if (argc < 4)
        die("usage: identify FOLDER SCENES ASKED [PHOTOS...]");
    unsigned scenes = (unsigned)strtoul(argv[2], NULL, 10);
    b.asked = (unsigned)strtoul(argv[3], NULL, 10);
    b.photos = calloc(PHOTOS_MOST, sizeof *b.photos);
    cut_arena_init(&b.arena, (size_t)1 << 30);
    snprintf(path, sizeof path, "%s/catalog.db", b.folder);
    if (!b.photos ||
        cutline_catalog_open(path, CUTLINE_OPEN_CREATE, &b.catalog, &err) != CUTLINE_OK)
        die("cannot make the catalog");
    for (int i = 4; i < argc; i++)
        add_folder(&b, argv[i]);
    b.real = b.count;
    for (unsigned i = 0; i < scenes; i++)
        add_drawn(&b, i);
    for (unsigned i = 0; i < scenes / 2; i++)
        add_drawn(&b, FIRST_LAND + i);
    printf("%zu photos, %u drawn scenes and %u lands in the catalog.\n\n", b.real, scenes,
           scenes / 2);
    printf("| alteration | of | asked | target | cutline %% | wrong | PDQ %% | wrong | pHash %% | "
           "wrong "
           "|\n|---|---|---|---|---|---|---|---|---|---|\n");
    for (unsigned i = 0; i < alteration_count; i++) {
        ask_some(&b, i, "photos", 0, b.real);
        ask_some(&b, i, "scenes", b.real, scenes);
        ask_some(&b, i, "lands", b.real + scenes, scenes / 2);
    }
    printf("\nUnrelated pairs in this table: %llu; wrong: %u by cutline, %u by PDQ alone, %u by"
           " pHash.\n",
           (unsigned long long)b.pairs, b.all[0].wrong, b.all[1].wrong, b.all[2].wrong);
    ask_strangers(&b, b.asked * 10);
    print_margins(&b.margins);
    cutline_catalog_close(b.catalog);
    cut_arena_release(&b.arena);
    free(b.photos);
    return 0;
}
