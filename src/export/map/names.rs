//! [`Name`]s on the map, placed so that none lies on another or on a marker.

use super::color::Rgb;
use super::font::{self, Weight};
use super::style::{Mark, NameStyle};
use super::svg::{Anchor, At, Svg, Words};
use super::view::Area;

/// Radii of the dots of towns and of capitals.
const TOWN: f32 = 2.2;
const CAPITAL: f32 = 3.2;
/// From a dot to its name.
const GAP: f32 = 3.0;

/// A name that wants a place.
pub(super) struct Name {
    pub(super) text: String,
    pub(super) at: At,
    size: f32,
    weight: Weight,
    color: Rgb,
    halo: (Rgb, f32),
    padding: f32,
    spacing: f32,
    /// Kept free around `at`.
    clearance: f32,
    mark: Mark,
    sides: &'static [Side],
}

/// Where a name may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Over,
    Right,
    Left,
    Above,
    Below,
}

const AROUND: &[Side] = &[Side::Right, Side::Left, Side::Below, Side::Above];

impl Name {
    /// A name of the basemap.
    pub(super) fn of_ground(text: String, at: At, style: &NameStyle) -> Self {
        Self {
            text,
            at,
            size: style.size,
            weight: Weight::Regular,
            color: Rgb(style.color),
            halo: (Rgb(style.halo), style.halo_width),
            padding: style.padding,
            spacing: style.spacing,
            clearance: match style.mark {
                Mark::None => 0.0,
                Mark::Town => TOWN,
                Mark::Capital => CAPITAL,
            },
            mark: style.mark,
            sides: if style.mark == Mark::None { &[Side::Over] } else { AROUND },
        }
    }

    /// The name beside a marker of that radius.
    pub(super) fn of_marker(text: String, at: At, radius: f32, color: Rgb, halo: Rgb) -> Self {
        Self {
            text,
            at,
            size: 13.0,
            weight: Weight::Strong,
            color,
            halo: (halo, 1.6),
            padding: 1.5,
            spacing: 0.0,
            clearance: radius + 2.0,
            mark: Mark::None,
            sides: AROUND,
        }
    }

    fn size(&self) -> At {
        #[expect(clippy::cast_precision_loss, reason = "a few letters")]
        let letters = self.text.chars().count() as f32;
        [font::width(&self.text, self.size, self.weight) + letters * self.spacing * self.size, self.size * 1.2]
    }

    /// The area of the name on a side of its point.
    fn area(&self, side: Side) -> Area {
        let [width, height] = self.size();
        let away = self.clearance + GAP;
        let [x, y] = self.at;
        let low = match side {
            Side::Over => [x - width / 2.0, y - height / 2.0],
            Side::Right => [x + away, y - height / 2.0],
            Side::Left => [x - away - width, y - height / 2.0],
            Side::Above => [x - width / 2.0, y - self.clearance - height],
            Side::Below => [x - width / 2.0, y + self.clearance],
        };
        Area::new(low, [width, height])
    }

    fn is_same(&self, other: &Self) -> bool {
        let [x, y] = [self.at[0] - other.at[0], self.at[1] - other.at[1]];
        x.hypot(y) < 30.0 && self.text.to_lowercase() == other.text.to_lowercase()
    }
}

/// Draws as many names as have room in `within`, the first first; none touches another or an obstacle. Returns the areas taken.
pub(super) fn draw(svg: &mut Svg, within: &Area, names: &[Name], obstacles: Vec<Area>) -> Vec<Area> {
    let mut taken = obstacles;
    let mut placed: Vec<(&Name, Area)> = Vec::new();
    for name in names.iter().filter(|name| within.holds(name.at)) {
        let is_dot_covered = name.mark != Mark::None && taken.iter().any(|area| area.holds(name.at));
        if is_dot_covered || placed.iter().any(|(other, _)| other.is_same(name)) {
            continue;
        }
        let mut areas = name.sides.iter().map(|&side| name.area(side).expanded(name.padding));
        let free = areas.find(|area| within.holds_area(area) && !taken.iter().any(|other| other.meets(area)));
        if let Some(area) = free {
            taken.push(area);
            if name.mark != Mark::None {
                taken.push(Area::around(name.at, name.clearance));
            }
            placed.push((name, area));
        }
    }
    // The names of events, which came first, lie on top.
    for (name, area) in placed.iter().rev() {
        draw_one(svg, name, area);
    }
    taken
}

fn draw_one(svg: &mut Svg, name: &Name, area: &Area) {
    let (halo, color) = (name.halo.0, name.color);
    match name.mark {
        Mark::None => {}
        Mark::Town => svg.circle(name.at, TOWN + 0.5, &format!("fill=\"{color}\" stroke=\"{halo}\"")),
        Mark::Capital => {
            svg.circle(name.at, CAPITAL, &format!("fill=\"{halo}\" stroke=\"{color}\" stroke-width=\"1.2\""));
            svg.circle(name.at, 1.2, &format!("fill=\"{color}\""));
        }
    }
    let middle = [f32::midpoint(area.low[0], area.high[0]), f32::midpoint(area.low[1], area.high[1])];
    let words = Words {
        weight: name.weight,
        anchor: Anchor::Middle,
        halo: Some(name.halo),
        spacing: name.spacing,
        ..Words::new(&name.text, name.size, color)
    };
    // Capitals are 0.73 of the size: half of it below the middle centres them.
    svg.words([middle[0], middle[1] + 0.36 * name.size], &words);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::map::Letters;

    const SHEET: Area = Area { low: [0.0, 0.0], high: [500.0, 500.0] };

    fn name(text: &str, at: At) -> Name {
        Name::of_marker(text.to_owned(), at, 6.0, Rgb([0; 3]), Rgb([255; 3]))
    }

    fn drawn(names: &[Name], obstacles: Vec<Area>) -> Vec<String> {
        let mut svg = Svg::new(Letters::Text);
        draw(&mut svg, &SHEET, names, obstacles);
        let text = svg.into_text();
        text.split("</text>")
            .filter_map(|part| Some(part.rsplit_once('>')?.1.to_owned()))
            .filter(|text| !text.trim().is_empty())
            .collect()
    }

    #[test]
    fn names_in_a_crowd_keep_clear_of_each_other_and_of_markers() {
        let place = |at: u8| [200.0 + f32::from(at % 8) * 25.0, 200.0 + f32::from(at / 8) * 8.0];
        let crowd: Vec<Name> = (0..40_u8).map(|at| name(&format!("Place {at}"), place(at))).collect();
        let marker = Area::around([300.0, 250.0], 10.0);
        let mut svg = Svg::new(Letters::Text);
        let taken = draw(&mut svg, &SHEET, &crowd, vec![marker]);
        assert!(taken.len() > 3, "only {} have room", taken.len());
        for (index, area) in taken.iter().enumerate() {
            assert!(taken.iter().skip(index + 1).all(|other| !other.meets(area)));
        }
    }

    #[test]
    fn a_name_is_said_once_and_not_cut_by_the_edge() {
        assert_eq!(drawn(&[name("Herat", [100.0, 100.0]), name("HERAT", [105.0, 100.0])], Vec::new()), ["Herat"]);
        assert_eq!(drawn(&[name("Herat", [499.0, 100.0])], Vec::new()), ["Herat"], "to the left of its marker");
        assert!(drawn(&[name("Herat", [100.0, 100.0])], vec![SHEET]).is_empty());
    }
}
