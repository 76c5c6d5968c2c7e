//! Words that must never stand about a child, on screen, on paper or in a framework: one list for all.

const NEVER: [&str; 11] = [
    "safe",
    "low risk",
    "no action",
    "score",
    "scores",
    "predict",
    "predicts",
    "failed to attend",
    "attention seeking",
    "lifestyle choice",
    "hard to reach",
];

/// Those that stand in a text as whole words, whatever their capitals and the signs between them.
pub fn said_in(text: &str) -> Vec<&'static str> {
    let plain: String =
        text.to_lowercase().chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
    NEVER.into_iter().filter(|never| plain.contains(&format!(" {never} "))).collect()
}
