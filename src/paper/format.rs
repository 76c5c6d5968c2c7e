//! The formats a document can be written in.

use super::document::{Block, Document};
use super::fonts::{FontSource, NoOtherFonts, Unprintable};
use super::{docx, html, markdown, pdf, text};

/// A kind of file a document can be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// For printing and sending: tagged, and checked against PDF/UA-1.
    Pdf,
    /// For going on writing in Word.
    Docx,
    /// For reading in a browser.
    Html,
    /// For pasting into a system that takes Markdown.
    Markdown,
    /// For pasting anywhere.
    Text,
}

impl Format {
    /// Every format, the most usual first.
    pub const ALL: [Format; 5] = [Format::Pdf, Format::Docx, Format::Html, Format::Markdown, Format::Text];

    /// The name used on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Html => "html",
            Format::Markdown => "markdown",
            Format::Text => "text",
        }
    }

    /// The end of a file's name, without the full stop.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Html => "html",
            Format::Markdown => "md",
            Format::Text => "txt",
        }
    }

    /// What the format is called when people choose between them.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Format::Pdf => "PDF document",
            Format::Docx => "Word document",
            Format::Html => "Web page",
            Format::Markdown => "Markdown",
            Format::Text => "Plain text",
        }
    }

    /// The format with this name or this file extension.
    #[must_use]
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| {
            format.name().eq_ignore_ascii_case(name) || format.extension().eq_ignore_ascii_case(name)
        })
    }
}

/// Why a document could not be written. No message quotes what the document says.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// No font at hand has some of the characters. Only they are named, never the words.
    #[error(
        "no font here can print {0} in a PDF. A Word document or a web page can hold them: choose one of those"
    )]
    Unprintable(Unprintable),
    /// A font inside the program could not be read.
    #[error("the program's own font could not be read")]
    Font,
    /// The PDF failed the accessibility check made as it is written.
    #[error("the PDF did not pass {failed} of its accessibility checks")]
    PdfChecks {
        /// How many checks failed.
        failed: usize,
    },
    /// The PDF could not be put together.
    #[error("the PDF could not be put together")]
    Pdf,
    /// The parts of the Word document could not be packed into one file.
    #[error("the Word document could not be packed")]
    Docx(#[source] zip::result::ZipError),
    /// The Word document came out without a part it must have.
    #[error("the Word document lacks a part it must have")]
    DocxPart,
}

/// Writes a document in a format, with no fonts but the program's own. Equal documents give equal
/// bytes.
///
/// # Errors
///
/// As [`write_with`].
pub fn write(document: &Document, format: Format) -> Result<Vec<u8>, WriteError> {
    write_with(document, format, &NoOtherFonts)
}

/// Writes a document in a format. A PDF takes from `fonts` what the program's own fonts lack.
///
/// # Errors
///
/// When a PDF cannot print all of the document's characters, or a PDF or a Word document cannot be
/// put together; the other formats always can.
pub fn write_with(
    document: &Document,
    format: Format,
    fonts: &dyn FontSource,
) -> Result<Vec<u8>, WriteError> {
    let mut document = document.cleaned();
    if !matches!(format, Format::Pdf | Format::Html) {
        document.blocks.retain(|block| !matches!(block, Block::BodyMap { .. }));
    }
    if format != Format::Pdf {
        document = document.plain();
    }
    match format {
        Format::Pdf => pdf::write(&document, fonts),
        Format::Docx => docx::write(&document),
        Format::Html => Ok(html::write(&document).into_bytes()),
        Format::Markdown => Ok(markdown::write(&document).into_bytes()),
        Format::Text => Ok(text::write(&document).into_bytes()),
    }
}

/// How many pages a document takes as a PDF.
///
/// # Errors
///
/// As [`write_with`], except for what is only found as the file is put together.
pub fn pages(document: &Document, fonts: &dyn FontSource) -> Result<usize, WriteError> {
    pdf::pages(&document.cleaned(), fonts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_found_by_its_name_and_its_extension() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.name()), Some(format));
            assert_eq!(Format::named(&format.extension().to_uppercase()), Some(format));
        }
        assert_eq!(Format::named("odt"), None);
    }

    #[test]
    fn no_error_quotes_the_document() {
        let io = std::io::Error::other("disk");
        for error in [WriteError::Pdf, WriteError::Docx(io.into()), WriteError::DocxPart] {
            assert!(!error.to_string().contains("disk"));
        }
    }
}
