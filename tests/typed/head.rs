//! The head of a framework: levels, pathways, ages, roles and all the lists that everything else names.

use super::Draw;

impl Draw {
    pub(super) fn head(&mut self) -> String {
        let status = match self.below(2) {
            0 => "Illustrative".to_owned(),
            _ => format!("RatifiedBy({})", self.text()),
        };
        let schema = if self.wrong() { self.number(4) } else { "1".to_owned() };
        let mut fields = vec![
            ("schema", schema),
            ("id", self.named("framework", 0)),
            ("area", self.text()),
            ("title", self.text()),
            ("edition", self.named("edition", 0)),
            ("valid_from", self.date("2026-01-31")),
            ("review_by", self.date("2027-01-31")),
            ("language", "\"en-GB\"".to_owned()),
            ("status", status),
            ("lawful_basis", self.text()),
            ("licence", self.text()),
            (
                "sources",
                self.many(8, |d, at| {
                    let mut fields = d.titled("source", at);
                    d.optional(&mut fields, &["address"]);
                    d.record(&fields)
                }),
            ),
            (
                "levels",
                self.many(8, |d, at| {
                    let mut fields = vec![("id", d.named("level", at)), ("label", format!("\"Level {at}\""))];
                    fields.extend([("short", format!("\"{at}\"")), ("name", d.text()), ("means", d.text())]);
                    fields.push(("source", d.source()));
                    d.record(&fields)
                }),
            ),
            ("pathways", self.many(8, Self::pathway)),
            (
                "domains",
                self.many(4, |d, at| {
                    let mut fields = d.titled("domain", at);
                    fields.push((
                        "dimensions",
                        d.many(2, |d, n| {
                            let fields = d.titled("dimension", at * 2 + n);
                            d.record(&fields)
                        }),
                    ));
                    d.record(&fields)
                }),
            ),
            (
                "ages",
                self.many(8, |d, at| {
                    let fields = d.titled("age", at);
                    d.record(&fields)
                }),
            ),
            (
                "roles",
                self.many(8, |d, at| {
                    let mut fields = d.titled("role", at);
                    fields.push(("consults", d.id("contact")));
                    d.record(&fields)
                }),
            ),
            ("easing", self.one(&["On", "Off"]).to_owned()),
            ("day_ends", self.number(24)),
            ("consult", {
                let fields = [("text", self.text()), ("steps", self.many(1, Self::step))];
                self.record(&fields)
            }),
            ("escalation", self.many(2, Self::step)),
        ];
        self.may(&mut fields, "count_once", |d| d.many(1, |d, _| d.ids("dimension")));
        self.may(&mut fields, "answered_by", |d| d.id("clock"));
        let parameters = self.many(8, |d, at| {
            let fields = [("id", d.named("parameter", at)), ("value", d.number(9)), ("note", d.text())];
            d.record(&fields)
        });
        fields.push(("parameters", parameters));
        self.record(&fields)
    }

    pub(super) fn pathway(&mut self, at: usize) -> String {
        let mut fields = self.titled("pathway", at);
        fields.push(("level", self.named("level", at)));
        for name in ["means", "ask", "lead", "agreement", "sharing"] {
            fields.push((name, self.text()));
        }
        fields.push(("contact", self.id("contact")));
        fields.push(("steps", self.many(2, Self::step)));
        fields.push(("source", self.source()));
        self.optional(&mut fields, &["service", "legal_basis"]);
        self.may(&mut fields, "phone_now", Self::truth);
        self.record(&fields)
    }
}
