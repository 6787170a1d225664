#include "record/file_key.h"

#include "base/path.h"
#include "base/unicode.h"
#include "media/media.h"

/* Lists are often made on Windows, where folders end in a backslash. */
static cut_str base_of(cut_str path)
{
    size_t from = 0;
    for (size_t i = 0; i < path.n; i++)
        if (path.p[i] == '/' || path.p[i] == '\\')
            from = i + 1;
    return cut_str_slice(path, from, path.n);
}

cut_str cut_file_key(cut_arena *arena, cut_str path)
{
    cut_str name = cut_str_trim(base_of(path));
    cut_str extension = cut_path_extension(name);
    if (extension.n > 0 && cut_format_known_extension(extension))
        name.n -= extension.n + 1;
    if (name.n == 0)
        return (cut_str){NULL, 0};
    bool plain = true;
    for (size_t i = 0; i < name.n && plain; i++)
        plain = (unsigned char)name.p[i] < 0x80;
    if (!plain)
        return cut_uc_fold(arena, name);
    char *key = cut_arena_copy(arena, name);
    for (size_t i = 0; key && i < name.n; i++)
        if (key[i] >= 'A' && key[i] <= 'Z')
            key[i] = (char)(key[i] + ('a' - 'A'));
    return (cut_str){key, key ? name.n : 0};
}
