//! An open check as bytes and back, for while the screen is locked.

use std::{path::PathBuf, sync::Arc};

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Open;
use crate::{
    case::{Case, Entry},
    framework::Framework,
};

/// What is personal in an open check.
#[derive(Serialize, Deserialize)]
struct Packed {
    case: Case,
    /// As it was last saved, where it was changed since.
    kept: Option<Case>,
    undone: Vec<Vec<Entry>>,
}

/// What is left of an open check without all that is personal.
#[derive(Clone, Debug)]
pub struct Shell {
    framework: Arc<Framework>,
    path: Option<PathBuf>,
    training: bool,
    version: (u64, u64),
}

impl Open {
    /// All that is personal in it, as bytes; nothing where it cannot be written down.
    pub(in crate::app) fn pack(&self) -> Option<Zeroizing<Vec<u8>>> {
        let kept = (self.kept != self.case).then(|| self.kept.clone());
        let packed = Packed { case: self.case.clone(), kept, undone: self.undone.clone() };
        let bytes = Zeroizing::new(ron::to_string(&packed).ok()?.into_bytes());
        // What would not come back is not put away.
        let back: Packed = ron::de::from_bytes(&bytes).ok()?;
        (back.case == self.case).then_some(bytes)
    }

    /// The rest of it.
    pub(in crate::app) fn into_shell(self) -> Shell {
        Shell {
            framework: self.framework,
            path: self.path,
            training: self.training,
            version: (self.number, self.changes),
        }
    }
}

impl Shell {
    /// The check again as it was.
    pub(in crate::app) fn open(&self, packed: &[u8]) -> Option<Open> {
        let Packed { case, kept, undone } = ron::de::from_bytes(packed).ok()?;
        let mut open = Open::new(Arc::clone(&self.framework), case, self.path.clone());
        (open.number, open.changes) = self.version;
        open.training = self.training;
        open.undone = undone;
        if let Some(kept) = kept {
            open.kept = kept;
        }
        Some(open)
    }
}
