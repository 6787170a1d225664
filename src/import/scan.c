#include "import/scan.h"

#include "base/limits.h"
#include "base/path.h"
#include "import/folder.h"
#include "media/media.h"
#include "record/record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

struct cut_scan {
    const char *const *paths;
    size_t path_count, path_next;
    char path[CUT_MAX_PATH]; /* of the entry last handed out */
    cut_folder *folders;     /* the open folders, outermost first; owned */
    size_t depth, room;      /* how many are open, and how many fit */
    cut_arena arena;         /* holds the roots */
    CUT_VEC(const char *) roots;
    bool as_found;
    void (*on_folder)(const char *path, void *context); /* or NULL */
    void *context;                                      /* of on_folder */
};

cutline_status cut_scan_open(const char *const *paths, size_t count, cut_scan **out,
                             cutline_error *err)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return cut_no_memory(err);
    (*out)->paths = paths;
    (*out)->path_count = count;
    cut_arena_init(&(*out)->arena, SIZE_MAX / 2);
    return CUTLINE_OK;
}

void cut_scan_close(cut_scan *scan)
{
    if (!scan)
        return;
    while (scan->depth > 0)
        cut_folder_close(&scan->folders[--scan->depth]);
    free(scan->folders);
    cut_arena_release(&scan->arena);
    free(scan);
}

void cut_scan_as_found(cut_scan *scan)
{
    scan->as_found = true;
}

void cut_scan_on_folder(cut_scan *scan, void (*on_folder)(const char *path, void *context),
                        void *context)
{
    scan->on_folder = on_folder;
    scan->context = context;
}

const char *const *cut_scan_roots(const cut_scan *scan, size_t *count)
{
    *count = scan->roots.n;
    return scan->roots.v;
}

static cut_scan_entry failed(cut_scan *scan, int code, const char *what, cutline_error *err)
{
    cut_fail_errno(err, scan->path, code, what);
    return (cut_scan_entry){.kind = CUT_SCAN_FAILED, .path = scan->path};
}

static bool is_one_of(cut_str extension, const char *list)
{
    cut_str rest = cut_str_from(list);
    while (rest.p)
        if (cut_str_eq_nocase(extension, cut_str_split(&rest, ' ')))
            return true;
    return false;
}

cut_scan_kind cut_scan_kind_of(cut_str name)
{
    cut_str extension = cut_path_extension(name);
    if (extension.n == 0)
        return CUT_SCAN_SKIPPED;
    if (cut_format_known_extension(extension))
        return CUT_SCAN_PHOTO;
    if (is_one_of(extension, "txt text html htm xhtml"))
        return CUT_SCAN_PAGE;
    if (is_one_of(extension, "json ndjson xml"))
        return CUT_SCAN_FEED;
    return is_one_of(extension, "csv tsv") ? CUT_SCAN_LIST : CUT_SCAN_SKIPPED;
}

static bool is_photo_name(cut_str name)
{
    return cut_scan_kind_of(name) == CUT_SCAN_PHOTO &&
           !cut_str_eq_nocase(cut_path_extension(name), CUT_STR("xmp"));
}

/* True for "a.xmp" beside "a.jpg", or "a.jpg.xmp" beside it. */
static bool is_sidecar(const cut_folder *folder, cut_str name)
{
    if (!cut_str_eq_nocase(cut_path_extension(name), CUT_STR("xmp")))
        return false;
    cut_str stem = cut_path_stem(name), dotted = cut_str_slice(name, 0, stem.n + 1);
    size_t i = cut_folder_find(folder, stem);
    if (i < folder->count && cut_str_eq(cut_str_from(cut_folder_name(folder, i)), stem) &&
        is_photo_name(stem))
        return true;
    for (i = cut_folder_find(folder, dotted); i < folder->count; i++) {
        cut_str other = cut_str_from(cut_folder_name(folder, i));
        if (!cut_str_starts(other, dotted))
            return false;
        if (cut_str_eq(cut_path_stem(other), stem) && is_photo_name(other))
            return true;
    }
    return false;
}

static void set_stat(cut_scan_entry *entry, const struct stat *st)
{
    entry->size = (uint64_t)st->st_size;
    entry->mtime_ns = (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

/* Opens a folder below the innermost one; its path is in scan->path. Returns 0 or an errno value.
 */
static int enter(cut_scan *scan, int at, const char *name, bool follow)
{
    if (scan->depth == scan->room) {
        size_t room = scan->room ? scan->room * 2 : 8;
        cut_folder *grown = reallocarray(scan->folders, room, sizeof *grown);
        if (!grown)
            return ENOMEM;
        scan->folders = grown;
        scan->room = room;
    }
    cut_folder *folder = &scan->folders[scan->depth];
    if (scan->on_folder)
        scan->on_folder(scan->path, scan->context);
    int code = cut_folder_open(folder, at, name, follow);
    if (code) {
        cut_folder_close(folder);
        return code;
    }
    folder->path_size = strlen(scan->path);
    scan->depth++;
    return 0;
}

/* Makes scan->path the absolute form of a path; 0 or an errno value. */
static int set_named_path(cut_scan *scan, const char *given)
{
    cut_arena arena;
    cut_arena_init(&arena, 4 * CUT_MAX_PATH);
    const char *absolute = strlen(given) < sizeof scan->path ? given : NULL;
    int code = absolute ? 0 : ENAMETOOLONG;
    if (!code && !(absolute = cut_path_absolute(&arena, given)))
        code = errno;
    if (!code && strlen(absolute) >= sizeof scan->path)
        code = ENAMETOOLONG;
    cut_str shown = cut_str_slice(cut_str_from(code ? given : absolute), 0, sizeof scan->path - 1);
    memcpy(scan->path, shown.p, shown.n);
    scan->path[shown.n] = '\0';
    cut_arena_release(&arena);
    return code;
}

/* Opens the folder in scan->path, which the caller named. Returns 0 or an errno value. */
static int enter_root(cut_scan *scan)
{
    const char *root = cut_arena_copy_z(&scan->arena, scan->path);
    if (!root || !CUT_PUSH(&scan->arena, &scan->roots, root))
        return ENOMEM;
    int code = enter(scan, AT_FDCWD, scan->path, true);
    if (code)
        scan->roots.n--;
    return code;
}

/* The next path the caller named; a folder is entered. True if there is something to hand out. */
static bool next_named(cut_scan *scan, cut_scan_entry *out, cutline_error *err)
{
    struct stat st;
    int code = set_named_path(scan, scan->paths[scan->path_next++]);
    if (!code && stat(scan->path, &st) != 0)
        code = errno;
    if (!code && S_ISDIR(st.st_mode) && !scan->as_found) {
        code = enter_root(scan);
        if (!code)
            return false;
    }
    if (code) {
        *out = failed(scan, code, "cannot open", err);
    } else {
        cut_scan_kind kind = cut_scan_kind_of(cut_str_from(scan->path));
        if (scan->as_found && !S_ISREG(st.st_mode))
            kind = CUT_SCAN_SKIPPED;
        else if (!scan->as_found && kind == CUT_SCAN_SKIPPED)
            kind = CUT_SCAN_UNKNOWN;
        *out = (cut_scan_entry){.kind = kind, .path = scan->path};
        set_stat(out, &st);
        out->sidecars = kind == CUT_SCAN_PHOTO ? cut_sidecar_state(scan->path) : 0;
    }
    out->named = !scan->as_found;
    return true;
}

/* Writes folder path + "/" + name to scan->path; false if it does not fit. */
static bool set_path(cut_scan *scan, const cut_folder *folder, const char *name)
{
    size_t at = folder->path_size, n = strlen(name);
    if (at + n + 2 > sizeof scan->path)
        return false;
    if (scan->path[at - 1] != '/')
        scan->path[at++] = '/';
    memcpy(scan->path + at, name, n + 1);
    return true;
}

/* Type of an entry, links followed: a file (with *st), a folder or neither. -1 if it cannot be
 * looked at. What is skipped by its name anyway is not looked at without need. */
static int type_of(const cut_folder *folder, size_t i, bool skipped, struct stat *st)
{
    unsigned char type = cut_folder_type(folder, i);
    if (type == DT_DIR || (skipped && type != DT_UNKNOWN && type != DT_LNK))
        return type;
    if (fstatat(folder->fd, cut_folder_name(folder, i), st, 0) != 0)
        return skipped ? DT_REG : -1;
    if (S_ISDIR(st->st_mode)) /* a link to a folder is not followed */
        return type == DT_UNKNOWN ? DT_DIR : DT_LNK;
    return S_ISREG(st->st_mode) ? DT_REG : DT_FIFO;
}

/* Looks at the next name of a folder. True if there is something to hand out; a sub-folder is
 * entered. */
static bool next_in_folder(cut_scan *scan, cut_folder *folder, cut_scan_entry *out,
                           cutline_error *err)
{
    struct stat st = {0};
    size_t i = folder->next++;
    cut_str name = cut_str_from(cut_folder_name(folder, i));
    if (!set_path(scan, folder, name.p)) {
        *out = failed(scan, ENAMETOOLONG, "cannot open", err);
        return true;
    }
    cut_scan_kind kind = cut_scan_kind_of(name);
    if (kind == CUT_SCAN_PHOTO && is_sidecar(folder, name))
        kind = CUT_SCAN_SKIPPED;
    int type = type_of(folder, i, kind == CUT_SCAN_SKIPPED, &st);
    if (type == DT_DIR) {
        int code =
            scan->depth < CUT_MAX_TREE_DEPTH ? enter(scan, folder->fd, name.p, false) : ELOOP;
        if (code)
            *out = failed(scan, code, "cannot open the folder", err);
        return code != 0;
    }
    if (type < 0)
        *out = failed(scan, errno, "cannot open", err);
    else
        *out =
            (cut_scan_entry){.kind = type == DT_REG ? kind : CUT_SCAN_SKIPPED, .path = scan->path};
    if (out->kind != CUT_SCAN_FAILED && out->kind != CUT_SCAN_SKIPPED)
        set_stat(out, &st);
    if (out->kind == CUT_SCAN_PHOTO && folder->has_xmp)
        out->sidecars = cut_sidecar_state(scan->path);
    return type != DT_LNK;
}

bool cut_scan_next(cut_scan *scan, cut_scan_entry *out, cutline_error *err)
{
    for (;;) {
        if (scan->depth == 0) {
            if (scan->path_next == scan->path_count)
                return false;
            if (next_named(scan, out, err))
                return true;
            continue;
        }
        cut_folder *folder = &scan->folders[scan->depth - 1];
        if (folder->next == folder->count) {
            cut_folder_close(folder);
            scan->depth--;
        } else if (next_in_folder(scan, folder, out, err))
            return true;
    }
}
