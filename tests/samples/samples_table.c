/*
 * Who and what the samples show is invented, but for the facts of media ID 55350159 (see
 * samples/README.md). The blocks are filled as the agencies fill them: which field holds the ID,
 * how the caption ends, which fields are left out.
 */
#include "samples/samples.h"

/* One entry a line, kept by hand. */
/* clang-format off */

#define RIGHTS "Drawn for cutline; CC0, no rights reserved"

#define ASCII(place, tag, text) {place, tag, EXIF_ASCII, text, {0}, 0}
#define SHORT(place, tag, number) {place, tag, EXIF_SHORT, NULL, {number}, 1}
#define RATIONAL(place, tag, ...) {place, tag, EXIF_RATIONAL, NULL, {__VA_ARGS__}, 1}
#define VERSION(place, tag, text) {place, tag, EXIF_UNDEFINED, text, {0}, 4}
#define END_OF_EXIF {IFD_0, 0, EXIF_END_OF_TAGS, NULL, {0}, 0}

/* What every wire photographer's camera writes, in the order of the tags. */
#define DESCRIPTION(text) ASCII(IFD_0, 0x010e, text)
#define CAMERA \
    ASCII(IFD_0, 0x010f, "Lumen Works"), ASCII(IFD_0, 0x0110, "LW-5 Press"), \
    SHORT(IFD_0, 0x0112, 1), RATIONAL(IFD_0, 0x011a, 72, 1), RATIONAL(IFD_0, 0x011b, 72, 1), \
    SHORT(IFD_0, 0x0128, 2)
#define ARTIST(name) ASCII(IFD_0, 0x013b, name)
#define LAYOUT SHORT(IFD_0, 0x0213, 1)
#define COPYRIGHT ASCII(IFD_0, 0x8298, RIGHTS)
#define EXPOSURE(numerator, denominator, iso) \
    RATIONAL(IFD_EXIF, 0x829a, numerator, denominator), RATIONAL(IFD_EXIF, 0x829d, 56, 10), \
    SHORT(IFD_EXIF, 0x8827, iso), VERSION(IFD_EXIF, 0x9000, "0231")
#define TAKEN(time) ASCII(IFD_EXIF, 0x9003, time), ASCII(IFD_EXIF, 0x9004, time)
#define OFFSET(zone) ASCII(IFD_EXIF, 0x9011, zone)
#define PIXELS \
    VERSION(IFD_EXIF, 0x9101, "\1\2\3"), VERSION(IFD_EXIF, 0xa000, "0100"), \
    SHORT(IFD_EXIF, 0xa001, 1), SHORT(IFD_EXIF, 0xa002, CANVAS_WIDTH), \
    SHORT(IFD_EXIF, 0xa003, CANVAS_HEIGHT)

/* IIM 1:90: the values are UTF-8. 2:00: version of the record. */
#define IIM_UTF8 {1, 90, "\x1b%G"}
#define IIM_VERSION {2, 0, NULL}
#define END_OF_IIM {0, 0, NULL}
#define END_OF_XMP {NULL, XMP_ATTRIBUTE, {NULL}}

/* 55350159.jpg: what a website keeps: the camera's data, and the ID as the file's name. */

static const exif_tag conference_exif[] = {
    CAMERA,
    LAYOUT,
    EXPOSURE(1, 200, 1600),
    TAKEN("2016:05:02 14:37:21"),
    PIXELS,
    END_OF_EXIF};

/* RTX2CGS3.jpg: Reuters; ID in 2:22, all three blocks agree. */

#define LAKE_HEADLINE "A sailing boat passes the fountain on Lake Geneva"
#define LAKE_CAPTION \
    "A sailing boat passes the water fountain on Lake Geneva in Geneva, Switzerland May 3, 2016. " \
    "REUTERS/Lena Hofbauer"

static const exif_tag lake_exif[] = {
    DESCRIPTION(LAKE_CAPTION),
    CAMERA,
    ARTIST("Lena Hofbauer"),
    LAYOUT,
    COPYRIGHT,
    EXPOSURE(1, 1000, 200),
    TAKEN("2016:05:03 08:15:00"),
    OFFSET("+02:00"),
    PIXELS,
    END_OF_EXIF};

static const iim_set lake_iim[] = {
    IIM_UTF8,
    IIM_VERSION,
    {2, 5, "SWITZERLAND-LAKE/"},
    {2, 10, "5"},
    {2, 15, "I"},
    {2, 20, "ENV"},
    {2, 22, "RTX2CGS3"},
    {2, 25, "lake"},
    {2, 25, "sailing"},
    {2, 40, "EDITORIAL USE ONLY. NO RESALES. NO ARCHIVES."},
    {2, 55, "20160503"},
    {2, 60, "081500+0200"},
    {2, 80, "Lena Hofbauer"},
    {2, 85, "STR"},
    {2, 90, "Geneva"},
    {2, 100, "CHE"},
    {2, 101, "Switzerland"},
    {2, 103, "GVA03"},
    {2, 105, LAKE_HEADLINE},
    {2, 110, "REUTERS"},
    {2, 115, "X80002"},
    {2, 116, RIGHTS},
    {2, 120, LAKE_CAPTION},
    {2, 122, "lh/mk"},
    END_OF_IIM};

static const xmp_property lake_xmp[] = {
    {"photoshop:Headline", XMP_ATTRIBUTE, {LAKE_HEADLINE}},
    {"photoshop:Credit", XMP_ATTRIBUTE, {"REUTERS"}},
    {"photoshop:Source", XMP_ATTRIBUTE, {"X80002"}},
    {"photoshop:City", XMP_ATTRIBUTE, {"Geneva"}},
    {"photoshop:Country", XMP_ATTRIBUTE, {"Switzerland"}},
    {"photoshop:DateCreated", XMP_ATTRIBUTE, {"2016-05-03T08:15:00+02:00"}},
    {"photoshop:TransmissionReference", XMP_ATTRIBUTE, {"GVA03"}},
    {"photoshop:Instructions", XMP_ATTRIBUTE, {"EDITORIAL USE ONLY. NO RESALES. NO ARCHIVES."}},
    {"Iptc4xmpCore:CountryCode", XMP_ATTRIBUTE, {"CHE"}},
    {"dc:description", XMP_ALT, {"x-default=" LAKE_CAPTION}},
    {"dc:title", XMP_ALT, {"x-default=SWITZERLAND-LAKE/"}},
    {"dc:creator", XMP_SEQ, {"Lena Hofbauer"}},
    {"dc:subject", XMP_BAG, {"lake", "sailing"}},
    {"dc:rights", XMP_ALT, {"x-default=" RIGHTS}},
    END_OF_XMP};

/* AP_16123640518273.jpg: AP; transmission reference in 2:103, image ID in PLUS. */

#define FOOTBALL_CAPTION \
    "Lausanne Rovers midfielder Milan Varga controls the ball during the Lake Cup semifinal " \
    "soccer match against FC Altstadt in Geneva, Switzerland, Monday, May 2, 2016. Lausanne won " \
    "2-1. (AP Photo/Piotr Wasik)"

static const exif_tag football_exif[] = {
    DESCRIPTION(FOOTBALL_CAPTION),
    CAMERA,
    ARTIST("Piotr Wasik"),
    LAYOUT,
    EXPOSURE(1, 1250, 3200),
    TAKEN("2016:05:02 20:51:44"),
    PIXELS,
    END_OF_EXIF};

static const iim_set football_iim[] = {
    IIM_VERSION,
    {2, 5, "Switzerland Soccer Lake Cup"},
    {2, 10, "4"},
    {2, 15, "S"},
    {2, 20, "SOC"},
    {2, 55, "20160502"},
    {2, 60, "205144+0200"},
    {2, 80, "Piotr Wasik"},
    {2, 85, "STR"},
    {2, 90, "Geneva"},
    {2, 100, "CHE"},
    {2, 101, "Switzerland"},
    {2, 103, "GVA104"},
    {2, 105, "Switzerland Soccer Lake Cup"},
    {2, 110, "AP"},
    {2, 115, "FR170626 AP"},
    {2, 116, RIGHTS},
    {2, 120, FOOTBALL_CAPTION},
    {2, 122, "PW"},
    END_OF_IIM};

static const xmp_property football_xmp[] = {
    {"photoshop:Headline", XMP_ELEMENT, {"Switzerland Soccer Lake Cup"}},
    {"photoshop:Credit", XMP_ELEMENT, {"AP"}},
    {"photoshop:Source", XMP_ELEMENT, {"FR170626 AP"}},
    {"photoshop:AuthorsPosition", XMP_ELEMENT, {"STR"}},
    {"photoshop:City", XMP_ELEMENT, {"Geneva"}},
    {"photoshop:Country", XMP_ELEMENT, {"Switzerland"}},
    {"photoshop:DateCreated", XMP_ELEMENT, {"2016-05-02T20:51:44+02:00"}},
    {"photoshop:TransmissionReference", XMP_ELEMENT, {"GVA104"}},
    {"plus:ImageSupplierImageID", XMP_ELEMENT, {"16123640518273"}},
    {"dc:description", XMP_ALT, {"x-default=" FOOTBALL_CAPTION}},
    {"dc:creator", XMP_SEQ, {"Piotr Wasik"}},
    {"dc:rights", XMP_ALT, {"x-default=" RIGHTS}},
    {"Iptc4xmpExt:PersonInImage", XMP_BAG, {"Milan Varga"}},
    {"Iptc4xmpExt:Event", XMP_ALT, {"x-default=Lake Cup"}},
    END_OF_XMP};

/* AFP__20190403__1FK2QX7__...: AFP; ID in 2:103 and in the name, place by GPS. */

#define TEA_CAPTION \
    "Tea pickers fill their baskets at dawn on a hillside near Kericho on April 3, 2019. (Photo " \
    "by Amina WANJIRU / AFP)"

static const exif_tag tea_exif[] = {
    CAMERA,
    ARTIST("AMINA WANJIRU"),
    LAYOUT,
    EXPOSURE(1, 320, 400),
    TAKEN("2019:04:03 06:32:10"),
    OFFSET("+03:00"),
    PIXELS,
    {IFD_GPS, 0, EXIF_BYTE, NULL, {2, 3, 0, 0}, 4},
    ASCII(IFD_GPS, 1, "S"),
    {IFD_GPS, 2, EXIF_RATIONAL, NULL, {0, 1, 22, 1, 372, 100}, 3},
    ASCII(IFD_GPS, 3, "E"),
    {IFD_GPS, 4, EXIF_RATIONAL, NULL, {35, 1, 16, 1, 5916, 100}, 3},
    END_OF_EXIF};

static const iim_set tea_iim[] = {
    IIM_UTF8,
    IIM_VERSION,
    {2, 5, "KENYA-AGRICULTURE-TEA"},
    {2, 10, "4"},
    {2, 15, "EBF"},
    {2, 25, "agriculture"},
    {2, 25, "tea"},
    {2, 25, "Horizontal"},
    {2, 55, "20190403"},
    {2, 60, "063210+0300"},
    {2, 80, "AMINA WANJIRU"},
    {2, 85, "STR"},
    {2, 90, "Kericho"},
    {2, 100, "KEN"},
    {2, 101, "Kenya"},
    {2, 103, "000_1FK2QX7"},
    {2, 105, "KENYA-AGRICULTURE-TEA"},
    {2, 110, "AFP"},
    {2, 115, "AFP"},
    {2, 116, RIGHTS},
    {2, 120, TEA_CAPTION},
    {2, 122, "aw/jd"},
    END_OF_IIM};

static const xmp_property tea_xmp[] = {
    {"photoshop:Headline", XMP_ATTRIBUTE, {"KENYA-AGRICULTURE-TEA"}},
    {"photoshop:Credit", XMP_ATTRIBUTE, {"AFP"}},
    {"photoshop:Source", XMP_ATTRIBUTE, {"AFP"}},
    {"photoshop:TransmissionReference", XMP_ATTRIBUTE, {"000_1FK2QX7"}},
    {"photoshop:DateCreated", XMP_ATTRIBUTE, {"2019-04-03T06:32:10+03:00"}},
    {"dc:description", XMP_ALT, {"x-default=" TEA_CAPTION}},
    {"dc:creator", XMP_SEQ, {"AMINA WANJIRU"}},
    {"dc:rights", XMP_ALT, {"x-default=" RIGHTS}},
    {"dc:subject", XMP_BAG, {"agriculture", "tea", "Horizontal"}},
    {"Iptc4xmpExt:LocationCreated", XMP_STRUCT,
     {"Iptc4xmpExt:City=Kericho", "Iptc4xmpExt:CountryName=Kenya", "Iptc4xmpExt:CountryCode=KEN"}},
    END_OF_XMP};

/* gettyimages-1140283746-612x612.jpg: Getty; asset ID in its own XMP namespace. */

#define RAIN_CAPTION \
    "LISBON, PORTUGAL - NOVEMBER 08: People shelter under umbrellas as heavy rain falls on a " \
    "street of the Alfama district on November 8, 2018 in Lisbon, Portugal. (Photo by Harriet " \
    "Quill/Getty Images)"

static const exif_tag rain_exif[] = {
    DESCRIPTION(RAIN_CAPTION),
    CAMERA,
    ARTIST("Harriet Quill"),
    LAYOUT,
    COPYRIGHT,
    EXPOSURE(1, 160, 800),
    TAKEN("2018:11:08 17:05:32"),
    PIXELS,
    END_OF_EXIF};

static const iim_set rain_iim[] = {
    IIM_UTF8,
    IIM_VERSION,
    {2, 5, "1140283746"},
    {2, 15, "I"},
    {2, 20, "WEA"},
    {2, 25, "Horizontal"},
    {2, 25, "Rain"},
    {2, 25, "Umbrella"},
    {2, 55, "20181108"},
    {2, 60, "000000+0000"},
    {2, 80, "Harriet Quill"},
    {2, 85, "Contributor"},
    {2, 90, "Lisbon"},
    {2, 92, "Alfama"},
    {2, 100, "PRT"},
    {2, 101, "Portugal"},
    {2, 103, "775250012"},
    {2, 105, "Heavy Rain In Lisbon"},
    {2, 110, "Getty Images"},
    {2, 115, "Getty Images Europe"},
    {2, 116, RIGHTS},
    {2, 120, RAIN_CAPTION},
    {2, 122, "HQ"},
    END_OF_IIM};

static const xmp_property rain_xmp[] = {
    {"photoshop:Headline", XMP_ATTRIBUTE, {"Heavy Rain In Lisbon"}},
    {"photoshop:Credit", XMP_ATTRIBUTE, {"Getty Images"}},
    {"photoshop:Source", XMP_ATTRIBUTE, {"Getty Images Europe"}},
    {"photoshop:AuthorsPosition", XMP_ATTRIBUTE, {"Contributor"}},
    {"photoshop:City", XMP_ATTRIBUTE, {"Lisbon"}},
    {"photoshop:Country", XMP_ATTRIBUTE, {"Portugal"}},
    {"photoshop:DateCreated", XMP_ATTRIBUTE, {"2018-11-08T00:00:00.000Z"}},
    {"photoshop:TransmissionReference", XMP_ATTRIBUTE, {"775250012"}},
    {"Iptc4xmpCore:Location", XMP_ATTRIBUTE, {"Alfama"}},
    {"Iptc4xmpCore:CountryCode", XMP_ATTRIBUTE, {"PRT"}},
    {"GettyImagesGIFT:AssetID", XMP_ATTRIBUTE, {"1140283746"}},
    {"GettyImagesGIFT:OriginalFilename", XMP_ATTRIBUTE, {"8R8Z0144.JPG"}},
    {"xmpRights:Marked", XMP_ATTRIBUTE, {"True"}},
    {"dc:description", XMP_ALT, {"x-default=" RAIN_CAPTION}},
    {"dc:title", XMP_ALT, {"x-default=1140283746"}},
    {"dc:creator", XMP_SEQ, {"Harriet Quill"}},
    {"dc:rights", XMP_ALT, {"x-default=" RIGHTS}},
    {"dc:subject", XMP_BAG, {"Horizontal", "Rain", "Umbrella"}},
    END_OF_XMP};

/* epa05287311.jpg: EPA; IIM alone, ID in 2:187, Latin-1 without saying so. */

static const exif_tag harbour_exif[] = {
    CAMERA,
    LAYOUT,
    EXPOSURE(1, 500, 400),
    TAKEN("2016:05:02 20:22:40"),
    PIXELS,
    END_OF_EXIF};

static const iim_set harbour_iim[] = {
    IIM_VERSION,
    {2, 5, "FRANCE FISHING"},
    {2, 10, "5"},
    {2, 15, "FIN"},
    {2, 55, "20160502"},
    {2, 60, "202240+0200"},
    {2, 80, "H\xc9L\xc8NE MARCHAND"},
    {2, 85, "STF"},
    {2, 90, "S\xe8te"},
    {2, 100, "FRA"},
    {2, 101, "France"},
    {2, 105, "Fishing boats in S\xe8te"},
    {2, 110, "EPA"},
    {2, 115, "EPA"},
    {2, 116, RIGHTS},
    {2, 120,
     "Fishing boats lie in the harbour at sunset in S\xe8te, France, 02 May 2016. Fishermen had "
     "stayed ashore over the price of fuel.  EPA/H\xc9L\xc8NE MARCHAND"},
    {2, 122, "hm"},
    {2, 187, "05287311"},
    END_OF_IIM};

/* RTX50QK8.jpg: Arabic, with the English caption as a second language. */

#define MARKET_CAPTION \
    "بائع فواكه يرتب بضاعته في سوق مطرح القديم في مسقط، سلطنة عمان، 7 مارس/آذار 2018 " \
    "(تصوير: ليلى البلوشي/رويترز)"

static const exif_tag market_exif[] = {
    CAMERA,
    LAYOUT,
    EXPOSURE(1, 125, 640),
    TAKEN("2018:03:07 10:41:05"),
    PIXELS,
    END_OF_EXIF};

static const iim_set market_iim[] = {
    IIM_UTF8,
    IIM_VERSION,
    {2, 5, "OMAN-MARKET/"},
    {2, 15, "I"},
    {2, 22, "RTX50QK8"},
    {2, 25, "سوق"},
    {2, 25, "فواكه"},
    {2, 55, "20180307"},
    {2, 60, "104105+0400"},
    {2, 80, "ليلى البلوشي"},
    {2, 90, "مسقط"},
    {2, 100, "OMN"},
    {2, 101, "سلطنة عمان"},
    {2, 105, "سوق مطرح القديم"},
    {2, 110, "رويترز"},
    {2, 116, RIGHTS},
    {2, 120, MARKET_CAPTION},
    END_OF_IIM};

static const xmp_property market_xmp[] = {
    {"photoshop:Headline", XMP_ATTRIBUTE, {"سوق مطرح القديم"}},
    {"photoshop:Credit", XMP_ATTRIBUTE, {"رويترز"}},
    {"photoshop:City", XMP_ATTRIBUTE, {"مسقط"}},
    {"photoshop:Country", XMP_ATTRIBUTE, {"سلطنة عمان"}},
    {"photoshop:DateCreated", XMP_ATTRIBUTE, {"2018-03-07T10:41:05+04:00"}},
    {"dc:description", XMP_ALT,
     {"x-default=" MARKET_CAPTION, "ar=" MARKET_CAPTION,
      "en=A fruit seller arranges his stall in the old market of Muttrah in Muscat, Oman, March 7, "
      "2018. REUTERS/Layla al-Balushi"}},
    {"dc:creator", XMP_SEQ, {"ليلى البلوشي"}},
    {"dc:rights", XMP_ALT, {"x-default=" RIGHTS}},
    {"dc:subject", XMP_BAG, {"سوق", "فواكه"}},
    {"dc:language", XMP_BAG, {"ar"}},
    END_OF_XMP};

/* IMG_4821.jpg: the blocks disagree
 *
 * The camera's text in EXIF, an edit in IIM that XMP did not get (so that the digest is stale), and
 * a credit that IIM cuts at its 32 octets. */

static const exif_tag night_exif[] = {
    DESCRIPTION("OLYMPUS DIGITAL CAMERA         "),
    CAMERA,
    ARTIST("POOL CAMERA 3"),
    LAYOUT,
    EXPOSURE(1, 30, 6400),
    TAKEN("2016:05:02 22:14:09"),
    PIXELS,
    END_OF_EXIF};

static const iim_set night_iim[] = {
    IIM_UTF8,
    IIM_VERSION,
    {2, 5, "BASEL NIGHT"},
    {2, 25, "skyline"},
    {2, 25, "moon"},
    {2, 55, "20160503"},
    {2, 80, "Jonas Frey"},
    {2, 90, "Basel"},
    {2, 101, "Switzerland"},
    {2, 105, "Full moon over Basel"},
    {2, 110, "Jonas Frey/Rheinbild Pool via RE"},
    {2, 116, RIGHTS},
    {2, 120,
     "A full moon rises over the river Rhine in Basel, Switzerland, May 2, 2016. Jonas Frey/"
     "Rheinbild Pool via REUTERS"},
    END_OF_IIM};

static const xmp_property night_xmp[] = {
    {"photoshop:Headline", XMP_ELEMENT, {"Moon over Basle"}},
    {"photoshop:Credit", XMP_ELEMENT, {"Jonas Frey/Rheinbild Pool via REUTERS"}},
    {"photoshop:City", XMP_ELEMENT, {"Basle"}},
    {"photoshop:Country", XMP_ELEMENT, {"Switzerland"}},
    {"photoshop:DateCreated", XMP_ELEMENT, {"2016-05-02"}},
    {"dc:description", XMP_ALT,
     {"x-default=The moon rises over the Rhine in Basle, Switzerland, May 2, 2016. Jonas Frey/"
      "Rheinbild Pool via REUTERS"}},
    {"dc:creator", XMP_SEQ, {"J. Frey"}},
    {"dc:rights", XMP_ALT, {"x-default=" RIGHTS}},
    {"dc:subject", XMP_BAG, {"skyline", "night"}},
    END_OF_XMP};

const sample samples[] = {
    {"55350159.jpg", scene_news_conference, true, conference_exif, NULL, DIGEST_NONE, NULL, NULL},
    {"RTX2CGS3.jpg", scene_lake, true, lake_exif, lake_iim, DIGEST_RIGHT, NULL, lake_xmp},
    {"no-metadata.jpg", scene_lake, true, NULL, NULL, DIGEST_NONE, NULL, NULL},
    {"AP_16123640518273.jpg", scene_football, false, football_exif, football_iim, DIGEST_NONE,
     NULL, football_xmp},
    {"AFP__20190403__1FK2QX7__v1__HighRes__KenyaAgricultureTea.jpg", scene_tea, false,
     tea_exif, tea_iim, DIGEST_RIGHT, NULL, tea_xmp},
    {"gettyimages-1140283746-612x612.jpg", scene_rain, true, rain_exif, rain_iim, DIGEST_NONE,
     "http://www.gettyimages.com", rain_xmp},
    {"epa05287311.jpg", scene_harbour, true, harbour_exif, harbour_iim, DIGEST_NONE, NULL, NULL},
    {"RTX50QK8.jpg", scene_market, true, market_exif, market_iim, DIGEST_NONE, NULL, market_xmp},
    {"IMG_4821.jpg", scene_night, false, night_exif, night_iim, DIGEST_STALE, NULL, night_xmp},
    {NULL, NULL, false, NULL, NULL, DIGEST_NONE, NULL, NULL}};
