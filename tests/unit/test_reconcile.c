/* Which block counts: digest rule, cut values, policies, boilerplate, disagreements. */
#include "unit.h"

#include "photo.h"

#include "record/agree.h"
#include "record/boilerplate.h"

#define NEWSROOM CUTLINE_POLICY_NEWSROOM
#define MWG CUTLINE_POLICY_MWG

#define EXIF_CAPTION(text)                                                                         \
    {                                                                                              \
        0, 0x010E, 2, text, 0, {0}, 0                                                              \
    }
#define EXIF_TEXT(ifd, tag, text)                                                                  \
    {                                                                                              \
        ifd, tag, 2, text, 0, {0}, 0                                                               \
    }
#define XMP_CAPTION(text)                                                                          \
    "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>" text                                  \
    "</rdf:li></rdf:Alt></dc:description>"

/* The value of a field of a photo under a policy, in "origin: value" form. */
static const char *verdict(const photo *p, cutline_policy policy, const char *field)
{
    static char out[4][4200];
    static unsigned next;
    char *to = out[next++ % 4];
    cutline_record *record = photo_read(p, policy);
    snprintf(to, sizeof out[0], "%s: %s", cutline_origin_name(photo_origin(record, field)),
             photo_value(record, field));
    cutline_record_free(record);
    return to;
}

static void newsroom_takes_exif_last_and_mwg_first(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_CAPTION("E")}, .iim = {{2, 120, "I", 0}}, .xmp = XMP_CAPTION("X")};
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "xmp: X");
    assert_string_equal(verdict(&p, MWG, "caption"), "exif: E");
    p.xmp = NULL;
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "iim: I");
    p.iim[0].record = 0;
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "exif: E");
}

static void digest_tells_which_of_iim_and_xmp_counts(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 120, "I", 0}}, .xmp = XMP_CAPTION("X")};
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "xmp: X");
    p.digest = PHOTO_GOOD_DIGEST;
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "xmp: X");
    assert_string_equal(verdict(&p, MWG, "caption"), "xmp: X");
    p.digest = PHOTO_STALE_DIGEST;
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "iim: I");
    assert_string_equal(verdict(&p, MWG, "caption"), "iim: I");
    cutline_record *record = photo_read(&p, NEWSROOM);
    assert_non_null(photo_finding(record, "iim-digest-differs", NULL));
    cutline_record_free(record);
}

/* Where IIM is padded, as in TIFF, a desk need not know whether the writer counted the zeros. */
static void padding_makes_no_digest_stale_in_a_newsroom(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 120, "I", 0}},
               .xmp = XMP_CAPTION("X"),
               .digest = PHOTO_GOOD_DIGEST,
               .iim_padding = 3};
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "xmp: X");
    assert_string_equal(verdict(&p, MWG, "caption"), "iim: I");
    p.digest = PHOTO_STALE_DIGEST;
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "iim: I");
}

/* What IIM lacks after an edit was taken out, says ExifTool; a desk still wants it. */
static void stale_xmp_counts_for_newsrooms_only(void **state)
{
    (void)state;
    photo p = {
        .iim = {{2, 105, "headline", 0}}, .xmp = XMP_CAPTION("X"), .digest = PHOTO_STALE_DIGEST};
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "xmp: X");
    assert_string_equal(verdict(&p, MWG, "caption"), "none: ");
}

#define LIMIT_TEXT "Christopher Montgomery-Featherst" /* 32 octets */

static void cut_values_give_way_to_the_whole(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 110, LIMIT_TEXT, 0}},
               .xmp = "<photoshop:Credit>" LIMIT_TEXT "onhaugh/Agency</photoshop:Credit>",
               .digest = PHOTO_STALE_DIGEST};
    assert_string_equal(verdict(&p, NEWSROOM, "credit"), "xmp: " LIMIT_TEXT "onhaugh/Agency");
    cutline_record *record = photo_read(&p, NEWSROOM);
    assert_non_null(photo_finding(record, "iim-truncated", "credit"));
    assert_null(photo_finding(record, "disagree", NULL));
    assert_false(cutline_record_field(record, "credit")->disagrees);
    cutline_record_free(record);
    p.xmp = "<photoshop:Credit>Somebody else altogether, longer</photoshop:Credit>";
    assert_string_equal(verdict(&p, NEWSROOM, "credit"), "iim: " LIMIT_TEXT);
}

static void cut_items_of_a_list_are_mended_one_by_one(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 80, LIMIT_TEXT, 0}, {2, 80, "Jane Roe", 0}},
               .xmp = "<dc:creator><rdf:Seq><rdf:li>" LIMIT_TEXT
                      "onhaugh</rdf:li><rdf:li>Ann Bee</rdf:li></rdf:Seq></dc:creator>",
               .digest = PHOTO_STALE_DIGEST};
    assert_string_equal(verdict(&p, NEWSROOM, "byline"), "iim: " LIMIT_TEXT "onhaugh | Jane Roe");
    assert_string_equal(verdict(&p, MWG, "byline"), "iim: " LIMIT_TEXT "onhaugh | Jane Roe");
}

static void cutting_is_told_in_octets_not_characters(void **state)
{
    (void)state;
    cut_arena a;
    cut_arena_init(&a, 1 << 20);
    cut_str whole = CUT_STR("0123456789012345678901234567890é tail");
    cut_str cut = CUT_STR("0123456789012345678901234567890");
    /* 31 octets: the next character needs two, the limit is 32. */
    assert_true(cut_iim_is_cut(&a, cut, 31, 32, whole, false));
    assert_false(cut_iim_is_cut(&a, cut, 31, 32, whole, true));
    assert_true(
        cut_iim_is_cut(&a, CUT_STR("0123456789012345678901234567890."), 32, 32, whole, false));
    assert_true(cut_iim_is_cut(&a, CUT_STR("0123456789012345678901234567890\xEF\xBF\xBD"), 32, 32,
                               whole, false));
    assert_false(cut_iim_is_cut(&a, CUT_STR("0123456789"), 10, 32, whole, false));
    assert_false(cut_iim_is_cut(&a, cut, 31, 32, cut, false));
    cut_arena_release(&a);
}

static void exif_completes_what_iim_cut(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_TEXT(0, 0x013B, LIMIT_TEXT "onhaugh")},
               .iim = {{2, 80, LIMIT_TEXT, 0}}};
    assert_string_equal(verdict(&p, NEWSROOM, "byline"), "exif: " LIMIT_TEXT "onhaugh");
}

static void capture_time_is_exif_s_and_the_fullest_counts(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_TEXT(1, 0x9003, "2016:05:02 14:03:22")},
               .iim = {{2, 55, "20160502", 0}, {2, 60, "140322+0200", 0}},
               .xmp = "<photoshop:DateCreated>2016-05-03</photoshop:DateCreated>"};
    assert_string_equal(verdict(&p, NEWSROOM, "date_created"), "exif: 2016-05-02T14:03:22");
    p.exif[0].tag = 0;
    p.xmp = "<photoshop:DateCreated>2016-05-02</photoshop:DateCreated>";
    assert_string_equal(verdict(&p, NEWSROOM, "date_created"), "iim: 2016-05-02T14:03:22+02:00");
    assert_string_equal(verdict(&p, MWG, "date_created"), "xmp: 2016-05-02");
}

/* A day in IIM always has 8 octets, the most there may be; nothing was cut off it. */
static void a_day_is_no_cut_moment(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 55, "20160502", 0}},
               .xmp = "<photoshop:DateCreated>2016-05-02T14:03:22</photoshop:DateCreated>",
               .digest = PHOTO_STALE_DIGEST};
    assert_string_equal(verdict(&p, MWG, "date_created"), "iim: 2016-05-02");
    assert_string_equal(verdict(&p, NEWSROOM, "date_created"), "xmp: 2016-05-02T14:03:22");
    cutline_record *record = photo_read(&p, NEWSROOM);
    assert_null(photo_finding(record, "iim-truncated", NULL));
    cutline_record_free(record);
}

/* A copy that Photoshop puts among its resources is not the JPEG's own packet. */
static void xmp_among_resources_counts_in_a_newsroom(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 90, "I", 0}}, .irb_xmp = "<photoshop:City>R</photoshop:City>"};
    assert_string_equal(verdict(&p, NEWSROOM, "city"), "xmp: R");
    assert_string_equal(verdict(&p, MWG, "city"), "iim: I");
    p.xmp = "<photoshop:City>X</photoshop:City>";
    assert_string_equal(verdict(&p, NEWSROOM, "city"), "xmp: X");
    assert_string_equal(verdict(&p, MWG, "city"), "xmp: X");
}

static void put_chunk(cut_buf *out, const char *type, const char *data, size_t n)
{
    put_be(out, (uint32_t)n, 4);
    cut_buf_z(out, type);
    cut_buf_add(out, data, n);
    put_be(out, 0, 4); /* the CRC, which is not looked at */
}

/* MWG knows no place for IIM in PNG; programs put it there all the same. */
static void iim_of_a_png_counts_in_a_newsroom(void **state)
{
    (void)state;
    static const char raw[] = "Raw profile type iptc\0\niptc\n       9\n1c025a000442617365\n";
    cutline_record *record = NULL;
    cut_buf png;
    cut_buf_init(&png, 1 << 20);
    cut_buf_add(&png, "\x89PNG\r\n\x1a\n", 8);
    put_chunk(&png, "IHDR", "\0\0\0\x08\0\0\0\x08\x08\0\0\0", 13);
    put_chunk(&png, "tEXt", raw, sizeof raw - 1);
    put_chunk(&png, "IEND", "", 0);
    for (int policy = NEWSROOM; policy <= MWG; policy++) {
        cutline_read_options options = {.policy = (cutline_policy)policy};
        assert_int_equal(cutline_record_read_memory("a.png", png.p, png.n, &options, &record, NULL),
                         CUTLINE_OK);
        assert_string_equal(photo_value(record, "city"), policy == NEWSROOM ? "Base" : "");
        cutline_record_free(record);
    }
    cut_buf_release(&png);
}

static void blank_values_do_not_count(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_CAPTION("      ")},
               .iim = {{2, 120, " \r\n", 0}, {2, 55, "00000000", 0}},
               .xmp = XMP_CAPTION(" ")};
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "none: ");
    assert_string_equal(verdict(&p, NEWSROOM, "date_created"), "none: ");
}

/* But for those of IIM and XMP under policy MWG, and dates of zeros in EXIF. */
static void mwg_counts_blanks_as_exiftool_does(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_CAPTION("      "), EXIF_TEXT(1, 0x9003, "0000:00:00 00:00:00")},
               .iim = {{2, 120, "caption", 0}, {2, 90, " ", 0}},
               .xmp = XMP_CAPTION("") "<photoshop:DateCreated>2016</photoshop:DateCreated>"};
    assert_string_equal(verdict(&p, MWG, "caption"), "xmp: ");
    assert_string_equal(verdict(&p, MWG, "city"), "iim:  ");
    assert_string_equal(verdict(&p, MWG, "date_created"), "exif: 0000:00:00 00:00:00");
    assert_string_equal(verdict(&p, NEWSROOM, "date_created"), "xmp: 2016");
    cutline_record *record = photo_read(&p, MWG);
    assert_null(photo_finding(record, "disagree", NULL));
    cutline_record_free(record);
}

static void boilerplate_does_not_count_in_a_newsroom(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_CAPTION("OLYMPUS DIGITAL CAMERA         ")},
               .iim = {{2, 80, "Jane Roe", 0}}};
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "none: ");
    assert_string_equal(verdict(&p, MWG, "caption"), "exif: OLYMPUS DIGITAL CAMERA         ");
    p.iim[0] = (photo_set){2, 120, "A ship.", 0};
    cutline_record *record = photo_read(&p, NEWSROOM);
    assert_string_equal(photo_value(record, "caption"), "A ship.");
    assert_non_null(photo_finding(record, "boilerplate", "caption"));
    assert_null(photo_finding(record, "disagree", NULL));
    assert_string_equal(photo_said(record, "caption", CUTLINE_ORIGIN_EXIF),
                        "OLYMPUS DIGITAL CAMERA");
    cutline_record_free(record);
}

static void boilerplate_patterns_match_whole_texts(void **state)
{
    (void)state;
    assert_true(cut_is_boilerplate(cut_caption_boilerplate, CUT_STR("  sony dsc ")));
    assert_true(cut_is_boilerplate(cut_caption_boilerplate, CUT_STR("DCIM\\100GOPRO\\G1.JPG")));
    assert_false(cut_is_boilerplate(cut_caption_boilerplate, CUT_STR("A SONY DSC on a table")));
    assert_false(cut_is_boilerplate(cut_caption_boilerplate, CUT_STR("")));
    assert_true(cut_is_boilerplate(cut_copyright_boilerplate, CUT_STR("COPYRIGHT, 2005")));
    assert_false(cut_is_boilerplate(cut_copyright_boilerplate, CUT_STR("COPYRIGHT, 2005 J. Roe")));
    assert_true(cut_pattern_matches(CUT_STR("aXbXc"), "a*c"));
    assert_true(cut_pattern_matches(CUT_STR("aab"), "*ab"));
    assert_false(cut_pattern_matches(CUT_STR("aabb"), "*ab"));
    assert_true(cut_pattern_matches(CUT_STR(""), "*"));
}

static void disagreement_names_what_each_said(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 90, "Geneva", 0}}, .xmp = "<photoshop:City>Genf</photoshop:City>"};
    cutline_record *record = photo_read(&p, NEWSROOM);
    assert_true(cutline_record_field(record, "city")->disagrees);
    assert_string_equal(photo_finding(record, "disagree", "city"),
                        "IIM \"Geneva\"; XMP \"Genf\"; XMP is used");
    cutline_record_free(record);
}

/* White space, line ends and the normal form of accents are no difference. */
static void spelling_of_bytes_is_no_disagreement(void **state)
{
    (void)state;
    photo p = {.iim = {{1, 90, "\x1B%G", 3},
                       {2, 120, "Zu\xCC\x88rich\r\n by night", 0},
                       {2, 25, "a", 0},
                       {2, 25, "b", 0}},
               .xmp = XMP_CAPTION("Zürich by\nnight ") "<dc:subject><rdf:Bag><rdf:li>a</rdf:li>"
                                                       "<rdf:li>b</rdf:li></rdf:Bag></dc:subject>"};
    cutline_record *record = photo_read(&p, NEWSROOM);
    assert_null(photo_finding(record, "disagree", NULL));
    cutline_record_free(record);
    p.iim[3].value = "c";
    record = photo_read(&p, NEWSROOM);
    assert_string_equal(photo_finding(record, "disagree", "keywords"),
                        "IIM \"a, c\"; XMP \"a, b\"; XMP is used");
    cutline_record_free(record);
}

static void fields_that_mean_different_things_do_not_disagree(void **state)
{
    (void)state;
    photo p = {.exif = {EXIF_TEXT(0, 0x0131, "Camera firmware 1.0")},
               .xmp = "<xmp:CreatorTool>Adobe Photoshop</xmp:CreatorTool>"};
    cutline_record *record = photo_read(&p, NEWSROOM);
    assert_string_equal(photo_value(record, "originating_program"), "Adobe Photoshop");
    assert_null(photo_finding(record, "disagree", NULL));
    cutline_record_free(record);
}

static void ratings_compare_as_numbers(void **state)
{
    (void)state;
    photo p = {.exif = {{0, 0x4746, 3, NULL, 0, {3}, 1}}, .xmp = "<xmp:Rating>3.0</xmp:Rating>"};
    cutline_record *record = photo_read(&p, NEWSROOM);
    assert_string_equal(photo_value(record, "rating"), "3.0");
    assert_false(cutline_record_field(record, "rating")->disagrees);
    cutline_record_free(record);
    p.xmp = NULL;
    assert_string_equal(verdict(&p, NEWSROOM, "rating"), "exif: 3");
    assert_string_equal(verdict(&p, MWG, "rating"), "none: ");
}

static void orientation_is_exif_s(void **state)
{
    (void)state;
    photo p = {.exif = {{0, 0x0112, 3, NULL, 0, {6}, 1}},
               .xmp = "<tiff:Orientation>1</tiff:Orientation>"};
    assert_string_equal(verdict(&p, NEWSROOM, "orientation"), "exif: 6");
    p.exif[0].tag = 0;
    assert_string_equal(verdict(&p, NEWSROOM, "orientation"), "xmp: 1");
    assert_string_equal(verdict(&p, MWG, "orientation"), "none: ");
}

static void a_language_stands_in_for_the_default(void **state)
{
    (void)state;
    photo p = {.xmp = "<dc:description><rdf:Alt><rdf:li xml:lang='fr'>Bonjour</rdf:li></rdf:Alt>"
                      "</dc:description>"};
    assert_string_equal(verdict(&p, NEWSROOM, "caption"), "xmp: Bonjour");
    assert_string_equal(verdict(&p, MWG, "caption"), "none: ");
}

static void location_shown_fills_an_empty_place(void **state)
{
    (void)state;
    photo p = {.xmp = "<Iptc4xmpExt:LocationShown><rdf:Bag>"
                      "<rdf:li rdf:parseType='Resource'><Iptc4xmpExt:City>Geneva</Iptc4xmpExt:City>"
                      "<Iptc4xmpExt:CountryName>Switzerland</Iptc4xmpExt:CountryName></rdf:li>"
                      "<rdf:li rdf:parseType='Resource'><Iptc4xmpExt:City>Nyon</Iptc4xmpExt:City>"
                      "</rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>"
                      "<photoshop:Country>Schweiz</photoshop:Country>"};
    assert_string_equal(verdict(&p, NEWSROOM, "city"), "xmp: Geneva");
    assert_string_equal(verdict(&p, NEWSROOM, "country"), "xmp: Schweiz");
    assert_string_equal(verdict(&p, MWG, "city"), "none: ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(newsroom_takes_exif_last_and_mwg_first),
        cmocka_unit_test(digest_tells_which_of_iim_and_xmp_counts),
        cmocka_unit_test(padding_makes_no_digest_stale_in_a_newsroom),
        cmocka_unit_test(stale_xmp_counts_for_newsrooms_only),
        cmocka_unit_test(cut_values_give_way_to_the_whole),
        cmocka_unit_test(cut_items_of_a_list_are_mended_one_by_one),
        cmocka_unit_test(cutting_is_told_in_octets_not_characters),
        cmocka_unit_test(exif_completes_what_iim_cut),
        cmocka_unit_test(capture_time_is_exif_s_and_the_fullest_counts),
        cmocka_unit_test(a_day_is_no_cut_moment),
        cmocka_unit_test(iim_of_a_png_counts_in_a_newsroom),
        cmocka_unit_test(xmp_among_resources_counts_in_a_newsroom),
        cmocka_unit_test(blank_values_do_not_count),
        cmocka_unit_test(mwg_counts_blanks_as_exiftool_does),
        cmocka_unit_test(boilerplate_does_not_count_in_a_newsroom),
        cmocka_unit_test(boilerplate_patterns_match_whole_texts),
        cmocka_unit_test(disagreement_names_what_each_said),
        cmocka_unit_test(spelling_of_bytes_is_no_disagreement),
        cmocka_unit_test(fields_that_mean_different_things_do_not_disagree),
        cmocka_unit_test(ratings_compare_as_numbers),
        cmocka_unit_test(orientation_is_exif_s),
        cmocka_unit_test(a_language_stands_in_for_the_default),
        cmocka_unit_test(location_shown_fills_an_empty_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
