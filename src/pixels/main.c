#include "base/limits.h"
#include "image/outside.h"
#include "pixels/picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#define CUT_SANITIZED
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define CUT_SANITIZED
#endif
#endif

/* ---- answering ----------------------------------------------------------------------------------
 */

/* The largest step that leaves the sides that are wanted. */
static uint32_t step_for(uint32_t width, uint32_t height)
{
    uint32_t longest = width > height ? width : height, shortest = width + height - longest;
    uint32_t a = longest / CUT_DECODE_LONGEST, b = shortest / CUT_DECODE_SHORTEST;
    uint32_t step = a < b ? a : b;
    return step > 0 ? step : 1;
}

/* The mean of a square of pixels, cut off at the edges. */
static void put_mean(const picture *p, uint32_t x0, uint32_t y0, uint32_t step)
{
    uint64_t sums[3] = {0}, n = 0;
    for (uint32_t y = y0; y < y0 + step && y < p->height; y++)
        for (uint32_t x = x0; x < x0 + step && x < p->width; x++, n++)
            for (unsigned c = 0; c < 3; c++)
                sums[c] += p->rgb[3 * ((size_t)y * p->width + x) + c];
    for (unsigned c = 0; c < 3; c++)
        putchar((int)((sums[c] + n / 2) / n));
}

static void answer(const picture *p)
{
    cut_outside_head head = {.magic = CUT_OUTSIDE_MAGIC, .channels = 3, .damaged = p->damaged};
    if (p->rgb) {
        head.full_width = p->width;
        head.full_height = p->height;
        head.step = step_for(p->width, p->height);
        head.upright = p->upright;
    }
    memcpy(head.message, p->message, sizeof head.message);
    fwrite(&head, sizeof head, 1, stdout);
    for (uint32_t y = 0; p->rgb && y < p->height; y += head.step)
        for (uint32_t x = 0; x < p->width; x += head.step)
            put_mean(p, x, y, head.step);
}

/* ---- input --------------------------------------------------------------------------------------
 */

/* The whole file, from its start; NULL if that cannot be. */
static uint8_t *read_input(picture *p, size_t *n)
{
    struct stat info;
    if (fstat(STDIN_FILENO, &info) != 0 || info.st_size <= 0 ||
        info.st_size > (off_t)CUT_MAX_OUTSIDE_BYTES) {
        picture_note(p, "a larger file than is decoded");
        return NULL;
    }
    uint8_t *bytes = malloc((size_t)info.st_size);
    *n = 0;
    while (bytes && *n < (size_t)info.st_size) {
        ssize_t got = pread(STDIN_FILENO, bytes + *n, (size_t)info.st_size - *n, (off_t)*n);
        if (got <= 0)
            break;
        *n += (size_t)got;
    }
    return bytes;
}

/* A file that makes a decoder loop or grow ends this program, not the machine. */
static void set_limits(void)
{
    struct rlimit time = {CUT_MAX_OUTSIDE_MILLISECONDS / 1000, CUT_MAX_OUTSIDE_MILLISECONDS / 1000};
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_CORE, &none);
#ifndef CUT_SANITIZED /* sanitizers take all addresses there are */
    struct rlimit memory = {CUT_MAX_OUTSIDE_MEMORY, CUT_MAX_OUTSIDE_MEMORY};
    setrlimit(RLIMIT_AS, &memory);
#endif
}

static const struct {
    const char *format;
    void (*decode)(const uint8_t *bytes, size_t n, picture *out);
} decoders[] = {
    {"png", decode_png},   {"webp", decode_webp}, {"heic", decode_heif},
    {"avif", decode_heif}, {"heif", decode_heif}, {"tiff", decode_tiff},
};

int main(int argc, char **argv)
{
    picture p = {0};
    size_t n;
    if (argc != 2 || isatty(STDOUT_FILENO)) {
        fputs("cutline-pixels decodes pictures for cutline; it is of no use by itself.\n", stderr);
        return 2;
    }
    set_limits();
    uint8_t *bytes = read_input(&p, &n);
    for (size_t i = 0; bytes && i < sizeof decoders / sizeof *decoders; i++)
        if (strcmp(argv[1], decoders[i].format) == 0)
            decoders[i].decode(bytes, n, &p);
    answer(&p);
    free(p.rgb);
    free(bytes);
    return fflush(stdout) == 0 ? 0 : 1;
}
