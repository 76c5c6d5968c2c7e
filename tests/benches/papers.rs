//! How long files take: opening Liverpool, and the summary in every format.
//!
//! Bars: opening 50 milliseconds; PDF 100 milliseconds.

use std::{hint::black_box, time::Duration};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use levels_of_need::{
    assess,
    case::file,
    framework::{self, builtin},
    paper::format::{self, Format},
    referral,
};

fn opening(c: &mut Criterion) {
    let files = builtin::files("liverpool").expect("Liverpool is built in");
    let mut group = c.benchmark_group("opening");
    group.bench_function("Liverpool", |b| {
        b.iter_batched(
            || files.clone(),
            |files| framework::load(files).framework.expect("sound"),
            BatchSize::LargeInput,
        );
    });
    // The twin: every byte of it looked at once.
    group.bench_function("twin, its bytes checked as UTF-8", |b| {
        b.iter(|| black_box(&files).iter().all(|f| std::str::from_utf8(&f.bytes).is_ok()));
    });
    group.finish();
}

fn papers(c: &mut Criterion) {
    let loaded = framework::load(builtin::files("liverpool").expect("Liverpool is built in"));
    let framework = loaded.framework.as_ref().expect("Liverpool is sound");
    let path = "cases/domestic-abuse-never-alone.ron";
    let text = &loaded.cases.iter().find(|f| f.path == path).expect("the worked case").text;
    let case = file::read(text.as_bytes()).expect("it reads");
    let assessment = assess::assess(framework, &case, case.as_of);
    let mut group = c.benchmark_group("papers");
    group.bench_function("composed", |b| b.iter(|| referral::summary(framework, &case, &assessment)));
    let document = referral::summary(framework, &case, &assessment);
    for kind in [Format::Pdf, Format::Docx, Format::Html, Format::Markdown, Format::Text] {
        group.bench_function(format!("{kind:?}"), |b| {
            b.iter(|| format::write(black_box(&document), kind).expect("it is written"));
        });
    }
    group.finish();
    let bytes = file::to_text(&case).expect("it is written").into_bytes();
    c.bench_function("case read", |b| b.iter(|| file::read(black_box(&bytes)).expect("it reads")));
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4));
    targets = opening, papers
}
criterion_main!(benches);
