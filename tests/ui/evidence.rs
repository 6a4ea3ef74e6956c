//! Quotes are the report's own words.

use crate::window::Window;
use egui::Key;
use egui::accesskit::Role;

#[test]
fn every_quote_shown_is_the_sentence_of_its_report_byte_for_byte() {
    let mut window = Window::open();
    window.press(Key::Home);
    let mut read = 0;
    for _ in 0..40 {
        let before = window.view().selected;
        window.press_with(egui::Modifiers::SHIFT, Key::ArrowRight);
        let Some(event) = window.view().selected.filter(|_| window.view().selected != before) else { break };
        let quotes: Vec<String> = window
            .store()
            .mentions_of(event)
            .map(|(_, mention)| mention.quote.of(&window.store().document(mention.document).unwrap().text).to_owned())
            .collect();
        for quote in quotes {
            assert!(!quote.is_empty());
            assert!(window.says(&quote), "not shown: {quote}");
            read += 1;
        }
    }
    assert!(read >= 8, "only {read} quotes were read");
}

#[test]
fn figures_stand_with_those_who_give_them_and_lead_to_their_words() {
    let mut window = Window::open();
    let store = window.store();
    let told = store.events().find_map(|event| {
        let (_, mention) = store.mentions_of(event).find(|(_, mention)| !mention.claims.is_empty())?;
        Some((event, mention.document, mention.claims.first()?.clone()))
    });
    let (event, document, claim) = told.expect("the bundled reports tell figures");
    while window.view().selected != Some(event) {
        let before = window.view().selected;
        window.press_with(egui::Modifiers::SHIFT, if before > Some(event) { Key::ArrowLeft } else { Key::ArrowRight });
        assert_ne!(window.view().selected, before, "the event can't be reached by keys");
    }
    assert!(window.says("Figures"));
    window.click(Role::Link, &claim.low.to_string());
    let passage = window.view().report.unwrap().passage.unwrap();
    assert_eq!(passage.document, document);
}

#[test]
fn an_event_out_of_the_window_stays_selected_and_can_be_gone_to() {
    let mut window = Window::open();
    let selected = window.view().selected;
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    assert_eq!(window.view().selected, selected);
    window.click(Role::Link, "go there");
    assert!(window.view().is_shown(window.store(), selected.unwrap()));
}
