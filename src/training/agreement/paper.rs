//! Agreement on paper: plain words first, the figures for auditors after them.

use super::{
    alpha::Alpha,
    counts::Spread,
    figure::{Figure, Measured, N},
    report::{FEW, Item, Report},
    scale::Order,
    words::W,
};
use crate::{
    keyed::fill,
    paper::document::{Block, Document, Field, HeadingLevel, Page},
};

/// From fewer cases an interval is shown with a caution: what is drawn anew are cases.
const FEW_CASES: usize = 10;

/// A report as a document of its own.
pub fn document(report: &Report) -> Document {
    let field = |label: &str, count: usize| Field { label: label.to_owned(), value: count.to_string() };
    let ratings = report.items.iter().map(|item| item.rated.values).sum();
    let head = [(W.people, report.raters), (W.cases, report.cases.len()), (W.ratings, ratings)];
    let mut blocks = vec![Block::Fields(head.map(|(label, count)| field(label, count)).to_vec())];
    for item in &report.items {
        let title = item.title.as_ref();
        let text = title.map_or_else(|| item.id.clone(), |title| fill(W.item_titled, &[&item.id, title]));
        blocks.push(Block::Heading { level: HeadingLevel::Section, text });
        blocks.extend(plain(item));
        blocks.push(by_case(item, &report.cases));
        blocks.push(Block::Heading { level: HeadingLevel::Part, text: W.auditors.to_owned() });
        blocks.extend(for_auditors(item, report.draws));
    }
    Document {
        title: W.title.to_owned(),
        language: "en-GB".to_owned(),
        page: Page::A4,
        notice: vec![W.describes.to_owned()],
        footer: W.title.to_owned(),
        blocks,
    }
}

/// What everybody understands: how many, and how many alike.
pub fn plain(item: &Item) -> Vec<Block> {
    let N { raters, cases, values } = item.rated;
    let mut said = vec![fill(W.rated, &[&raters.to_string(), &cases.to_string(), &values.to_string()])];
    let counted = [(W.not_sure, item.not_sure), (W.outside, item.outside.len())];
    said.extend(
        counted.iter().filter(|(_, count)| *count > 0).map(|(text, n)| fill(text, &[&n.to_string()])),
    );
    said.push(match item.pairs.figure {
        Figure::NotDefined(why) => why.words().to_owned(),
        Figure::Known(pairs) => {
            let counts = [pairs.all, pairs.same, pairs.within_one.unwrap_or_default()].map(|n| n.to_string());
            let text = if pairs.within_one.is_some() { W.pairs_within } else { W.pairs };
            fill(text, &[&counts[0], &counts[1], &counts[2]])
        }
    });
    let mut blocks = vec![Block::Paragraph(said.join(" "))];
    if let Figure::Known(expected) = item.expected.figure {
        let counts = [expected.same, expected.all, expected.within_one.unwrap_or_default()];
        let counts = counts.map(|n| n.to_string());
        let text = if expected.within_one.is_some() { W.expected_within } else { W.expected };
        let mut said = vec![fill(text, &[&counts[0], &counts[1], &counts[2]])];
        if expected.contested > 0 {
            said.push(fill(W.contested, &[&expected.contested.to_string()]));
        }
        blocks.push(Block::Paragraph(said.join(" ")));
    } else if item.scale.order == Order::Given && item.rated.values > 0 {
        blocks.push(Block::Paragraph(W.nothing_expected.to_owned()));
    }
    if item.few() {
        let text = fill(W.few, &[&FEW.to_string()]);
        blocks.push(Block::Callout { title: W.few_title.to_owned(), text });
    }
    blocks
}

/// What each case got.
fn by_case(item: &Item, cases: &[String]) -> Block {
    let ordered = item.scale.ordered();
    let mut headers = vec![W.case.to_owned(), W.chosen.to_owned(), W.most.to_owned()];
    headers.extend(ordered.then(|| W.within.to_owned()));
    let row = |spread: &Spread| {
        let of = |count: u64| fill(W.of, &[&count.to_string(), &spread.all.to_string()]);
        let chose = |(place, count): &(usize, u64)| {
            let title = item.scale.steps.get(*place).map_or("", |step| step.title.as_str());
            fill(W.chose, &[title, &count.to_string()])
        };
        let chosen: Vec<String> = spread.chosen.iter().map(chose).collect();
        let case = cases.get(spread.case).cloned().unwrap_or_default();
        let mut row = vec![case, chosen.join("; "), of(spread.same)];
        row.extend(spread.within_one.map(of));
        row
    };
    let rows: Vec<Vec<String>> = item.spreads.iter().map(row).collect();
    if rows.is_empty() {
        return Block::Paragraph(W.no_ratings.to_owned());
    }
    Block::Table { caption: W.by_case.to_owned(), headers, rows }
}

/// The coefficients, each with what it stands on.
pub fn for_auditors(item: &Item, draws: usize) -> Vec<Block> {
    let mut rows = of_two(item);
    rows.push(row(W.fleiss, item.fleiss, number));
    rows.push(row(W.nominal, item.nominal, with_interval));
    rows.push(row(W.ordinal, item.ordinal, with_interval));
    let headers = [W.figure, W.value, W.people, W.cases, W.ratings].map(str::to_owned).to_vec();
    let order = match item.scale.order {
        Order::Given => W.order_given,
        Order::Numbers => W.order_numbers,
        Order::None => W.order_none,
    };
    let mut said = vec![fill(W.method, &[&draws.to_string(), order])];
    if (2..FEW_CASES).contains(&item.nominal.n.cases) {
        said.push(fill(W.few_cases, &[&FEW_CASES.to_string()]));
    }
    vec![Block::Table { caption: String::new(), headers, rows }, Block::Paragraph(said.join(" "))]
}

/// Cohen's kappas; one row where none of them can be, for the same reason.
fn of_two(item: &Item) -> Vec<Vec<String>> {
    let [plain, linear, quadratic] = item.cohen;
    match plain.figure {
        Figure::NotDefined(_) => vec![row(W.cohen_none, plain, number)],
        Figure::Known(_) => vec![
            row(W.cohen, plain, number),
            row(W.cohen_linear, linear, number),
            row(W.cohen_quadratic, quadratic, number),
        ],
    }
}

fn row<T>(label: &str, measured: Measured<T>, said: impl FnOnce(T) -> String) -> Vec<String> {
    let N { raters, cases, values } = measured.n;
    let value = match measured.figure {
        Figure::Known(value) => said(value),
        Figure::NotDefined(why) => why.words().to_owned(),
    };
    vec![label.to_owned(), value, raters.to_string(), cases.to_string(), values.to_string()]
}

fn with_interval(alpha: Alpha) -> String {
    match alpha.interval {
        Figure::Known(interval) => {
            fill(W.with_interval, &[&number(alpha.alpha), &number(interval.low), &number(interval.high)])
        }
        Figure::NotDefined(why) => fill(W.without_interval, &[&number(alpha.alpha), why.words()]),
    }
}

/// Three decimals, with a minus that a reader can tell from a hyphen, and no minus nought.
fn number(value: f64) -> String {
    let text = format!("{value:.3}");
    match text.strip_prefix('-') {
        Some("0.000") => "0.000".to_owned(),
        Some(rest) => format!("\u{2212}{rest}"),
        None => text,
    }
}
