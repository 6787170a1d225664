#include "caption/tables.h"
#include "caption/values.h"

/* What stands before places. */
const cut_lex_row cut_place_rows[] = {
    {"in|in the city of|in the town of|in the village of|in the port city of|in the capital|"
     "in the capital city of|in downtown|in central|in the center of|in the centre of|"
     "in the streets of|in the suburbs of|in the old city of|in the heart of|inside|across|"
     "through the streets of|on the streets of|on a street in|on the island of|à|en|au|aux|"
     "dans|dans le centre de|dans les rues de|dans la ville de|innenstadt von|"
     "in der innenstadt von|in der altstadt von|en la ciudad de|en el centro de|"
     "en las calles de|en la localidad de|en el municipio de|a|nel|nella|nel centro di|ad|"
     "em|no centro de|na cidade de|te|i|centrum van|w|we|v|ve|di|в|во|в городе|на|у|في|"
     "في مدينة|بمدينة|في العاصمة|وسط|وسط العاصمة|وسط مدينة|شمالي|جنوبي|شرقي|غربي|شمال|جنوب|"
     "شرق|غرب|في وسط|بقرية|في قرية|في بلدة|ببلدة|بلدة|مدينة|قرية|داخل|في شوارع|بشوارع|"
     "محافظة|بمحافظة|في محافظة|قرب|على مشارف|ريف|في ريف|بريف|العاصمة|ضواحي|بضواحي|بوسط|"
     "شوارع",
     CUT_IS_PLACE_PREP, CUT_PREP_IN},
    {"near|outside|off|off the coast of|south of|north of|east of|west of|southeast of|"
     "southwest of|northeast of|northwest of|south-east of|south-west of|north-east of|"
     "north-west of|on the outskirts of|outskirts of|suburb of|a suburb of|close to|"
     "suburbs of|around|city of|town of|village of|port of|resort of|island of|capital of|"
     "port city of|district of|neighborhood of|neighbourhood of|hamlet of|community of|"
     "streets of|camp of|refugee camp of|center of|centre of|heart of|capital|above|over|skyline "
     "of|près de|"
     "non loin de|au large de|à l'extérieur de|au nord de|au sud de|à l'est de|à l'ouest de|"
     "aux abords de|ville de|village de|quartier de|port de|maire de|la mairie de|nahe|bei|"
     "außerhalb von|vor|nördlich von|südlich von|östlich von|westlich von|unweit von|"
     "oberhalb von|unterhalb von|cerca de|a las afueras de|al norte de|al sur de|al este de|al "
     "oeste de|ciudad de|"
     "puerto de|localidad de|municipio de|frente a las costas de|vicino a|nei pressi di|"
     "fuori|a nord di|a sud di|al largo di|perto de|arredores de|cidade de|nabij|buiten|"
     "nära|utanför|norr om|söder om|nær|utenfor|koło|pod|niedaleko|под|около|недалеко от|"
     "близ|порт|порта|город|بالقرب من|قرب|قبالة|خارج|شمالي|ميناء",
     CUT_IS_PLACE_PREP, CUT_PREP_NEAR},
    {"at|at the|в аэропорту", CUT_IS_PLACE_PREP, CUT_PREP_AT},
    {"city|town|village|resort|port|capital|suburb|municipality|neighborhood|neighbourhood|"
     "hamlet|district|borough|estado|provincia|departamento|département|Bundesland|enclave|"
     "settlement|township|island|stronghold|ville|Stadt|"
     "ciudad|città|cidade|город|مدينة|بلدة|قرية|city center|city centre|metro|area",
     CUT_IS_PLACE_NOUN, 0},
};
const size_t cut_place_row_count = sizeof cut_place_rows / sizeof *cut_place_rows;
