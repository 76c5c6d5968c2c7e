//! Which answers of two frameworks go together: by equal ids, and by what either says of the other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::carry::Place;
use crate::framework::{
    Framework, Id,
    model::{How, Kind, Question, QuestionIx},
};

/// How an answer is carried over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It says each of these.
    To,
    /// It is one of these.
    Choice,
    /// It touches these and says none of them.
    Part,
    /// Nothing corresponds, on purpose.
    Nothing,
}

/// One way for one answer.
#[derive(Clone, Debug)]
pub struct Link {
    pub way: Way,
    pub there: Vec<Place>,
    pub note: String,
}

/// Answers that say something there only all together.
#[derive(Clone, Debug)]
pub struct Joint {
    pub needs: Vec<Place>,
    pub gives: Place,
    pub note: String,
}

/// All that goes together, read in one direction.
#[derive(Debug)]
pub struct Ties {
    links: BTreeMap<Place, Vec<Link>>,
    pub joints: Vec<Joint>,
    /// Questions that ask for the same number, and where they ask for it there.
    pub numbers: HashMap<QuestionIx, QuestionIx>,
    /// By question there: the questions here that say something of it.
    feeders: HashMap<QuestionIx, BTreeSet<QuestionIx>>,
}

impl Ties {
    /// What goes together between two frameworks, read from the first to the second.
    pub fn new(from: &Framework, to: &Framework) -> Self {
        let mut ties = Self {
            links: BTreeMap::new(),
            joints: Vec::new(),
            numbers: HashMap::new(),
            feeders: HashMap::new(),
        };
        ties.by_ids(from, to);
        ties.forward(from, to);
        ties.backward(from, to);
        for (&(question, _), links) in &ties.links {
            for &(there, _) in links.iter().flat_map(|link| &link.there) {
                ties.feeders.entry(there).or_default().insert(question);
            }
        }
        for joint in &ties.joints {
            let needs = joint.needs.iter().map(|(question, _)| *question);
            ties.feeders.entry(joint.gives.0).or_default().extend(needs);
        }
        ties
    }

    /// The ways of an answer; empty where nothing is said of it.
    pub fn of(&self, place: Place) -> &[Link] {
        self.links.get(&place).map_or(&[], Vec::as_slice)
    }

    /// The questions here that say something of a question there.
    pub fn feeders(&self, there: QuestionIx) -> impl Iterator<Item = QuestionIx> + '_ {
        self.feeders.get(&there).into_iter().flatten().copied()
    }

    /// Whether any answer of a question has a way.
    pub fn touches(&self, question: &Question, at: QuestionIx) -> bool {
        let joined = self.joints.iter().any(|joint| joint.needs.iter().any(|(q, _)| *q == at));
        joined || (0..question.steps.len()).any(|step| !self.of((at, step)).is_empty())
    }

    /// The lowest step there that some answer above this one leads to, beyond a step.
    pub fn next_above(&self, from: &Framework, place: Place, there: Place) -> Option<usize> {
        let (question, step) = place;
        let above = (step + 1..from[question].steps.len()).flat_map(|step| self.of((question, step)));
        let steps = above.flat_map(|link| &link.there).filter(|(q, _)| *q == there.0).map(|(_, step)| *step);
        steps.filter(|&step| step > there.1).min()
    }

    fn by_ids(&mut self, from: &Framework, to: &Framework) {
        let signs: HashMap<&Id, Place> =
            to.indicators.iter().map(|i| (&i.id, (i.question, i.step))).collect();
        for (at, question) in from.questions() {
            let named = to.question(&question.id);
            let same = named.filter(|&there| alike(from, question, to, &to[there]));
            for (step, here) in question.steps.iter().enumerate() {
                let there = match here.indicator {
                    Some(indicator) => signs.get(&from[indicator].id).copied(),
                    None => same.and_then(|there| {
                        let bare = |s: &crate::framework::model::QuestionStep| {
                            s.id == here.id && s.indicator.is_none()
                        };
                        Some((there, to[there].steps.iter().position(bare)?))
                    }),
                };
                if let Some(there) = there {
                    self.add((at, step), Way::To, vec![there], "");
                }
            }
            if let Some(there) = same
                && same_number(question, &to[there])
            {
                self.numbers.insert(at, there);
            }
        }
    }

    /// What the first framework says of the second, or of a third in words that the second has too.
    fn forward(&mut self, from: &Framework, to: &Framework) {
        for correspondence in &from.correspondences {
            let declared = correspondence.to == to.about.id;
            for tie in &correspondence.ties {
                let there: Option<Vec<Place>> = tie.there.iter().map(|far| to.far(far)).collect();
                let Some(there) = there.filter(|_| declared || tie.how != How::Nothing) else { continue };
                if !declared && !self.of(tie.here).is_empty() {
                    continue;
                }
                let way = match tie.how {
                    How::Same | How::Both | How::Includes => Way::To,
                    How::Either => Way::Choice,
                    How::Part => Way::Part,
                    How::Nothing => Way::Nothing,
                };
                // What was written stands before what follows from equal ids.
                self.links.remove(&tie.here);
                self.add(tie.here, way, there, &tie.note);
            }
            for (here, there) in &correspondence.numbers {
                if let Some(there) = to.question(there).filter(|&at| same_number(&from[*here], &to[at])) {
                    self.numbers.insert(*here, there);
                }
            }
        }
    }

    /// What the second framework says of the first, read backwards as far as it can be.
    fn backward(&mut self, from: &Framework, to: &Framework) {
        for correspondence in &to.correspondences {
            let declared = correspondence.to == from.about.id;
            for tie in &correspondence.ties {
                let here: Option<Vec<Place>> = tie.there.iter().map(|far| from.far(far)).collect();
                let Some(here) = here else { continue };
                match tie.how {
                    How::Same | How::Either => {
                        for place in here {
                            let free = declared || self.of(place).is_empty();
                            if free && !self.of(place).iter().any(|link| link.there.contains(&tie.here)) {
                                self.add(place, Way::To, vec![tie.here], &tie.note);
                            }
                        }
                    }
                    How::Both => {
                        let (gives, note) = (tie.here, tie.note.clone());
                        self.joints.push(Joint { needs: here, gives, note });
                    }
                    How::Includes | How::Part => {
                        for place in
                            here.into_iter().filter(|place| self.of(*place).is_empty()).collect::<Vec<_>>()
                        {
                            self.add(place, Way::Part, vec![tie.here], &tie.note);
                        }
                    }
                    How::Nothing => {}
                }
            }
            for (there, here) in &correspondence.numbers {
                if let Some(here) = from.question(here).filter(|&at| same_number(&from[at], &to[*there])) {
                    self.numbers.insert(here, *there);
                }
            }
        }
    }

    fn add(&mut self, place: Place, way: Way, there: Vec<Place>, note: &str) {
        self.links.entry(place).or_default().push(Link { way, there, note: note.to_owned() });
    }
}

/// Whether two questions of one id ask for the same: they share an indicator, or neither has any.
///
/// An id that is the same by chance would else make two *no* out of one.
fn alike(from: &Framework, one: &Question, to: &Framework, other: &Question) -> bool {
    let ids = |framework: &Framework, question: &Question| -> BTreeSet<Id> {
        let signs = question.steps.iter().filter_map(|step| step.indicator);
        signs.map(|sign| framework[sign].id.clone()).collect()
    };
    let (one, other) = (ids(from, one), ids(to, other));
    (one.is_empty() && other.is_empty()) || !one.is_disjoint(&other)
}

/// Whether two questions ask for a number of one unit, in one direction and within the same bounds.
fn same_number(one: &Question, other: &Question) -> bool {
    match (&one.kind, &other.kind) {
        (
            Kind::Number { unit, least, most, worse, .. },
            Kind::Number { unit: u, least: l, most: m, worse: w, .. },
        ) => unit == u && least == l && most == m && worse == w,
        _ => false,
    }
}
