//! The suggestion: what the answers come to, why, what is still to find out, and what to do next.

use eframe::egui::Ui;

use super::words as explained;
use super::{areas, family};
use crate::app::{
    action::Action,
    journey::{self, Screen},
    session::Open,
    view::ViewContext,
    widgets::{
        Tone, bold_ui, bullets_ui, callout_ui, heading_ui, page_heading_ui, paragraph_ui, primary_ui,
        quiet_ui, small_ui, soft_ui, status_ui, windscreen_ui,
    },
};
use crate::{
    assess::{
        Assessment,
        assessment::{NextStep, Note, Reason},
    },
    case::{Change, model::Decision},
    framework::{
        Framework,
        model::{QuestionIx, Topic},
    },
    paper::sites::capital,
    referral::{phrases, whom},
    words::fill,
};

/// So many unknown questions are worth reading on this page.
const FIND_OUT_SHOWN: usize = 5;

/// Everything a part of this page draws from.
#[derive(Clone, Copy)]
struct Page<'a> {
    cx: &'a ViewContext<'a>,
    open: &'a Open,
    framework: &'a Framework,
    assessment: &'a Assessment,
}

/// Draws the suggestion.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let page = Page { cx, open, framework: open.framework(), assessment: open.assessment() };
    let mut actions = Vec::new();
    page.result_ui(ui);
    page.why_ui(ui, &mut actions);
    page.not_lower_ui(ui);
    page.not_higher_ui(ui);
    page.find_out_ui(ui, &mut actions);
    page.strengths_ui(ui);
    page.duties_ui(ui);
    page.telling_ui(ui);
    page.advice_ui(ui);
    page.next_steps_ui(ui);
    page.agreement_ui(ui);
    page.disagree_ui(ui);
    page.rest_ui(ui);
    actions.extend(areas::way_ui(ui, cx));
    actions.extend(explained::ui(ui, cx, &cx.shelf.terms_of_suggestion(open.assessment())));
    page.decide_ui(ui, &mut actions);
    actions
}

impl Page<'_> {
    fn result_ui(&self, ui: &mut Ui) {
        let words = &self.cx.words.result;
        let look = self.cx.look;
        page_heading_ui(ui, look, words.title);
        soft_ui(ui, look, &self.you_said());
        let about = &self.framework.about;
        let by = format!("{}, {}", about.title, about.edition);
        soft_ui(ui, look, &fill(words.suggested_by, &[&by]));
        ui.add_space(look.sizes.gap);
        windscreen_ui(ui, self.cx, self.framework, self.assessment.span);
        ui.add_space(look.sizes.gap);
        let (result, open) = phrases::span(self.framework, self.assessment);
        let font = eframe::egui::FontId::new(look.sizes.section, crate::app::theme::bold());
        status_ui(ui, eframe::egui::RichText::new(result).font(font));
        let service = self.assessment.span.lowest.and_then(|low| phrases::service_line(self.framework, low));
        if let Some(service) = service {
            soft_ui(ui, look, &service);
        }
        family::ui(ui, self.cx, self.open);
        self.open_if_ui(ui, &open);
        self.first_step_ui(ui);
        for note in &self.assessment.notes {
            ui.add_space(look.sizes.gap);
            callout_ui(ui, look, Tone::Notice, "", |ui| {
                paragraph_ui(ui, &phrases::note(self.framework, note))
            });
        }
    }

    fn you_said(&self) -> String {
        let words = &self.cx.words.result;
        match &self.open.case().own_view {
            None => words.not_asked.to_owned(),
            Some(view) => match view.pathway.as_ref().and_then(|id| self.framework.pathway(id)) {
                Some(pathway) => fill(words.you_said, &[&self.framework.pathway_line(pathway)]),
                None => words.you_said_unsure.to_owned(),
            },
        }
    }

    /// The upper end is said with its reason: what would have to be so.
    fn open_if_ui(&self, ui: &mut Ui, open: &str) {
        let span = self.assessment.span;
        let highest = span.highest;
        let unknown = self.assessment.find_out.iter().filter(|u| u.could_establish == highest);
        let lines: Vec<String> = unknown.take(3).map(|u| self.framework[u.question].text.clone()).collect();
        if span.lowest == Some(highest) || lines.is_empty() {
            paragraph_ui(ui, open);
            return;
        }
        let line = self.framework.pathway_line(highest);
        paragraph_ui(ui, &fill(self.cx.words.result.could_be_if, &[&line]));
        bullets_ui(ui, &lines);
    }

    /// What to do first stands right under the result: not everybody reads on at the end of a day.
    fn first_step_ui(&self, ui: &mut Ui) {
        let Some(step) = self.assessment.next_steps.first() else { return };
        let words = &self.cx.words.result;
        ui.add_space(self.cx.look.sizes.gap);
        callout_ui(ui, self.cx.look, Tone::Plain, words.do_first, |ui| {
            for text in phrases::before_steps(self.open.case()) {
                paragraph_ui(ui, &text);
            }
            paragraph_ui(ui, &fill(words.do_first_by, &[&capital(&phrases::by(step.by)), &step.text]));
            let contact = step.contact.unwrap_or(self.assessment.consults);
            paragraph_ui(ui, &phrases::contact(&self.framework[contact], self.cx.today));
        });
    }

    fn why_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let words = &self.cx.words.result;
        let look = self.cx.look;
        let consult = self.assessment.span.lowest.is_none();
        heading_ui(ui, look, 2, if consult { words.why_consult } else { words.why });
        if consult {
            paragraph_ui(ui, &self.framework.consult.text);
        } else if self.assessment.reasons.is_empty() {
            paragraph_ui(ui, words.no_need);
        }
        let mut shown = Vec::new();
        for reason in &self.assessment.reasons {
            self.reason_ui(ui, reason, &mut shown, actions);
        }
        if !self.assessment.also.is_empty() {
            heading_ui(ui, look, 3, words.also);
            // Each with its level: they hold beside the highest, and are lower than it.
            let also = self.assessment.also.iter();
            let also = also.map(|r| phrases::reason(self.framework, self.open.case(), self.assessment, r));
            bullets_ui(ui, &also.collect::<Vec<_>>());
        }
    }

    /// A reason with the answers it rests on; `shown` are those that stand above it already.
    fn reason_ui(
        &self,
        ui: &mut Ui,
        reason: &Reason,
        shown: &mut Vec<QuestionIx>,
        actions: &mut Vec<Action>,
    ) {
        let words = &self.cx.words.result;
        let look = self.cx.look;
        let rule = &self.framework[reason.rule];
        let why = phrases::reason(self.framework, self.open.case(), self.assessment, reason);
        bold_ui(ui, look, &why);
        let (again, new): (Vec<QuestionIx>, Vec<QuestionIx>) =
            reason.answers.iter().partition(|&question| shown.contains(question));
        if !new.is_empty() {
            soft_ui(ui, look, if again.is_empty() { words.rests_on } else { words.rests_on_also });
        } else if !again.is_empty() {
            soft_ui(ui, look, words.rests_on_same);
        }
        shown.extend(&new);
        for question in new {
            paragraph_ui(ui, &phrases::line(self.framework, self.open.case(), question));
            let name = fill(words.change_name, &[&self.framework[question].text]);
            if small_ui(ui, look, words.change, &name) {
                actions.push(self.visit(question));
            }
        }
        soft_ui(ui, look, &fill(words.source, &[&self.framework.source_line(&rule.source)]));
        ui.add_space(look.sizes.gap);
    }

    fn visit(&self, question: QuestionIx) -> Action {
        Action::Visit(journey::screen_of(self.framework, question))
    }

    fn not_lower_ui(&self, ui: &mut Ui) {
        let words = &self.cx.words.result;
        heading_ui(ui, self.cx.look, 2, words.not_lower);
        if self.assessment.notes.iter().any(|note| matches!(note, Note::Held(_))) {
            paragraph_ui(ui, words.not_lower_held);
        }
        let down = self.changes(false);
        match self.assessment.span.lowest {
            _ if !down.is_empty() => bullets_ui(ui, &down),
            Some(lowest) if lowest == self.framework.first_pathway() => {
                paragraph_ui(ui, words.not_lower_lowest);
            }
            None => {
                paragraph_ui(ui, &self.framework.consult.text);
            }
            Some(_) => {
                paragraph_ui(ui, words.nothing_changes);
            }
        }
    }

    fn not_higher_ui(&self, ui: &mut Ui) {
        let words = &self.cx.words.result;
        let span = self.assessment.span;
        heading_ui(ui, self.cx.look, 2, words.not_higher);
        let top = self.framework.pathways.len() - 1;
        let text = if span.lowest.is_some_and(|low| low.0 == top) {
            words.not_higher_top
        } else if span.lowest == Some(span.highest) {
            words.not_higher_settled
        } else {
            words.not_higher_open
        };
        paragraph_ui(ui, text);
        let up = self.changes(true);
        if !up.is_empty() {
            heading_ui(ui, self.cx.look, 3, words.would_change);
            bullets_ui(ui, &up);
        }
    }

    fn changes(&self, rising: bool) -> Vec<String> {
        let answered = self.assessment.span.answered;
        let fits = |change: &&crate::assess::assessment::Change| (change.to > answered) == rising;
        let changes = self.assessment.would_change.iter().filter(fits);
        changes
            .map(|change| phrases::change(self.framework, self.open.case(), self.assessment, change))
            .collect()
    }

    fn find_out_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let words = &self.cx.words.result;
        let look = self.cx.look;
        heading_ui(ui, look, 2, words.find_out);
        let unknown = &self.assessment.find_out;
        if unknown.is_empty() {
            paragraph_ui(ui, words.find_nothing);
            return;
        }
        paragraph_ui(ui, words.find_out_intro);
        for (at, unknown) in unknown.iter().take(FIND_OUT_SHOWN).enumerate() {
            let question = &self.framework[unknown.question];
            let text = whom::said_for(self.open.case(), &unknown.children, &question.text);
            bold_ui(ui, look, &format!("{}. {text}", at + 1));
            paragraph_ui(ui, &phrases::find_out(&question.find_out));
            soft_ui(ui, look, &fill(words.who, &[&question.who.join("; ")]));
            let name = fill(words.answer_it_name, &[&question.text]);
            if small_ui(ui, look, words.answer_it, &name) {
                actions.push(self.visit(unknown.question));
            }
        }
        if unknown.len() > FIND_OUT_SHOWN {
            let more = (unknown.len() - FIND_OUT_SHOWN).to_string();
            soft_ui(ui, look, &fill(words.find_more, &[&more]));
        }
    }

    fn strengths_ui(&self, ui: &mut Ui) {
        let words = &self.cx.words.result;
        let look = self.cx.look;
        heading_ui(ui, look, 2, words.speaks_against);
        if self.assessment.strengths.is_empty() {
            paragraph_ui(ui, words.no_strengths);
            return;
        }
        let lines = self.assessment.strengths.iter();
        let lines = lines.map(|&q| phrases::line(self.framework, self.open.case(), q));
        bullets_ui(ui, &lines.collect::<Vec<_>>());
        soft_ui(ui, look, words.strengths_count);
    }

    fn duties_ui(&self, ui: &mut Ui) {
        let words = &self.cx.words.result;
        let look = self.cx.look;
        heading_ui(ui, look, 2, words.duties);
        if self.assessment.duties.is_empty() {
            paragraph_ui(ui, words.no_duties);
        }
        for due in &self.assessment.duties {
            let duty = &self.framework[due.duty];
            bold_ui(ui, look, &whom::said_for(self.open.case(), &due.children, &duty.title));
            paragraph_ui(ui, &duty.action);
            let clock = &self.framework[duty.clock];
            let when = format!("{}, {}", phrases::by(due.by), clock.from);
            paragraph_ui(ui, &fill(words.by_when, &[&when]));
            let contact = phrases::contact(&self.framework[duty.contact], self.cx.today);
            paragraph_ui(ui, &fill(words.contact, &[&contact]));
            soft_ui(ui, look, &fill(words.binds, &[&duty.who]));
            soft_ui(ui, look, &fill(words.source, &[&self.framework.source_line(&duty.source)]));
            ui.add_space(look.sizes.gap);
        }
        if !self.assessment.duties_possible.is_empty() {
            heading_ui(ui, look, 3, words.duties_possible);
            let titles = self.assessment.duties_possible.iter().map(|&d| self.framework[d].title.clone());
            bullets_ui(ui, &titles.collect::<Vec<_>>());
        }
    }

    fn telling_ui(&self, ui: &mut Ui) {
        let lines = phrases::before_telling(self.framework, self.assessment);
        if !lines.is_empty() {
            ui.add_space(self.cx.look.sizes.gap);
            callout_ui(ui, self.cx.look, Tone::Notice, self.cx.words.result.telling, |ui| {
                bullets_ui(ui, &lines);
            });
        }
    }

    fn advice_ui(&self, ui: &mut Ui) {
        let lines = self.advice(|topic| topic != Topic::Telling);
        if !lines.is_empty() {
            heading_ui(ui, self.cx.look, 2, self.cx.words.result.advice);
            bullets_ui(ui, &lines);
        }
    }

    fn advice(&self, wanted: impl Fn(Topic) -> bool) -> Vec<String> {
        let all = self.assessment.advice.iter().map(|&at| &self.framework[at]);
        all.filter(|advice| wanted(advice.topic)).map(|advice| advice.text.clone()).collect()
    }

    fn next_steps_ui(&self, ui: &mut Ui) {
        let words = &self.cx.words.result;
        heading_ui(ui, self.cx.look, 2, words.next_steps);
        self.steps_ui(ui, &self.assessment.next_steps);
        let consults = phrases::contact(&self.framework[self.assessment.consults], self.cx.today);
        paragraph_ui(ui, &fill(words.whom, &[&consults]));
    }

    fn steps_ui(&self, ui: &mut Ui, steps: &[NextStep]) {
        for step in steps {
            bold_ui(ui, self.cx.look, &capital(&phrases::by(step.by)));
            paragraph_ui(ui, &step.text);
            if let Some(contact) = step.contact {
                soft_ui(ui, self.cx.look, &phrases::contact(&self.framework[contact], self.cx.today));
            }
        }
    }

    fn agreement_ui(&self, ui: &mut Ui) {
        let words = &self.cx.words.result;
        let Some(lowest) = self.assessment.span.lowest else { return };
        let pathway = &self.framework[lowest];
        heading_ui(ui, self.cx.look, 2, words.agreement);
        paragraph_ui(ui, &pathway.agreement);
        heading_ui(ui, self.cx.look, 2, words.sharing);
        paragraph_ui(ui, &pathway.sharing);
        paragraph_ui(ui, &self.framework.about.lawful_basis);
    }

    fn disagree_ui(&self, ui: &mut Ui) {
        heading_ui(ui, self.cx.look, 2, self.cx.words.result.disagree);
        self.steps_ui(ui, &self.assessment.escalation);
    }

    fn rest_ui(&self, ui: &mut Ui) {
        let words = &self.cx.words.result;
        let others: Vec<&str> =
            self.assessment.not_looked_at.iter().map(|&c| self.framework[c].title.as_str()).collect();
        if !others.is_empty() {
            heading_ui(ui, self.cx.look, 2, words.not_looked_at);
            paragraph_ui(ui, &format!("{}.", others.join("; ")));
        }
        if !self.assessment.unresolved.is_empty() {
            heading_ui(ui, self.cx.look, 2, words.unresolved);
            let ids = self.assessment.unresolved.iter().map(ToString::to_string);
            bullets_ui(ui, &ids.collect::<Vec<_>>());
        }
    }

    fn decide_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let words = &self.cx.words.result;
        let look = self.cx.look;
        ui.add_space(look.sizes.gap * 2.0);
        ui.horizontal_wrapped(|ui| match self.assessment.span.lowest {
            None => {
                if primary_ui(ui, look, words.decide) {
                    actions.push(Action::Go(Screen::Decision));
                }
            }
            Some(lowest) => {
                if primary_ui(ui, look, words.agree) {
                    actions.push(Action::Change(Change::Decision(Some(Decision {
                        pathway: self.framework[lowest].id.clone(),
                        reason: String::new(),
                        consulted: String::new(),
                    }))));
                    actions.push(Action::Go(Screen::Call));
                }
                if quiet_ui(ui, look, words.differ) {
                    actions.push(Action::Go(Screen::Decision));
                }
            }
        });
        if quiet_ui(ui, look, self.cx.words.shell.back) {
            actions.push(Action::Back);
        }
    }
}
