use super::*;
use proptest::prelude::*;

fn set(text: &str) -> DateSet {
    DateSet::parse(text).unwrap()
}

fn day_sets() -> impl Strategy<Value = DateSet> {
    proptest::collection::vec((-2_000_000_i64..6_000_000, 1_i32..900), 1..5).prop_map(|parts| {
        let ranges = parts.into_iter().map(|(start, length)| {
            let start = Day::from_number(start);
            DayRange { start, end: start.plus(length) }
        });
        DateSet::one_of(ranges).unwrap()
    })
}

#[test]
fn one_of_five_tuesdays_and_a_week_leave_one_day() {
    let tuesdays = set("[2019-01-01,2019-01-08,2019-01-15]");
    let week = set("2019-01-07/2019-01-13");
    assert_eq!(tuesdays.intersection(&week).unwrap().to_string(), "2019-01-08");
    let mondays = tuesdays.map_days(366, |day| Some(DateSet::day(day.plus(-1)))).unwrap();
    assert_eq!(mondays.to_string(), "[2018-12-31,2019-01-07,2019-01-14]");
}

#[test]
fn what_has_no_day_in_common_has_no_intersection() {
    assert_eq!(set("2021-06").intersection(&set("2021-07")), None);
    assert_eq!(set("../2021-06-30").intersection(&set("2021-07-01/..")), None);
}

#[test]
fn precision_follows_the_length_of_the_stretch() {
    for (text, precision) in [
        ("2021-07-07", Precision::Day),
        ("[2021-07-07,2021-07-14]", Precision::Day),
        ("2021-06-28/2021-07-04", Precision::Week),
        ("2021-02", Precision::Month),
        ("2021-21", Precision::Season),
        ("2021", Precision::Year),
        ("2021-05-01/..", Precision::Open),
    ] {
        assert_eq!(set(text).precision(), precision, "{text}");
    }
}

#[test]
fn a_long_stretch_is_not_read_day_by_day() {
    assert_eq!(set("2021").map_days(31, |day| Some(DateSet::day(day))), None);
    assert_eq!(DateSet::any().map_days(800, |day| Some(DateSet::day(day))), None);
}

proptest! {
    #[test]
    fn every_set_is_read_back_as_it_was_written(days in day_sets(), approximate: bool) {
        let days = if approximate { days.approximately() } else { days };
        prop_assert_eq!(DateSet::parse(&days.to_string()), Ok(days));
    }

    #[test]
    fn intersection_is_what_both_hold_and_union_what_either_does(one in day_sets(), other in day_sets()) {
        let both = one.intersection(&other);
        let either = one.union(&other);
        prop_assert_eq!(one.meets(&other), both.is_some());
        for range in one.ranges().iter().chain(other.ranges()) {
            for day in [range.start, range.end.plus(-1), range.end, range.start.plus(-1)] {
                let (first, second) = (one.holds(day), other.holds(day));
                prop_assert_eq!(both.as_ref().is_some_and(|set| set.holds(day)), first && second);
                prop_assert_eq!(either.holds(day), first || second);
            }
        }
        prop_assert_eq!(&one.intersection(&other), &other.intersection(&one));
        prop_assert_eq!(one.intersection(&one).map(|set| set.ranges().to_vec()), Some(one.ranges().to_vec()));
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,40}") {
        let _read = DateSet::parse(&text);
    }

    #[test]
    fn what_looks_like_edtf_does_not_panic(text in "[-Y0-9X/.,~?%\\[\\]{}]{0,24}") {
        if let Ok(set) = DateSet::parse(&text) {
            let written = set.to_string();
            prop_assert_eq!(DateSet::parse(&written).map(|set| set.ranges().to_vec()), Ok(set.ranges().to_vec()), "{}", written);
        }
    }
}
