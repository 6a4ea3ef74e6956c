//! The event panel: what happened, where, when and why so; every quote; every figure.

mod claims;
mod figures;
mod grounds;
mod nothing;
mod quote;
mod why;

pub(super) use claims::what_key;

use super::actors::actor_name;
use super::correct_panel::{CorrectPanel, correct_panel_ui};
use super::dates::set_words;
use super::hijri::Hijri;
use super::marker::shape::{MarkerShape, darker};
use super::panel_view::PanelView;
use super::place_name::name_of;
use super::texts::Texts;
use super::theme::{Palette, family_color, strong};
use crate::collection::Aspect;
use crate::event::{Mention, MentionIndex, Role};
use crate::store::{EventIndex, EventStore};
use crate::view_state::{Command, Tab, ViewState};
use egui::{Frame, Label, Margin, RichText, ScrollArea, Sense, Stroke, Ui, vec2};
use std::collections::BTreeSet;

pub(super) fn event_panel_ui(
    ui: &mut Ui,
    correct: &mut CorrectPanel,
    look: PanelView<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(event) = look.view.selected else {
        nothing::nothing_ui(ui, look, commands);
        return;
    };
    // Another event begins at its top.
    ScrollArea::vertical().id_salt(event).auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin { left: 12, right: 14, top: 8, bottom: 16 }).show(ui, |ui| {
            head_ui(ui, look, event);
            place_in_view_ui(ui, look, event, commands);
            why::why_ui(ui, look, event, commands);
            corrected_ui(ui, look, event, commands);
            correct_panel_ui(ui, correct, look, event, commands);
            claims::disputes_ui(ui, look, event);
            quotes_ui(ui, look, event, commands);
            claims::claims_ui(ui, look, event, commands);
        });
    });
}

fn head_ui(ui: &mut Ui, look: PanelView<'_>, event: EventIndex) {
    let PanelView { store, view, texts } = look;
    let palette = Palette::of(view.theme);
    let kind = store.kind(event);
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 22.0), Sense::hover());
        let color = family_color(kind.family());
        ui.painter().add(MarkerShape::of(kind.family()).sign(rect.center(), 7.0, color, darker(color)));
        let words = texts.get(&format!("kind-{}", kind.name()));
        ui.label(RichText::new(words).font(strong(13.5)).color(palette.text));
    });
    let place = store.place_of(event);
    let name = place.map_or_else(|| texts.get("no-place"), |place| name_of(place, texts).to_owned());
    ui.add(Label::new(RichText::new(name).font(strong(22.0))).wrap());
    if place.is_some_and(|place| place.kind.is_area()) {
        ui.label(RichText::new(texts.get("somewhere-in")).small().color(palette.weak));
    }
    let when = store.event(event).and_then(|event| event.when.as_ref());
    let day = when.map_or_else(|| texts.get("no-day"), |when| set_words(when, texts));
    ui.add(Label::new(RichText::new(day).size(14.5)).wrap());
    let calendar = Hijri::of(store, event);
    if let Some((calendar, words)) = calendar.and_then(|calendar| Some((calendar, calendar.words(when?, texts)?))) {
        let words = RichText::new(words).size(12.5).color(palette.weak);
        ui.add(Label::new(words).wrap()).on_hover_text(calendar.name(texts));
    }
    let actors = actor_words(store, texts, event);
    if !actors.is_empty() {
        ui.add(Label::new(RichText::new(actors).color(palette.weak)).wrap());
    }
}

/// `Taliban · against Afghan forces`.
fn actor_words(store: &EventStore, texts: &Texts, event: EventIndex) -> String {
    let of_role = |is_target: bool| -> Vec<String> {
        let actors = store.mentions_of(event).flat_map(|(_, mention)| &mention.actors);
        let fitting = actors.filter(|actor| (actor.role == Role::Target) == is_target);
        let names = fitting.map(|actor| actor_name(&actor.name, texts.language()).into_owned());
        names.collect::<BTreeSet<_>>().into_iter().collect()
    };
    let (doing, targets) = (of_role(false), of_role(true));
    let mut words = doing.join(", ");
    let targets: Vec<String> = targets.into_iter().filter(|name| !doing.contains(name)).collect();
    if !targets.is_empty() {
        let parted = if words.is_empty() { "" } else { " · " };
        words = format!("{words}{parted}{} {}", texts.get("role-target"), targets.join(", "));
    }
    words
}

/// Where the event is not on the map now, why, and the way there.
fn place_in_view_ui(ui: &mut Ui, look: PanelView<'_>, event: EventIndex, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let palette = Palette::of(view.theme);
    if !store.is_plotted_on(view.clock, event) {
        return;
    }
    let (words, way) = if view.is_at_other_days(store, event) {
        (texts.get("outside-window"), Command::GoToSelected)
    } else if !view.filter.passes(store, event) {
        (texts.get("outside-filter"), Command::ClearFilter)
    } else {
        let share = view.share(store, event);
        if share < 0.995 {
            let percent = f64::from((share * 100.0).max(1.0).round());
            let words = texts.with("perhaps", [("percent", percent.into())]);
            ui.label(RichText::new(words).small().color(palette.weak));
        }
        return;
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(RichText::new(words).small().color(palette.warning));
        if ui.link(RichText::new(texts.get("go-there")).small()).clicked() {
            commands.push(way);
        }
    });
}

/// That a user corrected it, and of what, with the way to who and when.
fn corrected_ui(ui: &mut Ui, look: PanelView<'_>, event: EventIndex, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let Some(told) = store.event(event) else { return };
    let mut parts: Vec<String> = Vec::new();
    for mark in store.collection().marks.of_event(told) {
        let part = texts.get(aspect_key(mark.aspect));
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    if parts.is_empty() {
        return;
    }
    let words = texts.with("corrected", [("parts", parts.join(", ").into())]);
    let text = RichText::new(words).size(12.5).color(Palette::of(view.theme).warning);
    if ui.add(egui::Link::new(text)).on_hover_text(texts.get("corrected-about")).clicked() {
        commands.push(Command::ShowTab(Tab::Corrections));
    }
}

fn aspect_key(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Place => "aspect-place",
        Aspect::Day => "aspect-day",
        Aspect::Kind => "aspect-kind",
        Aspect::Certainty => "aspect-certainty",
        Aspect::Figures => "aspect-figures",
        Aspect::Event => "aspect-event",
        Aspect::Sameness => "aspect-sameness",
    }
}

fn quotes_ui(ui: &mut Ui, look: PanelView<'_>, event: EventIndex, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let quotes = quotes_of(store, event);
    if quotes.is_empty() {
        return;
    }
    let reports = store.report_count(event);
    section(ui, &texts.with("quotes", [("quotes", quotes.len().into()), ("reports", reports.into())]), view);
    for tellings in &quotes {
        quote::quote_ui(ui, look, tellings, commands);
        ui.add_space(6.0);
    }
}

/// The tellings of an event by sentence: one sentence may tell it twice, and is quoted once.
fn quotes_of(store: &EventStore, event: EventIndex) -> Vec<Vec<(MentionIndex, &Mention)>> {
    let mut quotes: Vec<Vec<(MentionIndex, &Mention)>> = Vec::new();
    for (index, mention) in store.mentions_of(event) {
        let same = |quote: &&mut Vec<(MentionIndex, &Mention)>| {
            quote.iter().any(|(_, other)| other.document == mention.document && other.quote == mention.quote)
        };
        match quotes.iter_mut().find(same) {
            Some(quote) => quote.push((index, mention)),
            None => quotes.push(vec![(index, mention)]),
        }
    }
    quotes
}

/// A heading with a line above.
fn section(ui: &mut Ui, title: &str, view: &ViewState) {
    let palette = Palette::of(view.theme);
    ui.add_space(10.0);
    let line = ui.cursor().top() - 4.0;
    ui.painter().hline(ui.max_rect().x_range(), line, Stroke::new(1.0, palette.line));
    ui.label(RichText::new(title).font(strong(12.0)).color(palette.weak));
    ui.add_space(2.0);
}
