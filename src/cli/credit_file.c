#include "cli/credit_file.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool cli_credit_is_file(const char *operand)
{
    struct stat info;
    return strpbrk(operand, "/.") && stat(operand, &info) == 0 && S_ISREG(info.st_mode);
}

void cli_credit_file_release(cli_credit_file *file)
{
    free(file->items);
    cutline_photos_free(file->photos);
    cutline_candidates_free(file->candidates);
    cutline_credit_answers_free(file->by_id);
    cutline_record_free(file->record);
}

static cutline_credit_answer answer_of(const cutline_photo *photo)
{
    cutline_credit_answer answer = {.photo = photo->id,
                                    .credit = photo->credit,
                                    .line_as_found = photo->credit_found,
                                    .origin = photo->credit_origin,
                                    .where = photo->credit_where,
                                    .restrictions = photo->restrictions,
                                    .awaiting_image = photo->awaiting_image,
                                    .kill_reason = photo->kill_reason,
                                    .conflicts = photo->credit_conflicts};
    if (photo->media_ids.count > 0)
        answer.media_id = photo->media_ids.items[0];
    return answer;
}

/* One answer, which lives in `file`. */
static bool take(cli *c, cli_credit_file *file, const cutline_credit_answer *answer)
{
    file->items = malloc(sizeof *file->items);
    if (!file->items) {
        cli_fail_memory(c);
        return false;
    }
    file->items[0] = *answer;
    file->answers = (cutline_credit_answers){file->items, 1};
    return true;
}

/* ---- ways, the surest first ------------------------------------------------------------------ */

static bool by_path(cli *c, const char *path, cli_credit_file *file)
{
    cutline_error err;
    cutline_status status = cutline_catalog_show(c->catalog, path, &file->photos, &err);
    if (status != CUTLINE_OK && status != CUTLINE_NOT_FOUND && status != CUTLINE_BAD_ARGUMENT)
        cli_fail_error(c, CLI_FAILED, &err);
    if (status != CUTLINE_OK || file->photos->count == 0)
        return false;
    cutline_credit_answer answer = answer_of(&file->photos->items[0]);
    return take(c, file, &answer);
}

static bool by_media_id(cli *c, const char *path, cli_credit_file *file)
{
    cutline_media_ids ids = cutline_record_media_ids(file->record);
    for (size_t i = 0; i < ids.count; i++) {
        char name[600]; /* namespace and ID have at most 255 bytes each */
        cutline_error err;
        snprintf(name, sizeof name, "%s:%s", ids.items[i].ns, ids.items[i].id);
        cutline_status status = cutline_catalog_credit(c->catalog, name, &file->by_id, &err);
        if (status == CUTLINE_OK) {
            file->answers = *file->by_id;
            cli_warn(c, "%s: found by media ID %s (%s)", path, name, ids.items[i].evidence);
            return true;
        }
        if (status != CUTLINE_NOT_FOUND && status != CUTLINE_BAD_ARGUMENT) {
            cli_fail_error(c, CLI_FAILED, &err);
            return false;
        }
    }
    return false;
}

/* exact: by its image data only. */
static bool by_picture(cli *c, const char *path, bool exact, cli_credit_file *file)
{
    cutline_error err;
    cutline_identify_options options = {.exact_only = exact};
    cutline_candidates_free(file->candidates);
    file->candidates = NULL;
    cutline_status status = cutline_identify(c->catalog, path, &options, &file->candidates, &err);
    if (status != CUTLINE_OK) {
        cli_fail_error(c, status == CUTLINE_CATALOG ? CLI_FAILED : CLI_SOME_FAILED, &err);
        return false;
    }
    if (file->candidates->count == 0)
        return false;
    const cutline_candidate *best = &file->candidates->items[0];
    cutline_credit_answer answer = answer_of(best->photo);
    cli_warn(c, "%s: identified as photo:%" PRId64 ", %s confidence: %s", path, best->photo->id,
             cutline_confidence_name(best->confidence), best->why);
    return take(c, file, &answer);
}

static bool by_itself(cli *c, const char *path, cli_credit_file *file)
{
    const cutline_credit *credit = cutline_record_credit(file->record);
    if (!credit || !credit->line)
        return false;
    cutline_credit_answer answer = {.credit = *credit,
                                    .line_as_found = credit->line,
                                    .where = path,
                                    .restrictions = cutline_record_restrictions(file->record)};
    cutline_media_ids ids = cutline_record_media_ids(file->record);
    if (ids.count > 0)
        answer.media_id = ids.items[0];
    cli_warn(c, "%s: not in the catalog; the credit is that of its own metadata", path);
    return take(c, file, &answer);
}

static int keep_one(int64_t photo, void *context)
{
    int64_t *kept = context;
    *kept = *kept == 0 ? photo : -1;
    return 0;
}

bool cli_credit_named(cli *c, const char *name, cli_credit_file *out)
{
    char number[32];
    cutline_error err;
    int64_t photo = 0;
    *out = (cli_credit_file){.items = NULL};
    if (strncmp(name, "photo:", 6) == 0)
        return by_path(c, name, out);
    if (strchr(name, '/') || !strchr(name, '.') ||
        cutline_catalog_resolve_file_name(c->catalog, name, keep_one, &photo, &err) != CUTLINE_OK)
        return false;
    snprintf(number, sizeof number, "photo:%" PRId64, photo);
    if (photo > 0 && by_path(c, number, out)) {
        cli_warn(c, "%s: found by the name of its file, %s", name, number);
        return true;
    }
    if (photo < 0)
        cli_fail(c, CLI_NOTHING, "%s: several photos have a file of that name; say its path", name);
    return false;
}

bool cli_credit_file_find(cli *c, const char *path, cli_credit_file *out)
{
    cutline_error err;
    *out = (cli_credit_file){.items = NULL};
    if (by_path(c, path, out))
        return true;
    if (c->worst == CLI_FAILED)
        return false;
    if (cutline_record_read(path, NULL, &out->record, &err) != CUTLINE_OK) {
        cli_fail_error(c, CLI_SOME_FAILED, &err);
        return false;
    }
    if (by_media_id(c, path, out) || by_picture(c, path, true, out) || by_itself(c, path, out) ||
        by_picture(c, path, false, out))
        return true;
    if (c->worst < CLI_SOME_FAILED)
        cli_fail(c, CLI_NOTHING,
                 "%s: neither its metadata nor its looks say which photo of the catalog it is",
                 path);
    return false;
}
