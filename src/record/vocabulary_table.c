/* News codes of the IPTC (the codes and what they are called), as far as photographs use them. */
#include "record/vocabulary.h"

static const cut_term scenes[] = {
    {"010100", "headshot"},       {"010200", "half-length"},
    {"010300", "full-length"},    {"010400", "profile"},
    {"010500", "rear view"},      {"010600", "single"},
    {"010700", "couple"},         {"010800", "two"},
    {"010900", "group"},          {"011000", "general view"},
    {"011100", "panoramic view"}, {"011200", "aerial view"},
    {"011300", "under-water"},    {"011400", "night scene"},
    {"011500", "satellite"},      {"011600", "exterior view"},
    {"011700", "interior view"},  {"011800", "close-up"},
    {"011900", "action"},         {"012000", "performing"},
    {"012100", "posing"},         {"012200", "symbolic"},
    {"012300", "off-beat"},       {"012400", "movie scene"},
};

/* The top level; what is below it has further digits. */
static const cut_term subjects[] = {
    {"01000000", "arts, culture and entertainment"},
    {"02000000", "crime, law and justice"},
    {"03000000", "disaster and accident"},
    {"04000000", "economy, business and finance"},
    {"05000000", "education"},
    {"06000000", "environment"},
    {"07000000", "health"},
    {"08000000", "human interest"},
    {"09000000", "labour"},
    {"10000000", "lifestyle and leisure"},
    {"11000000", "politics"},
    {"12000000", "religion"},
    {"13000000", "science and technology"},
    {"14000000", "society"},
    {"15000000", "sport"},
    {"16000000", "conflict, war and peace"},
    {"17000000", "weather"},
};

static const cut_term genres[] = {
    {"Actuality", NULL},
    {"Advice", NULL},
    {"Almanac", NULL},
    {"Analysis", NULL},
    {"Archive material", NULL},
    {"Background", NULL},
    {"Current", NULL},
    {"Curtain Raiser", NULL},
    {"Daybook", NULL},
    {"Exclusive", NULL},
    {"Feature", NULL},
    {"Fixture", NULL},
    {"Forecast", NULL},
    {"From the Scene", NULL},
    {"History", NULL},
    {"Horoscope", NULL},
    {"Interview", NULL},
    {"Listing of facts", NULL},
    {"Music", NULL},
    {"Obituary", NULL},
    {"Opinion", NULL},
    {"Polls and Surveys", NULL},
    {"Press Release", NULL},
    {"Press-Digest", NULL},
    {"Profile", NULL},
    {"Program", NULL},
    {"Question and Answer Session", NULL},
    {"Quote", NULL},
    {"Raw Sound", NULL},
    {"Response to a Question", NULL},
    {"Results Listings and Statistics", NULL},
    {"Retrospective", NULL},
    {"Review", NULL},
    {"Scener", NULL},
    {"Side bar and supporting information", NULL},
    {"Special Report", NULL},
    {"Summary", NULL},
    {"Synopsis", NULL},
    {"Text only", NULL},
    {"Transcript and Verbatim", NULL},
    {"Update", NULL},
    {"Voicer", NULL},
    {"Wrap", NULL},
    {"Wrapup", NULL},
};

static const cut_term source_types[] = {
    {"digitalCapture", NULL},
    {"computationalCapture", NULL},
    {"negativeFilm", NULL},
    {"positiveFilm", NULL},
    {"print", NULL},
    {"humanEdits", NULL},
    {"minorHumanEdits", NULL},
    {"algorithmicallyEnhanced", NULL},
    {"composite", NULL},
    {"compositeCapture", NULL},
    {"compositeSynthetic", NULL},
    {"compositeWithTrainedAlgorithmicMedia", NULL},
    {"trainedAlgorithmicMedia", NULL},
    {"algorithmicMedia", NULL},
    {"dataDrivenMedia", NULL},
    {"virtualRecording", NULL},
    {"digitalCreation", NULL},
    {"digitalArt", NULL},
    {"softwareImage", NULL},
    {"screenCapture", NULL},
};

static const cut_term urgencies[] = {
    {"1", NULL}, {"2", NULL}, {"3", NULL}, {"4", NULL},
    {"5", NULL}, {"6", NULL}, {"7", NULL}, {"8", NULL},
};

#define TERMS(list) list, sizeof list / sizeof list[0]

const cut_vocabulary cut_vocabularies[] = {
    {CUT_FIELD_scene, "IPTC scene code", "", true, TERMS(scenes)},
    {CUT_FIELD_subject_code, "IPTC subject code", "", false, TERMS(subjects)},
    {CUT_FIELD_intellectual_genre, "IPTC genre", "", true, TERMS(genres)},
    {CUT_FIELD_digital_source_type, "IPTC digital source type",
     "http://cv.iptc.org/newscodes/digitalsourcetype/", true, TERMS(source_types)},
    {CUT_FIELD_urgency, "urgency from 1 to 8", "", true, TERMS(urgencies)},
};

const size_t cut_vocabulary_count = sizeof cut_vocabularies / sizeof cut_vocabularies[0];
