/* What an edit makes of values. */
#include "record/edit.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "record/edit_check.h"
#include "record/user_vocabulary.h"
#include "record/vocabulary.h"

/* ---- lists as one text -----------------------------------------------------------------------
 */

cut_str cut_texts_join(cut_arena *arena, const cut_text_list *texts)
{
    size_t length = 0, n = 0;
    for (size_t i = 0; i < texts->n; i++)
        length += 2 * strlen(texts->v[i]) + 2;
    char *out = cut_arena_alloc(arena, length + 1, 1);
    for (size_t i = 0; out && i < texts->n; i++) {
        if (i > 0) {
            out[n++] = ';';
            out[n++] = ' ';
        }
        for (const char *p = texts->v[i]; *p; p++) {
            if (*p == ';')
                out[n++] = '\\';
            out[n++] = *p;
        }
    }
    return (cut_str){out, out ? n : 0};
}

/* The text up to the next semicolon that has no backslash before it; *copy receives it without
 * these backslashes. */
static bool next_value(cut_arena *arena, cut_str *rest, const char **copy)
{
    char *text = cut_arena_alloc(arena, rest->n + 1, 1);
    size_t n = 0, i = 0;
    for (; text && i < rest->n && rest->p[i] != ';'; i++) {
        if (rest->p[i] == '\\' && i + 1 < rest->n && rest->p[i + 1] == ';')
            i++;
        text[n++] = rest->p[i];
    }
    *rest = i < rest->n ? cut_str_slice(*rest, i + 1, rest->n) : (cut_str){NULL, 0};
    if (!text)
        return false;
    *copy = cut_arena_copy(arena, cut_str_trim((cut_str){text, n}));
    return *copy != NULL;
}

bool cut_texts_split(cut_arena *arena, cut_str text, cut_text_list *out)
{
    size_t most = 1;
    for (size_t i = 0; i < text.n; i++)
        most += text.p[i] == ';';
    *out = (cut_text_list){CUT_NEW_ARRAY(arena, const char *, most), 0};
    if (!out->v)
        return false;
    while (text.p) {
        const char *value;
        if (!next_value(arena, &text, &value))
            return false;
        if (value[0])
            out->v[out->n++] = value;
    }
    return true;
}

/* ---- texts -----------------------------------------------------------------------------------
 */

static bool one_text(cut_arena *arena, cut_str text, cut_text_list *out)
{
    const char **v = CUT_NEW_ARRAY(arena, const char *, 1);
    if (!v || !(v[0] = cut_arena_copy(arena, text)))
        return false;
    *out = (cut_text_list){v, v[0][0] != '\0'};
    return true;
}

static bool is_closing(char c)
{
    return c != '\0' && strchr(".,;:!?)]", c) != NULL;
}

/* Two texts, with a blank between unless there is white space or the second begins with a mark that
 * closes a sentence. */
static bool joined(cut_arena *arena, cut_str a, cut_str b, cut_text_list *out)
{
    bool blank = a.n > 0 && b.n > 0 && !cut_is_space(a.p[a.n - 1]) && !cut_is_space(b.p[0]) &&
                 !is_closing(b.p[0]);
    char *text = cut_arena_printf(arena, "%.*s%s%.*s", CUT_FMT(a), blank ? " " : "", CUT_FMT(b));
    return text && one_text(arena, cut_str_from(text), out);
}

/* Whether the words, in any case, stand in the text at *at, which then is behind them. */
static bool skip_nocase(cut_str text, cut_str words, size_t *at)
{
    size_t t = *at, w = 0;
    while (w < words.n)
        if (t == text.n ||
            cut_uc_lower(cut_utf8_next(text, &t)) != cut_uc_lower(cut_utf8_next(words, &w)))
            return false;
    *at = t;
    return true;
}

/* The next place, from *at on, where the text has the words that go; *end is behind them. */
static bool find_words(const cut_edit *e, cut_str text, size_t *at, size_t *end)
{
    if (!e->nocase) {
        *at = cut_str_find(text, e->value, *at);
        *end = *at + e->value.n;
        return *at != SIZE_MAX;
    }
    for (; *at < text.n; (void)cut_utf8_next(text, at)) {
        *end = *at;
        if (skip_nocase(text, e->value, end))
            return true;
    }
    return false;
}

typedef CUT_VEC(char) text_made;

static bool append(cut_arena *arena, text_made *to, cut_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!CUT_PUSH(arena, to, s.p[i]))
            return false;
    return true;
}

/* Replaces a text; *hits counts how often. What grows past all bounds is given up half-way: it is
 * refused by its length. */
static bool replaced(cut_arena *arena, const cut_edit *e, cut_str text, cut_str by, bool all,
                     cut_str *out, size_t *hits)
{
    text_made to = {0};
    size_t from = 0, at = 0, end;
    while ((all || *hits == 0) && to.n <= CUT_MAX_CAPTION_BYTES && find_words(e, text, &at, &end)) {
        if (!append(arena, &to, cut_str_slice(text, from, at)) || !append(arena, &to, by))
            return false;
        at = from = end;
        ++*hits;
    }
    if (!append(arena, &to, cut_str_slice(text, from, text.n)))
        return false;
    const char *copy = cut_arena_copy(arena, (cut_str){to.v, to.n});
    *out = (cut_str){copy, to.n};
    return copy != NULL;
}

/* Every occurrence goes, and one of the blanks that stood around it. */
static bool without(cut_arena *arena, const cut_edit *e, cut_str text, cut_str *out, size_t *hits)
{
    char *to = cut_arena_alloc(arena, text.n + 1, 1);
    size_t n = 0, from = 0;
    if (!to)
        return false;
    for (size_t at; (at = cut_str_find(text, e->value, from)) != SIZE_MAX; ++*hits) {
        memcpy(to + n, text.p + from, at - from);
        n += at - from;
        from = at + e->value.n;
        if (from < text.n && cut_is_space(text.p[from]) && (n == 0 || cut_is_space(to[n - 1])))
            from++;
    }
    if (from < text.n)
        memcpy(to + n, text.p + from, text.n - from);
    n += text.n - from;
    *out = *hits > 0 ? cut_str_trim((cut_str){to, n}) : (cut_str){to, n};
    return true;
}

static bool edit_text(cut_arena *arena, const cut_edit *e, const cut_text_list *now,
                      cut_text_list *out, cut_edit_effect *effect)
{
    cut_str text = now->n > 0 ? cut_str_from(now->v[0]) : CUT_STR(""), changed;
    size_t hits = 0;
    switch (e->op) {
    case CUTLINE_EDIT_APPEND:
        return joined(arena, text, e->value, out);
    case CUTLINE_EDIT_PREPEND:
        return joined(arena, e->value, text, out);
    case CUTLINE_EDIT_REMOVE:
    case CUTLINE_EDIT_REPLACE:
        if (e->op == CUTLINE_EDIT_REMOVE
                ? !without(arena, e, text, &changed, &hits)
                : !replaced(arena, e, text, e->other, e->all, &changed, &hits))
            return false;
        if (hits == 0)
            *effect = CUT_EDIT_SAME;
        return one_text(arena, changed, out);
    default:
        return one_text(arena, e->value, out);
    }
}

static bool apply_to_text(cut_arena *arena, const cut_edit *e, const cut_user_vocabulary *user,
                          const cut_text_list *now, cut_text_list *out, cut_edit_effect *effect)
{
    return edit_text(arena, e, now, out, effect) &&
           cut_user_vocabulary_spell(arena, user, out, out);
}

/* ---- lists -----------------------------------------------------------------------------------
 */

static bool has_text(const cut_text_list *list, const char *text)
{
    for (size_t i = 0; i < list->n; i++)
        if (cut_str_eq_nocase(cut_str_from(list->v[i]), cut_str_from(text)))
            return true;
    return false;
}

static void add_new(cut_text_list *to, const cut_text_list *from, const cut_text_list *except)
{
    for (size_t i = 0; i < from->n; i++)
        if (!has_text(to, from->v[i]) && !(except && has_text(except, from->v[i])))
            to->v[to->n++] = from->v[i];
}

static bool replace_each(cut_arena *arena, const cut_edit *e, const cut_user_vocabulary *user,
                         const cut_text_list *now, cut_text_list *out, size_t *hits)
{
    for (size_t i = 0; i < now->n; i++) {
        cut_str text;
        if (!replaced(arena, e, cut_str_from(now->v[i]), e->other, e->all, &text, hits))
            return false;
        cut_text_list one = {&text.p, 1};
        if (!cut_user_vocabulary_spell(arena, user, &one, &one))
            return false;
        if (cut_str_trim(text).n > 0)
            add_new(out, &one, NULL);
    }
    return true;
}

/* No value twice, whatever its case. */
static bool apply_to_list(cut_arena *arena, const cut_edit *e, const cut_user_vocabulary *user,
                          const cut_text_list *before, cut_text_list *out, cut_edit_effect *effect)
{
    cut_text_list typed = {0}, spelled, *now = &spelled;
    size_t hits = 0;
    if (e->op != CUTLINE_EDIT_REPLACE && !cut_texts_split(arena, e->value, &typed))
        return false;
    if (!cut_user_vocabulary_spell(arena, user, before, &spelled) ||
        !cut_user_vocabulary_spell(arena, user, &typed, &typed))
        return false;
    *out = (cut_text_list){CUT_NEW_ARRAY(arena, const char *, now->n + typed.n + 1), 0};
    if (!out->v)
        return false;
    switch (e->op) {
    case CUTLINE_EDIT_APPEND:
        add_new(out, now, NULL);
        add_new(out, &typed, NULL);
        break;
    case CUTLINE_EDIT_PREPEND:
        add_new(out, &typed, NULL);
        add_new(out, now, NULL);
        break;
    case CUTLINE_EDIT_REMOVE:
        add_new(out, now, &typed);
        break;
    case CUTLINE_EDIT_REPLACE:
        if (!replace_each(arena, e, user, before, out, &hits))
            return false;
        break;
    default:
        add_new(out, &typed, NULL);
        return true;
    }
    bool same = out->n == before->n;
    for (size_t i = 0; i < out->n && same; i++)
        same = strcmp(out->v[i], before->v[i]) == 0;
    *effect = same ? CUT_EDIT_SAME : CUT_EDIT_NEW;
    return true;
}

/* ---- all -------------------------------------------------------------------------------------
 */

static cutline_status check_lengths(const cut_edit *e, const cut_text_list *texts,
                                    cutline_error *err)
{
    for (size_t i = 0; i < texts->n; i++)
        if (strlen(texts->v[i]) > CUT_MAX_CAPTION_BYTES)
            return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s would be longer than %u bytes", e->key,
                            CUT_MAX_CAPTION_BYTES);
    return CUTLINE_OK;
}

static cutline_status check_result(const cutline_field_info *info, const cut_text_list *texts,
                                   cutline_error *err)
{
    for (size_t i = 0; i < texts->n; i++) {
        cut_str text = cut_str_from(texts->v[i]);
        cutline_status status = cut_edit_check_text(text, err);
        if (status != CUTLINE_OK)
            return status;
        if (info->kind == CUTLINE_KIND_DATE && !cut_edit_is_date(text))
            return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                            "%s takes a date like 2016-05-02 or 2016-05-02T14:30:00+02:00",
                            info->name);
    }
    return CUTLINE_OK;
}

cutline_status cut_edit_apply(cut_arena *arena, const cut_edit *edit,
                              const cut_user_vocabulary *user, const cut_text_list *now,
                              cut_text_list *out, cut_edit_effect *effect, cutline_error *err)
{
    const cut_field_row *row = &cut_fields[edit->field];
    bool is_list = edit->target == CUT_EDIT_FIELD && row->info.kind == CUTLINE_KIND_LIST;
    *out = *now;
    *effect = CUT_EDIT_NEW;
    if (edit->op == CUTLINE_EDIT_IF_EMPTY && now->n > 0) {
        *effect = CUT_EDIT_SAME;
        return CUTLINE_OK;
    }
    if (edit->op == CUTLINE_EDIT_SET && edit->value.n == 0) {
        *effect = CUT_EDIT_BACK;
        return CUTLINE_OK;
    }
    bool ok = is_list ? apply_to_list(arena, edit, user, now, out, effect)
                      : apply_to_text(arena, edit, user, now, out, effect);
    if (!ok)
        return cut_no_memory(err);
    cutline_status status = *effect == CUT_EDIT_NEW ? check_lengths(edit, out, err) : CUTLINE_OK;
    if (status != CUTLINE_OK)
        return status;
    if (!edit->lang && !cut_vocabulary_spell(arena, row, edit->part, out))
        return cut_no_memory(err);
    if (edit->target == CUT_EDIT_PART)
        return CUTLINE_OK;
    return *effect == CUT_EDIT_NEW ? check_result(&row->info, out, err) : CUTLINE_OK;
}
