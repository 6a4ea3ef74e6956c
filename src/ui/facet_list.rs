//! The lists of places, actors, reports and certainties on the left: each row says how many events it would leave.

use super::actors::actor_name;
use super::place_name::name_of;
use super::row::{Row, RowState};
use super::side_panel::report_name;
use super::texts::Texts;
use super::theme::{Palette, strong};
use super::trays::certainty_key;
use crate::event::Certainty;
use crate::reason::DocumentIndex;
use crate::store::{ActorRow, EventStore, PlaceRow};
use crate::view_state::counts::{Counts, fullest_first};
use crate::view_state::{Command, ViewState};
use egui::{CollapsingHeader, RichText, Ui};

/// Rows of a list that are shown; the search finds the rest.
const MOST_ROWS: usize = 60;

/// The choices of each facet, in the order shown.
#[derive(Debug)]
pub(super) struct FacetLists {
    places: Vec<(PlaceRow, usize)>,
    actors: Vec<(ActorRow, usize)>,
    reports: Vec<(DocumentIndex, usize)>,
    certainties: Vec<(Certainty, usize)>,
}

impl FacetLists {
    /// Places and actors with most events first, reports and certainties in their own order.
    pub(super) fn new(counts: &Counts) -> Self {
        Self {
            places: fullest_first(&counts.places),
            actors: fullest_first(&counts.actors),
            reports: counts.reports.iter().map(|(&report, &count)| (report, count)).collect(),
            certainties: counts.certainties.iter().map(|(&certainty, &count)| (certainty, count)).collect(),
        }
    }
}

pub(super) fn facet_lists_ui(
    ui: &mut Ui,
    lists: &FacetLists,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let filter = &view.filter;
    let facets = store.facets();
    let places = FacetList { id: "places", rows: &lists.places, view, texts };
    places.show(ui, commands, |row| {
        let name = store.place(row).map_or("", |place| name_of(place, texts));
        (name.to_owned(), filter.places.contains(&row), Command::TogglePlace(row))
    });
    let actors = FacetList { id: "actors", rows: &lists.actors, view, texts };
    actors.show(ui, commands, |row| {
        let name = actor_name(facets.actor(row), texts.language()).into_owned();
        (name, filter.actors.contains(&row), Command::ToggleActor(row))
    });
    let reports = FacetList { id: "reports", rows: &lists.reports, view, texts };
    reports.show(ui, commands, |index| {
        let id = store.document(index).map_or("", |document| document.id.as_str());
        (report_name(id).to_owned(), filter.reports.contains(&index), Command::ToggleReport(index))
    });
    let certainties = FacetList { id: "certainties", rows: &lists.certainties, view, texts };
    certainties.show(ui, commands, |certainty| {
        let name = texts.get(certainty_key(certainty));
        (name, filter.certainties.contains(&certainty), Command::ToggleCertainty(certainty))
    });
}

/// One list; `id` is also the key of its title.
struct FacetList<'a, T> {
    id: &'a str,
    rows: &'a [(T, usize)],
    view: &'a ViewState,
    texts: &'a Texts,
}

impl<T: Copy> FacetList<'_, T> {
    /// `describe` gives the name of a choice, whether it is chosen, and what a click on it asks for.
    fn show(self, ui: &mut Ui, commands: &mut Vec<Command>, describe: impl Fn(T) -> (String, bool, Command)) {
        let palette = Palette::of(self.view.theme);
        ui.add_space(6.0);
        let title = format!("{}  {}", self.texts.get(self.id), self.rows.len());
        let header = RichText::new(title).font(strong(11.5)).color(palette.weak);
        CollapsingHeader::new(header).id_salt(self.id).show_unindented(ui, |ui| {
            for &(choice, count) in self.rows.iter().take(MOST_ROWS) {
                let (label, is_chosen, command) = describe(choice);
                let state = if is_chosen { RowState::Chosen } else { RowState::Plain };
                let name = self.texts.with("kind-row", [("name", label.as_str().into()), ("count", count.into())]);
                let row = Row {
                    family: None,
                    label: &label,
                    detail: None,
                    count: Some(count),
                    state,
                    name: &name,
                    indent: 10.0,
                };
                if row.show(ui, &palette).on_hover_text(self.texts.get("only-here")).clicked() {
                    commands.push(command);
                }
            }
        });
    }
}
