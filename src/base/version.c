#include <cutline/version.h>

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

const char *cutline_version(void)
{
    return TEXT(CUTLINE_VERSION_MAJOR) "." TEXT(CUTLINE_VERSION_MINOR) "." TEXT(
        CUTLINE_VERSION_PATCH);
}
