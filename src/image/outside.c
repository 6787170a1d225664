#include "image/outside.h"

#include "base/limits.h"
#include "base/thread.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* A program at work. */
typedef struct child {
    pid_t pid;
    int output; /* what it writes; -1: closed */
    long long end_at;
    bool late; /* it took too long */
} child;

bool cut_outside_knows(const char *format)
{
    static const char *const names[] = {"png", "webp", "heic", "avif", "heif", "tiff"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], format) == 0)
            return true;
    return false;
}

/* ---- the program --------------------------------------------------------------------------------
 */

/* It gets the file, the pipe, and nothing else that is open here. */
static int prepare(posix_spawn_file_actions_t *actions, int input, int output)
{
    int code = posix_spawn_file_actions_adddup2(actions, input, STDIN_FILENO);
    if (code == 0)
        code = posix_spawn_file_actions_adddup2(actions, output, STDOUT_FILENO);
    if (code == 0)
        code = posix_spawn_file_actions_addopen(actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (code == 0)
        code = posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
    return code;
}

/* An error number, 0 if it runs. */
static int start(const char *program, int input, const char *format, child *out)
{
    /* posix_spawn() takes char *const *, but changes nothing. */
    char *arguments[3] = {NULL};
    memcpy(&arguments[0], &program, sizeof program);
    memcpy(&arguments[1], &format, sizeof format);
    char *const environment[] = {NULL};
    posix_spawn_file_actions_t actions;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return errno;
    int code = posix_spawn_file_actions_init(&actions);
    if (code == 0) {
        code = prepare(&actions, input, ends[1]);
        if (code == 0)
            code = posix_spawn(&out->pid, program, &actions, NULL, arguments, environment);
        posix_spawn_file_actions_destroy(&actions);
    }
    close(ends[1]);
    if (code != 0) {
        close(ends[0]);
        return code;
    }
    out->output = ends[0];
    out->end_at = cut_milliseconds() + CUT_MAX_OUTSIDE_MILLISECONDS;
    out->late = false;
    return 0;
}

static void stop(child *c)
{
    int status;
    close(c->output);
    kill(c->pid,
         SIGKILL); /* it may have ended; it is not waited for yet, so its number is its own */
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
        ;
}

/* All bytes, or false: it ended before, or took too long. */
static bool read_all(child *c, void *to, size_t n)
{
    uint8_t *at = to;
    while (n > 0) {
        struct pollfd wait = {.fd = c->output, .events = POLLIN};
        long long left = c->end_at - cut_milliseconds();
        c->late = left <= 0;
        if (c->late)
            return false;
        int ready = poll(&wait, 1, (int)left);
        ssize_t got = ready > 0 ? read(c->output, at, n) : 0;
        if ((ready < 0 || got < 0) && errno == EINTR)
            continue;
        if (ready < 0 || got < 0 || (ready > 0 && got == 0))
            return false;
        at += got;
        n -= (size_t)got;
    }
    return true;
}

/* ---- what it says -------------------------------------------------------------------------------
 */

static bool is_sound(const cut_outside_head *head)
{
    uint64_t full = (uint64_t)head->full_width * head->full_height;
    if (memcmp(head->magic, CUT_OUTSIDE_MAGIC, sizeof head->magic) != 0 ||
        !memchr(head->message, '\0', sizeof head->message))
        return false;
    return full == 0 || (full <= CUT_MAX_OUTSIDE_PIXELS && head->step > 0 &&
                         (head->channels == 1 || head->channels == 3));
}

/* False if memory runs out. */
static bool read_pixels(child *c, const cut_outside_head *head, cut_arena *arena, cut_decoded *out)
{
    uint32_t width = head->full_width / head->step + (head->full_width % head->step > 0);
    uint32_t height = head->full_height / head->step + (head->full_height % head->step > 0);
    if ((uint64_t)width * height > CUT_MAX_OUTSIDE_RESULT)
        return true;
    if (!cut_pixels_new(arena, width, height, head->channels, &out->pixels))
        return false;
    out->pixels.full_width = head->full_width;
    out->pixels.full_height = head->full_height;
    out->pixels.step = head->step;
    out->usable = read_all(c, out->pixels.p, (size_t)width * height * head->channels);
    return true;
}

static cutline_status read_answer(child *c, cut_arena *arena, cut_outside *out, cutline_error *err)
{
    cut_outside_head head;
    cut_decoded *decoded = &out->decoded;
    bool sound = read_all(c, &head, sizeof head) && is_sound(&head);
    if (sound) {
        snprintf(decoded->message, sizeof decoded->message, "%s", head.message);
        out->upright = head.upright;
        if (head.full_width > 0 && head.full_height > 0 && !read_pixels(c, &head, arena, decoded))
            return cut_no_memory(err);
    }
    decoded->damaged = !decoded->usable || head.damaged != 0;
    if (c->late)
        snprintf(decoded->message, sizeof decoded->message, "decoding it takes too long");
    else if (!decoded->usable && !decoded->message[0])
        snprintf(decoded->message, sizeof decoded->message, "the decoder failed");
    return CUTLINE_OK;
}

cutline_status cut_outside_decode(const char *program, cut_source *source, const char *format,
                                  cut_outside *out, cutline_error *err)
{
    child c;
    memset(out, 0, sizeof *out);
    int code = start(program, source->fd, format, &c);
    if (code == ENOMEM)
        return cut_no_memory(err);
    out->started = code == 0;
    if (!out->started) {
        cut_decoded *decoded = &out->decoded;
        snprintf(decoded->message, sizeof decoded->message, "%s cannot be run: %s", program,
                 strerrordesc_np(code));
        return CUTLINE_OK;
    }
    cutline_status status = read_answer(&c, source->arena, out, err);
    stop(&c);
    return status;
}
