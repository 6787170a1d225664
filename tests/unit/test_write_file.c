/* The public call: files replaced in one step, and what is refused. */
#include "unit.h"

#include "photo.h"

#include <cutline/writeback.h>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

typedef struct fixture {
    char folder[64];
    char path[128], other[128];
    cutline_write_options options;
    cutline_error err;
    cutline_write_outcome outcome;
    char target[128];
    unsigned calls;
} fixture;

static const photo plain = {.xmp = "<photoshop:State>kept</photoshop:State>"};

static void make_photo(const char *path, const photo *p)
{
    cut_buf bytes;
    cut_buf_init(&bytes, 1 << 20);
    photo_jpeg(p, &bytes);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0640);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes.p, bytes.n), bytes.n);
    close(fd);
    cut_buf_release(&bytes);
}

static void start(fixture *f, const photo *p)
{
    *f = (fixture){.folder = "/tmp/cutline-write.XXXXXX"};
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/a.jpg", f->folder);
    snprintf(f->other, sizeof f->other, "%s/b", f->folder);
    make_photo(f->path, p);
}

static void stop(fixture *f)
{
    char sidecar[128];
    snprintf(sidecar, sizeof sidecar, "%s/a.xmp", f->folder);
    (void)unlink(f->path);
    (void)unlink(f->other);
    (void)unlink(sidecar);
    assert_int_equal(rmdir(f->folder), 0); /* nothing else was left there */
}

static int on_file(const cutline_write_event *event, void *context)
{
    fixture *f = context;
    f->calls++;
    f->outcome = event->outcome;
    snprintf(f->target, sizeof f->target, "%s", event->target);
    assert_true((event->error != NULL) == (event->outcome == CUTLINE_WRITE_FAILED));
    return 0;
}

static cutline_status write_city(fixture *f, const char *path, const char *city)
{
    cutline_value value = {.text = city};
    cutline_file_change change = {.field = "city", .values = &value, .count = city ? 1 : 0};
    return cutline_write_file(path, &change, 1, &f->options, on_file, f, &f->err);
}

static void assert_city(const char *path, const char *wanted)
{
    cutline_record *record = NULL;
    assert_int_equal(cutline_record_read(path, NULL, &record, NULL), CUTLINE_OK);
    assert_string_equal(photo_value(record, "city"), wanted);
    assert_string_equal(photo_value(record, "province_state"), "kept");
    cutline_record_free(record);
}

static struct stat stat_of(const char *path)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    return st;
}

static void a_file_is_replaced_once(void **state)
{
    (void)state;
    fixture f;
    start(&f, &plain);
    struct stat before = stat_of(f.path);
    assert_int_equal(write_city(&f, f.path, "Bern"), CUTLINE_OK);
    assert_int_equal(f.outcome, CUTLINE_WRITE_DONE);
    assert_city(f.path, "Bern");
    struct stat after = stat_of(f.path);
    assert_true(after.st_ino != before.st_ino);
    assert_int_equal(after.st_mode, before.st_mode);
    assert_int_equal(write_city(&f, f.path, "Bern"), CUTLINE_OK);
    assert_int_equal(f.outcome, CUTLINE_WRITE_UNCHANGED);
    assert_int_equal(stat_of(f.path).st_ino, after.st_ino);
    assert_int_equal(write_city(&f, f.path, NULL), CUTLINE_OK);
    assert_city(f.path, "");
    assert_int_equal(f.calls, 3);
    stop(&f);
}

static void what_a_file_has_beside_its_content_stays(void **state)
{
    (void)state;
    fixture f;
    char value[8] = "";
    start(&f, &plain);
    f.options.keep_mtime = true;
    bool attributes = setxattr(f.path, "user.desk", "sport", 5, 0) == 0;
    assert_int_equal(chmod(f.path, 04710), 0);
    struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 1000000, .tv_nsec = 5}};
    assert_int_equal(utimensat(AT_FDCWD, f.path, times, 0), 0);
    assert_int_equal(write_city(&f, f.path, "Bern"), CUTLINE_OK);
    struct stat st = stat_of(f.path);
    assert_int_equal(st.st_mode & 07777, 04710);
    assert_int_equal(st.st_mtim.tv_sec, 1000000);
    assert_int_equal(st.st_mtim.tv_nsec, 5);
    if (attributes)
        assert_int_equal(getxattr(f.path, "user.desk", value, sizeof value), 5);
    stop(&f);
}

static void a_link_stands_for_its_target(void **state)
{
    (void)state;
    fixture f;
    struct stat st;
    start(&f, &plain);
    assert_int_equal(symlink("a.jpg", f.other), 0);
    assert_int_equal(write_city(&f, f.other, "Bern"), CUTLINE_OK);
    assert_string_equal(f.target, f.path);
    assert_int_equal(lstat(f.other, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_city(f.path, "Bern");
    stop(&f);
}

static void a_file_with_two_names_is_refused(void **state)
{
    (void)state;
    fixture f;
    start(&f, &plain);
    assert_int_equal(link(f.path, f.other), 0);
    assert_int_equal(write_city(&f, f.path, "Bern"), CUTLINE_UNSUPPORTED);
    assert_int_equal(f.outcome, CUTLINE_WRITE_FAILED);
    assert_city(f.path, "");
    f.options.break_hard_links = true;
    assert_int_equal(write_city(&f, f.path, "Bern"), CUTLINE_OK);
    assert_city(f.path, "Bern");
    assert_city(f.other, "");
    stop(&f);
}

/* A JUMBF box of C2PA, its description box first. */
static void a_signed_file_is_refused(void **state)
{
    (void)state;
    static const char box[] = "\0\0\0\x25jumdc2pa\0\x11\0\x10\x80\0\0\xAA\0\x38\x9B\x71\3c2pa\0";
    static const photo p = {.xmp = "<photoshop:State>kept</photoshop:State>",
                            .c2pa = box,
                            .c2pa_length = sizeof box - 1};
    fixture f;
    start(&f, &p);
    assert_int_equal(write_city(&f, f.path, "Bern"), CUTLINE_UNSUPPORTED);
    assert_non_null(strstr(f.err.message, "C2PA"));
    f.options.break_c2pa = true;
    assert_int_equal(write_city(&f, f.path, "Bern"), CUTLINE_OK);
    assert_city(f.path, "Bern");
    stop(&f);
}

static void a_dry_run_touches_nothing(void **state)
{
    (void)state;
    fixture f;
    start(&f, &plain);
    struct stat before = stat_of(f.path);
    f.options.dry_run = true;
    assert_int_equal(write_city(&f, f.path, "Bern"), CUTLINE_OK);
    assert_int_equal(f.outcome, CUTLINE_WRITE_DONE);
    assert_int_equal(stat_of(f.path).st_ino, before.st_ino);
    stop(&f);
}

static void a_sidecar_leaves_the_photo_alone(void **state)
{
    (void)state;
    fixture f;
    start(&f, &plain);
    struct stat before = stat_of(f.path);
    f.options.sidecar = true;
    assert_int_equal(write_city(&f, f.path, "Bern"), CUTLINE_OK);
    assert_non_null(strstr(f.target, "/a.xmp"));
    assert_int_equal(stat_of(f.path).st_ino, before.st_ino);
    assert_city(f.path, "Bern"); /* the reader hears both */
    f.options.sidecar = false;
    assert_int_equal(write_city(&f, f.path, "Basel"), CUTLINE_OK);
    assert_int_equal(f.calls, 3); /* the photo and its sidecar */
    assert_city(f.path, "Basel");
    stop(&f);
}

static void changes_are_checked_first(void **state)
{
    (void)state;
    static const cutline_value text = {.text = "x"}, control = {.text = "a\x01"},
                               none = {.text = NULL};
    static const cutline_file_change bad[] = {
        {"no_such_field", &text, 1},  {"city", &control, 1},        {"city", &none, 1},
        {"location_shown", &text, 1}, {"picture_number", &text, 1},
    };
    fixture f;
    start(&f, &plain);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_int_equal(cutline_write_file(f.path, &bad[i], 1, NULL, NULL, NULL, &f.err),
                         CUTLINE_BAD_ARGUMENT);
    cutline_file_change twice[2] = {{"city", &text, 1}, {"city", &text, 1}};
    assert_int_equal(cutline_write_file(f.path, twice, 2, NULL, NULL, NULL, &f.err),
                     CUTLINE_BAD_ARGUMENT);
    assert_int_equal(write_city(&f, "/tmp/no/such/file.jpg", "Bern"), CUTLINE_IO);
    assert_city(f.path, "");
    stop(&f);
}

static void a_day_without_a_time_agrees_in_all_forms(void **state)
{
    (void)state;
    static const cutline_value day = {.text = "2016-05-02"};
    static const cutline_file_change change = {"date_created", &day, 1};
    fixture f;
    cutline_record *record = NULL;
    start(&f, &plain);
    f.options.iim = true;
    assert_int_equal(cutline_write_file(f.path, &change, 1, &f.options, NULL, NULL, &f.err),
                     CUTLINE_OK);
    assert_int_equal(cutline_record_read(f.path, NULL, &record, NULL), CUTLINE_OK);
    const cutline_field *field = cutline_record_field(record, "date_created");
    assert_int_equal(field->said_count, 3);
    assert_false(field->disagrees);
    assert_string_equal(field->values[0].text, "2016-05-02");
    assert_null(photo_finding(record, "bad-date", NULL));
    cutline_record_free(record);
    stop(&f);
}

/* What a killed process has left goes with the next write. */
static void strays_are_removed(void **state)
{
    (void)state;
    fixture f;
    char stray[128];
    start(&f, &plain);
    snprintf(stray, sizeof stray, "%s/.cutline-3.tmp", f.folder);
    int fd = open(stray, O_WRONLY | O_CREAT, 0600);
    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(write_city(&f, f.path, "Bern"), CUTLINE_OK);
    assert_int_not_equal(access(stray, F_OK), 0);
    stop(&f);
}

static void an_event_is_one_line_of_json(void **state)
{
    (void)state;
    static const char *const fields[] = {"city"};
    static const cutline_write_event event = {
        .photo = 7, .path = "a", .target = "b", .fields = {fields, 1}};
    char *json = NULL;
    assert_int_equal(cutline_write_event_json(&event, &json, NULL), CUTLINE_OK);
    assert_string_equal(json,
                        "{\"photo\":7,\"path\":\"a\",\"target\":\"b\",\"outcome\":\"written\","
                        "\"fields\":[\"city\"],\"findings\":[],\"error\":null}");
    cutline_free(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_replaced_once),
        cmocka_unit_test(what_a_file_has_beside_its_content_stays),
        cmocka_unit_test(a_link_stands_for_its_target),
        cmocka_unit_test(a_file_with_two_names_is_refused),
        cmocka_unit_test(a_signed_file_is_refused),
        cmocka_unit_test(a_dry_run_touches_nothing),
        cmocka_unit_test(a_sidecar_leaves_the_photo_alone),
        cmocka_unit_test(changes_are_checked_first),
        cmocka_unit_test(a_day_without_a_time_agrees_in_all_forms),
        cmocka_unit_test(strays_are_removed),
        cmocka_unit_test(an_event_is_one_line_of_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
