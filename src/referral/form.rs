//! A summary laid out by a form that an area asks for: each piece where the form has it, and nothing lost.

use super::{
    contents::{Said, label},
    given::Paper,
    labels::Labels,
    parts::{field, footer, heading, made_on, notice, table},
    summary::summary,
};
use crate::{
    assess::Assessment,
    case::{Case, model::TellState},
    framework::{
        Framework,
        model::{Content, DimensionIx, Form, FormField, FormIx, Given, QuestionIx},
    },
    keyed::fill,
    paper::document::{Block, Document, Field, Page},
};

const L: Labels = Labels::ENGLISH;

/// How a summary is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// By the usual form of the pathway, or in the program's own order where there is none.
    #[default]
    Fitting,
    /// In the program's own order.
    Own,
    Form(FormIx),
}

impl Layout {
    /// The form that is meant; none where it is the program's own order.
    pub fn form(self, framework: &Framework, case: &Case, assessment: &Assessment) -> Option<FormIx> {
        match self {
            Self::Own => None,
            Self::Form(form) => Some(form).filter(|form| form.0 < framework.forms.len()),
            Self::Fitting => {
                Paper::new(framework, case, assessment).asked_pathway().and_then(|p| framework.form_at(p))
            }
        }
    }
}

/// The summary of a case in a layout.
pub fn laid_out(framework: &Framework, case: &Case, assessment: &Assessment, layout: Layout) -> Document {
    match layout.form(framework, case, assessment) {
        None => summary(framework, case, assessment),
        Some(form) => by_form(framework, case, assessment, &framework[form]),
    }
}

/// The summary by a form. What cannot wait stands on top of it, and what it has no field for at its end.
fn by_form(framework: &Framework, case: &Case, assessment: &Assessment, form: &Form) -> Document {
    let paper = Laid::new(Paper::new(framework, case, assessment), form);
    let mut blocks = paper.first();
    for section in &form.sections {
        blocks.push(heading(&section.title));
        let fields = section.fields.iter().flat_map(|field| paper.field(field));
        blocks.extend(together(fields));
    }
    blocks.extend(paper.rest());
    let mut notices = notice(framework, &format!("{} {}", made_on(framework, case), L.not_sent));
    notices.extend(form.note.clone());
    Document {
        title: form.title.clone(),
        language: framework.about.language.clone(),
        page: Page::A4,
        notice: notices,
        footer: footer(framework, case),
        blocks,
    }
}

/// A case on its way into a form.
struct Laid<'a> {
    paper: Paper<'a>,
    /// What the form has a field for.
    given: Vec<Given>,
    /// Questions that have a field of their own.
    questions: Vec<QuestionIx>,
    dimensions: Vec<DimensionIx>,
}

impl<'a> Laid<'a> {
    fn new(paper: Paper<'a>, form: &Form) -> Self {
        let mut laid = Self { paper, given: vec![], questions: vec![], dimensions: vec![] };
        for content in form.fields().flat_map(|field| &field.from) {
            match content {
                Content::Given(given) => laid.given.push(*given),
                Content::Questions(questions) => laid.questions.extend(questions),
                Content::Dimensions(dimensions) => laid.dimensions.extend(dimensions),
            }
        }
        laid
    }

    /// What must be read before anything else, whatever the form: how urgent it is, duties, and who is not told.
    fn first(&self) -> Vec<Block> {
        let paper = &self.paper;
        let not_told = paper.case.told.iter().filter(|told| told.state == TellState::NotTold);
        let not_told: Vec<String> =
            not_told.map(|told| super::given::joined(&[&told.adult, &told.said], ": ")).collect();
        let duties: Vec<String> =
            paper.duties().iter().map(|row| fill(L.duty_by, &[&row[1], &row[0]])).collect();
        let telling = paper.telling();
        // A form may be meant for the family's eyes; what stands here is not.
        let copies = if not_told.is_empty() && telling.is_empty() { "" } else { L.no_copies };
        let lines = [
            (L.duties, duties.join("\n")),
            (L.do_not_tell, not_told.join("\n")),
            (L.before_telling, telling),
            (L.copies, copies.to_owned()),
        ];
        let lines = lines.iter().filter(|(_, said)| !said.is_empty());
        let fields: Vec<Field> = lines.map(|(label, said)| field(label, said)).collect();
        let mut blocks = vec![paper.urgency_box()];
        blocks.extend((!fields.is_empty()).then_some(Block::Fields(fields)));
        blocks
    }

    fn field(&self, asked: &FormField) -> Vec<Block> {
        if asked.by_hand() {
            return vec![one(&asked.label, L.by_hand)];
        }
        let pieces: Vec<(&str, Said)> = asked
            .from
            .iter()
            .map(|content| self.content(content))
            .filter(|(_, said)| !said.is_empty())
            .collect();
        if pieces.is_empty() {
            return vec![one(&asked.label, "")];
        }
        blocks(&asked.label, asked.from.len() == 1, pieces)
    }

    fn content(&self, content: &Content) -> (&'static str, Said) {
        match content {
            Content::Given(given) => (label(*given), self.given(*given)),
            Content::Questions(questions) => {
                let answered = self.paper.answered(questions.clone());
                ("", Said::Text(self.paper.lines(&answered).join("\n")))
            }
            Content::Dimensions(dimensions) => ("", Said::Text(self.area(dimensions))),
        }
    }

    /// A piece of the check, without what stands in an area of the form or in a field of its own.
    fn given(&self, given: Given) -> Said {
        match given {
            Given::Worries => self.left(self.paper.worries()),
            Given::Strengths => self.left(self.paper.assessment.strengths.clone()),
            other => self.paper.said(other, &self.questions),
        }
    }

    /// Worries, strengths and what is not known in some dimensions.
    fn area(&self, dimensions: &[DimensionIx]) -> String {
        let paper = &self.paper;
        let own = |q: &QuestionIx| paper.is_in(*q, dimensions) && !self.questions.contains(q);
        let of = |mut questions: Vec<QuestionIx>| {
            questions.retain(own);
            paper.findings(&questions)
        };
        let unknown = paper.unknown_in(dimensions);
        let unknown = unknown.iter().map(|&q| paper.framework[q].text.clone()).collect();
        let parts = [
            (L.worries, of(paper.worries())),
            (L.works_well, of(paper.assessment.strengths.clone())),
            (L.unknown_list, unknown),
        ];
        let said = parts.iter().filter(|(_, lines)| !lines.is_empty());
        said.map(|(label, lines): &(&str, Vec<String>)| format!("{label}: {}", lines.join("; ")))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What the form has no field for: nothing that was filled in is lost by choosing a form.
    fn rest(&self) -> Vec<Block> {
        let mut fields: Vec<Block> = Vec::new();
        for &given in Given::ALL {
            if self.given.contains(&given) || STANDS_ANYWAY.contains(&given) {
                continue;
            }
            let said = self.given(given);
            if !said.is_empty() {
                fields.extend(blocks(label(given), true, vec![("", said)]));
            }
        }
        let possible = self.paper.possible_duties();
        if !possible.is_empty() {
            fields.push(one(&fill(L.part_of, &[L.duties, L.possible_duties]), &possible));
        }
        if fields.is_empty() {
            return fields;
        }
        let mut all = vec![heading(L.other_information)];
        all.extend(together(fields.into_iter()));
        all
    }

    /// Findings that stand in no area of the form and in no field of their own.
    fn left(&self, mut questions: Vec<QuestionIx>) -> Said {
        questions.retain(|&q| !self.questions.contains(&q) && !self.paper.is_in(q, &self.dimensions));
        Said::Text(self.paper.findings(&questions).join("\n"))
    }
}

/// What stands on top of every form, or follows from the framework alone.
const STANDS_ANYWAY: [Given; 7] = [
    Given::Urgency,
    Given::Date,
    Given::Telling,
    Given::Duties,
    Given::Agreement,
    Given::Sharing,
    Given::NotLookedAt,
];

/// The pieces of one field: texts under its label, then tables that say what they are of.
fn blocks(label: &str, alone: bool, pieces: Vec<(&str, Said)>) -> Vec<Block> {
    let mut texts = Vec::new();
    let mut rest = Vec::new();
    for (own, said) in pieces {
        let caption = if alone { label.to_owned() } else { fill(L.part_of, &[label, own]) };
        match said {
            // Answers and areas say themselves what they are.
            Said::Text(text) if alone || own.is_empty() => texts.push(text),
            Said::Text(text) => texts.push(format!("{own}: {}", text.trim())),
            Said::Table { headers, rows } => rest.push(table(&caption, headers, rows)),
            Said::Blocks(blocks) => {
                let mut blocks = blocks.into_iter().peekable();
                // What is to be known about a list stands beside its label.
                let known = blocks.next_if(|block| matches!(block, Block::Paragraph(_)));
                rest.push(one(&caption, if let Some(Block::Paragraph(text)) = &known { text } else { "" }));
                rest.extend(blocks);
            }
        }
    }
    let mut all = Vec::new();
    if !texts.is_empty() {
        all.push(one(label, &texts.join("\n")));
    }
    all.extend(rest);
    all
}

fn one(label: &str, value: &str) -> Block {
    Block::Fields(vec![field(label, value)])
}

/// Fields that follow one another as one list of them.
fn together(blocks: impl Iterator<Item = Block>) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for block in blocks {
        match (all.last_mut(), block) {
            (Some(Block::Fields(before)), Block::Fields(fields)) => before.extend(fields),
            (_, block) => all.push(block),
        }
    }
    all
}
