/* Bounds on what the program takes in, each with its reason. The library has its own. */
#ifndef CLI_LIMITS_H
#define CLI_LIMITS_H

/* A path or media ID read from standard input: PATH_MAX is 4,096, IDs have at most 255 bytes, and
 * a file list may carry blanks around them. */
#define CLI_MAX_ITEM ((size_t)64 << 10)

/* A line of NDJSON: the library reads 128 KiB of a caption, and JSON may spell each of its bytes
 * as six ("\u00e9"). */
#define CLI_MAX_JSON_LINE ((size_t)1 << 20)

/* A caption file: far more than any caption, little enough to be read whole. */
#define CLI_MAX_CAPTION_FILE ((size_t)16 << 20)

/* A file of edits with variables: a few lines. */
#define CLI_MAX_TEMPLATE ((size_t)1 << 20)

/* A file of code replacements: what the library takes. */
#define CLI_MAX_CODES_FILE ((size_t)16 << 20)

/* A file of terms: what the library takes. */
#define CLI_MAX_VOCABULARY_FILE ((size_t)16 << 20)

/* A preset or a template of sheets: what the library takes of a template. */
#define CLI_MAX_PRESET ((size_t)1 << 20)

/* Paths from standard input that are handed to one import call, so that a list of any length
 * takes constant memory. */
#define CLI_IMPORT_BATCH ((size_t)4096)

/* A table or JSON lines of edits. */
#define CLI_MAX_EDITS (64u << 20)

#endif
