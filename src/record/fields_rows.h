/*
 * The fields, a row each, in the order of display: IPTC Photo Metadata Standard 2025.1 (Core 1.5,
 * Extension 1.9), IIM 4.2, what agencies, Photoshop, PRISM and Photo Mechanic add, and the camera's
 * own. Octet limits are those of IIM 4.2.
 *
 * CUT_FIELD(name, label, kind, group, parts...): the includer says what becomes of a row. fields.h
 * makes the index CUT_FIELD_name of it, fields_table.c the row of cut_fields[]; the parts are
 * explained there.
 */
#ifndef CUT_FIELD
#define CUT_FIELD(name, ...)
#endif

/* clang-format off */
CUT_FIELD(caption, "Caption", LANG_ALT, "content", XMP("dc", "description"), IIM(2, 120, 2000),
          EXIF(0, 0x010E), RULES(TEXT, MWG_EXIF), MWG("Description"), BOILERPLATE(caption),
          NOTE("what the picture shows: who, what, where, when"))
CUT_FIELD(headline, "Headline", TEXT, "content", XMP("photoshop", "Headline"), IIM(2, 105, 256),
          NOTE("a line that sums the caption up"))
CUT_FIELD(title, "Title", LANG_ALT, "content", XMP("dc", "title"), IIM(2, 5, 64),
          NOTE("short name; agencies put a slug or their media ID here"))
CUT_FIELD(alt_text, "Alt Text", LANG_ALT, "accessibility",
          XMP("Iptc4xmpCore", "AltTextAccessibility"),
          NOTE("says in a sentence what is seen, for those who cannot see it"))
CUT_FIELD(ext_description, "Extended Description", LANG_ALT, "accessibility",
          XMP("Iptc4xmpCore", "ExtDescrAccessibility"), NOTE("the alt text at greater length"))
CUT_FIELD(caption_writer, "Caption Writer", TEXT, "status", XMP("photoshop", "CaptionWriter"),
          IIM(2, 122, 32), REPEATS, NOTE("who wrote or edited the caption, often initials"))
CUT_FIELD(keywords, "Keywords", LIST, "content", XMP("dc", "subject"), IIM(2, 25, 64), REPEATS,
          RULES(TEXT, MWG), MWG("Keywords"))
CUT_FIELD(subject_code, "Subject Code", LIST, "content", XMP("Iptc4xmpCore", "SubjectCode"),
          IIM(2, 12, 236), REPEATS, CODEC(SUBJECT), NOTE("IPTC subject news codes of 8 digits"))
CUT_FIELD(scene, "Scene Code", LIST, "content", XMP("Iptc4xmpCore", "Scene"),
          NOTE("IPTC scene news codes of 6 digits"))
CUT_FIELD(intellectual_genre, "Intellectual Genre", TEXT, "content",
          XMP("Iptc4xmpCore", "IntellectualGenre"), IIM(2, 4, 68), REPEATS, CODEC(PREFIXED),
          NOTE("news genre in words, e.g. Actuality"))
CUT_FIELD(genre, "Genre", STRUCTS, "content", XMP("Iptc4xmpExt", "Genre"),
          NOTE("terms of a controlled vocabulary"))
CUT_FIELD(about_cv_terms, "About (Vocabulary Terms)", STRUCTS, "content",
          XMP("Iptc4xmpExt", "AboutCvTerm"),
          NOTE("subjects as vocabulary terms, e.g. IPTC Media Topics"))
CUT_FIELD(persons_shown, "Persons Shown", LIST, "content", XMP("Iptc4xmpExt", "PersonInImage"))
CUT_FIELD(persons_shown_details, "Persons Shown (Details)", STRUCTS, "content",
          XMP("Iptc4xmpExt", "PersonInImageWDetails"))
CUT_FIELD(org_shown_name, "Organisations Shown", LIST, "content",
          XMP("Iptc4xmpExt", "OrganisationInImageName"))
CUT_FIELD(org_shown_code, "Organisation Codes", LIST, "content",
          XMP("Iptc4xmpExt", "OrganisationInImageCode"), NOTE("e.g. stock symbols"))
CUT_FIELD(event, "Event", LANG_ALT, "content", XMP("Iptc4xmpExt", "Event"))
CUT_FIELD(event_id, "Event Identifiers", LIST, "content", XMP("Iptc4xmpExt", "EventId"))
CUT_FIELD(products_shown, "Products Shown", STRUCTS, "content",
          XMP("Iptc4xmpExt", "ProductInImage"))
CUT_FIELD(artwork, "Artwork or Object Shown", STRUCTS, "content",
          XMP("Iptc4xmpExt", "ArtworkOrObject"))
CUT_FIELD(image_region, "Image Regions", STRUCTS, "content", XMP("Iptc4xmpExt", "ImageRegion"),
          NOTE("parts of the picture, each with a boundary and fields of its own"))
CUT_FIELD(byline, "Byline", LIST, "rights", XMP("dc", "creator"), IIM(2, 80, 32), REPEATS,
          EXIF(0, 0x013B), CODEC(ARTIST), RULES(TEXT, MWG_EXIF), MWG("Creator"),
          BOILERPLATE(byline), NOTE("the photographers"))
CUT_FIELD(byline_title, "Byline Title", TEXT, "rights", XMP("photoshop", "AuthorsPosition"),
          IIM(2, 85, 32), REPEATS,
          NOTE("the photographer's standing: Staff, Stringer, Contributor"))
CUT_FIELD(credit, "Credit Line", TEXT, "rights", XMP("photoshop", "Credit"), IIM(2, 110, 32),
          NOTE("as it must be printed; IIM often holds only its first 32 octets"))
CUT_FIELD(source, "Source", TEXT, "rights", XMP("photoshop", "Source"), IIM(2, 115, 32),
          NOTE("who supplied the picture"))
CUT_FIELD(copyright, "Copyright Notice", LANG_ALT, "rights", XMP("dc", "rights"), IIM(2, 116, 128),
          EXIF(0, 0x8298), RULES(TEXT, MWG_EXIF), MWG("Copyright"), BOILERPLATE(copyright))
CUT_FIELD(copyright_owner, "Copyright Owners", STRUCTS, "rights", XMP("plus", "CopyrightOwner"))
CUT_FIELD(image_creator, "Image Creators", STRUCTS, "rights", XMP("plus", "ImageCreator"))
CUT_FIELD(contributors, "Contributors", STRUCTS, "rights", XMP("Iptc4xmpExt", "Contributor"),
          NOTE("others who had a part, with their roles"))
CUT_FIELD(usage_terms, "Usage Terms", LANG_ALT, "rights", XMP("xmpRights", "UsageTerms"))
CUT_FIELD(web_statement, "Web Statement of Rights", TEXT, "rights",
          XMP("xmpRights", "WebStatement"), NOTE("address of the licence"))
CUT_FIELD(rights_marked, "Rights Marked", TEXT, "rights", XMP("xmpRights", "Marked"),
          NOTE("True: protected; False: public domain"))
CUT_FIELD(copyright_url, "Copyright Address", TEXT, "rights", XMP("photoshop", "URL"),
          NOTE("Photoshop's copyright info URL"))
CUT_FIELD(instructions, "Instructions", TEXT, "status", XMP("photoshop", "Instructions"),
          IIM(2, 40, 256), NOTE("embargoes and restrictions in the agency's words"))
CUT_FIELD(licensor, "Licensors", STRUCTS, "rights", XMP("plus", "Licensor"))
CUT_FIELD(image_supplier, "Image Supplier", STRUCTS, "ids", XMP("plus", "ImageSupplier"))
CUT_FIELD(supplier_image_id, "Supplier's Image ID", TEXT, "ids",
          XMP("plus", "ImageSupplierImageID"),
          NOTE("AP and Getty put their media ID here"))
CUT_FIELD(digital_image_guid, "Digital Image GUID", TEXT, "ids", XMP("Iptc4xmpExt", "DigImageGUID"),
          EXIF(_EXIF, 0xA420))
CUT_FIELD(registry_entries, "Registry Entries", STRUCTS, "ids", XMP("Iptc4xmpExt", "RegistryId"))
CUT_FIELD(model_release_status, "Model Release Status", TEXT, "releases",
          XMP("plus", "ModelReleaseStatus"), NOTE("PLUS code MR-NON, MR-NAP, MR-UMR or MR-LMR"))
CUT_FIELD(model_release_id, "Model Release IDs", LIST, "releases", XMP("plus", "ModelReleaseID"))
CUT_FIELD(property_release_status, "Property Release Status", TEXT, "releases",
          XMP("plus", "PropertyReleaseStatus"), NOTE("PLUS code PR-NON, PR-NAP, PR-UPR or PR-LPR"))
CUT_FIELD(property_release_id, "Property Release IDs", LIST, "releases",
          XMP("plus", "PropertyReleaseID"))
CUT_FIELD(minor_model_age, "Minor Model Age", TEXT, "releases",
          XMP("plus", "MinorModelAgeDisclosure"), NOTE("PLUS code, AG-U14 to AG-A25 or AG-UNK"))
CUT_FIELD(model_age, "Model Ages", LIST, "releases", XMP("Iptc4xmpExt", "ModelAge"),
          NOTE("ages in years when the picture was taken"))
CUT_FIELD(addl_model_info, "Additional Model Info", TEXT, "releases",
          XMP("Iptc4xmpExt", "AddlModelInfo"))
CUT_FIELD(data_mining, "Data Mining", TEXT, "rights", XMP("plus", "DataMining"),
          NOTE("PLUS code that allows or forbids use for training"))
CUT_FIELD(other_constraints, "Other Constraints", LANG_ALT, "rights",
          XMP("plus", "OtherConstraints"))
CUT_FIELD(embedded_rights_expr, "Embedded Rights Expressions", STRUCTS, "rights",
          XMP("Iptc4xmpExt", "EmbdEncRightsExpr"))
CUT_FIELD(linked_rights_expr, "Linked Rights Expressions", STRUCTS, "rights",
          XMP("Iptc4xmpExt", "LinkedEncRightsExpr"))
CUT_FIELD(sublocation, "Sublocation", TEXT, "location", XMP("Iptc4xmpCore", "Location"),
          IIM(2, 92, 32), RULES(TEXT, MWG), MWG("Location"), SHOWN("Sublocation"),
          NOTE("street, building or district"))
CUT_FIELD(city, "City", TEXT, "location", XMP("photoshop", "City"), IIM(2, 90, 32),
          RULES(TEXT, MWG), MWG("City"), SHOWN("City"))
CUT_FIELD(province_state, "State or Province", TEXT, "location", XMP("photoshop", "State"),
          IIM(2, 95, 32), RULES(TEXT, MWG), MWG("State"), SHOWN("ProvinceState"))
CUT_FIELD(country, "Country", TEXT, "location", XMP("photoshop", "Country"), IIM(2, 101, 64),
          RULES(TEXT, MWG), MWG("Country"), SHOWN("CountryName"))
CUT_FIELD(country_code, "Country Code", TEXT, "location", XMP("Iptc4xmpCore", "CountryCode"),
          IIM(2, 100, 3), SHOWN("CountryCode"), NOTE("ISO 3166, two letters or three"))
CUT_FIELD(location_created, "Location Created", STRUCTS, "location",
          XMP("Iptc4xmpExt", "LocationCreated"), EXIF(_GPS, 0x0002), CODEC(GPS), UNLIKE,
          NOTE("where the camera stood; degrees are decimal"))
CUT_FIELD(location_shown, "Locations Shown", STRUCTS, "location",
          XMP("Iptc4xmpExt", "LocationShown"), NOTE("what the picture shows; degrees are decimal"))
CUT_FIELD(date_created, "Date Created", DATE, "dates", XMP("photoshop", "DateCreated"),
          IIM(2, 55, 8), TIME(60), EXIF(_EXIF, 0x9003), PARTS(0x9291, 0x9011), CODEC(DATE_TIME),
          RULES(EXIF_FIRST, MWG_EXIF), MWG("DateTimeOriginal"), NOTE("when the picture was taken"))
CUT_FIELD(date_digitized, "Date Digitised", DATE, "dates", XMP("xmp", "CreateDate"), IIM(2, 62, 8),
          TIME(63), EXIF(_EXIF, 0x9004), PARTS(0x9292, 0x9012), CODEC(DATE_TIME),
          RULES(EXIF_FIRST, MWG_EXIF), MWG("CreateDate"))
CUT_FIELD(date_modified, "Date Modified", DATE, "dates", XMP("xmp", "ModifyDate"), EXIF(0, 0x0132),
          PARTS(0x9290, 0x9010), CODEC(DATE_TIME), RULES(EXIF_FIRST, MWG_EXIF), MWG("ModifyDate"))
CUT_FIELD(release_date, "Release Date", DATE, "dates", IIM(2, 30, 8), CODEC(DATE_TIME),
          NOTE("embargo: not to be used before this day"))
CUT_FIELD(release_time, "Release Time", TEXT, "dates", IIM(2, 35, 11), CODEC(TIME),
          NOTE("time of day that belongs to the release date"))
CUT_FIELD(expiration_date, "Expiration Date", DATE, "dates", IIM(2, 37, 8), CODEC(DATE_TIME),
          NOTE("not to be used after this day"))
CUT_FIELD(expiration_time, "Expiration Time", TEXT, "dates", IIM(2, 38, 11), CODEC(TIME),
          NOTE("time of day that belongs to the expiration date"))
CUT_FIELD(embargo_xmp, "Embargo Dates (PRISM)", LIST, "dates", XMP("pur", "embargoDate"),
          CODEC(DATE_TIME))
CUT_FIELD(expiration_xmp, "Expiration Dates (PRISM)", LIST, "dates", XMP("pur", "expirationDate"),
          CODEC(DATE_TIME))
CUT_FIELD(job_id, "Job ID", TEXT, "ids", XMP("photoshop", "TransmissionReference"), IIM(2, 103, 32),
          NOTE("transmission reference; many agencies put their media ID here"))
CUT_FIELD(urgency, "Urgency", TEXT, "status", XMP("photoshop", "Urgency"), IIM(2, 10, 1),
          NOTE("1 most, 5 normal, 8 least urgent"))
CUT_FIELD(category, "Category", TEXT, "content", XMP("photoshop", "Category"), IIM(2, 15, 3),
          NOTE("letter code of old wires, e.g. S for sports"))
CUT_FIELD(suppl_category, "Supplemental Categories", LIST, "content",
          XMP("photoshop", "SupplementalCategories"), IIM(2, 20, 32), REPEATS)
CUT_FIELD(edit_status, "Edit Status", TEXT, "status", IIM(2, 7, 64))
CUT_FIELD(fixture_id, "Fixture Identifier", TEXT, "ids", IIM(2, 22, 32),
          NOTE("Reuters and Action Images put their media ID here"))
CUT_FIELD(object_type, "Object Type Reference", TEXT, "status", IIM(2, 3, 67))
CUT_FIELD(object_cycle, "Object Cycle", TEXT, "status", IIM(2, 75, 1),
          NOTE("a morning, p evening, b both"))
CUT_FIELD(action_advised, "Action Advised", TEXT, "status", IIM(2, 42, 2),
          NOTE("01 kill, 02 replace, 03 append, 04 reference"))
CUT_FIELD(reference_service, "Reference Service", LIST, "ids", IIM(2, 45, 10), REPEATS)
CUT_FIELD(contact, "Contact", LIST, "rights", IIM(2, 118, 128), REPEATS)
CUT_FIELD(content_location_code, "Content Location Codes", LIST, "location", IIM(2, 26, 3), REPEATS,
          NOTE("countries of what is shown, in the order of their names"))
CUT_FIELD(content_location_name, "Content Location Names", LIST, "location", IIM(2, 27, 64),
          REPEATS)
CUT_FIELD(originating_program, "Originating Program", TEXT, "tech", XMP("xmp", "CreatorTool"),
          IIM(2, 65, 32), EXIF(0, 0x0131), UNLIKE)
CUT_FIELD(image_orientation_iim, "Image Layout", TEXT, "tech", IIM(2, 131, 1),
          NOTE("P portrait, L landscape, S square; turns nothing"))
CUT_FIELD(image_type_iim, "Image Type", TEXT, "tech", IIM(2, 130, 2))
CUT_FIELD(language, "Languages", LIST, "tech", XMP("dc", "language"), IIM(2, 135, 3))
CUT_FIELD(unique_document_id, "Unique Document ID", TEXT, "ids", IIM(2, 187, 128),
          NOTE("EPA puts its media ID here"))
CUT_FIELD(service_id, "Service Identifier", TEXT, "ids", IIM(1, 30, 10))
CUT_FIELD(envelope_number, "Envelope Number", TEXT, "ids", IIM(1, 40, 8))
CUT_FIELD(product_id, "Product IDs", LIST, "ids", IIM(1, 50, 32), REPEATS)
CUT_FIELD(envelope_priority, "Envelope Priority", TEXT, "status", IIM(1, 60, 1))
CUT_FIELD(date_sent, "Date Sent", DATE, "dates", IIM(1, 70, 8), TIME(80), CODEC(DATE_TIME))
CUT_FIELD(uno, "Unique Name of Object", TEXT, "ids", IIM(1, 100, 80))
CUT_FIELD(coded_character_set, "Coded Character Set", TEXT, "tech", IIM(1, 90, 32), CODEC(CHARSET),
          NOTE("charset of the IIM texts"))
CUT_FIELD(picture_number, "IPTC Picture Number", TEXT, "ids", IIM(3, 10, 16), CODEC(PICTURE_NUMBER),
          NOTE("provider, equipment, day and running number"))
CUT_FIELD(digital_source_type, "Digital Source Type", TEXT, "provenance",
          XMP("Iptc4xmpExt", "DigitalSourceType"),
          NOTE("IPTC news code that tells photographs from AI pictures"))
CUT_FIELD(ai_prompt_info, "AI Prompt Information", TEXT, "provenance",
          XMP("Iptc4xmpExt", "AIPromptInformation"))
CUT_FIELD(ai_prompt_writer, "AI Prompt Writer", TEXT, "provenance",
          XMP("Iptc4xmpExt", "AIPromptWriterName"))
CUT_FIELD(ai_system_used, "AI System Used", TEXT, "provenance", XMP("Iptc4xmpExt", "AISystemUsed"))
CUT_FIELD(ai_system_version, "AI System Version", TEXT, "provenance",
          XMP("Iptc4xmpExt", "AISystemVersionUsed"))
CUT_FIELD(max_avail_width, "Max Available Width", TEXT, "tech", XMP("Iptc4xmpExt", "MaxAvailWidth"),
          NOTE("pixels of the largest copy that can be had"))
CUT_FIELD(max_avail_height, "Max Available Height", TEXT, "tech",
          XMP("Iptc4xmpExt", "MaxAvailHeight"), NOTE("pixels of the largest copy that can be had"))
CUT_FIELD(rating, "Rating", TEXT, "workflow", XMP("xmp", "Rating"), EXIF(0, 0x4746), CODEC(NUMBER),
          RULES(TEXT, XMP_ONLY), MWG("Rating"), NOTE("0 to 5 stars, -1 rejected"))
CUT_FIELD(label, "Colour Label", TEXT, "workflow", XMP("xmp", "Label"))
CUT_FIELD(pm_prefs, "Photo Mechanic Prefs", TEXT, "workflow", XMP("photomechanic", "Prefs"),
          IIM(2, 221, 64), NOTE("tagged:colour:rating:frame"))
CUT_FIELD(orientation, "Orientation", TEXT, "tech", XMP("tiff", "Orientation"), EXIF(0, 0x0112),
          CODEC(NUMBER), RULES(EXIF_FIRST, EXIF_ONLY), MWG("Orientation"),
          NOTE("how the pixels must be turned, EXIF 1 to 8"))
CUT_FIELD(contact_address, "Creator's Address", TEXT, "rights", CONTACT("CiAdrExtadr"))
CUT_FIELD(contact_city, "Creator's City", TEXT, "rights", CONTACT("CiAdrCity"))
CUT_FIELD(contact_region, "Creator's State or Province", TEXT, "rights", CONTACT("CiAdrRegion"))
CUT_FIELD(contact_postcode, "Creator's Postcode", TEXT, "rights", CONTACT("CiAdrPcode"))
CUT_FIELD(contact_country, "Creator's Country", TEXT, "rights", CONTACT("CiAdrCtry"))
CUT_FIELD(contact_phone, "Creator's Phones", TEXT, "rights", CONTACT("CiTelWork"))
CUT_FIELD(contact_email, "Creator's Emails", TEXT, "rights", CONTACT("CiEmailWork"))
CUT_FIELD(contact_url, "Creator's Web Addresses", TEXT, "rights", CONTACT("CiUrlWork"))
CUT_FIELD(getty_asset_id, "Getty Asset ID", TEXT, "ids", XMP("GettyImagesGIFT", "AssetID"),
          NOTE("Getty's media ID; what marks a Getty picture"))
CUT_FIELD(getty_personality, "Getty Personalities", LIST, "content",
          XMP("GettyImagesGIFT", "Personality"), NOTE("persons shown, as Getty writes them"))

/* What the camera says of itself, beyond the standard. */
CUT_FIELD(camera_make, "Camera Maker", TEXT, "tech", XMP("tiff", "Make"), EXIF(0, 0x010F),
          RULES(EXIF_FIRST, EXIF_FIRST))
CUT_FIELD(camera_model, "Camera Model", TEXT, "tech", XMP("tiff", "Model"), EXIF(0, 0x0110),
          RULES(EXIF_FIRST, EXIF_FIRST))
CUT_FIELD(lens, "Lens", TEXT, "tech", XMP("exifEX", "LensModel"), EXIF(_EXIF, 0xA434),
          RULES(EXIF_FIRST, EXIF_FIRST))
CUT_FIELD(exposure_time, "Exposure Time", TEXT, "tech", XMP("exif", "ExposureTime"),
          EXIF(_EXIF, 0x829A), CODEC(EXPOSURE), RULES(EXIF_FIRST, EXIF_FIRST), NOTE("in seconds"))
CUT_FIELD(f_number, "F-Number", TEXT, "tech", XMP("exif", "FNumber"), EXIF(_EXIF, 0x829D),
          CODEC(RATIONAL), RULES(EXIF_FIRST, EXIF_FIRST))
CUT_FIELD(iso, "ISO Speed", TEXT, "tech", XMP("exifEX", "PhotographicSensitivity"),
          EXIF(_EXIF, 0x8827), CODEC(NUMBER), RULES(EXIF_FIRST, EXIF_FIRST))
CUT_FIELD(focal_length, "Focal Length", TEXT, "tech", XMP("exif", "FocalLength"),
          EXIF(_EXIF, 0x920A), CODEC(RATIONAL), RULES(EXIF_FIRST, EXIF_FIRST),
          NOTE("in millimetres, as it is, not as on 35 mm film"))
CUT_FIELD(user_comment, "User Comment", TEXT, "content", XMP("exif", "UserComment"),
          EXIF(_EXIF, 0x9286), RULES(EXIF_FIRST, EXIF_FIRST),
          NOTE("what the camera's owner had it write into every picture"))
/* clang-format on */

#undef CUT_FIELD
