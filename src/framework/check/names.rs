//! Who is called what: every id of the folder, by kind, and how a reference finds its item.

use std::collections::{BTreeSet, HashMap};

use super::super::raw::Mark;

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Document,
    Level,
    Pathway,
    Domain,
    Dimension,
    Age,
    Role,
    Parameter,
    Section,
    Concern,
    Question,
    Indicator,
    Rule,
    Duty,
    Clock,
    Contact,
    Form,
}

/// All kinds.
pub const KINDS: [Kind; 17] = [
    Kind::Document,
    Kind::Level,
    Kind::Pathway,
    Kind::Domain,
    Kind::Dimension,
    Kind::Age,
    Kind::Role,
    Kind::Parameter,
    Kind::Section,
    Kind::Concern,
    Kind::Question,
    Kind::Indicator,
    Kind::Rule,
    Kind::Duty,
    Kind::Clock,
    Kind::Contact,
    Kind::Form,
];

impl Kind {
    /// What an author calls it.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Document => "source document",
            Self::Level => "level",
            Self::Pathway => "pathway",
            Self::Domain => "domain",
            Self::Dimension => "dimension",
            Self::Age => "age band",
            Self::Role => "role",
            Self::Parameter => "parameter",
            Self::Section => "section",
            Self::Concern => "concern",
            Self::Question => "question",
            Self::Indicator => "indicator",
            Self::Rule => "rule",
            Self::Duty => "duty",
            Self::Clock => "clock",
            Self::Contact => "contact",
            Self::Form => "form",
        }
    }

    /// The noun with its article.
    pub fn a(self) -> String {
        let article = match self {
            Self::Age | Self::Indicator => "an",
            _ => "a",
        };
        format!("{article} {}", self.noun())
    }

    /// Where items of this kind are defined.
    pub fn home(self) -> &'static str {
        match self {
            Self::Section => "a section's file",
            Self::Concern => "a concern's file",
            Self::Question => "a section or concern",
            Self::Indicator => "a file of `Indicators`",
            Self::Rule => "a file of `Rules`",
            Self::Duty => "a file of `Duties`",
            Self::Clock => "a file of `Clocks`",
            Self::Contact => "a file of `Contacts`",
            Self::Form => "a file of `Forms`",
            _ => "framework.ron",
        }
    }

    /// What a document with this heading defines; everything where the heading is not known.
    pub fn defined_by(heading: Option<&str>) -> &'static [Self] {
        match heading {
            Some("Framework") => &KINDS[..8],
            Some("Section") => &[Self::Section, Self::Question],
            Some("Concern") => &[Self::Concern, Self::Question],
            Some("Indicators") => &[Self::Indicator],
            Some("Rules") => &[Self::Rule],
            Some("Duties") => &[Self::Duty],
            Some("Clocks") => &[Self::Clock],
            Some("Contacts") => &[Self::Contact],
            Some("Forms") => &[Self::Form],
            Some("Glossary" | "Accepted" | "Correspondence") => &[],
            _ => &KINDS,
        }
    }
}

/// The ids of all kinds, each list in the order in which the framework will hold its items.
#[derive(Debug, Default)]
pub struct Names<'a> {
    tables: HashMap<Kind, Table<'a>>,
    /// Kinds of which some items could not be read.
    incomplete: BTreeSet<Kind>,
    /// Kinds of which whole files could not be read, not even their ids.
    unknown: BTreeSet<Kind>,
    lost_ids: BTreeSet<String>,
}

#[derive(Debug, Default)]
struct Table<'a> {
    marks: Vec<Mark<'a>>,
    first: HashMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    /// Adds an id; gives the first item of that name, where there is one.
    pub fn add(&mut self, kind: Kind, mark: Mark<'a>) -> Option<Mark<'a>> {
        let table = self.tables.entry(kind).or_default();
        let here = table.marks.len();
        table.marks.push(mark);
        let first = *table.first.entry(mark.0).or_insert(here);
        (first != here).then(|| table.marks[first])
    }

    /// The place of an item in its list.
    pub fn find(&self, kind: Kind, mark: Mark<'_>) -> Option<usize> {
        self.tables.get(&kind)?.first.get(mark.0).copied()
    }

    /// The ids of a kind, in order.
    pub fn all(&self, kind: Kind) -> &[Mark<'a>] {
        self.tables.get(&kind).map_or(&[], |t| &t.marks)
    }

    /// Notes that items of these kinds are missing: some, or whole files of them.
    pub fn lose(&mut self, kinds: &[Kind], ids: impl IntoIterator<Item = String>, wholly: bool) {
        self.incomplete.extend(kinds);
        self.lost_ids.extend(ids);
        if wholly {
            self.unknown.extend(kinds);
        }
    }

    /// Whether every item of a kind could be read.
    pub fn complete(&self, kind: Kind) -> bool {
        !self.incomplete.contains(&kind)
    }

    /// Whether a name that is not found may be that of an item that could not be read.
    pub fn may_be_lost(&self, kind: Kind, mark: Mark<'_>) -> bool {
        self.unknown.contains(&kind) || self.lost_ids.contains(mark.0)
    }
}
