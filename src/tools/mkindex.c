/*
 * Writes as C what follows from the tables of fields and media IDs and would otherwise be worked
 * out for every photo: run in a build, so that the tables stay lists for people to read.
 *
 *   mkindex ids      cut_id_starts and cut_id_in_place (src/ident/ident_table.h)
 *   mkindex fields   cut_field_places and cut_field_tags (src/record/lookup.h)
 */
#include "ident/ident_table.h"
#include "ident/pattern.h"
#include "record/exif_tags.h"
#include "record/lookup.h"

#include <stdio.h>

/* ---- media IDs ------------------------------------------------------------------------------- */

static void add_row(cut_id_rows *rows, size_t row, bool wanted)
{
    rows->bits[row / 64] |= (uint64_t)wanted << row % 64;
}

static void write_rows(const cut_id_rows *rows)
{
    printf("    {{");
    for (size_t i = 0; i < sizeof rows->bits / sizeof rows->bits[0]; i++)
        printf("UINT64_C(0x%016llx), ", (unsigned long long)rows->bits[i]);
    puts("}},");
}

static void write_ids(void)
{
    puts("#include \"ident/ident_table.h\"\n\nconst cut_id_rows cut_id_starts[256] = {");
    for (int byte = 0; byte < 256; byte++) {
        cut_id_rows rows = {{0}};
        for (size_t i = 0; i < cut_id_shape_count; i++)
            add_row(&rows, i, cut_pattern_may_start(cut_id_shapes[i].pattern, (char)byte));
        write_rows(&rows);
    }
    puts("};\n\nconst cut_id_rows cut_id_in_place[] = {");
    for (int place = 0; place < CUT_ID_PLACE_COUNT; place++) {
        cut_id_rows rows = {{0}};
        for (size_t i = 0; i < cut_id_shape_count; i++)
            add_row(&rows, i, (cut_id_shapes[i].places & CUT_IN(place)) != 0);
        write_rows(&rows);
    }
    puts("};");
}

/* ---- fields ---------------------------------------------------------------------------------- */

static cut_str xmp_name(size_t index)
{
    return (cut_str){cut_fields[index].xmp_name, cut_fields[index].xmp_name_length};
}

/* Of a structure whose parts are rows, only the first row is entered. */
static bool continues_structure(size_t index)
{
    return index > 0 && cut_fields[index].xmp_member && cut_fields[index - 1].xmp_member &&
           cut_str_eq(xmp_name(index), xmp_name(index - 1));
}

static void enter(cut_field_lookup *l, size_t index)
{
    const cutline_field_info *info = &cut_fields[index].info;
    uint8_t element = (uint8_t)(index + 1);
    if (info->iim_record)
        l->iim[info->iim_record][info->iim_dataset] = element;
    if (!cut_fields[index].xmp_name || continues_structure(index))
        return;
    size_t slot = cut_field_slot(xmp_name(index));
    while (l->xmp[slot] != 0)
        slot = (slot + 1) % CUT_LOOKUP_SLOTS;
    l->xmp[slot] = element;
}

static void write_elements(const uint8_t *elements, size_t n)
{
    for (size_t i = 0; i < n; i++)
        printf("%u,%s", elements[i], i % 16 == 15 ? "\n" : " ");
}

static void write_places(void)
{
    cut_field_lookup l = {{{0}}, {0}};
    for (size_t i = 0; i < cut_field_count; i++)
        enter(&l, i);
    puts("const cut_field_lookup cut_field_places = {{");
    for (size_t i = 0; i < CUT_LOOKUP_RECORDS; i++) {
        puts("{");
        write_elements(l.iim[i], sizeof l.iim[i]);
        puts("},");
    }
    puts("}, {");
    write_elements(l.xmp, sizeof l.xmp);
    puts("}};");
}

/* 0 is no tag: the row has none. */
static void add_tag(cut_tiff_tags *tags, unsigned tag)
{
    if (tag)
        tags->bits[tag / 8] |= (uint8_t)(1u << tag % 8);
}

static void write_tags(void)
{
    static cut_tiff_tags tags;
    for (size_t i = 0; i < cut_field_count; i++) {
        const cut_field_row *row = &cut_fields[i];
        if (!row->info.exif_tag)
            continue;
        add_tag(&tags, row->info.exif_tag);
        add_tag(&tags, row->exif_subsec);
        add_tag(&tags, row->exif_offset);
        for (unsigned part = 0; part < CUT_GPS_TAGS && row->codec == CUT_CODEC_GPS; part++)
            add_tag(&tags, CUT_GPS_FIRST + part);
    }
    for (size_t i = 0; i < cut_windows_tag_count; i++)
        add_tag(&tags, cut_windows_tags[i].tag);
    puts("const cut_tiff_tags cut_field_tags = {{");
    for (size_t i = 0; i < sizeof tags.bits; i++)
        if (tags.bits[i])
            printf("[%zu] = %u,\n", i, tags.bits[i]);
    puts("}};");
}

static void write_fields(void)
{
    puts("#include \"record/lookup.h\"\n");
    write_places();
    write_tags();
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "ids") == 0)
        write_ids();
    else if (argc == 2 && strcmp(argv[1], "fields") == 0)
        write_fields();
    else
        return 2;
    return fflush(stdout) != 0 || ferror(stdout);
}
