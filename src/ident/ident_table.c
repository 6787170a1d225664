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
    {"reuters", "<MRP|>(RC2${9})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_WORD,
     "Reuters picture number since 2018 (RC2...)"},
    {"reuters", "(@@[123]E${9})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_WORD,
     "Reuters picture number by desk (GF1E..., LR1E...)"},
    {"reuters", "(RT[RSX]${4,6})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_MIXED | CUT_ID_WORD,
     "Reuters picture number of the archive (RTX..., RTS..., RTR...)"},
    {"reuters", "(MT1@{3,12}${4,10})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_MIXED,
     "Reuters number of a partner's picture (MT1...)"},
    {"reuters", "(LYNX@{2,4}${4,9})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_MIXED,
     "Reuters number of the online report (LYNX...)"},
    {"reuters", "####[-_]##[-_]##T######Z[-_]#{1,10}[-_]<MRP|>(${10,14})[-_]RTR@{3,5}~", NAMES,
     NULL, CUT_ID_UPPER, CUT_ID_DIGIT, "Reuters delivery file name"},
    {"reuters", "tag:reuters.com,####:newsml_<MRP|>(${7,14})~", GUID | NAMED | JOB, NULL,
     CUT_ID_UPPER, CUT_ID_DIGIT, "Reuters NewsML tag"},

    /* AP file names, with the 14 digits of the friendly key or the older 10 to 12. */
    {"ap", "AP[-_ ]?(#{10,15})~", NAMES, NULL, CUT_ID_UPPER, 0,
     "AP friendly key in a file name (AP...)"},

    /* AFP: file names, document IDs (the core, without 000_, so that all spellings are one), the
     * photos it relays for partners. */
    {"afp", "AFP__#{8}__(${6,8})__v#+__*", NAMES, NULL, CUT_ID_UPPER, 0,
     "AFP delivery file name (AFP__date__ID__v)"},
    {"afp", "<AFP_|AFP-|AFP|>000_(@{2,4}#{5,9})~", ANYWHERE, NULL, CUT_ID_UPPER, 0,
     "AFP document (000_...)"},
    {"afp", "<AFP_|AFP-|AFP|>000_(${5,8})~", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_MIXED,
     "AFP document (000_...)"},
    {"afp", "AFP[-_](@{2,4}#{5,9})~", NAMES, NULL, CUT_ID_UPPER, 0,
     "AFP document in a file name (AFP_...)"},
    {"afp", "AFP[-_](${6,8})~", NAMES, NULL, CUT_ID_UPPER, CUT_ID_MIXED,
     "AFP document in a file name (AFP_...)"},
    {"afp", "afp.com-#{8}-partners-###-(${4,}_#+)-*", NAMES, NULL, CUT_ID_UPPER, 0,
     "AFP file name of a partner's picture"},
    {"getty", "afp.com-#{8}-PH-GTY-(#{6,10})~", NAMES, NULL, CUT_ID_UPPER, 0,
     "AFP file name of a Getty picture"},

    /* Getty: the asset number in its own XMP property, file names (iStock's numbers are the same
     * series), the master ID of NewsML-G2, camera names with the event number in front. */
    {"getty", "(#{5,12})", CUT_IN(CUT_ID_GETTY_ASSET), NULL, CUT_ID_UPPER, 0,
     "Getty asset number in the property reserved for it"},
    {"getty",
     "<gettyimages|gettyimage|getty-images|getty_images|getty images|getty>[-_ ]?(#{6,10})~", NAMES,
     NULL, CUT_ID_UPPER, 0, "Getty file name (gettyimages-...)"},
    {"getty", "<istockphoto|istock>[-_ ]?(#{6,10})~", NAMES, NULL, CUT_ID_UPPER, 0,
     "iStock file name, numbered with Getty's assets"},
    {"getty", "<tag:gettyimages.com,2010:|>(GYI#{10})", ANYWHERE, NULL, CUT_ID_UPPER, CUT_ID_WORD,
     "Getty master ID (GYI...)"},
    {"getty", "#{7}_(#{8,9}@@#{1,4})_*", NAMES, NULL, CUT_ID_UPPER, 0,
     "Getty camera file name behind the event number"},
    {"afp", "gettyimages-#{6,10}-AFP_(${6,8})~", NAMES, NULL, CUT_ID_UPPER, CUT_ID_DIGIT,
     "AFP document in a Getty file name"},

    /* EPA: the number alone, so that "epa12345678" and "12345678" are one. */
    {"epa", "epa[-_ ]?(#{8})~", ANYWHERE, NULL, CUT_ID_UPPER, 0, "EPA picture number (epa...)"},
    {"pa", "(2.#{7,8})", ANYWHERE, NULL, CUT_ID_UPPER, 0, "PA reference (2....)"},
    {"shutterstock", "shutterstock[-_]<editorial_|editorial-|>(#{7,8}@{1,2})~", NAMES, NULL,
     CUT_ID_LOWER, 0, "Shutterstock editorial file name"},
    {"shutterstock", "<rexfeatures|rex_features|rex-features|rex>[-_](#{6,8}@{1,2})~", NAMES, NULL,
     CUT_ID_LOWER, 0, "Rex Features file name"},
    {"shutterstock", "shutterstock[-_](#{6,10})~", NAMES, NULL, CUT_ID_LOWER, 0,
     "Shutterstock file name"},
    {"corbis", "corbis[-_](##-#{8})~", NAMES, NULL, CUT_ID_UPPER, 0, "Corbis file name"},
    {"alamy", "alamy[-_](${6,7})~", NAMES, NULL, CUT_ID_UPPER, CUT_ID_MIXED, "Alamy file name"},
    {"picture-alliance", "picture[-_]alliance[-_](#{8,9})~", NAMES, NULL, CUT_ID_UPPER, 0,
     "picture alliance file name"},
    {"tass", "TASS[-_](#{7,8})~", NAMES, NULL, CUT_ID_UPPER, 0, "TASS file name"},
    {"xinhua", "(Xx@{4,7}#{6,9}_#{8}_$+)~", NAMES, NULL, CUT_ID_AS_FOUND, 0,
     "Xinhua file name (Xx...)"},
    {"dpa", "(urn:newsml:dpa.com:#{8}:#{6}-##-#{6})~", FIELDS | NAMED, NULL, CUT_ID_LOWER, 0,
     "dpa NewsML name"},
    {"tt", "<http|https>://tt.se/media/image/(sd${10,})", FIELDS | NAMED, NULL, CUT_ID_AS_FOUND, 0,
     "TT image address"},
    {NULL, "urn:newsml:(=+):*", GUID | NAMED, NULL, CUT_ID_AS_FOUND, 0,
     "NewsML name, whose owner is its host"},
    {NULL, "tag:(=+),*", GUID | NAMED, NULL, CUT_ID_AS_FOUND, 0,
     "tag address, whose owner is its host"},

    /* Public bodies: the VIRIN of the U.S. armed forces (date, service, photographer, number), and
     * NASA's numbers of pictures from the space station. */
    {"dod", "(#{6}-@-@@#{3}-#{3,4})~", ANYWHERE, NULL, CUT_ID_UPPER, 0,
     "VIRIN of the U.S. armed forces"},
    {"nasa", "(iss###e#{5,6})~", ANYWHERE, NULL, CUT_ID_LOWER, 0,
     "NASA picture from the space station (iss...)"},

    /* Shapes that several agencies share: only beside the agency's name. */
    {"shutterstock", "(#{7,8}@{1,2})", ANYWHERE | CAPTION, REX, CUT_ID_LOWER, 0,
     "Shutterstock number with letters"},
    {"ap", "(##[0123]#{11})", ANYWHERE, "AP|Associated Press|Invision", CUT_ID_UPPER, 0,
     "AP friendly key of 14 digits"},
    {"ap", "(%{32})", FIELDS | NAMED, "AP|Associated Press|Invision", CUT_ID_LOWER, CUT_ID_DIGIT,
     "AP item of 32 hex digits"},
    {"ap", "(=+)", SUPPLIER, "AP|Associated Press|Invision", CUT_ID_AS_FOUND, CUT_ID_DIGIT,
     "AP number of the image supplier"},
    /* The desk's running number: used again every few days. */
    {"ap", "(@{2,4}###)", JOB, "AP|Associated Press", CUT_ID_UPPER, CUT_ID_CAPS | CUT_ID_WEAK,
     "AP transmission number of the desk, used again after days"},
    {"ap", "(@=+_#{5})", FILE_NAME, "AP|Associated Press", CUT_ID_AS_FOUND, CUT_ID_WEAK,
     "AP file name with a running number, used again"},
    {"action-images", "(=+)", FIXTURE, "Action Images", CUT_ID_UPPER, CUT_ID_DIGIT,
     "Action Images fixture number"},
    {"reuters", "(${6,20})", FIXTURE, "Reuters", CUT_ID_UPPER, CUT_ID_DIGIT | CUT_ID_NO_DATE,
     "Reuters fixture number"},
    {"getty", "(#{6,10})", SUPPLIER | TITLE | GUID | FILE_NAME, GETTY, CUT_ID_UPPER, CUT_ID_NO_DATE,
     "Getty asset number"},
    {"getty", "(#{6,10})", JOB, GETTY, CUT_ID_UPPER, CUT_ID_NO_DATE | CUT_ID_FALLBACK,
     "Getty asset number, if no other field has one"},
    {"getty", "(#{8,9}@@#{1,4})~", FILE_NAME | JOB, GETTY, CUT_ID_UPPER, CUT_ID_NO_DATE,
     "Getty camera file name"},
    {"epa", "(#{8})", ANYWHERE, "EPA|EPA-EFE", CUT_ID_UPPER, CUT_ID_NO_DATE,
     "EPA picture number of 8 digits"},
    {"epa", "(=+)", UNIQUE, "EPA|EPA-EFE", CUT_ID_UPPER, CUT_ID_DIGIT | CUT_ID_NO_DATE,
     "EPA unique document name"},
    {"pa", "(#{8})", ANYWHERE, PA, CUT_ID_UPPER, CUT_ID_NO_DATE, "PA picture number of 8 digits"},
    {"pa", "(@=+_#{6})", JOB | FILE_NAME, PA, CUT_ID_AS_FOUND, 0,
     "PA file name with a number of 6 digits"},
    {"pa", "(@* #{6})", TITLE, PA, CUT_ID_AS_FOUND, 0, "PA title with a number of 6 digits"},
    {"afp", "(DV#{6,8})", ANYWHERE, "AFP|Agence France-Presse", CUT_ID_UPPER, 0,
     "AFP document (DV...)"},
    {"afp", "(@{2,4}#{7,9})", JOB | TITLE | FILE_NAME, "AFP|Agence France-Presse", CUT_ID_UPPER, 0,
     "AFP document with digits at the end"},
    {"afp", "(${6,8})", JOB | TITLE | SUPPLIER | FILE_NAME, "AFP|Agence France-Presse",
     CUT_ID_UPPER, CUT_ID_MIXED | CUT_ID_CAPS, "AFP document of letters and digits"},
    {"corbis", "(##-#{8})", ANYWHERE, "Corbis", CUT_ID_UPPER, 0, "Corbis number (42-...)"},
    {"corbis", "(#{6,10})", ANYWHERE, "Corbis", CUT_ID_UPPER, CUT_ID_NO_DATE, "Corbis number"},
    {"alamy", "image(#{6,9})", NAMES, "Alamy", CUT_ID_UPPER, 0, "Alamy number behind \"image\""},
    {"alamy", "(${6,7})", JOB | TITLE | SUPPLIER | FILE_NAME, "Alamy", CUT_ID_UPPER,
     CUT_ID_MIXED | CUT_ID_CAPS, "Alamy number of letters and digits"},
    {"picture-alliance", "(#{8,9})", ANYWHERE, "picture alliance|picture-alliance|dpa",
     CUT_ID_UPPER, CUT_ID_NO_DATE, "picture alliance number"},
    {"ntb", "<urn:uuid:|urn:|>(" UUID ")", GUID | NAMED, "NTB", CUT_ID_LOWER, 0,
     "NTB picture UUID"},
    {"newscom", "(@{2,}" NUMBER_WORD "#{6})", NAMES, "Newscom|ZUMA|ZUMA Press|ZUMAPRESS",
     CUT_ID_LOWER, 0, "Newscom number behind a word"},
    {"magnum", "(<NYC|PAR|LON|TOK>#{4,7})", ANYWHERE, "Magnum|Magnum Photos", CUT_ID_UPPER, 0,
     "Magnum number (NYC..., PAR...)"},
    {"ansa", "(#{14})", ANYWHERE, "ANSA", CUT_ID_UPPER, CUT_ID_NO_DATE, "ANSA number of 14 digits"},
    {"ansa", "(%{32})", FIELDS | NAMED, "ANSA", CUT_ID_LOWER, CUT_ID_DIGIT,
     "ANSA item of 32 hex digits"},

    /* Nobody's: kept without an owner. */
    {CUTLINE_NAMESPACE_BARE, "<urn:uuid:|uuid:|>(" UUID ")", GUID | SUPPLIER, NULL, CUT_ID_LOWER,
     CUT_ID_OWNERLESS, "UUID"},
    {CUTLINE_NAMESPACE_BARE, "(%{32})", GUID | SUPPLIER, NULL, CUT_ID_LOWER,
     CUT_ID_OWNERLESS | CUT_ID_DIGIT, "32 hex digits"},
    {CUTLINE_NAMESPACE_BARE, "(=+)", SUPPLIER, NULL, CUT_ID_AS_FOUND,
     CUT_ID_OWNERLESS | CUT_ID_DIGIT | CUT_ID_NO_DATE, "number of the image supplier"},
    {CUTLINE_NAMESPACE_BARE, "(#{6,20})", FIELDS | FILE_NAME, NULL, CUT_ID_UPPER,
     CUT_ID_OWNERLESS | CUT_ID_NO_DATE, "number"},
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
