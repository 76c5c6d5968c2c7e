//! Indicators: each at a level, in a dimension, and established by one answer.

use super::super::model::{DimensionIx, Polarity};
use super::{
    facts::{Facts, IndicatorFacts},
    gather::Gathered,
    head::source,
    names::Kind,
    report::Report,
};

/// Checks each indicator by itself.
pub fn check<'a>(report: &mut Report<'a>, all: &Gathered<'a>, facts: &mut Facts<'a>) {
    for raw in &all.indicators {
        report.prose(&raw.text, raw.id, "text");
        report.prose(&raw.theme, raw.id, "theme");
        for (text, field) in
            [(&raw.first_person, "first_person"), (&raw.guidance, "guidance"), (&raw.differs, "differs")]
        {
            if let Some(text) = text {
                report.prose(text, raw.id, field);
            }
        }
        report.refer_all(Kind::Age, &raw.ages);
        source(report, &raw.source);
        let pathway = facts.at(&report.names, raw.at);
        if pathway.is_none() && report.names.find(Kind::Level, raw.at).is_none() {
            report.dangling(&[Kind::Pathway, Kind::Level], raw.at);
        }
        if raw.decisive && raw.polarity != Polarity::Need {
            let message = format!("`{}` is decisive, but not a need", raw.id.0);
            let help = "history, refused help and strengths never decide alone; leave `decisive` out, or leave `polarity` out";
            report.error(raw.id.0, message, "only a need can be decisive", help);
        }
        if raw.decisive && pathway.is_some_and(|p| p.0 == 0) {
            let message =
                format!("`{}` is decisive for the lowest pathway, where everybody stands", raw.id.0);
            let help = "name a higher level or pathway, or leave `decisive` out";
            report.error(raw.at.0, message, "nothing to decide", help);
        }
        let dimension = report.refer(Kind::Dimension, raw.dimension);
        facts.indicators.push(IndicatorFacts {
            raw,
            pathway,
            dimension: dimension.map(DimensionIx),
            uses: Vec::new(),
        });
    }
}

/// Checks that every indicator has exactly one step of one question.
pub fn used_once(report: &mut Report<'_>, facts: &Facts<'_>) {
    for indicator in &facts.indicators {
        let id = indicator.raw.id;
        match indicator.uses.as_slice() {
            [_] => {}
            [] => {
                // Of two indicators with one id only the first is found, and the other has been told of.
                let second = report.names.all(Kind::Indicator).iter().filter(|m| **m == id).count() > 1;
                let misspelt = report.is_meant(Kind::Indicator, id);
                if report.names.complete(Kind::Question) && !second && !misspelt {
                    let message = format!("no question establishes the indicator `{}`", id.0);
                    let help = "name it in an answer or rung, or take it away";
                    report.error(id.0, message, "never asked for", help);
                }
            }
            [first, rest @ ..] => {
                for other in rest {
                    let first = report.place(first.mark.0, "established here already");
                    let message = format!("the indicator `{}` is established in two places", id.0);
                    let help = "an indicator belongs to one answer of one question; make a second indicator";
                    report.error(other.mark.0, message, "and here", help).also.push(first);
                }
            }
        }
    }
}
