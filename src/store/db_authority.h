/*
 * What a database must do for names of agencies and photographers (see db.h): entities, each with a
 * name and its spellings. A spelling (alias) is folded (base/words.h) and belongs to one entity;
 * one that a person gave is kept as typed, too.
 */
#ifndef CUT_STORE_DB_AUTHORITY_H
#define CUT_STORE_DB_AUTHORITY_H

#include "record/authority.h"
#include "store/db.h"

#include <cutline/authority.h>

/* A number that changes when another connection has changed the catalog. */
CUTLINE_MUST_CHECK cutline_status cut_db_data_version(cut_db *db, int64_t *version,
                                                      cutline_error *err);
/* The spellings of all entities that a person gave one. */
CUTLINE_MUST_CHECK cutline_status cut_db_names_by_hand(cut_db *db, cut_arena *arena,
                                                       cutline_authority_kind kind,
                                                       cut_authority_names *out,
                                                       cutline_error *err);

/* ---- one entity ------------------------------------------------------------------------------ */

/* A spelling. */
typedef struct cut_alias_row {
    int64_t entity;   /* 0: nobody has the spelling */
    cut_str spelling; /* as a person typed it; {NULL, 0} if none did */
    cut_str name;     /* of the entity */
} cut_alias_row;

CUTLINE_MUST_CHECK cutline_status cut_db_alias_get(cut_db *db, cut_arena *arena,
                                                   cutline_authority_kind kind, cut_str alias,
                                                   cut_alias_row *out, cutline_error *err);
/* Adds a spelling or gives it another entity and text; spelling as in cut_alias_row. */
CUTLINE_MUST_CHECK cutline_status cut_db_alias_put(cut_db *db, cutline_authority_kind kind,
                                                   cut_str alias, const cut_alias_row *row,
                                                   cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_alias_remove(cut_db *db, cutline_authority_kind kind,
                                                      cut_str alias, cutline_error *err);
/* Gives all spellings of an entity to another one; those that nobody typed become the entity's
 * name as text. */
CUTLINE_MUST_CHECK cutline_status cut_db_aliases_move(cut_db *db, cutline_authority_kind kind,
                                                      int64_t from, int64_t to, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_alias_count(cut_db *db, cutline_authority_kind kind,
                                                     int64_t entity, int64_t *count,
                                                     cutline_error *err);

/* An entity without spellings. */
CUTLINE_MUST_CHECK cutline_status cut_db_name_add(cut_db *db, cutline_authority_kind kind,
                                                  cut_str name, int64_t *entity,
                                                  cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_db_name_set(cut_db *db, cutline_authority_kind kind,
                                                  int64_t entity, cut_str name, cutline_error *err);
/* Its spellings and photos must be gone. */
CUTLINE_MUST_CHECK cutline_status cut_db_name_remove(cut_db *db, cutline_authority_kind kind,
                                                     int64_t entity, cutline_error *err);
/* Photos whose effective credit names the entity; appended. */
CUTLINE_MUST_CHECK cutline_status cut_db_name_photos(cut_db *db, cut_arena *arena,
                                                     cutline_authority_kind kind, int64_t entity,
                                                     cut_numbers *photos, cutline_error *err);
/* No photo names the entity any more; those that do are brought up to date next. */
CUTLINE_MUST_CHECK cutline_status cut_db_name_unlink(cut_db *db, cutline_authority_kind kind,
                                                     int64_t entity, cutline_error *err);

/* ---- many ------------------------------------------------------------------------------------ */

/* An entity that photos credit, or that a person gave a spelling. */
typedef struct cut_name_row {
    int64_t entity;
    const char *name;
    uint64_t photos;
} cut_name_row;
typedef CUT_VEC(cut_name_row) cut_name_rows;
/* By name. */
CUTLINE_MUST_CHECK cutline_status cut_db_names(cut_db *db, cut_arena *arena,
                                               cutline_authority_kind kind, cut_name_rows *out,
                                               cutline_error *err);
/* Spellings that a person gave an entity, other than its name, by text. */
typedef CUT_VEC(const char *) cut_texts;
CUTLINE_MUST_CHECK cutline_status cut_db_aliases_typed(cut_db *db, cut_arena *arena,
                                                       cutline_authority_kind kind, int64_t entity,
                                                       cut_texts *out, cutline_error *err);

/* A photo with a text of its effective credit. */
typedef struct cut_photo_text {
    int64_t photo;
    cut_str text;
} cut_photo_text;
typedef CUT_VEC(cut_photo_text) cut_photo_texts;
/* Photos that have an issuer, with it. */
CUTLINE_MUST_CHECK cutline_status cut_db_issuers(cut_db *db, cut_arena *arena, cut_photo_texts *out,
                                                 cutline_error *err);
/* Photos that have rival credits, with these, one a line. */
CUTLINE_MUST_CHECK cutline_status cut_db_rivals(cut_db *db, cut_arena *arena, cut_photo_texts *out,
                                                cutline_error *err);
/* Photos whose credit names neither agency nor issuer; appended. */
CUTLINE_MUST_CHECK cutline_status cut_db_photos_unowned(cut_db *db, cut_arena *arena,
                                                        cut_numbers *photos, cutline_error *err);

/* Photographers and agencies as effective credits have them together. */
typedef struct cut_names_together {
    cut_str people, agencies; /* one a line; agencies may be {NULL, 0} */
    uint64_t photos;
} cut_names_together;
typedef CUT_VEC(cut_names_together) cut_names_together_rows;
CUTLINE_MUST_CHECK cutline_status cut_db_names_together(cut_db *db, cut_arena *arena,
                                                        cut_names_together_rows *out,
                                                        cutline_error *err);

#endif
