//! `questions`: every question, answer and id of a framework, enough for a script to write a case.

use std::{fmt::Write as _, path::PathBuf};

use serde_json::{Value, json};

use super::{Failure, Opened, open, put, put_json};
use crate::assess::worked;
use crate::framework::{
    Framework, builtin,
    model::{
        Content, Form, FormField, FormSection, Home, Kind, Part, PathwayIx, Polarity, Question, QuestionIx,
        Worse,
    },
};

/// Which framework to list.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A framework's folder; without it, the built-in Liverpool framework
    dir: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let opened = open(args.dir.as_ref(), builtin::FIRST)?;
    if args.json { put_json(&to_json(&opened)) } else { put(to_text(&opened.framework).as_bytes(), None) }
}

fn to_text(framework: &Framework) -> String {
    let mut text = format!("{}, edition {}\n", framework.about.title, framework.about.edition);
    let mut last = None;
    for (ix, question) in framework.questions() {
        if last != Some(question.home) {
            last = Some(question.home);
            // Writing to a string cannot fail.
            write!(text, "\n{}\n", framework.home_title(ix)).ok();
        }
        write!(text, "  {}  {}\n    {}\n", question.id, question.text, answers(question).join(" | ")).ok();
    }
    text
}

/// The answers as a case file spells them.
fn answers(question: &Question) -> Vec<String> {
    let mut spelled = match &question.kind {
        Kind::YesNo { .. } => vec!["No".to_owned(), "Yes".to_owned()],
        Kind::Ladder => question.steps.iter().map(|step| format!("Rung(\"{}\")", step.id)).collect(),
        Kind::Number { least, most, .. } => vec![format!("Number({least})"), format!("Number({most})")],
    };
    spelled.push("NotKnown".to_owned());
    spelled
}

fn to_json(opened: &Opened) -> Value {
    let framework = &opened.framework;
    let questions = |list: &[QuestionIx]| list.iter().map(|&q| question(framework, q)).collect::<Vec<_>>();
    let section = |section: &crate::framework::model::Section| json!({ "id": section.id, "title": section.title, "part": part(section.part), "questions": questions(&section.questions) });
    let concern = |concern: &crate::framework::model::Concern| json!({ "id": concern.id, "title": concern.title, "worry": concern.worry, "questions": questions(&concern.questions) });
    let indicator = |indicator: &crate::framework::model::Indicator| {
        json!({
            "id": indicator.id,
            "text": indicator.text,
            "level": framework.level_of(indicator.pathway).id,
            "pathway": framework[indicator.pathway].id,
            "dimension": framework[indicator.dimension].id,
            "theme": indicator.theme,
            "decisive": indicator.decisive,
            "polarity": polarity(indicator.polarity),
            "question": framework[indicator.question].id,
            "source": framework.source_line(&indicator.source),
        })
    };
    let dimension = |dimension: &crate::framework::model::Dimension| json!({ "id": dimension.id, "title": dimension.title, "domain": framework[dimension.domain].id });
    let rule = |rule: &crate::framework::model::Rule| json!({ "id": rule.id, "to": framework[rule.to].id, "why": rule.why, "source": framework.source_line(&rule.source) });
    let level = |l: &crate::framework::model::Level| json!({ "id": l.id, "label": l.label, "name": l.name });
    let pathway = |p: &crate::framework::model::Pathway| json!({ "id": p.id, "title": p.title, "level": framework[p.level].id, "phone_now": p.phone_now, "danger_now": p.danger_now });
    let cases = opened.cases.iter().map(|file| worked::id_of(&file.path));
    json!({
        "schema": 1,
        "framework": {
            "id": framework.about.id,
            "edition": framework.about.edition,
            "fingerprint": framework.about.fingerprint,
        },
        "levels": framework.levels.iter().map(level).collect::<Vec<_>>(),
        "pathways": framework.pathways.iter().map(pathway).collect::<Vec<_>>(),
        "contexts": [
            { "id": "age", "values": framework.ages.iter().map(|a| &a.id).collect::<Vec<_>>() },
            { "id": "role", "values": framework.roles.iter().map(|r| &r.id).collect::<Vec<_>>() },
        ],
        "dimensions": framework.dimensions.iter().map(dimension).collect::<Vec<_>>(),
        "sections": framework.sections.iter().map(section).collect::<Vec<_>>(),
        "concerns": framework.concerns.iter().map(concern).collect::<Vec<_>>(),
        "indicators": framework.indicators.iter().map(indicator).collect::<Vec<_>>(),
        "rules": framework.rules.iter().map(rule).collect::<Vec<_>>(),
        "duties": framework.duties.iter().map(|d| json!({ "id": d.id, "title": d.title })).collect::<Vec<_>>(),
        "cases": cases.collect::<Vec<_>>(),
        "forms": framework.forms.iter().map(|one| form(framework, one)).collect::<Vec<_>>(),
        "glossary": framework.glossary.iter().map(|term| &term.term).collect::<Vec<_>>(),
    })
}

fn form(framework: &Framework, form: &Form) -> Value {
    let pathways = |list: &[PathwayIx]| list.iter().map(|&p| &framework[p].id).collect::<Vec<_>>();
    let content = |content: &Content| match content {
        Content::Given(given) => json!(format!("{given:?}")),
        Content::Questions(list) => {
            json!({ "questions": list.iter().map(|&q| &framework[q].id).collect::<Vec<_>>() })
        }
        Content::Dimensions(list) => {
            json!({ "dimensions": list.iter().map(|&d| &framework[d].id).collect::<Vec<_>>() })
        }
    };
    let field = |field: &FormField| {
        json!({
            "label": field.label,
            "from": field.from.iter().map(content).collect::<Vec<_>>(),
            "by_hand": field.by_hand(),
            "why": field.why,
            "asked_at": pathways(&field.asked_at),
        })
    };
    let section = |section: &FormSection| json!({ "title": section.title, "fields": section.fields.iter().map(field).collect::<Vec<_>>() });
    json!({
        "id": form.id,
        "title": form.title,
        "note": form.note,
        "serves": pathways(&form.serves),
        "sections": form.sections.iter().map(section).collect::<Vec<_>>(),
        "source": framework.source_line(&form.source),
    })
}

fn question(framework: &Framework, ix: QuestionIx) -> Value {
    let question = &framework[ix];
    let kind = match &question.kind {
        Kind::YesNo { .. } => json!("yes-no"),
        Kind::Ladder => json!("ladder"),
        Kind::Number { .. } => json!("number"),
    };
    let opens: Vec<Value> = framework
        .questions()
        .flat_map(|(_, other)| other.opened_by.iter().map(move |gate| (other, gate)))
        .filter(|(_, gate)| gate.question == ix)
        .map(|(other, gate)| json!({ "from": question.steps[gate.from].id, "question": other.id }))
        .collect();
    let ages: Vec<_> = question.ages.iter().map(|&age| &framework[age].id).collect();
    let mut value = json!({
        "id": question.id,
        "kind": kind,
        "text": question.text,
        "safety": question.part == Some(Part::Safety),
        "polarity": polarity(question.polarity),
        "ages": ages,
        "opens": opens,
        "answers": answers(question),
        "steps": question.steps.iter().map(|s| json!({ "id": s.id, "means": s.means, "indicator": s.indicator.map(|i| &framework[i].id) })).collect::<Vec<_>>(),
        "home": match question.home {
            Home::Section(s) => &framework[s].id,
            Home::Concern(c) => &framework[c].id,
        },
    });
    if let (Kind::Number { unit, least, most, worse, cuts }, Some(object)) =
        (&question.kind, value.as_object_mut())
    {
        let worse = if *worse == Worse::Lower { "lower" } else { "higher" };
        object.insert(
            "number".to_owned(),
            json!({ "unit": unit, "least": least, "most": most, "worse": worse, "cuts": cuts }),
        );
    }
    value
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Safety => "safety",
        Part::Around => "around",
        Part::Effect => "effect",
        Part::Strengths => "strengths",
        Part::History => "history",
        Part::Help => "help",
    }
}

fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Need => "need",
        Polarity::Background => "background",
        Polarity::Strength => "strength",
    }
}
