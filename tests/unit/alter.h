/*
 * What happens to a photo between the agency's wire and a web page: made smaller, compressed again,
 * cropped, written on, framed. For telling how well pictures are recognised afterwards. Also drawn
 * scenes that stand in for photos.
 */
#ifndef CUT_TESTS_ALTER_H
#define CUT_TESTS_ALTER_H

#include "image/pixels.h"

/* What is done to a picture, in the order of the members; 0: not done. */
typedef struct alteration {
    const char *name;
    /* The altered picture must be recognised this often, in percent (issue targets). */
    double target;
    /* Parts of width and height that are cut off, at sides chosen by the picture's number. */
    double crop_width, crop_height;
    bool grey;
    double gain;       /* contrast: distance from mid grey times this */
    double brightness; /* levels added */
    double gamma;      /* power taken of the brightness */
    double bar;        /* a caption bar with writing over this part of the height, at the bottom */
    double bar_below;  /* the same, set below the picture */
    double logo;       /* an opaque logo with sides this part of the picture's, in a corner */
    double watermark;  /* writing across the middle, this opaque */
    double border;     /* a plain frame, its width this part of the picture's */
    double page;       /* a screenshot of a page on which the picture has this part of the width */
    bool mirror;
    unsigned turn;    /* EXIF orientation applied */
    unsigned longest; /* made smaller to this longest side */
    int webp;         /* WebP there and back at this quality */
    int quality;      /* of the JPEG that is written; 0: 85 */
} alteration;

/* Those that matter (alter_table.c). */
extern const alteration alterations[];
extern const unsigned alteration_count;

/* The altered picture, before it is written (webp and quality are the caller's). number decides on
 * places and colours. False if memory runs out. */
bool alter(cut_arena *arena, const cut_pixels *in, const alteration *how, unsigned number,
           cut_pixels *out);

/* A scene of many things before and behind each other, lit and grained as photos are; another one
 * for each number. False if memory runs out. */
bool draw_scene(cut_arena *arena, uint32_t width, uint32_t height, unsigned number,
                cut_pixels *out);
/* The same of another make: rough ground below a rough sky. */
bool draw_land(cut_arena *arena, uint32_t width, uint32_t height, unsigned number, cut_pixels *out);

#endif
