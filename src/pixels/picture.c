#include "pixels/picture.h"

#include "base/limits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GREY 128

void picture_note(picture *p, const char *message)
{
    if (!p->message[0])
        snprintf(p->message, sizeof p->message, "%s", message);
}

bool picture_fits(picture *p, uint64_t width, uint64_t height)
{
    bool fits = width > 0 && height > 0 && width <= CUT_MAX_OUTSIDE_PIXELS &&
                height <= CUT_MAX_OUTSIDE_PIXELS && width * height <= CUT_MAX_OUTSIDE_PIXELS;
    if (!fits)
        picture_note(p, "more pixels than are decoded");
    return fits;
}

bool picture_new(picture *p, uint64_t width, uint64_t height)
{
    if (!picture_fits(p, width, height))
        return false;
    p->width = (uint32_t)width;
    p->height = (uint32_t)height;
    p->rgb = malloc((size_t)(width * height * 3));
    if (p->rgb)
        memset(p->rgb, GREY, (size_t)(width * height * 3));
    else
        picture_note(p, "it does not fit into memory");
    return p->rgb != NULL;
}

void picture_put_rgba(picture *p, uint32_t y, const uint8_t *rgba)
{
    uint8_t *to = p->rgb + (size_t)y * p->width * 3;
    for (uint32_t x = 0; x < p->width; x++, rgba += 4)
        for (unsigned c = 0; c < 3; c++)
            *to++ = (uint8_t)((rgba[c] * rgba[3] + 255u * (255u - rgba[3]) + 127u) / 255u);
}
