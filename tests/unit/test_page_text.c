/* Archived pages saved as text. */
#include "unit.h"

#include "import/charset.h"
#include "import/label.h"
#include "import/page.h"

#include <stdio.h>

#define CAPTION                                                                                    \
    "John Kerry (L) and Staffan de Mistura (R) wait for the first question in Geneva, "            \
    "Switzerland, May 2, 2016. REUTERS/Denis Balibouse"
#define HEAD                                                                                       \
    "Middle-east Arab News Opinion | Asharq Al-awsat\n\n"                                          \
    "Two Envoys Speak of a Wider Truce | ASHARQ AL-AWSAT English Archive 2005 -2017\n"             \
    "Select Page\n"
#define STORY                                                                                      \
    "Two envoys who met in Geneva on Monday said that a wider truce was within reach, a diplomat " \
    "told Reuters.\n\n"                                                                            \
    "A second diplomat, quoted by AFP, was less sure. \"We shall see,\" he told the Associated "   \
    "Press.\n"

static void read_bytes(const char *text, size_t n, cut_page *page)
{
    cut_view bytes = {(const uint8_t *)text, n};
    assert_int_equal(cut_page_read_memory("/a/page.txt", bytes, CUT_PAGE_ARTICLE, page, NULL),
                     CUTLINE_OK);
}

static void read_page(const char *text, cut_page *page)
{
    read_bytes(text, strlen(text), page);
}

static bool has_finding(const cut_page *page, const char *code)
{
    for (size_t i = 0; i < page->findings.list.n; i++)
        if (strcmp(page->findings.list.v[i].code, code) == 0)
            return true;
    return false;
}

/* Asserts the ID and credit line (NULL: no credit) of an item. */
static void check_item(const cut_page *page, size_t i, const char *ns, const char *id,
                       const char *credit)
{
    assert_true(i < page->items.n);
    const cut_page_item *item = &page->items.v[i];
    assert_string_equal(item->ids.ids.v[0].ns, ns);
    assert_string_equal(item->ids.ids.v[0].id, id);
    if (credit)
        assert_string_equal(item->caption.credit.line ? item->caption.credit.line : "(none)",
                            credit);
    else
        assert_true(!item->text || !item->caption.credit.line);
}

static void the_archives_own_shape(void **state)
{
    (void)state;
    cut_page page;
    read_page(HEAD "Media ID: 55350159\n\n" CAPTION "\n\n" STORY, &page);
    assert_string_equal(page.path, "/a/page.txt");
    assert_string_equal(page.site, "aawsat");
    assert_string_equal(page.site_name, "Asharq Al-awsat");
    assert_string_equal(page.title, "Two Envoys Speak of a Wider Truce");
    assert_int_equal(page.items.n, 1);
    assert_int_equal(page.findings.list.n, 0);
    check_item(&page, 0, "aawsat", "55350159", "REUTERS/Denis Balibouse");
    assert_string_equal(page.items.v[0].text, CAPTION);
    assert_string_equal(page.items.v[0].ids.ids.v[0].evidence, "page");
    assert_int_equal(page.items.v[0].ids.ids.v[0].trust, CUTLINE_TRUST_STRONG);
    cut_page_release(&page);
}

/* Every spelling of the same page gives the same ID, caption and credit. */
static void spellings_of_one_page(void **state)
{
    (void)state;
    static const char *const pages[] = {
        HEAD "media id : 55350159\n" CAPTION "\n\n" STORY,
        HEAD "MEDIA ID 55350159\n\n\n\n" CAPTION "\n\n\n" STORY,
        HEAD "Media ID:55350159\n" CAPTION "\n" STORY,
        HEAD "Media ID #55350159\n\n" CAPTION "\n\n" STORY,
        HEAD "Media-ID: 55350159.\n\n" CAPTION "\n\n" STORY,
        HEAD "[Media ID: 55350159]\n\n" CAPTION "\n\n" STORY,
        HEAD "Image ID: 55350159\n\n" CAPTION "\n\n" STORY,
        HEAD "Photo ID - 55350159\n\n" CAPTION "\n\n" STORY,
        HEAD "Photo No. 55350159\n\n" CAPTION "\n\n" STORY,
        HEAD "Media ID:\n55350159\n\n" CAPTION "\n\n" STORY,
        HEAD "Media ID:\n\n55350159\n\n" CAPTION "\n\n" STORY,
        HEAD "Media\xC2\xA0ID:\xC2\xA0"
             "55350159\n\xC2\xA0\n" CAPTION "\n\n" STORY,
        HEAD "Media ID: \xE2\x80\x8E"
             "55350159\n\n" CAPTION "\n\n" STORY,
        HEAD "Media ID: 55350159 - " CAPTION "\n\n" STORY,
        HEAD CAPTION " (Media ID: 55350159)\n\n" STORY,
        HEAD "\n" CAPTION "\nMedia ID: 55350159\n\n" STORY,
        HEAD "\n" CAPTION "\n\n" STORY "\nMedia ID: 55350159\n",
        HEAD "\n" CAPTION "\n\nMedia ID: 55350159\n\n" STORY,
        HEAD
        "Media ID: 55350159\n\nTwo Envoys Speak of a Wider Truce\nBy A Correspondent\n\n" CAPTION
        "\n\n" STORY,
        HEAD "By A Correspondent\nMay 3, 2016\nMedia ID: 55350159\n\nMay 3, 2016\n\n" CAPTION
             "\n\n" STORY,
        "\xEF\xBB\xBF" HEAD "Media ID: 55350159\n\n" CAPTION "\n\n" STORY,
        HEAD "Media ID: 55350159\n\n" CAPTION "\n\n" STORY "\nMedia ID: 55350159\n",
    };
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        cut_page page;
        read_page(pages[i], &page);
        if (page.items.n != 1 || !page.items.v[0].text ||
            strcmp(page.items.v[0].text, CAPTION) != 0)
            print_error("spelling %zu: %s\n", i, page.items.n ? page.items.v[0].text : "no item");
        assert_int_equal(page.items.n, 1);
        check_item(&page, 0, "aawsat", "55350159", "REUTERS/Denis Balibouse");
        assert_string_equal(page.items.v[0].text, CAPTION);
        assert_string_equal(page.title, "Two Envoys Speak of a Wider Truce");
        assert_false(has_finding(&page, "page-no-caption"));
        cut_page_release(&page);
    }
}

static void wrapped_lines_are_joined(void **state)
{
    (void)state;
    cut_page page;
    read_page(HEAD "Media ID: 55350159\n\n"
                   "John Kerry (L) and Staffan de Mistura (R) wait for the first\n"
                   "question in Geneva, Switzerland, May 2, 2016. REUTERS/Denis\n"
                   "Balibouse\n\n" STORY,
              &page);
    check_item(&page, 0, "aawsat", "55350159", "REUTERS/Denis Balibouse");
    assert_string_equal(page.items.v[0].text, CAPTION);
    cut_page_release(&page);
}

static void crlf_and_other_charsets(void **state)
{
    (void)state;
    cut_page page;
    read_page("Asharq Al-awsat\r\n\r\nA Headline of Four Words | Asharq Al-awsat\r\nMedia ID: "
              "55350159\r\n\r\n" CAPTION "\r\n",
              &page);
    check_item(&page, 0, "aawsat", "55350159", "REUTERS/Denis Balibouse");
    assert_string_equal(page.title, "A Headline of Four Words");
    cut_page_release(&page);

    /* Windows-1252: e-acute, curly quote. */
    read_page("Media ID: 55350159\n\nEnvoys at the caf\xE9 in Geneva\x92s old town, May 2, 2016. "
              "REUTERS/Denis Balibouse\n",
              &page);
    check_item(&page, 0, "bare", "55350159", "REUTERS/Denis Balibouse");
    assert_non_null(strstr(page.items.v[0].text, "caf\xC3\xA9 in Geneva\xE2\x80\x99s"));
    assert_true(has_finding(&page, "text-repaired"));
    cut_page_release(&page);

    /* UTF-16, both orders, with and without a mark. */
    const char *text = "Media ID: 55350159\n\n" CAPTION "\n";
    for (int variant = 0; variant < 4; variant++) {
        char wide[1024] = {0};
        size_t n = 0;
        bool big = variant & 1;
        if (variant & 2) {
            wide[n++] = big ? '\xFE' : '\xFF';
            wide[n++] = big ? '\xFF' : '\xFE';
        }
        for (const char *c = text; *c; c++, n += 2)
            wide[n + (big ? 1 : 0)] = *c;
        read_bytes(wide, n, &page);
        check_item(&page, 0, "bare", "55350159", "REUTERS/Denis Balibouse");
        cut_page_release(&page);
    }
}

static void windows_1256_arabic(void **state)
{
    (void)state;
    /* "raqm as-sura: 55350159" and a few words, in Windows-1256. */
    static const char text[] =
        "\xD1\xDE\xE3 \xC7\xE1\xD5\xE6\xD1\xC9: 55350159\n\n"
        "\xDF\xED\xD1\xED \xDD\xED \xCC\xE4\xED\xDD (\xD1\xE6\xED\xCA\xD1\xD2)\n";
    cut_page page;
    read_page(text, &page);
    assert_int_equal(page.items.n, 1);
    assert_string_equal(page.items.v[0].ids.ids.v[0].id, "55350159");
    assert_non_null(strstr(page.items.v[0].text, "كيري في جنيف"));
    cut_page_release(&page);
}

static void arabic_pages(void **state)
{
    (void)state;
    cut_page page;
    read_page(
        "صحيفة الشرق الأوسط\n\n"
        "مبعوثان يتحدثان عن هدنة أوسع | الشرق الأوسط\n"
        "رقم الصورة: ٥٥٣٥٠١٥٩\n\n"
        "جون كيري وستيفان دي ميستورا في جنيف يوم 2 مايو 2016 (رويترز)\n\n"
        "قال مبعوثان التقيا في جنيف إن الهدنة قريبة، وأضاف دبلوماسي لرويترز أن الاتفاق جاهز.\n",
        &page);
    assert_string_equal(page.site, "aawsat");
    assert_string_equal(page.title, "مبعوثان يتحدثان عن هدنة أوسع");
    check_item(&page, 0, "aawsat", "55350159", page.items.v[0].caption.credit.line);
    assert_non_null(page.items.v[0].text);
    assert_int_equal(page.items.v[0].caption.credit.agencies.count, 1);
    assert_string_equal(page.items.v[0].caption.credit.agencies.items[0], "Reuters");
    cut_page_release(&page);
}

/* No story text is ever taken for a caption. */
static void pages_without_caption(void **state)
{
    (void)state;
    static const char *const stories[] = {
        STORY,
        "GENEVA (Reuters) - Two envoys met on Monday and spoke of a wider truce in the "
        "city.\n\n" STORY,
        "London, Asharq Al-Awsat - Two envoys met on Monday and spoke of a wider truce.\n\n" STORY,
        "Geneva\xE2\x80\x94Two envoys met on Monday, and said the truce would hold for weeks, "
        "according to Reuters.\n\n" STORY,
        "Two envoys met in Geneva on Monday. A photographer of the Associated Press saw them leave "
        "by the back door of the hotel.\n\n" STORY,
        "Why the Truce in Aleppo Matters\n\n" STORY,
        "\"We are close,\" an envoy told Reuters in Geneva on May 2, 2016.\n\n" STORY,
        "By A Correspondent\n\nTwo envoys who met on Monday said a truce was near. (AFP)\n",
        "",
    };
    for (size_t i = 0; i < sizeof stories / sizeof stories[0]; i++) {
        char text[2048];
        cut_page page;
        snprintf(text, sizeof text, "%sMedia ID: 55350159\n\n%s", HEAD, stories[i]);
        read_page(text, &page);
        assert_int_equal(page.items.n, 1);
        if (page.items.v[0].text)
            print_error("story %zu taken for a caption: %s\n", i, page.items.v[0].text);
        assert_null(page.items.v[0].text);
        assert_null(page.items.v[0].caption.credit.line);
        assert_true(has_finding(&page, "page-no-caption"));
        cut_page_release(&page);
    }
}

/* Wherever its lines break, a story is no caption, even where a line ends in an agency. */
static void wrapped_stories_are_no_captions(void **state)
{
    (void)state;
    static const char story[] =
        "Two envoys who met in Geneva on Monday said that a wider truce was within reach, a "
        "diplomat told Reuters. A photographer of Getty Images waited at the door with others of "
        "AFP and EPA, and an editor of The Associated Press, or AP, said he would stay (Reuters "
        "and AFP did too). The document was first seen by Reuters in May 2016.";
    for (size_t width = 12; width < 160; width++) {
        char text[2048];
        size_t n = (size_t)snprintf(text, sizeof text, "%sMedia ID: 55350159\n\n", HEAD);
        size_t line = n;
        for (const char *c = story; *c; c++) {
            text[n++] = *c;
            if (*c == ' ' && n - line >= width) {
                text[n - 1] = '\n';
                line = n;
            }
        }
        text[n] = '\0';
        cut_page page;
        read_page(text, &page);
        if (page.items.v[0].text)
            print_error("width %zu: %s\n", width, page.items.v[0].text);
        assert_null(page.items.v[0].text);
        cut_page_release(&page);
    }
}

static void captions_without_credit(void **state)
{
    (void)state;
    static const char *const captions[] = {
        "John Kerry (L) and Staffan de Mistura (R) wait for the first question in Geneva",
        "John Kerry and Staffan de Mistura at a table in Geneva, Switzerland, May 2, 2016.",
        "A file photo of the Palais des Nations in Geneva.",
        "UN envoy Staffan de Mistura in Geneva",
    };
    for (size_t i = 0; i < sizeof captions / sizeof captions[0]; i++) {
        char text[2048];
        cut_page page;
        snprintf(text, sizeof text, "%sMedia ID: 55350159\n\n%s\n\n" STORY, HEAD, captions[i]);
        read_page(text, &page);
        assert_int_equal(page.items.n, 1);
        assert_string_equal(page.items.v[0].text ? page.items.v[0].text : "(none)", captions[i]);
        assert_null(page.items.v[0].caption.credit.line);
        cut_page_release(&page);
    }
}

static void credit_on_a_line_of_its_own(void **state)
{
    (void)state;
    cut_page page;
    read_page(HEAD "Media ID: 55350159\n\nJohn Kerry waits for a question in Geneva, Switzerland, "
                   "May 2, 2016.\n\nREUTERS/Denis Balibouse\n\n" STORY,
              &page);
    check_item(&page, 0, "aawsat", "55350159", "REUTERS/Denis Balibouse");
    cut_page_release(&page);
}

static void credits_of_an_agency_alone(void **state)
{
    (void)state;
    static const char *const captions[][2] = {
        {"Smoke rises above the old town of Aleppo (AFP)", "AFP"},
        {"Smoke rises above the old town of Aleppo. (Reuters)", "Reuters"},
        {"Smoke rises above the old town of Aleppo, May 3, 2016. Reuters", "Reuters"},
        {"Two envoys who met in Geneva said a truce was near. (AP)", "AP"},
        {"Smoke rises above the old town of Aleppo (Photo: Reuters)", "Reuters"},
    };
    for (size_t i = 0; i < sizeof captions / sizeof captions[0]; i++) {
        char text[2048];
        cut_page page;
        snprintf(text, sizeof text, "%sMedia ID: 55350159\n\n%s\n\n" STORY, HEAD, captions[i][0]);
        read_page(text, &page);
        check_item(&page, 0, "aawsat", "55350159", captions[i][1]);
        cut_page_release(&page);
    }
}

#define SECOND                                                                                     \
    "A delegate leaves a hotel in Geneva, Switzerland, May 3, 2016. AFP PHOTO / FABRICE COFFRINI"

static void several_pictures(void **state)
{
    (void)state;
    static const char *const pages[] = {
        HEAD "Media ID: 55350159\n\n" CAPTION "\n\nMedia ID: 55350160\n\n" SECOND "\n\n" STORY,
        HEAD "Media ID: 55350159\nMedia ID: 55350160\n\n" CAPTION "\n\n" SECOND "\n\n" STORY,
        HEAD "Media ID: 55350159, 55350160\n\n" CAPTION "\n\n" SECOND "\n\n" STORY,
        HEAD "\n" CAPTION "\nMedia ID: 55350159\n\n" SECOND "\nMedia ID: 55350160\n\n" STORY,
        HEAD "Media ID: 55350159\n\n" CAPTION "\n\n" STORY "\nMedia ID: 55350160\n\n" SECOND
             "\n\n" STORY,
    };
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        cut_page page;
        read_page(pages[i], &page);
        if (page.items.n != 2)
            print_error("page %zu has %zu items\n", i, page.items.n);
        check_item(&page, 0, "aawsat", "55350159", "REUTERS/Denis Balibouse");
        check_item(&page, 1, "aawsat", "55350160", "AFP PHOTO / FABRICE COFFRINI");
        cut_page_release(&page);
    }
}

static void short_captions_above_the_id(void **state)
{
    (void)state;
    cut_page page;
    read_page(HEAD "\nSmoke over Aleppo (AFP)\n\nMedia ID: 55350159\n\n" STORY, &page);
    check_item(&page, 0, "aawsat", "55350159", "AFP");
    assert_string_equal(page.title, "Two Envoys Speak of a Wider Truce");
    cut_page_release(&page);
}

static void two_ids_with_one_caption(void **state)
{
    (void)state;
    cut_page page;
    read_page(HEAD "Media ID: 55350159 / 55350160\n\n" CAPTION "\n\n" STORY, &page);
    check_item(&page, 0, "aawsat", "55350159", "REUTERS/Denis Balibouse");
    check_item(&page, 1, "aawsat", "55350160", "REUTERS/Denis Balibouse");
    cut_page_release(&page);
    /* IDs of two owners are one picture. */
    read_page(HEAD "Media ID: 55350159\nPhoto ID: RTX2CGS3\n\n" CAPTION "\n\n" STORY, &page);
    assert_int_equal(page.items.n, 1);
    assert_int_equal(page.items.v[0].ids.ids.n, 2);
    assert_string_equal(page.items.v[0].ids.ids.v[1].ns, "reuters");
    cut_page_release(&page);
}

static void unknown_sites_give_bare_ids(void **state)
{
    (void)state;
    cut_page page;
    read_page("The Daily Example | News\n\nTwo Envoys Speak Again | The Daily Example\nMedia ID: "
              "4711\n\n" CAPTION "\n\n" STORY,
              &page);
    check_item(&page, 0, "bare", "4711", "REUTERS/Denis Balibouse");
    assert_null(page.site);
    assert_string_equal(page.site_name, "The Daily Example");
    assert_string_equal(page.title, "Two Envoys Speak Again");
    cut_page_release(&page);
}

static void texts_that_are_no_pages(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Shopping list\n\nmilk\nphotos\n",
        "The photo ID 12345678 is mentioned in prose, as is media id 55350159 here, and no more.\n",
        "photo no 12 shows a crowd\nphoto id required\n",
        "Media ID: none\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        cut_page page;
        read_page(texts[i], &page);
        if (page.items.n)
            print_error("text %zu gives %s\n", i, page.items.v[0].ids.ids.v[0].id);
        assert_int_equal(page.items.n, 0);
        assert_true(has_finding(&page, "page-no-id"));
        cut_page_release(&page);
    }
}

static void what_cannot_be_read(void **state)
{
    (void)state;
    cut_page page;
    cutline_error err = {0};
    assert_int_equal(
        cut_page_read_memory("a.txt", (cut_view){NULL, 0}, CUT_PAGE_ARTICLE, &page, &err),
        CUTLINE_MALFORMED);
    assert_string_equal(err.file, "a.txt");
    static const uint8_t binary[] = {0, 1, 2, 3, 4, 5, 6, 7, 0x10, 0x11};
    assert_int_equal(cut_page_read_memory("a.txt", (cut_view){binary, sizeof binary},
                                          CUT_PAGE_ARTICLE, &page, &err),
                     CUTLINE_MALFORMED);
}

/* Captions above their IDs, from the first line of the page on, whatever stands between them. */
static void captions_above_their_ids(void **state)
{
    (void)state;
#define QUAY "Cranes at the quay of Basel, Switzerland, May 3, 2016. REUTERS/Paul Aebi\n"
#define LAKE "Boats on the lake of Geneva, May 4, 2016. AFP PHOTO / LENA HOFBAUER\n"
#define TRAM "A tram in Bern, Switzerland, 05 May 2016. EPA/JONAS FREY\n"
    static const char *const pages[] = {
        "Weekend gallery\n\n" QUAY "Media ID: 50880001\n\n" LAKE "Media ID: 50880002\n\n" TRAM
        "Media ID: 50880003\n",
        QUAY "\nMedia ID: 50880001\n\n" LAKE "\nMedia ID: 50880002\n\n" TRAM
             "\nMedia ID: 50880003\n",
        QUAY "Media ID: 50880001\n\n" LAKE "Media ID: 50880002\n\n" TRAM
             "Media ID: 50880003\n\n" STORY,
        QUAY "Media ID: 50880001\n" LAKE "Media ID: 50880002\n" TRAM "Media ID: 50880003\n",
    };
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        cut_page page;
        read_page(pages[i], &page);
        assert_int_equal(page.items.n, 3);
        check_item(&page, 0, "bare", "50880001", "REUTERS/Paul Aebi");
        check_item(&page, 1, "bare", "50880002", "AFP PHOTO / LENA HOFBAUER");
        check_item(&page, 2, "bare", "50880003", "EPA/JONAS FREY");
        cut_page_release(&page);
    }
}

/* What a page says of rights, sizes and itself beside an ID. */
static void notices_are_no_captions(void **state)
{
    (void)state;
    static const char *const notices[] = {
        "(C) all in this archive belongs to its makers",
        "\xC2\xA9 the town of Basel and its harbour",
        "Photo formats 4500 x 3000 at most, in colour",
        "Size 4500 \xC3\x97 3000 in the larger file",
        "Tags: Geneva, Switzerland",
        "All rights reserved by the harbour of Basel",
    };
    for (size_t i = 0; i < sizeof notices / sizeof notices[0]; i++) {
        char text[512];
        cut_page page;
        snprintf(text, sizeof text, "Harbour\n\nMedia ID: 55350159\n\n%s\n", notices[i]);
        read_page(text, &page);
        assert_int_equal(page.items.n, 1);
        assert_null(page.items.v[0].text);
        cut_page_release(&page);
    }
}

/* A credited caption above the ID counts before a text below that only looks like one. */
static void credited_above_before_bare_below(void **state)
{
    (void)state;
    cut_page page;
    read_page(HEAD "\n" CAPTION "\n\nMedia ID: 55350159\n\nthe old harbour of the town\n", &page);
    check_item(&page, 0, "aawsat", "55350159", "REUTERS/Denis Balibouse");
    cut_page_release(&page);
}

/* Charsets that nothing declares are told by their bytes; so is UTF-8 that was read as Windows-1252
 * and saved again. */
static void undeclared_charsets(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *caption;
    } rows[] = {
        /* GB18030, CP932, EUC-KR, Windows-1251 */
        {"Media ID: 55350159\n\n2\xD4\xC2\x32\x31\xC8\xD5\xA3\xAC\xCA\xD0\xC3\xF1\xD4\xDA\xB1\xB1"
         "\xBE\xA9\xC9\xCD\xD1\xA9\xA1\xA3\xD0\xC2\xBB\xAA\xC9\xE7\n",
         "2月21日，市民在北京赏雪。新华社"},
        {"Media ID: 55350159\n\n\x96\x9E\x8A\x4A\x82\xC6\x82\xC8\x82\xC1\x82\xBD\x8D\xF7\x82\xF0"
         "\x92\xAD\x82\xDF\x82\xE9\x90\x6C\x82\xBD\x82\xBF\x81\x69\x8B\xA4\x93\xAF\x81\x6A\n",
         "満開となった桜を眺める人たち（共同）"},
        {"Media ID: 55350159\n\n\xCC\xEE\xF1\xF2 \xF7\xE5\xF0\xE5\xE7 \xF0\xE5\xEA\xF3 \xE2 "
         "\xE3\xEE\xF0\xEE\xE4\xE5. \xD4\xEE\xF2\xEE: \xD2\xC0\xD1\xD1\n",
         "Мост через реку в городе. Фото: ТАСС"},
        {"Media ID: 55350159\n\nC\xC3\x83\xC2\xA1"
         "diz, Spain, May 3, 2016. REUTERS/Jos\xC3\x83\xC2\xA9 Ruiz\n",
         "Cádiz, Spain, May 3, 2016. REUTERS/José Ruiz"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cut_page page;
        read_page(rows[i].bytes, &page);
        assert_int_equal(page.items.n, 1);
        assert_string_equal(page.items.v[0].text ? page.items.v[0].text : "(none)",
                            rows[i].caption);
        cut_page_release(&page);
    }
}

/* Marks of Markdown and of text browsers are not part of the text. */
static void marks_of_other_formats(void **state)
{
    (void)state;
    cut_page page;
    read_page("# A storm\n\n![Waves at the pier](https://example.org/RTX2CGS3.jpg)\n\n"
              "*Waves at the pier of Basel, May 3, 2016. REUTERS/Paul Aebi*\n\n"
              "**Media ID:** 66120418\n\n_Trees in [Bern](https://example.org), May 4, 2016. "
              "AFP/Lena Hofbauer_\n\n## More\n\n- [Floods](https://example.org/floods)\n",
              &page);
    assert_int_equal(page.items.n, 2);
    assert_string_equal(page.items.v[0].text, "Trees in Bern, May 4, 2016. AFP/Lena Hofbauer");
    assert_string_equal(page.items.v[1].text,
                        "Waves at the pier of Basel, May 3, 2016. REUTERS/Paul Aebi");
    assert_string_equal(page.items.v[1].ids.ids.v[0].id, "RTX2CGS3");
    assert_string_equal(page.title, "A storm");
    cut_page_release(&page);

    read_page("   [1]Home [2]Pictures\n\n   Media ID: [3]66120418\n\n   Trees in [4]Bern, May 4, "
              "2016.\n   AFP/Lena Hofbauer\n\nReferences\n\n   1. https://example.org/\n",
              &page);
    check_item(&page, 0, "bare", "66120418", "AFP/Lena Hofbauer");
    assert_string_equal(page.items.v[0].text, "Trees in Bern, May 4, 2016. AFP/Lena Hofbauer");
    cut_page_release(&page);
}

/* An ID that only one agency writes needs no name if a credited caption, or a date, is beside it.
 */
static void ids_that_speak_for_themselves(void **state)
{
    (void)state;
    cut_page page;
    read_page(
        "Search results\n\nRTX2QK9D\nGrapes in Pauillac, May 3, 2016. REUTERS/Paul Aebi\n\n"
        "RTX2QK9F - Barrels in Pauillac, May 3, 2016. REUTERS/Paul Aebi\n\n"
        "AFP Photo | HARVEST | 000_A3BG8LG\nA press in Bern. (Photo by Lena HOFBAUER / AFP)\n\n"
        "160502-N-AO748-013 PORT (May 2, 2016) A ship comes in. (U.S. Navy photo by Jonas "
        "Frey)\n\niss047e098765 (May 2, 2016) --- The sea, seen from the station.\n\n"
        "RTX2AB7C was the number of a picture that the agency withdrew on May 3, 2016.\n",
        &page);
    assert_int_equal(page.items.n, 5);
    check_item(&page, 0, "reuters", "RTX2QK9D", "REUTERS/Paul Aebi");
    check_item(&page, 1, "reuters", "RTX2QK9F", "REUTERS/Paul Aebi");
    check_item(&page, 2, "afp", "A3BG8LG", "Lena HOFBAUER / AFP");
    check_item(&page, 3, "dod", "160502-N-AO748-013", "U.S. Navy photo by Jonas Frey");
    check_item(&page, 4, "nasa", "iss047e098765", NULL);
    cut_page_release(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_archives_own_shape),
        cmocka_unit_test(spellings_of_one_page),
        cmocka_unit_test(wrapped_lines_are_joined),
        cmocka_unit_test(crlf_and_other_charsets),
        cmocka_unit_test(windows_1256_arabic),
        cmocka_unit_test(arabic_pages),
        cmocka_unit_test(pages_without_caption),
        cmocka_unit_test(wrapped_stories_are_no_captions),
        cmocka_unit_test(captions_without_credit),
        cmocka_unit_test(credit_on_a_line_of_its_own),
        cmocka_unit_test(credits_of_an_agency_alone),
        cmocka_unit_test(several_pictures),
        cmocka_unit_test(short_captions_above_the_id),
        cmocka_unit_test(two_ids_with_one_caption),
        cmocka_unit_test(unknown_sites_give_bare_ids),
        cmocka_unit_test(texts_that_are_no_pages),
        cmocka_unit_test(what_cannot_be_read),
        cmocka_unit_test(captions_above_their_ids),
        cmocka_unit_test(undeclared_charsets),
        cmocka_unit_test(marks_of_other_formats),
        cmocka_unit_test(ids_that_speak_for_themselves),
        cmocka_unit_test(notices_are_no_captions),
        cmocka_unit_test(credited_above_before_bare_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
