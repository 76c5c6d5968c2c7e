//! What each column means under a framework, and what a cell says there.

use std::collections::HashMap;

use super::words::W;
use crate::{
    assess::{
        facts::{one_of, ordinal},
        many::Contact,
    },
    case::Answer,
    framework::{
        Framework, Id,
        condition::Cell,
        lanes::Sheet,
        model::{AgeIx, ConcernIx, Home, Kind, QuestionIx, RoleIx, YesNo},
        spelling,
    },
    keyed::fill,
};

/// The columns that are no question.
pub const AGE: &str = "age";
pub const ROLE: &str = "role";
pub const CONCERNS: &str = "concerns";

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Age,
    Role,
    Concerns,
    Question(QuestionIx),
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Empty,
    Text(&'a [u8]),
    Number(i64),
    Truth(bool),
    List(Vec<String>),
    /// Something that answers nothing: an object, a fraction.
    Other,
}

/// A framework, ready to read rows.
pub(super) struct Plan<'f> {
    pub framework: &'f Framework,
    columns: HashMap<&'f str, Column>,
    /// By question: its answers as they are spelled, in small letters, with where they put it.
    spelled: Vec<Vec<(String, u8)>>,
    ages: HashMap<&'f str, AgeIx>,
    roles: HashMap<&'f str, RoleIx>,
    concerns: HashMap<&'f str, ConcernIx>,
}

/// How *not known* is written.
const NOT_KNOWN: [&str; 4] = ["not-known", "not known", "notknown", "not_known"];

impl<'f> Plan<'f> {
    /// None where the framework is larger than a sheet can say: more than 65,536 questions or 256 steps.
    pub fn new(framework: &'f Framework) -> Option<Self> {
        let mut columns = HashMap::new();
        for (ix, question) in framework.questions() {
            columns.insert(question.id.as_str(), Column::Question(ix));
        }
        for (ix, question) in framework.questions() {
            for was in &question.was {
                columns.entry(was.as_str()).or_insert(Column::Question(ix));
            }
        }
        // What a contact is about goes before a question that is called the same.
        columns.extend([(AGE, Column::Age), (ROLE, Column::Role), (CONCERNS, Column::Concerns)]);
        u16::try_from(framework.questions.len().max(framework.concerns.len())).ok()?;
        let spelled = framework.questions().map(|(ix, _)| answers(framework, ix)).collect::<Option<_>>()?;
        Some(Self {
            framework,
            columns,
            spelled,
            ages: framework.ages.iter().enumerate().map(|(at, age)| (age.id.as_str(), AgeIx(at))).collect(),
            roles: framework.roles.iter().enumerate().map(|(at, r)| (r.id.as_str(), RoleIx(at))).collect(),
            concerns: framework
                .concerns
                .iter()
                .enumerate()
                .map(|(at, concern)| (concern.id.as_str(), ConcernIx(at)))
                .collect(),
        })
    }

    /// The column of a name.
    pub fn column(&self, name: &str) -> Option<Column> {
        self.columns.get(name).copied()
    }

    /// What a name that is none of the columns was most likely meant to be.
    pub fn meant(&self, name: &str) -> Option<&'f str> {
        let mut names: Vec<&'f str> = self.columns.keys().copied().collect();
        names.sort_unstable();
        spelling::nearest(name, names.into_iter())
    }

    /// Takes what a cell says, or says why it says nothing.
    pub fn take(&self, draft: &mut Draft, column: Column, value: &Value<'_>) -> Result<(), String> {
        if *value == Value::Empty {
            return Ok(());
        }
        match column {
            Column::Age => context(&self.ages, value, &mut draft.contact.age),
            Column::Role => context(&self.roles, value, &mut draft.contact.role),
            Column::Concerns => self.concerns(draft, value),
            Column::Question(question) => {
                let at = self.answer(question, value)?;
                self.answered(draft, question, at);
                Ok(())
            }
        }
    }

    /// The contact that a row told of.
    pub fn contact(&self, draft: Draft) -> Contact {
        let Draft { mut contact, concerns_told, asked } = draft;
        contact.sheet.known.extend(asked.iter().filter_map(|&(question, at)| {
            // Both fit: the plan is made only for a framework that a sheet can say.
            Some((u16::try_from(question.0).ok()?, at?))
        }));
        if !concerns_told {
            let mut chosen: Vec<u16> = asked
                .iter()
                .filter_map(|(question, _)| match self.framework[*question].home {
                    Home::Concern(concern) => u16::try_from(concern.0).ok(),
                    Home::Section(_) => None,
                })
                .collect();
            chosen.sort_unstable();
            chosen.dedup();
            contact.sheet.chosen = chosen;
        }
        contact
    }

    fn concerns(&self, draft: &mut Draft, value: &Value<'_>) -> Result<(), String> {
        draft.concerns_told = true;
        let mut take = |id: &str| {
            let concern = self.concerns.get(id).ok_or_else(|| W.no_concern.to_owned())?;
            if let Ok(concern) = u16::try_from(concern.0)
                && !draft.contact.sheet.chosen.contains(&concern)
            {
                draft.contact.sheet.chosen.push(concern);
            }
            Ok(())
        };
        match value {
            Value::Text(text) => {
                let text = std::str::from_utf8(text).map_err(|_fault| W.no_text.to_owned())?;
                let ids = text.split([' ', ',', ';', '|']).filter(|id| !id.is_empty());
                ids.into_iter().try_for_each(take)
            }
            Value::List(ids) => ids.iter().try_for_each(|id| take(id)),
            _ => Err(W.no_concern.to_owned()),
        }
    }

    /// Where an answer puts a question: none where it is not known.
    fn answer(&self, question: QuestionIx, value: &Value<'_>) -> Result<Option<u8>, String> {
        let spelled = &self.spelled[question.0];
        let number = |n: i64| {
            let at = ordinal(self.framework, question, &Answer::Number(n)).flatten();
            let at = at.and_then(|at| u8::try_from(at).ok());
            at.map(Some).ok_or_else(|| self.allowed(question))
        };
        match value {
            Value::Text(text) => {
                let same = |answer: &&(String, u8)| answer.0.as_bytes().eq_ignore_ascii_case(text);
                if let Some((_, at)) = spelled.iter().find(same) {
                    return Ok(Some(*at));
                }
                if NOT_KNOWN.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(text)) {
                    return Ok(None);
                }
                let text = std::str::from_utf8(text).map_err(|_fault| W.no_text.to_owned())?;
                text.parse().map_err(|_fault| self.allowed(question)).and_then(number)
            }
            Value::Number(n) => number(*n),
            Value::Truth(yes) => {
                let word = if *yes { "yes" } else { "no" };
                let yes_no = matches!(self.framework[question].kind, Kind::YesNo { .. });
                let found = spelled.iter().find(|(answer, _)| yes_no && answer == word);
                found.map(|(_, at)| Some(*at)).ok_or_else(|| self.allowed(question))
            }
            Value::Empty => Ok(None),
            Value::List(_) | Value::Other => Err(self.allowed(question)),
        }
    }

    /// What would be an answer; what stands there is never told.
    fn allowed(&self, question: QuestionIx) -> String {
        if let Kind::Number { least, most, .. } = &self.framework[question].kind {
            return fill(W.no_number, &[&least.to_string(), &most.to_string()]);
        }
        let spelled = self.spelled[question.0].iter().map(|(answer, _)| answer.as_str());
        fill(W.no_answer, &[&spelled.chain([NOT_KNOWN[0]]).collect::<Vec<_>>().join(", ")])
    }

    /// Two columns for one question: the more worrying answer stands, as in a case.
    fn answered(&self, draft: &mut Draft, question: QuestionIx, at: Option<u8>) {
        match draft.asked.iter_mut().find(|(other, _)| *other == question) {
            Some((_, stands)) => {
                let both = one_of(&self.framework[question], stands.map(usize::from), at.map(usize::from));
                *stands = both.and_then(|at| u8::try_from(at).ok());
            }
            None => draft.asked.push((question, at)),
        }
    }
}

/// A row that is being read.
pub(super) struct Draft {
    contact: Contact,
    concerns_told: bool,
    /// What was answered, and where it stands if that is known.
    asked: Vec<(QuestionIx, Option<u8>)>,
}

impl Draft {
    /// Begins a row; `concerns_told` says that a column tells the concerns.
    pub fn new(concerns_told: bool) -> Self {
        let nowhere = Cell { age: AgeIx(0), role: RoleIx(0) };
        let sheet = Sheet { cell: nowhere, chosen: Vec::new(), known: Vec::new() };
        Self { contact: Contact { sheet, age: None, role: None }, concerns_told, asked: Vec::new() }
    }
}

fn context<T: Copy + PartialEq>(
    known: &HashMap<&str, T>,
    value: &Value<'_>,
    slot: &mut Option<T>,
) -> Result<(), String> {
    let Value::Text(text) = value else { return Err(W.no_context.to_owned()) };
    if NOT_KNOWN.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(text)) {
        return Ok(());
    }
    let text = std::str::from_utf8(text).map_err(|_fault| W.no_text.to_owned())?;
    let Some(found) = known.get(text).copied() else {
        let mut ids: Vec<&str> = known.keys().copied().collect();
        ids.sort_unstable();
        return Err(fill(W.no_such, &[&ids.join(", ")]));
    };
    if slot.is_some_and(|other| other != found) {
        return Err(W.two_contexts.to_owned());
    }
    *slot = Some(found);
    Ok(())
}

fn answers(framework: &Framework, ix: QuestionIx) -> Option<Vec<(String, u8)>> {
    let question = &framework[ix];
    let step = |at: usize| u8::try_from(at).ok();
    match &question.kind {
        Kind::YesNo { worry } => {
            let yes = u8::from(*worry == YesNo::Yes);
            Some(vec![("yes".to_owned(), yes), ("no".to_owned(), 1 - yes)])
        }
        Kind::Ladder => {
            let rungs = question.steps.iter().enumerate();
            rungs.map(|(at, rung)| Some((rung.id.as_str().to_owned(), step(at)?))).collect()
        }
        Kind::Number { cuts, .. } => step(cuts.len()).map(|_| Vec::new()),
    }
}

/// How a column is called in a fault: by its heading where that has the shape of an id, else by its place, since the
/// first line of a table without headings tells of a child.
pub(super) fn called(heading: &str, at: usize) -> String {
    if Id::new(heading).is_ok() { heading.to_owned() } else { fill(W.column_at, &[&letters(at)]) }
}

/// A column's letters, as a spreadsheet numbers them: A to Z, then AA.
fn letters(mut at: usize) -> String {
    let mut found = Vec::new();
    loop {
        found.push(u8::try_from(at % 26).map_or('?', |n| char::from(b'A' + n)));
        if at < 26 {
            return found.iter().rev().collect();
        }
        at = at / 26 - 1;
    }
}
