//! The body map as a drawing inside a web page, which asks for nothing from outside.

use std::fmt::Write as _;

use maud::{Markup, html};

use super::{
    body::{self, Spot},
    document::Mark,
    sites,
};
use crate::case::site::BodyView;

/// The pictures that have a mark on them, side by side, with their words for who cannot see them.
pub(super) fn svg(alt: &str, marks: &[Mark]) -> Markup {
    html! {
        div.bodymap role="group" aria-label=(alt) {
            @for view in views(marks) { (picture(view, marks)) }
        }
    }
}

/// The pictures that are worth showing: those with a mark.
pub(super) fn views(marks: &[Mark]) -> Vec<BodyView> {
    BodyView::ALL.into_iter().filter(|view| marks.iter().any(|mark| mark.site.view() == *view)).collect()
}

/// The marks of one picture; several injuries in one place share one mark: `1, 4`.
pub(super) fn marked(view: BodyView, marks: &[Mark]) -> Vec<(Spot, String)> {
    let mut placed: Vec<(crate::case::Site, String)> = Vec::new();
    for mark in marks.iter().filter(|mark| mark.site.view() == view) {
        let number = mark.number.to_string();
        match placed.iter_mut().find(|(site, _)| *site == mark.site) {
            Some((_, said)) => {
                said.push_str(", ");
                said.push_str(&number);
            }
            None => placed.push((mark.site, number)),
        }
    }
    placed.into_iter().map(|(site, said)| (body::spot(site), said)).collect()
}

fn picture(view: BodyView, marks: &[Mark]) -> Markup {
    let mut points = String::new();
    for (x, y) in body::outline(view) {
        // Writing to a String cannot fail.
        let _ = write!(points, "{x:.1},{y:.1} ");
    }
    let here = marks.iter().filter(|mark| mark.site.view() == view);
    let said: Vec<String> = here.map(|mark| format!("{}: {}", mark.number, sites::full(mark.site))).collect();
    let frame = format!("0 -14 {} {}", body::WIDTH, body::height(view) + 16.0);
    html! {
        svg viewBox=(frame) width="180" role="img" {
            title { (sites::view(view)) }
            desc { (said.join("; ")) }
            text.name x="50" y="-5" { (sites::view(view)) }
            polygon.outline points=(points.trim_end()) {}
            @for (spot, said) in marked(view, marks) {
                ellipse.mark cx=(spot.x) cy=(spot.y) rx=(spot.rx) ry=(spot.ry) {}
                text.number x=(spot.x) y=(spot.y + 2.8) { (said) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Site;

    #[test]
    fn a_picture_is_drawn_where_there_is_a_mark_and_two_in_one_place_share_it() {
        let mark = |number, site| Mark { number, site };
        let marks = [mark(1, Site::LeftCheek), mark(2, Site::LowerBack), mark(3, Site::LeftCheek)];
        assert_eq!(views(&marks), [BodyView::HeadFront, BodyView::BodyBack]);
        let on_head = marked(BodyView::HeadFront, &marks);
        assert_eq!(on_head.len(), 1);
        assert_eq!(on_head[0].1, "1, 3");
        let page = svg("Body map.", &marks).into_string();
        assert_eq!(page.matches("<svg").count(), 2);
        assert!(page.contains("aria-label=\"Body map.\"") && !page.contains("//"));
    }
}
