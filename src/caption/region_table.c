#include "caption/tables.h"

/* States, provinces and the like. Names stand for a region wherever a place is looked for; codes
 * only beside a comma. Names that are rather cities or people ("Victoria") need a comma too, which
 * place.c sees to. */
const cut_lex_row cut_region_rows[] = {
    {"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|"
     "Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|"
     "Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|"
     "New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|"
     "Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|"
     "Utah|Vermont|Virginia|Washington|Washington state|Washington State|New York state|"
     "New York State|West Virginia|Wisconsin|Wyoming|District of Columbia|Upstate New York|"
     "Long Island|Southern California",
     CUT_IS_REGION, 0},
    {"Ala.|Ariz.|Ark.|Calif.|Colo.|Conn.|Del.|Fla.|Ga.|Ill.|Ind.|Kan.|Kans.|Ky.|La.|Md.|"
     "Mass.|Mich.|Minn.|Miss.|Mo.|Mont.|Neb.|Nebr.|Nev.|N.H.|N.J.|N.M.|N.Y.|N.C.|N.D.|Okla.|"
     "Ore.|Oreg.|Pa.|R.I.|S.C.|S.D.|Tenn.|Tex.|Vt.|Va.|Wash.|W.Va.|W. Va.|Wis.|Wisc.|Wyo.|"
     "D.C.|Alta.|B.C.|Man.|N.B.|N.L.|Nfld.|N.S.|N.W.T.|Ont.|P.E.I.|Que.|Sask.|Y.T.|P.R.|"
     "Penn.|Cal.|Penna.",
     CUT_IS_REGION_CODE, 0},
    {"AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|"
     "NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|ON|QC|BC|AB|"
     "MB|SK|NS|NB|NL|PE|NT|YT|NU|AP|UP|MP|HP|WB|NSW|QLD|VIC|TAS|SA|ACT|J&K|NCR|KPK",
     CUT_IS_REGION_CODE, 0},
    {"Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|"
     "Newfoundland and Labrador|Nova Scotia|Nunavut|Ontario|Prince Edward Island|Quebec|"
     "Québec|Saskatchewan|Yukon|Northwest Territories|the Northwest Territories|"
     "New South Wales|Queensland|Tasmania|South Australia|Western Australia|"
     "Northern Territory|Victoria|Australian Capital Territory|the Northern Territory|"
     "Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Goa|Gujarat|Haryana|"
     "Himachal Pradesh|Jharkhand|Karnataka|Kerala|Madhya Pradesh|Maharashtra|Manipur|"
     "Meghalaya|Mizoram|Nagaland|Odisha|Orissa|Punjab|Rajasthan|Sikkim|Tamil Nadu|Telangana|"
     "Tripura|Uttar Pradesh|Uttarakhand|West Bengal|Kashmir|Ladakh|Jammu and Kashmir|"
     "Jammu & Kashmir|Sindh|Balochistan|Baluchistan|Khyber Pakhtunkhwa|Gilgit-Baltistan|"
     "Azad Kashmir|Helmand|Nangarhar|Anhui|Fujian|Gansu|Guangdong|Guizhou|Hainan|Hebei|"
     "Heilongjiang|Henan|Hubei|Hunan|Jiangsu|Jiangxi|Jilin|Liaoning|Qinghai|Shaanxi|"
     "Shandong|Shanxi|Sichuan|Yunnan|Zhejiang|Guangxi|Inner Mongolia|Ningxia|Xinjiang|Tibet|"
     "Xizang",
     CUT_IS_REGION, 0},
    {"Gaza|Hokkaido|Honshu|Kyushu|Shikoku|Okinawa|Java|Sumatra|Sulawesi|Kalimantan|Borneo|Lombok|"
     "West Java|East Java|Central Java|North Sumatra|West Sumatra|South Sumatra|Riau|Aceh|"
     "Papua|West Papua|Central Sulawesi|South Sulawesi|North Sulawesi|East Kalimantan|"
     "West Kalimantan|East Nusa Tenggara|West Nusa Tenggara|Banten|Lampung|Sabah|Sarawak|"
     "Johor|Selangor|Perak|Kedah|Kelantan|Terengganu|Pahang|Negeri Sembilan|Perlis|Mindanao|"
     "Luzon|Visayas|Palawan|Leyte|Bohol|Rakhine|Shan State|Shan state|Kachin|Kayin|"
     "Rakhine state|Rakhine State|Kachin state|Kayah state|Sagaing|Bavaria|Bayern|Saxony|"
     "Sachsen|Thuringia|Thüringen|Hesse|Hessen|Brandenburg|Lower Saxony|Niedersachsen|"
     "North Rhine-Westphalia|Nordrhein-Westfalen|Baden-Württemberg|Baden-Wuerttemberg|"
     "Rhineland-Palatinate|Rheinland-Pfalz|Saarland|Saxony-Anhalt|Sachsen-Anhalt|"
     "Schleswig-Holstein|Mecklenburg-Vorpommern|Tyrol|Tirol|Styria|Steiermark|Carinthia|"
     "Kärnten|Vorarlberg|Burgenland|Upper Austria|Lower Austria|Oberösterreich|"
     "Niederösterreich|Valais|Ticino|Vaud|Graubünden|Andalusia|Andalucía|Catalonia|Cataluña|"
     "Catalunya|Catalogne|Galicia|Extremadura|Asturias|Cantabria|Navarra|Navarre|Aragon|"
     "Aragón|Basque Country|País Vasco|Canary Islands|Balearic Islands|Mallorca|Majorca|"
     "Menorca|Tenerife|Gran Canaria|Lanzarote|Fuerteventura|La Palma|La Rioja|"
     "Castilla-La Mancha|Castilla y León|Sicily|Sicilia|Sardinia|Sardegna|Tuscany|Toscana|"
     "Lombardy|Lombardia|Piedmont|Piemonte|Veneto|Liguria|Puglia|Apulia|Calabria|Campania|"
     "Umbria|Marche|Abruzzo|Lazio|Emilia-Romagna|Basilicata|Molise|Friuli-Venezia Giulia|"
     "Trentino|Alto Adige|South Tyrol|Südtirol|Normandy|Normandie|Brittany|Bretagne|"
     "Provence|Corsica|Corse|Alsace|Lorraine|Burgundy|Bourgogne|Aquitaine|Champagne|"
     "Picardie|Savoie|Haute-Savoie|Var|Gironde|Bouches-du-Rhône|Hauts-de-France|"
     "Ile-de-France|Île-de-France|Occitanie|Nord-Pas-de-Calais|Pas-de-Calais|Loire|"
     "Finistère|Morbihan|Crete|Rhodes island|Lesbos|Attica|Macedonia region|Peloponnese|"
     "Evros|Transylvania|Wallonia|Flanders|Zeeland|Limburg|Friesland|North Holland|"
     "Gelderland|Algarve|Azores|Madeira|Alentejo|Lapland|Skåne|Crimea|Donbas|Donbass|"
     "Dagestan|Chechnya|Ingushetia|Tatarstan|Bashkortostan|Siberia|Kamchatka|Sakhalin|"
     "Kursk region|Kurdistan|Iraqi Kurdistan|Gaza Strip|the Gaza Strip|West Bank|"
     "the West Bank|Golan Heights|the Golan Heights|Sinai|North Sinai|Darfur|West Darfur|"
     "North Darfur|South Darfur|Kordofan|South Kordofan|Tigray|Oromia|Amhara|Puntland|"
     "North Kivu|South Kivu|Ituri|Kasai|Katanga|Cabo Delgado|Western Cape|Eastern Cape|"
     "KwaZulu-Natal|Kwazulu-Natal|Gauteng|Limpopo|Mpumalanga|Free State|North West province|"
     "Borno|Borno State|Borno state|Kaduna State|Zamfara State|Rivers State|Benue State|"
     "Plateau State|Ogun State|Kano State|Niger Delta|Lagos State|Chiapas|Oaxaca|Puebla|"
     "Veracruz|Querétaro|Sinaloa|Sonora|"
     "Jalisco|Michoacan|Michoacán|Guerrero|Tamaulipas|Nuevo Leon|Nuevo León|Baja California|"
     "Quintana Roo|Yucatan|Yucatán|Veracruz state|Coahuila|Durango|Hidalgo|Morelos|Nayarit|"
     "Tabasco|Zacatecas|Amazonas|Minas Gerais|Bahia|Pernambuco|Ceara",
     CUT_IS_REGION, 0},
    {"Ceará|Rio Grande do Sul|Santa Catarina|Parana|Mato Grosso|Mato Grosso do Sul|Rondonia|"
     "Rondônia|Roraima|Acre|Amapa|Goias|Goiás|Maranhao|Maranhão|Antioquia|Cauca|"
     "Norte de Santander|Tachira|Táchira|Zulia|Patagonia|Tierra del Fuego|Araucania|Biobio|"
     "Cornwall|Devon|Kent|Essex|Surrey|Sussex|West Sussex|East Sussex|Norfolk|Suffolk|"
     "Somerset|Dorset|Wiltshire|Hampshire|Berkshire|Oxfordshire|Buckinghamshire|"
     "Hertfordshire|Bedfordshire|Cambridgeshire|Lincolnshire|Nottinghamshire|Derbyshire|"
     "South Wales|North Wales|West Wales|Mid "
     "Wales|Leicestershire|Warwickshire|Worcestershire|Gloucestershire|Shropshire|Staffordshire|"
     "Cheshire|Lancashire|Yorkshire|North Yorkshire|South Yorkshire|West Yorkshire|Cumbria|"
     "Northumberland|County Durham|Merseyside|Greater Manchester|West Midlands|"
     "Tyne and Wear|Isle of Wight|Aberdeenshire|Fife|Highlands|Co Antrim|County Antrim|"
     "Co Down|County Down|Co Tyrone|County Tyrone|Co Armagh|County Armagh|Co Fermanagh|"
     "Co Londonderry|Co Donegal|County Donegal|Co Kildare|County Kildare|Co Meath|Co Clare|"
     "County Clare|Co Kerry|County Kerry|Co Mayo|Co Cork|County Cork|Co Galway|Co Wicklow|"
     "Co Louth|Co Limerick|Co Wexford|Co Tipperary|Gwynedd|Powys|Pembrokeshire|Anglesey|"
     "Ayrshire|Perthshire|Lanarkshire|Northamptonshire|Rutland|Herefordshire|East Lothian|"
     "Midlothian",
     CUT_IS_REGION, 0},
    {"Zhuang Autonomous Region|Uygur Autonomous Region|Uyghur Autonomous Region|"
     "Hui Autonomous "
     "Region|province|Province|Prefecture|prefecture|oblast|Oblast|governorate|Governorate|krai|"
     "Autonomous Region|Autonomous Prefecture|Special Administrative Region|Province's|"
     "region|Region|county|County|district|District|state|State|department|canton|territory|"
     "Territory|municipality|Municipality|regency|Regency|voivodeship|republic|division|"
     "parish|Parish|autonomous region|region's|ken",
     CUT_IS_REGION_WORD, 0},
    {"安徽省|福建省|甘肃省|广东省|廣東省|贵州省|海南省|河北省|黑龙江省|河南省|湖北省|湖南省|"
     "江苏省|江西省|吉林省|辽宁省|青海省|陕西省|山东省|山西省|四川省|云南省|浙江省",
     CUT_IS_REGION, 0},
    {"安徽|福建|甘肃|广东|廣東|贵州|海南|河北|黑龙江|河南|湖北|湖南|江苏|江西|吉林|辽宁|青海|陕西|"
     "山东|山西|四川|云南|浙江|广西|内蒙古|宁夏|新疆|西藏|"
     "北海道|青森県|岩手県|宮城県|秋田県|山形県|福島県|茨城県|栃木県|群馬県|埼玉県|千葉県|神奈川県|"
     "新潟県|富山県|石川県|福井県|山梨県|長野県|岐阜県|静岡県|"
     "愛知県|三重県|滋賀県|京都府|大阪府|兵庫県|奈良県|和歌山県|鳥取県|島根県|岡山県|広島県|山口県|"
     "徳島県|香川県|愛媛県|高知県|福岡県|佐賀県|長崎県|熊本県|"
     "大分県|宮崎県|鹿児島県|沖縄県|沖縄",
     CUT_IS_REGION, 0},
    {"Московская область|Московской области|Ленинградская область|Ленинградской области|"
     "Крым|Крыму|Чечня|Чечне|Дагестан|Дагестане|Татарстан|Татарстане|Донбасс|Донбассе|"
     "Ростовская область|Ростовской области|Белгородской области|Курской области|"
     "Краснодарский край|Краснодарском крае|Приморский край|Приморье|Приморском крае|"
     "Свердловской области|Калининградской области|Донецкой области|Луганской области|"
     "قطاع غزة|الضفة الغربية|إقليم كردستان|دارفور|شمال سيناء|القرم|كردستان العراق|الجولان",
     CUT_IS_REGION, 0},
};
const size_t cut_region_row_count = sizeof cut_region_rows / sizeof *cut_region_rows;
