//! Which tellings are of one event: one is split off, or another event is joined.

use super::{About, Wanted, hint, part_head};
use crate::correction::{Change, Subject};
use crate::store::EventIndex;
use crate::ui::dates::set_words;
use crate::ui::place_name::name_of;
use crate::ui::side_panel::report_name;
use crate::ui::snippet::Snippet;
use crate::ui::theme::Palette;
use egui::{RichText, Ui};

/// Events to join with that are offered.
const MOST_OFFERED: usize = 8;
/// Letters of a sentence that a row shows.
const SNIPPET: usize = 90;

pub(super) fn same_ui(ui: &mut Ui, about: &About<'_>) -> Wanted {
    let (store, texts) = (about.look.store, about.look.texts);
    let event = store.event(about.event)?;
    let mut wanted = None;
    if event.mentions.len() > 1 {
        part_head(ui, about, &texts.get("correct-split"));
        for (index, mention) in store.mentions_of(about.event) {
            let Some(document) = store.document(mention.document) else { continue };
            hint(ui, about, report_name(&document.id));
            let words = Snippet::within(&document.text, mention.quote, mention.trigger, SNIPPET);
            let color = Palette::of(about.look.view.theme).text;
            ui.add(egui::Label::new(words.job(12.0, color)).wrap());
            if ui.button(RichText::new(texts.get("correct-split-off")).size(12.0)).clicked() {
                let rest: Vec<_> = event.mentions.iter().copied().filter(|&other| other != index).collect();
                wanted = Some(Change::Split {
                    of: Subject::mentions(store.collection(), &[index]),
                    from: Subject::mentions(store.collection(), &rest),
                });
            }
        }
    }
    part_head(ui, about, &texts.get("correct-join"));
    for other in neighbours(about) {
        let Some(told) = store.event(other) else { continue };
        if ui.add(egui::Button::new(RichText::new(words_of(about, other)).size(12.0)).wrap()).clicked() {
            wanted = Some(Change::Join { one: about.subject(), other: Subject::event(store.collection(), told) });
        }
    }
    wanted
}

/// The events that are nearest by day, those at the same place first.
fn neighbours(about: &About<'_>) -> Vec<EventIndex> {
    let store = about.look.store;
    let here = (store.place_row(about.event), store.days(about.event));
    let mut others: Vec<EventIndex> =
        store.events().filter(|&other| other != about.event && store.event(other).is_some()).collect();
    let far = |other: EventIndex| {
        let days = store.days(other);
        let gap = i64::from(days.start.number()).abs_diff(i64::from(here.1.start.number()));
        (store.place_row(other) != here.0 || here.0.is_none(), gap)
    };
    others.sort_by_key(|&other| far(other));
    others.truncate(MOST_OFFERED);
    others
}

/// `Kunduz · Place taken · 7 July 2021`
fn words_of(about: &About<'_>, event: EventIndex) -> String {
    let (store, texts) = (about.look.store, about.look.texts);
    let place = store.place_of(event).map_or_else(|| texts.get("no-place"), |place| name_of(place, texts).to_owned());
    let kind = texts.get(&format!("kind-{}", store.kind(event).name()));
    let when = store.event(event).and_then(|event| event.when.as_ref());
    let day = when.map_or_else(|| texts.get("no-day"), |when| set_words(when, texts));
    format!("{place} · {kind} · {day}")
}
