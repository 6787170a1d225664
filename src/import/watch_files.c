#include "import/watch_files.h"

#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

static void free_file(cut_watch_file *file)
{
    free(file->path);
    free(file);
}

void cut_watch_files_release(cut_watch_files *files)
{
    for (size_t i = 0; i < files->n; i++)
        free_file(files->v[i]);
    free(files->v);
    *files = (cut_watch_files){0};
}

/* Index of the first file whose path is not below. */
static size_t place_of(const cut_watch_files *files, const char *path)
{
    size_t low = 0, high = files->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(files->v[middle]->path, path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

cut_watch_file *cut_watch_files_find(const cut_watch_files *files, const char *path)
{
    size_t i = place_of(files, path);
    return i < files->n && strcmp(files->v[i]->path, path) == 0 ? files->v[i] : NULL;
}

static bool make_room(cut_watch_files *files)
{
    if (files->n < files->room)
        return true;
    size_t room = files->room ? files->room * 2 : 64;
    cut_watch_file **grown = reallocarray(files->v, room, sizeof(cut_watch_file *));
    if (!grown)
        return false;
    files->v = grown;
    files->room = room;
    return true;
}

static cut_watch_file *add(cut_watch_files *files, const char *path)
{
    if (files->n >= CUT_MAX_WATCHED_FILES || !make_room(files))
        return NULL;
    cut_watch_file *file = calloc(1, sizeof *file);
    if (!file)
        return NULL;
    file->path = strdup(path);
    if (!file->path) {
        free(file);
        return NULL;
    }
    size_t i = place_of(files, path);
    memmove(files->v + i + 1, files->v + i, (files->n - i) * sizeof *files->v);
    files->v[i] = file;
    files->n++;
    return file;
}

bool cut_watch_files_hear(cut_watch_files *files, const char *path, cut_watch_word word,
                          long long now)
{
    cut_watch_file *file = cut_watch_files_find(files, path);
    if (file && word == CUT_WORD_NONE)
        return true; /* a search says nothing new */
    if (!file && !(file = add(files, path)))
        return false;
    file->word = word;
    file->mtime_ns = -1;
    file->tries = 0;
    file->due = now + (word == CUT_WORD_OPEN ? CUT_WATCH_QUIET_MS : 0);
    return true;
}

/* How long a file must not change, by what is known of its writer. An empty one is still to be
 * filled. */
static int rest_of(const cut_watch_file *file, const cut_watch_look *look)
{
    if (look->size == 0 || (file->word == CUT_WORD_OPEN && !look->has_links))
        return CUT_WATCH_STALE_MS;
    return file->word == CUT_WORD_CLOSED ? CUT_WATCH_SETTLE_MS : CUT_WATCH_QUIET_MS;
}

bool cut_watch_file_is_ready(cut_watch_file *file, const cut_watch_look *look, long long now)
{
    bool was_same = file->mtime_ns == look->mtime_ns && file->size == look->size;
    bool is_old = file->word == CUT_WORD_NONE && look->age_ms > CUT_WATCH_STALE_MS;
    file->size = look->size;
    file->mtime_ns = look->mtime_ns;
    if (was_same || is_old)
        return true;
    file->due = now + rest_of(file, look);
    return false;
}

unsigned cut_watch_file_try_again(cut_watch_file *file, long long now)
{
    if (file->tries >= CUT_WATCH_TRIES)
        return 0;
    unsigned wait = 1000u << file->tries++;
    file->word = CUT_WORD_NONE;
    file->mtime_ns = -1;
    file->due = now + wait;
    return wait;
}

static void remove_at(cut_watch_files *files, size_t i)
{
    free_file(files->v[i]);
    files->n--;
    memmove(files->v + i, files->v + i + 1, (files->n - i) * sizeof *files->v);
}

void cut_watch_files_forget(cut_watch_files *files, const char *path)
{
    size_t i = place_of(files, path);
    if (i < files->n && strcmp(files->v[i]->path, path) == 0)
        remove_at(files, i);
}

void cut_watch_files_clear_told(cut_watch_files *files)
{
    size_t kept = 0;
    for (size_t i = 0; i < files->n; i++) {
        if (files->v[i]->told && !files->v[i]->failed)
            free_file(files->v[i]);
        else
            files->v[kept++] = files->v[i];
    }
    files->n = kept;
}

long long cut_watch_files_next(const cut_watch_files *files)
{
    long long next = -1;
    for (size_t i = 0; i < files->n; i++)
        if (next < 0 || files->v[i]->due < next)
            next = files->v[i]->due;
    return next;
}
