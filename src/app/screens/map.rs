//! The whole framework as a map to pan and zoom, and below it the same as a list.
//!
//! In a check the path that was walked is lit, and what is pressed leads to its question; without one, to the
//! question's own page.

use eframe::egui::Ui;

use super::scratch;
use crate::{
    app::{
        action::Action,
        journey::{self, Screen},
        say,
        session::Open,
        view::ViewContext,
        widgets::{
            Lit, MapLabel, MapMove, MapView, heading_ui, link_ui, map_pane, map_ui, page_heading_ui,
            paragraph_ui, primary_ui, quiet_ui, small_text_ui, text_column_ui,
        },
    },
    framework::{
        Framework,
        model::{Home, Polarity, QuestionIx},
    },
    map::{Block, INDENT, Map, Node, Thing},
    words::fill,
};

/// Everything a part of this page draws from.
struct Page<'a> {
    cx: &'a ViewContext<'a>,
    framework: &'a Framework,
    map: &'a Map,
    open: Option<&'a Open>,
    /// How far each question is on the path that was walked.
    walked: Vec<Lit>,
}

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let open = cx.session.open();
    // Before it was shown nobody is told what it rests on.
    let shown = open.filter(|open| open.case().revealed.is_some());
    let reasons = shown.into_iter().flat_map(|open| &open.assessment().reasons);
    let bears = reasons.flat_map(|reason| reason.answers.iter().copied());
    let framework = cx.session.framework();
    let answers = open.into_iter().flat_map(|open| &open.case().answers);
    let mut walked = vec![Lit::No; framework.questions.len()];
    // Once for the page: an answer names its question by id, which takes a look through all of them.
    for question in answers.filter_map(|answered| framework.question(&answered.question)) {
        walked[question.0] = Lit::Walked;
    }
    for question in bears {
        walked[question.0] = Lit::Bears;
    }
    let page = Page { cx, framework, map: cx.shelf.map(), open, walked };
    let mut actions = Vec::new();
    page_heading_ui(ui, cx.look, cx.words.map.title);
    text_column_ui(ui, cx.look, |ui| paragraph_ui(ui, cx.words.map.intro));
    actions.extend(page.picture_ui(ui));
    text_column_ui(ui, cx.look, |ui| {
        heading_ui(ui, cx.look, 2, cx.words.map.pages);
        for (at, block) in page.map.blocks.iter().enumerate() {
            actions.extend(page.block_ui(ui, at, block));
        }
    });
    ui.add_space(cx.look.sizes.gap * 1.5);
    if primary_ui(ui, cx.look, cx.words.shell.back) {
        actions.push(Action::Back);
    }
    actions
}

impl Page<'_> {
    /// The keys that move the map, and the map.
    fn picture_ui(&self, ui: &mut Ui) -> Option<Action> {
        let words = &self.cx.words.map;
        let pane = map_pane(ui);
        let view = self.cx.scratch.map.unwrap_or_else(|| self.first_view(pane));
        let moves = [
            (words.larger, MapMove::Larger),
            (words.smaller, MapMove::Smaller),
            (words.whole, MapMove::Whole),
            (words.left, MapMove::Left),
            (words.right, MapMove::Right),
            (words.up, MapMove::Up),
            (words.down, MapMove::Down),
        ];
        let mut now = view;
        ui.horizontal_wrapped(|ui| {
            for (label, by) in moves {
                if quiet_ui(ui, self.cx.look, label) {
                    now = view.moved(self.map, pane, by);
                }
            }
        });
        let (after, pressed) =
            map_ui(ui, self.cx.look, words.picture, (self.map, now), |at| self.lit(at), |at| self.label(at));
        match pressed.map(|at| (at, self.map.nodes[at].thing)) {
            Some((_, Thing::Question(question))) => return Some(self.open_question(question)),
            Some((at, Thing::Home(_))) => now = MapView::at_page(self.map, at, pane),
            None => now = after,
        }
        (now != view).then(|| scratch(self.cx, |s| s.map = Some(now)))
    }

    /// Where one came from, or all of it.
    fn first_view(&self, pane: eframe::egui::Vec2) -> MapView {
        let node = match self.cx.session.came_from() {
            Screen::Question(at) => self.map.question(at),
            _ => None,
        };
        node.map_or_else(|| MapView::whole(self.map, pane), |node| MapView::at(self.map, node))
    }

    fn label(&self, at: usize) -> MapLabel<'_> {
        let named = |title: &str| fill(self.cx.words.map.node_named, &[title]);
        match self.map.nodes[at].thing {
            Thing::Home(home) => {
                let title = home_title(self.framework, home);
                MapLabel { title, name: named(title), more: String::new() }
            }
            Thing::Question(question) => {
                let title = &self.framework[question].text;
                let name = named(&say::question_name(self.framework, question));
                MapLabel { title, name, more: self.said(question) }
            }
        }
    }

    fn lit(&self, at: usize) -> Lit {
        match self.map.nodes[at].thing {
            Thing::Home(_) => Lit::No,
            Thing::Question(question) => self.walked[question.0],
        }
    }

    /// What is said of a question beside its text: where one was, what rests on it, and its answer.
    fn said(&self, question: QuestionIx) -> String {
        let words = &self.cx.words.map;
        let Some(open) = self.open else { return String::new() };
        let mut said = Vec::new();
        if self.cx.session.came_from() == Screen::Question(question) {
            said.push(words.here.to_owned());
        }
        if self.walked[question.0] == Lit::Bears {
            said.push(words.bears.to_owned());
        }
        if self.walked[question.0] == Lit::No {
            return said.join(". ");
        }
        if let Some(given) = open.answered(question) {
            let answer = say::answer(self.cx.words, self.framework, question, &given.answer);
            said.push(fill(words.answer, &[&answer]));
        } else {
            said.push(words.apart.to_owned());
        }
        said.join(". ")
    }

    /// The question itself, where a check asks it; else its own page.
    fn open_question(&self, question: QuestionIx) -> Action {
        let asks = |open: &Open| journey::is_asked(self.framework, open.family(), question);
        if self.open.is_some_and(asks) {
            Action::Visit(journey::screen_of(self.framework, question))
        } else {
            Action::Go(Screen::Ladder(question))
        }
    }

    /// One page of the list, folded away until somebody asks.
    fn block_ui(&self, ui: &mut Ui, at: usize, block: &Block) -> Vec<Action> {
        let mut actions = Vec::new();
        let (words, look) = (&self.cx.words.map, self.cx.look);
        let Thing::Home(home) = self.map.nodes[block.first].thing else { return actions };
        let title = home_title(self.framework, home);
        let shown = self.cx.scratch.unfolded.contains(&at);
        let template = if shown { words.fold_named } else { words.unfold_named };
        if quiet_ui(ui, look, &fill(template, &[title])) {
            actions.push(scratch(self.cx, |s| {
                s.unfolded.retain(|other| *other != at);
                if !shown {
                    s.unfolded.push(at);
                }
            }));
        }
        if !shown {
            return actions;
        }
        heading_ui(ui, look, 3, title);
        let many = block.end - block.first - 1;
        let count = if many == 1 {
            words.one_question.to_owned()
        } else {
            fill(words.questions, &[&many.to_string()])
        };
        small_text_ui(ui, look, &count);
        for node in &self.map.nodes[block.first + 1..block.end] {
            actions.extend(self.row_ui(ui, node));
        }
        actions
    }

    /// One question of the list, as far to the right as it is deep in the tree.
    fn row_ui(&self, ui: &mut Ui, node: &Node) -> Option<Action> {
        let Thing::Question(at) = node.thing else { return None };
        let look = self.cx.look;
        let question = &self.framework[at];
        // As on the map, at half the distance; but never so far that a narrow window has no room for it.
        let steps = f32::from(u8::try_from(node.depth).unwrap_or(u8::MAX));
        let indent = (steps * INDENT / 2.0).min(ui.available_width() / 4.0);
        let mut pressed = false;
        ui.horizontal_top(|ui| {
            ui.add_space(indent);
            ui.vertical(|ui| {
                pressed = link_ui(ui, look, &question.text, &say::question_name(self.framework, at));
                for gate in &question.opened_by {
                    let before = &self.framework[gate.question];
                    let words = &self.cx.words.map;
                    let template = match before.polarity {
                        Polarity::Strength => words.opened_by_strength,
                        Polarity::Need | Polarity::Background => words.opened_by,
                    };
                    let from = say::step(self.cx.words, self.framework, gate.question, gate.from);
                    small_text_ui(ui, look, &fill(template, &[&before.text, &from]));
                }
                let said = self.said(at);
                if !said.is_empty() {
                    small_text_ui(ui, look, &said);
                }
            });
        });
        pressed.then(|| self.open_question(at))
    }
}

fn home_title(framework: &Framework, home: Home) -> &str {
    match home {
        Home::Section(at) => &framework[at].title,
        Home::Concern(at) => &framework[at].title,
    }
}
