/* Names of the days of the week, folded as base/unicode.h does; 0 is Monday. */
#include "check/weekday_table.h"

const cut_weekday_row cut_weekdays[] = {
    {"monday", 0},      {"tuesday", 1},   {"wednesday", 2},  {"thursday", 3},  {"friday", 4},
    {"saturday", 5},    {"sunday", 6},    {"mon", 0},        {"tue", 1},       {"tues", 1},
    {"wed", 2},         {"thu", 3},       {"thur", 3},       {"thurs", 3},     {"fri", 4},
    {"sat", 5},         {"sun", 6},       {"lundi", 0},      {"mardi", 1},     {"mercredi", 2},
    {"jeudi", 3},       {"vendredi", 4},  {"samedi", 5},     {"dimanche", 6},  {"montag", 0},
    {"dienstag", 1},    {"mittwoch", 2},  {"donnerstag", 3}, {"freitag", 4},   {"samstag", 5},
    {"sonnabend", 5},   {"sonntag", 6},   {"lunes", 0},      {"martes", 1},    {"miercoles", 2},
    {"jueves", 3},      {"viernes", 4},   {"sabado", 5},     {"domingo", 6},   {"lunedi", 0},
    {"martedi", 1},     {"mercoledi", 2}, {"giovedi", 3},    {"venerdi", 4},   {"sabato", 5},
    {"domenica", 6},    {"segunda", 0},   {"terca", 1},      {"quarta", 2},    {"quinta", 3},
    {"sexta", 4},       {"maandag", 0},   {"dinsdag", 1},    {"woensdag", 2},  {"donderdag", 3},
    {"vrijdag", 4},     {"zaterdag", 5},  {"zondag", 6},     {"pazartesi", 0}, {"sali", 1},
    {"carsamba", 2},    {"persembe", 3},  {"cuma", 4},       {"cumartesi", 5}, {"pazar", 6},
    {"понедельник", 0}, {"вторник", 1},   {"среда", 2},      {"среду", 2},     {"четверг", 3},
    {"пятница", 4},     {"пятницу", 4},   {"суббота", 5},    {"субботу", 5},   {"воскресенье", 6},
};

const size_t cut_weekday_count = sizeof cut_weekdays / sizeof cut_weekdays[0];
