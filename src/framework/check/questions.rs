//! Questions: every one a row of steps on which concern only ever rises.

use super::super::{
    model::{IndicatorIx, Part, Polarity, QuestionIx, Worse},
    raw::{self, Mark},
};
use super::{
    facts::{Facts, Opening, QuestionFacts, StepFacts, Use},
    gather::{Asked, Gathered},
    head::source,
    names::Kind,
    report::Report,
};

/// What the two answers of a yes/no question are called.
pub const NO: &str = "no";
pub const YES: &str = "yes";

/// Checks each question by itself.
pub fn check<'a>(report: &mut Report<'a>, all: &Gathered<'a>, facts: &mut Facts<'a>) {
    for (at, &asked) in all.questions.iter().enumerate() {
        words(report, &asked);
        let steps = row(report, asked.raw);
        for (step, found) in steps.iter().enumerate() {
            if let (Some(mark), Some(indicator)) = (found.mark, found.indicator) {
                let question = QuestionIx(at);
                facts.indicators[indicator.0].uses.push(Use { question, step, mark });
            }
        }
        let of = |s: &StepFacts<'a>| s.indicator.map(|i| facts.indicators[i.0].raw.polarity);
        let polarity = steps.iter().find_map(of).unwrap_or(match asked.part {
            Some(Part::Strengths) => Polarity::Strength,
            _ => Polarity::Need,
        });
        let question = QuestionFacts { asked, polarity, opens: openings(report, &asked, &steps), steps };
        if asked.part == Some(Part::Strengths) && polarity != Polarity::Strength {
            let id = asked.common.id.0;
            let message = format!("`{id}` asks for a worry among the strengths");
            let help = "strengths are optional, so a worry there could be missed; \
                        move it to another section";
            report.error(id, message, "not a strength", help);
        }
        one_theme(report, facts, &question);
        rising(report, facts, &question);
        if asked.part == Some(Part::Safety) && matches!(asked.raw, raw::Question::Number(_)) {
            let id = asked.common.id.0;
            let message = format!("the safety question `{id}` asks for a number");
            report.error(id, message, "a number", "safety questions are yes/no questions or ladders");
        }
        facts.questions.push(question);
    }
}

fn words(report: &mut Report<'_>, asked: &Asked<'_>) {
    let q = &asked.common;
    report.prose(q.text, q.id, "text");
    report.prose(q.why, q.id, "why");
    for (text, field) in [(q.hint, "hint"), (q.means, "means")] {
        if let Some(text) = text {
            report.prose(text, q.id, field);
        }
    }
    for (texts, field) in [(q.counts, "counts"), (q.does_not_count, "does_not_count"), (q.who, "who")] {
        for text in texts {
            report.prose(text, q.id, field);
        }
    }
    let (raw::FindOut::Ask(text)
    | raw::FindOut::Records(text)
    | raw::FindOut::Colleague(text)
    | raw::FindOut::FrontDoor(text)) = q.find_out;
    report.prose(text, q.id, "find_out");
    report.refer_all(Kind::Age, q.ages);
    source(report, q.source);
}

/// The steps of a question, least worrying first.
fn row<'a>(report: &mut Report<'a>, question: &'a raw::Question<'a>) -> Vec<StepFacts<'a>> {
    let mut steps = Vec::new();
    let mut add = |report: &mut Report<'a>, id, means, mark: Option<Mark<'a>>| {
        let indicator = mark.and_then(|m| report.refer(Kind::Indicator, m));
        steps.push(StepFacts { id, means, mark, indicator: indicator.map(IndicatorIx) });
    };
    match question {
        raw::Question::YesNo(q) => {
            if let (Some(yes), Some(no)) = (q.yes, q.no) {
                let other = report.place(no.0, "and so does *no*");
                let message = format!("both answers of `{}` establish an indicator", q.id.0);
                let help = "one answer is the worry and the other is not; for two worries make a ladder or two questions";
                report.error(yes.0, message, "*yes* establishes this", help).also.push(other);
            }
            let (calm, worry) = if worry_is_no(q) { (YES, NO) } else { (NO, YES) };
            add(report, Mark(calm), None, None);
            add(report, Mark(worry), None, q.yes.or(q.no));
        }
        raw::Question::Ladder(q) => {
            for rung in &q.rungs {
                report.prose(&rung.means, rung.id, "means");
                add(report, rung.id, Some(&rung.means), rung.indicator);
            }
        }
        raw::Question::Number(q) => {
            report.prose(&q.unit, q.id, "unit");
            report.prose(&q.otherwise.means, q.otherwise.id, "means");
            add(report, q.otherwise.id, Some(&q.otherwise.means), q.otherwise.indicator);
            for cut in &q.cuts {
                report.prose(&cut.means, cut.id, "means");
                add(report, cut.id, Some(&cut.means), cut.indicator);
            }
        }
    }
    if let raw::Question::YesNo(_) = question {
        return steps;
    }
    for (at, step) in steps.iter().enumerate() {
        report.well_formed(step.id);
        if let Some(first) = steps[..at].iter().find(|s| s.id == step.id) {
            let first = report.place(first.id.0, "the first one");
            let message = format!("two rungs have the id `{}`", step.id.0);
            report
                .error(step.id.0, message, "the second one", "give one of the two another id")
                .also
                .push(first);
        }
    }
    steps
}

/// Whether *no* is the worrying answer.
pub fn worry_is_no(question: &raw::YesNo<'_>) -> bool {
    question.no.is_some() && question.yes.is_none()
}

fn openings<'a>(report: &mut Report<'a>, asked: &Asked<'a>, steps: &[StepFacts<'a>]) -> Vec<Opening<'a>> {
    let mut found = Vec::new();
    let mut add = |report: &mut Report<'a>, from, marks: &'a [Mark<'a>]| {
        let targets = report.refer_all(Kind::Question, marks);
        for (&mark, target) in marks.iter().zip(targets) {
            let target = target.map(QuestionIx);
            found.push(Opening { from, mark, target });
        }
    };
    let opens = match asked.raw {
        raw::Question::YesNo(q) => {
            add(report, 1, &q.opens);
            return found;
        }
        raw::Question::Ladder(q) => &q.opens,
        raw::Question::Number(q) => &q.opens,
    };
    let id = asked.common.id.0;
    for open in opens {
        let Some(from) = steps.iter().position(|s| s.id == open.from) else {
            no_rung(report, id, steps, open.from);
            continue;
        };
        if from == 0 {
            let message = format!(
                "`{id}` opens questions from its first rung on, where it stands before anybody has answered"
            );
            let help = "open them from a later rung, or take this entry away: what no question opens is asked at once";
            report.error(open.from.0, message, "the first rung", help);
        }
        add(report, from, &open.ask);
    }
    found
}

/// Tells that a question has no rung of this name.
pub fn no_rung(report: &mut Report<'_>, question: &str, steps: &[StepFacts<'_>], rung: Mark<'_>) {
    let message = format!("`{question}` has no rung `{}`", rung.0);
    let near = super::super::spelling::nearest(rung.0, steps.iter().map(|s| s.id.0));
    let label = near.map_or("not known".to_owned(), |n| format!("did you mean `{n}`?"));
    let list: Vec<_> = steps.iter().map(|s| format!("`{}`", s.id.0)).collect();
    let help = format!("its rungs are {}", list.join(", "));
    report.error(rung.0, message, label, help);
}

/// A question is about one thing: one polarity, and for needs one dimension and one theme.
fn one_theme(report: &mut Report<'_>, facts: &Facts<'_>, question: &QuestionFacts<'_>) {
    let id = question.asked.common.id.0;
    let mut found = question.steps.iter().filter_map(|s| Some((s.mark?, s.indicator?)));
    let Some((first_mark, first)) = found.next() else {
        return;
    };
    let one = &facts.indicators[first.0];
    for (mark, indicator) in found {
        let other = &facts.indicators[indicator.0];
        let dimensions = one.dimension.zip(other.dimension);
        let need = one.raw.polarity == Polarity::Need;
        let (what, help) = if one.raw.polarity != other.raw.polarity {
            (
                "polarities",
                "a question asks for needs, for background or for strengths, never for two of them",
            )
        } else if need && dimensions.is_some_and(|(a, b)| a != b) {
            ("dimensions", "a ladder is one theme of one dimension; make a question of its own for each")
        } else if need && one.raw.theme != other.raw.theme {
            (
                "themes",
                "a ladder is one theme; write the same `theme` for its indicators, or make two questions",
            )
        } else {
            continue;
        };
        let first = report.place(first_mark.0, "one");
        let message = format!("the indicators of `{id}` have different {what}");
        report.error(mark.0, message, "another", help).also.push(first);
    }
}

/// Concern never falls along the row, and nobody stands at a worry before anything is answered.
fn rising(report: &mut Report<'_>, facts: &Facts<'_>, question: &QuestionFacts<'_>) {
    let id = question.asked.common.id;
    if question.steps.len() < 2 {
        let message = format!("`{}` leaves nothing to choose", id.0);
        report.error(
            id.0,
            message,
            "fewer than two rungs",
            "a ladder has at least two rungs, a number at least one cut",
        );
    }
    let strength = question.polarity == Polarity::Strength;
    let first = question.steps.first().and_then(|s| Some((s.mark?, facts.indicators.get(s.indicator?.0)?)));
    if let Some((mark, indicator)) = first {
        if strength {
            let message = format!(
                "the first rung of `{}` is a strength, but everybody stands there before answering",
                id.0
            );
            report.error(
                mark.0,
                message,
                "on the first rung",
                "put a rung without an indicator before it, such as `none known`",
            );
        } else if indicator.pathway.is_some_and(|p| p.0 > 0) {
            // Not even a higher pathway of the lowest level: a count of that pathway would hold at rest.
            let message = format!(
                "the first rung of `{}` is a worry, but everybody stands there before answering",
                id.0
            );
            let help = "put a rung without a worry before it, least worrying first";
            report.error(mark.0, message, "on the first rung, above the lowest pathway", help);
        }
    }
    if !strength {
        let mut highest: Option<(Mark<'_>, _)> = None;
        for step in &question.steps {
            let Some((mark, indicator)) = step.mark.zip(step.indicator) else {
                continue;
            };
            let Some(pathway) = facts.indicators[indicator.0].pathway else {
                continue;
            };
            match highest {
                Some((above, most)) if pathway < most => {
                    let other = report.place(above.0, "this goes before it and is more urgent");
                    let message = format!("the rungs of `{}` go down again", id.0);
                    let help = "list rungs from the least to the most worrying; each stands at least as high as the one before";
                    report.error(mark.0, message, "less urgent", help).also.push(other);
                }
                _ => highest = Some((mark, pathway)),
            }
        }
    }
    if let raw::Question::Number(q) = question.asked.raw {
        cuts(report, facts, q);
    }
}

fn cuts(report: &mut Report<'_>, facts: &Facts<'_>, question: &raw::Number<'_>) {
    let id = question.id.0;
    for cut in &question.cuts {
        if let raw::Amount::Parameter(mark) = cut.at {
            report.refer(Kind::Parameter, mark);
        }
    }
    if question.least >= question.most {
        let message =
            format!("the number of `{id}` has no room: from {} to {}", question.least, question.most);
        report.error(id, message, "of this question", "`least` is smaller than `most`");
        return;
    }
    let mut before: Option<i64> = None;
    for cut in &question.cuts {
        let Some(at) = facts.amount(&report.names, cut.at) else {
            continue;
        };
        let (room, order) = match question.worse {
            Worse::Lower => (at > question.least && at <= question.most, before.is_none_or(|b| at < b)),
            Worse::Higher => (at >= question.least && at < question.most, before.is_none_or(|b| at > b)),
        };
        if !room {
            let message = format!("no answer of `{id}` can lie beyond {at}");
            let help =
                format!("answers go from {} to {}; put the cut between them", question.least, question.most);
            report.error(cut.id.0, message, "this rung can never hold", help);
        } else if !order {
            let message = format!("the cuts of `{id}` are out of order at {at}");
            let help = "list cuts from the least to the most worrying: falling where lower is worse, rising where higher is worse";
            report.error(cut.id.0, message, "not beyond the cut before", help);
        }
        before = Some(at);
    }
}
