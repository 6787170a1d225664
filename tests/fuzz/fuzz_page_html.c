/* Archived pages in HTML form, also where the sniffing would not take the bytes for HTML. */
#include "fuzz.h"

#include "import/page.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char start[] = "<html>";
    cut_page page;
    uint8_t *bytes = malloc(size + sizeof start);
    if (!bytes)
        return 0;
    memcpy(bytes, start, sizeof start - 1);
    if (size > 0)
        memcpy(bytes + sizeof start - 1, data, size);
    cut_view view = {bytes, size + sizeof start - 1};
    if (cut_page_read_memory("page.html", view, CUT_PAGE_ARTICLE, &page, NULL) == CUTLINE_OK)
        cut_page_release(&page);
    free(bytes);
    return 0;
}
