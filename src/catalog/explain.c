#include <cutline/explain.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "caption/caption.h"
#include "import/page.h"
#include "media/media.h"
#include "record/record.h"

#include <stdlib.h>

/* What is handed out, and what holds its texts; it comes first, so that one pointer is both. */
typedef struct explanation {
    cutline_sightings sightings;
    CUT_VEC(cutline_sighting) list;
    cut_arena arena;
    cutline_record *record; /* owned; NULL if none was read */
    cut_page *page;         /* owned; NULL if none was read */
} explanation;

void cutline_sightings_free(cutline_sightings *sightings)
{
    explanation *e = (explanation *)sightings;
    if (!e)
        return;
    cutline_record_free(e->record);
    if (e->page)
        cut_page_release(e->page);
    free(e->page);
    cut_arena_release(&e->arena);
    free(e);
}

static explanation *begin(void)
{
    explanation *e = calloc(1, sizeof *e);
    if (e)
        cut_arena_init(&e->arena, CUT_MAX_STORE_ARENA);
    return e;
}

static cutline_status finish(explanation *e, cutline_status status, cutline_sightings **out)
{
    e->sightings = (cutline_sightings){e->list.v, e->list.n};
    if (status == CUTLINE_OK)
        *out = &e->sightings;
    else
        cutline_sightings_free(&e->sightings);
    return status;
}

/* ---- sightings ----------------------------------------------------------------------------------
 */

static bool add_owners(explanation *e, cutline_sighting *s)
{
    cut_id_owners owners = {0};
    if (strcmp(s->id.ns, CUTLINE_NAMESPACE_BARE) != 0)
        return true;
    s->signal = NULL;
    bool ok = cut_ident_owners(&e->arena, cut_str_from(s->id.id), &owners);
    s->owners = (cutline_strings){owners.v, owners.n};
    return ok;
}

static bool add_seen(explanation *e, const cut_sightings *seen)
{
    for (size_t i = 0; i < seen->list.n; i++) {
        const cut_sighting *from = &seen->list.v[i];
        cutline_sighting s = {
            .id = from->id, .text = from->text, .label = from->label, .signal = from->signal};
        if (!add_owners(e, &s) || !CUT_PUSH(&e->arena, &e->list, s))
            return false;
    }
    return true;
}

static bool add_page(explanation *e)
{
    const char *label = e->page->kind == CUT_PAGE_ARTICLE ? "named on the page"
                        : e->page->kind == CUT_PAGE_FEED  ? "named in the feed"
                                                          : "named in the list";
    for (size_t i = 0; i < e->page->items.n; i++) {
        const cut_page_item *item = &e->page->items.v[i];
        for (size_t k = 0; k < item->ids.ids.n; k++) {
            cutline_sighting s = {
                .id = item->ids.ids.v[k], .text = item->text ? item->text : "", .label = label};
            if (!add_owners(e, &s) || !CUT_PUSH(&e->arena, &e->list, s))
                return false;
        }
    }
    return true;
}

/* ---- files --------------------------------------------------------------------------------------
 */

/* Reads the file as a page if it is text and no photo; otherwise e->page stays NULL. */
static cutline_status read_page(explanation *e, const char *path, cutline_error *err)
{
    cut_source source;
    cut_str name = cut_str_from(path);
    bool is_list =
        cut_str_ends_nocase(name, CUT_STR(".csv")) || cut_str_ends_nocase(name, CUT_STR(".tsv"));
    cutline_status status = cut_source_open(&source, path, &e->arena, err);
    if (status != CUTLINE_OK)
        return status;
    if (!cut_format_probe(source.head) && cut_page_looks_like_text(source.head)) {
        e->page = calloc(1, sizeof *e->page);
        status = e->page ? cut_page_read(&source, is_list ? CUT_PAGE_LIST : CUT_PAGE_ARTICLE,
                                         e->page, err)
                         : cut_no_memory(err);
        if (status != CUTLINE_OK) {
            free(e->page);
            e->page = NULL;
        }
    }
    cut_source_close(&source);
    return status;
}

cutline_status cutline_explain_file(const char *path, cutline_sightings **out, cutline_error *err)
{
    const cutline_read_options options = {.metadata_only = true};
    *out = NULL;
    explanation *e = begin();
    if (!e)
        return cut_no_memory(err);
    cutline_status status = read_page(e, path, err);
    if (status == CUTLINE_OK && !e->page)
        status = cutline_record_read(path, &options, &e->record, err);
    if (status == CUTLINE_OK && !(e->page ? add_page(e) : add_seen(e, &e->record->seen)))
        status = cut_no_memory(err);
    return finish(e, status, out);
}

/* ---- texts --------------------------------------------------------------------------------------
 */

typedef CUT_VEC(cut_id_input) inputs;

static bool add_input(explanation *e, inputs *list, cut_id_place place, cut_str text)
{
    cut_id_input input = {place, text};
    return text.n == 0 || text.n > CUT_MAX_CAPTION_BYTES || CUT_PUSH(&e->arena, list, input);
}

/* True for what stands around a word in a sentence. */
static bool is_around(char c)
{
    return strchr("()[]<>\"'.,;:!?", c) != NULL;
}

/* A word of a longer text may be an ID or a file name; one with an address or a name in it, too. */
static bool add_words(explanation *e, inputs *list, cut_str text)
{
    while (text.p) {
        cut_str word = cut_str_split(&text, ' ');
        while (word.n > 0 && is_around(word.p[0]))
            word = cut_str_slice(word, 1, word.n);
        while (word.n > 0 && is_around(word.p[word.n - 1]))
            word.n--;
        if (list->n < CUT_MAX_MEDIA_IDS && !add_input(e, list, CUT_ID_FILE_NAME, word))
            return false;
    }
    return true;
}

/* The ways in which the text may hold IDs: as the name of a file, in its words, in parentheses at
 * the end of a caption, and as a name of NewsML. */
static bool lay_out(explanation *e, inputs *list, cut_str text)
{
    bool is_sentence = cut_str_find_char(text, ' ', 0) != SIZE_MAX;
    return add_input(e, list, CUT_ID_FILE_NAME, text) &&
           (!is_sentence || add_words(e, list, text)) && add_input(e, list, CUT_ID_CAPTION, text) &&
           (cut_str_find_char(text, ':', 0) == SIZE_MAX || add_input(e, list, CUT_ID_GUID, text));
}

/* Whatever is seen was seen in the text; the same in two ways is told once. */
static void settle(cut_sightings *seen)
{
    size_t kept = 0;
    for (size_t i = 0; i < seen->list.n; i++) {
        cut_sighting s = seen->list.v[i];
        bool is_new = true;
        s.id.evidence = "text";
        for (size_t k = 0; k < kept && is_new; k++)
            is_new = strcmp(seen->list.v[k].id.ns, s.id.ns) != 0 ||
                     strcmp(seen->list.v[k].id.id, s.id.id) != 0;
        if (is_new)
            seen->list.v[kept++] = s;
    }
    seen->list.n = kept;
}

/* "getty:527341234", or the address of a picture on an agency's site. */
static cutline_status read_typed(explanation *e, cut_str text, cutline_error *err)
{
    cut_id_list ids;
    cutline_status status = cut_ident_parse(&e->arena, text, &ids, err);
    if (status == CUTLINE_BAD_ARGUMENT)
        return CUTLINE_OK;
    for (size_t i = 0; i < ids.ids.n && status == CUTLINE_OK; i++) {
        cutline_sighting s = {.id = ids.ids.v[i],
                              .text = text.p,
                              .label = "value in a namespace or at an address of its owner"};
        s.id.evidence = "text";
        if (strcmp(s.id.ns, CUTLINE_NAMESPACE_BARE) != 0 && !CUT_PUSH(&e->arena, &e->list, s))
            status = cut_no_memory(err);
    }
    return status;
}

static cutline_status explain(explanation *e, const char *typed, cutline_error *err)
{
    cutline_caption caption;
    cut_id_list ids;
    cut_sightings seen = {{0}};
    inputs list = {0};
    cut_str text = cut_utf8_repair(&e->arena, cut_str_trim(cut_str_from(typed)));
    if (text.p)
        text = cut_ident_ascii_digits(&e->arena, text);
    if (!text.p || !lay_out(e, &list, text))
        return cut_no_memory(err);
    cutline_status status = cut_caption_parse(&e->arena, text, &caption, err);
    if (status == CUTLINE_OK)
        status = cut_ident_see(&e->arena, list.v, list.n, caption.credit.agencies.items,
                               caption.credit.agencies.count, &ids, &seen, err);
    if (status != CUTLINE_OK)
        return status;
    settle(&seen);
    if (seen.list.n == 0)
        return read_typed(e, text, err);
    return add_seen(e, &seen) ? CUTLINE_OK : cut_no_memory(err);
}

cutline_status cutline_explain_text(const char *text, cutline_sightings **out, cutline_error *err)
{
    *out = NULL;
    explanation *e = begin();
    if (!e)
        return cut_no_memory(err);
    return finish(e, explain(e, text, err), out);
}
