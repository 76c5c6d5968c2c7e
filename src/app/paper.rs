//! The papers that a check can leave behind, and how they are written to disk.

use std::path::Path;

use super::session::Open;
use crate::{
    assess::Assessment,
    case::{Case, file},
    framework::Framework,
    paper::{
        document::Document,
        format::{self, Format},
    },
    referral::{self, Layout},
    system_fonts::SystemFonts,
};

/// Which paper is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// For the front door, or for early help.
    Summary(Layout),
    /// For the practitioner.
    Record,
}

impl Default for Paper {
    fn default() -> Self {
        Self::Summary(Layout::Fitting)
    }
}

impl Paper {
    /// The paper's content.
    pub fn document(self, framework: &Framework, case: &Case, assessment: &Assessment) -> Document {
        match self {
            Self::Summary(layout) => referral::laid_out(framework, case, assessment, layout),
            Self::Record => referral::record(framework, case, assessment),
        }
    }

    /// A file name that says which case and what, and never who.
    pub fn file_name(self, open: &Open, format: Format) -> String {
        let (framework, case) = (open.framework(), open.case());
        let what = match self {
            Self::Summary(layout) => match layout.form(framework, case, open.assessment()) {
                Some(form) => framework[form].id.as_str(),
                None => "referral",
            },
            Self::Record => "record",
        };
        format!("{what}-{}-{}.{}", case.as_of, case.code, format.extension())
    }
}

/// Why a paper was not written, in words for the practitioner; the paper is never quoted.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    #[error(transparent)]
    Format(#[from] format::WriteError),
    #[error(transparent)]
    Disk(#[from] std::io::Error),
}

/// Writes a document to a file, which is replaced whole or not at all.
///
/// # Errors
/// [`PaperError`] where the format refuses or the disk does.
pub fn write(document: &Document, format: Format, path: &Path) -> Result<(), PaperError> {
    let bytes = format::write_with(document, format, &SystemFonts::default())?;
    Ok(file::put(path, &bytes)?)
}

/// The format that a file name's ending asks for.
pub fn format_of(path: &Path) -> Option<Format> {
    Format::named(path.extension()?.to_str()?)
}
