/* A caption from text to parts: the order of the rules. */
#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "caption/caption.h"
#include "caption/credit.h"
#include "caption/person.h"
#include "caption/place.h"

#include <stdlib.h>

static const char *const restriction_names[CUT_RESTRICTIONS] = {
    "correction",    "credit_mandatory", "editorial_only", "embargo",       "expiry",
    "kill",          "medium_out",       "no_archive",     "no_commercial", "no_crop",
    "no_resale",     "no_sales",         "not_for_social", "one_time_use",  "sensitive",
    "territory_out", "third_party"};

const char *cut_restriction_name(cut_restriction kind)
{
    return restriction_names[kind];
}

static bool give_restrictions(cut_arena *arena, cut_set set, cutline_strings *out)
{
    const char **items = CUT_NEW_ARRAY(arena, const char *, CUT_RESTRICTIONS);
    if (!items)
        return false;
    size_t n = 0;
    for (unsigned i = 0; i < CUT_RESTRICTIONS; i++) {
        if (set >> i & 1)
            items[n++] = restriction_names[i];
    }
    *out = (cutline_strings){n ? items : NULL, n};
    return true;
}

static int by_place(const void *a, const void *b)
{
    const cutline_decision *p = a, *q = b;
    if (p->from != q->from)
        return p->from < q->from ? -1 : 1;
    return p->to < q->to ? -1 : p->to > q->to;
}

static bool read_all(cut_doc *doc, cutline_caption *out)
{
    if (!cut_lex_tokens(doc) || !cut_lex_annotate(doc))
        return false;
    doc->language = cut_find_language(doc);
    cut_mark_starts(doc);
    cut_set restrictions = cut_mark_notices(doc);
    out->file_photo = cut_mark_prefix(doc);
    if (!cut_find_credit(doc, cut_find_hints(doc), &out->credit))
        return false;
    out->file_photo |= cut_mark_prefix(doc); /* behind a credit in front */
    cut_mark_head(doc);
    restrictions |= cut_mark_tail(doc);
    out->file_photo |= doc->file || cut_says_file(doc);
    cut_span place = {0, 0};
    if (!cut_find_date(doc, &out->date) || !cut_find_place(doc, &out->place, &place) ||
        !cut_find_people(doc, place.from, place.to, out))
        return false;
    out->language = cut_language_code(doc->language);
    out->caption = cut_clean_caption(doc);
    if (!out->caption || !give_restrictions(doc->arena, restrictions, &out->restrictions))
        return false;
    if (doc->decisions.n > 1)
        qsort(doc->decisions.v, doc->decisions.n, sizeof *doc->decisions.v, by_place);
    out->decisions = doc->decisions.v;
    out->decision_count = doc->decisions.n;
    return true;
}

/* The text as it is read: valid UTF-8, and blanks for NUL bytes, which would end it for everyone
 * who reads it as a C string. */
static cut_str readable(cut_arena *arena, cut_str text)
{
    if (text.n > 0 && memchr(text.p, '\0', text.n)) {
        char *copy = cut_arena_copy(arena, text);
        if (!copy)
            return (cut_str){NULL, 0};
        for (size_t i = 0; i < text.n; i++)
            copy[i] = copy[i] ? copy[i] : ' ';
        text.p = copy;
    }
    return cut_utf8_repair(arena, text);
}

cutline_status cut_caption_parse(cut_arena *arena, cut_str text, cutline_caption *out,
                                 cutline_error *err)
{
    *out = (cutline_caption){.language = "und"};
    if (text.n > CUT_MAX_CAPTION_BYTES)
        text.n = cut_utf8_floor(text, CUT_MAX_CAPTION_BYTES);
    cut_doc doc = {.arena = arena, .text = readable(arena, text)};
    if (!doc.text.p)
        return cut_no_memory(err);
    out->text = doc.text.p;
    return read_all(&doc, out) ? CUTLINE_OK : cut_no_memory(err);
}
