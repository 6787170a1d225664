/* The scanners of this folder, one a file; cut_formats[] in media.c is the order of probing. */
#ifndef CUT_MEDIA_FORMATS_H
#define CUT_MEDIA_FORMATS_H

#include "media/media.h"

extern const cut_format cut_format_jpeg;
extern const cut_format cut_format_png;
extern const cut_format cut_format_webp;
extern const cut_format cut_format_tiff;
extern const cut_format cut_format_heif;
extern const cut_format cut_format_jp2;
extern const cut_format cut_format_jxl;
extern const cut_format cut_format_mrw;
extern const cut_format cut_format_exv;
extern const cut_format cut_format_raf;
extern const cut_format cut_format_psd;
extern const cut_format cut_format_gif;
extern const cut_format cut_format_xmp;

#endif
