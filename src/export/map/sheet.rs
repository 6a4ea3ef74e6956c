//! The whole sheet: title, map, legend.

use super::color::Palette;
use super::content::Content;
use super::fit::{MARGIN, parted, size_in_points, view_of};
use super::font::{self, Weight};
use super::ground::Ground;
use super::legend::Legend;
use super::markers::{self, Brush, Marker};
use super::names::{self, Name};
use super::style::Paint;
use super::svg::{Anchor, Svg, Words, escaped, tenth};
use super::view::{Area, View};
use super::{Letters, MapData, MapOptions, scale};
use crate::wording::{Texts, dates};

/// The events of the days as an SVG drawing.
#[must_use]
pub fn draw(data: MapData<'_>, options: &MapOptions, letters: Letters) -> String {
    let texts = Texts::new(options.language);
    let content = Content::new(data, options.days, &texts);
    let view = view_of(&[&content], options, &texts);
    Sheet::new(&content, options, &texts, view).draw(letters, Part::All)
}

/// What of a sheet is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    All,
    /// Land and borders: the same on all sheets of one view.
    Ground,
    /// What lies over them.
    Events,
}

pub(super) struct Sheet<'a> {
    content: &'a Content<'a>,
    options: &'a MapOptions,
    texts: &'a Texts,
    brush: Brush,
    /// Width and height in points.
    size: [f32; 2],
    legend: Legend<'a>,
    view: View,
    markers: Vec<Marker<'a>>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(content: &'a Content<'a>, options: &'a MapOptions, texts: &'a Texts, view: View) -> Self {
        let size = size_in_points(options);
        let (inside, beyond) = parted(content, &view);
        let legend = Legend::new(content, &beyond, texts, size[0] - 2.0 * MARGIN);
        let markers = markers::place(content, &inside, &view);
        let brush = Brush { look: options.look, palette: Palette::of(options.look) };
        Self { content, options, texts, brush, size, legend, view, markers }
    }

    /// The sheet, or a part of it, as SVG.
    pub(super) fn draw(&self, letters: Letters, part: Part) -> String {
        let mut svg = Svg::new(letters);
        let [width, height] = self.options.size.dots();
        let [right, bottom] = self.size.map(tenth);
        svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.open(
            "svg",
            &format!(
                "xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {right} {bottom}\" \
                 font-family=\"Inter, 'Helvetica Neue', Arial, sans-serif\" role=\"img\" lang=\"{}\"",
                self.options.language.code()
            ),
        );
        let title = self.title();
        svg.element("title", "", &format!("{title}: {}", self.counts()));
        if part != Part::Events {
            let ground = self.brush.palette.ground;
            svg.rect([0.0, 0.0], self.size, &format!("fill=\"{ground}\""));
        }
        if part != Part::Ground {
            self.draw_title(&mut svg, &title);
        }
        self.draw_map(&mut svg, part);
        if part != Part::Ground {
            self.legend.draw(&mut svg, [MARGIN, self.view.area.high[1] + 8.0], self.brush);
        }
        svg.close("svg");
        svg.into_text()
    }

    fn title(&self) -> String {
        let words = dates::range_words(self.options.days, self.texts);
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    fn counts(&self) -> String {
        let count = |key: &str, count: usize| self.texts.count(key, count);
        if self.content.events.is_empty() {
            return self.texts.get("empty-days");
        }
        let parts = [
            count("events-in-window", self.content.events.len()),
            count("still-places", self.content.stacks.len()),
            count("still-reports", self.content.reports),
        ];
        parts.join(" · ")
    }

    fn draw_title(&self, svg: &mut Svg, title: &str) {
        let Palette { text, weak, .. } = self.brush.palette;
        svg.words([MARGIN, 43.0], &Words { weight: Weight::Strong, ..Words::new(title, 28.0, text) });
        svg.words([MARGIN, 68.0], &Words::new(&self.counts(), 14.5, weak));
    }

    fn draw_map(&self, svg: &mut Svg, part: Part) {
        let ground = Ground::new(&self.view, self.options.look, self.options.language.code());
        let area = &self.view.area;
        let [x, y, width, height] = [area.low[0], area.low[1], area.size()[0], area.size()[1]].map(tenth);
        let frame = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"6\"");
        svg.raw(&format!("<clipPath id=\"map\"><rect {frame}/></clipPath>\n"));
        svg.open("g", "clip-path=\"url(#map)\"");
        if part != Part::Events {
            svg.raw(&format!("<rect {frame} fill=\"{}\"/>\n", escaped(&ground.style.sea)));
            draw_ground(svg, &ground);
        }
        if part != Part::Ground {
            self.draw_over(svg, ground);
        }
        svg.close("g");
        svg.raw(&format!("<rect {frame} fill=\"none\" stroke=\"{}\"/>\n", self.brush.palette.line));
    }

    /// Rings, names, scale, sources and markers: each over the one before.
    fn draw_over(&self, svg: &mut Svg, ground: Ground) {
        for marker in &self.markers {
            marker.draw_ring(svg, &self.view, self.brush);
        }
        self.draw_names(svg, ground);
        scale::draw(svg, &self.view, &self.brush.palette);
        self.draw_sources(svg);
        for marker in self.markers.iter().rev() {
            marker.draw(svg, self.brush);
        }
        if self.content.events.is_empty() {
            self.draw_empty(svg);
        }
    }

    fn draw_names(&self, svg: &mut Svg, ground: Ground) {
        let Ground { style, names: ground_names, .. } = ground;
        let mut names: Vec<Name> = self.markers.iter().filter_map(|marker| marker.label(&self.brush.palette)).collect();
        for name in ground_names {
            if let Some(Paint::Name(style)) = style.layers.get(name.layer).map(|layer| &layer.paint) {
                names.push(Name::of_ground(name.text, name.at, style));
            }
        }
        let mut obstacles: Vec<Area> = self.markers.iter().map(Marker::area).collect();
        obstacles.extend([scale::area(&self.view), self.sources_area()]);
        if self.content.events.is_empty() {
            obstacles.push(self.empty_area());
        }
        names::draw(svg, &self.view.area.expanded(-4.0), &names, obstacles);
    }

    fn sources(&self) -> String {
        format!("{} · dateline", self.texts.get("map-sources"))
    }

    fn sources_area(&self) -> Area {
        let width = font::width(&self.sources(), 10.5, Weight::Regular) + 20.0;
        let [right, bottom] = self.view.area.high;
        Area::new([right - width, bottom - 24.0], [width, 24.0])
    }

    fn draw_sources(&self, svg: &mut Svg) {
        let Palette { card, weak, .. } = self.brush.palette;
        let sources = self.sources();
        let words = Words { anchor: Anchor::End, halo: Some((card, 1.4)), ..Words::new(&sources, 10.5, weak) };
        let [right, bottom] = self.view.area.high;
        svg.words([right - 10.0, bottom - 10.0], &words);
    }

    fn empty_area(&self) -> Area {
        let width = font::width(&self.texts.get("empty-days"), 16.0, Weight::Strong) + 48.0;
        let [left, top] = self.view.area.low;
        let [whole, height] = self.view.area.size();
        Area::new([left + (whole - width) / 2.0, top + height / 2.0 - 24.0], [width, 48.0])
    }

    fn draw_empty(&self, svg: &mut Svg) {
        let Palette { card, line, text, .. } = self.brush.palette;
        let area = self.empty_area();
        svg.rect(area.low, area.size(), &format!("rx=\"8\" fill=\"{card}\" stroke=\"{line}\""));
        let told = self.texts.get("empty-days");
        let words = Words { anchor: Anchor::Middle, weight: Weight::Strong, ..Words::new(&told, 16.0, text) };
        svg.words([f32::midpoint(area.low[0], area.high[0]), area.low[1] + 29.5], &words);
    }
}

fn draw_ground(svg: &mut Svg, ground: &Ground) {
    let layers = ground.style.layers.iter().zip(&ground.paths);
    for (layer, path) in layers.flat_map(|(layer, paths)| paths.iter().map(move |path| (layer, path))) {
        match &layer.paint {
            Paint::Fill { color } => svg.path(path, &format!("fill=\"{}\" fill-rule=\"evenodd\"", escaped(color))),
            Paint::Line { color, width, dashes } => {
                let dashes: Vec<String> = dashes.iter().map(|dash| tenth(dash * width)).collect();
                let dashes = if dashes.is_empty() {
                    String::new()
                } else {
                    format!(" stroke-dasharray=\"{}\"", dashes.join(" "))
                };
                let style = format!(
                    "fill=\"none\" stroke=\"{}\" stroke-width=\"{width:.2}\" stroke-linejoin=\"round\"{dashes}",
                    escaped(color)
                );
                svg.path(path, &style);
            }
            Paint::Name(_) => {}
        }
    }
}
