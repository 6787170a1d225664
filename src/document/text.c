#include "document/text.h"

#include <glib.h>

/* U+202A to U+202E and U+2066 to U+2069. */
static gboolean turns_direction(gunichar c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* U+FFFE and U+FFFF are no characters, and XML has no place for them. */
static gboolean is_dropped(gunichar c)
{
    gboolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    return (control && c != '\n' && c != '\t') || turns_direction(c) || (c & 0xFFFE) == 0xFFFE;
}

const char *doc_next(const char *p)
{
    return p + g_utf8_skip[(unsigned char)*p];
}

char *doc_clean(const char *text)
{
    char *valid = g_utf8_make_valid(text ? text : "", -1);
    GString *clean = g_string_sized_new(strlen(valid));
    for (const char *p = valid; *p; p = doc_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!is_dropped(c))
            g_string_append_unichar(clean, c);
    }
    g_free(valid);
    return g_string_free(clean, FALSE);
}

int doc_is_rtl(const char *text)
{
    while (*text && !g_unichar_isalpha(g_utf8_get_char(text)))
        text = doc_next(text);
    switch (g_unichar_get_script(g_utf8_get_char(text))) {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
        return 1;
    default:
        return 0;
    }
}
