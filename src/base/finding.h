/*
 * Findings: what is odd about a photo. A finding is never an error; damaged metadata gives one and
 * reading goes on.
 *
 * Codes (fixed; users filter by them):
 *   truncated          the file or a block ends before it should
 *   trailing-data      bytes follow the end of the image (a known trailer is named)
 *   segment-skipped    a segment was not understood or over a limit
 *   wrong-extension    the content is of another format than the name says
 *   exif-damaged       EXIF structure broken; what could be read was read
 *   iim-damaged        IIM structure broken
 *   iim-charset-guessed  IIM text without a usable 1:90; says what was assumed
 *   iim-over-limit     a value is longer than the standard allows
 *   iim-truncated      a value was cut at its IIM limit; the longer XMP value is used
 *   iim-digest-differs IIM was changed by a program that did not update XMP (IRB 0x0425)
 *   irb-damaged        Photoshop image resources broken
 *   xmp-damaged        XMP not well formed; read up to the break
 *   xmp-extension      extended XMP missing, incomplete or of another packet
 *   xmp-repeated       a second XMP packet stands in the file
 *   sidecar-conflict   an XMP sidecar says something else, or may be of another file
 *   sidecar-unreadable an XMP sidecar that cannot be opened or holds no XMP
 *   text-repaired      a text was not valid UTF-8
 *   disagree           EXIF, IIM and XMP say different things
 *   boilerplate        a value that cameras write by themselves was ignored
 *   bad-date           a date cannot be
 *   credit-conflict    byline, credit and caption name different people or agencies
 *   credit-in-caption  the credit field only points to the caption
 *   ai-generated       the digital source type says so
 *   c2pa               a C2PA manifest is present
 *   hash-skipped       the image hash could not be computed
 *   picture-damaged    the image data cannot be decoded, or only in part (full import)
 *   edited-conflict    the file says something else now than when a person edited the field
 *   id-conflict        another photo claims the same media ID
 *   page-no-id         a page that names no media ID
 *   page-no-caption    no caption stands beside a page's media ID
 *   list-no-id         a row of a caption list names no media ID and no file
 *   list-id-lost       a spreadsheet wrote an ID as 5.53502E+07
 *   list-row-cells     a row has fewer or more cells than the list has columns
 *   list-no-header     no column of a list is known to hold media IDs or file names
 *   page-too-long      more paragraphs or pictures than are looked at
 *   page-too-deep      HTML nested too deep was passed over
 */
#ifndef CUT_BASE_FINDING_H
#define CUT_BASE_FINDING_H

#include "base/arena.h"

#include <cutline/record.h>

typedef struct cut_findings {
    cut_arena *arena; /* holds the texts; not owned */
    CUT_VEC(cutline_finding) list;
    bool lost; /* memory ran out while adding */
} cut_findings;

static inline cut_findings cut_findings_in(cut_arena *arena)
{
    return (cut_findings){.arena = arena};
}

/* Adds a finding. code: a literal of the list above. field: a field name that outlives the list, or
 * NULL. The detail is formatted as by printf. After 200 findings further ones are dropped, so that
 * a hostile file cannot fill memory with them. */
void cut_finding_add(cut_findings *f, const char *code, const char *field, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
