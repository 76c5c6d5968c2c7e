//! Rules that change no result, and pathways that no case comes to: told by the fewest answers that make each rule hold.
//!
//! If a rule ever decides, it decides on a sheet with nothing on it that it does not need: on such a sheet least else
//! holds. So a rule is dead where on each of these others raise as far, and a pathway is reached where one comes to it.

use super::{
    batch::{Batch, Came, Entry},
    models::{Budget, End, Model, Ways},
};
use crate::framework::{
    Framework,
    condition::{Cell, Condition},
    model::{PathwayIx, RuleIx},
};

/// So many sheets of each rule are looked at, in rounds, each at another turn: nearly every rule shows itself on the
/// first.
const ROUNDS: [(usize, usize); 5] = [(1, 0), (16, 0), (16, 7), (256, 31), (4096, 0)];

/// Whether something shows on some sheet.
#[derive(Clone, Debug)]
pub enum Shown {
    Yes,
    /// On no sheet: with one of them, and the rules that cover it on every sheet that was looked at.
    No {
        cell: Cell,
        model: Model,
        by: Vec<RuleIx>,
    },
    /// No sheet makes it hold.
    Never,
    NotDecided,
}

/// What was found of a framework's rules, by their places.
pub struct Found {
    pub rules: Vec<Shown>,
    /// Advice that is not shown above a pathway, by its place.
    pub advice: Vec<Shown>,
    /// Pathways that a sheet comes to.
    pub reached: Vec<bool>,
}

/// What is looked for.
struct Target<'a> {
    when: &'a Condition,
    rule: Option<RuleIx>,
    /// What else raises as far as this covers it.
    over: PathwayIx,
    shown: Option<Shown>,
    /// A sheet on which others raise as far.
    example: Option<(Cell, Model)>,
    /// What covers it on all sheets of this round.
    by: Option<Vec<RuleIx>>,
}

/// Looks for a sheet on which each rule decides.
pub fn look(ways: &Ways<'_>, cells: &[Cell], budget: &mut Budget) -> Found {
    let framework = ways.framework;
    let rules = framework.rules.iter().enumerate().map(|(at, rule)| Target {
        when: &rule.when,
        rule: Some(RuleIx(at)),
        over: rule.to,
        shown: None,
        example: None,
        by: None,
    });
    // Advice is shown up to a pathway: what raises beyond it covers it.
    let limited = framework.advice.iter().map(|advice| {
        let over =
            advice.up_to.map(|up_to| PathwayIx(up_to.0 + 1)).filter(|over| over.0 < framework.pathways.len());
        let shown = over.is_none().then_some(Shown::Yes);
        Target {
            when: &advice.when,
            rule: None,
            over: over.unwrap_or(PathwayIx(0)),
            shown,
            example: None,
            by: None,
        }
    });
    let mut targets: Vec<Target<'_>> = rules.chain(limited).collect();
    let mut reached = vec![false; framework.pathways.len()];
    if let Some(first) = reached.first_mut() {
        // Where nothing is answered no rule holds; the loader sees to that.
        *first = true;
    }
    for limits in ROUNDS {
        round(ways, cells, limits, &mut targets, &mut reached, budget);
    }
    let mut shown = targets.into_iter().map(|target| target.shown.unwrap_or(Shown::NotDecided));
    let rules = shown.by_ref().take(framework.rules.len()).collect();
    Found { rules, advice: shown.collect(), reached }
}

fn round<'a>(
    ways: &Ways<'a>,
    cells: &[Cell],
    (most, turn): (usize, usize),
    targets: &mut [Target<'a>],
    reached: &mut [bool],
    budget: &mut Budget,
) {
    let framework = ways.framework;
    let mut batch = Batch::new(framework);
    let mut searched = vec![false; targets.len()];
    for at in 0..targets.len() {
        if targets[at].shown.is_some() {
            continue;
        }
        targets[at].by = None;
        let mut whole = true;
        for cell in cells {
            let mut seen = 0;
            let below = targets[at].rule.map(|_| targets[at].over);
            // What covers by itself is left out once there is an example of it.
            let mut full = Vec::new();
            let when = targets[at].when;
            let end =
                ways.each(when, None, (*cell, below.filter(|_| most > 1), turn), budget, &mut |model| {
                    full.push(model.clone());
                    seen += 1;
                    seen < most
                });
            whole &= end == End::All;
            let found = !full.is_empty();
            for model in full {
                if batch.add(Entry { of: at, cell: *cell, model }) {
                    batch.run(|entries, came| judge(framework, entries, came, targets, reached));
                }
            }
            if most == 1 && found {
                whole = false;
                break;
            }
            if targets[at].shown.is_some() {
                break;
            }
        }
        searched[at] = whole;
    }
    batch.run(|entries, came| judge(framework, entries, came, targets, reached));
    for (target, _) in
        targets.iter_mut().zip(searched).filter(|(target, whole)| *whole && target.shown.is_none())
    {
        target.shown = Some(match target.example.take() {
            Some((cell, model)) => Shown::No { cell, model, by: target.by.take().unwrap_or_default() },
            None => Shown::Never,
        });
    }
}

fn judge(
    framework: &Framework,
    entries: &[Entry<usize>],
    came: &Came<'_, '_>,
    targets: &mut [Target<'_>],
    reached: &mut [bool],
) {
    let over: Vec<PathwayIx> = entries.iter().map(|entry| targets[entry.of].over).collect();
    for (entry, raised) in entries.iter().zip(came.raised(&over)) {
        let target = &mut targets[entry.of];
        if let (Some(rule), Some(best)) = (target.rule, raised.first())
            && framework[*best].to == framework[rule].to
        {
            reached[framework[rule].to.0] = true;
        }
        let others = |other: &RuleIx| {
            target.rule.is_none_or(|rule| *other != rule && !of_one_ladder(framework, rule, *other))
        };
        let covers: Vec<RuleIx> = raised.into_iter().filter(others).collect();
        if covers.is_empty() {
            target.shown = Some(Shown::Yes);
            continue;
        }
        if target.example.is_none() {
            target.example = Some((entry.cell, entry.model.clone()));
        }
        match &mut target.by {
            Some(by) => by.retain(|rule| covers.contains(rule)),
            None => target.by = Some(covers),
        }
    }
}

/// A worse rung of one ladder means the milder ones as well: that both decide is no repetition.
fn of_one_ladder(framework: &Framework, one: RuleIx, other: RuleIx) -> bool {
    let question = |rule: RuleIx| framework[rule].decisive.map(|sign| framework[sign].question);
    question(one).is_some() && question(one) == question(other)
}
