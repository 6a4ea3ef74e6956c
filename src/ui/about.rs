//! What the program is, and whose the data in it are.

use super::texts::Texts;
use super::theme::{Palette, strong};
use crate::view_state::{Command, Dialog, ViewState};
use egui::{RichText, Ui};

/// Whose, under which licence, and where to read about it.
const SOURCES: [(&str, &str, &str); 6] = [
    ("GeoNames", "CC BY 4.0", "https://www.geonames.org"),
    ("Natural Earth", "public domain", "https://www.naturalearthdata.com"),
    ("Unicode CLDR", "Unicode License v3", "https://cldr.unicode.org"),
    ("US Census Bureau", "public domain", "https://www.census.gov"),
    ("Inter", "SIL OFL 1.1", "https://rsms.me/inter"),
    ("OpenStreetMap", "ODbL 1.0", "https://www.openstreetmap.org/copyright"),
];

/// The dialog; any click outside closes it.
pub(super) fn about_ui(ui: &Ui, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let palette = Palette::of(view.theme);
    let response = egui::Modal::new(egui::Id::unique("about")).show(ui.ctx(), |ui| {
        ui.set_width(440.0_f32.min(ui.ctx().content_rect().width() - 60.0));
        ui.heading(format!("{} {}", texts.get("app-name"), env!("CARGO_PKG_VERSION")));
        ui.label(texts.get("about-what"));
        ui.label(RichText::new(env!("CARGO_PKG_LICENSE")).small().color(palette.weak));
        ui.add_space(8.0);
        ui.label(RichText::new(texts.get("about-sources")).font(strong(13.0)));
        egui::Grid::new("sources").num_columns(3).spacing([18.0, 5.0]).show(ui, |ui| {
            let abouts =
                ["about-geonames", "about-natural-earth", "about-cldr", "about-census", "about-inter", "about-osm"];
            for ((name, licence, address), about) in SOURCES.into_iter().zip(abouts) {
                ui.hyperlink_to(name, address);
                ui.label(texts.get(about));
                ui.label(RichText::new(licence).small().color(palette.weak));
                ui.end_row();
            }
        });
        ui.add_space(6.0);
        ui.label(RichText::new(texts.get("about-network")).small().color(palette.weak));
        ui.add_space(8.0);
        ui.button(texts.get("dismiss")).clicked()
    });
    if response.inner || response.should_close() {
        commands.push(Command::ToggleDialog(Dialog::About));
    }
}
