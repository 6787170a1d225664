/* The tables of territory_table.c: how territories and media are called in notices. */
#ifndef CUT_CAPTION_TERRITORY_H
#define CUT_CAPTION_TERRITORY_H

#include <stddef.h>

typedef struct cut_notice_name {
    const char *name;    /* what it is called here */
    const char *aliases; /* folded (base/words.h), separated by '|' */
} cut_notice_name;

/* Territories that have several names, and groups of countries. */
extern const cut_notice_name cut_territories[];
extern const size_t cut_territory_count;
extern const cut_notice_name cut_media[];
extern const size_t cut_medium_count;

#endif
