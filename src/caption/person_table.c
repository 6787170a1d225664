#include "caption/tables.h"
#include "caption/values.h"

/* What stands around names. */
const cut_lex_row cut_person_rows[] = {
    {"king|queen|prince|princess|pope|emperor|empress|sultan|emir|duke|duchess|crown prince|"
     "crown princess|grand duke|grand duchess|queen mother|roi|reine|prince consort|pape|"
     "le pape|könig|königin|prinz|prinzessin|papst|kronprinz|kronprinzessin|rey|reina|"
     "príncipe|princesa|infanta|papa|re|regina|principe|principessa|kung|drottning|"
     "kronprinsessan|prinsessan|prins|kong|dronning|kronprins|kronprinsesse|koning|koningin|"
     "prinses|król|królowa|papież|rei|rainha|kral|kraliçe|papa francisco|король|королева|"
     "папа|tsar|shah|dowager queen",
     CUT_IS_HONORIFIC, 1},
    {"Mr|Mrs|Ms|Miss|Mr.|Mrs.|Ms.|Dr|Dr.|Sir|Dame|Lord|Lady|Rev|Rev.|Fr.|Sheik|Sheikh|"
     "Shaikh|Hajj|Haji|Prof|Prof.|Pope|King|Queen|Prince|Princess|Duke|Duchess|Emperor|"
     "Empress|Count|Countess|Baroness|Baron|Father|Brother|Sister|Mother|Rabbi|Imam|Mullah|"
     "Maulana|Ayatollah|Mme|M.|Mlle|Herr|Frau|Señor|Señora|Don|Doña|Sr.|Sra.|Signor|Signora|"
     "Dom|Datuk|Dato|Dato'|Datuk Seri|Dato' Seri|Tan Sri|Tun|Puan Sri|Pak|Ibu|Bapak|U|Daw|"
     "Sri|Shri|Smt|Begum|Hon.|Hon|Me|Monsieur|Madame|Mgr|Msgr.|Cardinal|Archbishop|Bishop|"
     "Pastor|Reverend|Imperial|HRH|H.E.|HE|HM|Sayyed|Sayed|Crown|Grand|Majesty|Highness|"
     "Holiness|Excellency|Señorita|Maestro",
     CUT_IS_HONORIFIC, 0},

    {"van|der|den|de|la|del|da|das|do|dos|du|des|von|zu|zur|zum|ter|ten|bin|bint|ibn|al|el|"
     "ben|di|della|dalla|degli|y|i|e|af|av|abu|abd|st|le|lo|as|ash|ad|an|ar|az|d'|l'|ould|"
     "wa|na|mac|mc|vander|op|te|von der|van der|van den|de la|de los|de las|san|santa|dela|"
     "bar|ul|ur|ud|uz|us|oğlu|oglu|qizi|ugli|kyzy|het|'t|dem|aus|tot|thoe|Al|El|Ben|Bin|Abu",
     CUT_IS_PARTICLE, 0},
    {"Jr|Sr|Jr.|Sr.|II|III|IV|V|VI|VII|VIII|XI|XII|XIII|XIV|XVI|Junior|Neto|Filho|MP|QC|KC|"
     "MBE|OBE|CBE|MD|PhD|Esq|X",
     CUT_IS_NAME_SUFFIX, 0},

    {"Jr|Sr|Dr|Mr|Mrs|Ms|Prof|St|Ste|Mt|Ft|Sgt|Cpl|Pvt|Pfc|Spc|Lt|Col|Maj|Gen|Capt|Cmdr|Adm|"
     "Sen|Rep|Gov|Rev|Hon|Pres|Atty|Dist|Det|Insp|Supt|Fr|Msgr|Mgr|Sens|Reps|Govs|Dept|Inc|"
     "Co|Corp|Ltd|Bros|No|Nos|vs|v|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|"
     "Tues|Wed|Thu|Thurs|Fri|Sat|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|Md|"
     "Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Ont|Que|"
     "Alta|Sask|Ave|Blvd|Rd|approx|ca|resp|bzw|Nr|z|geb|Hl|Str|Mme|Mlle|janv|févr|juil|sept|"
     "oct|nov|déc|Sra|Srta|Ud|Uds|EE|UU|г|гг|ул|им|д|стр|тов|al|est|dept|Brig|Ens|Hwy|Univ|"
     "Assn|Intl|Natl|Tech|Pct|Const|Ald|Vol|p|pp|Sta|Sto|Eng|Dra|Lic|Arq|Fot|ul|prof|dr|hab|"
     "mgr|inż|ks|św|doc|ing|akad|mjr|gen|płk|por",
     CUT_IS_ABBREVIATION, 0},

    /* After these a person is named who is not in the picture. */
    {"portrait of|portraits of|picture of|pictures of|photo of|photos of|photograph of|"
     "photographs of|image of|images of",
     CUT_IS_NOT_SHOWN, 1},
    {"photographs of|poster of|posters of|billboard of|billboards of|placard of|placards of|"
     "cutouts of|screen showing|projection of|stencil of|figurine of|doll of|dolls of|"
     "likenesses of|statue of|statues of|bust of|mural of|murals of|painting of|"
     "paintings of|effigy of|effigies of|likeness of|banner of|banners of|mask of|masks of|"
     "caricature of|cutout of|cut-out of|wax figure of|waxwork of|mural depicting|depicting|"
     "banner depicting|poster depicting|showing former|mask depicting|wearing a mask of|"
     "supporter of|supporters of|fans of|fan of|followers of|critics of|opponents of|"
     "opponents to|supporters for|loyal to|loyalists of|backers of|admirers of|"
     "in support of|in solidarity with|against the arrest of|arrest of|release of|"
     "detention of|death of|deaths of|murder of|killing of|assassination of|funeral of|"
     "memorial to|memorial for|memory of|tribute to|tributes to|honour of|honor of|grave of|"
     "graves of|tomb of|coffin of|casket of|remains of|body of|shooting of|kidnapping of|"
     "disappearance of|extradition of|home of|house of|residence of|birthplace of|trial of|"
     "hearing of|impeachment of|resignation of|re-election of|reelection of|election of|"
     "candidacy of|birthday of|anniversary of|book by|film by|song by|songs by|novel by|"
     "directed by|designed by|written by|painted by|composed by|created by|sculpture by|"
     "work by|works by|painting by|paintings by|inspired by|named after|named for|owned by|"
     "built by|founded by|led by late|appointed by|drawing of|sketch of|drawings of|"
     "cardboard cutout of|protest against|protesting against|protests against|"
     "demonstration against|demonstrate against|rally against|rally for|rally in support of|"
     "campaign against|vote for|votes for|campaign for|campaign rally for|calling for|"
     "demanding|late|the late|mourn|mourning|mourners of|mausoleum of|life-size cutout of|"
     "life-sized cutout of|works of|work of|collection of|writings of|creation of|starring|"
     "adaptation of|regime of|government of|administration of|inauguration of|visit by|"
     "visit of|arrival of|lawyer for|lawyers for|attorney for|parents of|father of|"
     "mother of|family of|relatives of|widow of|sister of|brother of|wife of|husband of|"
     "son of|daughter of|friends of|policies of|image depicting|played by|voiced by|"
     "hologram of|sign reading|placard reading|t-shirt of|shirt of|jersey of|house owned by|"
     "murdered|slain|portrait de|portraits de|statue de|affiche de|affiches de|effigie de|"
     "partisans de|soutiens de|hommage à|mort de|obsèques de|funérailles de|photo de|"
     "tombe de|procès de|libération de|contre le président|soutien à|mémoire de|"
     "assassinat de|masque de|meurtre de|Porträt von|Bild von|Foto von|Bildnis von|"
     "Anhänger von|Unterstützer von|Statue von|Büste von|Grab von|Trauerfeier für|"
     "Beerdigung von|Gedenken an|Tod von|Prozess gegen|Plakat von|Plakat mit|retrato de|"
     "retratos de|estatua de|imagen de|foto de|fotos de|seguidores de|simpatizantes de|"
     "partidarios de|homenaje a|muerte de|funeral de|tumba de|juicio de|asesinato de|"
     "en contra de|en apoyo a|memoria de|busto de|mural de|cartel de|ritratto di|statua di|"
     "sostenitori di|morte di|funerali di|omicidio di|ricordo di|портрет|портретом|портреты|"
     "портретами|памятник|памятника|памяти|сторонники|бюст|похороны|могила|могиле|صورة|صور|"
     "تمثال|أنصار|مؤيدو|مؤيدي|جنازة|تشييع|ضريح|اغتيال|مقتل|لوحة|جدارية|画像|肖像|遗像|像|"
     "family member of|family members of|relative of|friend of|classmates of|colleagues of|"
     "neighbors of|neighbours of|wax statue of|aboard|aboard the|atop|victim of",
     CUT_IS_NOT_SHOWN, 0},

    {"l", CUT_IS_POSITION, CUT_POS_L},
    {"left|far left|L|lft|l.|li.|links|li|ganz links|gauche|à gauche|a gauche|à g.|g.|"
     "izquierda|izq|izq.|i|a la izquierda|izda|esquerda|à esquerda|sinistra|a sinistra|s|sx|"
     "til vänster|t.v.|tv|till vänster|vänster|til venstre|venstre|vasemmalla|vas.|solda|"
     "sol|sol başta|слева|z lewej|lewej|vlevo|balra|يسار|يسارا|يسارًا|إلى اليسار|على اليسار|"
     "شمال|الأيسر|左|左側|左侧|左边|on left|at left|on the left|seated left|front left|"
     "foreground left|left foreground|standing left|extreme left|at far left|pictured left|"
     "bottom left|top left|upper left|lower left|kiri",
     CUT_IS_POSITION, CUT_POS_L},
    {"right|far right|R|r.|re.|rechts|ganz rechts|re|r|droite|à droite|a droite|à d.|d|"
     "derecha|dcha|dcha.|der|der.|a la derecha|direita|à direita|destra|a destra|dx|"
     "till höger|t.h.|höger|til høyre|høyre|til højre|højre|th|oikealla|oik.|sağda|sağ|"
     "справа|z prawej|prawej|vpravo|jobbra|يمين|يمينا|يمينًا|إلى اليمين|على اليمين|الأيمن|右|"
     "右側|右侧|右边|on right|at right|on the right|seated right|front right|foreground right|"
     "right foreground|standing right|extreme right|at far right|pictured right|"
     "bottom right|top right|upper right|lower right|kanan",
     CUT_IS_POSITION, CUT_POS_R},
    {"center|centre|C|middle|c|in center|at center|in the center|in centre|in the centre|"
     "in the middle|seated center|seated centre|at centre|standing center|front center|"
     "center front|c.|m.|mitte|Mitte|in der Mitte|M.|M|au centre|au milieu|centro|"
     "en el centro|al centro|ao centro|no centro|midten|i midten|i mitten|mitten|m|ortada|"
     "orta|в центре|посередине|w środku|uprostřed|középen|وسط|الوسط|في الوسط|中|中央|中间|tengah|"
     "keskellä",
     CUT_IS_POSITION, CUT_POS_C},
    {"front|foreground|in foreground|in the foreground|in front|vorn|vorne|vorn.|devant|"
     "au premier plan|al frente|delante|davanti|front row|seated|前|手前|önde|"
     "на переднем плане",
     CUT_IS_POSITION, CUT_POS_FRONT},
    {"back|rear|background|in background|in the background|behind|at rear|at back|hinten|"
     "hinten.|derrière|à l'arrière-plan|en arrière-plan|detrás|al fondo|dietro|back row|"
     "standing|奥|後方|arkada|на заднем плане",
     CUT_IS_POSITION, CUT_POS_BACK},
    {"top|at top|above|oben|en haut|arriba|in alto|上|upper|haut", CUT_IS_POSITION, CUT_POS_TOP},
    {"bottom|at bottom|below|lower|unten|en bas|abajo|in basso|下|bas", CUT_IS_POSITION,
     CUT_POS_BOTTOM},
    {"from left|from left to right|l-r|l to r|l-to-r|left to right|pictured from left|"
     "pictured left to right|de gauche à droite|de g. à d.|de g à d|von links|v.l.|v.l.n.r.|"
     "v. l. n. r.|von links nach rechts|v.li.|vlnr|vlnr.|v.li.n.re.|de izquierda a derecha|"
     "de izq. a der.|i-d|da sinistra|da sinistra a destra|da esquerda para a direita|"
     "da esquerda|från vänster|fra venstre|van links naar rechts|vasemmalta|soldan sağa|"
     "soldan|слева направо|od lewej|zleva|balról jobbra|من اليسار|من اليسار إلى اليمين|左から|"
     "从左至右|左起|从左到右|izquierda a derecha|d'esquerra a dreta|standing from left|"
     "seated from left|front row from left|from left,|left-right|from l|from top left|"
     "clockwise from left|clockwise from top left|dari kiri",
     CUT_IS_FROM_LEFT, 0},
    {"from right|from right to left|r-l|r to l|right to left|von rechts|v.r.|v.r.n.l.|"
     "de droite à gauche|de derecha a izquierda|da destra|من اليمين|من اليمين إلى اليسار|"
     "右から|右起|справа налево|sağdan sola|sağdan",
     CUT_IS_FROM_LEFT, 1},
    {"second|2nd|zweiter|zweite|deuxième|2e|2ème|segundo|segunda|secondo|seconda|второй|"
     "вторая|الثاني|الثانية|ikinci|2.|2º|2ª|2°|2da|2do|tweede|andra|nummer to|druga|drugi|"
     "第二|２人目|2人目",
     CUT_IS_ORDINAL, 2},
    {"third|3rd|dritter|dritte|troisième|3e|3ème|tercero|tercera|terzo|terza|третий|третья|"
     "الثالث|الثالثة|üçüncü|3.|3º|3ª|3°|terceiro|terceira|derde|tredje|第三|３人目|3人目",
     CUT_IS_ORDINAL, 3},
    {"fourth|4th|vierter|vierte|quatrième|4e|cuarto|cuarta|quarto|quarta|четвёртый|الرابع|"
     "4.|4º|4ª",
     CUT_IS_ORDINAL, 4},
    {"fifth|5th|fünfter|fünfte|cinquième|5e|quinto|quinta|5.|5º|5ª|الخامس", CUT_IS_ORDINAL, 5},
};
const size_t cut_person_row_count = sizeof cut_person_rows / sizeof *cut_person_rows;
