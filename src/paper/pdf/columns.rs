//! How wide the columns of a table are: as wide as they need, or a fair share of the page.

use super::fonts::{Fonts, printable};
use super::row::{Look, count};

/// White space at both sides of a column.
pub(super) const COLUMN_PAD: f32 = 4.0;

/// Where each column begins and how wide it is, within a width.
pub(super) fn column_widths(
    fonts: &Fonts<'_>,
    width: f32,
    header_look: Look,
    headers: &[String],
    look: Look,
    rows: &[Vec<String>],
) -> Vec<(f32, f32)> {
    let mut needs = vec![Need::default(); headers.len()];
    let header = [(headers, header_look)];
    let body = rows.iter().map(|row| (row.as_slice(), look));
    for (texts, look) in header.into_iter().chain(body) {
        for (need, text) in needs.iter_mut().zip(texts) {
            need.widen(fonts, width, look, text);
        }
    }
    place(&share(&needs, width))
}

/// What a column would like.
#[derive(Clone, Copy, Debug)]
struct Need {
    /// Its longest word.
    least: f32,
    /// Its longest line.
    most: f32,
}

impl Default for Need {
    fn default() -> Need {
        // An empty column keeps a little space of its own.
        Need { least: 3.0 * COLUMN_PAD, most: 3.0 * COLUMN_PAD }
    }
}

impl Need {
    fn widen(&mut self, fonts: &Fonts<'_>, width: f32, look: Look, text: &str) {
        let text = &printable(text);
        // A little more than measured, so that rounding never breaks what just fits.
        let measure = |text: &str| fonts.width(look.weight, look.size, text) + 2.0 * COLUMN_PAD + 0.5;
        for line in text.split('\n') {
            // One endless line must not starve the other columns.
            self.most = self.most.max(measure(line).min(3.0 * width));
            for word in line.split(' ') {
                self.least = self.least.max(measure(word).min(width / 3.0));
            }
        }
        self.most = self.most.max(self.least);
    }
}

fn share(needs: &[Need], width: f32) -> Vec<f32> {
    let mut widths: Vec<Option<f32>> = vec![None; needs.len()];
    let mut left = width;
    // A column that needs no more than an even share takes what it needs and leaves the rest to
    // the others; that makes the even share of the others larger, so look again.
    for _ in needs {
        let open = widths.iter().filter(|width| width.is_none()).count();
        let even = left / count(open.max(1));
        let mut settled = false;
        for (width, need) in widths.iter_mut().zip(needs) {
            if width.is_none() && need.most <= even {
                *width = Some(need.most);
                left -= need.most;
                settled = true;
            }
        }
        if !settled {
            break;
        }
    }
    let open = || widths.iter().zip(needs).filter(|(width, _)| width.is_none());
    let least: f32 = open().map(|(_, need)| need.least).sum();
    let most: f32 = open().map(|(_, need)| need.most).sum();
    let extra = left.max(0.0) / count(needs.len().max(1));
    let all_settled = open().next().is_none();
    widths
        .iter()
        .zip(needs)
        .map(|(width, need)| match width {
            Some(width) if all_settled => width + extra,
            Some(width) => *width,
            None if least >= left => need.least * left / least,
            None => need.least + (need.most - need.least) * (left - least) / (most - least).max(1.0),
        })
        .collect()
}

fn place(widths: &[f32]) -> Vec<(f32, f32)> {
    let mut x = 0.0;
    widths
        .iter()
        .map(|width| {
            let at = x;
            x += width;
            (at, *width)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(needs: &[(f32, f32)]) -> Vec<f32> {
        let needs: Vec<Need> = needs.iter().map(|&(least, most)| Need { least, most }).collect();
        share(&needs, 100.0)
    }

    #[test]
    fn the_whole_width_is_used_and_no_more() {
        for needs in [
            vec![(10.0, 20.0), (10.0, 40.0)],
            vec![(10.0, 20.0), (10.0, 400.0)],
            vec![(80.0, 90.0), (70.0, 400.0)],
        ] {
            let total: f32 = widths(&needs).iter().sum();
            assert!((total - 100.0).abs() < 0.1, "{needs:?} {total}");
        }
    }

    #[test]
    fn a_column_is_no_narrower_than_its_longest_word() {
        let shared = widths(&[(30.0, 35.0), (10.0, 500.0)]);
        assert!(shared[0] >= 30.0 && shared[1] > 50.0, "{shared:?}");
    }
}
