//! How long reading takes: 200 kB of a policy and of texts made to be slow, and how that grows from half of it (200 % = linear).

use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

use domain::reading::{read_footer, read_policy};

/// Bytes of text.
const SIZE: usize = 200_000;
/// The best of so many runs counts.
const RUNS: usize = 9;

fn main() {
    let policies = policies();
    let texts: [(&str, String); 14] = [
        ("policies", policies.clone()),
        ("one line", policies.replace('\n', " ")),
        ("one row", policies.replace('\n', "\t")),
        ("one list", "이름(필수), 이메일, 성별(선택), ".into()),
        ("((((", "이름 (".into()),
        ("필수", "필수 ".into()),
        ("선택", "이름 선택, ".into()),
        ("commas", "가,,,,".into()),
        ("sentences", "이름을 회원가입 시 필수로 수집합니다. ".into()),
        ("headings", "1. 구분\n목적\n필수항목\n".into()),
        ("tags", "<td><p>이름</p><br".into()),
        ("html cells", "<td rowspan=9>이름</td></tr>".into()),
        (
            "html rows",
            format!("<tr><td rowspan=40>{}", "이름 ".repeat(20)),
        ),
        ("never", "성별을 수집하지 않으며 when name ".into()),
    ];
    for (name, pattern) in &texts {
        let whole = nanoseconds(&filled(pattern, SIZE));
        let half = nanoseconds(&filled(pattern, SIZE / 2));
        let ratio = whole * 100 / half.max(1);
        println!("{name:>12}: {whole:>11} ns for 200 kB, {ratio} % of 100 kB");
    }
    let footer = filled("상호: 달빛 | 대표: 김하나 | 주소: 서울 | ", SIZE);
    let start = Instant::now();
    let _ = black_box(read_footer(black_box(&footer)));
    println!(
        "{:>12}: {:>11} ns for 200 kB",
        "footer",
        start.elapsed().as_nanos()
    );
    let five_megabytes = filled(&policies, 5_000_000);
    let start = Instant::now();
    let _ = black_box(read_policy(black_box(&five_megabytes)));
    println!(
        "{:>12}: {:>11} ns to refuse",
        "5 MB",
        start.elapsed().as_nanos()
    );
}

/// The texts of the corpus, one after another.
fn policies() -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reading");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect()
}

/// The text, again and again until it has that many bytes.
fn filled(pattern: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes);
    for ch in pattern.chars().cycle() {
        if text.len() + ch.len_utf8() > bytes {
            break;
        }
        text.push(ch);
    }
    text
}

/// The shortest of several runs.
fn nanoseconds(text: &str) -> u128 {
    (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let _ = black_box(read_policy(black_box(text)));
            start.elapsed().as_nanos()
        })
        .min()
        .unwrap_or_default()
}
