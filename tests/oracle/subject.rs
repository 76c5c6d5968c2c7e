//! What is tested: the engine, behind the loader, with its places turned back into names.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use levels_of_need::{
    assess::{assess, assessment::Assessment},
    case::{Case, file},
    framework::{Framework, Id, RawFile, load, model},
};

use proptest::test_runner::TestCaseError;

use super::plain::{Plan, Told};
use super::render;

pub const TODAY: Date = date(2026, 11, 23);

/// Loads a framework; the loader must have nothing against it.
pub fn loaded(plan: &Plan) -> Result<Framework, TestCaseError> {
    let files =
        render::files(plan).into_iter().map(|(path, text)| RawFile { path, bytes: text.into_bytes() });
    let loaded = load(files.collect());
    match (loaded.diagnostics.as_slice(), &loaded.framework) {
        ([], Some(_)) => Ok(loaded.framework.unwrap()),
        _ => Err(TestCaseError::fail(format!("the loader refuses a sound framework:\n{}", loaded.report()))),
    }
}

/// A case as the program reads it from its file.
pub fn case(told: &Told) -> Case {
    file::read(render::case(told).as_bytes()).unwrap()
}

pub fn assessed(framework: &Framework, told: &Told) -> Assessment {
    assess(framework, &case(told), TODAY)
}

pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub fn names<T: Copy>(places: &[T], name: impl Fn(T) -> Id) -> BTreeSet<String> {
    places.iter().map(|at| name(*at).to_string()).collect()
}

pub fn question(framework: &Framework, at: model::QuestionIx) -> &str {
    framework[at].id.as_str()
}

/// How far the established result reaches, where *consult* may take the place of a level.
///
/// *Consult* says that nothing above the lowest level is established, so it stands level with that
/// level's pathways: neither is more than the other, and whatever is above stands above both.
/// `Span::answered` never consults, and is compared pathway by pathway beside this.
pub fn established(framework: &Framework, assessment: &Assessment) -> usize {
    above_lowest_level(framework, assessment.span.lowest.map_or(0, |p| p.0))
}

/// A pathway's place, or 0 for every pathway of the lowest level.
pub fn above_lowest_level(framework: &Framework, pathway: usize) -> usize {
    let lowest = framework.pathways[pathway].level == framework.pathways[0].level;
    if lowest { 0 } else { pathway }
}
