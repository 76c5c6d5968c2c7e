//! How a check speaks: it points at a word of a file and says what is wrong with it.

use std::collections::BTreeSet;

use super::super::{
    abroad::Abroad,
    diagnostic::{Diagnostic, Place, Severity},
    id::{Id, IdError},
    raw::{Mark, Text},
    source::{self, Sources},
    spelling,
};
use super::{
    letters,
    names::{Kind, Names},
};

/// How many faults are listed: past it, nobody reads on.
const MOST: usize = 500;

/// The faults found so far, and what is needed to place and word them.
pub struct Report<'a> {
    sources: &'a Sources,
    /// The texts that were parsed, one for each source, with the same places.
    texts: Vec<&'a str>,
    pub names: Names<'a>,
    pub faults: Vec<Diagnostic>,
    /// Whether a reference was passed over because what it names may have been lost.
    pub passed_over: bool,
    /// What is named of other frameworks, which are not at hand.
    pub abroad: Vec<Abroad>,
    /// What something refers to.
    used: BTreeSet<(Kind, usize)>,
    /// What something seems to refer to by a misspelt name.
    meant: BTreeSet<(Kind, String)>,
}

impl<'a> Report<'a> {
    /// An empty report on these texts, which hold the places of `sources`, file by file.
    pub fn new(sources: &'a Sources, texts: Vec<&'a str>) -> Self {
        Self {
            sources,
            texts,
            names: Names::default(),
            faults: Vec::new(),
            passed_over: false,
            abroad: Vec::new(),
            used: BTreeSet::new(),
            meant: BTreeSet::new(),
        }
    }

    /// Where a word of one of the texts stands.
    pub fn place(&self, word: &str, label: impl Into<String>) -> Place {
        let start = word.as_ptr().addr();
        let files = self.texts.iter().zip(self.sources.files());
        let found = files.filter_map(|(text, file)| {
            let at = start.checked_sub(text.as_ptr().addr())?;
            (at + word.len() <= text.len()).then_some((at, file))
        });
        match found.min_by_key(|(at, _)| *at) {
            Some((at, file)) => Place::new(file, at..at + word.len(), label),
            None => Place::file(""),
        }
    }

    /// Adds a fault at a word; the cure and other places can be added to what comes back.
    pub fn error(
        &mut self,
        word: &str,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        if self.faults.len() >= MOST {
            self.faults.truncate(MOST);
            let message = format!("there are more than {MOST} faults; the others are not listed");
            let more = Diagnostic::error(message, Place::file(""));
            self.faults.push(more.help("mend these and look again"));
        } else {
            let place = self.place(word, label);
            self.faults.push(Diagnostic::error(message, place).help(help));
        }
        let last = self.faults.len() - 1;
        &mut self.faults[last]
    }

    /// Adds something that somebody should look at.
    pub fn warning(
        &mut self,
        word: &str,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.error(word, message, label, help).severity = Severity::Warning;
    }

    /// Adds a fault of the folder as a whole.
    pub fn of_folder(&mut self, message: impl Into<String>, help: impl Into<String>) {
        let fault = Diagnostic::error(message, Place::file(""));
        self.faults.push(fault.help(help));
    }

    /// Adds an id to the names, and tells where it is malformed or already taken.
    pub fn name(&mut self, kind: Kind, mark: Mark<'a>) {
        self.well_formed(mark);
        if let Some(first) = self.names.add(kind, mark) {
            let first = self.place(first.0, "the first one");
            let message = format!("two {} have the id `{}`", plural(kind), mark.0);
            let help = "give one of the two another id, and change what refers to it";
            self.error(mark.0, message, "the second one", help).also.push(first);
        }
    }

    /// Tells where a text cannot be an id.
    pub fn well_formed(&mut self, mark: Mark<'_>) {
        if let Err(error) = Id::new(mark.0) {
            let message = format!("`{}` cannot be an id", mark.0);
            let help = "an id has at most 64 of the letters a to z, digits, `.`, `-` and `_`, and starts with a letter or digit";
            let label = match &error {
                IdError::Character(c) => letters::not_of_an_id(*c).unwrap_or_else(|| error.to_string()),
                _ => error.to_string(),
            };
            self.error(mark.0, message, label, help);
        }
    }

    /// Finds what a reference names, and tells where there is nothing of that name.
    pub fn refer(&mut self, kind: Kind, mark: Mark<'_>) -> Option<usize> {
        let found = self.names.find(kind, mark);
        match found {
            Some(at) => {
                self.used.insert((kind, at));
            }
            None => self.dangling(&[kind], mark),
        }
        found
    }

    /// Whether something has referred to an item.
    pub fn is_used(&self, kind: Kind, at: usize) -> bool {
        self.used.contains(&(kind, at))
    }

    /// Whether a misspelt reference seems to be meant for an item.
    pub fn is_meant(&self, kind: Kind, mark: Mark<'_>) -> bool {
        self.meant.contains(&(kind, mark.0.to_owned()))
    }

    /// Finds what each reference of a list names, and tells of those that stand there twice.
    pub fn refer_all(&mut self, kind: Kind, marks: &[Mark<'_>]) -> Vec<Option<usize>> {
        let found: Vec<_> = marks.iter().map(|&m| self.refer(kind, m)).collect();
        for (at, &mark) in marks.iter().enumerate() {
            if let Some(first) = marks[..at].iter().find(|m| m.0 == mark.0) {
                let first = self.place(first.0, "the first time");
                let message = format!("the {} `{}` is named twice here", kind.noun(), mark.0);
                self.error(mark.0, message, "the second time", "take one of the two away").also.push(first);
            }
        }
        found
    }

    /// Tells of a reference to nothing, unless what it names may have been lost.
    pub fn dangling(&mut self, kinds: &[Kind], mark: Mark<'_>) {
        if kinds.iter().any(|&k| self.names.may_be_lost(k, mark)) {
            self.passed_over = true;
            return;
        }
        let nouns: Vec<_> = kinds.iter().map(|k| k.noun()).collect();
        let message = format!("there is no {} `{}`", nouns.join(" or "), mark.0);
        let all = kinds.iter().flat_map(|&k| self.names.all(k));
        let near = spelling::nearest(mark.0, all.map(|m| m.0)).map(str::to_owned);
        if let Some(near) = &near {
            self.meant.extend(kinds.iter().map(|&k| (k, near.clone())));
        }
        if near.as_ref().is_some_and(|near| Id::new(near).is_err()) {
            // The id that was meant is at fault, and that has been told.
            return;
        }
        let other = super::names::KINDS.into_iter().find(|&k| self.names.find(k, mark).is_some());
        let (label, help) = match (other, near) {
            (Some(other), _) => (format!("this is {}", other.a()), format!("name {} here", kinds[0].a())),
            (None, Some(near)) => (
                format!("did you mean `{near}`?"),
                format!("write `{near}`, or define `{}` in {}", mark.0, kinds[0].home()),
            ),
            (None, None) => (
                "not known".to_owned(),
                format!("define `{}` in {}, or name another", mark.0, kinds[0].home()),
            ),
        };
        self.error(mark.0, message, label, help);
    }

    /// Tells where a text that somebody will read has nothing in it, or characters that do not show.
    pub fn prose(&mut self, text: &Text<'_>, owner: Mark<'_>, field: &str) {
        let spot = text.word(owner);
        if text.0.trim().is_empty() {
            let message = format!("`{field}` of `{}` is empty", owner.0);
            self.error(
                spot,
                message,
                "nothing to read here",
                "write the text, or leave the field out if it may be left out",
            );
        }
        if let Some(hidden) = text.0.chars().find(|&c| source::hides(c)) {
            let message = format!("`{field}` of `{}` has {}", owner.0, source::describe(hidden));
            self.error(spot, message, "in this text", "take the `\\u{...}` or `\\x..` out of the text");
        }
        if let Some(odd) = letters::odd(&text.0) {
            let message = format!("`{field}` of `{}` has {}", owner.0, odd.what);
            let word = odd.word.and_then(|range| spot.get(range)).filter(|_| spot == text.0);
            self.warning(word.unwrap_or(spot), message, odd.label, odd.help);
        }
    }
}

/// The noun of more than one.
pub fn plural(kind: Kind) -> String {
    match kind {
        Kind::Duty => "duties".to_owned(),
        kind => format!("{}s", kind.noun()),
    }
}
