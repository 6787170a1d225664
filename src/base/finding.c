#include "base/finding.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

void cut_finding_add(cut_findings *f, const char *code, const char *field, const char *format, ...)
{
    char text[1024];
    if (f->list.n >= CUT_MAX_FINDINGS)
        return;
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    /* vsnprintf may have cut inside a character. */
    cut_str detail = cut_str_from(text);
    char *copy = cut_arena_copy(f->arena, cut_str_slice(detail, 0, cut_utf8_valid_prefix(detail)));
    cutline_finding finding = {.code = code, .field = field, .detail = copy};
    if (!copy || !CUT_PUSH(f->arena, &f->list, finding))
        f->lost = true;
}
