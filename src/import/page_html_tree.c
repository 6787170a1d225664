#include "import/page_html_tree.h"

#include "base/limits.h"

#include <setjmp.h>
#include <time.h>

/* Allocations between two looks at the clock. */
#define ALLOCATIONS_PER_LOOK 1024u

/* Memory for gumbo. It cannot be told that memory has run out (its own code uses what it gets
 * without a look), nor be stopped: the one way out of it is a jump over its frames, which hold
 * nothing but memory of the arena. */
typedef struct html_memory {
    cut_arena *arena;
    jmp_buf stop;
    unsigned long allocations;
    long long end; /* processor time of this thread, in milliseconds, at which to stop */
} html_memory;

static long long processor_milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void *allocate(void *userdata, size_t size)
{
    html_memory *m = userdata;
    if (++m->allocations % ALLOCATIONS_PER_LOOK == 0 && processor_milliseconds() > m->end)
        longjmp(m->stop, 1);
    void *p = cut_arena_alloc(m->arena, size, 1);
    if (!p)
        longjmp(m->stop, 1);
    return p;
}

static void release(void *userdata, void *memory)
{
    (void)userdata;
    (void)memory;
}

/* gumbo_destroy_output() is not called: it recurses as deep as the tree, and the arena holds all.
 */
cutline_status cut_html_parse(cut_arena *arena, cut_str text, GumboNode **root, cutline_error *err)
{
    html_memory memory = {.arena = arena,
                          .end = processor_milliseconds() + CUT_MAX_HTML_MILLISECONDS};
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = &memory;
    options.max_errors = 0;
    *root = NULL;
    if (setjmp(memory.stop) != 0)
        return cut_fail(err, CUTLINE_LIMIT, "HTML that takes more than %u MiB or %d ms to read",
                        CUT_MAX_HTML_ARENA >> 20, CUT_MAX_HTML_MILLISECONDS);
    GumboOutput *output = gumbo_parse_with_options(&options, text.p, text.n);
    *root = output->document;
    return CUTLINE_OK;
}

const GumboVector *cut_html_children(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_DOCUMENT)
        return &node->v.document.children;
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
        return &node->v.element.children;
    return NULL;
}

bool cut_html_is(const GumboNode *node, GumboTag tag)
{
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

cut_str cut_html_attribute(const GumboNode *element, const char *name)
{
    const GumboAttribute *a = element->type == GUMBO_NODE_ELEMENT
                                  ? gumbo_get_attribute(&element->v.element.attributes, name)
                                  : NULL;
    return cut_str_trim(cut_str_from(a ? a->value : NULL));
}
