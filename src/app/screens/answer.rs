//! One question's answers: choices or a number, not known, a note, and the way to take it back.

use eframe::egui::Ui;

use super::scratch;
use crate::{
    app::{
        action::Action,
        say,
        session::Open,
        view::{Field, ViewContext},
        widgets::{
            Choice, FieldBox, check_ui, choice_ui, fault_ui, field_ui, go_to_field, heading_ui, small_ui,
            soft_ui,
        },
    },
    assess::family,
    case::{Answer, Answered, ChildNo, model::Piece},
    framework::model::{Kind, Part, Question, QuestionIx},
    paper::sites,
    referral::whom,
    words::fill,
};

/// One group of answers: a question's, for all children or for one of them.
#[derive(Clone, Copy)]
struct Slot<'a> {
    open: &'a Open,
    question: &'a Question,
    child: Option<ChildNo>,
    given: Option<&'a Answered>,
    /// What a screen reader calls the group.
    group: &'a str,
}

/// The answers to a question; `group` is what a screen reader calls them together. Several children have
/// one answer in common, until somebody asks to answer for each apart.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, ix: QuestionIx, group: &str) -> Vec<Action> {
    let question = &open.framework()[ix];
    let given = open.answered(ix);
    let slot = Slot { open, question, child: None, given, group };
    if open.case().one_child() {
        return slot_ui(ui, cx, slot);
    }
    let words = &cx.words.asking;
    let asked = open.family().asked_for(open.framework(), ix);
    let everyone = asked.is_empty() || open.assessment().everyone(&asked);
    let own = |no: ChildNo| open.own_answer(ix, no).is_some();
    let any_own = open.case().members().any(|member| own(member.no));
    let chosen = cx.scratch.apart.contains(&question.id);
    if !(any_own || given.is_none() && (chosen || !everyone)) {
        soft_ui(ui, cx.look, words.for_all);
        let mut actions = slot_ui(ui, cx, slot);
        if small_ui(ui, cx.look, words.apart, &fill(words.apart_for, &[&question.text])) {
            let id = question.id.clone();
            actions.push(match given {
                Some(given) => Action::Change(open.case().setting_apart(&given.question)),
                None => scratch(cx, |s| s.apart.push(id)),
            });
        }
        return actions;
    }
    let mut actions = Vec::new();
    if let Some(whom) = whom::whom(open.case(), &asked).filter(|_| !everyone) {
        soft_ui(ui, cx.look, &fill(words.only_for, &[&whom]));
    }
    for member in open.case().members() {
        if !(everyone || asked.contains(&member.no) || own(member.no)) {
            continue;
        }
        let who = whom::who(open.case(), member.no);
        // On the safety page the question itself is a heading of the second level.
        let level = if question.part == Some(Part::Safety) { 3 } else { 2 };
        heading_ui(ui, cx.look, level, &sites::capital(&who));
        let group = fill(words.for_child, &[group, &who]);
        let given = open.answered_for(ix, member.no);
        actions.extend(slot_ui(ui, cx, Slot { child: Some(member.no), given, group: &group, ..slot }));
    }
    if everyone && small_ui(ui, cx.look, words.same, &fill(words.same_for, &[&question.text])) {
        let notes = whom::notes(open.framework(), open.case(), ix);
        let same = family::one_for_all(open.framework(), open.case(), ix, notes);
        actions.extend(same.map(Action::Change));
        actions.push(scratch(cx, |s| s.apart.retain(|id| *id != question.id)));
    }
    actions
}

fn slot_ui(ui: &mut Ui, cx: &ViewContext<'_>, slot: Slot<'_>) -> Vec<Action> {
    let Slot { open, question, child, given, .. } = slot;
    let mut actions = match &question.kind {
        Kind::YesNo { .. } | Kind::Ladder => choices_ui(ui, cx, slot),
        Kind::Number { .. } => number_ui(ui, cx, slot),
    };
    if let Some(answered) = given {
        let noted = slot.is_noted(cx, answered);
        if noted {
            actions.extend(note_ui(ui, cx, slot, answered));
        }
        ui.horizontal_wrapped(|ui| {
            let words = &cx.words.asking;
            let name = |label: &str| format!("{label}: {}", slot.group);
            if !noted && small_ui(ui, cx.look, words.add_note, &name(words.add_note)) {
                go_to_field(ui.ctx(), &slot.note_key());
                actions.push(scratch(cx, |s| s.noting = Some(slot.note_key())));
            }
            let own = child.is_none() || answered.child == child;
            if own && small_ui(ui, cx.look, words.take_back, &name(words.take_back)) {
                actions.push(Action::Change(open.case().taking_back(&answered.question, answered.child)));
                actions.push(scratch(cx, |s| s.typing = None));
            }
        });
    }
    actions
}

impl Slot<'_> {
    /// A name that no other group on screen has.
    fn key(&self) -> String {
        match self.child {
            None => self.question.id.to_string(),
            Some(no) => format!("{} {}", self.question.id, no.0),
        }
    }

    fn note_key(&self) -> String {
        format!("{} note", self.key())
    }

    /// Whether the note has its field. On the safety page, where every question stands, a plain *no* seldom
    /// needs one, and five of them would push the next question off the screen.
    fn is_noted(&self, cx: &ViewContext<'_>, answered: &Answered) -> bool {
        self.question.part != Some(Part::Safety)
            || answered.answer != Answer::No
            || !answered.note.is_empty()
            || cx.scratch.noting.as_ref() == Some(&self.note_key())
    }

    /// A field's label, which says for whom where there are several.
    fn label(&self, label: &str) -> String {
        match self.child {
            None => label.to_owned(),
            Some(no) => format!("{}: {label}", whom::who(self.open.case(), no)),
        }
    }

    /// An answer given anew keeps its note, and needs no review any more.
    fn give(&self, answer: Answer) -> Action {
        let answered = match self.given {
            Some(was) => Answered { answer, to_review: false, ..was.clone() },
            None => Answered::new(self.question.id.clone(), answer),
        };
        let child = self.child.or(answered.child);
        Action::Change(self.open.case().giving(Answered { child, ..answered }))
    }
}

fn choices_ui(ui: &mut Ui, cx: &ViewContext<'_>, slot: Slot<'_>) -> Vec<Action> {
    let Slot { question, given, group, .. } = slot;
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
    choice_ui(ui, cx.look, &slot.key(), group, chosen, &choices)
        .map(|at| slot.give(answers[at].0.clone()))
        .into_iter()
        .collect()
}

fn number_ui(ui: &mut Ui, cx: &ViewContext<'_>, slot: Slot<'_>) -> Vec<Action> {
    let Slot { open, question, given, .. } = slot;
    let Kind::Number { unit, least, most, .. } = &question.kind else {
        return Vec::new();
    };
    let mut actions = Vec::new();
    let words = &cx.words.asking;
    let (least_said, most_said) = (least.to_string(), most.to_string());
    let place = Field::Number(question.id.clone(), slot.child);
    let value = || match given.map(|g| &g.answer) {
        Some(Answer::Number(n)) => n.to_string(),
        _ => String::new(),
    };
    let mut text = cx.scratch.typed(&place, value);
    let label = fill(words.number, &[unit, &least_said, &most_said]);
    let key = slot.key();
    let label = slot.label(&label);
    let field = FieldBox { key: &key, label: &label, hint: "", rows: 1 };
    if field_ui(ui, cx.look, field, &mut text) {
        let number = text.trim().parse().ok();
        match number.filter(|n| (*least..=*most).contains(n)) {
            Some(n) => actions.push(slot.give(Answer::Number(n))),
            // Half a number is no answer: what stood there before must not look as if it still did,
            // and the note beside it is not lost with it.
            None if given.is_some_and(|g| g.answer != Answer::NotKnown) => {
                actions.push(slot.give(Answer::NotKnown));
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
    let key = format!("{} not known", slot.key());
    if check_ui(ui, cx.look, &key, unknown, choice) {
        let bare = given.filter(|g| unknown && g.note.trim().is_empty());
        actions.push(match bare {
            Some(g) => Action::Change(open.case().taking_back(&g.question, g.child)),
            None => slot.give(Answer::NotKnown),
        });
        actions.push(scratch(cx, |s| s.typing = None));
    }
    actions
}

fn note_ui(ui: &mut Ui, cx: &ViewContext<'_>, slot: Slot<'_>, answered: &Answered) -> Vec<Action> {
    let open = slot.open;
    let mut actions = Vec::new();
    let words = &cx.words.asking;
    ui.add_space(cx.look.sizes.gap / 2.0);
    let key = slot.note_key();
    let label = slot.label(words.note);
    let field = FieldBox { key: &key, label: &label, hint: "", rows: 2 };
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
        let child = slot.child.or(answered.child);
        let answered = Answered { note, child, ..answered.clone() };
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
