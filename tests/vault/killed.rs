//! A program that is killed in the midst of saving, one without room, and two at once: processes of their own.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};

use levels_of_need::vault::{Folder, Key, Seal, disk::Machine, lock::Taken};

use super::{ID, at, case, label, words};

/// What a process of its own is to do, in which folder.
const DOES: &str = "VAULT_TEST_CHILD";
const PLAIN: &str = "SECRET";

fn folder(root: &Path) -> Folder {
    Folder::new(root.to_owned(), Arc::new(Machine))
}

fn key_in(root: &Path) -> Seal {
    let key = Key::make(&words("four grey horses"), 2).unwrap();
    folder(root).keep_key(&key).unwrap();
    Seal::Key(key)
}

/// This very test program, told to do something else.
fn child(does: &str, root: &Path, before: &str) -> Command {
    let program = std::env::current_exe().unwrap();
    let mut command = Command::new("sh");
    let script =
        format!("{before} exec \"$0\" --exact killed::process_of_its_own --nocapture --test-threads=1");
    command.args(["-c", &script]).arg(program);
    command.env(DOES, does).env("VAULT_TEST_ROOT", root);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).stdin(Stdio::null());
    command
}

/// Not a test: what the processes below do.
#[test]
fn process_of_its_own() {
    let Ok(does) = std::env::var(DOES) else { return };
    let root = PathBuf::from(std::env::var_os("VAULT_TEST_ROOT").unwrap());
    let folder = folder(&root);
    let seal = Seal::Key(folder.unlock(&words("four grey horses")).unwrap());
    let me = super::who("PC7");
    let Ok(Taken::Ours(_lock)) = levels_of_need::vault::lock::take(&folder.locks(), ID, &me, false) else {
        println!("taken");
        return;
    };
    folder.sweep();
    let (mut held, mut n) = match folder.open(ID, &seal) {
        Ok(opened) => (opened.held, number(&opened.case.whereabouts)),
        Err(_none) => (folder.begin(ID), 0),
    };
    loop {
        n += 1;
        let text = if does == "large" { PLAIN.repeat(20_000) } else { format!("{PLAIN} {n}") };
        match folder.save(&seal, &mut held, &mut label(at(9, 0)), &case(&text)) {
            Ok(_note) => println!("saved {n}"),
            Err(fault) => println!("not saved: {fault}"),
        }
        std::io::stdout().flush().unwrap();
        if does != "saves" {
            return;
        }
    }
}

fn number(text: &str) -> u64 {
    text.trim_start_matches(PLAIN).trim().parse().unwrap()
}

/// `KILLS=1000` for the full number.
#[test]
fn a_program_killed_at_any_moment_loses_nothing_that_it_called_saved() {
    let kills = std::env::var("KILLS").ok().and_then(|text| text.parse::<u32>().ok()).unwrap_or(20);
    let root = tempfile::tempdir().unwrap();
    let seal = key_in(root.path());
    let mut acknowledged = 0;
    let mut last = 0;
    for kill in 0..kills {
        let mut running = child("saves", root.path(), "").spawn().unwrap();
        let mut lines = BufReader::new(running.stdout.take().unwrap()).lines();
        // Once it saves, it is killed somewhere in the next few savings.
        let first = lines.by_ref().map(Result::unwrap).find(|line| line.contains("saved"));
        let chance = u64::from(kill).wrapping_mul(2_654_435_761) % 20_000;
        std::thread::sleep(Duration::from_micros(chance));
        running.kill().unwrap();
        running.wait().unwrap();
        for line in first.into_iter().chain(lines.map_while(Result::ok)) {
            if let Some(n) = line.split("saved ").nth(1).and_then(|n| n.trim().parse::<u64>().ok()) {
                acknowledged += 1;
                last = last.max(n);
            }
        }
        let opened = folder(root.path()).open(ID, &seal).unwrap();
        let stands = number(&opened.case.whereabouts);
        assert!(stands >= last, "kill {kill}: {stands} stands, {last} was called saved");
        assert!(stands <= last + 1, "kill {kill}: no more than the one in the making");
        last = stands;
    }
    println!("{kills} kills, {acknowledged} acknowledged savings, none lost");
    assert!(acknowledged >= u64::from(kills));
    for file in all(root.path()) {
        let bytes = fs::read(&file).unwrap();
        assert!(!bytes.windows(PLAIN.len()).any(|at| at == PLAIN.as_bytes()), "{}", file.display());
    }
    folder(root.path()).sweep();
    let parts = all(root.path()).into_iter().filter(|file| file.extension().is_some_and(|e| e == "part"));
    assert_eq!(parts.count(), 0, "what was half-written is swept");
}

fn all(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(all(&path)) } else { found.push(path) }
    }
    found
}

fn said(mut command: Command) -> String {
    let out = command.output().unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    let line = text.lines().find(|line| line.contains("saved") || line.contains("taken"));
    line.map_or_else(
        || panic!("{text}"),
        |line| line.trim_start_matches("test killed::process_of_its_own ... ").to_owned(),
    )
}

#[test]
fn a_place_without_room_keeps_what_was_there_and_is_told() {
    let root = tempfile::tempdir().unwrap();
    let seal = key_in(root.path());
    assert_eq!(said(child("once", root.path(), "")), "saved 1");
    // A limit that the system holds: no file grows over 16 KiB, and the signal for it is not heeded.
    let limited = said(child("large", root.path(), "trap '' XFSZ; ulimit -f 32;"));
    assert_eq!(limited, "not saved: the disk is full");
    assert_eq!(folder(root.path()).open(ID, &seal).unwrap().case.whereabouts, format!("{PLAIN} 1"));
    assert_eq!(said(child("once", root.path(), "")), "saved 2");
}

/// A disk of 48 KiB that is really full, where this process may make one.
#[test]
fn a_full_disk_keeps_what_was_there_and_is_told() {
    let root = tempfile::tempdir().unwrap();
    let script = "mount -t tmpfs -o size=64k full \"$VAULT_TEST_ROOT\" 2>/dev/null";
    let may = Command::new("unshare")
        .args(["-rm", "sh", "-c", script])
        .env("VAULT_TEST_ROOT", root.path())
        .status()
        .is_ok_and(|status| status.success());
    if !may {
        println!("no disk can be made here");
        return;
    }
    let program = std::env::current_exe().unwrap();
    let run = "exec 2>&1; mount -t tmpfs -o size=64k full \"$VAULT_TEST_ROOT\" && cp -r \"$KEYS\" \"$VAULT_TEST_ROOT/keys\"
        go() { VAULT_TEST_CHILD=$1 \"$0\" --exact killed::process_of_its_own --nocapture | grep -o 'saved.*\\|not saved.*'; }
        go once; head -c 40000 /dev/zero >\"$VAULT_TEST_ROOT/filler\"; go large
        rm \"$VAULT_TEST_ROOT/filler\"; go once; ls \"$VAULT_TEST_ROOT\"";
    let keys = tempfile::tempdir().unwrap();
    key_in(keys.path());
    let out = Command::new("unshare")
        .args(["-rm", "sh", "-c", run])
        .arg(program)
        .env("VAULT_TEST_ROOT", root.path())
        .env("KEYS", keys.path().join("keys"))
        .output()
        .unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(&lines[..3], ["saved 1", "not saved: the disk is full", "saved 2"], "{text}");
    assert!(!text.contains(".part"), "{text}");
}

#[test]
fn two_processes_never_save_one_check() {
    let root = tempfile::tempdir().unwrap();
    key_in(root.path());
    let mut first = child("saves", root.path(), "").spawn().unwrap();
    let mut lines = BufReader::new(first.stdout.take().unwrap()).lines();
    lines.by_ref().map(Result::unwrap).find(|line| line.contains("saved"));
    assert_eq!(said(child("once", root.path(), "")), "taken");
    first.kill().unwrap();
    first.wait().unwrap();
    assert!(said(child("once", root.path(), "")).starts_with("saved"), "a lock ends with its program");
}
