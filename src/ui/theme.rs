//! Colours, fonts and spacing, on a light and on a dark ground.

use crate::event::Family;
use crate::marker;
use crate::view_state::Theme;
use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId, Stroke, TextStyle, Visuals};
use std::sync::Arc;

/// The heavier cut of the interface's font.
#[must_use]
pub fn strong_family() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// The heavier cut at a size in points.
#[must_use]
pub fn strong(size: f32) -> FontId {
    FontId::new(size, strong_family())
}

/// [`marker::color`] as the window paints it; shapes tell families apart without.
#[must_use]
pub fn family_color(family: Family) -> Color32 {
    let [red, green, blue] = marker::color(family);
    Color32::from_rgb(red, green, blue)
}

/// What the panels paint with beside egui's own colours.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Text.
    pub text: Color32,
    /// Text of less weight; 4.5 to 1 against the ground at least.
    pub weak: Color32,
    /// What is selected or can be dragged.
    pub accent: Color32,
    /// The accent as a ground.
    pub accent_ground: Color32,
    /// The panels' ground.
    pub ground: Color32,
    /// A card on that ground.
    pub card: Color32,
    /// Thin lines.
    pub line: Color32,
    /// Line under a place name.
    pub place: Color32,
    /// Dots under a date.
    pub date: Color32,
    /// Ground of the words that tell what happened.
    pub trigger: Color32,
    /// Ground of an event's sentence in a report.
    pub sentence: Color32,
    /// Ground of the passage asked for, fading.
    pub flash: Color32,
    /// Something to look at: a doubt, a problem.
    pub warning: Color32,
}

impl Palette {
    /// The colours of a theme.
    #[must_use]
    pub fn of(theme: Theme) -> Self {
        let rgb = |hex: u32| {
            let [_, red, green, blue] = hex.to_be_bytes();
            Color32::from_rgb(red, green, blue)
        };
        match theme {
            Theme::Light => Self {
                text: rgb(0x1C_2430),
                weak: rgb(0x5A_6472),
                accent: rgb(0x1F_5FA8),
                accent_ground: rgb(0xDC_E8F6),
                ground: rgb(0xF7_F8FA),
                card: rgb(0xFF_FFFF),
                line: rgb(0xDD_E1E7),
                place: rgb(0x1F_5FA8),
                date: rgb(0x8A_4B00),
                trigger: rgb(0xFD_E7B8),
                sentence: rgb(0xFF_F6DF),
                flash: rgb(0xFF_D860),
                warning: rgb(0xA1_4A00),
            },
            Theme::Dark => Self {
                text: rgb(0xE4_E8EE),
                weak: rgb(0x9D_A7B5),
                accent: rgb(0x6C_B0F5),
                accent_ground: rgb(0x1F_3A57),
                ground: rgb(0x17_1B21),
                card: rgb(0x20_262E),
                line: rgb(0x33_3B46),
                place: rgb(0x6C_B0F5),
                date: rgb(0xF0_B45A),
                trigger: rgb(0x57_4312),
                sentence: rgb(0x2B_2819),
                flash: rgb(0x8A_6A10),
                warning: rgb(0xF0_A050),
            },
        }
    }
}

/// Loads the fonts, once.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let mut add = |name: &str, bytes: &'static [u8]| {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    };
    add("inter", include_bytes!("../../assets/fonts/Inter-Regular.otf"));
    add("inter-strong", include_bytes!("../../assets/fonts/Inter-SemiBold.otf"));
    let proportional = fonts.families.entry(FontFamily::Proportional).or_default();
    let fallback = proportional.clone();
    proportional.insert(0, "inter".to_owned());
    let strong = std::iter::once("inter-strong".to_owned()).chain(fallback).collect();
    fonts.families.insert(strong_family(), strong);
    ctx.set_fonts(fonts);
}

/// Sets sizes, spacing and colours of both themes, and chooses one.
pub fn apply(ctx: &egui::Context, theme: Theme) {
    for (theme, egui_theme) in [(Theme::Light, egui::Theme::Light), (Theme::Dark, egui::Theme::Dark)] {
        ctx.style_mut_of(egui_theme, |style| {
            style.visuals = visuals(theme);
            set_sizes(style);
        });
    }
    ctx.set_theme(match theme {
        Theme::Light => egui::Theme::Light,
        Theme::Dark => egui::Theme::Dark,
    });
}

fn set_sizes(style: &mut egui::Style) {
    let plain = |size: f32| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Heading, strong(19.0)),
        (TextStyle::Body, plain(13.5)),
        (TextStyle::Button, plain(13.0)),
        (TextStyle::Small, plain(11.5)),
        (TextStyle::Monospace, FontId::new(12.5, FontFamily::Monospace)),
    ]
    .into();
    style.spacing.item_spacing = egui::vec2(8.0, 5.0);
    style.spacing.button_padding = egui::vec2(8.0, 3.5);
    style.spacing.interact_size = egui::vec2(28.0, 24.0);
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.selectable_labels = true;
    style.spacing.window_margin = egui::Margin::same(16);
    style.animation_time = 0.08;
}

fn visuals(theme: Theme) -> Visuals {
    let palette = Palette::of(theme);
    let mut visuals = if theme == Theme::Dark { Visuals::dark() } else { Visuals::light() };
    visuals.panel_fill = palette.ground;
    visuals.window_fill = palette.card;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.extreme_bg_color = palette.card;
    visuals.faint_bg_color = palette.accent_ground.gamma_multiply(0.25);
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.warning;
    visuals.weak_text_color = Some(palette.weak);
    visuals.selection.bg_fill = palette.accent_ground;
    visuals.selection.stroke = Stroke::new(1.0, palette.accent);
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.fg_stroke.color = palette.text;
    widgets.noninteractive.bg_stroke.color = palette.line;
    widgets.inactive.fg_stroke.color = palette.text;
    widgets.inactive.weak_bg_fill = palette.card;
    widgets.inactive.bg_fill = palette.card;
    widgets.inactive.bg_stroke = Stroke::new(1.0, palette.line);
    widgets.hovered.weak_bg_fill = palette.accent_ground;
    widgets.hovered.bg_stroke = Stroke::new(1.0, palette.accent);
    widgets.hovered.expansion = 0.0;
    widgets.active.weak_bg_fill = palette.accent_ground;
    widgets.active.expansion = 0.0;
    widgets.open.weak_bg_fill = palette.accent_ground;
    visuals
}
