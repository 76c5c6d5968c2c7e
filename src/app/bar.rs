//! The top bar: the program, the framework it rests on, the menu, and the two keys that must always be near.

use eframe::egui::{self, Frame, Margin, Panel, Ui, accesskit::Role};

use super::{
    action::{Action, Overlay},
    commands,
    journey::Screen,
    say,
    session::looks_up,
    view::ViewContext,
    widgets::{
        bold_ui, danger_ui, menu_item_ui, menu_title_ui, menu_ui, quiet_ui, small_text_ui, status_ui, strong,
        width_of,
    },
};
use crate::words::fill;

const DANGER_KEY: &str = "F2";
const BLANK_KEY: &str = "F9";
/// From this width on the bar is one row.
const ONE_ROW: f32 = 900.0;

/// The bar; in a low window it is one row of buttons, and the framework stands in the page.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, low: bool) -> Vec<Action> {
    let colours = cx.look.colours;
    let frame = Frame::new().fill(colours.raised.0).inner_margin(Margin::symmetric(14, 8));
    let bar = Panel::top("bar").resizable(false).frame(frame);
    let content = |ui: &mut Ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(Role::Banner));
        content_ui(ui, cx, low)
    };
    bar.show(ui, content).inner
}

fn content_ui(ui: &mut Ui, cx: &ViewContext<'_>, low: bool) -> Vec<Action> {
    let mut actions = Vec::new();
    let (words, look) = (cx.words, cx.look);
    let danger = format!("{} {DANGER_KEY}", words.shell.danger);
    let blank = format!("{} {BLANK_KEY}", words.shell.privacy);
    let keys = width_of(ui, look, &danger) + width_of(ui, look, &blank) + 2.0 * look.sizes.gap;
    let mut row = |ui: &mut Ui, one_row: bool| {
        actions.extend(app_menu_ui(ui, cx));
        if !low {
            bold_ui(ui, look, words.shell.program);
        }
        if one_row {
            let room = (ui.available_width() - keys).max(0.0);
            // Wrapping, or a long name would push the keys out of the row.
            let wrapping = egui::Layout::left_to_right(egui::Align::Center).with_main_wrap(true);
            ui.allocate_ui_with_layout(egui::vec2(room, look.sizes.target), wrapping, |ui| {
                ui.set_width(room);
                framework_ui(ui, cx);
            });
        }
        if quiet_ui(ui, look, &blank) {
            actions.push(Action::Blank);
        }
        if danger_ui(ui, look, words.shell.danger, DANGER_KEY) {
            actions.push(Action::Show(Overlay::Danger));
        }
    };
    if ui.available_width() > ONE_ROW && !low {
        ui.horizontal(|ui| row(ui, true));
    } else {
        ui.scope(|ui| {
            if low {
                ui.spacing_mut().button_padding.x /= 2.0;
            }
            ui.horizontal_wrapped(|ui| row(ui, false));
        });
        if !low {
            framework_ui(ui, cx);
        }
    }
    actions
}

/// Which framework everything on screen rests on, and how far it can be relied on.
pub fn framework_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let framework = cx.session.framework();
    let words = cx.words;
    let line = format!("{}. {}", say::framework(words, framework), say::status(words, framework));
    small_text_ui(ui, cx.look, &line);
    let review_by = framework.about.review_by;
    if review_by < cx.today {
        let overdue = fill(words.shell.review_overdue, &[&say::date(review_by)]);
        small_text_ui(ui, cx.look, &overdue);
    }
}

fn app_menu_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let has_open = cx.session.open().is_some();
    menu_ui(ui, cx.words.shell.menu, |ui| {
        for (place, title) in commands::places(cx.words) {
            menu_title_ui(ui, cx.look, title);
            for command in commands::ALL.iter().filter(|c| c.place == place) {
                let label = (command.label)(&cx.words.commands);
                let shortcut = command.shortcut.map(|s| ui.ctx().format_shortcut(&s));
                let enabled = has_open || !command.needs_open;
                if menu_item_ui(ui, label, &shortcut.unwrap_or_default(), enabled) {
                    actions.push((command.action)());
                }
            }
        }
    });
    actions
}

/// The phone banner in a panel of its own, which does not scroll away.
pub fn banner_panel_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    if !has_banner(cx) {
        return Vec::new();
    }
    let frame = Frame::new().inner_margin(Margin::symmetric(14, 8));
    let panel = Panel::top("phone now").resizable(false).frame(frame);
    panel.show(ui, |ui| banner_ui(ui, cx)).inner
}

fn has_banner(cx: &ViewContext<'_>) -> bool {
    let screen = cx.session.screen();
    let beside = looks_up(screen)
        || matches!(screen, Screen::Start | Screen::Frameworks | Screen::PhoneNow | Screen::Training(_));
    let calls = |open: &super::session::Open| open.assessment().phone_now.is_some() && !open.training();
    !beside && cx.session.open().is_some_and(calls)
}

/// *Phone now, finish later*: the first contact, and the way to the rest.
pub fn banner_ui(ui: &mut Ui, cx: &ViewContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(open) = cx.session.open().filter(|_| has_banner(cx)) else {
        return actions;
    };
    let first = open.assessment().phone_now.as_ref();
    let contact = first.and_then(|phone| phone.contacts.first());
    let line = match contact {
        Some(&contact) => fill(
            cx.words.danger.phone_banner,
            &[&say::contact(cx.words, &open.framework()[contact], cx.today)],
        ),
        None => cx.words.danger.phone_now.to_owned(),
    };
    let look = cx.look;
    super::widgets::callout_ui(ui, look, super::widgets::Tone::Danger, "", |ui| {
        let mut content = |ui: &mut Ui| {
            status_ui(ui, strong(look, &line));
            if danger_ui(ui, look, cx.words.danger.phone_open, "") {
                actions.push(Action::Go(Screen::PhoneNow));
            }
        };
        if ui.available_width() > ONE_ROW { ui.horizontal_wrapped(content).inner } else { content(ui) }
    });
    actions
}
