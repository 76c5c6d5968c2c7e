//! The record of a session: one page for the file, and the ratings as a table for a spreadsheet.

use super::{
    agreement::{
        guide::{LEVEL, PATHWAY},
        paper,
        report::Report,
        sheet,
    },
    figures,
    session::{Round, Scale, Session, Why, Worked, options, place},
    split::{self, Split, Stance},
    spread::Spread,
    story::{Stories, Story},
    words::W,
};
use crate::{
    framework::{Framework, model::Status},
    keyed::fill,
    paper::document::{Block, Document, Field, HeadingLevel, Page},
};

/// The record of a session as a document.
///
/// `fits` says whether it stands on one page; what is said first is then left out least: the votes between
/// the instalments go first.
pub fn record(
    framework: &Framework,
    stories: &Stories,
    session: &Session,
    mut fits: impl FnMut(&Document) -> bool,
) -> Document {
    let report = figures::of_levels(framework, stories, session);
    let with = |parts, much| {
        let report = report.as_ref().map(|report| (report, much));
        document(framework, stories, session, parts, report)
    };
    let shorter = [(true, Much::Figures), (true, Much::Plain), (false, Much::Plain), (false, Much::Brief)];
    let mut documents = shorter.into_iter().map(|(parts, much)| with(parts, much));
    documents
        .find(|document| fits(document))
        .unwrap_or_else(|| document(framework, stories, session, false, None))
}

/// How much is said of the room's agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Much {
    /// Kappa and alpha too.
    Figures,
    Plain,
    /// One paragraph.
    Brief,
}

fn document(
    framework: &Framework,
    stories: &Stories,
    session: &Session,
    parts: bool,
    report: Option<(&Report, Much)>,
) -> Document {
    let about = &framework.about;
    let print = about.fingerprint.get(..12).unwrap_or(&about.fingerprint);
    let mut blocks = vec![head(framework, stories, session)];
    blocks.push(heading(W.spread));
    blocks.push(spreads(framework, stories, session, parts));
    let told: Vec<(usize, &Worked, &Story)> = told(stories, session).collect();
    let beside: Vec<String> =
        told.iter().filter_map(|(at, w, story)| beside(framework, session, *at, w, story)).collect();
    section(&mut blocks, W.against, beside);
    let parted = told.iter().filter_map(|(_, worked, story)| parted(framework, worked, story)).collect();
    section(&mut blocks, W.where_parted, parted);
    if let Some((report, much)) = report {
        blocks.extend(agreement(session.scale, report, much));
    }
    section(&mut blocks, W.files_apart, apart(session));
    if !session.notes.trim().is_empty() {
        blocks.push(heading(W.notes));
        blocks.extend(
            session
                .notes
                .split('\n')
                .filter(|l| !l.trim().is_empty())
                .map(|l| Block::Paragraph(l.to_owned())),
        );
    }
    Document {
        title: W.title.to_owned(),
        language: about.language.clone(),
        page: Page::A4,
        notice: vec![status(framework), W.no_names.to_owned()],
        footer: fill(W.footer, &[&about.title, &about.edition, print]),
        blocks,
    }
}

/// How far the room agreed on its last votes: in plain words, and with the figures where there is room.
fn agreement(scale: Scale, report: &Report, much: Much) -> Vec<Block> {
    let mut blocks = Vec::new();
    for round in Round::ALL {
        let id = item(item_of(scale), None, round);
        let Some(item) = report.items.iter().find(|item| item.id == id) else { continue };
        let title = if round == Round::Discussed { W.agreement_after } else { W.agreement };
        blocks.push(heading(title));
        let said = paper::plain(item);
        blocks.extend(
            said.into_iter().filter(|block| much != Much::Brief || matches!(block, Block::Paragraph(_))),
        );
        if much == Much::Figures {
            blocks.extend(paper::for_auditors(item, report.draws));
        }
    }
    blocks
}

/// How many answer files stand apart for each reason. Their names stay out: people put their own in them.
fn apart(session: &Session) -> Vec<String> {
    let mut reasons: Vec<(String, usize)> = Vec::new();
    for apart in &session.apart {
        let said = match &apart.why {
            Why::Damaged(_) => W.damaged.to_owned(),
            other => why(other),
        };
        match reasons.iter_mut().find(|(reason, _)| *reason == said) {
            Some((_, files)) => *files += 1,
            None => reasons.push((said, 1)),
        }
    }
    reasons.into_iter().map(|(reason, files)| fill(W.apart_line, &[&files.to_string(), &reason])).collect()
}

/// The cases of a session whose stories are at hand, each with its place.
fn told<'a>(
    stories: &'a Stories,
    session: &'a Session,
) -> impl Iterator<Item = (usize, &'a Worked, &'a Story)> {
    let cases = session.cases.iter().enumerate();
    cases.filter_map(|(at, worked)| Some((at, worked, stories.find(&worked.case)?)))
}

fn head(framework: &Framework, stories: &Stories, session: &Session) -> Block {
    let spread = |at: usize, round, last| session.spread(framework, at, round, (last, last)).all();
    let most = told(stories, session)
        .flat_map(|(at, _, story)| Round::ALL.map(|round| spread(at, round, story.last())))
        .max();
    let mut fields = vec![
        field(W.framework, framework.about.title.clone()),
        field(W.edition, session.framework.edition.clone()),
        field(W.held_on, session.on.strftime("%-d %B %Y").to_string()),
        field(W.people, most.unwrap_or_default().to_string()),
    ];
    if session.sheets() + session.apart.len() > 0 {
        fields.push(field(W.files, session.sheets().to_string()));
        fields.push(field(W.files_apart, session.apart.len().to_string()));
    }
    Block::Fields(fields)
}

/// One row for each vote: the last instalment's, and with `parts` also the earlier ones'.
fn spreads(framework: &Framework, stories: &Stories, session: &Session, parts: bool) -> Block {
    let mut headers = vec![W.case.to_owned(), W.round.to_owned()];
    headers.extend(match session.scale {
        Scale::Levels => framework.levels.iter().map(|level| level.label.clone()).collect::<Vec<_>>(),
        Scale::Pathways => framework.pathways.iter().map(|pathway| pathway.title.clone()).collect(),
    });
    headers.extend([W.not_sure.to_owned(), W.most.to_owned()]);
    let mut rows = Vec::new();
    for (at, worked, story) in told(stories, session) {
        for round in Round::ALL {
            for instalment in 0..=story.last() {
                let spread = session.spread(framework, at, round, (instalment, story.last()));
                let last = instalment == story.last();
                if spread.all() == 0 || !(last || parts) {
                    continue;
                }
                let said = round_said(round);
                let (no, of) = ((instalment + 1).to_string(), (story.last() + 1).to_string());
                let said = if last { said.to_owned() } else { fill(W.part_of, &[said, &no, &of]) };
                rows.push(row(&worked.title, said, &spread));
            }
        }
    }
    if rows.is_empty() {
        return Block::Paragraph(W.nobody.to_owned());
    }
    Block::Table { caption: W.spread.to_owned(), headers, rows }
}

fn row(title: &str, round: String, spread: &Spread) -> Vec<String> {
    let mut row = vec![title.to_owned(), round];
    row.extend(spread.people.iter().map(ToString::to_string));
    let most = spread.most().map_or(0, |most| spread.at(most));
    row.extend([spread.unsure.to_string(), fill(W.of, &[&most.to_string(), &spread.all().to_string()])]);
    row
}

fn round_said(round: Round) -> &'static str {
    match round {
        Round::Alone => W.alone,
        Round::Discussed => W.discussed,
    }
}

/// How the room stood beside what the framework suggests; of a contested case nobody is held against it.
fn beside(
    framework: &Framework,
    session: &Session,
    at: usize,
    worked: &Worked,
    story: &Story,
) -> Option<String> {
    if !worked.revealed {
        return None;
    }
    let lowest = story.suggestion(framework, story.last()).span.lowest;
    let line = lowest.map_or_else(|| W.consult.to_owned(), |low| framework.pathway_line(low));
    let mut said = vec![fill(W.suggested, &[&worked.title, &line])];
    if worked.contested {
        said.push(W.contested.to_owned());
        return Some(said.join(" "));
    }
    let place = lowest.map(|low| match session.scale {
        Scale::Levels => framework[low].level.0,
        Scale::Pathways => low.0,
    });
    if let Some(place) = place {
        let spread = |round| session.spread(framework, at, round, (story.last(), story.last()));
        let (alone, after) = (spread(Round::Alone), spread(Round::Discussed));
        let number = |n: u32| n.to_string();
        if alone.all() > 0 {
            let values = [number(alone.at(place)), number(alone.all()), number(alone.near(place))];
            said.push(fill(W.with_it, &[&values[0], &values[1], &values[2]]));
        }
        if after.all() > 0 {
            said.push(fill(W.with_it_after, &[&number(after.at(place)), &number(after.all())]));
        }
    }
    Some(said.join(" "))
}

/// Where a case's walks part, in one sentence; none where nobody handed a walk in.
fn parted(framework: &Framework, worked: &Worked, story: &Story) -> Option<String> {
    let sheets = worked.sheets_of(Round::Alone);
    if sheets.iter().filter(|sheet| sheet.walk.is_some()).count() < 2 {
        return None;
    }
    Some(match split::first(framework, story, &sheets) {
        None => fill(W.not_parted, &[&worked.title]),
        Some(split) => {
            let question = &framework[split.question].text;
            fill(W.parted, &[&worked.title, question, &ways(framework, &split)])
        }
    })
}

/// How many went which way: `5 of 12 answered "Often hungry"; 7 of 12 answered "..."`.
pub fn ways(framework: &Framework, split: &Split) -> String {
    let all: u32 = split.ways.iter().map(|(_, people)| people).sum();
    let way = |(stance, people): &(Stance, u32)| {
        fill(W.way, &[&people.to_string(), &all.to_string(), stance_said(framework, split, *stance)])
    };
    let mut said: Vec<String> = split.ways.iter().map(way).collect();
    if split.without > 0 {
        said.push(fill(W.without, &[&split.without.to_string()]));
    }
    said.join("; ")
}

/// An answer in the framework's words.
pub fn stance_said<'a>(framework: &'a Framework, split: &Split, stance: Stance) -> &'a str {
    match stance {
        Stance::At(step) => framework[split.question].steps.get(step).map_or("", |step| step.means.as_str()),
        Stance::NotKnown => W.way_not_known,
    }
}

/// Why an answer file stands apart, in words.
pub fn why(why: &Why) -> String {
    match why {
        Why::Damaged(fault) => fill(W.why_damaged, &[fault]),
        Why::OtherFramework(id, edition) => fill(W.why_framework, &[id.as_str(), edition]),
        Why::OtherEdition(edition) => fill(W.why_edition, &[edition]),
        Why::OtherContent => W.why_content.to_owned(),
        Why::OtherCase(_) => W.why_case.to_owned(),
    }
}

fn status(framework: &Framework) -> String {
    match &framework.about.status {
        Status::Illustrative => W.status_illustrative.to_owned(),
        Status::RatifiedBy(whom) => fill(W.status_ratified, &[whom]),
    }
}

fn section(blocks: &mut Vec<Block>, title: &str, items: Vec<String>) {
    if !items.is_empty() {
        blocks.push(heading(title));
        blocks.push(Block::List { numbered: false, items });
    }
}

fn heading(text: &str) -> Block {
    Block::Heading { level: HeadingLevel::Section, text: text.to_owned() }
}

fn field(label: &str, value: String) -> Field {
    Field { label: label.to_owned(), value }
}

/// Every rating as a table: rater, case, item, value. A rater is a number or an answer file's code, and
/// never a name; the item says of which child it is, after which part it was, and whether after discussion.
pub fn ratings(framework: &Framework, session: &Session) -> String {
    let mut rows: Vec<[String; 4]> = Vec::new();
    for worked in &session.cases {
        let last = worked.last();
        for tally in &worked.tallies {
            let part = (tally.instalment != last).then_some(tally.instalment);
            let item = item(item_of(session.scale), part, tally.round);
            let votes = options(framework, session.scale).into_iter().map(|(id, _)| Some(id)).chain([None]);
            // In the scale's order, so that the same votes give the same table.
            let votes = votes.filter_map(|at| {
                let people = tally.votes.iter().find(|vote| vote.at == at)?.people;
                Some((at.map_or_else(|| NOT_SURE.to_owned(), |id| id.to_string()), people))
            });
            let each = votes.flat_map(|(value, people)| (0..people).map(move |_| value.clone()));
            for (rater, value) in each.enumerate() {
                rows.push([format!("hand-{}", rater + 1), worked.case.clone(), item.clone(), value]);
            }
        }
        for sheet in &worked.sheets {
            let row = |item: String, value: String| [sheet.code.clone(), worked.case.clone(), item, value];
            for scale in [Scale::Levels, Scale::Pathways] {
                // Who gave a pathway gave a level with it; the votes of a room know one of the two.
                let Some(own) = sheet.own.as_ref().filter(|_| scale == session.scale || sheet.walk.is_some())
                else {
                    continue;
                };
                let at = own.pathway.as_ref().and_then(|id| place(framework, scale, id));
                let value = at.and_then(|at| options(framework, scale).into_iter().nth(at));
                let value = value.map_or_else(|| NOT_SURE.to_owned(), |(id, _)| id.to_string());
                rows.push(row(item(item_of(scale), None, sheet.round), value));
            }
            for answered in sheet.walk.iter().flat_map(|walk| &walk.answers) {
                // What is said of one child alone is an item of its own: for each a rater has one value.
                let of = match answered.child {
                    Some(child) => format!("{}.child-{}", answered.question, child.0),
                    None => answered.question.to_string(),
                };
                rows.push(row(item(&of, None, sheet.round), value_of(&answered.answer)));
            }
        }
    }
    sheet::write(rows.iter().map(|row| row.each_ref().map(String::as_str)))
}

/// What somebody gave who was not sure; it counts as missing.
const NOT_SURE: &str = "not-sure";

fn item_of(scale: Scale) -> &'static str {
    match scale {
        Scale::Levels => LEVEL,
        Scale::Pathways => PATHWAY,
    }
}

fn item(of: &str, part: Option<usize>, round: Round) -> String {
    let part = part.map(|part| format!(".part-{part}")).unwrap_or_default();
    let after = if round == Round::Discussed { ".discussed" } else { "" };
    format!("{of}{part}{after}")
}

/// An answer as a case file spells it, in small letters.
fn value_of(answer: &crate::case::Answer) -> String {
    use crate::case::Answer as A;
    match answer {
        A::Yes => "yes".to_owned(),
        A::No => "no".to_owned(),
        A::NotKnown => "not-known".to_owned(),
        A::Rung(id) => id.to_string(),
        A::Number(number) => number.to_string(),
    }
}
