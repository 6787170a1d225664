#include "store/sqlite/sql.h"

static cutline_status put_likeness(cut_db *db, int64_t photo, const cut_picture *picture,
                                   cutline_error *err)
{
    const cut_pdq *pdq = &picture->forms[0];
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_LIKENESS_PUT,
                "INSERT OR REPLACE INTO likeness (photo_id, pdq, quality) VALUES (?1, ?2, ?3)");
    sqlite3_bind_int64(q, 1, photo);
    if (picture->has_pixels)
        sqlite3_bind_blob(q, 2, pdq->hash, sizeof pdq->hash, SQLITE_STATIC);
    else
        sqlite3_bind_null(q, 2);
    sqlite3_bind_int64(q, 3, pdq->quality);
    return cut_sql_do(db, q, err);
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

cutline_status cut_db_likenesses(cut_db *db,
                                 void (*each)(const cut_likeness *likeness, void *context),
                                 void *context, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(
        db, "SELECT photo_id, pdq, quality FROM likeness WHERE pdq IS NOT NULL ORDER BY photo_id");
    while (cut_sql_row(db, q)) {
        cut_likeness likeness = {.photo = sqlite3_column_int64(q, 0),
                                 .pdq = sqlite3_column_blob(q, 1),
                                 .quality = (unsigned)sqlite3_column_int(q, 2)};
        if (likeness.pdq && sqlite3_column_bytes(q, 1) == CUT_PDQ_BYTES)
            each(&likeness, context);
    }
    return cut_sql_end_once(db, q, err);
}
