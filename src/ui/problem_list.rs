//! [`ProblemList`]: what is wrong with files and reports, as rows of a tray.

use super::panel_view::PanelView;
use super::side_panel::report_name;
use super::snippet::Snippet;
use super::theme::{Palette, strong};
use super::trays::{MOST_ROWS, SNIPPET, card_ui};
use crate::problem::Problem;
use crate::reason::DocumentIndex;
use crate::store::{EventStore, Passage};
use crate::view_state::Command;
use crate::wording::reasons::{Audience, message_words, problem_words};
use egui::{Label, RichText, Ui};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Problems of one tray.
#[derive(Debug)]
pub(super) struct ProblemList {
    count: usize,
    /// Those that are shown: their number in the store, and the report they are of; none where it is of a file that was not read.
    shown: Vec<(usize, Option<DocumentIndex>)>,
}

impl ProblemList {
    /// What was left out comes before what was read with a doubt.
    pub(super) fn of(store: &EventStore, is_in: impl Fn(&Problem) -> bool) -> Self {
        let numbered = store.documents().iter().zip((0..).map(DocumentIndex));
        let reports: BTreeMap<&str, DocumentIndex> =
            numbered.map(|(report, index)| (report.id.as_str(), index)).collect();
        let mut problems: Vec<(usize, &Problem)> =
            store.problems().iter().enumerate().filter(|(_, problem)| is_in(problem)).collect();
        problems.sort_by_key(|(_, problem)| Reverse(problem.severity));
        let shown = problems.iter().take(MOST_ROWS);
        let shown = shown.map(|(number, problem)| (*number, reports.get(problem.source.as_str()).copied())).collect();
        Self { count: problems.len(), shown }
    }

    /// How many there are, shown or not.
    pub(super) fn count(&self) -> usize {
        self.count
    }
}

pub(super) fn problems_ui(ui: &mut Ui, listed: &ProblemList, look: PanelView<'_>, commands: &mut Vec<Command>) {
    for &(number, report) in &listed.shown {
        if let Some(problem) = look.store.problems().get(number) {
            problem_ui(ui, problem, report, look, commands);
        }
    }
}

/// A problem of a report opens that report, at its words where they are known.
fn problem_ui(
    ui: &mut Ui,
    problem: &Problem,
    report: Option<DocumentIndex>,
    look: PanelView<'_>,
    commands: &mut Vec<Command>,
) {
    let PanelView { store, view, texts } = look;
    let Some((document, index)) = report.and_then(|index| Some((store.document(index)?, index))) else {
        ui.add(Label::new(RichText::new(problem_words(problem, texts, Audience::Reader)).small()).wrap());
        ui.add_space(3.0);
        return;
    };
    let message = message_words(problem, texts, Audience::Reader);
    let name = report_name(&document.id);
    let words = problem.at.map(|span| Snippet::in_line(&document.text, span, SNIPPET)).unwrap_or_default();
    let palette = Palette::of(view.theme);
    let is_clicked = card_ui(ui, &palette, &format!("{name}: {message}"), |ui| {
        // What is wrong is said of the report: its name goes before.
        ui.add(Label::new(RichText::new(name).font(strong(12.0))).truncate().selectable(false));
        ui.add(Label::new(RichText::new(message).size(12.0)).wrap().selectable(false));
        if !words.is_empty() {
            ui.add(Label::new(words.job(12.5, palette.text)).wrap().selectable(false));
        }
    });
    if is_clicked {
        commands.push(match problem.at {
            Some(span) => Command::OpenPassage(Passage { document: index, span }),
            None => Command::OpenReport(index),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Collection;
    use crate::edtf::DateSet;
    use crate::problem::Fault;
    use crate::reason::{CannotBothHold, Phrase};

    #[test]
    fn files_that_could_not_be_read_come_first_and_days_that_disagree_are_listed_apart() {
        let any = || {
            Box::new(CannotBothHold {
                days: DateSet::any(),
                other_report: "b".into(),
                other_days: DateSet::any(),
                more: 0,
            })
        };
        let problems = vec![
            Problem::notice("a", Phrase::CannotBothHold(any())),
            Problem::notice("c", Fault::PassedOver),
            Problem::failure("d", Fault::NoLongerThere),
        ];
        let store = EventStore::new(Collection { problems, ..Collection::default() }, |_| None);
        let numbers = |listed: &ProblemList| listed.shown.iter().map(|(number, _)| *number).collect::<Vec<_>>();
        let problems = ProblemList::of(&store, |problem| !problem.is_conflict());
        assert_eq!((problems.count(), numbers(&problems)), (2, vec![2, 1]));
        assert_eq!(numbers(&ProblemList::of(&store, Problem::is_conflict)), [0]);
    }
}
