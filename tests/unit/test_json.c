/* Records as JSON: the public shape, and the full one that a store keeps. */
#include "unit.h"

#include "photo.h"

#include "base/limits.h"

#include <stdlib.h>

static char *public_json(const cutline_record *record)
{
    char *json = NULL;
    assert_int_equal(cutline_record_json(record, &json, NULL), CUTLINE_OK);
    return json;
}

static char *full_json(const cutline_record *record)
{
    cut_buf out;
    cut_json j;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    cut_json_init(&j, &out);
    cut_record_json_full(&j, record);
    return cut_buf_detach(&out);
}

static void assert_has(const char *json, const char *part)
{
    if (!strstr(json, part))
        fail_msg("%s\nlacks\n%s", json, part);
}

/* All that a record can hold, in one photo. */
static const photo rich = {
    .exif = {{0, 0x010E, 2, "EXIF caption", 0, {0}, 0},
             {1, 0x9003, 2, "2016:05:02 14:03:22", 0, {0}, 0},
             {2, 1, 2, "N", 0, {0}, 0},
             {2, 2, 5, NULL, 0, {46, 1, 12, 1, 0, 1}, 6},
             {2, 3, 2, "E", 0, {0}, 0},
             {2, 4, 5, NULL, 0, {6, 1, 9, 1, 0, 1}, 6}},
    .iim = {{1, 90, "\x1B%G", 0},
            {2, 120, "John Doe (L) in Geneva, Switzerland, May 2, 2016. REUTERS/Denis Balibouse",
             0},
            {2, 22, "RC2B9HAYWPEQ", 0},
            {2, 80, "Denis Balibouse", 0},
            {2, 80, "Jane \"Quote\" Roe", 0},
            {2, 110, "REUTERS", 0},
            {2, 30, "20160502", 0},
            {2, 37, "20170502", 0}},
    .digest = PHOTO_STALE_DIGEST,
    .xmp = "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>XMP caption</rdf:li>"
           "<rdf:li xml:lang='ar'>صورة</rdf:li></rdf:Alt></dc:description>"
           "<dc:title><rdf:Alt><rdf:li xml:lang='de'>Titel</rdf:li></rdf:Alt></dc:title>"
           "<Iptc4xmpExt:ArtworkOrObject><rdf:Bag><rdf:li rdf:parseType='Resource'>"
           "<Iptc4xmpExt:AOTitle><rdf:Alt><rdf:li xml:lang='x-default'>T</rdf:li>"
           "<rdf:li xml:lang='fr'>U</rdf:li></rdf:Alt></Iptc4xmpExt:AOTitle>"
           "<Iptc4xmpExt:AOCreator><rdf:Seq><rdf:li>A</rdf:li></rdf:Seq></Iptc4xmpExt:AOCreator>"
           "<Iptc4xmpExt:AOSource>S</Iptc4xmpExt:AOSource>"
           "</rdf:li></rdf:Bag></Iptc4xmpExt:ArtworkOrObject>"
           "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>One</rdf:li></rdf:Bag>"
           "</Iptc4xmpExt:PersonInImage>",
    .c2pa = "c2pa",
    .c2pa_length = 4,
};

static void the_public_shape(void **state)
{
    (void)state;
    cutline_record *record = photo_read(&rich, CUTLINE_POLICY_NEWSROOM);
    char *json = public_json(record);
    assert_has(json, "{\"path\":\"photo.jpg\",\"format\":\"jpeg\",\"width\":8,\"height\":8,"
                     "\"image_hash\":\"");
    assert_has(json, "\"media_ids\":[{\"namespace\":\"reuters\",\"id\":\"RC2B9HAYWPEQ\","
                     "\"evidence\":\"iim 2:22\"}");
    assert_has(json, "\"title\":\"Titel\"");
    assert_has(json, "\"persons_shown\":[\"One\"]");
    assert_has(json, "\"byline\":[\"Denis Balibouse\",\"Jane \\\"Quote\\\" Roe\"]");
    assert_has(json, "\"artwork\":[{\"AOTitle\":\"T\",\"AOTitle-fr\":\"U\",\"AOCreator\":[\"A\"],"
                     "\"AOSource\":\"S\"}]");
    assert_has(json, "\"location_created\":[{\"GPSLatitude\":\"46.2\",\"GPSLongitude\":\"6.15\"}]");
    assert_has(json, "\"origin\":{\"caption\":\"iim\",");
    assert_has(json, "\"alternatives\":{\"title\":{\"de\":\"Titel\"}}");
    assert_has(json, "\"said\":{\"caption\":{\"exif\":\"EXIF caption\",\"iim\":\"John Doe");
    assert_has(json, "\"credit\":{\"line\":\"REUTERS/Denis Balibouse\",\"agencies\":[\"Reuters\"]");
    assert_has(json, "\"restrictions\":[");
    assert_has(json,
               "\"provenance\":{\"source\":\"unknown\",\"c2pa\":true,\"claim_generator\":null,"
               "\"embargo\":\"2016-05-02\",\"expiry\":\"2017-05-02\"}");
    assert_has(json, "{\"code\":\"iim-digest-differs\",\"field\":null,\"detail\":\"");
    cutline_free(json);
    cutline_record_free(record);
}

static void an_empty_record_has_the_same_keys(void **state)
{
    (void)state;
    photo empty = {.xmp = NULL};
    cutline_record *record = photo_read(&empty, CUTLINE_POLICY_NEWSROOM);
    char *json = public_json(record);
    assert_has(json, "\"media_ids\":[],\"fields\":{},\"origin\":{},\"alternatives\":{},\"said\":{},"
                     "\"credit\":{\"line\":null,\"agencies\":[],\"photographers\":[],"
                     "\"issuer\":null,\"roles\":[]},\"persons\":[],\"place\":{\"city\":null,"
                     "\"region\":null,\"country\":null},\"date\":null,\"restrictions\":[],"
                     "\"file_photo\":false,\"provenance\":{");
    cutline_free(json);
    cutline_record_free(record);
}

static void assert_round_trip(const photo *p, cutline_policy policy)
{
    cutline_record *record = photo_read(p, policy), *again = NULL;
    char *full = full_json(record), *before = public_json(record);
    assert_non_null(full);
    assert_int_equal(cut_record_from_json(cut_str_from(full), &again, NULL), CUTLINE_OK);
    char *full_again = full_json(again), *after = public_json(again);
    assert_string_equal(full_again, full);
    assert_string_equal(after, before);
    assert_int_equal(again->policy, policy);
    assert_int_equal(again->ids.ids.n, record->ids.ids.n);
    assert_memory_equal(again->image_hash, record->image_hash, 32);
    cutline_free(full);
    cutline_free(full_again);
    cutline_free(before);
    cutline_free(after);
    cutline_record_free(record);
    cutline_record_free(again);
}

static void what_a_store_keeps_comes_back_whole(void **state)
{
    (void)state;
    photo empty = {.xmp = NULL};
    assert_round_trip(&rich, CUTLINE_POLICY_NEWSROOM);
    assert_round_trip(&rich, CUTLINE_POLICY_MWG);
    assert_round_trip(&empty, CUTLINE_POLICY_NEWSROOM);
}

/* Cut items of a list are mended: the values are none that a block said. */
static void values_that_no_block_said_come_back(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 80, "Christopher Montgomery-Featherst", 0}, {2, 80, "Jane Roe", 0}},
               .xmp = "<dc:creator><rdf:Seq><rdf:li>Christopher Montgomery-Featherstonhaugh"
                      "</rdf:li><rdf:li>Ann Bee</rdf:li></rdf:Seq></dc:creator>",
               .digest = PHOTO_STALE_DIGEST};
    assert_round_trip(&p, CUTLINE_POLICY_NEWSROOM);
    cutline_record *record = photo_read(&p, CUTLINE_POLICY_NEWSROOM);
    char *full = full_json(record);
    assert_has(full, "\"values\":[\"Christopher Montgomery-Featherstonhaugh\",\"Jane Roe\"]");
    cutline_free(full);
    cutline_record_free(record);
}

static void fields_of_a_later_version_are_passed_over(void **state)
{
    (void)state;
    cutline_record *record = NULL;
    cut_str json =
        CUT_STR("{\"format\":\"jpeg\",\"policy\":0,\"credit_origin\":\"none\",\"shoe_size\":44,"
                "\"fields\":{\"smell\":{\"origin\":\"xmp\",\"said\":{\"xmp\":[\"roses\"]}},"
                "\"city\":{\"origin\":\"xmp\",\"said\":{\"xmp\":[\"Geneva\"]}}}}");
    assert_int_equal(cut_record_from_json(json, &record, NULL), CUTLINE_OK);
    assert_string_equal(photo_value(record, "city"), "Geneva");
    assert_null(cutline_record_field_at(record, 1));
    cutline_record_free(record);
}

static void what_was_not_written_here_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "[]",
        "{\"format\":\"jpeg\"",
        "{}",
        "{\"format\":\"jpeg\",\"policy\":7,\"credit_origin\":\"none\"}",
        "{\"format\":\"jpeg\",\"policy\":0,\"credit_origin\":\"nobody\"}",
        "{\"format\":\"jpeg\",\"policy\":0,\"credit_origin\":\"none\",\"image_hash\":\"abc\"}",
        "{\"format\":\"jpeg\",\"policy\":0,\"credit_origin\":\"none\",\"fields\":{\"city\":{}}}",
        "{\"format\":\"jpeg\",\"policy\":0,\"credit_origin\":\"none\",\"fields\":"
        "{\"city\":{\"origin\":\"xmp\",\"said\":{\"xmp\":[]}}}}",
        "{\"format\":\"jpeg\",\"policy\":0,\"credit_origin\":\"none\",\"fields\":"
        "{\"city\":{\"origin\":\"xmp\",\"said\":{\"xmp\":[{\"l\":\"fr\"}]}}}}",
        "{\"format\":\"jpeg\",\"policy\":0,\"credit_origin\":\"none\",\"ids\":[[1,2,3]]}",
        "{\"format\":\"jpeg\",\"policy\":0,\"credit_origin\":\"none\",\"findings\":[[]]}",
        "{\"format\":\"jpeg\",\"policy\":0,\"credit_origin\":\"none\",\"caption\":{}}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cutline_record *record = NULL;
        cutline_error err;
        cutline_error_clear(&err);
        cutline_status status = cut_record_from_json(cut_str_from(texts[i]), &record, &err);
        if (status != CUTLINE_MALFORMED)
            fail_msg("taken: %s", texts[i]);
        assert_null(record);
        assert_string_not_equal(err.message, "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_public_shape),
        cmocka_unit_test(an_empty_record_has_the_same_keys),
        cmocka_unit_test(what_a_store_keeps_comes_back_whole),
        cmocka_unit_test(values_that_no_block_said_come_back),
        cmocka_unit_test(fields_of_a_later_version_are_passed_over),
        cmocka_unit_test(what_was_not_written_here_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
