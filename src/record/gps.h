/*
 * Geographic positions: EXIF holds degrees, minutes and seconds as rationals, XMP the text
 * "48,16.5N"; records hold decimal degrees. Numbers are written without the C library's help, whose
 * decimal point is that of the caller's locale.
 */
#ifndef CUT_RECORD_GPS_H
#define CUT_RECORD_GPS_H

#include "base/str.h"

#define CUT_NUMBER_SIZE 32

/* Decimal text of a number with at most 7 places (a centimetre, in degrees), no trailing zeros:
 * "48.275". Returns out. */
char *cut_number_format(double value, char out[CUT_NUMBER_SIZE]);
/* "48,16.5N" or "48,16,30N" (Exif in XMP, ISO 16684-2): degrees, south and west negative. False if
 * it is not of this form. */
bool cut_gps_parse(cut_str text, double *degrees);
/* "480/10" as a number; false if it is not a rational or its denominator is 0. */
bool cut_rational_parse(cut_str text, double *value);

#endif
