/* Namespaces that occur in photos, with their usual prefixes. */
#include "meta/xmp.h"

typedef struct known_namespace {
    const char *prefix;
    const char *uri; /* the first row of a prefix has the URI of today, further ones older forms */
} known_namespace;

static const known_namespace known[] = {
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"xml", "http://www.w3.org/XML/1998/namespace"},
    {"x", "adobe:ns:meta/"},
    /* Dublin Core, Adobe */
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"dc", "http://purl.org/dc/elements/1.0/"},
    {"xmp", "http://ns.adobe.com/xap/1.0/"},
    {"xmpRights", "http://ns.adobe.com/xap/1.0/rights/"},
    {"xmpMM", "http://ns.adobe.com/xap/1.0/mm/"},
    {"xmpBJ", "http://ns.adobe.com/xap/1.0/bj/"},
    {"xmpTPg", "http://ns.adobe.com/xap/1.0/t/pg/"},
    {"xmpG", "http://ns.adobe.com/xap/1.0/g/"},
    {"xmpGImg", "http://ns.adobe.com/xap/1.0/g/img/"},
    {"xmpidq", "http://ns.adobe.com/xmp/Identifier/qual/1.0/"},
    {"xmpNote", "http://ns.adobe.com/xmp/note/"},
    {"xmpDM", "http://ns.adobe.com/xmp/1.0/DynamicMedia/"},
    {"xmpPLUS", "http://ns.adobe.com/xap/1.0/PLUS/"},
    {"stDim", "http://ns.adobe.com/xap/1.0/sType/Dimensions#"},
    {"stEvt", "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"},
    {"stFnt", "http://ns.adobe.com/xap/1.0/sType/Font#"},
    {"stJob", "http://ns.adobe.com/xap/1.0/sType/Job#"},
    {"stRef", "http://ns.adobe.com/xap/1.0/sType/ResourceRef#"},
    {"stVer", "http://ns.adobe.com/xap/1.0/sType/Version#"},
    {"stMfs", "http://ns.adobe.com/xap/1.0/sType/ManifestItem#"},
    {"stArea", "http://ns.adobe.com/xmp/sType/Area#"},
    {"photoshop", "http://ns.adobe.com/photoshop/1.0/"},
    {"crs", "http://ns.adobe.com/camera-raw-settings/1.0/"},
    {"lr", "http://ns.adobe.com/lightroom/1.0/"},
    {"pdf", "http://ns.adobe.com/pdf/1.3/"},
    {"pdfx", "http://ns.adobe.com/pdfx/1.3/"},
    {"illustrator", "http://ns.adobe.com/illustrator/1.0/"},
    {"creatorAtom", "http://ns.adobe.com/creatorAtom/1.0/"},
    {"album", "http://ns.adobe.com/album/1.0/"},
    {"hdrgm", "http://ns.adobe.com/hdr-gain-map/1.0/"},
    /* EXIF in XMP */
    {"tiff", "http://ns.adobe.com/tiff/1.0/"},
    {"exif", "http://ns.adobe.com/exif/1.0/"},
    {"exifEX", "http://cipa.jp/exif/1.0/"},
    {"exifEX", "http://cipa.jp/exif/1.0/exifEX/"},
    {"aux", "http://ns.adobe.com/exif/1.0/aux/"},
    /* IPTC, PLUS, PRISM, rights */
    {"Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"},
    {"Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"},
    {"Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-19/"},
    {"Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/1.0/xmlns/"},
    {"plus", "http://ns.useplus.org/ldf/xmp/1.0/"},
    {"prism", "http://prismstandard.org/namespaces/basic/2.0/"},
    {"prism", "http://prismstandard.org/namespaces/basic/1.2/"},
    {"prism", "http://prismstandard.org/namespaces/basic/2.1/"},
    {"prism", "http://prismstandard.org/namespaces/basic/2.2/"},
    {"prism", "http://prismstandard.org/namespaces/basic/3.0/"},
    {"pur", "http://prismstandard.org/namespaces/prismusagerights/2.1/"},
    {"pur", "http://prismstandard.org/namespaces/prismusagerights/2.0/"},
    {"pur", "http://prismstandard.org/namespaces/prismusagerights/3.0/"},
    {"prl", "http://prismstandard.org/namespaces/prl/2.1/"},
    {"cc", "http://creativecommons.org/ns#"},
    {"cc", "http://web.resource.org/cc/"},
    /* Metadata Working Group */
    {"mwg-rs", "http://www.metadataworkinggroup.com/schemas/regions/"},
    {"mwg-kw", "http://www.metadataworkinggroup.com/schemas/keywords/"},
    {"mwg-coll", "http://www.metadataworkinggroup.com/schemas/collections/"},
    /* Agencies and programs */
    {"GettyImagesGIFT", "http://xmp.gettyimages.com/gift/1.0/"},
    {"photomechanic", "http://ns.camerabits.com/photomechanic/1.0/"},
    {"MicrosoftPhoto", "http://ns.microsoft.com/photo/1.0"},
    {"MP", "http://ns.microsoft.com/photo/1.2/"},
    {"MPRI", "http://ns.microsoft.com/photo/1.2/t/RegionInfo#"},
    {"MPReg", "http://ns.microsoft.com/photo/1.2/t/Region#"},
    {"expressionmedia", "http://ns.microsoft.com/expressionmedia/1.0/"},
    {"mediapro", "http://ns.iview-multimedia.com/mediapro/1.0/"},
    {"digiKam", "http://www.digikam.org/ns/1.0/"},
    {"acdsee", "http://ns.acdsee.com/iptc/1.0/"},
    {"ics", "http://ns.idimager.com/ics/1.0/"},
    {"extensis", "http://ns.extensis.com/extensis/1.0/"},
    {"darktable", "http://darktable.sf.net/"},
    {"et", "http://ns.exiftool.org/1.0/"},
    {"et", "http://ns.exiftool.ca/1.0/"},
    /* Cameras and phones */
    {"apple-fi", "http://ns.apple.com/faceinfo/1.0/"},
    {"HDRGainMap", "http://ns.apple.com/HDRGainMap/1.0/"},
    {"GCamera", "http://ns.google.com/photos/1.0/camera/"},
    {"GContainer", "http://ns.google.com/photos/1.0/container/"},
    {"GDepth", "http://ns.google.com/photos/1.0/depthmap/"},
    {"GImage", "http://ns.google.com/photos/1.0/image/"},
    {"GPano", "http://ns.google.com/photos/1.0/panorama/"},
    {"drone-dji", "http://www.dji.com/drone-dji/1.0/"},
};

/* Programs forget the last character of a URI, or add one. */
static cut_str without_end(cut_str uri)
{
    if (uri.n > 0 && (uri.p[uri.n - 1] == '/' || uri.p[uri.n - 1] == '#'))
        uri.n--;
    return uri;
}

const char *cut_xmp_prefix_of(cut_str uri)
{
    cut_str wanted = without_end(uri);
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (cut_str_eq(wanted, without_end(cut_str_from(known[i].uri))))
            return known[i].prefix;
    return NULL;
}

const char *cut_xmp_uri_of(const char *prefix)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(known[i].prefix, prefix) == 0)
            return known[i].uri;
    return NULL;
}
