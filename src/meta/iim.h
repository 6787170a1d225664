/*
 * IPTC IIM (Information Interchange Model 4.2): data sets, character sets, dates.
 */
#ifndef CUT_META_IIM_H
#define CUT_META_IIM_H

#include "base/finding.h"
#include "base/utf8.h"

typedef struct cut_iim_dataset {
    uint8_t record, number; /* 2:120 is record 2, number 120 */
    cut_view raw;           /* value bytes as stored */
    cut_str text;           /* UTF-8, trailing NULs cut; set by cut_iim_decode(), often part
                               of raw; {NULL, 0} if binary */
    uint64_t offset;        /* of the value in the file, as far as known */
} cut_iim_dataset;

typedef struct cut_iim {
    CUT_VEC(cut_iim_dataset) sets; /* in file order */
    cut_view stream;               /* the bytes the IPTC digest is taken over */
    cut_charset charset;           /* what the text was decoded as */
} cut_iim;

/* A text that another block has for the same property: decoding picks the charset that makes the
 * two equal (mwg.md section 4 order: 1:90, UTF-8, twin, CP1252 / MacRoman). */
typedef struct cut_iim_twin {
    uint8_t record, number;
    cut_str text;
} cut_iim_twin;

/* Splits a stream into data sets, byte-swapped and NUL-padded ones too; `out` is appended to, so
 * that several blocks can be read one after the other. Damage becomes a finding. */
CUTLINE_MUST_CHECK cutline_status cut_iim_parse(cut_arena *arena, cut_view bytes, uint64_t base,
                                                const char *file, cut_iim *out,
                                                cut_findings *findings, cutline_error *err);
/* True if the charset is in doubt, so that cut_iim_decode() asks the twins. */
bool cut_iim_wants_twins(const cut_iim *iim);
/* Decodes all texts, with a finding where the charset had to be guessed. */
CUTLINE_MUST_CHECK cutline_status cut_iim_decode(cut_arena *arena, cut_iim *iim,
                                                 const cut_iim_twin *twins, size_t twin_count,
                                                 cut_findings *findings, cutline_error *err);
/* The nth (from 0) data set R:N, or NULL. */
const cut_iim_dataset *cut_iim_find(const cut_iim *iim, uint8_t record, uint8_t number, size_t nth);

#endif
