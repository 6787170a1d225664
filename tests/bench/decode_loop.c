/*
 * The least that a full import can cost: every photo that standard input names is read and decoded
 * at an eighth of its size by libjpeg-turbo, and nothing is done with it.
 *
 *   decode_loop THREADS <PATHS
 */
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

enum { MAX_THREADS = 64, MAX_LINE = 4096 };

typedef struct work {
    pthread_mutex_t lock;
    FILE *paths;
    bool failed;
} work;

static bool next_path(work *w, char *path)
{
    pthread_mutex_lock(&w->lock);
    bool more = !w->failed && fgets(path, MAX_LINE, w->paths) != NULL;
    pthread_mutex_unlock(&w->lock);
    path[strcspn(path, "\n")] = '\0';
    return more;
}

/* libjpeg ends the program where the file is damaged: these are not. */
static bool decode(const char *path)
{
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        return false;
    }
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_stdio_src(&jpeg, f);
    jpeg_read_header(&jpeg, TRUE);
    jpeg.scale_num = 1;
    jpeg.scale_denom = 8;
    jpeg.out_color_space = JCS_RGB;
    jpeg_start_decompress(&jpeg);
    JSAMPARRAY row =
        jpeg.mem->alloc_sarray((j_common_ptr)&jpeg, JPOOL_IMAGE, jpeg.output_width * 3, 1);
    while (jpeg.output_scanline < jpeg.output_height)
        jpeg_read_scanlines(&jpeg, row, 1);
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    fclose(f);
    return true;
}

static void *run(void *context)
{
    work *w = context;
    char path[MAX_LINE];
    while (next_path(w, path))
        if (!decode(path)) {
            pthread_mutex_lock(&w->lock);
            w->failed = true;
            pthread_mutex_unlock(&w->lock);
        }
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t threads[MAX_THREADS];
    work w = {.lock = PTHREAD_MUTEX_INITIALIZER, .paths = stdin};
    size_t wanted = argc == 2 ? strtoul(argv[1], NULL, 10) : 0, started = 0;
    if (wanted == 0 || wanted > MAX_THREADS) {
        fprintf(stderr, "usage: decode_loop THREADS <PATHS\n");
        return 2;
    }
    while (started < wanted && pthread_create(&threads[started], NULL, run, &w) == 0)
        started++;
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    return started < wanted || w.failed ? 3 : 0;
}
