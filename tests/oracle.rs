//! The engine against a second, naive one: on random frameworks both must say the same of every case.
//!
//! `naive` is written from the rules and never from the engine. Each property runs a number of cases
//! that keeps the whole file under a minute; `PROPTEST_CASES` sets another.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![expect(clippy::format_collect, reason = "text is put together plainly, not fast")]

#[path = "oracle/cases.rs"]
mod cases;
#[path = "oracle/choices.rs"]
mod choices;
#[path = "oracle/conditions.rs"]
mod conditions;
#[path = "oracle/direction.rs"]
mod direction;
#[path = "oracle/explain.rs"]
mod explain;
#[path = "oracle/family.rs"]
mod family;
#[path = "oracle/generate.rs"]
mod generate;
#[path = "oracle/liverpool.rs"]
mod liverpool;
#[path = "oracle/naive.rs"]
mod naive;
#[path = "oracle/plain.rs"]
mod plain;
#[path = "oracle/render.rs"]
mod render;
#[path = "oracle/span.rs"]
mod span;
#[path = "oracle/subject.rs"]
mod subject;

use proptest::{
    prelude::*,
    test_runner::{Config, TestCaseResult, TestRunner},
};

use cases::{Setup, setups};
use choices::stream;
use subject::{case, loaded};

/// Runs a property so many times, or as often as `PROPTEST_CASES` says.
fn hold<S: Strategy>(cases: u32, strategy: &S, property: impl Fn(S::Value) -> TestCaseResult) {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    let unset = |name| std::env::var_os(name).is_none();
    if unset("PROPTEST_CASES") {
        config.cases = cases;
    }
    if unset("PROPTEST_MAX_SHRINK_ITERS") {
        config.max_shrink_iters = 3000;
    }
    if let Err(fault) = TestRunner::new(config).run(strategy, property) {
        panic!("{fault}");
    }
}

fn on_random(cases: u32, property: impl Fn(&Setup) -> TestCaseResult) {
    hold(cases, &setups(), |setup| property(&setup));
}

fn on_families(cases: u32, property: impl Fn(&Setup, &[u32]) -> TestCaseResult) {
    hold(cases, &(setups(), stream(120)), |(setup, second)| property(&setup, &second));
}

#[test]
fn the_span_is_the_least_and_the_most_of_every_possible_world() {
    on_random(600, span::is_exact);
}

#[test]
fn many_sheets_at_once_come_to_what_each_comes_to() {
    on_random(300, span::side_by_side);
}

#[test]
fn duties_and_advice_are_those_of_every_possible_world() {
    on_random(600, span::duties_and_advice);
}

#[test]
fn what_is_asked_is_what_could_be_open() {
    on_random(600, span::scope);
}

#[test]
fn not_known_is_as_not_asked() {
    on_random(600, span::not_known_is_not_asked);
}

#[test]
fn a_reason_rests_on_its_answers() {
    on_random(600, explain::reasons);
}

#[test]
fn what_would_change_the_result_does_and_nothing_less() {
    on_random(600, explain::would_change);
}

#[test]
fn what_to_find_out_could_do_what_is_said() {
    on_random(600, explain::find_out);
}

#[test]
fn a_caution_before_telling_has_its_ground() {
    on_random(600, explain::check_before_telling);
}

#[test]
fn more_concern_never_lowers() {
    on_random(600, |s| direction::more_concern_never_lowers(&loaded(&s.plan)?, &case(&s.told), &s.moves));
}

#[test]
fn not_known_establishes_and_settles_nothing() {
    on_random(600, |s| direction::no_to_not_known(&loaded(&s.plan)?, &case(&s.told)));
}

#[test]
fn learning_only_narrows() {
    on_random(600, |s| direction::learning_only_narrows(&loaded(&s.plan)?, &case(&s.told)));
}

#[test]
fn order_is_nothing() {
    on_random(600, |s| direction::order_is_nothing(&loaded(&s.plan)?, &case(&s.told), &s.moves));
}

#[test]
fn strengths_touch_nothing_decisive() {
    on_random(600, |s| {
        direction::strengths_touch_nothing_decisive(&loaded(&s.plan)?, &case(&s.told), s.plan.easing)
    });
}

#[test]
fn an_unresolved_answer_changes_nothing() {
    on_random(600, |s| direction::unresolved_changes_nothing(&loaded(&s.plan)?, &case(&s.told), &s.moves));
}

#[test]
fn what_is_held_does_not_fall() {
    on_random(600, |s| direction::held_until_reviewed(&loaded(&s.plan)?, &case(&s.told), &s.moves));
}

#[test]
fn a_family_is_the_most_of_its_children() {
    on_families(400, family::is_the_most_of_its_children);
}

#[test]
fn a_child_more_lowers_nothing() {
    on_families(400, family::more_never_lowers);
}

#[test]
fn more_concern_for_one_child_lowers_nothing_for_any() {
    on_families(400, family::more_concern_for_one_lowers_none);
}

#[test]
fn one_answer_for_all_children_lowers_nothing_for_any() {
    on_families(400, family::one_answer_for_all_lowers_none);
}

#[test]
fn what_would_move_a_family_does() {
    on_families(400, family::moves_do_what_is_said);
}

#[test]
fn liverpool_keeps_direction_and_order() {
    let framework = liverpool::framework();
    let cases =
        (stream(300), stream(40)).prop_map(|(numbers, moves)| (liverpool::case(framework, &numbers), moves));
    hold(40, &cases, |(case, moves)| {
        direction::more_concern_never_lowers(framework, &case, &moves)?;
        direction::no_to_not_known(framework, &case)?;
        direction::learning_only_narrows(framework, &case)?;
        direction::order_is_nothing(framework, &case, &moves)?;
        direction::unresolved_changes_nothing(framework, &case, &moves)?;
        direction::held_until_reviewed(framework, &case, &moves)?;
        direction::strengths_touch_nothing_decisive(framework, &case, false)
    });
}
