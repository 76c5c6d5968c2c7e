//! What a front door will ask for that is not there yet, and which personal facts leave with the summary.

use super::{contents, form::Layout, given::Paper, labels::Labels};
use crate::{
    assess::{Assessment, assessment::Unknown},
    case::{Case, model::PersonPart},
    framework::{
        Framework,
        model::{Content, FormField, Given, Part, QuestionIx},
    },
};

const L: Labels = Labels::ENGLISH;

/// So many unknown answers are named: a front door begins with a few.
const ASKED_FIRST: usize = 5;

/// How far a summary is from what whoever reads it will ask for. It never blocks anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// What is asked for and empty: by the form's order, or in the program's own layout most wanted first.
    pub lacking: Vec<Lacking>,
    /// What is not known and will be asked about first.
    pub ask_first: Vec<Unknown>,
    /// What is written on the form itself, because the program has no field for it.
    pub by_hand: Vec<ByHand>,
}

/// Something that is asked for and is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// The section of the form; none in the program's own layout.
    pub section: Option<String>,
    pub label: String,
    /// Why it is asked for.
    pub why: String,
    /// Names the part of the case, for scripts.
    pub field: String,
    /// Where in the program it is filled in.
    pub place: Place,
}

/// A field that the program cannot fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByHand {
    pub section: String,
    pub label: String,
    pub why: Option<String>,
}

/// Where something is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Safety,
    About,
    Worry,
    Concerns,
    Injuries,
    Told,
    Decision,
    Call,
    Question(QuestionIx),
    /// Beside the paper itself: somebody to be added.
    People(PersonPart),
    /// Beside the paper itself.
    Field(Spot),
}

/// A field beside the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    Address,
    Responsibility,
    Words,
    Wishes,
    History,
    Help,
    AskedFor,
    Referrer,
    ReferrerContact,
}

/// What the program's own layout asks for, most wanted first: each with the pieces that answer it.
const OWN: [(&str, &[Given], &str); 12] = [
    ("child", &[Given::Child], L.missing_child),
    ("whereabouts", &[Given::Whereabouts], L.missing_whereabouts),
    ("facts", &[Given::Account, Given::Events], L.missing_facts),
    ("childs_words", &[Given::ChildsWords], L.missing_words),
    ("told", &[Given::Told], L.missing_told),
    ("other_children", &[Given::OtherChildren], L.missing_others),
    ("address", &[Given::Address], L.missing_address),
    ("parental_responsibility", &[Given::ParentalResponsibility], L.missing_pr),
    ("help_tried", &[Given::HelpTried], L.missing_help),
    ("asked_for", &[Given::AskedFor], L.missing_asked),
    ("referrer", &[Given::Referrer], L.missing_referrer),
    ("referrer", &[Given::ReferrerContact], L.missing_referrer),
];

/// What a summary in a layout lacks, what will be asked first, and what is left to the pen.
pub fn completeness(
    framework: &Framework,
    case: &Case,
    assessment: &Assessment,
    layout: Layout,
) -> Completeness {
    let look = Look { paper: Paper::new(framework, case, assessment) };
    let ask_first = assessment.find_out.iter().take(ASKED_FIRST).cloned().collect();
    let Some(form) = layout.form(framework, case, assessment) else {
        return Completeness { lacking: look.own(), ask_first, by_hand: Vec::new() };
    };
    let at = look.paper.asked_pathway();
    let mut done = Completeness { ask_first, ..Completeness::default() };
    for section in &framework[form].sections {
        for field in &section.fields {
            if field.by_hand() {
                let why = field.asked(at).map(str::to_owned);
                let (section, label) = (section.title.clone(), field.label.clone());
                done.by_hand.push(ByHand { section, label, why });
            } else if let Some(why) = field.asked(at) {
                done.lacking.extend(look.lacking(&section.title, field, why));
            }
        }
    }
    done
}

/// The names of what the program's own layout lacks, for scripts.
pub fn missing(framework: &Framework, case: &Case, assessment: &Assessment) -> Vec<String> {
    let look = Look { paper: Paper::new(framework, case, assessment) };
    look.own().into_iter().map(|lacking| lacking.field).collect()
}

/// A case that is looked through for what is not there.
struct Look<'a> {
    paper: Paper<'a>,
}

impl Look<'_> {
    fn own(&self) -> Vec<Lacking> {
        let mut lacking: Vec<Lacking> = Vec::new();
        for (field, pieces, why) in OWN {
            let all = pieces.iter().all(|&given| self.lacks_words(given));
            if !all || lacking.iter().any(|other| other.field == field) {
                continue;
            }
            let place = pieces.iter().find_map(|&given| self.place(given));
            lacking.extend(place.map(|place| Lacking {
                section: None,
                label: contents::label(pieces[0]).to_owned(),
                why: why.to_owned(),
                field: field.to_owned(),
                place,
            }));
        }
        lacking
    }

    /// A field of a form, where nothing that it is made of is there.
    fn lacking(&self, section: &str, field: &FormField, why: &str) -> Option<Lacking> {
        let empty = |content: &Content| match content {
            Content::Given(given) => self.lacks(*given),
            Content::Questions(questions) => !questions.iter().any(|&q| self.known(q)),
            Content::Dimensions(dimensions) => {
                let here = |q: &QuestionIx| self.paper.is_in(*q, dimensions);
                let standing =
                    self.paper.worries().into_iter().chain(self.paper.assessment.strengths.clone());
                !standing.filter(here).any(|q| self.known(q))
            }
        };
        // One piece that is expected and not there is a gap; where none is expected, nothing at all is one.
        let expected: Vec<&Content> = field.from.iter().filter(|content| is_expected(content)).collect();
        let gaps: Vec<&Content> = match expected[..] {
            [] if field.from.iter().all(empty) => field.from.iter().collect(),
            _ => expected.into_iter().filter(|content| empty(content)).collect(),
        };
        let place = gaps.iter().find_map(|content| match content {
            Content::Given(given) => self.place(*given),
            Content::Questions(questions) => questions.first().map(|&q| Place::Question(q)),
            Content::Dimensions(dimensions) => {
                let open = self.paper.unknown_in(dimensions).into_iter().next();
                Some(open.map_or(Place::Concerns, Place::Question))
            }
        })?;
        let name = |content: &Content| match content {
            Content::Given(given) => key(*given),
            Content::Questions(_) => "questions".to_owned(),
            Content::Dimensions(_) => "area".to_owned(),
        };
        let field_name = gaps.first().map(|content| name(content)).unwrap_or_default();
        let (section, label) = (Some(section.to_owned()), field.label.clone());
        Some(Lacking { section, label, why: why.to_owned(), field: field_name, place })
    }

    /// Whether somebody could answer a question.
    fn known(&self, question: QuestionIx) -> bool {
        let unknown = self.paper.assessment.find_out.iter().any(|unknown| unknown.question == question);
        !unknown && !self.paper.answered(vec![question]).is_empty()
    }

    /// The same for the program's own layout, which has its own ways to say some of it.
    fn lacks_words(&self, given: Given) -> bool {
        match given {
            Given::HelpTried => self.paper.case.referral.help_tried.trim().is_empty(),
            // Its table of facts has a column for what was said.
            Given::ChildsWords => {
                let facts = &self.paper.case.account.pieces;
                self.lacks(given) && facts.iter().all(|piece| piece.words.trim().is_empty())
            }
            other => self.lacks(other),
        }
    }

    /// Whether a piece that somebody fills in is not there; what the program works out always is.
    fn lacks(&self, given: Given) -> bool {
        let (paper, case) = (&self.paper, self.paper.case);
        let (referral, account) = (&case.referral, &case.account);
        let blank = |text: &str| text.trim().is_empty();
        match given {
            // Every child of the check is somebody to look for.
            Given::Child => {
                let is_named =
                    |p: &&crate::case::model::Person| p.part == PersonPart::Child && !blank(&p.name);
                referral.people.iter().filter(is_named).count() < case.children.len() + 1
            }
            // The program names the role; the name is the referrer's own to give.
            Given::Referrer => blank(&referral.referrer),
            Given::AskedFor => blank(&referral.asked_for),
            Given::Decision => case.decision.is_none(),
            Given::Age => case.members().any(|member| member.age.is_none()),
            Given::Events => account.pieces.is_empty(),
            Given::Impact => !paper.of_part(Part::Effect).into_iter().any(|q| self.known(q)),
            other => paper.said(other, &[]).is_empty(),
        }
    }

    /// Where a piece is filled in; none where the program works it out.
    fn place(&self, given: Given) -> Option<Place> {
        let first = |part: Part| self.paper.of_part(part).first().map(|&q| Place::Question(q));
        Some(match given {
            Given::Child => Place::People(PersonPart::Child),
            Given::Household => Place::People(PersonPart::Household),
            Given::Professionals => Place::People(PersonPart::Professional),
            Given::Address => Place::Field(Spot::Address),
            Given::ParentalResponsibility => Place::Field(Spot::Responsibility),
            Given::ChildsWords => Place::Field(Spot::Words),
            Given::ChildsWishes => Place::Field(Spot::Wishes),
            Given::History => Place::Field(Spot::History),
            Given::HelpTried => Place::Field(Spot::Help),
            Given::AskedFor => Place::Field(Spot::AskedFor),
            Given::Referrer => Place::Field(Spot::Referrer),
            Given::ReferrerContact => Place::Field(Spot::ReferrerContact),
            Given::Whereabouts | Given::OtherChildren => Place::Safety,
            Given::Age | Given::Council | Given::Worker | Given::Relation => Place::About,
            Given::Account | Given::Events => Place::Worry,
            Given::Worries => Place::Concerns,
            Given::Injuries => Place::Injuries,
            Given::Told => Place::Told,
            Given::Decision | Given::Consulted => Place::Decision,
            Given::Call => Place::Call,
            Given::Impact => first(Part::Effect)?,
            Given::Strengths => first(Part::Strengths)?,
            Given::Urgency
            | Given::Date
            | Given::Level
            | Given::Reasons
            | Given::Telling
            | Given::Agreement
            | Given::Sharing
            | Given::Duties
            | Given::NextSteps
            | Given::Unknown
            | Given::NotLookedAt => return None,
        })
    }
}

/// Whether a piece is missed where it is one of several in a field: of some, there is often nothing to say.
fn is_expected(content: &Content) -> bool {
    match content {
        Content::Questions(_) => true,
        Content::Dimensions(_) => false,
        Content::Given(given) => !matches!(
            given,
            Given::Council
                | Given::Worker
                | Given::Telling
                | Given::Injuries
                | Given::Worries
                | Given::Consulted
                | Given::Duties
                | Given::Unknown
                | Given::NotLookedAt
        ),
    }
}

/// A piece's name for scripts: `ChildsWords` is `childs_words`.
fn key(given: Given) -> String {
    let mut key = String::new();
    for letter in format!("{given:?}").chars() {
        if letter.is_uppercase() && !key.is_empty() {
            key.push('_');
        }
        key.extend(letter.to_lowercase());
    }
    key
}

/// The personal fields that leave the program with a summary, by their labels.
pub fn personal(case: &Case) -> Vec<&'static str> {
    let referral = &case.referral;
    let has = |text: &str| !text.trim().is_empty();
    let people = |part| referral.people.iter().any(|p| p.part == part);
    let notes = case.answers.iter().any(|a| has(&a.note));
    let all = [
        (people(PersonPart::Child), L.child),
        (case.members().any(|member| member.due.is_some()), L.due),
        (case.members().any(|member| has(member.called)), L.children),
        (people(PersonPart::Household), L.household),
        (people(PersonPart::Professional), L.professionals),
        (has(&referral.address), L.address),
        (has(&referral.parental_responsibility), L.responsibility),
        (has(&case.whereabouts), L.whereabouts),
        (has(&case.other_children), L.other_children),
        (has(&case.about.worker), L.worker),
        (has(&case.account.text) || !case.account.pieces.is_empty(), L.happened),
        (!case.injuries.is_empty(), L.injuries),
        (has(&referral.childs_words), L.childs_words),
        (has(&referral.childs_wishes), L.childs_wishes),
        (has(&referral.history), L.history_free),
        (has(&referral.help_tried), L.help_free),
        (!case.told.is_empty(), L.told),
        (notes, L.note),
        (has(&referral.asked_for), L.asked_for),
        (has(&referral.referrer), L.referrer),
        (has(&referral.referrer_contact), L.referrer_contact),
        (case.call != crate::case::model::Call::default(), L.call),
    ];
    all.into_iter().filter(|(there, _)| *there).map(|(_, label)| label).collect()
}
