#include "store/sqlite/condition.h"

/* Keeps why, for cut_condition_failure(), and ends the statement. */
static void give_up(sqlite3_context *context, cut_condition *c, cutline_status status)
{
    c->status = status;
    sqlite3_result_error_code(context, SQLITE_ABORT);
}

static const cut_query_node *node_of(const cut_condition *c, sqlite3_value *number)
{
    return c->checks.v[sqlite3_value_int64(number)];
}

static void value_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    cut_db *db = sqlite3_user_data(context);
    cut_condition *c = db->asking;
    bool holds = false;
    const cut_query_node *node = node_of(c, values[2]);
    const char *text = (const char *)sqlite3_value_text(values[0]);
    const char *separator = (const char *)sqlite3_value_text(values[1]);
    cut_str rest = {text, text ? (size_t)sqlite3_value_bytes(values[0]) : 0};
    cutline_status status = CUTLINE_OK;
    (void)count;
    while (rest.p && !holds && status == CUTLINE_OK) {
        cut_str value = rest;
        if (separator && separator[0])
            value = cut_str_trim(cut_str_split(&rest, separator[0]));
        else
            rest.p = NULL;
        cut_arena_reset(&c->fold);
        status = cut_query_value_matches(&c->fold, node, value, &holds, &c->error);
    }
    if (status == CUTLINE_OK)
        sqlite3_result_int(context, holds);
    else
        give_up(context, c, status);
}

static void holds_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    cut_db *db = sqlite3_user_data(context);
    cut_condition *c = db->asking;
    bool holds = false;
    (void)count;
    cutline_status status = c->question->check(c->question->context, sqlite3_value_int64(values[0]),
                                               node_of(c, values[1]), &holds, &c->error);
    if (status == CUTLINE_OK)
        sqlite3_result_int(context, holds);
    else
        give_up(context, c, status);
}

static bool is_in(const uint8_t *bits, int64_t size, int64_t photo)
{
    return photo >= 0 && photo < size && (bits[photo / 8] >> (photo % 8) & 1);
}

static void in_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    cut_db *db = sqlite3_user_data(context);
    const cut_field_set *set = &db->asking->sets.v[sqlite3_value_int64(values[1])];
    (void)count;
    sqlite3_result_int(context, is_in(set->bits, set->size, sqlite3_value_int64(values[0])));
}

static void alike_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    cut_db *db = sqlite3_user_data(context);
    const cut_db_question *question = db->asking->question;
    (void)count;
    sqlite3_result_int(
        context, is_in(question->alike, question->alike_size, sqlite3_value_int64(values[0])));
}

cutline_status cut_checks_register(cut_db *db, cutline_error *err)
{
    if (db->can_check)
        return CUTLINE_OK;
    int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
    int code = sqlite3_create_function_v2(db->sqlite, "cut_value", 3, flags, db, value_function,
                                          NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_create_function_v2(db->sqlite, "cut_holds", 2, flags, db, holds_function,
                                          NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_create_function_v2(db->sqlite, "cut_in", 2, flags, db, in_function, NULL,
                                          NULL, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_create_function_v2(db->sqlite, "cut_alike", 1, flags, db, alike_function,
                                          NULL, NULL, NULL);
    db->can_check = code == SQLITE_OK;
    return code == SQLITE_OK ? CUTLINE_OK : cut_sql_fail(db, code, err);
}

cutline_status cut_condition_failure(const cut_condition *c, cutline_status status,
                                     cutline_error *err)
{
    if (status == CUTLINE_OK || c->status == CUTLINE_OK)
        return status;
    if (err)
        *err = c->error;
    return c->status;
}
