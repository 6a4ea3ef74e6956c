//! The embedded gazetteer: spellings, exonyms, capitals.

use dateline::gazetteer::{Gazetteer, NameForm, PlaceKind, Point};

fn keys(name: &str) -> Vec<&'static str> {
    let gazetteer = Gazetteer::embedded();
    gazetteer.named_exactly(name).into_iter().map(|named| gazetteer.place(named.place).id).collect()
}

#[track_caller]
fn check(names: &[&str], key: &str) {
    for name in names {
        assert!(keys(name).contains(&key), "{name} is {:?}, not {key}", keys(name));
    }
}

#[test]
fn afghan_towns_are_found_under_all_spellings() {
    check(&["Maimana", "Maymana", "Meymaneh", "MAÏMANA"], "gn1133453");
    check(&["Taloqan", "Taluqan", "Taleqan"], "gn1123004");
    check(&["Qala-i-Naw", "Qalʿa-i-Naw", "Qala-e-Naw", "Qala-e Now", "Qalah-ye Naw"], "gn1129867");
    check(&["Sar-e-Pul", "Sari Pul", "Sar-i Pul", "Sar-e Pol"], "gn1127110");
    check(&["Lashkar Gah", "Lashkargah", "Lashkar-Gah"], "gn1134720");
    check(&["Kunduz", "Koundouz", "Kondôz"], "gn1135689");
    check(&["Hérat", "Herat"], "gn1140026");
    check(&["Kaboul", "Kabul", "کابل"], "gn1138958");
    check(&["Bagram"], "AF-bagram-airfield");
    check(&["Sayad", "Sayyad"], "AF-sayad");
}

#[test]
fn french_and_english_names_of_the_worlds_towns_are_found() {
    check(&["Alep", "Aleppo"], "gn170063");
    check(&["Le Caire", "Cairo"], "gn360630");
    check(&["Londres", "London"], "gn2643743");
    check(&["Pékin", "Beijing"], "gn1816670");
    check(&["Kiev", "Kyiv"], "gn703448");
    check(&["Moscou", "Moscow"], "gn524901");
}

/// The likeliest place of the name that is a town lies in that country.
#[track_caller]
fn check_towns(names: &[&str], country: &str) {
    let gazetteer = Gazetteer::embedded();
    for name in names {
        let mut places = gazetteer.named_exactly(name).into_iter().map(|named| gazetteer.place(named.place));
        let town = places.find(|place| place.kind == PlaceKind::City);
        assert_eq!(town.map(|town| town.country), Some(country), "{name}");
    }
}

#[test]
fn french_exonyms_lead_to_the_town_that_is_meant() {
    check_towns(&["Venise", "Florence", "Naples", "Turin", "Gênes", "Milan", "Rome"], "IT");
    check_towns(&["Édimbourg", "Londres", "Douvres"], "GB");
    check_towns(&["Séville", "Barcelone", "Saragosse", "Cordoue", "Grenade", "Madrid"], "ES");
    check_towns(&["Cologne", "Munich", "Francfort", "Hambourg", "Nuremberg", "Brême", "Dresde"], "DE");
    check_towns(&["Varsovie", "Cracovie", "Gdansk"], "PL");
    check_towns(&["Genève", "Bâle", "Berne", "Lucerne"], "CH");
    check_towns(&["La Haye", "Rotterdam"], "NL");
    check_towns(&["Bruxelles", "Anvers", "Gand", "Bruges", "Louvain"], "BE");
    check_towns(&["Moscou", "Saint-Pétersbourg", "Koursk", "Belgorod", "Vladivostok"], "RU");
    check_towns(
        &["Marioupol", "Kramatorsk", "Bakhmout", "Zaporijjia", "Lougansk", "Kharkiv", "Avdiïvka", "Boutcha", "Soumy"],
        "UA",
    );
    check_towns(&["Alep", "Damas", "Homs", "Raqqa", "Idleb", "Deir Ezzor", "Palmyre", "Kobané"], "SY");
    check_towns(&["Bagdad", "Mossoul", "Kirkouk", "Bassora", "Erbil", "Falloujah", "Ramadi", "Tikrit"], "IQ");
    check_towns(&["Sanaa", "Hodeïda", "Aden", "Taëz", "Marib"], "YE");
    check_towns(&["Beyrouth", "Sidon"], "LB");
    check_towns(&["Jénine", "Naplouse", "Ramallah", "Hébron", "Rafah", "Khan Younès", "Gaza"], "PS");
    check_towns(&["Jérusalem", "Tel-Aviv", "Haïfa"], "IL");
    check_towns(&["Le Caire", "Alexandrie", "Louxor", "Assouan"], "EG");
    check_towns(&["Téhéran", "Ispahan", "Machhad", "Chiraz", "Tabriz", "Zahedan"], "IR");
    check_towns(&["Tombouctou", "Ménaka", "Gao", "Kidal", "Mopti", "Ségou"], "ML");
    check_towns(&["Goma", "Bukavu", "Bunia", "Béni", "Butembo"], "CD");
    check_towns(&["N’Djamena", "Ndjamena", "Abéché"], "TD");
    check_towns(&["Djouba", "Malakal"], "SS");
    check_towns(&["Khartoum", "El-Fasher", "El Fasher", "Nyala", "Omdurman", "Port-Soudan"], "SD");
    check_towns(&["Mogadiscio", "Kismayo", "Baidoa"], "SO");
    check_towns(&["Maiduguri", "Kano", "Abuja", "Lagos"], "NG");
    check_towns(&["Tripoli", "Benghazi", "Misrata", "Syrte", "Derna"], "LY");
    check_towns(&["Pékin", "Shanghaï", "Nankin", "Canton", "Wuhan"], "CN");
    check_towns(&["Douchanbé"], "TJ");
    check_towns(&["Achgabat", "Achkhabad"], "TM");
    check_towns(&["Tachkent", "Samarcande", "Boukhara"], "UZ");
    check_towns(&["Peshawar", "Quetta", "Rawalpindi", "Lahore", "Karachi", "Islamabad"], "PK");
    check_towns(&["Athènes", "Thessalonique"], "GR");
    check_towns(&["Lisbonne", "Porto"], "PT");
    check_towns(&["Copenhague"], "DK");
    check_towns(&["Hanoï", "Hô-Chi-Minh-Ville"], "VN");
    check_towns(&["La Nouvelle-Orléans", "Philadelphie", "New York", "Washington", "Los Angeles"], "US");
    check_towns(&["La Havane"], "CU");
    check_towns(&["Bogota"], "CO");
    check_towns(&["Alger", "Oran"], "DZ");
    check_towns(&["Séoul"], "KR");
    check_towns(&["Katmandou"], "NP");
    check_towns(&["Bombay", "Calcutta", "New Delhi", "Srinagar"], "IN");
    check_towns(&["Rangoun", "Naypyidaw"], "MM");
    check_towns(&["Addis-Abeba", "Makalé", "Mekele"], "ET");
    check_towns(&["Erevan"], "AM");
    check_towns(&["Bakou"], "AZ");
    check_towns(&["Tbilissi"], "GE");
    check_towns(&["Bucarest"], "RO");
    check_towns(&["Vienne"], "AT");
}

#[test]
fn countries_are_found_by_their_names_and_short_forms() {
    check(&["États-Unis", "Etats-Unis", "USA", "U.S.", "United States"], "US");
    check(&["RDC", "République démocratique du Congo", "Congo"], "CD");
    check(&["Royaume-Uni", "UK", "Great Britain"], "GB");
    let us = Gazetteer::embedded().country("US").unwrap();
    assert_eq!(Gazetteer::embedded().place(us).point, Point { latitude: 39.76, longitude: -98.5 });
}

#[test]
fn every_place_has_a_key_of_its_own() {
    let gazetteer = Gazetteer::embedded();
    let lost = gazetteer.places().find(|&place| gazetteer.by_key(gazetteer.place(place).id) != Some(place));
    assert_eq!(lost, None);
}

#[test]
fn a_capital_and_its_province_know_each_other() {
    let gazetteer = Gazetteer::embedded();
    let [badghis, town] = ["AF-BDG", "gn1129867"].map(|key| gazetteer.by_key(key).unwrap());
    assert_eq!(gazetteer.capital(badghis), Some(town));
    assert_eq!(gazetteer.capital_of(town), Some(badghis));
    assert_eq!(gazetteer.admin1(town), Some(badghis));
    assert!(gazetteer.within(badghis, town) && !gazetteer.within(town, badghis));
    assert!(gazetteer.within(gazetteer.country("AF").unwrap(), badghis));
}

#[test]
fn the_form_of_a_name_is_told() {
    let forms: Vec<NameForm> = Gazetteer::embedded().candidates("usa").map(|named| named.form).collect();
    assert_eq!(forms.first(), Some(&NameForm::Code));
}
