//! From a folder's files to a framework, in one go.

use super::{
    abroad::Abroad,
    build, check,
    diagnostic::{self, Diagnostic, Place, Severity},
    model::Framework,
    parse::{self, Loss, Readable},
    source::{self, RawFile, SourceFile, Sources},
};

/// The folder of worked cases: no documents of the framework itself.
const CASES: &str = "cases/";

/// What became of a folder.
#[derive(Debug)]
pub struct Loaded {
    /// None where something is an error.
    pub framework: Option<Framework>,
    /// Everything that was found, in order of its place.
    pub diagnostics: Vec<Diagnostic>,
    /// The files' texts, which the diagnostics point into.
    pub sources: Sources,
    /// The texts of worked cases, in order of their paths; nobody has looked inside them yet.
    pub cases: Vec<SourceFile>,
    /// What is named of other frameworks, for whoever has them at hand.
    pub abroad: Vec<Abroad>,
}

impl Loaded {
    /// All findings as plain text.
    pub fn report(&self) -> String {
        diagnostic::render(&self.diagnostics, &self.sources)
    }
}

/// Loads a framework from its files, or tells everything that is wrong with them.
///
/// Files that do not end in `.ron` are passed over.
pub fn load(files: Vec<RawFile>) -> Loaded {
    let mut diagnostics = Vec::new();
    let mut texts = Vec::new();
    let mut broken = Vec::new();
    for file in files {
        let is_ron = file.path.rsplit_once('.').is_some_and(|(_, e)| e.eq_ignore_ascii_case("ron"));
        if !is_ron {
            continue;
        }
        let (file, decoded) = source::decode(file);
        if !decoded.sound {
            broken.push(file.path.clone());
        }
        diagnostics.extend(decoded.faults);
        texts.push(file);
    }
    let sources = Sources::new(texts);
    let mut abroad = Vec::new();
    let framework = read(&sources, &broken, &mut diagnostics, &mut abroad);
    diagnostic::sort(&mut diagnostics);
    let faulty = diagnostics.iter().any(|d| d.severity == Severity::Error);
    let cases = sources.files().iter().filter(|f| f.path.starts_with(CASES)).cloned().collect();
    Loaded { framework: framework.filter(|_| !faulty), diagnostics, sources, cases, abroad }
}

fn read(
    sources: &Sources,
    broken: &[String],
    diagnostics: &mut Vec<Diagnostic>,
    abroad: &mut Vec<Abroad>,
) -> Option<Framework> {
    let mut readables: Vec<_> = sources
        .files()
        .iter()
        .map(|file| {
            if file.path.starts_with(CASES) {
                Readable::nothing(Loss::Nothing)
            } else if broken.contains(&file.path) {
                Readable::nothing(Loss::Everything)
            } else {
                parse::read(file, diagnostics)
            }
        })
        .collect();
    let sound: Vec<_> = readables.iter_mut().map(|readable| readable.document.take()).collect();
    let documents: Vec<_> = readables
        .iter()
        .zip(sound)
        .filter(|(r, _)| r.loss != Loss::Everything && !r.text.is_empty())
        .filter_map(|(r, sound)| sound.or_else(|| parse::document(&r.text).ok()))
        .collect();
    let texts = readables.iter().map(|r| r.text.as_ref()).collect();
    let mut report = check::Report::new(sources, texts);
    for readable in readables.iter().filter(|r| r.loss != Loss::Nothing) {
        let kinds = check::Kind::defined_by(readable.heading.as_deref());
        let wholly = readable.loss == Loss::Everything;
        let ids = readable.lost_ids.iter().cloned();
        report.names.lose(kinds, ids, wholly);
    }
    let all = check::gather(documents.iter());
    let facts = check::check(&mut report, &all);
    abroad.append(&mut report.abroad);
    let names = report.names;
    diagnostics.append(&mut report.faults);
    if report.passed_over {
        for (file, _) in sources.files().iter().zip(&readables).filter(|(_, r)| r.loss == Loss::Everything) {
            diagnostics.push(Diagnostic {
                severity: Severity::Note,
                message: "some references were not checked, because what they name may be in this file"
                    .to_owned(),
                place: Place::file(&file.path),
                also: Vec::new(),
                help: Some("mend the file and look again".to_owned()),
            });
        }
    }
    let faulty = diagnostics.iter().any(|d| d.severity == Severity::Error);
    if faulty {
        return None;
    }
    let framework = build::build(&names, &all, &facts);
    if framework.is_none() {
        // The checks should leave nothing that cannot be built; should they fail, it is said and not hidden.
        diagnostics.push(
            Diagnostic::error(
                "the framework could not be put together, though no fault was found in it",
                Place::file(""),
            )
            .help("this is a fault of the program; please tell its makers"),
        );
    }
    framework
}
