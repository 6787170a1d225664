#include "cli/libexec.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

/* Where programs are, from the folder of this one: built, and installed. */
static const char *const places[] = {"", "/../libexec/cutline"};

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

char *cli_libexec_path(const char *name)
{
    char *path = NULL, *folder = own_folder();
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        free(path);
        if (asprintf(&path, "%s%s/%s", folder ? folder : "/usr/bin", places[i], name) < 0)
            path = NULL;
        if (!path || access(path, X_OK) == 0)
            break;
    }
    free(folder);
    return path;
}
