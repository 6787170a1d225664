/*
 * Records: the metadata of one photo, read from its EXIF, IPTC IIM and XMP blocks and reconciled.
 *
 * Field names are fixed ("caption", "headline", "credit", ...; cutline_field_info() lists them).
 * Everything handed out is read-only UTF-8 that lives as long as its record. Different records may
 * be used in different threads at once.
 */
#ifndef CUTLINE_RECORD_H
#define CUTLINE_RECORD_H

#include <cutline/caption.h>
#include <cutline/ident.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Which block wins where they disagree. */
typedef enum cutline_policy {
    /** XMP and IIM by the IPTC-digest rule, EXIF last for text; EXIF first for capture time. What
     * cameras write by themselves ("OLYMPUS DIGITAL CAMERA") does not count. */
    CUTLINE_POLICY_NEWSROOM = 0,
    /** The Metadata Working Group order (EXIF first), value by value as ExifTool's MWG module
     * applies it; blank texts of IIM and XMP count there. */
    CUTLINE_POLICY_MWG = 1
} cutline_policy;

/** Where a value came from. The order is part of the ABI. */
typedef enum cutline_origin {
    /** Nowhere: there is no value. */
    CUTLINE_ORIGIN_NONE = 0,
    /** The camera's block, EXIF. */
    CUTLINE_ORIGIN_EXIF,
    /** The IPTC block of the wires, IIM. */
    CUTLINE_ORIGIN_IIM,
    /** The XMP packet. */
    CUTLINE_ORIGIN_XMP,
    /** Parsed out of the caption text. */
    CUTLINE_ORIGIN_CAPTION,
    /** An archived page. */
    CUTLINE_ORIGIN_PAGE,
    /** A caption or credit list. */
    CUTLINE_ORIGIN_LIST,
    /** A person typed it; outranks everything. */
    CUTLINE_ORIGIN_HAND
} cutline_origin;

/** Fixed name of an origin: "exif", "iim", "xmp", "caption", "page", "list", "hand", "none". */
CUTLINE_API const char *cutline_origin_name(cutline_origin origin);

/** A part of a structured value. */
typedef struct cutline_member cutline_member;

/** One value of a field. */
typedef struct cutline_value {
    /** The text; NULL if the value is a structure. */
    const char *text;
    /** Language of a language alternative ("x-default", "fr"), else NULL. */
    const char *lang;
    /** Parts of a structure, else NULL. */
    const cutline_member *members;
    size_t member_count;
} cutline_value;

/** A named part of a structured value, e.g. City of LocationShown. */
struct cutline_member {
    /** XMP local name, e.g. "City". */
    const char *name;
    /** Its values: one, or a list. */
    const cutline_value *values;
    size_t count;
    /** The part is a list by its type, also where it has one entry. */
    bool is_list;
};

/** What one block said about a field. */
typedef struct cutline_said {
    /** The block. */
    cutline_origin origin;
    /** What it said, in the form of cutline_field.values. */
    const cutline_value *values;
    size_t count;
} cutline_said;

/** A field of a record. */
typedef struct cutline_field {
    /** Fixed name, e.g. "byline". */
    const char *name;
    /** Block of the effective value. */
    cutline_origin origin;
    /** Effective value: one entry for a plain text, several for lists and language alternatives
     * (x-default first). A plain text has several only where IIM may repeat it ("caption_writer").
     * Never empty. */
    const cutline_value *values;
    size_t count;
    /** What each block that has the field said, the effective one included. */
    const cutline_said *said;
    size_t said_count;
    /** The blocks do not agree (a value cut at its IIM limit agrees with its long form). */
    bool disagrees;
} cutline_field;

/** Something odd about a photo; never an error. */
typedef struct cutline_finding {
    /** Fixed code, e.g. "disagree", "iim-charset-guessed", "exif-damaged" (src/base/finding.h). */
    const char *code;
    /** Field name, or NULL if it concerns the file. */
    const char *field;
    /** One sentence, with the byte position where there is one. */
    const char *detail;
} cutline_finding;

/** Shape of a field's value. */
typedef enum cutline_kind {
    CUTLINE_KIND_TEXT,     /**< one plain text */
    CUTLINE_KIND_LANG_ALT, /**< one text in several languages */
    CUTLINE_KIND_LIST,     /**< an ordered or unordered list of texts */
    CUTLINE_KIND_DATE,     /**< ISO 8601 date or date-time, may be partial */
    CUTLINE_KIND_STRUCT,   /**< a structure */
    CUTLINE_KIND_STRUCTS   /**< a list of structures */
} cutline_kind;

/** What is known about a field, for help texts, column headers and validation. */
typedef struct cutline_field_info {
    /** Fixed name, e.g. "credit". */
    const char *name;
    /** Label for people, e.g. "Credit Line". */
    const char *label;
    /** Form of its values. */
    cutline_kind kind;
    /** XMP path, e.g. "photoshop:Credit"; NULL if none. */
    const char *xmp;
    /** IIM record and data set, e.g. 2 and 110; 0 if none. */
    unsigned iim_record, iim_dataset;
    /** Longest IIM value in octets; 0 if there is no limit. */
    unsigned iim_max;
    /** EXIF tag number; 0 if none. */
    unsigned exif_tag;
    /** What it is for, in one line; NULL if the label says it all. */
    const char *note;
} cutline_field_info;

/** The field at an index from 0 on; NULL past the last. Order is that of display. */
CUTLINE_API const cutline_field_info *cutline_field_info_at(size_t index);
/** The field of a name, or NULL. */
CUTLINE_API const cutline_field_info *cutline_field_info_find(const char *name);

/** What kind of picture it is, by its digital source type (IPTC news codes). */
typedef enum cutline_source_class {
    CUTLINE_SOURCE_UNKNOWN = 0,   /**< nothing said, or a code that is not known */
    CUTLINE_SOURCE_PHOTOGRAPH,    /**< from a camera, film or a print */
    CUTLINE_SOURCE_EDITED,        /**< a photograph, retouched or enhanced without generative AI */
    CUTLINE_SOURCE_COMPOSITE,     /**< put together from several pictures */
    CUTLINE_SOURCE_AI_COMPOSITE,  /**< put together, with parts made by generative AI */
    CUTLINE_SOURCE_AI_GENERATED,  /**< made by generative AI */
    CUTLINE_SOURCE_ILLUSTRATION,  /**< drawn by a person with software */
    CUTLINE_SOURCE_SYNTHETIC,     /**< made by a program: data graphics, rendering, virtual world */
    CUTLINE_SOURCE_SCREEN_CAPTURE /**< a picture of a screen */
} cutline_source_class;

/** Fixed name: "unknown", "photograph", "edited", "composite", "ai-composite", "ai-generated",
 * "illustration", "synthetic", "screen-capture". */
CUTLINE_API const char *cutline_source_class_name(cutline_source_class source);

/** How a picture was made and when it may be used, as its file says. */
typedef struct cutline_provenance {
    /** What kind of picture the digital source type says it is. */
    cutline_source_class source;
    /** A C2PA manifest is in the file. It is not verified. */
    bool has_c2pa;
    /** The program that made the C2PA manifest, or NULL if there is none or it cannot be read. */
    const char *claim_generator;
    /** Not to be used before: ISO 8601 date or date-time (IIM 2:30 + 2:35, else PRISM), or NULL. */
    const char *embargo;
    /** Not to be used after: the same (IIM 2:37 + 2:38, else PRISM), or NULL. */
    const char *expiry;
} cutline_provenance;

/** A photo's metadata. */
typedef struct cutline_record cutline_record;

/** How to read. All zero is the default. */
typedef struct cutline_read_options {
    /** Which block wins where they disagree. */
    cutline_policy policy;
    /** Do not read the image data: no image hash. */
    bool metadata_only;
    /** Do not look for an XMP sidecar beside the file. */
    bool no_sidecar;
    /** Path of the program cutline-pixels, which decodes PNG, WebP, HEIF and TIFF where pixels are
     * wanted (imports and identifying); NULL: their pixels are left alone. */
    const char *pixels_program;
} cutline_read_options;

/**
 * Reads one file. Damaged metadata is no failure: what can be read is read, the rest is a finding.
 * An XMP sidecar beside it ("photo.jpg.xmp" or "photo.xmp") joins its XMP: of two packets the one
 * with the newer xmp:MetadataDate is heard first. What a sidecar says counts before IIM and EXIF.
 * Policy MWG looks at the file alone.
 * @param path     the file; its name is searched for media IDs
 * @param options  NULL for the defaults
 * @param out      receives the record; release with cutline_record_free()
 * @return CUTLINE_OK; CUTLINE_IO (cannot be opened or read); CUTLINE_UNSUPPORTED (not a format that
 *         cutline reads; the message says what the first bytes are); CUTLINE_MALFORMED (empty, or
 *         no part of it can be read); CUTLINE_LIMIT; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_record_read(const char *path, const cutline_read_options *options, cutline_record **out,
                    cutline_error *err);

/**
 * The same from memory.
 * @param name   file name for messages and media IDs
 * @param bytes  the file's content; may be released after the call
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_record_read_memory(
    const char *name, const void *bytes, size_t length, const cutline_read_options *options,
    cutline_record **out, cutline_error *err);

/** Releases a record; NULL is allowed. */
CUTLINE_API void cutline_record_free(cutline_record *record);

/** Path as passed in. */
CUTLINE_API const char *cutline_record_path(const cutline_record *record);
/** Format by content, not by extension: "jpeg", ... */
CUTLINE_API const char *cutline_record_format(const cutline_record *record);
/** Width in pixels as stored (orientation not applied); 0 if unknown. */
CUTLINE_API uint32_t cutline_record_width(const cutline_record *record);
/** Height in pixels as stored; 0 if unknown. */
CUTLINE_API uint32_t cutline_record_height(const cutline_record *record);
/** 64 lower-case hex digits (SHA-256 over the coded image data, as ExifTool's ImageDataHash), or
 * NULL if it was not computed. */
CUTLINE_API const char *cutline_record_image_hash(const cutline_record *record);
/** Fields that have a value, in the order of cutline_field_info_at(); NULL past the last. */
CUTLINE_API const cutline_field *cutline_record_field_at(const cutline_record *record,
                                                         size_t index);
/** The field of a name, or NULL if it has no value or there is no such field. */
CUTLINE_API const cutline_field *cutline_record_field(const cutline_record *record,
                                                      const char *name);
/** Media IDs, most trusted first. */
CUTLINE_API cutline_media_ids cutline_record_media_ids(const cutline_record *record);
/** The credit weighed from byline, credit, source and caption. */
CUTLINE_API const cutline_credit *cutline_record_credit(const cutline_record *record);
/** The caption field taken apart, or NULL if there is no caption. */
CUTLINE_API const cutline_caption *cutline_record_caption(const cutline_record *record);
/** Restrictions on its use that caption and instructions state, as in cutline_caption. */
CUTLINE_API cutline_strings cutline_record_restrictions(const cutline_record *record);
/** Path of the XMP sidecar that was read with the file, or NULL. */
CUTLINE_API const char *cutline_record_sidecar(const cutline_record *record);
/** How the picture was made and when it may be used. */
CUTLINE_API const cutline_provenance *cutline_record_provenance(const cutline_record *record);
/** Findings in the order they were made. */
CUTLINE_API const cutline_finding *cutline_record_findings(const cutline_record *record,
                                                           size_t *count);

/**
 * The record as one line of JSON: {path, format, width, height, image_hash, sidecar,
 * media_ids:[{namespace,id,evidence}], fields:{...}, origin:{field:"xmp",...}, alternatives:{...},
 * said:{...}, credit:{...}, persons, place, date, restrictions, file_photo,
 * provenance:{source,c2pa,claim_generator,embargo,expiry}, findings:[{code,field,detail}]}. A field
 * is a string, a list of strings, or an object for a structure; a language alternative is its
 * x-default text, and its other languages stand in "alternatives" (field -> language -> text).
 * "said" holds, for fields on which the blocks disagree, what each said (field -> block -> value).
 * @param json  receives the text; release with cutline_free()
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_record_json(const cutline_record *record,
                                                                  char **json, cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
