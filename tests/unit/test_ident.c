/* Media IDs: shapes, places, signals, file names, sites, what users type. */
#include "unit.h"

#include "ident/file_name.h"
#include "ident/ident_table.h"
#include "ident/pattern.h"
#include "ident/shape.h"

#include "base/unicode.h"

/* The IDs as "ns:value ns:value", in order. */
static const char *listed(cut_arena *arena, const cut_id_list *list)
{
    const char *text = "";
    for (size_t i = 0; i < list->ids.n; i++)
        text = cut_arena_printf(arena, "%s%s%s:%s", text, i > 0 ? " " : "", list->ids.v[i].ns,
                                list->ids.v[i].id);
    return text;
}

typedef struct find_case {
    cut_id_place place;
    const char *text;
    const char *agency; /* named beside it, or NULL */
    const char *want;   /* all IDs found */
} find_case;

static void check_find(const find_case *c)
{
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    cut_id_input input = {c->place, cut_str_from(c->text)};
    cut_id_list ids;
    assert_int_equal(cut_ident_find(&arena, &input, 1, &c->agency, c->agency ? 1 : 0, &ids, NULL),
                     CUTLINE_OK);
    const char *got = listed(&arena, &ids);
    if (strcmp(got, c->want) != 0)
        print_error("%s \"%s\" (%s)\n", cut_id_place_name(c->place), c->text,
                    c->agency ? c->agency : "no agency");
    assert_string_equal(got, c->want);
    cut_arena_release(&arena);
}

static void check_all(const find_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_find(&cases[i]);
}
#define CHECK_ALL(cases) check_all(cases, sizeof(cases) / sizeof(cases)[0])

static void patterns_match_whole_texts(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *text;
        bool want;
        const char *group;
    } cases[] = {
        {"RC2${9}", "RC2ABCDE1234", true, NULL},
        {"RC2${9}", "rc2abcde1234", true, NULL},
        {"RC2${9}", "RC2ABCDE123", false, NULL},
        {"RC2${9}", "RC2ABCDE12345", false, NULL},
        {"a(#{2,4})*", "a12345x", true, "1234"},
        {"a(#{2,})", "a1", false, NULL},
        {"(*)-#{2}x#{2}", "a-b-10x20", true, "a-b"},
        {"<one|two>(#)", "TWO7", true, "7"},
        {"<MRP|>(RC2$+)", "RC2A", true, "RC2A"},
        {"<MRP|>(RC2$+)", "MRPRC2A", true, "RC2A"},
        {"x(#+)~", "x12", true, "12"},
        {"x(#+)~", "x12-a b", true, "12"},
        {"x(#+)~", "x12a", false, NULL},
        {"[-_]?(%+)", "_0af9", true, "0af9"},
        {"(=+):*", "a.b-c_d:rest", true, "a.b-c_d"},
        {"name [(]#[)]", "name (1)", true, NULL},
        {"", "", true, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cut_str groups[CUT_PATTERN_GROUPS];
        bool got = cut_pattern_match(cases[i].pattern, cut_str_from(cases[i].text), groups);
        if (got != cases[i].want)
            print_error("%s ~ %s\n", cases[i].text, cases[i].pattern);
        assert_int_equal(got, cases[i].want);
        if (cases[i].group)
            assert_true(cut_str_eq(groups[0], cut_str_from(cases[i].group)));
    }
}

static void patterns_know_their_first_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *may, *may_not;
    } cases[] = {
        {"RC2${9}", "Rr", "2#"},         {"(#{6})", "09", "a-"},    {"#?x", "1xXy", ""},
        {"#{0,2}x", "1x", ""},           {"[-_]a", "-_", "a["},     {"[-_]?a", "-a", ""},
        {"<ab|c>d", "aAc", "bd<"},       {"<ab|>(d)", "ad", "bc"},  {"*x", "xy", ""},
        {"(%{2})", "09afAF", "gG-"},     {"=+", "a0.-_", " (\xC3"}, {"(*)<@2x|@3x>", "@a", ""},
        {"<urn:|>(<a|b>#)", "uab", "1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (const char *c = cases[i].may; *c; c++)
            assert_true(cut_pattern_may_start(cases[i].pattern, *c));
        for (const char *c = cases[i].may_not; *c; c++)
            assert_false(cut_pattern_may_start(cases[i].pattern, *c));
    }
}

/* No text may lose a row because of its first byte. */
static void every_row_that_can_match_is_a_candidate(void **state)
{
    (void)state;
    for (int place = 0; place < CUT_ID_PLACE_COUNT; place++) {
        for (int byte = 0; byte < 256; byte++) {
            char c = (char)byte;
            cut_id_rows rows = cut_id_candidates((cut_id_place)place, (cut_str){&c, 1});
            size_t taken;
            bool more = cut_id_take_row(&rows, &taken);
            for (size_t row = 0; row < cut_id_shape_count; row++) {
                bool wanted = cut_id_shapes[row].places & CUT_IN(place) &&
                              cut_pattern_may_start(cut_id_shapes[row].pattern, c);
                assert_int_equal(more && taken == row, wanted);
                if (wanted)
                    more = cut_id_take_row(&rows, &taken);
            }
            assert_false(more);
        }
    }
    for (size_t row = 0; row < cut_id_shape_count; row++)
        assert_false(cut_pattern_match(cut_id_shapes[row].pattern, CUT_STR(""), NULL));
    cut_id_rows none = cut_id_candidates(CUT_ID_GUID, CUT_STR(""));
    size_t row;
    assert_false(cut_id_take_row(&none, &row));
}

static void agency_shapes_in_fields(void **state)
{
    (void)state;
    static const find_case cases[] = {
        {CUT_ID_GETTY_ASSET, "527341999", NULL, "getty:527341999"},
        {CUT_ID_GETTY_ASSET, "none", NULL, ""},
        {CUT_ID_FIXTURE, "RC2ABC9H4AI2", NULL, "reuters:RC2ABC9H4AI2"},
        {CUT_ID_FIXTURE, "rtx2cgs3", NULL, "reuters:RTX2CGS3"},
        {CUT_ID_FIXTURE, "GM1EA520KXY01", NULL, "reuters:GM1EA520KXY01"},
        {CUT_ID_FIXTURE, "MRPRC2V1Q9II8AB", NULL, "reuters:RC2V1Q9II8AB"},
        {CUT_ID_FIXTURE, "MT1USATODAY12345678", NULL, "reuters:MT1USATODAY12345678"},
        {CUT_ID_FIXTURE, "LYNXNPEC410ZB", NULL, "reuters:LYNXNPEC410ZB"},
        {CUT_ID_FIXTURE, "BQ7712A4", "Reuters", "reuters:BQ7712A4"},
        {CUT_ID_FIXTURE, "0611-443A", "Action Images", "action-images:0611-443A"},
        {CUT_ID_FIXTURE, "Warehouse", "PA", ""},
        {CUT_ID_FIXTURE, "Warehouse", "Reuters", ""},
        {CUT_ID_UNIQUE_DOCUMENT, "54330001", "EPA", "epa:54330001"},
        {CUT_ID_UNIQUE_DOCUMENT, "epa12345999", NULL, "epa:12345999"},
        {CUT_ID_UNIQUE_DOCUMENT, "54330001", NULL, "bare:54330001"},
        {CUT_ID_SUPPLIER_IMAGE, "16123456789012", "AP", "ap:16123456789012"},
        {CUT_ID_SUPPLIER_IMAGE, "0123456789abcdef0123456789ABCDEF", "AP",
         "ap:0123456789abcdef0123456789abcdef"},
        {CUT_ID_SUPPLIER_IMAGE, "16123456789012", NULL, "bare:16123456789012"},
        {CUT_ID_SUPPLIER_IMAGE, "DV1945999", "AFP", "afp:DV1945999"},
        {CUT_ID_SUPPLIER_IMAGE, "Image Supplier Image ID 7", NULL, ""},
        {CUT_ID_JOB_IIM, "NYRD106", "AP", "ap:NYRD106"},
        {CUT_ID_JOB_IIM, "NYRD106", NULL, ""},
        {CUT_ID_JOB_IIM, "36N39XY", "AFP", "afp:36N39XY"},
        {CUT_ID_JOB_IIM, "000_36N39XY", NULL, "afp:36N39XY"},
        {CUT_ID_JOB_XMP, "000_Par7654321", NULL, "afp:PAR7654321"},
        {CUT_ID_JOB_IIM, "Hkg10187654", "AFP", "afp:HKG10187654"},
        {CUT_ID_JOB_IIM, "CRICKET_England_Moeen_111999.JPG", "PA",
         "pa:CRICKET_England_Moeen_111999"},
        {CUT_ID_TITLE_IIM, "CRICKET England 111999", "PA", "pa:CRICKET_England_111999"},
        {CUT_ID_TITLE_XMP, "22150999", "PA", "pa:22150999"},
        {CUT_ID_TITLE_XMP, "2.59562999", NULL, "pa:2.59562999"},
        {CUT_ID_JOB_IIM, "16507999bs", "Shutterstock", "shutterstock:16507999bs"},
        {CUT_ID_JOB_IIM, "8137999DR", "Rex Features", "shutterstock:8137999dr"},
        {CUT_ID_TITLE_IIM, "42-70266999", "Corbis", "corbis:42-70266999"},
        {CUT_ID_JOB_IIM, "AP_16123456789012.jpg", NULL, "ap:16123456789012"},
        {CUT_ID_JOB_IIM, "gettyimages-527341999.jpg", NULL, "getty:527341999"},
        {CUT_ID_TITLE_IIM, "82486999", "Getty Images", "getty:82486999"},
        {CUT_ID_JOB_IIM, "82486999", "WireImage", "getty:82486999"},
        {CUT_ID_TITLE_XMP, "2B0XYZ9", "Alamy", "alamy:2B0XYZ9"},
        {CUT_ID_TITLE_IIM, "NYC12345", "Magnum Photos", "magnum:NYC12345"},
        {CUT_ID_JOB_IIM, "zumaamericastwentynine123999", "ZUMA Press",
         "newscom:zumaamericastwentynine123999"},
        {CUT_ID_JOB_IIM, "20160502123999", "ANSA", "ansa:20160502123999"},
        {CUT_ID_JOB_IIM, "123456789", "picture alliance", "picture-alliance:123456789"},
    };
    CHECK_ALL(cases);
}

static void guids_name_their_owner(void **state)
{
    (void)state;
    static const find_case cases[] = {
        {CUT_ID_GUID, "urn:newsml:dpa.com:20090101:190510-99-167999", NULL,
         "dpa:urn:newsml:dpa.com:20090101:190510-99-167999"},
        {CUT_ID_GUID, "http://tt.se/media/image/sdlk2sirkPaauX", NULL, "tt:sdlk2sirkPaauX"},
        {CUT_ID_GUID, "tag:gettyimages.com,2010:GYI0062134999", NULL, "getty:GYI0062134999"},
        {CUT_ID_GUID, "tag:reuters.com,2020:newsml_RC2B9HAYWPXX", NULL, "reuters:RC2B9HAYWPXX"},
        {CUT_ID_GUID, "urn:newsml:photos.example.org:20200101:77:2", NULL,
         "example:urn:newsml:photos.example.org:20200101:77:2"},
        {CUT_ID_GUID, "urn:uuid:0D9F2C5E-1111-2222-3333-444455556666", NULL,
         "bare:0d9f2c5e-1111-2222-3333-444455556666"},
        {CUT_ID_GUID, "0d9f2c5e-1111-2222-3333-444455556666", "NTB",
         "ntb:0d9f2c5e-1111-2222-3333-444455556666"},
        {CUT_ID_GUID, "Registry Image ID 1", NULL, ""},
    };
    CHECK_ALL(cases);
}

static void agency_file_names(void **state)
{
    (void)state;
    static const find_case cases[] = {
        {CUT_ID_FILE_NAME, "a/2023-02-14T103729Z_1252114999_RC2ABC9H4AI2_RTRMADP_3_X-Y.jpg", NULL,
         "reuters:RC2ABC9H4AI2"},
        {CUT_ID_FILE_NAME, "2014_04_10t120000z_1800528999_gm1ea470niy99_rtrmadp_3_india.jpg", NULL,
         "reuters:GM1EA470NIY99"},
        {CUT_ID_FILE_NAME, "2021-10-04T143213Z_42023_MRPRC2V1Q9II8AB_RTRMADP_0_SPAIN.JPG", NULL,
         "reuters:RC2V1Q9II8AB"},
        {CUT_ID_FILE_NAME, "2018-12-20T122245Z_1_LYNXNPEEBJ0WX_RTROPTP_2_SYRIA.JPG", NULL,
         "reuters:LYNXNPEEBJ0WX"},
        {CUT_ID_FILE_NAME, "RTX2CGSX.jpg", NULL, "reuters:RTX2CGSX"},
        {CUT_ID_FILE_NAME, "kerry-rtx2cgsx-1024x726.jpg", NULL, "reuters:RTX2CGSX"},
        {CUT_ID_FILE_NAME, "tag_reuters.com_2023_newsml_RC2ABC9H4AI2_1.jpg", NULL,
         "reuters:RC2ABC9H4AI2"},
        {CUT_ID_FILE_NAME, "AP_16123456789012.jpg", NULL, "ap:16123456789012"},
        {CUT_ID_FILE_NAME, "ap16123456789012-scaled.jpg", NULL, "ap:16123456789012"},
        {CUT_ID_FILE_NAME, "AP110501018999.jpg", NULL, "ap:110501018999"},
        {CUT_ID_FILE_NAME, "Turkey_Islamic_State_46999.jpg", "AP", "ap:Turkey_Islamic_State_46999"},
        {CUT_ID_FILE_NAME, "AFP__20241122__36N39XY__v1__HighRes__Cricket-1733131187.jpg", NULL,
         "afp:36N39XY"},
        {CUT_ID_FILE_NAME, "000_36N39XY.jpeg", NULL, "afp:36N39XY"},
        {CUT_ID_FILE_NAME, "AFP_000_Par7654321-1024x683.jpg", NULL, "afp:PAR7654321"},
        {CUT_ID_FILE_NAME, "afp.com-20230924-PH-GTY-1687008999-highres-1695787252.jpg", NULL,
         "getty:1687008999"},
        {CUT_ID_FILE_NAME, "afp.com-20180118-partners-010-GTT16A99_184-highres-scaled.jpg", NULL,
         "afp:GTT16A99_184"},
        {CUT_ID_FILE_NAME, "afp.com-20180118T101010Z-TX-PAR-ABC12.txt", NULL, ""},
        {CUT_ID_FILE_NAME, "gettyimages-527341999-612x612.jpg", NULL, "getty:527341999"},
        {CUT_ID_FILE_NAME, "GettyImages-527341999-e1234567890123.jpg", NULL, "getty:527341999"},
        {CUT_ID_FILE_NAME, "gettyimages-2100351999-AFP_34M76XY.jpeg", NULL,
         "getty:2100351999 afp:34M76XY"},
        {CUT_ID_FILE_NAME, "iStock-635966999.jpg", NULL, "getty:635966999"},
        {CUT_ID_FILE_NAME, "2008208_81774999JM148_England_v_Cze.jpg", NULL, "getty:81774999JM148"},
        {CUT_ID_FILE_NAME, "epa12345999.jpg", NULL, "epa:12345999"},
        {CUT_ID_FILE_NAME, "2.59562999.jpg", NULL, "pa:2.59562999"},
        {CUT_ID_FILE_NAME, "Shutterstock_9804999n.jpg", NULL, "shutterstock:9804999n"},
        {CUT_ID_FILE_NAME, "shutterstock_editorial_16507999BS_large.jpg", NULL,
         "shutterstock:16507999bs"},
        {CUT_ID_FILE_NAME, "shutterstock_1234567899.jpg", NULL, "shutterstock:1234567899"},
        {CUT_ID_FILE_NAME, "image540086999.jpg", "Alamy", "alamy:540086999"},
        {CUT_ID_FILE_NAME, "image540086999.jpg", NULL, ""},
        {CUT_ID_FILE_NAME, "XxjpbeE000999_20220305_BTMFN0A001.jpg", NULL,
         "xinhua:XxjpbeE000999_20220305_BTMFN0A001"},
        {CUT_ID_FILE_NAME, "TASS_12345999.jpg", NULL, "tass:12345999"},
        {CUT_ID_FILE_NAME, "527341999-1024x726.jpg", "Getty Images", "getty:527341999"},
    };
    CHECK_ALL(cases);
}

static void bare_numbers_have_no_owner(void **state)
{
    (void)state;
    static const find_case cases[] = {
        {CUT_ID_FILE_NAME, "archive/55350999.jpg", NULL, "bare:55350999"},
        {CUT_ID_FILE_NAME, "55350999-1024x726.jpg", NULL, "bare:55350999"},
        {CUT_ID_FILE_NAME, "55350999-scaled.jpg", NULL, "bare:55350999"},
        {CUT_ID_FILE_NAME, "55350999-e1234567890123.jpg", NULL, "bare:55350999"},
        {CUT_ID_FILE_NAME, "55350999_1.jpg", NULL, "bare:55350999"},
        {CUT_ID_FILE_NAME, "55350999-1695787252.jpg", NULL, "bare:55350999"},
        {CUT_ID_FILE_NAME, "55350999 (2).jpg", NULL, "bare:55350999"},
        {CUT_ID_FILE_NAME, "123456", NULL, "bare:123456"},
        {CUT_ID_FILE_NAME, "12345.jpg", NULL, ""},
        {CUT_ID_FILE_NAME, "photo55350999.jpg", NULL, ""},
        {CUT_ID_FILE_NAME, "kerry-55350999.jpg", NULL, ""},
        {CUT_ID_JOB_IIM, "55350999", NULL, "bare:55350999"},
        {CUT_ID_JOB_IIM, "55350999", "Reuters", "bare:55350999"},
        {CUT_ID_JOB_IIM, "8137999dr", NULL, ""},
    };
    CHECK_ALL(cases);
}

static void what_is_no_id(void **state)
{
    (void)state;
    static const find_case cases[] = {
        {CUT_ID_FILE_NAME, "IMG_1234.jpg", "Getty Images", ""},
        {CUT_ID_FILE_NAME, "DSC_0001.JPG", "AFP", ""},
        {CUT_ID_FILE_NAME, "DSC00001.JPG", "AFP", ""},
        {CUT_ID_FILE_NAME, "_MG_1234-1024x726.jpg", "AFP", ""},
        {CUT_ID_FILE_NAME, "8R8Z0144.JPG", "AFP", ""},
        {CUT_ID_FILE_NAME, "LEO_1466.JPG", "AFP", ""},
        {CUT_ID_FILE_NAME, "P1010001.JPG", "Alamy", ""},
        {CUT_ID_FILE_NAME, "IMG_20160502_101500.jpg", NULL, ""},
        {CUT_ID_FILE_NAME, "20160502_101500.jpg", NULL, ""},
        {CUT_ID_FILE_NAME, "20160502101500.jpg", NULL, ""},
        {CUT_ID_FILE_NAME, "20160502.jpg", NULL, ""},
        {CUT_ID_FILE_NAME, "2016-05-02.jpg", NULL, ""},
        {CUT_ID_FILE_NAME, "nvidia-rtx4090.jpg", NULL, ""},
        {CUT_ID_FILE_NAME, "cyclone201608.jpg", NULL, ""},
        {CUT_ID_FILE_NAME, ".jpg", NULL, ""},
        {CUT_ID_FILE_NAME, "", NULL, ""},
        {CUT_ID_JOB_IIM, "20160502", NULL, ""},
        {CUT_ID_JOB_IIM, "2016-05-02", NULL, ""},
        {CUT_ID_JOB_IIM, "SYRIA-CRISIS/KERRY", "Reuters", ""},
        {CUT_ID_JOB_IIM, "2ND BAT, 22ND INF", NULL, ""},
        {CUT_ID_JOB_IIM, "no reference", "AP", ""},
        {CUT_ID_JOB_IIM, "otr", "AP", ""},
        {CUT_ID_TITLE_IIM, "EURO2016", "AFP", ""},
        {CUT_ID_TITLE_IIM, "COVID19", "AFP", ""},
        {CUT_ID_TITLE_IIM, "APTOPIX Syria", "AP", ""},
        {CUT_ID_TITLE_IIM, "9401004P  S KOREA V USA X", "Getty Images", ""},
        {CUT_ID_TITLE_XMP, "Kerry in Geneva", "AFP", ""},
        {CUT_ID_CAPTION, "John Kerry (L) in Geneva (2016).", "Shutterstock", ""},
    };
    CHECK_ALL(cases);
}

static void captions_end_in_a_number(void **state)
{
    (void)state;
    static const find_case cases[] = {
        {CUT_ID_CAPTION, "Mandatory Credit: Photo by A B/Shutterstock (16507999bs)\nA street.",
         NULL, "shutterstock:16507999bs"},
        {CUT_ID_CAPTION, "A street. (8137999dr)", "Shutterstock", "shutterstock:8137999dr"},
        {CUT_ID_CAPTION, "A street. (8137999dr)", NULL, ""},
        {CUT_ID_CAPTION, "Unclosed (16507999bs", "Shutterstock", ""},
    };
    CHECK_ALL(cases);
}

static cut_id_list find(cut_arena *arena, const cut_id_input *inputs, size_t count,
                        const char *agency)
{
    cut_id_list ids;
    assert_int_equal(cut_ident_find(arena, inputs, count, &agency, agency ? 1 : 0, &ids, NULL),
                     CUTLINE_OK);
    return ids;
}

static void places_are_weighed(void **state)
{
    (void)state;
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    /* The event number in 2:103 of a Getty picture is not the picture's. */
    cut_id_input getty[] = {{CUT_ID_FILE_NAME, CUT_STR("527341999.jpg")},
                            {CUT_ID_JOB_IIM, CUT_STR("81774999")},
                            {CUT_ID_GETTY_ASSET, CUT_STR("527341999")}};
    cut_id_list ids = find(&arena, getty, 3, NULL);
    assert_string_equal(listed(&arena, &ids), "getty:527341999");
    assert_int_equal(ids.ids.v[0].trust, CUTLINE_TRUST_STRONG);
    assert_string_equal(ids.ids.v[0].evidence, "xmp GettyImagesGIFT:AssetID");

    cut_id_input two[] = {{CUT_ID_JOB_IIM, CUT_STR("NYRD106")},
                          {CUT_ID_FILE_NAME, CUT_STR("x/RC2ABC9H4AI2.jpg")},
                          {CUT_ID_SUPPLIER_IMAGE, CUT_STR("16123456789012")},
                          {CUT_ID_JOB_XMP, CUT_STR("NYRD106")}};
    ids = find(&arena, two, 4, "AP");
    assert_string_equal(listed(&arena, &ids), "ap:16123456789012 reuters:RC2ABC9H4AI2 ap:NYRD106");
    assert_int_equal(ids.ids.v[1].trust, CUTLINE_TRUST_FAIR);
    assert_string_equal(ids.ids.v[1].evidence, "file name");
    assert_int_equal(ids.ids.v[2].trust, CUTLINE_TRUST_WEAK);
    assert_string_equal(ids.ids.v[2].evidence, "iim 2:103");
    cut_arena_release(&arena);
}

static void sites_by_name_and_host(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"Asharq Al-awsat", "aawsat"},
        {"ASHARQ AL-AWSAT English Archive 2005 -2017", "aawsat"},
        {"صحيفة الشرق الأوسط", "aawsat"},
        {"الشرق الاوسط", "aawsat"},
        {"english.aawsat.com", "aawsat"},
        {"ENG-ARCHIVE.AAWSAT.COM", "aawsat"},
        {"notaawsat.com", "notaawsat"},
        {"photos.example.org", "example"},
        {"www.example.co.uk", "example"},
        {"co.uk", "co"},
        {"BBC News", "bbc"},
        {"BBC News of today", NULL},
        {"الشرق الأوسط على حافة الحرب", NULL},
        {"جريدة الشرق الأوسط الدولية", "aawsat"},
        {"pictures.reuters.com", "reuters"},
        {"My Holiday Diary", NULL},
        {"127.0.0.1", NULL},
        {"localhost", NULL},
        {"U.S. Secretary of State", NULL},
        {"", NULL},
    };
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *got = cut_ident_site(&arena, cut_str_from(cases[i].text));
        if (!cases[i].want)
            assert_null(got);
        else
            assert_string_equal(got ? got : "(none)", cases[i].want);
    }
    cut_arena_release(&arena);
}

static void site_table_is_folded(void **state)
{
    (void)state;
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < cut_site_count; i++) {
        cut_str name = cut_str_from(cut_sites[i].name);
        if (name.n > 0)
            assert_true(cut_str_eq(cut_uc_fold(&arena, name), name));
        assert_true(cut_sites[i].host || cut_sites[i].name);
    }
    cut_arena_release(&arena);
}

static void typed_ids_are_normalised(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"RTX2CGSX", "reuters:RTX2CGSX bare:RTX2CGSX"},
        {"rtx2cgsx", "reuters:RTX2CGSX bare:RTX2CGSX"},
        {"reuters:rtx2cgsx", "reuters:RTX2CGSX"},
        {"Reuters: RTX2CGSX", "reuters:RTX2CGSX"},
        {"gettyimages-527341999.jpg", "getty:527341999 bare:527341999"},
        {"getty:527341999", "getty:527341999"},
        {"gettyimages:527341999", "getty:527341999"},
        {"AP_16123456789012", "ap:16123456789012 bare:16123456789012"},
        {"55350999", "bare:55350999"},
        {"  55350999  ", "bare:55350999"},
        {"55350999-1024x726.jpg", "bare:55350999"},
        {"٥٥٣٥٠٩٩٩", "bare:55350999"},
        {"aawsat:55350999", "aawsat:55350999"},
        {"bare:55350999", "bare:55350999"},
        {"16507999BS", "bare:16507999bs bare:16507999BS"},
        {"shutterstock:16507999BS", "shutterstock:16507999bs"},
        {"mysite:Ab-12", "mysite:Ab-12 mysite:AB-12 mysite:ab-12"},
        {"Ab-12", "bare:Ab-12 bare:AB-12 bare:ab-12"},
        {"https://www.gettyimages.com/detail/news-photo/some-words/527341999",
         "getty:527341999 bare:527341999"},
        {"http://photos.example.org/a/55350999/?x=1", "example:55350999 bare:55350999"},
        {"urn:newsml:dpa.com:20090101:190510-99-167999",
         "dpa:urn:newsml:dpa.com:20090101:190510-99-167999 "
         "bare:urn:newsml:dpa.com:20090101:190510-99-167999"},
        {"photos/2016/RC2ABC9H4AI2_1.jpg", "reuters:RC2ABC9H4AI2 bare:RC2ABC9H4AI2"},
    };
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cut_id_list ids;
        assert_int_equal(cut_ident_parse(&arena, cut_str_from(cases[i].text), &ids, NULL),
                         CUTLINE_OK);
        assert_string_equal(listed(&arena, &ids), cases[i].want);
        assert_int_equal(ids.ids.v[0].trust, CUTLINE_TRUST_HAND);
    }
    cut_arena_release(&arena);
}

static void typed_ids_that_cannot_be(void **state)
{
    (void)state;
    char longest[258];
    memset(longest, '7', sizeof longest - 1);
    longest[257] = '\0';
    const char *bad[] = {"", "   ", "a\tb", "\xff\xfe", longest};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        cutline_media_ids *ids = NULL;
        cutline_error err = {0};
        assert_int_equal(cutline_media_id_parse(bad[i], &ids, &err), CUTLINE_BAD_ARGUMENT);
        assert_null(ids);
        assert_true(err.message[0] != '\0');
    }
    cutline_media_ids *ids = NULL;
    assert_int_equal(cutline_media_id_parse("reuters:rtx2cgsx", &ids, NULL), CUTLINE_OK);
    assert_int_equal(ids->count, 1);
    assert_string_equal(ids->items[0].evidence, "hand");
    cutline_media_ids_free(ids);
    cutline_media_ids_free(NULL);
}

static void named_ids_take_the_sites_namespace(void **state)
{
    (void)state;
    cut_arena arena;
    cut_arena_init(&arena, 1 << 20);
    cut_id_list ids = {{0}};
    assert_true(cut_ident_add_named(&arena, CUT_ID_PAGE, CUT_STR("55350999"), "aawsat", &ids));
    assert_true(cut_ident_add_named(&arena, CUT_ID_PAGE, CUT_STR("rtx2cgsx"), "aawsat", &ids));
    assert_true(cut_ident_add_named(&arena, CUT_ID_PAGE, CUT_STR("123"), NULL, &ids));
    assert_true(cut_ident_add_named(&arena, CUT_ID_PAGE, CUT_STR(" "), "aawsat", &ids));
    assert_string_equal(listed(&arena, &ids), "aawsat:55350999 reuters:RTX2CGSX bare:123");
    assert_int_equal(ids.ids.v[0].trust, CUTLINE_TRUST_STRONG);
    assert_string_equal(ids.ids.v[0].evidence, "page");
    cut_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_match_whole_texts),
        cmocka_unit_test(patterns_know_their_first_bytes),
        cmocka_unit_test(every_row_that_can_match_is_a_candidate),
        cmocka_unit_test(agency_shapes_in_fields),
        cmocka_unit_test(guids_name_their_owner),
        cmocka_unit_test(agency_file_names),
        cmocka_unit_test(bare_numbers_have_no_owner),
        cmocka_unit_test(what_is_no_id),
        cmocka_unit_test(captions_end_in_a_number),
        cmocka_unit_test(places_are_weighed),
        cmocka_unit_test(sites_by_name_and_host),
        cmocka_unit_test(site_table_is_folded),
        cmocka_unit_test(typed_ids_are_normalised),
        cmocka_unit_test(typed_ids_that_cannot_be),
        cmocka_unit_test(named_ids_take_the_sites_namespace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
