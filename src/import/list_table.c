#include "import/list.h"

/* Names as spreadsheets of picture desks, ExifTool's CSV and cutline's own sheets have them, in
 * English, German, French, Spanish, Italian, Portuguese, Turkish, Russian and Arabic. */
const cut_list_column cut_list_columns[] = {
    {CUT_LIST_ID, "media_id", NULL,
     "mediaid mediaids imageid photoid pictureid assetid id mediano imageno photono picno "
     "mediaidno "
     "medianumber imagenumber photonumber picturenumber imageref mediaref photoref pictureref "
     "reference ref refno transmissionreference originaltransmissionreference "
     "imagesupplierimageid jobid archiveid bildnummer bildid bildnr fotoid fotonummer "
     "idmedia idimage idphoto numero numerophoto numeroimage numeromedia reffoto refphoto idfoto "
     "idimagen idimmagine idimagem numerofoto numerodefoto fotografno idфото номерфото "
     "رقمالصوره معرفالصوره رقمالوسيط"},
    {CUT_LIST_NAMESPACE, "namespace", NULL, "namespace idnamespace archive site"},
    {CUT_LIST_FILE, "file", NULL,
     "file filename files imagefile imagefilename photofile picturefile path filepath sourcefile "
     "image photo picture originalname originalfilename datei dateiname bilddatei fichier "
     "nomdufichier nomfichier archivo nombredearchivo nombrearchivo fichero nomefile arquivo "
     "nomedoarquivo dosya dosyaadi dosyaadı имяфаила фаил اسمالملف الملف ملف"},
    {CUT_LIST_CAPTION, "caption", NULL,
     "caption captions captionabstract captiontext description imagedescription text cutline "
     "phototext photocaption picturecaption imagecaption captionenglish captionen legend "
     "bildunterschrift bildtext beschreibung legende piedefoto pie leyenda "
     "descripcion didascalia legenda descricao aciklama acıklama подпись описание التعليق تعليق "
     "شرحالصوره "
     "شرح وصف الوصف"},
    {CUT_LIST_CREDIT, "credit", NULL,
     "credit creditline photocredit imagecredit picturecredit credits bildnachweis fotonachweis "
     "nachweis creditphoto creditos credito creditofoto crediti кредит الاعتماد "
     "حقوقالصوره"},
    {CUT_LIST_BYLINE, "byline", NULL,
     "byline photographer photographers photographername creator creators author artist "
     "contributor photocontributor fotograf "
     "fotografin bildautor urheber autor photographe photographes auteur fotografo fotografa "
     "fotografi autore fotografci fotografcı фотограф автор المصور تصوير"},
    {CUT_LIST_SOURCE, "source", "source",
     "source agency photoagency pictureagency provider supplier quelle agentur bildagentur agence "
     "fuente agencia fonte agenzia kaynak ajans агентство источник المصدر مصدر الوكاله وكاله"},
    {CUT_LIST_COPYRIGHT, "copyright", "copyright",
     "copyright copyrightnotice rights copyrightholder copyrightowner"},
    {CUT_LIST_HEADLINE, "headline", "headline",
     "headline title schlagzeile titel uberschrift titre titulo titular titolo baslik baslık "
     "заголовок "
     "العنوان عنوان"},
    {CUT_LIST_DATE, "date", NULL,
     "date datecreated datetaken datetimeoriginal createdate photodate shootdate creationdate "
     "takenon datum "
     "aufnahmedatum dateprisedevue fecha data tarih дата التاريخ تاريخ"},
    {CUT_LIST_CITY, "city", "city",
     "city town stadt ort ville ciudad citta cidade sehir город المدينه مدينه"},
    {CUT_LIST_STATE, "state", "province_state",
     "state provincestate province region bundesland provincia regione estado"},
    {CUT_LIST_COUNTRY, "country", "country",
     "country countryname countryprimarylocationname land pays pais paese ulke страна الدوله دوله "
     "البلد"},
    {CUT_LIST_INSTRUCTIONS, "instructions", "instructions",
     "instructions specialinstructions usage hinweise instrucciones"},
    {CUT_LIST_TITLE, "title", "title", "objectname slug slugline jobtitle"},
    {CUT_LIST_KEYWORDS, "keywords", "keywords",
     "keywords keyword subjects tags schlagworte schlagworter stichworte stichworter motscles "
     "palabrasclave "
     "parolechiave palavraschave anahtarkelimeler ключевыеслова الكلماتالمفتاحيه"},
    {CUT_LIST_PERSONS, "persons_shown", "persons_shown",
     "personsshown persons people personinimage personen personnes personas persone pessoas"},
    {CUT_LIST_WRITER, "caption_writer", "caption_writer",
     "captionwriter descriptionwriter writer writereditor"},
    {CUT_LIST_USAGE, "usage_terms", "usage_terms", "usageterms rightsusageterms"},
    {CUT_LIST_RELEASE, "release_date", "release_date",
     "releasedate embargo embargoed embargoeduntil sperrfrist"},
    {CUT_LIST_EXPIRES, "expiration_date", "expiration_date", "expirationdate expires expirydate"},
    {CUT_LIST_SOURCE_TYPE, "digital_source_type", "digital_source_type", "digitalsourcetype"},
    {CUT_LIST_NONE, "ignore", NULL, NULL},
};
const size_t cut_list_column_count = sizeof cut_list_columns / sizeof cut_list_columns[0];
