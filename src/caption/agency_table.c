#include "caption/agency.h"

/* To add an agency, add a row. Spellings in capitals match capitals only, so that short names do
 * not take words for agencies; common misspellings and names in other scripts belong here too. */
const cut_agency cut_agencies[] = {
    /* The wires. */
    {"Reuters", "reuters|reuters tv|reuters video|reuetrs|retuers|rueters|reutres|reuters "
                "photo|reuters pictures|"
                "reuters connect|reuter|رويترز|وكالة رويترز|רויטרס|"
                "Рейтер|Рейтерс|路透社|路透|ロイター|ロイター通信|로이터"},
    {"AP", "AP|AP Photo|AP Photos|AP PHOTO|AP Images|AP IMAGES|AP Foto|AP Fotos|AP FOTO|"
           "ap photo|The AP|Associated Press|The Associated Press|associated press|"
           "Associated Press Photo|AP Wirephoto|AP Newsfeatures|AP Newsfeatures "
           "Photo|AP通信|أسوشيتد برس|اسوشيتدبرس|أسوشييتد برس|"
           "أ ب|أ.ب|أب|Ассошиэйтед Пресс|АП|美联社|美聯社|APTN|AP Video"},
    {"AFP", "AFP|AFP Photo|AFP PHOTO|AFP Foto|AFP FOTO|AFP PHOTOS|AFPTV|AFP TV|AFP Forum|"
            "Agence France-Presse|Agence France Presse|AGENCE FRANCE PRESSE|AFP通信|"
            "فرانس برس|وكالة فرانس برس|الفرنسية|وكالة الصحافة الفرنسية|أ ف ب|أ.ف.ب|ا.ف.ب|"
            "أف ب|АФП|Франс Пресс|法新社|法新|afp"},
    {"Getty Images", "getty images|getty|gettyimages|getty image|gettty images|gety images|"
                     "getty imges|getty iamges|Getty Images Europe|"
                     "Getty Images North America|Getty Images AsiaPac|Getty Images South America|"
                     "Getty Images Sport|Getty Images News|Getty Images Entertainment|"
                     "غيتي إيميجز|غيتي|غيتي ايميجز|جيتي|جيتي إيميجز|صور غيتي|"
                     "盖蒂图片社|盖蒂图片|盖蒂|蓋蒂圖片社|ゲッティ|ゲッティイメージズ|게티이미지"},
    {"EPA", "EPA|EPA-EFE|EFE-EPA|EPA/EFE|epa|epa-efe|European Pressphoto Agency|"
            "EPA Images|EPA Photo|EPA PHOTO|الأوروبية|الوكالة الأوروبية|إ ب أ|إ.ب.أ|"
            "欧新社|歐新社|ЕПА"},
    {"PA Media",
     "PA|PA Wire|PA WIRE|PA Images|PA IMAGES|PA Archive|PA Photos|PA Photo|PA Media|PA Video|PA "
     "Real Life|"
     "Press Association|PRESS ASSOCIATION|Press Association Images|PRESS ASSOCIATION Images|"
     "Press Association Photo|Press Association Ima"},
    {"Action Images", "action images|Action Images Limited"},
    {"Invision", "Invision|INVISION"},
    {"USA TODAY Sports",
     "usa today sports|USA TODAY Sports Images|USA TODAY USPW|USA TODAY SPORTS"},
    {"USA TODAY NETWORK", "usa today network"},
    {"Imagn Images", "imagn images|Imagn|IMAGN"},

    /* Getty's houses and partners. */
    {"WireImage", "wireimage|wire image"},
    {"FilmMagic", "filmmagic|film magic"},
    {"Hulton Archive", "Hulton Archive|Hulton"},
    {"Redferns", "Redferns"},
    {"Bongarts", "Bongarts"},
    {"NBAE", "NBAE"},
    {"MLB Photos", "MLB Photos"},
    {"Popperfoto", "Popperfoto"},
    {"Corbis", "Corbis|Corbis News|Corbis Sport"},
    {"LightRocket", "LightRocket|Lightrocket"},
    {"iStock", "iStock|iStockphoto|iStock Photo"},
    {"Fox Photos", "Fox Photos"},
    {"CQ Roll Call", "CQ Roll Call|CQ-Roll Call|CQ-Roll Call, Inc|CQ-Roll Call Inc|CQ-Roll Call "
                     "Group|CQ Roll Call, Inc"},

    /* National agencies. */
    {"dpa",
     "dpa|DPA|zb|dpa-Zentralbild|dpa-infocom|Deutsche Presse-Agentur|Deutsche Presse Agentur|"
     "الألمانية|وكالة الأنباء الألمانية|د ب أ|د.ب.أ|德新社|ДПА"},
    {"picture alliance", "picture alliance|picture-alliance|Picture Alliance|PICTURE ALLIANCE"},
    {"APA", "APA|APA-Images|APA Images|Austria Presse Agentur"},
    {"Keystone", "KEYSTONE|Keystone|KEYSTONE-SDA|Keystone-SDA|Keystone/SDA"},
    {"Belga", "BELGA|Belga|BELGA PHOTO|Belga Photo|BELGAIMAGE|Belgaimage|BELGA MAG"},
    {"ANP", "ANP|ANP Foto|ANP FOTO|ANP Photo"},
    {"EFE", "EFE|Agencia EFE|efe|埃菲社"},
    {"Europa Press", "Europa Press|EUROPA PRESS"},
    {"Lusa", "LUSA|Lusa|Agência Lusa|Agência LUSA"},
    {"ANSA", "ANSA|Ansa|安莎社"},
    {"LaPresse", "LaPresse|LAPRESSE|La Presse Italia"},
    {"PAP", "PAP"},
    {"CTK", "CTK|ČTK|CTK Photo|ČTK Photo"},
    {"TASR", "TASR"},
    {"MTI", "MTI|MTI Fotó|MTI Photo|MTI/MTVA"},
    {"Tanjug", "TANJUG|Tanjug"},
    {"HINA", "HINA"},
    {"STA", "STA"},
    {"BTA", "BTA"},
    {"Agerpres", "AGERPRES|Agerpres"},
    {"ANA-MPA", "ANA-MPA|AMNA"},
    {"NTB", "NTB|NTB scanpix|NTB Scanpix|NTB SCANPIX"},
    {"TT", "TT|TT News Agency|TT NYHETSBYRÅN|TT Nyhetsbyrån"},
    {"Ritzau Scanpix", "Ritzau|RITZAU|Ritzau Scanpix|RITZAU SCANPIX|Scanpix Denmark|Ritzau Foto"},
    {"STT", "STT"},
    {"Lehtikuva", "LEHTIKUVA|Lehtikuva"},
    {"Scanpix", "SCANPIX|Scanpix"},
    {"TASS", "TASS|ITAR-TASS|ТАСС|ИТАР-ТАСС|تاس|塔斯社|タス通信|Itar-Tass"},
    {"RIA Novosti", "RIA Novosti|RIA NOVOSTI|РИА Новости|RIA|РИА|俄新社|"
                    "نوفوستي|ريا نوفوستي"},
    {"Sputnik", "Sputnik|SPUTNIK|Спутник|سبوتنيك|卫星社|スプートニク"},
    {"Interfax", "Interfax|INTERFAX|Интерфакс"},
    {"Ukrinform", "Ukrinform|UKRINFORM|Укринформ|Укрінформ"},
    {"UNIAN", "UNIAN|УНИАН|УНІАН"},
    {"BelTA", "BelTA|BELTA|БелТА|БЕЛТА"},
    {"Anadolu", "Anadolu|ANADOLU|Anadolu Agency|Anadolu Ajansı|AA|AA Photo|"
                "الأناضول|وكالة الأناضول|Анадолу|阿纳多卢通讯社|Anadolu Images"},
    {"SPA", "SPA|Saudi Press Agency|واس|وكالة الأنباء السعودية"},
    {"WAM", "WAM|Emirates News Agency|وام|وكالة أنباء الإمارات"},
    {"QNA", "QNA|Qatar News Agency|قنا"},
    {"KUNA", "KUNA|كونا"},
    {"BNA", "BNA|Bahrain News Agency|بنا"},
    {"ONA", "Oman News Agency"},
    {"Petra", "Petra|PETRA|Petra News Agency|Jordan News Agency|بترا|وكالة الأنباء الأردنية"},
    {"MENA", "MENA|أ ش أ|أ.ش.أ|وكالة أنباء الشرق الأوسط"},
    {"SANA", "SANA|Syrian Arab News Agency|سانا"},
    {"IRNA", "IRNA|إرنا"},
    {"WANA", "WANA|WANA (West Asia News Agency)|West Asia News Agency"},
    {"MAP", "MAP|وكالة المغرب العربي للأنباء"},
    {"TAP", "TAP"},
    {"APS", "APS"},
    {"Xinhua", "Xinhua|XINHUA|Xinhua News Agency|新华社|新华网|新華社|新华|شينخوا|Синьхуа|"
               "Agence Xinhua|Agencia Xinhua"},
    {"China News Service", "China News Service|CNS|中新社|中国新闻社|中新网"},
    {"VCG", "VCG|Visual China Group|视觉中国|Visual China"},
    {"ChinaFotoPress", "ChinaFotoPress"},
    {"CNA", "中央社"},
    {"KNS", "KNS|Korea News Service"},
    {"KCNA", "KCNA|Korean Central News Agency|朝鲜中央通讯社|朝中社|朝鮮通信"},
    {"Kyodo News", "Kyodo|KYODO|Kyodo News|KYODO NEWS|Kyodo News Agency|共同|共同通信|共同通信社|"
                   "共同社|كيودو"},
    {"Jiji Press", "Jiji|JIJI|Jiji Press|JIJI PRESS|時事|時事通信|時事通信社|时事社"},
    {"Yomiuri Shimbun", "Yomiuri|The Yomiuri Shimbun|Yomiuri Shimbun|読売新聞|読売新聞社"},
    {"Aflo", "Aflo|AFLO|アフロ|AFLO SPORT"},
    {"Yonhap", "Yonhap|YONHAP|Yonhap News|Yonhap News Agency|연합뉴스|韩联社|聯合ニュース|يونهاب"},
    {"Newsis", "Newsis|NEWSIS|뉴시스"},
    {"PTI", "PTI|PTI Photo|PTI PHOTO|Press Trust of India"},
    {"ANI", "ANI|ANI Photo|ANI PHOTO|Asian News International"},
    {"UNI", "UNI Photo"},
    {"IANS", "IANS"},
    {"APP", "APP|Associated Press of Pakistan"},
    {"BSS", "BSS"},
    {"Bernama", "Bernama|BERNAMA|Bernamapic|BERNAMApic|Bernamapix|Bernama Photo|BERNAMA "
                "PHOTO|fotoBERNAMA|Foto BERNAMA"},
    {"Antara", "Antara|ANTARA|ANTARA FOTO|Antara Foto|ANTARA Photo"},
    {"VNA", "VNA|TTXVN"},
    {"PNA", "PNA"},
    {"AAP", "AAP|AAP Image|AAP IMAGE|AAPIMAGE|AAP Photo|AAP PHOTOS|AAP Photos|"
            "Australian Associated Press"},
    {"Canadian Press", "The Canadian Press|THE CANADIAN PRESS|Canadian Press|CANADIAN PRESS|CP|"
                       "La Presse canadienne|LA PRESSE CANADIENNE|CP Photo|CP PHOTO|CP Images"},
    {"UPI", "UPI|UPI Photo|United Press International|United Press Photo|UP Telephoto"},
    {"Acme Newspictures", "Acme Newspictures|ACME NEWSPICTURES|ACME Photo|Acme Photo|"
                          "ACME Telephoto|Acme Telephoto"},
    {"International News Photos", "International News Photo|International News Photos|"
                                  "INTERNATIONAL NEWS PHOTO|INP Soundphoto"},
    {"Bloomberg", "Bloomberg|BLOOMBERG|Bloomberg News"},
    {"Agência Brasil", "Agência Brasil|Agencia Brasil"},
    {"Notimex", "NOTIMEX|Notimex"},
    {"Télam", "Télam|TELAM|Telam"},
    {"NAN", "NAN"},
    {"SOPA Images", "SOPA Images|SOPA"},
    {"Tribune News Service", "Tribune News Service|TNS|Tribune Content Agency|MCT"},

    /* Picture agencies. */
    {"Shutterstock", "shutterstock|Shutterstock Editorial|Rex Features|REX FEATURES|REX|Rex|"
                     "REX/Shutterstock|Rex/Shutterstock|Rex Shutterstock"},
    {"Alamy", "Alamy|ALAMY|Alamy Live News|Alamy Stock Photo"},
    {"NurPhoto", "nurphoto|Nur Photo"},
    {"ZUMA Press", "zuma press|ZUMA|ZUMA Wire|ZUMA Press Wire|ZUMAPRESS|ZUMAPRESS.com|"
                   "ZUMA PRESS WIRE|zuma wire|Zuma|ZUMA Wire Service"},
    {"Sipa Press", "sipa press|SIPA|Sipa|SIPA PRESS"},
    {"Sipa USA", "sipa usa"},
    {"Abaca",
     "abaca press|ABACA|Abaca|ABACAPRESS|ABACAPRESS.COM|AbacaPress.com|AbacaPress|Abacapress"},
    {"Imago", "imago|imago images|IMAGO|Imago Images|imago sport"},
    {"Icon Sportswire", "icon sportswire|Icon SMI"},
    {"Icon Sport", "Icon Sport|Icon sport"},
    {"Pacific Press", "Pacific Press"},
    {"Cal Sport Media", "Cal Sport Media|CSM"},
    {"MAXPPP", "MAXPPP|Maxppp|MaxPPP"},
    {"Gamma-Rapho", "Gamma-Rapho|GAMMA-RAPHO|Gamma|Gamma-Keystone|Keystone-France"},
    {"Hans Lucas", "Hans Lucas"},
    {"Magnum Photos", "Magnum Photos|Magnum"},
    {"Panos Pictures", "Panos Pictures"},
    {"Redux", "Redux|Redux Pictures"},
    {"VII", "VII|VII Photo|VII Photo Agency"},
    {"Polaris", "Polaris Images|Polaris|POLARIS"},
    {"Sportsfile", "Sportsfile|SPORTSFILE"},
    {"INPHO", "INPHO|Inpho"},
    {"Presseye", "Presseye|PressEye|Press Eye"},
    {"ProSports", "ProSports"},
    {"Action Plus", "Action Plus|Action Plus Sports"},
    {"DeFodi Images", "DeFodi Images|DeFodi"},
    {"Eibner-Pressefoto", "Eibner-Pressefoto|Eibner"},
    {"Allstar", "Allstar|Allstar Picture Library"},
    {"Sportsphoto", "Sportsphoto|Sportsphoto Ltd"},
    {"Splash News", "Splash News"},
    {"Backgrid", "BACKGRID|Backgrid"},
    {"Barcroft Media", "Barcroft Media"},
    {"SWNS", "SWNS"},
    {"WENN", "WENN"},
    {"Newscom", "Newscom"},
    {"Depo Photos", "Depo Photos"},
    {"Penta Press", "Penta Press"},
    {"AdMedia", "AdMedia"},
    {"MediaPunch", "MediaPunch"},
    {"Photoshot", "Photoshot"},
    {"Nordphoto", "nordphoto"},
    {"ddp", "ddp|ddp images"},
    {"epd", "epd"},
    {"Ullstein Bild", "ullstein bild"},
    {"DPPI", "DPPI"},
    {"EXPA", "EXPA|Expa|EXPA Pictures"},
    {"PANORAMIC", "PANORAMIC|Panoramic International|PANORAMIC INTERNATIONAL"},
    {"Bestimage", "BESTIMAGE|Bestimage"},
    {"Photo News", "Photonews|Photo News"},

    /* Public bodies with picture services. */
    {"NASA",
     "NASA|NASA/JPL-Caltech|NASA/JPL|NASA/GSFC|NASA/JSC|NASA/KSC|NASA Photo|NASA TV|ناسا|НАСА"},
    {"ESA", "ESA"},
    {"United Nations", "UN Photo|الأمم المتحدة|U.N. Photo|UN PHOTO|United Nations Photo|ONU Photo"},
    {"White House", "official white house photo|White House Photo|WHITE HOUSE PHOTO"},
    {"U.S. Navy", "U.S. Navy|US Navy|United States Navy|U.S. NAVY|US NAVY"},
    {"U.S. Air Force", "U.S. Air Force|US Air Force|U.S. AIR FORCE|United States Air Force"},
    {"U.S. Air National Guard", "U.S. Air National Guard|Air National Guard"},
    {"U.S. Army", "U.S. Army|US Army|U.S. ARMY|United States Army"},
    {"U.S. Army National Guard", "U.S. Army National Guard|Army National Guard"},
    {"U.S. Army Reserve", "U.S. Army Reserve"},
    {"U.S. National Guard", "U.S. National Guard|National Guard"},
    {"U.S. Marine Corps", "U.S. Marine Corps|US Marine Corps|U.S. MARINE CORPS|USMC"},
    {"U.S. Coast Guard", "U.S. Coast Guard|US Coast Guard|U.S. COAST GUARD"},
    {"U.S. Space Force", "U.S. Space Force"},
    {"U.S. Department of Defense", "DoD|DOD|U.S. Department of Defense|Department of Defense"},
};
const size_t cut_agency_count = sizeof cut_agencies / sizeof *cut_agencies;
