#include "store/sqlite/sql.h"

static cutline_status put_likeness(cut_db *db, int64_t photo, const cut_picture *picture,
                                   cutline_error *err)
{
    const cut_pdq *pdq = &picture->forms[0];
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_LIKENESS_PUT,
                              "INSERT OR REPLACE INTO likeness (photo_id, pdq, quality, words)"
                              " VALUES (?1, ?2, ?3, ?4)");
    sqlite3_bind_int64(q, 1, photo);
    if (picture->has_pixels)
        sqlite3_bind_blob(q, 2, pdq->hash, sizeof pdq->hash, SQLITE_STATIC);
    else
        sqlite3_bind_null(q, 2);
    sqlite3_bind_int64(q, 3, pdq->quality);
    sqlite3_bind_blob(q, 4, &picture->words, sizeof picture->words, SQLITE_STATIC);
    cutline_status status = cut_sql_do(db, q, err);
    if (status != CUTLINE_OK)
        return status;
    cut_look_hash hash = {.quality = (uint8_t)pdq->quality};
    memcpy(hash.pdq, pdq->hash, sizeof hash.pdq);
    return cut_db_look_put(db, photo, &hash, &picture->words, err);
}

static cutline_status put_thumbnail(cut_db *db, int64_t photo, const cut_thumbnail *thumbnail,
                                    cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_THUMBNAIL_PUT,
                              "INSERT OR REPLACE INTO thumbnail (photo_id, width, height, jpeg)"
                              " VALUES (?1, ?2, ?3, ?4)");
    sqlite3_bind_int64(q, 1, photo);
    sqlite3_bind_int64(q, 2, thumbnail->width);
    sqlite3_bind_int64(q, 3, thumbnail->height);
    sqlite3_bind_blob64(q, 4, thumbnail->jpeg.p, thumbnail->jpeg.n, SQLITE_STATIC);
    return cut_sql_do(db, q, err);
}

static cutline_status remove_thumbnail(cut_db *db, int64_t photo, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_THUMBNAIL_REMOVE, "DELETE FROM thumbnail WHERE photo_id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_picture_put(cut_db *db, int64_t photo, const cut_picture *picture,
                                  cutline_error *err)
{
    cutline_status status = put_likeness(db, photo, picture, err);
    if (status != CUTLINE_OK)
        return status;
    return picture->has_pixels ? put_thumbnail(db, photo, &picture->thumbnail, err)
                               : remove_thumbnail(db, photo, err);
}

cutline_status cut_db_thumbnail(cut_db *db, cut_arena *arena, int64_t photo, cut_thumbnail *out,
                                cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql_once(db, "SELECT width, height, jpeg FROM thumbnail WHERE photo_id = ?1");
    *out = (cut_thumbnail){0};
    sqlite3_bind_int64(q, 1, photo);
    if (cut_sql_row(db, q)) {
        const void *jpeg = sqlite3_column_blob(q, 2);
        size_t n = (size_t)sqlite3_column_bytes(q, 2);
        uint8_t *copy = jpeg ? cut_arena_alloc(arena, n, 1) : NULL;
        if (copy)
            *out = (cut_thumbnail){(uint32_t)sqlite3_column_int64(q, 0),
                                   (uint32_t)sqlite3_column_int64(q, 1),
                                   {memcpy(copy, jpeg, n), n}};
        else
            cut_sql_no_memory(db);
    }
    return cut_sql_end_once(db, q, err);
}

static void read_likeness(sqlite3_stmt *q, cut_likeness *out)
{
    const void *pdq = sqlite3_column_blob(q, 0);
    out->known = true;
    if (pdq && sqlite3_column_bytes(q, 0) == sizeof out->hash.pdq) {
        memcpy(out->hash.pdq, pdq, sizeof out->hash.pdq);
        out->hash.quality = (uint8_t)sqlite3_column_int(q, 1);
    }
    const void *words = sqlite3_column_blob(q, 2);
    out->has_words = words && sqlite3_column_bytes(q, 2) == sizeof out->words;
    if (out->has_words)
        memcpy(&out->words, words, sizeof out->words);
}

cutline_status cut_db_likeness(cut_db *db, int64_t photo, cut_likeness *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_LIKENESS,
                              "SELECT pdq, quality, words FROM likeness WHERE photo_id = ?1");
    *out = (cut_likeness){0};
    sqlite3_bind_int64(q, 1, photo);
    if (cut_sql_row(db, q))
        read_likeness(q, out);
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_copied(cut_db *db, cut_arena *arena, cut_numbers *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, "SELECT photo_id FROM file WHERE missing = 0"
                                       " GROUP BY photo_id HAVING count(*) > 1 ORDER BY photo_id");
    cut_sql_numbers(db, q, arena, out);
    return cut_sql_end_once(db, q, err);
}
