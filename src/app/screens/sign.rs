//! One indicator's own page: where it stands, its ladder, what it brings, whom to consult. It needs no check.

use eframe::egui::Ui;

use super::{duty, help, words as explained};
use crate::{
    app::{
        action::{Action, Begin, Leaving, Unsaved},
        journey::Screen,
        say,
        view::ViewContext,
        widgets::{
            Tone, bold_ui, callout_ui, heading_ui, level_row_ui, page_heading_ui, paragraph_ui, primary_ui,
            quiet_ui, row_text_ui, small_ui, soft_ui, status_ui,
        },
    },
    framework::{
        Framework,
        model::{ContactIx, Indicator, IndicatorIx, Kind, Polarity, RuleIx},
    },
    words::fill,
};

/// Everything a part of this page draws from.
struct Page<'a> {
    cx: &'a ViewContext<'a>,
    framework: &'a Framework,
    at: IndicatorIx,
    sign: &'a Indicator,
}

/// The screen.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, at: IndicatorIx) -> Vec<Action> {
    let mut actions = Vec::new();
    let framework = cx.session.framework();
    if let Some(sign) = framework.indicators.get(at.0) {
        let page = Page { cx, framework, at, sign };
        page.head_ui(ui);
        actions.extend(page.ladder_ui(ui));
        page.meaning_ui(ui);
        page.rules_ui(ui);
        page.duties_ui(ui);
        page.consult_ui(ui);
        heading_ui(ui, cx.look, 2, cx.words.look_up.source);
        paragraph_ui(ui, &framework.source_line(&sign.source));
        actions.extend(explained::ui(ui, cx, &cx.shelf.terms_of_sign(at)));
        actions.extend(page.start_ui(ui));
    } else {
        page_heading_ui(ui, cx.look, cx.words.look_up.title);
        status_ui(ui, cx.words.look_up.gone);
    }
    if quiet_ui(ui, cx.look, cx.words.shell.back) {
        actions.push(Action::Back);
    }
    actions
}

impl Page<'_> {
    fn head_ui(&self, ui: &mut Ui) {
        let (words, look, framework, sign) =
            (&self.cx.words.look_up, self.cx.look, self.framework, self.sign);
        page_heading_ui(ui, look, &sign.text);
        soft_ui(ui, look, &fill(words.part_of, &[framework.home_title(sign.question)]));
        heading_ui(ui, look, 2, words.level);
        self.level_ui(ui, sign);
        if sign.polarity == Polarity::Strength {
            paragraph_ui(ui, words.strength);
        } else if sign.decisive {
            paragraph_ui(ui, words.decisive);
        }
        callout_ui(ui, look, Tone::Notice, "", |ui| paragraph_ui(ui, words.not_whole));
        let dimension = &framework[sign.dimension];
        let domain = &framework[dimension.domain].title;
        row_text_ui(ui, look, words.dimension, &format!("{}, {domain}", dimension.title));
        row_text_ui(ui, look, words.theme, &sign.theme);
        if !sign.ages.is_empty() {
            let ages: Vec<&str> = sign.ages.iter().map(|&age| framework[age].title.as_str()).collect();
            row_text_ui(ui, look, words.ages, &ages.join(", "));
        }
        for (title, text) in [(words.guidance, &sign.guidance), (words.differs, &sign.differs)] {
            if let Some(text) = text {
                heading_ui(ui, look, 2, title);
                paragraph_ui(ui, text);
            }
        }
    }

    /// A level's number, shape and word, with the pathway.
    fn level_ui(&self, ui: &mut Ui, sign: &Indicator) {
        let level = self.framework[sign.pathway].level;
        let line = self.framework.pathway_line(sign.pathway);
        level_row_ui(ui, self.cx.look, level.0, &self.framework[level].short, &line);
    }

    /// Every answer to the question, least first, with where it stands; this one is marked.
    fn ladder_ui(&self, ui: &mut Ui) -> Vec<Action> {
        let mut actions = Vec::new();
        let (words, look) = (&self.cx.words.look_up, self.cx.look);
        let question = &self.framework[self.sign.question];
        heading_ui(ui, look, 2, words.ladder);
        soft_ui(ui, look, &question.text);
        for step in 0..question.steps.len() {
            ui.add_space(look.sizes.gap / 2.0);
            actions.extend(self.rung_ui(ui, step));
        }
        ui.add_space(look.sizes.gap / 2.0);
        if quiet_ui(ui, look, words.see_across) {
            actions.push(Action::Go(Screen::Ladder(self.sign.question)));
        }
        actions
    }

    fn rung_ui(&self, ui: &mut Ui, step: usize) -> Option<Action> {
        let (words, look) = (&self.cx.words.look_up, self.cx.look);
        let indicator = self.framework[self.sign.question].steps[step].indicator;
        let indicator = indicator.and_then(|at| Some((at, self.framework.indicators.get(at.0)?)));
        let here = indicator.is_some_and(|(at, _)| at == self.at);
        let said = say::step(self.cx.words, self.framework, self.sign.question, step);
        if here {
            bold_ui(ui, look, &format!("{said} ({})", words.this_one));
        } else {
            paragraph_ui(ui, &said);
        }
        let Some((at, sign)) = indicator else {
            soft_ui(ui, look, words.no_level);
            return None;
        };
        self.level_ui(ui, sign);
        if here {
            return None;
        }
        let name = fill(words.see_sign_named, &[&sign.text]);
        small_ui(ui, look, words.see_sign, &name).then_some(Action::Go(Screen::Sign(at)))
    }

    fn meaning_ui(&self, ui: &mut Ui) {
        let question = &self.framework[self.sign.question];
        heading_ui(ui, self.cx.look, 2, self.cx.words.look_up.asked);
        bold_ui(ui, self.cx.look, &question.text);
        if let Some(hint) = &question.hint {
            soft_ui(ui, self.cx.look, hint);
        }
        help::about_ui(ui, self.cx, self.framework, self.sign.question);
    }

    fn rules_ui(&self, ui: &mut Ui) {
        let (words, look) = (&self.cx.words.look_up, self.cx.look);
        let Some(bearing) = self.cx.shelf.bearing(self.at) else { return };
        let lists = [(words.rules, &bearing.rules_alone), (words.rules_together, &bearing.rules_together)];
        if lists.iter().all(|(_, rules)| rules.is_empty()) {
            heading_ui(ui, look, 2, words.rules);
            paragraph_ui(ui, words.no_rules);
        }
        for (title, rules) in lists.iter().filter(|(_, rules)| !rules.is_empty()) {
            heading_ui(ui, look, 2, title);
            for &rule in *rules {
                self.rule_ui(ui, rule);
            }
        }
    }

    fn rule_ui(&self, ui: &mut Ui, at: RuleIx) {
        let look = self.cx.look;
        let rule = &self.framework[at];
        let to = fill(self.cx.words.look_up.raises_to, &[&self.framework.pathway_line(rule.to)]);
        bold_ui(ui, look, &to);
        paragraph_ui(ui, &rule.why);
        let source = self.framework.source_line(&rule.source);
        soft_ui(ui, look, &fill(self.cx.words.result.source, &[&source]));
        ui.add_space(look.sizes.gap / 2.0);
    }

    fn duties_ui(&self, ui: &mut Ui) {
        let (words, look) = (&self.cx.words.look_up, self.cx.look);
        let Some(bearing) = self.cx.shelf.bearing(self.at) else { return };
        let lists =
            [(words.duties, &bearing.duties_alone), (words.duties_together, &bearing.duties_together)];
        if lists.iter().all(|(_, duties)| duties.is_empty()) {
            heading_ui(ui, look, 2, words.duties);
            paragraph_ui(ui, words.no_duties);
        }
        for (title, duties) in lists.iter().filter(|(_, duties)| !duties.is_empty()) {
            heading_ui(ui, look, 2, title);
            for &at in *duties {
                bold_ui(ui, look, &self.framework[at].title);
                duty::text_ui(ui, self.cx, at);
                ui.add_space(look.sizes.gap / 2.0);
            }
        }
    }

    /// The contact for the practitioner's role; while that is not known, for every role.
    fn consult_ui(&self, ui: &mut Ui) {
        let (words, look, framework) = (&self.cx.words.look_up, self.cx.look, self.framework);
        heading_ui(ui, look, 2, words.consult);
        let role = self
            .cx
            .session
            .open()
            .and_then(|open| open.family().facts().find_map(|facts| facts.context.role));
        let line = |at: ContactIx| say::contact(self.cx.words, &framework[at], self.cx.today);
        if let Some(role) = role {
            paragraph_ui(ui, &line(framework[role].consults));
            return;
        }
        let mut contacts: Vec<ContactIx> = Vec::new();
        for role in &framework.roles {
            if !contacts.contains(&role.consults) {
                contacts.push(role.consults);
            }
        }
        for contact in contacts {
            let roles = framework.roles.iter().filter(|role| role.consults == contact);
            let roles: Vec<&str> = roles.map(|role| role.title.as_str()).collect();
            paragraph_ui(ui, &fill(words.consult_role, &[&roles.join("; "), &line(contact)]));
        }
    }

    fn start_ui(&self, ui: &mut Ui) -> Option<Action> {
        let (words, look) = (&self.cx.words.look_up, self.cx.look);
        ui.add_space(look.sizes.gap * 1.5);
        let number = matches!(self.framework[self.sign.question].kind, Kind::Number { .. });
        paragraph_ui(ui, if number { words.start_number } else { words.start_text });
        let with = Begin::Sign(self.sign.id.clone());
        let start = Action::Leave(Leaving::StartWith(with), Unsaved::Ask);
        primary_ui(ui, look, words.start_sign).then_some(start)
    }
}
