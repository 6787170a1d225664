#include "samples/scenes.h"

#define RGB(hex)                                                                                   \
    ((colour){(uint8_t)((hex) >> 16), (uint8_t)((hex) >> 8 & 255), (uint8_t)((hex)&255)})

/* A person from the chest up; (x, y) is the middle of the face, s the size (20: a close look). */
static void draw_person(canvas *c, float x, float y, float s, colour coat, colour skin, colour hair)
{
    draw_box(c, x - 1.5f * s, y + 1.25f * s, x + 1.5f * s, y + 6 * s, 0.9f * s, coat);
    draw_box(c, x - 0.35f * s, y + 0.6f * s, x + 0.35f * s, y + 1.7f * s, 0.2f * s, skin);
    draw_ellipse(c, x, y - 0.25f * s, 0.86f * s, 1.0f * s, hair);
    draw_ellipse(c, x, y + 0.1f * s, 0.74f * s, 0.95f * s, skin);
}

/* A shirt with a tie on a coat drawn by draw_person(). */
static void draw_tie(canvas *c, float x, float y, float s, colour tie)
{
    draw_line(c, x, y + 1.75f * s, x, y + 2.3f * s, 0.8f * s, RGB(0xf2f2ee));
    draw_line(c, x, y + 1.75f * s, x, y + 3.2f * s, 0.3f * s, tie);
}

/* A microphone on a stand that leans towards a speaker. */
static void draw_microphone(canvas *c, float x, float y, float lean)
{
    draw_line(c, x, y + 34, x + lean, y, 2, RGB(0x1c1c20));
    draw_ellipse(c, x + lean, y - 3, 3.4f, 5.2f, RGB(0x2c2c30));
}

void scene_news_conference(canvas *c)
{
    draw_gradient(c, 0, CANVAS_HEIGHT, RGB(0x2f6fae), RGB(0x173f70));
    for (int i = 0; i < 5; i++)
        draw_ellipse(c, 30 + 66 * (float)i, 34, 15, 15, RGB(0x3d7dbb));
    draw_person(c, 104, 88, 25, RGB(0x23262e), RGB(0xe3b595), RGB(0x8f8a86));
    draw_tie(c, 104, 88, 25, RGB(0x9c2f3a));
    draw_line(c, 130, 140, 160, 98, 13, RGB(0x23262e));
    draw_ellipse(c, 163, 92, 7.5f, 9, RGB(0xe3b595));
    draw_person(c, 226, 94, 24, RGB(0x3a3f4c), RGB(0xdcae8c), RGB(0xb9b6b2));
    draw_tie(c, 226, 94, 24, RGB(0x2f4f87));
    draw_ellipse(c, 218, 95, 4.6f, 3.2f, RGB(0xc9cdd2));
    draw_ellipse(c, 233, 95, 4.6f, 3.2f, RGB(0xc9cdd2));
    draw_box(c, -10, 178, 330, 230, 2, RGB(0x6b4a2f));
    draw_box(c, -10, 178, 330, 183, 1, RGB(0x8a6544));
    draw_microphone(c, 84, 150, 10);
    draw_microphone(c, 128, 150, -8);
    draw_microphone(c, 208, 150, 8);
    draw_microphone(c, 250, 150, -8);
    draw_box(c, 78, 186, 140, 204, 2, RGB(0xeeeae0));
    draw_box(c, 200, 186, 262, 204, 2, RGB(0xeeeae0));
    draw_grain(c, 3);
}

void scene_lake(canvas *c)
{
    draw_gradient(c, 0, 130, RGB(0x7fb4e6), RGB(0xdcebf5));
    draw_ridge(c, 92, 34, 38, RGB(0xeef3f8));
    draw_ridge(c, 108, 26, 27, RGB(0x8ea6bd));
    draw_ridge(c, 122, 10, 19, RGB(0x4f7062));
    draw_gradient(c, 128, CANVAS_HEIGHT, RGB(0x6d9fc4), RGB(0x2b5f8c));
    for (int i = 0; i < 15; i++)
        draw_line(c, 84, 130 - 6 * (float)i, 84 + 2.6f * (float)i, 44 + 4.6f * (float)i, 2.2f,
                  RGB(0xf4f8fb));
    draw_line(c, 84, 34, 84, 130, 3, RGB(0xffffff));
    for (int i = 0; i < 9; i++) {
        float y = 138 + 8 * (float)i;
        draw_line(c, 12 + 31 * (float)(i % 4), y, 60 + 29 * (float)(i % 5), y, 1.2f, RGB(0x9cc2dd));
        draw_line(c, 200 + 11 * (float)(i % 3), y + 3, 262 + 9 * (float)(i % 4), y + 3, 1.2f,
                  RGB(0x86b2d2));
    }
    for (int i = 0; i < 40; i++)
        draw_line(c, 240, 92 + (float)i * 1.5f, 240 + 0.9f * (float)i, 152, 1.6f, RGB(0xfbfbf7));
    draw_line(c, 240, 88, 240, 156, 1.6f, RGB(0x4b3a2c));
    draw_box(c, 218, 155, 284, 166, 5, RGB(0xa5352c));
    draw_grain(c, 3);
}

void scene_football(canvas *c)
{
    draw_gradient(c, 0, 110, RGB(0x2a3350), RGB(0x46507a));
    for (int row = 0; row < 7; row++) {
        for (int i = 0; i < 33; i++) {
            static const uint32_t coats[] = {0xc94f4f, 0xd8c75a, 0xe8e4da, 0x5b86c9, 0x7a7f8c};
            float x = 5 + 10 * (float)i + (float)(row % 2) * 5;
            float y = 16 + 13 * (float)row;
            draw_ellipse(c, x, y + 7, 4.6f, 5.2f, RGB(coats[(i * 7 + row * 3) % 5]));
            draw_ellipse(c, x, y, 2.8f, 3.2f, RGB(0xd9ab8a));
        }
    }
    draw_box(c, -10, 108, 330, 124, 1, RGB(0xf0ede2));
    draw_gradient(c, 122, CANVAS_HEIGHT, RGB(0x4c9a45), RGB(0x2f7434));
    draw_line(c, 0, 150, 320, 140, 3, RGB(0xe6efe2));
    draw_line(c, 146, 148, 128, 188, 11, RGB(0x20242f));
    draw_line(c, 158, 148, 186, 178, 11, RGB(0x20242f));
    draw_line(c, 186, 178, 206, 172, 8, RGB(0xd08f68));
    draw_line(c, 128, 188, 112, 204, 8, RGB(0xd08f68));
    draw_line(c, 152, 96, 152, 146, 27, RGB(0xd0342f));
    draw_line(c, 144, 98, 118, 122, 8, RGB(0xd0342f));
    draw_line(c, 160, 98, 190, 104, 8, RGB(0xd0342f));
    draw_ellipse(c, 153, 74, 10, 12, RGB(0x2b1d16));
    draw_ellipse(c, 154, 77, 8.6f, 10.4f, RGB(0xd08f68));
    draw_ellipse(c, 226, 178, 10, 10, RGB(0xf6f6f2));
    draw_ellipse(c, 226, 178, 3.6f, 3.6f, RGB(0x22242a));
    draw_grain(c, 3);
}

void scene_tea(canvas *c)
{
    draw_gradient(c, 0, 96, RGB(0xf3c98a), RGB(0xf7ead0));
    draw_ellipse(c, 250, 48, 17, 17, RGB(0xfff6dc));
    draw_ridge(c, 80, 15, 44, RGB(0x9fb39a));
    draw_ridge(c, 92, 10, 30, RGB(0x6f9468));
    draw_gradient(c, 96, CANVAS_HEIGHT, RGB(0x5f9448), RGB(0x2f6a2c));
    for (int row = 0; row < 6; row++) {
        float y = 104 + 4.0f * (float)row * ((float)row * 0.62f + 1);
        float r = 4 + 2.1f * (float)row;
        for (float x = -4; x < 330; x += r * 1.5f)
            draw_ellipse(c, x, y, r, r * 0.62f, RGB(row % 2 ? 0x4f8a3a : 0x3f7a33));
    }
    for (int i = 0; i < 4; i++) {
        static const uint32_t coats[] = {0xc6403d, 0x3f62a8, 0xd9a12c, 0x8a3f83};
        float x = 48 + 74 * (float)i;
        float y = 108 + 7 * (float)(i % 3);
        draw_person(c, x, y, 6.5f, RGB(coats[i]), RGB(0x7a4a30), RGB(0xe9e2d2));
        draw_ellipse(c, x + 9, y + 16, 6.5f, 8, RGB(0xb98b51));
    }
    for (float x = -4; x < 330; x += 18)
        draw_ellipse(c, x, 150, 13, 8.5f, RGB(0x4a8537));
    draw_grain(c, 3);
}

/* A house front with rows of windows, some of them lit. */
static void draw_house(canvas *c, float x, float width, float top, colour wall, int lit)
{
    draw_box(c, x, top, x + width, 160, 0.5f, wall);
    for (int row = 0; row < 5; row++) {
        for (int i = 0; i < 3; i++) {
            float wx = x + width * (0.16f + 0.27f * (float)i);
            float wy = top + 12 + 22 * (float)row;
            if (wy > 138)
                continue;
            draw_box(c, wx, wy, wx + width * 0.15f, wy + 12, 0.5f,
                     (row * 3 + i) % 4 == lit ? RGB(0xf3d88a) : RGB(0x39424f));
        }
    }
}

static void draw_umbrella(canvas *c, float x, float y, float s, colour cloth)
{
    draw_box(c, x - 0.36f * s, y + 0.5f * s, x + 0.36f * s, y + 2.0f * s, 0.2f * s, RGB(0x25272c));
    draw_ellipse(c, x, y + 0.3f * s, 0.26f * s, 0.3f * s, RGB(0xd9ab8a));
    draw_ellipse(c, x, y, s, 0.5f * s, cloth);
    draw_line(c, x, y - 0.6f * s, x, y, 1.4f, RGB(0x1b1b1f));
}

void scene_rain(canvas *c)
{
    draw_gradient(c, 0, 160, RGB(0x8d98a6), RGB(0xb4bcc4));
    draw_house(c, -6, 78, 22, RGB(0xa88c74), 1);
    draw_house(c, 72, 66, 40, RGB(0x8d7a86), 3);
    draw_house(c, 138, 84, 14, RGB(0xb59c80), 2);
    draw_house(c, 222, 104, 32, RGB(0x94848a), 0);
    draw_gradient(c, 158, CANVAS_HEIGHT, RGB(0x6d747c), RGB(0x474d55));
    for (int i = 0; i < 14; i++)
        draw_line(c, 10 + 23 * (float)i, 176 + 5 * (float)(i % 5), 34 + 23 * (float)i,
                  176 + 5 * (float)(i % 5), 1.6f, RGB(0x8b939b));
    draw_umbrella(c, 64, 136, 21, RGB(0xb83a38));
    draw_umbrella(c, 118, 142, 19, RGB(0x31568f));
    draw_umbrella(c, 196, 134, 23, RGB(0xd3a93a));
    draw_umbrella(c, 262, 140, 20, RGB(0x3d7a58));
    for (int i = 0; i < 60; i++) {
        float x = (float)(i * 53 % 320);
        float y = (float)(i * 37 % 190);
        draw_line(c, x, y, x - 4, y + 13, 0.7f, RGB(0xd7dde2));
    }
    draw_grain(c, 3);
}

void scene_harbour(canvas *c)
{
    draw_gradient(c, 0, 112, RGB(0x3c3f72), RGB(0xf2a35c));
    draw_ellipse(c, 206, 104, 21, 21, RGB(0xfde3a6));
    draw_ridge(c, 106, 8, 33, RGB(0x4a3f57));
    draw_gradient(c, 110, CANVAS_HEIGHT, RGB(0xd98a55), RGB(0x2b2f55));
    for (int i = 0; i < 12; i++)
        draw_line(c, 206 - 20 + (float)(i % 3) * 6, 116 + 7 * (float)i,
                  206 + 20 - (float)(i % 4) * 5, 116 + 7 * (float)i, 1.8f, RGB(0xfbd596));
    for (int i = 0; i < 4; i++) {
        static const uint32_t hulls[] = {0x1f5f7a, 0x7a2f2a, 0x2f6a4a, 0xd0c8b4};
        float x = 14 + 76 * (float)i;
        float y = 142 + 11 * (float)(i % 2);
        draw_line(c, x + 20, y - 50, x + 20, y, 1.8f, RGB(0x2a2028));
        draw_line(c, x + 20, y - 48, x + 46, y - 4, 0.8f, RGB(0x2a2028));
        draw_box(c, x + 24, y - 15, x + 42, y, 1.5f, RGB(0xe4dccb));
        draw_box(c, x, y - 2, x + 62, y + 12, 5, RGB(hulls[i]));
    }
    draw_box(c, -10, 190, 330, 230, 1, RGB(0x3a3038));
    draw_grain(c, 3);
}

void scene_market(canvas *c)
{
    draw_gradient(c, 0, 150, RGB(0xe9d8b4), RGB(0xc9ae84));
    draw_box(c, 20, 12, 92, 130, 34, RGB(0xa98e67));
    draw_box(c, 36, 30, 76, 130, 20, RGB(0x6a5741));
    draw_gradient(c, 150, CANVAS_HEIGHT, RGB(0xb39a74), RGB(0x8a7454));
    for (int i = 0; i < 13; i++)
        draw_line(c, 104 + 16 * (float)i, 56, 98 + 17 * (float)i, 80, 17,
                  i % 2 ? RGB(0xf2ecdd) : RGB(0xb5413a));
    draw_person(c, 150, 104, 11, RGB(0xf3f1ea), RGB(0x9a6a45), RGB(0xd8d2c2));
    draw_person(c, 206, 100, 12, RGB(0x2f4a6a), RGB(0x8a5b3a), RGB(0x2a2220));
    draw_person(c, 262, 106, 11, RGB(0x5a3a5f), RGB(0xa57850), RGB(0x5a3a5f));
    for (int row = 0; row < 3; row++) {
        static const uint32_t fruit[] = {0xd9542b, 0xe8b62f, 0x6f9a35, 0x8c2f3f, 0xe07a2a};
        draw_box(c, 92, 148 + 18 * (float)row, 318, 163 + 18 * (float)row, 2, RGB(0x7a5a38));
        for (int i = 0; i < 22; i++)
            draw_ellipse(c, 98 + 10 * (float)i, 149 + 18 * (float)row, 5.4f, 5.4f,
                         RGB(fruit[(i / 4 + row * 2) % 5]));
    }
    draw_person(c, 48, 104, 13, RGB(0xe8e2d2), RGB(0x9a6a45), RGB(0xe8e2d2));
    draw_grain(c, 3);
}

void scene_night(canvas *c)
{
    draw_gradient(c, 0, 150, RGB(0x0b1230), RGB(0x35406e));
    for (int i = 0; i < 40; i++)
        draw_ellipse(c, (float)(i * 83 % 320), (float)(i * 47 % 110), 0.7f, 0.7f, RGB(0xdfe4f2));
    draw_ellipse(c, 232, 52, 27, 27, RGB(0xf4eecb));
    draw_ellipse(c, 224, 46, 6, 5, RGB(0xddd5ab));
    draw_ellipse(c, 241, 60, 8, 6, RGB(0xe0d9b2));
    for (int i = 0; i < 11; i++) {
        float x = -4 + 30 * (float)i;
        float top = 88 + (float)(i * 29 % 37);
        draw_box(c, x, top, x + 27, 152, 1, RGB(0x161b33));
        for (int w = 0; w < 8; w++) {
            float wy = top + 8 + 12 * (float)(w / 2);
            if (wy < 146 && (w + i) % 3)
                draw_box(c, x + 5 + 11 * (float)(w % 2), wy, x + 11 + 11 * (float)(w % 2), wy + 5,
                         1, RGB(0xf0c766));
        }
    }
    draw_line(c, 74, 60, 74, 150, 10, RGB(0x161b33));
    draw_line(c, 74, 38, 74, 64, 3, RGB(0x161b33));
    draw_gradient(c, 150, CANVAS_HEIGHT, RGB(0x232c52), RGB(0x0c1228));
    for (int i = 0; i < 10; i++)
        draw_line(c, 232 - 14 + (float)(i % 3) * 7, 158 + 5 * (float)i,
                  232 + 14 - (float)(i % 4) * 5, 158 + 5 * (float)i, 1.6f, RGB(0xd9d2a8));
    draw_grain(c, 3);
}
