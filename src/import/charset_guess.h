/* Guessing the charset of a text that says none and is not UTF-8. */
#ifndef CUT_IMPORT_CHARSET_GUESS_H
#define CUT_IMPORT_CHARSET_GUESS_H

#include "base/arena.h"

/* The charset as iconv knows it, if the bytes show it: Chinese (GB18030), Japanese (Shift_JIS,
 * EUC-JP), Korean (EUC-KR), Cyrillic (Windows-1251). NULL if they do not. */
const char *cut_charset_guess(cut_view bytes);

/* The text with each line made whole that was UTF-8 and was read as Windows-1252 ("CÃ¡diz" for
 * "Cádiz"). The text itself if there is none; {NULL, 0} if memory runs out. */
cut_str cut_undo_misreading(cut_arena *arena, cut_str text);

#endif
