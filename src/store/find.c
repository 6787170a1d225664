/* Queries: what the database cannot tell by itself is told from all that is said about a photo. */
#include "base/error.h"
#include "base/limits.h"
#include "record/fields.h"
#include "record/provenance.h"
#include "store/inner.h"
#include "store/lookup.h"
#include "store/settle.h"

#include <time.h>

/* A photo weighed for conditions on its fields; the last one is kept, since several conditions are
 * asked of one photo in turn. */
typedef struct checker {
    cut_store *store;
    cut_arena arena;
    cut_arena kept; /* for the whole question */
    int64_t photo;
    uint64_t read; /* photos whose fields were read for sorting or counting */
    cut_subject subject;
    cut_effective effective;
} checker;

static cutline_status weigh(checker *c, int64_t photo, cutline_error *err)
{
    if (photo == c->photo)
        return CUTLINE_OK;
    cut_subject_release(&c->subject);
    cut_arena_reset(&c->arena);
    cut_arena_reset(&c->store->arena);
    c->photo = 0;
    cutline_status status = cut_subject_load(c->store, &c->arena, photo, NULL, &c->subject, err);
    if (status == CUTLINE_OK)
        status = cut_subject_load_items(c->store, &c->subject, err);
    if (status == CUTLINE_OK)
        status = cut_subject_weigh(c->store, &c->subject, &c->effective, err);
    if (status == CUTLINE_OK)
        c->photo = photo;
    return status;
}

/* A text, or one of those of a structure's parts. */
static cutline_status check_value(checker *c, const cutline_value *value,
                                  const cut_query_node *node, bool *holds, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (value->text)
        return cut_query_value_matches(&c->arena, node, cut_str_from(value->text), holds, err);
    for (size_t i = 0; i < value->member_count && !*holds; i++)
        for (size_t k = 0; k < value->members[i].count && !*holds && status == CUTLINE_OK; k++)
            status = check_value(c, &value->members[i].values[k], node, holds, err);
    return status;
}

static bool in_period(const cutline_value *value, const cut_query_node *node)
{
    return value->text && (!node->from || strcmp(value->text, node->from) >= 0) &&
           (!node->before || strcmp(value->text, node->before) < 0);
}

/* CUT_IS_AI, the only flag that is told from fields. */
static bool is_ai(checker *c)
{
    cutline_provenance p = {.embargo = NULL};
    return cut_provenance_of_fields(&c->arena, c->effective.by_index, &p) &&
           cut_source_is_ai(p.source);
}

static cutline_status check(void *context, int64_t photo, const cut_query_node *node, bool *holds,
                            cutline_error *err)
{
    checker *c = context;
    *holds = false;
    cutline_status status = weigh(c, photo, err);
    if (status != CUTLINE_OK)
        return status;
    if (node->kind == CUT_QUERY_FLAG) {
        *holds = is_ai(c);
        return CUTLINE_OK;
    }
    const cutline_field *field = c->effective.by_index[node->field];
    for (size_t i = 0; field && i < field->count && !*holds && status == CUTLINE_OK; i++) {
        if (node->kind == CUT_QUERY_PERIOD)
            *holds = in_period(&field->values[i], node);
        else
            status = check_value(c, &field->values[i], node, holds, err);
    }
    return status;
}

/* The texts of a value: its own, or those of a structure's parts. */
static void add_texts(const cutline_value *value, cut_buf *out)
{
    if (value->text) {
        cut_buf_z(out, out->n > 0 ? (const char[]){CUT_VALUE_SEPARATOR, '\0'} : "");
        cut_buf_z(out, value->text);
    }
    for (size_t i = 0; i < value->member_count; i++)
        for (size_t k = 0; k < value->members[i].count; k++)
            add_texts(&value->members[i].values[k], out);
}

static cutline_status values(void *context, int64_t photo, int field, cut_buf *out,
                             cutline_error *err)
{
    checker *c = context;
    if (photo != c->photo && ++c->read > CUT_MAX_FIELDS_READ)
        return cut_fail(err, CUTLINE_LIMIT,
                        "the query finds more than %u photos, too many to read \"%s\" of each: add "
                        "a condition",
                        CUT_MAX_FIELDS_READ, cut_fields[field].info.name);
    cutline_status status = weigh(c, photo, err);
    if (status != CUTLINE_OK)
        return status;
    const cutline_field *f = c->effective.by_index[field];
    for (size_t i = 0; f && i < f->count; i++)
        add_texts(&f->values[i], out);
    return cut_buf_ok(out) ? CUTLINE_OK : cut_no_memory(err);
}

static bool asks_for_duplicates(const cut_query_node *node)
{
    if (node->kind == CUT_QUERY_FLAG)
        return node->flag == CUT_IS_DUPLICATE;
    for (const cut_query_node *child = node->first; child; child = child->next)
        if (asks_for_duplicates(child))
            return true;
    return false;
}

static cutline_status checker_init(checker *c, cut_store *store, const cut_query *query,
                                   cut_db_question *question, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    time_t now = time(NULL);
    struct tm utc;
    *c = (checker){.store = store};
    cut_arena_init(&c->arena, CUT_MAX_STORE_ARENA);
    cut_arena_init(&c->kept, CUT_MAX_STORE_ARENA);
    *question = (cut_db_question){.query = query, .check = check, .values = values, .context = c};
    if (!gmtime_r(&now, &utc) ||
        strftime(question->today, sizeof question->today, "%Y-%m-%d", &utc) == 0)
        memcpy(question->today, "1970-01-01", sizeof question->today);
    if (asks_for_duplicates(query->tree))
        status = cut_settle_pending(store, &c->kept, &question->alike, err);
    return status;
}

static void checker_release(checker *c)
{
    cut_subject_release(&c->subject);
    cut_arena_release(&c->arena);
    cut_arena_release(&c->kept);
}

cutline_status cut_store_find(cut_store *store, const cut_query *query, size_t limit,
                              cutline_hit_fn on_hit, void *context, cutline_error *err)
{
    checker c;
    cut_db_question question;
    cutline_status status = checker_init(&c, store, query, &question, err);
    question.limit = limit;
    if (status == CUTLINE_OK)
        status = cut_db_find(store->db, &question, on_hit, context, err);
    checker_release(&c);
    return status;
}

cutline_status cut_store_count(cut_store *store, const cut_query *query, uint64_t *count,
                               cutline_error *err)
{
    checker c;
    cut_db_question question;
    cutline_status status = checker_init(&c, store, query, &question, err);
    if (status == CUTLINE_OK)
        status = cut_db_count(store->db, &question, count, err);
    checker_release(&c);
    return status;
}

cutline_status cut_store_facets(cut_store *store, const cut_query *query, cut_arena *arena,
                                const char *names, cutline_facets *out, cutline_error *err)
{
    checker c;
    cut_db_question question;
    cutline_status status = checker_init(&c, store, query, &question, err);
    if (status == CUTLINE_OK)
        status = cut_db_facets(store->db, &question, arena, names, out, err);
    checker_release(&c);
    return status;
}

cutline_status cut_store_plan(cut_store *store, const cut_query *query, cut_buf *out,
                              cutline_error *err)
{
    checker c;
    cut_db_question question;
    cutline_status status = checker_init(&c, store, query, &question, err);
    if (status == CUTLINE_OK)
        status = cut_db_plan(store->db, &question, out, err);
    checker_release(&c);
    return status;
}
