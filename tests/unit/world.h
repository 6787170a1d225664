/*
 * A few files and pages that change at random, but repeatably, and name each other's IDs: what
 * tests of linking do to a catalog.
 */
#ifndef CUT_TESTS_WORLD_H
#define CUT_TESTS_WORLD_H

#include "desk.h"

#define FILES 5
#define PAGES 3
#define IDS 7

static unsigned seed;

static inline unsigned pick(unsigned n)
{
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % n;
}

/* Some match others: bare 1000001 matches getty:1000001 and aawsat:1000001, the short ones not. */
static const char *const universe[IDS] = {"getty:1000001", "bare:1000001", "aawsat:1000001",
                                          "reuters:RTX1",  "bare:12345",   "getty:12345",
                                          "aawsat:2000002"};
static const char *const captions[4] = {"A man walks in Geneva. REUTERS/Denis Balibouse",
                                        "A woman runs. (AP Photo/Jane Roe)", "No credit here",
                                        NULL};

/* Names of files, as lists give them. */
static const char *const files[3] = {"file=0", "file=1.JPG", "file=c:\\wire\\2.jpg"};

/* The last state of everything, as it was put. */
typedef struct world {
    bool has_file[FILES], has_page[PAGES];
    desk_photo files[FILES];
    desk_page pages[PAGES];
    char file_ids[FILES][128], page_ids[PAGES][3][128];
    char file_paths[FILES][32], page_paths[PAGES][32];
} world;

static inline void some_ids(char *out, size_t size, unsigned most)
{
    out[0] = '\0';
    for (unsigned n = pick(most + 1); n > 0; n--) {
        const char *id = universe[pick(IDS)];
        size_t used = strlen(out);
        if (!strstr(out, id))
            snprintf(out + used, size - used, "%s%s", used ? " " : "", id);
    }
}

static inline void change_file(world *w, unsigned f)
{
    some_ids(w->file_ids[f], sizeof w->file_ids[f], 2);
    if (!w->has_file[f])
        snprintf(w->file_paths[f], sizeof w->file_paths[f], "/wire/%u.jpg", f);
    w->files[f] =
        (desk_photo){.path = w->file_paths[f], .hash = 1 + pick(4), .ids = w->file_ids[f]};
    const char *caption = captions[pick(4)];
    if (caption)
        w->files[f].fields[0] = (desk_field){"caption", caption};
    w->has_file[f] = true;
}

static inline void change_page(world *w, unsigned p)
{
    snprintf(w->page_paths[p], sizeof w->page_paths[p], "/pages/%u", p);
    w->pages[p] =
        (desk_page){.path = w->page_paths[p], .kind = p == 0 ? CUT_PAGE_LIST : CUT_PAGE_ARTICLE};
    for (unsigned i = 0, n = 0; i < pick(4); i++) {
        char *ids = w->page_ids[p][i % 3];
        some_ids(ids, sizeof w->page_ids[p][i % 3], 2);
        size_t used = strlen(ids);
        if (p == 0 && pick(2))
            snprintf(ids + used, sizeof w->page_ids[p][i % 3] - used, "%s%s", used ? " " : "",
                     files[pick(3)]);
        if (ids[0] && n < 3)
            w->pages[p].items[n++] = (desk_item){ids, captions[pick(4)]};
    }
    w->has_page[p] = true;
}

/* The file goes by a name that no list knows, or by its old one again. */
static inline void move_file(desk *d, world *w, unsigned f)
{
    char from[32];
    memcpy(from, w->file_paths[f], sizeof from);
    snprintf(w->file_paths[f], sizeof w->file_paths[f],
             strstr(from, "moved") ? "/wire/%u.jpg" : "/wire/moved-%u.jpg", f);
    desk_photo moved = w->files[f];
    moved.from = from;
    desk_put_photo(d, &moved);
}

/* One random thing that happens to files or pages. */
static inline void step(desk *d, world *w)
{
    unsigned which = pick(FILES);
    if (w->has_file[which] && pick(4) == 0)
        move_file(d, w, which);
    if (pick(2)) {
        unsigned f = pick(FILES);
        change_file(w, f);
        /* Now and then without the image data first. */
        desk_photo shallow = w->files[f];
        shallow.hash = 0;
        if (pick(3) == 0)
            desk_put_photo(d, &shallow);
        desk_put_photo(d, &w->files[f]);
    } else {
        unsigned p = pick(PAGES);
        change_page(w, p);
        desk_put_page(d, &w->pages[p]);
    }
}

#endif
