//! The phone call: whom to ring, what to say in one minute, and what came of it.

use eframe::egui::Ui;

use super::{changed, nav_ui, when::time_or_now_ui};
use crate::{
    app::{
        action::Action,
        say,
        session::Open,
        view::ViewContext,
        widgets::{
            FieldBox, Tone, bold_ui, callout_ui, field_ui, heading_ui, line_ui, page_heading_ui,
            paragraph_ui, quiet_ui, soft_ui,
        },
    },
    case::Change,
    framework::model::ContactIx,
    referral::script::{self, Line},
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let words = &cx.words.call;
    page_heading_ui(ui, cx.look, words.title);
    paragraph_ui(ui, words.intro);
    ring_ui(ui, cx, open);
    let mut actions = script_ui(ui, cx, open);
    actions.extend(record_ui(ui, cx, open));
    actions.extend(nav_ui(ui, cx, cx.words.shell.next));
    actions
}

/// Whom to ring, in order: what is urgent, or the decided or suggested pathway's own door.
pub(super) fn ring_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) {
    let framework = open.framework();
    let assessment = open.assessment();
    heading_ui(ui, cx.look, 2, cx.words.phone.ring);
    let decided = open.case().decision.as_ref().and_then(|d| framework.pathway(&d.pathway));
    let calm = || {
        let door = decided.max(assessment.span.lowest).map(|pathway| framework[pathway].contact);
        let mut contacts: Vec<ContactIx> = door.into_iter().chain([assessment.consults]).collect();
        contacts.dedup();
        contacts
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

/// What to say, and what to have ready.
pub(super) fn script_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let (words, look) = (&cx.words.phone, cx.look);
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
        return vec![Action::Copy(said.join("\n"))];
    }
    Vec::new()
}

/// What came of the call.
pub(super) fn record_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Option<Action> {
    let (words, look) = (&cx.words.call, cx.look);
    heading_ui(ui, look, 2, cx.words.phone.record);
    let was = &open.case().call;
    let mut call = was.clone();
    line_ui(ui, look, "call spoke to", words.who, &mut call.spoke_to);
    line_ui(ui, look, "call role", words.role, &mut call.spoke_to_role);
    let when = FieldBox { key: "call when", label: words.when, hint: "", rows: 1 };
    time_or_now_ui(ui, cx, when, &mut call.when, open.case().as_of);
    let mut long = |key, label, text: &mut String| {
        field_ui(ui, look, FieldBox { key, label, hint: "", rows: 2 }, text);
    };
    long("call advice", words.advice, &mut call.advice);
    long("call agreed", words.agreed, &mut call.agreed);
    long("call who does what", words.who_does_what, &mut call.who_does_what);
    line_ui(ui, look, "call reference", words.reference, &mut call.reference);
    changed(call, was, Change::Call)
}
