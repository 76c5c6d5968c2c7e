//! Keeping checks: saving as one goes, passphrases, opening from the list, deleting for good.

use std::path::{Path, PathBuf};

use eframe::{Frame, egui::Context};
use jiff::{ToSpan as _, civil::Date};

use crate::{
    app::{
        LonApp,
        action::{Action, Leaving, Overlay, Unsaved},
        keeping::{Asked, Editions, Keep, Keeping, Locked, SHORTEST, Typing},
        paper,
        platform::Ask,
        say,
        session::Open,
        view::Scratch,
    },
    assess::calendar::Calendar,
    case::{Change, model::Account},
    paper::format::Format,
    referral::phrases,
    vault::{
        Folder, Key, KeyError, Note, Seal, WORK,
        folder::{OpenError, Opened},
        lock::{self, Taken},
    },
    words::fill,
};

/// After so many working days one is asked what is new since.
const LONG: u8 = 5;

/// How a check of the list is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    AsItIs,
    /// Although it was left open on another computer.
    TakenOver,
    /// As it was saved earlier.
    Earlier(PathBuf),
}

impl LonApp {
    /// Keeps checks in a folder from now on.
    #[must_use]
    pub fn keeping_in(self, folder: Folder, me: (String, String)) -> Self {
        Self { keeping: Keeping::kept_in(folder, me), ..self }
    }

    /// Saves what is due, and comes back when more is.
    pub(in crate::app) fn keep_up(&mut self, ctx: &Context) {
        // What is put away stays held: nobody else is to change it meanwhile.
        if self.is_away() {
            return;
        }
        let Some(open) = self.session.open() else {
            self.keeping.let_go();
            return;
        };
        let time = self.keeping.time(ctx.input(|input| input.time), (self.moment)());
        match self.keeping.due(open, time) {
            Some(wait) if wait <= 0.0 => {
                self.save_kept(ctx);
                ctx.request_repaint();
            }
            Some(wait) => ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait)),
            None => {}
        }
    }

    /// Saves the open check now, where it is kept here; whether nothing of it would be lost.
    pub(in crate::app) fn save_kept(&mut self, ctx: &Context) -> bool {
        let Some(open) = self.session.open() else { return true };
        if !self.keeping.unlocked() || open.training() || !self.keeping.is_kept(open) {
            return false;
        }
        let level = level_of(open);
        let time = self.keeping.time(ctx.input(|input| input.time), (self.moment)());
        let (done, note) = self.keeping.save(open, &level, (self.clock.now)(), time);
        // A file of the user's own is as old as it was, which they are asked about.
        if done && open.path().is_none() {
            self.session.kept();
        }
        let words = &self.words.keeping;
        match note {
            Some(Note::FoundAnother(_)) => self.message = Some(words.found_another.to_owned()),
            Some(Note::Beside) => self.message = Some(words.beside.to_owned()),
            None => {}
        }
        done
    }

    /// Whether a change is refused because another window has the check.
    pub(super) fn only_read(&mut self) -> bool {
        let only = self.session.open().is_some_and(|open| self.keeping.read_only(open));
        if only {
            self.message = Some(self.words.keeping.no_change_here.to_owned());
        }
        only
    }

    /// Asks for the passphrase with which the open check is to be kept; whether there is anything to ask.
    pub(super) fn ask_to_keep(&mut self, ctx: &Context) -> bool {
        let kept = self.session.open().is_some_and(|open| !open.training() && open.path().is_none());
        if !kept || !self.keeping.at_hand() || self.keeping.unlocked() {
            return false;
        }
        let asked = if self.keeping.in_use() { Asked::Unlock } else { Asked::Choose };
        self.keeping.typing = Typing::default();
        self.show(Overlay::Keep(Box::new(asked)), ctx);
        true
    }

    /// Does one thing about the checks that are kept here.
    pub(super) fn keep(&mut self, keep: Keep, ctx: &Context, frame: &Frame) {
        match keep {
            Keep::Ask(asked) => {
                self.keeping.typing = Typing::default();
                self.show(Overlay::Keep(asked), ctx);
            }
            Keep::Typed(typing) => self.keeping.typing = *typing,
            Keep::Find(text) => self.keeping.looked_for = text,
            Keep::Choose => self.choose_passphrase(ctx),
            Keep::Unlock => self.unlock(ctx),
            Keep::Unseal => self.unseal(ctx),
            Keep::Open(id) => self.leave(Leaving::Kept(id, How::AsItIs), Unsaved::Ask, ctx),
            Keep::OpenEarlier(id, path) => {
                self.leave(Leaving::Kept(id, How::Earlier(path)), Unsaved::Ask, ctx);
            }
            Keep::TakeOver(id) => self.leave(Leaving::Kept(id, How::TakenOver), Unsaved::Ask, ctx),
            Keep::Now => {
                self.save_kept(ctx);
            }
            Keep::News => self.add_news(ctx),
            Keep::Delete(id) => self.delete_kept(&id, ctx),
            Keep::Sheet => {
                let ask = Ask::Sheet("recovery-sheet.pdf".to_owned());
                self.apply(Action::Dialog(ask), ctx, frame);
            }
            Keep::Done => self.kept_now(ctx),
        }
    }

    fn choose_passphrase(&mut self, ctx: &Context) {
        let words = &self.words.keeping;
        let Some(folder) = self.keeping.folder.clone() else { return };
        let typing = &mut self.keeping.typing;
        if typing.passphrase.letters() < SHORTEST {
            typing.fault = Some(words.too_short.to_owned());
            return;
        }
        if typing.passphrase != typing.again {
            typing.fault = Some(words.not_the_same.to_owned());
            return;
        }
        // Whoever chose it before has checks under it: a second key of the same words would hide them.
        if typing.sheet.is_none()
            && folder.in_use()
            && let Ok(key) = folder.unlock(&typing.passphrase)
        {
            self.let_in(key, ctx);
            self.kept_now(ctx);
            return;
        }
        let made = match &typing.sheet {
            Some(sheet) => Key::from_sheet(sheet, &typing.passphrase, WORK),
            None => Key::make(&typing.passphrase, WORK).map(Some),
        };
        let Ok(Some(key)) = made else {
            typing.fault = Some(words.no_memory.to_owned());
            return;
        };
        if let Err(fault) = folder.keep_key(&key) {
            typing.fault = Some(fill(words.never_saved, &[&fault.to_string()]));
            return;
        }
        self.let_in(key, ctx);
        self.show(Overlay::Keep(Box::new(Asked::Sheet)), ctx);
    }

    fn unlock(&mut self, ctx: &Context) {
        let words = &self.words.keeping;
        let Some(folder) = self.keeping.folder.clone() else { return };
        let typing = &mut self.keeping.typing;
        match folder.unlock(&typing.passphrase) {
            Ok(key) => {
                self.let_in(key, ctx);
                self.kept_now(ctx);
            }
            Err(fault) => {
                if Key::is_sheet(&typing.passphrase) {
                    let sheet = std::mem::take(&mut typing.passphrase);
                    self.keeping.typing = Typing { sheet: Some(sheet), ..Typing::default() };
                    self.show(Overlay::Keep(Box::new(Asked::Choose)), ctx);
                    return;
                }
                let said = match fault {
                    KeyError::WrongPassphrase => words.wrong,
                    KeyError::Damaged => words.key_damaged,
                    KeyError::Newer => words.key_newer,
                    KeyError::NotSealed => words.no_memory,
                };
                typing.fault = Some(said.to_owned());
            }
        }
    }

    /// From here on the person's checks are open to them, and the open one is kept.
    fn let_in(&mut self, key: Key, ctx: &Context) {
        self.keeping.seal = Some(Seal::Key(key));
        self.keeping.typing = Typing::default();
        self.keeping.look();
        self.save_kept(ctx);
    }

    /// What was asked over the page is done; goes on with what it was asked for.
    fn kept_now(&mut self, ctx: &Context) {
        self.close_overlay(ctx);
        if let Some(leaving) = self.after_save.take() {
            self.leave(leaving, Unsaved::Ask, ctx);
        }
    }

    /// Opens a check of the list.
    pub(super) fn open_kept(&mut self, id: &str, how: &How, ctx: &Context) {
        let now = (self.clock.now)();
        // The same check may be opened again; whichever is open stays as it is until this one is known to open.
        if !self.keeping.unlocked() {
            return;
        }
        let own = self.keeping.take_lock(id);
        let (Some(folder), Some(seal)) = (&self.keeping.folder, &self.keeping.seal) else { return };
        let over = *how == How::TakenOver;
        let taken = match own {
            Some(lock) => Ok(Taken::Ours(lock)),
            None => lock::take(&folder.locks(), id, &self.keeping.me(now), over),
        };
        if let Ok(Taken::LeftOpen(who)) = taken {
            let asked = Asked::LeftOpen { id: id.to_owned(), who };
            self.show(Overlay::Keep(Box::new(asked)), ctx);
            return;
        }
        let taken = Locked::from_taken(taken);
        let opened = match how {
            How::Earlier(path) => folder.open_earlier(id, path, seal),
            How::AsItIs | How::TakenOver => folder.open(id, seal),
        };
        let words = &self.words.keeping;
        let Opened { case, label, held } = match opened {
            Ok(opened) => opened,
            Err(fault) => {
                self.keeping.give_back(taken, id);
                self.not_opened(id, fault, ctx);
                return;
            }
        };
        let earlier = matches!(how, How::Earlier(_));
        let touched = label.touched;
        let level_then = label.level.clone();
        let judged_by = label.framework.clone();
        self.open_under(case, None);
        let message = earlier.then(|| fill(words.earlier_opened, &[&say::at(touched, now.date())]));
        let Some(open) = self.session.open() else { return };
        self.keeping.hold(open, held, label, taken, earlier);
        let framework = open.framework();
        let level_now = level_of(open);
        let editions =
            Editions::of(self.words, (&judged_by, level_then), (framework, level_now)).map(Box::new);
        // Who only reads has nowhere to put what is new.
        let asks = !self.keeping.read_only(open) && long_ago(touched.date(), now.date());
        let since = asks.then_some(touched.date());
        if let Some(message) = message {
            self.message = Some(message);
        }
        if since.is_some() || editions.is_some() {
            self.keeping.typing = Typing::default();
            self.show(Overlay::Keep(Box::new(Asked::Again { since, editions })), ctx);
        }
    }

    /// Says why a check of the list was not opened, and offers its last good copy.
    fn not_opened(&mut self, id: &str, fault: OpenError, ctx: &Context) {
        let words = &self.words.keeping;
        let unread = matches!(fault, OpenError::Unread(_));
        match fault {
            OpenError::Damaged(good) | OpenError::Unread(good) => {
                let code = id.split('-').next().unwrap_or_default().to_owned();
                let asked = Asked::Damaged { id: id.to_owned(), code, good, unread };
                self.show(Overlay::Keep(Box::new(asked)), ctx);
            }
            OpenError::Gone => {
                self.message = Some(words.gone.to_owned());
                self.keeping.look();
            }
            fault => self.message = Some(fill(words.not_opened, &[&fault.to_string()])),
        }
    }

    /// Puts what is new since into the account, where it is read first.
    fn add_news(&mut self, ctx: &Context) {
        let since = match &self.overlay {
            Some(Overlay::Keep(asked)) => match **asked {
                Asked::Again { since, .. } => since,
                _ => None,
            },
            _ => None,
        };
        let news = std::mem::take(&mut self.keeping.typing.news);
        self.close_overlay(ctx);
        let Some(open) = self.session.open() else { return };
        if news.trim().is_empty() || self.keeping.read_only(open) {
            return;
        }
        let since = say::date(since.unwrap_or_else(|| open.case().as_of));
        let line = fill(self.words.keeping.since_line, &[&since, news.trim()]);
        let account = &open.case().account;
        let text = if account.text.is_empty() { line } else { format!("{}\n\n{line}", account.text) };
        let account = Account { text, ..account.clone() };
        self.session.change(Change::Account(account), (self.clock.now)());
    }

    fn delete_kept(&mut self, id: &str, ctx: &Context) {
        let words = &self.words.keeping;
        self.close_overlay(ctx);
        if self.keeping.open_id() == Some(id) {
            self.message = Some(words.delete_open.to_owned());
            return;
        }
        let Some(folder) = &self.keeping.folder else { return };
        let done = if lock::free(&folder.locks(), id) { folder.delete(id).is_ok() } else { false };
        self.message = Some(if done { words.deleted } else { words.delete_failed }.to_owned());
        self.keeping.look();
    }

    /// Writes the recovery sheet.
    pub(super) fn save_sheet(&mut self, path: &Path) {
        let Some(Seal::Key(key)) = &self.keeping.seal else { return };
        let sheet = crate::app::keeping::sheet::document(self.words, key, (self.clock.now)().date());
        let words = &self.words.keeping;
        self.message = Some(match paper::write(&sheet, Format::Pdf, path) {
            Ok(()) => fill(words.sheet_saved, &[&path.display().to_string()]),
            Err(fault) => fill(words.sheet_failed, &[&fault.to_string()]),
        });
    }

    /// Goes on with a check that was read, under the framework it names; says where there is none such.
    pub(super) fn open_under(&mut self, case: crate::case::Case, path: Option<PathBuf>) {
        let named = case.framework.id.clone();
        let framework = self.framework_named(&named);
        let foreign = framework.about.id != named;
        self.session.resume(case, framework, path, (self.clock.now)());
        self.scratch = Scratch::default();
        self.arrived();
        if foreign {
            let words = self.words.files.other_framework;
            self.message = Some(fill(words, &[named.as_str()]));
        }
    }
}

/// What a check comes to, in words; nothing before the suggestion was shown.
pub(super) fn level_of(open: &Open) -> String {
    if open.case().revealed.is_none() {
        return String::new();
    }
    phrases::span(open.framework(), open.assessment()).0
}

/// Whether so many working days lie between two days that much may have happened.
fn long_ago(then: Date, now: Date) -> bool {
    let calendar = Calendar::england();
    let mut day = then;
    let mut worked = 0;
    // A month is long whatever its holidays.
    for _ in 0..31 {
        let Ok(next) = day.checked_add(1.day()) else { return true };
        day = next;
        if day > now {
            return false;
        }
        worked += u8::from(calendar.works(day));
        if worked >= LONG {
            return true;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::long_ago;

    #[test]
    fn five_working_days_are_long() {
        let friday = date(2026, 11, 20);
        assert!(!long_ago(friday, friday));
        assert!(!long_ago(friday, date(2026, 11, 26)), "four working days and a weekend");
        assert!(long_ago(friday, date(2026, 11, 27)));
        assert!(long_ago(friday, date(2027, 11, 27)));
        assert!(!long_ago(friday, date(2026, 11, 1)), "a clock that was set back asks nothing");
    }
}
