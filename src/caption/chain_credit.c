/* From the elements of a chain to agencies, photographers, issuer and roles. */
#include "caption/agency.h"
#include "caption/caption.h"
#include "caption/chain.h"

static const char *const role_names[CUT_ROLES] = {
    "courtesy",     "file",  "handout",  "pool",       "screengrab",
    "social_media", "staff", "stringer", "uncredited", "via"};

/* A list of texts of the caption's arena, being built. */
typedef struct list {
    const char *items[CUT_CHAIN_PARTS];
    size_t count;
} list;

static bool holds(const list *l, const char *text)
{
    for (size_t i = 0; i < l->count; i++) {
        if (strcmp(l->items[i], text) == 0)
            return true;
    }
    return false;
}

static void add(list *l, const char *text)
{
    if (text && text[0] && !holds(l, text) && l->count < CUT_CHAIN_PARTS)
        l->items[l->count++] = text;
}

static bool give(cut_doc *doc, const list *l, cutline_strings *out)
{
    const char **items = CUT_NEW_ARRAY(doc->arena, const char *, l->count);
    if (!items)
        return false;
    for (size_t i = 0; i < l->count; i++)
        items[i] = l->items[i];
    *out = (cutline_strings){l->count ? items : NULL, l->count};
    return true;
}

static bool give_roles(cut_doc *doc, cut_set set, cutline_strings *out)
{
    list l = {.count = 0};
    for (unsigned i = 0; i < CUT_ROLES; i++) {
        if (set >> i & 1)
            add(&l, role_names[i]);
    }
    return give(doc, &l, out);
}

static bool beside_agency(const cut_chain *chain, size_t part)
{
    return part > 0 && chain->parts[part - 1].kind == CUT_PART_AGENCY;
}

static bool has_role(const cut_chain *chain, cut_role role)
{
    for (size_t i = 0; i < chain->count; i++) {
        if (chain->parts[i].kind == CUT_PART_ROLE && chain->parts[i].value == role)
            return true;
    }
    return false;
}

/* Number of letters of a one-word name in capitals: "DHA", "ISNA" are bodies. */
static bool is_acronym(const cut_doc *doc, const cut_part *part)
{
    const cut_token *t = &doc->tokens[part->from];
    return part->to == part->from + 1 && t->shape == CUT_SHAPE_UPPER && t->fold_n <= 5;
}

/* Libraries, in whose credits one word is the name of a partner: "IMAGO / Eibner". */
static bool is_library(const cut_part *part)
{
    static const char *const names[] = {"Imago", "Alamy", "Shutterstock", "picture alliance",
                                        "Getty Images"};
    for (size_t i = 0; i < CUT_COUNT(names); i++) {
        if (strcmp(cut_agencies[part->value].name, names[i]) == 0)
            return true;
    }
    return false;
}

/* One word behind "REUTERS/" is a person with one name; elsewhere it is a body. */
static bool single_name(const cut_doc *doc, const cut_chain *chain, size_t i)
{
    const cut_part *part = &chain->parts[i];
    size_t words = 0;
    for (size_t t = part->from; t < part->to; t++)
        words += doc->tokens[t].kind == CUT_TOK_WORD && (t == part->from || doc->tokens[t].gap);
    const cut_token *first = &doc->tokens[part->from];
    bool abbreviation = first->shape == CUT_SHAPE_UPPER && part->to > part->from + 1;
    if (words != 1 || first->shape == CUT_SHAPE_LOWER || is_acronym(doc, part) ||
        (abbreviation && !doc->all_caps) || cut_lex_may(doc, part->from, CUT_IS_ORG_WORD) ||
        cut_lex_may(doc, part->from, CUT_IS_COUNTRY) || cut_lex_may(doc, part->from, CUT_IS_ISSUER))
        return false;
    bool numbered = i > 0 && part[-1].kind == CUT_PART_ROLE && part[-1].value == CUT_ROLE_NOTHING &&
                    part[-1].to > part[-1].from && doc->tokens[part[-1].to].ch == '/' &&
                    cut_chain_mark(doc, part[-1].from, part[-1].to) > 0;
    if (numbered)
        return true; /* "UNICEF/UN0612345/Mulala" */
    if (i == 0)
        return chain->by || (chain->strong && cut_lex_may(doc, part->from, CUT_IS_GIVEN));
    for (size_t k = i + 1; k < chain->count; k++) {
        if (chain->parts[k].kind == CUT_PART_NAME)
            return false; /* "EFE/Moncloa/Borja Puig": the person follows */
    }
    return beside_agency(chain, i) && !chain->via && !is_library(&chain->parts[i - 1]);
}

/* The caption says "provided by X" of the name X of the credit. */
static bool provided_by(const cut_doc *doc, const cut_part *part)
{
    static const cut_str verbs[] = {CUT_WORD("provided"), CUT_WORD("released"), CUT_WORD("issued"),
                                    CUT_WORD("available")};
    size_t n = part->to - part->from;
    for (size_t i = 1; i + n < part->from; i++) {
        if (!cut_word_is(doc, i, CUT_STR("by")) ||
            !cut_word_in(doc, i - 1, verbs, CUT_COUNT(verbs)))
            continue;
        size_t k = 0;
        while (k < n && cut_str_eq(cut_token_fold(doc, &doc->tokens[i + 1 + k]),
                                   cut_token_fold(doc, &doc->tokens[part->from + k])))
            k++;
        if (k == n)
            return true;
    }
    return false;
}

static bool is_photographer(const cut_doc *doc, const cut_chain *chain, size_t i)
{
    const cut_part *part = &chain->parts[i];
    bool lent = i > 0 && part[-1].kind == CUT_PART_ROLE && part[-1].value == CUT_ROLE_COURTESY;
    if (lent)
        return false; /* whose it is, not who took it */
    switch (cut_classify_name(doc, part->from, part->to)) {
    case CUT_NAME_PERSON:
        return true;
    case CUT_NAME_BODY:
        return single_name(doc, chain, i);
    case CUT_NAME_PERHAPS:
        break;
    }
    bool given_out = provided_by(doc, part) || has_role(chain, CUT_ROLE_HANDOUT) ||
                     has_role(chain, CUT_ROLE_COURTESY);
    if (given_out)
        return false;
    /* Of two unknown names the first is the person: "Liz Hallam/Cedar Gazette via AP". */
    for (size_t k = 0; k < i; k++) {
        const cut_part *before = &chain->parts[k];
        if (before->kind == CUT_PART_NAME && !beside_agency(chain, i) &&
            cut_classify_name(doc, before->from, before->to) != CUT_NAME_BODY)
            return false;
    }
    return true;
}

static const char *text_of(cut_doc *doc, const cut_part *part, bool body)
{
    cut_str raw = cut_doc_span(doc, part->from, part->to);
    cut_str name =
        body ? cut_body_natural_case(doc->arena, raw) : cut_name_natural_case(doc->arena, raw);
    return name.p;
}

/* In "REUTERS/KCNA" they stand in front. */
bool cut_is_world_wide(const cut_part *part)
{
    static const char *const names[] = {"Reuters", "AP", "AFP", "EPA", "Getty Images"};
    for (size_t i = 0; i < CUT_COUNT(names); i++) {
        if (strcmp(cut_agencies[part->value].name, names[i]) == 0)
            return true;
    }
    return false;
}

/* "APA/AFP/NAME": with the name behind, the distributor stands first, the name's own agency last.
 * Number of agencies in front that are to be turned round. */
static size_t reversed_agencies(const cut_doc *doc, const cut_chain *chain)
{
    size_t n = 0;
    while (n < chain->count && chain->parts[n].kind == CUT_PART_AGENCY && !chain->parts[n].via)
        n++;
    bool named = n < chain->count && chain->parts[n].kind == CUT_PART_NAME && !chain->parts[n].via;
    if (named && n > 1)
        return n;
    bool pair = n == 2 && cut_token_is(&doc->tokens[chain->parts[0].to], '/') &&
                cut_is_world_wide(&chain->parts[0]) && !cut_is_world_wide(&chain->parts[1]);
    return pair ? n : 0;
}

/* "REUTERS/Pontus Lundahl/TT News Agency": the wire in front distributes what the name's own agency
 * behind it made. */
static bool wire_in_front(const cut_chain *chain)
{
    size_t last = chain->count - 1;
    while (last > 0 && chain->parts[last].kind == CUT_PART_ROLE)
        last--;
    const cut_part *own = &chain->parts[last];
    return last > 1 && chain->agencies == 2 && chain->parts[0].kind == CUT_PART_AGENCY &&
           cut_is_world_wide(&chain->parts[0]) && chain->parts[1].kind == CUT_PART_NAME &&
           own->kind == CUT_PART_AGENCY && !own->via && !cut_is_world_wide(own);
}

/* Turns a list of two round. */
static void turn(list *two)
{
    const char *first = two->items[0];
    two->items[0] = two->items[1];
    two->items[1] = first;
}

bool cut_chain_credit(cut_doc *doc, const cut_chain *chain, cut_set roles, cutline_credit *out)
{
    list agencies = {.count = 0}, people = {.count = 0};
    size_t turned = reversed_agencies(doc, chain);
    for (size_t i = 0; i < chain->count; i++) {
        const cut_part *part = &chain->parts[i < turned ? turned - 1 - i : i];
        if (part->kind == CUT_PART_AGENCY) {
            add(&agencies, cut_agencies[part->value].name);
        } else if (part->kind == CUT_PART_ROLE) {
            if (part->value != CUT_ROLE_NOTHING)
                roles |= (cut_set)1 << part->value;
        } else if (is_photographer(doc, chain, i)) {
            add(&people, text_of(doc, part, false));
        } else if (!out->issuer) {
            out->issuer = text_of(doc, part, true);
        }
    }
    if (agencies.count == 2 && wire_in_front(chain))
        turn(&agencies);
    if (chain->via)
        roles |= (cut_set)1 << CUT_ROLE_VIA;
    if (chain->file)
        roles |= (cut_set)1 << CUT_ROLE_FILE;
    return give(doc, &agencies, &out->agencies) && give(doc, &people, &out->photographers) &&
           give_roles(doc, roles, &out->roles);
}
