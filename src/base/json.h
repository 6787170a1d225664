/*
 * Streaming JSON writer into a cut_buf. Commas, escapes and nesting are its business; the caller
 * only says what comes next. It exists beside jansson (which reads JSON) because records and sheets
 * are written by the million and need no tree in memory. Text must be UTF-8; invalid bytes are
 * written as U+FFFD, so the output is always valid JSON.
 */
#ifndef CUT_BASE_JSON_H
#define CUT_BASE_JSON_H

#include "base/buf.h"

#define CUT_JSON_DEPTH 32

typedef struct cut_json {
    cut_buf *out;              /* not owned; check cut_buf_ok() at the end */
    unsigned depth;            /* open objects and arrays */
    bool some[CUT_JSON_DEPTH]; /* a value was written at this depth: a comma comes next */
    bool after_key;            /* a key was written, its value comes next */
} cut_json;

void cut_json_init(cut_json *j, cut_buf *out);
void cut_json_begin_object(cut_json *j);
void cut_json_end_object(cut_json *j);
void cut_json_begin_array(cut_json *j);
void cut_json_end_array(cut_json *j);
void cut_json_name(cut_json *j, cut_str key);
/* The same; the compiler knows the length of a key that stands in the source. */
static inline void cut_json_key(cut_json *j, const char *key)
{
    cut_json_name(j, cut_str_from(key));
}
void cut_json_str(cut_json *j, cut_str s);
/* NULL writes null. */
void cut_json_z(cut_json *j, const char *z);
void cut_json_int(cut_json *j, int64_t n);
void cut_json_bool(cut_json *j, bool value);
void cut_json_null(cut_json *j);

/* Key and value in one call. */
void cut_json_key_z(cut_json *j, const char *key, const char *z);
void cut_json_key_str(cut_json *j, const char *key, cut_str s);
void cut_json_key_int(cut_json *j, const char *key, int64_t n);
void cut_json_key_bool(cut_json *j, const char *key, bool value);

#endif
