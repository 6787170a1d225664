#include "cli/page.h"

#include "cli/text.h"

#include <string.h>

void cli_page_label(cli_out *out, const char *label)
{
    size_t columns = cli_text_columns(label) + 1;
    cli_print_styled(out, CLI_BOLD, label);
    cli_print(out, ":");
    cli_print_blanks(out, columns < CLI_PAGE_LABEL ? CLI_PAGE_LABEL - columns : 1);
}

void cli_page_text(cli_out *out, const char *label, const char *value)
{
    if (!value)
        return;
    cli_page_label(out, label);
    cli_print_wrapped(out, value, CLI_PAGE_LABEL, CLI_PAGE_LABEL);
    cli_print(out, "\n");
}

void cli_page_strings(cli_out *out, const char *label, cutline_strings values)
{
    if (values.count == 0)
        return;
    cli_page_label(out, label);
    for (size_t i = 0; i < values.count; i++) {
        cli_print(out, i > 0 ? ", " : "");
        cli_print_text(out, values.items[i]);
    }
    cli_print(out, "\n");
}

/* Prints a code ("no_resale") as words ("no resale"). */
static void print_words_of(cli_out *out, const char *code)
{
    while (*code) {
        size_t n = strcspn(code, "_");
        cli_printf(out, "%.*s%s", (int)n, code, code[n] ? " " : "");
        code += n + (code[n] == '_');
    }
}

void cli_page_restrictions(cli_out *out, cutline_strings restrictions)
{
    if (restrictions.count == 0)
        return;
    cli_page_label(out, "restrictions");
    cli_print_style(out, CLI_YELLOW);
    for (size_t i = 0; i < restrictions.count; i++) {
        cli_print(out, i > 0 ? ", " : "");
        print_words_of(out, restrictions.items[i]);
    }
    cli_print_style(out, CLI_PLAIN);
    cli_print(out, "\n");
}

void cli_page_credit(cli_out *out, const cutline_credit *credit)
{
    cli_page_text(out, "credit", credit->line);
    cli_page_strings(out, "  photographers", credit->photographers);
    cli_page_strings(out, "  agencies", credit->agencies);
    cli_page_text(out, "  issuer", credit->issuer);
    cli_page_strings(out, "  roles", credit->roles);
}

void cli_page_persons(cli_out *out, const cutline_person *persons, size_t count)
{
    if (count == 0)
        return;
    cli_page_label(out, "persons");
    for (size_t i = 0; i < count; i++) {
        cli_print(out, i > 0 ? ", " : "");
        cli_print_text(out, persons[i].name);
        if (persons[i].position) {
            cli_print(out, " (");
            cli_print_text(out, persons[i].position);
            cli_print(out, ")");
        }
    }
    cli_print(out, "\n");
}

void cli_page_place(cli_out *out, const cutline_place *place)
{
    const char *parts[3];
    size_t count = 0;
    if (place->city)
        parts[count++] = place->city;
    if (place->region)
        parts[count++] = place->region;
    if (place->country)
        parts[count++] = place->country;
    cli_page_strings(out, "place", (cutline_strings){parts, count});
}

void cli_page_provenance(cli_out *out, const cutline_provenance *p)
{
    if (p->source != CUTLINE_SOURCE_UNKNOWN)
        cli_page_text(out, "kind of picture", cutline_source_class_name(p->source));
    if (p->has_c2pa)
        cli_page_text(out, "C2PA manifest", p->claim_generator ? p->claim_generator : "present");
    cli_page_text(out, "embargo until", p->embargo);
    cli_page_text(out, "expires", p->expiry);
}

void cli_page_media_ids(cli_out *out, cutline_media_ids ids)
{
    for (size_t i = 0; i < ids.count; i++) {
        const cutline_media_id *id = &ids.items[i];
        cli_page_label(out, "media ID");
        cli_print_text(out, id->ns);
        cli_print(out, ":");
        cli_print_text(out, id->id);
        if (id->evidence) {
            cli_print(out, " (");
            cli_print_text(out, id->evidence);
            cli_print(out, ")");
        }
        cli_print(out, "\n");
    }
}

static void print_values(cli_out *out, const cutline_value *values, size_t count);

/* "{City: Geneva, CountryName: Switzerland}" */
static void print_structure(cli_out *out, const cutline_value *value)
{
    cli_print(out, "{");
    for (size_t i = 0; i < value->member_count; i++) {
        const cutline_member *member = &value->members[i];
        cli_print(out, i > 0 ? ", " : "");
        cli_print_text(out, member->name);
        cli_print(out, ": ");
        print_values(out, member->values, member->count);
    }
    cli_print(out, "}");
}

static void print_value(cli_out *out, const cutline_value *value)
{
    if (value->lang && strcmp(value->lang, "x-default") != 0) {
        cli_print(out, "[");
        cli_print_text(out, value->lang);
        cli_print(out, "] ");
    }
    if (value->text)
        cli_print_wrapped(out, value->text, CLI_PAGE_LABEL, CLI_PAGE_LABEL);
    else
        print_structure(out, value);
}

static void print_values(cli_out *out, const cutline_value *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cli_print(out, i > 0 ? "; " : "");
        print_value(out, &values[i]);
    }
}

void cli_page_field(cli_out *out, const cutline_field *field)
{
    cli_page_label(out, field->name);
    print_values(out, field->values, field->count);
    cli_print(out, "\n");
    if (!field->disagrees)
        return;
    for (size_t i = 0; i < field->said_count; i++) {
        const cutline_said *said = &field->said[i];
        cli_print_blanks(out, 2);
        cli_print_style(out, CLI_YELLOW);
        cli_printf(out, "%s %s", cutline_origin_name(said->origin), "says");
        cli_print_style(out, CLI_PLAIN);
        cli_print_blanks(out, CLI_PAGE_LABEL - 2 - 5 - strlen(cutline_origin_name(said->origin)));
        print_values(out, said->values, said->count);
        cli_print(out, "\n");
    }
}

void cli_page_findings(cli_out *out, const cutline_finding *findings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const cutline_finding *finding = &findings[i];
        cli_page_label(out, "finding");
        cli_print_style(out, CLI_YELLOW);
        cli_print_text(out, finding->code);
        cli_print_style(out, CLI_PLAIN);
        if (finding->field) {
            cli_print(out, " in ");
            cli_print_text(out, finding->field);
        }
        if (finding->detail) {
            cli_print(out, ": ");
            cli_print_text(out, finding->detail);
        }
        cli_print(out, "\n");
    }
}
