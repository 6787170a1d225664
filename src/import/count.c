#include "import/count.h"

#include "import/scan.h"

static void *run(void *context)
{
    cut_count *count = context;
    cut_scan *scan;
    cut_scan_entry entry;
    if (cut_scan_open(count->paths, count->path_count, &scan, NULL) != CUTLINE_OK)
        return NULL;
    while (!atomic_load(&count->stop) && cut_scan_next(scan, &entry, NULL)) {
        count->files++;
        count->bytes += entry.size;
    }
    atomic_store(&count->known, !atomic_load(&count->stop));
    cut_scan_close(scan);
    return NULL;
}

void cut_count_start(cut_count *count, const char *const *paths, size_t path_count)
{
    *count = (cut_count){.paths = paths, .path_count = path_count};
    count->runs = cut_thread_start(&count->thread, run, count);
}

void cut_count_stop(cut_count *count)
{
    if (!count->runs)
        return;
    atomic_store(&count->stop, true);
    cut_thread_join(count->thread);
    count->runs = false;
}
