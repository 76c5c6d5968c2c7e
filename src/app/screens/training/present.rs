//! What the projector shows: large, calm, and nothing of the answer before it is asked for.

use eframe::egui::{
    self, CentralPanel, FontId, Frame, Key, Margin, Panel, ScrollArea, TextStyle, Ui, accesskit::Role,
};

use super::revealed;
use crate::{
    app::{
        action::Action,
        journey::Screen,
        theme::{Look, Sizes, bold},
        training::{Room, Train, steps::Step},
        view::ViewContext,
        widgets::{
            self, FieldBox, Tone, callout_ui, entry_ui, go_to_field, heading_ui, page_heading_ui,
            paragraph_ui, primary_ui, quiet_ui, soft_ui,
        },
    },
    framework::Id,
    training::{
        session::{MOST, Round, options},
        story::Story,
    },
    words::fill,
};

/// Sizes for a room: nothing is smaller than 28 points.
fn large(sizes: Sizes) -> Sizes {
    Sizes {
        body: 30.0,
        question: 46.0,
        section: 36.0,
        small: 28.0,
        column: 1400.0,
        gap: 16.0,
        target: 60.0,
        ..sizes
    }
}

/// The whole window; a message stands at its top.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, message: Option<&str>) -> Vec<Action> {
    let sizes = large(*cx.look.sizes);
    let look = Look { sizes: &sizes, ..cx.look };
    let cx = &ViewContext { look, ..*cx };
    let mut actions = Vec::new();
    dress(ui, &sizes);
    let paper = cx.look.colours.paper.0;
    let foot = Frame::new().fill(cx.look.colours.raised.0).inner_margin(Margin::symmetric(28, 10));
    Panel::bottom("presenter").resizable(false).frame(foot).show(ui, |ui| actions.extend(foot_ui(ui, cx)));
    let step = (cx.training.place.case, cx.training.place.step);
    CentralPanel::no_frame().frame(Frame::new().fill(paper)).show(ui, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(Role::Main));
        ScrollArea::vertical().id_salt(("presenter", step)).auto_shrink(false).show(ui, |ui| {
            scroll_by_keys(ui);
            let margin = 48.0_f32.min(ui.available_width() / 24.0);
            #[expect(clippy::cast_possible_truncation, reason = "margins are small")]
            Frame::new().inner_margin(Margin::same(margin as i8)).show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(sizes.column));
                if cx.arriving {
                    widgets::arrive(ui.ctx());
                }
                if let Some(message) = message {
                    callout_ui(ui, cx.look, Tone::Notice, "", |ui| widgets::status_ui(ui, message));
                }
                actions.extend(page_ui(ui, cx));
                widgets::settle(ui.ctx());
            });
        });
    });
    actions
}

fn dress(ui: &mut Ui, sizes: &Sizes) {
    let style = ui.style_mut();
    let plain = FontId::proportional(sizes.body);
    style.text_styles.insert(TextStyle::Body, plain.clone());
    style.text_styles.insert(TextStyle::Button, plain.clone());
    style.text_styles.insert(TextStyle::Small, plain);
    style.text_styles.insert(TextStyle::Heading, FontId::new(sizes.question, bold()));
    style.spacing.item_spacing = egui::Vec2::splat(sizes.gap);
    style.spacing.interact_size.y = sizes.target;
}

/// A long story is moved with the arrows: the clicker's keys go on to the next step.
fn scroll_by_keys(ui: &Ui) {
    let (up, down) = ui.input(|input| (input.key_pressed(Key::ArrowUp), input.key_pressed(Key::ArrowDown)));
    let by = f32::from(u8::from(up)) - f32::from(u8::from(down));
    if by != 0.0 && !ui.ctx().text_edit_focused() {
        ui.scroll_with_delta(egui::vec2(0.0, by * 120.0));
    }
}

fn foot_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.presenting, cx.look);
    dress(ui, look.sizes);
    ui.horizontal_wrapped(|ui| {
        if primary_ui(ui, look, words.next) {
            actions.push(Action::Training(Train::Next));
        }
        if quiet_ui(ui, look, words.back) {
            actions.push(Action::Training(Train::Back));
        }
        if quiet_ui(ui, look, words.leave) {
            actions.push(Action::Go(Screen::Training(Room::Record)));
        }
    });
    actions
}

fn page_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let (words, look, room) = (&cx.words.presenting, cx.look, cx.training);
    let (Some(story), Some(step), Some(session)) = (room.story(), room.step(), &room.session) else {
        page_heading_ui(ui, look, cx.words.training.title);
        paragraph_ui(ui, cx.words.training.other_edition);
        return Vec::new();
    };
    let (case, of) = ((room.place.case + 1).to_string(), session.cases.len().to_string());
    // What a case comes to is on no page before it was revealed, however one gets there.
    let step = match step {
        step if step.after_the_reveal() && !room.worked().is_some_and(|worked| worked.revealed) => {
            Step::Ready
        }
        step => step,
    };
    match step {
        Step::Title => {
            page_heading_ui(ui, look, story.title());
            soft_ui(ui, look, &fill(words.case_of, &[&case, &of]));
            soft_ui(ui, look, &fill(words.minutes, &[&story.minutes().to_string()]));
            if let Some(warning) = story.warning() {
                callout_ui(ui, look, Tone::Notice, words.warning, |ui| paragraph_ui(ui, warning));
            }
        }
        Step::Part(at) => {
            page_heading_ui(ui, look, story.title());
            soft_ui(ui, look, &part_of(cx, story, at));
            for paragraph in story.instalments()[at].says.split('\n').filter(|p| !p.trim().is_empty()) {
                paragraph_ui(ui, paragraph.trim());
            }
        }
        Step::Vote(round, at) => return vote_ui(ui, cx, story, round, at),
        Step::Ready => {
            page_heading_ui(ui, look, words.ready);
            paragraph_ui(ui, words.ready_text);
        }
        Step::Reveal => revealed::reveal_ui(ui, cx, story),
        Step::Parted => revealed::parted_ui(ui, cx, story),
        Step::Discuss => {
            page_heading_ui(ui, look, words.discuss);
            match story.points() {
                [] => {
                    paragraph_ui(ui, words.no_points);
                }
                points => widgets::bullets_ui(ui, points),
            }
        }
        Step::Compare => revealed::compare_ui(ui, cx, story),
    }
    Vec::new()
}

fn part_of(cx: &ViewContext<'_>, story: &Story, at: usize) -> String {
    let (at, of) = ((at + 1).to_string(), story.instalments().len().to_string());
    fill(cx.words.presenting.part_of, &[&at, &of])
}

/// A show of hands or of cards, typed: a number for each level, and for who is not sure.
fn vote_ui(ui: &mut Ui, cx: &ViewContext<'_>, story: &Story, round: Round, at: usize) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look, room) = (&cx.words.presenting, cx.look, cx.training);
    let title = if round == Round::Alone { words.vote } else { words.vote_again };
    heading_ui(ui, look, 1, title);
    soft_ui(ui, look, &part_of(cx, story, at));
    soft_ui(ui, look, words.vote_hint);
    let (Some(session), Some(worked)) = (&room.session, room.worked()) else { return actions };
    let mut rows: Vec<(Option<Id>, String)> =
        options(room.framework(), session.scale).into_iter().map(|(id, label)| (Some(id), label)).collect();
    rows.push((None, words.not_sure.to_owned()));
    let key = |row: usize| format!("votes {row}");
    for (row, (id, label)) in rows.iter().enumerate() {
        let was = worked.people(round, at, id.as_ref());
        let mut text = was.map(|people| people.to_string()).unwrap_or_default();
        let here = key(row);
        let field = FieldBox { key: &here, label, hint: "", rows: 1 };
        let typed = entry_ui(ui, look, field, &mut text);
        let digits: String = text.chars().filter(char::is_ascii_digit).take(4).collect();
        let people = digits.parse().ok().map(|people: u32| people.min(MOST));
        if typed.changed && people != was {
            actions.push(Action::Training(Train::Count(id.clone(), people)));
        }
        if typed.entered {
            if row + 1 < rows.len() {
                go_to_field(ui.ctx(), &key(row + 1));
            } else {
                actions.push(Action::Training(Train::Next));
            }
        }
    }
    let spread = session.spread(room.framework(), room.place.case, round, (at, story.last()));
    widgets::status_ui(ui, fill(words.voted, &[&spread.all().to_string()]));
    actions
}
