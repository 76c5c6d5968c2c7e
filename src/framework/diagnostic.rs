//! Faults told as a good colleague would: what is wrong, where, and what to do about it.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::source::{SourceFile, Sources};
use crate::decode;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The framework cannot be used.
    Error,
    /// It can be used, but somebody should look.
    Warning,
    /// Good to know.
    Note,
}

/// One finding about a framework's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// What is wrong, in plain words.
    pub message: String,
    pub place: Place,
    /// Other places that have to do with it, such as the first of two equal ids.
    pub also: Vec<Place>,
    /// The likely cure.
    pub help: Option<String>,
}

/// Where in the files something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's path; empty where the folder as a whole is meant.
    pub file: String,
    /// The bytes of the file's text; none where the whole file is meant.
    pub span: Option<Range<usize>>,
    /// Counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// In characters, counted from 1; 0 where the whole file is meant.
    pub column: usize,
    /// A few words at the very place; may be empty.
    pub label: String,
}

impl Place {
    /// A part of a file. A span beyond the text, or within a character, is drawn in to fit.
    pub fn new(file: &SourceFile, span: Range<usize>, label: impl Into<String>) -> Self {
        let text = &file.text;
        let start = text.floor_char_boundary(span.start);
        let end = text.ceil_char_boundary(span.end.max(start));
        let (line, column) = decode::place(text, start);
        Self { file: file.path.clone(), span: Some(start..end), line, column, label: label.into() }
    }

    /// A file as a whole; an empty path means the folder.
    pub fn file(path: &str) -> Self {
        Self { file: path.to_owned(), span: None, line: 0, column: 0, label: String::new() }
    }

    fn range(&self) -> (usize, usize) {
        self.span.as_ref().map_or((0, 0), |s| (s.start, s.end))
    }
}

impl Diagnostic {
    /// A fault that keeps the framework from being used.
    pub fn error(message: impl Into<String>, place: Place) -> Self {
        Self { severity: Severity::Error, message: message.into(), place, also: Vec::new(), help: None }
    }

    /// Gives the likely cure.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Points to another place that has to do with it.
    #[must_use]
    pub fn also(mut self, place: Place) -> Self {
        self.also.push(place);
        self
    }

    /// The same finding with another weight.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The finding as plain text: file, line, column, excerpt, words and cure.
    pub fn render(&self, sources: &Sources) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group = Group::with_title(level.primary_title(self.message.as_str()));
        group = excerpts(group, self, sources);
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        Renderer::plain().render(&[group])
    }
}

/// Adds an excerpt of each file that has a place in the finding, its own file first.
fn excerpts<'a>(mut group: Group<'a>, diagnostic: &'a Diagnostic, sources: &'a Sources) -> Group<'a> {
    let mut files = vec![diagnostic.place.file.as_str()];
    for place in &diagnostic.also {
        if !files.contains(&place.file.as_str()) {
            files.push(&place.file);
        }
    }
    for path in files {
        let source = sources.get(path);
        let main = std::iter::once((AnnotationKind::Primary, &diagnostic.place));
        let others = diagnostic.also.iter().map(|place| (AnnotationKind::Context, place));
        let marks: Vec<_> = main
            .chain(others)
            .filter(|(_, place)| place.file == path)
            .filter_map(|(kind, place)| {
                let span = place.span.clone()?;
                let label = (!place.label.is_empty()).then_some(place.label.as_str());
                Some(kind.span(span).label(label))
            })
            .collect();
        group = match source {
            Some(file) if !marks.is_empty() => {
                group.element(Snippet::source(file.text.as_str()).path(path).annotations(marks))
            }
            _ if path.is_empty() => group,
            _ => group.element(Origin::path(path)),
        };
    }
    group
}

/// Puts findings in order of their places and takes out what is said twice.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        let notes_last = |d: &Diagnostic| d.severity == Severity::Note;
        a.place
            .file
            .cmp(&b.place.file)
            .then(notes_last(a).cmp(&notes_last(b)))
            .then(a.place.range().cmp(&b.place.range()))
            .then(a.severity.cmp(&b.severity))
            .then_with(|| a.message.cmp(&b.message))
    });
    diagnostics.dedup();
}

/// All findings as plain text, in their order, with a last line that counts them.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(diagnostic.render(sources).trim_end());
        text.push_str("\n\n");
    }
    text.push_str(&count(diagnostics));
    text.push('\n');
    text
}

/// `2 errors, 1 warning`, or that nothing was found.
pub fn count(diagnostics: &[Diagnostic]) -> String {
    let kinds = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    let parts: Vec<_> = kinds
        .into_iter()
        .filter_map(|(severity, word)| {
            let n = diagnostics.iter().filter(|d| d.severity == severity).count();
            match n {
                0 => None,
                1 => Some(format!("1 {word}")),
                n => Some(format!("{n} {word}s")),
            }
        })
        .collect();
    if parts.is_empty() { "nothing to report".to_owned() } else { parts.join(", ") }
}
