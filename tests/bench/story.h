/* What the photo of a number shows and says: invented, plausible, and the same on every machine. */
#ifndef CUT_BENCH_STORY_H
#define CUT_BENCH_STORY_H

#include "samples/bytes.h"

typedef enum story_agency { STORY_REUTERS, STORY_AP, STORY_AFP, STORY_AGENCIES } story_agency;

typedef struct story {
    unsigned number;
    story_agency agency;
    char id[24];   /* media ID, different for every number */
    char file[64]; /* name of the file */
    const char *city, *country, *code;
    char byline[48], headline[160], caption[640], credit[80], source[32], slug[64];
    char day[32]; /* "May 3, 2016" */
    char exif_time[24], iim_date[12], iim_time[16], xmp_time[32];
    const char *keywords[5]; /* up to the first NULL */
    unsigned iso, shutter;   /* speed; 1/shutter seconds */
} story;

void story_make(story *s, unsigned number);

/* Appends the blocks that an agency's desk leaves in a file: EXIF, image resources with IIM, XMP.
 * The XMP packet is padded with blanks up to xmp_size, as editors pad it; 0: no padding. */
void story_put_exif(bytes *out, const story *s, unsigned width, unsigned height);
void story_put_resources(bytes *out, const story *s);
void story_put_xmp(bytes *out, const story *s, size_t xmp_size);

#endif
