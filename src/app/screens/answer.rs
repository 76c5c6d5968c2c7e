//! One question's answers: choices or a number, not known, a note, and the way to take it back.

use eframe::egui::Ui;

use super::scratch;
use crate::{
    app::{
        action::Action,
        say,
        session::Open,
        view::{Field, ViewContext},
        widgets::{Choice, FieldBox, check_ui, choice_ui, fault_ui, field_ui, small_ui, soft_ui},
    },
    case::{Answer, Answered, model::Piece},
    framework::model::{Kind, Question, QuestionIx},
    words::fill,
};

/// The answers to a question; `group` is what a screen reader calls them together.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, ix: QuestionIx, group: &str) -> Vec<Action> {
    let question = &open.framework()[ix];
    let given = open.answered(ix);
    let mut actions = match &question.kind {
        Kind::YesNo { .. } | Kind::Ladder => choices_ui(ui, cx, open, question, given, group),
        Kind::Number { .. } => number_ui(ui, cx, open, question, given),
    };
    if let Some(answered) = given {
        actions.extend(note_ui(ui, cx, open, answered));
        let name = format!("{}: {}", cx.words.asking.take_back, question.text);
        if small_ui(ui, cx.look, cx.words.asking.take_back, &name) {
            actions.push(Action::Change(open.case().taking_back(&answered.question, answered.child)));
            actions.push(scratch(cx, |s| s.typing = None));
        }
    }
    actions
}

/// An answer given anew keeps its note, and needs no review any more.
fn give(open: &Open, question: &Question, given: Option<&Answered>, answer: Answer) -> Action {
    let answered = match given {
        Some(was) => Answered { answer, to_review: false, ..was.clone() },
        None => Answered::new(question.id.clone(), answer),
    };
    Action::Change(open.case().giving(answered))
}

fn choices_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    open: &Open,
    question: &Question,
    given: Option<&Answered>,
    group: &str,
) -> Vec<Action> {
    let (shell, asking) = (&cx.words.shell, &cx.words.asking);
    let mut answers: Vec<(Answer, Choice<'_>)> = match question.kind {
        Kind::YesNo { .. } => {
            vec![(Answer::Yes, Choice::new(shell.yes)), (Answer::No, Choice::new(shell.no))]
        }
        Kind::Ladder | Kind::Number { .. } => question
            .steps
            .iter()
            .map(|step| (Answer::Rung(step.id.clone()), Choice::new(&step.means)))
            .collect(),
    };
    let not_known = match question.kind {
        // Three short answers stand in one row.
        Kind::YesNo { .. } => Choice::new(shell.not_known),
        Kind::Ladder | Kind::Number { .. } => Choice::with(shell.not_known, asking.not_known_detail),
    };
    answers.push((Answer::NotKnown, not_known));
    let chosen = given.and_then(|g| answers.iter().position(|(a, _)| *a == g.answer));
    let choices: Vec<Choice<'_>> = answers.iter().map(|(_, choice)| *choice).collect();
    let key = question.id.as_str();
    choice_ui(ui, cx.look, key, group, chosen, &choices)
        .map(|at| give(open, question, given, answers[at].0.clone()))
        .into_iter()
        .collect()
}

fn number_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    open: &Open,
    question: &Question,
    given: Option<&Answered>,
) -> Vec<Action> {
    let Kind::Number { unit, least, most, .. } = &question.kind else {
        return Vec::new();
    };
    let mut actions = Vec::new();
    let words = &cx.words.asking;
    let (least_said, most_said) = (least.to_string(), most.to_string());
    let place = Field::Number(question.id.clone());
    let value = || match given.map(|g| &g.answer) {
        Some(Answer::Number(n)) => n.to_string(),
        _ => String::new(),
    };
    let mut text = cx.scratch.typed(&place, value);
    let label = fill(words.number, &[unit, &least_said, &most_said]);
    let field = FieldBox { key: question.id.as_str(), label: &label, hint: "", rows: 1 };
    if field_ui(ui, cx.look, field, &mut text) {
        let number = text.trim().parse().ok();
        match number.filter(|n| (*least..=*most).contains(n)) {
            Some(n) => actions.push(give(open, question, given, Answer::Number(n))),
            // Half a number is no answer: what stood there before must not look as if it still did,
            // and the note beside it is not lost with it.
            None if given.is_some_and(|g| g.answer != Answer::NotKnown) => {
                actions.push(give(open, question, given, Answer::NotKnown));
            }
            None => {}
        }
        actions.push(scratch(cx, |s| s.typing = Some((place, text.clone()))));
    }
    let valid = text.trim().parse().is_ok_and(|n| (*least..=*most).contains(&n));
    if !text.trim().is_empty() && !valid {
        let wrong = fill(words.number_wrong, &[&least_said, &most_said]);
        fault_ui(ui, cx.look, question.id.as_str(), &wrong);
    }
    let unknown = given.is_some_and(|g| g.answer == Answer::NotKnown);
    let choice = Choice::with(cx.words.shell.not_known, words.not_known_detail);
    let key = format!("{} not known", question.id);
    if check_ui(ui, cx.look, &key, unknown, choice) {
        let bare = given.filter(|g| unknown && g.note.trim().is_empty());
        actions.push(match bare {
            Some(g) => Action::Change(open.case().taking_back(&g.question, g.child)),
            None => give(open, question, given, Answer::NotKnown),
        });
        actions.push(scratch(cx, |s| s.typing = None));
    }
    actions
}

fn note_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, answered: &Answered) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = &cx.words.asking;
    ui.add_space(cx.look.sizes.gap / 2.0);
    let key = format!("{} note", answered.question);
    let field = FieldBox { key: &key, label: words.note, hint: "", rows: 2 };
    let mut note = answered.note.clone();
    let mut edited = field_ui(ui, cx.look, field, &mut note);
    let pieces = &open.case().account.pieces;
    let unused = |piece: &&Piece| !piece.what.is_empty() && !note.contains(&piece.what);
    let facts: Vec<&Piece> = pieces.iter().filter(unused).collect();
    if !facts.is_empty() {
        soft_ui(ui, cx.look, words.use_fact);
        let mut taken = None;
        for piece in facts {
            let name = fill(words.use_fact_named, &[&piece.what]);
            if small_ui(ui, cx.look, &piece.what, &name) {
                taken = Some(fact(cx, piece));
            }
        }
        if let Some(fact) = taken {
            if !note.is_empty() {
                note.push('\n');
            }
            note.push_str(&fact);
            edited = true;
        }
    }
    if edited {
        let answered = Answered { note, ..answered.clone() };
        actions.push(Action::Change(open.case().giving(answered)));
    }
    actions
}

/// A fact in one line: `Told: she had no breakfast (by the child, on Monday): "I'm hungry"`.
fn fact(cx: &ViewContext<'_>, piece: &Piece) -> String {
    let Piece { what, how, by, when, words } = piece;
    let mut line = format!("{}: {what}", say::how(cx.words, *how));
    let source: Vec<&str> =
        [by.as_str(), when.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    if !source.is_empty() {
        line.push_str(" (");
        line.push_str(&source.join(", "));
        line.push(')');
    }
    if !words.is_empty() {
        line.push_str(": \u{201c}");
        line.push_str(words);
        line.push('\u{201d}');
    }
    line
}
