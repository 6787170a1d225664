/* Forms of the agencies' own caption credits. Those that are not listed put the name first. */
#include "record/credit.h"

const cut_credit_form cut_credit_forms[] = {
    {"Reuters", "REUTERS/"}, {"AP", "AP Photo/"}, {"EPA", "EPA/"},
    {"Xinhua", "Xinhua/"},   {"ANSA", "ANSA/"},
};

const size_t cut_credit_form_count = sizeof cut_credit_forms / sizeof cut_credit_forms[0];
