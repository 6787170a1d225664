/*
 * XLSX by libxlsxwriter in constant memory: rows go to a temporary file as they come. A worksheet
 * holds 1,048,576 rows (ECMA-376 as Excel applies it); further photos go to further worksheets.
 */
#include "document/document.h"
#include "document/picture.h"
#include "document/text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* Excel's limits: rows of a worksheet, and characters (UTF-16 units) of a cell. */
#define SHEET_ROWS 1048576u
#define CELL_UNITS 32767u

/* Put where a text was cut. */
#define CUT_MARK " [...]"

/* Height of a row with a picture, in points, and the picture's box in pixels of 1/96 inch. */
#define PICTURE_ROW_POINTS 96.0
#define PICTURE_BOX 120.0

typedef struct xlsx_state {
    lxw_workbook *book;
    lxw_worksheet *page;
    lxw_format *head, *plain, *long_text, *date, *date_time, *stop;
    lxw_row_t next_row;
    unsigned first_column; /* of the cells: after picture and group, if there are any */
    uint64_t rtl, ltr;     /* captions by direction */
    int fd;                /* the file that is written, which has no name any more */
} xlsx_state;

/* ---- texts ----------------------------------------------------------------------------------- */

/* Excel takes _x0041_ in a text for the character of that number; _x005F_ stands for the first sign
 * of one that is meant as it is (ECMA-376 part 1, 22.9.2.19). */
static gboolean looks_escaped(const char *p)
{
    if (p[0] != '_' || p[1] != 'x')
        return FALSE;
    for (int i = 2; i < 6; i++)
        if (!g_ascii_isxdigit(p[i]))
            return FALSE;
    return p[6] == '_';
}

/* As much of the text as a cell can hold; *was_cut if that is not all. To be freed. */
static char *fit(const char *text, gboolean *was_cut)
{
    char *clean = doc_clean(text);
    GString *out = g_string_new(NULL);
    size_t units = 0, room = CELL_UNITS - strlen(CUT_MARK);
    size_t cut_at = 0;
    for (const char *p = clean; *p && units <= CELL_UNITS; p = doc_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (units <= room)
            cut_at = out->len;
        if (looks_escaped(p)) {
            g_string_append(out, "_x005F");
            units += 6;
        }
        g_string_append_unichar(out, c);
        units += c > 0xFFFF ? 2 : 1;
    }
    *was_cut = units > CELL_UNITS;
    if (*was_cut) {
        g_string_truncate(out, cut_at);
        g_string_append(out, CUT_MARK);
    }
    g_free(clean);
    return g_string_free(out, FALSE);
}

static bool succeeded(doc *d, lxw_error error)
{
    return error == LXW_NO_ERROR
               ? true
               : doc_fail(d, "cannot write the workbook: %s", lxw_strerror(error));
}

static bool put_text(doc *d, lxw_col_t column, const char *text, lxw_format *format)
{
    xlsx_state *s = d->state;
    gboolean was_cut;
    char *fitting = fit(text, &was_cut);
    d->cut += was_cut ? 1 : 0;
    bool ok = succeeded(d, worksheet_write_string(s->page, s->next_row, column, fitting, format));
    g_free(fitting);
    return ok;
}

/* ---- dates ----------------------------------------------------------------------------------- */

/* Two digits at `text`; -1 if they are none. */
static int two_digits(const char *text)
{
    if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1]))
        return -1;
    return (text[0] - '0') * 10 + text[1] - '0';
}

/* "2016-05-02"; false for partial dates and those that Excel cannot hold (it counts from 1900 on).
 */
static bool read_day(const char *text, lxw_datetime *out)
{
    if (strlen(text) < 10 || text[4] != '-' || text[7] != '-')
        return false;
    int century = two_digits(text), year = two_digits(text + 2);
    out->month = two_digits(text + 5);
    out->day = two_digits(text + 8);
    out->year = century * 100 + year;
    return century >= 19 && year >= 0 && out->month >= 1 && out->month <= 12 && out->day >= 1 &&
           out->day <= 31;
}

/* "T22:14", perhaps with seconds, their parts, and an offset, which a cell has no place for. */
static bool read_time(const char *text, lxw_datetime *out)
{
    if (strlen(text) < 6 || text[0] != 'T' || text[3] != ':')
        return false;
    out->hour = two_digits(text + 1);
    out->min = two_digits(text + 4);
    int seconds = strlen(text) >= 9 && text[6] == ':' ? two_digits(text + 7) : 0;
    out->sec = seconds > 59 ? 59 : seconds;
    return out->hour >= 0 && out->hour <= 23 && out->min >= 0 && out->min <= 59 && seconds >= 0;
}

static bool put_date(doc *d, lxw_col_t column, const char *text)
{
    xlsx_state *s = d->state;
    lxw_datetime date = {0};
    bool whole = read_day(text, &date), has_time = whole && text[10];
    if (!whole || (has_time && !read_time(text + 10, &date)))
        return put_text(d, column, text, s->plain);
    return succeeded(d, worksheet_write_datetime(s->page, s->next_row, column, &date,
                                                 has_time ? s->date_time : s->date));
}

/* ---- worksheets ------------------------------------------------------------------------------ */

/* In characters of the usual font. */
static double width_of(const cutline_sheet_column *column)
{
    static const struct {
        const char *name;
        double width;
    } widths[] = {{"caption", 70},      {"headline", 34}, {"credit", 30}, {"media_id", 24},
                  {"file", 28},         {"path", 44},     {"marks", 26},  {"rights", 40},
                  {"restrictions", 26}, {"byline", 22},   {"photo", 9},   {"country", 16}};
    for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++)
        if (strcmp(widths[i].name, column->name) == 0)
            return widths[i].width;
    return column->kind == CUTLINE_CELL_NUMBER ? 9 : column->kind == CUTLINE_CELL_DATE ? 18 : 22;
}

static bool put_heading(doc *d, unsigned column, const char *text, double width)
{
    xlsx_state *s = d->state;
    worksheet_set_column(s->page, (lxw_col_t)column, (lxw_col_t)column, width, NULL);
    return put_text(d, (lxw_col_t)column, text, s->head);
}

static bool add_page(doc *d)
{
    xlsx_state *s = d->state;
    bool ok = true;
    s->page = workbook_add_worksheet(s->book, NULL);
    s->next_row = 0;
    if (!s->page)
        return doc_fail(d, "out of memory");
    worksheet_freeze_panes(s->page, 1, 0);
    worksheet_set_landscape(s->page);
    worksheet_fit_to_pages(s->page, 1, 0);
    worksheet_repeat_rows(s->page, 0, 0);
    if (d->options.pictures)
        ok = put_heading(d, 0, "Picture", PICTURE_BOX / 7.0 + 1);
    if (ok && d->options.group != CUTLINE_GROUP_NONE)
        ok = put_heading(d, s->first_column - 1, "Group", 24);
    for (size_t i = 0; i < d->heads->count && ok; i++)
        ok = put_heading(d, s->first_column + (unsigned)i, d->heads->items[i].heading,
                         width_of(d->heads->items[i].column));
    s->next_row = 1;
    return ok;
}

/* By the subtag of a language that is written from right to left. */
static bool is_rtl_language(const char *lang)
{
    static const char *const languages[] = {"ar", "fa", "he", "ps", "ur", "yi", "ckb", "sd", NULL};
    char *subtag = g_ascii_strdown(lang ? lang : "", lang ? (gssize)strcspn(lang, "-_") : 0);
    bool is = g_strv_contains(languages, subtag);
    g_free(subtag);
    return is;
}

static void finish_page(doc *d)
{
    xlsx_state *s = d->state;
    if (d->heads->count > 0 && s->next_row > 0)
        worksheet_autofilter(s->page, 0, 0, s->next_row - 1,
                             (lxw_col_t)(s->first_column + d->heads->count - 1));
    if (s->rtl > s->ltr || is_rtl_language(d->options.lang))
        worksheet_right_to_left(s->page);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static bool put_picture(doc *d, const cutline_sheet_row *row)
{
    xlsx_state *s = d->state;
    unsigned width, height;
    worksheet_set_row(s->page, s->next_row, PICTURE_ROW_POINTS, NULL);
    if (!row->thumbnail || !doc_jpeg_size(row->thumbnail, row->thumbnail_length, &width, &height))
        return true;
    double scale = PICTURE_BOX / (width > height ? width : height);
    char *alt = doc_clean(row->hit->headline ? row->hit->headline : row->hit->file_name);
    lxw_image_options options = {.x_offset = 3,
                                 .y_offset = 3,
                                 .x_scale = scale,
                                 .y_scale = scale,
                                 .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .description = alt};
    bool ok =
        succeeded(d, worksheet_insert_image_buffer_opt(s->page, s->next_row, 0, row->thumbnail,
                                                       row->thumbnail_length, &options));
    g_free(alt);
    return ok;
}

static bool put_cell(doc *d, size_t at, const cutline_sheet_row *row)
{
    xlsx_state *s = d->state;
    const cutline_sheet_column *column = d->heads->items[at].column;
    const char *text = row->cells[at].text;
    lxw_col_t to = (lxw_col_t)(s->first_column + at);
    if (!text)
        return true;
    if (column->kind == CUTLINE_CELL_NUMBER)
        return succeeded(d, worksheet_write_number(s->page, s->next_row, to,
                                                   g_ascii_strtod(text, NULL), s->plain));
    if (column->kind == CUTLINE_CELL_DATE)
        return put_date(d, to, text);
    if (strcmp(column->name, "marks") == 0)
        return put_text(d, to, text, s->stop);
    return put_text(d, to, text, width_of(column) >= 30 ? s->long_text : s->plain);
}

static bool xlsx_row(doc *d, const cutline_sheet_row *row)
{
    xlsx_state *s = d->state;
    bool ok = true;
    if (s->next_row == SHEET_ROWS) {
        finish_page(d);
        ok = add_page(d);
    }
    if (ok && row->hit->caption) {
        char *caption = doc_clean(row->hit->caption);
        ++*(doc_is_rtl(caption) ? &s->rtl : &s->ltr);
        g_free(caption);
    }
    if (ok && d->options.pictures)
        ok = put_picture(d, row);
    if (ok && row->group)
        ok = put_text(d, (lxw_col_t)(s->first_column - 1), row->group, s->plain);
    for (size_t i = 0; i < row->cell_count && ok; i++)
        ok = put_cell(d, i, row);
    s->next_row++;
    return ok;
}

/* ---- the file -------------------------------------------------------------------------------- */

/* A file that is gone when the program is, however it ends. */
static int open_nameless(void)
{
    char *name = g_build_filename(g_get_tmp_dir(), "cutline-sheet.XXXXXX", NULL);
    int fd = mkostemp(name, O_CLOEXEC);
    if (fd >= 0)
        unlink(name);
    g_free(name);
    return fd;
}

static void make_formats(xlsx_state *s)
{
    s->head = workbook_add_format(s->book);
    format_set_bold(s->head);
    format_set_bg_color(s->head, 0xE4E8EE);
    format_set_bottom(s->head, LXW_BORDER_THIN);
    lxw_format **plain[] = {&s->plain, &s->long_text, &s->date, &s->date_time, &s->stop};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        *plain[i] = workbook_add_format(s->book);
        format_set_align(*plain[i], LXW_ALIGN_VERTICAL_TOP);
    }
    format_set_text_wrap(s->long_text);
    format_set_text_wrap(s->stop);
    format_set_bold(s->stop);
    format_set_font_color(s->stop, 0xB3261E);
    format_set_num_format(s->date, "yyyy-mm-dd");
    format_set_num_format(s->date_time, "yyyy-mm-dd hh:mm");
}

static bool xlsx_begin(doc *d)
{
    xlsx_state *s = d->state = g_new0(xlsx_state, 1);
    s->fd = open_nameless();
    if (s->fd < 0)
        return doc_fail(d, "cannot make a temporary file in %s: %s", g_get_tmp_dir(),
                        strerror(errno));
    char path[40];
    snprintf(path, sizeof path, "/proc/self/fd/%d", s->fd);
    char *folder = g_strdup(g_get_tmp_dir());
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = folder};
    s->book = workbook_new_opt(path, &options);
    g_free(folder);
    if (!s->book)
        return doc_fail(d, "out of memory");
    make_formats(s);
    char *title = doc_clean(d->options.title), *query = doc_clean(d->options.query);
    lxw_doc_properties properties = {.title = title, .comments = query};
    workbook_set_properties(s->book, &properties);
    g_free(title);
    g_free(query);
    s->first_column =
        (d->options.pictures ? 1u : 0u) + (d->options.group != CUTLINE_GROUP_NONE ? 1u : 0u);
    return add_page(d);
}

/* Copies the workbook to where it is wanted. */
static bool hand_on(doc *d, int fd)
{
    char bytes[1 << 16];
    ssize_t n;
    if (lseek(fd, 0, SEEK_SET) < 0)
        return doc_fail(d, "cannot read the temporary file: %s", strerror(errno));
    while ((n = read(fd, bytes, sizeof bytes)) > 0)
        if (!doc_write(bytes, (size_t)n))
            return doc_fail(d, "cannot write: %s", strerror(errno));
    return n == 0 ? true : doc_fail(d, "cannot read the temporary file: %s", strerror(errno));
}

static bool xlsx_end(doc *d)
{
    xlsx_state *s = d->state;
    finish_page(d);
    lxw_error error = workbook_close(s->book);
    s->book = NULL;
    return succeeded(d, error) && hand_on(d, s->fd);
}

static void xlsx_release(doc *d)
{
    xlsx_state *s = d->state;
    if (!s)
        return;
    if (s->book)
        lxw_workbook_free(s->book);
    if (s->fd >= 0)
        close(s->fd);
    g_free(s);
    d->state = NULL;
}

const doc_format doc_xlsx = {"xlsx", xlsx_begin, xlsx_row, xlsx_end, xlsx_release};
