/* The field table and the ways to find a row. */
#include "unit.h"

#include "record/lookup.h"

#include <stdio.h>

static void every_row_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < cut_field_count; i++) {
        const cut_field_row *row = &cut_fields[i];
        char path[128] = "";
        assert_non_null(row->info.name);
        assert_non_null(row->info.label);
        assert_non_null(row->group);
        assert_true(row->info.xmp || row->info.iim_record);
        if (row->xmp_member)
            snprintf(path, sizeof path, "%s:%s/%s:%s", row->xmp_prefix, row->xmp_name,
                     row->xmp_prefix, row->xmp_member);
        else if (row->xmp_name)
            snprintf(path, sizeof path, "%s:%s", row->xmp_prefix, row->xmp_name);
        assert_string_equal(row->info.xmp ? row->info.xmp : "", path);
        assert_true(row->info.iim_record < CUT_LOOKUP_RECORDS);
        assert_int_equal(row->info.iim_record != 0, row->info.iim_max != 0);
    }
}

static void the_standard_is_complete(void **state)
{
    (void)state;
    assert_string_equal(cutline_field_info_at(0)->name, "caption");
    assert_string_equal(cutline_field_info_at(112)->name, "getty_personality");
    /* The camera's own fields come behind. */
    assert_string_equal(cutline_field_info_at(113)->name, "camera_make");
    assert_int_equal(cut_field_count, 121);
    assert_null(cutline_field_info_at(121));
}

static void names_are_found_and_unique(void **state)
{
    (void)state;
    for (size_t i = 0; i < cut_field_count; i++) {
        cut_str name = cut_str_from(cut_fields[i].info.name);
        assert_int_equal(cut_field_index(name), i);
        assert_int_equal(cut_field_index_from(name, 50), i);
        assert_int_equal(cut_field_index_from(name, cut_field_count), i);
        assert_ptr_equal(cutline_field_info_find(name.p), &cut_fields[i].info);
    }
    assert_int_equal(cut_field_index(CUT_STR("")), -1);
    assert_int_equal(cut_field_index(CUT_STR("captio")), -1);
    assert_int_equal(cut_field_index(CUT_STR("captions")), -1);
    assert_null(cutline_field_info_find("Caption"));
}

static void places_lead_to_their_fields(void **state)
{
    (void)state;
    for (size_t i = 0; i < cut_field_count; i++) {
        const cut_field_row *row = &cut_fields[i];
        if (row->info.iim_record)
            assert_int_equal(cut_field_of_iim(row->info.iim_record, row->info.iim_dataset), i);
        if (row->xmp_name && !row->xmp_member)
            assert_int_equal(cut_field_of_xmp(row->xmp_prefix, cut_str_from(row->xmp_name)), i);
    }
    int contact = cut_field_of_xmp("Iptc4xmpCore", CUT_STR("CreatorContactInfo"));
    assert_string_equal(cut_fields[contact].info.name, "contact_address");
    assert_int_equal(cut_field_of_xmp("dc", CUT_STR("Headline")), -1);
    assert_int_equal(cut_field_of_xmp("photoshop", CUT_STR("headline")), CUT_FIELD_headline);
    assert_int_equal(cut_field_of_xmp("photoshop", CUT_STR("")), -1);
    assert_int_equal(cut_field_of_iim(2, 0), -1);
    assert_int_equal(cut_field_of_iim(9, 120), -1);
}

static bool is_looked_at(unsigned tag)
{
    return cut_field_tags.bits[tag / 8] >> tag % 8 & 1;
}

static void the_tags_of_fields_are_looked_at(void **state)
{
    (void)state;
    for (size_t i = 0; i < cut_field_count; i++) {
        const cut_field_row *row = &cut_fields[i];
        if (!row->info.exif_tag)
            continue;
        assert_true(is_looked_at(row->info.exif_tag));
        assert_true(!row->exif_subsec || is_looked_at(row->exif_subsec));
        assert_true(!row->exif_offset || is_looked_at(row->exif_offset));
    }
    for (unsigned gps = 1; gps <= 6; gps++) /* references, latitude, longitude, altitude */
        assert_true(is_looked_at(gps));
    assert_true(is_looked_at(0x9C9C));  /* XPComment */
    assert_false(is_looked_at(0x927C)); /* MakerNote */
    assert_false(is_looked_at(0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_whole),
        cmocka_unit_test(the_standard_is_complete),
        cmocka_unit_test(names_are_found_and_unique),
        cmocka_unit_test(places_lead_to_their_fields),
        cmocka_unit_test(the_tags_of_fields_are_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
