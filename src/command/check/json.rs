//! A check's proofs and measures as a script reads them.

use serde_json::{Value, json};

use crate::{
    case::file::to_text,
    framework::{Framework, Place, Sources},
    proof::{FORMULA, Item, Measured, Part, Proven, Unmet, Verdict, Where},
};

/// Each thing that should hold, with its verdict.
pub fn proofs(framework: &Framework, sources: &Sources, proven: &Proven, missed: &[&str]) -> Vec<Value> {
    let places = Where::new(sources);
    let id = &framework.about.id;
    let reached = "every pathway above the first is named by a rule or a decisive indicator";
    let mut proofs = vec![
        json!({ "framework": id, "name": "pathways-reached", "verdict": "proved", "how": reached }),
        if missed.is_empty() {
            let how = "every worked case comes to what is expected";
            json!({ "framework": id, "name": "worked-cases", "verdict": "proved", "how": how })
        } else {
            let how = "these worked cases do not come to what is expected";
            json!({ "framework": id, "name": "worked-cases", "verdict": "refuted", "how": how, "cases": missed })
        },
    ];
    proofs.extend(proven.proofs.iter().map(|proof| {
        json!({
            "framework": id,
            "name": proof.name,
            "verdict": match proof.verdict {
                Verdict::Proved => "proved",
                Verdict::Refuted => "refuted",
                Verdict::NotDecided => "not decided",
            },
            "how": proof.how,
            "unmet": proof.unmet.iter().map(|unmet| self::unmet(&places, unmet)).collect::<Vec<_>>(),
            "undecided": items(&places, &proof.undecided),
            // The first case that refutes it, as text that a case file can hold.
            "case": proof.open().find_map(|unmet| unmet.case.as_deref()).and_then(|case| to_text(case).ok()),
        })
    }));
    proofs
}

/// Coverage, pairs, reading age and abbreviations of one framework.
pub fn measures(framework: &Framework, sources: &Sources, proven: &Proven) -> Value {
    let places = Where::new(sources);
    let part = |part: &Part| {
        let reached = part.of - part.missing.len();
        let missing = items(&places, &part.missing);
        json!({ "what": part.what.key(), "of": part.of, "reached": reached, "missing": missing })
    };
    let measured = |text: &Measured| {
        let place = place(&places.text(&text.of, &text.text));
        json!({ "id": text.of.id, "age": round(text.age), "text": text.text, "at": place })
    };
    let short = proven.unexplained.iter().map(|short| {
        let place = place(&places.text(&short.of, &short.text));
        json!({ "word": short.word, "id": short.of.id, "at": place })
    });
    let (open, below) = proven.open;
    let reading = &proven.reading;
    json!({
        "framework": framework.about.id,
        "cases": proven.coverage.cases,
        "coverage": proven.coverage.parts.iter().map(part).collect::<Vec<_>>(),
        "pairs": {
            "of": proven.rules,
            "paired": proven.rules - proven.unpaired.len(),
            "missing": items(&places, &proven.unpaired),
        },
        "open_to_the_top": { "open": open, "below": below },
        "reading": {
            "formula": FORMULA,
            "mean": round(reading.mean),
            "texts": reading.texts,
            "hardest": reading.hardest.iter().map(measured).collect::<Vec<_>>(),
            "hardest_question": reading.hardest_question.as_ref().map(measured),
        },
        "unexplained": short.collect::<Vec<_>>(),
    })
}

fn unmet(places: &Where<'_>, unmet: &Unmet) -> Value {
    let mut told = item(places, &unmet.item);
    if !unmet.says.is_empty() {
        told["says"] = json!(unmet.says);
    }
    if let Some(reason) = &unmet.accepted {
        told["accepted"] = json!(reason);
    }
    told
}

fn items(places: &Where<'_>, items: &[Item]) -> Vec<Value> {
    items.iter().map(|one| item(places, one)).collect()
}

fn item(places: &Where<'_>, item: &Item) -> Value {
    let place = place(&places.item(item));
    match &item.step {
        Some(step) => json!({ "id": item.id, "answer": step, "at": place }),
        None => json!({ "id": item.id, "at": place }),
    }
}

fn place(place: &Place) -> Value {
    json!({ "file": place.file, "line": place.line, "column": place.column })
}

/// To a tenth of a year: more would claim what a formula cannot know.
fn round(age: f64) -> f64 {
    (age * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assess::worked,
        framework::{builtin, load},
        proof,
    };

    #[test]
    fn a_script_finds_each_proof_and_numbers_that_add_up() {
        let loaded = load(builtin::files("riverside").unwrap());
        let framework = loaded.framework.as_ref().unwrap();
        let proven = proof::prove(framework, &loaded.sources, &worked::run(framework, &loaded.cases));
        let proofs = proofs(framework, &loaded.sources, &proven, &[]);
        for name in [
            "direction",
            "worked-cases",
            "every-rule-fired",
            "every-question-answered",
            "every-duty-established",
            "every-pathway-reached",
            "few-open-to-the-top",
        ] {
            let found = proofs.iter().find(|proof| proof["name"] == name).unwrap();
            assert_eq!(found["verdict"], "proved", "{name}");
        }
        let measures = measures(framework, &loaded.sources, &proven);
        for part in measures["coverage"].as_array().unwrap() {
            let missing = part["missing"].as_array().unwrap();
            let reached = part["reached"].as_u64().unwrap();
            assert_eq!(
                reached + u64::try_from(missing.len()).unwrap(),
                part["of"].as_u64().unwrap(),
                "{part}"
            );
            for item in missing {
                assert!(item["at"]["line"].as_u64().unwrap() > 0, "its place is found: {item}");
            }
        }
        assert_eq!(measures["pairs"]["paired"], measures["pairs"]["of"]);
    }
}
