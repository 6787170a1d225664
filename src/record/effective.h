/*
 * The effective values of a photo: all that its files, pages, lists and editors say, weighed. Pure:
 * the same inputs give the same result, whenever they came.
 *
 * Fields: by hand, else the first file (by path) that has the field, else the first item (lists
 * first, then by path and position). A hand value "" blanks the field; one in a language stands for
 * that language alone, and languages that nobody typed stay as the file has them. If a file says
 * something else now than it did when a value was typed over it, that is a finding.
 *
 * The credit: by hand, else the strongest of these candidates.
 *
 *   rank  candidate                                            origin
 *   1     names an agency, the credit weighed from a file      exif iim xmp
 *   2     names an agency, in the caption of a file            caption
 *   3     names an agency, in a list                           list
 *   4     names an agency, on a page                           page
 *   5..8  names no agency, in the same order
 *
 * Within a rank the earlier path counts. Then, if another candidate agrees (it names every person,
 * agency and issuer that the winner names) and says more, the one that says most is taken instead:
 * "REUTERS/Denis Balibouse" on a page completes "REUTERS" in a file, but "AP/Jane Roe" does not.
 * A candidate is a rival (conflict) if it names somebody whom the winner does not name, and the
 * winner somebody whom it does not, in the same class: people, or agencies and issuers. Spelling
 * (case, accents, initials) makes no rival; a credit typed by hand has none.
 *
 * A hand byline without people in a hand credit replaces the photographers of the winner; if its
 * line names others, or an agency alone, the line is made again: "REUTERS/Jane Roe". An agency
 * typed as the source is credited where nothing else gives a credit.
 *
 * Every candidate is named as the authorities want it (record/authority.h) before it is weighed.
 * The line that a person typed stays as typed but for that.
 */
#ifndef CUT_RECORD_EFFECTIVE_H
#define CUT_RECORD_EFFECTIVE_H

#include "record/authority.h"
#include "record/kill.h"
#include "record/page.h"
#include "record/record.h"
#include "record/rights.h"

#include <cutline/catalog.h>

/* A value that a person typed; that of "rights" is described in record/rights.h. */
typedef struct cut_hand_value {
    const char *field; /* a name of the field table, or one in a language or a part: cut_hand_key */
    const char *value; /* list values are separated by ";"; "" blanks the field */
    const char *base;  /* what the files said then (cut_effective_base()); NULL: not known */
} cut_hand_value;

/* An item of a page or list that shows the photo. */
typedef struct cut_effective_item {
    const cut_page_item *item;
    cut_page_kind kind; /* of the page */
    const char *path;   /* of the page */
} cut_effective_item;

typedef struct cut_effective_input {
    const cutline_record *const *files; /* by path */
    size_t file_count;
    const cut_effective_item *items; /* lists first, then by path and position */
    size_t item_count;
    const cut_hand_value *hand; /* no two for a field */
    size_t hand_count;
    const cutline_media_id *kept_ids; /* IDs that the photo keeps by hand */
    size_t kept_count;
    const cutline_media_id *denied_ids; /* IDs that it does not have, whoever says so */
    size_t denied_count;
    const cut_kill_table *kills;            /* NULL if there are none */
    int64_t photo;                          /* its number, for kills */
    const cut_authority_table *authorities; /* NULL if there are none */
} cut_effective_input;

/* All texts belong to the arena or to the inputs. */
typedef struct cut_effective {
    cutline_field **by_index; /* cut_field_count pointers, NULL where there is no value */
    bool has_caption;
    cutline_caption caption; /* the effective caption field taken apart */
    /* Every caption found, the effective one first. */
    CUT_VEC(cutline_photo_caption) captions;
    /* The texts of these without credit and boilerplate, in the same order. */
    CUT_VEC(const char *) caption_texts;
    cutline_credit credit;
    const char *credit_found;     /* the line before authorities changed it; NULL if none */
    cutline_origin credit_origin; /* NONE if there is no credit */
    const char *credit_where;     /* path, NULL if by hand or none */
    cutline_strings conflicts;    /* lines of rival credits */
    const cutline_person *persons;
    size_t person_count;
    cutline_place place;
    const char *date;
    cutline_strings restrictions; /* of all captions and instructions; "killed" first */
    cut_rights rights;            /* what restricts it, with dates, territories and sources */
    const char *kill_reason;      /* NULL if it is not killed */
    bool file_photo;
    /* All media IDs, no two alike, most trusted first. */
    CUT_VEC(cutline_media_id) ids;
    /* For each of ids: a file or a person says so, not only a page. */
    bool *own;
    cut_findings findings; /* of all files, no two alike, then credit-conflict */
} cut_effective;

/* CUTLINE_NO_MEMORY only. */
CUTLINE_MUST_CHECK cutline_status cut_effective_weigh(cut_arena *arena,
                                                      const cut_effective_input *input,
                                                      cut_effective *out, cutline_error *err);

/* The fields that hand values make by themselves, whatever the files say: cut_field_count pointers,
 * NULL where nothing was typed. Not for parts of structures. NULL if memory runs out. */
cutline_field **cut_effective_typed(cut_arena *arena, const cut_hand_value *hand, size_t count);

/* What the files say of what a hand value is of (its key), as a hand value would have it: by the
 * first file that has the field. "" for nothing, NULL if memory runs out. */
const char *cut_effective_base(cut_arena *arena, const cutline_record *const *files, size_t count,
                               const char *key);

/* Text of a field for people: the text, the x-default of a language alternative, list values joined
 * by the separator. NULL if there is no value; a copy in the arena only where values are joined. */
const char *cut_field_text(cut_arena *arena, const cutline_field *field, const char *separator);

#endif
