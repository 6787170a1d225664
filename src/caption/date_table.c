#include "caption/tables.h"
#include "caption/values.h"

/* Months (1-12) in the languages of the captions; Arabic with the Levantine, the Maghrebi and the
 * Egyptian names. Capitals are demanded where a small letter would make another word. */
const cut_lex_row cut_date_rows[] = {
    {"January|Jan|januar|januari|janvier|janv|jänner|enero|ene|gennaio|gen|janeiro|Ocak|"
     "ocak|январь|января|янв|січня|stycznia|ledna|január|يناير|كانون الثاني|جانفي|"
     "tammikuuta|Januari|januarie|ιανουαρίου|tammikuu",
     CUT_IS_MONTH, 1},
    {"February|Feb|februar|februari|février|fevrier|févr|fév|febrero|febbraio|feb|fevereiro|"
     "fev|Şubat|şubat|февраль|февраля|фев|февр|лютого|lutego|února|február|فبراير|شباط|"
     "فيفري|helmikuuta|Februari|Pebruari",
     CUT_IS_MONTH, 2},
    {"March|Mar|märz|maerz|mars|marzo|maart|março|marco|Mart|март|марта|березня|marca|"
     "března|március|مارس|آذار|maaliskuuta|Maret|maret",
     CUT_IS_MONTH, 3},
    {"April|Apr|avril|avr|abril|abr|aprile|Nisan|апрель|апреля|апр|квітня|kwietnia|dubna|"
     "április|أبريل|إبريل|ابريل|نيسان|أفريل|huhtikuuta|april",
     CUT_IS_MONTH, 4},
    {"May|mai|Mai|mayo|maggio|mei|maio|maj|Mayıs|mayıs|мая|травня|maja|května|május|مايو|"
     "أيار|ماي|toukokuuta|Mei",
     CUT_IS_MONTH, 5},
    {"June|Jun|juni|Juni|juin|junio|giugno|junho|Haziran|haziran|июнь|июня|червня|czerwca|"
     "června|június|يونيو|يونيه|حزيران|جوان|kesäkuuta",
     CUT_IS_MONTH, 6},
    {"July|Jul|juli|Juli|juillet|juil|julio|luglio|julho|Temmuz|temmuz|июль|июля|липня|"
     "lipca|července|július|يوليو|يوليه|تموز|جويلية|heinäkuuta",
     CUT_IS_MONTH, 7},
    {"August|Aug|août|aout|agosto|augustus|augusti|Ağustos|ağustos|август|августа|авг|"
     "серпня|sierpnia|srpna|augusztus|أغسطس|آب|أوت|elokuuta|Agustus|agustus|august",
     CUT_IS_MONTH, 8},
    {"September|Sept|Sep|septembre|septiembre|setiembre|settembre|setembro|set|Eylül|eylül|"
     "сентябрь|сентября|сент|вересня|września|září|szeptember|سبتمبر|أيلول|شتنبر|syyskuuta|"
     "september",
     CUT_IS_MONTH, 9},
    {"October|Oct|Oktober|oktober|octobre|octubre|ottobre|outubro|Ekim|ekim|октябрь|октября|"
     "окт|жовтня|października|října|október|أكتوبر|اكتوبر|تشرين الأول|lokakuuta|oktobre|Okt",
     CUT_IS_MONTH, 10},
    {"November|Nov|novembre|noviembre|novembro|Kasım|kasım|ноябрь|ноября|нояб|листопада|"
     "listopadu|نوفمبر|تشرين الثاني|نونبر|marraskuuta|november|nopember",
     CUT_IS_MONTH, 11},
    {"December|Dec|Dezember|dezember|décembre|decembre|déc|diciembre|dic|dicembre|dezembro|"
     "dez|Aralık|aralık|декабрь|декабря|дек|грудня|grudnia|prosince|ديسمبر|كانون الأول|"
     "دجنبر|joulukuuta|Desember|desember|december|Dez",
     CUT_IS_MONTH, 12},

    {"Monday|Mon|Montag|lundi|lunes|lunedì|segunda-feira|maandag|måndag|mandag|Pazartesi|"
     "понедельник|الاثنين|الإثنين|星期一|月曜日|poniedziałek",
     CUT_IS_WEEKDAY, 1},
    {"Tuesday|Tue|Tues|Dienstag|mardi|martes|martedì|terça-feira|dinsdag|tisdag|tirsdag|"
     "Salı|вторник|الثلاثاء|星期二|火曜日|wtorek",
     CUT_IS_WEEKDAY, 2},
    {"Wednesday|Wed|Mittwoch|mercredi|miércoles|mercoledì|quarta-feira|woensdag|onsdag|"
     "Çarşamba|среда|среду|الأربعاء|星期三|水曜日|środa|środę",
     CUT_IS_WEEKDAY, 3},
    {"Thursday|Thu|Thur|Thurs|Donnerstag|jeudi|jueves|giovedì|quinta-feira|donderdag|"
     "torsdag|Perşembe|четверг|الخميس|星期四|木曜日|czwartek",
     CUT_IS_WEEKDAY, 4},
    {"Friday|Fri|Freitag|vendredi|viernes|venerdì|sexta-feira|vrijdag|fredag|Cuma|пятница|"
     "пятницу|الجمعة|星期五|金曜日|piątek",
     CUT_IS_WEEKDAY, 5},
    {"Saturday|Sat|Samstag|Sonnabend|samedi|sábado|sabato|zaterdag|lördag|lørdag|Cumartesi|"
     "суббота|субботу|السبت|星期六|土曜日|sobota|sobotę",
     CUT_IS_WEEKDAY, 6},
    {"Sunday|Sun|Sonntag|dimanche|domingo|domenica|zondag|söndag|søndag|Pazar|воскресенье|"
     "الأحد|星期日|星期天|日曜日|niedziela|niedzielę",
     CUT_IS_WEEKDAY, 7},

    {"picture taken|picture taken on|pictures taken|pictures taken on|photo taken|"
     "photo taken on|photograph taken|photograph taken on|image taken|image taken on|"
     "images taken|taken on|taken|picture date|picture dated|photo date|date taken|"
     "photo dated|photograph dated|picture was taken|picture was taken on|photo was taken|"
     "photo was taken on|image was taken|image was taken on|shot on|photographed on|"
     "pictured on|captured on|prise le|prise|photo prise le|cliché pris le|pris le|"
     "aufgenommen am|Aufnahme vom|Foto vom|aufgenommen|tomada el|tomada|captada el|"
     "fotografía del|fotografía tomada el|foto del|imagen tomada el|scattata il|"
     "foto scattata il|tirada em|feita em|çekilen|снято|снимок сделан|фото от|фото сделано|"
     "التقطت في|صورة التقطت|التقطت|الصورة في|التقطت يوم|file photo dated|file picture dated|"
     "library photo dated|dated|file photo from|photo from|file image dated|"
     "aerial photo taken on|library file dated",
     CUT_IS_DATE_CUE, CUT_DATE_TAKEN},
    {"issue date|issued|issued on|released|released on|release date|picture released|"
     "picture released on|photo released|image released|released by|provided on|provided by|"
     "obtained on|obtained|received|received on|received by|handed out|handed out on|"
     "made available|made available on|available on|published|published on|posted|posted on|"
     "distributed|distributed on|transmitted|uploaded|uploaded on|no use after|"
     "embargoed until|embargo until|embargoed|not for use after|use after|no sales after|"
     "until|broadcast|moved on|supplied on|diffusée le|diffusé le|publiée "
     "le|fournie le|"
     "veröffentlicht am|veröffentlicht|difundida el|publicada el|facilitada el|"
     "distribuida el|cedida el|diffusa il|rilasciata il|expires|valid until|"
     "not to be published before|hold for release|story dated|updated|last updated|"
     "paylaşılan|yayınlanan|опубликовано|опубликованный|نشرت في|نُشرت|وزعت في|公開|発行",
     CUT_IS_DATE_CUE, CUT_DATE_NOT},
    {"created on|compiled on|combination of pictures created on", CUT_IS_DATE_CUE, CUT_DATE_LESS},
    {"since|since the|born|born on|died|died on|killed on|anniversary|anniversary of|"
     "anniversary of the|after the|before the|ahead of|ahead of the|scheduled for|"
     "scheduled on|due on|set for|expected on|expected in|will be held on|to be held on|"
     "takes place on|will take place on|kicks off on|will open on|founded|founded in|"
     "built in|opened in|elected on|signed on|declared on|following the|commemorate|"
     "commemorating|victims of|of the|the|remembrance of|attacks of|attack of|attacks on|"
     "attack on|who died|assassinated|assassinated on|arrested on|disappeared on|"
     "missing since|launched on|announced on|resigned on|sentenced on|destroyed on|"
     "struck on|crashed on|dating back to|dating from|retired on|deadline of|elections on|"
     "election on|referendum on|vote on|until the|will begin on|begins on|to start on|"
     "starts on|starting on|opens on|set to open on|depuis|depuis le|né le|mort le|jusqu'au|"
     "à partir du|avant le|attentats du|attentat du|séisme du|seit|seit dem|geboren|"
     "geboren am|Anschlag vom|Anschläge vom|desde el|hasta el|nacido el|muerto el|"
     "a partir del|atentados del|terremoto del|elecciones del|fino al|nato il|attentati del|"
     "до|после|منذ|حتى|ذكرى|قبل|ضحايا|هجمات|beri|kadar|önce",
     CUT_IS_DATE_CUE, CUT_DATE_UNLIKELY},
};
const size_t cut_date_row_count = sizeof cut_date_rows / sizeof *cut_date_rows;
