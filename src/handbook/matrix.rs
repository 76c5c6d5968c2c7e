//! One sheet for the wall: levels across, dimensions down, and as many signs as stay legible.
//!
//! The letters never shrink. Every box first gets its weightiest sign; then each row in turn gets
//! one more sign a box for as long as the sheet holds it. What is left out is counted on the sheet.

use std::cmp::Reverse;

use super::{footer, status, words::W};
use crate::{
    framework::{
        Framework,
        model::{DimensionIx, Indicator, LevelIx, Polarity},
    },
    keyed::fill,
    paper::document::{Block, Document, MatrixRow, Page},
};

/// The sheet, and how many of the framework's signs stand on it.
#[derive(Clone, Debug)]
pub struct Wall {
    pub document: Document,
    pub shown: usize,
    pub all: usize,
}

/// Lays out the sheet. `fits` says whether a document takes one page.
///
/// # Errors
/// What `fits` fails with.
pub fn wall<E>(framework: &Framework, mut fits: impl FnMut(&Document) -> Result<bool, E>) -> Result<Wall, E> {
    let boxes = boxes(framework);
    let longest: Vec<usize> =
        boxes.iter().map(|(_, row)| row.iter().map(Vec::len).max().unwrap_or(0)).collect();
    let mut most: Vec<usize> = longest.iter().map(|&longest| longest.min(1)).collect();
    let mut full = vec![false; boxes.len()];
    while full.iter().any(|full| !full) {
        for row in 0..boxes.len() {
            if full[row] {
                continue;
            }
            if most[row] >= longest[row] {
                full[row] = true;
                continue;
            }
            most[row] += 1;
            if !fits(&sheet(framework, &boxes, &most).document)? {
                most[row] -= 1;
                full[row] = true;
            }
        }
    }
    Ok(sheet(framework, &boxes, &most))
}

type Boxes<'f> = Vec<(DimensionIx, Vec<Vec<&'f Indicator>>)>;

/// For each dimension and level its signs, the weightiest first.
fn boxes(framework: &Framework) -> Boxes<'_> {
    let dimensions = (0..framework.dimensions.len()).map(DimensionIx);
    let mut rows: Vec<DimensionIx> = dimensions.collect();
    // Rows of one domain stand together whatever the author's order.
    rows.sort_by_key(|&row| framework[row].domain);
    let cell = |row: DimensionIx, level: LevelIx| {
        let here = |one: &&Indicator| one.dimension == row && framework[one.pathway].level == level;
        let mut signs: Vec<&Indicator> = framework.indicators.iter().filter(here).collect();
        let strength = |one: &Indicator| one.polarity == Polarity::Strength;
        signs.sort_by_key(|one| (!one.decisive, strength(one), Reverse(one.pathway)));
        signs
    };
    let levels = || (0..framework.levels.len()).map(LevelIx);
    rows.into_iter().map(|row| (row, levels().map(|level| cell(row, level)).collect())).collect()
}

fn sheet(framework: &Framework, boxes: &Boxes<'_>, most: &[usize]) -> Wall {
    let mut shown = 0;
    let rows = boxes
        .iter()
        .zip(most)
        .map(|((row, cells), &most)| {
            let dimension = &framework[*row];
            let some = |signs: &Vec<&Indicator>| {
                let texts: Vec<String> = signs.iter().take(most).map(|one| one.text.clone()).collect();
                texts
            };
            let cells: Vec<Vec<String>> = cells.iter().map(some).collect();
            shown += cells.iter().map(Vec::len).sum::<usize>();
            MatrixRow {
                group: framework[dimension.domain].title.clone(),
                title: dimension.title.clone(),
                cells,
            }
        })
        .collect();
    let levels = framework.levels.iter().map(|level| format!("{}: {}", level.label, level.name));
    let headers = std::iter::once(W.dimension.to_owned()).chain(levels).collect();
    let all = framework.indicators.len();
    let document = Document {
        title: fill(W.matrix_title, &[&framework.about.title]),
        language: framework.about.language.clone(),
        page: Page::A3Wide,
        notice: vec![
            format!("{}. {} {}", status(framework), W.decides_nothing, W.matrix_one_sign),
            chosen(shown, all),
        ],
        footer: footer(framework),
        blocks: vec![Block::Matrix { headers, rows }],
    };
    Wall { document, shown, all }
}

/// By which rule the signs were chosen, and how many are left out.
fn chosen(shown: usize, all: usize) -> String {
    if shown == all {
        return W.matrix_all.to_owned();
    }
    let rule = fill(W.matrix_rule, &[&shown.to_string(), &all.to_string()]);
    format!("{rule} {}", fill(W.matrix_left, &[&(all - shown).to_string()]))
}
