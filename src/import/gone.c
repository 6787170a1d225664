#include "import/gone.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/path.h"

#include <errno.h>
#include <sys/stat.h>

/* Files looked for between two questions to the store. */
#define FILES_AT_ONCE 1000u

/* Only what is certain: a folder that may not be entered, or a disk that fails, says nothing. */
static bool is_gone(const char *path)
{
    struct stat st;
    return stat(path, &st) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

cutline_status cut_moved_from(cut_store *store, cut_arena *arena, const cutline_record *record,
                              const char **from, cutline_error *err)
{
    cut_known_files files = {0};
    cut_file_state state;
    *from = NULL;
    if (!record->has_hash)
        return CUTLINE_OK;
    cutline_status status = cut_store_files_of_hash(store, arena, record->image_hash, &files, err);
    if (status == CUTLINE_OK && files.n > 0)
        status = cut_store_file_state(store, record->path, &state, err);
    /* What was at a path whose image data was never read may have been this all the time. */
    if (status != CUTLINE_OK || files.n == 0 || (state.known && !state.has_hash))
        return status;
    for (size_t i = 0; i < files.n && !*from; i++)
        if (files.v[i].photo != state.photo && is_gone(files.v[i].path))
            *from = files.v[i].path;
    return CUTLINE_OK;
}

/* ---- looking for files ----------------------------------------------------------------------- */

typedef struct checking {
    cut_store *store;
    const cutline_check_options *options;
    cutline_check_totals *totals;
    cut_arena arena;       /* holds the files at hand */
    cut_known_files files; /* those whose mark changes come first, `changed` of them */
    size_t changed;
} checking;

static void look_for(checking *c, cut_known_file file)
{
    bool gone = is_gone(file.path);
    cutline_check_event event = {.path = file.path,
                                 .photo = file.photo,
                                 .state = gone           ? CUTLINE_FILE_MISSING
                                          : file.missing ? CUTLINE_FILE_FOUND
                                                         : CUTLINE_FILE_THERE,
                                 .is_new = gone != file.missing,
                                 .done = ++c->totals->files};
    c->totals->missing += gone;
    c->totals->found += event.state == CUTLINE_FILE_FOUND;
    if (event.is_new) {
        file.missing = gone;
        c->files.v[c->changed++] = file;
    }
    if (c->options->on_file)
        c->options->on_file(&event, c->options->context);
}

static cutline_status mark(checking *c, cutline_error *err)
{
    if (c->changed == 0 || c->options->dry_run)
        return CUTLINE_OK;
    cutline_status status = cut_store_begin(c->store, err);
    if (status != CUTLINE_OK)
        return status;
    for (size_t i = 0; i < c->changed && status == CUTLINE_OK; i++)
        status = cut_store_set_missing(c->store, c->files.v[i].path, c->files.v[i].missing, err);
    if (status == CUTLINE_OK)
        return cut_store_commit(c->store, err);
    cut_store_rollback(c->store);
    return status;
}

static cutline_status look_for_all(checking *c, cutline_error *err)
{
    c->changed = 0;
    for (size_t i = 0; i < c->files.n; i++)
        look_for(c, c->files.v[i]);
    return mark(c, err);
}

static bool is_cancelled(const checking *c)
{
    return c->options->cancel && *c->options->cancel != 0;
}

cutline_status cut_check_folder(cut_store *store, const char *folder,
                                const cutline_check_options *options, cutline_check_totals *totals,
                                cutline_error *err)
{
    checking c = {.store = store, .options = options, .totals = totals};
    char last[CUT_MAX_PATH] = "";
    cutline_status status;
    cut_arena_init(&c.arena, (size_t)FILES_AT_ONCE * 4 * CUT_MAX_PATH);
    do {
        cut_arena_reset(&c.arena);
        c.files = (cut_known_files){0};
        status = is_cancelled(&c) ? cut_fail(err, CUTLINE_CANCELLED, "the check was cancelled")
                                  : cut_store_files_below(store, &c.arena, folder, last,
                                                          FILES_AT_ONCE, &c.files, err);
        if (status != CUTLINE_OK || c.files.n == 0)
            break;
        cut_str path =
            cut_str_slice(cut_str_from(c.files.v[c.files.n - 1].path), 0, sizeof last - 1);
        memcpy(last, path.p, path.n);
        last[path.n] = '\0';
        status = look_for_all(&c, err);
    } while (status == CUTLINE_OK && c.files.n == FILES_AT_ONCE);
    cut_arena_release(&c.arena);
    return status;
}

/* The file of that path itself, if the store knows it. */
static cutline_status check_file(cut_store *store, const char *path,
                                 const cutline_check_options *options, cutline_check_totals *totals,
                                 cutline_error *err)
{
    cut_known_file file = {.path = path};
    checking c = {.store = store, .options = options, .totals = totals, .files = {&file, 1, 1}};
    cut_file_state state;
    cutline_status status = cut_store_file_state(store, path, &state, err);
    if (status != CUTLINE_OK || !state.photo)
        return status;
    file.photo = state.photo;
    file.missing = state.missing;
    return look_for_all(&c, err);
}

cutline_status cut_check_files(cut_store *store, const char *path,
                               const cutline_check_options *options, cutline_check_totals *totals,
                               cutline_error *err)
{
    static const cutline_check_options defaults = {0};
    cutline_check_totals own;
    cut_arena arena;
    options = options ? options : &defaults;
    totals = totals ? totals : &own;
    *totals = (cutline_check_totals){0};
    if (!path)
        return cut_check_folder(store, "/", options, totals, err);
    cut_arena_init(&arena, 4 * CUT_MAX_PATH);
    const char *absolute = strlen(path) < CUT_MAX_PATH ? cut_path_absolute(&arena, path) : NULL;
    cutline_status status = absolute ? CUTLINE_OK : cut_fail_errno(err, path, errno, "cannot look");
    if (status == CUTLINE_OK)
        status = check_file(store, absolute, options, totals, err);
    if (status == CUTLINE_OK)
        status = cut_check_folder(store, absolute, options, totals, err);
    cut_arena_release(&arena);
    if (status == CUTLINE_OK && totals->files == 0)
        status = cut_fail_at(err, CUTLINE_NOT_FOUND, path, CUTLINE_NO_OFFSET,
                             "the catalog knows no photo file there");
    return status;
}
