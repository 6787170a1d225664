#include "ident/ident_table.h"

/* Names are folded as by cut_ident_site(): lower case, without marks, spaces and punctuation, one
 * letter for the variants of alef, yeh and teh marbuta. A page header that begins with the name is
 * the site's. */
const cut_site_row cut_sites[] = {
    /* Newspapers and their archives. */
    {"aawsat", "aawsat.com", "asharqalawsat"},
    {"aawsat", "aawsat.net", "الشرقالاوسط"},
    {"aawsat", "asharq-e.com", "صحيفهالشرقالاوسط"},
    {"aawsat", "asharqalawsat.com", "جريدهالشرقالاوسط"},
    {"aawsat", NULL, "alsharqalawsat"},
    {"aawsat", NULL, "asharqawsat"},
    {"arabnews", "arabnews.com", "arabnews"},
    {"alarabiya", "alarabiya.net", "alarabiya"},
    {"alarabiya", NULL, "العربيه"},
    {"aljazeera", "aljazeera.com", "aljazeera"},
    {"aljazeera", "aljazeera.net", "الجزيره"},
    {"alhayat", "alhayat.com", "الحياه"},
    {"annahar", "annahar.com", "annahar"},
    {"dailystar-lb", "dailystar.com.lb", "thedailystarlebanon"},
    {"gulfnews", "gulfnews.com", "gulfnews"},
    {"jordantimes", "jordantimes.com", "jordantimes"},
    {"thenational", "thenationalnews.com", "thenationalnews"},
    {"thenational", "thenational.ae", NULL},
    {"guardian", "theguardian.com", "theguardian"},
    {"nytimes", "nytimes.com", "thenewyorktimes"},
    {"bbc", "bbc.co.uk", "bbcnews"},
    {"bbc", "bbc.com", NULL},

    /* Agencies: their portals. */
    {"reuters", "reuters.com", "reuterspictures"},
    {"reuters", "reutersconnect.com", "reutersconnect"},
    {"ap", "apimages.com", "apimages"},
    {"ap", "apnews.com", "apnews"},
    {"ap", "ap.org", "associatedpress"},
    {"afp", "afp.com", "agencefrancepresse"},
    {"afp", "afpforum.com", "afpforum"},
    {"getty", "gettyimages.com", "gettyimages"},
    {"getty", "istockphoto.com", "istockphoto"},
    {"epa", "epa.eu", "europeanpressphotoagency"},
    {"pa", "paimages.co.uk", "paimages"},
    {"pa", "pa.media", "pressassociation"},
    {"shutterstock", "shutterstock.com", "shutterstock"},
    {"alamy", "alamy.com", "alamy"},
    {"dpa", "dpa.com", "deutschepresseagentur"},
    {"picture-alliance", "picture-alliance.com", "picturealliance"},
    {"tt", "tt.se", NULL},
    {"ntb", "ntb.no", NULL},
    {"ansa", "ansa.it", NULL},
    {"tass", "tass.com", NULL},
    {"xinhua", "xinhuanet.com", "xinhuanews"},
    {"magnum", "magnumphotos.com", "magnumphotos"},
    {"newscom", "newscom.com", "newscom"},
};
const size_t cut_site_count = sizeof cut_sites / sizeof cut_sites[0];
