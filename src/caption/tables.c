#include "caption/tables.h"

const cut_lex_table cut_lex_tables[] = {
    {cut_credit_rows, &cut_credit_row_count},
    {cut_restriction_rows, &cut_restriction_row_count},
    {cut_org_rows, &cut_org_row_count},
    {cut_language_rows, &cut_language_row_count},
};
const size_t cut_lex_table_count = sizeof cut_lex_tables / sizeof *cut_lex_tables;
