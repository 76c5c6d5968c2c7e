//! Rows say what cases say; what is faulty is told with its place, and takes nothing else along.

use std::{fmt::Write as _, io::Read, sync::OnceLock};

use super::*;
use crate::{
    assess::{self, family::Family},
    case::{Answer, Case, file},
    framework::{Id, builtin, load},
};

/// Read once: without optimising it takes a while.
fn framework(id: &str) -> Framework {
    static LIVERPOOL: OnceLock<Framework> = OnceLock::new();
    assert_eq!(id, "liverpool");
    LIVERPOOL.get_or_init(|| builtin::read("liverpool").unwrap()).clone()
}

/// What a batch wrote: results, faults and counts.
fn run(
    framework: &Framework,
    against: Option<&Framework>,
    input: impl Read,
    results: Shape,
) -> (String, String, Totals) {
    let (mut out, mut faults) = (Vec::new(), Vec::new());
    let batch = Batch { framework, against, shape: None, results };
    let totals = batch.run(input, &mut out, &mut faults, |_| ()).unwrap();
    (String::from_utf8(out).unwrap(), String::from_utf8(faults).unwrap(), totals)
}

fn table(text: &str) -> (String, String, Totals) {
    run(&framework("liverpool"), None, text.as_bytes(), Shape::Table)
}

fn faults(text: &str) -> Vec<String> {
    table(text).1.lines().skip(1).map(str::to_owned).collect()
}

fn spelled(answer: &Answer) -> String {
    match answer {
        Answer::Yes => "yes".to_owned(),
        Answer::No => "no".to_owned(),
        Answer::NotKnown => "not-known".to_owned(),
        Answer::Rung(id) => id.to_string(),
        Answer::Number(n) => n.to_string(),
    }
}

/// Every child of every worked case as a row, with what `assess` says of that child.
fn rows(framework: &Framework, cases: &[Case]) -> (String, String, Vec<String>) {
    let questions: Vec<&Id> = framework.questions.iter().map(|q| &q.id).collect();
    let ids = questions.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(",");
    let mut csv = format!("age,role,concerns,{ids}\n");
    let mut json = String::new();
    let mut expected = Vec::new();
    for case in cases.iter().filter(|case| case.held.is_none()) {
        let assessment = assess::assess(framework, case, case.as_of);
        for (member, found) in case.members().zip(&assessment.children) {
            let age = member.age.map(Id::as_str).unwrap_or_default();
            let role = case.about.role.as_ref().map(Id::as_str).unwrap_or_default();
            let concerns = case.concerns.iter().map(Id::as_str).collect::<Vec<_>>().join(" ");
            write!(csv, "{age},{role},{concerns}").unwrap();
            let mut object = serde_json::Map::new();
            object.insert("age".to_owned(), age.into());
            object.insert("role".to_owned(), role.into());
            object.insert("concerns".to_owned(), case.concerns.iter().map(Id::as_str).collect());
            for question in &questions {
                let answered = case.answered_for(question, member.no).map(|a| spelled(&a.answer));
                write!(csv, ",{}", answered.clone().unwrap_or_default()).unwrap();
                if let Some(answered) = answered {
                    object.insert(question.to_string(), answered.into());
                }
            }
            csv.push('\n');
            writeln!(json, "{}", serde_json::Value::Object(object)).unwrap();
            let id = |p: crate::framework::model::PathwayIx| framework[p].id.as_str();
            let level = |p| framework.level_of(p).id.as_str();
            let (low, high) = (found.span.lowest, found.span.highest);
            let duties: Vec<&str> = found.duties.iter().map(|&d| framework[d].id.as_str()).collect();
            let consult = if low.is_none() { "yes" } else { "no" };
            expected.push(format!(
                "{},{},{},{},{},{consult}",
                low.map(level).unwrap_or_default(),
                low.map(id).unwrap_or_default(),
                level(high),
                id(high),
                duties.join(" ")
            ));
        }
    }
    (csv, json, expected)
}

#[test]
fn every_worked_case_comes_to_the_same_as_a_row() {
    for id in builtin::ids() {
        let loaded = load(builtin::files(id).unwrap());
        let framework = loaded.framework.unwrap();
        let cases: Vec<Case> =
            loaded.cases.iter().map(|file| file::read(file.text.as_bytes()).unwrap()).collect();
        let (csv, json, expected) = rows(&framework, &cases);
        assert!(!expected.is_empty());
        for text in [csv, json] {
            let (found, faults, totals) = run(&framework, None, text.as_bytes(), Shape::Table);
            assert_eq!(faults, "row,column,why\n", "{id}");
            let found: Vec<&str> =
                found.lines().skip(1).map(|line| line.split_once(',').unwrap().1).collect();
            assert_eq!(found, expected, "{id}");
            assert_eq!((totals.done(), totals.apart), (expected.len() as u64, 0));
        }
    }
}

/// Rows without age, role or concerns: every context is tried, as an assessment tries them.
#[test]
fn what_is_not_known_of_a_contact_is_tried_in_every_context() {
    let framework = framework("liverpool");
    let question =
        framework.questions.iter().find(|q| matches!(q.home, crate::framework::model::Home::Concern(_)));
    let question = question.unwrap();
    let worst = question.steps.last().unwrap().id.as_str();
    let (found, faults, _) =
        run(&framework, None, format!("{}\n{worst}\n", question.id).as_bytes(), Shape::Table);
    assert_eq!(faults.lines().count(), 3, "that age and role are missing is noted: {faults}");
    let mut case = assess::worked::run(&framework, &load(builtin::files("liverpool").unwrap()).cases)
        .remove(0)
        .outcome
        .unwrap()
        .case;
    case.about = crate::case::model::About::default();
    case.children.clear();
    case.answers.clear();
    let crate::framework::model::Home::Concern(concern) = question.home else { unreachable!() };
    case.concerns = vec![framework[concern].id.clone()];
    let answer = assess::facts::answer_at(question, question.worst()).unwrap();
    case.answers.push(crate::case::model::Answered::new(question.id.clone(), answer));
    assert!(Family::read(&framework, &case).one_child());
    let span = assess::span(&framework, &case);
    let low = span.lowest.map(|p| framework[p].id.to_string()).unwrap_or_default();
    let cells: Vec<&str> = found.lines().nth(1).unwrap().split(',').collect();
    assert_eq!((cells[2], cells[4]), (low.as_str(), framework[span.highest].id.as_str()));
}

const HEAD: &str = "age,role,concerns,neglect.food,neglect.access\n";

fn good() -> String {
    let framework = framework("liverpool");
    format!("{},{},neglect,{},no\n", framework.ages[2].id, framework.roles[0].id, rung(&framework))
}

fn rung(framework: &Framework) -> String {
    let food = framework.question(&Id::new("neglect.food").unwrap()).unwrap();
    framework[food].steps[1].id.to_string()
}

#[test]
fn a_bad_row_is_told_by_row_and_column_and_the_rest_is_done() {
    let good = good();
    let cells: Vec<&str> = good.trim_end().split(',').collect();
    let with = |at: usize, cell: &str| {
        let mut cells = cells.clone();
        cells[at] = cell;
        format!("{}\n", cells.join(","))
    };
    let text = [
        HEAD.to_owned(),
        good.clone(),
        with(3, "Zoe is hungry"),
        with(0, "seven"),
        with(2, "zebra"),
        "a,b\n".to_owned(),
        with(4, "no,no"),
        with(4, "\u{0}"),
        "\n".to_owned(),
        ",,,,\n".to_owned(),
        with(4, "NO"),
        good.clone(),
    ]
    .concat();
    let (results, told, totals) = table(&text);
    let rows: Vec<&str> = results.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(rows, ["2", "11", "12"]);
    let places: Vec<String> =
        told.lines().skip(1).map(|line| line.splitn(3, ',').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(places, ["3 neglect.food", "4 age", "5 concerns", "6 ", "7 ", "8 "]);
    assert!(!told.contains("Zoe"), "no cell is quoted: {told}");
    assert!(told.contains("use one of regular"), "what would do is told: {told}");
    assert_eq!((totals.rows, totals.apart, totals.faults, totals.blank), (9, 6, 6, 1));
}

#[test]
fn unknown_doubled_and_missing_columns_are_told_and_the_rest_is_read() {
    let framework = framework("liverpool");
    let (age, rung) = (framework.ages[2].id.clone(), rung(&framework));
    let text = format!("age,neglect.foods,neglect.food,Zoe Smith,neglect.food\n{age},x,{rung},y,regular\n");
    let (results, told, totals) = table(&text);
    assert_eq!(results.lines().count(), 2, "the row is read");
    let told: Vec<&str> = told.lines().skip(1).collect();
    assert!(
        told[0].starts_with("1,neglect.foods,") && told[0].contains("did you mean neglect.food?"),
        "{told:?}"
    );
    assert!(told[1].starts_with("1,column D,"), "a name is not repeated: {told:?}");
    assert!(told[2].starts_with("1,neglect.food,") && told[2].contains("more worrying"), "{told:?}");
    assert!(told[3].starts_with("1,role,") && told.len() == 4, "{told:?}");
    assert_eq!(totals.faults, 3, "a context that is not known is no fault");
    let one = table(&format!("age,neglect.food\n{age},{rung}\n")).0;
    assert_eq!(results, one, "the more worrying of two stands");
}

#[test]
fn a_file_that_is_cut_says_so_and_keeps_what_was_whole() {
    let good = good();
    let whole = [HEAD, &good, &good].concat();
    for cut in HEAD.len() + good.len() + 1..whole.len() {
        let (results, told, _) = table(&whole[..cut]);
        let rows = results.lines().count() - 1;
        assert!(rows == 2 || rows == 1, "the first row stands");
        assert!(told.contains("\n3,"), "cut at {cut}: {told}");
    }
    let quoted = format!("{HEAD}{good}\"{}", good.trim_end());
    assert_eq!(faults(&quoted), ["3,,\"the file ends in the middle of this row\""]);
    let object = "{\"neglect.access\":\"no\"}\n{\"neglect.access\":\"n";
    assert_eq!(faults(object), ["2,,\"the file ends in the middle of this row\""]);
}

#[test]
fn a_quotation_mark_left_open_takes_one_line_and_a_vast_line_none_but_itself() {
    let good = good();
    let open = format!("{HEAD}\"{good}{good}{good}");
    let (results, told, _) = table(&open);
    assert_eq!(results.lines().count(), 3, "{told}");
    assert!(told.contains("\n2,,\"a quotation mark is never closed\""), "{told}");
    let vast = format!("{HEAD}{good}{}\n{good}", "x".repeat(rows::LONGEST * 3));
    let (results, told, _) = table(&vast);
    assert_eq!(results.lines().map(|l| l.split(',').next().unwrap()).collect::<Vec<_>>(), ["row", "2", "4"]);
    assert!(told.contains("\n3,,\"the row is longer than a mebibyte"), "{told}");
    let vast = format!("{{}}\n{{\"x\":\"{}\"}}\n{{}}\n", "x".repeat(rows::LONGEST * 2));
    let (results, told, _) = run(&framework("liverpool"), None, vast.as_bytes(), Shape::Table);
    assert_eq!(results.lines().count(), 3, "{told}");
}

#[test]
fn encodings_of_spreadsheets_are_read_and_what_is_no_text_is_told() {
    let plain = [HEAD, &good()].concat();
    let expected = table(&plain).0;
    let liverpool = framework("liverpool");
    let wide = |mark: &[u8], one: fn(u16) -> [u8; 2]| {
        [mark, &plain.encode_utf16().flat_map(one).collect::<Vec<u8>>()].concat()
    };
    let files = [
        wide(b"\xff\xfe", u16::to_le_bytes),
        wide(b"\xfe\xff", u16::to_be_bytes),
        wide(b"", u16::to_le_bytes),
        [b"\xef\xbb\xbf", plain.as_bytes()].concat(),
        plain.replace(',', ";").replace('\n', "\r\n").into_bytes(),
        plain.replace(',', "\t").into_bytes(),
    ];
    for file in files {
        let (results, told, _) = run(&liverpool, None, &file[..], Shape::Table);
        assert_eq!((results.as_str(), told.as_str()), (expected.as_str(), "row,column,why\n"));
    }
    let foreign = [HEAD.as_bytes(), good().as_bytes(), b",,,\xe9,no\n", good().as_bytes()].concat();
    let (results, told, _) = run(&liverpool, None, &foreign[..], Shape::Table);
    assert_eq!(results.lines().count(), 3);
    assert!(told.contains("\n3,neglect.food,\"this is not text in UTF-8\""), "{told}");
    let none = |bytes: &[u8]| {
        let batch = Batch { framework: &liverpool, against: None, shape: None, results: Shape::Table };
        batch.run(bytes, io::sink(), io::sink(), |_| ()).unwrap_err().to_string()
    };
    assert_eq!(none(b""), W.empty_file);
    assert_eq!(none(b"\n \n"), W.empty_file);
    assert_eq!(none(b"PK\x03\x04\x14\x00"), W.no_text_file);
    assert_eq!(none(b"Zoe,7\nMax,8\n"), W.no_columns);
}

#[test]
fn lines_of_objects_are_read_as_they_are_meant() {
    let text = "{\"neglect.access\": true, \"concerns\": [\"neglect\"], \"neglect.food\": null}\n\
                \n\
                \"Zoe\"\n\
                {\"neglect.access\": \"no\", \"neglect.access\": \"yes\"}\n\
                {\"zebra\": 1}\n{\"zebra\": 2}\n{\"neglect.food\": {\"a\": 1}}\n";
    let (results, told, totals) = table(text);
    let rows: Vec<&str> = results.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(rows, ["1", "5", "6"]);
    let places: Vec<&str> = told.lines().skip(1).map(|line| line.split(",\"").next().unwrap()).collect();
    assert_eq!(places, ["3,", "4,neglect.access", "5,zebra", "7,neglect.food"], "each name once");
    assert!(!told.contains("Zoe"));
    assert_eq!(totals.apart, 3);
    let (json, ..) = run(&framework("liverpool"), None, text.as_bytes(), Shape::Objects);
    let first: serde_json::Value = serde_json::from_str(json.lines().next().unwrap()).unwrap();
    assert_eq!(first["row"], 1);
    assert!(first["highest"]["pathway"].is_string());
}

#[test]
fn two_frameworks_over_the_same_contacts_give_a_matrix() {
    let (before, mut after) = (framework("liverpool"), framework("liverpool"));
    let rule = after.rules.iter_mut().find(|rule| rule.decisive.is_some()).unwrap();
    let sign = before[rule.decisive.unwrap()].clone();
    rule.to = crate::framework::model::PathwayIx(0);
    after.program = crate::framework::lanes::Program::new(&after);
    let question = &before[sign.question];
    let text = format!("{}\n{}\n{}\n", question.id, question.steps[sign.step].id, question.steps[0].id);
    let (results, _, totals) = run(&before, Some(&after), text.as_bytes(), Shape::Table);
    assert_eq!(results.lines().next().unwrap().split(',').count(), 13);
    let json = totals.to_json(&before, Some(&after));
    let cells: u64 = json["matrix"]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|r| r.as_array().unwrap())
        .map(|n| n.as_u64().unwrap())
        .sum();
    assert_eq!(cells, 2);
    let lines = totals.lines(&before, Some(&after)).join("\n");
    assert!(lines.contains("Levels under"), "{lines}");
}

/// Reading stops in the middle: what was read is done, and why it stopped is told.
#[test]
fn a_disk_that_fails_leaves_what_was_read() {
    struct Failing<'a>(&'a [u8]);
    impl Read for Failing<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            match self.0.read(to)? {
                0 => Err(io::Error::other("gone")),
                n => Ok(n),
            }
        }
    }
    let good = good();
    let text = [HEAD.to_owned(), good.repeat(2000)].concat();
    let (results, told, totals) = run(&framework("liverpool"), None, Failing(text.as_bytes()), Shape::Table);
    assert!(results.lines().count() > 1500, "{}", results.lines().count());
    assert!(totals.stopped.is_some() && told.contains("reading stopped here"));
}
