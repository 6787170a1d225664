#include "meta/c2pa.h"

#include "base/utf8.h"

/* Keys as CBOR text strings (RFC 8949, 3.1: major type 3, 0x60 + length). */
#define KEY_GENERATOR                                                                              \
    CUT_STR("\x6F"                                                                                 \
            "claim_generator")
#define KEY_INFO                                                                                   \
    CUT_STR("\x74"                                                                                 \
            "claim_generator_info")
#define KEY_NAME                                                                                   \
    CUT_STR("\x64"                                                                                 \
            "name")

/* How far behind "claim_generator_info" its "name" may stand: behind a version and an icon. */
#define INFO_REACH 512
/* Longer names are cut: they list every library of the generator. */
#define LONGEST_NAME 200

/* The CBOR text string at a position; {NULL, 0} if there is none. */
static cut_str text_at(cut_str boxes, size_t at)
{
    if (at + 3 > boxes.n)
        return (cut_str){0};
    const uint8_t *p = (const uint8_t *)boxes.p + at;
    size_t head = 1, length = p[0] & 0x1F;
    if (p[0] >> 5 != 3 || length > 25)
        return (cut_str){0};
    if (length == 24) {
        head = 2;
        length = p[1];
    } else if (length == 25) {
        head = 3;
        length = (size_t)p[1] << 8 | p[2];
    }
    if (length == 0 || length > boxes.n - at - head)
        return (cut_str){0};
    cut_str text = cut_str_slice(boxes, at + head, at + head + length);
    if (!cut_utf8_valid(text))
        return (cut_str){0};
    return cut_str_slice(text, 0, cut_utf8_floor(text, LONGEST_NAME));
}

/* Position behind the last occurrence of a key, or SIZE_MAX. */
static size_t behind_last(cut_str boxes, cut_str key)
{
    size_t last = SIZE_MAX;
    for (size_t at = 0; (at = cut_str_find(boxes, key, at)) != SIZE_MAX; at += key.n)
        last = at + key.n;
    return last;
}

cut_str cut_c2pa_generator(cut_view boxes)
{
    cut_str all = cut_str_of_view(boxes);
    size_t plain = behind_last(all, KEY_GENERATOR), info = behind_last(all, KEY_INFO);
    if (info != SIZE_MAX && (plain == SIZE_MAX || info > plain)) {
        size_t name = cut_str_find(cut_str_slice(all, 0, info + INFO_REACH), KEY_NAME, info);
        return name == SIZE_MAX ? (cut_str){0} : text_at(all, name + KEY_NAME.n);
    }
    return plain == SIZE_MAX ? (cut_str){0} : text_at(all, plain);
}

bool cut_c2pa_is_manifest(cut_view boxes)
{
    return cut_str_find(cut_str_of_view(boxes), CUT_STR("c2pa"), 0) != SIZE_MAX;
}
