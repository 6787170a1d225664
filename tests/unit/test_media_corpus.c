/*
 * Image hash and size of real photos against what ExifTool says of them. Wants CUTLINE_CORPUS, a
 * folder with expected-tags.json (ExifTool -j -G1 with ImageDataHash as SHA-256) and files/.
 */
#include "unit.h"

#include "base/limits.h"
#include "media/media.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned checked, wrong;

static void complain(const char *file, const char *what, const char *is, const char *should)
{
    fprintf(stderr, "%s: %s is %s, should be %s\n", file, what, is, should);
    wrong++;
}

static void check_hash(const char *file, const cut_layout *layout, const json_t *expected)
{
    char hex[65] = "absent";
    const char *should = json_string_value(json_object_get(expected, "File:ImageDataHash"));
    if (layout->has_image_hash)
        cut_hex(layout->image_hash, 32, hex);
    if (!should)
        should = "absent";
    if (strcmp(hex, should) != 0)
        complain(file, "image hash", hex, should);
}

static void check_number(const char *file, const json_t *expected, const char *key, uint32_t is)
{
    const json_t *should = json_object_get(expected, key);
    char a[32], b[32];
    if (!json_is_integer(should) || json_integer_value(should) == (json_int_t)is)
        return;
    snprintf(a, sizeof a, "%u", is);
    snprintf(b, sizeof b, "%lld", (long long)json_integer_value(should));
    complain(file, key, a, b);
}

static void check_photo(const char *folder, const json_t *expected)
{
    const char *file = json_string_value(json_object_get(expected, "SourceFile"));
    char path[4096];
    cut_arena arena;
    cut_source source;
    cut_layout layout;
    cutline_error err;
    char text[2048];
    cut_arena_init(&arena, CUT_MAX_RECORD_ARENA);
    cut_findings findings = cut_findings_in(&arena);
    snprintf(path, sizeof path, "%s/%s", folder, file);
    assert_int_equal(cut_source_open(&source, path, &arena, &err), CUTLINE_OK);
    cutline_status status = cut_media_scan(&source, true, &arena, &layout, &findings, &err);
    if (status == CUTLINE_OK) {
        checked++;
        check_hash(file, &layout, expected);
        check_number(file, expected, "File:ImageWidth", layout.width);
        check_number(file, expected, "File:ImageHeight", layout.height);
    } else {
        printf("not read: %s\n", cutline_error_text(&err, text, sizeof text));
    }
    cut_source_close(&source);
    cut_arena_release(&arena);
}

static void photos_hash_as_exiftool_hashes_them(void **state)
{
    (void)state;
    const char *folder = getenv("CUTLINE_CORPUS");
    char path[4096];
    if (!folder) {
        printf("skipped: CUTLINE_CORPUS is not set\n");
        skip();
    }
    snprintf(path, sizeof path, "%s/expected-tags.json", folder);
    json_t *all = json_load_file(path, 0, NULL);
    assert_non_null(all);
    size_t i;
    json_t *photo;
    json_array_foreach(all, i, photo) check_photo(folder, photo);
    json_decref(all);
    printf("%u photos checked, %u differences\n", checked, wrong);
    assert_int_equal(wrong, 0);
    assert_true(checked > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(photos_hash_as_exiftool_hashes_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
