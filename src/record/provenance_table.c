/* IPTC news codes "Digital Source Type", those retired included. */
#include "record/provenance.h"

const cut_source_type cut_source_types[] = {
    {"digitalCapture", CUTLINE_SOURCE_PHOTOGRAPH},
    {"computationalCapture", CUTLINE_SOURCE_PHOTOGRAPH},
    {"negativeFilm", CUTLINE_SOURCE_PHOTOGRAPH},
    {"positiveFilm", CUTLINE_SOURCE_PHOTOGRAPH},
    {"print", CUTLINE_SOURCE_PHOTOGRAPH},
    {"humanEdits", CUTLINE_SOURCE_EDITED},
    {"minorHumanEdits", CUTLINE_SOURCE_EDITED},
    {"algorithmicallyEnhanced", CUTLINE_SOURCE_EDITED},
    {"composite", CUTLINE_SOURCE_COMPOSITE},
    {"compositeCapture", CUTLINE_SOURCE_COMPOSITE},
    {"compositeSynthetic", CUTLINE_SOURCE_COMPOSITE},
    {"compositeWithTrainedAlgorithmicMedia", CUTLINE_SOURCE_AI_COMPOSITE},
    {"trainedAlgorithmicMedia", CUTLINE_SOURCE_AI_GENERATED},
    {"algorithmicMedia", CUTLINE_SOURCE_SYNTHETIC},
    {"dataDrivenMedia", CUTLINE_SOURCE_SYNTHETIC},
    {"virtualRecording", CUTLINE_SOURCE_SYNTHETIC},
    {"digitalCreation", CUTLINE_SOURCE_ILLUSTRATION},
    {"digitalArt", CUTLINE_SOURCE_ILLUSTRATION},
    {"softwareImage", CUTLINE_SOURCE_ILLUSTRATION},
    {"screenCapture", CUTLINE_SOURCE_SCREEN_CAPTURE},
};

const size_t cut_source_type_count = sizeof cut_source_types / sizeof cut_source_types[0];
