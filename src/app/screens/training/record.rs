//! What came of a session: the votes of each case, notes, and how it is kept.

use eframe::egui::Ui;

use super::{answers, figures, revealed::bars_of_ui, save::typed_ui};
use crate::{
    app::{
        action::Action,
        journey::Screen,
        say,
        training::{Kept, Room, Train},
        view::ViewContext,
        widgets::{
            FieldBox, bullets_ui, divider_ui, field_ui, heading_ui, paragraph_ui, primary_ui, quiet_ui,
            soft_ui,
        },
    },
    training::session::{Round, Session},
    words::fill,
};

/// The page.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look, room) = (&cx.words.training, cx.look, cx.training);
    heading_ui(ui, look, 1, words.record_title);
    let Some(session) = &room.session else {
        if primary_ui(ui, look, words.other_cases) {
            actions.push(Action::Go(Screen::Training(Room::Choose)));
        }
        return actions;
    };
    let day = say::date(session.on);
    let framework = format!("{} {}", session.framework.id, session.framework.edition);
    soft_ui(ui, look, &fill(words.held, &[&day, &framework]));
    let can_go_on = room.can_go_on();
    if can_go_on {
        if primary_ui(ui, look, words.go_on) {
            actions.push(Action::Go(Screen::Training(Room::Present)));
        }
        cases_ui(ui, cx, session);
        actions.extend(answers::ui(ui, cx, session));
        if !session.is_empty() {
            actions.extend(figures::ui(ui, cx));
        }
    } else {
        paragraph_ui(ui, words.other_edition);
        let titles: Vec<String> = session.cases.iter().map(|worked| worked.title.clone()).collect();
        bullets_ui(ui, &titles);
    }
    heading_ui(ui, look, 2, words.notes);
    let mut notes = session.notes.clone();
    let field = FieldBox { key: "session notes", label: words.notes, hint: words.notes_hint, rows: 4 };
    if field_ui(ui, look, field, &mut notes) {
        actions.push(Action::Training(Train::Write(notes)));
    }
    divider_ui(ui, look);
    actions.extend(keep_ui(ui, cx, can_go_on));
    ui.add_space(look.sizes.gap);
    let other = words.other_cases;
    if if can_go_on { quiet_ui(ui, look, other) } else { primary_ui(ui, look, other) } {
        actions.push(Action::Go(Screen::Training(Room::Choose)));
    }
    actions
}

fn cases_ui(ui: &mut Ui, cx: &ViewContext<'_>, session: &Session) {
    for (at, worked) in session.cases.iter().enumerate() {
        heading_ui(ui, cx.look, 2, &worked.title);
        let Some(story) = cx.training.stories().find(&worked.case) else { continue };
        if worked.tallies.is_empty() && worked.sheets.is_empty() {
            paragraph_ui(ui, cx.words.training.no_votes);
            continue;
        }
        bars_of_ui(ui, cx, (at, story), &Round::ALL);
    }
}

/// Files: the session, its record, its ratings.
fn keep_ui(ui: &mut Ui, cx: &ViewContext<'_>, can_go_on: bool) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.training, cx.look);
    heading_ui(ui, look, 2, words.save_title);
    paragraph_ui(ui, words.save_text);
    ui.horizontal_wrapped(|ui| {
        let all = [
            (Kept::Session, words.save_session),
            (Kept::Record, words.save_record),
            (Kept::Ratings, words.save_ratings),
        ];
        for (kept, label) in all.into_iter().filter(|(kept, _)| can_go_on || *kept == Kept::Session) {
            if quiet_ui(ui, look, label) {
                actions.push(Action::Training(Train::Save(kept)));
            }
        }
    });
    actions.extend(typed_ui(ui, cx, |kept| !matches!(kept, Kept::Paper(_) | Kept::Answers)));
    actions
}
