//! Documents for tests: one as a practitioner would write it, one made of traps.

use super::document::{Block, Document, Field, HeadingLevel, Page};

/// Texts that could break a format or hide what a document says.
pub(crate) const TRAPS: &[&str] = &[
    "# not a heading",
    "1. not a list\n- nor this\n+ nor this\n* nor this",
    "> no quotation\n\n    no code\n```\nno fence\n```",
    "<script>alert(1)</script> <!-- x --> &amp; &#60; </dd>",
    "[link](http://example.com) ![image](x) <http://example.com> www.example.com",
    "| a | b |\n|---|---|\n| c | d |",
    "*stress* _stress_ **strong** `code` ~~gone~~ $x$ a\\b \\",
    "===\n---\n***\nunder\n===",
    "null\0 bell\u{7} escape\u{1b}[31m next\u{85}line \u{202E}reversed\u{202C} \u{FEFF}mark",
    "noncharacters \u{FFFE}\u{FFFF}\u{1FFFE} tag\u{E0041} join\u{200D}er",
    "]]> ' \" </w:t> <w:tblPr> </w:tblPr>",
    "O\u{2019}Brien \u{141}\u{f3}d\u{17a} caf\u{e9} cafe\u{301} \u{2014} \u{a3}5",
    "\u{645}\u{631}\u{62d}\u{628}\u{627} \u{1F469}\u{200D}\u{1F467} \u{92a}\u{94d}\u{930}\u{93f}",
];

/// A document whose every text is a trap.
pub(crate) fn hostile() -> Document {
    let traps: Vec<String> = TRAPS.iter().map(|trap| (*trap).to_owned()).collect();
    let mut blocks = vec![
        Block::Heading { level: HeadingLevel::Part, text: "A part ## before {#any} section".to_owned() },
        Block::Callout { title: "**Read** <b>me</b>".to_owned(), text: TRAPS[1].to_owned() },
        Block::List { numbered: true, items: traps.clone() },
        Block::List { numbered: false, items: traps.clone() },
        Block::Paragraph("\u{0}\u{1}".to_owned()),
        Block::Fields(
            traps
                .iter()
                .enumerate()
                .map(|(index, trap)| Field { label: format!("Trap {index} *:*"), value: trap.clone() })
                .collect(),
        ),
        Block::Table {
            caption: "Traps | in a table".to_owned(),
            headers: vec!["What".to_owned(), "a|b `c`".to_owned(), String::new()],
            rows: traps.iter().map(|trap| vec![trap.clone(), trap.clone(), String::new()]).collect(),
        },
        Block::Heading { level: HeadingLevel::Section, text: "long".repeat(2_500) },
        Block::Paragraph("w".repeat(10_000)),
        Block::Fields(vec![
            Field { label: "label".repeat(200), value: "x".repeat(10_000) },
            Field { label: "Empty".to_owned(), value: "\u{202E}".to_owned() },
        ]),
        Block::Table { caption: "No column".to_owned(), headers: vec![], rows: vec![] },
        Block::Table {
            caption: String::new(),
            headers: (0..40).map(|column| format!("Column{column}")).collect(),
            rows: vec![vec!["y".repeat(900)], vec!["z".to_owned(); 40]],
        },
    ];
    blocks.extend(traps.into_iter().map(Block::Paragraph));
    Document {
        title: "A <title> & more \u{0}# here".to_owned(),
        language: "en-GB".to_owned(),
        page: Page::A4,
        notice: vec!["*Illustrative* & <not> sent\nby this program".to_owned()],
        footer: "Foot | of <each> page \u{202E}".to_owned(),
        blocks,
    }
}

fn field(label: &str, value: &str) -> Field {
    Field { label: label.to_owned(), value: value.to_owned() }
}

fn section(text: &str) -> Block {
    Block::Heading { level: HeadingLevel::Section, text: text.to_owned() }
}

fn part(text: &str) -> Block {
    Block::Heading { level: HeadingLevel::Part, text: text.to_owned() }
}

fn words(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

/// A referral of usual size.
pub(crate) fn usual() -> Document {
    Document {
        title: "Referral summary for children\u{2019}s social care".to_owned(),
        language: "en-GB".to_owned(),
        page: Page::A4,
        notice: words(&[
            "Illustrative: made from a published framework, not an official form of the area.",
            "This program does not send anything. Follow the area\u{2019}s own steps to make the referral.",
        ]),
        footer: "Exampleshire Levels of Need, edition 2024.2, fingerprint 3f9a 77c1 \u{b7} Case K7Q2-M9"
            .to_owned(),
        blocks: usual_blocks(),
    }
}

fn usual_blocks() -> Vec<Block> {
    vec![
        Block::Callout {
            title: "If a child is in immediate danger".to_owned(),
            text: "Call 999 now, then the area\u{2019}s front door on 0300 000 0000. Do not wait for this form.".to_owned(),
        },
        section("Child and household"),
        Block::Fields(vec![
            field("Child\u{2019}s name", "Alex Example"),
            field("Date of birth", "14 March 2017 (8 years old)"),
            field("Address", "12 Example Street\nExampleton\nEX4 2AB"),
            field("School or setting", "Example Primary School, Year 3"),
            field("Who lives at home", "Mother, mother\u{2019}s partner, brother aged 4"),
            field("First language", "English; Polish is also spoken at home"),
        ]),
        section("What the practitioner judged"),
        Block::Fields(vec![
            field("Level reached", "Level 3: targeted help, borderline to Level 4"),
            field("Judged on", "23 November 2025"),
            field("Judged by", "Designated safeguarding lead, Example Primary School"),
        ]),
        part("Indicators seen"),
        Block::Table {
            caption: "Indicators chosen, with the evidence for each".to_owned(),
            headers: words(&["Indicator", "Level", "Evidence", "Seen"]),
            rows: vec![
                words(&["Unexplained absences that affect learning", "3", "Attendance 71 % this term; eleven days with no reason given.", "Sept to Nov 2025"]),
                words(&["Home conditions place health at risk", "3", "Told the class teacher there was no heating; clothing damp on four days.", "Since 3 Nov"]),
                words(&["Child witnesses domestic conflict", "4", "Brother told nursery staff that they hide in the bedroom.", "18 Nov 2025"]),
            ],
        },
        part("What helps the child"),
        Block::List {
            numbered: false,
            items: words(&["A good relationship with the class teacher and the breakfast club.", "Grandmother lives nearby and collects the children twice a week."]),
        },
        section("Consent and sharing"),
        Block::Fields(vec![
            field("Consent", "Mother was asked on 20 November 2025 and agreed to a referral."),
            field("Child\u{2019}s own words", "\u{201c}I like it when Nan is there because then it\u{2019}s quiet.\u{201d}"),
            field("Shared with", "Front door team only"),
        ]),
        section("What has been tried"),
        Block::Paragraph("The school has offered breakfast club since September and met the mother twice. An early help assessment was opened on 6 October; the family support worker visited once and could not gain entry on two later visits.\n\nThe concern has grown since the conversation at nursery on 18 November.".to_owned()),
        section("Next steps"),
        Block::List {
            numbered: true,
            items: words(&["Call the front door and say that this summary is ready.", "Use the area\u{2019}s own portal to make the referral; attach this document if the portal allows it.", "Write down the name of the person spoken to and the time.", "If no answer comes within one working day, call again and tell the safeguarding lead."]),
        },
        section("Rules that decided"),
        Block::Paragraph("Two or more Level 3 indicators, or any Level 4 indicator, ask for a conversation with the front door.".to_owned()),
    ]
}
