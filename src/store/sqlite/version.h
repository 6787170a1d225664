/* What a database file says it is, and bringing it to the present version. Only for store/sqlite.
 */
#ifndef CUT_STORE_SQLITE_VERSION_H
#define CUT_STORE_SQLITE_VERSION_H

#include "store/sqlite/sql.h"

/* Version of the enduring tables (schema.sql, migrations) and of the derived ones (derived.sql, and
 * whatever the code that fills them does). PRAGMA user_version holds 1000 * enduring + derived. */
#define CUT_ENDURING_VERSION 10
#define CUT_DERIVED_VERSION 13

/* PRAGMA application_id: "CutL". */
#define CUT_APPLICATION_ID 0x4375744C

/* A step from the version before to `version` of the enduring part. */
typedef struct cut_migration {
    int version;
    const char *sql;
} cut_migration;

/* Refuses what is no catalog or too new. For writing: makes the tables of a new catalog, takes the
 * missing migrations, and empties the derived part if it is of another version (see
 * cut_db_open()). */
CUTLINE_MUST_CHECK cutline_status cut_version_check(cut_db *db, cutline_open_flags flags,
                                                    bool *must_rebuild, cutline_error *err);

/* After the database was opened and checked, as far as that went: `found` is CUTLINE_OK or
 * CUTLINE_CATALOG. Refuses a catalog into which nothing was committed yet if a power failure has
 * spoiled it, and says what to do; otherwise returns `found`. */
CUTLINE_MUST_CHECK cutline_status cut_fresh_check(cut_db *db, cutline_status found,
                                                  cutline_error *err);

/* Runs the migrations of a list (ascending versions) that are above `from`. */
CUTLINE_MUST_CHECK cutline_status cut_version_migrate(cut_db *db, const cut_migration *list,
                                                      size_t count, int from, cutline_error *err);

#endif
