//! Checks that are kept: nothing is lost by any fault of the disk, nobody else reads them, and nothing damaged is taken.

#[path = "vault/awkward.rs"]
mod awkward;
#[path = "vault/disk.rs"]
mod disk;
#[path = "vault/in_the_window.rs"]
mod in_the_window;
#[cfg(unix)]
#[path = "vault/killed.rs"]
mod killed;
#[path = "vault/mishaps.rs"]
mod mishaps;
mod window;

use std::{io::ErrorKind, path::Path, sync::Arc};

use disk::{Faulty, Wrong};
use jiff::civil::{DateTime, date};
use levels_of_need::{
    case::{Case, Change, model::FrameworkRef},
    framework::Id,
    vault::{
        Folder, Held, Key, KeyError, Label, Passphrase, Seal, Shown, Unreadable, WORK,
        envelope::{self, put_in, take_out},
        folder::{NotSaved, OpenError},
        lock::{self, Taken, Who},
    },
};

const ROOT: &str = "/kept";
const ID: &str = "7Q4K-0000abcd";

fn words(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

/// A key that costs no time.
fn key() -> Key {
    Key::make(&words("four grey horses"), 2).unwrap()
}

fn at(hour: i8, minute: i8) -> DateTime {
    date(2026, 11, 24).at(hour, minute, 0, 0)
}

fn case(text: &str) -> Case {
    let framework =
        FrameworkRef { id: Id::new("liverpool").unwrap(), edition: "1".to_owned(), fingerprint: None };
    let mut case = Case::new("7Q4K".to_owned(), framework, date(2026, 11, 24), Some(9));
    case.make(Change::Whereabouts(text.to_owned()), at(9, 0));
    case
}

fn label(touched: DateTime) -> Label {
    let case = case("");
    Label {
        id: ID.to_owned(),
        code: case.code,
        framework: case.framework,
        level: "At least Level 3".to_owned(),
        begun: case.as_of,
        touched,
        review_by: date(2027, 2, 24),
        saves: 0,
    }
}

fn folder(disk: &Faulty) -> Folder {
    Folder::new(ROOT.into(), Arc::new(disk.clone()))
}

fn save(
    folder: &Folder,
    seal: &Seal,
    held: &mut Held,
    text: &str,
    touched: DateTime,
) -> Result<(), NotSaved> {
    folder.save(seal, held, &mut label(touched), &case(text)).map(|_note| ())
}

fn opened(folder: &Folder, seal: &Seal) -> String {
    folder.open(ID, seal).unwrap().case.whereabouts
}

/// Every error that a file system gives, by what a program is told of it.
const FAULTS: [ErrorKind; 10] = [
    ErrorKind::StorageFull,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::PermissionDenied,
    ErrorKind::QuotaExceeded,
    ErrorKind::ResourceBusy,
    ErrorKind::CrossesDevices,
    ErrorKind::NotFound,
    ErrorKind::FileTooLarge,
    ErrorKind::Other,
    ErrorKind::WriteZero,
];

/// Every call of a save fails in every way, once and from then on: what was acknowledged is there, and a fault is told.
#[test]
fn no_fault_of_the_disk_loses_a_check() {
    let seal = Seal::Key(key());
    let calls = {
        let disk = Faulty::default();
        let folder = folder(&disk);
        let mut held = folder.begin(ID);
        save(&folder, &seal, &mut held, "first", at(9, 0)).unwrap();
        let before = disk.calls();
        save(&folder, &seal, &mut held, "second", at(9, 1)).unwrap();
        disk.calls() - before
    };
    assert!(calls >= 9, "the protocol has its steps: {calls}");
    let (mut tried, mut told) = (0, 0);
    for links in [true, false] {
        for call in 1..=calls + 2 {
            for kind in FAULTS {
                let short = (kind == ErrorKind::StorageFull).then_some(Wrong::Short(kind));
                for wrong in [Some(Wrong::Refuses(kind)), short].into_iter().flatten() {
                    for for_good in [false, true] {
                        let disk = Faulty::default();
                        if !links {
                            disk.without_links();
                        }
                        let folder = folder(&disk);
                        let mut held = folder.begin(ID);
                        save(&folder, &seal, &mut held, "first", at(9, 0)).unwrap();
                        disk.fail(call, wrong, for_good);
                        let second = save(&folder, &seal, &mut held, "second", at(9, 1));
                        disk.heal();
                        tried += 1;
                        let stands = opened(&folder, &seal);
                        match second {
                            Ok(()) => assert_eq!(stands, "second", "call {call}, {wrong:?}, {for_good}"),
                            Err(fault) => {
                                told += 1;
                                let told = fault.to_string();
                                assert!(told.len() > 10 && !told.contains(ROOT), "{told}");
                                assert!(["first", "second"].contains(&stands.as_str()), "{stands}");
                            }
                        }
                        // The next try takes it, and what is half-written never stays in the way.
                        save(&folder, &seal, &mut held, "third", at(9, 2)).unwrap();
                        assert_eq!(opened(&folder, &seal), "third", "call {call}, {wrong:?}, {for_good}");
                    }
                }
            }
        }
    }
    assert!(tried >= 108 && told > tried / 4, "{told} of {tried} were told");
}

#[test]
fn every_flipped_bit_and_every_cut_is_refused() {
    let key = key();
    let seal = Seal::Key(key);
    let bytes = put_in(&seal, &label(at(9, 0)), &case("Zo\u{eb} said no")).unwrap();
    assert_eq!(take_out(&seal, &bytes).unwrap().1, case("Zo\u{eb} said no"));
    for cut in 0..bytes.len() {
        assert!(take_out(&seal, &bytes[..cut]).is_err(), "cut at {cut}");
    }
    for at in 0..bytes.len() {
        let mut other = bytes.clone();
        other[at] ^= 1 << (at % 8);
        let fault = envelope::unlock(&other, &words("never tried"));
        assert!(fault.is_err(), "{at} is damage before any passphrase is tried");
        // Somebody who flips it on purpose puts the checksum right as well.
        mend(&mut other);
        if at < bytes.len() - 32 {
            assert!(take_out(&seal, &other).is_err(), "flipped at {at}");
        }
    }
}

/// Puts an envelope's checksum right.
fn mend(bytes: &mut [u8]) {
    use sha2::Digest as _;
    let whole = bytes.len() - 32;
    let sum: [u8; 32] = sha2::Sha256::digest(&bytes[..whole]).into();
    bytes[whole..].copy_from_slice(&sum);
}

#[test]
fn a_wrong_passphrase_and_a_damaged_file_are_told_apart() {
    let seal = Seal::Key(key());
    let bytes = put_in(&seal, &label(at(9, 0)), &case("x")).unwrap();
    assert_eq!(
        envelope::unlock(&bytes, &words("three grey horses")).unwrap().unwrap_err(),
        KeyError::WrongPassphrase
    );
    let again = envelope::unlock(&bytes, &words("four grey horses")).unwrap().unwrap();
    assert!(take_out(&again, &bytes).is_ok(), "a file holds all that its passphrase needs");
    let mut damaged = bytes.clone();
    damaged[bytes.len() / 2] ^= 1;
    assert!(matches!(envelope::unlock(&damaged, &words("four grey horses")), Err(Unreadable::Damaged)));
    let another = Seal::Key(Key::make(&words("other"), 2).unwrap());
    assert!(matches!(take_out(&another, &bytes), Err(Unreadable::Another)));
    let newer = bytes.clone();
    let newer = String::from_utf8_lossy(&newer[..25]).replace('1', "2").into_bytes();
    assert!(matches!(take_out(&seal, &newer), Err(Unreadable::Newer)));
}

#[test]
fn a_file_says_little_by_its_length_and_nothing_by_its_bytes() {
    let seal = Seal::Key(key());
    let sealed = |text: &str| put_in(&seal, &label(at(9, 0)), &case(text)).unwrap();
    let (short, longer) = (sealed("x"), sealed("SECRET Amira was hungry again on Monday"));
    // The seals themselves are a little longer or shorter by chance.
    assert!(short.len().abs_diff(longer.len()) < 1000, "{} and {}", short.len(), longer.len());
    let holds = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|at| at == text.as_bytes());
    for text in ["SECRET", "Amira", "7Q4K", "liverpool", "Level 3"] {
        assert!(!holds(&longer, text), "{text}");
    }
    assert_ne!(sealed("x"), sealed("x"), "the same check is never sealed twice alike");
    let open = put_in(&Seal::None, &label(at(9, 0)), &case("SECRET")).unwrap();
    assert!(holds(&open, "SECRET"), "not sealed is not sealed");
    assert_eq!(take_out(&Seal::None, &open).unwrap().1, case("SECRET"));
}

#[test]
fn a_damaged_file_is_kept_and_the_last_good_copy_offered() {
    let disk = Faulty::default();
    let (folder, seal) = (folder(&disk), Seal::Key(key()));
    let mut held = folder.begin(ID);
    for (minute, text) in ["one", "two", "three"].iter().enumerate() {
        save(&folder, &seal, &mut held, text, at(14, i8::try_from(minute).unwrap())).unwrap();
    }
    let now = Path::new(ROOT).join(format!("{ID}.lon"));
    disk.put(&now, b"levels-of-need check 1, sealed\nhalf");
    let shown = folder.list(&seal).unwrap();
    assert_eq!(shown[0].shown, Shown::Damaged(Some(at(14, 1))));
    let OpenError::Damaged(Some((saved, path))) = folder.open(ID, &seal).unwrap_err() else { panic!() };
    assert_eq!(saved, at(14, 1));
    let mut earlier = folder.open_earlier(ID, &path, &seal).unwrap();
    assert_eq!(earlier.case.whereabouts, "two");
    save(&folder, &seal, &mut earlier.held, "four", at(14, 9)).unwrap();
    assert_eq!(opened(&folder, &seal), "four");
    let beside = disk.files().into_iter().filter(|(path, _)| path.starts_with("/kept/beside"));
    let beside: Vec<Vec<u8>> = beside.map(|(_, bytes)| bytes).collect();
    assert_eq!(
        beside,
        [b"levels-of-need check 1, sealed\nhalf".to_vec()],
        "what was unreadable is still there"
    );
}

#[test]
fn a_file_replaced_under_the_program_is_kept_beside() {
    let disk = Faulty::default();
    let (folder, seal) = (folder(&disk), Seal::Key(key()));
    let mut held = folder.begin(ID);
    save(&folder, &seal, &mut held, "mine", at(9, 0)).unwrap();
    let theirs = put_in(&seal, &label(at(9, 1)), &case("theirs")).unwrap();
    disk.put(&Path::new(ROOT).join(format!("{ID}.lon")), &theirs);
    let note = folder.save(&seal, &mut held, &mut label(at(9, 2)), &case("mine again")).unwrap();
    assert!(note.is_some(), "it is told");
    assert_eq!(opened(&folder, &seal), "mine again");
    assert!(disk.files().values().any(|bytes| *bytes == theirs), "and nothing of it is lost");
}

#[test]
fn ten_earlier_savings_are_kept_whatever_the_clock_says() {
    let disk = Faulty::default();
    let (folder, seal) = (folder(&disk), Seal::Key(key()));
    let mut held = folder.begin(ID);
    for n in 0..60_i8 {
        // The clock runs backwards all the while.
        save(&folder, &seal, &mut held, &n.to_string(), at(20, 59 - n)).unwrap();
    }
    assert_eq!(opened(&folder, &seal), "59");
    let kept: Vec<String> = disk
        .files()
        .iter()
        .filter(|(path, _)| path.starts_with("/kept/kept"))
        .map(|(_, bytes)| take_out(&seal, bytes).unwrap().1.whereabouts)
        .collect();
    assert_eq!(kept.len(), 10, "{kept:?}");
    assert!(kept.ends_with(&["55".into(), "56".into(), "57".into(), "58".into()]), "{kept:?}");
    assert!(kept[0].parse::<u8>().unwrap() < 20, "some are from long before: {kept:?}");
}

#[test]
fn a_list_tells_of_whose_and_which_and_never_who() {
    let disk = Faulty::default();
    let (folder, mine) = (folder(&disk), key());
    folder.keep_key(&mine).unwrap();
    let mine = Seal::Key(mine);
    let theirs = Seal::Key(Key::make(&words("somebody else"), 2).unwrap());
    save(&folder, &mine, &mut folder.begin(ID), "x", at(9, 0)).unwrap();
    let other = folder.new_id("B2B2");
    folder.save(&theirs, &mut folder.begin(&other), &mut label(at(8, 0)), &case("y")).unwrap();
    let file = disk.files()[&Path::new(ROOT).join(format!("{ID}.lon"))].clone();
    for copy in [
        "7Q4K-0000abcd (conflicted copy 2026-11-24).lon",
        "7Q4K-0000abcd-PC7.lon",
        "7Q4K-0000abcd.sync-conflict-20261124-1402.lon",
    ] {
        disk.put(&Path::new(ROOT).join(copy), &file);
    }
    disk.put(Path::new("/kept/holiday.lon"), b"x");
    let found = folder.list(&mine).unwrap();
    assert!(matches!(&found[0].shown, Shown::Label(label) if label.code == "7Q4K"), "{found:?}");
    let copies = found.iter().filter(|f| matches!(&f.shown, Shown::Copy { of, .. } if of == ID)).count();
    assert_eq!(copies, 3, "{found:?}");
    assert_eq!(found.iter().filter(|f| f.shown == Shown::Another).count(), 1);
    assert_eq!(found.len(), 5, "what is none of ours is not told of: {found:?}");
    assert_eq!(folder.unlock(&words("wrong")).unwrap_err(), KeyError::WrongPassphrase);
    assert!(folder.unlock(&words("four grey horses")).is_ok());
}

#[test]
fn a_lost_key_file_loses_nothing() {
    let disk = Faulty::default();
    let (folder, seal) = (folder(&disk), Seal::Key(key()));
    save(&folder, &seal, &mut folder.begin(ID), "x", at(9, 0)).unwrap();
    assert!(folder.in_use());
    let again = Seal::Key(folder.unlock(&words("four grey horses")).unwrap());
    assert_eq!(opened(&folder, &again), "x");
}

#[test]
fn what_is_deleted_is_gone_with_every_copy() {
    let disk = Faulty::default();
    let (folder, seal) = (folder(&disk), Seal::Key(key()));
    let mut held = folder.begin(ID);
    for n in 0..5 {
        save(&folder, &seal, &mut held, &n.to_string(), at(9, n)).unwrap();
    }
    disk.put(&Path::new(ROOT).join(format!("{ID}.00000006-0011223344556677.part")), b"half");
    save(&folder, &seal, &mut folder.begin("7Q4K-0000abce"), "other", at(9, 0)).unwrap();
    folder.delete(ID).unwrap();
    let left = disk.files();
    assert_eq!(left.len(), 1, "the other check alone: {:?}", left.keys());
}

fn who(computer: &str) -> Who {
    Who { user: "anna".to_owned(), computer: computer.to_owned(), since: at(9, 0) }
}

#[test]
fn one_window_has_a_check_and_the_second_is_told_who() {
    let folder = tempfile::tempdir().unwrap();
    let first = lock::take(folder.path(), ID, &who("PC7"), false).unwrap();
    assert!(matches!(first, Taken::Ours(_)));
    let second = lock::take(folder.path(), ID, &who("PC8"), true).unwrap();
    assert!(matches!(second, Taken::Theirs(Some(who)) if who.computer == "PC7"), "not even by force");
    assert!(!lock::free(folder.path(), ID));
    drop(first);
    assert!(lock::free(folder.path(), ID));
    let third = lock::take(folder.path(), ID, &who("PC8"), false).unwrap();
    assert!(matches!(third, Taken::Ours(_)));
}

#[test]
fn a_lock_left_behind_elsewhere_is_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let left = ron_of(&who("PC7"));
    std::fs::write(folder.path().join(format!("{ID}.who")), &left).unwrap();
    let taken = lock::take(folder.path(), ID, &who("PC8"), false).unwrap();
    assert!(matches!(taken, Taken::LeftOpen(who) if who.computer == "PC7"));
    assert!(matches!(lock::take(folder.path(), ID, &who("PC8"), true).unwrap(), Taken::Ours(_)));
    // On the same computer the system knows that nobody holds it any more.
    std::fs::write(folder.path().join(format!("{ID}.who")), &left).unwrap();
    assert!(matches!(lock::take(folder.path(), ID, &who("PC7"), false).unwrap(), Taken::Ours(_)));
}

fn ron_of(who: &Who) -> String {
    ron::to_string(who).unwrap()
}

#[test]
fn a_passphrase_is_hard_to_try_and_quick_to_use() {
    let begun = std::time::Instant::now();
    let key = Key::make(&words("four grey horses"), WORK).unwrap();
    let made = begun.elapsed();
    let begun = std::time::Instant::now();
    Key::open(key.block(), &words("four grey horses")).unwrap();
    println!("made in {made:?}, opened in {:?}", begun.elapsed());
    assert!(String::from_utf8_lossy(key.block()).contains(" 17\n"), "the same work on every machine");
}
