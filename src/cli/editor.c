#include "cli/editor.h"

#include <pwd.h>
#include <stddef.h>
#include <unistd.h>

const char *cli_editor_name(const char *given)
{
    if (given && *given)
        return given;
    const struct passwd *user = getpwuid(getuid());
    return user && *user->pw_name ? user->pw_name : "unknown";
}
