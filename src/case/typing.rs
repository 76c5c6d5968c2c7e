//! Which changes are letters typed into one text, so that one undo takes back what was typed and not a letter.

use jiff::civil::Date;

use super::{
    family::ChildNo,
    injury::Injury,
    log::{Change, Entry},
    model::{About, Account, Answer, Answered, Call, Decision, OwnView, Person, Piece, Referral},
};

impl Change {
    /// Whether this change and an earlier one are letters typed into the same text, so that typing
    /// makes one entry and not one a letter. Whatever is chosen, added or removed stands alone.
    pub(super) fn types_on(&self, earlier: &Entry) -> bool {
        if earlier.takes_back {
            return false;
        }
        if self.digits_on(earlier) {
            return true;
        }
        let typed = |was: &Self, now: &Self| was.typed_into(now);
        match (typed(&earlier.was, &earlier.change), typed(&earlier.change, self)) {
            (Some(before), Some(now)) => before == now,
            // Typed back to what stood before: what is typed next goes on from there.
            (None, Some(_)) => earlier.was == earlier.change,
            _ => false,
        }
    }

    /// Whether this is a number with more of its digits typed than an earlier change had: `8`, then `87`;
    /// of several children's numbers, the same child's.
    fn digits_on(&self, earlier: &Entry) -> bool {
        match (&earlier.was, &earlier.change, self) {
            (_, Self::Answer(_, Some(was)), Self::Answer(_, Some(now))) => more_digits(was, now),
            (Self::Answers(_, before), Self::Answers(question, was), Self::Answers(asked, now)) => {
                let one = the_one_that_differs;
                let (Some((_, typed)), Some((was, now))) = (one(before, was), one(was, now)) else {
                    return false;
                };
                let same_child = question == asked && typed == was;
                same_child && was.zip(now).is_some_and(|(was, now)| more_digits(was, now))
            }
            _ => false,
        }
    }

    /// The one text that differs between two values of the same part, by a name; `None` where anything
    /// else differs, or more than one text does.
    fn typed_into(&self, now: &Self) -> Option<String> {
        let (was, now) = (self.texts()?, now.texts()?);
        if was.frame != now.frame || was.texts.len() != now.texts.len() {
            return None;
        }
        let mut differing = was.texts.iter().zip(&now.texts).enumerate().filter(|(_, (a, b))| a != b);
        let (at, _) = differing.next()?;
        differing.next().is_none().then(|| format!("{} {at}", was.frame))
    }

    /// A part taken apart into what is typed and all else.
    fn texts(&self) -> Option<Texts> {
        let of = |frame: String, texts: &[&str]| {
            Some(Texts { frame, texts: texts.iter().map(|&t| t.to_owned()).collect() })
        };
        match self {
            Self::About(About { called, age, due, role, relation, worker, council }) => {
                let due = as_typed(*due);
                of(format!("about {age:?} {role:?}"), &[called, relation, worker, council, &due])
            }
            Self::Account(Account { text, pieces }) => {
                let frame: Vec<_> = pieces.iter().map(|piece| piece.how).collect();
                let mut texts = vec![text.as_str()];
                for Piece { what, how: _, by, when, words } in pieces {
                    texts.extend([what.as_str(), by, when, words]);
                }
                of(format!("account {frame:?}"), &texts)
            }
            Self::Answer(question, Some(answered)) => {
                of(format!("answer {question} {}", answer_frame(answered)), &[&answered.note])
            }
            Self::Answers(question, all) => {
                let frame: Vec<_> = all.iter().map(answer_frame).collect();
                let notes: Vec<&str> = all.iter().map(|answered| answered.note.as_str()).collect();
                of(format!("answers {question} {frame:?}"), &notes)
            }
            Self::Children(children) => {
                let frame: Vec<_> = children.iter().map(|child| (child.no, &child.age)).collect();
                let dues: Vec<String> = children.iter().map(|child| as_typed(child.due)).collect();
                let called = children.iter().map(|child| child.called.as_str());
                let texts: Vec<&str> = called.chain(dues.iter().map(String::as_str)).collect();
                of(format!("children {frame:?}"), &texts)
            }
            Self::Whereabouts(text) => of("whereabouts".to_owned(), &[text]),
            Self::OtherChildren(text) => of("other children".to_owned(), &[text]),
            Self::Told(adults) => {
                let frame: Vec<_> = adults.iter().map(|told| told.state).collect();
                let texts: Vec<&str> =
                    adults.iter().flat_map(|told| [told.adult.as_str(), &told.said]).collect();
                of(format!("told {frame:?}"), &texts)
            }
            Self::OwnView(Some(OwnView { pathway, why })) => of(format!("own view {pathway:?}"), &[why]),
            Self::Decision(Some(Decision { pathway, reason, consulted })) => {
                of(format!("decision {pathway}"), &[reason, consulted])
            }
            Self::Referral(referral) => {
                let frame: Vec<_> = referral.people.iter().map(|person| person.part).collect();
                of(format!("referral {frame:?}"), &referral_texts(referral))
            }
            Self::Call(call) => of("call".to_owned(), &call_texts(call)),
            Self::Injuries(all) => {
                let frame: Vec<_> = all.iter().map(Injury::frame).collect();
                let texts: Vec<&str> = all.iter().flat_map(Injury::texts).collect();
                of(format!("injuries {frame:?}"), &texts)
            }
            Self::After(after) => {
                let chase = as_typed(after.chase);
                let mut texts = after.texts();
                texts.push(&chase);
                of(format!("after {}", after.frame()), &texts)
            }
            Self::Answer(_, None)
            | Self::OwnView(None)
            | Self::Decision(None)
            | Self::Concerns(_)
            | Self::Family(..)
            | Self::Revealed(_)
            | Self::Held(_)
            | Self::AsOf(..) => None,
        }
    }
}

/// What of a part is typed, and all that is not, as a name for the place.
struct Texts {
    frame: String,
    texts: Vec<String>,
}

/// A date as something that is typed: it is no date while one of its digits is being typed anew.
fn as_typed(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Whether an answer is a number with more of its digits typed, and all else of it stands.
fn more_digits(was: &Answered, now: &Answered) -> bool {
    let half_typed = matches!(was.answer, Answer::Number(_) | Answer::NotKnown);
    let same = Answered { answer: now.answer.clone(), ..was.clone() } == *now;
    same && half_typed && matches!(now.answer, Answer::Number(_))
}

/// An answer as it stood and as it stands, where there is one.
type Both<'a> = (Option<&'a Answered>, Option<&'a Answered>);

/// The answer that differs, is new or is gone, if it is the only one.
fn the_one_that_differs<'a>(was: &'a [Answered], now: &'a [Answered]) -> Option<Both<'a>> {
    let stands = |all: &'a [Answered], child| all.iter().find(|a| a.child == child);
    let mut whose: Vec<Option<ChildNo>> = was.iter().chain(now).map(|answered| answered.child).collect();
    whose.sort_unstable();
    whose.dedup();
    let mut differing = whose
        .into_iter()
        .map(|child| (stands(was, child), stands(now, child)))
        .filter(|(was, now)| was != now);
    let first = differing.next()?;
    differing.next().is_none().then_some(first)
}

/// All of an answer that is not typed.
fn answer_frame(Answered { question: _, answer, note: _, to_review, child }: &Answered) -> String {
    format!("{answer:?} {to_review} {child:?}")
}

fn call_texts(call: &Call) -> [&str; 7] {
    let Call { spoke_to, when, advice, reference, spoke_to_role, agreed, who_does_what } = call;
    [spoke_to, when, advice, reference, spoke_to_role, agreed, who_does_what]
}

fn referral_texts(referral: &Referral) -> Vec<&str> {
    let Referral {
        people,
        address,
        parental_responsibility,
        childs_words,
        childs_wishes,
        history,
        help_tried,
        asked_for,
        referrer,
        referrer_contact,
    } = referral;
    let mut texts = vec![
        address.as_str(),
        parental_responsibility,
        childs_words,
        childs_wishes,
        history,
        help_tried,
        asked_for,
        referrer,
        referrer_contact,
    ];
    for Person { name, part: _, born, details } in people {
        texts.extend([name.as_str(), born, details]);
    }
    texts
}
