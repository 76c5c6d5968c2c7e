//! Where each id stands in a framework, so that reading a case does not search its lists.

use std::collections::HashMap;

use super::{Framework, QuestionIx};
use crate::framework::Id;

/// Ids and their places.
#[derive(Clone, Debug, Default)]
pub struct Places {
    questions: HashMap<Id, QuestionIx>,
}

impl Places {
    /// Notes where everything in a framework stands. An id of today goes before one that was.
    pub(in crate::framework) fn of(framework: &Framework) -> Self {
        let mut questions = HashMap::new();
        for (ix, question) in framework.questions() {
            questions.entry(question.id.clone()).or_insert(ix);
        }
        for (ix, question) in framework.questions() {
            for was in &question.was {
                questions.entry(was.clone()).or_insert(ix);
            }
        }
        Self { questions }
    }

    pub(super) fn question(&self, id: &Id) -> Option<QuestionIx> {
        self.questions.get(id).copied()
    }
}
