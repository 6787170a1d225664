/* How ExifTool (-j -G1 -struct -n) names what the fields hold, block by block. */
#ifndef CUT_TESTS_EXIFTOOL_TAGS_H
#define CUT_TESTS_EXIFTOOL_TAGS_H

#include <cutline/record.h>

typedef struct exiftool_tag {
    const char *tag;
    const char *field;
    cutline_origin origin;
    const char *more[2]; /* tags that are joined to it: time, or sub-seconds and UTC offset */
} exiftool_tag;

#define EXIF_TAG(t, f, ...)                                                                        \
    {                                                                                              \
        t, f, CUTLINE_ORIGIN_EXIF,                                                                 \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define IIM_TAG(t, f, ...)                                                                         \
    {                                                                                              \
        "IPTC:" t, f, CUTLINE_ORIGIN_IIM,                                                          \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define XMP_TAG(t, f)                                                                              \
    {                                                                                              \
        "XMP-" t, f, CUTLINE_ORIGIN_XMP,                                                           \
        {                                                                                          \
            NULL                                                                                   \
        }                                                                                          \
    }

static const exiftool_tag exiftool_tags[] = {
    EXIF_TAG("IFD0:ImageDescription", "caption", NULL),
    EXIF_TAG("IFD0:Artist", "byline", NULL),
    EXIF_TAG("IFD0:Copyright", "copyright", NULL),
    EXIF_TAG("IFD0:Software", "originating_program", NULL),
    EXIF_TAG("IFD0:Rating", "rating", NULL),
    EXIF_TAG("IFD0:Orientation", "orientation", NULL),
    EXIF_TAG("ExifIFD:ImageUniqueID", "digital_image_guid", NULL),
    EXIF_TAG("ExifIFD:DateTimeOriginal", "date_created", "ExifIFD:SubSecTimeOriginal",
             "ExifIFD:OffsetTimeOriginal"),
    EXIF_TAG("ExifIFD:CreateDate", "date_digitized", "ExifIFD:SubSecTimeDigitized",
             "ExifIFD:OffsetTimeDigitized"),
    EXIF_TAG("IFD0:ModifyDate", "date_modified", "ExifIFD:SubSecTime", "ExifIFD:OffsetTime"),
    EXIF_TAG("IFD0:Make", "camera_make", NULL),
    EXIF_TAG("IFD0:Model", "camera_model", NULL),
    EXIF_TAG("ExifIFD:LensModel", "lens", NULL),
    EXIF_TAG("ExifIFD:ExposureTime", "exposure_time", NULL),
    EXIF_TAG("ExifIFD:FNumber", "f_number", NULL),
    EXIF_TAG("ExifIFD:ISO", "iso", NULL),
    EXIF_TAG("ExifIFD:FocalLength", "focal_length", NULL),
    EXIF_TAG("ExifIFD:UserComment", "user_comment", NULL),
    IIM_TAG("Caption-Abstract", "caption", NULL),
    IIM_TAG("Headline", "headline", NULL),
    IIM_TAG("ObjectName", "title", NULL),
    IIM_TAG("Writer-Editor", "caption_writer", NULL),
    IIM_TAG("Keywords", "keywords", NULL),
    IIM_TAG("SubjectReference", "subject_code", NULL),
    IIM_TAG("ObjectAttributeReference", "intellectual_genre", NULL),
    IIM_TAG("By-line", "byline", NULL),
    IIM_TAG("By-lineTitle", "byline_title", NULL),
    IIM_TAG("Credit", "credit", NULL),
    IIM_TAG("Source", "source", NULL),
    IIM_TAG("CopyrightNotice", "copyright", NULL),
    IIM_TAG("SpecialInstructions", "instructions", NULL),
    IIM_TAG("Sub-location", "sublocation", NULL),
    IIM_TAG("City", "city", NULL),
    IIM_TAG("Province-State", "province_state", NULL),
    IIM_TAG("Country-PrimaryLocationName", "country", NULL),
    IIM_TAG("Country-PrimaryLocationCode", "country_code", NULL),
    IIM_TAG("DateCreated", "date_created", "IPTC:TimeCreated"),
    IIM_TAG("DigitalCreationDate", "date_digitized", "IPTC:DigitalCreationTime"),
    IIM_TAG("ReleaseDate", "release_date", NULL),
    IIM_TAG("ReleaseTime", "release_time", NULL),
    IIM_TAG("ExpirationDate", "expiration_date", NULL),
    IIM_TAG("ExpirationTime", "expiration_time", NULL),
    IIM_TAG("OriginalTransmissionReference", "job_id", NULL),
    IIM_TAG("Urgency", "urgency", NULL),
    IIM_TAG("Category", "category", NULL),
    IIM_TAG("SupplementalCategories", "suppl_category", NULL),
    IIM_TAG("EditStatus", "edit_status", NULL),
    IIM_TAG("FixtureIdentifier", "fixture_id", NULL),
    IIM_TAG("ObjectTypeReference", "object_type", NULL),
    IIM_TAG("ObjectCycle", "object_cycle", NULL),
    IIM_TAG("ActionAdvised", "action_advised", NULL),
    IIM_TAG("ReferenceService", "reference_service", NULL),
    IIM_TAG("Contact", "contact", NULL),
    IIM_TAG("ContentLocationCode", "content_location_code", NULL),
    IIM_TAG("ContentLocationName", "content_location_name", NULL),
    IIM_TAG("OriginatingProgram", "originating_program", NULL),
    IIM_TAG("ImageOrientation", "image_orientation_iim", NULL),
    IIM_TAG("ImageType", "image_type_iim", NULL),
    IIM_TAG("LanguageIdentifier", "language", NULL),
    IIM_TAG("UniqueDocumentID", "unique_document_id", NULL),
    IIM_TAG("ServiceIdentifier", "service_id", NULL),
    IIM_TAG("EnvelopeNumber", "envelope_number", NULL),
    IIM_TAG("ProductID", "product_id", NULL),
    IIM_TAG("EnvelopePriority", "envelope_priority", NULL),
    IIM_TAG("DateSent", "date_sent", "IPTC:TimeSent"),
    IIM_TAG("UniqueObjectName", "uno", NULL),
    IIM_TAG("CodedCharacterSet", "coded_character_set", NULL),
    IIM_TAG("Prefs", "pm_prefs", NULL),
    XMP_TAG("dc:Description", "caption"),
    XMP_TAG("photoshop:Headline", "headline"),
    XMP_TAG("dc:Title", "title"),
    XMP_TAG("iptcCore:AltTextAccessibility", "alt_text"),
    XMP_TAG("iptcCore:ExtDescrAccessibility", "ext_description"),
    XMP_TAG("photoshop:CaptionWriter", "caption_writer"),
    XMP_TAG("dc:Subject", "keywords"),
    XMP_TAG("iptcCore:SubjectCode", "subject_code"),
    XMP_TAG("iptcCore:Scene", "scene"),
    XMP_TAG("iptcCore:IntellectualGenre", "intellectual_genre"),
    XMP_TAG("iptcExt:Genre", "genre"),
    XMP_TAG("iptcExt:AboutCvTerm", "about_cv_terms"),
    XMP_TAG("iptcExt:PersonInImage", "persons_shown"),
    XMP_TAG("iptcExt:PersonInImageWDetails", "persons_shown_details"),
    XMP_TAG("iptcExt:OrganisationInImageName", "org_shown_name"),
    XMP_TAG("iptcExt:OrganisationInImageCode", "org_shown_code"),
    XMP_TAG("iptcExt:Event", "event"),
    XMP_TAG("iptcExt:EventID", "event_id"),
    XMP_TAG("iptcExt:ProductInImage", "products_shown"),
    XMP_TAG("iptcExt:ArtworkOrObject", "artwork"),
    XMP_TAG("iptcExt:ImageRegion", "image_region"),
    XMP_TAG("dc:Creator", "byline"),
    XMP_TAG("photoshop:AuthorsPosition", "byline_title"),
    XMP_TAG("photoshop:Credit", "credit"),
    XMP_TAG("photoshop:Source", "source"),
    XMP_TAG("dc:Rights", "copyright"),
    XMP_TAG("plus:CopyrightOwner", "copyright_owner"),
    XMP_TAG("plus:ImageCreator", "image_creator"),
    XMP_TAG("iptcExt:Contributor", "contributors"),
    XMP_TAG("xmpRights:UsageTerms", "usage_terms"),
    XMP_TAG("xmpRights:WebStatement", "web_statement"),
    XMP_TAG("xmpRights:Marked", "rights_marked"),
    XMP_TAG("photoshop:URL", "copyright_url"),
    XMP_TAG("photoshop:Instructions", "instructions"),
    XMP_TAG("plus:Licensor", "licensor"),
    XMP_TAG("plus:ImageSupplier", "image_supplier"),
    XMP_TAG("plus:ImageSupplierImageID", "supplier_image_id"),
    XMP_TAG("iptcExt:DigitalImageGUID", "digital_image_guid"),
    XMP_TAG("iptcExt:RegistryID", "registry_entries"),
    XMP_TAG("plus:ModelReleaseStatus", "model_release_status"),
    XMP_TAG("plus:ModelReleaseID", "model_release_id"),
    XMP_TAG("plus:PropertyReleaseStatus", "property_release_status"),
    XMP_TAG("plus:PropertyReleaseID", "property_release_id"),
    XMP_TAG("plus:MinorModelAgeDisclosure", "minor_model_age"),
    XMP_TAG("iptcExt:ModelAge", "model_age"),
    XMP_TAG("iptcExt:AdditionalModelInformation", "addl_model_info"),
    XMP_TAG("plus:DataMining", "data_mining"),
    XMP_TAG("plus:OtherConstraints", "other_constraints"),
    XMP_TAG("iptcExt:EmbdEncRightsExpr", "embedded_rights_expr"),
    XMP_TAG("iptcExt:LinkedEncRightsExpr", "linked_rights_expr"),
    XMP_TAG("iptcCore:Location", "sublocation"),
    XMP_TAG("photoshop:City", "city"),
    XMP_TAG("photoshop:State", "province_state"),
    XMP_TAG("photoshop:Country", "country"),
    XMP_TAG("iptcCore:CountryCode", "country_code"),
    XMP_TAG("iptcExt:LocationCreated", "location_created"),
    XMP_TAG("iptcExt:LocationShown", "location_shown"),
    XMP_TAG("photoshop:DateCreated", "date_created"),
    XMP_TAG("xmp:CreateDate", "date_digitized"),
    XMP_TAG("xmp:ModifyDate", "date_modified"),
    XMP_TAG("pur:EmbargoDate", "embargo_xmp"),
    XMP_TAG("pur:ExpirationDate", "expiration_xmp"),
    XMP_TAG("photoshop:TransmissionReference", "job_id"),
    XMP_TAG("photoshop:Urgency", "urgency"),
    XMP_TAG("photoshop:Category", "category"),
    XMP_TAG("photoshop:SupplementalCategories", "suppl_category"),
    XMP_TAG("xmp:CreatorTool", "originating_program"),
    XMP_TAG("dc:Language", "language"),
    XMP_TAG("iptcExt:DigitalSourceType", "digital_source_type"),
    XMP_TAG("iptcExt:AIPromptInformation", "ai_prompt_info"),
    XMP_TAG("iptcExt:AIPromptWriterName", "ai_prompt_writer"),
    XMP_TAG("iptcExt:AISystemUsed", "ai_system_used"),
    XMP_TAG("iptcExt:AISystemVersionUsed", "ai_system_version"),
    XMP_TAG("iptcExt:MaxAvailWidth", "max_avail_width"),
    XMP_TAG("iptcExt:MaxAvailHeight", "max_avail_height"),
    XMP_TAG("xmp:Rating", "rating"),
    XMP_TAG("xmp:Label", "label"),
    XMP_TAG("photomech:Prefs", "pm_prefs"),
    XMP_TAG("tiff:Orientation", "orientation"),
    XMP_TAG("getty:AssetID", "getty_asset_id"),
    XMP_TAG("getty:Personality", "getty_personality"),
    XMP_TAG("tiff:Make", "camera_make"),
    XMP_TAG("tiff:Model", "camera_model"),
    XMP_TAG("exifEX:LensModel", "lens"),
    XMP_TAG("exif:ExposureTime", "exposure_time"),
    XMP_TAG("exif:FNumber", "f_number"),
    XMP_TAG("exifEX:PhotographicSensitivity", "iso"),
    XMP_TAG("exif:FocalLength", "focal_length"),
    XMP_TAG("exif:UserComment", "user_comment"),
};

/* Members of XMP-iptcCore:CreatorContactInfo. */
typedef struct exiftool_member {
    const char *member, *field;
} exiftool_member;

static const exiftool_member exiftool_contact[] = {
    {"CiAdrExtadr", "contact_address"}, {"CiAdrCity", "contact_city"},
    {"CiAdrRegion", "contact_region"},  {"CiAdrPcode", "contact_postcode"},
    {"CiAdrCtry", "contact_country"},   {"CiTelWork", "contact_phone"},
    {"CiEmailWork", "contact_email"},   {"CiUrlWork", "contact_url"},
};

/* ExifTool's MWG composites. */
static const exiftool_member exiftool_mwg[] = {
    {"Description", "caption"},
    {"Creator", "byline"},
    {"Copyright", "copyright"},
    {"Keywords", "keywords"},
    {"DateTimeOriginal", "date_created"},
    {"CreateDate", "date_digitized"},
    {"City", "city"},
    {"State", "province_state"},
    {"Country", "country"},
    {"Location", "sublocation"},
    {"Rating", "rating"},
    {"Orientation", "orientation"},
};

#endif
