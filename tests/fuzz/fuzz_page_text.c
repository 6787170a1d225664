/* Archived pages in text form. */
#include "fuzz.h"

#include "import/page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cut_page page;
    if (cut_page_read_memory("page.txt", (cut_view){data, size}, CUT_PAGE_ARTICLE, &page, NULL) ==
        CUTLINE_OK)
        cut_page_release(&page);
    return 0;
}
