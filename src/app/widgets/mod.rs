//! The widgets that screens are made of; egui's own stand here and nowhere else.
//!
//! Each has a name for a screen reader, a target that is big enough, and is scrolled to when it
//! gets the keyboard's focus.

#![expect(clippy::disallowed_methods, reason = "the one place where egui's raw widgets are wrapped")]

mod bars;
mod body_map;
mod button;
mod choice;
mod columns;
mod curtain;
mod field;
mod focus;
mod group;
mod ladder;
mod level;
mod menu;
mod modal;
mod path;
mod pick;
mod text;
mod tree_map;
mod windscreen;

pub use bars::{Bar, bars_ui};
pub use body_map::body_map_ui;
pub use button::{danger_ui, link_ui, primary_ui, quiet_ui, small_ui, width_of};
pub use choice::{Choice, check_ui, choice_ui};
pub use columns::{Column, Columns, columns_ui};
pub use curtain::curtain_ui;
pub use field::{FieldBox, entry_ui, fault_ui, field_ui, line_ui, secret_ui};
pub use focus::{arrive, focus_ring_ui, settle};
pub use group::group_ui;
pub use ladder::{LevelColumn, Rung, ladder_ui};
pub use level::level_row_ui;
pub use menu::{menu_item_ui, menu_title_ui, menu_ui};
pub use modal::modal_ui;
pub use path::{PathBox, TypedPath, path_ui};
pub use pick::{go_to_field, pick_ui};
pub use text::{
    Tone, bold_ui, bullets_ui, callout_ui, code_ui, divider_ui, fault_text_ui, heading_ui, page_heading_ui,
    paragraph_ui, row_text_ui, side_heading_ui, small_text_ui, soft_ui, status_ui, strong, text_column_ui,
};
pub use tree_map::{Lit, MapLabel, MapMove, MapView, map_pane, map_ui};
pub use windscreen::windscreen_ui;
