//! After the referral: what came back, the day to ask, and the steps of a disagreement.

use eframe::egui::Ui;
use jiff::civil::Date;

use super::{changed, scratch, when::time_or_now_ui};
use crate::{
    app::{
        action::Action,
        journey::Screen,
        say::{self, one_of},
        session::Open,
        view::{Field, ViewContext},
        widgets::{
            Choice, FieldBox, Tone, bold_ui, callout_ui, check_ui, choice_ui, field_ui, heading_ui, line_ui,
            page_heading_ui, paragraph_ui, pick_ui, primary_ui, quiet_ui, soft_ui, status_ui,
        },
    },
    assess::{self, assessment::NextStep},
    case::{
        Change,
        after::{After, FrontDoor, Taken},
    },
    framework::model::PathwayIx,
    referral::phrases,
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = &cx.words.after;
    let was = &open.case().after;
    let mut after = was.clone();
    page_heading_ui(ui, cx.look, words.title);
    paragraph_ui(ui, words.intro);
    overdue_ui(ui, cx, open);
    actions.extend(chase_ui(ui, cx, open, &mut after));
    answer_ui(ui, cx, open, &mut after);
    if after.answer.leaves_it() {
        leaves_ui(ui, cx, &mut after);
    }
    let overdue = assess::after::overdue(open.framework(), open.case(), cx.today);
    if after.answer != FrontDoor::NotHeard || overdue || after.disagrees.is_some() {
        disagree_ui(ui, cx, open, &mut after);
    }
    actions.extend(changed(after, was, Change::After));
    ui.add_space(cx.look.sizes.gap);
    ui.horizontal_wrapped(|ui| {
        if primary_ui(ui, cx.look, words.finish) {
            actions.push(Action::Save);
        }
        if quiet_ui(ui, cx.look, cx.words.shell.back) {
            actions.push(Action::Back);
        }
    });
    actions
}

/// On the pages where an opened check begins or is decided: nobody has said what became of it.
pub fn banner_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let here = matches!(
        cx.session.screen(),
        Screen::Start
            | Screen::Check
            | Screen::Suggestion
            | Screen::Decision
            | Screen::Call
            | Screen::Referral
    );
    let Some(open) = cx.session.open().filter(|_| here) else { return actions };
    if overdue_ui(ui, cx, open) && quiet_ui(ui, cx.look, cx.words.after.overdue_open) {
        actions.push(Action::Go(Screen::After));
    }
    actions
}

/// The day has passed and nothing is recorded: said without alarm; returns whether it is so.
fn overdue_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> bool {
    let (framework, case) = (open.framework(), open.case());
    let day = assess::after::chase(framework, case);
    let Some(day) = day.filter(|_| assess::after::overdue(framework, case, cx.today)) else { return false };
    let words = &cx.words.after;
    callout_ui(ui, cx.look, Tone::Plain, words.overdue_title, |ui| {
        paragraph_ui(ui, &fill(words.overdue, &[&phrases::date(day)]));
    });
    true
}

fn chase_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, after: &mut After) -> Option<Action> {
    let (words, look) = (&cx.words.after, cx.look);
    let field = FieldBox { key: "after sent", label: words.sent, hint: words.sent_hint, rows: 1 };
    time_or_now_ui(ui, cx, field, &mut after.sent, open.case().as_of);
    let due = assess::after::chase(open.framework(), open.case());
    let line = due.map(|day| fill(words.chase_due, &[&phrases::date(day)]));
    bold_ui(ui, look, line.as_deref().unwrap_or(words.chase_none));
    let mut text = cx.scratch.typed(&Field::Chase, || after.chase.map(say::date).unwrap_or_default());
    let field = FieldBox { key: "after chase", label: words.chase, hint: words.chase_hint, rows: 1 };
    let typed = field_ui(ui, look, field, &mut text).then(|| {
        after.chase = say::read_date(&text);
        scratch(cx, |s| s.typing = Some((Field::Chase, text.clone())))
    });
    if !text.trim().is_empty() && say::read_date(&text).is_none() {
        status_ui(ui, cx.words.when.no_day);
    }
    typed
}

fn answer_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, after: &mut After) {
    let (words, look) = (&cx.words.after, cx.look);
    heading_ui(ui, look, 2, words.heard);
    let choices = [words.not_heard, words.accepted, words.advice_only, words.no_further, words.declined]
        .map(Choice::new);
    let chosen = FrontDoor::ALL.iter().position(|&answer| answer == after.answer);
    if let Some(at) = choice_ui(ui, look, "after answer", words.heard, chosen, &choices) {
        after.answer = FrontDoor::ALL[at];
    }
    if after.answer == FrontDoor::NotHeard {
        return;
    }
    ui.add_space(look.sizes.gap / 2.0);
    if after.answer == FrontDoor::Accepted {
        let framework = open.framework();
        let lines = (0..framework.pathways.len()).map(|at| framework.pathway_line(PathwayIx(at)));
        let lines: Vec<String> = std::iter::once(words.accepted_unset.to_owned()).chain(lines).collect();
        let chosen = after.accepted_as.as_ref().and_then(|id| framework.pathway(id));
        let chosen = Some(chosen.map_or(0, |pathway| pathway.0 + 1));
        let label = (words.accepted_as, words.accepted_unset);
        if let Some(at) = pick_ui(ui, look, "accepted as", label, chosen, &lines) {
            let pathway = at.checked_sub(1).and_then(|at| framework.pathways.get(at));
            after.accepted_as = pathway.map(|pathway| pathway.id.clone());
        }
    }
    let field = FieldBox { key: "after reason", label: words.reason, hint: "", rows: 2 };
    field_ui(ui, look, field, &mut after.reason);
    line_ui(ui, look, "after by", words.by, &mut after.by);
    let field = FieldBox { key: "after when", label: words.when, hint: "", rows: 1 };
    time_or_now_ui(ui, cx, field, &mut after.when, open.case().as_of);
}

/// Nobody goes on with it: other help is thought of, and the worry is shared.
fn leaves_ui(ui: &mut Ui, cx: &ViewContext<'_>, after: &mut After) {
    let (words, look) = (&cx.words.after, cx.look);
    ui.add_space(look.sizes.gap);
    callout_ui(ui, look, Tone::Notice, words.leaves_title, |ui| paragraph_ui(ui, words.leaves));
    ui.add_space(look.sizes.gap / 2.0);
    let help = cx.session.framework().help_by_agreement();
    let hint = fill(words.early_help_hint, &[&one_of(cx.words, &help)]);
    let hint = if help.is_empty() { "" } else { &hint };
    let field = FieldBox { key: "after early help", label: words.early_help, hint, rows: 2 };
    field_ui(ui, look, field, &mut after.early_help);
    let field = FieldBox { key: "after shared", label: words.shared, hint: "", rows: 2 };
    field_ui(ui, look, field, &mut after.shared);
}

fn disagree_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, after: &mut After) {
    let (words, look) = (&cx.words.after, cx.look);
    heading_ui(ui, look, 2, words.disagree_title);
    paragraph_ui(ui, words.disagree_intro);
    let steps = match after.disagrees {
        None => {
            if quiet_ui(ui, look, words.disagree) {
                after.disagrees = Some(cx.today);
            }
            Vec::new()
        }
        Some(since) => {
            status_ui(ui, fill(words.since, &[&phrases::date(since)]));
            assess::after::escalation(open.framework(), open.case(), since)
        }
    };
    for (at, step) in steps.iter().enumerate() {
        step_ui(ui, cx, open.case().as_of, at, step, after);
    }
    let other: Vec<Taken> = after
        .taken
        .iter()
        .filter(|taken| steps.iter().all(|step| step.text != taken.step))
        .cloned()
        .collect();
    if !other.is_empty() {
        heading_ui(ui, look, 3, words.other_steps);
        for taken in other {
            paragraph_ui(ui, &[taken.step, taken.when, taken.with, taken.outcome].join(" "));
        }
    }
    if after.disagrees.is_some() && quiet_ui(ui, look, words.agree) {
        after.disagrees = None;
    }
}

/// One step with its day, to be ticked when it is done.
fn step_ui(ui: &mut Ui, cx: &ViewContext<'_>, as_of: Date, at: usize, step: &NextStep, after: &mut After) {
    let (words, look) = (&cx.words.after, cx.look);
    let number = (at + 1).to_string();
    let named = |label: &str| fill(label, &[&number]);
    heading_ui(ui, look, 3, &named(words.step));
    paragraph_ui(ui, &step.text);
    soft_ui(ui, look, &fill(words.by_day, &[&phrases::by(step.by)]));
    let place = after.taken.iter().position(|taken| taken.step == step.text);
    let done = named(words.done);
    if check_ui(ui, look, &format!("step {at}"), place.is_some(), Choice::new(&done)) {
        match place {
            Some(place) => {
                after.taken.remove(place);
            }
            None => after.taken.push(Taken {
                step: step.text.clone(),
                when: say::date(cx.today),
                ..Taken::default()
            }),
        }
        return;
    }
    if let Some(taken) = place.and_then(|place| after.taken.get_mut(place)) {
        let when = named(words.step_when);
        let key = format!("step {at} when");
        time_or_now_ui(
            ui,
            cx,
            FieldBox { key: &key, label: &when, hint: "", rows: 1 },
            &mut taken.when,
            as_of,
        );
        line_ui(ui, look, &format!("step {at} with"), &named(words.step_with), &mut taken.with);
        let outcome = named(words.step_outcome);
        let key = format!("step {at} outcome");
        field_ui(ui, look, FieldBox { key: &key, label: &outcome, hint: "", rows: 2 }, &mut taken.outcome);
    }
}
