/* The rules that accept a chain as a credit, shared by credit.c and credit_accept.c. */
#ifndef CUT_CAPTION_CREDIT_RULES_H
#define CUT_CAPTION_CREDIT_RULES_H

#include "caption/credit.h"

/* Nothing of the credit's sentence follows at `at`. */
bool cut_credit_ends(const cut_doc *doc, size_t at);
/* Nothing of the credit's sentence stands before `at`. */
bool cut_credit_begins(const cut_doc *doc, size_t at);
/* Only signs, numbers and what other rules have claimed stand from `at` to the end of the text. */
bool cut_credit_ends_text(const cut_doc *doc, size_t at);
/* A role that only credits have: handout, courtesy, pool ... */
bool cut_credit_has_source(const cut_chain *c);

/* A label that stands out in the middle of a sentence: "... in Paris CREDIT: Jane Doe/AFP". It is
 * at `at`, the chain behind it begins at `from`. */
bool cut_is_loud_label(const cut_doc *doc, size_t at, size_t from);

/* The chain, which fills the parentheses from `open` to `close`, is a credit. This one and the next
 * two set c->rule. */
bool cut_accept_inside(const cut_doc *doc, size_t open, size_t close, cut_chain *c);
/* The chain behind a label is one; `inside_sentence` if the label opens no sentence. */
bool cut_accept_labelled(const cut_doc *doc, cut_chain *c, bool inside_sentence);
/* A chain without label or parentheses is one. */
bool cut_accept_bare(const cut_doc *doc, cut_chain *c);

#endif
