//! Check your answers: everything the suggestion will rest on, with the way to change it.

use eframe::egui::Ui;

use super::{answers, nav_ui};
use crate::{
    app::{
        action::Action,
        journey::{self, Screen, Stretch},
        say,
        session::Open,
        view::ViewContext,
        widgets::{
            Tone, bold_ui, bullets_ui, callout_ui, heading_ui, page_heading_ui, paragraph_ui, row_text_ui,
            small_ui, soft_ui,
        },
    },
    case::family::Member,
    framework::model::{Home, Part, QuestionIx},
    referral::{phrases, whom},
    words::fill,
};

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (&cx.words.check, cx.look);
    page_heading_ui(ui, look, words.title);
    paragraph_ui(ui, words.intro);
    answers::review_ui(ui, cx, open);
    let stretches = journey::stretches(open.framework(), open.family());
    let (first, then): (Vec<_>, Vec<_>) = stretches.iter().partition(|stretch| is_safety(open, stretch.home));
    for stretch in first {
        actions.extend(stretch_ui(ui, cx, open, stretch));
    }
    actions.extend(words_given_ui(ui, cx, open));
    for stretch in then {
        actions.extend(stretch_ui(ui, cx, open, stretch));
    }
    left_out_ui(ui, cx, open);
    actions.extend(nav_ui(ui, cx, cx.words.shell.next));
    actions
}

fn is_safety(open: &Open, home: Home) -> bool {
    matches!(home, Home::Section(at) if open.framework()[at].part == Part::Safety)
}

fn stretch_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, stretch: &Stretch) -> Vec<Action> {
    let title = match stretch.home {
        Home::Section(at) => &open.framework()[at].title,
        Home::Concern(at) => &open.framework()[at].title,
    };
    heading_ui(ui, cx.look, 2, title);
    let questions = stretch.questions.iter();
    questions.filter_map(|&question| question_ui(ui, cx, open, question)).collect()
}

/// What was written down rather than answered: about the child, the worry, who was told.
fn words_given_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = &cx.words.check;
    let (framework, case) = (open.framework(), open.case());
    let about = &case.about;
    let named = |known: Option<String>| known.unwrap_or_else(|| cx.words.shell.not_known.to_owned());
    let age = about.age.as_ref().and_then(|id| framework.age(id));
    let role = about.role.as_ref().and_then(|id| framework.role(id));
    let concerns: Vec<&str> = open.family().chosen().iter().map(|&at| framework[at].title.as_str()).collect();
    let facts: Vec<&str> = case.account.pieces.iter().map(|p| p.what.as_str()).collect();
    let told: Vec<&str> = case.told.iter().map(|t| t.adult.as_str()).collect();
    let parts = [
        (
            Screen::Safety,
            words.around,
            vec![
                (words.whereabouts, case.whereabouts.clone()),
                (words.other_children, case.other_children.clone()),
            ],
        ),
        (
            Screen::About,
            cx.words.about.title,
            vec![
                (words.age, named(age.map(|at| framework[at].title.clone()))),
                (words.due, about.due.map(say::date).unwrap_or_default()),
                (words.children, further(open)),
                (words.role, named(role.map(|at| framework[at].title.clone()))),
                (words.relation, about.relation.clone()),
                (words.worker, about.worker.clone()),
                (words.council, about.council.clone()),
            ],
        ),
        (
            Screen::Worry,
            cx.words.worry.title,
            vec![(words.account, case.account.text.clone()), (words.facts, facts.join("; "))],
        ),
        (Screen::Concerns, cx.words.worry.concerns_title, vec![(words.concerns, concerns.join(", "))]),
        (Screen::Told, cx.words.told.title, vec![(words.told, told.join(", "))]),
    ];
    for (screen, title, rows) in parts {
        heading_ui(ui, cx.look, 2, title);
        let mut empty = true;
        for (label, value) in rows {
            if !value.is_empty() {
                row_text_ui(ui, cx.look, label, &value);
                empty = false;
            }
        }
        if empty {
            soft_ui(ui, cx.look, words.nothing);
        }
        let name = fill(cx.words.shell.change_named, &[title]);
        if small_ui(ui, cx.look, cx.words.shell.change, &name) {
            actions.push(Action::Visit(screen));
        }
    }
    actions
}

/// The children of a check that is about several, each with age or due date.
fn further(open: &Open) -> String {
    let case = open.case();
    if case.one_child() {
        return String::new();
    }
    let one = |m: Member<'_>| format!("{}: {}", whom::who(case, m.no), phrases::age(open.framework(), &m));
    case.members().map(one).collect::<Vec<_>>().join("; ")
}

fn question_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, question: QuestionIx) -> Option<Action> {
    let (words, shell, look) = (&cx.words.check, &cx.words.shell, cx.look);
    let framework = open.framework();
    let text = &framework[question].text;
    let given = whom::answers(framework, open.case(), question);
    ui.add_space(look.sizes.gap / 2.0);
    paragraph_ui(ui, text);
    let mut action = None;
    if given.is_empty() {
        soft_ui(ui, look, shell.not_asked);
    }
    let alone = given.len() == 1;
    for (children, answered) in &given {
        let answer = say::answer(cx.words, framework, question, &answered.answer);
        let all = alone && open.assessment().everyone(children);
        let said =
            |text: &str| if all { text.to_owned() } else { whom::said_for(open.case(), children, text) };
        bold_ui(ui, look, &said(&answer));
        if !answered.note.is_empty() {
            soft_ui(ui, look, &fill(words.note, &[&answered.note]));
        }
        if answered.to_review {
            callout_ui(ui, look, Tone::Notice, cx.words.asking.to_review, |ui| {
                paragraph_ui(ui, cx.words.asking.review_why);
                let name = fill(cx.words.asking.confirm_named, &[&said(text)]);
                if small_ui(ui, look, cx.words.asking.confirm, &name) {
                    action = Some(Action::Confirm(answered.question.clone(), answered.child));
                }
            });
        }
    }
    let (label, name) = if given.is_empty() {
        (words.answer, fill(words.answer_named, &[text]))
    } else {
        (shell.change, fill(shell.change_named, &[text]))
    };
    if small_ui(ui, look, label, &name) {
        action = Some(Action::Visit(journey::screen_of(framework, question)));
    }
    action
}

/// What no answer stands for: ids of another edition, and concerns nobody looked at.
fn left_out_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) {
    let (words, look) = (&cx.words.check, cx.look);
    let assessment = open.assessment();
    if !assessment.unresolved.is_empty() {
        heading_ui(ui, look, 2, words.unresolved_title);
        paragraph_ui(ui, words.unresolved_text);
        let ids: Vec<String> = assessment.unresolved.iter().map(ToString::to_string).collect();
        bullets_ui(ui, &ids);
    }
    if !assessment.not_looked_at.is_empty() {
        heading_ui(ui, look, 2, words.not_looked_at_title);
        paragraph_ui(ui, words.not_looked_at_text);
        let titles: Vec<String> =
            assessment.not_looked_at.iter().map(|&at| open.framework()[at].title.clone()).collect();
        bullets_ui(ui, &titles);
    }
}
