/*
 * Names of agencies and photographers, in the terms of <cutline/authority.h>. Every change is a
 * transaction of its own, at whose end the photos it concerns are up to date. Names have been
 * checked: valid UTF-8, one line, at most CUT_MAX_NAME_BYTES.
 */
#ifndef CUT_STORE_AUTHORITY_H
#define CUT_STORE_AUTHORITY_H

#include "record/alike.h"
#include "store/store.h"

#include <cutline/authority.h>

CUTLINE_MUST_CHECK cutline_status cut_store_agency_add(cut_store *store, const char *name,
                                                       const char *const *aliases, size_t count,
                                                       cutline_authority_change *change,
                                                       cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_store_alias(cut_store *store, cutline_authority_kind kind,
                                                  const char *name, const char *const *aliases,
                                                  size_t count, cutline_authority_change *change,
                                                  cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_store_merge(cut_store *store, cutline_authority_kind kind,
                                                  const char *from, const char *into,
                                                  cutline_authority_change *change,
                                                  cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_store_split(cut_store *store, cutline_authority_kind kind,
                                                  const char *alias,
                                                  cutline_authority_change *change,
                                                  cutline_error *err);

/* ---- authority_list.c ------------------------------------------------------------------------ */

typedef CUT_VEC(cutline_authority) cut_authority_list;
/* See cutline_authority_list(); all of it lives in the arena. */
CUTLINE_MUST_CHECK cutline_status cut_store_authority_list(cut_store *store, cut_arena *arena,
                                                           cutline_authority_kind kind, bool all,
                                                           cut_authority_list *out,
                                                           cutline_error *err);
/* Photographers as photos credit them, each spelling by itself, by name. */
CUTLINE_MUST_CHECK cutline_status cut_store_people(cut_store *store, cut_arena *arena,
                                                   cut_alike_people *out, cutline_error *err);

#endif
