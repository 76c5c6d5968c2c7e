//! Other areas: the same answers as another area's framework reads them, and what does not map.
//!
//! It is shown only after the suggestion, and changes nothing in the check.

use eframe::egui::{RichText, Ui, vec2};

use super::scratch;
use crate::{
    app::{
        action::Action,
        journey::Screen,
        session::Open,
        shelf::Other,
        view::ViewContext,
        widgets::{
            Choice, Tone, bold_ui, bullets_ui, callout_ui, choice_ui, group_ui, heading_ui, page_heading_ui,
            paragraph_ui, primary_ui, quiet_ui, soft_ui, status_ui, text_column_ui, windscreen_ui,
        },
    },
    areas::phrases::{self, Words},
    assess::Assessment,
    case::Case,
    framework::{Framework, builtin},
    referral,
    words::fill,
};

/// So many questions of the other area are worth reading at once.
const ASKED_SHOWN: usize = 8;
/// Below this width, in points, the two areas stand one below the other.
const SIDE_BY_SIDE: f32 = 860.0;

/// Everything that one area's column says.
#[derive(Clone, Copy)]
struct Side<'a> {
    title: &'static str,
    framework: &'a Framework,
    case: &'a Case,
    assessment: &'a Assessment,
}

/// The way here, from the suggestion.
pub fn way_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Option<Action> {
    ui.add_space(cx.look.sizes.gap);
    quiet_ui(ui, cx.look, cx.words.areas.way).then_some(Action::Go(Screen::Areas))
}

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Vec<Action> {
    let (words, look) = (&cx.words.areas, cx.look);
    let mut actions = Vec::new();
    text_column_ui(ui, look, |ui| {
        page_heading_ui(ui, look, words.title);
        paragraph_ui(ui, words.intro);
        actions.extend(pick_ui(ui, cx, open));
    });
    if let Some(other) = cx.shelf.other() {
        text_column_ui(ui, look, |ui| {
            ui.add_space(look.sizes.gap);
            callout_ui(ui, look, Tone::Notice, "", |ui| {
                status_ui(ui, phrases::whose(other.framework()));
            });
        });
        sides_ui(ui, cx, open, other);
        text_column_ui(ui, look, |ui| {
            maps_ui(ui, cx, open, other);
            actions.extend(asked_ui(ui, cx, other));
        });
    } else if cx.scratch.other_area.is_some() {
        status_ui(ui, words.unreadable);
    }
    ui.add_space(look.sizes.gap * 1.5);
    if primary_ui(ui, look, cx.words.shell.back) {
        actions.push(Action::Back);
    }
    actions
}

/// The frameworks that there are beside the check's own.
fn pick_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open) -> Option<Action> {
    let words = &cx.words.areas;
    let own = open.framework().about.id.as_str();
    let first = (cx.built_in.about.id.as_str(), cx.built_in.about.title.as_str());
    let others = builtin::others().iter().map(|(id, title)| (*id, title.as_str()));
    let in_use = &cx.session.framework_in_use().about;
    let mut known: Vec<(&str, &str)> = Vec::new();
    for (id, title) in [first].into_iter().chain(others).chain([(in_use.id.as_str(), in_use.title.as_str())])
    {
        if id != own && !known.iter().any(|(other, _)| *other == id) {
            known.push((id, title));
        }
    }
    if known.is_empty() {
        paragraph_ui(ui, words.none);
        return None;
    }
    let choices: Vec<Choice<'_>> = known.iter().map(|(_, title)| Choice::new(title)).collect();
    let chosen = known.iter().position(|(id, _)| cx.scratch.other_area.as_deref() == Some(id));
    heading_ui(ui, cx.look, 2, words.pick);
    let picked = choice_ui(ui, cx.look, "other area", words.pick, chosen, &choices)?;
    let id = known.get(picked)?.0.to_owned();
    Some(scratch(cx, |s| s.other_area = Some(id)))
}

/// The two areas, side by side where there is room.
fn sides_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, other: &Other) {
    let words = &cx.words.areas;
    let reading = other.reading();
    let sides = [
        Side {
            title: words.here,
            framework: open.framework(),
            case: open.case(),
            assessment: open.assessment(),
        },
        Side {
            title: words.there,
            framework: other.framework(),
            case: &reading.case,
            assessment: &reading.assessment,
        },
    ];
    let gap = cx.look.sizes.margin;
    let room = ui.available_width();
    if room < SIDE_BY_SIDE {
        for side in sides {
            text_column_ui(ui, cx.look, |ui| side.group_ui(ui, cx));
        }
        return;
    }
    let width = ((room - gap) / 2.0).min(cx.look.sizes.column);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for side in sides {
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.set_width(width);
                ui.vertical(|ui| side.group_ui(ui, cx));
            });
        }
    });
}

impl Side<'_> {
    /// The column as one thing, so that it is read to its end before the one beside it.
    fn group_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let name = fill(self.title, &[&self.framework.about.area]);
        group_ui(ui, &name, |ui| self.ui(ui, cx));
    }

    fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let (words, look) = (&cx.words.areas, cx.look);
        let about = &self.framework.about;
        heading_ui(ui, look, 2, &fill(self.title, &[&about.area]));
        soft_ui(ui, look, &format!("{}, {}", about.title, about.edition));
        ui.add_space(look.sizes.gap / 2.0);
        windscreen_ui(ui, cx, self.framework, self.assessment.span);
        ui.add_space(look.sizes.gap / 2.0);
        let (result, open) = referral::phrases::span(self.framework, self.assessment);
        let font = eframe::egui::FontId::new(look.sizes.section, crate::app::theme::bold());
        status_ui(ui, RichText::new(result).font(font));
        paragraph_ui(ui, &open);
        match self.assessment.span.lowest {
            Some(pathway) => paragraph_ui(ui, &self.framework[pathway].means),
            None => paragraph_ui(ui, &self.framework.consult.text),
        };
        self.why_ui(ui, cx);
        heading_ui(ui, look, 3, words.duties);
        let duties = self.assessment.duties.iter().map(|due| self.framework[due.duty].title.clone());
        let duties: Vec<String> = duties.collect();
        if duties.is_empty() {
            paragraph_ui(ui, words.no_duties);
        } else {
            bullets_ui(ui, &duties);
        }
    }

    fn why_ui(&self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let (words, look) = (&cx.words.areas, cx.look);
        heading_ui(ui, look, 3, words.why);
        if self.assessment.reasons.is_empty() {
            paragraph_ui(ui, words.no_reason);
        }
        for reason in &self.assessment.reasons {
            bold_ui(ui, look, &self.framework[reason.rule].why);
            let answered = |&question: &crate::framework::model::QuestionIx| {
                let answer = referral::phrases::answer(self.framework, self.case, question);
                format!("{} {answer}", self.framework[question].text)
            };
            let answers: Vec<String> = reason.answers.iter().map(answered).collect();
            if !answers.is_empty() {
                soft_ui(ui, look, &fill(words.rests_on, &[&answers.join("; ")]));
            }
        }
    }
}

/// What maps in part, and what does not.
fn maps_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &Open, other: &Other) {
    let (words, look) = (&cx.words.areas, cx.look);
    let reading = other.reading();
    let say = Words { own: open.framework(), there: other.framework(), case: open.case() };
    let choices: Vec<String> = reading.choices.iter().map(|choice| say.choice(choice)).collect();
    let partly: Vec<String> = reading.partly.iter().map(|partly| say.partly(partly)).collect();
    for (title, lines) in [(words.choices, choices), (words.partly, partly)] {
        if !lines.is_empty() {
            heading_ui(ui, look, 2, title);
            bullets_ui(ui, &lines);
        }
    }
    heading_ui(ui, look, 2, words.dropped);
    let dropped = say.not_mapped(reading);
    if dropped.is_empty() {
        paragraph_ui(ui, words.all_mapped);
    } else {
        bullets_ui(ui, &dropped);
    }
}

/// What the other area would ask and this check does not say.
fn asked_ui(ui: &mut Ui, cx: &ViewContext<'_>, other: &Other) -> Option<Action> {
    let (words, look) = (&cx.words.areas, cx.look);
    let open = &other.reading().open;
    if open.is_empty() {
        return None;
    }
    heading_ui(ui, look, 2, words.asked);
    paragraph_ui(ui, words.asked_text);
    let shown = if cx.scratch.all_asked { open.len() } else { ASKED_SHOWN };
    let lines = open.iter().take(shown).map(|&question| other.framework()[question].text.clone());
    bullets_ui(ui, &lines.collect::<Vec<_>>());
    let more = fill(words.more, &[&open.len().to_string()]);
    (open.len() > shown && quiet_ui(ui, look, &more)).then(|| scratch(cx, |s| s.all_asked = true))
}
