/* What the values of the lexicon's meanings stand for. */
#ifndef CUT_CAPTION_VALUES_H
#define CUT_CAPTION_VALUES_H

/* Roles, in the alphabetical order in which they are given out. */
typedef enum cut_role {
    CUT_ROLE_COURTESY,
    CUT_ROLE_FILE,
    CUT_ROLE_HANDOUT,
    CUT_ROLE_POOL,
    CUT_ROLE_SCREENGRAB,
    CUT_ROLE_SOCIAL_MEDIA,
    CUT_ROLE_STAFF,
    CUT_ROLE_STRINGER,
    CUT_ROLE_UNCREDITED,
    CUT_ROLE_VIA,
    CUT_ROLES,
    CUT_ROLE_NOTHING = CUT_ROLES /* stands in a credit and says nothing: "Released" */
} cut_role;

/* Restrictions, in the alphabetical order in which they are given out. */
typedef enum cut_restriction {
    CUT_RESTRICT_CORRECTION,
    CUT_RESTRICT_CREDIT_MANDATORY,
    CUT_RESTRICT_EDITORIAL_ONLY,
    CUT_RESTRICT_EMBARGO,
    CUT_RESTRICT_EXPIRY,
    CUT_RESTRICT_KILL,
    CUT_RESTRICT_MEDIUM_OUT,
    CUT_RESTRICT_NO_ARCHIVE,
    CUT_RESTRICT_NO_COMMERCIAL,
    CUT_RESTRICT_NO_CROP,
    CUT_RESTRICT_NO_RESALE,
    CUT_RESTRICT_NO_SALES,
    CUT_RESTRICT_NOT_FOR_SOCIAL,
    CUT_RESTRICT_ONE_TIME_USE,
    CUT_RESTRICT_SENSITIVE,
    CUT_RESTRICT_TERRITORY_OUT,
    CUT_RESTRICT_THIRD_PARTY,
    CUT_RESTRICTIONS
} cut_restriction;

/* Labels in front of a credit. */
typedef enum cut_label {
    CUT_LABEL_STRONG, /* "Photo by", "Photographer": a name may follow at once */
    CUT_LABEL_WEAK,   /* "Photo", "Credit": a label only before a colon or inside parentheses */
    CUT_LABEL_TAIL    /* stands behind the name: the Chinese "photographed" */
} cut_label;

/* Notices that are no caption. */
typedef enum cut_boiler {
    CUT_BOILER_PHRASE,   /* the phrase alone: "TPX IMAGES OF THE DAY" */
    CUT_BOILER_MARK,     /* likewise, and wherever it stands: "Image caption" */
    CUT_BOILER_SENTENCE, /* to the end of its sentence: "See PA story ..." */
    CUT_BOILER_NOTICE,   /* opens a run of capitals: "ATTENTION EDITORS" */
    CUT_BOILER_TO_END    /* to the end of the text: "RESTRICTIONS:" */
} cut_boiler;

/* Prefixes in front of a caption. */
typedef enum cut_prefix {
    CUT_PREFIX_PLAIN, /* "TOPSHOT" */
    CUT_PREFIX_FILE   /* "FILE PHOTO" */
} cut_prefix;

/* What the words before a date say about it. */
typedef enum cut_date_cue {
    CUT_DATE_TAKEN,   /* "Picture taken", "Picture date": this is the date */
    CUT_DATE_NOT,     /* "Issue date", "released": never the date */
    CUT_DATE_LESS,    /* "created on": when other pictures were put together */
    CUT_DATE_UNLIKELY /* "since", "born", "anniversary of": rather another one */
} cut_date_cue;

/* What a preposition says of the place behind it. */
typedef enum cut_place_prep {
    CUT_PREP_IN,   /* in */
    CUT_PREP_NEAR, /* near, outside, off, "west of" */
    CUT_PREP_AT    /* at: mostly a venue */
} cut_place_prep;

/* Kinds of offices before a name. */
typedef enum cut_title {
    CUT_TITLE_OFFICE, /* president, actress */
    CUT_TITLE_BEHIND, /* Japanese: it follows the name */
    CUT_TITLE_KIN     /* wife, son: one name may do */
} cut_title;

/* What a word for venues may be besides. */
typedef enum cut_venue {
    CUT_VENUE_ONLY,  /* stadium */
    CUT_VENUE_THING, /* stands before the name of a thing: "Hurricane", "puente" */
    CUT_VENUE_FRONT, /* makes no venue of a name that it opens: "Royal", "Grand" */
    CUT_VENUE_TOWN   /* ends the names of towns as well: "Green Bay", "Palm Springs" */
} cut_venue;

/* Where somebody stands in the picture; the names are those of cutline_person.position. */
typedef enum cut_position {
    CUT_POS_NONE,
    CUT_POS_L,
    CUT_POS_R,
    CUT_POS_C,
    CUT_POS_FRONT,
    CUT_POS_BACK,
    CUT_POS_TOP,
    CUT_POS_BOTTOM,
    CUT_POS_FROM_L, /* counted from the left by an ordinal: 2L */
    CUT_POS_FROM_R
} cut_position;

#endif
