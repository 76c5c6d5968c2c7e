//! A document without what only pages have: for the formats that are one long page.

use super::{Block, Document, HeadingLevel, MatrixRow};

impl Document {
    /// The document with its contents as a list, its matrix as tables and its cards as headings.
    pub(in crate::paper) fn plain(mut self) -> Self {
        let sections: Vec<String> = self.sections().map(str::to_owned).collect();
        let mut blocks = Vec::with_capacity(self.blocks.len());
        for block in self.blocks {
            match block {
                Block::NewPage => {}
                Block::Contents => blocks.push(Block::List { numbered: false, items: sections.clone() }),
                Block::Matrix { headers, rows } => blocks.extend(tables(&headers, &rows)),
                Block::Card(card) => {
                    blocks.push(Block::Heading { level: HeadingLevel::Section, text: card.words });
                    let said = [card.sign, card.more].into_iter().filter(|text| !text.is_empty());
                    blocks.extend(said.map(Block::Paragraph));
                }
                other => blocks.push(other),
            }
        }
        self.blocks = blocks;
        self
    }
}

/// One table for each group of rows.
fn tables(headers: &[String], rows: &[MatrixRow]) -> Vec<Block> {
    let groups = rows.chunk_by(|a, b| a.group == b.group);
    let table = |group: &[MatrixRow]| Block::Table {
        caption: group.first().map(|row| row.group.clone()).unwrap_or_default(),
        headers: headers.to_vec(),
        rows: group
            .iter()
            .map(|row| {
                let cells = row.cells.iter().map(|items| items.join("\n"));
                std::iter::once(row.title.clone()).chain(cells).collect()
            })
            .collect(),
    };
    groups.map(table).collect()
}
