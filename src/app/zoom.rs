//! How large everything is: from 100% to 300%, in steps, starting from the size the system asks for.

use eframe::egui::{Context, Id, Key, KeyboardShortcut, Modifiers};

/// The sizes, in per cent: fine where a little helps, coarse where a lot is needed.
const STEPS: [u16; 11] = [100, 110, 125, 140, 160, 180, 200, 225, 250, 275, 300];

/// `Ctrl` and `=`: on most keyboards plus is on that key, above it.
pub const LARGER_TOO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals);

/// Leaves the sizes to this program's own commands: egui's go from 20% to 500%.
pub fn install(ctx: &Context) {
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
}

/// Makes everything as large as the system asks for, and calls that the normal size.
pub fn follow_system(ctx: &Context, per_cent: u16) {
    let factor = factor(per_cent);
    let untouched = (ctx.zoom_factor() - normal(ctx)).abs() < 0.01;
    ctx.data_mut(|data| data.insert_temp(normal_id(), factor));
    if untouched {
        ctx.set_zoom_factor(factor);
    }
}

/// Larger (above 0), smaller (below 0) or back to normal (0).
pub fn change(ctx: &Context, by: i8) {
    let now = ctx.zoom_factor();
    ctx.set_zoom_factor(match by {
        0 => normal(ctx),
        1.. => larger(now),
        _ => smaller(now),
    });
}

fn normal_id() -> Id {
    Id::unique("normal size of everything")
}

fn normal(ctx: &Context) -> f32 {
    ctx.data(|data| data.get_temp(normal_id())).unwrap_or(1.0)
}

fn factor(per_cent: u16) -> f32 {
    f32::from(per_cent.clamp(STEPS[0], STEPS[STEPS.len() - 1])) / 100.0
}

/// The next step up; from the last, itself.
fn larger(now: f32) -> f32 {
    let up = STEPS.into_iter().map(factor).find(|step| *step > now + 0.01);
    up.unwrap_or(factor(u16::MAX))
}

/// The next step down; from the first, itself.
fn smaller(now: f32) -> f32 {
    let down = STEPS.into_iter().rev().map(factor).find(|step| *step < now - 0.01);
    down.unwrap_or(factor(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_go_from_100_to_300_per_cent_and_no_further() {
        let mut up = vec![1.0];
        for _ in 0..20 {
            up.push(larger(up[up.len() - 1]));
        }
        assert!((up[up.len() - 1] - 3.0).abs() < 0.001);
        assert!(up.iter().any(|size| (size - 2.0).abs() < 0.001), "200% is one of them");
        let mut down = vec![3.0];
        for _ in 0..20 {
            down.push(smaller(down[down.len() - 1]));
        }
        assert!((down[down.len() - 1] - 1.0).abs() < 0.001);
    }

    #[test]
    fn the_systems_size_is_the_normal_size_and_does_not_undo_what_was_chosen() {
        let ctx = Context::default();
        let size = |ctx: &Context| {
            ctx.run_ui(eframe::egui::RawInput::default(), |_| {}).drop_without_applying_deltas();
            ctx.zoom_factor()
        };
        follow_system(&ctx, 150);
        assert!((size(&ctx) - 1.5).abs() < 0.001);
        change(&ctx, 1);
        assert!((size(&ctx) - 1.6).abs() < 0.001);
        follow_system(&ctx, 900);
        assert!((size(&ctx) - 1.6).abs() < 0.001);
        change(&ctx, 0);
        assert!((size(&ctx) - 3.0).abs() < 0.001);
    }
}
