//! A whole report: what is known of an item beforehand, what is left out where, and how it is told.

use super::{
    counts::Pairs,
    expected::Against,
    figure::{Figure, Measured, Why},
    guide::Guide,
    paper,
    report::{Report, report},
    scale::Order,
    sheet,
};
use crate::{
    framework::{SourceFile, builtin, load},
    paper::document::Block,
};

fn read(rows: &[&str], guide: &Guide<'_>) -> Report {
    let table = format!("rater,case,item,value\n{}\n", rows.join("\n"));
    let sheet = sheet::read(table.as_bytes()).unwrap();
    assert!(sheet.faults.is_empty(), "{:?}", sheet.faults);
    report(&sheet.ratings, guide, 1)
}

fn known<T: std::fmt::Debug>(measured: Measured<T>) -> T {
    match measured.figure {
        Figure::Known(value) => value,
        Figure::NotDefined(why) => panic!("{why:?}"),
    }
}

/// What a contested case gets counts among the people, and not beside what is expected.
#[test]
fn contested_cases_are_left_out_beside_the_expected_alone() {
    let loaded = load(builtin::files(builtin::FIRST).unwrap());
    let framework = loaded.framework.unwrap();
    let named = |file: &&SourceFile| file.path.contains("allegation-childminder-and-");
    let cases: Vec<SourceFile> = loaded.cases.iter().filter(named).cloned().collect();
    let guide = Guide::new(&framework, &cases);
    let (plain, contested) = ("allegation-childminder-and-partner", "allegation-childminder-and-a-temper");
    let rows = [
        format!("a,{plain},level,level-4"),
        format!("b,{plain},level,3"),
        format!("c,{plain},level,{}", framework.levels[0].label),
        format!("d,{plain},level,not sure"),
        format!("a,{contested},level,level-2"),
        format!("b,{contested},level,level-2"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let report = read(&rows, &guide);
    let item = &report.items[0];
    assert_eq!(known(item.expected), Against { same: 1, within_one: Some(2), all: 3, contested: 2 });
    assert_eq!((item.expected.n.raters, item.expected.n.cases, item.expected.n.values), (3, 1, 3));
    assert_eq!(known(item.pairs), Pairs { same: 1, within_one: Some(2), all: 4 });
    assert_eq!((item.not_sure, item.rated.values, item.rated.raters, item.few()), (1, 5, 3, true));
    assert_eq!(item.spreads[1].within_one, Some(2));
}

#[test]
fn a_value_that_is_none_of_the_items_has_its_row_and_counts_nowhere() {
    let framework = builtin::read(builtin::FIRST).unwrap();
    let guide = Guide::new(&framework, &[]);
    let report =
        read(&["a,one,level,level-2", "b,one,level,level-9", "a,one,own.item,x", "b,one,own.item,y"], &guide);
    assert_eq!((report.items[0].outside.as_slice(), report.items[0].rated.values), ([3].as_slice(), 1));
    assert_eq!(report.items[0].pairs.figure, Figure::NotDefined(Why::OneRater));
    let own = &report.items[1];
    assert_eq!((own.scale.order, own.outside.len(), own.few()), (Order::None, 0, true));
    assert_eq!(known(own.pairs), Pairs { same: 0, within_one: None, all: 1 });
}

#[test]
fn the_same_seed_gives_the_same_interval_and_another_seed_another() {
    let rows: Vec<String> =
        (0..40).map(|at| format!("r{},c{},x,{}", at % 4, at / 4, (at * at + at / 3) % 5)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let sheet = sheet::read(format!("rater,case,item,value\n{}", rows.join("\n")).as_bytes()).unwrap();
    let of = |seed| known(report(&sheet.ratings, &Guide::default(), seed).items[0].ordinal);
    assert_eq!(of(1), of(1));
    assert_ne!(of(1).interval, of(2).interval);
    let interval = of(1).interval.known().unwrap();
    assert!(interval.low <= of(1).alpha && of(1).alpha <= interval.high);
    assert_eq!(interval.draws + interval.without, 1000);
}

/// Whose hand was up in one case and in the next nobody knows: two hands are no two raters.
#[test]
fn counted_hands_have_no_kappa_of_two_raters() {
    let report =
        read(&["hand-1,one,x,1", "hand-2,one,x,2", "hand-1,two,x,1", "hand-2,two,x,3"], &Guide::default());
    for kappa in report.items[0].cohen {
        assert_eq!(kappa.figure, Figure::NotDefined(Why::Hands));
    }
    known(report.items[0].ordinal);
}

#[test]
fn what_is_told_has_its_numbers_and_says_no_number_that_is_none() {
    let table = ["a,one,x,1", "b,one,x,1", "a,two,x,2", "b,two,x,3", "a,one,y,k", "a,one,z,2", "b,one,z,2"];
    let document = paper::document(&read(&table, &Guide::default()));
    let said = document.texts().join("\n");
    assert!(said.contains(
        "Pairs of people who rated the same case: 2. Of these, 1 gave the same value and 2 the same or"
    ));
    assert!(said.contains(Why::OneRater.words()) && said.contains(Why::OneValue.words()));
    assert!(said.contains("There are fewer than 30 ratings"));
    for wrong in ["NaN", "inf", "-0."] {
        assert!(!said.contains(wrong), "{wrong}");
    }
    for block in &document.blocks {
        if let Block::Table { headers, rows, .. } = block {
            assert!(
                rows.iter().all(|row| row.len() == headers.len() && row.iter().all(|cell| !cell.is_empty()))
            );
        }
    }
}
