/*
 * The caption grammar: text -> tokens -> credit, persons, place, date, restrictions.
 * Public results are those of <cutline/caption.h>; here are the calls that work in an arena.
 */
#ifndef CUT_CAPTION_CAPTION_H
#define CUT_CAPTION_CAPTION_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"

#include <cutline/caption.h>

/* Parses a caption; all of *out lives in the arena. */
CUTLINE_MUST_CHECK cutline_status cut_caption_parse(cut_arena *arena, cut_str text,
                                                    cutline_caption *out, cutline_error *err);

/* Parses text that is known to be a credit line and nothing else (XMP photoshop:Credit, IIM 2:110,
 * 2:80, a list column): "REUTERS/Denis Balibouse", "AFP via Getty Images", "Denis Balibouse".
 * A value that names no agency and looks like a person is a photographer, otherwise the issuer.
 * An IIM value cut at 32 octets still finds its agency by prefix. */
CUTLINE_MUST_CHECK cutline_status cut_credit_parse(cut_arena *arena, cut_str line,
                                                   cutline_credit *out, cutline_error *err);

/* Canonical name ("Reuters") of an agency in any known spelling, alone in the text ("REUTERS",
 * "AP Photo", "Agence France-Presse"); NULL if it is not one. Static storage. */
const char *cut_agency_canonical(cut_str text);

/* Name in natural case: "DENIS BALIBOUSE" -> "Denis Balibouse", "Rodrigo BUENAVENTURA" -> "Rodrigo
 * Buenaventura", particles and Mc/O' right; a name already in mixed case stays. */
cut_str cut_name_natural_case(cut_arena *arena, cut_str name);

/* Writes the members of cutline_caption_json() / the "credit" object to an open JSON object. */
void cut_caption_json(cut_json *j, const cutline_caption *caption);
void cut_credit_json(cut_json *j, const cutline_credit *credit);
void cut_strings_json(cut_json *j, const cutline_strings *strings);
/* Write the values "persons" (an array) and "place" (an object). */
void cut_persons_json(cut_json *j, const cutline_person *persons, size_t count);
void cut_place_json(cut_json *j, const cutline_place *place);

#endif
