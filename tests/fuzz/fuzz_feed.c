/* Feeds: any text gives items or a plain error. */
#include "fuzz.h"

#include "import/page.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cut_page page;
    cutline_error err;
    cut_view bytes = {data, size};
    cutline_status status = cut_page_read_memory("/feed", bytes, CUT_PAGE_FEED, &page, &err);
    if (status == CUTLINE_OK)
        cut_page_release(&page);
    else if (status == CUTLINE_INTERNAL) {
        fprintf(stderr, "%s\n", err.message);
        abort();
    }
    return 0;
}
