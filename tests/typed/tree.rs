//! What is asked: sections, concerns, and questions of each kind.

use super::Draw;

impl Draw {
    pub(super) fn section(&mut self, part: &str) -> String {
        let home = part.to_lowercase();
        let part = if self.wrong() { self.one(&["Safety", "Help", "Nothing"]) } else { part };
        let mut fields = self.titled(&home, 0);
        fields.push(("part", part.to_owned()));
        self.optional(&mut fields, &["intro"]);
        fields.push(("questions", self.many(2, |d, at| d.question(&home, at))));
        format!("Section{}", self.record(&fields))
    }

    pub(super) fn concern(&mut self, at: usize) -> String {
        let mut fields = self.titled("concern", at);
        fields.push(("worry", self.text()));
        self.may(&mut fields, "also", Self::texts);
        self.may(&mut fields, "goes_with", |d| d.ids("concern"));
        self.may(&mut fields, "bear_in_mind", Self::texts);
        self.may(&mut fields, "injuries", Self::truth);
        let home = if at == 0 { "question" } else { "other" };
        fields.push(("questions", self.many(8, |d, at| d.question(home, at))));
        format!("Concern{}", self.record(&fields))
    }

    pub(super) fn rung(&mut self, at: usize) -> Vec<(&'static str, String)> {
        let mut fields = vec![("id", self.named("rung", at)), ("means", self.text())];
        self.may(&mut fields, "indicator", |d| d.id("indicator"));
        fields
    }

    pub(super) fn question(&mut self, home: &str, at: usize) -> String {
        let mut fields = vec![("id", self.named(home, at)), ("text", self.text()), ("why", self.text())];
        self.optional(&mut fields, &["hint", "means"]);
        self.may(&mut fields, "was", |d| d.ids("old"));
        self.may(&mut fields, "counts", Self::texts);
        self.may(&mut fields, "does_not_count", Self::texts);
        self.may(&mut fields, "ages", |d| d.ids("age"));
        fields.push(("who", self.texts()));
        let way = self.one(&["Ask", "Records", "Colleague", "FrontDoor"]);
        fields.push(("find_out", format!("{way}({})", self.text())));
        fields.push(("source", self.source()));
        let opens = |d: &mut Self, _: usize| {
            let fields = [("from", d.id("rung")), ("ask", d.ids("question"))];
            d.record(&fields)
        };
        let kind = match self.below(3) {
            0 => {
                let worry = self.one(&["yes", "no"]);
                fields.push((worry, self.id("indicator")));
                self.may(&mut fields, "opens", |d| d.ids("question"));
                "YesNo"
            }
            1 => {
                fields.push((
                    "rungs",
                    self.many(8, |d, at| {
                        let fields = d.rung(at);
                        d.record(&fields)
                    }),
                ));
                self.may(&mut fields, "opens", |d| d.many(1, opens));
                "Ladder"
            }
            _ => {
                fields.push(("unit", self.text()));
                let most = if self.wrong() { self.number(9) } else { "100".to_owned() };
                fields.extend([("least", self.number(2)), ("most", most)]);
                fields.push(("worse", self.one(&["Lower", "Higher"]).to_owned()));
                let first = self.rung(0);
                fields.push(("otherwise", self.record(&first)));
                fields.push((
                    "cuts",
                    self.many(3, |d, at| {
                        let mut fields = d.rung(at + 1);
                        let cut =
                            if d.below(3) == 0 { d.id("parameter") } else { (20 * (at + 1)).to_string() };
                        fields.push(("at", cut));
                        d.record(&fields)
                    }),
                ));
                self.may(&mut fields, "opens", |d| d.many(1, opens));
                "Number"
            }
        };
        format!("{kind}{}", self.record(&fields))
    }
}
