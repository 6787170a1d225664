/* Filling a template in. */
#include "template/template.h"

#include "base/error.h"
#include "base/limits.h"

typedef struct filling {
    cut_buf out;
    cutline_variable_fn value;
    void *context;
} filling;

static bool write_choice(filling *f, const cut_choice *choice)
{
    if (!choice->name) {
        cut_buf_z(&f->out, choice->text);
        return *choice->text != '\0';
    }
    return cut_value_write(&f->out, f->value(choice->name, f->context), &choice->format);
}

static void write_value(filling *f, const cut_part *part)
{
    for (const cut_choice *choice = part->choices; choice; choice = choice->next)
        if (write_choice(f, choice))
            return;
}

/* Decided by what {name} would write, so that a format in the condition counts, too. */
static bool holds(filling *f, const cut_part *part)
{
    size_t before = f->out.n;
    bool written = write_choice(f, part->choices);
    cut_buf_cut(&f->out, before);
    return written != part->negated;
}

static void write_parts(filling *f, const cut_part *part)
{
    for (; part; part = part->next)
        switch (part->kind) {
        case CUT_PART_TEXT:
            cut_buf_str_add(&f->out, part->text);
            break;
        case CUT_PART_VALUE:
            write_value(f, part);
            break;
        case CUT_PART_IF:
            write_parts(f, holds(f, part) ? part->then : part->otherwise);
            break;
        }
}

cutline_status cutline_template_expand(const cutline_template *tmpl, cutline_variable_fn value,
                                       void *context, char **out, cutline_error *err)
{
    filling f = {.value = value, .context = context};
    cut_buf_init(&f.out, CUT_MAX_TEMPLATE_BYTES);
    *out = NULL;
    write_parts(&f, tmpl->parts);
    bool full = f.out.failed;
    *out = cut_buf_detach(&f.out);
    if (*out)
        return CUTLINE_OK;
    return full ? cut_fail(err, CUTLINE_LIMIT, "a filled-in template may hold %u bytes",
                           CUT_MAX_TEMPLATE_BYTES)
                : cut_no_memory(err);
}
