//! What worries you: the account, told once, and its facts with their sources.

use eframe::egui::Ui;

use jiff::civil::Date;

use super::{changed, nav_ui, when::time_ui};
use crate::{
    app::{
        action::Action,
        journey::Screen,
        say,
        session::Open,
        view::ViewContext,
        widgets::{
            Choice, FieldBox, choice_ui, field_ui, group_ui, heading_ui, line_ui, paragraph_ui, quiet_ui,
            row_text_ui, soft_ui,
        },
    },
    case::{
        Change,
        model::{How, Piece},
    },
    referral::chronology,
    words::fill,
};

const HOWS: [How; 4] = [How::Seen, How::Heard, How::Told, How::Record];

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let (words, look) = (&cx.words.worry, cx.look);
    let was = &open.case().account;
    let mut account = was.clone();
    heading_ui(ui, look, 1, words.title);
    paragraph_ui(ui, words.intro);
    let field = FieldBox { key: "account", label: words.account, hint: "", rows: 8 };
    field_ui(ui, look, field, &mut account.text);
    heading_ui(ui, look, 2, words.pieces_title);
    paragraph_ui(ui, words.pieces_intro);
    let mut removed = None;
    for (at, piece) in account.pieces.iter_mut().enumerate() {
        let name = fill(words.piece_named, &[&(at + 1).to_string()]);
        if group_ui(ui, &name, |ui| piece_ui(ui, cx, open.case().as_of, at, piece)) {
            removed = Some(at);
        }
    }
    if let Some(at) = removed {
        account.pieces.remove(at);
    }
    if quiet_ui(ui, look, words.piece_add) {
        account.pieces.push(Piece {
            what: String::new(),
            how: How::default(),
            by: String::new(),
            when: String::new(),
            words: String::new(),
        });
    }
    chronology_ui(ui, cx, open);
    let mut actions: Vec<Action> = changed(account, was, Change::Account).into_iter().collect();
    if quiet_ui(ui, look, cx.words.injuries.open) {
        actions.push(Action::Visit(Screen::Injuries));
    }
    actions.extend(nav_ui(ui, cx, cx.words.shell.next));
    actions
}

/// The facts and injuries as they will stand in the referral.
fn chronology_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) {
    let (words, look) = (&cx.words.when, cx.look);
    let events = chronology::of_child(open.case());
    if events.is_empty() {
        return;
    }
    heading_ui(ui, look, 2, words.chronology);
    soft_ui(ui, look, words.chronology_intro);
    for event in events {
        let when = if event.said.is_empty() { words.undated } else { event.said.as_str() };
        row_text_ui(ui, look, when, &fill(words.line, &[&event.how, &event.what]));
    }
}

/// One fact; returns whether it is to be removed.
fn piece_ui(ui: &mut Ui, cx: &ViewContext<'_>, as_of: Date, at: usize, piece: &mut Piece) -> bool {
    let (words, look) = (&cx.words.worry, cx.look);
    let number = (at + 1).to_string();
    let key = |part: &str| format!("fact {at} {part}");
    heading_ui(ui, look, 3, &fill(words.piece_named, &[&number]));
    let what = key("what");
    let field = FieldBox { key: &what, label: words.piece_what, hint: "", rows: 2 };
    field_ui(ui, look, field, &mut piece.what);
    paragraph_ui(ui, words.piece_how);
    let choices = HOWS.map(|how| Choice::new(say::how(cx.words, how)));
    let chosen = HOWS.iter().position(|&how| how == piece.how);
    if let Some(at) = choice_ui(ui, look, &key("how"), words.piece_how, chosen, &choices) {
        piece.how = HOWS[at];
    }
    line_ui(ui, look, &key("by"), words.piece_by, &mut piece.by);
    let when = key("when");
    let field = FieldBox { key: &when, label: words.piece_when, hint: "", rows: 1 };
    time_ui(ui, cx, field, &mut piece.when, as_of);
    line_ui(ui, look, &key("words"), words.piece_words, &mut piece.words);
    quiet_ui(ui, look, &fill(words.piece_remove, &[&number]))
}
