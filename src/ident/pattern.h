/*
 * Shape patterns: a small language for the shapes of media IDs, matched without compiling and
 * without memory. A pattern must match the whole text; ASCII letters match in either case.
 *
 *   #  digit          @  letter          $  letter or digit      %  hex digit
 *   =  letter, digit or one of . - _     [-_]  one of these      <a|bc>  one of these words
 *   *  any run of bytes, also none       ~  the end, or from a byte that is no letter or digit on
 *   (...)  a group, handed out           others stand for themselves
 *   {n} {m,n} {m,}  repeats the piece before; + is {1,}, ? is {0,1}
 *
 * "RC2${9}" is RC2 and nine letters or digits; "gettyimages-(#{6,10})~" hands out the digits.
 */
#ifndef CUT_IDENT_PATTERN_H
#define CUT_IDENT_PATTERN_H

#include "base/str.h"

/* Groups that one pattern can hand out. */
#define CUT_PATTERN_GROUPS 2

/* True if the pattern matches all of the text. groups, if not NULL, receives the groups in order
 * after a match; those that the pattern does not have are left empty. Time is bounded for texts up
 * to CUT_MAX_MEDIA_ID bytes; longer texts never match. */
bool cut_pattern_match(const char *pattern, cut_str text, cut_str groups[CUT_PATTERN_GROUPS]);

/* False if no text that begins with c can match the pattern: most texts fail there. */
bool cut_pattern_may_start(const char *pattern, char c);

#endif
