//! Where an id or a text of a framework stands in its files, looked for only when something is said of it.

use crate::framework::{Framework, Id, Place, SourceFile, Sources, model::Rule};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Of the framework's head: levels, pathways, ages, roles, steps.
    Head,
    /// A section, a concern or one of their questions.
    Question,
    Indicator,
    /// A rule that raises, or advice.
    Rule,
    Duty,
    Clock,
    Contact,
    Form,
    Term,
    /// What is accepted of a check's findings; its id is what it is about.
    Accepted,
}

/// Something of a framework that has an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub kind: Kind,
    /// A term's is the term.
    pub id: String,
    /// One answer of a question.
    pub step: Option<Id>,
}

impl Item {
    pub(super) fn new(kind: Kind, id: &impl ToString) -> Self {
        Self { kind, id: id.to_string(), step: None }
    }

    /// A rule; one that was made for a decisive indicator stands where the indicator does.
    pub(super) fn rule(framework: &Framework, rule: &Rule) -> Self {
        match rule.decisive {
            Some(indicator) => Self::new(Kind::Indicator, &framework[indicator].id),
            None => Self::new(Kind::Rule, &rule.id),
        }
    }
}

/// The files of a framework, each with what it says that it holds.
pub struct Where<'a> {
    files: Vec<(&'a str, &'a SourceFile)>,
}

impl<'a> Where<'a> {
    /// Looks at what each file is; worked cases are none of the framework's own.
    pub fn new(sources: &'a Sources) -> Self {
        let own = sources.files().iter().filter(|file| !file.path.starts_with("cases/"));
        Self { files: own.map(|file| (heading(&file.text), file)).collect() }
    }

    /// Where an item is defined; the folder as a whole where it is not found.
    pub fn item(&self, item: &Item) -> Place {
        match self.found(item) {
            Some((file, at)) => Place::new(file, at..at + item.id.len(), ""),
            None => Place::file(""),
        }
    }

    /// Where a text of an item stands, or else the item.
    pub fn text(&self, item: &Item, text: &str) -> Place {
        let Some((file, at)) = self.found(item) else { return Place::file("") };
        match file.text[at..].find(text) {
            Some(further) => Place::new(file, at + further..at + further + text.len(), ""),
            None => Place::new(file, at..at + item.id.len(), ""),
        }
    }

    fn found(&self, item: &Item) -> Option<(&'a SourceFile, usize)> {
        let (headings, field): (&[&str], &str) = match item.kind {
            Kind::Head => (&["Framework"], "id:"),
            Kind::Question => (&["Concern", "Section"], "id:"),
            Kind::Indicator => (&["Indicators"], "id:"),
            Kind::Rule => (&["Rules"], "id:"),
            Kind::Duty => (&["Duties"], "id:"),
            Kind::Clock => (&["Clocks"], "id:"),
            Kind::Contact => (&["Contacts"], "id:"),
            Kind::Form => (&["Forms"], "id:"),
            Kind::Term => (&["Glossary"], "term:"),
            Kind::Accepted => (&["Accepted"], "id:"),
        };
        let quoted = format!("\"{}\"", item.id);
        let files = self.files.iter().filter(|(heading, _)| headings.contains(heading));
        files.map(|(_, file)| *file).find_map(|file| {
            let all = file.text.match_indices(&quoted);
            let defined = |at: &usize| file.text[..*at].trim_end().ends_with(field);
            all.map(|(at, _)| at).find(defined).map(|at| (file, at + 1))
        })
    }
}

/// The word that a file opens with, after its comments.
fn heading(text: &str) -> &str {
    let lines = text.lines().map(str::trim);
    let first = lines.into_iter().find(|line| !line.is_empty() && !line.starts_with("//"));
    first.and_then(|line| line.split(|c: char| !c.is_alphabetic()).next()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_where_it_is_defined_and_a_text_after_it() {
        let file = |path: &str, text: &str| SourceFile { path: path.to_owned(), text: text.to_owned() };
        let sources = Sources::new(vec![
            file("cases/a.ron", "Rules([Raise(id: \"a\")])"),
            file(
                "b.ron",
                "// B\nRules([\n  Raise(when: Rung(\"a\", \"b\"), id: \"b\"),\n  Raise(id: \"a\", why: \"Here.\")])",
            ),
            file("c.ron", "Duties([(id: \"a\")])"),
        ]);
        let all = Where::new(&sources);
        let place = |place: Place| (place.file, place.line, place.column);
        assert_eq!(place(all.item(&Item::new(Kind::Rule, &"a"))), ("b.ron".to_owned(), 4, 14));
        assert_eq!(place(all.item(&Item::new(Kind::Duty, &"a"))), ("c.ron".to_owned(), 1, 15));
        assert_eq!(place(all.text(&Item::new(Kind::Rule, &"a"), "Here.")), ("b.ron".to_owned(), 4, 24));
        assert_eq!(place(all.item(&Item::new(Kind::Duty, &"b"))), (String::new(), 0, 0));
    }
}
