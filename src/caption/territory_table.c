#include "caption/territory.h"

const cut_notice_name cut_territories[] = {
    {"United Kingdom", "uk|u k|united kingdom|great britain|britain|gb|gbr|grossbritannien|"
                       "royaume uni|reino unido|regno unito|великобритания|بريطانيا|英国"},
    {"United States", "us|u s|usa|u s a|united states|united states of america|etats unis|"
                      "estados unidos|eeuu|stati uniti|vereinigte staaten|сша|amerika"},
    {"Germany", "germany|deutschland|allemagne|alemania|germania|alemanha|almanya|duitsland|"
                "германия|ألمانيا|德国|ger|deu"},
    {"Austria", "austria|osterreich|autriche|avusturya|oostenrijk|австрия|aut"},
    {"Switzerland", "switzerland|schweiz|suisse|suiza|svizzera|suica|isvicre|zwitserland|"
                    "швейцария|sui|che"},
    {"France", "france|frankreich|francia|franca|fransa|frankrijk|франция|فرنسا|法国|fra"},
    {"Spain", "spain|spanien|espagne|espana|spagna|espanha|ispanya|spanje|испания|esp"},
    {"Italy", "italy|italien|italie|italia|italya|италия|ita"},
    {"Portugal", "portugal|portogallo|portekiz|португалия|por"},
    {"Netherlands", "netherlands|the netherlands|holland|niederlande|pays bas|paises bajos|"
                    "paesi bassi|nederland|hollanda|нидерланды|ned|nld"},
    {"Belgium", "belgium|belgien|belgique|belgica|belgio|belgie|belcika|бельгия|bel"},
    {"Luxembourg", "luxembourg|luxemburg|luxemburgo|lussemburgo|lux"},
    {"Ireland", "ireland|republic of ireland|irland|irlande|irlanda|ierland|irl"},
    {"Denmark", "denmark|danemark|danmark|dinamarca|danimarca|denemarken|дания|den|dnk"},
    {"Sweden", "sweden|schweden|suede|suecia|svezia|sverige|isvec|zweden|швеция|swe"},
    {"Norway", "norway|norwegen|norvege|noruega|norvegia|norge|norvec|noorwegen|норвегия|nor"},
    {"Finland", "finland|finnland|finlande|finlandia|suomi|finlandiya|финляндия|fin"},
    {"Iceland", "iceland|island|islande|islandia|islanda"},
    {"Poland", "poland|polen|pologne|polonia|polska|polonya|польша|pol"},
    {"Czech Republic", "czech republic|czechia|tschechien|republique tcheque|republica checa|"
                       "repubblica ceca|cesko|чехия|cze"},
    {"Hungary", "hungary|ungarn|hongrie|hungria|ungheria|magyarorszag|macaristan|hun"},
    {"Greece", "greece|griechenland|grece|grecia|yunanistan|griekenland|греция|gre"},
    {"Turkey", "turkey|turkiye|turkei|turquie|turquia|turchia|turkije|турция|تركيا|tur"},
    {"Russia", "russia|russian federation|russland|russie|rusia|rusya|rusland|россия|روسيا|rus"},
    {"Ukraine", "ukraine|ukraina|ucrania|ucraina|ukrayna|украина|україна|ukr"},
    {"China", "china|chine|cina|cin|prc|китай|الصين|中国|mainland china"},
    {"Hong Kong", "hong kong|hongkong|hk|香港"},
    {"Taiwan", "taiwan|臺灣|台湾|台灣"},
    {"Japan", "japan|japon|giappone|japao|japonya|япония|اليابان|日本|jpn"},
    {"South Korea", "south korea|s korea|republic of korea|korea|sudkorea|coree du sud|"
                    "corea del sur|corea del sud|guney kore|韩国|韓国|한국|kor"},
    {"North Korea", "north korea|nordkorea|coree du nord|corea del norte"},
    {"India", "india|indien|inde|hindistan|индия|ind"},
    {"Australia", "australia|australien|australie|avustralya|австралия|aus"},
    {"New Zealand", "new zealand|nz|n z|neuseeland|nouvelle zelande|nueva zelanda|nzl"},
    {"Canada", "canada|kanada|канада|can"},
    {"Mexico", "mexico|mexiko|mexique|messico|meksika|мексика|mex"},
    {"Brazil", "brazil|brasil|brasilien|bresil|brasile|brezilya|бразилия|bra"},
    {"Argentina", "argentina|argentinien|argentine|arjantin|arg"},
    {"Israel", "israel|israele|إسرائيل|израиль|isr"},
    {"Iran", "iran|إيران|иран|irn"},
    {"Saudi Arabia", "saudi arabia|ksa|saudi arabien|arabie saoudite|السعودية"},
    {"United Arab Emirates", "uae|u a e|united arab emirates|emirates|الإمارات"},
    {"Egypt", "egypt|agypten|egypte|egipto|egitto|مصر"},
    {"South Africa", "south africa|sudafrika|afrique du sud|sudafrica|rsa|zaf"},
    {"Quebec", "quebec|province of quebec|qc"},

    /* Groups, as agencies name them. */
    {"Nordic countries", "nordics|nordic countries|the nordics|nordic"},
    {"Scandinavia", "scandinavia|skandinavien|scandinavie|escandinavia"},
    {"Benelux", "benelux"},
    {"Baltic countries", "baltics|baltic states|baltic countries"},
    {"Germany, Austria, Switzerland", "dach|d a ch|gas|germany austria switzerland"},
    {"Europe", "europe|europa"},
    {"European Union", "eu|e u|european union"},
    {"Asia", "asia"},
    {"Africa", "africa"},
    {"Latin America", "latin america|latam"},
    {"North America", "north america"},
    {"South America", "south america"},
    {"Middle East", "middle east"},
    {"Balkans", "balkans"},
    {"CIS countries", "cis|cis countries"},
    {"United Kingdom and Ireland", "british isles"},
    {"Australasia", "australasia"},
};
const size_t cut_territory_count = sizeof cut_territories / sizeof cut_territories[0];

const cut_notice_name cut_media[] = {
    {"internet", "internet|web|website|websites|online|online use|internet use|internet usage|"
                 "web use|online usage|digital|intranet"},
    {"TV", "tv|television|local tv|fernsehen|televisione|televisao|televisions"},
    {"broadcast", "broadcast|broadcasters|broadcasting"},
    {"radio", "radio"},
    {"video", "video"},
    {"mobile", "mobile|mobile use|mobiles|mobile phones"},
    {"social media", "social media|social|facebook|twitter|instagram"},
    {"blogs", "blogs|blog"},
    {"magazines", "magazines|magazine|mags|mag|magazinos|zeitschriften|magazine use"},
    {"newspapers", "newspapers|newspaper|zeitungen|journaux|periodicos|dailies"},
    {"tabloids", "tabloids|tabloid|british tabloids"},
    {"print", "print|print use|printed media|print media|presse ecrite"},
    {"books", "books|book"},
    {"posters", "posters"},
    {"wire services", "wire service|wire services"},
    {"publications", "publications"},
};
const size_t cut_medium_count = sizeof cut_media / sizeof cut_media[0];
