/*
 * Records against what ExifTool says of the same files, value by value: each field as each block
 * has it, and the outcome of policy MWG against ExifTool's MWG module. Wants CUTLINE_CORPUS, a
 * folder with files/, expected-tags.json (ExifTool -j -G1 -struct -n) and expected-mwg.json (the
 * MWG tags,
 * "-" for none). tests/peer/exiftool.sh makes such a folder of any photos.
 */
#include "unit.h"

#include "record/dates.h"
#include "record/record.h"

#include "exiftool_tags.h"

#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- differences that are meant ---- */

typedef struct reviewed {
    const char *file; /* base name; NULL: any */
    const char *tag;  /* tag, field or MWG property; NULL: any */
    const char *reason;
} reviewed;

/* Kept short. A row here is a difference that was looked at and is right as it is. */
static const reviewed reviewed_differences[] = {
    {NULL, "blank", "blank texts count as absent, but under policy MWG those of IIM and XMP"},
    {NULL, "IPTC:CodedCharacterSet", "shown as UTF-8 or in words, not as raw escapes"},
    {"macroman.jpg", NULL, "ExifTool must be told the charset, the XMP twin tells it here"},
};

static unsigned compared, differences, accepted;
static bool only_given;

static bool is_reviewed(const char *file, const char *tag)
{
    const char *base = strrchr(file, '/') ? strrchr(file, '/') + 1 : file;
    for (size_t i = 0; i < sizeof reviewed_differences / sizeof *reviewed_differences; i++) {
        const reviewed *r = &reviewed_differences[i];
        if ((!r->file || strcmp(r->file, base) == 0) && (!r->tag || strcmp(r->tag, tag) == 0))
            return true;
    }
    return false;
}

/* ---- values as lists of texts ---- */

#define MOST_LEAVES 2000

typedef struct leaves {
    char *v[MOST_LEAVES];
    size_t n;
    bool structure;
} leaves;

/* PLUS codes are addresses in XMP, ExifTool shows their last part. */
static void add_leaf(leaves *l, const char *text)
{
    static const char plus[] = "http://ns.useplus.org/ldf/vocab/";
    assert_true(l->n < MOST_LEAVES);
    if (strncmp(text, plus, sizeof plus - 1) == 0)
        text += sizeof plus - 1;
    l->v[l->n++] = strdup(text);
}

static void clear_leaves(leaves *l)
{
    for (size_t i = 0; i < l->n; i++)
        free(l->v[i]);
    l->n = 0;
    l->structure = false;
}

static void add_expected(leaves *l, const json_t *node)
{
    size_t i;
    const char *key;
    json_t *item;
    char number[64];
    if (json_is_array(node)) {
        json_array_foreach(node, i, item) add_expected(l, item);
    } else if (json_is_object(node)) {
        l->structure = true;
        json_object_foreach((json_t *)(uintptr_t)node, key, item) add_expected(l, item);
    } else if (json_is_string(node)) {
        add_leaf(l, json_string_value(node));
    } else if (json_is_boolean(node)) {
        add_leaf(l, json_is_true(node) ? "True" : "False");
    } else if (json_is_integer(node)) {
        snprintf(number, sizeof number, "%lld", (long long)json_integer_value(node));
        add_leaf(l, number);
    } else if (json_is_real(node)) {
        snprintf(number, sizeof number, "%.15g", json_real_value(node));
        add_leaf(l, number);
    }
}

static void add_values(leaves *l, const cutline_value *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (values[i].text)
            add_leaf(l, values[i].text);
        l->structure |= values[i].members != NULL;
        for (size_t m = 0; m < values[i].member_count; m++)
            add_values(l, values[i].members[m].values, values[i].members[m].count);
    }
}

static void drop_blanks(leaves *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) {
        if (cut_str_trim(cut_str_from(l->v[i])).n > 0)
            l->v[n++] = l->v[i];
        else
            free(l->v[i]);
    }
    l->n = n;
}

/* ---- comparing ---- */

static bool same_number(const char *a, const char *b)
{
    char *end_a, *end_b;
    double x = strtod(a, &end_a), y = strtod(b, &end_b);
    double scale = (x < 0 ? -x : x) + 1e-9, difference = x < y ? y - x : x - y;
    return *a && *b && !*end_a && !*end_b && difference <= scale * 1e-6;
}

/* exiv2, of which only what is given is compared, shows +00:00 where IIM has no zone. */
static bool same_date(const char *ours, const char *expected)
{
    cut_date x, y;
    char p[CUT_DATE_SIZE], q[CUT_DATE_SIZE];
    if (!cut_date_parse(cut_str_from(ours), &x) || !cut_date_parse(cut_str_from(expected), &y))
        return false;
    if (only_given && !x.has_zone && y.zone == 0)
        y.has_zone = false;
    return strcmp(cut_date_format(&x, p), cut_date_format(&y, q)) == 0;
}

/* Records show short times as fractions: 0.004 is 1/250. */
static bool same_exposure(const char *ours, const char *expected)
{
    char *end;
    double seconds = strtod(expected, &end),
           inverse = strncmp(ours, "1/", 2) ? 0 : strtod(ours + 2, NULL);
    return !*end && seconds > 0 && (long)(1 / seconds + 0.5) == (long)inverse;
}

/* Records leave out the prefixes of 2:12 and 2:04: "IPTC:10020211:Name" is 10020211. */
static bool same_leaf(const char *ours, const char *expected)
{
    if (strcmp(ours, expected) == 0 || same_number(ours, expected) || same_date(ours, expected) ||
        same_exposure(ours, expected))
        return true;
    const char *colon = strchr(expected, ':');
    size_t n = strlen(ours);
    return colon && strncmp(colon + 1, ours, n) == 0 && strchr(":", colon[1 + n]);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool same_leaves(leaves *ours, leaves *expected)
{
    if (ours->structure || expected->structure) {
        qsort(ours->v, ours->n, sizeof ours->v[0], by_text);
        qsort(expected->v, expected->n, sizeof expected->v[0], by_text);
    }
    if (ours->n != expected->n)
        return false;
    for (size_t i = 0; i < ours->n; i++)
        if (!same_leaf(ours->v[i], expected->v[i]))
            return false;
    return true;
}

static void print_leaves(const char *who, const leaves *l)
{
    printf("    %-9s", who);
    for (size_t i = 0; i < l->n; i++)
        printf(" [%s]", l->v[i]);
    printf("%s\n", l->n ? "" : " nothing");
}

static void compare(const char *file, const char *tag, leaves *ours, leaves *expected)
{
    compared++;
    if (same_leaves(ours, expected))
        return;
    size_t all = expected->n;
    drop_blanks(expected);
    bool blanks = expected->n < all && same_leaves(ours, expected);
    if (is_reviewed(file, blanks ? "blank" : tag)) {
        accepted++;
        if (getenv("CUTLINE_VERBOSE"))
            printf("accepted: %s: %s\n", file, tag);
        return;
    }
    differences++;
    printf("%s: %s\n", file, tag);
    print_leaves("cutline", ours);
    print_leaves("exiftool", expected);
}

/* ---- tags ---- */

/* Both policies, since each may leave out a field that the other keeps. */
typedef struct reading {
    cutline_record *newsroom, *mwg;
} reading;

static void add_said(leaves *l, const reading *r, const char *field, cutline_origin origin)
{
    const cutline_field *fields[] = {cutline_record_field(r->mwg, field),
                                     cutline_record_field(r->newsroom, field)};
    for (int k = 0; k < 2 && l->n == 0; k++)
        for (size_t i = 0; fields[k] && i < fields[k]->said_count; i++)
            if (fields[k]->said[i].origin == origin)
                add_values(l, fields[k]->said[i].values, fields[k]->said[i].count);
}

static bool is_lang_alt(const char *field)
{
    return cutline_field_info_find(field)->kind == CUTLINE_KIND_LANG_ALT;
}

/* ExifTool names languages in tags of their own; x-default is the tag without one. */
static void keep_language(leaves *l, const reading *r, const exiftool_tag *t, const char *lang)
{
    const cutline_field *field = cutline_record_field(r->newsroom, t->field);
    for (size_t i = 0; field && i < field->said_count; i++)
        for (size_t k = 0; field->said[i].origin == t->origin && k < field->said[i].count; k++) {
            const char *is = field->said[i].values[k].lang;
            bool wanted =
                lang ? is && strcasecmp(is, lang) == 0 : !is || strcasecmp(is, "x-default") == 0;
            if (wanted)
                add_leaf(l, field->said[i].values[k].text);
        }
}

/* "2016:05:02 14:03:22" + "50" + "+02:00", "2016:05:02" + "14:03:22+02:00". */
static void join_parts(leaves *expected, const json_t *tags, const exiftool_tag *t)
{
    char joined[160];
    const char *add = "";
    for (int i = 0; i < 2 && t->more[i] && expected->n == 1; i++) {
        const json_t *part = json_object_get(tags, t->more[i]);
        leaves more = {.n = 0};
        add_expected(&more, part);
        if (more.n == 1) {
            bool digits = isdigit((unsigned char)more.v[0][0]);
            add = t->origin == CUTLINE_ORIGIN_IIM ? " " : digits ? "." : "";
            snprintf(joined, sizeof joined, "%s%s%s", expected->v[0], add, more.v[0]);
            if (same_date(joined, joined)) {
                free(expected->v[0]);
                expected->v[0] = strdup(joined);
            }
        }
        clear_leaves(&more);
    }
}

/* Without its MWG module ExifTool shows a list of artists as the text it is: parts apart by "; ",
 * some of them quoted. Where quotes belong is the business of the unit tests. */
static void join_artists(leaves *ours, leaves *expected)
{
    char text[4096] = "";
    size_t n = 0;
    for (size_t i = 0; i < ours->n; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", i ? "; " : "", ours->v[i]);
    assert_true(n < sizeof text);
    clear_leaves(ours);
    if (n > 0)
        add_leaf(ours, text);
    leaves *both[] = {ours, expected};
    for (size_t k = 0; k < 2; k++)
        for (char *from = both[k]->n ? both[k]->v[0] : NULL, *to = from; from; from++) {
            if (*from != '"')
                *to++ = *from;
            if (!*from)
                break;
        }
}

/* Cameras pad with spaces; peers differ in what they show of that. */
static void cut_padding(leaves *l)
{
    for (size_t i = 0; i < l->n; i++)
        for (size_t n = strlen(l->v[i]); n > 0 && l->v[i][n - 1] == ' '; n--)
            l->v[i][n - 1] = '\0';
}

/* IIM behind the end of the image is that of the record where there is no other. */
static const json_t *node_of(const json_t *tags, const char *tag)
{
    char second[64];
    const json_t *node = json_object_get(tags, tag);
    if (node || strncmp(tag, "IPTC:", 5) != 0 ||
        json_object_get(tags, "IPTC:ApplicationRecordVersion"))
        return node;
    snprintf(second, sizeof second, "IPTC2:%s", tag + 5);
    return json_object_get(tags, second);
}

static void check_tag(const char *file, const json_t *tags, const reading *r, const exiftool_tag *t)
{
    static leaves ours, expected;
    const json_t *node = node_of(tags, t->tag);
    if (t->origin == CUTLINE_ORIGIN_XMP && is_lang_alt(t->field))
        keep_language(&ours, r, t, NULL);
    else
        add_said(&ours, r, t->field, t->origin);
    add_expected(&expected, node);
    join_parts(&expected, tags, t);
    if (strcmp(t->tag, "IFD0:Artist") == 0)
        join_artists(&ours, &expected);
    if (t->origin == CUTLINE_ORIGIN_EXIF) {
        cut_padding(&ours);
        cut_padding(&expected);
    }
    if ((ours.n > 0 && !only_given) || node)
        compare(file, t->tag, &ours, &expected);
    clear_leaves(&ours);
    clear_leaves(&expected);
}

static void check_languages(const char *file, const json_t *tags, const reading *r)
{
    static leaves ours, expected;
    const char *key;
    json_t *node;
    json_object_foreach((json_t *)(uintptr_t)tags, key, node)
    {
        const char *dash = strncmp(key, "XMP-", 4) == 0 ? strchr(key + 4, '-') : NULL;
        for (size_t i = 0; dash && i < sizeof exiftool_tags / sizeof *exiftool_tags; i++) {
            size_t n = strlen(exiftool_tags[i].tag);
            if (strncmp(exiftool_tags[i].tag, key, n) != 0 || key + n != dash)
                continue;
            keep_language(&ours, r, &exiftool_tags[i], dash + 1);
            add_expected(&expected, node);
            compare(file, key, &ours, &expected);
            clear_leaves(&ours);
            clear_leaves(&expected);
        }
    }
}

static void check_contact(const char *file, const json_t *tags, const reading *r)
{
    static leaves ours, expected;
    const json_t *info = json_object_get(tags, "XMP-iptcCore:CreatorContactInfo");
    for (size_t i = 0; i < sizeof exiftool_contact / sizeof *exiftool_contact; i++) {
        const json_t *node = json_object_get(info, exiftool_contact[i].member);
        add_said(&ours, r, exiftool_contact[i].field, CUTLINE_ORIGIN_XMP);
        add_expected(&expected, node);
        if ((ours.n > 0 && !only_given) || node)
            compare(file, exiftool_contact[i].member, &ours, &expected);
        clear_leaves(&ours);
        clear_leaves(&expected);
    }
}

static void check_file(const char *file, const json_t *tags, const cutline_record *record)
{
    const char *hash = json_string_value(json_object_get(tags, "File:ImageDataHash"));
    leaves ours = {.n = 0}, expected = {.n = 0};
    if (hash) {
        const char *is = cutline_record_image_hash(record);
        add_leaf(&ours, is ? is : "");
        add_leaf(&expected, hash);
        compare(file, "File:ImageDataHash", &ours, &expected);
        clear_leaves(&ours);
        clear_leaves(&expected);
    }
    const json_t *width = json_object_get(tags, "File:ImageWidth");
    if (json_is_integer(width)) {
        char number[32];
        snprintf(number, sizeof number, "%u", cutline_record_width(record));
        add_leaf(&ours, number);
        add_expected(&expected, width);
        snprintf(number, sizeof number, "%u", cutline_record_height(record));
        add_leaf(&ours, number);
        add_expected(&expected, json_object_get(tags, "File:ImageHeight"));
        compare(file, "File:ImageWidth, ImageHeight", &ours, &expected);
    }
    clear_leaves(&ours);
    clear_leaves(&expected);
}

/* ---- MWG ---- */

static void check_mwg(const char *file, const json_t *expected_values, const cutline_record *record)
{
    static leaves ours, expected;
    for (size_t i = 0; i < sizeof exiftool_mwg / sizeof *exiftool_mwg; i++) {
        const json_t *node = json_object_get(expected_values, exiftool_mwg[i].member);
        const cutline_field *field = cutline_record_field(record, exiftool_mwg[i].field);
        const char *text = json_string_value(node);
        if (!text || strcmp(text, "-") != 0)
            add_expected(&expected, node);
        if (field)
            add_values(&ours, field->values, is_lang_alt(field->name) ? 1 : field->count);
        compare(file, exiftool_mwg[i].member, &ours, &expected);
        clear_leaves(&ours);
        clear_leaves(&expected);
    }
}

/* ---- the files ---- */

static unsigned unread;

static cutline_record *read_one(const char *folder, const char *file, cutline_policy policy)
{
    char path[4096], text[2048];
    cutline_read_options options = {
        .policy = policy, .metadata_only = policy == CUTLINE_POLICY_MWG, .no_sidecar = true};
    cutline_record *record = NULL;
    cutline_error err;
    snprintf(path, sizeof path, "%s/%s", folder, file);
    if (cutline_record_read(path, &options, &record, &err) == CUTLINE_OK)
        return record;
    if (policy == CUTLINE_POLICY_MWG) {
        printf("not read: %s\n", cutline_error_text(&err, text, sizeof text));
        unread++;
    }
    return NULL;
}

static char *full_json(const cutline_record *record)
{
    cut_buf out;
    cut_json j;
    cut_buf_init(&out, 64 << 20);
    cut_json_init(&j, &out);
    cut_record_json_full(&j, record);
    return cut_buf_detach(&out);
}

/* What a store keeps gives the same record back. */
static void check_round_trip(const cutline_record *record)
{
    cutline_record *again = NULL;
    char *full = full_json(record), *before = NULL, *after = NULL;
    assert_non_null(full);
    assert_int_equal(cut_record_from_json(cut_str_from(full), &again, NULL), CUTLINE_OK);
    char *full_again = full_json(again);
    assert_string_equal(full, full_again);
    assert_int_equal(cutline_record_json(record, &before, NULL), CUTLINE_OK);
    assert_int_equal(cutline_record_json(again, &after, NULL), CUTLINE_OK);
    assert_string_equal(before, after);
    cutline_record_free(again);
    free(full);
    free(full_again);
    cutline_free(before);
    cutline_free(after);
}

static void check_photo(const char *folder, const json_t *tags, const json_t *mwg)
{
    const char *file = json_string_value(json_object_get(tags, "SourceFile"));
    reading r = {read_one(folder, file, CUTLINE_POLICY_NEWSROOM),
                 read_one(folder, file, CUTLINE_POLICY_MWG)};
    if (r.newsroom && r.mwg) {
        check_file(file, tags, r.newsroom);
        for (size_t i = 0; i < sizeof exiftool_tags / sizeof *exiftool_tags; i++)
            check_tag(file, tags, &r, &exiftool_tags[i]);
        check_languages(file, tags, &r);
        check_contact(file, tags, &r);
        if (mwg)
            check_mwg(file, mwg, r.mwg);
        check_round_trip(r.newsroom);
    }
    cutline_record_free(r.newsroom);
    cutline_record_free(r.mwg);
}

static json_t *load(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    json_t *all = json_load_file(path, 0, NULL);
    if (!json_is_array(all))
        fail_msg("%s is no JSON array", path);
    return all;
}

static const json_t *entry_of(const json_t *all, const char *file)
{
    size_t i;
    json_t *entry;
    json_array_foreach(all, i, entry)
    {
        if (strcmp(json_string_value(json_object_get(entry, "SourceFile")), file) == 0)
            return entry;
    }
    return NULL;
}

static void records_agree_with_exiftool(void **state)
{
    (void)state;
    const char *folder = getenv("CUTLINE_CORPUS");
    size_t i;
    json_t *entry;
    if (!folder) {
        printf("skip - CUTLINE_CORPUS is not set\n");
        skip();
    }
    only_given = getenv("CUTLINE_ONLY_GIVEN") != NULL;
    json_t *tags = load(folder, "expected-tags.json");
    json_t *mwg = only_given ? NULL : load(folder, "expected-mwg.json");
    json_array_foreach(tags, i, entry) check_photo(
        folder, entry, entry_of(mwg, json_string_value(json_object_get(entry, "SourceFile"))));
    printf("%zu files, %u not read; %u values compared, %u differ, %u more are accepted\n",
           json_array_size(tags), unread, compared, differences, accepted);
    json_decref(tags);
    json_decref(mwg);
    assert_true(compared > 0);
    assert_int_equal(differences, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(records_agree_with_exiftool)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
