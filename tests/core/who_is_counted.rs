//! Whom a figure counts: no ages, no things, none of those who tell of it.

use crate::whose_claims::told;

#[track_caller]
fn check(language: &str, rows: &[(&str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|&(text, expected)| {
            let found = told(language, text);
            (found != expected).then(|| format!("{text}\n  found {found:?}, expected {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_age_counts_nobody() {
    check(
        "en",
        &[
            ("Ahmed, 19, was killed by a sniper in Taiz on Monday.", &["attack_on_civilians: "]),
            ("A woman, 62, was killed in a drone strike on Kherson on Monday.", &["air_strike: killed 1"]),
            ("A man aged 45 was shot dead in Hebron on Monday.", &["attack_on_civilians: killed 1"]),
            ("Two girls aged 12 and 14 were abducted in Kaduna on Monday.", &["abduction: captured 2"]),
            ("A boy of 12 was killed in an air strike on Idlib on Monday.", &["air_strike: killed 1"]),
            ("Soldiers killed a 25-year-old man in Hebron on Monday.", &["attack_on_civilians: killed 1"]),
            ("A shell hit a house in Kherson on Monday and killed a family of five.", &["shelling: killed 5"]),
        ],
    );
    check(
        "fr",
        &[
            ("Deux frères âgés de 7 et 9 ans ont été tués lundi dans une frappe à Idleb.", &["air_strike: killed 2"]),
            ("Deux frères de sept et neuf ans ont été tués lundi dans une frappe à Idleb.", &["air_strike: killed 2"]),
        ],
    );
}

#[test]
fn the_digits_after_the_point_are_part_of_the_number() {
    check(
        "en",
        &[
            ("Some 2.5 million people fled Khartoum on Monday.", &["displacement: displaced 2500000"]),
            ("About 10.5 million people fled Khartoum on Monday.", &["displacement: displaced 10500000"]),
        ],
    );
}

#[test]
fn those_who_tell_of_it_are_no_victims() {
    check(
        "en",
        &[
            ("Air strikes hit Idlib on Monday, killing 14 fighters, a monitor said.", &["air_strike: killed 14"]),
            (
                "Gunmen attacked a post near Djibo on Monday and killed 12 soldiers, an army officer told AFP.",
                &["clash: killed 12"],
            ),
        ],
    );
}

#[test]
fn who_belongs_to_somebody_counted_counts_too() {
    check(
        "en",
        &[
            ("An air strike on Idlib on Monday killed a woman and her three children.", &["air_strike: killed 4"]),
            ("Gunmen shot dead a farmer and his son near Beni on Monday.", &["attack_on_civilians: killed 2"]),
        ],
    );
    check("fr", &[("Une mère et son fils ont été tués lundi dans une frappe à Kherson.", &["air_strike: killed 2"])]);
}

#[test]
fn things_are_no_victims() {
    check(
        "fr",
        &[
            ("La défense aérienne a abattu mardi huit drones au-dessus de Kiev.", &["air_strike: "]),
            ("Un convoi parti de Bamako a été attaqué mardi à Ségou.", &["clash: "]),
        ],
    );
}

#[test]
fn what_was_done_to_people_known_for_something_else_counts() {
    check("en", &[("The group executed nine hostages in Raqqa on Monday.", &["attack_on_civilians: killed 9"])]);
    check(
        "fr",
        &[
            ("Douze déplacés ont péri lundi dans une attaque à Bentiu.", &["attack_on_civilians: killed 12"]),
            ("Mardi, l'armée a libéré douze otages près de Maiduguri.", &["other: "]),
        ],
    );
}

#[test]
fn both_of_two_groups_before_one_word_count() {
    check(
        "fr",
        &[(
            "Seize soldats et cinquante terroristes tués, neuf blessés: tel est le bilan d'une attaque lundi à Djibo.",
            &["clash: killed 16, killed 50, wounded 9"],
        )],
    );
}

#[test]
fn a_toll_that_rose_is_what_it_rose_to() {
    check(
        "en",
        &[
            (
                "A bomb went off in Mogadishu on Monday. Officials revised the toll down from 160 to 132.",
                &["bombing: killed 132"],
            ),
            (
                "A blast hit Quetta on Monday. The death toll rose to 31 from 25, police said.",
                &["bombing: killed 31, killed 25 before"],
            ),
            ("A blast hit Quetta on Monday. Fatalities stood at 14.", &["bombing: killed 14"]),
        ],
    );
    check("fr", &[("Le bilan de l'attentat de lundi à Peshawar est passé de 32 à 59 morts.", &["bombing: killed 59"])]);
}

#[test]
fn a_figure_with_a_place_of_its_own_is_of_that_place() {
    check(
        "en",
        &[(
            "Air strikes killed two people in Aleppo and five in Idlib on Monday.",
            &["air_strike: killed 2", "air_strike: killed 5"],
        )],
    );
}

#[test]
fn the_event_of_a_relative_clause_has_no_part_in_the_toll_of_the_main_one() {
    check(
        "en",
        &[(
            "The bombing in Peshawar on Friday, which came two days after an attack in Bannu, killed 60.",
            &["bombing: killed 60", "clash: "],
        )],
    );
}

#[test]
fn prisoners_listed_with_the_dead_were_taken() {
    check(
        "en",
        &[(
            "Rebels attacked Tonka on Monday. They said they had killed 22 soldiers and spoke of three dead and nine prisoners.",
            &["clash: killed 22, killed 3, captured 9"],
        )],
    );
}

#[test]
fn the_day_of_a_count_is_no_event() {
    check(
        "en",
        &[(
            "Fighting broke out in Wad Madani on Friday. By Sunday at least 14 civilians had been killed, a doctor said.",
            &["clash: killed 14"],
        )],
    );
}

#[test]
fn one_of_a_trade_that_no_list_has_counts_where_only_people_are_so_dealt_with() {
    check(
        "en",
        &[
            ("Gunmen killed a tanner near Beni on Monday.", &["attack_on_civilians: killed 1"]),
            ("A tanner was kidnapped near Beni on Monday.", &["abduction: captured 1"]),
        ],
    );
}

#[test]
fn what_was_told_to_cost_lives_is_counted_by_a_bare_figure() {
    check(
        "fr",
        &[(
            "Les rebelles ont attaqué Bria samedi et les combats ont duré deux jours. Lundi, l'hôpital en comptait huit.",
            &["clash: killed 8"],
        )],
    );
}

#[test]
fn those_whom_an_event_takes_or_drives_out_are_counted_without_a_word_for_it() {
    check(
        "en",
        &[
            (
                "Police are looking for the 34 worshippers seized from a mosque in Jibia on Monday.",
                &["abduction: captured 34"],
            ),
            (
                "Soldiers stopped 14 men in a cattle truck outside Goma on Monday and locked them up.",
                &["abduction: captured 14"],
            ),
            ("8,300 arrivals were registered in Adré on Monday.", &["displacement: displaced 8300"]),
            ("Russian troops shot 16 captured Ukrainians near Pokrovsk on Monday.", &["clash: killed 16", "arrest: "]),
        ],
    );
    check(
        "fr",
        &[
            (
                "Des hommes armés ont fait descendre lundi d'un autocar six fonctionnaires près de Gao et les ont emmenés.",
                &["abduction: captured 6"],
            ),
            (
                "Six passagers d'un minibus sont aux mains de ravisseurs depuis lundi, à Croix-des-Bouquets.",
                &["abduction: captured 6"],
            ),
        ],
    );
}

#[test]
fn they_were_so_many_counts_those_of_whom_it_was_told() {
    check(
        "en",
        &[
            (
                "Gunmen abducted travellers in Kachia on Monday. There were 17 of them, according to the bus company.",
                &["abduction: captured 17"],
            ),
            ("They laid down their weapons at Tibu in 2004, 1,400 of them.", &["surrender: surrendered 1400"]),
            (
                "The last Taliban army in Kunduz laid down its arms in November 2001, some 3,300 men.",
                &["surrender: surrendered 3300"],
            ),
        ],
    );
    check(
        "fr",
        &[(
            "Des bandits ont enlevé des orpailleurs lundi à Mongbwalu. Ils étaient neuf au départ, selon leur coopérative.",
            &["abduction: captured 9"],
        )],
    );
}

#[test]
fn a_short_clause_that_ends_with_a_figure_counts_what_was_counted_before() {
    check(
        "en",
        &[
            (
                "Gunmen killed eight men in Kachia on Monday. The guards' union says five.",
                &["attack_on_civilians: killed 8, killed 5"],
            ),
            (
                "Gunmen killed eight men in Kachia on Monday. Two nurses put it above 25.",
                &["attack_on_civilians: killed 8, killed 25"],
            ),
            ("Gunmen killed eight men in Kachia on Monday. His son was five.", &["attack_on_civilians: killed 8"]),
        ],
    );
    check(
        "fr",
        &[(
            "L'attaque de Fataki a fait vingt-neuf morts lundi. Le bourgmestre, lui, en reste à dix-sept.",
            &["clash: killed 29, killed 17"],
        )],
    );
}

#[test]
fn one_who_died_is_one_without_a_figure() {
    check(
        "en",
        &[
            (
                "Gunmen ambushed an army patrol near Cosala on Monday. A lance naik died of his wounds.",
                &["clash: killed 1"],
            ),
            (
                "A bomb went off in Gao on Monday. The driver was killed and two passengers were hurt.",
                &["bombing: killed 1, wounded 2"],
            ),
            ("A bomb went off in Gao on Monday. The driver was wounded.", &["bombing: wounded 1"]),
        ],
    );
    check(
        "fr",
        &[
            (
                "Un engin explosif a détruit lundi une camionnette près de Mueda. Le conducteur et son aide sont morts.",
                &["bombing: killed 2"],
            ),
            (
                "Un camion est tombé lundi dans une embuscade près de Bria. Le chauffeur a été tué, cinq passagers ont été emmenés.",
                &["clash: killed 1", "abduction: captured 5"],
            ),
        ],
    );
}

#[test]
fn one_who_is_taken_alone_is_one() {
    check(
        "en",
        &[
            ("On Monday, armed men kidnapped the headmaster of the school in Gao.", &["abduction: captured 1"]),
            ("The mayor of Gao was arrested on Monday.", &["arrest: captured 1"]),
            ("The army arrested the group in Gao on Monday.", &["arrest: "]),
        ],
    );
    check("fr", &[("Ils ont emmené lundi à Gao le directeur du collège.", &["abduction: captured 1"])]);
}

#[test]
fn money_the_buried_and_those_who_tell_of_it_are_counted_as_nobody() {
    check(
        "en",
        &[
            (
                "Gunmen abducted 12 travellers in Kachia on Monday. The kidnappers want $1 million.",
                &["abduction: captured 12"],
            ),
            (
                "The last militants in Raqqa gave themselves up on Monday under a deal brokered by tribal elders.",
                &["surrender: ", "agreement: "],
            ),
        ],
    );
}
