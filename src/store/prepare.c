/* The answers of a photo that stands alone, made before the store is asked. */
#include "store/inner.h"

cutline_status cut_alone_row(cut_arena *arena, const cutline_record *record, int64_t photo,
                             const cut_rulings *rulings, cut_effective_row *row, cutline_error *err)
{
    cut_file_row file = {.path = cut_str_from(record->path)};
    cut_subject subject = {.arena = arena,
                           .photo = photo,
                           .files = {.v = &file, .n = 1},
                           .records = {.v = &record, .n = 1}};
    return cut_subject_row(&subject, rulings, row, err);
}

bool cut_rulings_are_none(const cut_rulings *rulings)
{
    return rulings->authorities->agencies.n == 0 && rulings->authorities->people.n == 0 &&
           rulings->kills->list.n == 0;
}

cutline_status cut_store_can_prepare(cut_store *store, bool *can, cutline_error *err)
{
    cut_rulings rulings;
    cutline_status status = cut_store_rulings(store, &rulings, err);
    *can = status == CUTLINE_OK && cut_rulings_are_none(&rulings);
    return status;
}

void cut_store_prepare(cutline_record *record, cut_buf *work)
{
    static const cut_rulings none = {0};
    cutline_error ignored;
    cut_effective_row *row = CUT_NEW(&record->arena, cut_effective_row);
    cut_row_words *words = CUT_NEW(&record->arena, cut_row_words);
    if (!row || !words ||
        cut_alone_row(&record->arena, record, 0, &none, row, &ignored) != CUTLINE_OK ||
        !cut_db_row_words(&record->arena, row, work, words))
        return;
    row->words = words;
    record->ready = row;
}
