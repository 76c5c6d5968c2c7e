//! Pictures of what is asked, to be looked at: `VAULT_PICTURES=folder`.

use crate::window::{Key, Modifiers, Role, Window, button, keeping_in, keys, radio, write};

fn picture(window: &mut Window, name: &str) {
    let Some(folder) = std::env::var_os("VAULT_PICTURES") else { return };
    let path = std::path::PathBuf::from(folder).join(format!("{name}.png"));
    window.render().unwrap().save(path).unwrap();
}

#[test]
#[ignore = "it draws"]
fn looks() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = keeping_in(folder.path());
    button(&mut window, "Start a new check");
    radio(&mut window, super::in_the_window::DANGER, "No");
    picture(&mut window, "1-not-yet");
    button(&mut window, "Save it on this computer\u{2026}");
    picture(&mut window, "2-choose");
    write(&mut window, Role::PasswordInput, "Passphrase", "short");
    button(&mut window, "Save with this passphrase");
    picture(&mut window, "3-too-short");
    button(&mut window, "Not now");
    let mut window = super::in_the_window::kept(folder.path());
    picture(&mut window, "4-saved");
    keys(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    picture(&mut window, "5-hand-over");
    drop(window);
    let mut window = keeping_in(folder.path());
    picture(&mut window, "6-start-locked");
    super::in_the_window::unlock(&mut window);
    picture(&mut window, "7-start-list");
    button(&mut window, "Delete 7Q4K");
    picture(&mut window, "8-delete");
}
