#include "ident/file_name.h"

#include "base/path.h"
#include "ident/ident_table.h"
#include "ident/pattern.h"

cut_str cut_id_stem(cut_str path)
{
    cut_str base = cut_path_base(path);
    cut_str extension = cut_path_extension(base);
    bool is_extension = cut_pattern_match("@${0,4}", extension, NULL) && base.n > extension.n + 1;
    return is_extension ? cut_str_slice(base, 0, base.n - extension.n - 1) : base;
}

bool cut_id_is_camera_name(cut_str stem)
{
    for (const char *const *p = cut_camera_names; *p; p++)
        if (stem.n > 0 && cut_pattern_may_start(*p, stem.p[0]) && cut_pattern_match(*p, stem, NULL))
            return true;
    return false;
}

cut_str cut_id_without_suffix(cut_str stem)
{
    cut_str groups[CUT_PATTERN_GROUPS];
    if (cut_str_all_alnum(stem))
        return stem;
    for (const char *const *p = cut_cms_suffixes; *p; p++)
        if (cut_pattern_match(*p, stem, groups))
            return groups[0];
    return stem;
}
