/*
 * The index of fields: full text in which every word carries the field it is of ("ax" + "nikon"),
 * so that one look-up answers "camera_model:nikon" for any field. Only for store/sqlite.
 *
 * Nothing is ever taken out of it: the words that went in are not known any more when a photo
 * changes. A photo that was indexed twice is in field_changed, and what the index says of it must
 * be checked.
 */
#ifndef CUT_STORE_SQLITE_FIELD_WORDS_H
#define CUT_STORE_SQLITE_FIELD_WORDS_H

#include "base/buf.h"
#include "store/sqlite/sql.h"

#include "record/fields.h"

/* What is indexed beside the fields of the field table, numbered behind them. */
enum {
    CUT_INDEX_RESTRICTION = CUT_FIELD_COUNT, /* codes */
    CUT_INDEX_ROLE,
    CUT_INDEX_SOURCE /* "ai" */
};

/* Whether the words of a field are in `search`, under a part of its own, and so not here. */
bool cut_field_has_part(int field);
/* Whether a value of the field is one word, whatever is in it: codes, numbers, dates. */
bool cut_field_is_code(int field);

/* Appends the words of a value, each with its field before it and a blank behind. */
CUTLINE_MUST_CHECK bool cut_field_words_add(cut_arena *arena, int field, cut_str value,
                                            cut_buf *out);
/* Appends what stands before each word of a field. */
void cut_field_tag_add(int field, cut_buf *out);

/* Appends the words of a row. */
CUTLINE_MUST_CHECK bool cut_field_words(cut_arena *arena, const cut_effective_row *row,
                                        cut_buf *out);
/* Indexes a photo. again: it was indexed before. */
CUTLINE_MUST_CHECK cutline_status cut_field_words_put(cut_db *db, const cut_effective_row *row,
                                                      bool again, cutline_error *err);

#endif
