#include "caption/tables.h"

const cut_lex_table cut_lex_tables[] = {
    {cut_credit_rows, &cut_credit_row_count},   {cut_restriction_rows, &cut_restriction_row_count},
    {cut_org_rows, &cut_org_row_count},         {cut_language_rows, &cut_language_row_count},
    {cut_given_rows, &cut_given_row_count},     {cut_native_name_rows, &cut_native_name_row_count},
    {cut_country_rows, &cut_country_row_count}, {cut_city_rows, &cut_city_row_count},
    {cut_region_rows, &cut_region_row_count},   {cut_demonym_rows, &cut_demonym_row_count},
    {cut_date_rows, &cut_date_row_count},       {cut_person_rows, &cut_person_row_count},
    {cut_word_rows, &cut_word_row_count},       {cut_title_rows, &cut_title_row_count},
    {cut_place_rows, &cut_place_row_count},
};
const size_t cut_lex_table_count = sizeof cut_lex_tables / sizeof *cut_lex_tables;
