//! A window on the bundled reports, without a screen.

use dateline::corpus::Corpus;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use dateline::store::{EventIndex, EventStore};
use dateline::ui::{App, Reports, index, theme};
use dateline::view_state::{Language, Theme, ViewState};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A window that is open.
pub(crate) struct Window {
    harness: Harness<'static, Opened>,
    /// What is the user's and in no project, where no test looks after it.
    _data: Option<tempfile::TempDir>,
}

/// The program in it, made in the first frame.
struct Opened {
    app: Option<App>,
}

/// A file that is let go of over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// What the engine finds in the bundled reports.
pub(crate) fn bundled() -> EventStore {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    index(engine.read_all(Corpus::bundled()), engine.gazetteer())
}

impl Window {
    /// A window of 1280 by 800 points on the bundled reports.
    pub(crate) fn open() -> Self {
        Self::open_on(bundled(), Language::English)
    }

    pub(crate) fn open_on(store: EventStore, language: Language) -> Self {
        Self::start(None, move |ctx| App::with_store(ctx, store, language, Theme::Light))
    }

    /// A window of a user with that folder, which reads as it opens.
    pub(crate) fn open_of_user(data: &Path, reports: Reports) -> Self {
        let mut window = Self::start(Some(data), move |ctx| {
            App::with_store(ctx, EventStore::default(), Language::English, Theme::Light)
        });
        window.app_mut().open(reports);
        window.wait_for("the reports", |window| !window.app().is_reading());
        window
    }

    /// A window that takes up what was chosen in the last one, and keeps what is chosen in it.
    pub(crate) fn open_remembering(store: EventStore, file: &Path) -> Self {
        let file = file.to_owned();
        Self::start(None, move |ctx| {
            let mut app = App::with_store(ctx, store, Language::English, Theme::Light);
            app.remember_in(file, ctx);
            app
        })
    }

    /// A window that reads as it opens.
    pub(crate) fn open_reading(reports: Reports) -> Self {
        Self::start(None, move |ctx| App::new(ctx, reports, Language::English, Theme::Light))
    }

    fn start(data: Option<&Path>, make: impl FnOnce(&egui::Context) -> App + 'static) -> Self {
        let own = data.is_none().then(|| tempfile::tempdir().unwrap());
        let folder = data.or(own.as_ref().map(tempfile::TempDir::path)).unwrap().to_path_buf();
        let mut make = Some(move |ctx: &egui::Context| {
            let mut app = make(ctx);
            app.keep_in(Some(&folder));
            app
        });
        let show = move |ui: &mut egui::Ui, opened: &mut Opened| {
            if let Some(make) = make.take() {
                opened.app = Some(make(ui.ctx()));
            }
            if let Some(app) = &mut opened.app {
                app.show(ui);
            }
        };
        let mut harness = Harness::builder()
            .with_size([1280.0, 800.0])
            .with_max_steps(400)
            .with_step_dt(0.1)
            .with_context_setup(theme::install_fonts)
            .build_ui_state(show, Opened { app: None });
        harness.run_steps(4);
        Self { harness, _data: own }
    }

    pub(crate) fn app(&self) -> &App {
        self.harness.state().app.as_ref().unwrap()
    }

    pub(crate) fn app_mut(&mut self) -> &mut App {
        self.harness.state_mut().app.as_mut().unwrap()
    }

    /// Waits for work in the background.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, what: &str, is_there: impl Fn(&Self) -> bool) {
        for _ in 0..1000 {
            if is_there(self) {
                return self.wait(3);
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
            self.wait(1);
        }
        panic!("not there after 20 seconds: {what}");
    }

    pub(crate) fn view(&self) -> &ViewState {
        self.app().view()
    }

    pub(crate) fn store(&self) -> &EventStore {
        self.app().store()
    }

    /// Lets frames pass.
    pub(crate) fn wait(&mut self, frames: usize) {
        self.harness.run_steps(frames);
    }

    /// Lets go of a file over the window.
    pub(crate) fn drop_file(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_path_buf())));
        self.wait(3);
    }

    pub(crate) fn resize(&mut self, width: f32, height: f32) {
        self.harness.set_size(egui::vec2(width, height));
        self.wait(3);
    }

    pub(crate) fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    pub(crate) fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.wait(3);
    }

    pub(crate) fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.wait(3);
    }

    /// Clicks the first thing of that role whose name holds the words.
    #[track_caller]
    pub(crate) fn click(&mut self, role: Role, words: &str) {
        self.bring_into_view(role, words);
        self.node(role, words).expect(words).click();
        self.wait(4);
    }

    /// Clicks, and gives what was put on the clipboard by it.
    #[track_caller]
    pub(crate) fn copied_by(&mut self, role: Role, words: &str) -> String {
        self.bring_into_view(role, words);
        self.node(role, words).expect(words).click();
        for _ in 0..4 {
            self.harness.run_steps(1);
            for command in &self.harness.output().platform_output.commands {
                if let egui::OutputCommand::CopyText(text) = command {
                    return text.clone();
                }
            }
        }
        String::new()
    }

    /// What a press of the keys for copying puts on the clipboard.
    pub(crate) fn copied(&mut self) -> String {
        self.harness.event(egui::Event::Copy);
        for _ in 0..3 {
            self.harness.run_steps(1);
            for command in &self.harness.output().platform_output.commands {
                if let egui::OutputCommand::CopyText(text) = command {
                    return text.clone();
                }
            }
        }
        String::new()
    }

    /// Shows a box for each letter that the fonts here lack; a system has others.
    pub(crate) fn allow_boxes(&mut self) {
        self.harness.ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
    }

    /// Whether something that holds the words stands just there.
    pub(crate) fn has_at(&mut self, words: &str, rect: egui::Rect) -> bool {
        self.harness.query_all_by_label_contains(words).any(|node| node.rect() == rect)
    }

    /// Where the first thing stands that holds the words.
    #[track_caller]
    pub(crate) fn rect(&self, words: &str) -> egui::Rect {
        self.harness.query_all_by_label_contains(words).next().expect(words).rect()
    }

    /// Clicks, and counts the frames until something holds.
    #[track_caller]
    pub(crate) fn frames_until(&mut self, role: Role, words: &str, is_so: impl Fn(&Self) -> bool) -> usize {
        self.bring_into_view(role, words);
        self.node(role, words).expect(words).click();
        let mut frames = 0;
        while !is_so(self) {
            assert!(frames < 20, "not so after 20 frames");
            self.wait(1);
            frames += 1;
        }
        frames
    }

    /// Scrolls to what a click would otherwise miss.
    #[track_caller]
    pub(crate) fn bring_into_view(&mut self, role: Role, words: &str) {
        let room = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 800.0)).shrink(40.0);
        let node = self.node(role, words).expect(words);
        if !room.contains_rect(node.rect()) {
            node.scroll_to_me();
            self.wait(12);
        }
    }

    /// Selects the first event for which the test holds.
    #[track_caller]
    pub(crate) fn select_event(&mut self, fits: impl Fn(&EventStore, EventIndex) -> bool) -> EventIndex {
        self.press(Key::Escape);
        self.press(Key::Home);
        for _ in 0..80 {
            if let Some(event) = self.view().selected
                && fits(self.store(), event)
            {
                return event;
            }
            self.press_with(Modifiers::SHIFT, Key::ArrowRight);
        }
        panic!("no such event can be reached by keys");
    }

    /// Lets the corrections be laid over what was read.
    #[track_caller]
    pub(crate) fn settle(&mut self) {
        for _ in 0..500 {
            if !self.app().is_correcting() {
                return self.wait(3);
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
            self.wait(1);
        }
        panic!("the correction is not there after 10 seconds");
    }

    /// Writes into the first field of that name, in place of what is there.
    #[track_caller]
    pub(crate) fn write_into(&mut self, field: &str, text: &str) {
        self.focus(Role::TextInput, field);
        self.press_with(Modifiers::COMMAND, Key::A);
        self.type_text(text);
    }

    #[expect(clippy::cast_possible_truncation, reason = "a distance on the screen")]
    /// A point in the words that stand nearest to a point of the screen.
    pub(crate) fn line_at(&self, near: egui::Pos2) -> egui::Pos2 {
        let labels = self.harness.query_all_by_role(Role::Label);
        let rects =
            labels.map(|node| node.rect()).filter(|rect| rect.x_range().contains(near.x) && rect.height() > 14.0);
        let nearest = rects.min_by_key(|rect| (rect.distance_to_pos(near) * 10.0) as i32).unwrap();
        egui::pos2(near.x, near.y.clamp(nearest.top() + 9.0, nearest.bottom() - 9.0))
    }

    pub(crate) fn click_at(&mut self, at: egui::Pos2) {
        self.drag(at, at);
    }

    /// Presses at one point and lets go at another.
    pub(crate) fn drag(&mut self, from: egui::Pos2, to: egui::Pos2) {
        let button = |pos, pressed| egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.harness.event(egui::Event::PointerMoved(from));
        self.wait(1);
        self.harness.event(button(from, true));
        self.wait(1);
        if from != to {
            self.harness.event(egui::Event::PointerMoved(from + (to - from) / 2.0));
            self.wait(1);
            self.harness.event(egui::Event::PointerMoved(to));
            self.wait(1);
        }
        self.harness.event(button(to, false));
        self.wait(3);
    }

    /// Where the first thing of that role is whose name holds the words.
    #[track_caller]
    pub(crate) fn rect_of(&self, role: Role, words: &str) -> egui::Rect {
        self.node(role, words).expect(words).rect()
    }

    /// Turns the wheel over a point; upwards where `points` is more than 0.
    pub(crate) fn turn_wheel(&mut self, at: egui::Pos2, points: f32, modifiers: Modifiers) {
        self.harness.event(egui::Event::PointerMoved(at));
        self.wait(1);
        let wheel = egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, points),
            source: egui::MouseWheelSource::Wheel,
            phase: egui::TouchPhase::Move,
            modifiers,
        };
        self.harness.event_modifiers(wheel, modifiers);
        self.wait(20);
    }

    #[track_caller]
    pub(crate) fn focus(&mut self, role: Role, words: &str) {
        self.node(role, words).expect(words).focus();
        self.wait(2);
    }

    /// Whether something on the screen, or in the lists that scroll, holds the words.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// What stands in a text field.
    #[track_caller]
    pub(crate) fn text_in(&self, field: &str) -> String {
        self.node(Role::TextInput, field).expect(field).accesskit_node().value().unwrap_or_default()
    }

    /// All names of a role.
    pub(crate) fn names(&self, role: Role) -> Vec<String> {
        let all = self.harness.query_all_by_role(role);
        all.filter_map(|node| node.accesskit_node().label()).collect()
    }

    fn node(&self, role: Role, words: &str) -> Option<egui_kittest::Node<'_>> {
        let fitting =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.contains(words));
        self.harness.query_all_by_role(role).find(fitting)
    }
}
