#include "caption/moment.h"

/* ---- words -----------------------------------------------------------------------------------
 */

/* A word with what it stands for. */
typedef struct named_number {
    cut_str word; /* folded */
    int number;
} named_number;

static bool find_number(const cut_doc *doc, size_t at, const named_number *rows, size_t count,
                        int *number)
{
    for (size_t i = 0; i < count; i++) {
        if (cut_word_is(doc, at, rows[i].word)) {
            *number = rows[i].number;
            return true;
        }
    }
    return false;
}
#define FIND(doc, at, rows, number) find_number(doc, at, rows, CUT_COUNT(rows), number)

/* Time zones whose abbreviation means one offset in the wires; IST and the like are three. */
static const named_number zones[] = {
    {CUT_WORD("gmt"), 0},    {CUT_WORD("utc"), 0},    {CUT_WORD("z"), 0},
    {CUT_WORD("bst"), 60},   {CUT_WORD("cet"), 60},   {CUT_WORD("mez"), 60},
    {CUT_WORD("cest"), 120}, {CUT_WORD("mesz"), 120}, {CUT_WORD("eet"), 120},
    {CUT_WORD("eest"), 180}, {CUT_WORD("msk"), 180},  {CUT_WORD("trt"), 180},
    {CUT_WORD("jst"), 540},  {CUT_WORD("kst"), 540},  {CUT_WORD("aest"), 600},
    {CUT_WORD("aedt"), 660}, {CUT_WORD("est"), -300}, {CUT_WORD("edt"), -240},
    {CUT_WORD("cdt"), -300}, {CUT_WORD("mst"), -420}, {CUT_WORD("mdt"), -360},
    {CUT_WORD("pst"), -480}, {CUT_WORD("pdt"), -420}, {CUT_WORD("hkt"), 480},
    {CUT_WORD("sgt"), 480}};

static const named_number relative_days[] = {
    {CUT_WORD("tomorrow"), 1}, {CUT_WORD("morgen"), 1}, {CUT_WORD("demain"), 1},
    {CUT_WORD("manana"), 1},   {CUT_WORD("domani"), 1}, {CUT_WORD("amanha"), 1},
    {CUT_WORD("yarin"), 1},    {CUT_WORD("завтра"), 1}, {CUT_WORD("today"), 0},
    {CUT_WORD("tonight"), 0},  {CUT_WORD("heute"), 0}};

static const named_number span_units[] = {
    {CUT_WORD("hour"), CUT_HOURS},    {CUT_WORD("hours"), CUT_HOURS},
    {CUT_WORD("hrs"), CUT_HOURS},     {CUT_WORD("stunden"), CUT_HOURS},
    {CUT_WORD("heures"), CUT_HOURS},  {CUT_WORD("horas"), CUT_HOURS},
    {CUT_WORD("ore"), CUT_HOURS},     {CUT_WORD("saat"), CUT_HOURS},
    {CUT_WORD("часов"), CUT_HOURS},   {CUT_WORD("day"), CUT_DAYS},
    {CUT_WORD("days"), CUT_DAYS},     {CUT_WORD("tage"), CUT_DAYS},
    {CUT_WORD("tagen"), CUT_DAYS},    {CUT_WORD("jours"), CUT_DAYS},
    {CUT_WORD("dias"), CUT_DAYS},     {CUT_WORD("giorni"), CUT_DAYS},
    {CUT_WORD("gun"), CUT_DAYS},      {CUT_WORD("дней"), CUT_DAYS},
    {CUT_WORD("week"), CUT_WEEKS},    {CUT_WORD("weeks"), CUT_WEEKS},
    {CUT_WORD("wochen"), CUT_WEEKS},  {CUT_WORD("semaines"), CUT_WEEKS},
    {CUT_WORD("semanas"), CUT_WEEKS}, {CUT_WORD("settimane"), CUT_WEEKS},
    {CUT_WORD("month"), CUT_MONTHS},  {CUT_WORD("months"), CUT_MONTHS},
    {CUT_WORD("monate"), CUT_MONTHS}, {CUT_WORD("monaten"), CUT_MONTHS},
    {CUT_WORD("mois"), CUT_MONTHS},   {CUT_WORD("meses"), CUT_MONTHS},
    {CUT_WORD("mesi"), CUT_MONTHS},   {CUT_WORD("year"), CUT_YEARS},
    {CUT_WORD("years"), CUT_YEARS},   {CUT_WORD("jahre"), CUT_YEARS},
    {CUT_WORD("jahren"), CUT_YEARS},  {CUT_WORD("ans"), CUT_YEARS},
    {CUT_WORD("anos"), CUT_YEARS}};

static const named_number small_numbers[] = {
    {CUT_WORD("one"), 1},     {CUT_WORD("two"), 2},  {CUT_WORD("three"), 3},
    {CUT_WORD("seven"), 7},   {CUT_WORD("ten"), 10}, {CUT_WORD("fourteen"), 14},
    {CUT_WORD("thirty"), 30}, {CUT_WORD("six"), 6},  {CUT_WORD("twelve"), 12}};

/* Words that join the parts of a moment. */
static bool is_glue(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {
        CUT_WORD("on"),   CUT_WORD("at"),    CUT_WORD("the"), CUT_WORD("until"), CUT_WORD("till"),
        CUT_WORD("to"),   CUT_WORD("to"),    CUT_WORD("of"),  CUT_WORD("local"), CUT_WORD("time"),
        CUT_WORD("le"),   CUT_WORD("au"),    CUT_WORD("a"),   CUT_WORD("del"),   CUT_WORD("de"),
        CUT_WORD("el"),   CUT_WORD("al"),    CUT_WORD("las"), CUT_WORD("il"),    CUT_WORD("alle"),
        CUT_WORD("am"),   CUT_WORD("dem"),   CUT_WORD("den"), CUT_WORD("zum"),   CUT_WORD("um"),
        CUT_WORD("bis"),  CUT_WORD("ab"),    CUT_WORD("em"),  CUT_WORD("as"),    CUT_WORD("om"),
        CUT_WORD("saat"), CUT_WORD("hasta"), CUT_WORD("ore"), CUT_WORD("ate"),   CUT_WORD("до"),
        CUT_WORD("в"),    CUT_WORD("г"),     CUT_WORD("يوم"), CUT_WORD("في"),    CUT_WORD("h")};
    const cut_token *t = cut_token_at(doc, at);
    return cut_token_is(t, ',') || cut_token_is(t, ':') || cut_token_is(t, '-') ||
           cut_token_is(t, '.') || cut_word_in(doc, at, words, CUT_COUNT(words));
}

/* ---- times of the day ------------------------------------------------------------------------
 */

static const cut_token *number_at(const cut_doc *doc, size_t at, uint32_t most)
{
    const cut_token *t = cut_token_at(doc, at);
    return t->kind == CUT_TOK_NUMBER && t->fold_n <= 2 && t->number <= most ? t : NULL;
}

/* "p.m.", "PM", "am": tokens of it, hours to add. */
static size_t half_of_day(const cut_doc *doc, size_t at, bool *afternoon)
{
    static const cut_str am[] = {CUT_WORD("am"), CUT_WORD("a.m"), CUT_WORD("a.m.")},
                         pm[] = {CUT_WORD("pm"), CUT_WORD("p.m"), CUT_WORD("p.m.")};
    *afternoon = cut_word_in(doc, at, pm, CUT_COUNT(pm));
    if (!*afternoon && !cut_word_in(doc, at, am, CUT_COUNT(am)))
        return 0;
    const cut_token *next = cut_token_at(doc, at + 1);
    return cut_token_is(next, '.') && next->gap == CUT_GAP_NONE ? 2 : 1;
}

/* A word behind a number that makes an hour of it. */
static bool is_hour_word(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {CUT_WORD("uhr"),   CUT_WORD("h"),      CUT_WORD("hrs"),
                                    CUT_WORD("uur"),   CUT_WORD("heures"), CUT_WORD("horas"),
                                    CUT_WORD("часов"), CUT_WORD("hours")};
    return cut_word_in(doc, at, words, CUT_COUNT(words));
}

/* Words before a number that make an hour of it. */
static bool behind_hour_word(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {CUT_WORD("saat"), CUT_WORD("ore"), CUT_WORD("alle"),
                                    CUT_WORD("um"),   CUT_WORD("at"),  CUT_WORD("om")};
    return at > 0 && cut_word_in(doc, at - 1, words, CUT_COUNT(words));
}

static size_t set_time(cut_moment *m, uint32_t hour, uint32_t minute, size_t tokens)
{
    if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
        return 0;
    m->hour = hour;
    m->minute = minute;
    m->has_hour = true;
    return tokens;
}

/* "0001", "1800 GMT": four digits that are no year. */
static size_t four_digits(const cut_doc *doc, size_t at, cut_moment *m)
{
    const cut_token *t = cut_token_at(doc, at);
    bool year_is_open = m->day && !m->year;
    int zone;
    if (t->kind != CUT_TOK_NUMBER || t->fold_n != 4)
        return 0;
    size_t words = is_hour_word(doc, at + 1);
    bool sure = words > 0 || FIND(doc, at + 1, zones, &zone) || t->number < 1900;
    if (!sure && (year_is_open || t->number > 2099))
        return 0;
    return set_time(m, t->number / 100, t->number % 100, 1 + words);
}

/* "18h30": the word behind the number. */
static size_t french_time(const cut_doc *doc, size_t at, uint32_t hour, cut_moment *m)
{
    cut_str word = cut_token_fold(doc, cut_token_at(doc, at + 1));
    uint64_t minute;
    if (cut_token_at(doc, at + 1)->gap != CUT_GAP_NONE || word.n != 3 || word.p[0] != 'h' ||
        !cut_str_to_u64(cut_str_slice(word, 1, 3), &minute))
        return 0;
    return set_time(m, hour, (uint32_t)minute, 2);
}

/* "18:00", "18.30 Uhr", "6:30 p.m.", "18 Uhr", "6 PM". */
static size_t hours_and_minutes(const cut_doc *doc, size_t at, cut_moment *m)
{
    const cut_token *hour = number_at(doc, at, 24), *sign = cut_token_at(doc, at + 1),
                    *minute = number_at(doc, at + 2, 59);
    bool afternoon, tight = sign->gap == CUT_GAP_NONE && minute && minute->fold_n == 2 &&
                            minute->gap == CUT_GAP_NONE;
    if (!hour)
        return 0;
    bool colon = tight && cut_token_is(sign, ':'), dot = tight && cut_token_is(sign, '.');
    size_t n = colon || dot ? 3 : 1;
    size_t half = half_of_day(doc, at + n, &afternoon), word = is_hour_word(doc, at + n);
    if (!colon && half == 0 && word == 0 && !behind_hour_word(doc, at))
        return french_time(doc, at, hour->number, m);
    uint32_t hours = hour->number;
    if (half > 0)
        hours = hours % 12 + (afternoon ? 12 : 0);
    return set_time(m, hours, n == 3 ? minute->number : 0, n + half + word);
}

static size_t time_at(const cut_doc *doc, size_t at, cut_moment *m)
{
    static const cut_str midnight[] = {CUT_WORD("midnight"), CUT_WORD("mitternacht"),
                                       CUT_WORD("minuit"), CUT_WORD("medianoche"),
                                       CUT_WORD("mezzanotte")};
    if (m->has_hour)
        return 0;
    if (cut_word_in(doc, at, midnight, CUT_COUNT(midnight)))
        return set_time(m, 24, 0, 1); /* that at the end of the day: the later of the two */
    if (cut_word_is(doc, at, CUT_STR("noon")))
        return set_time(m, 12, 0, 1);
    size_t n = four_digits(doc, at, m);
    return n > 0 ? n : hours_and_minutes(doc, at, m);
}

/* ---- the parts of a moment -------------------------------------------------------------------
 */

static size_t day_at(const cut_doc *doc, size_t at, cut_moment *m)
{
    cut_when w;
    if (m->day || (!cut_date_at(doc, at, &w) && !cut_day_at(doc, at, &w)) || w.day == 0)
        return 0;
    m->year = w.year;
    m->month = w.month;
    m->day = w.day;
    return w.to - at;
}

static size_t weekday_at(const cut_doc *doc, size_t at, cut_moment *m)
{
    unsigned day;
    size_t n = m->weekday ? 0 : cut_lex_match(doc, at, CUT_IS_WEEKDAY, &day);
    if (n == 0)
        return 0;
    m->weekday = day;
    const cut_token *next = cut_token_at(doc, at + n);
    return cut_token_is(next, '.') && next->gap == CUT_GAP_NONE ? n + 1 : n;
}

static size_t year_at(const cut_doc *doc, size_t at, cut_moment *m)
{
    const cut_token *t = cut_token_at(doc, at);
    if (!m->day || m->year || t->kind != CUT_TOK_NUMBER || t->fold_n != 4 || t->number < 1900 ||
        t->number > 2099)
        return 0;
    m->year = t->number;
    return 1;
}

static size_t zone_at(const cut_doc *doc, size_t at, cut_moment *m)
{
    if (!m->has_hour || m->has_offset || !FIND(doc, at, zones, &m->offset))
        return 0;
    m->has_offset = true;
    return 1;
}

static size_t later_at(const cut_doc *doc, size_t at, cut_moment *m)
{
    int days;
    if (!FIND(doc, at, relative_days, &days))
        return 0;
    m->later = (unsigned)days;
    m->has_later = true;
    return 1;
}

static size_t span_at(const cut_doc *doc, size_t at, cut_moment *m)
{
    const cut_token *t = cut_token_at(doc, at);
    int units, number = t->kind == CUT_TOK_NUMBER && t->fold_n <= 4 ? (int)t->number : 0;
    if (number == 0 && !FIND(doc, at, small_numbers, &number))
        return 0;
    size_t n = 1 + cut_token_is(cut_token_at(doc, at + 1), '-'); /* "30-day" */
    if (number == 0 || m->day || m->has_hour || !FIND(doc, at + n, span_units, &units))
        return 0;
    m->span = (unsigned)number;
    m->units = (cut_span_unit)units;
    return n + 1;
}

static size_t part_at(const cut_doc *doc, size_t at, cut_moment *m)
{
    static size_t (*const parts[])(const cut_doc *, size_t, cut_moment *) = {
        day_at, weekday_at, year_at, span_at, time_at, zone_at, later_at};
    for (size_t i = 0; i < CUT_COUNT(parts); i++) {
        size_t n = parts[i](doc, at, m);
        if (n > 0)
            return n;
    }
    return 0;
}

/* Words in front of a moment that are none of it: "until the president's speech on May 2". */
#define WORDS_BEFORE 8

bool cut_read_moment(const cut_doc *doc, size_t at, size_t end, cut_moment *out)
{
    size_t others = 0;
    *out = (cut_moment){.from = at, .to = at};
    for (size_t i = at; i < end && others < WORDS_BEFORE;) {
        size_t n = part_at(doc, i, out);
        if (n == 0) {
            bool glue = is_glue(doc, i);
            if (!glue && out->to > at)
                break;
            others += !glue;
            i++;
            continue;
        }
        if (out->to == at)
            out->from = i;
        i += n;
        out->to = i;
        if (out->span)
            break;
    }
    return out->to > at;
}

bool cut_read_span(const cut_doc *doc, size_t at, size_t end, cut_moment *out)
{
    *out = (cut_moment){.from = at};
    size_t n = at < end ? span_at(doc, at, out) : 0;
    out->to = at + n;
    return n > 0;
}

/* ---- counting days ---------------------------------------------------------------------------
 */

static bool is_leap(int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static unsigned days_of(int64_t year, unsigned month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year) ? 1u : 0u);
}

/* Days since the year 0 of the Gregorian calendar. */
static int64_t to_number(int64_t year, unsigned month, unsigned day)
{
    int64_t before = year - 1, days = before * 365 + before / 4 - before / 100 + before / 400;
    for (unsigned m = 1; m < month; m++)
        days += days_of(year, m);
    return days + day;
}

/* A calendar day; month 0 for none. */
typedef struct calendar_day {
    int64_t year;
    unsigned month, day;
} calendar_day;

static calendar_day from_number(int64_t days)
{
    calendar_day c = {days / 366, 1, 0};
    while (to_number(c.year + 1, 1, 1) <= days)
        c.year++;
    while (days - to_number(c.year, c.month, 1) >= days_of(c.year, c.month))
        c.month++;
    c.day = (unsigned)(days - to_number(c.year, c.month, 1)) + 1;
    return c;
}

static calendar_day plus(calendar_day c, int64_t days)
{
    return from_number(to_number(c.year, c.month, c.day) + days);
}

/* 31 January and a month are 28 February. */
static calendar_day plus_months(calendar_day c, unsigned months)
{
    unsigned all = c.month - 1 + months;
    c.year += all / 12;
    c.month = all % 12 + 1;
    unsigned most = days_of(c.year, c.month);
    c.day = c.day > most ? most : c.day;
    return c;
}

static bool is_day(int64_t year, unsigned month, unsigned day)
{
    return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

/* A whole day of ISO 8601, maybe with a time behind it. */
static bool read_day(const char *iso, calendar_day *out)
{
    uint64_t year, month, day;
    cut_str s = cut_str_from(iso);
    if (s.n < 10 || s.p[4] != '-' || s.p[7] != '-' ||
        !cut_str_to_u64(cut_str_slice(s, 0, 4), &year) ||
        !cut_str_to_u64(cut_str_slice(s, 5, 7), &month) ||
        !cut_str_to_u64(cut_str_slice(s, 8, 10), &day) ||
        !is_day((int64_t)year, (unsigned)month, (unsigned)day))
        return false;
    *out = (calendar_day){(int64_t)year, (unsigned)month, (unsigned)day};
    return true;
}

/* ---- which day is meant ----------------------------------------------------------------------
 */

/* The year of "12 May": it is the next one, but that of a picture sent a few days late. */
#define DAYS_LATE 7

static bool in_next_year(const cut_moment *m, calendar_day taken, calendar_day *out)
{
    int64_t least = to_number(taken.year, taken.month, taken.day) - DAYS_LATE;
    *out = (calendar_day){taken.year - 1, m->month, m->day};
    for (int i = 0; i < 10; i++, out->year++)
        if (is_day(out->year, m->month, m->day) && to_number(out->year, m->month, m->day) >= least)
            return true;
    return false;
}

/* Sunday is the next one. On a Sunday it is that day, but one minute past midnight has been. */
static calendar_day next_weekday(const cut_moment *m, calendar_day taken)
{
    int64_t today = to_number(taken.year, taken.month, taken.day);
    int64_t days = (m->weekday + 7 - ((today + 6) % 7 + 1)) % 7;
    if (days == 0 && m->has_hour && m->hour == 0)
        days = 7;
    return from_number(today + days);
}

static calendar_day after_span(const cut_moment *m, calendar_day taken)
{
    switch (m->units) {
    case CUT_HOURS:
        return plus(taken, (m->span + 23) / 24);
    case CUT_DAYS:
        return plus(taken, m->span);
    case CUT_WEEKS:
        return plus(taken, (int64_t)m->span * 7);
    case CUT_MONTHS:
        return plus_months(taken, m->span);
    case CUT_YEARS:
        break;
    }
    return plus_months(taken, m->span * 12);
}

static bool which_day(const cut_moment *m, const char *taken, calendar_day *out)
{
    calendar_day from;
    if (m->year) {
        *out = (calendar_day){m->year, m->month, m->day};
        return is_day(m->year, m->month, m->day);
    }
    if (!taken || !read_day(taken, &from))
        return false;
    if (m->day)
        return in_next_year(m, from, out);
    if (m->span)
        *out = after_span(m, from);
    else if (m->weekday)
        *out = next_weekday(m, from);
    else if (m->has_later)
        *out = plus(from, m->later);
    else /* a time alone: today, but for the first hour of tomorrow */
        *out = plus(from, m->hour == 0);
    return true;
}

bool cut_moment_text(cut_arena *arena, const cut_moment *m, const char *taken, const char **out)
{
    calendar_day c;
    *out = NULL;
    if (!which_day(m, taken, &c))
        return true;
    if (m->has_hour && m->hour == 24)
        c = plus(c, 1);
    const char *day = cut_arena_printf(arena, "%04u-%02u-%02u", (unsigned)c.year, c.month, c.day);
    *out = day;
    if (!day || !m->has_hour)
        return day != NULL;
    unsigned offset = (unsigned)(m->offset < 0 ? -m->offset : m->offset);
    const char *zone = "";
    if (m->has_offset)
        zone = m->offset == 0 ? "Z"
                              : cut_arena_printf(arena, "%c%02u:%02u", m->offset < 0 ? '-' : '+',
                                                 offset / 60, offset % 60);
    if (zone)
        *out = cut_arena_printf(arena, "%sT%02u:%02u%s", day, m->hour % 24, m->minute, zone);
    return zone && *out;
}
