/*
 * How a picture was exposed: EXIF holds rationals, XMP their text ("10/2500"); records hold what
 * people write: "1/250" seconds, "2.8".
 */
#ifndef CUT_RECORD_EXPOSURE_H
#define CUT_RECORD_EXPOSURE_H

#include "record/gps.h"
#include "record/reading.h"

/* Seconds: short ones as a fraction of one ("1/250"), others as a decimal number. Returns out. */
char *cut_exposure_format(double seconds, char out[CUT_NUMBER_SIZE]);

/* Writes the rationals that a block said of a field as its codec has it (CUT_CODEC_RATIONAL,
 * CUT_CODEC_EXPOSURE); other text stays as it is. False if memory runs out. */
bool cut_values_normalise_rationals(cut_reading *r, size_t field, cut_voice voice);

/* The EXIF rational of a field of these codecs. False if memory runs out. */
bool cut_gather_rational(cut_reading *r, size_t field);

#endif
