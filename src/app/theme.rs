//! How the window looks: colours and sizes read from data, fonts, and egui's styles made from them.

use std::{collections::BTreeMap, sync::Arc};

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Stroke, TextStyle,
    ThemePreference, Vec2, Visuals, style::ScrollAnimation, style::WidgetVisuals,
};
use serde::{Deserialize, Deserializer};

const THEME: &str = include_str!("../../assets/theme.ron");
const REGULAR: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf");

/// Which colours the practitioner chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Appearance {
    Light,
    Dark,
    HighContrast,
    /// Light or dark, as the system is set.
    #[default]
    System,
}

/// Sizes and the colours of every look, as `assets/theme.ron` gives them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    pub sizes: Sizes,
    pub light: Colours,
    pub dark: Colours,
    pub contrast: Colours,
}

/// Sizes in points at 100%.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    pub body: f32,
    pub question: f32,
    pub section: f32,
    pub small: f32,
    /// The widest that a column of text gets.
    pub column: f32,
    /// The width of a column beside the text.
    pub side: f32,
    /// The narrowest window with room for both side columns.
    pub wide: f32,
    pub margin: f32,
    pub gap: f32,
    /// The least height of whatever can be pressed.
    pub target: f32,
    pub corner: u8,
}

/// The colours of one look, each named by what it is for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    pub dark: bool,
    pub paper: Colour,
    /// Paper that stands out a little: bars, callouts, buttons.
    pub raised: Colour,
    pub ink: Colour,
    pub ink_soft: Colour,
    /// The border of what can be acted on.
    pub line: Colour,
    /// A line that only divides.
    pub rule: Colour,
    pub accent: Colour,
    pub on_accent: Colour,
    /// What lies under a chosen answer.
    pub chosen: Colour,
    pub danger: Colour,
    pub on_danger: Colour,
    pub notice: Colour,
    pub notice_line: Colour,
    pub focus: Colour,
    /// Levels, lowest first, and only levels.
    pub levels: Vec<Colour>,
    pub on_level: Colour,
}

/// A colour as the theme's file writes it: `#RRGGBB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub Color32);

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let wrong = || serde::de::Error::custom("a colour is written #RRGGBB");
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6).ok_or_else(wrong)?;
        let number = u32::from_str_radix(digits, 16).map_err(|_fault| wrong())?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self(solid(red, green, blue)))
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where data becomes colours")]
fn solid(red: u8, green: u8, blue: u8) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// What widgets draw with: the sizes and the colours of the look in use.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    pub sizes: &'a Sizes,
    pub colours: &'a Colours,
}

impl Colours {
    /// A level's colour by its place; beyond the list the last.
    pub fn level(&self, at: usize) -> Color32 {
        let last = self.levels.last();
        self.levels.get(at).or(last).unwrap_or(&self.ink).0
    }
}

impl Theme {
    /// Reads the theme that is built in.
    ///
    /// # Errors
    /// RON's fault, where the file is not a theme; a test keeps it one.
    pub fn built_in() -> Result<Self, ron::error::SpannedError> {
        ron::from_str(THEME)
    }

    /// The look in use: what was chosen, or what the system asks for.
    pub fn look(&self, appearance: Appearance, system: egui::Theme) -> Look<'_> {
        let colours = match (appearance, system) {
            (Appearance::HighContrast, _) => &self.contrast,
            (Appearance::Light, _) | (Appearance::System, egui::Theme::Light) => &self.light,
            (Appearance::Dark, _) | (Appearance::System, egui::Theme::Dark) => &self.dark,
        };
        Look { sizes: &self.sizes, colours }
    }

    /// Gives egui the styles of an appearance.
    pub fn install(&self, ctx: &egui::Context, appearance: Appearance) {
        let dark = match appearance {
            Appearance::HighContrast => &self.contrast,
            Appearance::Light | Appearance::Dark | Appearance::System => &self.dark,
        };
        for (theme, colours) in [(egui::Theme::Light, &self.light), (egui::Theme::Dark, dark)] {
            ctx.style_mut_of(theme, |style| dress(style, &self.sizes, colours));
        }
        // A system that does not say is more often light, and print is.
        ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
        ctx.set_theme(match appearance {
            Appearance::Light => ThemePreference::Light,
            Appearance::Dark | Appearance::HighContrast => ThemePreference::Dark,
            Appearance::System => ThemePreference::System,
        });
    }
}

/// The family that headings and strong words are set in.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Puts the program's own letters before egui's, which stay as a fallback for other scripts.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let mut add = |name: &str, bytes: &'static [u8]| {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    };
    add("atkinson", REGULAR);
    add("atkinson-bold", BOLD);
    let plain = fonts.families.entry(FontFamily::Proportional).or_default();
    plain.insert(0, "atkinson".to_owned());
    let mut strong = plain.clone();
    strong.insert(0, "atkinson-bold".to_owned());
    fonts.families.insert(bold(), strong);
    ctx.set_fonts(fonts);
}

fn dress(style: &mut egui::Style, sizes: &Sizes, colours: &Colours) {
    let plain = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = BTreeMap::from([
        (TextStyle::Small, plain(sizes.small)),
        (TextStyle::Body, plain(sizes.body)),
        (TextStyle::Button, plain(sizes.body)),
        (TextStyle::Heading, FontId::new(sizes.question, bold())),
        (TextStyle::Monospace, FontId::new(sizes.small, FontFamily::Monospace)),
    ]);
    // Nothing moves that needn't, and a remote desktop has to send every frame.
    style.animation_time = 0.0;
    style.scroll_animation = ScrollAnimation::none();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(sizes.gap);
    spacing.button_padding = Vec2::new(16.0, 8.0);
    spacing.interact_size = Vec2::new(sizes.target, sizes.target);
    spacing.icon_width = 22.0;
    spacing.icon_width_inner = 12.0;
    spacing.text_edit_width = sizes.column;
    spacing.scroll = egui::style::ScrollStyle::solid();
    spacing.scroll.bar_width = 10.0;
    spacing.scroll.handle_min_length = 32.0;
    // Words at the edge are as dark as the others.
    spacing.scroll.fade.strength = 0.0;
    // Else a menu or box that scrolls stays lower than the window allows.
    spacing.default_area_size = Vec2::new(sizes.column, 2000.0);
    style.visuals = visuals(sizes, colours);
}

fn visuals(sizes: &Sizes, colours: &Colours) -> Visuals {
    let mut visuals = if colours.dark { Visuals::dark() } else { Visuals::light() };
    // What has no words on it, such as the handle of a scroll bar, has to stand out from the paper.
    let state = |fill: Colour, bare: Colour, border: Stroke, text: Colour| WidgetVisuals {
        bg_fill: bare.0,
        weak_bg_fill: fill.0,
        bg_stroke: border,
        corner_radius: CornerRadius::same(sizes.corner),
        fg_stroke: Stroke::new(1.5, text.0),
        expansion: 0.0,
    };
    let border = |width: f32, colour: Colour| Stroke::new(width, colour.0);
    let widgets = &mut visuals.widgets;
    let (paper, raised, ink, line) = (colours.paper, colours.raised, colours.ink, colours.line);
    widgets.noninteractive = state(paper, paper, border(1.0, colours.rule), ink);
    widgets.inactive = state(paper, line, border(1.0, line), ink);
    widgets.hovered = state(raised, ink, border(1.5, ink), ink);
    widgets.active = state(raised, colours.accent, border(2.0, colours.accent), ink);
    widgets.open = state(raised, line, border(1.0, line), ink);
    visuals.selection.bg_fill = colours.chosen.0;
    visuals.selection.stroke = Stroke::new(2.0, colours.accent.0);
    visuals.weak_text_color = Some(colours.ink_soft.0);
    visuals.hyperlink_color = colours.accent.0;
    visuals.warn_fg_color = colours.notice_line.0;
    visuals.error_fg_color = colours.danger.0;
    visuals.faint_bg_color = colours.raised.0;
    visuals.extreme_bg_color = colours.paper.0;
    visuals.text_edit_bg_color = Some(colours.paper.0);
    visuals.code_bg_color = colours.raised.0;
    visuals.panel_fill = colours.paper.0;
    visuals.window_fill = colours.paper.0;
    visuals.window_stroke = Stroke::new(1.0, colours.line.0);
    // A blinking cursor draws twice a second, for ever.
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(2.0, ink.0);
    visuals.disabled_alpha = 0.7;
    visuals
}

#[cfg(test)]
mod contrast;
