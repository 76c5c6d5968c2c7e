//! Takes the text out of a PDF by what its fonts and its marks say, in the order it is drawn.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, content::Content};

/// What each two-byte code of a font stands for.
type Codes = BTreeMap<u16, String>;

/// The text of all pages. A mark that says what its glyphs stand for is believed over the fonts.
pub fn pdf_text(bytes: &[u8]) -> String {
    let pages = pdf_pages(bytes).into_iter();
    pages.map(|page| page + "\n").collect()
}

/// The text of each page, its foot last.
pub fn pdf_pages(bytes: &[u8]) -> Vec<String> {
    let pdf = Document::load_mem(bytes).unwrap();
    let mut pages = Vec::new();
    for page in pdf.get_pages().into_values() {
        let fonts: BTreeMap<Vec<u8>, Codes> = pdf
            .get_page_fonts(page)
            .unwrap()
            .into_iter()
            .map(|(name, font)| (name, codes(&pdf, font)))
            .collect();
        let content = Content::decode(&pdf.get_page_content(page)).unwrap();
        let mut text = String::new();
        page_text(&pdf, &content, &fonts, &mut text);
        pages.push(text);
    }
    pages
}

fn page_text(pdf: &Document, content: &Content, fonts: &BTreeMap<Vec<u8>, Codes>, text: &mut String) {
    let mut font = None;
    // For each open mark, what its glyphs stand for where it says so.
    let mut marks: Vec<Option<String>> = Vec::new();
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => font = fonts.get(operands[0].as_name().unwrap()),
            "BMC" => {
                assert_ne!(operands[0].as_name().unwrap(), b"ReversedChars");
                marks.push(None);
            }
            "BDC" => {
                let properties = operands[1].as_dict().ok();
                let actual = properties.and_then(|each| each.get(b"ActualText").ok());
                marks.push(actual.map(|actual| string(pdf.dereference(actual).unwrap().1)));
            }
            "EMC" => {
                if let Some(Some(actual)) = marks.pop() {
                    text.push_str(&actual);
                }
            }
            "Tj" | "TJ" if marks.iter().all(Option::is_none) => {
                let shown = match &operands[0] {
                    Object::Array(pieces) => pieces.clone(),
                    one => vec![one.clone()],
                };
                for piece in shown {
                    let Ok(glyphs) = piece.as_str() else { continue };
                    for code in glyphs.chunks(2) {
                        let code = u16::from_be_bytes([code[0], code[1]]);
                        assert_ne!(code, 0, "an empty box is printed");
                        text.push_str(&font.unwrap()[&code]);
                    }
                }
            }
            _ => {}
        }
    }
}

fn string(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => utf16(wide),
        None => bytes.iter().map(|each| char::from(*each)).collect(),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}

/// The table by which a font says what its glyphs stand for.
fn codes(pdf: &Document, font: &Dictionary) -> Codes {
    let table = font.get(b"ToUnicode").and_then(|each| pdf.dereference(each)).unwrap().1;
    let table = table.as_stream().unwrap();
    let table = table.decompressed_content().unwrap_or_else(|_| table.content.clone());
    let table = String::from_utf8(table).unwrap();
    let mut codes = Codes::new();
    for block in table.split("beginbfchar").skip(1) {
        for line in block.split("endbfchar").next().unwrap().lines() {
            let mut words = line.split(['<', '>']).filter(|word| !word.trim().is_empty());
            if let (Some(code), Some(letters)) = (words.next(), words.next()) {
                codes.insert(u16::from_str_radix(code, 16).unwrap(), utf16(&hex(letters)));
            }
        }
    }
    for block in table.split("beginbfrange").skip(1) {
        for line in block.split("endbfrange").next().unwrap().lines() {
            let words: Vec<&str> = line.split(['<', '>']).filter(|word| !word.trim().is_empty()).collect();
            let [from, to, letters] = words[..] else { continue };
            let (from, to) = (u16::from_str_radix(from, 16).unwrap(), u16::from_str_radix(to, 16).unwrap());
            let first = utf16(&hex(letters));
            for (step, code) in (from..=to).enumerate() {
                let mut letters: Vec<char> = first.chars().collect();
                let last = letters.pop().unwrap();
                letters.push(char::from_u32(u32::from(last) + u32::try_from(step).unwrap()).unwrap());
                codes.insert(code, letters.into_iter().collect());
            }
        }
    }
    codes
}

fn hex(digits: &str) -> Vec<u8> {
    let digits: Vec<char> = digits.chars().filter(|each| !each.is_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap()).collect()
}
