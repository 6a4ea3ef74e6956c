//! The choice of maps: offline, a file, or tiles of a server, which are fetched from then on only.

use super::MapView;
use crate::ui::theme::strong;
use crate::view_state::{Command, Ground, MapCommand, PathFor, ShellCommand, TileAddress, TileAddressError};
use egui::{Popup, PopupCloseBehavior, Response, RichText, TextEdit, Ui};

/// An address that is being typed.
#[derive(Debug, Default)]
pub(super) struct AddressField {
    text: String,
    refused: Option<TileAddressError>,
}

/// Shows the choice while it is open.
pub(super) fn show(button: &Response, field: &mut AddressField, view: &MapView<'_>, commands: &mut Vec<Command>) {
    Popup::from_toggle_button_response(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(330.0)
        .show(|ui| menu_ui(ui, field, view, commands));
}

fn menu_ui(ui: &mut Ui, field: &mut AddressField, view: &MapView<'_>, commands: &mut Vec<Command>) {
    let (texts, ground) = (view.texts, view.ground);
    let mut choose = |ui: &mut Ui, ground: Ground| {
        commands.push(Command::Map(MapCommand::SetGround(ground)));
        ui.close();
    };
    ui.label(RichText::new(texts.get("map-grounds")).font(strong(13.0)));
    if ui.radio(*ground == Ground::Offline, texts.get("ground-offline")).clicked() {
        choose(ui, Ground::Offline);
    }
    let streets = Ground::Online(TileAddress::openstreetmap());
    if ui.radio(*ground == streets, texts.get("ground-openstreetmap")).clicked() {
        choose(ui, streets);
    }
    if let Ground::Online(address) = ground
        && !address.is_openstreetmap()
    {
        let _ = ui.radio(true, address.host());
    }
    ui.horizontal(|ui| {
        let edit = TextEdit::singleline(&mut field.text).hint_text("https://host/{z}/{x}/{y}.png").desired_width(230.0);
        let response = ui.add(edit).accessible_name(texts.get("ground-address"));
        if response.changed() {
            field.refused = None;
        }
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if ui.button(texts.get("ground-use")).clicked() || is_entered {
            match TileAddress::parse(&field.text) {
                Ok(address) => choose(ui, Ground::Online(address)),
                Err(error) => field.refused = Some(error),
            }
        }
    });
    // In one place, so that the menu does not grow and turn up elsewhere.
    let (key, color) = match field.refused {
        Some(error) => (address_error_key(error), view.palette.warning),
        None => ("ground-online-about", view.palette.weak),
    };
    ui.label(RichText::new(texts.get(key)).small().color(color));
    ui.separator();
    if let Ground::File(path) = ground {
        let _ = ui.radio(true, path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
    }
    if ui.button(texts.get("ground-file")).clicked() {
        commands.push(Command::Shell(ShellCommand::Ask(PathFor::Map)));
        ui.close();
    }
}

fn address_error_key(error: TileAddressError) -> &'static str {
    match error {
        TileAddressError::NoServer => "ground-no-server",
        TileAddressError::NoPlaceholders => "ground-no-placeholders",
        TileAddressError::NoAddress => "ground-no-address",
    }
}

/// The line that says what the matter is with a file or a server, and the ways on.
pub(super) fn trouble_ui(ui: &mut Ui, words: &str, view: &MapView<'_>, commands: &mut Vec<Command>) {
    let frame =
        egui::Frame::new().fill(view.palette.card).inner_margin(egui::Margin::symmetric(10, 5)).corner_radius(6.0);
    egui::Area::new(ui.scope_id().with("map trouble"))
        .order(egui::Order::Middle)
        .fixed_pos(view.rect.left_top() + egui::vec2(10.0, 10.0))
        .constrain_to(view.rect)
        .show(ui.ctx(), |ui| {
            frame.stroke(egui::Stroke::new(1.0, view.palette.line)).show(ui, |ui| {
                ui.set_max_width((view.rect.width() - 44.0).clamp(80.0, 640.0));
                ui.horizontal_wrapped(|ui| {
                    ui.label(RichText::new(words).color(view.palette.warning));
                    if matches!(view.ground, Ground::Online(_)) && ui.link(view.texts.get("ground-retry")).clicked() {
                        commands.push(Command::Map(MapCommand::Retry));
                    }
                    if ui.link(view.texts.get("ground-offline-only")).clicked() {
                        commands.push(Command::Map(MapCommand::SetGround(Ground::Offline)));
                    }
                });
            });
        });
}
