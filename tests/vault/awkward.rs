//! Folders that are not as they should be: keys lost, names taken, files held by others.

use std::{io::ErrorKind, path::Path};

use levels_of_need::vault::{Key, KeyError, Seal, Shown, folder::OpenError, lock};

use super::{
    ID, ROOT, at,
    disk::{Faulty, Wrong},
    folder, key, opened, ron_of, save, who, words,
};

#[test]
fn every_key_that_a_check_holds_is_tried_and_a_slip_is_no_damage() {
    for theirs in [false, true] {
        let disk = Faulty::default();
        let (folder, seal) = (folder(&disk), Seal::Key(key()));
        save(&folder, &seal, &mut folder.begin(ID), "x", at(9, 0)).unwrap();
        // One's own key file is lost; somebody else's may stand there whole.
        if theirs {
            folder.keep_key(&Key::make(&words("somebody else"), 2).unwrap()).unwrap();
        }
        assert!(folder.unlock(&words("four grey horses")).is_ok(), "{theirs}");
        assert_eq!(folder.unlock(&words("for grey horses")).unwrap_err(), KeyError::WrongPassphrase);
    }
}

#[test]
fn what_cannot_be_deleted_yet_stays_in_the_list_until_all_of_it_is_gone() {
    let disk = Faulty::default();
    let (folder, seal) = (folder(&disk), Seal::Key(key()));
    let mut held = folder.begin(ID);
    for n in 0..3 {
        save(&folder, &seal, &mut held, &n.to_string(), at(9, n)).unwrap();
    }
    disk.put(&Path::new(ROOT).join(format!("{ID} (conflicted copy 2026-11-24).lon")), b"a copy");
    disk.put(&Path::new(ROOT).join("7Q4K-0000abce.lon"), b"another check");
    // The names are read, and then another program holds the first of the earlier savings.
    disk.fail(2, Wrong::Refuses(ErrorKind::ResourceBusy), false);
    assert!(folder.delete(ID).is_err());
    disk.heal();
    let shown = folder.list(&seal).unwrap();
    assert!(shown.iter().any(|one| one.id == ID && matches!(one.shown, Shown::Label(_))), "{shown:?}");
    folder.delete(ID).unwrap();
    let left: Vec<_> = disk.files().into_keys().collect();
    assert_eq!(left, [Path::new(ROOT).join("7Q4K-0000abce.lon")]);
    assert!(folder.delete("").is_err(), "what is no check's name deletes nothing");
}

#[test]
fn a_file_that_is_held_is_not_called_damaged_and_what_is_typed_goes_beside() {
    let disk = Faulty::default();
    let (folder, seal) = (folder(&disk), Seal::Key(key()));
    let mut held = folder.begin(ID);
    save(&folder, &seal, &mut held, "one", at(9, 0)).unwrap();
    save(&folder, &seal, &mut held, "two", at(9, 1)).unwrap();
    let busy = Wrong::Refuses(ErrorKind::PermissionDenied);
    disk.fail(2, busy, false);
    assert_eq!(folder.list(&seal).unwrap()[0].shown, Shown::Unread);
    disk.fail(2, busy, false);
    let OpenError::Unread(Some((saved, path))) = folder.open(ID, &seal).unwrap_err() else { panic!() };
    assert_eq!(saved, at(9, 0));
    disk.heal();
    let mut earlier = folder.open_earlier(ID, &path, &seal).unwrap();
    // Folder, new file, write, wait; then what stands there is looked at, and cannot be.
    disk.fail(5, busy, false);
    save(&folder, &seal, &mut earlier.held, "three", at(9, 2)).unwrap();
    disk.heal();
    assert_eq!(opened(&folder, &seal), "three");
    let now = Path::new(ROOT).join(format!("{ID}.lon"));
    let (_, case) = super::take_out(&seal, &disk.files()[&now]).unwrap();
    assert_eq!(case.whereabouts, "two", "nothing took its place unseen");
}

#[test]
fn a_name_that_is_taken_is_never_cleared_away() {
    for links in [true, false] {
        let disk = Faulty::default();
        if !links {
            disk.without_links();
        }
        let (folder, seal) = (folder(&disk), Seal::Key(key()));
        let mut held = folder.begin(ID);
        save(&folder, &seal, &mut held, "one", at(9, 0)).unwrap();
        let taken = Path::new(ROOT).join("kept").join(format!("{ID}.00000002.was.lon"));
        disk.put(&taken, b"an earlier saving of another computer's");
        save(&folder, &seal, &mut held, "two", at(9, 1)).unwrap_err();
        disk.put(&Path::new(ROOT).join(format!("{ID}.lon")), b"somebody else's");
        let beside = Path::new(ROOT).join("beside").join(format!("{ID}.00000003.lon"));
        disk.put(&beside, b"never thrown away");
        save(&folder, &seal, &mut held, "two", at(9, 1)).unwrap_err();
        save(&folder, &seal, &mut held, "two", at(9, 1)).unwrap();
        assert_eq!(opened(&folder, &seal), "two");
        let files = disk.files();
        assert_eq!(files[&taken], b"an earlier saving of another computer's");
        assert_eq!(files[&beside], b"never thrown away");
    }
}

#[test]
fn a_lock_that_was_taken_over_stays_with_whoever_took_it() {
    let folder = tempfile::tempdir().unwrap();
    let lock::Taken::Ours(lock) = lock::take(folder.path(), ID, &who("PC7"), false).unwrap() else {
        panic!()
    };
    let path = folder.path().join(format!("{ID}.who"));
    std::fs::write(&path, ron_of(&who("PC8"))).unwrap();
    drop(lock);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), ron_of(&who("PC8")));
    std::fs::write(&path, "x".repeat(1 << 20)).unwrap();
    assert!(matches!(lock::take(folder.path(), ID, &who("PC7"), false).unwrap(), lock::Taken::Ours(_)));
}
