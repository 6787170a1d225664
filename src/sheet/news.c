#include "sheet/news.h"
#include "base/limits.h"
#include "record/dates.h"

#include <stdio.h>
#include <time.h>

static const char *made(cut_sheet *sheet, const char *text)
{
    sheet->failed |= !text;
    return text;
}

static const char *copy(cut_sheet *sheet, cut_str text)
{
    return text.n > 0 ? made(sheet, cut_arena_copy(&sheet->arena, text)) : NULL;
}

/* First value of a field in the language of the sheet. */
static const char *field(const cutline_sheet_row *row, const char *name)
{
    const cutline_field *f = cut_sheet_field(row->photo, name);
    return f ? cut_sheet_in_language(f, row->lang)->text : NULL;
}

static cutline_strings list(cut_sheet *sheet, const cutline_sheet_row *row, const char *name)
{
    const cutline_field *f = cut_sheet_field(row->photo, name);
    const char **texts = CUT_NEW_ARRAY(&sheet->arena, const char *, f ? f->count : 0);
    sheet->failed |= !texts;
    for (size_t i = 0; texts && f && i < f->count; i++)
        texts[i] = f->values[i].text;
    return (cutline_strings){texts, texts && f ? f->count : 0};
}

/* Names of all who are shown: the caption's first, then those of the field. */
static cutline_strings persons(cut_sheet *sheet, const cutline_sheet_row *row)
{
    const char **names = CUT_NEW_ARRAY(&sheet->arena, const char *, row->photo->person_count);
    sheet->failed |= !names;
    for (size_t i = 0; names && i < row->photo->person_count; i++)
        names[i] = row->photo->persons[i].name;
    return (cutline_strings){names, names ? row->photo->person_count : 0};
}

/* ---- URIs --------------------------------------------------------------------------------------
 */

/* Unreserved characters of RFC 3986, section 2.3, and what `more` lets through. */
static void add_escaped(cut_buf *out, const char *text, const char *more)
{
    for (; *text; text++)
        if (cut_is_alnum(*text) || strchr("-._~", *text) || strchr(more, *text))
            cut_buf_char(out, *text);
        else
            cut_buf_printf(out, "%%%02X", (unsigned)(unsigned char)*text);
}

static const char *uri_of(cut_sheet *sheet, const cutline_photo *photo)
{
    cut_buf out;
    cut_buf_init(&out, CUT_MAX_PATH);
    if (photo->media_ids.count > 0) {
        cut_buf_z(&out, "cutline:");
        add_escaped(&out, photo->media_ids.items[0].ns, "");
        cut_buf_char(&out, ':');
        add_escaped(&out, photo->media_ids.items[0].id, "");
    } else {
        cut_buf_printf(&out, "cutline:photo:%lld", (long long)photo->id);
    }
    const char *uri = copy(sheet, cut_buf_str(&out));
    cut_buf_release(&out);
    return uri;
}

static const char *href_of(cut_sheet *sheet, const char *path)
{
    cut_buf out;
    cut_buf_init(&out, 4 * CUT_MAX_PATH);
    cut_buf_z(&out, "file://");
    add_escaped(&out, path, "/");
    const char *href = copy(sheet, cut_buf_str(&out));
    cut_buf_release(&out);
    return href;
}

static const char *type_of(const char *format)
{
    static const struct {
        const char *format, *type;
    } rows[] = {
        {"jpeg", "image/jpeg"}, {"png", "image/png"},         {"webp", "image/webp"},
        {"tiff", "image/tiff"}, {"heif", "image/heic"},       {"heic", "image/heic"},
        {"avif", "image/avif"}, {"gif", "image/gif"},         {"jxl", "image/jxl"},
        {"jp2", "image/jp2"},   {"dng", "image/x-adobe-dng"}, {"psd", "image/vnd.adobe.photoshop"},
    };
    for (size_t i = 0; format && i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].format, format) == 0)
            return rows[i].type;
    return NULL;
}

/* ---- times -------------------------------------------------------------------------------------
 */

bool cut_news_is_instant(const char *date)
{
    cut_date d;
    return date && cut_date_parse(cut_str_from(date), &d) && d.day > 0 && d.second >= 0 &&
           d.has_zone && strlen(date) >= sizeof "2016-05-02T14:03:22Z" - 1;
}

static const char *instant_of(cut_sheet *sheet, time_t seconds)
{
    struct tm parts;
    if (!gmtime_r(&seconds, &parts))
        return "1970-01-01T00:00:00Z";
    return made(sheet, cut_arena_printf(&sheet->arena, "%04d-%02d-%02dT%02d:%02d:%02dZ",
                                        parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                                        parts.tm_hour, parts.tm_min, parts.tm_sec));
}

const char *cut_news_now(cut_sheet *sheet)
{
    return instant_of(sheet, time(NULL));
}

/* The field that says when it was changed, if it is an instant; else the file's time; of a photo
 * that is awaited, now. */
static const char *version_of(cut_sheet *sheet, const cutline_sheet_row *row)
{
    const char *said = field(row, "date_modified");
    if (cut_news_is_instant(said))
        return said;
    if (row->photo->file_count == 0)
        return cut_news_now(sheet);
    return instant_of(sheet, (time_t)(row->photo->files[0].mtime_ns / 1000000000));
}

/* ---- what may be done with it ------------------------------------------------------------------
 */

/* "no archive, no resale" of the codes. */
static void add_words(cut_buf *out, const char *codes)
{
    for (; *codes; codes++)
        cut_buf_char(out, *codes == '_' ? ' ' : *codes);
}

static const char *usage_of(cut_sheet *sheet, const cutline_sheet_row *row)
{
    const char *said = field(row, "usage_terms");
    if (said || !row->hit->restrictions)
        return said;
    cut_buf out;
    cut_buf_init(&out, CUT_MAX_PATH);
    add_words(&out, row->hit->restrictions);
    const char *words = copy(sheet, cut_buf_str(&out));
    cut_buf_release(&out);
    return words;
}

/* A sentence of the note; what is there already stands behind it. */
static void put_before(cut_sheet *sheet, const char **note, const char *words, const char *value)
{
    *note = made(sheet, cut_arena_printf(&sheet->arena, "%s%s%s%s", words, value, *note ? ". " : "",
                                         *note ? *note : ""));
}

/* A day alone is no instant, and must not get lost for that. */
static bool is_day(const char *date)
{
    return date && !cut_news_is_instant(date);
}

/* Receivers that do not look at the status read the note. */
static const char *note_of(cut_sheet *sheet, const cutline_sheet_row *row)
{
    const char *note = field(row, "instructions"), *reason = row->photo->kill_reason;
    const cutline_provenance *times = &row->photo->provenance;
    bool has_reason = reason && *reason;
    if (is_day(times->expiry))
        put_before(sheet, &note, "Not to be used after ", times->expiry);
    if (is_day(times->embargo))
        put_before(sheet, &note, "Not to be used before ", times->embargo);
    if (row->killed)
        put_before(sheet, &note,
                   has_reason ? "KILL: this picture must not be used: "
                              : "KILL: this picture must not be used",
                   has_reason ? reason : "");
    return note;
}

/* ---- all ---------------------------------------------------------------------------------------
 */

static void gather_file(cut_sheet *sheet, const cutline_sheet_row *row, cut_news_item *out)
{
    if (row->photo->file_count == 0)
        return;
    out->href = href_of(sheet, row->photo->files[0].path);
    out->file_name = row->hit->file_name;
    out->content_type = type_of(row->photo->format);
}

static void gather_texts(const cutline_sheet_row *row, cut_news_item *out)
{
    out->headline = row->hit->headline;
    out->caption = row->hit->caption;
    out->credit = row->hit->credit_line;
    out->title = field(row, "title");
    out->slugline = field(row, "job_id");
    out->writer = field(row, "caption_writer");
    out->copyright = field(row, "copyright");
    out->alt = field(row, "alt_text");
    out->extended = field(row, "ext_description");
    out->source_type = field(row, "digital_source_type");
    out->urgency = field(row, "urgency");
}

void cut_news_gather(cut_sheet *sheet, const cutline_sheet_row *row, cut_news_item *out)
{
    const char *language = cut_sheet_language_of(sheet, row->hit->caption);
    *out = (cut_news_item){.row = row, .uri = uri_of(sheet, row->photo)};
    gather_texts(row, out);
    gather_file(sheet, row, out);
    out->language = strcmp(language, "und") != 0 ? language : NULL;
    out->usage = usage_of(sheet, row);
    out->note = note_of(sheet, row);
    out->created = row->photo->date;
    out->embargo = row->photo->provenance.embargo;
    out->expires = row->photo->provenance.expiry;
    out->version = version_of(sheet, row);
    out->creators = row->photo->credit.photographers;
    out->agencies = row->photo->credit.agencies;
    out->persons = persons(sheet, row);
    out->keywords = list(sheet, row, "keywords");
    if (out->urgency &&
        (strlen(out->urgency) != 1 || out->urgency[0] < '1' || out->urgency[0] > '9'))
        out->urgency = NULL;
}

void cut_news_hold(cut_sheet *sheet, size_t start, cut_news_form which)
{
    cut_str text = cut_str_slice(cut_buf_str(&sheet->out), start, sheet->out.n);
    cut_buf_clear(&sheet->held[which]);
    cut_buf_str_add(&sheet->held[which], text);
    sheet->failed |= !cut_buf_ok(&sheet->held[which]);
    cut_buf_cut(&sheet->out, start);
}

void cut_news_release(cut_sheet *sheet, cut_news_form which)
{
    cut_buf_str_add(&sheet->out, cut_buf_str(&sheet->held[which]));
    cut_buf_release(&sheet->held[CUT_NEWS_ALONE]);
    cut_buf_release(&sheet->held[CUT_NEWS_PACKAGE]);
}
