#include "caption/tables.h"
#include "caption/values.h"

/* What editors may not do with a picture, in the words of the agencies; lower case here stands for
 * any case. Whether a phrase is a notice or prose is decided where it is found (notice.c). */
const cut_lex_row cut_restriction_rows[] = {
    {"mandatory credit|credit mandatory|must credit|mandatory photo credit|credit required|"
     "mandatory credits|crédit obligatoire|mention obligatoire|crédito obligatorio|"
     "credito obbligatorio|crédito obrigatório|Pflichtangabe|Nennung Pflicht|zorunlu kaynak|"
     "obligatory credit",
     CUT_IS_RESTRICTION, CUT_RESTRICT_CREDIT_MANDATORY},
    {"editorial use only|restricted to editorial use|editorial only|for editorial use only|"
     "for editorial use|editorial purposes only|for editorial reporting purposes|"
     "editorial reporting purposes|for editorial purposes only|"
     "editorial usage only|no use other than editorial|limited to editorial use|"
     "news use only|for news and editorial use only|strictly editorial use only|"
     "strictly editorial use|nur redaktionelle verwendung|nur zur redaktionellen verwendung|"
     "nur für redaktionelle zwecke|nur redaktionelle nutzung|redaktionelle nutzung|"
     "usage éditorial uniquement|usage éditorial exclusivement|"
     "utilisation éditoriale uniquement|utilisation éditoriale|réservé à un usage éditorial|"
     "à usage éditorial uniquement|usage éditorial|uso editorial|solo uso editorial|"
     "sólo uso editorial|exclusivo para uso editorial|solo per uso editoriale|"
     "uso editoriale|uso exclusivo editorial|apenas uso editorial|sadece editoryal kullanım|"
     "только для редакционного использования|للاستخدام التحريري "
     "فقط|仅供编辑使用|报道专用|報道目的に限る|"
     "編集目的",
     CUT_IS_RESTRICTION, CUT_RESTRICT_EDITORIAL_ONLY},
    {"no sales|not for sale|no sale|not for sales|sales prohibited|no ventas|pas de vente|"
     "kein verkauf|prohibida su venta|no se permite su venta|prohibida la venta|"
     "vente interdite|interdit à la vente|verkauf verboten|photo not for sale|photos not for sale|"
     "picture not for sale|image not for sale",
     CUT_IS_RESTRICTION, CUT_RESTRICT_NO_SALES},
    {"no resale|no resales|not for resale|no re-sale|no re-sales|no third party sales|"
     "no third-party sales|resale prohibited|no syndication|not for syndication|no revente|"
     "revente interdite|prohibida su reventa|no reventa|weiterverkauf verboten|"
     "no sales or syndication",
     CUT_IS_RESTRICTION, CUT_RESTRICT_NO_RESALE},
    {"no archive|no archives|no archiving|no archival|no archival use|not for archive|"
     "no archive use|not to be archived|no archiv|keine archivierung|nicht archivieren|"
     "pas d'archive|pas d'archives|pas d'archivage|sin archivo|no archivar|no archivo|"
     "no archiving or storing|no permanent archive|must not be archived|not for archiving|"
     "archivage interdit|arşivlenmez",
     CUT_IS_RESTRICTION, CUT_RESTRICT_NO_ARCHIVE},
    {"no commercial use|not for commercial use|no commercial|"
     "not for sale for marketing|not for sale for advertising|"
     "not for sale for marketing or advertising campaigns|non-commercial use only|"
     "no marketing|no advertising|no advertising campaigns|"
     "no marketing no advertising campaigns|no marketing - no advertising campaigns|"
     "no marketing or advertising campaigns|not for marketing or advertising campaigns|"
     "not for marketing or advertising use|not for use in marketing or advertising|"
     "not for advertising|not for advertising use|no merchandising|"
     "not for use in commercial|commercial use prohibited|no commercial or promotional use|"
     "no promotional use|no commercial usage|not to be used for commercial purposes|"
     "no use in advertising|keine kommerzielle nutzung|keine werbung|"
     "pas d'utilisation commerciale|usage commercial interdit|prohibido su uso comercial|"
     "sin uso comercial|no uso comercial|ticari kullanıma kapalı|"
     "no commercial merchandising",
     CUT_IS_RESTRICTION, CUT_RESTRICT_NO_COMMERCIAL},
    {"no crop|no cropping|do not crop|not to be cropped|must not be cropped|"
     "cropping prohibited|ne pas recadrer|no recortar|nicht beschneiden|"
     "no alterations or cropping|do not alter or crop",
     CUT_IS_RESTRICTION, CUT_RESTRICT_NO_CROP},
    {"not for social|not for social media|no social media|no social|no use on social media|"
     "no social media use|not for use on social media|social media out|no facebook|"
     "no twitter|not for social media use|pas de réseaux sociaux|keine sozialen medien|"
     "no redes sociales|no use in social media",
     CUT_IS_RESTRICTION, CUT_RESTRICT_NOT_FOR_SOCIAL},
    {"one time use|one-time use|one time use only|one-time use only|single use only|"
     "for one time use only|one-off use|single use|un seul usage|uso único|"
     "einmalige verwendung|einmalige nutzung|one use only|onetime use",
     CUT_IS_RESTRICTION, CUT_RESTRICT_ONE_TIME_USE},
    {"embargo|embargoed|embargoed until|embargoed to|under embargo|strictly embargoed|"
     "hold for release|not to be published before|not for publication before|"
     "not for publication until|not to be used before|not for use before|"
     "not for release before|not for release until|no use until|sperrfrist|sous embargo|"
     "embargo until|embargado hasta|embargo jusqu'au|embargo bis|embargo hasta|and "
     "thereafter|advance for weekend editions|advance for sunday|"
     "advance for saturday|advance for monday|advance for use|advance for publication|"
     "FOR RELEASE|MOVED IN ADVANCE|FOR USE AFTER|FOR PUBLICATION AFTER|"
     "not to be published until|hold until|hold for use|embargo till|embargoed till|"
     "embargoed for release until|embargoed for release|not for publication|embargoed for|"
     "sperrfrist bis|nicht vor|veröffentlichung erst ab|"
     "ne pas publier avant|ne pas diffuser avant|publication interdite avant|sous embargo jusqu'au|"
     "no publicar antes|no difundir antes|embargado hasta el|embargo hasta el|"
     "embargo fino al|non pubblicare prima|sotto embargo fino al|embargo até|embargado até|"
     "não publicar antes|sob embargo até|embargo tot|onder embargo tot|niet publiceren voor|"
     "ambargo|ambargolu|tarihinden önce yayınlanamaz|tarihinden önce yayımlanamaz|"
     "tarihinden önce kullanılamaz|tarihine kadar ambargolu|эмбарго|эмбарго до|"
     "не публиковать до|не публиковать ранее|محظور النشر حتى|حظر النشر حتى|ممنوع النشر قبل|"
     "ممنوع النشر حتى|之前禁止发布|前禁止发布|前不得发布|之前不得发布|解禁|解禁时间",
     CUT_IS_RESTRICTION, CUT_RESTRICT_EMBARGO},
    {"no use after|not for use after|not to be used after|use within|must be used within|"
     "for use within|expires|expires on|expiry date|use expires|available until|"
     "not available after|rights expire|usage expires|do not use after|must be removed|"
     "to be removed|must be deleted|for use until|no use beyond|not for use beyond|"
     "no usage after|no access after|delete after|valid until|license expires|"
     "licence expires|free for use until|use until|keine verwendung nach|"
     "utilisation jusqu'au|not to be used beyond|cannot be used after|for 48 hours only|"
     "not to be archived after|keine nutzung nach|nicht verwenden nach|verwendung bis|"
     "ne pas utiliser après|utilisation interdite après|no usar después|"
     "uso permitido hasta|non utilizzare dopo|uso consentito fino al|não usar depois|"
     "não usar após|не использовать после|tarihinden sonra kullanılamaz|"
     "tarihinden sonra yayınlanamaz|لا تستخدم بعد|后不得使用|之后不得使用|以后不得使用",
     CUT_IS_RESTRICTION, CUT_RESTRICT_EXPIRY},
    {"bild out|no internet|internet out|tv out|mags out|magazines out|tabloids out|television out|"
     "web out|online out|no mags|no magazines|no tv|no television|no online|no web|"
     "no mobile|mobile out|newspapers out|no tabloids|print out|print only|no print|"
     "no books|books out|no magazine|no internet use|no wire service|no video|radio out|"
     "broadcast out|no mobile use|no internet or mobile|no publications|magazine out|"
     "local tv out|no online use|internet use prohibited|no broadcast|"
     "not for use on internet|not for television|blogs out|no blogs|no website|no websites|"
     "for print use only|not for use by magazines|web use only|online only|kein internet|"
     "print use only|for online use only|online use only|internet only|tv only|"
     "kein fernsehen|nur print|nur online|pas d'internet|pas de web|pas de télé|sin internet|"
     "presse écrite uniquement|"
     "kein tv|no use in magazines|no internet usage|tabloid out",
     CUT_IS_RESTRICTION, CUT_RESTRICT_MEDIUM_OUT},
    {"this image has been supplied by a third party|"
     "this image was supplied by a third party|this picture was provided by a third party|"
     "this image was provided by a third party|"
     "this picture has been supplied by a third party|"
     "this image has been provided by a third party|supplied by a third party|"
     "provided by a third party|this picture was supplied by a third party|"
     "these images were supplied by a third party|this photo was provided by a third party|"
     "these images have been supplied by a third party|from a third party|"
     "this handout was provided by a third-party|provided by a third-party organization|"
     "this handout photo was provided by a third-party organization|provided by third party|"
     "supplied by third party|provided by a third-party|distributed as a service to clients|"
     "as a service to clients|"
     "distributed, exactly as received by reuters, as a service to clients|"
     "third party image|third-party image|third party picture|source: third party|"
     "reuters is unable to independently verify|diffusé comme un service aux clients|"
     "service à ses clients|distribué comme service à nos clients|"
     "distributed as a service to our clients|fourni par un tiers|"
     "suministrada por un tercero|proporcionada por un tercero|provided by a source|"
     "obtained from a third party|imagen cedida por terceros|"
     "von dritten zur verfügung gestellt|third party supplied|صورة من طرف ثالث|本图由第三方提供",
     CUT_IS_RESTRICTION, CUT_RESTRICT_THIRD_PARTY},
    {"graphic content|graphic image|graphic images|sensitive material|sensitive content|"
     "scenes of injury or death|scenes of death or injury|scene of injury or death|"
     "scenes of death|coverage of scenes of|visual coverage of scenes|"
     "visuals coverage of scenes|viewers may find disturbing|content may be disturbing|"
     "disturbing content|disturbing image|disturbing images|may be offensive|"
     "some may find offensive|may offend|graphic content warning|content is graphic|"
     "contains graphic|image contains nudity|contains nudity|note contents|note content|"
     "note nudity|nudity|contenu sensible|images choquantes|contenido gráfico|"
     "contenido sensible|imágenes sensibles|sensible inhalte|hassas içerik|graphic nature|"
     "graphic material|attention graphic|image choquante",
     CUT_IS_RESTRICTION, CUT_RESTRICT_SENSITIVE},
    {"picture kill|photo kill|mandatory kill|kill|kill notice|image kill|advisory kill|"
     "please kill|kill picture|withdrawn|withdrawal|picture withdrawn|please delete|"
     "photo withdrawn|do not use this picture|to be killed|bitte löschen|annulation|"
     "photo elimination|mandatory photo elimination",
     CUT_IS_RESTRICTION, CUT_RESTRICT_KILL},
    {"correction|corrects|corrected|correcting|corrects byline|re-transmission|"
     "retransmission|re-transmitting|rpt|repeats|updates|adds|corrects spelling|"
     "corrected version|retransmitted|retransmitting|re-crop|correction:|caption correction|"
     "corrects caption|corrects date|corrects name|clarification|clarifies|amends|recrops|"
     "korrektur|berichtigung|corrección|corrige|correction of|erratum|hereby corrects|"
     "attention editors correction|updated caption|updated version|rectificatif|resending|"
     "re-sending|resent|REFILE|RE-FILE|retransmission with alternate crop|has been modified in afp "
     "systems",
     CUT_IS_RESTRICTION, CUT_RESTRICT_CORRECTION},

    /* "JAPAN OUT" and its kin: the countries in front are found by the rule. */
    {"out", CUT_IS_OUT_WORD, 0},
    {"no commercial or editorial sales in|no editorial or commercial sales in|no sales in|"
     "no use in|not for use in|no third party sales in|world rights except|rights out|"
     "no access in|not available in|no commercial use in|no editorial use in|no resale in|"
     "no distribution in|all rights except|worldwide except|no publication in|"
     "not for sale in|no third-party sales in|not for distribution in|no editorial sales in|"
     "no commercial sales in|no rights in|no use allowed in|no usage in|territories out|"
     "all countries out|no resales in",
     CUT_IS_RESTRICTION, CUT_RESTRICT_TERRITORY_OUT},
    {"bestpix out|belgium out|netherlands out", CUT_IS_RESTRICTION, CUT_RESTRICT_TERRITORY_OUT},

    /* Notices without a flag of their own. */
    {"tpx images of the day|tpx|tpx images|images of the day|pictures of the day|topshots|"
     "picture of the day|photo of the day|image of the day|livepic|live pic|dpa-bildfunk|"
     "global business week ahead|global business week ahead package|"
     "premium content|no book cover usage|no book covers|no moving images",
     CUT_IS_BOILERPLATE, CUT_BOILER_PHRASE},
    {"image caption|media caption", CUT_IS_BOILERPLATE, CUT_BOILER_MARK},
    {"***bestpix***|*** bestpix ***|bestpix|bestpix***|*bestpix*|topix|topshot|aptopix|"
     "epaselect|epa select|***topshot***|**topshot**",
     CUT_IS_BOILERPLATE, CUT_BOILER_PHRASE},
    {"attention editors|attention editor|attention|editors note|editor's note|editors' note|"
     "eds note|eds.|eds:|note to editors|note to editor|attn editors|attention: editors|"
     "achtung|achtung redaktionen|attention éditeurs|atención editores|aux rédactions|"
     "do not obscure logo|do not obscure|must not obscure logo|must on screen courtesy|"
     "on screen courtesy|logo cannot be obscured|watermark from source|"
     "best quality available|courtesy must be given|no new uses|"
     "no reproduction without permission|not for use by|for personal use only|"
     "no use without permission|no digital manipulation|no digital alteration|no alteration|"
     "no alterations|no manipulation|do not alter|must be used in context|"
     "in context use only|to be used only in reference to|to be used in reference to|"
     "to be used solely|only to be used in relation to|to be used only in relation to|"
     "for use only in connection with|only for use in reference to|"
     "images only for reporting on|source: handout|quality from source|quality as incoming|"
     "best possible quality|best quality|advance for release|for use with|FOR USE AS DESIRED|"
     "HOLD FOR STORY|"
     "usage restrictions|restricted use|copyright reserved|no unauthorized use|"
     "no unauthorised use|all rights reserved|reserved rights|tous droits réservés|"
     "alle rechte vorbehalten|todos los derechos reservados|bütün hakları saklıdır|"
     "tüm hakları saklıdır|этот материал|handout editorial use only|handout image|"
     "handout photo",
     CUT_IS_BOILERPLATE, CUT_BOILER_NOTICE},
    {"see pa story|see pa stories|search \"|search for|no use with unauthorized audio|"
     "no use with unauthorised audio|use in online|no use in betting|online in-match use|"
     "no video emulation|please contact your account representative|please contact your|"
     "for further details|for further information contact|use subject to restrictions|"
     "use subject to|subject to restrictions|no online use|no use in|no data use|"
     "no fixture lists|for more information|for more photos|to match feature|to match story|"
     "to match analysis|to match interview|to match exclusive|to match special report|"
     "to match insight|to match reuters|to match|to go with|to go with story|"
     "to go with afp story|to accompany|more on this story|story slug|slug:|"
     "this picture is one of|part of a series|picture 1 of|photo 1 of|editorial note|"
     "note to user|reuters is unable to|was processed by reuters to enhance quality|"
     "this image was processed by reuters|an unprocessed version|"
     "user expressly acknowledges|by downloading|terms and conditions of|"
     "mandatory copyright notice|use in any form|permission is granted|"
     "the appearance of u.s. department of defense|(credit too long, see caption)|"
     "this photograph may not be manipulated|no resellers|reproduction interdite|contact:",
     CUT_IS_BOILERPLATE, CUT_BOILER_SENTENCE},
    {"local caption|conditions - attention|conditions "
     "attention|restrictions|restrictions:|restriction|restrictions use|editors' restrictions|"
     "nota editorial|the erroneous mention|wichtiger hinweis|terms of use|conditions of use|usage "
     "terms|rights:",
     CUT_IS_BOILERPLATE, CUT_BOILER_TO_END},

    /* In front of the caption. */
    {"file photo|file picture|file image|file|files|file photograph|file photos|filephoto|"
     "file pictures|archive photo|archive picture|archivo|foto de archivo|"
     "fotografía de archivo|imagen de archivo|fotos de archivo|photo d'archives|"
     "photo d'archive|archives|image d'archives|image d'archive|archivbild|archivfoto|"
     "archiv|foto d'archivio|archivio|foto de arquivo|arquivo|archieffoto|archief|arkivfoto|"
     "arkivbild|arkiv|arşiv|arşiv fotoğraf|archive|from the archive|Архивное фото|Архив|"
     "Фото из архива|архивный снимок|صورة أرشيفية|أرشيف|أرشيفية|صورة من الأرشيف|资料图|资料图片|"
     "资料照片|資料圖|資料写真|資料照片|library file|undated file photo|resimde arşiv|zdjęcie "
     "archiwalne|"
     "archívfotó|file-photo|FILE-",
     CUT_IS_PREFIX, CUT_PREFIX_FILE},
    {"topshot|topshots|aptopix|tpx images of the day|tpx|epaselect|epa select|bestpix|topix|"
     "photo of the day|pictures of the day|picture of the day|in focus|best pix|"
     "editors' choice|editors choice|alternate crop|alternative crop|alternate version|"
     "handout|handout photo|black and white|image converted to black and white|"
     "editor's pick|color version|restricted|combo|premium content",
     CUT_IS_PREFIX, CUT_PREFIX_PLAIN},

    /* Words of the caption itself that say where the picture came from. */
    {"obtained from social media|obtained from a social media|from social media|"
     "social media image|social media handout|taken from social media|"
     "posted on social media|obtained by reuters from social media|social media video|"
     "obtained from a social media video|obtained from the social media|"
     "image obtained from social media|uploaded on social media|posted to social media|"
     "published on social media|shared on social media|picture obtained from social media|"
     "acquired from social media|tirée des réseaux sociaux|obtenida de redes sociales",
     CUT_IS_HINT, CUT_ROLE_SOCIAL_MEDIA},
    {"screen grab|screengrab|screenshot taken from|video grab|still image taken from|"
     "still image from|frame grab|image taken from video|image grab taken from|image grab|"
     "image made from video|still frame from|image taken from a video|"
     "still image obtained from|image from video|in this image from video|"
     "a still from a video|screen shot taken from|video still|image made from|videograb|"
     "capture d'écran|captura de pantalla|capture vidéo",
     CUT_IS_HINT, CUT_ROLE_SCREENGRAB},
    {"handout photo provided by|handout picture provided by|handout image provided by|"
     "handout photograph provided by|handout photo released by|handout picture released by|"
     "handout image released by|handout photograph released by|handout photo issued by|"
     "handout picture issued by|handout image issued by|handout file photo issued by|"
     "handout photo dated|handout picture dated|handout photo made available by|handout picture "
     "made available by|"
     "handout image made available by|handout photo supplied by|handout image supplied by",
     CUT_IS_HINT, CUT_ROLE_HANDOUT},
};
const size_t cut_restriction_row_count = sizeof cut_restriction_rows / sizeof *cut_restriction_rows;
