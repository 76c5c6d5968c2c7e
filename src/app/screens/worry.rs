//! What worries you: the account, told once, and its facts with their sources.

use eframe::egui::Ui;

use super::{changed, nav_ui};
use crate::{
    app::{
        action::Action,
        say,
        session::Open,
        view::ViewContext,
        widgets::{
            Choice, FieldBox, choice_ui, field_ui, group_ui, heading_ui, line_ui, paragraph_ui, quiet_ui,
        },
    },
    case::{
        Change,
        model::{How, Piece},
    },
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
        if group_ui(ui, &name, |ui| piece_ui(ui, cx, at, piece)) {
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
    let mut actions: Vec<Action> = changed(account, was, Change::Account).into_iter().collect();
    actions.extend(nav_ui(ui, cx, cx.words.shell.next));
    actions
}

/// One fact; returns whether it is to be removed.
fn piece_ui(ui: &mut Ui, cx: &ViewContext<'_>, at: usize, piece: &mut Piece) -> bool {
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
    line_ui(ui, look, &key("when"), words.piece_when, &mut piece.when);
    line_ui(ui, look, &key("words"), words.piece_words, &mut piece.words);
    quiet_ui(ui, look, &fill(words.piece_remove, &[&number]))
}
