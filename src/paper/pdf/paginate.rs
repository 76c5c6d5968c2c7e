//! Puts rows on pages, top to bottom.

use super::card::Shape;
use super::line::Line;
use super::picture::Picture;
use super::row::{Look, Row, Rule, TOP};

/// A line of text at its place on a page.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub x: f32,
    pub baseline: f32,
    pub look: Look,
    pub line: Line,
    /// The cell it belongs to; a repeated header belongs to none.
    pub cell: Option<usize>,
}

/// A stretch of a page from one height to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Band {
    pub top: f32,
    pub bottom: f32,
}

/// Everything drawn on one page, except its foot.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub texts: Vec<Placed>,
    pub rules: Vec<(f32, Rule)>,
    pub washes: Vec<Band>,
    pub boxes: Vec<Band>,
    /// Body maps, each with its top.
    pub pictures: Vec<(f32, Picture)>,
    /// Shapes behind text, each with its top.
    pub shapes: Vec<(f32, Shape)>,
}

/// Fewer lines than this are not left alone on a page when a row is broken.
const FEWEST: usize = 2;
/// Rounding must not push out a line that fits exactly.
const SLACK: f32 = 0.01;

/// Puts the rows on as many pages as they need, each ending at `bottom`.
pub(super) fn paginate(rows: &[Row], bottom: f32) -> Vec<Sheet> {
    let mut pages = Pages {
        rows,
        bottom,
        done: Vec::new(),
        sheet: Sheet::default(),
        y: TOP,
        fresh: true,
        open_box: None,
    };
    for index in 0..rows.len() {
        pages.place(index);
    }
    pages.done.push(pages.sheet);
    pages.done
}

struct Pages<'a> {
    rows: &'a [Row],
    bottom: f32,
    done: Vec<Sheet>,
    sheet: Sheet,
    y: f32,
    /// Nothing stands on the page yet, except a repeated header.
    fresh: bool,
    /// The box that is being drawn on this page: its number and its place in the list.
    open_box: Option<usize>,
}

impl<'a> Pages<'a> {
    fn place(&mut self, index: usize) {
        let rows: &'a [Row] = self.rows;
        let Some(row) = rows.get(index) else { return };
        let full = self.y + row.before + self.wanted(index) > self.bottom + SLACK;
        if !self.fresh && (row.new_page || full) {
            self.new_page(row);
        }
        let total = row.lines();
        let mut next = 0;
        loop {
            let gap = if self.fresh { 0.0 } else { row.before };
            let left = total - next;
            let mut fit = self.fitting(row, gap, left);
            if fit < left {
                if left - fit < FEWEST && fit > FEWEST {
                    fit -= 1;
                }
                if self.fresh {
                    // A page that holds nothing must take something, or there is no end.
                    fit = fit.max(1);
                } else if fit < FEWEST {
                    self.new_page(row);
                    continue;
                }
            }
            self.y += gap;
            self.draw(row, next, fit, next + fit == total);
            next += fit;
            if next >= total {
                return;
            }
            self.new_page(row);
        }
    }

    /// The height that should be free for this row: all of a row that is kept whole or else its
    /// first lines, and the same for what it must stay with.
    fn wanted(&self, index: usize) -> f32 {
        let page = self.bottom - TOP;
        let mut height = 0.0;
        for (step, row) in self.rows.iter().skip(index).enumerate() {
            if step > 0 {
                height += row.before;
            }
            let lines = row.lines();
            let whole = row.height(lines);
            if lines <= row.whole || row.keep_next {
                height += whole;
            } else {
                height += row.height(FEWEST);
            }
            if !row.keep_next || height > page {
                break;
            }
        }
        if height > page {
            // What fits on no page is broken anyway; then it may as well begin here.
            return self.rows.get(index).map_or(0.0, |row| row.height(FEWEST.min(row.lines())));
        }
        height
    }

    fn fitting(&self, row: &Row, gap: f32, most: usize) -> usize {
        let room = self.bottom - self.y - gap + SLACK;
        let mut fit = 0;
        while fit < most && row.height(fit + 1) <= room {
            fit += 1;
        }
        fit
    }

    fn draw(&mut self, row: &Row, from: usize, lines: usize, last: bool) {
        let top = self.y;
        self.lines(row, from, lines, true);
        self.sheet.shapes.extend(row.shape.map(|shape| (top, shape)));
        self.sheet.pictures.extend(row.picture.clone().map(|picture| (top, picture)));
        self.y += row.height(lines);
        self.fresh = false;
        if row.wash {
            self.sheet.washes.push(Band { top, bottom: self.y });
        }
        if last && row.rule != Rule::None {
            self.sheet.rules.push((self.y, row.rule));
        }
        match (row.boxed, self.sheet.boxes.last_mut()) {
            (Some(number), Some(band)) if self.open_box == Some(number) => band.bottom = self.y,
            (Some(_), _) => self.sheet.boxes.push(Band { top, bottom: self.y }),
            (None, _) => {}
        }
        self.open_box = row.boxed;
    }

    fn lines(&mut self, row: &Row, from: usize, lines: usize, tagged: bool) {
        let size = row.cells.iter().map(|cell| cell.look.size).fold(0.0, f32::max);
        for cell in &row.cells {
            // The middle of the line, lowered by half the height of the row's tallest capital.
            let mut baseline = self.y + row.pad + row.leading / 2.0 + 0.34 * size;
            for line in cell.lines.iter().skip(from).take(lines) {
                self.sheet.texts.push(Placed {
                    x: cell.x,
                    baseline,
                    look: cell.look,
                    line: line.clone(),
                    cell: tagged.then_some(cell.id),
                });
                baseline += row.leading;
            }
        }
    }

    /// Begins a page on which this row goes first.
    fn new_page(&mut self, row: &Row) {
        self.done.push(std::mem::take(&mut self.sheet));
        self.y = TOP;
        self.fresh = true;
        self.open_box = None;
        let rows: &'a [Row] = self.rows;
        let Some(header) = row.header.and_then(|index| rows.get(index)) else { return };
        let lines = header.lines();
        // A header that fills the page would leave no room for its rows.
        if header.height(lines) < (self.bottom - TOP) / 4.0 {
            let top = self.y;
            self.lines(header, 0, lines, false);
            self.y += header.height(lines);
            self.sheet.washes.push(Band { top, bottom: self.y });
            self.sheet.rules.push((self.y, header.rule));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::Weight;
    use super::super::row::{Cell, Ink};
    use super::*;

    fn row(lines: usize) -> Row {
        let look = Look { size: 10.0, weight: Weight::Regular, ink: Ink::Black };
        let cell = Cell { id: 0, x: 0.0, look, lines: vec![Line::plain("x".to_owned()); lines] };
        Row::new(10.0, vec![cell])
    }

    fn lines(sheets: &[Sheet]) -> Vec<usize> {
        sheets.iter().map(|sheet| sheet.texts.len()).collect()
    }

    const TEN: f32 = TOP + 100.0;

    #[test]
    fn a_short_row_moves_whole_and_a_long_one_breaks() {
        assert_eq!(lines(&paginate(&[row(8), row(4)], TEN)), [8, 4]);
        assert_eq!(lines(&paginate(&[row(8), row(5)], TEN)), [10, 3]);
        assert_eq!(lines(&paginate(&[row(35)], TEN)), [10, 10, 10, 5]);
        assert_eq!(lines(&paginate(&[row(11)], TEN)), [9, 2]);
    }

    #[test]
    fn a_heading_stays_with_what_follows() {
        let heading = Row { keep_next: true, ..row(1) };
        assert_eq!(lines(&paginate(&[row(7), heading.clone(), row(3)], TEN)), [7, 4]);
        let many = vec![heading; 50];
        assert_eq!(lines(&paginate(&many, TEN)).iter().sum::<usize>(), 50);
    }

    #[test]
    fn a_page_too_small_for_anything_still_comes_to_an_end() {
        assert_eq!(lines(&paginate(&[row(3)], TOP)), [1, 1, 1]);
    }

    #[test]
    fn a_header_is_repeated_on_the_next_page() {
        let header = Row { keep_next: true, rule: Rule::Strong, ..row(1) };
        let body = Row { header: Some(0), ..row(4) };
        let sheets = paginate(&[header, body.clone(), body.clone(), body], TEN);
        assert_eq!(lines(&sheets), [9, 5]);
        assert!(sheets[1].texts[0].cell.is_none() && sheets[1].texts[1].cell.is_some());
    }
}
