/* The cosine waves of the perceptual hash. */
#ifndef CUT_IMAGE_PDQ_TABLE_H
#define CUT_IMAGE_PDQ_TABLE_H

/* sqrt(2 / 64) * cos(pi * i / 128): a quarter of a wave, of which all others are made. */
extern const float cut_pdq_quarter[65];

#endif
