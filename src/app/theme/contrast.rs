//! Whether every text and every border can be told from what it stands on, counted as WCAG counts it.

use super::*;

/// Text, at its least.
const TEXT: f64 = 4.5;
/// What has to be seen and is not read: borders, marks, the ring around what has the keyboard.
const SHAPE: f64 = 3.0;

fn part(value: u8) -> f64 {
    let value = f64::from(value) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

fn light(colour: Color32) -> f64 {
    let [red, green, blue, _] = colour.to_array();
    0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
}

fn ratio(a: Color32, b: Color32) -> f64 {
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A colour that lets some of the ground through.
fn faded(colour: Color32, ground: Color32, alpha: f32) -> Color32 {
    let mix = |at: usize| {
        let (over, under) = (f32::from(colour.to_array()[at]), f32::from(ground.to_array()[at]));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
        let mixed = (over * alpha + under * (1.0 - alpha)).round() as u8;
        mixed
    };
    solid(mix(0), mix(1), mix(2))
}

struct Found(Vec<String>);

impl Found {
    fn at_least(&mut self, least: f64, what: &str, on: (Color32, Color32)) {
        let found = ratio(on.0, on.1);
        if found < least {
            self.0.push(format!("{what} is {found:.2}, and has to be {least}"));
        }
    }
}

fn looks() -> [(&'static str, Colours); 3] {
    let Theme { sizes: _, light, dark, contrast } = Theme::built_in().expect("a theme");
    [("light", light), ("dark", dark), ("contrast", contrast)]
}

#[test]
fn the_measure_is_the_one_that_wcag_defines() {
    let (black, white) = (solid(0, 0, 0), solid(255, 255, 255));
    assert!((ratio(black, white) - 21.0).abs() < 0.001);
    assert!((ratio(solid(0x77, 0x77, 0x77), white) - 4.478).abs() < 0.001);
}

#[test]
fn text_can_be_read_wherever_it_stands() {
    let mut found = Found(Vec::new());
    for (look, c) in looks() {
        let grounds = [("paper", c.paper), ("raised", c.raised), ("chosen", c.chosen), ("notice", c.notice)];
        for (ground, on) in grounds {
            for (what, text) in [("ink", c.ink), ("ink_soft", c.ink_soft), ("accent", c.accent)] {
                found.at_least(TEXT, &format!("{look}: {what} on {ground}"), (text.0, on.0));
            }
        }
        // Faults stand on the page, and in the boxes of the page.
        for (ground, on) in [("paper", c.paper), ("raised", c.raised), ("notice", c.notice)] {
            found.at_least(TEXT, &format!("{look}: danger on {ground}"), (c.danger.0, on.0));
        }
        found.at_least(TEXT, &format!("{look}: on_accent"), (c.on_accent.0, c.accent.0));
        found.at_least(TEXT, &format!("{look}: on_danger"), (c.on_danger.0, c.danger.0));
        for (at, level) in c.levels.iter().enumerate() {
            found.at_least(TEXT, &format!("{look}: on level {}", at + 1), (c.on_level.0, level.0));
        }
    }
    assert!(found.0.is_empty(), "{:#?}", found.0);
}

#[test]
fn borders_and_marks_can_be_seen_wherever_they_stand() {
    let mut found = Found(Vec::new());
    for (look, c) in looks() {
        let grounds = [("paper", c.paper), ("raised", c.raised), ("chosen", c.chosen), ("notice", c.notice)];
        for (ground, on) in grounds {
            for (what, mark) in [("line", c.line), ("focus", c.focus), ("accent", c.accent)] {
                found.at_least(SHAPE, &format!("{look}: {what} on {ground}"), (mark.0, on.0));
            }
        }
        for (ground, on) in [("paper", c.paper), ("raised", c.raised)] {
            for (what, mark) in [("notice_line", c.notice_line), ("danger", c.danger)] {
                found.at_least(SHAPE, &format!("{look}: {what} on {ground}"), (mark.0, on.0));
            }
            // The mark of a level beside an answer, and its part of the windscreen.
            for (at, level) in c.levels.iter().enumerate() {
                found.at_least(SHAPE, &format!("{look}: level {} on {ground}", at + 1), (level.0, on.0));
            }
        }
        found.at_least(SHAPE, &format!("{look}: notice_line on notice"), (c.notice_line.0, c.notice.0));
        // The ring lies around strong buttons, a little away from them.
        for (what, fill) in [("accent", c.accent), ("danger", c.danger)] {
            let apart = ratio(c.focus.0, fill.0).max(ratio(c.focus.0, c.paper.0));
            assert!(apart >= SHAPE, "{look}: the ring around {what}");
        }
        for (at, level) in c.levels.iter().enumerate() {
            found.at_least(SHAPE, &format!("{look}: level {} on chosen", at + 1), (level.0, c.chosen.0));
        }
    }
    assert!(found.0.is_empty(), "{:#?}", found.0);
}

/// The same for what egui draws by itself, from the styles that it is given.
#[test]
fn what_egui_draws_can_be_read_too() {
    let theme = Theme::built_in().expect("a theme");
    let mut found = Found(Vec::new());
    for (look, colours) in looks() {
        let mut style = egui::Style::default();
        dress(&mut style, &theme.sizes, &colours);
        let visuals = &style.visuals;
        let widgets = &visuals.widgets;
        let states = [
            ("resting", &widgets.inactive),
            ("under the pointer", &widgets.hovered),
            ("pressed", &widgets.active),
            ("open", &widgets.open),
        ];
        for (state, drawn) in states {
            found.at_least(
                TEXT,
                &format!("{look}: a button {state}"),
                (drawn.text_color(), drawn.weak_bg_fill),
            );
            for ground in [colours.paper.0, colours.raised.0] {
                let border = (drawn.bg_stroke.color, ground);
                found.at_least(SHAPE, &format!("{look}: the border of a button {state}"), border);
            }
            let handle = (drawn.bg_fill, visuals.extreme_bg_color);
            found.at_least(SHAPE, &format!("{look}: a scroll bar's handle {state}"), handle);
        }
        let off = faded(widgets.noninteractive.text_color(), visuals.window_fill, visuals.disabled_alpha);
        found.at_least(TEXT, &format!("{look}: a command that is not there now"), (off, visuals.window_fill));
        let marked = (visuals.text_color(), visuals.selection.bg_fill);
        found.at_least(TEXT, &format!("{look}: marked text"), marked);
        let ground = visuals.text_edit_bg_color.expect("a ground for fields");
        found.at_least(TEXT, &format!("{look}: text in a field"), (visuals.text_color(), ground));
        found.at_least(SHAPE, &format!("{look}: the cursor"), (visuals.text_cursor.stroke.color, ground));
        found.at_least(
            SHAPE,
            &format!("{look}: the edge of a menu"),
            (visuals.window_stroke.color, colours.paper.0),
        );
    }
    assert!(found.0.is_empty(), "{:#?}", found.0);
}
