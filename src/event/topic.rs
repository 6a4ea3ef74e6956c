//! [`Topics`]: what the paragraphs of notes and round-ups are about, by the names that head them.

use super::discourse::Named;
use crate::gazetteer::PlaceKind;
use crate::language::{AnalysedText, LetterCase, Sentence, Token, TokenKind};
use crate::timex::Timex;

/// Words that a line may have for it to be the title of what follows.
const TITLE: usize = 6;
/// Tokens that may stand before the name that heads a paragraph: a bullet, a number, a day.
const OPENS: usize = 8;

/// Tokens of a line that heads what follows by what it says: *16 h 20 – Le bilan s'alourdit à Chiúre*.
const CROSSHEAD: usize = 12;

/// Tokens between the name in a heading and its end.
const HEADING: usize = 8;

/// The place that heads each paragraph, where one does: `SYRIE | …`, `Kabul. …`, `Mon 1 May - Darzab (Jawzjan). …`, and the
/// line `NORD-KIVU` for the paragraphs below it.
#[derive(Debug, Default)]
pub(crate) struct Topics {
    /// Paragraph, and the place that heads it; sorted.
    heads: Vec<(usize, Named)>,
    /// First paragraph below a title, and the title's place; sorted.
    sections: Vec<(usize, Named)>,
    /// First paragraph below a crosshead, and the town or province that it names, where it names one; sorted.
    crossheads: Vec<(usize, Option<Named>)>,
}

impl Topics {
    /// Those of a text; `named` are its literal place names, in reading order.
    pub(crate) fn new(text: &AnalysedText<'_>, named: &[Named], timexes: &[Timex]) -> Self {
        let mut topics = Self::default();
        let mut last = usize::MAX;
        for sentence in &text.sentences {
            if sentence.paragraph == last {
                continue;
            }
            last = sentence.paragraph;
            let Some(first) = names_from(named, sentence).next() else { continue };
            let Some(end) = heads(text, sentence.tokens.start, first, timexes) else { continue };
            let next = text.sentences.partition_point(|other| other.paragraph <= last);
            let closing = next.checked_sub(1).and_then(|index| text.sentences.get(index));
            let rest = closing.map_or(end, |other| other.tokens.end);
            if end >= rest {
                topics.sections.push((last + 1, *first));
            } else {
                topics.heads.push((last, *first));
            }
        }
        topics.crossheads = crossheads(text, named);
        topics
    }

    /// What heads a paragraph.
    pub(crate) fn head(&self, paragraph: usize) -> Option<Named> {
        let at = self.heads.binary_search_by_key(&paragraph, |&(number, _)| number).ok()?;
        self.heads.get(at).map(|&(_, named)| named)
    }

    /// The title that a paragraph stands under.
    pub(crate) fn section(&self, paragraph: usize) -> Option<Named> {
        let above = self.crossheads.partition_point(|&(number, _)| number <= paragraph);
        let crosshead = above.checked_sub(1).and_then(|at| self.crossheads.get(at)?.1);
        let after = self.sections.partition_point(|&(number, _)| number <= paragraph);
        crosshead.or_else(|| self.sections.get(after.checked_sub(1)?).map(|&(_, named)| named))
    }
}

/// The names of a paragraph from a sentence of it on.
fn names_from<'n>(named: &'n [Named], sentence: &Sentence) -> impl Iterator<Item = &'n Named> {
    let from = named.partition_point(|item| item.offset < sentence.span.start());
    let paragraph = sentence.paragraph;
    named.get(from..).unwrap_or_default().iter().take_while(move |item| item.paragraph == paragraph)
}

/// The lines of a text that head the paragraphs below them by what they say, where there are several; its own title is none.
fn crossheads(text: &AnalysedText<'_>, named: &[Named]) -> Vec<(usize, Option<Named>)> {
    let is_crosshead = |at: usize| {
        let [before, line, after] = text.sentences.get(at.wrapping_sub(1)..at + 2)? else { return None };
        let last = text.tokens().get(line.tokens.end.checked_sub(1)?)?;
        let stops = matches!(text.tokens.folded(last), "." | "!" | "?" | ":" | "\"" | ")");
        let alone = before.paragraph != line.paragraph && after.paragraph != line.paragraph;
        let short = (2..=CROSSHEAD).contains(&line.tokens.len());
        (alone && short && !stops && after.tokens.len() > CROSSHEAD).then_some(line)
    };
    let lines: Vec<&Sentence> = (1..text.sentences.len()).filter_map(is_crosshead).collect();
    if lines.len() < 2 {
        return Vec::new();
    }
    let place = |line: &Sentence| {
        let mut inside = names_from(named, line);
        let only = inside.next().filter(|item| is_narrow(item) && !item.passed)?;
        inside.next().is_none().then_some(*only)
    };
    lines.into_iter().map(|line| (line.paragraph + 1, place(line))).collect()
}

/// Where the heading ends that a name makes of the start of its paragraph, if it does.
fn heads(text: &AnalysedText<'_>, start: usize, first: &Named, timexes: &[Timex]) -> Option<usize> {
    let tokens = text.tokens();
    let folded = |at: usize| tokens.get(at).map_or("", |token| text.tokens.folded(token));
    let name = tokens.partition_point(|token| token.span.end() <= first.span.start());
    if name > start + OPENS {
        return None;
    }
    let dated = |token: &Token| {
        let before = timexes.partition_point(|timex| timex.span.end() <= token.span.start());
        timexes.get(before).is_some_and(|timex| timex.span.overlaps(token.span))
    };
    let opens = |token: &Token| token.kind != TokenKind::Word || dated(token);
    if !tokens.get(start..name)?.iter().all(opens) {
        return None;
    }
    let mut end = tokens.partition_point(|token| token.span.start() < first.span.end());
    // "Darzab (Jawzjan)", "Ardamata, West Darfur"
    if folded(end) == "(" {
        let close = (end..end + 6).find(|&at| folded(at) == ")")?;
        end = close + 1;
    }
    // "Ardamata, West Darfur:", "Bungudu LGA, 22/09:": up to the mark that ends the heading, one plain word at most between.
    let mut plain = 0;
    let goes_on = |at: &usize| {
        let ends = matches!(folded(*at), ":" | "|" | "." | "-" | "(" | ")");
        tokens.get(*at).is_some_and(|token| {
            plain += usize::from(token.kind == TokenKind::Word && token.case == LetterCase::Lower && !dated(token));
            !ends && plain <= 1
        })
    };
    end += (end..end + HEADING).take_while(goes_on).count();
    let line_ends = tokens.get(end).is_none_or(|token| {
        tokens.get(end - 1).is_some_and(|last| {
            text.text.get(last.span.end()..token.span.start()).is_some_and(|gap| gap.contains('\n'))
        })
    });
    if line_ends && end - start <= TITLE {
        return Some(end);
    }
    let spaced = tokens.get(end).is_some_and(|token| !token.glued);
    match folded(end) {
        "." | ":" | "|" => Some(end),
        "-" if spaced => Some(end),
        _ => None,
    }
}

/// Whether a topic is narrow enough to be where something was.
pub(crate) fn is_narrow(named: &Named) -> bool {
    !matches!(named.kind, PlaceKind::Country | PlaceKind::Region)
}
