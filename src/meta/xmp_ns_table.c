/* Namespaces that occur in photos, with their usual prefixes. */
#include "meta/xmp.h"

/* The first row of a prefix has the URI of today; those right behind it have older forms. */
#define ROW(prefix, uri)                                                                           \
    {                                                                                              \
        {prefix, uri}, sizeof(prefix) - 1, sizeof(uri) - 1                                         \
    }

typedef struct known_namespace {
    cut_xmp_namespace names;
    uint8_t prefix_bytes, uri_bytes;
} known_namespace;

static const known_namespace known[] = {
    ROW("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ROW("xml", "http://www.w3.org/XML/1998/namespace"),
    ROW("x", "adobe:ns:meta/"),
    /* Dublin Core, Adobe */
    ROW("dc", "http://purl.org/dc/elements/1.1/"),
    ROW("dc", "http://purl.org/dc/elements/1.0/"),
    ROW("xmp", "http://ns.adobe.com/xap/1.0/"),
    ROW("xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
    ROW("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"),
    ROW("xmpBJ", "http://ns.adobe.com/xap/1.0/bj/"),
    ROW("xmpTPg", "http://ns.adobe.com/xap/1.0/t/pg/"),
    ROW("xmpG", "http://ns.adobe.com/xap/1.0/g/"),
    ROW("xmpGImg", "http://ns.adobe.com/xap/1.0/g/img/"),
    ROW("xmpidq", "http://ns.adobe.com/xmp/Identifier/qual/1.0/"),
    ROW("xmpNote", "http://ns.adobe.com/xmp/note/"),
    ROW("xmpDM", "http://ns.adobe.com/xmp/1.0/DynamicMedia/"),
    ROW("xmpPLUS", "http://ns.adobe.com/xap/1.0/PLUS/"),
    ROW("stDim", "http://ns.adobe.com/xap/1.0/sType/Dimensions#"),
    ROW("stEvt", "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"),
    ROW("stFnt", "http://ns.adobe.com/xap/1.0/sType/Font#"),
    ROW("stJob", "http://ns.adobe.com/xap/1.0/sType/Job#"),
    ROW("stRef", "http://ns.adobe.com/xap/1.0/sType/ResourceRef#"),
    ROW("stVer", "http://ns.adobe.com/xap/1.0/sType/Version#"),
    ROW("stMfs", "http://ns.adobe.com/xap/1.0/sType/ManifestItem#"),
    ROW("stArea", "http://ns.adobe.com/xmp/sType/Area#"),
    ROW("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
    ROW("crs", "http://ns.adobe.com/camera-raw-settings/1.0/"),
    ROW("lr", "http://ns.adobe.com/lightroom/1.0/"),
    ROW("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ROW("pdfx", "http://ns.adobe.com/pdfx/1.3/"),
    ROW("illustrator", "http://ns.adobe.com/illustrator/1.0/"),
    ROW("creatorAtom", "http://ns.adobe.com/creatorAtom/1.0/"),
    ROW("album", "http://ns.adobe.com/album/1.0/"),
    ROW("hdrgm", "http://ns.adobe.com/hdr-gain-map/1.0/"),
    /* EXIF in XMP */
    ROW("tiff", "http://ns.adobe.com/tiff/1.0/"),
    ROW("exif", "http://ns.adobe.com/exif/1.0/"),
    ROW("exifEX", "http://cipa.jp/exif/1.0/"),
    ROW("exifEX", "http://cipa.jp/exif/1.0/exifEX/"),
    ROW("aux", "http://ns.adobe.com/exif/1.0/aux/"),
    /* IPTC, PLUS, PRISM, rights */
    ROW("Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"),
    ROW("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"),
    ROW("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-19/"),
    ROW("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/1.0/xmlns/"),
    ROW("plus", "http://ns.useplus.org/ldf/xmp/1.0/"),
    ROW("prism", "http://prismstandard.org/namespaces/basic/2.0/"),
    ROW("prism", "http://prismstandard.org/namespaces/basic/1.2/"),
    ROW("prism", "http://prismstandard.org/namespaces/basic/2.1/"),
    ROW("prism", "http://prismstandard.org/namespaces/basic/2.2/"),
    ROW("prism", "http://prismstandard.org/namespaces/basic/3.0/"),
    ROW("pur", "http://prismstandard.org/namespaces/prismusagerights/2.1/"),
    ROW("pur", "http://prismstandard.org/namespaces/prismusagerights/2.0/"),
    ROW("pur", "http://prismstandard.org/namespaces/prismusagerights/3.0/"),
    ROW("prl", "http://prismstandard.org/namespaces/prl/2.1/"),
    ROW("cc", "http://creativecommons.org/ns#"),
    ROW("cc", "http://web.resource.org/cc/"),
    /* Metadata Working Group */
    ROW("mwg-rs", "http://www.metadataworkinggroup.com/schemas/regions/"),
    ROW("mwg-kw", "http://www.metadataworkinggroup.com/schemas/keywords/"),
    ROW("mwg-coll", "http://www.metadataworkinggroup.com/schemas/collections/"),
    /* Agencies and programs */
    ROW("GettyImagesGIFT", "http://xmp.gettyimages.com/gift/1.0/"),
    ROW("photomechanic", "http://ns.camerabits.com/photomechanic/1.0/"),
    ROW("MicrosoftPhoto", "http://ns.microsoft.com/photo/1.0"),
    ROW("MP", "http://ns.microsoft.com/photo/1.2/"),
    ROW("MPRI", "http://ns.microsoft.com/photo/1.2/t/RegionInfo#"),
    ROW("MPReg", "http://ns.microsoft.com/photo/1.2/t/Region#"),
    ROW("expressionmedia", "http://ns.microsoft.com/expressionmedia/1.0/"),
    ROW("mediapro", "http://ns.iview-multimedia.com/mediapro/1.0/"),
    ROW("digiKam", "http://www.digikam.org/ns/1.0/"),
    ROW("acdsee", "http://ns.acdsee.com/iptc/1.0/"),
    ROW("ics", "http://ns.idimager.com/ics/1.0/"),
    ROW("extensis", "http://ns.extensis.com/extensis/1.0/"),
    ROW("darktable", "http://darktable.sf.net/"),
    ROW("et", "http://ns.exiftool.org/1.0/"),
    ROW("et", "http://ns.exiftool.ca/1.0/"),
    /* Cameras and phones */
    ROW("apple-fi", "http://ns.apple.com/faceinfo/1.0/"),
    ROW("HDRGainMap", "http://ns.apple.com/HDRGainMap/1.0/"),
    ROW("GCamera", "http://ns.google.com/photos/1.0/camera/"),
    ROW("GContainer", "http://ns.google.com/photos/1.0/container/"),
    ROW("GDepth", "http://ns.google.com/photos/1.0/depthmap/"),
    ROW("GImage", "http://ns.google.com/photos/1.0/image/"),
    ROW("GPano", "http://ns.google.com/photos/1.0/panorama/"),
    ROW("drone-dji", "http://www.dji.com/drone-dji/1.0/"),
};

#define KNOWN (sizeof known / sizeof known[0])

/* Programs forget the last character of a URI, or add one. */
static size_t without_end(const char *uri, size_t n)
{
    return n - (n > 0 && (uri[n - 1] == '/' || uri[n - 1] == '#'));
}

const cut_xmp_namespace *cut_xmp_namespace_of(cut_str uri)
{
    size_t n = without_end(uri.p, uri.n);
    for (size_t i = 0; i < KNOWN; i++) {
        const known_namespace *k = &known[i];
        if (k->uri_bytes != n && k->uri_bytes != n + 1)
            continue;
        if (without_end(k->names.uri, k->uri_bytes) != n || memcmp(k->names.uri, uri.p, n) != 0)
            continue;
        while (i > 0 && strcmp(known[i - 1].names.prefix, k->names.prefix) == 0)
            i--;
        return &known[i].names;
    }
    return NULL;
}

const cut_xmp_namespace *cut_xmp_namespace_by(cut_str prefix)
{
    for (size_t i = 0; i < KNOWN; i++)
        if (known[i].prefix_bytes == prefix.n &&
            memcmp(known[i].names.prefix, prefix.p, prefix.n) == 0)
            return &known[i].names;
    return NULL;
}
