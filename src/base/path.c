#include "base/path.h"

#include "base/limits.h"

#include <errno.h>
#include <unistd.h>

cut_str cut_path_base(cut_str path)
{
    for (size_t i = path.n; i > 0; i--)
        if (path.p[i - 1] == '/')
            return cut_str_slice(path, i, path.n);
    return path;
}

/* Position of the dot that starts the extension in a base name, or its length. */
static size_t extension_dot(cut_str base)
{
    for (size_t i = base.n; i > 1; i--)
        if (base.p[i - 1] == '.')
            return i - 1;
    return base.n;
}

cut_str cut_path_stem(cut_str path)
{
    cut_str base = cut_path_base(path);
    return cut_str_slice(base, 0, extension_dot(base));
}

cut_str cut_path_extension(cut_str path)
{
    cut_str base = cut_path_base(path);
    return cut_str_slice(base, extension_dot(base) + 1, base.n);
}

char *cut_path_join(cut_arena *a, const char *dir, const char *name)
{
    size_t n = strlen(dir);
    const char *slash = n > 0 && dir[n - 1] == '/' ? "" : "/";
    return cut_arena_printf(a, "%s%s%s", dir, slash, name);
}

/* Appends one component to a normalised absolute path of length *n. */
static void push_component(char *out, size_t *n, cut_str part)
{
    if (part.n == 0 || cut_str_eq(part, CUT_STR(".")))
        return;
    if (cut_str_eq(part, CUT_STR(".."))) {
        while (*n > 0 && out[*n - 1] != '/')
            (*n)--;
        if (*n > 0)
            (*n)--;
        return;
    }
    out[(*n)++] = '/';
    memcpy(out + *n, part.p, part.n);
    *n += part.n;
}

char *cut_path_absolute(cut_arena *a, const char *path)
{
    char cwd[CUT_MAX_PATH] = "";
    if (path[0] != '/' && !getcwd(cwd, sizeof cwd))
        return NULL;
    char *out = cut_arena_alloc(a, strlen(cwd) + strlen(path) + 3, 1);
    if (!out) {
        errno = ENOMEM;
        return NULL;
    }
    size_t n = 0;
    cut_str parts[2] = {cut_str_from(cwd), cut_str_from(path)};
    for (int i = 0; i < 2; i++)
        while (parts[i].p)
            push_component(out, &n, cut_str_split(&parts[i], '/'));
    if (n == 0)
        out[n++] = '/';
    out[n] = '\0';
    return out;
}
