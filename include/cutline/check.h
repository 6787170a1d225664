/*
 * Checks of captions: what an editor would mend before a picture goes out. Each rule has a fixed
 * code ("double-space", "no-credit", ...); a fault is a place where a rule is broken.
 */
#ifndef CUTLINE_CHECK_H
#define CUTLINE_CHECK_H

#include <cutline/catalog.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A rule. */
typedef struct cutline_check_rule {
    /** Fixed code: "double-space". */
    const char *code;
    /** What is wrong if it is broken, in one line: "two blanks in a row". */
    const char *summary;
} cutline_check_rule;

/** The rule at an index from 0 on; NULL past the last. */
CUTLINE_API const cutline_check_rule *cutline_check_rule_at(size_t index);

/** A place where a rule is broken. */
typedef struct cutline_fault {
    /** Code of the rule. */
    const char *code;
    /** Field that it concerns; NULL if no single one. */
    const char *field;
    /** Byte of the field's text at which it is seen; CUTLINE_NO_OFFSET if it is at no place. */
    int64_t offset;
    /** One sentence for people, without full stop. */
    const char *detail;
} cutline_fault;

/** Faults, in the order of the rules. */
typedef struct cutline_faults {
    /** The faults; at most 200 are kept. */
    const cutline_fault *items;
    size_t count;
} cutline_faults;

/**
 * Checks the caption, the credit and the fields of a photo.
 * @param out  receives the faults; release with cutline_faults_free()
 * @return CUTLINE_OK, with or without faults; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_check_photo(const cutline_photo *photo,
                                                                  cutline_faults **out,
                                                                  cutline_error *err);

/**
 * Checks a caption by itself, before it is anybody's.
 * @param text    the caption; need not be valid UTF-8 nor NUL-terminated
 * @param length  its bytes
 * @param out     as above
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_check_caption(const char *text, size_t length,
                                                                    cutline_faults **out,
                                                                    cutline_error *err);
/** Releases faults; NULL is allowed. */
CUTLINE_API void cutline_faults_free(cutline_faults *faults);

#ifdef __cplusplus
}
#endif
#endif
