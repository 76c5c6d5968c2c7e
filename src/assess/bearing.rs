//! What one indicator bears on, looked up without a case: the rules and duties it takes part in, and by itself.

use crate::framework::{
    Framework,
    condition::{Cell, Condition},
    model::{AgeIx, DutyIx, Indicator, IndicatorIx, RoleIx, RuleIx},
};

/// What an indicator bears on, in the framework's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bearing {
    /// Rules that hold by this indicator alone, for some age and role.
    pub rules_alone: Vec<RuleIx>,
    /// Rules that it takes part in with others.
    pub rules_together: Vec<RuleIx>,
    /// Duties that it brings by itself, for some age and role.
    pub duties_alone: Vec<DutyIx>,
    /// Duties that it brings together with others.
    pub duties_together: Vec<DutyIx>,
}

/// Looks up what an indicator bears on.
pub fn bearing(framework: &Framework, indicator: IndicatorIx) -> Bearing {
    let sign = &framework[indicator];
    let mut alone = vec![0; framework.questions.len()];
    let none = alone.clone();
    alone[sign.question.0] = sign.step;
    let cells = cells(framework, sign);
    // What holds for everyone of an age is not brought by this indicator.
    let by_itself = |when: &Condition| {
        let brings =
            |&cell: &Cell| when.holds(framework, &alone, cell) && !when.holds(framework, &none, cell);
        cells.iter().any(brings)
    };
    let mut found = Bearing::default();
    for (at, rule) in framework.rules.iter().enumerate().filter(|(_, rule)| rule.when.heeds(sign)) {
        let list = if by_itself(&rule.when) { &mut found.rules_alone } else { &mut found.rules_together };
        list.push(RuleIx(at));
    }
    for (at, duty) in framework.duties.iter().enumerate().filter(|(_, duty)| duty.when.heeds(sign)) {
        let list = if by_itself(&duty.when) { &mut found.duties_alone } else { &mut found.duties_together };
        list.push(DutyIx(at));
    }
    found
}

/// The indicators that bring a duty, in the framework's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Each by itself, for some age and role.
    pub alone: Vec<IndicatorIx>,
    /// Together with others.
    pub together: Vec<IndicatorIx>,
}

/// Looks up what brings a duty.
pub fn brought_by(framework: &Framework, duty: DutyIx) -> Brought {
    let when = &framework[duty].when;
    let mut brought = Brought::default();
    for (at, _) in framework.indicators.iter().enumerate().filter(|(_, sign)| when.heeds(sign)) {
        let alone = bearing(framework, IndicatorIx(at)).duties_alone.contains(&duty);
        let list = if alone { &mut brought.alone } else { &mut brought.together };
        list.push(IndicatorIx(at));
    }
    brought
}

/// Every age that the indicator can hold for, with every role.
fn cells(framework: &Framework, sign: &Indicator) -> Vec<Cell> {
    let asked = &framework[sign.question].ages;
    let ages = (0..framework.ages.len()).map(AgeIx);
    let ages = ages.filter(|age| sign.fits(*age) && (asked.is_empty() || asked.contains(age)));
    let roles = framework.roles.len();
    ages.flat_map(|age| (0..roles).map(move |role| Cell { age, role: RoleIx(role) })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::{Id, builtin, load};

    fn place(framework: &Framework, id: &str) -> IndicatorIx {
        let at = framework.indicators.iter().position(|i| i.id == Id::new(id).unwrap());
        IndicatorIx(at.unwrap())
    }

    #[test]
    fn a_decisive_indicator_raises_alone_and_a_need_with_others() {
        let framework = load(builtin::files("liverpool").unwrap()).framework.unwrap();
        let mark = bearing(&framework, place(&framework, "mark-non-mobile"));
        let alone = mark.rules_alone.iter().map(|&rule| framework[rule].to).max().unwrap();
        assert_eq!(framework[alone].id, "child-protection");
        let hungry = bearing(&framework, place(&framework, "food-lapses"));
        assert!(!hungry.rules_together.is_empty(), "it counts with others");
        let fed = bearing(&framework, place(&framework, "food-regular"));
        assert_eq!(fed, Bearing::default(), "what is well bears on nothing");
    }

    /// Whatever is said to hold alone holds, and whatever is left out never could.
    #[test]
    fn every_indicator_bears_on_what_names_it() {
        let framework = load(builtin::files("liverpool").unwrap()).framework.unwrap();
        for at in 0..framework.indicators.len() {
            let found = bearing(&framework, IndicatorIx(at));
            let sign = &framework.indicators[at];
            for rule in found.rules_alone.iter().chain(&found.rules_together) {
                let questions = framework[*rule].when.questions(&framework);
                assert!(questions.contains(&sign.question), "{}: {}", sign.id, framework[*rule].id);
            }
            for &duty in found.duties_alone.iter().chain(&found.duties_together) {
                let brought = brought_by(&framework, duty);
                let list = if found.duties_alone.contains(&duty) { brought.alone } else { brought.together };
                assert!(list.contains(&IndicatorIx(at)), "{}: {}", sign.id, framework[duty].id);
            }
            if sign.decisive {
                let made_for = |rule: &&RuleIx| framework[**rule].decisive == Some(IndicatorIx(at));
                assert!(found.rules_alone.iter().any(|rule| made_for(&rule)), "{}", sign.id);
            }
        }
    }
}
