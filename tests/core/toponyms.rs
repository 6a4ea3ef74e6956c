//! What is a place's name in running text, and which place it is: a line a rule.

use dateline::gazetteer::{Gazetteer, PlaceKind, Point};
use dateline::language::boilerplate::Boilerplate;
use dateline::language::sentence::sentences;
use dateline::language::token::Tokens;
use dateline::language::{AnalysedText, LanguagePack, Lexicon};
use dateline::toponym::{self, Cues, Usage};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// A place name that was found.
pub(crate) struct Found {
    pub(crate) bytes: Range<usize>,
    pub(crate) usage: Usage,
    pub(crate) kind: PlaceKind,
    pub(crate) country: String,
    pub(crate) point: Point,
    pub(crate) confidence: f32,
    near: bool,
    key: String,
}

struct Language {
    lexicon: Lexicon,
    cues: Cues,
}

impl Language {
    fn bundled(file: &str, source: &str) -> Self {
        let pack = LanguagePack::parse(file, source).unwrap();
        let mut lexicon = Lexicon::default();
        let cues = Cues::compile(&pack, &mut lexicon).unwrap();
        Self { lexicon, cues }
    }
}

static FRENCH: LazyLock<Language> =
    LazyLock::new(|| Language::bundled("fr.toml", include_str!("../../data/lang/fr.toml")));
static ENGLISH: LazyLock<Language> =
    LazyLock::new(|| Language::bundled("en.toml", include_str!("../../data/lang/en.toml")));

/// The place names of a text in `fr` or `en`.
pub(crate) fn annotate(language: &str, text: &str) -> Vec<Found> {
    let gazetteer = Gazetteer::embedded();
    let language = if language == "fr" { &*FRENCH } else { &*ENGLISH };
    let tokens = Tokens::of(text, &language.lexicon);
    let abbreviations: BTreeSet<_> = ["M", "Mme", "Gen", "Gov", "Sen", "Rep", "St"]
        .into_iter()
        .map(|word| language.lexicon.id(&word.to_lowercase()))
        .collect();
    let sentences = sentences(text, &tokens, &abbreviations);
    let boilerplate = Boilerplate::default().find(text, &tokens);
    let analysed = AnalysedText { text, tokens, sentences, boilerplate };
    let found = toponym::annotate(&analysed, &language.cues, gazetteer);
    let resolved = found.into_iter().filter_map(|toponym| {
        let place = gazetteer.place(toponym.place?);
        let bytes = toponym.span.start()..toponym.span.end();
        let (country, key) = (place.country.to_owned(), place.id.to_owned());
        Some(Found {
            bytes,
            usage: toponym.usage,
            kind: place.kind,
            country,
            point: place.point,
            confidence: toponym.confidence,
            near: toponym.near,
            key,
        })
    });
    resolved.collect()
}

/// Names with their places, as `Goma=gn216281`; a `*` marks a metonym, a `+` a dateline, a `~` a name that is only put near a place.
/// Modifiers are left out.
#[track_caller]
pub(crate) fn check(language: &str, text: &str, expected: &[&str]) {
    let names = annotate(language, text).into_iter().filter(|found| found.usage != Usage::Modifier).map(|found| {
        let mark = match found.usage {
            Usage::Metonym => "*",
            Usage::Dateline => "+",
            Usage::Literal | Usage::Modifier if found.near => "~",
            Usage::Literal | Usage::Modifier => "",
        };
        format!("{}{mark}={}", text.get(found.bytes).unwrap(), found.key)
    });
    assert_eq!(names.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn the_article_and_the_elision_are_no_part_of_a_name() {
    check("fr", "Ils ont quitté l’Iran et l'Irak.", &["Iran=IR", "Irak=IQ"]);
    check("fr", "La chute d’Hérat a surpris.", &["Hérat=gn1140026"]);
    check("fr", "Les combats autour de Qala‑i‑Naw durent.", &["Qala‑i‑Naw=gn1129867"]);
    check("fr", "Il est arrivé au Caire mardi.", &["Caire=gn360630"]);
}

#[test]
fn an_article_gives_way_to_the_longer_name_behind_it() {
    check("fr", "La Côte d'Ivoire et le Bénin redoutent une contagion.", &["Côte d'Ivoire=CI", "Bénin=BJ"]);
    check("fr", "Le Cap-Haïtien manque d'essence.", &["Cap-Haïtien=gn3728474"]);
}

#[test]
fn a_country_stands_before_its_town_of_the_same_name() {
    check(
        "en",
        "Mexico has 590 cases. Three people died in Guadalajara and Monterrey.",
        &["Mexico=MX", "Guadalajara=gn4005539", "Monterrey=gn3995465"],
    );
    check("fr", "Mexico a dénoncé l'attaque.", &["Mexico*=gn3530597"]);
}

#[test]
fn the_adjective_or_the_country_before_a_town_decides() {
    check("en", "The northern Lebanese city of Tripoli saw clashes.", &["Tripoli=gn266826"]);
    check("fr", "La ville libanaise de Tripoli est calme.", &["Tripoli=gn266826"]);
    check("en", "Clashes in Lebanon's Tripoli left four dead.", &["Lebanon=LB", "Tripoli=gn266826"]);
}

#[test]
fn a_name_of_a_list_is_what_its_others_are() {
    check(
        "en",
        "Canada has cases in Alberta, Ontario, New Brunswick and Nova Scotia.",
        &["Canada=CA", "Alberta=CA-AB", "Ontario=CA-ON", "New Brunswick=CA-NB", "Nova Scotia=CA-NS"],
    );
    check(
        "fr",
        "Des attaques au Nigeria, au Cameroun et au Niger ont fait des morts. Maiduguri et Kano ont peur.",
        &["Nigeria=NG", "Cameroun=CM", "Niger=NE", "Maiduguri=gn2331447", "Kano=gn2335204"],
    );
}

#[test]
fn the_kind_of_several_is_that_of_each() {
    check(
        "en",
        "Road work this week in Shelby and Darke counties, Ohio.",
        &["Shelby=US-39149", "Darke=US-39037", "Ohio=US-OH"],
    );
}

#[test]
fn what_one_mention_shows_leaves_town_and_division_apart() {
    check(
        "fr",
        "Kunduz (Afghanistan) est tombée. La province de Kunduz résiste.",
        &["Kunduz=gn1135689", "Afghanistan=AF", "Kunduz=AF-KDZ"],
    );
}

#[test]
fn an_article_before_a_name_leans_to_what_nature_made() {
    check("en", "They swam across the Rio Grande from McAllen.", &["Rio Grande=r-rio-grande", "McAllen=gn4709796"]);
    check("fr", "Des convois remontaient l'Euphrate hier.", &["Euphrate=r-euphrates"]);
}

#[test]
fn a_name_may_end_in_a_genitive() {
    check("en", "An iceberg got stuck in St. John's, Newfoundland.", &["St. John's=gn6324733", "Newfoundland=CA-NL"]);
}

#[test]
fn divisions_called_by_a_direction_are_those_of_the_report() {
    check(
        "fr",
        "En Haïti, Port-au-Prince est bloqué. Le département du Nord vit au ralenti.",
        &["Haïti=HT", "Port-au-Prince=gn3718426", "Nord=HT-nord"],
    );
    check("fr", "En Afghanistan, les combats dans l'Ouest continuent à Hérat.", &["Afghanistan=AF", "Hérat=gn1140026"]);
}

#[test]
fn a_large_number_behind_a_town_is_no_age() {
    check("en", "In Kandahar, 3,100 passengers are stranded.", &["Kandahar=gn1138336"]);
    check("en", "Police said Dallas, 31, was arrested in Kandahar.", &["Kandahar=gn1138336"]);
}

#[test]
fn a_state_may_be_told_by_its_long_code() {
    check("en", "Bushfires burned as temperatures in NSW broke records.", &["NSW=AU-new-south-wales"]);
}

#[test]
fn an_agency_is_no_town_of_its_name() {
    check("fr", "L'agence Sana parle de trois morts à Damas.", &["Damas=gn170654"]);
}

#[test]
fn a_hamlet_of_a_far_state_is_not_what_a_local_report_means() {
    let text = "Residents of Cynthiana, Georgetown, Frankfort, Versailles, Nicholasville and Lexington, Ky., met in Winchester. \
        Shots were fired near Leesburg.";
    let found = annotate("en", text);
    let last = found.last().expect("the last is a place");
    assert!(last.near && last.country == "US", "{}", last.key);
    assert!(last.point.distance_km(Point { latitude: 38.0, longitude: -84.5 }) < 100.0, "{}", last.key);
}

#[test]
fn places_that_no_gazetteer_has_are_put_near_those_they_are_named_with() {
    check(
        "fr",
        "Des civils ont été tués samedi dans le village de Zboukandé, près de Ouahigouya, au Burkina Faso.",
        &["Zboukandé~=gn2357043", "Ouahigouya=gn2357043", "Burkina Faso=BF"],
    );
    check(
        "fr",
        "Des tirs ont visé Damas. À Qosraniyé, à 30 km de Homs, un obus est tombé.",
        &["Damas=gn170654", "Qosraniyé~=gn169577", "Homs=gn169577"],
    );
    check(
        "en",
        "Troops killed nine people near Zbukande, in the province of Takhar.",
        &["Zbukande~=AF-TAK", "Takhar=AF-TAK"],
    );
}

#[test]
fn names_of_something_else_are_no_unknown_places() {
    check("fr", "Le ministre a remis le rapport à Zboukandé mardi.", &[]);
    check("fr", "Selon le porte-parole de Zboukandé, rien n'est sûr.", &[]);
    check("en", "He said in Zbukande Weekly that the office of Zbukande was shut.", &[]);
}

#[test]
fn seats_of_government_stand_for_those_who_sit_there() {
    check("en", "The Kremlin said on Tuesday that it would wait.", &["Kremlin*=RU-kremlin"]);
    check("fr", "Le Quai d'Orsay et l'Élysée ont réagi.", &["Quai d'Orsay*=FR-quai-d-orsay", "Élysée*=FR-elysee"]);
    check("en", "A drone fell near the Kremlin.", &["Kremlin=RU-kremlin"]);
    check("fr", "Selon la Maison Blanche et le Pentagone, rien ne presse.", &[]);
}

#[test]
fn a_surname_is_no_town_where_nothing_shows_the_town() {
    check("en", "John Washington pleaded not guilty. Washington said he had slept.", &[]);
    check("en", "Rep. Carl Houston voted for it. Houston called it a start.", &[]);
}

#[test]
fn a_town_that_begins_a_sentence_is_told_by_its_verb() {
    check("en", "Manbij was captured on Friday, Syrian officials said.", &["Manbij=gn167357"]);
}

#[test]
fn a_letter_with_an_apostrophe_may_be_the_names_own() {
    check("fr", "Les combats ont atteint N'Djamena, au Tchad.", &["N'Djamena=gn2427123", "Tchad=TD"]);
    check("fr", "Des lycéens ont défilé à N'Guigmi, au Niger.", &["N'Guigmi=gn2440495", "Niger=NE"]);
    check("fr", "Les secours de L'Aquila, en Italie.", &["L'Aquila=gn3175121", "Italie=IT"]);
    check("fr", "L'Iran attend.", &["Iran=IR"]);
}

#[test]
fn the_countries_that_head_a_digest_decide_for_what_stands_below() {
    let digest = "SYRIE\nDes tirs ont visé Idleb mercredi.\n\nLIBAN\nÀ Tripoli, deux familles se sont affrontées.\n";
    check("fr", digest, &["SYRIE=SY", "Idleb=gn169389", "LIBAN=LB", "Tripoli=gn266826"]);
}

#[test]
fn an_adjective_may_stand_between_a_preposition_and_a_name() {
    check(
        "en",
        "Soldiers died in nearby Andkhoy. Faryab, in Afghanistan, is calm.",
        &["Andkhoy=gn1148658", "Faryab=AF-FYB", "Afghanistan=AF"],
    );
}

#[test]
fn what_is_called_a_town_is_one() {
    check(
        "en",
        "Kawlin, a district town of some 25,000 people in Sagaing Region, has been taken.",
        &["Kawlin=MM-kawlin", "Sagaing Region=MM-sagaing"],
    );
}

#[test]
fn towns_of_many_states_are_those_that_lie_together() {
    check(
        "en",
        "Crews from Gorham and Lancaster drove to Berlin. A meeting is set in Concord.",
        &["Gorham=gn5086700", "Lancaster=gn5088529", "Berlin=gn5083330", "Concord=gn5084868"],
    );
}

#[test]
fn a_country_of_the_north_is_not_that_of_the_south() {
    let north = "Des soldats nord-coréens patrouillent à Hosen. L’armée nord-coréenne tient la ville de Hosen.";
    check("fr", north, &["Hosen=gn1875060", "Hosen=gn1875060"]);
    let south = "Des soldats sud-coréens patrouillent à Hosen. L’armée sud-coréenne tient la ville de Hosen.";
    check("fr", south, &["Hosen=gn1832798", "Hosen=gn1832798"]);
}

#[test]
fn adjectives_and_peoples_are_no_places() {
    check("fr", "Les Afghans et l'armée française, selon un responsable européen.", &[]);
    check("en", "French troops and two Syrians met European diplomats.", &[]);
}

#[test]
fn persons_and_organisations_are_no_places() {
    check("fr", "M. Paris et le général Sayad étaient là. Farah, 12 ans, aussi.", &[]);
    check("en", "Paris Hilton read the New York Times.", &[]);
    check("en", "Antony J. Blinken met Georgia Lincoln, 19.", &[]);
    check("en", "The University of Michigan beat Manchester United.", &[]);
    check("en", "By Austin Reyes, Staff Writer", &[]);
    check("fr", "Le traité de Lisbonne et Paris Match.", &[]);
}

#[test]
fn french_spellings_of_other_scripts_are_known() {
    let text = "Au Yémen, des combats ont éclaté à Moukalla. En Éthiopie, Axoum est tombée. En Ukraine, Jytomyr tient.";
    let expected = ["Yémen=YE", "Moukalla=gn78754", "Éthiopie=ET", "Axoum=gn344420", "Ukraine=UA", "Jytomyr=gn686967"];
    check("fr", text, &expected);
}

#[test]
fn a_large_town_is_known_by_its_short_name_and_a_hamlet_by_no_states() {
    let text = "Police in Carlisle and Newcastle, in the north of England, found nothing near Penrith.";
    check("en", text, &["Carlisle=gn2653775", "Newcastle=gn2641673", "England=x-england", "Penrith=gn2640416"]);
    check(
        "en",
        "A flock died near Pierre, S.D., and in Minnesota.",
        &["Pierre=gn5767918", "S.D.=US-SD", "Minnesota=US-MN"],
    );
    check("en", "He leaves a son, Orlando, of Enid, Okla., and a dog.", &["Enid=gn4535961", "Okla.=US-OK"]);
}

#[test]
fn a_name_is_that_of_the_town_whose_own_it_is() {
    check("en", "Reinforcements poured into Pokrovsk on Monday.", &["Pokrovsk=gn704422"]);
    check("en", "Des trains relient Vienne à Lyon.", &["Vienne=gn2761369", "Lyon=gn2996944"]);
}

#[test]
fn villages_kept_by_hand_need_no_word_before_them() {
    let text = "Au Nord-Kivu, les rebelles ont repris Kibumba et quitté Goma. La province du Kwilu s'inquiète.";
    check("fr", text, &["Nord-Kivu=CD-nord-kivu", "Kibumba=CD-kibumba", "Goma=gn216281", "Kwilu=CD-kwilu"]);
}

#[test]
fn a_far_hamlet_is_not_what_a_report_means() {
    let text = "En Ituri, dans l'est de la RD Congo, des miliciens ont attaqué Bunia et le village de Zimbor. Kinshasa a réagi.";
    check("fr", text, &["Ituri=x-ituri", "RD Congo=CD", "Bunia=gn217695", "Zimbor~=gn217695", "Kinshasa*=gn2314302"]);
}

#[test]
fn the_area_named_with_a_town_decides() {
    check("en", "A man from Paris, Texas, was arrested.", &["Paris=gn4717560", "Texas=US-TX"]);
    check("en", "He lives in Lexington, Ky., with his wife.", &["Lexington=gn4297983", "Ky.=US-KY"]);
    check("en", "Police in London, Ontario, said so.", &["London=gn6058560", "Ontario=CA-ON"]);
    check("fr", "À Paris, au Texas, une tornade a fait deux morts.", &["Paris=gn4717560", "Texas=US-TX"]);
}

#[test]
fn the_words_around_a_name_tell_a_province_from_its_town() {
    check("fr", "La province de Kunduz résiste.", &["Kunduz=AF-KDZ"]);
    check("fr", "La ville de Kunduz résiste.", &["Kunduz=gn1135689"]);
    check("fr", "Un membre du conseil provincial de Kunduz l'a dit.", &["Kunduz=AF-KDZ"]);
    check("fr", "Il vit à Québec depuis un an.", &["Québec=gn6325494"]);
    check("fr", "Il vit au Québec depuis un an.", &["Québec=CA-QC"]);
    check("en", "Fighting spread in Kunduz province.", &["Kunduz=AF-KDZ"]);
}

#[test]
fn who_governs_speaks_for_the_place() {
    check("fr", "Washington a annoncé un retrait.", &["Washington*=gn4140963"]);
    check("fr", "Les autorités de Kaboul ont démenti.", &["Kaboul*=gn1138958"]);
    check("fr", "Une force menée par les États-Unis.", &["États-Unis*=US"]);
    check("fr", "JAKARTA - Les secours sont arrivés.", &["JAKARTA+=gn1642911"]);
    check("en", "KABUL, Afghanistan (AP) — Troops left.", &["KABUL+=gn1138958", "Afghanistan+=AF"]);
}

#[test]
fn a_seat_of_power_is_no_place_unless_something_happens_there() {
    check(
        "fr",
        "Le Kremlin et la Maison Blanche ont démenti, selon le Quai d'Orsay.",
        &["Kremlin*=RU-kremlin", "Quai d'Orsay*=FR-quai-d-orsay"],
    );
    check(
        "en",
        "Downing Street said the Kremlin had lied.",
        &["Downing Street*=GB-downing-street", "Kremlin*=RU-kremlin"],
    );
    check("fr", "Il a été reçu au Kremlin.", &["Kremlin=RU-kremlin"]);
}

#[test]
fn words_of_the_language_are_places_only_where_a_report_says_so() {
    check("en", "Nice people live there.", &[]);
    check("en", "Police found nothing. Reading is fun.", &[]);
    check("fr", "Il est né à Nice.", &["Nice=gn2990440"]);
    check("fr", "Dans le Nord du pays, rien ne bouge.", &[]);
}

#[test]
fn a_number_behind_a_state_makes_it_a_road() {
    check("en", "His pickup left U.S. 82 near Bonham. Crews closed Texas 121 all day.", &["Bonham=gn4675577"]);
    check("en", "In Texas 121 people were ill.", &["Texas=US-TX"]);
    check("en", "He ran down Lexington Avenue toward Park Avenue.", &[]);
}

#[test]
fn schools_and_illnesses_only_bear_the_name() {
    check("en", "Ohio State University and Texas A&M met Michigan State on Friday.", &[]);
    check("en", "Bihar State and Washington state agreed.", &["Bihar State=IN-bihar", "Washington=US-WA"]);
    check("en", "Lassa fever, Lyme disease and West Nile virus were found in Dallas.", &["Dallas=gn4684888"]);
    check("en", "He studied at the University of Texas. Shares of Cisco fell.", &[]);
}

#[test]
fn small_towns_are_those_of_the_state_that_a_report_stays_in() {
    let georgia = "Lawmakers in Georgia passed a budget. Savannah and Augusta get money for roads; Columbus gets less.";
    check("en", georgia, &["Georgia=US-GA", "Savannah=gn4221552", "Augusta=gn4180531", "Columbus=gn4188985"]);
    let iowa = "The mayors of Davenport and Bettendorf met in Le Claire. A bus will run to Princeton.";
    check("en", iowa, &["Davenport=gn4853423", "Bettendorf=gn4848489", "Le Claire=gn4864315", "Princeton=gn4872217"]);
}

#[test]
fn what_stands_behind_a_common_word_shows_a_town() {
    check(
        "en",
        "A Hoover man was held in Birmingham, Ala.",
        &["Hoover=gn4067994", "Birmingham=gn4049979", "Ala.=US-AL"],
    );
    check(
        "en",
        "Dallas Reed, 19, of Commerce, was flown to Plano, Texas.",
        &["Commerce=gn4682762", "Plano=gn4719457", "Texas=US-TX"],
    );
    check(
        "en",
        "Send it to Portland, OR, and to Gary, IN.",
        &["Portland=gn5746545", "OR=US-OR", "Gary=gn4920607", "IN=US-IN"],
    );
}

proptest! {
    #[test]
    fn any_text_gives_sorted_disjoint_spans_on_character_boundaries(
        words in prop::collection::vec("(Paris|d’|l'|Texas|, |\\(|\\)|- |é|Ky\\.|U\\.S\\.|Saint|-|كابل|de |province |\n| |\\PC{1,3})", 0..40),
    ) {
        let text = words.concat();
        for language in ["fr", "en"] {
            let mut end = 0;
            for found in annotate(language, &text) {
                prop_assert!(found.bytes.start >= end && !found.bytes.is_empty());
                prop_assert!(text.get(found.bytes.clone()).is_some());
                prop_assert!((0.0..=1.0).contains(&found.confidence));
                end = found.bytes.end;
            }
        }
    }
}
