//! Where something of the training room is saved, typed where no file window can be had.

use eframe::egui::Ui;

use crate::{
    app::{
        action::Action,
        training::{Kept, Train},
        view::ViewContext,
        widgets::{PathBox, heading_ui, paragraph_ui, path_ui, quiet_ui},
    },
    training::papers::Paper,
};

/// The field for a path, while one is asked for that belongs on this page.
pub fn typed_ui(ui: &mut Ui, cx: &ViewContext<'_>, belongs: impl Fn(Kept) -> bool) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.training, cx.look);
    let Some((kept, path)) = cx.training.typing.as_ref().filter(|(kept, _)| belongs(*kept)) else {
        return actions;
    };
    let place = PathBox { key: "training path", label: words.path, hint: "", go: words.save_there };
    let typed = path_ui(ui, look, place, path);
    actions.extend(typed.changed.map(|path| Action::Training(Train::TypePath(*kept, path))));
    actions.extend(typed.used.map(|path| Action::Training(Train::SaveTo(*kept, path))));
    actions
}

/// The papers for the cases that are chosen.
pub fn papers_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.training, cx.look);
    heading_ui(ui, look, 2, words.papers_title);
    paragraph_ui(ui, words.papers_text);
    ui.horizontal_wrapped(|ui| {
        let label = |paper| match paper {
            Paper::Pack => words.save_pack,
            Paper::Cards => words.save_cards,
            Paper::Facilitator => words.save_facilitator,
            Paper::FollowUp => words.save_follow_up,
        };
        for paper in Paper::ALL {
            if quiet_ui(ui, look, label(paper)) {
                actions.push(Action::Training(Train::Save(Kept::Paper(paper))));
            }
        }
    });
    actions.extend(typed_ui(ui, cx, |kept| matches!(kept, Kept::Paper(_))));
    actions
}
