//! Frameworks of every raw kind with every field, drawn at random: right in shape, and as wrong in all else as an
//! author could make them.

mod head;
mod tree;

use levels_of_need::framework::RawFile;

/// Texts as they stand in a file.
const TEXTS: &[&str] = &[
    "\"Enough food\"",
    "\"Ring, and say: \\\"now\\\"\"",
    "r#\"As \"typed\" it is\"#",
    "\"\"",
    "\" \"",
    "\"a\\nb\\tc\\u{1F980}\"",
    "\"Zo\u{eb} \u{202e}evil\u{202c} \u{6f22}\u{5b57} e\u{301}\"",
    "\"\\u{0}\"",
    "\"\u{ff21}\u{200b}\"",
];

const BAD_IDS: &[&str] =
    &["", " ", "a b", "-", "a..b", "\u{430}bc", "A", "x.", "\\\"", "1", "level-0.", "\u{202e}"];

const NUMBERS: &[&str] = &[
    "-1",
    "0",
    "1",
    "2",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551616",
    "1.5",
    "0x10",
];

const DATES: &[&str] = &["2026-01-31", "2027-01-31", "2026-02-30", "9999-12-31", "-0001-01-01", "soon", ""];

/// One draw: the same seed draws the same framework.
struct Draw {
    state: u64,
    /// In how many of a hundred draws something is wrong.
    faults: usize,
}

/// The files of a framework.
pub fn framework(seed: u64) -> Vec<RawFile> {
    let mut d = Draw { state: seed, faults: 0 };
    d.faults = [0, 0, 1, 4, 30][d.below(5)];
    let mut files = vec![("framework.ron", format!("Framework{}", d.head()))];
    let list = |d: &mut Draw, kind: &str, item: fn(&mut Draw, usize) -> String| {
        let all: Vec<String> = (0..8).map(|at| item(d, at)).collect();
        format!("{kind}([{}])", all.join(", "))
    };
    for (path, part) in [
        ("safety.ron", "Safety"),
        ("around.ron", "Around"),
        ("effect.ron", "Effect"),
        ("strengths.ron", "Strengths"),
        ("history.ron", "History"),
        ("help.ron", "Help"),
    ] {
        files.push((path, d.section(part)));
    }
    files.push(("concern.ron", d.concern(0)));
    files.push(("other.ron", d.concern(1)));
    files.push(("indicators.ron", list(&mut d, "Indicators", Draw::indicator)));
    files.push(("rules.ron", list(&mut d, "Rules", Draw::rule)));
    files.push(("duties.ron", list(&mut d, "Duties", Draw::duty)));
    files.push(("clocks.ron", list(&mut d, "Clocks", Draw::clock)));
    files.push(("contacts.ron", list(&mut d, "Contacts", Draw::contact)));
    files.push(("forms.ron", list(&mut d, "Forms", Draw::form)));
    files.push(("glossary.ron", list(&mut d, "Glossary", Draw::term)));
    if d.wrong() {
        let at = d.below(files.len());
        files.remove(at);
    }
    if d.wrong() {
        let at = d.below(files.len());
        files.push(("again.ron", files[at].1.clone()));
    }
    let raw = |(path, text): (&str, String)| RawFile { path: path.to_owned(), bytes: text.into_bytes() };
    files.into_iter().map(raw).collect()
}

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap() % end.max(1)
    }

    fn one<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.below(list.len())]
    }

    fn wrong(&mut self) -> bool {
        self.below(100) < self.faults
    }

    /// An id of a kind: one that is given, or now and then one that is not, or is none.
    fn id(&mut self, kind: &str) -> String {
        let n = self.below(8);
        self.named(kind, n)
    }

    fn named(&mut self, kind: &str, n: usize) -> String {
        if !self.wrong() {
            return format!("\"{kind}-{n}\"");
        }
        match self.below(3) {
            0 => format!("\"{}\"", self.one(BAD_IDS)),
            1 => format!("\"{kind}-{}\"", self.below(12)),
            _ => {
                format!("\"{}-0\"", self.one(&["level", "pathway", "clock", "indicator", "question", "age"]))
            }
        }
    }

    fn ids(&mut self, kind: &str) -> String {
        let n = self.below(3);
        let all: Vec<String> = (0..n).map(|_| self.id(kind)).collect();
        format!("[{}]", all.join(", "))
    }

    fn text(&mut self) -> String {
        if self.wrong() { self.one(TEXTS).to_owned() } else { format!("\"A text {}\"", self.below(1000)) }
    }

    fn texts(&mut self) -> String {
        let n = self.below(3);
        let all: Vec<String> = (0..n).map(|_| self.text()).collect();
        format!("[{}]", all.join(", "))
    }

    fn number(&mut self, end: usize) -> String {
        if self.wrong() { self.one(NUMBERS).to_owned() } else { self.below(end).to_string() }
    }

    fn amount(&mut self) -> String {
        if self.below(3) == 0 { self.id("parameter") } else { (1 + self.below(3)).to_string() }
    }

    fn date(&mut self, right: &str) -> String {
        let day = if self.wrong() { self.one(DATES) } else { right };
        format!("\"{day}\"")
    }

    fn truth(&mut self) -> String {
        self.one(&["true", "false"]).to_owned()
    }

    /// Fields as they are drawn; now and then one is missing, given twice, or unknown.
    fn record(&mut self, fields: &[(&str, String)]) -> String {
        let mut all: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        if self.wrong() && self.below(8) == 0 {
            let at = self.below(all.len());
            match self.below(3) {
                0 => drop(all.remove(at)),
                1 => all.push(all[at].clone()),
                _ => all.push("surplus: 1".to_owned()),
            }
        }
        format!("({})", all.join(", "))
    }

    /// Adds a field that may be left out.
    fn may<'f>(
        &mut self,
        fields: &mut Vec<(&'f str, String)>,
        name: &'f str,
        value: impl FnOnce(&mut Self) -> String,
    ) {
        if self.below(2) == 0 {
            let value = value(self);
            fields.push((name, value));
        }
    }

    fn optional(&mut self, fields: &mut Vec<(&'static str, String)>, names: &[&'static str]) {
        for name in names {
            self.may(fields, name, Self::text);
        }
    }

    fn many(&mut self, n: usize, item: impl Fn(&mut Self, usize) -> String) -> String {
        let n = if self.wrong() { self.below(12) } else { n };
        let all: Vec<String> = (0..n).map(|at| item(self, at)).collect();
        format!("[{}]", all.join(", "))
    }

    fn source(&mut self) -> String {
        let mut fields = vec![("document", self.id("source"))];
        self.optional(&mut fields, &["page"]);
        self.record(&fields)
    }

    fn step(&mut self, _at: usize) -> String {
        let mut fields = vec![("text", self.text()), ("clock", self.id("clock"))];
        self.may(&mut fields, "contact", |d| d.id("contact"));
        self.record(&fields)
    }

    fn titled(&mut self, kind: &str, at: usize) -> Vec<(&'static str, String)> {
        vec![("id", self.named(kind, at)), ("title", self.text())]
    }

    fn indicator(&mut self, at: usize) -> String {
        let mut fields = vec![("id", self.named("indicator", at)), ("text", self.text())];
        fields.push(("at", self.place()));
        fields.push(("dimension", self.id("dimension")));
        fields.push(("theme", self.text()));
        self.optional(&mut fields, &["first_person", "guidance", "differs"]);
        self.may(&mut fields, "was", |d| d.ids("old"));
        self.may(&mut fields, "polarity", |d| d.one(&["Need", "Background", "Strength"]).to_owned());
        self.may(&mut fields, "decisive", Self::truth);
        self.may(&mut fields, "ages", |d| d.ids("age"));
        fields.push(("source", self.source()));
        self.record(&fields)
    }

    fn place(&mut self) -> String {
        let kind = self.one(&["level", "pathway"]);
        self.id(kind)
    }

    fn condition(&mut self, depth: usize) -> String {
        if self.wrong() && self.below(40) == 0 {
            return format!("{}Indicator({}){}", "All([".repeat(400), self.id("indicator"), "])".repeat(400));
        }
        let inner = |d: &mut Self| d.many(2, |d, _| d.condition(depth + 1));
        match self.below(if depth < 4 { 9 } else { 5 }) {
            0 => format!("Indicator({})", self.id("indicator")),
            1 => format!("Answer({})", self.id("question")),
            2 => format!("Rung({}, {})", self.id("question"), self.id("rung")),
            3 => format!("Age({})", self.ids("age")),
            4 => format!("Role({})", self.ids("role")),
            5 => format!("Any({})", inner(self)),
            6 => format!("All({})", inner(self)),
            7 => format!("AtLeast({}, {})", self.amount(), inner(self)),
            _ => {
                let mut fields = vec![("at", self.place()), ("at_least", self.amount())];
                self.may(&mut fields, "domains", Self::amount);
                self.may(&mut fields, "including", |d| d.ids("domain"));
                self.may(&mut fields, "themes", Self::texts);
                format!("Count{}", self.record(&fields))
            }
        }
    }

    fn rule(&mut self, at: usize) -> String {
        let mut fields = vec![("id", self.named("rule", at)), ("when", self.condition(0))];
        fields.push(("source", self.source()));
        if self.below(3) == 0 {
            fields.push(("topic", self.one(&["Borderline", "Telling", "Practice"]).to_owned()));
            fields.push(("text", self.text()));
            self.may(&mut fields, "up_to", Self::place);
            return format!("Advise{}", self.record(&fields));
        }
        fields.extend([("to", self.place()), ("why", self.text())]);
        self.may(&mut fields, "eased_by", |d| d.ids("indicator"));
        self.may(&mut fields, "eased_to", Self::place);
        format!("Raise{}", self.record(&fields))
    }

    fn duty(&mut self, at: usize) -> String {
        let mut fields = self.titled("duty", at);
        let binds =
            if self.below(2) == 0 { "Everyone".to_owned() } else { format!("Roles({})", self.ids("role")) };
        fields.extend([("binds", binds), ("who", self.text()), ("when", self.condition(0))]);
        fields.extend([
            ("action", self.text()),
            ("clock", self.id("clock")),
            ("contact", self.id("contact")),
        ]);
        self.may(&mut fields, "same_day", Self::truth);
        fields.push(("source", self.source()));
        self.record(&fields)
    }

    fn clock(&mut self, at: usize) -> String {
        let unit = self.one(&["AtOnce", "Hours", "WorkingDays", "CalendarDays"]).to_owned();
        let amount = if unit == "AtOnce" && !self.wrong() { "0".to_owned() } else { self.number(30) };
        let mut fields = vec![("id", self.named("clock", at)), ("amount", amount), ("unit", unit)];
        fields.extend([("from", self.text()), ("source", self.source())]);
        self.record(&fields)
    }

    fn contact(&mut self, at: usize) -> String {
        let mut fields = self.titled("contact", at);
        self.optional(&mut fields, &["phone", "hours", "note"]);
        self.may(&mut fields, "checked_on", |d| d.date("2026-01-31"));
        self.may(&mut fields, "check_by", |d| d.date("2026-07-31"));
        fields.push(("source", self.source()));
        self.record(&fields)
    }

    fn form(&mut self, at: usize) -> String {
        let mut fields = self.titled("form", at);
        // One pathway each, since no two forms are the usual one for the same.
        fields.push(("serves", format!("[{}]", self.named("pathway", at))));
        self.optional(&mut fields, &["note"]);
        let section = |d: &mut Self, at: usize| {
            let fields = [("title", format!("\"Part {at}\"")), ("fields", d.many(3, Draw::form_field))];
            d.record(&fields)
        };
        fields.push(("sections", self.many(2, section)));
        fields.push(("source", self.source()));
        self.record(&fields)
    }

    fn form_field(&mut self, at: usize) -> String {
        let from = match self.below(5) {
            0 => "ByHand".to_owned(),
            1 => "Child, Age".to_owned(),
            2 => format!("Questions([{}]), Events", self.id("question")),
            3 => format!("Domains([{}])", self.named("domain", at)),
            _ => format!("Dimensions([{}]), Worries", self.named("dimension", at)),
        };
        let from = if self.wrong() { "ByHand, Child, Child".to_owned() } else { from };
        let mut fields = vec![("label", format!("\"Field {at}\"")), ("from", format!("[{from}]"))];
        if self.below(2) == 0 {
            fields.push(("why", self.text()));
            self.may(&mut fields, "asked_at", |d| format!("[{}]", d.id("pathway")));
        }
        self.record(&fields)
    }

    fn term(&mut self, at: usize) -> String {
        let mut fields = vec![("term", self.named("term", at)), ("means", self.text())];
        self.may(&mut fields, "also", Self::texts);
        self.record(&fields)
    }
}
