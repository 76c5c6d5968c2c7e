//! Things that belong together, named together: a screen reader says the name on entering, and the
//! fields inside are told apart from their like in the next group.

use eframe::egui::{Ui, UiBuilder, UiStackInfo, accesskit::Role};

/// Marks a group in egui's own stack of what stands in what.
const GROUP: &str = "group";

/// A group that is one of several alike, such as the second adult of three.
///
/// Every field and list of answers inside is called by the group's name and then its own.
pub fn group_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let info = UiStackInfo::default().with_tag_value(GROUP, name.to_owned());
    let group = builder(name).ui_stack_info(info);
    ui.scope_builder(group, add).inner
}

/// A group with a title of its own on the page, which stands there once.
pub(super) fn titled_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(builder(name), add).inner
}

fn builder(name: &str) -> UiBuilder {
    UiBuilder::new().accessibility_role(Role::Group).accessibility_label(name)
}

/// What a screen reader calls something with this label, here.
pub(super) fn name_here(ui: &Ui, label: &str) -> Option<String> {
    let group = ui.stack().iter().find_map(|here| here.tags().get_downcast::<String>(GROUP))?;
    // What names its group already is not named twice over.
    (!label.contains(group.as_str())).then(|| format!("{group}: {label}"))
}
