/*
 * Torture of write-back: every system call of it is made to fail, or to be the last one of a
 * process that is killed. Afterwards there is the old file or the new one, whole; and once the next
 * run is over there is the new one and nothing else.
 *
 * write FOLDER FILE...: works in FOLDER (empty), with copies of the files.
 */
#include "faults.h"

#include <cutline/writeback.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_STEPS 2000

typedef struct content {
    char *bytes; /* NULL: there is no file */
    size_t n;
} content;

typedef struct torture {
    const char *name;   /* for messages */
    const char *path;   /* the photo */
    const char *target; /* what is written: the photo or its sidecar */
    bool sidecar;
    content photo, before, after; /* of the photo; of the target */
} torture;

static int failures;

static void say(bool good, const char *what, const torture *t, unsigned step)
{
    if (!good) {
        printf("not ok - %s: %s, step %u\n", t->name, what, step);
        failures++;
    }
}

static content load(const char *path)
{
    content c = {NULL, 0};
    struct stat st;
    int fd = open(path, O_RDONLY);
    if (fd < 0)
        return c;
    if (fstat(fd, &st) == 0) {
        c.bytes = malloc((size_t)st.st_size + 1);
        if (c.bytes && read(fd, c.bytes, (size_t)st.st_size) == st.st_size)
            c.n = (size_t)st.st_size;
    }
    close(fd);
    return c;
}

static void store(const char *path, const content *c)
{
    (void)unlink(path);
    int fd = c->bytes ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0640) : -1;
    if (fd < 0)
        return;
    if (write(fd, c->bytes, c->n) != (ssize_t)c->n)
        exit(4);
    close(fd);
}

static bool same(const content *a, const content *b)
{
    return !a->bytes == !b->bytes && a->n == b->n &&
           (a->n == 0 || memcmp(a->bytes, b->bytes, a->n) == 0);
}

/* A new sidecar is dated: it is whole if it ends as it must and says what was wanted. */
static bool is_new(const torture *t, const content *c)
{
    return t->sidecar ? c->bytes && memmem(c->bytes, c->n, "Torture", 7) &&
                            memmem(c->bytes, c->n, "<?xpacket end", 13)
                      : same(c, &t->after);
}

static unsigned count_strays(const char *folder)
{
    unsigned n = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir)) != NULL;)
        n += strncmp(e->d_name, ".cutline-", 9) == 0;
    if (dir)
        closedir(dir);
    return n;
}

static cutline_status write_photo(const torture *t)
{
    cutline_error err;
    cutline_value value = {.text = "Torture"};
    cutline_file_change change = {.field = "headline", .values = &value, .count = 1};
    cutline_write_options options = {.sidecar = t->sidecar, .keep_mtime = true};
    return cutline_write_file(t->path, &change, 1, &options, NULL, NULL, &err);
}

/* The write in a process of its own, struck at a step. Sets *struck; the result is what it said, or
 * -1 if it was killed. */
static int write_struck(const torture *t, fault kind, unsigned step, bool *struck)
{
    int status = 0;
    bool *seen =
        mmap(NULL, sizeof *seen, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (seen == MAP_FAILED)
        exit(4);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        faults_arm(kind, step);
        cutline_status result = write_photo(t);
        *seen = faults_struck();
        _exit((int)result);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0)
        exit(4);
    *struck = WIFSIGNALED(status) || *seen;
    munmap(seen, sizeof *seen);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void check_after(const torture *t, const char *folder, int result, unsigned step)
{
    content now = load(t->target), photo = load(t->path);
    bool new = is_new(t, &now);
    say(new || same(&now, &t->before), "neither the old file nor the new one", t, step);
    if (result == CUTLINE_OK)
        say(new, "it said that it was done", t, step);
    if (t->sidecar)
        say(same(&photo, &t->photo), "the photo was touched", t, step);
    free(now.bytes);
    free(photo.bytes);
    say(write_photo(t) == CUTLINE_OK, "the next run fails", t, step);
    now = load(t->target);
    say(is_new(t, &now), "the next run does not write", t, step);
    say(count_strays(folder) == 0, "something was left behind", t, step);
    free(now.bytes);
}

static void run(const torture *t, const char *folder, fault kind, const char *what)
{
    unsigned step = 1;
    int before = failures;
    for (bool struck = true; step < MOST_STEPS; step++) {
        store(t->path, &t->photo);
        store(t->target, &t->before);
        int result = write_struck(t, kind, step, &struck);
        if (!struck)
            break;
        check_after(t, folder, result, step);
    }
    if (failures == before)
        printf("%s - %s: %s at each of %u steps\n", step > 10 ? "ok" : "not ok", t->name, what,
               step - 1);
}

static void torture_file(const char *folder, const char *source, bool sidecar)
{
    char path[4096], target[4096], name[300];
    const char *base = strrchr(source, '/') ? strrchr(source, '/') + 1 : source;
    snprintf(path, sizeof path, "%s/%s", folder, base);
    snprintf(target, sizeof target, "%s", path);
    if (sidecar)
        snprintf(strrchr(target, '.'), 5, ".xmp");
    snprintf(name, sizeof name, "%s%s", base, sidecar ? " (sidecar)" : "");
    torture t = {.name = name, .path = path, .target = target, .sidecar = sidecar};
    t.photo = load(source);
    t.before = sidecar ? (content){NULL, 0} : load(source);
    store(path, &t.photo);
    if (write_photo(&t) != CUTLINE_OK) {
        printf("not ok - %s: cannot be written at all\n", name);
        failures++;
    }
    t.after = load(target);
    run(&t, folder, FAULT_KILL, "killed");
    run(&t, folder, FAULT_EIO, "an input/output error");
    run(&t, folder, FAULT_ENOSPC, "the disk full");
    (void)unlink(path);
    (void)unlink(target);
    free(t.photo.bytes);
    free(t.before.bytes);
    free(t.after.bytes);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    for (int i = 2; i < argc; i++)
        torture_file(argv[1], argv[i], false);
    torture_file(argv[1], argv[2], true);
    return failures > 0;
}
