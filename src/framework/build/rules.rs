//! Rules, advice and duties; and a rule of its own for each decisive indicator.

use super::super::{
    check::{DECISIVE, Kind},
    id::Id,
    model::{Advice, ClockIx, ContactIx, Duty, Eased, IndicatorIx, RoleIx, Rule},
    raw,
};
use super::{Builder, each, id, text};

impl Builder<'_, '_> {
    pub(super) fn rules(self) -> Option<Vec<Rule>> {
        let written = self.all.raises.iter().zip(&self.facts.raises);
        let mut rules = written
            .map(|(raw, when)| {
                Some(Rule {
                    id: id(raw.id)?,
                    to: self.facts.at(self.names, raw.to)?,
                    when: when.clone()?,
                    why: text(&raw.why),
                    easing: match raw.eased_to {
                        Some(to) => Some(Eased {
                            by: each(&raw.eased_by, |&m| self.find(Kind::Indicator, m).map(IndicatorIx))?,
                            to: self.facts.at(self.names, to)?,
                        }),
                        None => None,
                    },
                    decisive: None,
                    source: self.source(&raw.source)?,
                })
            })
            .collect::<Option<Vec<_>>>()?;
        for (at, facts) in self.facts.indicators.iter().enumerate() {
            let raw = facts.raw;
            if !raw.decisive {
                continue;
            }
            rules.push(Rule {
                id: Id::new(&format!("{DECISIVE}{}", raw.id.0)).ok()?,
                to: facts.pathway?,
                when: self.facts.established(self.names, IndicatorIx(at))?,
                why: text(&raw.text),
                easing: None,
                decisive: Some(IndicatorIx(at)),
                source: self.source(&raw.source)?,
            });
        }
        Some(rules)
    }

    pub(super) fn advice(self) -> Option<Vec<Advice>> {
        let advice = self.all.advice.iter().zip(&self.facts.advice);
        advice
            .map(|(raw, when)| {
                Some(Advice {
                    id: id(raw.id)?,
                    topic: raw.topic,
                    text: text(&raw.text),
                    when: when.clone()?,
                    up_to: match raw.up_to {
                        Some(mark) => Some(self.facts.at(self.names, mark)?),
                        None => None,
                    },
                    source: self.source(&raw.source)?,
                })
            })
            .collect()
    }

    pub(super) fn duties(self) -> Option<Vec<Duty>> {
        let duties = self.all.duties.iter().zip(&self.facts.duties);
        duties
            .map(|(raw, when)| {
                Some(Duty {
                    id: id(raw.id)?,
                    title: text(&raw.title),
                    binds: match &raw.binds {
                        raw::Binds::Everyone => Vec::new(),
                        raw::Binds::Roles(roles) => each(roles, |&m| self.find(Kind::Role, m).map(RoleIx))?,
                    },
                    who: text(&raw.who),
                    when: when.clone()?,
                    action: text(&raw.action),
                    clock: ClockIx(self.find(Kind::Clock, raw.clock)?),
                    contact: ContactIx(self.find(Kind::Contact, raw.contact)?),
                    same_day: raw.same_day,
                    source: self.source(&raw.source)?,
                })
            })
            .collect()
    }
}
