#include "record/kill.h"

#include <stdlib.h>

static int by_value(const void *left, const void *right)
{
    const cut_kill *a = left, *b = right;
    int order = strcmp(a->value, b->value);
    return order ? order : strcmp(a->ns, b->ns);
}

void cut_kills_sort(cut_kill_table *table)
{
    if (table->list.n > 1)
        qsort(table->list.v, table->list.n, sizeof table->list.v[0], by_value);
}

static bool is_bare(const char *ns)
{
    return strcmp(ns, CUTLINE_NAMESPACE_BARE) == 0;
}

static bool is_same_id(const cut_kill *kill, const char *ns, const char *value)
{
    if (strcmp(kill->ns, ns) == 0)
        return true;
    return kill->ns[0] != '#' && ns[0] != '#' && (is_bare(kill->ns) || is_bare(ns)) &&
           strlen(value) >= CUT_KILL_BARE_LENGTH;
}

const cut_kill *cut_kill_find(const cut_kill_table *table, const char *ns, const char *value)
{
    size_t low = 0, high = table->list.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(table->list.v[middle].value, value) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < table->list.n && strcmp(table->list.v[low].value, value) == 0; low++)
        if (is_same_id(&table->list.v[low], ns, value))
            return &table->list.v[low];
    return NULL;
}
