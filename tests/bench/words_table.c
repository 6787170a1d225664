#include "bench/words.h"

/* clang-format off */
const char *const bench_places[BENCH_PLACES][3] = {
    {"Geneva", "Switzerland", "CHE"}, {"Vienna", "Austria", "AUT"}, {"Lisbon", "Portugal", "PRT"},
    {"Nairobi", "Kenya", "KEN"}, {"Dakar", "Senegal", "SEN"}, {"Amman", "Jordan", "JOR"},
    {"Beirut", "Lebanon", "LBN"}, {"Cairo", "Egypt", "EGY"}, {"Tunis", "Tunisia", "TUN"},
    {"Istanbul", "Turkey", "TUR"}, {"Athens", "Greece", "GRC"}, {"Warsaw", "Poland", "POL"},
    {"Prague", "Czech Republic", "CZE"}, {"Berlin", "Germany", "DEU"}, {"Paris", "France", "FRA"},
    {"Madrid", "Spain", "ESP"}, {"Rome", "Italy", "ITA"}, {"Oslo", "Norway", "NOR"},
    {"Stockholm", "Sweden", "SWE"}, {"Helsinki", "Finland", "FIN"}, {"Lima", "Peru", "PER"},
    {"Quito", "Ecuador", "ECU"}, {"Bogota", "Colombia", "COL"}, {"Santiago", "Chile", "CHL"},
    {"Tokyo", "Japan", "JPN"}, {"Seoul", "South Korea", "KOR"}, {"Hanoi", "Vietnam", "VNM"},
    {"Manila", "Philippines", "PHL"}, {"Jakarta", "Indonesia", "IDN"}, {"New Delhi", "India", "IND"},
    {"Dhaka", "Bangladesh", "BGD"}, {"Kathmandu", "Nepal", "NPL"},
};
const char *const bench_topics[BENCH_TOPICS][3] = {
    {"speaks to reporters", "after a meeting on grain exports", "GRAIN"},
    {"attends a ceremony", "for victims of the flood", "FLOOD"},
    {"opens a bridge", "over the rebuilt harbour", "BRIDGE"},
    {"leaves a courtroom", "during a break in the fraud trial", "TRIAL"},
    {"greets supporters", "at an election rally", "ELECTION"},
    {"inspects a factory", "that makes solar panels", "ENERGY"},
    {"scores a goal", "in the second half of the cup match", "SOCCER"},
    {"serves the ball", "in the first round of the open", "TENNIS"},
    {"finishes a stage", "of the mountain race", "CYCLING"},
    {"shows a painting", "found in a cellar", "ART"},
    {"performs a song", "at the summer festival", "MUSIC"},
    {"signs an agreement", "about the border crossing", "BORDER"},
    {"visits a school", "reopened by volunteers", "SCHOOL"},
    {"waters a field", "dried by weeks of heat", "DROUGHT"},
    {"carries a lamb", "through deep snow", "WEATHER"},
    {"repairs a boat", "before the fishing season", "FISHING"},
    {"sells vegetables", "on a crowded market", "MARKET"},
    {"watches a screen", "with falling share prices", "STOCKS"},
    {"casts a ballot", "at a polling station", "VOTE"},
    {"lights a candle", "on the anniversary of the earthquake", "QUAKE"},
    {"boards a train", "on the new railway line", "RAIL"},
    {"tests a telescope", "built by students", "SCIENCE"},
    {"gives a speech", "to members of parliament", "POLITICS"},
    {"clears the rubble", "of a fallen wall", "STORM"},
};
const char *const bench_given[BENCH_GIVEN] = {
    "Lena", "Piotr", "Amina", "Harriet", "Jonas", "Milan", "Carla", "Dario", "Elif", "Farid",
    "Greta", "Hassan", "Ines", "Jamal", "Katrin", "Luis", "Maya", "Nadia", "Omar", "Petra",
    "Quentin", "Rosa", "Samir", "Tomas", "Ursula", "Viktor", "Wanda", "Yusuf", "Zoe", "Anton",
    "Bruno", "Clara", "Diego", "Emma", "Felix", "Gita", "Hugo", "Irina", "Julia", "Karim",
};
const char *const bench_family[BENCH_FAMILY] = {
    "Hofbauer", "Wasik", "Wanjiru", "Quill", "Frey", "Varga", "Moreau", "Bianchi", "Demir", "Haddad",
    "Lindqvist", "Karimi", "Pereira", "Diallo", "Novak", "Castillo", "Sharma", "Ivanova", "Saleh", "Kovacs",
    "Lambert", "Ortega", "Nasser", "Dvorak", "Brandt", "Petrov", "Zielinski", "Aydin", "Marin", "Keller",
    "Ferrari", "Santos", "Vega", "Larsen", "Winter", "Thapa", "Almeida", "Sokolova", "Meyer", "Rahman",
    "Okafor", "Mensah", "Tanaka", "Sato", "Park", "Nguyen", "Tran", "Reyes", "Cruz", "Wibowo",
    "Patel", "Singh", "Gurung", "Rossi", "Conti", "Weber", "Fischer", "Schneider", "Dubois", "Girard",
    "Nilsen", "Virtanen", "Korhonen", "Papadaki",
};
const char *const bench_offices[BENCH_OFFICES] = {
    "the foreign minister", "a former mayor", "the head of the union", "a spokesman of the court",
    "the president of the club", "a doctor", "the director of the museum", "a farmer", "the coach",
    "an opposition leader", "the deputy prime minister", "a teacher", "the captain", "a volunteer",
    "the governor of the central bank", "a witness",
};
const char *const bench_endings[BENCH_ENDINGS] = {
    "The talks will go on next week, officials said.", "Thousands of people had to leave their homes.",
    "It was the third such case this year.", "Organizers expected more than a million visitors.",
    "Witnesses reported heavy traffic in the old town.", "The result will be known on Monday.",
    "The government denied that there was a plan.", "Rescue teams searched through the night.",
    "The match ended without a winner.", "Prices had doubled within a month.",
    "The law takes effect at the end of the year.", "No one was hurt, the police said.",
    "Engineers had worked on it for nine years.", "The strike entered its second week.",
    "A verdict is expected in autumn.", "The exhibition is open until the spring.",
};
const char *const bench_keywords[BENCH_KEYWORDS] = {
    "politics", "election", "economy", "trade", "sport", "soccer", "tennis", "cycling", "culture",
    "music", "art", "museum", "weather", "storm", "flood", "drought", "harvest", "market", "energy",
    "solar", "railway", "traffic", "school", "science", "space", "health", "hospital", "court", "trial",
    "police", "protest", "strike", "border", "refugees", "summit", "meeting", "speech", "portrait",
    "horizontal", "crowd", "night", "snow", "harbour", "fishing", "bridge", "festival", "religion",
    "anniversary",
};
