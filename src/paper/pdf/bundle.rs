//! The fonts inside the program, in the order in which they are tried.

use unicode_script::Script;

/// A font inside the program.
pub(super) struct Bundled {
    /// The scripts it is for; none means any.
    pub scripts: &'static [Script],
    pub regular: &'static [u8],
    /// Where there is none, the regular one stands in: a name in a heading is then lighter, not missing.
    pub bold: Option<&'static [u8]>,
}

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!("../../../assets/fonts/", $name, ".ttf"))
    };
}

/// The usual font first, then the one that has every Latin, Greek and Cyrillic letter with any
/// marks, then one a script, and pictures last.
pub(super) static BUNDLED: &[Bundled] = &[
    Bundled {
        scripts: &[],
        regular: font!("AtkinsonHyperlegibleNext-Regular"),
        bold: Some(font!("AtkinsonHyperlegibleNext-Bold")),
    },
    Bundled { scripts: &[], regular: font!("NotoSans-Regular"), bold: Some(font!("NotoSans-Bold")) },
    Bundled {
        scripts: &[Script::Arabic],
        regular: font!("NotoSansArabic-Regular"),
        bold: Some(font!("NotoSansArabic-Bold")),
    },
    Bundled {
        scripts: &[Script::Hebrew],
        regular: font!("NotoSansHebrew-Regular"),
        bold: Some(font!("NotoSansHebrew-Bold")),
    },
    Bundled { scripts: &[Script::Bengali], regular: font!("NotoSansBengali-Regular"), bold: None },
    Bundled { scripts: &[Script::Devanagari], regular: font!("NotoSansDevanagari-Regular"), bold: None },
    Bundled { scripts: &[Script::Gujarati], regular: font!("NotoSansGujarati-Regular"), bold: None },
    Bundled {
        scripts: &[Script::Gurmukhi],
        regular: font!("NotoSansGurmukhi-Regular"),
        bold: Some(font!("NotoSansGurmukhi-Bold")),
    },
    Bundled {
        scripts: &[Script::Tamil],
        regular: font!("NotoSansTamil-Regular"),
        bold: Some(font!("NotoSansTamil-Bold")),
    },
    Bundled { scripts: &[Script::Malayalam], regular: font!("NotoSansMalayalam-Regular"), bold: None },
    Bundled { scripts: &[Script::Ethiopic], regular: font!("NotoSansEthiopic-Regular"), bold: None },
    Bundled { scripts: &[Script::Armenian], regular: font!("NotoSansArmenian-Regular"), bold: None },
    Bundled { scripts: &[Script::Georgian], regular: font!("NotoSansGeorgian-Regular"), bold: None },
    Bundled { scripts: &[Script::Thai], regular: font!("NotoSansThai-Regular"), bold: None },
    Bundled { scripts: &[Script::Common], regular: font!("NotoEmoji-Regular"), bold: None },
];
