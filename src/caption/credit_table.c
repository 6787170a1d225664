#include "caption/tables.h"
#include "caption/values.h"

/* Words of a credit chain that are neither people nor agencies. */
const cut_lex_row cut_credit_rows[] = {
    {"handout|family handout|family photo|HO|hand out|handout photo|handout picture|"
     "handout image|handout photograph|handouts|Supplied|SUPPLIED|Hand-out|HANDOUT PHOTO|Supplied "
     "by|supplied by|contributed photo|submitted photo|contributed image|"
     "Folleto|document remis",
     CUT_IS_ROLE, CUT_ROLE_HANDOUT},
    {"pool|pool photo|pool new|POOL New|WPA Pool|wpa rota|Rota|Pool Photo|pool picture|"
     "pool image|Pool Foto|dpa-Pool|pool/file|Royal Pool|press pool|pool reuters|"
     "White House Pool|Downing Street Pool|Pool Reuters|代表撮影|代表",
     CUT_IS_ROLE, CUT_ROLE_POOL},
    {"stringer|STR|str|Stringer .|strringer|Stringers|-STR|STRINGER New|Str|STR New|"
     "freelance",
     CUT_IS_ROLE, CUT_ROLE_STRINGER},
    {"staff|reuters photographer|reuters staff|ap photographer|afp photographer|"
     "reuters contributor|staff photo|staff photographer|AFP Contributor|Contributor|STAFF|"
     "stf|STF",
     CUT_IS_ROLE, CUT_ROLE_STAFF},
    {"file|file photo|file photos|file pictures|files|file picture|file image|FILE "
     "PHOTO|Archivo|archivo|Archives|"
     "archives|Archiv|archive|archive photo|Archivbild|Archivfoto|Archive Photo|d'archives|"
     "Arquivo|Archivio|Arkiv|Arkivfoto|Arkivbild|Архив|архив|أرشيف|أرشيفية|الأرشيف|arşiv|資料|"
     "资料|資料写真|File Image",
     CUT_IS_ROLE, CUT_ROLE_FILE},
    {"uncredited|unknown photographer|no credit|no byline|Anonymous|ANONYMOUS", CUT_IS_ROLE,
     CUT_ROLE_UNCREDITED},
    {"courtesy|courtesy of|courtesy photo|photo courtesy of|photo courtesy|"
     "photos courtesy of|image courtesy of|picture courtesy of|images courtesy of|"
     "courtesy photo of|cortesía|cortesía de|cortesía del|cortesía de la|cortesia del|"
     "gentileza del|Foto cortesía de|con la cortesía de|courtoisie de|"
     "avec l'aimable autorisation de|mit freundlicher Genehmigung von|"
     "per gentile concessione di|gentileza|gentileza de|cortesia de|cortesia|бесплатно",
     CUT_IS_ROLE, CUT_ROLE_COURTESY},
    {"social media|social media video|social media website|social media/|twitter|instagram|"
     "facebook|telegram|tiktok|youtube|weibo|vkontakte|ugc|user generated content|x.com|"
     "redes sociales|réseaux sociaux|soziale Medien|مواقع التواصل الاجتماعي|مواقع التواصل|"
     "وسائل التواصل الاجتماعي|التواصل الاجتماعي|تويتر|فيسبوك|соцсети|социальные сети|"
     "sosyal medya",
     CUT_IS_ROLE, CUT_ROLE_SOCIAL_MEDIA},
    {"screengrab|screen grab|screenshot|screen shot|video grab|videograb|frame grab|"
     "video still|still image|video image|captura de pantalla|capture d'écran|"
     "captura de video|capture vidéo",
     CUT_IS_ROLE, CUT_ROLE_SCREENGRAB},
    {"various sources|various photographers|multiple sources|multiple photographers|released|"
     "Released|RELEASED|illustration|Illustration Photo|satellite image|obtained "
     "by|Livepic|livepic|"
     "CC BY|CC BY 2.0|CC BY 3.0|CC BY 4.0|CC BY-SA|CC BY-SA 2.0|CC BY-SA 3.0|CC BY-SA 4.0|"
     "CC-BY|CC-BY-SA|CC-BY-SA 3.0|CC-BY-SA 4.0|CC-BY 4.0|CC0|CC BY-ND|CC BY-NC|CC BY-NC-SA|CC "
     "BY-NC-ND|public domain|creative commons",
     CUT_IS_ROLE, CUT_ROLE_NOTHING},
    {"photo by|photos by|photo|photos|photograph by|image by|photo/|video by|"
     "photo illustration by|photographer|photographe|fotograf|Foto|Fotos|Fotó|special to|special "
     "for|"
     "photo illustration|illustration by|by",
     CUT_IS_CREDIT_NOISE, 0},
    {"记者|記者|發|发|通讯员|通訊員|特约记者|特約記者|摄影记者|攝影記者|見習記者|记者站|撮影|提供|"
     "供图|供圖",
     CUT_IS_CREDIT_NOISE, 0},

    {"via|vía|über|через|عبر|aracılığıyla|经由", CUT_IS_VIA, 0},

    {"photo by|photos by|picture by|pictures by|image by|images by|photograph by|"
     "photographs by|photo credit should read|photo credits should read|picture credit should read|"
     "image credit should read|credit should read|"
     "photo credit should be|photo must credit|please credit|credit must read|"
     "photo credit must read|picture by:|photographer|photography by|photo credit|"
     "photo credits|picture credit|image credit|photo illustration by|photo taken by|"
     "words and photo by|image copyright|image source|Bildrechte|Bildrecht|photo de|photo "
     "par|photographie de|photographe|crédit photo|"
     "crédits photo|crédit photos|photo prise par|Copyright|Crédit|Foto von|Bild von|Bild:|"
     "Fotos von|Fotograf|Fotografin|Fotoquelle|Bildquelle|Bildnachweis|Fotografie|Aufnahme|"
     "foto de|fotos de|foto por|fotografía de|fotografía|fotografías|fotógrafo|crédito|"
     "créditos|foto di|fotografia di|credito|crediti|fotografia|fotografia de|fotógrafa|"
     "foto van|fotograaf|beeld|fotoğraf|fotoğraflar|fotoğrafı çeken|Фото|Фотограф|Снимок|"
     "Автор фото|Источник фото|Фотография|Источник|تصوير|صورة من|المصور|مصدر الصورة|عدسة|"
     "צילום|צילומים|קרדיט|المصدر|مصدر|بعدسة|تصوير/|مصدر "
     "الصور|摄影|攝影|图源|图片来源|来源|供图|图|摄|图片|撮影|写真|写真提供|撮影者|写真＝|提供|"
     "Fotó|Fot.|Fot|Zdjęcie|Kuva|Kuvaaja|Foto",
     CUT_IS_LABEL, CUT_LABEL_STRONG},
    {"photograph|photographs|pictured|photo|photos|picture|pictures|image|images|credit|"
     "credits|source|pic|pics|pix|by|Foto|Fotos|Bild|Bilder|Quelle|fuente|fonte|Foto/|Photo/|"
     "imagen|kép|صورة|الصورة|صور|video",
     CUT_IS_LABEL, CUT_LABEL_WEAK},
    {"摄|攝|撮影|提供|供图", CUT_IS_LABEL, CUT_LABEL_TAIL},

    /* Ranks and posts that stand before a service photographer's name. */
    {"mass communication specialist|mass communication specialist 1st class|"
     "mass communication specialist 2nd class|mass communication specialist 3rd class|"
     "mass communication specialist seaman|mass communication specialist seaman apprentice|"
     "mass communication specialist seaman recruit|seaman|seaman apprentice|seaman recruit|"
     "chief mass communication specialist|senior chief mass communication specialist|"
     "chief petty officer|petty officer|petty officer 1st class|petty officer 2nd class|"
     "petty officer 3rd class|petty officer first class|petty officer second class|"
     "petty officer third class|photographer's mate 1st class|photographer's mate 2nd class|"
     "photographer's mate 3rd class|photographer's mate airman|airman|airman 1st class|"
     "airman first class|senior airman|staff sgt.|staff sgt|tech. sgt.|tech. sgt|tech sgt.|"
     "master sgt.|master sgt|senior master sgt.|senior master sgt|chief master sgt.|sgt.|"
     "sgt|sgt. 1st class|sgt. first class|sergeant|staff sergeant|technical sergeant|"
     "master sergeant|gunnery sgt.|gunnery sergeant|1st sgt.|sgt. maj.|spc.|spc|specialist|"
     "spc. 4|pfc.|pfc|pvt.|pvt|pv2|private|private 1st class|private first class|pvt. 2|"
     "cpl.|cpl|corporal|lance cpl.|lance cpl|lance corporal|1st lt.|2nd lt.|1st lt|2nd lt|"
     "lt.|lt|lieutenant|lt. j.g.|lt. cmdr.|lieutenant commander|capt.|capt|captain|maj.|maj|"
     "major|lt. col.|lt. col|col.|col|colonel|cmdr.|commander|ensign|ens.|mc1|mc2|mc3|mcsn|"
     "mcsa|mcsr|mcc|mr.|ms.|mrs.|visual information specialist|chief warrant officer|"
     "warrant officer|sra|amn|a1c|ssgt|tsgt|msgt|po1|po2|po3|leading aircraftman|sac|as1|"
     "lphot|po phot|poa(phot)|l(phot)|cpl rlc|corporal rlc|civilian photographer|"
     "public affairs specialist|courtesy photo by|aviation maintenance administrationman|"
     "aviation ordnanceman|boatswain's mate",
     CUT_IS_RANK, 0},

    /* Bodies known to give pictures out that are no agency: enough to tell a credit from prose. */
    {"DHA|Demirören Haber Ajansı|DHA Photo|İHA|IHA|İhlas Haber Ajansı|Depo|الجزيرة|"
     "الجزيرة نت|العربية|الشرق الأوسط|وكالات|الصحافة السورية|مواقع إلكترونية|سكاي نيوز|"
     "العربي الجديد|بي بي سي|المصري اليوم|الأهرام|اليوم السابع|النهار|سي إن إن|القدس العربي|"
     "Al Jazeera|Al Arabiya|BBC|BBC News|CNN|ITV|Sky News|Fox News|NBC News|ABC News|"
     "CBS News|The New York Times|New York Times|The Washington Post|Washington Post|"
     "Los Angeles Times|The Guardian|The Times|The Telegraph|Daily Mail|Daily Mirror|"
     "The Sun|Financial Times|The Wall Street Journal|The Boston Globe|Boston Globe|"
     "Chicago Tribune|Miami Herald|The Denver Post|The Globe and Mail|Toronto Star|"
     "National Post|South China Morning Post|The Straits Times|The Hindu|Hindustan Times|"
     "Times of India|Dawn|Haaretz|Jerusalem Post|Le Monde|Le Figaro|Libération|Ouest-France|"
     "La Voix du Nord|Le Parisien|Sud Ouest|El País|El Mundo|La Vanguardia|El Periódico|ABC|"
     "Clarín|La Nación|Folha de S.Paulo|O Globo|Die Welt|Bild|Der Spiegel|"
     "Süddeutsche Zeitung|FAZ|La Repubblica|Corriere della Sera|Коммерсантъ|Коммерсант|"
     "Известия|Российская газета|Ведомости|Лента.ру|Новая "
     "газета|Москва|Getty|人民日报|人民网|澎湃新闻|"
     "新京报|央视新闻|央视|财新|环球网|朝日新聞|朝日新聞社|毎日新聞|毎日新聞社|産経新聞|"
     "日本経済新聞|日経|NHK|東京新聞|Hürriyet|Milliyet|"
     "Sabah|Cumhuriyet|Tasnim|Tasnim News Agency|Fars|Fars News Agency|Mehr News|ISNA|MEHR|"
     "FARS|TASNIM|Agencja Wyborcza.pl|Agencja Gazeta|Maxar Technologies|Planet Labs|"
     "Planet Labs PBC|Maxar|European Union|NOAA|USGS|FEMA|CDC|SpaceX|NATO|UNICEF|UNHCR|WHO|"
     "Library of Congress|Library of Congress, Prints & Photographs Division|"
     "Library of Congress, Prints and Photographs Division|"
     "Library of Congress Prints and Photographs Division|Bundesarchiv|German Federal "
     "Archives|National Archives|"
     "U.S. National Archives|The National Archives|Smithsonian Institution|Imperial War Museum|"
     "Imperial War Museums|Nationaal Archief|Archives nationales|Rijksmuseum|British Library|"
     "New York Public Library|Wikimedia Commons|Wikipedia|Flickr|Vatican Media|Vatican "
     "News|L'Osservatore Romano|"
     "Global Look Press|Moviestore|Kobal|Everett Collection|Snap|Universal History Archive|"
     "Hollandse Hoogte|White Star|CNBC|NPR|PBS|MSNBC|Star Tribune|The Seattle Times|The Oregonian|"
     "San Francisco Chronicle|Houston Chronicle|The Dallas Morning News|Detroit Free Press|"
     "The Philadelphia Inquirer|Newsday|USA TODAY|The Age|The Sydney Morning Herald|"
     "The Independent|Evening Standard|The Observer|The Scotsman|Irish Times|"
     "The Irish Times|Politico|POLITICO|ProPublica|The Atlantic|The New Yorker|TIME|"
     "دالاتي ونهرا|الوكالة الوطنية للإعلام|RMN-Grand Palais|IAEA|Interpol|Europol|Royal Navy|Royal "
     "Air Force|British Army|Ministry of Defence|"
     "Crown Copyright|UK MOD Crown Copyright|MOD Crown Copyright",
     CUT_IS_ISSUER, 0},
};
const size_t cut_credit_row_count = sizeof cut_credit_rows / sizeof *cut_credit_rows;
