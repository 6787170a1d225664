/* Chains that were cut off: a field or a caption ended within the name of an agency. */
#include "caption/agency.h"
#include "caption/chain.h"

/* Fewer letters than this are the beginning of too many names. */
#define SHORTEST_PREFIX 4

/* One of the spellings, which '|' separates, begins with the prefix. There are thousands of them:
 * their first letters tell nearly all apart. */
static bool has_spelling(const char *spellings, cut_str prefix)
{
    char first = cut_to_lower(prefix.p[0]);
    for (const char *at = spellings; at; at = strchr(at, '|')) {
        at += *at == '|';
        if (cut_to_lower(*at) == first &&
            cut_str_starts_nocase((cut_str){at, strcspn(at, "|")}, prefix))
            return true;
    }
    return false;
}

/* The one agency whose canonical name or first spelling begins with what is left of it. */
static const char *agency_by_prefix(cut_str part)
{
    const char *found = NULL;
    if (part.n < SHORTEST_PREFIX)
        return NULL;
    for (size_t i = 0; i < cut_agency_count; i++) {
        if (!has_spelling(cut_agencies[i].spellings, part))
            continue;
        if (found)
            return NULL;
        found = cut_agencies[i].name;
    }
    return found;
}

static unsigned agency_row(const char *name)
{
    unsigned i = 0;
    while (strcmp(cut_agencies[i].name, name) != 0)
        i++;
    return i;
}

/* A cut last element that is the beginning of an agency's name becomes that agency. */
void cut_chain_complete(const cut_doc *doc, cut_chain *chain)
{
    if (chain->count == 0)
        return;
    cut_part *last = &chain->parts[chain->count - 1];
    if (last->kind != CUT_PART_NAME)
        return;
    /* "Getty Imag": the known part of the name and the cut one were read apart. */
    bool behind_wire =
        chain->count == 2 && last[-1].kind == CUT_PART_AGENCY && cut_is_world_wide(&last[-1]);
    bool apart = chain->count > 1 && last[-1].kind == CUT_PART_AGENCY && last[-1].to == last->from;
    if (behind_wire && !apart)
        return; /* "REUTERS/Denis Balib": a name */
    size_t from = apart ? last[-1].from : last->from;
    /* of two words the first is whole, so the lexicon knows it as the beginning of a phrase */
    if (last->to > from + 1 && !cut_lexicon.words[doc->tokens[from].word].seconds)
        return;
    const char *agency = agency_by_prefix(cut_doc_span(doc, from, last->to));
    if (!agency)
        return;
    last->kind = CUT_PART_AGENCY;
    last->value = agency_row(agency);
    chain->names--;
    chain->agencies += !apart;
    chain->count -= apart;
    if (apart)
        last[-1].value = last->value;
}
