#include "unit.h"

#include "power.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The least that a disk writes as a whole. */
#define SECTOR 512

#define NAMES 3
static const char *const tails[NAMES] = {"", "-journal", "-wal"};

typedef enum step_kind {
    STEP_CREATE,     /* a name for a new file */
    STEP_REMOVE,     /* a name goes */
    STEP_SYNC_NAMES, /* the folder */
    STEP_WRITE,
    STEP_CUT, /* length is `at` from now on */
    STEP_SYNC
} step_kind;

typedef struct step {
    step_kind kind;
    unsigned name; /* of tails, for names */
    unsigned file; /* a number for each that was ever created */
    size_t at, n;
    unsigned char *bytes; /* n of them, owned */
} step;

struct power_log {
    sqlite3_vfs vfs, *real;
    step *steps;
    size_t count, room;
    unsigned files;
    unsigned named[NAMES]; /* file that each name stands for */
};

/* What SQLite holds of an open file; the real one lies behind it. */
typedef struct watched {
    sqlite3_file base;
    power_log *log;
    unsigned file;
    bool syncs_names; /* with its first sync, as SQLite does for new journals and logs */
} watched;

static sqlite3_file *real_of(sqlite3_file *file)
{
    return (sqlite3_file *)((watched *)file + 1);
}

static void note(power_log *log, step s)
{
    if (log->count == log->room) {
        log->room = log->room ? 2 * log->room : 256;
        log->steps = realloc(log->steps, log->room * sizeof *log->steps);
        assert_non_null(log->steps);
    }
    log->steps[log->count++] = s;
}

/* ---- files ------------------------------------------------------------------------------------
 */

static int close_it(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int read_it(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
    return real_of(file)->pMethods->xRead(real_of(file), to, n, at);
}

static int write_it(sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
    watched *w = (watched *)file;
    step s = {STEP_WRITE, 0, w->file, (size_t)at, (size_t)n, malloc((size_t)n)};
    assert_non_null(s.bytes);
    memcpy(s.bytes, from, s.n);
    note(w->log, s);
    return real_of(file)->pMethods->xWrite(real_of(file), from, n, at);
}

static int cut_it(sqlite3_file *file, sqlite3_int64 length)
{
    watched *w = (watched *)file;
    note(w->log, (step){.kind = STEP_CUT, .file = w->file, .at = (size_t)length});
    return real_of(file)->pMethods->xTruncate(real_of(file), length);
}

static int sync_it(sqlite3_file *file, int flags)
{
    watched *w = (watched *)file;
    note(w->log, (step){.kind = STEP_SYNC, .file = w->file});
    if (w->syncs_names)
        note(w->log, (step){.kind = STEP_SYNC_NAMES});
    w->syncs_names = false;
    return real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int size_of_it(sqlite3_file *file, sqlite3_int64 *out)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), out);
}

static int lock_it(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int unlock_it(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int is_reserved(sqlite3_file *file, int *out)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}

static int control_it(sqlite3_file *file, int what, void *how)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), what, how);
}

static int sector_of_it(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int character_of_it(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int map_shared(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, out);
}

static int lock_shared(sqlite3_file *file, int at, int n, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), at, n, flags);
}

static void order_shared(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int unmap_shared(sqlite3_file *file, int remove)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

/* Version 2: what version 3 adds maps files into memory. */
static const sqlite3_io_methods methods = {
    2,           close_it,     read_it,      write_it,   cut_it,       sync_it,         size_of_it,
    lock_it,     unlock_it,    is_reserved,  control_it, sector_of_it, character_of_it, map_shared,
    lock_shared, order_shared, unmap_shared, NULL,       NULL};

/* ---- names ------------------------------------------------------------------------------------
 */

static unsigned name_of(const char *path)
{
    for (unsigned i = 1; i < NAMES; i++)
        if (strlen(path) > strlen(tails[i]) &&
            strcmp(path + strlen(path) - strlen(tails[i]), tails[i]) == 0)
            return i;
    return 0;
}

static int open_it(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out)
{
    power_log *log = vfs->pAppData;
    watched *w = (watched *)file;
    int there = 0;
    if (!(flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)))
        return log->real->xOpen(log->real, path, file, flags, out);
    log->real->xAccess(log->real, path, SQLITE_ACCESS_EXISTS, &there);
    int code = log->real->xOpen(log->real, path, real_of(file), flags, out);
    *w = (watched){.log = log};
    if (code != SQLITE_OK)
        return code;
    unsigned name = name_of(path);
    if (!there) {
        log->named[name] = log->files++;
        note(log, (step){.kind = STEP_CREATE, .name = name, .file = log->named[name]});
    }
    w->file = log->named[name];
    w->syncs_names = name != 0;
    w->base.pMethods = &methods;
    return code;
}

static int remove_it(sqlite3_vfs *vfs, const char *path, int sync_names)
{
    power_log *log = vfs->pAppData;
    int code = log->real->xDelete(log->real, path, sync_names);
    if (code != SQLITE_OK)
        return code;
    note(log, (step){.kind = STEP_REMOVE, .name = name_of(path)});
    if (sync_names)
        note(log, (step){.kind = STEP_SYNC_NAMES});
    return code;
}

power_log *power_watch(void)
{
    power_log *log = calloc(1, sizeof *log);
    assert_non_null(log);
    log->real = sqlite3_vfs_find(NULL);
    log->vfs = *log->real;
    log->vfs.zName = "power";
    log->vfs.pNext = NULL;
    log->vfs.pAppData = log;
    log->vfs.szOsFile = (int)sizeof(watched) + log->real->szOsFile;
    log->vfs.xOpen = open_it;
    log->vfs.xDelete = remove_it;
    assert_int_equal(sqlite3_vfs_register(&log->vfs, 1), SQLITE_OK);
    return log;
}

void power_unwatch(power_log *log)
{
    sqlite3_vfs_unregister(&log->vfs);
    assert_int_equal(sqlite3_vfs_register(log->real, 1), SQLITE_OK);
}

void power_free(power_log *log)
{
    for (size_t i = 0; i < log->count; i++)
        free(log->steps[i].bytes);
    free(log->steps);
    free(log);
}

size_t power_steps(const power_log *log)
{
    return log->count;
}

bool power_is_turn(const power_log *log, size_t steps)
{
    return steps == 0 || steps == log->count || log->steps[steps - 1].kind != STEP_WRITE ||
           log->steps[steps].kind != STEP_WRITE;
}

/* ---- what is left -----------------------------------------------------------------------------
 */

/* A number that looks like chance. */
static size_t chance(unsigned seed, size_t what)
{
    uint64_t x = (uint64_t)seed << 32 ^ what;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return (size_t)(x ^ x >> 31);
}

/* The moment at which something that was synced at step `from` is left, which goes on to `to`. One
 * in three is never written again, one in three is at its latest. */
static size_t moment(power_luck luck, size_t dice, size_t from, size_t to)
{
    if (luck == POWER_NOTHING || (luck == POWER_SOME && dice % 3 == 0))
        return from;
    if (luck == POWER_ALL || dice % 3 == 1)
        return to;
    return from + dice / 3 % (to - from + 1);
}

/* The file that a name stands for; false if there is none. */
static bool find_named(const power_log *log, size_t steps, unsigned name, power_luck luck,
                       unsigned seed, unsigned *file)
{
    size_t synced = 0;
    for (size_t i = 0; i < steps; i++)
        if (log->steps[i].kind == STEP_SYNC_NAMES)
            synced = i;
    size_t until = moment(luck, chance(seed, 0), synced, steps);
    bool found = false;
    for (size_t i = 0; i < until; i++) {
        const step *s = &log->steps[i];
        if ((s->kind == STEP_CREATE || s->kind == STEP_REMOVE) && s->name == name) {
            found = s->kind == STEP_CREATE;
            *file = s->file;
        }
    }
    return found;
}

typedef struct image {
    unsigned char *bytes;
    size_t room, length;
} image;

static void make_room(image *m, size_t n)
{
    if (n <= m->room)
        return;
    m->bytes = realloc(m->bytes, 2 * n);
    assert_non_null(m->bytes);
    memset(m->bytes + m->room, 0, 2 * n - m->room);
    m->room = 2 * n;
}

/* What step i wrote: n bytes from `at` on, those of `from` or zeros. A sector has them unless it
 * was left before. */
static void put(image *m, const unsigned char *from, size_t at, size_t n, size_t i,
                const size_t *moments)
{
    make_room(m, at + n);
    for (size_t done = 0, part; done < n; done += part) {
        part = SECTOR - (at + done) % SECTOR;
        part = part < n - done ? part : n - done;
        if (moments[(at + done) / SECTOR] <= i)
            continue;
        if (from)
            memcpy(m->bytes + at + done, from + done, part);
        else
            memset(m->bytes + at + done, 0, part);
    }
}

/* The length that the file had after step i, which was `length` before. */
static size_t length_after(const step *s, size_t length)
{
    if (s->kind == STEP_CUT)
        return s->at;
    return s->kind == STEP_WRITE && s->at + s->n > length ? s->at + s->n : length;
}

static size_t largest(const power_log *log, size_t steps, unsigned file)
{
    size_t most = 0;
    for (size_t i = 0; i < steps; i++)
        if (log->steps[i].file == file && length_after(&log->steps[i], 0) > most)
            most = length_after(&log->steps[i], 0);
    return most;
}

static image rebuild(const power_log *log, size_t steps, unsigned file, power_luck luck,
                     unsigned seed)
{
    image m = {0};
    size_t synced = 0, sectors = largest(log, steps, file) / SECTOR + 1, length = 0;
    for (size_t i = 0; i < steps; i++)
        if (log->steps[i].kind == STEP_SYNC && log->steps[i].file == file)
            synced = i;
    size_t *moments = calloc(sectors, sizeof *moments);
    assert_non_null(moments);
    for (size_t i = 0; i < sectors; i++)
        moments[i] = moment(luck, chance(seed + file, i + 1), synced, steps);
    size_t last = moment(luck, chance(seed + file, 0), synced, steps);
    for (size_t i = 0; i < steps; i++) {
        const step *s = &log->steps[i];
        if (s->file != file || (s->kind != STEP_WRITE && s->kind != STEP_CUT))
            continue;
        if (s->kind == STEP_WRITE)
            put(&m, s->bytes, s->at, s->n, i, moments);
        else if (s->at < length)
            put(&m, NULL, s->at, length - s->at, i, moments);
        length = length_after(s, length);
        m.length = i < last ? length : m.length;
    }
    make_room(&m, m.length + 1);
    free(moments);
    return m;
}

void power_leave(const power_log *log, size_t steps, power_luck luck, unsigned seed,
                 const char *path)
{
    for (unsigned name = 0; name < NAMES; name++) {
        char full[160];
        unsigned file;
        snprintf(full, sizeof full, "%s%s", path, tails[name]);
        unlink(full);
        if (!find_named(log, steps, name, luck, seed, &file))
            continue;
        image m = rebuild(log, steps, file, luck, seed);
        FILE *out = fopen(full, "wb");
        assert_non_null(out);
        assert_int_equal(fwrite(m.bytes, 1, m.length, out), m.length);
        assert_int_equal(fclose(out), 0);
        free(m.bytes);
    }
}
