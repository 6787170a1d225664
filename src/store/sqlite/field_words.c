#include "store/sqlite/field_words.h"

#include "base/limits.h"
#include "base/words.h"

bool cut_field_has_part(int field)
{
    switch (field) {
    case CUT_FIELD_caption:
    case CUT_FIELD_headline:
    case CUT_FIELD_credit:
    case CUT_FIELD_byline:
    case CUT_FIELD_keywords:
    case CUT_FIELD_persons_shown:
    case CUT_FIELD_city:
    case CUT_FIELD_province_state:
    case CUT_FIELD_country:
        return true;
    default:
        return false;
    }
}

bool cut_field_is_code(int field)
{
    if (field >= CUT_FIELD_COUNT)
        return true;
    unsigned codec = cut_fields[field].codec;
    return cut_fields[field].info.kind == CUTLINE_KIND_DATE || codec == CUT_CODEC_NUMBER ||
           codec == CUT_CODEC_RATIONAL || codec == CUT_CODEC_EXPOSURE;
}

/* What stands before each word of a field. */
typedef struct tag {
    char letters[2];
} tag;

static tag tag_of(int field)
{
    return (tag){{(char)('a' + field / 26), (char)('a' + field % 26)}};
}

void cut_field_tag_add(int field, cut_buf *out)
{
    tag t = tag_of(field);
    cut_buf_add(out, t.letters, sizeof t.letters);
}

static bool is_date(int field)
{
    return field < CUT_FIELD_COUNT && cut_fields[field].info.kind == CUTLINE_KIND_DATE;
}

/* "2016-05-02T10:00" is 20160502, "1/250" 1x250, "no_sales" nosales. */
static void add_code(int field, cut_str value, cut_buf *out)
{
    bool date = is_date(field), words = field == CUT_INDEX_RESTRICTION || field == CUT_INDEX_ROLE;
    size_t most = date && value.n > 10 ? 10 : value.n;
    cut_field_tag_add(field, out);
    char *to = cut_buf_reserve(out, most + 1);
    const char *start = to;
    if (!to)
        return;
    for (size_t i = 0; i < most; i++) {
        if (cut_is_alnum(value.p[i]))
            *to++ = cut_to_lower(value.p[i]);
        else if (!date && !words)
            *to++ = 'x';
    }
    *to++ = ' ';
    *to = '\0';
    out->n += (size_t)(to - start);
}

bool cut_field_words_add(cut_arena *arena, int field, cut_str value, cut_buf *out)
{
    if (cut_field_is_code(field)) {
        add_code(field, cut_str_trim(value), out);
        return true;
    }
    tag t = tag_of(field);
    size_t start = out->n;
    if (!cut_words_add(arena, (cut_str){t.letters, sizeof t.letters}, value, out))
        return false;
    if (out->n == start) { /* without a word there is still a value */
        cut_field_tag_add(field, out);
        cut_buf_char(out, ' ');
    }
    return true;
}

/* ---- a photo's fields ------------------------------------------------------------------------ */

/* A text, or those of a structure's parts. */
static bool add_value(cut_arena *arena, int field, const cutline_value *value, cut_buf *out)
{
    bool ok = !value->text || cut_field_words_add(arena, field, cut_str_from(value->text), out);
    for (size_t i = 0; i < value->member_count && ok; i++)
        for (size_t k = 0; k < value->members[i].count && ok; k++)
            ok = add_value(arena, field, &value->members[i].values[k], out);
    return ok;
}

/* A phrase must not run from one value to the next: what stands between is no word. */
static bool add_field(cut_arena *arena, int index, const cutline_field *field, cut_buf *out)
{
    bool ok = true;
    for (size_t i = 0; i < field->count && ok; i++) {
        if (i > 0) {
            cut_field_tag_add(index, out);
            cut_buf_char(out, ' ');
        }
        ok = add_value(arena, index, &field->values[i], out);
    }
    return ok;
}

static bool add_list(cut_arena *arena, int index, cut_str list, char separator, cut_buf *out)
{
    bool ok = true;
    while (list.p && ok)
        ok = cut_field_words_add(arena, index, cut_str_split(&list, separator), out);
    return ok;
}

bool cut_field_words(cut_arena *arena, const cut_effective_row *row, cut_buf *out)
{
    bool ok = true;
    for (int i = 0; row->fields && i < CUT_FIELD_COUNT && ok; i++)
        if (row->fields[i] && !cut_field_has_part(i))
            ok = add_field(arena, i, row->fields[i], out);
    ok = ok && add_list(arena, CUT_INDEX_RESTRICTION, row->restrictions, ',', out) &&
         add_list(arena, CUT_INDEX_ROLE, row->roles, '\n', out);
    if (ok && row->is_ai)
        ok = cut_field_words_add(arena, CUT_INDEX_SOURCE, CUT_STR("ai"), out);
    return ok && cut_buf_ok(out);
}

static cutline_status note_change(cut_db *db, int64_t photo, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FIELD_CHANGED,
                              "INSERT INTO field_changed (photo_id) VALUES (?1)"
                              " ON CONFLICT DO NOTHING");
    sqlite3_bind_int64(q, 1, photo);
    return cut_sql_do(db, q, err);
}

static const char *make_words(cut_db *db, const cut_effective_row *row)
{
    cut_buf_clear(&db->words);
    if (!cut_field_words(&db->scratch, row, &db->words))
        return NULL;
    return db->words.n > 0 ? db->words.p : "";
}

cutline_status cut_field_words_put(cut_db *db, const cut_effective_row *row, bool again,
                                   cutline_error *err)
{
    cutline_status status = again ? note_change(db, row->photo, err) : CUTLINE_OK;
    const char *words = row->words ? row->words->fields : make_words(db, row);
    if (status == CUTLINE_OK && !words)
        status = cut_no_memory(err);
    if (status != CUTLINE_OK || words[0] == '\0')
        return status;
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FIELD_WORDS_ADD,
                              "INSERT INTO field_words (rowid, words) VALUES (?1, ?2)");
    sqlite3_bind_int64(q, 1, row->photo);
    sqlite3_bind_text(q, 2, words, -1, SQLITE_STATIC); /* need not be copied to be ended */
    return cut_sql_do(db, q, err);
}
