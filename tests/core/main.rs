//! Tests of the engines, without a window.
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

#[cfg(feature = "render")]
mod animation;
mod bad_input;
mod catalogues;
mod chronology;
mod claim_table;
mod claimants;
mod company;
mod corrections;
mod event_days;
mod event_properties;
mod events_on_gold;
mod formats;
mod gazetteer;
mod gazetteer_command;
#[cfg(feature = "render")]
mod gif_pictures;
mod gold;
mod having_to;
mod layers;
mod left_unsaid;
mod one_event_of_two_reports;
mod one_event_told_on;
mod perfect_reader;
mod project_command;
mod projects;
mod quotes;
mod reader;
mod respelled;
mod rival_figures;
mod score;
mod sentence_table;
mod short_reports;
#[cfg(feature = "render")]
mod still_map;
mod timex3_table;
mod timex_published;
mod timex_robust;
mod timex_table;
mod told_all_the_same;
mod told_apart_from_its_place;
mod told_in_passing;
mod told_or_not;
mod told_where_it_was;
mod toponym_passages;
mod toponyms;
mod toponyms_on_passages;
mod trays;
mod turns_of_speech;
mod typography;
mod undated;
mod who_is_counted;
mod who_takes_part;
mod whose_claims;
