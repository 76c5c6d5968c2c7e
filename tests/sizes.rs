//! Every screen in every size of window and text: nothing is cut off, and everything can be pressed.

mod window;

use std::cell::RefCell;

use egui_kittest::{
    Node,
    kittest::{NodeT as _, Queryable as _},
};
use window::{
    Key, Modifiers, Role, Window, key, keys, sized,
    tour::{STOPS, Stop},
};

/// The smallest target of WCAG 2.2, in points.
const TARGET: f32 = 24.0;

const ACTS: [Role; 5] =
    [Role::Button, Role::RadioButton, Role::CheckBox, Role::TextInput, Role::MultilineTextInput];

/// A window as it opens, one on a small old screen, and one beside another program.
const SIZES: [([f32; 2], &[f32]); 3] =
    [([1280.0, 800.0], &[1.0, 2.0, 3.0]), ([640.0, 480.0], &[1.0, 2.0]), ([480.0, 400.0], &[1.0])];

fn everywhere(see: impl Fn(&str, &mut Window, Stop)) {
    for stop in STOPS {
        for (size, zooms) in SIZES {
            for &zoom in zooms {
                let mut window = stop.visit(size, zoom);
                let place = format!("{} in {size:?} at {zoom}", stop.name);
                see(&place, &mut window, *stop);
            }
        }
    }
}

fn that_act(window: &Window) -> Vec<Node<'_>> {
    let acts = |node: &Node<'_>| {
        let told = node.accesskit_node();
        ACTS.contains(&told.role()) && !told.is_hidden()
    };
    window.root().children_recursive().filter(acts).collect()
}

#[test]
fn nothing_is_wider_than_the_window() {
    everywhere(|place, window, _stop| {
        let width = window.ctx.content_rect().width();
        let shown = [Role::Label, Role::Heading, Role::Image];
        for node in window.root().children_recursive() {
            let told = node.accesskit_node();
            if !ACTS.contains(&told.role()) && !shown.contains(&told.role()) {
                continue;
            }
            let rect = node.rect();
            let inside = rect.left() >= -1.0 && rect.right() <= width + 1.0;
            assert!(inside, "{place}: {node:?} at {rect:?} of {width}");
        }
    });
}

#[test]
fn everything_that_can_be_pressed_is_large_enough_to_hit() {
    everywhere(|place, window, _stop| {
        for node in that_act(window) {
            let size = node.rect().size();
            assert!(size.x >= TARGET && size.y >= TARGET, "{place}: {node:?} is {size:?}");
        }
    });
}

#[test]
fn whatever_the_keyboard_comes_to_is_brought_into_view() {
    let missed = RefCell::new(Vec::new());
    everywhere(|place, window, _stop| {
        let whole = window.ctx.content_rect();
        // Less than this is one row of buttons under the bar, and not a size that anyone works in.
        if whole.height() < 260.0 {
            return;
        }
        for _ in 0..that_act(window).len().min(60) {
            key(window, Key::Tab);
            let here = window.root().children_recursive().find(|node| node.accesskit_node().is_focused());
            let Some(here) = here else { continue };
            // A field of many lines can be taller than the window: then its part is seen.
            let rect = here.rect();
            let seen = whole.intersect(rect);
            let enough = rect.height().min(whole.height() / 4.0);
            if seen.height() < enough - 1.0 {
                missed.borrow_mut().push(format!("{place}: {here:?} at {rect:?} is out of {whole:?}"));
            }
        }
    });
    let missed = missed.into_inner();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn text_grows_to_300_per_cent_and_back_by_keyboard_and_no_further() {
    let mut window = sized([1280.0, 800.0]);
    let larger = [Key::Plus, Key::Equals];
    for at in 0..30 {
        keys(&mut window, Modifiers::COMMAND, larger[at % 2]);
    }
    assert!((window.ctx.zoom_factor() - 3.0).abs() < 0.001);
    for _ in 0..30 {
        keys(&mut window, Modifiers::COMMAND, Key::Minus);
    }
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 0.001);
    keys(&mut window, Modifiers::COMMAND, Key::Plus);
    // What lies over the page grows too.
    key(&mut window, Key::F2);
    keys(&mut window, Modifiers::COMMAND, Key::Plus);
    assert!((window.ctx.zoom_factor() - 1.25).abs() < 0.001);
    keys(&mut window, Modifiers::COMMAND, Key::Num0);
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 0.001);
    assert!(window.query_by_label("Danger now F2").is_some());
}
