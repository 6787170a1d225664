/*
 * The grammar cases of tests/grammar/: invented captions with what must be read in them. A file
 * holds cases of this form; what a case does not name must be empty, but `caption` and `language`
 * are looked at only where they are named:
 *
 *     = title
 *     the caption, in one or more lines (\r\n stands for a line end, \uXXXX for a character)
 *     --
 *     line: REUTERS/Denis Moreillon
 *     agencies: Reuters; Getty Images
 *     persons: Adrian Kessler (L); Yusuf al-Rawas
 *     roles: handout via
 *     file: yes
 */
#include "base/arena.h"
#include "base/utf8.h"
#include "caption/caption.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

/* What a case expects, or what was read, in the words of the file. */
typedef struct answers {
    cut_str line, agencies, photographers, issuer, roles, persons, city, region, country, date,
        restrictions, file, caption, language;
} answers;

static const struct {
    const char *name;
    size_t at;
    bool optional; /* not compared if the case does not name it */
} keys[] = {
    {"line", offsetof(answers, line), false},
    {"agencies", offsetof(answers, agencies), false},
    {"photographers", offsetof(answers, photographers), false},
    {"issuer", offsetof(answers, issuer), false},
    {"roles", offsetof(answers, roles), false},
    {"persons", offsetof(answers, persons), false},
    {"city", offsetof(answers, city), false},
    {"region", offsetof(answers, region), false},
    {"country", offsetof(answers, country), false},
    {"date", offsetof(answers, date), false},
    {"restrictions", offsetof(answers, restrictions), false},
    {"file", offsetof(answers, file), false},
    {"caption", offsetof(answers, caption), true},
    {"language", offsetof(answers, language), true},
};
#define KEYS (sizeof keys / sizeof *keys)

static cut_str *answer(answers *a, size_t key)
{
    return (cut_str *)(void *)((char *)a + keys[key].at);
}

static unsigned hex(const char *p)
{
    unsigned value = 0;
    for (size_t i = 0; i < 4; i++) {
        char c = cut_to_lower(p[i]);
        value = value * 16 + (unsigned)(cut_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
}

/* Resolves \r, \n and \uXXXX. */
static cut_str unescape(cut_arena *arena, cut_str s)
{
    char *out = cut_arena_alloc(arena, s.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; out && i < s.n; i++) {
        if (s.p[i] != '\\' || i + 1 >= s.n) {
            out[n++] = s.p[i];
        } else if (s.p[i + 1] == 'u' && i + 5 < s.n) {
            n += cut_utf8_put(out + n, hex(s.p + i + 2));
            i += 5;
        } else {
            out[n++] = s.p[++i] == 'r' ? '\r' : '\n';
        }
    }
    return (cut_str){out, n};
}

static cut_str joined(cut_arena *arena, const cutline_strings *list, const char *separator)
{
    const char *all = "";
    for (size_t i = 0; i < list->count && all; i++)
        all = cut_arena_printf(arena, "%s%s%s", all, i ? separator : "", list->items[i]);
    return cut_str_from(all);
}

static cut_str people(cut_arena *arena, const cutline_caption *c)
{
    const char *all = "";
    for (size_t i = 0; i < c->person_count && all; i++) {
        const cutline_person *p = &c->persons[i];
        all = cut_arena_printf(arena, p->position ? "%s%s%s (%s)" : "%s%s%s", all, i ? "; " : "",
                               p->name, p->position);
    }
    return cut_str_from(all);
}

static answers read_in(cut_arena *arena, const cutline_caption *c)
{
    return (answers){
        .line = cut_str_from(c->credit.line),
        .agencies = joined(arena, &c->credit.agencies, "; "),
        .photographers = joined(arena, &c->credit.photographers, "; "),
        .issuer = cut_str_from(c->credit.issuer),
        .roles = joined(arena, &c->credit.roles, " "),
        .persons = people(arena, c),
        .city = cut_str_from(c->place.city),
        .region = cut_str_from(c->place.region),
        .country = cut_str_from(c->place.country),
        .date = cut_str_from(c->date),
        .restrictions = joined(arena, &c->restrictions, " "),
        .file = cut_str_from(c->file_photo ? "yes" : ""),
        .caption = cut_str_from(c->caption),
        .language = cut_str_from(c->language),
    };
}

/* One "key: value" line of a case; false if the key is unknown. */
static bool expect(answers *wanted, cut_str line)
{
    size_t colon = cut_str_find_char(line, ':', 0);
    for (size_t k = 0; colon != SIZE_MAX && k < KEYS; k++) {
        if (cut_str_eq(cut_str_slice(line, 0, colon), cut_str_from(keys[k].name))) {
            *answer(wanted, k) = cut_str_trim(cut_str_slice(line, colon + 1, line.n));
            return true;
        }
    }
    return line.n == 0;
}

static bool compare(answers *wanted, answers *got)
{
    bool same = true;
    for (size_t k = 0; k < KEYS; k++) {
        cut_str w = *answer(wanted, k), g = *answer(got, k);
        if ((keys[k].optional && !w.p) || cut_str_eq(w, g))
            continue;
        printf("#   %s: wanted <%.*s>, read <%.*s>\n", keys[k].name, CUT_FMT(w), CUT_FMT(g));
        same = false;
    }
    return same;
}

static bool run_case(cut_str body)
{
    cut_arena arena;
    cut_arena_init(&arena, (size_t)8 << 20);
    size_t rule = cut_str_find(body, CUT_STR("\n--\n"), 0);
    cut_str text = unescape(&arena, cut_str_slice(body, 0, rule));
    cut_str rest = rule == SIZE_MAX ? (cut_str){NULL, 0} : cut_str_slice(body, rule + 4, body.n);
    answers wanted = {.line = {NULL, 0}};
    bool good = rule != SIZE_MAX;
    while (rest.p) {
        cut_str line = cut_str_trim(cut_str_split(&rest, '\n'));
        if (!expect(&wanted, line)) {
            printf("#   no such key: %.*s\n", CUT_FMT(line));
            good = false;
        }
    }
    cutline_caption caption;
    good = cut_caption_parse(&arena, text, &caption, NULL) == CUTLINE_OK && good;
    if (good) {
        answers got = read_in(&arena, &caption);
        good = compare(&wanted, &got);
    }
    cut_arena_release(&arena);
    return good;
}

static unsigned run_cases(const char *path, cut_str all)
{
    unsigned failed = 0;
    size_t at = cut_str_starts(all, CUT_STR("= ")) ? 0 : cut_str_find(all, CUT_STR("\n= "), 0) + 1;
    while (at < all.n) {
        size_t end = cut_str_find(all, CUT_STR("\n= "), at);
        cut_str body = cut_str_slice(all, at + 2, end);
        cut_str title = cut_str_split(&body, '\n');
        bool good = run_case(body);
        printf("%s - %s: %.*s\n", good ? "ok" : "not ok", path, CUT_FMT(title));
        failed += !good;
        at = end == SIZE_MAX ? all.n : end + 1;
    }
    return failed;
}

static unsigned run_file(const char *path)
{
    static char text[512 << 10];
    FILE *f = fopen(path, "rb");
    size_t n = f ? fread(text, 1, sizeof text, f) : 0;
    if (f)
        fclose(f);
    if (n == 0 || n == sizeof text) {
        printf("not ok - %s: cannot be read\n", path);
        return 1;
    }
    return run_cases(path, (cut_str){text, n});
}

int main(int argc, char **argv)
{
    unsigned failed = 0;
    glob_t found = {.gl_pathc = 0};
    if (argc > 1) {
        for (int i = 1; i < argc; i++)
            failed += run_file(argv[i]);
        return failed != 0;
    }
    if (glob("tests/grammar/*.cases", 0, NULL, &found) != 0) {
        printf("not ok - no tests/grammar/*.cases\n");
        return 1;
    }
    for (size_t i = 0; i < found.gl_pathc; i++)
        failed += run_file(found.gl_pathv[i]);
    globfree(&found);
    return failed != 0;
}
