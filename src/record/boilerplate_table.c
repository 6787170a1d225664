/* Each stands in thousands of unrelated pictures, written by the cameras and programs named. */
#include "record/boilerplate.h"

#include <stddef.h>

const char *const cut_caption_boilerplate[] = {
    "*DIGITAL CAMERA",     /* Olympus, Minolta, Sanyo, GE, Kodak, Casio */
    "<Digimax *>",         /* Samsung Digimax */
    "SAMSUNG",             /* Samsung */
    "SONY DSC",            /* Sony */
    "DCIM\\*",             /* GoPro, DJI: the path on the card */
    "DCF 1.0",             /* Minolta */
    "GC-X1E Image",        /* JVC */
    "WWL",                 /* Polaroid */
    "Exif_JPEG_PICTURE",   /* Sony and others */
    "Exif JPEG",           /* Vivitar and others */
    "JPEG",                /* webcams */
    "Digital StillCamera", /* compacts without a name */
    "Digital image",       /* scanners */
    "Created with GIMP*",  /* GIMP */
    "default",             /* DJI */
    "cof",
    "dav",
    "edf",
    "fbt",
    "hdr",
    "hdrpl", /* Huawei and Honor: the shooting mode */
    "mde",
    "nor",
    "oznor",
    "ptr",
    "rbt",
    "sdr", /* more of them */
    NULL,
};

const char *const cut_copyright_boilerplate[] = {
    "COPYRIGHT, ####",        /* Samsung Digimax */
    "COPYRIGHT,####",         /* Samsung Digimax */
    "(C) by * User",          /* Ricoh */
    "KODAK * DIGITAL CAMERA", /* Kodak */
    NULL,
};

const char *const cut_byline_boilerplate[] = {
    "unknown", /* Canon */
    "Picasa",  /* Picasa signs as the artist */
    NULL,
};
