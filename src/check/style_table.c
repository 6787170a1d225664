#include "check/style_table.h"

const char cut_present_verbs[] =
    "is are has have speaks speak walks walk meets meet shakes shake talks talk looks look "
    "stands stand sits sit holds hold arrives arrive leaves leave attends attend gestures "
    "gesture smiles smile waves wave reacts react celebrates celebrate plays play runs run "
    "carries carry poses pose listens listen addresses address greets greet welcomes welcome "
    "embraces embrace hugs hug kisses kiss takes take gives give makes make goes go comes come "
    "gets get drives drive rides ride flies fly burns burn rises rise billows billow shows show "
    "depicts depict lies lie hangs hang wears wear watches watch works work searches search "
    "protests protest marches march chants chant shouts shout sings sing dances dance performs "
    "perform competes compete fights fight scores score kicks kick throws throw hits hit "
    "catches catch passes pass enters enter exits exit inspects inspect checks check examines "
    "examine cleans clean removes remove repairs repair builds build pushes push pulls pull "
    "tries try prepares prepare waits wait gather gathers queue queues lines line fills fill "
    "cuts cut opens open closes close signs sign reads read writes write points point moves "
    "move sails sail swims swim sleeps sleep eats eat drinks drink cooks cook sells sell buys "
    "buy chats chat tops top applauds applaud answers answer delivers deliver visits visit lays "
    "lay lights light prays pray mourns mourn cries cry defends defend challenges challenge "
    "dribbles dribble bats bat bowls bowl serves serve returns return warms warm trains train "
    "stretches stretch crosses cross guards guard patrols patrol fires fire clashes clash tows "
    "tow evacuates evacuate rescues rescue sprays spray covers cover blocks block collects "
    "collect feeds feed mends mend puts put tours tour tends tend seen pictured shown";

const char cut_past_verbs[] =
    "was were had went came took gave wrote drove rode flew began sang swam wore saw ate drank "
    "threw knew rose ran chose broke stole shook spoke arrived walked smiled waved stood sat "
    "attended looked listened gestured gathered marched protested celebrated reacted talked "
    "stared shouted cheered danced posed played";

const char cut_clause_words[] =
    "who whom whose that which where when after before as while if because whether since until "
    "during";

const cut_relative_day cut_relative_days[] = {
    {"en", "today yesterday tomorrow tonight"},
    {"de", "heute gestern"},
    {"fr", "aujourd'hui aujourd’hui hier"},
    {"es", "hoy ayer"},
    {"it", "oggi ieri"},
    {"pt", "hoje ontem"},
    {"nl", "vandaag gisteren"},
    {"tr", "bugün dün"},
    {"ru", "сегодня вчера"},
    {"ar", "أمس"},
};
const size_t cut_relative_day_count = sizeof cut_relative_days / sizeof *cut_relative_days;

const char *const cut_alone_cities[] = {
    "Amsterdam",      "Atlanta",      "Baghdad",     "Baltimore",      "Bangkok",
    "Beijing",        "Beirut",       "Berlin",      "Boston",         "Brussels",
    "Cairo",          "Chicago",      "Cleveland",   "Dallas",         "Denver",
    "Detroit",        "Djibouti",     "Dublin",      "Geneva",         "Gibraltar",
    "Guatemala City", "Havana",       "Helsinki",    "Hong Kong",      "Honolulu",
    "Houston",        "Indianapolis", "Islamabad",   "Istanbul",       "Jerusalem",
    "Johannesburg",   "Kuwait City",  "Las Vegas",   "London",         "Los Angeles",
    "Luxembourg",     "Macau",        "Madrid",      "Mexico City",    "Miami",
    "Milan",          "Milwaukee",    "Minneapolis", "Monaco",         "Montreal",
    "Moscow",         "Munich",       "New Delhi",   "New Orleans",    "New York",
    "Oklahoma City",  "Panama City",  "Paris",       "Philadelphia",   "Phoenix",
    "Pittsburgh",     "Prague",       "Quebec City", "Rio de Janeiro", "Rome",
    "Salt Lake City", "San Antonio",  "San Diego",   "San Francisco",  "San Marino",
    "Sao Paulo",      "Seattle",      "Shanghai",    "Singapore",      "St. Louis",
    "Stockholm",      "Sydney",       "Tokyo",       "Toronto",        "Vatican City",
    "Vienna",         "Washington",   "Zurich",
};
const size_t cut_alone_city_count = sizeof cut_alone_cities / sizeof *cut_alone_cities;
