/* Archived pages saved as HTML. */
#include "unit.h"

#include "base/buf.h"
#include "import/page.h"

#include <stdio.h>

#define CAPTION                                                                                    \
    "John Kerry (L) and Staffan de Mistura (R) wait for the first question in Geneva, "            \
    "Switzerland, May 2, 2016. REUTERS/Denis Balibouse"
#define HEAD                                                                                       \
    "<!DOCTYPE html><html><head><meta charset=utf-8>"                                              \
    "<title>Two Envoys Speak of a Wider Truce | ASHARQ AL-AWSAT English Archive 2005 "             \
    "-2017</title>"                                                                                \
    "<style>p { color: red }</style><script>var credit = \"AP "                                    \
    "Photo/Nobody\";</script></head><body>"                                                        \
    "<header><a href=/>Middle-east Arab News Opinion | Asharq Al-awsat</a></header>"               \
    "<nav><ul><li>Select Page</ul></nav><h1>Two Envoys Speak of a Wider Truce</h1>"
#define STORY                                                                                      \
    "<p>Two envoys who met in Geneva on Monday said that a wider truce was within reach, a "       \
    "diplomat told Reuters.</p><p>A second one, quoted by AFP, was less sure.</p>"                 \
    "<footer>Photographs: Reuters, AFP, AP.</footer></body></html>"

static void read_page(const char *text, cut_page *page)
{
    cut_view bytes = {(const uint8_t *)text, strlen(text)};
    assert_int_equal(cut_page_read_memory("/a/page.html", bytes, CUT_PAGE_ARTICLE, page, NULL),
                     CUTLINE_OK);
}

static void check_item(const cut_page *page, size_t i, const char *ns, const char *id,
                       const char *text)
{
    assert_true(i < page->items.n);
    const cut_page_item *item = &page->items.v[i];
    assert_string_equal(item->ids.ids.v[0].ns, ns);
    assert_string_equal(item->ids.ids.v[0].id, id);
    assert_string_equal(item->text ? item->text : "(none)", text);
}

#define AGENCY_FILE "2016-05-02T101010Z_1234567_RC2UAZ9H4AI2_RTRMADP_3_SYRIA-TALKS.jpg"

/* What search engines are told of a picture: its address, caption and credit. */
static void structured_data(void **state)
{
    (void)state;
    cut_page page;
    read_page("<html><head><script type=\"application/ld+json\">{\"@graph\":[{\"@type\":"
              "\"NewsArticle\",\"image\":[{\"@type\":\"ImageObject\",\"url\":\"/i/" AGENCY_FILE
              "\",\"caption\":\"Envoy Martin Castel arrives in Geneva, Switzerland, May 2, 2016.\","
              "\"creditText\":\"REUTERS/Denis Moreillon\"}]}]}</script><script type="
              "application/ld+json>{broken</script></head><body>" STORY,
              &page);
    assert_int_equal(page.items.n, 1);
    check_item(&page, 0, "reuters", "RC2UAZ9H4AI2",
               "Envoy Martin Castel arrives in Geneva, Switzerland, May 2, 2016. (REUTERS/Denis "
               "Moreillon)");
    cut_page_release(&page);
}

/* Each picture has its caption in its title: text below the last one is about none of them. */
static void titles_of_thumbnails(void **state)
{
    (void)state;
    cut_page page;
    read_page("<body><h1>The week</h1><ul><li><img src=/t/RTX2CKQ4.jpg title=\"A diver jumps in "
              "Visegrad, Bosnia, July 30, 2016. REUTERS/Dado Ruvicich\"><li><img "
              "src=/t/RTX2CKQ5.jpg title=\"Cows cross a bridge in Srinagar, July 29, 2016. "
              "REUTERS/Danish Ismaili\"></ul><p>Lightning over Dubai. <em>Karim "
              "Sahibov/AFP/Getty Images</em></p>",
              &page);
    assert_int_equal(page.items.n, 2);
    check_item(&page, 1, "reuters", "RTX2CKQ5",
               "Cows cross a bridge in Srinagar, July 29, 2016. REUTERS/Danish Ismaili");
    cut_page_release(&page);
}

/* The same picture in every dress gives the same ID and caption. */
static void dresses_of_one_picture(void **state)
{
    (void)state;
    static const char *const bodies[] = {
        "<p>Media ID: 55350159</p><figure><img src=/u/kerry.jpg><figcaption>" CAPTION
        "</figcaption></figure>",
        "<p>Media ID: 55350159</p><p>" CAPTION "</p>",
        "<p>Media ID: 55350159<br>" CAPTION "</p>",
        "<p><b>Media&nbsp;ID:</b> 55350159</p><p>John Kerry (L) and Staffan de Mistura (R) wait "
        "for "
        "the first question in Geneva, Switzerland, May&nbsp;2, 2016. "
        "<em>REUTERS/Denis\n   Balibouse</em></p>",
        "<div>Media ID: 55350159</div><img src=/u/kerry.jpg alt=\"" CAPTION "\">",
        "<figure><img src=/u/kerry.jpg><figcaption>" CAPTION
        "</figcaption></figure><p>Media ID: 55350159</p>",
        "<figure><img src=/u/kerry.jpg><figcaption>" CAPTION
        "<br>Media ID: 55350159</figcaption></figure>",
        "<figure data-media-id=55350159><img src=/u/kerry.jpg><figcaption>" CAPTION
        "</figcaption></figure>",
        "<figure><img data-media-id=55350159 src=/u/kerry.jpg alt=\"" CAPTION "\"></figure>",
        "<div class=\"wp-caption alignnone\"><img class=\"size-full wp-image-55350159\" "
        "src=/u/kerry.jpg><p class=wp-caption-text>" CAPTION "</p></div>",
        "<div id=attachment_55350159 class=wp-caption><img src=/u/kerry.jpg><p "
        "class=wp-caption-text>" CAPTION "</p></div>",
        "<figure><img src=/u/kerry.jpg alt=\"John Kerry (L) and Staffan de Mistura (R) wait for "
        "the "
        "first question in Geneva, Switzerland, May 2, 2016.\"><figcaption>REUTERS/Denis "
        "Balibouse</figcaption></figure><p>Media ID: 55350159</p>",
        "<table><tr><td>Media ID: 55350159</td></tr><tr><td>" CAPTION "</td></tr></table>",
        "<p>Media ID: 55350159</p><img src=/u/kerry.jpg><p class=caption>" CAPTION "</p>",
        "<center><font>Media ID: 55350159<p>" CAPTION "<p></font></center>",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        char text[4096];
        cut_page page;
        snprintf(text, sizeof text, "%s%s%s", HEAD, bodies[i], STORY);
        read_page(text, &page);
        if (page.items.n != 1 || !page.items.v[0].text)
            print_error("body %zu: %zu items\n", i, page.items.n);
        assert_int_equal(page.items.n, 1);
        check_item(&page, 0, "aawsat", "55350159", CAPTION);
        assert_string_equal(page.items.v[0].caption.credit.line, "REUTERS/Denis Balibouse");
        assert_string_equal(page.title, "Two Envoys Speak of a Wider Truce");
        cut_page_release(&page);
    }
}

static void numbers_of_the_files_are_bare(void **state)
{
    (void)state;
    cut_page page;
    read_page(HEAD "<figure><img src=/u/55350159-620x414.jpg><figcaption>" CAPTION
                   "</figcaption></figure>" STORY,
              &page);
    check_item(&page, 0, "bare", "55350159", CAPTION);
    assert_string_equal(page.items.v[0].ids.ids.v[0].evidence, "file name");
    assert_string_equal(page.items.v[0].image_url, "/u/55350159-620x414.jpg");
    cut_page_release(&page);
    /* With the page's own word beside it the number is the archive's. */
    read_page(HEAD "<figure><img src=/u/55350159-620x414.jpg><figcaption>" CAPTION
                   "</figcaption></figure>" STORY "<p>Media ID: 55350159</p>",
              &page);
    assert_int_equal(page.items.n, 1);
    assert_int_equal(page.items.v[0].ids.ids.n, 1);
    check_item(&page, 0, "aawsat", "55350159", CAPTION);
    cut_page_release(&page);
}

static void several_figures(void **state)
{
    (void)state;
    cut_page page;
    read_page(
        HEAD "<p>Media ID: 55350159</p><figure><img src=a.jpg><figcaption>" CAPTION
             "</figcaption></figure><p>Story in between, with Reuters in it.</p>"
             "<figure><img src=RTX2CGS3.jpg alt=\"A hall\"><figcaption>A hall in Geneva, May 2, "
             "2016. REUTERS/Denis Balibouse</figcaption></figure>"
             "<figure><img data-src=gettyimages-527341234-594x594.jpg src=data:image/gif;base64,R0 "
             "alt=\"A lake in Geneva at night\"></figure><img src=logo.png alt=Logo>" STORY,
        &page);
    assert_int_equal(page.items.n, 3);
    check_item(&page, 0, "aawsat", "55350159", CAPTION);
    check_item(&page, 1, "reuters", "RTX2CGS3",
               "A hall in Geneva, May 2, 2016. REUTERS/Denis Balibouse");
    check_item(&page, 2, "getty", "527341234", "A lake in Geneva at night");
    cut_page_release(&page);
}

static void story_is_no_caption(void **state)
{
    (void)state;
    cut_page page;
    read_page(HEAD "<p>Media ID: 55350159</p>" STORY, &page);
    check_item(&page, 0, "aawsat", "55350159", "(none)");
    cut_page_release(&page);
    read_page(HEAD "<p>Media ID: 55350159</p><img src=a.jpg alt=\"Two Envoys Speak of a Wider "
                   "Truce\">" STORY,
              &page);
    check_item(&page, 0, "aawsat", "55350159", "(none)");
    cut_page_release(&page);
    read_page(HEAD STORY, &page);
    assert_int_equal(page.items.n, 0);
    cut_page_release(&page);
}

static void sites_and_titles(void **state)
{
    (void)state;
    static const struct {
        const char *head, *site, *name, *title, *url;
    } cases[] = {
        {"<meta property=og:site_name content=\"Asharq Al-awsat\"><meta property=og:title "
         "content=\"A Title\"><link rel=canonical href=\"https://eng-archive.aawsat.com/a/b\">",
         "aawsat", "Asharq Al-awsat", "A Title", "https://eng-archive.aawsat.com/a/b"},
        {"<title>A Title | The Example</title><link rel=canonical "
         "href=\"https://photos.example.org/1\">",
         "example", "The Example", "A Title", "https://photos.example.org/1"},
        {"<!-- saved from url=(0042)http://english.aawsat.com/2016/05/article --><title>A "
         "Title</title>",
         "aawsat", NULL, "A Title", "http://english.aawsat.com/2016/05/article"},
        {"<title>Asharq Al-Awsat | A Title</title><h1>Asharq Al-Awsat</h1>", "aawsat",
         "Asharq Al-Awsat", "A Title", NULL},
        {"<title>A Title - Asharq Al-Awsat</title>", "aawsat", "Asharq Al-Awsat", "A Title", NULL},
        {"<title>A Title</title>", NULL, NULL, "A Title", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[1024];
        cut_page page;
        snprintf(text, sizeof text, "<html>%s<body><p>Media ID: 4711</p></body></html>",
                 cases[i].head);
        read_page(text, &page);
        const char *got[] = {page.site, page.site_name, page.title, page.url};
        const char *want[] = {cases[i].site, cases[i].name, cases[i].title, cases[i].url};
        for (int k = 0; k < 4; k++)
            assert_string_equal(got[k] ? got[k] : "(null)", want[k] ? want[k] : "(null)");
        assert_string_equal(page.items.v[0].ids.ids.v[0].ns,
                            cases[i].site ? cases[i].site : "bare");
        cut_page_release(&page);
    }
}

static void declared_charsets(void **state)
{
    (void)state;
    cut_page page;
    /* Windows-1256: "as-sura fi" and so on. */
    read_page("<html><head><meta charset=\"windows-1256\"></head><body><p>Media ID: 55350159</p>"
              "<p class=caption>\xDF\xED\xD1\xED \xDD\xED \xCC\xE4\xED\xDD</p></body></html>",
              &page);
    check_item(&page, 0, "bare", "55350159", "كيري في جنيف");
    cut_page_release(&page);
    read_page("<html><head><meta http-equiv=Content-Type content=\"text/html; "
              "charset=iso-8859-2\"></head><body><p>Media ID: 55350159</p><p class=caption>Plac "
              "\xA3ukasza w mie\xB6"
              "cie</p></body></html>",
              &page);
    check_item(&page, 0, "bare", "55350159", "Plac Łukasza w mieście");
    cut_page_release(&page);
}

static void hostile_pages_are_bounded(void **state)
{
    (void)state;
    cut_buf b;
    cut_page page;
    cut_buf_init(&b, 32u << 20);
    /* Deep: what lies deeper is passed over. */
    cut_buf_z(&b, "<html><body><p>Media ID: 4711</p>");
    for (int i = 0; i < 20000; i++)
        cut_buf_z(&b, "<div>");
    cut_buf_z(&b, "<p>Media ID: 4712</p>");
    read_page(b.p, &page);
    assert_int_equal(page.items.n, 1);
    assert_string_equal(page.findings.list.v[0].code, "page-too-deep");
    cut_page_release(&page);
    /* Formatting elements that are opened anew in every paragraph: quadratic memory. */
    cut_buf_clear(&b);
    cut_buf_z(&b, "<html><body><p>");
    for (int i = 0; i < 2000; i++)
        cut_buf_printf(&b, "<b a%d>", i);
    for (int i = 0; i < 20000; i++)
        cut_buf_z(&b, "</p><p>x");
    cutline_error err = {0};
    cut_view bytes = {(const uint8_t *)b.p, b.n};
    assert_int_equal(cut_page_read_memory("a.html", bytes, CUT_PAGE_ARTICLE, &page, &err),
                     CUTLINE_LIMIT);
    assert_string_equal(err.file, "a.html");
    cut_buf_release(&b);
}

/* IDs and captions that the page's scripts use: in attributes of links and boxes, in sets of
 * addresses, in structured data. */
static void what_scripts_use(void **state)
{
    (void)state;
    cut_page page;
    read_page("<html><body><h1>Day</h1>"
              "<a href=big.jpg data-image-id=880100231 data-caption='Snow in Basel.' "
              "data-credit='REUTERS/Paul Aebi'><img src=small.jpg></a>"
              "<li data-asset-id=880100232><figure><img src=b.jpg><figcaption>Rain in Bern. "
              "AFP/Lena Hofbauer</figcaption></figure></li>"
              "<div data-asset-id=880100239><img src=c.jpg><img src=d.jpg></div>"
              "<figure><picture><source srcset='/i/" AGENCY_FILE " 300w, /i/x.jpg 600w'>"
              "<img src=placeholder.png></picture><figcaption>Fog. REUTERS/Jonas Frey</figcaption>"
              "</figure>"
              "<script type=\"application/ld+json\">[{\"@type\":\"ImageObject\",\"identifier\":"
              "{\"value\":\"66001202\"},\"caption\":\"Hail in Chur.\",\"creditText\":"
              "\"AFP/Lena Hofbauer\"}]</script></body></html>",
              &page);
    assert_int_equal(page.items.n, 4);
    check_item(&page, 0, "bare", "880100231", "Snow in Basel. (REUTERS/Paul Aebi)");
    check_item(&page, 1, "bare", "880100232", "Rain in Bern. AFP/Lena Hofbauer");
    check_item(&page, 2, "reuters", "RC2UAZ9H4AI2", "Fog. REUTERS/Jonas Frey");
    check_item(&page, 3, "bare", "66001202", "Hail in Chur. (AFP/Lena Hofbauer)");
    cut_page_release(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(structured_data),
        cmocka_unit_test(what_scripts_use),
        cmocka_unit_test(titles_of_thumbnails),
        cmocka_unit_test(dresses_of_one_picture),
        cmocka_unit_test(numbers_of_the_files_are_bare),
        cmocka_unit_test(several_figures),
        cmocka_unit_test(story_is_no_caption),
        cmocka_unit_test(sites_and_titles),
        cmocka_unit_test(declared_charsets),
        cmocka_unit_test(hostile_pages_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
