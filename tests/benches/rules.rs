//! How long the rules take: one assessment with all it says, and a year of contacts.
//!
//! Bars: one assessment 20 microseconds; a year of contacts 10 milliseconds.

use std::{hint::black_box, time::Duration};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use levels_of_need::{
    assess::{self, Engine, facts::Facts, many},
    case::{Case, file},
    framework::{self, Framework, Loaded, builtin, condition::Cell, lanes::Sheet, model::QuestionIx},
};

/// Contacts that one front door had in a year.
const CONTACTS: usize = 33_633;

fn liverpool() -> Loaded {
    framework::load(builtin::files("liverpool").expect("Liverpool is built in"))
}

fn worked(loaded: &Loaded, name: &str) -> Case {
    let path = format!("cases/{name}.ron");
    let file = loaded.cases.iter().find(|f| f.path == path).expect("the worked case");
    file::read(file.text.as_bytes()).expect("it reads")
}

/// A made-up year: each contact chooses one or two concerns and knows about two thirds of what is in scope.
fn year(framework: &Framework) -> Vec<(Facts, Sheet)> {
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let mut draw = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 33).expect("31 bits fit") % below
    };
    let contact = |_| {
        let mut facts = Facts {
            known: vec![None; framework.questions.len()],
            chosen: vec![framework::model::ConcernIx(draw(framework.concerns.len()))],
            context: assess::assessment::Context {
                age: Some(framework::model::AgeIx(draw(framework.ages.len()))),
                role: Some(framework::model::RoleIx(draw(framework.roles.len()))),
            },
            unresolved: Vec::new(),
            twice: Vec::new(),
        };
        for at in 0..framework.questions.len() {
            let age = facts.context.age.expect("it was drawn");
            let question = &framework[QuestionIx(at)];
            if facts.scope(framework, age)[at] && draw(3) > 0 {
                // Most answers are the least worrying one.
                let worse = if draw(6) == 0 { draw(question.steps.len()) } else { 0 };
                facts.known[at] = Some(worse);
            }
        }
        let (age, role) = (facts.context.age.expect("drawn"), facts.context.role.expect("drawn"));
        let sheet = many::sheet(&facts, Cell { age, role }).expect("Liverpool's is no larger than a sheet");
        (facts, sheet)
    };
    (0..CONTACTS).map(contact).collect()
}

fn one(c: &mut Criterion) {
    let loaded = liverpool();
    let framework = loaded.framework.as_ref().expect("Liverpool is sound");
    let mut group = c.benchmark_group("assessment");
    for name in ["neglect-muddy-boots", "domestic-abuse-never-alone"] {
        let case = worked(&loaded, name);
        group.bench_function(format!("with reasons: {name}"), |b| {
            b.iter(|| assess::assess(framework, black_box(&case), case.as_of));
        });
        group.bench_function(format!("span: {name}"), |b| {
            b.iter(|| assess::span(framework, black_box(&case)));
        });
        // The twin: what it costs to copy the case, which says how big it is.
        group.bench_function(format!("twin, the case copied: {name}"), |b| {
            b.iter_batched(|| (), |()| black_box(&case).clone(), BatchSize::SmallInput);
        });
    }
    group.finish();
}

fn contacts(c: &mut Criterion) {
    let loaded = liverpool();
    let framework = loaded.framework.as_ref().expect("Liverpool is sound");
    let (facts, sheets): (Vec<Facts>, Vec<Sheet>) = year(framework).into_iter().unzip();
    let engine = Engine::new(framework);
    let mut group = c.benchmark_group("a year of contacts");
    group.throughput(Throughput::Elements(CONTACTS as u64)).sample_size(10);
    group.bench_function("both ends of each", |b| {
        b.iter(|| many::ends(framework, black_box(&sheets)));
    });
    group.bench_function("the same, one by one as the rules are read", |b| {
        b.iter(|| {
            facts
                .iter()
                .map(|facts| engine.lowest(black_box(facts)).0 + engine.highest(facts).0)
                .sum::<usize>()
        });
    });
    // The twin: every answer looked at once.
    group.bench_function("twin, each answer read", |b| {
        b.iter(|| {
            let steps = sheets.iter().flat_map(|sheet| black_box(&sheet.known).iter());
            steps.map(|(_, step)| usize::from(*step)).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4));
    targets = one, contacts
}
criterion_main!(benches);
