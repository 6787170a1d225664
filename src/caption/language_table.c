#include "caption/tables.h"

/* Small words that are frequent in one language and rare in the others. */
const cut_lex_row cut_language_rows[] = {
    {"the|in|and|a|of|with|during|after|from|his|her|their|was|were|are|is|has|as|for|by|"
     "near|who|that|this|before|while|at|its|into|over|to|on",
     CUT_IS_LANGUAGE, CUT_LANG_EN},
    {"le|la|de|en|un|les|des|du|une|dans|avec|pour|lors|sur|est|au|aux|et|d'|l'|après|"
     "devant|près|qui|ses|sa|son|à|chez|leur|pendant|ce|cette|contre",
     CUT_IS_LANGUAGE, CUT_LANG_FR},
    {"an|in|der|die|das|und|im|am|vom|zum|zur|bei|mit|nach|während|ein|eine|einer|eines|"
     "einem|auf|ist|wird|den|dem|aus|vor|für|sich|durch|über|steht|geht",
     CUT_IS_LANGUAGE, CUT_LANG_DE},
    {"el|la|de|en|un|que|los|las|una|con|durante|del|y|su|por|para|tras|se|junto|este|esta|"
     "ante|cerca|desde|según",
     CUT_IS_LANGUAGE, CUT_LANG_ES},
    {"il|la|di|un|una|in|gli|della|dello|delle|dei|durante|nel|nella|alla|al|che|è|con|sono|"
     "dopo|presso|ai|dal|dalla|degli|sul",
     CUT_IS_LANGUAGE, CUT_LANG_IT},
    {"o|a|de|e|que|os|as|uma|um|em|no|na|nos|nas|do|da|dos|das|com|durante|ao|é|pelo|pela|"
     "após|perto|são|não|seu|sua",
     CUT_IS_LANGUAGE, CUT_LANG_PT},
    {"het|in|een|van|en|op|tijdens|bij|voor|met|na|zijn|haar|is|naar|aan|te|uit|tegen|"
     "worden|wordt|nabij|de",
     CUT_IS_LANGUAGE, CUT_LANG_NL},
    {"och|av|vid|på|under|efter|från|är|ett|som|mot|sin|för|med|till|inför|den|i|har",
     CUT_IS_LANGUAGE, CUT_LANG_SV},
    {"og|af|ved|på|under|efter|fra|er|et|som|mod|sin|til|blev|med", CUT_IS_LANGUAGE, CUT_LANG_DA},
    {"og|av|ved|på|under|etter|fra|er|et|som|mot|sin|til|ble|med", CUT_IS_LANGUAGE, CUT_LANG_NO},
    {"w|z|na|podczas|przed|i|oraz|się|roku|przez|po|dnia|do|ze", CUT_IS_LANGUAGE, CUT_LANG_PL},
    {"golcüsü|bakanı|ardından|teknik|direktörü|yakınlarındaki|ve|ile|için|bir|nedeniyle|"
     "tarihinde|sırasında|olan|bu|etti|yaptı|düzenlenen|yer|çok|da|de|kapsamında|"
     "gerçekleştirilen|katıldı|önünde|geldi|sonra",
     CUT_IS_LANGUAGE, CUT_LANG_TR},
    {"di|yang|dan|dengan|untuk|pada|saat|dalam|ini|para|oleh|dari|ke", CUT_IS_LANGUAGE,
     CUT_LANG_ID},
};
const size_t cut_language_row_count = sizeof cut_language_rows / sizeof *cut_language_rows;
