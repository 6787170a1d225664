#include "base/unicode.h"
#include "ident/ident_table.h"
#include "ident/namespace.h"

static bool is_host_byte(char c)
{
    return cut_is_alnum(c) || c == '-' || c == '.';
}

/* "english.aawsat.com": ASCII labels, at least two, the last one of letters. */
static bool looks_like_host(cut_str s)
{
    size_t last_dot = SIZE_MAX;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_host_byte(s.p[i]))
            return false;
        if (s.p[i] == '.') {
            if (i == 0 || i + 1 == s.n || s.p[i + 1] == '.')
                return false;
            last_dot = i;
        }
    }
    return last_dot != SIZE_MAX && s.n - last_dot > 2 && cut_is_alpha(s.p[last_dot + 1]);
}

/* Cuts the last label off *host and returns it; {NULL, 0} when none is left. */
static cut_str pop_label(cut_str *host)
{
    if (!host->p)
        return (cut_str){NULL, 0};
    size_t start = host->n;
    while (start > 0 && host->p[start - 1] != '.')
        start--;
    cut_str label = cut_str_slice(*host, start, host->n);
    *host = start > 0 ? cut_str_slice(*host, 0, start - 1) : (cut_str){NULL, 0};
    return label;
}

/* Second labels under which countries register names, "co" of "example.co.uk". */
static bool is_public_second_label(cut_str label)
{
    static const char *const labels[] = {"co", "com", "org", "net", "gov", "edu",
                                         "ac", "or",  "ne",  "go",  "gob", "mil"};
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (cut_str_eq_nocase(label, cut_str_from(labels[i])))
            return true;
    return false;
}

/* "photos.example.co.uk" -> "example". The full list of public suffixes would be exact, but a
 * namespace only has to be short and the same each time. */
static const char *registrable_label(cut_arena *arena, cut_str host)
{
    cut_str top = pop_label(&host);
    cut_str label = pop_label(&host);
    if (top.n == 2 && host.p && is_public_second_label(label))
        label = pop_label(&host);
    char *out = cut_arena_copy(arena, label);
    for (size_t i = 0; out && i < label.n; i++)
        out[i] = cut_to_lower(out[i]);
    return out;
}

/* True if host is the domain or below it. */
static bool is_within(cut_str host, cut_str domain)
{
    return cut_str_ends_nocase(host, domain) &&
           (host.n == domain.n || host.p[host.n - domain.n - 1] == '.');
}

static const char *namespace_of_host(cut_arena *arena, cut_str host)
{
    for (size_t i = 0; i < cut_site_count; i++)
        if (cut_sites[i].host && is_within(host, cut_str_from(cut_sites[i].host)))
            return cut_sites[i].ns;
    return registrable_label(arena, host);
}

const char *cut_ident_site(cut_arena *arena, cut_str name_or_host)
{
    cut_str text = cut_str_trim(name_or_host);
    if (looks_like_host(text))
        return namespace_of_host(arena, text);
    cut_str folded = cut_uc_squeeze(arena, text);
    for (size_t i = 0; i < cut_site_count; i++) {
        cut_str name = cut_str_from(cut_sites[i].name);
        if (name.n > 0 && cut_str_starts(folded, name) &&
            (folded.n == name.n || cut_sites[i].is_prefix))
            return cut_sites[i].ns;
    }
    return NULL;
}

const char *cut_ident_namespace(cut_str typed)
{
    for (size_t i = 0; i < cut_id_shape_count; i++)
        if (cut_id_shapes[i].ns && cut_str_eq_nocase(typed, cut_str_from(cut_id_shapes[i].ns)))
            return cut_id_shapes[i].ns;
    for (size_t i = 0; i < cut_site_count; i++) {
        const cut_site_row *site = &cut_sites[i];
        cut_str rest = cut_str_from(site->host);
        if (cut_str_eq_nocase(typed, cut_str_from(site->ns)) ||
            (rest.n > 0 && cut_str_eq_nocase(typed, cut_str_split(&rest, '.'))))
            return site->ns;
    }
    return NULL;
}
