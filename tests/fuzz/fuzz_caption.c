/* Any bytes as a caption, as a credit field, and as instructions. */
#include "fuzz.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "caption/rights.h"

#include <stdlib.h>
#include <string.h>

/* Promises that hold for every input. */
static void check(const cutline_caption *c)
{
    size_t length = strlen(c->text);
    if (!cut_utf8_valid((cut_str){c->text, length}) || strlen(c->caption) > length + 1)
        abort();
    for (size_t i = 0; i < c->decision_count; i++) {
        const cutline_decision *d = &c->decisions[i];
        if (d->from > d->to || (i > 0 && d->from < c->decisions[i - 1].from))
            abort();
    }
    for (size_t i = 0; i < c->person_count; i++) {
        if (!c->persons[i].name || !c->persons[i].name[0])
            abort();
    }
}

/* What is forbidden is said by words of the text, and dates are whole. */
static void check_rights(cut_arena *arena, cut_str text, bool instructions)
{
    cut_caption_rights rights = {0};
    if (cut_caption_rights_read(arena, text, "2016-05-05", instructions, &rights, NULL) !=
        CUTLINE_OK)
        abort();
    for (size_t i = 0; i < rights.n; i++) {
        const cut_caption_right *r = &rights.v[i];
        if (!r->kind || r->text.n == 0 || (r->from && strlen(r->from) < 10) ||
            (r->until && strlen(r->until) < 10))
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cutline_caption *caption = NULL;
    if (cutline_caption_parse((const char *)data, size, &caption, NULL) == CUTLINE_OK) {
        char *json = NULL;
        check(caption);
        if (cutline_caption_json(caption, "id", &json, NULL) == CUTLINE_OK)
            cutline_free(json);
        cutline_caption_free(caption);
    }
    cut_arena arena;
    cut_arena_init(&arena, (size_t)64 << 20);
    cutline_credit credit;
    cut_str line = {(const char *)data, size};
    if (size <= 4096 && cut_credit_parse(&arena, line, &credit, NULL) != CUTLINE_OK)
        abort();
    (void)cut_agency_canonical(line);
    check_rights(&arena, line, true);
    check_rights(&arena, line, false);
    cut_arena_release(&arena);
    return 0;
}
