/* Templates and codes: any bytes give a tree and a text, or a plain error. */
#include "fuzz.h"

#include <cutline/codes.h>
#include <cutline/template.h>
#include <stdlib.h>
#include <string.h>

static cutline_strings value_of(const char *name, void *context)
{
    static const char *const values[] = {"2016-05-02T08:03:22+02:00", "Zürich", ""};
    (void)context;
    return (cutline_strings){values, strlen(name) % 4};
}

static void fill_in(const uint8_t *data, size_t size)
{
    cutline_template *tmpl;
    char *out;
    if (cutline_template_parse((const char *)data, size, &tmpl, NULL) != CUTLINE_OK)
        return;
    if (cutline_template_expand(tmpl, value_of, NULL, &out, NULL) == CUTLINE_OK)
        cutline_free(out);
    cutline_template_free(tmpl);
}

/* The input is taken for a file of codes, and for a text in which they are replaced. */
static void replace(const uint8_t *data, size_t size)
{
    cutline_codes *codes;
    char *out, *text = malloc(size + 1);
    if (!text || cutline_codes_new(&codes, NULL) != CUTLINE_OK)
        abort();
    memcpy(text, data, size);
    text[size] = '\0';
    if (cutline_codes_add(codes, text, size, NULL, NULL, NULL, NULL) == CUTLINE_OK &&
        cutline_codes_expand(codes, text, '\\', NULL, NULL, &out, NULL) == CUTLINE_OK)
        cutline_free(out);
    cutline_codes_free(codes);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fill_in(data, size);
    replace(data, size);
    return 0;
}
