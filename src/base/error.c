#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void set_file(cutline_error *err, const char *file)
{
    snprintf(err->file, sizeof err->file, "%s", file ? file : "");
}

static void set_error(cutline_error *err, cutline_status status, const char *file, int64_t offset,
                      const char *format, va_list args) __attribute__((format(printf, 5, 0)));
static void set_error(cutline_error *err, cutline_status status, const char *file, int64_t offset,
                      const char *format, va_list args)
{
    if (!err)
        return;
    err->status = status;
    err->offset = offset;
    set_file(err, file);
    vsnprintf(err->message, sizeof err->message, format, args);
}

cutline_status cut_fail(cutline_error *err, cutline_status status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set_error(err, status, NULL, CUTLINE_NO_OFFSET, format, args);
    va_end(args);
    return status;
}

cutline_status cut_fail_at(cutline_error *err, cutline_status status, const char *file,
                           int64_t offset, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set_error(err, status, file, offset, format, args);
    va_end(args);
    return status;
}

cutline_status cut_no_memory(cutline_error *err)
{
    return cut_fail(err, CUTLINE_NO_MEMORY, "out of memory");
}

cutline_status cut_fail_errno(cutline_error *err, const char *file, int code, const char *what)
{
    char text[128];
    /* The GNU form returns the text, which need not be in the buffer. */
    const char *reason = strerror_r(code, text, sizeof text);
    return cut_fail_at(err, CUTLINE_IO, file, CUTLINE_NO_OFFSET, "%s: %s", what, reason);
}

void cut_error_set_where(cutline_error *err, const char *format, ...)
{
    char where[64];
    va_list args;
    if (!err)
        return;
    cutline_error why = *err;
    va_start(args, format);
    vsnprintf(where, sizeof where, format, args);
    va_end(args);
    cut_fail_at(err, why.status, why.file, why.offset, "%s: %s", where, why.message);
}

void cut_error_set_file(cutline_error *err, const char *file)
{
    if (err && err->file[0] == '\0')
        set_file(err, file);
}

void cutline_error_clear(cutline_error *err)
{
    if (!err)
        return;
    memset(err, 0, sizeof *err);
    err->offset = CUTLINE_NO_OFFSET;
}

char *cutline_error_text(const cutline_error *err, char *out, unsigned size)
{
    if (err->file[0] && err->offset >= 0)
        snprintf(out, size, "%s: byte %lld: %s", err->file, (long long)err->offset, err->message);
    else if (err->file[0])
        snprintf(out, size, "%s: %s", err->file, err->message);
    else if (err->offset >= 0)
        snprintf(out, size, "byte %lld: %s", (long long)err->offset, err->message);
    else
        snprintf(out, size, "%s", err->message);
    return out;
}

const char *cutline_status_name(cutline_status status)
{
    static const char *const names[] = {
        "ok",           "no memory", "io",   "malformed", "unsupported", "limit",   "not found",
        "bad argument", "conflict",  "busy", "catalog",   "cancelled",   "internal"};
    size_t count = sizeof names / sizeof names[0];
    return (size_t)status < count ? names[status] : "unknown";
}
