/* Pages for reading: a label and a value a line, long values wrapped beside their label. */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include "cli/out.h"

#include <cutline/record.h>

/* Column in which values start. */
#define CLI_PAGE_LABEL 22

/* "label:      value". Nothing for a NULL value. */
void cli_page_text(cli_out *out, const char *label, const char *value);
/* Only the label, for a value that the caller prints; it starts in column CLI_PAGE_LABEL. */
void cli_page_label(cli_out *out, const char *label);
/* Values separated by ", ". Nothing for an empty list. */
void cli_page_strings(cli_out *out, const char *label, cutline_strings values);
/* Restrictions in words: "no resale, editorial only". */
void cli_page_restrictions(cli_out *out, cutline_strings restrictions);
/* The credit line and its parts. Nothing if there is no credit. */
void cli_page_credit(cli_out *out, const cutline_credit *credit);
/* "John Kerry (L), Staffan de Mistura". */
void cli_page_persons(cli_out *out, const cutline_person *persons, size_t count);
/* "Geneva, Switzerland". */
void cli_page_place(cli_out *out, const cutline_place *place);
/* Kind of picture, C2PA manifest, embargo and expiry, as far as they are known. */
void cli_page_provenance(cli_out *out, const cutline_provenance *p);
/* "reuters:RTX2CGS3 (iim 2:103)", one a line. */
void cli_page_media_ids(cli_out *out, cutline_media_ids ids);
/* A field with its origin and, if the blocks disagree, what each says. */
void cli_page_field(cli_out *out, const cutline_field *field);
/* "disagree: headline: ..." one a line. */
void cli_page_findings(cli_out *out, const cutline_finding *findings, size_t count);

#endif
