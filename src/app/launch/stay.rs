//! What was begun stays when a renderer fails after the window stood: the next window goes on with it.
//!
//! In memory alone, within the one process: nothing of a check is written anywhere for it.

use std::{cell::RefCell, error::Error, rc::Rc};

use eframe::egui::{Context, Ui};

use super::{LonApp, Start};

type Fault = Box<dyn Error + Send + Sync>;

/// The program's state beside the windows that show it.
#[derive(Default)]
pub(super) struct Stay {
    last: Option<(Shared, Context)>,
}

/// A window's hold on the state.
#[derive(Clone)]
pub(super) struct Shared(Rc<RefCell<LonApp>>);

impl Stay {
    /// The state for a window that is opening: what an earlier window left, or a new one.
    ///
    /// # Errors
    /// What kept a new one from being made.
    pub(super) fn enter(
        &mut self,
        ctx: &Context,
        start: Option<Start>,
        new: impl FnOnce(&Context) -> Result<LonApp, Fault>,
    ) -> Result<Shared, Fault> {
        let app = match self.last.take() {
            // Where the last window still holds it, in the midst of a frame, it cannot be had.
            Some((shared, before)) if shared.0.try_borrow_mut().is_ok() => {
                if let Ok(mut app) = shared.0.try_borrow_mut() {
                    app.move_to(ctx, &before);
                }
                shared
            }
            _ => Shared(Rc::new(RefCell::new(new(ctx)?))),
        };
        if let Ok(mut inside) = app.0.try_borrow_mut() {
            inside.start = start;
        }
        self.last = Some((app.clone(), ctx.clone()));
        Ok(app)
    }
}

impl eframe::App for Shared {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        if let Ok(mut app) = self.0.try_borrow_mut() {
            app.logic(ctx, frame);
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        if let Ok(mut app) = self.0.try_borrow_mut() {
            #[cfg(debug_assertions)]
            super::broken::where_asked(&app, ui.ctx());
            app.ui(ui, frame);
        }
    }

    fn clear_color(&self, visuals: &eframe::egui::Visuals) -> [f32; 4] {
        self.0.try_borrow().map_or_else(
            |_in_use| visuals.panel_fill.to_normalized_gamma_f32(),
            |app| app.clear_color(visuals),
        )
    }

    fn persist_egui_memory(&self) -> bool {
        // What was typed must not be left in a settings file.
        false
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use eframe::egui::{Key, Modifiers, accesskit::Role};
    use egui_kittest::{Harness, kittest::Queryable as _};
    use jiff::civil::date;

    use super::*;
    use crate::app::{journey::Screen, platform::Clock};

    fn new(ctx: &Context) -> Result<LonApp, Fault> {
        let framework = super::super::built_in()?;
        let clock = Clock { now: || date(2026, 11, 23).at(9, 0, 0, 0), code: || "7Q4K".to_owned() };
        Ok(LonApp::new(ctx, Arc::new(framework), clock)?)
    }

    fn window(stay: &mut Stay) -> Harness<'static, Shared> {
        let mut window = Harness::builder()
            .with_size([1280.0, 800.0])
            .build_eframe(|cc| stay.enter(&cc.egui_ctx, None, new).unwrap());
        window.run();
        window
    }

    #[test]
    fn a_check_that_was_begun_goes_on_in_the_next_window() {
        let mut stay = Stay::default();
        let mut first = window(&mut stay);
        first.get_by_role_and_label(Role::Button, "Start a new check").click_accesskit();
        first.run();
        first.get_all_by_role_and_label(Role::RadioButton, "Yes").next().unwrap().click_accesskit();
        first.run();
        first.ctx.set_zoom_factor(1.5);
        first.key_press(Key::F9);
        first.run();
        let before = first.state().0.borrow().session().open().unwrap().case().clone();
        assert_eq!(before.answers.len(), 1);
        // The renderer fails: its window is gone, and the other one opens.
        drop(first);
        let mut second = window(&mut stay);
        assert!(second.state().0.borrow().blank, "what was hidden is not shown");
        second.key_press(Key::F9);
        second.run();
        {
            let app = second.state().0.borrow();
            let open = app.session().open().unwrap();
            assert_eq!(*open.case(), before);
            assert!(open.unsaved(), "and it is still asked for before it is left");
            assert_eq!(app.session().screen(), Screen::Safety);
        }
        assert!((second.ctx.zoom_factor() - 1.5).abs() < 0.01, "text stays as large as it was");
        second.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        second.run();
        assert!(second.state().0.borrow().session().open().unwrap().case().answers.is_empty());
    }

    #[test]
    fn a_renderer_that_failed_before_its_window_stood_leaves_nothing() {
        let mut stay = Stay::default();
        let ctx = Context::default();
        assert!(stay.enter(&ctx, None, |_| Err("no framework".into())).is_err());
        let second = window(&mut stay);
        assert!(second.state().0.borrow().session().open().is_none());
    }
}
