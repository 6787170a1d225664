/* Records of files: what is known of the file, sidecars, damage, one scratch for many. */
#include "unit.h"

#include "photo.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define EXIF_TEXT(ifd, tag, text)                                                                  \
    {                                                                                              \
        ifd, tag, 2, text, 0, {0}, 0                                                               \
    }
#define BYTES(text) text, sizeof(text) - 1

typedef struct folder {
    char path[64];
    char photo[96];
} folder;

static void write_file(const folder *f, const char *name, const void *data, size_t n)
{
    char path[192];
    snprintf(path, sizeof path, "%s/%s", f->path, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

static void write_xmp(const folder *f, const char *name, const char *elements)
{
    cut_buf xmp;
    cut_buf_init(&xmp, 1 << 20);
    photo_xmp(elements, &xmp);
    write_file(f, name, xmp.p, xmp.n);
    cut_buf_release(&xmp);
}

static void make_folder(folder *f, const photo *p)
{
    cut_buf bytes;
    snprintf(f->path, sizeof f->path, "%s/cutline-record-XXXXXX",
             getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
    assert_non_null(mkdtemp(f->path));
    snprintf(f->photo, sizeof f->photo, "%s/photo.jpg", f->path);
    cut_buf_init(&bytes, 1 << 20);
    photo_jpeg(p, &bytes);
    write_file(f, "photo.jpg", bytes.p, bytes.n);
    cut_buf_release(&bytes);
}

static void remove_folder(const folder *f)
{
    static const char *const names[] = {"photo.jpg", "photo.xmp", "photo.jpg.xmp"};
    char path[192];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", f->path, names[i]);
        (void)unlink(path);
    }
    assert_int_equal(rmdir(f->path), 0);
}

static cutline_record *read_file(const folder *f, const cutline_read_options *options)
{
    cutline_record *record = NULL;
    assert_int_equal(cutline_record_read(f->photo, options, &record, NULL), CUTLINE_OK);
    return record;
}

static void the_file_is_known(void **state)
{
    (void)state;
    folder f;
    make_folder(&f, &(photo){.xmp = NULL});
    cutline_record *record = read_file(&f, NULL);
    struct stat st;
    assert_int_equal(stat(f.photo, &st), 0);
    assert_string_equal(cutline_record_path(record), f.photo);
    assert_string_equal(cutline_record_format(record), "jpeg");
    assert_int_equal(cutline_record_width(record), 8);
    assert_int_equal(cutline_record_height(record), 8);
    assert_int_equal(strlen(cutline_record_image_hash(record)), 64);
    assert_true(record->size == (uint64_t)st.st_size && record->inode == (uint64_t)st.st_ino);
    assert_null(cutline_record_field_at(record, 0));
    assert_null(cutline_record_caption(record));
    assert_null(cutline_record_sidecar(record));
    assert_null(cutline_record_credit(record)->line);
    cutline_record_free(record);
    cutline_read_options fast = {.metadata_only = true};
    record = read_file(&f, &fast);
    assert_null(cutline_record_image_hash(record));
    cutline_record_free(record);
    remove_folder(&f);
}

#define DATED(date) "<xmp:MetadataDate>" date "</xmp:MetadataDate>"

static void the_newer_sidecar_is_heard_first(void **state)
{
    (void)state;
    folder f;
    make_folder(&f, &(photo){.xmp = DATED("2016-05-02T10:00:00Z") "<photoshop:City>own"
                                                                  "</photoshop:City>"
                                                                  "<photoshop:State>kept"
                                                                  "</photoshop:State>"});
    write_xmp(&f, "photo.xmp",
              DATED("2016-05-02T13:00:00+02:00") "<photoshop:City>adobe</photoshop:City>");
    write_xmp(&f, "photo.jpg.xmp",
              DATED("2016-05-01") "<photoshop:City>darktable</photoshop:City>"
                                  "<photoshop:Country>too</photoshop:Country>");
    cutline_record *record = read_file(&f, NULL);
    assert_string_equal(photo_value(record, "city"), "adobe");
    assert_string_equal(photo_value(record, "province_state"), "kept");
    assert_string_equal(photo_value(record, "country"), "too");
    assert_non_null(strstr(cutline_record_sidecar(record), "/photo.xmp"));
    assert_non_null(photo_finding(record, "sidecar-conflict", "city"));
    cutline_record_free(record);
    cutline_read_options alone = {.no_sidecar = true}, mwg = {.policy = CUTLINE_POLICY_MWG};
    record = read_file(&f, &alone);
    assert_string_equal(photo_value(record, "city"), "own");
    cutline_record_free(record);
    record = read_file(&f, &mwg);
    assert_string_equal(photo_value(record, "city"), "own");
    cutline_record_free(record);
    remove_folder(&f);
}

static void a_sidecar_of_another_file_is_passed_over(void **state)
{
    (void)state;
    folder f;
    make_folder(&f, &(photo){.xmp = "<photoshop:City>own</photoshop:City>"});
    write_xmp(&f, "photo.xmp", DATED("2016-05-02") "<photoshop:City>adobe</photoshop:City>");
    cutline_record *record = read_file(&f, NULL);
    assert_string_equal(photo_value(record, "city"), "own");
    assert_null(cutline_record_sidecar(record));
    assert_non_null(photo_finding(record, "sidecar-conflict", NULL));
    cutline_record_free(record);
    write_xmp(&f, "photo.xmp",
              "<photoshop:SidecarForExtension>JPG</photoshop:SidecarForExtension>"
              "<photoshop:City>adobe</photoshop:City>");
    record = read_file(&f, NULL);
    assert_string_equal(photo_value(record, "city"), "adobe");
    cutline_record_free(record);
    write_xmp(&f, "photo.xmp",
              "<photoshop:SidecarForExtension>CR2</photoshop:SidecarForExtension>"
              "<photoshop:City>adobe</photoshop:City>");
    record = read_file(&f, NULL);
    assert_string_equal(photo_value(record, "city"), "own");
    cutline_record_free(record);
    remove_folder(&f);
}

static void a_photo_without_xmp_takes_its_sidecar(void **state)
{
    (void)state;
    folder f;
    make_folder(&f, &(photo){.iim = {{2, 90, "iim", 0}}});
    write_xmp(&f, "photo.xmp", "<photoshop:City>adobe</photoshop:City>");
    cutline_record *record = read_file(&f, NULL);
    assert_string_equal(photo_value(record, "city"), "adobe");
    cutline_record_free(record);
    write_file(&f, "photo.xmp", BYTES("this is no XML"));
    record = read_file(&f, NULL);
    assert_string_equal(photo_value(record, "city"), "iim");
    assert_string_equal(photo_finding(record, "sidecar-unreadable", NULL),
                        "photo.xmp holds no XMP");
    cutline_record_free(record);
    remove_folder(&f);
}

/* What somebody wrote beside a file is newer than its EXIF, and the digest of its IIM says nothing
 * of it. Where the file's own packet is newer, nothing has changed. */
static void a_sidecar_is_heard_before_the_file(void **state)
{
    (void)state;
    folder f;
    make_folder(&f, &(photo){.xmp = DATED("2016-05-03") "<photoshop:City>own</photoshop:City>",
                             .iim = {{2, 90, "iim", 0}},
                             .digest = PHOTO_STALE_DIGEST,
                             .exif = {{1, 0x9003, 2, "2016:05:02 10:00:00", 0, {0}, 0}}});
    write_xmp(&f, "photo.xmp",
              DATED("2016-05-04") "<photoshop:City>beside</photoshop:City>"
                                  "<photoshop:DateCreated>2016-05-02T12:00:00</"
                                  "photoshop:DateCreated>");
    cutline_record *record = read_file(&f, NULL);
    assert_string_equal(photo_value(record, "city"), "beside");
    assert_string_equal(photo_value(record, "date_created"), "2016-05-02T12:00:00");
    cutline_record_free(record);
    write_xmp(&f, "photo.xmp", DATED("2016-05-01") "<photoshop:City>beside</photoshop:City>");
    record = read_file(&f, NULL);
    assert_string_equal(photo_value(record, "city"), "iim");
    assert_string_equal(photo_value(record, "date_created"), "2016-05-02T10:00:00");
    cutline_record_free(record);
    remove_folder(&f);
}

static void damage_of_a_sidecar_is_told_by_its_name(void **state)
{
    (void)state;
    folder f;
    char path[192];
    make_folder(&f, &(photo){.iim = {{2, 90, "iim", 0}}});
    write_file(&f, "photo.jpg.xmp", BYTES("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"));
    cutline_record *record = read_file(&f, NULL);
    assert_non_null(photo_finding(record, "sidecar-unreadable", NULL));
    assert_memory_equal(photo_finding(record, "xmp-damaged", NULL), "photo.jpg.xmp: byte ", 20);
    cutline_record_free(record);
    snprintf(path, sizeof path, "%s/photo.jpg.xmp", f.path);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    record = read_file(&f, NULL);
    assert_memory_equal(photo_finding(record, "sidecar-unreadable", NULL), "photo.jpg.xmp: ", 15);
    assert_string_equal(photo_value(record, "city"), "iim");
    cutline_record_free(record);
    assert_int_equal(rmdir(path), 0);
    remove_folder(&f);
}

/* Behind the first two bytes of a JPEG (SOI) comes a packet of its own. */
static void a_second_packet_is_found(void **state)
{
    (void)state;
    static const char signature[] = "http://ns.adobe.com/xap/1.0/";
    photo p = {.xmp =
                   "<photoshop:City>second</photoshop:City><photoshop:State>too</photoshop:State>"};
    cutline_record *record = NULL;
    for (int same = 0; same < 2; same++) {
        cut_buf whole, bytes, packet;
        cut_buf_init(&whole, 1 << 20);
        cut_buf_init(&bytes, 1 << 20);
        cut_buf_init(&packet, 1 << 20);
        photo_jpeg(&p, &whole);
        photo_xmp(same ? p.xmp : "<photoshop:City>first</photoshop:City>", &packet);
        cut_buf_add(&bytes, whole.p, 2);
        put_segment(&bytes, 0xE1, signature, sizeof signature, &packet);
        cut_buf_add(&bytes, whole.p + 2, whole.n - 2);
        assert_int_equal(
            cutline_record_read_memory("photo.jpg", bytes.p, bytes.n, NULL, &record, NULL),
            CUTLINE_OK);
        assert_string_equal(photo_value(record, "city"), same ? "second" : "first");
        assert_string_equal(photo_value(record, "province_state"), "too");
        assert_int_equal(photo_finding(record, "xmp-repeated", NULL) == NULL, same);
        cutline_record_free(record);
        cut_buf_release(&whole);
        cut_buf_release(&bytes);
        cut_buf_release(&packet);
    }
}

/* IIM in a FotoStation trailer counts in a newsroom if there is no other. */
static void iim_in_a_trailer_is_the_last_resort(void **state)
{
    (void)state;
    static const char trailer[] = "\x1c\2\x5a\0\4Bern\0\1\0\0\0\x13\xa1\xb2\xc3\xd4";
    for (int policy = 0; policy <= CUTLINE_POLICY_MWG; policy++)
        for (int other = 0; other < 2; other++) {
            photo p = {.iim = {{other ? 2 : 0, 120, "a caption", 0}}};
            cutline_read_options options = {.policy = (cutline_policy)policy};
            bool expected = !other && policy == CUTLINE_POLICY_NEWSROOM;
            cutline_record *record = NULL;
            cut_buf bytes;
            cut_buf_init(&bytes, 1 << 20);
            photo_jpeg(&p, &bytes);
            cut_buf_add(&bytes, trailer, sizeof trailer - 1);
            assert_int_equal(
                cutline_record_read_memory("a.jpg", bytes.p, bytes.n, &options, &record, NULL),
                CUTLINE_OK);
            assert_string_equal(photo_value(record, "city"), expected ? "Bern" : "");
            cutline_record_free(record);
            cut_buf_release(&bytes);
        }
}

static cutline_status status_of(const void *bytes, size_t n, cutline_error *err)
{
    cutline_record *record = NULL;
    cutline_status status = cutline_record_read_memory("bad.jpg", bytes, n, NULL, &record, err);
    assert_true((status == CUTLINE_OK) == (record != NULL));
    cutline_record_free(record);
    return status;
}

static void what_is_no_photo_is_refused_by_name(void **state)
{
    (void)state;
    cutline_error err;
    assert_int_equal(status_of("", 0, &err), CUTLINE_MALFORMED);
    assert_string_equal(err.file, "bad.jpg");
    assert_int_equal(err.offset, 0);
    assert_int_equal(status_of(BYTES("plain text, no photo"), &err), CUTLINE_UNSUPPORTED);
    cutline_record *record = NULL;
    assert_int_equal(cutline_record_read("/nowhere/a.jpg", NULL, &record, &err), CUTLINE_IO);
    assert_string_equal(err.file, "/nowhere/a.jpg");
    assert_null(record);
    cutline_read_options options = {.policy = (cutline_policy)7};
    assert_int_equal(cutline_record_read_memory("a", "", 0, &options, &record, &err),
                     CUTLINE_BAD_ARGUMENT);
}

/* Cut anywhere, the photo is read as far as it goes or refused; never anything worse. */
static void cut_photos_are_read_as_far_as_they_go(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_TEXT(0, 0x010E, "caption"), EXIF_TEXT(1, 0x9003, "2016:05:02 1:2:3")},
               .iim = {{2, 120, "caption", 0}, {2, 25, "one", 0}},
               .digest = PHOTO_STALE_DIGEST,
               .xmp = "<photoshop:City>Geneva</photoshop:City>"};
    cut_buf bytes;
    unsigned read = 0;
    cut_buf_init(&bytes, 1 << 20);
    photo_jpeg(&p, &bytes);
    for (size_t n = 0; n < bytes.n; n++)
        read += status_of(bytes.p, n, NULL) == CUTLINE_OK;
    assert_true(read > bytes.n / 2);
    cut_buf_release(&bytes);
}

/* Whatever allocation fails, the answer is a record or "out of memory", and nothing is lost. */
static void memory_may_end_anywhere(void **state)
{
    (void)state;
    folder f;
    unsigned refused = 0, read = 0;
    make_folder(&f, &(photo){.exif = {EXIF_TEXT(0, 0x010E, "caption")},
                             .iim = {{2, 120, "A ship. REUTERS/Jane Roe", 0}, {2, 80, "Jane", 0}},
                             .xmp = "<photoshop:City>Geneva</photoshop:City>"});
    for (size_t max = 256; max < 200000; max += 307) {
        cut_arena scratch;
        cutline_record *record = NULL;
        cut_arena_init(&scratch, max);
        cutline_status status =
            cut_record_read(&scratch, f.photo, NULL, CUT_PICTURE_NONE, false, NULL, &record, NULL);
        assert_true(status == CUTLINE_OK || status == CUTLINE_NO_MEMORY);
        assert_true((record != NULL) == (status == CUTLINE_OK));
        read += status == CUTLINE_OK;
        refused += status != CUTLINE_OK;
        cutline_record_free(record);
        cut_arena_release(&scratch);
    }
    assert_true(read > 0 && refused > 0);
    remove_folder(&f);
}

static void one_scratch_serves_many_files(void **state)
{
    (void)state;
    folder f;
    cut_arena scratch;
    make_folder(&f, &(photo){.iim = {{2, 120, "caption", 0}}});
    cut_arena_init(&scratch, 8 << 20);
    cutline_record *a = NULL, *b = NULL;
    assert_int_equal(
        cut_record_read(&scratch, f.photo, NULL, CUT_PICTURE_NONE, false, NULL, &a, NULL),
        CUTLINE_OK);
    assert_int_equal(
        cut_record_read(&scratch, f.photo, NULL, CUT_PICTURE_NONE, false, NULL, &b, NULL),
        CUTLINE_OK);
    cut_arena_release(&scratch);
    assert_string_equal(photo_value(a, "caption"), "caption");
    assert_string_equal(photo_value(b, "caption"), "caption");
    cutline_record_free(a);
    cutline_record_free(b);
    remove_folder(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_file_is_known),
        cmocka_unit_test(the_newer_sidecar_is_heard_first),
        cmocka_unit_test(a_sidecar_of_another_file_is_passed_over),
        cmocka_unit_test(a_photo_without_xmp_takes_its_sidecar),
        cmocka_unit_test(a_sidecar_is_heard_before_the_file),
        cmocka_unit_test(damage_of_a_sidecar_is_told_by_its_name),
        cmocka_unit_test(a_second_packet_is_found),
        cmocka_unit_test(iim_in_a_trailer_is_the_last_resort),
        cmocka_unit_test(what_is_no_photo_is_refused_by_name),
        cmocka_unit_test(cut_photos_are_read_as_far_as_they_go),
        cmocka_unit_test(memory_may_end_anywhere),
        cmocka_unit_test(one_scratch_serves_many_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
