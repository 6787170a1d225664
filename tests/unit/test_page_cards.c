/* What pages say about pictures under names of its own: blocks of lines, terms, tables. */
#include "unit.h"

#include "import/page.h"

#include <stdio.h>

static void read_page(const char *text, cut_page *page)
{
    cut_view bytes = {(const uint8_t *)text, strlen(text)};
    assert_int_equal(cut_page_read_memory("/a/page", bytes, CUT_PAGE_ARTICLE, page, NULL),
                     CUTLINE_OK);
}

/* What an item must be; NULL: it has none. */
typedef struct wanted {
    const char *id, *caption, *credit;
} wanted;

static void check(const cut_page *page, const wanted *w, size_t count)
{
    assert_int_equal(page->items.n, count);
    for (size_t i = 0; i < count; i++) {
        const cut_page_item *item = &page->items.v[i];
        const char *line = item->caption.credit.line;
        char id[128];
        snprintf(id, sizeof id, "%s:%s", item->ids.ids.v[0].ns, item->ids.ids.v[0].id);
        assert_string_equal(id, w[i].id);
        assert_string_equal(item->ids.ids.v[0].evidence, "page");
        assert_string_equal(item->text ? item->text : "(none)",
                            w[i].caption ? w[i].caption : "(none)");
        assert_string_equal(line ? line : "(none)", w[i].credit ? w[i].credit : "(none)");
    }
}

static void check_page(const char *text, const wanted *w, size_t count)
{
    cut_page page;
    read_page(text, &page);
    check(&page, w, count);
    cut_page_release(&page);
}

/* Asserts that an item has a line in its fields. */
static void check_field(const cut_page *page, size_t i, const char *line)
{
    assert_non_null(page->items.v[i].fields);
    assert_non_null(strstr(page->items.v[i].fields, line));
}

#define CRANES "Cranes stand at the quay of Basel, Switzerland."
#define BOATS "Boats cross the lake near Geneva, Switzerland."

static const wanted two[] = {{"bare:73100541", CRANES, "REUTERS/Paul Aebi"},
                             {"bare:73100542", BOATS, "Lena Hofbauer/AFP"}};

static void blocks_of_lines(void **state)
{
    (void)state;
    static const char *const pages[] = {
        /* the ID first */
        "Image ID: 73100541\nCaption: " CRANES "\nPhotographer: Paul Aebi\nAgency: Reuters\n\n"
        "Image ID: 73100542\nCaption: " BOATS "\nPhotographer: Lena Hofbauer\nAgency: AFP\n",
        /* the ID last, other values between */
        "Caption: " CRANES "\nPhotographer: Paul Aebi\nLicense: editorial\nSource: Reuters\n"
        "Image ID: 73100541\nCaption: " BOATS "\nPhotographer: Lena Hofbauer\nSource: AFP\n"
        "Image ID: 73100542\n",
        /* names and values on lines of their own */
        "Image ID\n73100541\nCaption\n" CRANES "\nPhotographer\nPaul Aebi\nAgency\nReuters\n"
        "Image ID\n73100542\nCaption\n" BOATS "\nPhotographer\nLena Hofbauer\nAgency\nAFP\n",
        /* marks of emphasis */
        "**Image ID:** 73100541\n**Caption:** " CRANES
        "\n**Photographer:** Paul Aebi\n**Agency:** Reuters\n\n**Image ID:** 73100542\n"
        "**Caption:** " BOATS "\n**Photographer:** Lena Hofbauer\n**Agency:** AFP\n",
        /* a caption over two lines */
        "Image ID: 73100541\nCaption: Cranes stand at the quay of Basel, in the north of\n"
        "Switzerland, on a morning of May.\nPhotographer: Paul Aebi\nAgency: Reuters\n",
        /* a weak name beside a credit */
        "ID: 73100541\nCaption: " CRANES "\nPhotographer: Paul Aebi\nAgency: Reuters\n\n"
        "ID: 73100542\nCaption: " BOATS "\nPhotographer: Lena Hofbauer\nAgency: AFP\n",
    };
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
        if (i == 4)
            check_page(pages[i],
                       &(wanted){"bare:73100541",
                                 "Cranes stand at the quay of Basel, in the north of Switzerland, "
                                 "on a morning of May.",
                                 "REUTERS/Paul Aebi"},
                       1);
        else
            check_page(pages[i], two, 2);
}

static void terms_and_forms_of_html(void **state)
{
    (void)state;
    check_page("<html><dl><dt>Photo ID</dt><dd>73100541</dd><dt>Caption</dt><dd>" CRANES
               "</dd><dt>Photographer</dt><dd>Paul Aebi</dd><dt>Agency</dt><dd>Reuters</dd>"
               "<dt>Photo ID</dt><dd>73100542</dd><dt>Caption</dt><dd>" BOATS
               "</dd><dt>Photographer</dt><dd>Lena Hofbauer</dd><dt>Agency</dt><dd>AFP</dd></dl>",
               two, 2);
    check_page(
        "<html><table><tr><th>Image ID</th><td>73100541</td></tr><tr><th>Caption</th><td>" CRANES
        "</td></tr><tr><th>Photographer</th><td>Paul Aebi</td></tr>"
        "<tr><th>Source</th><td>Reuters</td></tr></table>",
        two, 1);
}

/* The caption of a block that has none stands above it. */
static void captions_above_a_block(void **state)
{
    (void)state;
    check_page("Ferry strike\n\n" BOATS " (AP Photo/Lena Hofbauer)\n\nID: 16130412387655\n"
               "Submission Date: May 9, 2016 14:02 (GMT)\nPhotographer: Lena Hofbauer\n"
               "Source: AP\nCredit: ASSOCIATED PRESS\nTransref: ATH107\n",
               &(wanted){"bare:16130412387655", BOATS " (AP Photo/Lena Hofbauer)",
                         "AP Photo/Lena Hofbauer"},
               1);
    check_page("<html><h2>The Council meets</h2><p>A wide view of the hall in which the council of "
               "the town of Basel met.</p><ul><li>Photo # 675309</li><li>Credit: UN Photo/Paul Aebi"
               "</li></ul>",
               &(wanted){"bare:675309",
                         "A wide view of the hall in which the council of the town of Basel met.",
                         "UN Photo/Paul Aebi"},
               1);
    /* A story above is none. */
    check_page(
        "A strike\n\nThe ferries lay still, and a captain said that they would for days.\n\n"
        "Its crews had asked for more, but in vain, as the harbour office told the paper.\n\n"
        "Photo ID: 675309\nCredit: Paul Aebi\n",
        &(wanted){"bare:675309", NULL, "Paul Aebi"}, 1);
}

static void values_are_fields(void **state)
{
    (void)state;
    cut_page page;
    read_page("Image ID: 73100541\nHeadline: At the quay\nCaption: " CRANES
              "\nCredit: REUTERS/Paul Aebi\nDate created: 2016-05-03\nCity: Basel\n",
              &page);
    check_field(&page, 0, "headline\tAt the quay");
    check_field(&page, 0, "date_created\t2016-05-03");
    check_field(&page, 0, "city\tBasel");
    cut_page_release(&page);
}

/* The date and the author of an article are not those of its picture. */
static void articles_own_values(void **state)
{
    (void)state;
    cut_page page;
    read_page(
        "Category: News\nDate: 2016-05-09\nMedia ID: 55350159\nAuthor: Lena Hofbauer\n\n" BOATS
        " REUTERS/Paul Aebi\n",
        &page);
    check(&page, &(wanted){"bare:55350159", BOATS " REUTERS/Paul Aebi", "REUTERS/Paul Aebi"}, 1);
    assert_null(page.items.v[0].fields);
    cut_page_release(&page);
}

/* Values that may be one picture's or the other's are nobody's; numbers of other things are no IDs.
 */
static void doubt_gives_nothing(void **state)
{
    (void)state;
    check_page("Caption: " CRANES "\nImage ID: 73100541\nImage ID: 73100542\nCredit: AFP\n",
               (wanted[]){{"bare:73100541", NULL, NULL}, {"bare:73100542", NULL, NULL}}, 2);
    check_page("Image ID: 73100541\nImage ID: 73100542\nCredit: AFP\nCaption: " CRANES "\n",
               (wanted[]){{"bare:73100541", NULL, NULL}, {"bare:73100542", NULL, NULL}}, 2);
    check_page("ID: 4471209\nTitle: Blue chair\nDescription: A chair of beech, blue.\n", NULL, 0);
    check_page("Order ID: 4471209\nCredit: 20.00\n", NULL, 0);
}

static void tables(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "Pictures of Sunday\n\nImage ID | Caption | Photographer | Agency\n---|---|---|---\n"
        "73100541 | " CRANES " | Paul Aebi | Reuters\n"
        "73100542 | " BOATS " | Lena Hofbauer | AFP\n\nThe next list comes on Monday.\n",
        "| Picture No. | Agency | Photographer | Caption |\n|:--|:--|:--|:--|\n"
        "| 73100541 | Reuters | Paul Aebi | " CRANES " |\n"
        "| 73100542 | AFP | Lena Hofbauer | " BOATS " |\n",
        "Pictures\n\nPhoto No.   Photographer    Agency    Caption\n"
        "---------   ------------    ------    -------\n"
        "73100541    Paul Aebi       Reuters   " CRANES "\n"
        "73100542    Lena Hofbauer   AFP       " BOATS "\n",
        "Pictures\n\n\"Media ID\",\"Caption\",\"Photographer\",\"Agency\"\n"
        "\"73100541\",\"" CRANES "\",\"Paul Aebi\",\"Reuters\"\n"
        "\"73100542\",\"" BOATS "\",\"Lena Hofbauer\",\"AFP\"\n",
        "Pictures\n\nMedia ID\tCaption\tPhotographer\tAgency\n"
        "73100541\t" CRANES "\tPaul Aebi\tReuters\n73100542\t" BOATS "\tLena Hofbauer\tAFP\n",
        "<html><h1>Pictures</h1><table><thead><tr><th>Image ID</th><th>Caption</th>"
        "<th>Photographer</th><th>Agency</th></tr></thead><tbody>"
        "<tr><td>73100541</td><td>" CRANES "</td><td>Paul Aebi</td><td>Reuters</td></tr>"
        "<tr><td colspan=4>of the same day</td></tr>"
        "<tr><td><a href='#'>73100542</a></td><td>" BOATS
        "</td><td>Lena Hofbauer</td><td>AFP</td></tr></tbody></table>",
    };
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
        check_page(pages[i], two, 2);
}

/* Rows that do not fit are left out, and tables of other things. */
static void odd_tables(void **state)
{
    (void)state;
    check_page("Image ID | Caption | Credit\n73100541 | " CRANES " | more | REUTERS/Paul Aebi\n",
               NULL, 0);
    check_page("<html><table><tr><td>Image ID</td><td>Caption</td><td>Credit</td></tr>"
               "<tr><td>none</td><td>" CRANES "</td><td>AFP</td></tr></table>",
               NULL, 0);
    check_page("<html><table><tr><th>ID</th><th>Description</th></tr>"
               "<tr><td>4471209</td><td>A chair of beech</td></tr></table>",
               NULL, 0);
    check_page("<html><table><tr><th>No.</th><th>Title</th><th>Author</th></tr>"
               "<tr><td>4471209</td><td>A chair of beech</td><td>Lena Hofbauer</td></tr></table>",
               NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_of_lines),
        cmocka_unit_test(terms_and_forms_of_html),
        cmocka_unit_test(captions_above_a_block),
        cmocka_unit_test(values_are_fields),
        cmocka_unit_test(articles_own_values),
        cmocka_unit_test(doubt_gives_nothing),
        cmocka_unit_test(tables),
        cmocka_unit_test(odd_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
