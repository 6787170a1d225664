#include "cli/ask.h"

#include <stdarg.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

bool cli_can_ask(void)
{
    return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

bool cli_ask(cli *c, const char *format, ...)
{
    char answer[16];
    va_list args;
    if (!cli_out_flush(&c->out))
        return false;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputs(" [y/N] ", stderr);
    fflush(stderr);
    if (!fgets(answer, sizeof answer, stdin))
        return false;
    answer[strcspn(answer, " \r\n")] = '\0';
    return strcasecmp(answer, "y") == 0 || strcasecmp(answer, "yes") == 0;
}
