//! The body map: four outlines on which each place is a button with a name of its own.
//!
//! It shows what the list beside it says, and takes nothing that the list does not.

use eframe::egui::{
    self, Align, Color32, FontId, Id, Layout, Pos2, Rect, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo,
    accesskit::{Role, Toggled},
    epaint::EllipseShape,
    pos2, vec2,
};

use super::{focus::follow, text::small_text_ui};
use crate::{
    app::theme::{Look, bold},
    case::{Site, site::BodyView},
    paper::{
        body::{self, Spot},
        document::Mark,
        sites,
    },
};

/// The widest that a picture gets: two stand side by side in a column of text.
const WIDEST: f32 = 296.0;
/// The least at which every place is still big enough to press.
const NARROWEST: f32 = 240.0;

/// The map; returns the place that was pressed.
pub fn body_map_ui(ui: &mut Ui, look: Look<'_>, marks: &[Mark]) -> Option<Site> {
    let room = ui.available_width();
    let gap = look.sizes.gap;
    let two = (room - gap) / 2.0;
    let width = if two >= NARROWEST { two.min(WIDEST) } else { room.min(WIDEST) };
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        for view in BodyView::ALL {
            let size = vec2(width, name_height(look) + body::height(view) * width / body::WIDTH);
            ui.allocate_ui(size, |ui| {
                ui.set_width(width);
                let figure = UiBuilder::new()
                    .layout(Layout::top_down(Align::LEFT))
                    .accessibility_role(Role::Figure)
                    .accessibility_label(sites::view(view));
                ui.scope_builder(figure, |ui| {
                    if let Some(site) = picture_ui(ui, look, view, width, marks) {
                        pressed = Some(site);
                    }
                });
            });
        }
    });
    pressed
}

fn name_height(look: Look<'_>) -> f32 {
    look.sizes.small * 2.0
}

fn picture_ui(ui: &mut Ui, look: Look<'_>, view: BodyView, width: f32, marks: &[Mark]) -> Option<Site> {
    let colours = look.colours;
    small_text_ui(ui, look, sites::view(view));
    let scale = width / body::WIDTH;
    let rect = ui.allocate_space(vec2(width, body::height(view) * scale)).1;
    let on = |(x, y): (f32, f32)| rect.min + vec2(x, y) * scale;
    if ui.is_rect_visible(rect) {
        let outline: Vec<Pos2> = body::outline(view).into_iter().map(on).collect();
        ui.painter().add(Shape::closed_line(outline, Stroke::new(2.0, colours.ink_soft.0)));
        sides_ui(ui, look, view, rect);
    }
    let mut pressed = None;
    for &site in Site::ALL.iter().filter(|site| site.view() == view) {
        let Spot { x, y, rx, ry } = body::spot(site);
        let centre = on((x, y));
        let half = vec2(rx, ry) * scale;
        let numbers: Vec<String> =
            marks.iter().filter(|mark| mark.site == site).map(|mark| mark.number.to_string()).collect();
        if spot_ui(ui, look, site, Rect::from_center_size(centre, half * 2.0), &numbers.join(", ")) {
            pressed = Some(site);
        }
    }
    pressed
}

/// Which side is which: the child's left is on the right where the child faces whoever looks.
fn sides_ui(ui: &Ui, look: Look<'_>, view: BodyView, rect: Rect) {
    let names = sites::ViewNames::ENGLISH;
    let (left, right) = if view.faces() {
        (names.childs_right, names.childs_left)
    } else {
        (names.childs_left, names.childs_right)
    };
    let font = FontId::proportional(look.sizes.small * 0.875);
    let ink = look.colours.ink_soft.0;
    let painter = ui.painter();
    painter.text(rect.left_top(), egui::Align2::LEFT_TOP, left, font.clone(), ink);
    painter.text(rect.right_top(), egui::Align2::RIGHT_TOP, right, font, ink);
}

fn spot_ui(ui: &Ui, look: Look<'_>, site: Site, rect: Rect, numbers: &str) -> bool {
    let colours = look.colours;
    let name = sites::full(site);
    let response = ui.interact(rect, Id::unique(("site", site)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_toggled(if numbers.is_empty() { Toggled::False } else { Toggled::True });
    });
    follow(&response);
    if ui.is_rect_visible(rect) {
        let (fill, stroke) = if !numbers.is_empty() {
            (colours.accent.0, Stroke::new(2.0, colours.accent.0))
        } else if response.hovered() || response.has_focus() {
            (colours.chosen.0, Stroke::new(2.0, colours.accent.0))
        } else {
            (Color32::TRANSPARENT, Stroke::new(1.0, colours.line.0))
        };
        let painter = ui.painter();
        let radius = rect.size() / 2.0 - vec2(1.0, 1.0);
        painter.add(EllipseShape { center: rect.center(), radius, fill, stroke, angle: 0.0 });
        if !numbers.is_empty() {
            let font = FontId::new(look.sizes.small, bold());
            let ink = colours.on_accent.0;
            painter.text(rect.center(), egui::Align2::CENTER_CENTER, numbers, font, ink);
        }
        if response.hovered() || response.has_focus() {
            label_ui(ui, look, &name, rect);
        }
    }
    response.clicked()
}

/// The name of the place that is pointed at, above it.
fn label_ui(ui: &Ui, look: Look<'_>, name: &str, rect: Rect) {
    let colours = look.colours;
    let font = FontId::new(look.sizes.small, bold());
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Tooltip, Id::unique("site name")));
    let galley = painter.layout_no_wrap(name.to_owned(), font, colours.ink.0);
    let screen = ui.ctx().content_rect();
    let size = galley.size() + vec2(16.0, 8.0);
    let left =
        (rect.center().x - size.x / 2.0).clamp(screen.left(), (screen.right() - size.x).max(screen.left()));
    let top = rect.top() - size.y - 6.0;
    let top = if top < screen.top() { rect.bottom() + 6.0 } else { top };
    let frame = Rect::from_min_size(pos2(left, top), size);
    painter.rect(
        frame,
        look.sizes.corner,
        colours.paper.0,
        Stroke::new(1.0, colours.line.0),
        egui::StrokeKind::Inside,
    );
    painter.galley(frame.min + vec2(8.0, 4.0), galley, colours.ink.0);
}
