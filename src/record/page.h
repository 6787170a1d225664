/*
 * What an archived page or a caption list says about pictures: the result of reading one, and what
 * the store keeps of it. An item is one picture with the IDs and the caption the page gives it.
 */
#ifndef CUT_RECORD_PAGE_H
#define CUT_RECORD_PAGE_H

#include "base/finding.h"
#include "ident/ident.h"

typedef enum cut_page_kind {
    CUT_PAGE_ARTICLE, /* .txt or .html archive page: origin "page" */
    CUT_PAGE_LIST,    /* .csv or .tsv caption list: origin "list" */
    CUT_PAGE_FEED     /* ninjs (.json) or NewsML-G2 (.xml) of a picture feed: origin "list" */
} cut_page_kind;

/* One picture on a page. Texts are NUL-terminated UTF-8 in the page's arena. */
typedef struct cut_page_item {
    cut_id_list ids;         /* at least one, or the item has a file_key; else it is not kept */
    const char *text;        /* caption as found, NULL if none */
    cutline_caption caption; /* text parsed; all zero if text is NULL. Of a list only credit.line is
                                set: lists may have 100,000 rows */
    const char *image_url;   /* address or file name of the picture on the page, NULL if none */
    const char *file_key;    /* of a list: key of the file name (record/file_key.h), NULL if none */
    const char *fields;      /* of a list: lines of field name, tab, value, the value free of both;
                                NULL if there are none */
} cut_page_item;

typedef struct cut_page {
    cut_arena arena; /* owns all texts */
    cut_page_kind kind;
    const char *path;         /* absolute */
    uint64_t size;            /* bytes */
    int64_t mtime_ns;         /* since 1970 UTC */
    uint8_t content_hash[32]; /* SHA-256 of the file */
    const char *site;         /* namespace of the site ("aawsat"), NULL if unknown */
    const char *site_name;    /* as on the page ("Asharq Al-awsat"), NULL if unknown */
    const char *title;        /* headline, NULL if none */
    const char *url;          /* canonical address, NULL if unknown */
    CUT_VEC(cut_page_item) items;
    cut_findings findings;
} cut_page;

#endif
