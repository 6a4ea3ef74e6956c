//! [`Find`]: words looked for in the report that is open, whatever their case and accents.

use crate::fold::fold_into;
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::ui::icon::Icon;
use crate::ui::marked_text::{Mark, MarkedSpan};
use crate::ui::text_field::text_field;
use crate::ui::texts::Texts;
use crate::ui::theme::Palette;
use crate::view_state::{Direction, ViewState};
use egui::{Key, RichText, Ui};

/// Hits marked at most.
const MOST_FOUND: usize = 2_000;

/// What is looked for, and where it stands.
#[derive(Debug, Default)]
pub(super) struct Find {
    is_open: bool,
    wants_focus: bool,
    query: String,
    found: Vec<Span>,
    /// Which of them is shown.
    at: usize,
    /// What the hits were looked for in.
    searched: Option<(DocumentIndex, String)>,
    wants_scroll: bool,
}

impl Find {
    pub(super) fn open(&mut self) {
        self.is_open = true;
        self.wants_focus = true;
    }

    /// Whether there was anything to close.
    pub(super) fn close(&mut self) -> bool {
        std::mem::take(&mut self.is_open)
    }

    /// The hit that is shown.
    pub(super) fn current(&self) -> Option<Span> {
        self.found.get(self.at).copied().filter(|_| self.is_open)
    }

    /// The hit to scroll to, once.
    pub(super) fn take_scroll(&mut self) -> Option<Span> {
        if std::mem::take(&mut self.wants_scroll) { self.current() } else { None }
    }

    pub(super) fn marks(&self) -> Vec<MarkedSpan> {
        if !self.is_open {
            return Vec::new();
        }
        let marks = self.found.iter().enumerate();
        marks.map(|(index, &span)| MarkedSpan { span, mark: Mark::Found { is_current: index == self.at } }).collect()
    }

    pub(super) fn step(&mut self, direction: Direction) {
        let count = self.found.len();
        if count > 0 {
            self.at = match direction {
                Direction::Forward => (self.at + 1) % count,
                Direction::Back => (self.at + count - 1) % count,
            };
            self.wants_scroll = true;
        }
    }

    /// Looks again where the words or the report are others.
    fn search(&mut self, document: DocumentIndex, text: &str) {
        if self.searched.as_ref().is_some_and(|(of, query)| *of == document && *query == self.query) {
            return;
        }
        self.searched = Some((document, self.query.clone()));
        self.found = find_all(text, &self.query);
        self.at = 0;
        self.wants_scroll = !self.found.is_empty();
    }
}

/// The field with its count and steps, while it is open.
pub(super) fn find_ui(
    ui: &mut Ui,
    find: &mut Find,
    document: DocumentIndex,
    text: &str,
    view: &ViewState,
    texts: &Texts,
) {
    if !find.is_open {
        return;
    }
    let palette = Palette::of(view.theme);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let name = texts.get("find-in-report");
        let width = (ui.available_width() - 170.0).max(80.0);
        let field = text_field(ui, &mut find.query, &name, width);
        if std::mem::take(&mut find.wants_focus) {
            field.request_focus();
        }
        find.search(document, text);
        if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            let is_back = ui.input(|input| input.modifiers.shift);
            find.step(if is_back { Direction::Back } else { Direction::Forward });
            field.request_focus();
        }
        for (icon, key, direction) in
            [(Icon::Up, "find-previous", Direction::Back), (Icon::Down, "find-next", Direction::Forward)]
        {
            if icon.button(ui, &texts.get(key), None, false, false).clicked() {
                find.step(direction);
            }
        }
        let count = find.found.len();
        let words = match (count, find.query.trim().is_empty()) {
            (_, true) => String::new(),
            (0, false) => texts.get("find-none"),
            (count, false) => texts.with("find-count", [("at", (find.at + 1).into()), ("count", count.into())]),
        };
        let color = if count == 0 { palette.warning } else { palette.weak };
        ui.label(RichText::new(words).size(12.0).color(color));
        if Icon::Close.button(ui, &texts.get("find-close"), None, false, false).clicked() {
            find.close();
        }
    });
}

/// Where the words stand in the text, compared without case and accents, spaces of any kind and number being one.
fn find_all(text: &str, query: &str) -> Vec<Span> {
    let (wanted, _) = folded(query.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let (letters, offsets) = folded(text);
    let end_of = |at: usize| offsets.get(at).copied().unwrap_or(text.len());
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = letters.get(from..).and_then(|rest| rest.find(&wanted)) {
        let (start, end) = (from + at, from + at + wanted.len());
        found.push(Span::new(end_of(start), end_of(end)));
        from = end;
        if found.len() == MOST_FOUND {
            break;
        }
    }
    found
}

/// The folded text and, for each of its bytes, the byte of the text that it comes from. Marks that fold to nothing belong to
/// the letter before.
fn folded(text: &str) -> (String, Vec<usize>) {
    let (mut out, mut offsets) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    let mut was_space = false;
    let mut letter = [0; 4];
    for (offset, character) in text.char_indices() {
        let is_space = character.is_whitespace();
        if is_space && !was_space {
            out.push(' ');
        } else if !is_space {
            fold_into(character.encode_utf8(&mut letter), &mut out);
        }
        was_space = is_space;
        offsets.resize(out.len(), offset);
    }
    (out, offsets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, query: &str, expected: &[&str]) {
        let found: Vec<&str> = find_all(text, query).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn accents_and_case_do_not_count_and_what_is_found_is_whole() {
        check(
            "À Téhéran, TEHERAN et Te\u{301}he\u{301}ran.",
            "tehéran",
            &["Téhéran", "TEHERAN", "Te\u{301}he\u{301}ran"],
        );
        check("Le cœur du sujet", "coeur", &["cœur"]);
    }

    #[test]
    fn words_are_found_over_the_end_of_a_line() {
        check(
            "les forces\n afghanes et les forces afghanes",
            "forces afghanes",
            &["forces\n afghanes", "forces afghanes"],
        );
    }

    #[test]
    fn nothing_is_found_of_nothing() {
        check("Kaboul", "  ", &[]);
        check("Kaboul", "Kunduz", &[]);
        check("", "a", &[]);
    }
}
