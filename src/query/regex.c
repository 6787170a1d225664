#include "query/regex.h"

#include "base/limits.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

struct cut_regex {
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *bounds;
    bool any_case;
};

static void *take(PCRE2_SIZE size, void *arena)
{
    return cut_arena_alloc(arena, size, 1);
}

/* Memory of an arena goes all at once. */
static void give_back(void *memory, void *arena)
{
    (void)memory;
    (void)arena;
}

static cutline_status refuse(int code, size_t at, cutline_error *err)
{
    PCRE2_UCHAR message[256];
    if (code == PCRE2_ERROR_HEAP_FAILED)
        return cut_no_memory(err);
    pcre2_get_error_message(code, message, sizeof message);
    return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at, "%s", (const char *)message);
}

cutline_status cut_regex_compile(cut_arena *arena, cut_str pattern, bool any_case, cut_regex **out,
                                 cutline_error *err)
{
    int code = 0;
    PCRE2_SIZE at = 0;
    /* A text that is not UTF-8 in some place is matched all the same. */
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C |
                       (any_case ? PCRE2_CASELESS : 0u);
    cut_regex *regex = CUT_NEW(arena, cut_regex);
    pcre2_general_context *memory = pcre2_general_context_create(take, give_back, arena);
    pcre2_compile_context *rules = memory ? pcre2_compile_context_create(memory) : NULL;
    if (!regex || !rules)
        return cut_no_memory(err);
    pcre2_set_max_pattern_length(rules, CUT_MAX_REGEX_BYTES);
    regex->code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n, options, &code, &at, rules);
    if (!regex->code)
        return refuse(code, at, err);
    regex->data = pcre2_match_data_create(1, memory);
    regex->bounds = pcre2_match_context_create(memory);
    if (!regex->data || !regex->bounds)
        return cut_no_memory(err);
    pcre2_set_match_limit(regex->bounds, CUT_MAX_REGEX_STEPS);
    pcre2_set_heap_limit(regex->bounds, CUT_MAX_REGEX_KIB);
    regex->any_case = any_case;
    *out = regex;
    return CUTLINE_OK;
}

bool cut_regex_any_case(const cut_regex *regex)
{
    return regex->any_case;
}

cutline_status cut_regex_matches(cut_regex *regex, cut_str text, bool *matches, cutline_error *err)
{
    int code = pcre2_match(regex->code, (PCRE2_SPTR)(text.p ? text.p : ""), text.n, 0, 0,
                           regex->data, regex->bounds);
    *matches = code >= 0;
    if (code >= 0 || code == PCRE2_ERROR_NOMATCH)
        return CUTLINE_OK;
    if (code == PCRE2_ERROR_NOMEMORY)
        return cut_no_memory(err);
    return cut_fail(err, CUTLINE_LIMIT,
                    "the regular expression takes too long; say more exactly what it may repeat");
}
