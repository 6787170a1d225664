#include "import/watch.h"

#include "base/path.h"
#include "base/thread.h"
#include "import/gone.h"
#include "import/import.h"
#include "import/scan.h"
#include "import/watch_files.h"
#include "import/watch_folders.h"
#include "import/watch_results.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

/* Files imported at once. Those whose writer is done are few and wanted soon; what a search finds
 * comes by the thousand. */
#define BATCH_SOON 64
#define BATCH_MOST 1024
/* Longest wait before the cancel flag is looked at. */
#define PATIENCE_MS 1000
/* Between looks for a folder passed in that is gone, and searches of folders that cannot be
 * watched. */
#define GONE_MS 5000
#define BLIND_MS 60000
/* After the last file vanished, until the catalog is told: it may have been moved. */
#define VANISHED_MS 2000
/* The check for it takes one part in so many of the time at most. */
#define VANISHED_SHARE 20
/* Tries to write the catalog, after 1, 2, 4 ... 60 seconds, before it is given up. */
#define CATALOG_TRIES 10
#define CATALOG_WAIT_MAX_MS 60000u

typedef struct watch {
    cut_store *store;
    const cutline_watch_options *options;
    cutline_import_options import; /* with our on_file */
    cutline_import_totals totals;
    uint64_t done; /* results passed on */
    char **roots;  /* absolute; owned */
    size_t root_count;
    cut_watch_folders folders;
    cut_watch_files files;
    cut_watch_results results;
    cut_arena arena; /* holds the paths of folders to be searched */
    CUT_VEC(const char *) to_search;
    size_t searched;       /* of these, begun */
    cut_scan *scan;        /* the search that is on; NULL if none */
    bool is_ready;         /* the first search of all roots is over, and was told */
    bool no_memory;        /* something was not noted */
    bool is_blind;         /* a folder cannot be watched */
    long long search_at;   /* when to search the roots again; -1 for never */
    long long check_ms;    /* that looking for what has vanished took */
    long long vanished_at; /* when to tell the catalog what has vanished; -1 for never */
    unsigned catalog_tries;
    long long catalog_at; /* when to try the catalog again */
} watch;

static void tell(const watch *w, cutline_watch_news news, const char *path,
                 const cutline_error *error, unsigned wait_ms)
{
    cutline_watch_event event = {news, path, error, wait_ms};
    if (w->options->on_news)
        w->options->on_news(&event, w->options->context);
}

static bool is_cancelled(const watch *w)
{
    return *w->import.cancel != 0;
}

static void search_later(watch *w, long long at)
{
    if (w->search_at < 0 || at < w->search_at)
        w->search_at = at;
}

/* ---- hearing ------------------------------------------------------------------------------------
 */

/* Uploads and programs that save a file write it under another name first: with a dot or "~" before
 * it. Endings behind it (.part, .tmp, .filepart, "~") are none that are imported. */
static bool is_wanted(cut_str name)
{
    return name.n > 0 && name.p[0] != '.' && name.p[0] != '~' &&
           cut_scan_kind_of(name) != CUT_SCAN_SKIPPED;
}

static bool is_sidecar_name(cut_str name)
{
    return cut_str_eq_nocase(cut_path_extension(name), CUT_STR("xmp"));
}

static void hear_file(watch *w, const char *path, cut_watch_word word)
{
    if (cut_watch_files_hear(&w->files, path, word, cut_milliseconds()))
        return;
    if (w->search_at < 0)
        tell(w, CUTLINE_WATCH_LOST, NULL, NULL, 0);
    search_later(w, cut_milliseconds() + GONE_MS);
}

/* "a.xmp" or "a.jpg.xmp" is read with the photo "a.jpg". */
static bool is_photo_of(cut_str name, cut_str stem)
{
    return !is_sidecar_name(name) && cut_scan_kind_of(name) == CUT_SCAN_PHOTO &&
           (cut_str_eq(name, stem) || cut_str_eq(cut_path_stem(name), stem));
}

/* A sidecar changes the photos beside it; without one it waits for its photo to come. */
static void hear_sidecar(watch *w, const char *path)
{
    char photo[CUT_MAX_PATH];
    cut_str base = cut_path_base(cut_str_from(path)), stem = cut_path_stem(base);
    size_t n = (size_t)(base.p - path);
    memcpy(photo, path, n);
    photo[n] = '\0';
    DIR *folder = opendir(n > 0 ? photo : "/");
    if (!folder)
        return;
    const struct dirent *entry;
    while ((entry = readdir(folder)) != NULL) {
        cut_str name = cut_str_from(entry->d_name);
        if (is_photo_of(name, stem) && n + name.n < sizeof photo) {
            memcpy(photo + n, name.p, name.n + 1);
            hear_file(w, photo, CUT_WORD_CLOSED);
        }
    }
    closedir(folder);
}

static void search_below(watch *w, const char *path)
{
    const char *copy = cut_arena_copy_z(&w->arena, path);
    if (!copy || !CUT_PUSH(&w->arena, &w->to_search, copy))
        w->no_memory = true;
}

static void search_roots(watch *w)
{
    w->search_at = -1;
    for (size_t i = 0; i < w->root_count; i++)
        search_below(w, w->roots[i]);
}

/* The catalog is told later: files vanish by the thousand, and the check looks for all. */
static void file_vanished(watch *w)
{
    long long wait = w->check_ms * VANISHED_SHARE;
    w->vanished_at = cut_milliseconds() + (wait > VANISHED_MS ? wait : VANISHED_MS);
}

static void folder_is_gone(watch *w, const char *path)
{
    cut_watch_folders_drop(&w->folders, path);
    file_vanished(w);
    for (size_t i = 0; i < w->root_count; i++)
        if (strcmp(w->roots[i], path) == 0) {
            tell(w, CUTLINE_WATCH_FOLDER_GONE, path, NULL, GONE_MS);
            search_later(w, cut_milliseconds() + GONE_MS);
        }
}

static void hear_name(watch *w, const cut_notice *notice)
{
    cut_str name = cut_path_base(cut_str_from(notice->path));
    if (!is_wanted(name))
        return;
    if (notice->kind == CUT_NOTICE_VANISHED) {
        cut_watch_files_forget(&w->files, notice->path);
        file_vanished(w);
    }
    if (is_sidecar_name(name)) {
        if (notice->kind != CUT_NOTICE_APPEARED)
            hear_sidecar(w, notice->path);
    } else if (notice->kind != CUT_NOTICE_VANISHED)
        hear_file(w, notice->path,
                  notice->kind == CUT_NOTICE_WRITTEN ? CUT_WORD_CLOSED : CUT_WORD_OPEN);
}

static void hear(watch *w)
{
    cut_notice notice;
    while (cut_watch_folders_next(&w->folders, &notice)) {
        switch (notice.kind) {
        case CUT_NOTICE_LOST:
            tell(w, CUTLINE_WATCH_LOST, NULL, NULL, 0);
            search_later(w, 0);
            break;
        case CUT_NOTICE_FOLDER:
            if (*cut_path_base(cut_str_from(notice.path)).p != '.')
                search_below(w, notice.path);
            break;
        case CUT_NOTICE_FOLDER_GONE:
            folder_is_gone(w, notice.path);
            break;
        default:
            hear_name(w, &notice);
        }
    }
}

/* ---- searching ----------------------------------------------------------------------------------
 */

static void on_folder(const char *path, void *context)
{
    watch *w = context;
    cutline_error err;
    int code = cut_watch_folders_add(&w->folders, path);
    if (code == 0 || code == ENOENT || code == ENOTDIR)
        return; /* it may be gone again */
    cut_fail_errno(&err, path, code, "cannot watch the folder");
    if (code == ENOSPC)
        cut_fail_at(&err, CUTLINE_IO, path, CUTLINE_NO_OFFSET,
                    "cannot watch the folder: the system's limit fs.inotify.max_user_watches is "
                    "reached");
    if (!w->is_blind)
        tell(w, CUTLINE_WATCH_FOLDER_BLIND, path, &err, BLIND_MS);
    w->is_blind = true;
    search_later(w, cut_milliseconds() + BLIND_MS);
}

/* Searches are over: the paths are not needed any more. */
static void end_searches(watch *w)
{
    cut_arena_reset(&w->arena);
    w->to_search.v = NULL;
    w->to_search.n = w->to_search.cap = w->searched = 0;
}

static cutline_status begin_search(watch *w, cutline_error *err)
{
    struct stat st;
    const char *const *folder = &w->to_search.v[w->searched++];
    if (stat(*folder, &st) != 0 || !S_ISDIR(st.st_mode)) {
        for (size_t i = 0; i < w->root_count; i++)
            if (strcmp(w->roots[i], *folder) == 0)
                search_later(w, cut_milliseconds() + GONE_MS);
        return CUTLINE_OK;
    }
    cutline_status status = cut_scan_open(folder, 1, &w->scan, err);
    if (status == CUTLINE_OK)
        cut_scan_on_folder(w->scan, on_folder, w);
    return status;
}

/* Goes on with the search: as many files as are imported at once. */
static cutline_status search(watch *w, cutline_error *err)
{
    cut_scan_entry entry;
    cutline_error lost;
    cutline_status status = CUTLINE_OK;
    while (!w->scan && w->searched < w->to_search.n && status == CUTLINE_OK)
        status = begin_search(w, err);
    for (size_t i = 0; w->scan && i < BATCH_MOST; i++) {
        if (!cut_scan_next(w->scan, &entry, &lost)) {
            cut_scan_close(w->scan);
            w->scan = NULL;
        } else if (entry.kind != CUT_SCAN_SKIPPED && entry.kind != CUT_SCAN_FAILED &&
                   is_wanted(cut_path_base(cut_str_from(entry.path))))
            hear_file(w, entry.path, CUT_WORD_NONE);
    }
    if (!w->scan && w->searched == w->to_search.n)
        end_searches(w);
    return status;
}

static bool is_searching(const watch *w)
{
    return w->scan || w->searched < w->to_search.n;
}

/* ---- importing ----------------------------------------------------------------------------------
 */

/* Counts a result and tells the caller. */
static void pass_on(watch *w, const cutline_import_event *event)
{
    uint64_t *const counters[] = {&w->totals.added,   &w->totals.updated, &w->totals.unchanged,
                                  &w->totals.skipped, &w->totals.failed,  &w->totals.moved,
                                  &w->totals.missing};
    cutline_import_event told = *event;
    (*counters[event->result])++;
    told.done = ++w->done;
    told.total = told.done_bytes = told.total_bytes = 0;
    if (w->options->import.on_file)
        w->options->import.on_file(&told, w->options->import.context);
}

static void on_file(const cutline_import_event *event, void *context)
{
    watch *w = context;
    w->no_memory |= !cut_watch_results_keep(&w->results, event);
}

/* A result of the import that is committed. A failure is passed on after the last try only. */
static void settle(watch *w, const cutline_import_event *event)
{
    struct stat st;
    cut_watch_file *file = cut_watch_files_find(&w->files, event->path);
    if (!file)
        return;
    file->told = true;
    file->failed = false;
    if (event->result != CUTLINE_IMPORT_FAILED) {
        pass_on(w, event);
        return;
    }
    bool is_gone = stat(event->path, &st) != 0 && errno == ENOENT;
    unsigned wait = is_gone ? 0 : cut_watch_file_try_again(file, cut_milliseconds());
    file->failed = wait > 0;
    if (wait > 0)
        tell(w, CUTLINE_WATCH_RETRY, event->path, event->error, wait);
    else if (!is_gone)
        pass_on(w, event);
}

static bool look(const char *path, cut_watch_look *out)
{
    struct stat st;
    struct timespec now;
    bool is_link = lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode) || clock_gettime(CLOCK_REALTIME, &now) != 0)
        return false;
    *out =
        (cut_watch_look){.size = (uint64_t)st.st_size,
                         .mtime_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec,
                         .age_ms = (long long)(now.tv_sec - st.st_mtim.tv_sec) * 1000,
                         .has_links = is_link || st.st_nlink > 1};
    return true;
}

/* Adds to the batch what is due and complete: first files whose writer is known to be done. */
static size_t take(watch *w, const char **batch, size_t most, bool closed_only)
{
    size_t n = 0;
    long long now = cut_milliseconds();
    for (size_t i = 0; i < w->files.n && n < most; i++) {
        cut_watch_file *file = w->files.v[i];
        cut_watch_look seen;
        if (file->taken || file->due > now || (closed_only && file->word != CUT_WORD_CLOSED))
            continue;
        if (!look(file->path, &seen)) {
            file->told = true; /* it is gone */
            file->failed = false;
        } else if (cut_watch_file_is_ready(file, &seen, now)) {
            file->taken = true;
            file->told = false;
            batch[n++] = file->path;
        }
    }
    return n;
}

/* The catalog cannot be written: what was taken waits, longer each time. */
static cutline_status wait_for_catalog(watch *w, cutline_status status, const cutline_error *error)
{
    if (status != CUTLINE_BUSY && status != CUTLINE_IO && status != CUTLINE_CATALOG)
        return status;
    if (w->catalog_tries >= CATALOG_TRIES)
        return status;
    unsigned wait = 1000u << w->catalog_tries++;
    wait = wait < CATALOG_WAIT_MAX_MS ? wait : CATALOG_WAIT_MAX_MS;
    w->catalog_at = cut_milliseconds() + wait;
    tell(w, CUTLINE_WATCH_CATALOG, NULL, error, wait);
    return CUTLINE_OK;
}

/* After an import: what was committed is told; the rest of the batch is taken again. */
static void settle_batch(watch *w, bool committed)
{
    for (size_t i = 0; committed && i < w->results.list.n; i++)
        settle(w, &w->results.list.v[i]);
    cut_watch_results_clear(&w->results);
    for (size_t i = 0; i < w->files.n; i++)
        w->files.v[i]->taken = false;
    cut_watch_files_clear_told(&w->files);
}

static cutline_status import_batch(watch *w, const char *const *batch, size_t n, cutline_error *err)
{
    cutline_error error;
    cutline_error_clear(&error);
    cutline_status status = cut_import_found(w->store, batch, n, &w->import, NULL, &error);
    settle_batch(w, status == CUTLINE_OK || status == CUTLINE_CANCELLED);
    if (status == CUTLINE_OK)
        w->catalog_tries = 0;
    else
        status = wait_for_catalog(w, status, &error);
    if (status != CUTLINE_OK && err)
        *err = error;
    return status;
}

static cutline_status import_ready(watch *w, cutline_error *err)
{
    const char *batch[BATCH_MOST];
    if (cut_milliseconds() < w->catalog_at)
        return CUTLINE_OK;
    size_t n = take(w, batch, BATCH_SOON, true);
    if (n == 0)
        n = take(w, batch, BATCH_MOST, false);
    if (n > 0)
        return import_batch(w, batch, n, err);
    cut_watch_files_clear_told(&w->files);
    return CUTLINE_OK;
}

/* ---- the loop -----------------------------------------------------------------------------------
 */

static long long sooner(long long a, long long b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* Waits for notices, the next file that is due, or whatever else has a time. */
static void wait_for_news(watch *w)
{
    long long now = cut_milliseconds(), next = sooner(w->search_at, w->vanished_at);
    long long file = cut_watch_files_next(&w->files);
    if (file >= 0 && file < w->catalog_at)
        file = w->catalog_at;
    next = sooner(next, file);
    int wait = PATIENCE_MS;
    if (next >= 0 && next - now < wait)
        wait = next > now ? (int)(next - now) : 0;
    struct pollfd fd = {.fd = w->folders.fd, .events = POLLIN};
    if (!is_cancelled(w))
        (void)poll(&fd, 1, wait);
}

static void on_checked(const cutline_check_event *event, void *context)
{
    if (event->state != CUTLINE_FILE_MISSING || !event->is_new)
        return;
    pass_on(context, &(cutline_import_event){.path = event->path,
                                             .result = CUTLINE_IMPORT_MISSING,
                                             .photo_count = 1,
                                             .photo = event->photo});
}

/* Marks what the catalog knows below the roots and is not there. */
static cutline_status mark_vanished(watch *w, cutline_error *err)
{
    cutline_check_totals totals = {0};
    cutline_error error;
    const cutline_check_options options = {
        .on_file = on_checked, .context = w, .cancel = w->import.cancel};
    cutline_status status = CUTLINE_OK;
    long long began = cut_milliseconds();
    for (size_t i = 0; i < w->root_count && status == CUTLINE_OK; i++)
        status = cut_check_folder(w->store, w->roots[i], &options, &totals, &error);
    long long now = cut_milliseconds();
    w->vanished_at = -1;
    w->check_ms = now - began;
    if (status == CUTLINE_OK)
        return CUTLINE_OK;
    status = wait_for_catalog(w, status, &error);
    w->vanished_at = w->catalog_at;
    if (status != CUTLINE_OK && err)
        *err = error;
    return status;
}

/* True once nothing that is complete waits to be taken. */
static bool is_idle(const watch *w, long long now)
{
    long long next = cut_watch_files_next(&w->files);
    return !is_searching(w) && (next < 0 || next > now) && now >= w->catalog_at;
}

static cutline_status turn(watch *w, cutline_error *err)
{
    hear(w);
    if (w->search_at >= 0 && cut_milliseconds() >= w->search_at && !is_searching(w))
        search_roots(w);
    cutline_status status = is_searching(w) ? search(w, err) : CUTLINE_OK;
    if (status == CUTLINE_OK)
        status = import_ready(w, err);
    long long now = cut_milliseconds();
    if (status == CUTLINE_OK && w->vanished_at >= 0 && now >= w->vanished_at && is_idle(w, now))
        status = mark_vanished(w, err);
    if (status == CUTLINE_OK && !w->is_ready && is_idle(w, now)) {
        w->is_ready = true;
        tell(w, CUTLINE_WATCH_READY, NULL, NULL, 0);
    }
    return status == CUTLINE_OK && w->no_memory ? cut_no_memory(err) : status;
}

static cutline_status run(watch *w, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    w->vanished_at = 0; /* while nobody watched */
    search_roots(w);
    while (status == CUTLINE_OK && !is_cancelled(w)) {
        status = turn(w, err);
        if (status == CUTLINE_OK && !is_searching(w))
            wait_for_news(w);
    }
    return status == CUTLINE_OK ? cut_fail(err, CUTLINE_CANCELLED, "the watch was ended") : status;
}

/* ---- starting and stopping ----------------------------------------------------------------------
 */

static cutline_status add_root(watch *w, const char *given, cutline_error *err)
{
    struct stat st;
    cut_arena arena;
    cut_arena_init(&arena, 4 * CUT_MAX_PATH);
    const char *absolute = strlen(given) < CUT_MAX_PATH ? cut_path_absolute(&arena, given) : NULL;
    cutline_status status = CUTLINE_OK;
    if (!absolute || stat(absolute, &st) != 0)
        status = cut_fail_errno(err, given, absolute ? errno : ENAMETOOLONG, "cannot open");
    else if (!S_ISDIR(st.st_mode))
        status = cut_fail_at(err, CUTLINE_BAD_ARGUMENT, given, CUTLINE_NO_OFFSET,
                             "only folders can be watched");
    else if ((w->roots[w->root_count] = strdup(absolute)) == NULL)
        status = cut_no_memory(err);
    else
        w->root_count++;
    cut_arena_release(&arena);
    return status;
}

static cutline_status start(watch *w, const char *const *paths, size_t count, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    int code = cut_watch_folders_open(&w->folders);
    if (code)
        return cut_fail_errno(err, NULL, code, "cannot watch folders");
    w->roots = calloc(count, sizeof *w->roots);
    if (!w->roots)
        return cut_no_memory(err);
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
        status = add_root(w, paths[i], err);
    return status;
}

static void stop(watch *w)
{
    cut_scan_close(w->scan);
    cut_watch_folders_close(&w->folders);
    cut_watch_files_release(&w->files);
    cut_watch_results_release(&w->results);
    for (size_t i = 0; i < w->root_count; i++)
        free(w->roots[i]);
    free(w->roots);
    cut_arena_release(&w->arena);
}

cutline_status cut_watch(cut_store *store, const char *const *paths, size_t path_count,
                         const cutline_watch_options *options, cutline_import_totals *totals,
                         cutline_error *err)
{
    if (totals)
        *totals = (cutline_import_totals){0};
    if (!store || path_count == 0 || !options || !options->import.cancel || options->import.dry_run)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "a watch needs a catalog, folders and a cancel flag, and is no dry run");
    watch w = {.store = store,
               .options = options,
               .import = options->import,
               .search_at = -1,
               .vanished_at = -1};
    w.import.on_file = on_file;
    w.import.context = &w;
    cut_watch_results_init(&w.results);
    cut_arena_init(&w.arena, CUT_MAX_FOLDER_NAMES);
    cutline_status status = start(&w, paths, path_count, err);
    if (status == CUTLINE_OK)
        status = run(&w, err);
    if (totals)
        *totals = w.totals;
    stop(&w);
    return status;
}
