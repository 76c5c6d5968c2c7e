//! Where the keyboard is: one ring for every widget, scrolled into view, seen only by who needs it.

use eframe::egui::{self, Context, Event, Id, LayerId, Order, Response, Stroke, StrokeKind};

use crate::app::theme::Look;

fn by_keyboard() -> Id {
    Id::unique("focus moves by keyboard")
}

fn arriving() -> Id {
    Id::unique("the next widget gets the focus")
}

/// Gives the focus to the next widget that can take it: called when a new screen is shown.
pub fn arrive(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(arriving(), true));
}

/// Ends an arrival that found nothing to focus.
pub fn settle(ctx: &Context) {
    ctx.data_mut(|data| data.remove_temp::<bool>(arriving()));
}

fn wanted() -> Id {
    Id::unique("the widget that gets the focus when it is drawn")
}

/// Gives the focus to one widget, and brings it into view, when it is drawn next.
pub(super) fn go_to(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.insert_temp(wanted(), Some(id)));
}

fn in_the_middle() -> Id {
    Id::unique("the widget that is shown in the middle when it gets the focus")
}

/// The same, in the middle of what is seen: what stands above it, such as its label, is seen as well.
pub(super) fn go_to_middle(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.insert_temp(in_the_middle(), Some(id)));
    go_to(ctx, id);
}

/// Called by every widget that can be acted on: takes the focus of an arrival, and stays in view.
pub(super) fn follow(response: &Response) {
    let ctx = &response.ctx;
    let arrives = ctx.data_mut(|data| data.remove_temp::<bool>(arriving()));
    if arrives == Some(true) {
        response.request_focus();
    }
    if ctx.data(|data| data.get_temp::<Option<Id>>(wanted())) == Some(Some(response.id)) {
        ctx.data_mut(|data| data.remove_temp::<Option<Id>>(wanted()));
        response.request_focus();
        let middle = ctx.data_mut(|data| data.remove_temp::<Option<Id>>(in_the_middle()));
        response.scroll_to_me((middle == Some(Some(response.id))).then_some(egui::Align::Center));
        return;
    }
    if response.gained_focus() && uses_keyboard(ctx) {
        response.scroll_to_me(None);
    }
}

/// Gives an arrival's focus to text that is read first, such as the heading of a page of reading:
/// the page then begins at its top, and a screen reader begins with its heading.
///
/// `add` is told whether the text has the focus: only then is it a stop for the Tab key.
pub(super) fn read_first(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui, bool) -> Response) -> Response {
    let id = ui.next_auto_id();
    let arrives = ui.ctx().data_mut(|data| data.remove_temp::<bool>(arriving())) == Some(true);
    let holds = arrives || ui.memory(|memory| memory.has_focus(id));
    let response = add(ui, holds);
    // Afterwards: while a box is only being measured, what is added gives the focus up.
    if arrives {
        response.request_focus();
    }
    response
}

/// Also in the very frame of the first key after the mouse: the focus moves in it.
fn uses_keyboard(ctx: &Context) -> bool {
    let pressed = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
    ctx.data(|data| data.get_temp(by_keyboard()).unwrap_or(false))
        || ctx.input(|input| input.raw.events.iter().any(pressed))
}

/// Paints the ring around what has the focus; called last, once a frame.
pub fn focus_ring_ui(ctx: &Context, look: Look<'_>) {
    let (key, pointer) = ctx.input(|input| {
        let pressed = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        let clicked = |event: &Event| matches!(event, Event::PointerButton { pressed: true, .. });
        (input.raw.events.iter().any(pressed), input.raw.events.iter().any(clicked))
    });
    if key || pointer {
        ctx.data_mut(|data| data.insert_temp(by_keyboard(), key && !pointer));
    }
    if !uses_keyboard(ctx) {
        return;
    }
    let Some(id) = ctx.memory(egui::Memory::focused) else {
        return;
    };
    let Some(response) = ctx.read_response(id) else {
        return;
    };
    let shown = response.interact_rect;
    if !shown.is_positive() {
        return;
    }
    let ring = LayerId::new(Order::Foreground, Id::unique("focus ring"));
    ctx.layer_painter(ring).rect_stroke(
        shown.expand(3.0),
        f32::from(look.sizes.corner) + 2.0,
        Stroke::new(3.0, look.colours.focus.0),
        StrokeKind::Outside,
    );
}
