/*
 * NewsML-G2 2.35, the IPTC's XML for news: one photo is a newsItem; several are a newsMessage of
 * news items, at the end of it a packageItem that names them. Properties stand where the IPTC's
 * mapping of photo metadata puts them (Guidelines, listing 26), in the order of the schema.
 */
#include "sheet/news.h"
#include "sheet/writers.h"

#include <stdio.h>

#define NAMESPACE "xmlns=\"http://iptc.org/std/nar/2006-10-01/\""
#define STANDARD                                                                                   \
    "standard=\"NewsML-G2\" standardversion=\"2.35\" conformance=\"power\" version=\"1\""
#define CATALOGS                                                                                   \
    "<catalogRef "                                                                                 \
    "href=\"http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_32.xml\"/>\n"                \
    "<catalog><scheme alias=\"cutline\" uri=\"cutline:\"/></catalog>\n"

/* ---- elements ----------------------------------------------------------------------------------
 */

static void add(cut_sheet *sheet, const char *markup)
{
    cut_buf_z(&sheet->out, markup);
}

static void text(cut_sheet *sheet, const char *value)
{
    cut_sheet_add_text(sheet, cut_str_from(value));
}

/* <open>value</name>; `open` is the name with its attributes. Nothing for NULL. */
static void element(cut_sheet *sheet, const char *open, const char *name, const char *value)
{
    if (!value)
        return;
    cut_buf_printf(&sheet->out, "<%s>", open);
    text(sheet, value);
    cut_buf_printf(&sheet->out, "</%s>\n", name);
}

static void plain(cut_sheet *sheet, const char *name, const char *value)
{
    element(sheet, name, name, value);
}

/* <open><name>value</name></element> */
static void named(cut_sheet *sheet, const char *open, const char *name, const char *value)
{
    if (!value)
        return;
    cut_buf_printf(&sheet->out, "<%s><name>", open);
    text(sheet, value);
    cut_buf_printf(&sheet->out, "</name></%s>\n", name);
}

static void attribute(cut_sheet *sheet, const char *name, const char *value)
{
    if (!value)
        return;
    cut_buf_printf(&sheet->out, " %s=\"", name);
    text(sheet, value);
    cut_buf_char(&sheet->out, '"');
}

/* ---- parts of an item --------------------------------------------------------------------------
 */

static void add_rights(cut_sheet *sheet, const cut_news_item *item)
{
    if (!item->copyright && !item->usage)
        return;
    add(sheet, "<rightsInfo>\n");
    plain(sheet, "copyrightNotice", item->copyright);
    plain(sheet, "usageTerms", item->usage);
    add(sheet, "</rightsInfo>\n");
}

static const char *instant(const char *date)
{
    return cut_news_is_instant(date) ? date : NULL;
}

/* The provider is the agency that passed the picture on. */
static void add_item_meta(cut_sheet *sheet, const cut_news_item *item)
{
    size_t n = item->agencies.count;
    add(sheet, "<itemMeta>\n<itemClass qcode=\"ninat:picture\"/>\n<provider");
    attribute(sheet, "literal", n > 0 ? item->agencies.items[n - 1] : "unknown");
    add(sheet, "/>\n");
    plain(sheet, "versionCreated", item->version);
    plain(sheet, "embargoed", instant(item->embargo));
    cut_buf_printf(&sheet->out, "<pubStatus qcode=\"stat:%s\"/>\n",
                   item->row->killed ? "canceled" : "usable");
    plain(sheet, "fileName", item->file_name);
    plain(sheet, "title", item->title);
    plain(sheet, "edNote", item->note);
    plain(sheet, "expires", instant(item->expires));
    add(sheet, "</itemMeta>\n");
}

static void add_source_type(cut_sheet *sheet, const char *uri)
{
    if (!uri)
        return;
    bool is_uri = strncmp(uri, "http", 4) == 0 && !strchr(uri, ' ');
    add(sheet, "<digitalSourceType");
    attribute(sheet, is_uri ? "uri" : "literal", uri);
    add(sheet, "/>\n");
}

/* <located><name>Geneva</name><broader ...><name>Switzerland</name></broader></located> */
static void add_place(cut_sheet *sheet, const cutline_place *place)
{
    const char *name = place->city ? place->city : place->region ? place->region : place->country;
    if (!name)
        return;
    add(sheet, "<located><name>");
    text(sheet, name);
    add(sheet, "</name>\n");
    if (place->city)
        named(sheet, "broader type=\"cpnatexp:geoAreaProvState\"", "broader", place->region);
    if (place->city || place->region)
        named(sheet, "broader type=\"cpnatexp:geoAreaCountry\"", "broader", place->country);
    add(sheet, "</located>\n");
}

/* The namespace of an ID is the environment in which it is known. */
static void add_ids(cut_sheet *sheet, cutline_media_ids ids)
{
    for (size_t i = 0; i < ids.count; i++) {
        add(sheet, "<altId type=\"idtype:systemRef\" environment=\"cutline:");
        text(sheet, ids.items[i].ns);
        add(sheet, "\">");
        text(sheet, ids.items[i].id);
        add(sheet, "</altId>\n");
    }
}

static void add_all(cut_sheet *sheet, const char *open, const char *name, cutline_strings values)
{
    for (size_t i = 0; i < values.count; i++)
        named(sheet, open, name, values.items[i]);
}

/* Its first group of properties, in any order. */
static void add_administrative(cut_sheet *sheet, const cut_news_item *item)
{
    add_place(sheet, &item->row->photo->place);
    add_all(sheet, "infoSource", "infoSource", item->agencies);
    add_all(sheet, "creator role=\"crol:photographer\"", "creator", item->creators);
    named(sheet, "contributor role=\"ctrol:descrWriter\"", "contributor", item->writer);
    add_ids(sheet, item->row->photo->media_ids);
}

/* Its second group. */
static void add_descriptive(cut_sheet *sheet, const cut_news_item *item)
{
    for (size_t i = 0; i < item->keywords.count; i++)
        element(sheet, "keyword role=\"krole:index\"", "keyword", item->keywords.items[i]);
    add_all(sheet, "subject type=\"cpnat:person\"", "subject", item->persons);
    plain(sheet, "slugline", item->slugline);
    plain(sheet, "headline", item->headline);
    plain(sheet, "creditline", item->credit);
    element(sheet, "description role=\"drol:caption\"", "description", item->caption);
    element(sheet, "description role=\"cutline:alt\"", "description", item->alt);
    element(sheet, "description role=\"cutline:extended\"", "description", item->extended);
}

static void add_content_meta(cut_sheet *sheet, const cut_news_item *item)
{
    add(sheet, "<contentMeta>\n");
    plain(sheet, "urgency", item->urgency);
    plain(sheet, "contentCreated", item->created);
    add_source_type(sheet, item->source_type);
    add_administrative(sheet, item);
    add_descriptive(sheet, item);
    add(sheet, "</contentMeta>\n");
}

static void add_content(cut_sheet *sheet, const cut_news_item *item)
{
    const cutline_photo *photo = item->row->photo;
    if (!item->href)
        return;
    add(sheet, "<contentSet>\n<remoteContent rendition=\"rnd:highRes\"");
    attribute(sheet, "href", item->href);
    attribute(sheet, "contenttype", item->content_type);
    cut_buf_printf(&sheet->out, " size=\"%llu\"", (unsigned long long)photo->files[0].size);
    if (photo->width > 0 && photo->height > 0)
        cut_buf_printf(&sheet->out, " width=\"%lu\" height=\"%lu\"", (unsigned long)photo->width,
                       (unsigned long)photo->height);
    add(sheet, "/>\n</contentSet>\n");
}

/* ---- documents ---------------------------------------------------------------------------------
 */

static void add_item(cut_sheet *sheet, const cut_news_item *item)
{
    add(sheet, "<newsItem " NAMESPACE " " STANDARD);
    attribute(sheet, "guid", item->uri);
    attribute(sheet, "xml:lang", item->language);
    add(sheet, ">\n" CATALOGS);
    add_rights(sheet, item);
    add_item_meta(sheet, item);
    add_content_meta(sheet, item);
    add_content(sheet, item);
    add(sheet, "</newsItem>\n");
}

static void add_declaration(cut_sheet *sheet)
{
    add(sheet, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

static void begin_message(cut_sheet *sheet)
{
    add_declaration(sheet);
    add(sheet, "<newsMessage " NAMESPACE ">\n<header>\n");
    plain(sheet, "sent", cut_news_now(sheet));
    add(sheet, "</header>\n<itemSet>\n");
}

/* What names an item in the package. */
static void note_contents(cut_sheet *sheet, const cut_news_item *item)
{
    cut_buf *contents = &sheet->held[CUT_NEWS_CONTENTS];
    cut_buf_z(contents, "<itemRef residref=\"");
    cut_buf_z(contents, item->uri ? item->uri : ""); /* escaped already */
    cut_buf_z(contents, "\"/>\n");
}

/* Not if there are too many items for it. */
static void add_package(cut_sheet *sheet)
{
    if (!cut_buf_ok(&sheet->held[CUT_NEWS_CONTENTS]))
        return;
    add(sheet, "<packageItem " NAMESPACE " " STANDARD " guid=\"cutline:sheet\">\n" CATALOGS
               "<itemMeta>\n<itemClass qcode=\"ninat:composite\"/>\n<provider "
               "literal=\"cutline\"/>\n");
    plain(sheet, "versionCreated", cut_news_now(sheet));
    plain(sheet, "title", sheet->options->title);
    add(sheet, "</itemMeta>\n<groupSet root=\"photos\">\n<group id=\"photos\" "
               "role=\"group:main\">\n");
    cut_buf_str_add(&sheet->out, cut_buf_str(&sheet->held[CUT_NEWS_CONTENTS]));
    add(sheet, "</group>\n</groupSet>\n</packageItem>\n");
}

void cut_newsml_row(cut_sheet *sheet, const cutline_sheet_row *row)
{
    size_t start = sheet->out.n;
    cut_news_item item;
    cut_news_gather(sheet, row, &item);
    note_contents(sheet, &item);
    if (sheet->rows == 0) {
        add_declaration(sheet);
        add_item(sheet, &item);
        cut_news_hold(sheet, start, CUT_NEWS_ALONE);
        begin_message(sheet);
        add_item(sheet, &item);
        cut_news_hold(sheet, start, CUT_NEWS_PACKAGE);
        return;
    }
    if (sheet->rows == 1)
        cut_news_release(sheet, CUT_NEWS_PACKAGE);
    add_item(sheet, &item);
}

void cut_newsml_end(cut_sheet *sheet)
{
    if (sheet->rows == 1) {
        cut_news_release(sheet, CUT_NEWS_ALONE);
        return;
    }
    if (sheet->rows == 0)
        begin_message(sheet);
    add_package(sheet);
    add(sheet, "</itemSet>\n</newsMessage>\n");
}
