/* Values written into any bytes: refused, or the new file reads back. (A new file that does not
 * read back would be refused as well, before it takes the place of the old one.) */
#include "fuzz.h"

#include "rewrite.h"

#define CHANGE(field, values)                                                                      \
    {                                                                                              \
        &cut_fields[CUT_FIELD_##field], values, sizeof values / sizeof *values                     \
    }

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const cutline_value caption[] = {{.text = "Zürich & <more>"},
                                            {.text = "x", .lang = "fr"}};
    static const cutline_value keywords[] = {{.text = "one"}, {.text = "two"}};
    static const cutline_value byline[] = {{.text = "Jane Roe"}, {.text = "A; B"}};
    static const cutline_value date[] = {{.text = "2016-05-02T14:03:22.5+02:00"}};
    static const cutline_value mail[] = {{.text = "desk@example.org"}};
    static const cutline_value city[] = {
        {.text = "A city with a name that is far too long for IIM"}};
    static const cut_change changes[] = {CHANGE(caption, caption),
                                         CHANGE(keywords, keywords),
                                         CHANGE(byline, byline),
                                         CHANGE(date_created, date),
                                         CHANGE(city, city),
                                         CHANGE(contact_email, mail),
                                         {&cut_fields[CUT_FIELD_headline], NULL, 0}};
    static const char *const names[] = {"a.jpg", "a.png", "a.tif", "a.webp"};
    rewrite r;
    cut_changes list = {changes, sizeof changes / sizeof changes[0]};
    cutline_write_options options = {.iim = size > 0 && data[0] & 4};
    if (size == 0)
        return 0;
    cutline_status status =
        rewrite_start(&r, names[data[0] % 4], (cut_view){data + 1, size - 1}, &list, &options);
    if (status == CUTLINE_OK && r.bytes)
        (void)!rewrite_verify(&r);
    rewrite_stop(&r);
    return 0;
}
