/* Cells that are made of everything known about a photo, for columns_table.c: cut_cell_fn each. */
#ifndef CUT_SHEET_PHOTO_CELLS_H
#define CUT_SHEET_PHOTO_CELLS_H

#include "sheet/sheet.h"

#define CUT_PHOTO_CELL(name)                                                                       \
    cutline_strings cut_cell_##name(cut_sheet *sheet, const cutline_sheet_row *row)

/* The credit, taken apart, and where it was found. */
CUT_PHOTO_CELL(agencies);
CUT_PHOTO_CELL(photographers);
CUT_PHOTO_CELL(issuer);
CUT_PHOTO_CELL(roles);
CUT_PHOTO_CELL(credit_found);
CUT_PHOTO_CELL(credit_origin);
CUT_PHOTO_CELL(credit_where);
CUT_PHOTO_CELL(credit_conflicts);
/* All media IDs; and each with the evidence for it. */
CUT_PHOTO_CELL(media_ids);
CUT_PHOTO_CELL(evidence);
/* What the captions say. */
CUT_PHOTO_CELL(caption_found);
CUT_PHOTO_CELL(captions);
CUT_PHOTO_CELL(languages);
CUT_PHOTO_CELL(persons);
CUT_PHOTO_CELL(region);
CUT_PHOTO_CELL(file_photo);
/* Copyright notice, usage terms and instructions. */
CUT_PHOTO_CELL(rights);
/* What must be heeded, in words: withdrawn, embargo, restrictions. */
CUT_PHOTO_CELL(marks);
CUT_PHOTO_CELL(embargo);
CUT_PHOTO_CELL(expiry);
/* How it was made. */
CUT_PHOTO_CELL(picture_kind);
CUT_PHOTO_CELL(c2pa);
/* The file. */
CUT_PHOTO_CELL(format);
CUT_PHOTO_CELL(width);
CUT_PHOTO_CELL(height);
CUT_PHOTO_CELL(image_hash);
CUT_PHOTO_CELL(awaiting);
CUT_PHOTO_CELL(paths);
CUT_PHOTO_CELL(pages);
CUT_PHOTO_CELL(findings);

/* The values of a field as texts; a language alternative gives the one in row->lang. */
cutline_strings cut_cell_field(cut_sheet *sheet, const cutline_sheet_row *row, size_t field);

#endif
