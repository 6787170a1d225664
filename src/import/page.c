#include "import/page.h"

#include "base/digest.h"
#include "base/limits.h"
#include "import/charset.h"
#include "import/feed.h"

/* Bytes looked at to tell HTML from text. */
#define SNIFF ((size_t)2048)

bool cut_page_looks_like_text(cut_view head)
{
    if (head.n >= 2 && (memcmp(head.p, "\xFF\xFE", 2) == 0 || memcmp(head.p, "\xFE\xFF", 2) == 0))
        return true;
    size_t controls = 0, zeros = 0;
    for (size_t i = 0; i < head.n; i++) {
        zeros += head.p[i] == 0;
        controls += head.p[i] != 0 && head.p[i] < 0x20 && !cut_is_space((char)head.p[i]);
    }
    /* UTF-16 without a mark is half zeros (Latin) or a few (Arabic); no text has other controls. */
    return head.n > 0 && controls * 100 <= head.n && (zeros == 0 || zeros * 50 >= head.n);
}

/* Tags that only HTML pages have near their start. */
static bool is_html(cut_str text)
{
    static const char *const tags[] = {"<!doctype html", "<html", "<head", "<body",   "<meta",
                                       "<title",         "<div",  "<p>",   "<figure", "<article"};
    cut_str head = cut_str_slice(text, 0, SNIFF);
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        if (cut_str_find_nocase(head, cut_str_from(tags[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

static void hash_bytes(cut_view bytes, uint8_t out[CUT_SHA256_BYTES])
{
    cut_sha256 h;
    cut_sha256_init(&h);
    cut_sha256_add(&h, bytes.p, bytes.n);
    cut_sha256_final(&h, out);
}

static cutline_status read_text(cut_page *page, cut_str text, const cut_list_map *map,
                                cutline_error *err)
{
    if (page->kind == CUT_PAGE_FEED || (page->kind == CUT_PAGE_ARTICLE && cut_feed_is(text))) {
        page->kind = CUT_PAGE_FEED;
        return cut_feed_read(page, text, err);
    }
    if (page->kind != CUT_PAGE_LIST && cut_list_is_tabbed(&page->arena, text))
        page->kind = CUT_PAGE_LIST;
    if (page->kind == CUT_PAGE_LIST)
        return cut_list_read(page, text, map, err);
    if (!is_html(text))
        return cut_page_read_text(page, text, err);
    text = cut_blank_tabs(&page->arena, text);
    return text.p ? cut_page_read_html(page, text, err) : cut_no_memory(err);
}

static cutline_status read_bytes(cut_page *page, cut_view bytes, const cut_list_map *map,
                                 cutline_error *err)
{
    if (bytes.n == 0)
        return cut_fail_at(err, CUTLINE_MALFORMED, page->path, 0, "empty file");
    if (!cut_page_looks_like_text(bytes))
        return cut_fail_at(err, CUTLINE_MALFORMED, page->path, 0,
                           "not text, so no archived page, list or feed");
    hash_bytes(bytes, page->content_hash);
    cut_str text;
    const char *declared = cut_html_charset(&page->arena, bytes);
    cutline_status status =
        cut_page_to_utf8(&page->arena, bytes, declared, &page->findings, &text, err);
    if (status == CUTLINE_OK)
        status = read_text(page, text, map, err);
    if (status == CUTLINE_OK && page->items.n == 0)
        cut_finding_add(&page->findings, "page-no-id", NULL, "no media ID found");
    if (status == CUTLINE_OK && page->findings.lost)
        status = cut_no_memory(err);
    /* A page that needs so much is the cause itself; the arrays that grow take half of it. */
    if (status == CUTLINE_NO_MEMORY && page->arena.used > CUT_MAX_PAGE_ARENA / 4)
        status = cut_fail(err, CUTLINE_LIMIT, "more than %u MiB would be needed to read it",
                          CUT_MAX_PAGE_ARENA >> 20);
    if (status != CUTLINE_OK)
        cut_error_set_file(err, page->path);
    return status;
}

/* Starts a page in its own arena. */
static cutline_status begin(cut_page *page, const char *name, cut_page_kind kind,
                            cutline_error *err)
{
    *page = (cut_page){.kind = kind};
    cut_arena_init(&page->arena, CUT_MAX_PAGE_ARENA);
    page->findings = cut_findings_in(&page->arena);
    page->path = cut_arena_copy_z(&page->arena, name);
    return page->path ? CUTLINE_OK : cut_no_memory(err);
}

/* Nothing is added any more: the findings' pointer into the page would not survive its being moved.
 */
static cutline_status finish(cut_page *page, cutline_status status)
{
    page->findings.arena = NULL;
    if (status != CUTLINE_OK)
        cut_page_release(page);
    return status;
}

static cutline_status read_memory(const char *name, cut_view bytes, cut_page_kind kind,
                                  const cut_list_map *map, cut_page *out, cutline_error *err)
{
    cutline_status status = begin(out, name, kind, err);
    out->size = bytes.n;
    if (status == CUTLINE_OK)
        status = read_bytes(out, bytes, map, err);
    return finish(out, status);
}

static cutline_status read_source(cut_source *source, cut_page_kind kind, const cut_list_map *map,
                                  cut_page *out, cutline_error *err)
{
    cut_view bytes;
    cutline_status status = begin(out, source->name, kind, err);
    out->size = source->size;
    out->mtime_ns = source->mtime_ns;
    if (status == CUTLINE_OK)
        status = cut_source_all(source, CUT_MAX_PAGE_BYTES, &bytes, err);
    if (status == CUTLINE_OK)
        status = read_bytes(out, bytes, map, err);
    return finish(out, status);
}

cutline_status cut_page_read_memory(const char *name, cut_view bytes, cut_page_kind kind,
                                    cut_page *out, cutline_error *err)
{
    return read_memory(name, bytes, kind, NULL, out, err);
}

cutline_status cut_page_read(cut_source *source, cut_page_kind kind, cut_page *out,
                             cutline_error *err)
{
    return read_source(source, kind, NULL, out, err);
}

cutline_status cut_page_read_list_memory(const char *name, cut_view bytes, const cut_list_map *map,
                                         cut_page *out, cutline_error *err)
{
    return read_memory(name, bytes, CUT_PAGE_LIST, map, out, err);
}

cutline_status cut_page_read_list(cut_source *source, const cut_list_map *map, cut_page *out,
                                  cutline_error *err)
{
    return read_source(source, CUT_PAGE_LIST, map, out, err);
}

void cut_page_release(cut_page *page)
{
    cut_arena_release(&page->arena);
    page->items.n = 0;
}
