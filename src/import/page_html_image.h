/* What the attributes of an element say about the picture that it shows. */
#ifndef CUT_IMPORT_PAGE_HTML_IMAGE_H
#define CUT_IMPORT_PAGE_HTML_IMAGE_H

#include "import/page_html_tree.h"

/* The first address of a srcset attribute; empty if there is none. */
cut_str cut_html_first_source(cut_str srcset);
/* The address of an <img>: lazy loaders put a placeholder into src, and the address itself into
 * another attribute. source: what the <source> of its <picture> gives, or empty. */
cut_str cut_html_image_address(const GumboNode *image, cut_str source);
/* The caption that the attributes of a picture, or of a link or box around one, give it, with the
 * credit that they give behind it in parentheses; of a picture else its alternate text. In the
 * arena, clean; empty if there is none. *failed is set if memory runs out. */
cut_str cut_html_image_text(const GumboNode *node, cut_arena *arena, bool *failed);
/* The ID of the picture in the archive: data-media-id and its like; empty if there is none. */
cut_str cut_html_archive_id(const GumboNode *node);
/* The number that the site's software gives a picture: class "wp-image-5535", id
 * "attachment_5535". */
cut_str cut_html_software_id(const GumboNode *node);

#endif
