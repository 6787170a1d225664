/*
 * ninjs 3.3, the IPTC's JSON for news: one photo is a picture item; several are the associations of
 * a composite item. What ninjs has no property for stands in descriptions with a role of its own,
 * as agencies do it (creditline, writer); so does a date whose zone or time is not known, which
 * contentCreated cannot hold.
 */
#include "base/json.h"
#include "sheet/news.h"
#include "sheet/writers.h"

static void add_description(cut_json *json, const char *role, const char *value)
{
    if (!value)
        return;
    cut_json_begin_object(json);
    cut_json_key_z(json, "role", role);
    cut_json_key_z(json, "contentType", "text/plain");
    cut_json_key_z(json, "value", value);
    cut_json_end_object(json);
}

static void add_descriptions(cut_json *json, const cut_news_item *item)
{
    bool dated = item->created && !cut_news_is_instant(item->created);
    cut_json_key(json, "descriptions");
    cut_json_begin_array(json);
    add_description(json, "caption", item->caption);
    add_description(json, "creditline", item->credit);
    add_description(json, "writer", item->writer);
    add_description(json, "altText", item->alt);
    add_description(json, "extendedDescription", item->extended);
    add_description(json, "date", dated ? item->created : NULL);
    cut_json_end_array(json);
}

static void add_text(cut_json *json, const char *key, const char *value)
{
    if (value)
        cut_json_key_z(json, key, value);
}

static void add_instant(cut_json *json, const char *key, const char *value)
{
    add_text(json, key, cut_news_is_instant(value) ? value : NULL);
}

/* [{"name": ...}], with a relation if there is one. */
static void add_names(cut_json *json, const char *key, cutline_strings names, const char *rel)
{
    if (names.count == 0)
        return;
    cut_json_key(json, key);
    cut_json_begin_array(json);
    for (size_t i = 0; i < names.count; i++) {
        cut_json_begin_object(json);
        cut_json_key_z(json, "name", names.items[i]);
        add_text(json, "rel", rel);
        cut_json_end_object(json);
    }
    cut_json_end_array(json);
}

static void add_headline(cut_json *json, const char *headline)
{
    if (!headline)
        return;
    cut_json_key(json, "headlines");
    cut_json_begin_array(json);
    add_description(json, "main", headline);
    cut_json_end_array(json);
}

/* Joined by ", "; nothing for an empty list. */
static void add_joined(cut_json *json, cut_sheet *sheet, const char *key, const char *const *texts,
                       size_t count)
{
    const char *joined = NULL;
    for (size_t i = 0; i < count; i++)
        if (texts[i])
            joined = cut_arena_printf(&sheet->arena, "%s%s%s", joined ? joined : "",
                                      joined ? ", " : "", texts[i]);
    add_text(json, key, joined);
}

static void add_place(cut_json *json, cut_sheet *sheet, const cutline_place *place)
{
    const char *const parts[] = {place->city, place->region, place->country};
    const char *names[3];
    size_t n = 0;
    add_joined(json, sheet, "located", parts, 3);
    for (size_t i = 0; i < 3; i++)
        if (parts[i])
            names[n++] = parts[i];
    add_names(json, "places", (cutline_strings){names, n}, NULL);
}

/* The role of an ID is its namespace. */
static void add_ids(cut_json *json, cutline_media_ids ids)
{
    if (ids.count == 0)
        return;
    cut_json_key(json, "altIds");
    cut_json_begin_array(json);
    for (size_t i = 0; i < ids.count; i++) {
        cut_json_begin_object(json);
        cut_json_key_z(json, "role", ids.items[i].ns);
        cut_json_key_z(json, "value", ids.items[i].id);
        cut_json_end_object(json);
    }
    cut_json_end_array(json);
}

static void add_rendition(cut_json *json, const cut_news_item *item)
{
    const cutline_photo *photo = item->row->photo;
    if (!item->href)
        return;
    cut_json_key(json, "renditions");
    cut_json_begin_array(json);
    cut_json_begin_object(json);
    cut_json_key_z(json, "name", "main");
    cut_json_key_z(json, "href", item->href);
    add_text(json, "contentType", item->content_type);
    add_text(json, "title", item->file_name);
    if (photo->width > 0 && photo->height > 0) {
        cut_json_key_int(json, "width", photo->width);
        cut_json_key_int(json, "height", photo->height);
    }
    cut_json_key_int(json, "sizeInBytes", (int64_t)photo->files[0].size);
    cut_json_end_object(json);
    cut_json_end_array(json);
}

static void add_rights(cut_json *json, const cut_news_item *item)
{
    add_text(json, "copyrightNotice", item->copyright);
    add_text(json, "usageTerms", item->usage);
    add_text(json, "edNote", item->note);
    add_instant(json, "embargoedUntil", item->embargo);
    add_instant(json, "expires", item->expires);
    cut_json_key_z(json, "pubStatus", item->row->killed ? "canceled" : "usable");
}

static void add_source_type(cut_json *json, const char *uri)
{
    bool is_uri = uri && strncmp(uri, "http", 4) == 0 && !strchr(uri, ' ');
    if (!uri)
        return;
    cut_json_key(json, "digitalSourceType");
    cut_json_begin_object(json);
    cut_json_key_z(json, is_uri ? "uri" : "literal", uri);
    cut_json_end_object(json);
}

static void add_standard(cut_json *json)
{
    cut_json_key(json, "standard");
    cut_json_begin_object(json);
    cut_json_key_z(json, "name", "ninjs");
    cut_json_key_z(json, "version", "3.3");
    cut_json_key_z(json, "schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json#");
    cut_json_end_object(json);
}

static void add_facts(cut_json *json, cut_sheet *sheet, const cut_news_item *item)
{
    cut_json_key_z(json, "versionCreated", item->version);
    add_instant(json, "contentCreated", item->created);
    if (item->urgency)
        cut_json_key_int(json, "urgency", item->urgency[0] - '0');
    add_text(json, "language", item->language);
    add_text(json, "title", item->title);
    add_text(json, "slugline", item->slugline);
    add_headline(json, item->headline);
    add_descriptions(json, item);
    add_joined(json, sheet, "by", item->creators.items, item->creators.count);
    add_names(json, "infoSources", item->agencies, NULL);
    add_place(json, sheet, &item->row->photo->place);
    add_names(json, "people", item->persons, "about");
    add_names(json, "subjects", item->keywords, NULL);
    add_source_type(json, item->source_type);
    add_rights(json, item);
    add_ids(json, item->row->photo->media_ids);
    add_rendition(json, item);
}

/* named: within a composite item, which calls its parts by name. */
static void add_item(cut_sheet *sheet, const cutline_sheet_row *row, bool named)
{
    cut_json json;
    cut_news_item item;
    cut_news_gather(sheet, row, &item);
    cut_json_init(&json, &sheet->out);
    cut_json_begin_object(&json);
    if (named)
        cut_json_key_z(&json, "name", item.headline ? item.headline : item.uri);
    cut_json_key_z(&json, "uri", item.uri);
    cut_json_key_z(&json, "type", "picture");
    add_facts(&json, sheet, &item);
    add_standard(&json);
    cut_json_end_object(&json);
}

/* Beginning of a composite item, up to its first part. */
static void begin_composite(cut_sheet *sheet)
{
    cut_json json;
    cut_json_init(&json, &sheet->out);
    cut_json_begin_object(&json);
    cut_json_key_z(&json, "uri", "cutline:sheet");
    cut_json_key_z(&json, "type", "composite");
    if (sheet->options->title)
        cut_json_key_z(&json, "title", sheet->options->title);
    add_standard(&json);
    cut_json_key(&json, "associations");
    cut_buf_z(&sheet->out, "[\n");
}

void cut_ninjs_row(cut_sheet *sheet, const cutline_sheet_row *row)
{
    size_t start = sheet->out.n;
    if (sheet->rows == 0) {
        add_item(sheet, row, false);
        cut_news_hold(sheet, start, CUT_NEWS_ALONE);
        begin_composite(sheet);
        add_item(sheet, row, true);
        cut_news_hold(sheet, start, CUT_NEWS_PACKAGE);
        return;
    }
    if (sheet->rows == 1)
        cut_news_release(sheet, CUT_NEWS_PACKAGE);
    cut_buf_z(&sheet->out, ",\n");
    add_item(sheet, row, true);
}

void cut_ninjs_end(cut_sheet *sheet)
{
    if (sheet->rows == 0)
        begin_composite(sheet);
    if (sheet->rows == 1)
        cut_news_release(sheet, CUT_NEWS_ALONE);
    else
        cut_buf_z(&sheet->out, "\n]}");
    cut_buf_char(&sheet->out, '\n');
}
