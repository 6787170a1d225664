#include "caption/tables.h"

/* Words whose presence in a run of capitalised words tells that it names no person. */
const cut_lex_row cut_org_rows[] = {
    {"Crescent|Cross|Hezbollah|Hamas|Taliban|Agency|Agencies|Administration|Airlines|"
     "Airways|Alliance|Ambassador's|Army|Assembly|Associated|Association|Authority|Bank|"
     "Battalion|Board|Broadcasting|Brigade|Brothers|Bureau|Cabinet|Center|Centre|Chamber|"
     "Channel|Chronicle|Club|Coalition|College|Command|Commission|Committee|Communications|"
     "Company|Confederation|Congress|Consortium|Consulate|Corp|Corporation|Corps|Council|"
     "Court|Daily|Defence|Defense|Department|Directorate|Division|Embassy|Enterprise|"
     "Enterprises|Entertainment|Examiner|Exchange|Express|Federation|Films|Fleet|Force|"
     "Forces|Foundation|Front|Fund|Gazette|Government|Governorate|Group|Guard|Guards|"
     "Headquarters|Herald|Holding|Holdings|Hospital|Inc|Independent|Industries|Information|"
     "Institute|Institution|Intelligence|International|Journal|Kremlin|Laboratories|"
     "Laboratory|Labs|League|Limited|LLC|Ltd|Mail|Media|Military|Militia|Ministry|Mission|"
     "Mirror|Monitor|Motors|Municipality|Museum|Navy|Network|Networks|News|Newspaper|"
     "Newspapers|Observatory|Observer|Office|Organisation|Organization|Palace|Parliament|"
     "Partners|Party|Patrol|Photo|Photos|Images|Pictures|Police|Post-Gazette|Post-Dispatch|"
     "Presidency|Presidential|Press|Productions|Programme|Project|Prosecutor|Prosecutors|"
     "Publishing|Records|Record|Regiment|Register|Reporter|Republic|Resources|Review|Royals|"
     "Sanctuary|School|Secretariat|Senate|Sentinel|Service|Services|Sheriff|Sheriff's|"
     "Society|Solutions|Sports|Squad|Squadron|Standard|Star-Ledger|State|Statesman|Station|"
     "Studio|Studios|Sun-Times|Supreme|Surveillance|Syndicate|Team|Technologies|Technology|"
     "Telegraph|Television|Times|Times-Picayune|Today|Tribune|Tribunal|TV|Union|United|"
     "University|Utilities|Video|Vatican|Watch|Weekly|Workers|World|Zoo|Airport|Aquarium|"
     "Archive|Archives|Attorney|Attorneys|Authorities|Base|Campaign|Charity|Church|Cinema|"
     "City|Civil|Coast|Collection|Community|Constabulary|Cooperative|Correctional|County|"
     "District|Ecology|Emergency|Environmental|Facility|Federal|Fire|Gallery|Geological|"
     "Health|House|Humane|Imaging|Imagery|Inquirer|Investigation|Investigations|Jail|"
     "Library|Maritime|Meteorological|Militants|Missile|National|Nations|NGO|Oceanic|Opera|"
     "Orchestra|Penitentiary|Plc|Port|Power|Prison|Province|Public|Railway|Rescue|Research|"
     "Safety|Satellite|Science|Sciences|Secretary|Security|Shipping|Space|Spaceport|Survey|"
     "Systems|Theatre|Theater|Transport|Transportation|Treasury|Trust|Volunteers|Wildlife|"
     "Radio|Telecom|Press-Telegram|Bugle|Advertiser|Argus|Dispatch|Globe|Courier|Leader|"
     "News-Press|Picayune|Oregonian|Tennessean|Republican|Democrat|Gleaner|Vanguard|"
     "Standard-Examiner|Evening|Morning|Sunday|Guardian|Advocate|Pool|Handout|Heritage|"
     "Infirmary|Unit|Expeditionary|Juniors|Saint-Germain|Rovers|Wanderers|Hotspur|Albion|Sociedad|"
     "Betis|Borussia|"
     "Real|Benfica|Galatasaray|Spartak|Zenit|Shakhtar|Maccabi|Athletic|Dynamo|Dinamo|"
     "Lokomotiv|Celta|Inter|Sporting|Olympique|Olympiacos|Panathinaikos|Fenerbahce|Besiktas|"
     "Image|Festival|Awards|Movement|Resistance|Revolutionary|Corpsmen",
     CUT_IS_ORG_WORD, 0},
    /* Teams of the American leagues; those that are plain words with their city. */
    {"Hawks|Celtics|Nets|Hornets|Bulls|Cavaliers|Mavericks|Nuggets|Pistons|Warriors|Rockets|"
     "Pacers|Clippers|Lakers|Grizzlies|Bucks|Timberwolves|Pelicans|Knicks|76ers|Suns|"
     "Blazers|Raptors|Wizards|Spurs|49ers|Bears|Bengals|Bills|Broncos|Browns|Buccaneers|"
     "Cardinals|Chargers|Chiefs|Colts|Commanders|Cowboys|Dolphins|Eagles|Falcons|Giants|"
     "Jaguars|Jets|Lions|Packers|Panthers|Patriots|Raiders|Rams|Ravens|Redskins|Saints|"
     "Seahawks|Steelers|Texans|Titans|Vikings|Angels|Astros|Athletics|Braves|Brewers|Cubs|"
     "Diamondbacks|Dodgers|Guardians|Mariners|Marlins|Mets|Nationals|Orioles|Padres|"
     "Phillies|Pirates|Rangers|Rays|Reds|Rockies|Tigers|Twins|Yankees|Blackhawks|Bruins|"
     "Canadiens|Canucks|Capitals|Coyotes|Devils|Ducks|Flyers|Hurricanes|Islanders|Oilers|"
     "Penguins|Predators|Sabres|Sharks|Senators|Stars|Orlando Magic|Miami Heat|Utah Jazz|"
     "Oklahoma City Thunder|Minnesota Wild|Colorado Avalanche|Tampa Bay Lightning|"
     "Seattle Kraken|Red Sox|White Sox|Blue Jays|Maple Leafs|Red Wings|Golden Knights|"
     "Galaxy|Sounders|Timbers|Crew|Reporters Without Borders|Doctors Without Borders",
     CUT_IS_ORG_WORD, 0},
    {"Ministère|Préfecture|Gendarmerie|Mairie|Présidence|Elysée|Agence|Presse|Journal|"
     "Université|Musée|Hôpital|Pompiers|Sapeurs-pompiers|Armée|Marine|Assemblée|Sénat|"
     "Conseil|Société|Ministerium|Polizei|Feuerwehr|Bundeswehr|Bundespresseamt|"
     "Bundesregierung|Zeitung|Anzeiger|Nachrichten|Rundschau|Universität|Verlag|"
     "Landeskriminalamt|Bundespolizei|Staatskanzlei|Ministerio|Presidencia|Gobierno|Policía|"
     "Guardia|Ejército|Ayuntamiento|Junta|Generalitat|Universidad|Palacio|Bomberos|"
     "Secretaría|Fiscalía|Armada|Periódico|Diario|Prensa|Agencia|Ministero|Polizia|"
     "Carabinieri|Vigili|Comune|Regione|Presidenza|Quirinale|Agenzia|Ministério|Presidência|"
     "Governo|Polícia|Prefeitura|Câmara|Jornal|Bombeiros|Palácio|Agência|Ministerie|Politie|"
     "Brandweer|Polis|Polisen|Politiet|Regjeringen|Försvarsmakten|Forsvaret|Bakanlığı|"
     "Cumhurbaşkanlığı|Valiliği|Belediyesi|Haber|Gazetesi|Ajansı|Emniyet|Jandarma|"
     "Министерство|Минобороны|Пресс-служба|МЧС|Полиция|Кремль|Правительство|Администрация|"
     "Газета|Новости|МВД|ФСБ|Служба|Агентство|Росгвардия|Роскосмос",
     CUT_IS_ORG_WORD, 0},
    {"وزارة|رئاسة|مكتب|الرئاسة|الحكومة|الشرطة|الجيش|قناة|صحيفة|وكالة|مجلس|هيئة|جامعة|منظمة|"
     "الإعلام|الدفاع|المكتب|الأمم|التلفزيون|مؤسسة|جمعية|القوات|حركة|حزب|شركة|مستشفى|الديوان|"
     "الخارجية|الداخلية|الوزارة|مركز|إعلام|المركز|موقع|مواقع|الجزيرة|الصحافة",
     CUT_IS_ORG_WORD, 0},
    {"社|局|部|省|庁|署|厅|办|院|台|网|報|报|電視|新聞|新闻|会|會|団|大学|公司|政府|警察|"
     "大会|大會|会议|會議|海上保安庁|防衛省|外务省|通信|通讯社",
     CUT_IS_ORG_WORD, 0},
};
const size_t cut_org_row_count = sizeof cut_org_rows / sizeof *cut_org_rows;
