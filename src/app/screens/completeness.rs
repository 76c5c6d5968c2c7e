//! What whoever reads the paper will ask for, why, and where it is filled in; it never holds anybody up.

use eframe::egui::Ui;

use crate::{
    app::{
        action::Action,
        journey::{self, Screen},
        session::Open,
        view::ViewContext,
        widgets::{bold_ui, bullets_ui, go_to_field, heading_ui, paragraph_ui, small_ui, soft_ui},
    },
    case::{
        Case, Change,
        model::{Person, PersonPart},
    },
    referral::{
        Layout,
        missing::{self, Lacking, Place, Spot},
        phrases, whom,
    },
    words::fill,
};

/// For the layout that is chosen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, layout: Layout) -> Vec<Action> {
    let (words, look) = (&cx.words.referral, cx.look);
    let (framework, case, assessment) = (open.framework(), open.case(), open.assessment());
    let done = missing::completeness(framework, case, assessment, layout);
    let mut actions = Vec::new();
    heading_ui(ui, look, 2, words.missing);
    if done.lacking.is_empty() {
        paragraph_ui(ui, words.nothing_missing);
    } else {
        soft_ui(ui, look, words.missing_intro);
    }
    for lacking in &done.lacking {
        actions.extend(lacking_ui(ui, cx, open, lacking));
    }
    if !done.ask_first.is_empty() {
        heading_ui(ui, look, 3, words.asked_first);
        soft_ui(ui, look, words.asked_first_intro);
    }
    for unknown in &done.ask_first {
        let question = &framework[unknown.question];
        bold_ui(ui, look, &whom::said_for(case, &unknown.children, &question.text));
        paragraph_ui(ui, &phrases::find_out(&question.find_out));
        if !question.who.is_empty() {
            soft_ui(ui, look, &fill(words.who, &[&question.who.join("; ")]));
        }
        if small_ui(ui, look, words.answer, &fill(words.answer_name, &[&question.text])) {
            actions.push(Action::Visit(journey::screen_of(framework, unknown.question)));
        }
    }
    if !done.by_hand.is_empty() {
        heading_ui(ui, look, 3, words.by_hand);
        soft_ui(ui, look, words.by_hand_intro);
        let line = |one: &missing::ByHand| match &one.why {
            Some(why) => fill(words.lacking_by_hand, &[&one.label, why]),
            None => one.label.clone(),
        };
        bullets_ui(ui, &done.by_hand.iter().map(line).collect::<Vec<_>>());
    }
    actions
}

fn lacking_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, lacking: &Lacking) -> Option<Action> {
    let (words, look) = (&cx.words.referral, cx.look);
    bold_ui(ui, look, &lacking.label);
    paragraph_ui(ui, &lacking.why);
    let name = match &lacking.section {
        Some(section) => fill(words.lacking, &[section, &lacking.label]),
        None => lacking.label.clone(),
    };
    let pressed = small_ui(ui, look, words.fill_in, &fill(words.fill_in_name, &[&name]));
    pressed.then(|| fill_in(ui, open, lacking.place)).flatten()
}

/// Leads to where something is filled in: another screen, from which *Continue* comes back, or a field above.
fn fill_in(ui: &Ui, open: &Open, place: Place) -> Option<Action> {
    let screen = match place {
        Place::Safety => Screen::Safety,
        Place::About => Screen::About,
        Place::Worry => Screen::Worry,
        Place::Concerns => Screen::Concerns,
        Place::Injuries => Screen::Injuries,
        Place::Told => Screen::Told,
        Place::Decision => Screen::Decision,
        Place::Call => Screen::Call,
        Place::Question(question) => journey::screen_of(open.framework(), question),
        Place::Field(spot) => {
            go_to_field(ui.ctx(), key(spot));
            ui.ctx().request_repaint();
            return None;
        }
        Place::People(part) => return somebody(ui, open.case(), part),
    };
    Some(Action::Visit(screen))
}

/// Leads to somebody whose name is not written yet, who is added where there is nobody.
fn somebody(ui: &Ui, case: &Case, part: PersonPart) -> Option<Action> {
    let mut referral = case.referral.clone();
    let nameless = |person: &Person| person.part == part && person.name.trim().is_empty();
    let there = referral.people.iter().position(nameless);
    go_to_field(ui.ctx(), &super::referral::name_key(there.unwrap_or(referral.people.len())));
    if there.is_some() {
        ui.ctx().request_repaint();
        return None;
    }
    referral.people.push(Person { part, ..Person::default() });
    Some(Action::Change(Change::Referral(referral)))
}

/// The keys of the fields above.
fn key(spot: Spot) -> &'static str {
    match spot {
        Spot::Address => "address",
        Spot::Responsibility => "responsibility",
        Spot::Words => "words",
        Spot::Wishes => "wishes",
        Spot::History => "history",
        Spot::Help => "help",
        Spot::AskedFor => "asked for",
        Spot::Referrer => "referrer",
        Spot::ReferrerContact => "referrer contact",
    }
}
