//! What a framework's files say of another area's framework, held against that one once it is at hand.

use super::{
    Framework, Id,
    diagnostic::{Diagnostic, Place},
    model::{Far, Kind},
    spelling,
};

/// Something of another framework that a file names, and where it does.
#[derive(Clone, Debug)]
pub struct Abroad {
    /// The other framework's id.
    pub to: Id,
    pub what: What,
    pub place: Place,
}

/// What is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Answer(Far),
    /// A question that asks for a number, with the unit that it is asked in here.
    Number(Id, String),
    Concern(Id),
    Age(Id),
    Role(Id),
}

impl Abroad {
    /// The fault in it, where the other framework has nothing of that name.
    pub fn fault(&self, other: &Framework) -> Option<Diagnostic> {
        let there = match &self.what {
            What::Answer(far) => other.far(far).is_some(),
            What::Number(id, unit) => {
                let question = other.question(id).map(|at| &other[at].kind);
                let same = |kind: &Kind| matches!(kind, Kind::Number { unit: there, .. } if there == unit);
                if question.is_some_and(|kind| !same(kind)) {
                    let message =
                        format!("`{id}` of `{}` does not ask for a number of the same unit", self.to);
                    let help =
                        format!("name a question that asks for a number in {unit}, or tie the answers");
                    return Some(Diagnostic::error(message, self.place.clone()).help(help));
                }
                question.is_some()
            }
            What::Concern(id) => other.concern(id).is_some(),
            What::Age(id) => other.age(id).is_some(),
            What::Role(id) => other.role(id).is_some(),
        };
        if there {
            return None;
        }
        let (kind, name, known) = self.looked_for(other);
        let message = format!("the framework `{}` has no {kind} `{name}`", self.to);
        let help = match spelling::nearest(&name, known.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "name another, or take it away".to_owned(),
        };
        Some(Diagnostic::error(message, self.place.clone()).help(help))
    }

    /// What kind of thing is not there, its name, and the names that are.
    fn looked_for(&self, other: &Framework) -> (&'static str, String, Vec<String>) {
        fn all<T>(list: &[T], id: impl Fn(&T) -> &Id) -> Vec<String> {
            list.iter().map(|item| id(item).to_string()).collect()
        }
        match &self.what {
            What::Answer(Far::Indicator(id)) => {
                ("indicator", id.to_string(), all(&other.indicators, |i| &i.id))
            }
            What::Answer(Far::Answer(question, answer)) => match other.question(question) {
                Some(at) => ("answer", answer.to_string(), all(&other[at].steps, |s| &s.id)),
                None => ("question", question.to_string(), all(&other.questions, |q| &q.id)),
            },
            What::Number(id, _) => ("question", id.to_string(), all(&other.questions, |q| &q.id)),
            What::Concern(id) => ("concern", id.to_string(), all(&other.concerns, |c| &c.id)),
            What::Age(id) => ("age band", id.to_string(), all(&other.ages, |a| &a.id)),
            What::Role(id) => ("role", id.to_string(), all(&other.roles, |r| &r.id)),
        }
    }
}
