//! [`Legend`]: the lines under the map: families with their counts, signs, what is beyond the map, and what is on none.

use super::color::{Palette, Rgb};
use super::content::{Content, Shown, Stack};
use super::font::{self, Weight};
use super::markers::{Brush, Paint, draw_badge_sign, draw_sign};
use super::svg::{At, Svg, Words};
use crate::event::Family;
use crate::marker;
use crate::wording::{Texts, texts::family_key};

/// Height of a line, size of its letters.
pub(super) const LINE: f32 = 23.0;
const SIZE: f32 = 13.0;
/// From the left of a sign to its words, and from one entry to the next.
const SIGN: f32 = 20.0;
const GAP: f32 = 22.0;
/// Places beyond the map named at most.
const MOST_BEYOND: usize = 12;

/// The lines, laid out for a width.
pub(super) struct Legend<'a> {
    lines: Vec<Vec<Entry<'a>>>,
}

struct Entry<'a> {
    sign: Option<Sign>,
    text: String,
    weight: Weight,
    is_weak: bool,
    /// Events that this entry alone stands for.
    events: Vec<&'a Shown<'a>>,
}

#[derive(Clone, Copy)]
enum Sign {
    Event(Paint),
    Ring,
    Badge,
}

impl Entry<'_> {
    fn new(sign: Option<Sign>, text: String) -> Self {
        Self { sign, text, weight: Weight::Regular, is_weak: false, events: Vec::new() }
    }

    fn weak(text: String) -> Self {
        Self { is_weak: true, ..Self::new(None, text) }
    }

    fn strong(text: String) -> Self {
        Self { weight: Weight::Strong, ..Self::new(None, text) }
    }

    fn width(&self) -> f32 {
        let sign = if self.sign.is_some() { SIGN } else { 0.0 };
        sign + font::width(&self.text, SIZE, self.weight)
    }
}

impl<'a> Legend<'a> {
    /// The lines that tell of the content, at most `room` wide.
    pub(super) fn new(content: &'a Content<'a>, beyond: &[&'a Stack], texts: &Texts, room: f32) -> Self {
        let mut lines = Vec::new();
        if !content.events.is_empty() {
            add_lines(&mut lines, families(content, texts), room);
            add_lines(&mut lines, signs(content, texts), room);
        }
        if !beyond.is_empty() {
            add_lines(&mut lines, places_beyond(content, beyond, texts), room);
        }
        let left_out = not_shown(content, texts);
        for line in font::lines(&left_out, SIZE, room).into_iter().filter(|line| !line.is_empty()) {
            lines.push(vec![Entry::weak(line)]);
        }
        Self { lines }
    }

    pub(super) fn height(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let lines = self.lines.len() as f32;
        lines * LINE
    }

    /// Draws the lines from their upper left corner.
    pub(super) fn draw(&self, svg: &mut Svg, [left, top]: At, brush: Brush) {
        let mut middle = top + LINE / 2.0;
        for line in &self.lines {
            let mut x = left;
            for entry in line {
                entry.draw(svg, [x, middle], brush);
                x += entry.width() + GAP;
            }
            middle += LINE;
        }
    }
}

impl Entry<'_> {
    fn draw(&self, svg: &mut Svg, [x, y]: At, brush: Brush) {
        let class = if self.events.len() == 1 { "class=\"event\"" } else { "" };
        svg.open("g", class);
        match self.events.as_slice() {
            [] => {}
            [event] => svg.element("title", "", &event.name),
            events => {
                for event in events {
                    svg.open("g", "class=\"event\"");
                    svg.element("title", "", &event.name);
                    svg.close("g");
                }
            }
        }
        let Palette { text, weak, .. } = brush.palette;
        let start = if let Some(sign) = self.sign {
            sign.draw(svg, [x + 7.0, y], brush);
            x + SIGN
        } else {
            x
        };
        let words =
            Words { weight: self.weight, ..Words::new(&self.text, SIZE, if self.is_weak { weak } else { text }) };
        svg.words([start, y + 0.36 * SIZE], &words);
        svg.close("g");
    }
}

impl Sign {
    fn draw(self, svg: &mut Svg, at: At, brush: Brush) {
        match self {
            Self::Event(paint) => draw_sign(svg, at, 5.6, paint, brush),
            Self::Badge => draw_badge_sign(svg, at, 8.0, brush),
            Self::Ring => {
                let color = Rgb(marker::color(Family::Fighting)).on_ground(brush.look);
                let style = format!(
                    "fill=\"{color}\" fill-opacity=\"0.08\" stroke=\"{color}\" stroke-width=\"1.4\" stroke-dasharray=\"3 2\""
                );
                svg.circle(at, 7.5, &style);
            }
        }
    }
}

fn add_lines<'a>(lines: &mut Vec<Vec<Entry<'a>>>, entries: Vec<Entry<'a>>, room: f32) {
    let mut line: Vec<Entry> = Vec::new();
    let mut x = 0.0;
    for entry in entries {
        let width = entry.width();
        if !line.is_empty() && x + width > room {
            lines.push(std::mem::take(&mut line));
            x = 0.0;
        }
        x += width + GAP;
        line.push(entry);
    }
    if !line.is_empty() {
        lines.push(line);
    }
}

fn families<'a>(content: &Content<'_>, texts: &Texts) -> Vec<Entry<'a>> {
    let counted = Family::ALL.map(|family| (family, content.count(family))).into_iter().filter(|(_, count)| *count > 0);
    let entry = |(family, count): (Family, usize)| {
        let sign = Sign::Event(Paint { family, is_wide: false, is_sure: true });
        let name = texts.get(&format!("family-{}", family_key(family)));
        Entry::new(Some(sign), format!("{name} {count}"))
    };
    counted.map(entry).collect()
}

/// What the looks of the markers tell, as far as any marker has them.
fn signs<'a>(content: &Content<'_>, texts: &Texts) -> Vec<Entry<'a>> {
    let family = Family::Fighting;
    let mut entries = Vec::new();
    if content.events.iter().any(|event| event.radius_km.is_some()) {
        entries.push(Entry::new(Some(Sign::Ring), texts.get("still-ring")));
    }
    if content.unsure() > 0 {
        let sign = Sign::Event(Paint { family, is_wide: false, is_sure: false });
        entries.push(Entry::new(Some(sign), texts.count("still-unsure", content.unsure())));
    }
    if content.events.len() > content.stacks.len() {
        entries.push(Entry::new(Some(Sign::Badge), texts.get("still-badge")));
    }
    entries
}

fn places_beyond<'a>(content: &'a Content<'a>, beyond: &[&'a Stack], texts: &Texts) -> Vec<Entry<'a>> {
    let mut entries = vec![Entry::strong(texts.get("still-beyond"))];
    for stack in beyond.iter().take(MOST_BEYOND) {
        let events: Vec<&Shown> = content.of(stack).collect();
        let Some(first) = events.first() else { continue };
        let paint = Paint { family: first.family, is_wide: first.radius_km.is_some(), is_sure: first.is_sure };
        let text = if events.len() > 1 { format!("{} ({})", stack.place, events.len()) } else { stack.place.clone() };
        entries.push(Entry { events, ..Entry::new(Some(Sign::Event(paint)), text) });
    }
    if let Some(rest) = beyond.get(MOST_BEYOND..).filter(|rest| !rest.is_empty()) {
        let events: Vec<&Shown> = rest.iter().flat_map(|stack| content.of(stack)).collect();
        entries.push(Entry { events, ..Entry::weak(texts.count("map-more", rest.len())) });
    }
    entries
}

/// What is on no map: said in a sentence.
fn not_shown(content: &Content<'_>, texts: &Texts) -> String {
    let told = [("still-not-placed", content.not_placed), ("still-not-dated", content.not_dated)];
    let told: Vec<String> =
        told.into_iter().filter(|&(_, count)| count > 0).map(|(key, count)| texts.count(key, count)).collect();
    told.join(" ")
}
