#include "image/decode.h"

#include "base/limits.h"

#include <setjmp.h>
#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>

/* Bytes handed to libjpeg at a time, of a file that is not in memory. */
#define STEP_BYTES ((size_t)32 << 10)
#define GREY 128

typedef struct decoder {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_source_mgr input;
    struct jpeg_progress_mgr progress;
    jmp_buf failed; /* where libjpeg's fatal errors lead: decode() */
    cut_source *source;
    uint64_t at, end; /* bytes not read yet */
    bool ended;       /* the data ended before the picture did */
    bool ended_early; /* and before anything was decoded */
    bool no_memory;
    uint32_t rows; /* decoded so far */
    int most_scans;
    cut_decoded *out;
    size_t profile_length; /* 0: none */
    uint8_t profile[CUT_MAX_SMALL_PROFILE];
    uint8_t *bytes; /* STEP_BYTES; NULL as long as they are not needed */
} decoder;

/* ---- errors -------------------------------------------------------------------------------------
 */

/* The first word on what is wrong is the one that tells. */
static void note(decoder *d, const char *message)
{
    d->out->damaged = true;
    if (!d->out->message[0])
        snprintf(d->out->message, sizeof d->out->message, "%s", message);
}

static void note_libjpeg(j_common_ptr jpeg)
{
    char text[JMSG_LENGTH_MAX];
    jpeg->err->format_message(jpeg, text);
    note(jpeg->client_data, text);
}

/* libjpeg's contract: this does not return. */
_Noreturn static void on_error(j_common_ptr jpeg)
{
    decoder *d = jpeg->client_data;
    d->no_memory |= jpeg->err->msg_code == JERR_OUT_OF_MEMORY;
    note_libjpeg(jpeg);
    longjmp(d->failed, 1);
}

_Noreturn static void give_up(decoder *d, const char *message)
{
    note(d, message);
    longjmp(d->failed, 1);
}

/* Warnings (negative levels) are damage; the rest is tracing. */
static void on_message(j_common_ptr jpeg, int level)
{
    if (level < 0) {
        jpeg->err->num_warnings++;
        note_libjpeg(jpeg);
    }
}

/* A progressive file may ask for any number of passes over the whole picture. */
static void on_progress(j_common_ptr jpeg)
{
    decoder *d = jpeg->client_data;
    if (d->jpeg.input_scan_number > d->most_scans)
        give_up(d, "more scans than any camera or program writes");
}

/* ---- input --------------------------------------------------------------------------------------
 */

static void start_input(j_decompress_ptr jpeg)
{
    (void)jpeg;
}

/* The next bytes of a file that is not in memory; none where reading fails. */
static cut_view read_step(decoder *d, uint64_t left)
{
    size_t n = left < STEP_BYTES ? (size_t)left : STEP_BYTES, got = 0;
    if (!d->bytes && !(d->bytes = cut_arena_raw(d->source->arena, STEP_BYTES, 1))) {
        d->no_memory = true;
        longjmp(d->failed, 1);
    }
    if (cut_source_read(d->source, d->at, d->bytes, n, &got, NULL) != CUTLINE_OK)
        got = 0;
    return (cut_view){d->bytes, got};
}

/* At the end, and where reading fails, libjpeg gets an end of image: it shows what it has. */
static boolean fill_input(j_decompress_ptr jpeg)
{
    static const uint8_t end[] = {0xFF, JPEG_EOI};
    decoder *d = jpeg->client_data;
    uint64_t left = d->end - d->at;
    cut_view next = cut_source_held(d->source, d->at);
    if (next.n > left)
        next.n = (size_t)left;
    if (next.n == 0 && left > 0)
        next = read_step(d, left);
    d->at += next.n;
    if (next.n == 0) {
        d->end = d->at;
        d->ended = true;
        d->ended_early |= jpeg->input_iMCU_row == 0 && jpeg->input_scan_number <= 1;
        note(d, "the image data ends before the picture is complete");
        next = (cut_view){end, sizeof end};
    }
    d->input.next_input_byte = next.p;
    d->input.bytes_in_buffer = next.n;
    return TRUE;
}

static void skip_input(j_decompress_ptr jpeg, long count)
{
    decoder *d = jpeg->client_data;
    size_t n = count > 0 ? (size_t)count : 0;
    if (n <= d->input.bytes_in_buffer) {
        d->input.next_input_byte += n;
        d->input.bytes_in_buffer -= n;
        return;
    }
    n -= d->input.bytes_in_buffer;
    d->input.bytes_in_buffer = 0;
    d->at += n < d->end - d->at ? n : d->end - d->at;
}

static uint8_t next_byte(decoder *d)
{
    if (d->input.bytes_in_buffer == 0)
        (void)fill_input(&d->jpeg);
    d->input.bytes_in_buffer--;
    return *d->input.next_input_byte++;
}

/* APP2 with a profile in one piece, as small ones are (ICC.1:2010, annex B.4: "ICC_PROFILE", 0,
 * number of the piece, number of pieces). Anything else is passed over. */
static boolean on_app2(j_decompress_ptr jpeg)
{
    static const uint8_t head[] = "ICC_PROFILE\0\1\1";
    const size_t head_length = sizeof head - 1;
    decoder *d = jpeg->client_data;
    size_t high = next_byte(d), length = high << 8 | next_byte(d), at = 0;
    length = length > 2 ? length - 2 : 0;
    bool is_profile = length > head_length && length - head_length <= sizeof d->profile;
    for (; is_profile && at < head_length; at++)
        is_profile = next_byte(d) == head[at];
    for (; is_profile && at < length; at++)
        d->profile[at - head_length] = next_byte(d);
    if (is_profile)
        d->profile_length = length - head_length;
    skip_input(jpeg, (long)(length - at));
    return TRUE;
}

static void end_input(j_decompress_ptr jpeg)
{
    (void)jpeg;
}

/* ---- decoding -----------------------------------------------------------------------------------
 */

static void set_up(decoder *d)
{
    d->input = (struct jpeg_source_mgr){.init_source = start_input,
                                        .fill_input_buffer = fill_input,
                                        .skip_input_data = skip_input,
                                        .resync_to_restart = jpeg_resync_to_restart,
                                        .term_source = end_input};
    d->progress.progress_monitor = on_progress;
    d->jpeg.src = &d->input;
    d->jpeg.progress = &d->progress;
    d->jpeg.mem->max_memory_to_use = CUT_MAX_DECODE_BYTES;
}

static unsigned scale_for(uint32_t width, uint32_t height)
{
    uint32_t longest = width > height ? width : height, shortest = width + height - longest;
    unsigned eighths = 1;
    while (eighths < 8 && (longest * (uint64_t)eighths < 8 * CUT_DECODE_LONGEST ||
                           shortest * (uint64_t)eighths < 8 * CUT_DECODE_SHORTEST))
        eighths *= 2;
    return eighths;
}

static J_COLOR_SPACE colours_for(J_COLOR_SPACE stored)
{
    if (stored == JCS_GRAYSCALE)
        return JCS_GRAYSCALE;
    return stored == JCS_CMYK || stored == JCS_YCCK ? JCS_CMYK : JCS_RGB;
}

/* From the header: what is asked for, and whether it is within bounds. */
static void choose(decoder *d)
{
    struct jpeg_decompress_struct *j = &d->jpeg;
    uint64_t pixels = (uint64_t)j->image_width * j->image_height;
    if (pixels > CUT_MAX_PICTURE_PIXELS)
        give_up(d, "more pixels than are decoded");
    uint64_t scans = CUT_MAX_SCANNED_PIXELS / pixels;
    d->most_scans = scans < CUT_MAX_JPEG_SCANS ? (int)scans : (int)CUT_MAX_JPEG_SCANS;
    j->scale_num = scale_for(j->image_width, j->image_height);
    j->scale_denom = 8;
    j->out_color_space = colours_for(j->jpeg_color_space);
    j->dct_method = JDCT_ISLOW;
}

/* Adobe's programs store ink inverted, 255 for none, and mark their files; without the mark 255 is
 * full ink. */
static void rgb_from_cmyk(const uint8_t *from, uint32_t width, bool inverted, uint8_t *to)
{
    for (uint32_t x = 0; x < width; x++, from += 4)
        for (unsigned c = 0; c < 3; c++) {
            unsigned colour = inverted ? from[c] : 255u - from[c];
            unsigned black = inverted ? from[3] : 255u - from[3];
            *to++ = (uint8_t)((colour * black + 127) / 255);
        }
}

static bool make_room(decoder *d)
{
    cut_pixels *pixels = &d->out->pixels;
    const struct jpeg_decompress_struct *j = &d->jpeg;
    if (!cut_pixels_new(d->source->arena, j->output_width, j->output_height,
                        j->out_color_space == JCS_GRAYSCALE ? 1 : 3, pixels))
        return false;
    pixels->full_width = j->image_width;
    pixels->full_height = j->image_height;
    pixels->step = 8 / j->scale_num;
    return true;
}

static void read_rows(decoder *d)
{
    cut_pixels *pixels = &d->out->pixels;
    struct jpeg_decompress_struct *j = &d->jpeg;
    bool is_cmyk = j->out_color_space == JCS_CMYK;
    size_t row_bytes = (size_t)pixels->width * pixels->channels;
    uint8_t *ink = NULL;
    if (is_cmyk)
        ink = cut_arena_alloc(d->source->arena, pixels->width, 4);
    d->no_memory = is_cmyk && !ink;
    /* A row that comes after the end of its data holds nothing; without this, a short file could
     * ask for millions of them. Scans over the whole picture give all rows what they have. */
    bool all_rows = jpeg_has_multiple_scans(j);
    while (!d->no_memory && d->rows < pixels->height && (all_rows || !d->ended)) {
        uint8_t *to = pixels->p + d->rows * row_bytes;
        JSAMPROW row = is_cmyk ? ink : to;
        jpeg_read_scanlines(j, &row, 1);
        if (is_cmyk)
            rgb_from_cmyk(ink, pixels->width, j->saw_Adobe_marker, to);
        d->rows++;
    }
}

static bool holds(cut_view bytes, const char *text)
{
    return cut_str_find(cut_str_of_view(bytes), cut_str_from(text), 0) != SIZE_MAX;
}

/* Bytes 16 to 19 of a profile name its colour space (ICC.1:2010, 7.2.6). sRGB is what everybody
 * assumes without one; its name stands in the description, as text or in UTF-16. */
static void keep_profile(decoder *d)
{
    cut_view profile = {d->profile, d->profile_length};
    const char *space = d->out->pixels.channels == 1 ? "GRAY" : "RGB ";
    bool is_cmyk = d->jpeg.jpeg_color_space == JCS_CMYK || d->jpeg.jpeg_color_space == JCS_YCCK;
    if (profile.n < 128 || is_cmyk || memcmp(profile.p + 16, space, 4) != 0 ||
        holds(profile, "sRGB") ||
        cut_str_find(cut_str_of_view(profile), CUT_STR("s\0R\0G\0B"), 0) != SIZE_MAX)
        return;
    uint8_t *copy = cut_arena_alloc(d->source->arena, profile.n, 1);
    d->no_memory |= !copy;
    if (copy)
        d->out->profile = (cut_view){memcpy(copy, profile.p, profile.n), profile.n};
}

static void decode(decoder *d)
{
    struct jpeg_decompress_struct *j = &d->jpeg;
    if (setjmp(d->failed))
        return;
    jpeg_create_decompress(j);
    set_up(d);
    jpeg_set_marker_processor(j, JPEG_APP0 + 2, on_app2);
    jpeg_read_header(j, TRUE);
    choose(d);
    jpeg_start_decompress(j);
    if (make_room(d)) {
        keep_profile(d);
        read_rows(d);
    } else {
        d->no_memory = true;
    }
}

cutline_status cut_decode_jpeg(cut_source *source, uint64_t offset, uint64_t length,
                               cut_decoded *out, cutline_error *err)
{
    memset(out, 0, sizeof *out);
    decoder *d = CUT_NEW(source->arena, decoder);
    if (!d)
        return cut_no_memory(err);
    d->source = source;
    d->at = offset;
    d->end = offset + length;
    d->out = out;
    d->jpeg.err = jpeg_std_error(&d->errors);
    d->jpeg.client_data = d;
    d->errors.error_exit = on_error;
    d->errors.emit_message = on_message;
    decode(d);
    jpeg_destroy_decompress(&d->jpeg);
    if (d->no_memory)
        return cut_no_memory(err);
    cut_pixels *p = &out->pixels;
    out->usable = d->rows > 0 && !d->ended_early;
    if (out->usable && d->rows < p->height) {
        size_t row_bytes = (size_t)p->width * p->channels;
        memset(p->p + d->rows * row_bytes, GREY, (p->height - d->rows) * row_bytes);
    }
    return CUTLINE_OK;
}
