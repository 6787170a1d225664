#include "cli/when.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

const char *cli_time_text(int64_t ms, char out[CLI_TIME_SIZE])
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm utc;
    if (!gmtime_r(&seconds, &utc) || !strftime(out, CLI_TIME_SIZE, "%Y-%m-%dT%H:%M:%SZ", &utc))
        snprintf(out, CLI_TIME_SIZE, "unknown");
    return out;
}

bool cli_day_is_over(const char *date)
{
    char now[CLI_TIME_SIZE];
    size_t n = strlen(date);
    cli_time_text((int64_t)time(NULL) * 1000, now);
    return n > 0 && strncmp(date, now, n < 10 ? n : 10) < 0;
}

/* "30m": so long before now. */
static bool parse_ago(const char *text, time_t now, int64_t *ms)
{
    static const struct {
        char unit;
        long seconds;
    } units[] = {{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}};
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 6 || text[digits] == '\0' || text[digits + 1] != '\0')
        return false;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (text[digits] != units[i].unit)
            continue;
        *ms = ((int64_t)now - strtol(text, NULL, 10) * units[i].seconds) * 1000;
        return true;
    }
    return false;
}

bool cli_time_parse(const char *text, int64_t *ms)
{
    static const char *const forms[] = {"%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M",
                                        "%Y-%m-%d", "%H:%M"};
    time_t now = time(NULL);
    if (parse_ago(text, now, ms))
        return true;
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        struct tm parts;
        if (!localtime_r(&now, &parts))
            return false;
        if (i < sizeof forms / sizeof forms[0] - 1)
            parts.tm_hour = parts.tm_min = 0;
        parts.tm_sec = 0;
        parts.tm_isdst = -1;
        const char *end = strptime(text, forms[i], &parts);
        bool utc = end && strcmp(end, "Z") == 0;
        if (!end || (*end && !utc))
            continue;
        time_t at = utc ? timegm(&parts) : mktime(&parts);
        *ms = (int64_t)at * 1000;
        return at != (time_t)-1;
    }
    return false;
}
