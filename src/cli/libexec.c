#include "cli/libexec.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

/* The folder this program is in, to be freed; NULL if it cannot be told. */
static char *own_folder(void)
{
    char *path = realpath("/proc/self/exe", NULL);
    char *slash = path ? strrchr(path, '/') : NULL;
    if (slash)
        *slash = '\0';
    return path;
}

int cli_libexec_spawn(pid_t *child, const char *name, const posix_spawn_file_actions_t *actions,
                      char *const *argv)
{
    static const char *const places[] = {"", "/../libexec/cutline"};
    char *folder = own_folder();
    int failed = ENOENT;
    for (size_t i = 0; folder && i < sizeof places / sizeof places[0] && failed; i++) {
        char *path;
        if (asprintf(&path, "%s%s/%s", folder, places[i], name) < 0) {
            failed = ENOMEM;
            break;
        }
        failed = posix_spawn(child, path, actions, NULL, argv, environ);
        free(path);
    }
    free(folder);
    return failed ? posix_spawnp(child, name, actions, NULL, argv, environ) : 0;
}
