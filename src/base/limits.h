/*
 * Every bound that keeps hostile or broken input from costing unbounded time or memory,
 * each with its reason. Nothing else in the tree states a limit of its own.
 */
#ifndef CUT_BASE_LIMITS_H
#define CUT_BASE_LIMITS_H

/* Metadata blocks. A JPEG segment holds 64 KiB at most; blocks are joined from several segments
 * (IRB, extended XMP), and real extended XMP packets (depth maps) reach tens of MiB. Past this a
 * block is passed over with a finding. */
#define CUT_MAX_BLOCK_BYTES (32u << 20)
/* All metadata blocks of one file together; further ones are passed over with a finding, so that
 * a file stuffed with comments still has the memory for its captions. */
#define CUT_MAX_FILE_BLOCK_BYTES (64u << 20)
/* Extended XMP packets (GUIDs) in one file. One is normal; editors leave stale ones behind. */
#define CUT_MAX_XMP_EXTENSIONS 16u

/* Segments, chunks or boxes looked at in one file before the walk gives up. Real files stay below
 * 2,000 (a 64 MiB ICC + IRB load); a crafted file could hold a 4-byte segment every 4 bytes. */
#define CUT_MAX_SEGMENTS 65536u

/* Bytes of 0xFF padding or garbage skipped while looking for the next JPEG marker. ExifTool-made
 * and camera files pad by less than 64; broken ones resynchronise within a segment. */
#define CUT_MAX_MARKER_GAP (1u << 20)

/* IIM: data sets in one block (a wire photo has about 40, a keyword-stuffed one 500). */
#define CUT_MAX_IIM_DATASETS 16384u
/* IIM: bytes in one data set. Captions are 2,000 by the standard; real ones reach 32 KiB. */
#define CUT_MAX_IIM_VALUE (1u << 20)
/* IIM: values compared with their XMP twins to find the charset. A few decide; crafted keyword
 * lists could ask for thousands times thousands. */
#define CUT_MAX_TWIN_COMPARISONS 4096u

/* EXIF: bytes handed to libexif; a JPEG APP1 holds 65,527, TIFF-based files carry more. */
#define CUT_MAX_EXIF_BYTES (4u << 20)
/* EXIF: bytes in one value. The longest that mean something are comments and descriptions. */
#define CUT_MAX_EXIF_VALUE (1u << 20)
/* TIFF: entries read of one IFD. The richest (DNG) have about 150. */
#define CUT_MAX_TIFF_ENTRIES 4096u
/* TIFF: directories looked at in one file (pages of a scan, SubIFDs of a RAW), and how deep SubIFDs
 * nest (RAW files need 2). */
#define CUT_MAX_TIFF_IFDS 256u
#define CUT_MAX_TIFF_DEPTH 4u
/* TIFF: strips or tiles of one picture (one for each line of a large scan is 30,000). */
#define CUT_MAX_TIFF_STRIPS (1u << 20)
/* HEIF: items (a tiled 100-megapixel picture has 500), their extents, and bytes of one box that is
 * parsed in memory (item places of such a picture take 20 KiB). */
#define CUT_MAX_HEIF_ITEMS 16384u
#define CUT_MAX_HEIF_EXTENTS 65536u
#define CUT_MAX_HEIF_BOX (4u << 20)
/* Bytes read of a JPEG inside another file for its metadata: several full segments. */
#define CUT_MAX_EMBEDDED_HEADER (1u << 20)

/* Notices: territories, media or titles in one list before OUT (a dozen is many), and words of one
 * of them ("New York Daily News", "Bosnia and Herzegovina"). */
#define CUT_MAX_RIGHT_ITEMS 32u
#define CUT_MAX_RIGHT_WORDS 6u

/* Captions: words past which one is too long for a page; agencies write 25 to 50. */
#define CUT_LONG_CAPTION_WORDS 100u

/* XMP: depth of nested elements (the deepest IPTC structure needs 9). */
#define CUT_MAX_XMP_DEPTH 64u
/* XMP: properties and array items in one packet (edit histories reach 10,000). */
#define CUT_MAX_XMP_NODES 200000u
/* XMP: arrays that are referred to by name (rdf:nodeID), which only old programs write. */
#define CUT_MAX_XMP_NAMED 256u
/* XMP: namespace prefixes in scope at a time (a rich packet declares 40). */
#define CUT_MAX_XMP_PREFIXES 256u
/* XMP: bytes in one value. */
#define CUT_MAX_XMP_VALUE (8u << 20)
/* Structures inside structures that a record keeps (the deepest of IPTC, an image region with a
 * location, is 3); what lies deeper is left out. Bounds the nesting of a record's JSON too. */
#define CUT_MAX_STRUCT_DEPTH 6u
/* Members of one structure that a record keeps (the largest of IPTC, an artwork, has 17; an image
 * region may carry any property besides). They are looked up by name one after the other. */
#define CUT_MAX_STRUCT_MEMBERS 256u

/* Pixels of a picture that is decoded for its thumbnail: the largest cameras have 150 million,
 * stitched panoramas and scans about 500. */
#define CUT_MAX_PICTURE_PIXELS (500u * 1000 * 1000)
/* Memory in which libjpeg may keep a picture that comes in several scans: 6 bytes a pixel at most,
 * and 3 in the usual subsampling, so 170 megapixels. */
#define CUT_MAX_DECODE_BYTES (512l << 20)
/* A colour profile that is kept with a thumbnail: those of cameras and of working spaces (Adobe RGB
 * 560 bytes, Display P3 548, ProPhoto 940, eciRGB v2 1,900) are smaller. */
#define CUT_MAX_SMALL_PROFILE 4096u
/* Scans of one picture (programs write about 10), and pixels gone over in all of them together: an
 * empty scan takes ten bytes and costs a pass over the picture. */
#define CUT_MAX_JPEG_SCANS 100u
#define CUT_MAX_SCANNED_PIXELS (2000u * 1000 * 1000)

/* Pictures that a program of its own decodes (image/outside.h): pixels, of which it holds all at
 * once, 4 bytes each; the file's bytes; memory; and the time it is given, of which the largest real
 * ones take a third. What it hands back is smaller than the former by far: a picture of the least
 * sides that are wanted (image/decode.h), a long one of more. */
#define CUT_MAX_OUTSIDE_PIXELS (200u * 1000 * 1000)
#define CUT_MAX_OUTSIDE_BYTES (512u << 20)
#define CUT_MAX_OUTSIDE_MEMORY (3ull << 30)
#define CUT_MAX_OUTSIDE_MILLISECONDS 30000
#define CUT_MAX_OUTSIDE_RESULT (16u * 1000 * 1000)

/* Photoshop image resources in one block (Photoshop itself writes about 40). */
#define CUT_MAX_IRB_RESOURCES 4096u

/* Memory one photo's metadata may take in all: block bytes and what is parsed from them. */
#define CUT_MAX_RECORD_ARENA (192u << 20)

/* A caption. The longest real ones (several languages in one field) stay below 20 KiB; an IIM data
 * set from a broken writer can hold 65,535. Longer text is cut with a finding. */
#define CUT_MAX_CAPTION_BYTES (128u << 10)
/* Memory for parsing one caption. */
#define CUT_MAX_CAPTION_ARENA (64u << 20)

/* Archived pages and caption lists. */
#define CUT_MAX_PAGE_BYTES (16u << 20)
#define CUT_MAX_LIST_LINE (1u << 20)
/* Memory for what is read from one page; Latin-1 text triples as UTF-8, cleaning copies it again.
 */
#define CUT_MAX_PAGE_ARENA (256u << 20)
/* Paragraphs, ID lines and pictures looked at on one page (long articles have 500), and pictures of
 * an article (galleries show 200): they are compared with each other. */
#define CUT_MAX_PAGE_PIECES 65536u
#define CUT_MAX_PAGE_ITEMS 2000u
/* A caption on a page; the longest wire captions with all their notices are 4 KiB. */
#define CUT_MAX_PAGE_CAPTION ((size_t)8 << 10)
/* Memory for the tree of one HTML page, which takes about 20 times the page, and the processor time
 * for building it: gumbo is quadratic on some hostile input. Real pages take 10 ms. */
#define CUT_MAX_HTML_ARENA (384u << 20)
#define CUT_MAX_HTML_MILLISECONDS 4000
/* Depth of an HTML tree that is walked (gumbo itself is iterative). */
#define CUT_MAX_HTML_DEPTH 512u

/* Media IDs found for one photo. */
#define CUT_MAX_MEDIA_IDS 64u
/* Bytes in one media ID or namespace (ids are at most 80 in IIM 1:100; NewsML GUIDs are longer). */
#define CUT_MAX_MEDIA_ID 255u
/* Memory for taking one typed ID apart: a few hundred readings of 255 bytes. */
#define CUT_MAX_ID_ARENA (1u << 20)

/* Names in the byline that are weighed for the credit (real photos have up to four). The field
 * keeps all of them. */
#define CUT_MAX_CREDIT_NAMES 16u

/* Bytes of a credit line in which names are looked for to be replaced; lines of more than a few
 * names are no credit lines. */
#define CUT_MAX_CREDIT_LINE 1024u

/* A name of an agency or a photographer that a person types; a caption's longest are near 100. */
#define CUT_MAX_NAME_BYTES 255u

/* Findings kept for one photo; a hostile file could cause one for every byte. */
#define CUT_MAX_FINDINGS 200u

/* A path, as everywhere on Linux. */
#define CUT_MAX_PATH 4096u
/* Depth of folders below an import root. Symbolic links to folders are not followed. */
#define CUT_MAX_TREE_DEPTH 256u

/* Names of one folder, sorted in memory: ten million names of 50 bytes. */
#define CUT_MAX_FOLDER_NAMES (512u << 20)

/* Files that `watch` waits for at a time. A card of a camera holds 10,000; what is more is found by
 * searching the folders again. */
#define CUT_MAX_WATCHED_FILES 65536u

/* A query or an edit typed by a user. */
#define CUT_MAX_QUERY_BYTES (64u << 10)
#define CUT_MAX_QUERY_DEPTH 64u
/* Bytes of a word that is looked up as a media ID though nothing says that it is one. */
#define CUT_MIN_BARE_ID 5u
/* Regular expressions: bytes of one, steps that matching it with one text may take (20 ms; a
 * sensible one takes a few a character), and KiB for what it must remember meanwhile. */
#define CUT_MAX_REGEX_BYTES 1000u
#define CUT_MAX_REGEX_STEPS 1000000u
#define CUT_MAX_REGEX_KIB 4096u
/* Hits that are ranked by relevance; when words are in more photos, the last ones come first.
 * Ranking takes 2 us a hit, and 12 if the row of answers must be read for other conditions or
 * dates.
 */
#define CUT_MAX_RANKED 10000
#define CUT_MAX_RANKED_ROWS 1500
/* Photos that are asked one by one whether they have words that very many have, 6 us each; and
 * those asked before the photos of all words with a beginning are gathered. */
#define CUT_MAX_PROBED 6000u
#define CUT_MAX_PROBED_PREFIX 1000u
/* Photos with a field that are looked up and put in order, 3 us each, rather than looked for among
 * all photos in their order. */
#define CUT_MAX_LOOKED_UP 15000u
/* Photos of which a set is made, 0.1 us each, so that others need not be asked. */
#define CUT_MAX_FIELD_SET 400000u
/* Conditions in one query: SQLite takes expressions 1,000 deep, and a list of them counts as that.
 */
#define CUT_MAX_QUERY_TERMS 500u

/* How long a writer waits for another one. An import commits every few seconds at the latest; a
 * person who edits meanwhile waits once. */
#define CUT_BUSY_TIMEOUT_MS 15000u
/* How long writing a photo waits for a program that has locked it: another cutline needs as long as
 * it takes to bring a file to the disk. */
#define CUT_LOCK_TIMEOUT_MS 15000u

/* Pages of the catalog that a backup copies between two looks at whether it is to stop: 8 MiB of
 * 4 KiB, some milliseconds. */
#define CUT_BACKUP_PAGES 2048u

/* Faults of a damaged catalog that are told; as many as SQLite's own check gives. */
#define CUT_MAX_DAMAGE_TOLD 100u

/* Files and page items looked at for one photo, in the order in which they count. A placeholder
 * picture can have a hundred thousand files, and each import of one more would read them all. */
#define CUT_MAX_FILES_WEIGHED 64u
#define CUT_MAX_ITEMS_LINKED 256u
/* Memory for bringing one photo (or a page's photos) up to date, beside the records themselves. */
#define CUT_MAX_STORE_ARENA (512u << 20)
/* Files that are written back together: more of them wait for the next batch. */
#define CUT_MAX_FILES_WRITTEN 1024u
/* Photos shown for one media ID: job numbers used as IDs can name a whole event. */
#define CUT_MAX_PHOTOS_NAMED 1000u

/* Photos of which a field that has no column is looked up for sorting or counting by it: 0.1
 * milliseconds each. */
#define CUT_MAX_FIELDS_READ 50000u

/* Photos among which duplicates are looked for: 220 bytes each in memory meanwhile. */
#define CUT_MAX_PAIRED_PHOTOS (10u * 1000 * 1000)

/* One line of JSON (a record with every field filled stays below 1 MiB). */
#define CUT_MAX_JSON_BYTES (64u << 20)

/* XML of feeds: elements of one document (a message of 1,000 pictures has 100,000) and their depth;
 * items inside items of JSON feeds. */
#define CUT_MAX_XML_ELEMENTS 2000000u
#define CUT_MAX_XML_DEPTH 128u
#define CUT_MAX_FEED_DEPTH 8u

/* Sheets of news formats: one item that is held back (a photo with all its fields and captions),
 * and the table of contents of a package; one of more than about 150,000 photos has none. */
#define CUT_MAX_HELD_BYTES (16u << 20)

/* Templates and code replacements: bytes of a template and of what comes out (the longest captions
 * are 64 KiB), the memory that its tree takes, conditions inside conditions, and zeros before a
 * number. */
#define CUT_MAX_TEMPLATE_BYTES (1u << 20)
#define CUT_MAX_TEMPLATE_MEMORY (64u << 20)
#define CUT_MAX_TEMPLATE_DEPTH 32u
#define CUT_MAX_TEMPLATE_PAD 20u
/* Bytes of a file of codes (a league with all its players takes 100 KiB), the memory of all that
 * are loaded, bytes of a code, and replacements of one code. */
#define CUT_MAX_CODES_BYTES (16u << 20)
#define CUT_MAX_CODES_MEMORY (256u << 20)
#define CUT_MAX_CODE 64u
#define CUT_MAX_CODE_COLUMNS 64u

/* Vocabularies of a desk: bytes of a file of terms (a thesaurus of 100,000 terms with their aliases
 * takes 5 MiB), and the memory of all that are loaded. */
#define CUT_MAX_VOCABULARY_BYTES (16u << 20)
#define CUT_MAX_VOCABULARY_MEMORY (256u << 20)

/* Checks of a caption: faults that are told of one photo, brackets that are open at a time, and
 * memory (a parsed caption of 128 KiB and its folded words). */
#define CUT_MAX_FAULTS 200u
#define CUT_MAX_OPEN_BRACKETS 64u
#define CUT_MAX_CHECK_ARENA (128u << 20)

#endif
