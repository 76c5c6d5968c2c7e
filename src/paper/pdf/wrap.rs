//! Breaks text into lines, one word after another until a line is full.

/// Measures text in one look.
pub(super) trait Ruler {
    /// The width of some words.
    fn width(&self, text: &str) -> f32;
    /// Where each group of letters of a word that must stay together ends, and how wide it is.
    fn groups(&self, word: &str) -> Vec<(usize, f32)>;
}

/// Breaks text into paragraphs, one for each line that its writer ended, and those into lines no
/// wider than `width`.
///
/// A line that goes on in the same sentence ends in a space, so that the words stay apart when
/// the lines are read aloud or copied. A word wider than a whole line is broken. There is always
/// at least one line, and no line is empty.
pub(super) fn wrap(text: &str, width: f32, ruler: &impl Ruler) -> Vec<Vec<String>> {
    let mut done: Vec<Vec<String>> = Vec::new();
    let mut blank = false;
    for source in text.split('\n') {
        let source = source.trim_matches(' ');
        if source.is_empty() {
            blank = true;
            continue;
        }
        if let Some(before) = done.last_mut().and_then(|lines| lines.last_mut()) {
            before.push(' ');
            // Several blank lines together take the space of one.
            if blank {
                done.push(vec![" ".to_owned()]);
            }
        }
        blank = false;
        done.push(paragraph(source, width, ruler));
    }
    if done.is_empty() {
        done.push(vec![" ".to_owned()]);
    }
    done
}

fn paragraph(source: &str, width: f32, ruler: &impl Ruler) -> Vec<String> {
    let mut lines =
        Lines { width, ruler, space: ruler.width(" "), done: Vec::new(), line: String::new(), used: 0.0 };
    for word in source.split(' ').filter(|word| !word.is_empty()) {
        for (index, piece) in hyphen_pieces(word).into_iter().enumerate() {
            lines.add(piece, index == 0);
        }
    }
    lines.end(false);
    lines.done
}

/// A word cut after each hyphen between two letters, where a line may end.
fn hyphen_pieces(word: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = word;
    let mut from = 0;
    while let Some(found) = rest.get(from..).and_then(|tail| tail.find('-')) {
        let after = from + found + 1;
        let (head, tail) = rest.split_at(after);
        let letter_before = head.chars().rev().nth(1).is_some_and(char::is_alphabetic);
        if letter_before && tail.starts_with(char::is_alphabetic) {
            pieces.push(head);
            rest = tail;
            from = 0;
        } else {
            from = after;
        }
    }
    pieces.push(rest);
    pieces
}

struct Lines<'a, R> {
    width: f32,
    ruler: &'a R,
    space: f32,
    done: Vec<String>,
    line: String,
    used: f32,
}

impl<R: Ruler> Lines<'_, R> {
    fn add(&mut self, piece: &str, after_space: bool) {
        let wide = self.ruler.width(piece);
        if !self.line.is_empty() {
            let gap = if after_space { self.space } else { 0.0 };
            if self.used + gap + wide <= self.width {
                if after_space {
                    self.line.push(' ');
                }
                self.line.push_str(piece);
                self.used += gap + wide;
                return;
            }
            self.end(after_space);
        }
        if wide <= self.width {
            self.line.push_str(piece);
            self.used = wide;
        } else {
            self.add_broken(piece);
        }
    }

    fn add_broken(&mut self, piece: &str) {
        let mut from = 0;
        for (end, wide) in self.ruler.groups(piece) {
            if !self.line.is_empty() && wide > 0.0 && self.used + wide > self.width {
                self.end(false);
            }
            self.line.push_str(piece.get(from..end).unwrap_or_default());
            self.used += wide;
            from = end;
        }
        self.line.push_str(piece.get(from..).unwrap_or_default());
    }

    fn end(&mut self, space_follows: bool) {
        if !self.line.is_empty() {
            if space_follows {
                self.line.push(' ');
            }
            self.done.push(std::mem::take(&mut self.line));
        }
        self.used = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every letter is one wide.
    struct Ones;

    impl Ruler for Ones {
        fn width(&self, text: &str) -> f32 {
            text.chars().map(|_| 1.0).sum()
        }

        fn groups(&self, word: &str) -> Vec<(usize, f32)> {
            word.char_indices().map(|(at, each)| (at + each.len_utf8(), 1.0)).collect()
        }
    }

    fn ten(text: &str) -> Vec<String> {
        wrap(text, 10.0, &Ones).concat()
    }

    #[test]
    fn lines_end_at_spaces_and_hyphens() {
        assert_eq!(ten("one two three four"), ["one two ", "three four"]);
        assert_eq!(ten("mothers self-referral"), ["mothers ", "self-", "referral"]);
        assert_eq!(ten("a\n\n\nb\nc"), ["a ", " ", "b ", "c"]);
        assert_eq!(ten(" \n "), [" "]);
    }

    #[test]
    fn a_long_word_is_broken() {
        assert_eq!(ten("ab 123456789012345 c"), ["ab ", "1234567890", "12345 c"]);
        assert_eq!(wrap("abc", 0.0, &Ones), [["a", "b", "c"]]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_no_line_is_too_long(text in "[a-z\\- \n]{0,80}") {
            let lines = ten(&text);
            let letters = |text: &str| -> String {
                text.chars().filter(|each| !each.is_whitespace()).collect()
            };
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            for line in &lines {
                prop_assert!(!line.is_empty() && line.trim_end().len() <= 10);
            }
            let words = |text: &str| -> Vec<String> {
                text.split_whitespace().filter(|word| word.len() <= 10).map(str::to_owned).collect()
            };
            if text.split_whitespace().all(|word| word.len() <= 10) {
                prop_assert_eq!(words(&lines.concat()), words(&text));
            }
        }
    }
}
