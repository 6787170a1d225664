/* What each block says, field by field; media IDs and provenance. */
#include "unit.h"

#include "photo.h"

#include "record/exposure.h"
#include "record/provenance.h"

#define NEWSROOM CUTLINE_POLICY_NEWSROOM
#define EXIF_TEXT(ifd, tag, text)                                                                  \
    {                                                                                              \
        ifd, tag, 2, text, 0, {0}, 0                                                               \
    }
#define BYTES(text) text, sizeof(text) - 1

static cutline_record *read_one(const photo *p)
{
    return photo_read(p, NEWSROOM);
}

/* Reads the photo, compares one field, lets go. */
static void assert_value(const photo *p, const char *field, const char *expected)
{
    cutline_record *record = read_one(p);
    assert_string_equal(photo_value(record, field), expected);
    cutline_record_free(record);
}

static void assert_finding(const photo *p, const char *code, const char *field)
{
    cutline_record *record = read_one(p);
    if (!photo_finding(record, code, field))
        fail_msg("no finding %s", code);
    cutline_record_free(record);
}

/* ---- EXIF ---- */

static void exif_dates_are_put_together(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_TEXT(1, 0x9003, "2016:05:02 14:03:22"), EXIF_TEXT(1, 0x9011, "+02:00"),
                        EXIF_TEXT(1, 0x9291, "50  ")}};
    assert_value(&p, "date_created", "2016-05-02T14:03:22.50+02:00");
    p.exif[0].bytes = "0000:00:00 00:00:00";
    assert_value(&p, "date_created", "");
    p.exif[0].bytes = "2016:05:02 1403";
    assert_value(&p, "date_created", "2016-05-02T14:03");
    p.exif[0].bytes = "yesterday at noon  ";
    assert_value(&p, "date_created", "yesterday at noon  ");
    assert_finding(&p, "bad-date", "date_created");
}

static void artists_are_split_as_mwg_quotes_them(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_TEXT(0, 0x013B, "\"Ann; Bee\"; Cee; \"The \"\"D\"\"\"; ")}};
    assert_value(&p, "byline", "Ann; Bee | Cee | The \"D\"");
    p.exif[0].bytes = "\"never closed; Cee";
    assert_value(&p, "byline", "never closed; Cee");
    p.exif[0].bytes = "\"Jane\" Roe; Cee";
    assert_value(&p, "byline", "Jane\" Roe; Cee");
    p.exif[0].bytes = "Jane Roe  ";
    assert_value(&p, "byline", "Jane Roe");
}

static void copyright_holds_photographer_and_editor(void **state)
{
    (void)state;
    photo p = {.exif = {{0, 0x8298, 2, BYTES("Jane Roe\0The Paper\0"), {0}, 0}}};
    assert_value(&p, "copyright", "Jane Roe\nThe Paper");
    p.exif[0] = (photo_tag){0, 0x8298, 2, BYTES(" \0The Paper\0"), {0}, 0};
    assert_value(&p, "copyright", "The Paper");
}

static void texts_that_are_no_utf8_are_windows_1252(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_TEXT(0, 0x010E, "Z\xFCrich \x96 Bellevue")}};
    assert_value(&p, "caption", "Zürich – Bellevue");
    p.exif[0].bytes = "Zürich";
    assert_value(&p, "caption", "Zürich");
}

static void windows_tags_fill_in(void **state)
{
    (void)state;
    photo p = {.exif = {{0, 0x9C9B, 1, BYTES("T\0i\0\0\0"), {0}, 0},
                        {0, 0x9C9D, 1, BYTES("A\0;\0B\0\0\0"), {0}, 0}}};
    assert_value(&p, "title", "Ti");
    assert_value(&p, "byline", "A | B");
    cutline_record *record = photo_read(&p, CUTLINE_POLICY_MWG);
    assert_string_equal(photo_value(record, "byline"), "");
    cutline_record_free(record);
}

static void gps_is_a_location(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_TEXT(2, 1, "S"),
                        {2, 2, 5, NULL, 0, {33, 1, 52, 1, 1050, 100}, 6},
                        EXIF_TEXT(2, 3, "E"),
                        {2, 4, 5, NULL, 0, {151, 1, 12, 1, 3600, 100}, 6},
                        {2, 5, 1, NULL, 0, {1}, 1},
                        {2, 6, 5, NULL, 0, {25, 2}, 2}}};
    assert_value(&p, "location_created",
                 "{GPSLatitude: -33.8695833; GPSLongitude: 151.21; GPSAltitude: -12.5}");
    p.exif[1].numbers[1] = 0;
    assert_value(&p, "location_created", "");
}

static void cameras_speak_of_themselves(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_TEXT(0, 0x010F, "NIKON  "),
                        EXIF_TEXT(0, 0x0110, "D5"),
                        EXIF_TEXT(1, 0xA434, "70-200 mm"),
                        {1, 0x829A, 5, NULL, 0, {10, 2500}, 2},
                        {1, 0x829D, 5, NULL, 0, {28, 10}, 2},
                        {1, 0x8827, 3, NULL, 0, {400}, 1},
                        {1, 0x920A, 5, NULL, 0, {85, 1}, 2},
                        {1, 0x9286, 7, BYTES("UNICODE\0Z\0\xFC\0"), {0}, 0}}};
    assert_value(&p, "camera_make", "NIKON");
    assert_value(&p, "camera_model", "D5");
    assert_value(&p, "lens", "70-200 mm");
    assert_value(&p, "exposure_time", "1/250");
    assert_value(&p, "f_number", "2.8");
    assert_value(&p, "iso", "400");
    assert_value(&p, "focal_length", "85");
    assert_value(&p, "user_comment", "Z\xC3\xBC");
    p.exif[3].numbers[1] = 4; /* 2.5 s */
    assert_value(&p, "exposure_time", "2.5");
    p.exif[3].numbers[1] = 0;
    assert_value(&p, "exposure_time", "");
    /* XMP says the same in other words. */
    p.exif[3].numbers[1] = 2500;
    p.xmp = "<exif:ExposureTime>1/250</exif:ExposureTime><exif:FNumber>14/5</exif:FNumber>";
    cutline_record *record = read_one(&p);
    assert_null(photo_finding(record, "disagree", NULL));
    assert_string_equal(photo_said(record, "f_number", CUTLINE_ORIGIN_XMP), "2.8");
    cutline_record_free(record);
}

/* TIFF/EP keeps all in IFD0; some writers mix the two directories up. */
static void camera_tags_may_stand_in_the_other_directory(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_TEXT(0, 0x9003, "2016:05:02 14:03:22"),
                        EXIF_TEXT(1, 0x013B, "Jane; Ann"),
                        {1, 0x8298, 2, BYTES("Jane\0Ed\0"), {0}, 0},
                        {0, 0x829A, 5, NULL, 0, {1, 60}, 2},
                        {0, 0x8827, 3, NULL, 0, {200}, 1},
                        {0, 0x9286, 7, BYTES("ASCII\0\0\0hello"), {0}, 0}}};
    assert_value(&p, "date_created", "2016-05-02T14:03:22");
    assert_value(&p, "byline", "Jane | Ann");
    assert_value(&p, "copyright", "Jane\nEd");
    assert_value(&p, "exposure_time", "1/60");
    assert_value(&p, "iso", "200");
    assert_value(&p, "user_comment", "hello");
    p.exif[6] = (photo_tag)EXIF_TEXT(1, 0x9003, "2017:01:01 00:00:01");
    assert_value(&p, "date_created", "2017-01-01T00:00:01");
}

static void exposures_are_written_as_cameras_show_them(void **state)
{
    (void)state;
    char text[CUT_NUMBER_SIZE];
    assert_string_equal(cut_exposure_format(0.25, text), "1/4");
    assert_string_equal(cut_exposure_format(1.0 / 8000, text), "1/8000");
    assert_string_equal(cut_exposure_format(0.3, text), "0.3");
    assert_string_equal(cut_exposure_format(30, text), "30");
    assert_string_equal(cut_exposure_format(0, text), "0");
    assert_string_equal(cut_exposure_format(1e-300, text), "0");
    assert_string_equal(cut_exposure_format(-1, text), "-1");
}

/* ---- IIM ---- */

static void iim_dates_and_times(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 55, "20160502", 0},
                       {2, 60, "140322-0500", 0},
                       {2, 62, "20160500", 0},
                       {2, 63, "140322", 0},
                       {1, 70, "20160503", 0},
                       {1, 80, "080000+0000", 0},
                       {2, 35, "235959+0100", 0}}};
    assert_value(&p, "date_created", "2016-05-02T14:03:22-05:00");
    assert_value(&p, "date_digitized", "2016-05");
    assert_value(&p, "date_sent", "2016-05-03T08:00:00+00:00");
    assert_value(&p, "release_time", "23:59:59+01:00");
}

static void odd_iim_dates_are_kept_and_named(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 55, "2015-09-", 0}}};
    assert_value(&p, "date_created", "2015-09");
    assert_finding(&p, "bad-date", "date_created");
    p.iim[0].value = "20161399";
    assert_value(&p, "date_created", "20161399");
    assert_finding(&p, "bad-date", "date_created");
}

static void repeated_data_sets(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 25, "one", 0},
                       {2, 25, "", 0},
                       {2, 25, "two", 0},
                       {2, 105, "first", 0},
                       {2, 105, "second", 0},
                       {2, 122, "ab", 0},
                       {2, 122, "cd", 0}}};
    assert_value(&p, "keywords", "one | two");
    assert_value(&p, "headline", "second");
    assert_value(&p, "caption_writer", "ab | cd");
}

static void coded_iim_values(void **state)
{
    (void)state;
    photo p = {.iim = {{1, 90, "\x1B%G", 0},
                       {2, 4, "001:Current", 0},
                       {2, 12, "IPTC:10020211:A:B:C", 0},
                       {2, 12, "IPTC:11000000", 0},
                       {3, 10,
                        BYTES("\0\1\0\2"
                              "20160502"
                              "\0\0\0\7")}}};
    assert_value(&p, "coded_character_set", "UTF-8");
    assert_value(&p, "intellectual_genre", "Current");
    assert_value(&p, "subject_code", "10020211 | 11000000");
    assert_value(&p, "picture_number", "1 2 20160502 7");
    p.iim[0].value = "\x1B-A";
    assert_value(&p, "coded_character_set", "ESC - A");
}

static void long_iim_values_are_found(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 110, "A credit of more than thirty-two octets", 0}}};
    assert_value(&p, "credit", "A credit of more than thirty-two octets");
    assert_finding(&p, "iim-over-limit", "credit");
}

static void charset_is_told_from_the_xmp_twin(void **state)
{
    (void)state;
    /* 0x9F is u umlaut in Mac OS Roman, Y diaeresis in Windows-1252. */
    photo p = {.iim = {{2, 90, "Z\x9Frich", 0}, {2, 105, "M\x9Fnster", 0}},
               .xmp = "<photoshop:City>Zürich</photoshop:City>"};
    assert_value(&p, "headline", "Münster");
    assert_finding(&p, "iim-charset-guessed", NULL);
}

static void a_second_iim_block_is_passed_over(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 120, "first", 0}},
               .iim2 = {{2, 120, "second", 0}, {2, 105, "headline", 0}}};
    assert_value(&p, "caption", "first");
    assert_value(&p, "headline", "");
    assert_finding(&p, "iim-damaged", NULL);
}

/* ---- XMP ---- */

static void languages_are_kept_default_first(void **state)
{
    (void)state;
    photo p = {.xmp = "<dc:title><rdf:Alt><rdf:li xml:lang='fr'>Bonjour</rdf:li>"
                      "<rdf:li xml:lang='x-default'>Hello</rdf:li>"
                      "<rdf:li xml:lang='ar'>مرحبا</rdf:li></rdf:Alt></dc:title>"};
    cutline_record *record = read_one(&p);
    const cutline_field *title = cutline_record_field(record, "title");
    assert_string_equal(photo_value(record, "title"), "Hello | Bonjour | مرحبا");
    assert_string_equal(title->values[0].lang, "x-default");
    assert_string_equal(title->values[1].lang, "fr");
    assert_string_equal(title->values[2].lang, "ar");
    cutline_record_free(record);
}

static void other_forms_than_the_standard_s_are_read(void **state)
{
    (void)state;
    photo p = {.xmp = "<dc:subject>alone</dc:subject><dc:title>plain</dc:title>"
                      "<photoshop:Headline><rdf:Alt><rdf:li xml:lang='x-default'>a</rdf:li>"
                      "<rdf:li xml:lang='de'>b</rdf:li></rdf:Alt></photoshop:Headline>"
                      "<dc:creator><rdf:Bag><rdf:li>A</rdf:li><rdf:li> </rdf:li>"
                      "<rdf:li>B</rdf:li></rdf:Bag></dc:creator>"
                      "<photoshop:City rdf:parseType='Resource'><dc:x>no</dc:x></photoshop:City>"};
    assert_value(&p, "keywords", "alone");
    assert_value(&p, "title", "plain");
    assert_value(&p, "headline", "a");
    assert_value(&p, "byline", "A | B");
    assert_value(&p, "city", "");
}

static void both_spellings_of_vendors_are_read(void **state)
{
    (void)state;
    photo p = {.xmp = "<GettyImagesGIFT:AssetId>527341234</GettyImagesGIFT:AssetId>"
                      "<plus:ImageSupplierImageId>DV1945213</plus:ImageSupplierImageId>"};
    assert_value(&p, "getty_asset_id", "527341234");
    assert_value(&p, "supplier_image_id", "DV1945213");
    p.xmp = "<GettyImagesGIFT:AssetID>527341234</GettyImagesGIFT:AssetID>"
            "<plus:ImageSupplierImageID>DV1945213</plus:ImageSupplierImageID>";
    assert_value(&p, "getty_asset_id", "527341234");
    assert_value(&p, "supplier_image_id", "DV1945213");
}

static void structures_keep_lists_and_nesting(void **state)
{
    (void)state;
    photo p = {.xmp = "<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType='Resource'>"
                      "<Iptc4xmpExt:City>Vienna</Iptc4xmpExt:City>"
                      "<Iptc4xmpExt:LocationId><rdf:Bag><rdf:li>a</rdf:li></rdf:Bag>"
                      "</Iptc4xmpExt:LocationId>"
                      "<exif:GPSLatitude>48,12.6S</exif:GPSLatitude>"
                      "<exif:GPSAltitude>4805/10</exif:GPSAltitude>"
                      "<Iptc4xmpExt:Sublocation></Iptc4xmpExt:Sublocation>"
                      "</rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>"
                      "<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'>"
                      "<Iptc4xmpExt:RegionBoundary rdf:parseType='Resource'>"
                      "<Iptc4xmpExt:rbShape>circle</Iptc4xmpExt:rbShape>"
                      "</Iptc4xmpExt:RegionBoundary>"
                      "</rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>"};
    assert_value(&p, "location_created",
                 "{City: Vienna; LocationId: [a]; GPSLatitude: -48.21; GPSAltitude: 480.5}");
    assert_value(&p, "image_region", "{RegionBoundary: {rbShape: circle}}");
}

static void contact_info_is_eight_fields(void **state)
{
    (void)state;
    photo p = {.xmp = "<Iptc4xmpCore:CreatorContactInfo rdf:parseType='Resource'>"
                      "<Iptc4xmpCore:CiTelWork>+41 1</Iptc4xmpCore:CiTelWork>"
                      "<Iptc4xmpCore:CiAdrCity>Bern</Iptc4xmpCore:CiAdrCity>"
                      "</Iptc4xmpCore:CreatorContactInfo>"};
    assert_value(&p, "contact_city", "Bern");
    assert_value(&p, "contact_phone", "+41 1");
    assert_value(&p, "contact_email", "");
}

/* Deeper than anything meant: what lies below the limit is left out, nothing breaks. */
static void deep_structures_end(void **state)
{
    (void)state;
    cut_buf xmp;
    cut_buf_init(&xmp, 1 << 20);
    cut_buf_z(&xmp, "<Iptc4xmpExt:ImageRegion>");
    for (int i = 0; i < 12; i++)
        cut_buf_z(&xmp, "<rdf:Bag><rdf:li rdf:parseType='Resource'><dc:a>x</dc:a><dc:b>");
    for (int i = 0; i < 12; i++)
        cut_buf_z(&xmp, "</dc:b></rdf:li></rdf:Bag>");
    cut_buf_z(&xmp, "</Iptc4xmpExt:ImageRegion>");
    photo p = {.xmp = xmp.p};
    cutline_record *record = read_one(&p);
    char *json = NULL;
    assert_string_not_equal(photo_value(record, "image_region"), "");
    assert_int_equal(cutline_record_json(record, &json, NULL), CUTLINE_OK);
    cutline_free(json);
    cutline_record_free(record);
    cut_buf_release(&xmp);
}

/* ---- media IDs ---- */

static const char *ids_of(const photo *p, const char *name)
{
    static char out[1024];
    cutline_record *record = NULL;
    cut_buf bytes;
    size_t n = 0;
    cut_buf_init(&bytes, 1 << 20);
    photo_jpeg(p, &bytes);
    assert_int_equal(cutline_record_read_memory(name, bytes.p, bytes.n, NULL, &record, NULL),
                     CUTLINE_OK);
    cutline_media_ids ids = cutline_record_media_ids(record);
    out[0] = '\0';
    for (size_t i = 0; i < ids.count; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s:%s ", ids.items[i].ns, ids.items[i].id);
    cutline_record_free(record);
    cut_buf_release(&bytes);
    return out;
}

static void media_ids_come_from_fields_and_the_name(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 22, "RC2B9HAYWPEQ", 0}}};
    assert_non_null(strstr(ids_of(&p, "dir/a.jpg"), "reuters:RC2B9HAYWPEQ"));
    photo q = {.xmp = "<GettyImagesGIFT:AssetID>527341234</GettyImagesGIFT:AssetID>"};
    assert_non_null(strstr(ids_of(&q, "a.jpg"), "getty:527341234"));
    photo none = {.xmp = NULL};
    assert_non_null(strstr(ids_of(&none, "x/55350159.jpg"), "bare:55350159"));
    assert_string_equal(ids_of(&none, "x/IMG_1234.jpg"), "");
}

/* ---- provenance ---- */

static void source_types_have_classes(void **state)
{
    (void)state;
    assert_int_equal(cut_source_class_of(CUT_STR(
                         "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")),
                     CUTLINE_SOURCE_AI_GENERATED);
    assert_int_equal(cut_source_class_of(
                         CUT_STR("https://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture")),
                     CUTLINE_SOURCE_PHOTOGRAPH);
    assert_int_equal(cut_source_class_of(CUT_STR("digsrctype:composite")),
                     CUTLINE_SOURCE_COMPOSITE);
    assert_int_equal(cut_source_class_of(CUT_STR("what is this")), CUTLINE_SOURCE_UNKNOWN);
    assert_int_equal(cut_source_class_of(CUT_STR("")), CUTLINE_SOURCE_UNKNOWN);
    assert_string_equal(cutline_source_class_name(CUTLINE_SOURCE_AI_COMPOSITE), "ai-composite");
    assert_string_equal(cutline_source_class_name((cutline_source_class)99), "unknown");
}

static void ai_and_c2pa_are_found(void **state)
{
    (void)state;
    photo p = {.xmp = "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/"
                      "digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
                      "</Iptc4xmpExt:DigitalSourceType>",
               .c2pa = "c2pa\x6F"
                       "claim_generator\x6A"
                       "Pixel/1.0x"
                       "rest",
               .c2pa_length = 35};
    cutline_record *record = read_one(&p);
    assert_non_null(photo_finding(record, "ai-generated", "digital_source_type"));
    assert_non_null(photo_finding(record, "c2pa", NULL));
    assert_int_equal(cutline_record_provenance(record)->source, CUTLINE_SOURCE_AI_COMPOSITE);
    assert_true(cutline_record_provenance(record)->has_c2pa);
    assert_string_equal(cutline_record_provenance(record)->claim_generator, "Pixel/1.0x");
    cutline_record_free(record);
    /* Such boxes hold other things, too. */
    p.c2pa = "json";
    p.c2pa_length = 4;
    record = read_one(&p);
    assert_false(cutline_record_provenance(record)->has_c2pa);
    cutline_record_free(record);
}

static void embargo_and_expiry_are_moments(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 30, "20160502", 0}, {2, 35, "120000+0200", 0}, {2, 37, "20170502", 0}},
               .xmp = "<pur:expirationDate><rdf:Bag><rdf:li>2018-01-01</rdf:li></rdf:Bag>"
                      "</pur:expirationDate>"};
    cutline_record *record = read_one(&p);
    assert_string_equal(cutline_record_provenance(record)->embargo, "2016-05-02T12:00:00+02:00");
    assert_string_equal(cutline_record_provenance(record)->expiry, "2017-05-02");
    cutline_record_free(record);
    p.iim[2].record = 0;
    record = read_one(&p);
    assert_string_equal(cutline_record_provenance(record)->expiry, "2018-01-01");
    cutline_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exif_dates_are_put_together),
        cmocka_unit_test(artists_are_split_as_mwg_quotes_them),
        cmocka_unit_test(copyright_holds_photographer_and_editor),
        cmocka_unit_test(texts_that_are_no_utf8_are_windows_1252),
        cmocka_unit_test(windows_tags_fill_in),
        cmocka_unit_test(gps_is_a_location),
        cmocka_unit_test(cameras_speak_of_themselves),
        cmocka_unit_test(camera_tags_may_stand_in_the_other_directory),
        cmocka_unit_test(exposures_are_written_as_cameras_show_them),
        cmocka_unit_test(iim_dates_and_times),
        cmocka_unit_test(odd_iim_dates_are_kept_and_named),
        cmocka_unit_test(repeated_data_sets),
        cmocka_unit_test(coded_iim_values),
        cmocka_unit_test(long_iim_values_are_found),
        cmocka_unit_test(charset_is_told_from_the_xmp_twin),
        cmocka_unit_test(a_second_iim_block_is_passed_over),
        cmocka_unit_test(languages_are_kept_default_first),
        cmocka_unit_test(other_forms_than_the_standard_s_are_read),
        cmocka_unit_test(both_spellings_of_vendors_are_read),
        cmocka_unit_test(structures_keep_lists_and_nesting),
        cmocka_unit_test(contact_info_is_eight_fields),
        cmocka_unit_test(deep_structures_end),
        cmocka_unit_test(media_ids_come_from_fields_and_the_name),
        cmocka_unit_test(source_types_have_classes),
        cmocka_unit_test(ai_and_c2pa_are_found),
        cmocka_unit_test(embargo_and_expiry_are_moments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
