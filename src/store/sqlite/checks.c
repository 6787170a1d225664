#include "base/limits.h"
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

static void in_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    cut_db *db = sqlite3_user_data(context);
    const cut_field_set *set = &db->asking->sets.v[sqlite3_value_int64(values[1])];
    (void)count;
    sqlite3_result_int(context, cut_bits_has(&set->photos, sqlite3_value_int64(values[0])));
}

/* A decimal number, as fields have them: "8", "2.8", "-0.3". False for anything else. */
static bool to_number(cut_str text, double *out)
{
    bool minus = text.n > 1 && text.p[0] == '-';
    double unit = 0.0;
    *out = 0.0;
    for (size_t i = minus; i < text.n; i++) {
        if (text.p[i] == '.' && unit == 0.0 && i + 1 < text.n)
            unit = 1.0;
        else if (!cut_is_digit(text.p[i]))
            return false;
        else if (unit == 0.0)
            *out = *out * 10.0 + (text.p[i] - '0');
        else
            *out += (text.p[i] - '0') * (unit /= 10.0);
    }
    *out = minus ? -*out : *out;
    return true;
}

/* is_key: numbers as numbers, for sorting. */
static void field_text(sqlite3_context *context, sqlite3_value **values, bool is_key)
{
    cut_db *db = sqlite3_user_data(context);
    cut_condition *c = db->asking;
    int field = sqlite3_value_int(values[1]);
    cut_buf text;
    double number;
    cut_buf_init(&text, CUT_MAX_JSON_BYTES);
    cutline_status status = c->question->values(
        c->question->context, sqlite3_value_int64(values[0]), field, &text, &c->error);
    if (status != CUTLINE_OK) {
        give_up(context, c, status);
    } else if (text.n > 0) {
        if (is_key && to_number(cut_buf_str(&text), &number))
            sqlite3_result_double(context, number);
        else
            sqlite3_result_text(context, text.p, (int)text.n, SQLITE_TRANSIENT);
    }
    cut_buf_release(&text);
}

static void field_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    field_text(context, values, false);
}

static void key_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    field_text(context, values, true);
}

static void alike_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    cut_db *db = sqlite3_user_data(context);
    const cut_db_question *question = db->asking->question;
    (void)count;
    sqlite3_result_int(context, cut_bits_has(&question->alike, sqlite3_value_int64(values[0])));
}

cutline_status cut_checks_register(cut_db *db, cutline_error *err)
{
    static const struct {
        const char *name;
        int arguments;
        void (*run)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {{"cut_value", 3, value_function}, {"cut_holds", 2, holds_function},
                     {"cut_in", 2, in_function},       {"cut_alike", 1, alike_function},
                     {"cut_field", 2, field_function}, {"cut_key", 2, key_function}};
    int code = SQLITE_OK;
    for (size_t i = 0; i < sizeof functions / sizeof *functions && !db->can_check; i++)
        if (code == SQLITE_OK)
            code = sqlite3_create_function_v2(db->sqlite, functions[i].name, functions[i].arguments,
                                              SQLITE_UTF8 | SQLITE_DIRECTONLY, db, functions[i].run,
                                              NULL, NULL, NULL);
    db->can_check = db->can_check || code == SQLITE_OK;
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
