//! What a screen reader is told on every screen, kept as text and looked at when it changes.
//!
//! Each stop of the tour has a file in `tests/reading`: role, level, name and state of everything, in
//! reading order. `UPDATE_EXPECTED=1 cargo test --test reading` writes the files; then read the diff.

mod window;

use std::{
    collections::BTreeSet,
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use eframe::egui::{
    Rect,
    accesskit::{Live, Toggled},
};
use egui_kittest::{Node, kittest::NodeT as _};
use window::{
    Key, Role, Window, focused, key, screen,
    tour::{STOPS, Stop},
};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading")
}

/// What lies over the page, or else the whole window.
fn looked_at(window: &Window, stop: Stop) -> Node<'_> {
    let root = window.root();
    if !stop.over {
        return root;
    }
    let dialog = root.children_recursive().find(|node| node.accesskit_node().role() == Role::Dialog);
    dialog.expect("an overlay")
}

fn visible<'a>(node: &Node<'a>) -> impl Iterator<Item = Node<'a>> + use<'a> {
    node.children().filter(|child| !child.accesskit_node().is_hidden()).collect::<Vec<_>>().into_iter()
}

/// Everything below a node, in reading order.
fn below<'a>(node: &Node<'a>) -> Vec<Node<'a>> {
    let mut found = Vec::new();
    for child in visible(node) {
        found.push(child);
        found.extend(below(&child));
    }
    found
}

fn name(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

/// How a node is written: nothing for what only holds others.
fn line(node: &Node<'_>) -> Option<String> {
    let told = node.accesskit_node();
    let name = name(node);
    let value = told.value().unwrap_or_default();
    let on = told.toggled() == Some(Toggled::True);
    let mut line = match told.role() {
        Role::TextRun => return None,
        Role::Label => value,
        Role::Heading => format!("{} {name}", "#".repeat(told.level().map_or(9, |level| level + 1))),
        Role::TextInput => format!("[{name}: {value}]"),
        Role::MultilineTextInput => format!("[{name}: {}...]", value.replace('\n', " / ")),
        Role::RadioButton => format!("({}) {name}", if on { "o" } else { " " }),
        Role::CheckBox => format!("[{}] {name}", if on { "x" } else { " " }),
        Role::Button => format!("<{name}>"),
        Role::Image => format!("picture: {name}"),
        Role::RadioGroup => format!("one of {}: {name}", told.data().size_of_set().unwrap_or_default()),
        Role::Group if !name.is_empty() => format!("group: {name}"),
        Role::List => "list".to_owned(),
        Role::ListItem => "item".to_owned(),
        Role::Main => "main".to_owned(),
        Role::Banner => "banner".to_owned(),
        Role::Complementary => "beside".to_owned(),
        Role::Dialog => format!("over the page: {name}"),
        _ if name.is_empty() => return None,
        other => format!("{other:?} {name}"),
    };
    if told.is_disabled() {
        line.push_str(" (not now)");
    }
    if told.data().invalid().is_some() {
        line.push_str(" (wrong)");
    }
    if told.live() != Live::Off {
        line.push_str(" (spoken)");
    }
    if told.data().class_name() == Some("primary") {
        line.push_str(" (strong)");
    }
    if told.is_focused() {
        line.push_str(" (keyboard here)");
    }
    if let Some(more) = told.description().filter(|more| !more.is_empty()) {
        let _ = write!(line, "\n    -- {more}");
    }
    Some(line)
}

fn write_tree(node: &Node<'_>, depth: usize, out: &mut String) {
    for child in visible(node) {
        let deeper = match line(&child) {
            Some(line) => {
                for part in line.split('\n') {
                    let _ = writeln!(out, "{}{part}", "    ".repeat(depth));
                }
                depth + 1
            }
            None => depth,
        };
        write_tree(&child, deeper, out);
    }
}

/// The tree without what differs from machine to machine.
fn tree(window: &Window, stop: Stop) -> String {
    let mut out = String::new();
    write_tree(&looked_at(window, stop), 0, &mut out);
    let here = env!("CARGO_MANIFEST_DIR");
    let home = env::home_dir().unwrap_or_default();
    let documents = home.join("Documents");
    let folder = if documents.is_dir() { documents } else { home };
    out.replace(here, "HERE").replace(&folder.display().to_string(), "HOME")
}

#[test]
fn every_screen_reads_as_it_did_when_it_was_last_looked_at() {
    let update = env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    let mut known = BTreeSet::new();
    for stop in STOPS {
        let window = stop.visit(SIZE, 1.0);
        let file = folder().join(format!("{}.txt", stop.name));
        assert!(known.insert(file.clone()), "{} twice", stop.name);
        let found = tree(&window, *stop);
        if update {
            fs::create_dir_all(folder()).unwrap();
            fs::write(&file, &found).unwrap();
            continue;
        }
        let expected = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        if expected != found {
            let at = expected.lines().zip(found.lines()).position(|(a, b)| a != b);
            let at = at.unwrap_or(expected.lines().count().min(found.lines().count()));
            let say = |text: &str| text.lines().nth(at).unwrap_or("(the end)").to_owned();
            wrong.push(format!(
                "{}, line {}\n  was {}\n  is  {}",
                stop.name,
                at + 1,
                say(&expected),
                say(&found)
            ));
        }
    }
    assert!(wrong.is_empty(), "UPDATE_EXPECTED=1 rewrites, then read the diff:\n{}", wrong.join("\n"));
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        assert!(known.contains(&path), "{} is of no screen", path.display());
    }
}

/// A screen that nobody tours is a screen that nobody looked at.
#[test]
fn the_tour_comes_to_every_screen() {
    let source = include_str!("../src/app/journey.rs");
    let list = source.split("pub enum Screen {").nth(1).unwrap().split("\n}").next().unwrap();
    let variants = list.lines().map(str::trim).filter(|line| !line.starts_with("//") && !line.is_empty());
    let variants: BTreeSet<String> =
        variants.map(|line| line.chars().take_while(|c| c.is_alphanumeric()).collect()).collect();
    let seen: BTreeSet<String> = STOPS
        .iter()
        .map(|stop| {
            let screen = format!("{:?}", screen(&stop.visit(SIZE, 1.0)));
            screen.chars().take_while(|c| c.is_alphanumeric()).collect()
        })
        .collect();
    let missed: Vec<_> = variants.difference(&seen).collect();
    assert!(missed.is_empty(), "add a stop to tests/window/tour.rs for {missed:?}");
}

#[test]
fn headings_begin_with_one_title_and_skip_no_level() {
    for stop in STOPS {
        let window = stop.visit(SIZE, 1.0);
        let nodes = below(&looked_at(&window, *stop));
        let headings: Vec<(usize, String)> = nodes
            .iter()
            .filter(|node| node.accesskit_node().role() == Role::Heading)
            .map(|node| (node.accesskit_node().level().map_or(0, |level| level + 1), name(node)))
            .collect();
        let first = headings.iter().filter(|(level, _)| *level == 1).count();
        assert_eq!(first, 1, "{}: {headings:?}", stop.name);
        assert_eq!(headings[0].0, 1, "{}: {headings:?}", stop.name);
        for pair in headings.windows(2) {
            assert!(pair[1].0 <= pair[0].0 + 1, "{}: {:?} after {:?}", stop.name, pair[1], pair[0]);
        }
    }
}

#[test]
fn nothing_that_can_be_acted_on_is_without_a_name_or_called_like_another() {
    for stop in STOPS {
        let window = stop.visit(SIZE, 1.0);
        let mut names = BTreeSet::new();
        for node in below(&looked_at(&window, *stop)) {
            let role = node.accesskit_node().role();
            let inside = match role {
                Role::Button
                | Role::CheckBox
                | Role::TextInput
                | Role::MultilineTextInput
                | Role::RadioGroup => String::new(),
                // Many questions are answered with "Yes": the group says which.
                Role::RadioButton => {
                    let mut above = node.parent();
                    while above.as_ref().is_some_and(|n| n.accesskit_node().role() != Role::RadioGroup) {
                        above = above.and_then(|n| n.parent());
                    }
                    name(&above.expect("an answer is in a group"))
                }
                _ => continue,
            };
            let name = name(&node);
            assert!(!name.trim().is_empty(), "{}: a {role:?} without a name", stop.name);
            let kind = if role == Role::MultilineTextInput { Role::TextInput } else { role };
            let fresh = names.insert((format!("{kind:?}"), inside, name.clone()));
            assert!(fresh, "{}: two of {role:?} {name:?}", stop.name);
        }
    }
}

/// What is drawn as text, or can be acted on: not what only holds others.
/// What stands in a picture stands where its place is: a body's left is on the right.
fn in_a_picture(node: &Node<'_>) -> bool {
    let mut above = node.accesskit_node().parent();
    while let Some(node) = above {
        if node.role() == Role::Figure {
            return true;
        }
        above = node.parent();
    }
    false
}

/// The name of the group that something stands in: one column is read to its end before the next.
fn group(node: &Node<'_>) -> Option<String> {
    let mut above = node.accesskit_node().parent();
    while let Some(node) = above {
        if node.role() == Role::Group {
            return node.label();
        }
        above = node.parent();
    }
    None
}

fn is_leaf(node: &Node<'_>) -> bool {
    let role = node.accesskit_node().role();
    let leaf = [
        Role::Label,
        Role::Heading,
        Role::Button,
        Role::RadioButton,
        Role::CheckBox,
        Role::TextInput,
        Role::MultilineTextInput,
        Role::Image,
    ];
    leaf.contains(&role)
}

#[test]
fn things_are_read_in_the_order_in_which_they_stand() {
    for stop in STOPS {
        // Tall, so that nothing scrolls past what stands below it.
        for (size, zoom) in [([1280.0, 1300.0], 1.0), ([1280.0, 2600.0], 2.0)] {
            let window = stop.visit(size, zoom);
            let root = looked_at(&window, *stop);
            let regions = [Role::Main, Role::Banner, Role::Complementary];
            let all = below(&root);
            let parts: Vec<&Node<'_>> =
                all.iter().filter(|n| regions.contains(&n.accesskit_node().role())).collect();
            let parts = if stop.over || parts.is_empty() { vec![&root] } else { parts };
            for part in parts {
                let leaves: Vec<Node<'_>> =
                    below(part).into_iter().filter(|node| is_leaf(node) && !in_a_picture(node)).collect();
                for pair in leaves.windows(2) {
                    let (a, b): (Rect, Rect) = (pair[0].rect(), pair[1].rect());
                    // What a long box has scrolled out of view stands below the box and its foot.
                    if stop.over && leaves.last().is_some_and(|foot| a.bottom() > foot.rect().top()) {
                        continue;
                    }
                    let beside = b.top() < a.bottom() - 1.0 && b.left() >= a.left() - 1.0;
                    let (one, other) = (group(&pair[0]), group(&pair[1]));
                    let next_column = one != other && other.is_some() && b.left() >= a.right();
                    let after =
                        next_column || b.top() >= a.bottom() - 4.0 || (beside && b.bottom() > a.top());
                    assert!(
                        after,
                        "{} at {zoom}: {:?} {a:?} is read before {:?} {b:?}",
                        stop.name,
                        line(&pair[0]),
                        line(&pair[1])
                    );
                }
            }
        }
    }
}

#[test]
fn the_keyboard_goes_from_thing_to_thing_in_reading_order() {
    for stop in STOPS {
        let mut window = stop.visit(SIZE, 1.0);
        let wanted: Vec<(Role, String)> = below(&looked_at(&window, *stop))
            .into_iter()
            .filter(|node| {
                let told = node.accesskit_node();
                let acts = [
                    Role::Button,
                    Role::RadioButton,
                    Role::CheckBox,
                    Role::ComboBox,
                    Role::TextInput,
                    Role::MultilineTextInput,
                ];
                acts.contains(&told.role()) && !told.is_disabled()
            })
            .map(|node| (node.accesskit_node().role(), name(&node)))
            .collect();
        window.ctx.memory_mut(|memory| memory.focused().map(|id| memory.surrender_focus(id)));
        window.run();
        let mut found = Vec::new();
        for _ in 0..wanted.len() {
            key(&mut window, Key::Tab);
            found.extend(focused(&window));
        }
        // Where it begins is egui's to say; the order from there on is ours.
        let begin = wanted.iter().position(|one| Some(one) == found.first()).unwrap_or_default();
        let (end, start) = wanted.split_at(begin);
        let wanted: Vec<_> = start.iter().chain(end).cloned().collect();
        assert_eq!(found, wanted, "{}", stop.name);
    }
}

/// A tired person must see the one way on.
#[test]
fn no_screen_has_two_strong_actions() {
    for stop in STOPS {
        let window = stop.visit(SIZE, 1.0);
        let strong: Vec<String> = below(&looked_at(&window, *stop))
            .iter()
            .filter(|node| node.accesskit_node().data().class_name() == Some("primary"))
            .map(name)
            .collect();
        // A question that waits for its answer has none: its answers call for attention.
        let wanted = usize::from(stop.name != "question-not-answered");
        assert_eq!(strong.len(), wanted, "{}: {strong:?}", stop.name);
    }
}
