//! What a framework accepts of what its check finds: on purpose, and with the reason.

use super::{Proof, place};
use crate::framework::{Framework, model::Accepted};

/// Marks what is accepted; gives the acceptances that accept nothing.
pub fn mark<'a>(framework: &'a Framework, proofs: &mut [Proof]) -> Vec<&'a Accepted> {
    let mut idle = Vec::new();
    for accepted in &framework.accepted {
        let named = proofs.iter_mut().filter(|proof| proof.name == accepted.proof);
        let unmet = named.flat_map(|proof| &mut proof.unmet);
        let mut met = false;
        for unmet in unmet.filter(|unmet| unmet.item.id == accepted.id) {
            unmet.accepted = Some(accepted.reason.clone());
            met = true;
        }
        if !met {
            idle.push(accepted);
        }
    }
    idle
}

/// Where an acceptance stands.
pub fn item(accepted: &Accepted) -> place::Item {
    place::Item::new(place::Kind::Accepted, &accepted.id)
}
