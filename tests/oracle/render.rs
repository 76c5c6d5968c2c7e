//! Writes a plain framework down as the RON files that an author would type.

use std::fmt::Write as _;

use super::plain::{Amount, Cond, Kind, Plan, Polarity, Question, Told};
use super::plain::{Given, Home, Sign};

const SOURCE: &str = "source: (document: \"doc\", page: \"1\")";
const WORDS: &str = "Words that stand here.";

/// The files, each with its path.
pub fn files(plan: &Plan) -> Vec<(String, String)> {
    let mut files = vec![
        ("framework.ron".to_owned(), framework(plan)),
        (
            "clocks.ron".to_owned(),
            format!("Clocks([(id: \"soon\", amount: 1, unit: WorkingDays, from: \"from today\", {SOURCE})])"),
        ),
        ("contacts.ron".to_owned(), format!("Contacts([(id: \"lead\", title: \"Lead\", {SOURCE})])")),
        ("indicators.ron".to_owned(), block("Indicators", plan.signs.iter().map(sign))),
        ("rules.ron".to_owned(), rules(plan)),
        ("duties.ron".to_owned(), duties(plan)),
    ];
    // Paths put concerns into their order.
    for (n, home) in plan.homes.iter().enumerate() {
        files.push((format!("homes/{n}.ron"), written_home(home)));
    }
    files
}

/// A file without what says nothing in a random framework.
pub fn bare(text: &str) -> String {
    let mut text =
        text.replace(&format!(", {SOURCE}"), "").replace(", including: []", "").replace(", themes: []", "");
    for field in ["text", "why", "means", "ask", "lead", "agreement", "sharing", "action", "who", "worry"] {
        text = text.replace(&format!(", {field}: \"{WORDS}\""), "");
    }
    text = text.replace(&format!(", who: [\"Anyone\"], find_out: Ask(\"{WORDS}\")"), "");
    text.replace(", ages: []", "").replace(", decisive: false", "").replace(", opens: []", "")
}

/// A case as a file's text.
pub fn case(told: &Told) -> String {
    let mut text =
        "Case(schema: 1, framework: (id: \"random\", edition: \"1\"), as_of: \"2026-11-23\", about: ("
            .to_owned();
    for (field, value) in [("age", &told.age), ("role", &told.role)] {
        if let Some(value) = value {
            let _ = write!(text, "{field}: \"{value}\", ");
        }
    }
    let _ = write!(text, "), concerns: {}, answers: [", list(&told.concerns));
    for (question, given) in &told.answers {
        let answer = match given {
            Given::Yes => "Yes".to_owned(),
            Given::No => "No".to_owned(),
            Given::NotKnown => "NotKnown".to_owned(),
            Given::Rung(id) => format!("Rung(\"{id}\")"),
            Given::Number(n) => format!("Number({n})"),
        };
        let _ = write!(text, "(question: \"{question}\", answer: {answer}), ");
    }
    text + "])"
}

fn list(ids: &[String]) -> String {
    let quoted: Vec<_> = ids.iter().map(|i| format!("\"{i}\"")).collect();
    format!("[{}]", quoted.join(", "))
}

fn block(word: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.map(|i| format!("    {i},\n")).collect();
    format!("{word}([\n{items}])\n")
}

fn framework(plan: &Plan) -> String {
    let step = format!("(text: \"{WORDS}\", clock: \"soon\")");
    let mut text = format!(
        "Framework(schema: 1, id: \"random\", area: \"Area\", title: \"Title\", edition: \"1\",
valid_from: \"2026-01-01\", review_by: \"2027-01-01\", language: \"en-GB\", status: Illustrative,
lawful_basis: \"{WORDS}\", licence: \"{WORDS}\", sources: [(id: \"doc\", title: \"Document\")],
day_ends: 16, consult: (text: \"{WORDS}\", steps: [{step}]), escalation: [{step}],\n"
    );
    text += "levels: [\n";
    for id in &plan.levels {
        let _ = writeln!(
            text,
            "(id: \"{id}\", label: \"{id}\", short: \"{id}\", name: \"{id}\", means: \"{WORDS}\", {SOURCE}),"
        );
    }
    text += "],\npathways: [\n";
    for p in &plan.pathways {
        let (id, level, phone) = (&p.id, &p.level, p.phone_now);
        let _ = writeln!(
            text,
            "(id: \"{id}\", level: \"{level}\", title: \"{id}\", means: \"{WORDS}\", ask: \"{WORDS}\", lead: \"{WORDS}\", \
             agreement: \"{WORDS}\", sharing: \"{WORDS}\", contact: \"lead\", phone_now: {phone}, steps: [{step}], {SOURCE}),"
        );
    }
    text += "],\ndomains: [\n";
    for (id, dimensions) in &plan.domains {
        let dimensions: String =
            dimensions.iter().map(|d| format!("(id: \"{d}\", title: \"{d}\"), ")).collect();
        let _ = writeln!(text, "(id: \"{id}\", title: \"{id}\", dimensions: [{dimensions}]),");
    }
    text += "],\nages: [";
    for id in &plan.ages {
        let _ = write!(text, "(id: \"{id}\", title: \"{id}\"), ");
    }
    text += "],\nroles: [";
    for id in &plan.roles {
        let _ = write!(text, "(id: \"{id}\", title: \"{id}\", consults: \"lead\"), ");
    }
    text += "],\nparameters: [";
    for (id, value) in &plan.parameters {
        let _ = write!(text, "(id: \"{id}\", value: {value}, note: \"{WORDS}\"), ");
    }
    let groups: Vec<_> = plan.count_once.iter().map(|g| list(g)).collect();
    let easing = if plan.easing { "On" } else { "Off" };
    let _ = write!(text, "],\ncount_once: [{}],\neasing: {easing},\n)\n", groups.join(", "));
    text
}

fn written_home(home: &Home) -> String {
    let id = &home.id;
    let head = match home.part {
        Some(part) => format!("Section(id: \"{id}\", title: \"{id}\", part: {part}, questions: [\n"),
        None => format!("Concern(id: \"{id}\", title: \"{id}\", worry: \"{WORDS}\", questions: [\n"),
    };
    let questions: String = home.questions.iter().map(question).collect();
    head + &questions + "])\n"
}

fn question(q: &Question) -> String {
    let word = match q.kind {
        Kind::YesNo { .. } => "YesNo",
        Kind::Ladder => "Ladder",
        Kind::Number { .. } => "Number",
    };
    let mut text = format!(
        "    {word}(id: \"{}\", text: \"{WORDS}\", why: \"{WORDS}\", who: [\"Anyone\"], find_out: Ask(\"{WORDS}\"), ages: {}, {SOURCE},\n",
        q.id,
        list(&q.ages)
    );
    let rung = |n: usize| {
        let step = &q.steps[n];
        let sign = step.sign.as_ref().map(|s| format!(", indicator: \"{s}\"")).unwrap_or_default();
        format!("id: \"{}\", means: \"{WORDS}\"{sign}", step.id)
    };
    match &q.kind {
        Kind::YesNo { worry_is_no } => {
            if let Some(sign) = &q.steps[1].sign {
                let _ = write!(text, "        {}: \"{sign}\", ", if *worry_is_no { "no" } else { "yes" });
            }
        }
        Kind::Ladder => {
            let rungs: String = (0..q.steps.len()).map(|n| format!("({}), ", rung(n))).collect();
            let _ = write!(text, "        rungs: [{rungs}], ");
        }
        Kind::Number { least, most, lower_is_worse, cuts } => {
            let worse = if *lower_is_worse { "Lower" } else { "Higher" };
            let cut = |(n, at): (usize, &Amount)| format!("(at: {}, {}), ", amount(at), rung(n + 1));
            let cuts: String = cuts.iter().enumerate().map(cut).collect();
            let _ = write!(
                text,
                "        unit: \"days\", least: {least}, most: {most}, worse: {worse}, otherwise: ({}), cuts: [{cuts}], ",
                rung(0)
            );
        }
    }
    let opens: Vec<_> = match q.kind {
        Kind::YesNo { .. } => q.opens.iter().map(|(_, id)| format!("\"{id}\"")).collect(),
        _ => q
            .opens
            .iter()
            .map(|(at, id)| format!("(from: \"{}\", ask: [\"{id}\"])", q.steps[*at].id))
            .collect(),
    };
    text + &format!("opens: [{}]),\n", opens.join(", "))
}

fn sign(s: &Sign) -> String {
    let polarity = match s.polarity {
        Polarity::Need => "Need",
        Polarity::Background => "Background",
        Polarity::Strength => "Strength",
    };
    format!(
        "(id: \"{}\", text: \"{WORDS}\", polarity: {polarity}, at: \"{}\", dimension: \"{}\", theme: \"{}\", decisive: {}, ages: {}, {SOURCE})",
        s.id,
        s.at,
        s.dimension,
        s.theme,
        s.decisive,
        list(&s.ages)
    )
}

fn rules(plan: &Plan) -> String {
    let raises = plan.raises.iter().map(|r| {
        let eased =
            r.eased_to.as_ref().map(|to| format!("eased_by: {}, eased_to: \"{to}\", ", list(&r.eased_by)));
        let (id, to, when, eased) = (&r.id, &r.to, condition(&r.when), eased.unwrap_or_default());
        format!("Raise(id: \"{id}\", to: \"{to}\", when: {when}, why: \"{WORDS}\", {eased}{SOURCE})")
    });
    let advice = plan.advice.iter().map(|a| {
        let (id, topic, when) = (&a.id, a.topic, condition(&a.when));
        format!("Advise(id: \"{id}\", topic: {topic}, text: \"{WORDS}\", when: {when}, {SOURCE})")
    });
    block("Rules", raises.chain(advice))
}

fn duties(plan: &Plan) -> String {
    let duties = plan.duties.iter().map(|d| {
        let binds = d.binds.as_ref().map_or("Everyone".to_owned(), |roles| format!("Roles({})", list(roles)));
        let (id, when, same_day) = (&d.id, condition(&d.when), d.same_day);
        format!(
            "(id: \"{id}\", title: \"{id}\", binds: {binds}, who: \"{WORDS}\", when: {when}, action: \"{WORDS}\", \
             clock: \"soon\", contact: \"lead\", same_day: {same_day}, {SOURCE})"
        )
    });
    block("Duties", duties)
}

fn amount(amount: &Amount) -> String {
    match amount {
        Amount::Number(n) => n.to_string(),
        Amount::Parameter(id) => format!("\"{id}\""),
    }
}

fn condition(when: &Cond) -> String {
    let all = |parts: &[Cond]| parts.iter().map(condition).collect::<Vec<_>>().join(", ");
    match when {
        Cond::Indicator(id) => format!("Indicator(\"{id}\")"),
        Cond::Answer(id) => format!("Answer(\"{id}\")"),
        Cond::Rung(question, rung) => format!("Rung(\"{question}\", \"{rung}\")"),
        Cond::Age(ids) => format!("Age({})", list(ids)),
        Cond::Role(ids) => format!("Role({})", list(ids)),
        Cond::Any(parts) => format!("Any([{}])", all(parts)),
        Cond::All(parts) => format!("All([{}])", all(parts)),
        Cond::AtLeast(n, parts) => format!("AtLeast({}, [{}])", amount(n), all(parts)),
        Cond::Count(c) => {
            let spread = c.domains.as_ref().map(|d| format!(", domains: {}", amount(d))).unwrap_or_default();
            let (at, at_least, including) = (&c.at, amount(&c.at_least), list(&c.including));
            let themes = list(&c.themes);
            format!(
                "Count(at: \"{at}\", at_least: {at_least}{spread}, including: {including}, themes: {themes})"
            )
        }
    }
}
