//! What the program is built from: every crate's licence may be used, and none of them opens a network connection.
//!
//! Read from cargo's own metadata, offline. Where the crates of other systems were never fetched, as in a clone that
//! was only built, this machine's are looked at.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
    sync::LazyLock,
};

use serde_json::Value;

/// Licences whose terms a program under MIT may carry: each asks for its notice and no more.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// What else may be used, in this crate alone, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("epaint_default_fonts", "OFL-1.1", "fonts may be bundled with any program, under their own licence"),
    ("epaint_default_fonts", "Ubuntu-font-1.0", "as above"),
    ("colored", "MPL-2.0", "a tool of the tests alone; no part of it is in the program"),
    ("levels-of-need", "OFL-1.1", "the fonts of the papers, with their licence beside them"),
];

/// Crates that talk to other machines, or that do nothing but help to.
const CONNECT: &[&str] = &[
    "actix-web",
    "async-net",
    "attohttpc",
    "axum",
    "curl",
    "curl-sys",
    "ehttp",
    "h2",
    "hickory-resolver",
    "http",
    "hyper",
    "hyper-util",
    "isahc",
    "libp2p",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "schannel",
    "security-framework",
    "self_update",
    "sentry",
    "socket2",
    "surf",
    "tiny_http",
    "tokio-net",
    "tokio-rustls",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "webbrowser",
    "webpki",
    "websocket",
    "ws",
];

/// Crates that hold a socket and that the program cannot do without, with what they reach.
const LOCAL: &[(&str, &str)] = &[
    (
        "zbus",
        "D-Bus, for screen readers and file dialogs: a socket of this machine, at the address the session gives",
    ),
    ("x11rb", "the display server's socket"),
    ("wayland-client", "the display server's socket"),
];

/// Features that would make a crate able to connect, where it stands among the dependencies without them.
const FEATURES: &[(&str, &[&str])] = &[
    ("tokio", &["net", "full"]),
    ("egui-winit", &["links"]),
    ("eframe", &["inspection", "persistence", "web_screen_reader"]),
    ("zbus", &["p2p", "tokio", "tokio-vsock", "vsock"]),
    ("egui_extras", &["http"]),
    ("web-sys", &["WebSocket", "XmlHttpRequest"]),
];

static METADATA: LazyLock<Value> = LazyLock::new(metadata);

fn metadata() -> Value {
    let cargo = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        command.args(["metadata", "--format-version", "1", "--locked", "--offline"]).args(more);
        command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
    };
    let mut found = cargo(&[]);
    if !found.status.success() {
        let version = Command::new(env!("CARGO")).arg("-vV").output().unwrap();
        let version = String::from_utf8(version.stdout).unwrap();
        let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
        found = cargo(&["--filter-platform", host]);
    }
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
    serde_json::from_slice(&found.stdout).unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn packages() -> impl Iterator<Item = &'static Value> {
    METADATA["packages"].as_array().unwrap().iter()
}

fn nodes() -> BTreeMap<&'static str, &'static Value> {
    METADATA["resolve"]["nodes"].as_array().unwrap().iter().map(|node| (text(node, "id"), node)).collect()
}

/// The packages that the program itself is linked from, by name, each with the features it is built with.
fn of_the_program() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let names: BTreeMap<&str, &str> = packages().map(|p| (text(p, "id"), text(p, "name"))).collect();
    let nodes = nodes();
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut ahead = vec![METADATA["resolve"]["root"].as_str().unwrap()];
    while let Some(id) = ahead.pop() {
        if !seen.insert(id) {
            continue;
        }
        let features = nodes[id]["features"].as_array().unwrap();
        found.entry(names[id]).or_default().extend(features.iter().filter_map(Value::as_str));
        for next in nodes[id]["deps"].as_array().unwrap() {
            let normal = next["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"].is_null());
            if normal {
                ahead.push(text(next, "pkg"));
            }
        }
    }
    found
}

/// Whether an SPDX expression can be met with licences that may be used. `/` is how `OR` was once written.
fn may_be_used(expression: &str, allowed: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words: Vec<&str> = spaced.split_whitespace().rev().collect();
    let met = either(&mut words, allowed)?;
    match words.pop() {
        None => Ok(met),
        Some(word) => Err(format!("`{word}` is left over in `{expression}`")),
    }
}

fn either(words: &mut Vec<&str>, allowed: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    let mut met = both(words, allowed)?;
    while words.last() == Some(&"OR") {
        words.pop();
        met |= both(words, allowed)?;
    }
    Ok(met)
}

fn both(words: &mut Vec<&str>, allowed: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    let mut met = one(words, allowed)?;
    while words.last() == Some(&"AND") {
        words.pop();
        met &= one(words, allowed)?;
    }
    Ok(met)
}

fn one(words: &mut Vec<&str>, allowed: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    match words.pop() {
        Some("(") => {
            let met = either(words, allowed)?;
            if words.pop() == Some(")") { Ok(met) } else { Err("a bracket is not closed".to_owned()) }
        }
        None | Some(")" | "OR" | "AND" | "WITH") => Err("a licence is missing".to_owned()),
        Some(licence) => {
            // An exception gives more than the licence does, so the licence decides.
            if words.last() == Some(&"WITH") {
                words.pop();
                words.pop();
            }
            Ok(allowed(licence.trim_end_matches('+')))
        }
    }
}

#[test]
fn licence_expressions_are_read_as_spdx_reads_them() {
    let read = |expression: &str| may_be_used(expression, &|licence| ["A", "B"].contains(&licence));
    for good in ["A", "A OR X", "X/A", "X / B", "A AND B", "(X OR A) AND B", "A WITH e OR X", "X OR A AND B"]
    {
        assert_eq!(read(good), Ok(true), "{good}");
    }
    for bad in ["X", "A AND X", "X WITH e", "(A OR X) AND (X OR Y)", "X AND B OR Y"] {
        assert_eq!(read(bad), Ok(false), "{bad}");
    }
    for broken in ["", "A B", "A OR", "(A", "AND A"] {
        assert!(read(broken).is_err(), "{broken}");
    }
}

#[test]
fn every_licence_may_be_used() {
    let mut used = BTreeSet::new();
    let mut refused = Vec::new();
    for package in packages() {
        let (name, licence) = (text(package, "name"), text(package, "license"));
        let excepted = EXCEPTIONS.iter().filter(|(crate_name, ..)| *crate_name == name);
        let excepted: Vec<&str> = excepted.map(|(_, licence, _)| *licence).collect();
        let plain = may_be_used(licence, &|l| ALLOWED.contains(&l));
        let met = may_be_used(licence, &|l| ALLOWED.contains(&l) || excepted.contains(&l));
        if plain != Ok(true) && met == Ok(true) {
            used.insert(name);
        }
        if met != Ok(true) {
            refused.push(format!("{name} {}: `{licence}`", text(package, "version")));
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
    assert!(used.contains("epaint_default_fonts"), "an exception that nothing needs is taken out");
}

#[test]
fn a_tool_of_the_tests_stays_out_of_the_program() {
    let program = of_the_program();
    for tool in ["colored", "criterion", "egui_kittest", "lopdf", "proptest", "pulldown-cmark"] {
        assert!(!program.contains_key(tool), "{tool} is linked into the program");
    }
    assert!(program.contains_key("eframe") && program.contains_key("ron"), "the list is the program's");
}

#[test]
fn nothing_in_the_program_opens_a_connection() {
    let program = of_the_program();
    for name in CONNECT {
        assert!(!program.contains_key(name), "{name} is linked into the program");
    }
    for (name, features) in FEATURES {
        let on = program.get(name).into_iter().flatten().filter(|feature| features.contains(feature));
        assert_eq!(on.count(), 0, "{name} is built with one of {features:?}");
    }
    for (name, reaches) in LOCAL {
        assert!(!reaches.is_empty() && !CONNECT.contains(name), "{name}");
    }
}

#[test]
fn what_must_not_move_is_pinned_and_what_must_be_off_is_off() {
    let root = packages().find(|p| text(p, "name") == "levels-of-need").unwrap();
    let dependencies = root["dependencies"].as_array().unwrap();
    let ron = dependencies.iter().find(|d| text(d, "name") == "ron").unwrap();
    assert!(text(ron, "req").starts_with('='), "ron has changed its text format in patch releases");
    let eframe = dependencies.iter().find(|d| text(d, "name") == "eframe").unwrap();
    assert_eq!(eframe["uses_default_features"], false, "its defaults hold more than a window");
    assert!(packages().filter(|p| text(p, "name") == "ron").count() == 1);
}

/// A test as the hazard log names it exists, and is not passed over where nobody runs it.
fn runs(named: &str) -> Result<(), String> {
    let (path, name) = named.rsplit_once("::").ok_or("names no test")?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join(path)).map_err(|_missing| "is in no such file")?;
    let at = text.find(&format!("fn {name}(")).ok_or("is not in its file")?;
    // What stands between the test and whatever comes before it.
    let before = text[..at].rsplit(['}', ';']).next().unwrap_or_default();
    if !before.contains("#[test]") {
        return Err("is no test".to_owned());
    }
    let file = path.trim_start_matches("tests/").split(['.', '/']).next().unwrap_or_default();
    let by_ci =
        fs::read_to_string(root.join(".ci/run")).unwrap().contains(&format!("--test {file} -- --ignored"));
    if before.contains("#[ignore") && !by_ci { Err("is ignored".to_owned()) } else { Ok(()) }
}

#[test]
fn every_hazard_has_its_control_and_the_test_that_shows_it() {
    assert!(runs("tests/supply.rs::nothing_in_the_program_opens_a_connection").is_ok());
    for nowhere in ["tests/supply.rs::nothing_like_it", "tests/supply.rs::metadata", "tests/none.rs::runs"] {
        assert!(runs(nowhere).is_err(), "{nowhere}");
    }
    let log = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("SAFETY.md")).unwrap();
    let hazards: Vec<&str> = log.split("\n### ").skip(1).collect();
    assert!(hazards.len() >= 25, "{} hazards", hazards.len());
    let mut wrong = Vec::new();
    for (at, hazard) in hazards.iter().enumerate() {
        let title = hazard.lines().next().unwrap();
        let mut fault = |what: &str| wrong.push(format!("{title}: {what}"));
        if !title.starts_with(&format!("H{}. ", at + 1)) {
            fault("is out of its order");
        }
        for part in ["Cause", "Harm", "Control"] {
            if !hazard.contains(&format!("\n- **{part}:** ")) {
                fault(&format!("has no {part}"));
            }
        }
        let shown = hazard.split("\n- **Shown by:** ").nth(1).and_then(|rest| rest.split("\n- ").next());
        let named: Vec<&str> =
            shown.into_iter().flat_map(|part| part.split('`').skip(1).step_by(2)).collect();
        if named.is_empty() && !hazard.contains("\n- **Not yet shown:** ") {
            fault("names no test, and does not say so");
        }
        for test in named {
            if let Err(what) = runs(test) {
                fault(&format!("{test} {what}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
