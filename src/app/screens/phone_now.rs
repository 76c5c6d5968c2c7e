//! The phone call: whom to ring and why, what to say in one minute, and what came of it.

use eframe::egui::Ui;

use super::changed;
use crate::{
    app::{
        action::Action,
        say,
        session::Open,
        view::ViewContext,
        widgets::{
            FieldBox, Tone, bold_ui, bullets_ui, callout_ui, field_ui, heading_ui, line_ui, page_heading_ui,
            paragraph_ui, primary_ui, quiet_ui, soft_ui,
        },
    },
    case::Change,
    framework::model::ContactIx,
    referral::script::{self, Line},
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.phone, cx.look);
    let urgent = open.assessment().phone_now.as_ref();
    page_heading_ui(ui, look, if urgent.is_some() { words.title } else { words.calm_title });
    paragraph_ui(ui, if urgent.is_some() { words.intro } else { words.calm_intro });
    ring_ui(ui, cx, open);
    if let Some(phone) = urgent {
        heading_ui(ui, look, 2, words.because);
        let framework = open.framework();
        let pathway = phone.pathway.map(|p| framework.pathway_line(p));
        let duties = phone.duties.iter().map(|&d| framework[d].action.clone());
        bullets_ui(ui, &pathway.into_iter().chain(duties).collect::<Vec<_>>());
    }
    heading_ui(ui, look, 2, words.script);
    let lines = script::script(open.framework(), open.case(), open.assessment());
    callout_ui(ui, look, Tone::Plain, "", |ui| {
        for Line { about, say } in &lines {
            soft_ui(ui, look, about);
            paragraph_ui(ui, say);
        }
    });
    paragraph_ui(ui, words.ready);
    if quiet_ui(ui, look, words.copy_script) {
        let said: Vec<String> = lines.iter().map(|line| format!("{}: {}", line.about, line.say)).collect();
        actions.push(Action::Copy(said.join("\n")));
    }
    actions.extend(record_ui(ui, cx, open));
    ui.add_space(look.sizes.gap);
    if primary_ui(ui, look, words.go_on) {
        actions.push(Action::Next);
    }
    actions
}

/// Whom to ring, in order: what is urgent, or the suggested pathway's own door.
fn ring_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) {
    let framework = open.framework();
    let assessment = open.assessment();
    heading_ui(ui, cx.look, 2, cx.words.phone.ring);
    let calm = || {
        let door = assessment.span.lowest.map(|pathway| framework[pathway].contact);
        door.into_iter().chain([assessment.consults]).collect()
    };
    let contacts: Vec<ContactIx> =
        assessment.phone_now.as_ref().map_or_else(calm, |phone| phone.contacts.clone());
    for at in contacts {
        let contact = &framework[at];
        bold_ui(ui, cx.look, &contact.title);
        paragraph_ui(ui, &say::phone(cx.words, contact, cx.today));
        if let Some(note) = &contact.note {
            soft_ui(ui, cx.look, note);
        }
    }
}

fn record_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Option<Action> {
    let (words, look) = (&cx.words.phone, cx.look);
    heading_ui(ui, look, 2, words.record);
    let was = &open.case().call;
    let mut call = was.clone();
    line_ui(ui, look, "call spoke to", words.spoke_to, &mut call.spoke_to);
    line_ui(ui, look, "call when", words.when, &mut call.when);
    let advice = FieldBox { key: "call advice", label: words.advice, hint: "", rows: 3 };
    field_ui(ui, look, advice, &mut call.advice);
    line_ui(ui, look, "call reference", words.reference, &mut call.reference);
    changed(call, was, Change::Call)
}
