#include "ident/ident_table.h"

/* Sets of places. */
#define SUPPLIER CUT_IN(CUT_ID_SUPPLIER_IMAGE)
#define FIXTURE CUT_IN(CUT_ID_FIXTURE)
#define UNIQUE CUT_IN(CUT_ID_UNIQUE_DOCUMENT)
#define JOB (CUT_IN(CUT_ID_JOB_IIM) | CUT_IN(CUT_ID_JOB_XMP))
#define TITLE (CUT_IN(CUT_ID_TITLE_IIM) | CUT_IN(CUT_ID_TITLE_XMP))
#define GUID CUT_IN(CUT_ID_GUID)
#define FILE_NAME CUT_IN(CUT_ID_FILE_NAME)
#define CAPTION CUT_IN(CUT_ID_CAPTION)
#define NAMED (CUT_IN(CUT_ID_PAGE) | CUT_IN(CUT_ID_LIST) | CUT_IN(CUT_ID_BY_HAND))
#define FIELDS (SUPPLIER | FIXTURE | UNIQUE | JOB | TITLE | GUID)
/* Where a file name may stand: desks put the name of the original into the job and title fields. */
#define NAMES (FILE_NAME | JOB | TITLE | SUPPLIER | NAMED)
#define ANYWHERE (FIELDS | FILE_NAME | NAMED)

#define GETTY "Getty Images|Getty|iStock|iStockphoto|WireImage|FilmMagic|Hulton Archive"
#define REX "Shutterstock|Rex Features|REX|Rex/Shutterstock"
#define PA "PA|PA Images|PA Media|PA Wire|PA Archive|Press Association"
#define UUID "%{8}-%{4}-%{4}-%{4}-%{12}"
/* Last word before the digits of a Newscom number. */
#define NUMBER_WORD                                                                                \
    "<one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"   \
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety>"

const cut_id_shape cut_id_shapes[] = {
    /* Reuters: picture numbers since 2018, by desk before, archive, low resolution, partner feeds,
     * online report; the file names of its delivery. */
    {"reuters", "<MRP|>(RC2${9})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_WORD},
    {"reuters", "(@@[123]E${9})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_WORD},
    {"reuters", "(RT[RSX]${4,6})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_MIXED | CUT_ID_WORD},
    {"reuters", "(MT1@{3,12}${4,10})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_MIXED},
    {"reuters", "(LYNX@{2,4}${4,9})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_MIXED},
    {"reuters", "####[-_]##[-_]##T######Z[-_]#{1,10}[-_]<MRP|>(${10,14})[-_]RTR@{3,5}~", NAMES,
     NULL, CUT_ID_UPPER, CUT_ID_DIGIT},
    {"reuters", "tag:reuters.com,####:newsml_<MRP|>(${7,14})~", GUID | NAMED | JOB, NULL,
     CUT_ID_UPPER, CUT_ID_DIGIT},

    /* AP file names, with the 14 digits of the friendly key or the older 10 to 12. */
    {"ap", "AP[-_ ]?(#{10,15})~", NAMES, NULL, CUT_ID_UPPER, 0},

    /* AFP: file names, document IDs (the core, without 000_, so that all spellings are one), the
     * photos it relays for partners. */
    {"afp", "AFP__#{8}__(${6,8})__v#+__*", NAMES, NULL, CUT_ID_UPPER, 0},
    {"afp", "<AFP_|AFP-|AFP|>000_(@{2,4}#{5,9})~", ANYWHERE, NULL, CUT_ID_UPPER, 0},
    {"afp", "<AFP_|AFP-|AFP|>000_(${5,8})~", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_MIXED},
    {"afp", "AFP[-_](@{2,4}#{5,9})~", NAMES, NULL, CUT_ID_UPPER, 0},
    {"afp", "AFP[-_](${6,8})~", NAMES, NULL, CUT_ID_UPPER, CUT_ID_MIXED},
    {"afp", "afp.com-#{8}-partners-###-(${4,}_#+)-*", NAMES, NULL, CUT_ID_UPPER, 0},
    {"getty", "afp.com-#{8}-PH-GTY-(#{6,10})~", NAMES, NULL, CUT_ID_UPPER, 0},

    /* Getty: the asset number in its own XMP property, file names (iStock's numbers are the same
     * series), the master ID of NewsML-G2, camera names with the event number in front. */
    {"getty", "(#{5,12})", CUT_IN(CUT_ID_GETTY_ASSET), NULL, CUT_ID_UPPER, 0},
    {"getty",
     "<gettyimages|gettyimage|getty-images|getty_images|getty images|getty>[-_ ]?(#{6,10})~", NAMES,
     NULL, CUT_ID_UPPER, 0},
    {"getty", "<istockphoto|istock>[-_ ]?(#{6,10})~", NAMES, NULL, CUT_ID_UPPER, 0},
    {"getty", "<tag:gettyimages.com,2010:|>(GYI#{10})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_WORD},
    {"getty", "#{7}_(#{8,9}@@#{1,4})_*", NAMES, NULL, CUT_ID_UPPER, 0},
    {"afp", "gettyimages-#{6,10}-AFP_(${6,8})~", NAMES, NULL, CUT_ID_UPPER, CUT_ID_DIGIT},

    /* EPA: the number alone, so that "epa12345678" and "12345678" are one. */
    {"epa", "epa[-_ ]?(#{8})~", ANYWHERE, NULL, CUT_ID_UPPER, 0},
    {"pa", "(2.#{7,8})", ANYWHERE, NULL, CUT_ID_UPPER, 0},
    {"shutterstock", "shutterstock[-_]<editorial_|editorial-|>(#{7,8}@{1,2})~", NAMES, NULL,
     CUT_ID_LOWER, 0},
    {"shutterstock", "<rexfeatures|rex_features|rex-features|rex>[-_](#{6,8}@{1,2})~", NAMES, NULL,
     CUT_ID_LOWER, 0},
    {"shutterstock", "shutterstock[-_](#{6,10})~", NAMES, NULL, CUT_ID_LOWER, 0},
    {"corbis", "corbis[-_](##-#{8})~", NAMES, NULL, CUT_ID_UPPER, 0},
    {"alamy", "alamy[-_](${6,7})~", NAMES, NULL, CUT_ID_UPPER, CUT_ID_MIXED},
    {"picture-alliance", "picture[-_]alliance[-_](#{8,9})~", NAMES, NULL, CUT_ID_UPPER, 0},
    {"tass", "TASS[-_](#{7,8})~", NAMES, NULL, CUT_ID_UPPER, 0},
    {"xinhua", "(Xx@{4,7}#{6,9}_#{8}_$+)~", NAMES, NULL, CUT_ID_AS_FOUND, 0},
    {"dpa", "(urn:newsml:dpa.com:#{8}:#{6}-##-#{6})~", FIELDS | NAMED, NULL, CUT_ID_LOWER, 0},
    {"tt", "<http|https>://tt.se/media/image/(sd${10,})", FIELDS | NAMED, NULL, CUT_ID_AS_FOUND, 0},
    {NULL, "urn:newsml:(=+):*", GUID | NAMED, NULL, CUT_ID_AS_FOUND, 0},
    {NULL, "tag:(=+),*", GUID | NAMED, NULL, CUT_ID_AS_FOUND, 0},

    /* Shapes that several agencies share: only beside the agency's name. */
    {"shutterstock", "(#{7,8}@{1,2})", ANYWHERE | CAPTION, REX, CUT_ID_LOWER, 0},
    {"ap", "(##[0123]#{11})", ANYWHERE, "AP|Associated Press|Invision", CUT_ID_UPPER, 0},
    {"ap", "(%{32})", FIELDS | NAMED, "AP|Associated Press|Invision", CUT_ID_LOWER, CUT_ID_DIGIT},
    {"ap", "(=+)", SUPPLIER, "AP|Associated Press|Invision", CUT_ID_AS_FOUND, CUT_ID_DIGIT},
    /* The desk's running number: used again every few days. */
    {"ap", "(@{2,4}###)", JOB, "AP|Associated Press", CUT_ID_UPPER, CUT_ID_CAPS | CUT_ID_WEAK},
    {"ap", "(@=+_#{5})", FILE_NAME, "AP|Associated Press", CUT_ID_AS_FOUND, CUT_ID_WEAK},
    {"action-images", "(=+)", FIXTURE, "Action Images", CUT_ID_UPPER, CUT_ID_DIGIT},
    {"reuters", "(${6,20})", FIXTURE, "Reuters", CUT_ID_UPPER, CUT_ID_DIGIT | CUT_ID_NO_DATE},
    {"getty", "(#{6,10})", SUPPLIER | TITLE | GUID | FILE_NAME, GETTY, CUT_ID_UPPER,
     CUT_ID_NO_DATE},
    {"getty", "(#{6,10})", JOB, GETTY, CUT_ID_UPPER, CUT_ID_NO_DATE | CUT_ID_FALLBACK},
    {"getty", "(#{8,9}@@#{1,4})~", FILE_NAME | JOB, GETTY, CUT_ID_UPPER, CUT_ID_NO_DATE},
    {"epa", "(#{8})", ANYWHERE, "EPA|EPA-EFE", CUT_ID_UPPER, CUT_ID_NO_DATE},
    {"epa", "(=+)", UNIQUE, "EPA|EPA-EFE", CUT_ID_UPPER, CUT_ID_DIGIT | CUT_ID_NO_DATE},
    {"pa", "(#{8})", ANYWHERE, PA, CUT_ID_UPPER, CUT_ID_NO_DATE},
    {"pa", "(@=+_#{6})", JOB | FILE_NAME, PA, CUT_ID_AS_FOUND, 0},
    {"pa", "(@* #{6})", TITLE, PA, CUT_ID_AS_FOUND, 0},
    {"afp", "(DV#{6,8})", ANYWHERE, "AFP|Agence France-Presse", CUT_ID_UPPER, 0},
    {"afp", "(@{2,4}#{7,9})", JOB | TITLE | FILE_NAME, "AFP|Agence France-Presse", CUT_ID_UPPER, 0},
    {"afp", "(${6,8})", JOB | TITLE | SUPPLIER | FILE_NAME, "AFP|Agence France-Presse",
     CUT_ID_UPPER, CUT_ID_MIXED | CUT_ID_CAPS},
    {"corbis", "(##-#{8})", ANYWHERE, "Corbis", CUT_ID_UPPER, 0},
    {"corbis", "(#{6,10})", ANYWHERE, "Corbis", CUT_ID_UPPER, CUT_ID_NO_DATE},
    {"alamy", "image(#{6,9})", NAMES, "Alamy", CUT_ID_UPPER, 0},
    {"alamy", "(${6,7})", JOB | TITLE | SUPPLIER | FILE_NAME, "Alamy", CUT_ID_UPPER,
     CUT_ID_MIXED | CUT_ID_CAPS},
    {"picture-alliance", "(#{8,9})", ANYWHERE, "picture alliance|picture-alliance|dpa",
     CUT_ID_UPPER, CUT_ID_NO_DATE},
    {"ntb", "<urn:uuid:|urn:|>(" UUID ")", GUID | NAMED, "NTB", CUT_ID_LOWER, 0},
    {"newscom", "(@{2,}" NUMBER_WORD "#{6})", NAMES, "Newscom|ZUMA|ZUMA Press|ZUMAPRESS",
     CUT_ID_LOWER, 0},
    {"magnum", "(<NYC|PAR|LON|TOK>#{4,7})", ANYWHERE, "Magnum|Magnum Photos", CUT_ID_UPPER, 0},
    {"ansa", "(#{14})", ANYWHERE, "ANSA", CUT_ID_UPPER, CUT_ID_NO_DATE},
    {"ansa", "(%{32})", FIELDS | NAMED, "ANSA", CUT_ID_LOWER, CUT_ID_DIGIT},

    /* Nobody's: kept without an owner. */
    {CUTLINE_NAMESPACE_BARE, "<urn:uuid:|uuid:|>(" UUID ")", GUID | SUPPLIER, NULL, CUT_ID_LOWER,
     CUT_ID_OWNERLESS},
    {CUTLINE_NAMESPACE_BARE, "(%{32})", GUID | SUPPLIER, NULL, CUT_ID_LOWER,
     CUT_ID_OWNERLESS | CUT_ID_DIGIT},
    {CUTLINE_NAMESPACE_BARE, "(=+)", SUPPLIER, NULL, CUT_ID_AS_FOUND,
     CUT_ID_OWNERLESS | CUT_ID_DIGIT | CUT_ID_NO_DATE},
    {CUTLINE_NAMESPACE_BARE, "(#{6,20})", FIELDS | FILE_NAME, NULL, CUT_ID_UPPER,
     CUT_ID_OWNERLESS | CUT_ID_NO_DATE},
};
_Static_assert(sizeof cut_id_shapes / sizeof cut_id_shapes[0] <= CUT_ID_SHAPES_MAX,
               "raise CUT_ID_SHAPES_MAX");
const size_t cut_id_shape_count = sizeof cut_id_shapes / sizeof cut_id_shapes[0];

const cut_id_place_row cut_id_places[] = {
    [CUT_ID_GETTY_ASSET] = {"xmp GettyImagesGIFT:AssetID", CUTLINE_TRUST_STRONG,
                            CUTLINE_TRUST_WEAK},
    [CUT_ID_SUPPLIER_IMAGE] = {"xmp plus:ImageSupplierImageID", CUTLINE_TRUST_STRONG,
                               CUTLINE_TRUST_FAIR},
    [CUT_ID_FIXTURE] = {"iim 2:22", CUTLINE_TRUST_STRONG, CUTLINE_TRUST_WEAK},
    [CUT_ID_UNIQUE_DOCUMENT] = {"iim 2:187", CUTLINE_TRUST_STRONG, CUTLINE_TRUST_WEAK},
    [CUT_ID_JOB_IIM] = {"iim 2:103", CUTLINE_TRUST_FAIR, CUTLINE_TRUST_WEAK},
    [CUT_ID_JOB_XMP] = {"xmp photoshop:TransmissionReference", CUTLINE_TRUST_FAIR,
                        CUTLINE_TRUST_WEAK},
    [CUT_ID_TITLE_IIM] = {"iim 2:05", CUTLINE_TRUST_FAIR, CUTLINE_TRUST_WEAK},
    [CUT_ID_TITLE_XMP] = {"xmp dc:title", CUTLINE_TRUST_FAIR, CUTLINE_TRUST_WEAK},
    [CUT_ID_GUID] = {"xmp Iptc4xmpExt:DigImageGUID", CUTLINE_TRUST_FAIR, CUTLINE_TRUST_FAIR},
    [CUT_ID_FILE_NAME] = {"file name", CUTLINE_TRUST_FAIR, CUTLINE_TRUST_WEAK},
    [CUT_ID_CAPTION] = {"caption", CUTLINE_TRUST_FAIR, CUTLINE_TRUST_WEAK},
    [CUT_ID_PAGE] = {"page", CUTLINE_TRUST_STRONG, CUTLINE_TRUST_STRONG},
    [CUT_ID_LIST] = {"list", CUTLINE_TRUST_STRONG, CUTLINE_TRUST_STRONG},
    [CUT_ID_BY_HAND] = {"hand", CUTLINE_TRUST_HAND, CUTLINE_TRUST_HAND},
};

const char *const cut_camera_names[] = {
    /* DCF: four free characters and a running number (DSC_0001, _MG_1234, 8R8Z0144, P1010001). */
    "<IMG|DSC|MG|DSCN|DSCF|SAM|CIMG|PICT|STA|HPIM|KIF|PANO|LEO|MVI>[-_]?#{3,8}~",
    "_$$$####~",
    "$$$_####~",
    "@$$$####",
    "$@$$####",
    "$$@$####",
    "$$$@####",
    "@$$####",
    /* Phones and chat programs: a date with a time or a counter. */
    "<IMG|VID|PXL|MVIMG|SNAPCHAT|SCREENSHOT|PHOTO>[-_ ]*",
    "#{8}[-_ ]#{4,9}~",
    "####-##-##*",
    "WHATSAPP*",
    NULL,
};

const char *const cut_cms_suffixes[] = {
    "(*)-#{2,5}x#{2,5}",                        /* WordPress: scaled copy, -1024x726 */
    "(*)-<scaled|rotated|cropped|copy|edited>", /* WordPress and editors */
    "(*)-e#{13}",                               /* WordPress: edited, time in milliseconds */
    "(*)-#{10}",                                /* Al Jazeera and others: time of upload */
    "(*)[-_]#{1,2}",                            /* the same name once more */
    "(*)<@2x|@3x>",                             /* for displays of high resolution */
    "(*)[ _-]?[(]#{1,2}[)]",                    /* browsers: downloaded again, "name (1)" */
    "(*)[ _]",                                  /* what is left of " copy" and the like */
    NULL,
};
