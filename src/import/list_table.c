#include "import/list.h"

/* Names as spreadsheets of picture desks, ExifTool's CSV and cutline's own sheets have them. */
const cut_list_column cut_list_columns[] = {
    {CUT_LIST_ID,
     "mediaid mediaids imageid photoid pictureid assetid id mediano imageno photono picno "
     "reference ref transmissionreference originaltransmissionreference "
     "imagesupplierimageid jobid archiveid رقمالصوره معرفالصوره bildnummer bildid "
     "idmedia idimage"},
    {CUT_LIST_NAMESPACE, "namespace idnamespace archive site"},
    {CUT_LIST_FILE, "file filename files path filepath sourcefile image photo picture originalname "
                    "originalfilename اسمالملف datei dateiname fichier archivo"},
    {CUT_LIST_CAPTION, "caption captions captionabstract description imagedescription text cutline "
                       "legend legende bildunterschrift leyenda pie التعليق تعليق شرحالصوره وصف"},
    {CUT_LIST_CREDIT, "credit creditline credits source agency copyrightholder quelle agentur "
                      "agence agencia المصدر الوكاله مصدر"},
    {CUT_LIST_BYLINE, "byline photographer photographers creator creators author artist fotograf "
                      "photographe fotografo المصور تصوير"},
};
const size_t cut_list_column_count = sizeof cut_list_columns / sizeof cut_list_columns[0];
