//! The corpus goes through the real router: nothing hostile gets in as it is, and nothing is ever served to be run.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use axum::Router;
use axum::body::Body;
use axum::http::header;
use backend::ports::{Cleaner, NotCleaned};
use contract::endpoint::encode;
use domain::evidence::{FILES_MAX, Media};
use server::http::Limits;
use sha2::{Digest as _, Sha256};

use super::corpus::{Hostile, MARK, corpus};
use super::house::{Heard, ask, cookie, draft, request, router, router_with};
use super::{jpegs, packed_pdfs, pdfs, pngs};

/// Somebody who may upload.
struct Desk {
    router: Router,
    cookie: String,
    draft: String,
    keys: usize,
}

impl Desk {
    async fn new() -> Desk {
        Desk::of(router("127.0.0.1:8400", Limits::off())).await
    }

    async fn of(router: Router) -> Desk {
        let cookie = cookie(&router, "harin").await;
        let draft = draft(&router, &cookie).await;
        Desk {
            router,
            cookie,
            draft,
            keys: 0,
        }
    }

    async fn put(&mut self, name: &str, media: &str, bytes: &[u8]) -> Heard {
        self.keys += 1;
        let key = format!("key-{:08}", self.keys);
        self.put_as(&key, name, media, bytes).await
    }

    async fn put_as(&self, key: &str, name: &str, media: &str, bytes: &[u8]) -> Heard {
        let path = format!("{}/evidence?name={}", self.draft, encode(name));
        let mut request = request("POST", &path)
            .header(header::COOKIE, &self.cookie)
            .header("idempotency-key", key);
        if !media.is_empty() {
            request = request.header(header::CONTENT_TYPE, media);
        }
        ask(
            &self.router,
            request.body(Body::from(bytes.to_vec())).unwrap(),
        )
        .await
    }

    async fn get(&self, id: &str) -> Heard {
        let path = format!("{}/evidence/{id}", self.draft);
        let get = request("GET", &path).header(header::COOKIE, &self.cookie);
        ask(&self.router, get.body(Body::empty()).unwrap()).await
    }

    async fn delete(&self, id: &str) {
        let path = format!("{}/evidence/{id}", self.draft);
        let delete = request("DELETE", &path).header(header::COOKIE, &self.cookie);
        let heard = ask(&self.router, delete.body(Body::empty()).unwrap()).await;
        assert_eq!(heard.status, 204);
    }
}

/// What is wrong with a file that was taken, if anything is: it is served to be run, or is not made anew.
fn wrong(file: &Hostile, told: &serde_json::Value, served: &Heard) -> Option<String> {
    let allowed = ["application/pdf", "image/png", "image/jpeg"];
    let media = served.header("content-type");
    let disposition = served.header("content-disposition");
    let plain = disposition.bytes().all(|byte| (b' '..0x7F).contains(&byte));
    let ending = disposition.rsplit('.').next().unwrap_or_default();
    let fits = match media.as_str() {
        "image/png" => ending == "png" && is_clean_png(&served.body),
        "image/jpeg" => ["jpg", "jpeg"].contains(&ending) && is_clean_jpeg(&served.body),
        // No PDF of the corpus may be taken at all.
        _ => false,
    };
    let digest = Sha256::digest(&served.body);
    let digest = digest
        .iter()
        .fold(String::new(), |out, byte| out + &format!("{byte:02x}"));
    let rules = [
        ("media type", allowed.contains(&media.as_str())),
        (
            "attachment",
            disposition.starts_with("attachment; filename=\"") && plain,
        ),
        (
            "sandbox",
            served.header("content-security-policy") == "sandbox; default-src 'none'",
        ),
        (
            "nosniff",
            served.header("x-content-type-options") == "nosniff",
        ),
        (
            "own origin only",
            served.header("cross-origin-resource-policy") == "same-origin",
        ),
        ("clean bytes", fits),
        ("payload", !holds(&served.body, MARK)),
        ("made anew", served.body != file.bytes),
        ("digest of what is kept", told["sha256"] == digest.as_str()),
        ("size of what is kept", told["bytes"] == served.body.len()),
    ];
    let broken: Vec<&str> = rules
        .into_iter()
        .filter(|(_, holds)| !holds)
        .map(|(rule, _)| rule)
        .collect();
    (!broken.is_empty()).then(|| format!("{}: {}", file.what, broken.join(", ")))
}

fn is_clean_png(bytes: &[u8]) -> bool {
    let names = pngs::names(bytes);
    let known = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];
    names.is_some_and(|names| names.iter().all(|name| known.contains(&name.as_str())))
}

fn is_clean_jpeg(bytes: &[u8]) -> bool {
    // Tables, the frame, the picture, and the 14 bytes that say that it is one.
    let known = [0xE0, 0xDB, 0xC0, 0xC4, 0xDA];
    jpegs::markers(bytes).is_some_and(|markers| markers.iter().all(|marker| known.contains(marker)))
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[tokio::test]
async fn of_the_hostile_corpus_nothing_gets_in_as_it_is_and_nothing_is_served_to_be_run() {
    let mut desk = Desk::new().await;
    let all = corpus();
    let (mut refused, mut made_anew, mut as_they_came, mut to_be_run) = (0, 0, 0, 0);
    let mut holes = Vec::new();
    for file in &all {
        let heard = desk.put(&file.name, file.media, &file.bytes).await;
        if heard.status == 200 {
            let told = heard.json();
            let id = told["id"].as_str().unwrap();
            let served = desk.get(id).await;
            as_they_came += usize::from(served.body == file.bytes);
            let disposition = served.header("content-disposition");
            to_be_run += usize::from(!disposition.starts_with("attachment"));
            holes.extend(wrong(file, &told, &served));
            desk.delete(id).await;
            made_anew += 1;
        } else {
            assert!(
                [400, 413, 415, 422].contains(&heard.status),
                "{}: {}",
                file.what,
                heard.status
            );
            refused += 1;
        }
    }
    println!(
        "measured | hostile files | {}\nmeasured | kept as they came | {as_they_came}\n\
         measured | served inline | {to_be_run}\nmeasured | made anew | {made_anew}\nmeasured | refused | {refused}",
        all.len()
    );
    assert!(all.len() >= 500, "{}", all.len());
    assert!(holes.is_empty(), "\n{}\n", holes.join("\n"));
    assert!(refused > 300 && made_anew > 50, "the corpus tries both");
}

#[tokio::test]
async fn good_files_get_in() {
    let mut desk = Desk::new().await;
    let list = b"3 0 obj\n<</OpenAction [1 0 R /XYZ null null 0]>>\nendobj";
    let word = b"3 0 obj\r\n<</OpenAction<</S/GoTo/D[4 0 R/XYZ 0 792 1]>>>>\r\nendobj";
    let office = pdfs::packed(b"<</Type /Page /Contents 5 0 R>>");
    for (name, media, bytes) in [
        ("가입 화면.png", "image/png", pngs::png(&[], &[], &[])),
        ("가입 화면.JPG", "image/jpeg", jpegs::jpeg()),
        ("x.jpeg", "application/octet-stream", jpegs::jpeg()),
        ("약관.pdf", "application/pdf", pdfs::pdf(list)),
        ("약관.pdf", "application/pdf", office),
        ("약관.pdf", "application/pdf", pdfs::modern()),
        ("논문.pdf", "application/pdf", pdfs::tex(false)),
        ("논문.pdf", "application/pdf", pdfs::tex(true)),
        ("문서.pdf", "application/pdf", pdfs::pdf(word)),
        ("허가증.jpg", "image/jpeg", jpegs::samsung()),
    ] {
        let heard = desk.put(name, media, &bytes).await;
        assert_eq!(
            heard.status,
            200,
            "{name}: {}",
            String::from_utf8_lossy(&heard.body)
        );
        let told = heard.json();
        let served = desk.get(told["id"].as_str().unwrap()).await;
        assert_eq!(served.status, 200);
        assert!(
            served
                .header("content-disposition")
                .starts_with("attachment; filename=\"")
        );
        if name.ends_with("pdf") {
            assert_eq!(served.body, bytes);
        } else {
            let pixels = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().into_rgb8();
            assert_eq!(
                pixels(&served.body).dimensions(),
                pixels(&bytes).dimensions()
            );
        }
        desk.delete(told["id"].as_str().unwrap()).await;
    }
}

/// The bad twin: the judge that finds nothing in the corpus does find a file that was kept as it came.
#[tokio::test]
async fn the_judge_of_the_corpus_finds_a_file_that_was_kept_as_it_came() {
    let mut desk = Desk::new().await;
    let bytes = pngs::png(
        &pngs::chunk(b"tEXt", &[b"Comment\0", MARK].concat()),
        &[],
        &[],
    );
    let heard = desk.put("x.png", "image/png", &bytes).await;
    let told = heard.json();
    let mut served = desk.get(told["id"].as_str().unwrap()).await;
    let file = Hostile {
        what: "twin".into(),
        name: "x.png".into(),
        media: "image/png",
        bytes: bytes.clone(),
    };
    assert_eq!(wrong(&file, &told, &served), None);
    served.body = bytes;
    let found = wrong(&file, &told, &served).unwrap();
    for rule in ["clean bytes", "payload", "made anew", "digest"] {
        assert!(found.contains(rule), "{found}");
    }
    served.headers.remove("content-disposition");
    assert!(wrong(&file, &told, &served).unwrap().contains("attachment"));
}

#[tokio::test]
async fn for_a_full_application_no_picture_is_made_anew() {
    #[derive(Default)]
    struct Counting(AtomicUsize);
    #[async_trait]
    impl Cleaner for Counting {
        async fn clean(&self, bytes: Vec<u8>) -> Result<(Media, Vec<u8>), NotCleaned> {
            self.0.fetch_add(1, Ordering::SeqCst);
            Ok((Media::Jpeg, bytes))
        }
    }
    let cleaner = Arc::new(Counting::default());
    let router = router_with("127.0.0.1:8400", Limits::off(), cleaner.clone());
    let mut desk = Desk::of(router).await;
    let mut taken = 0;
    for _ in 0..2 * FILES_MAX {
        let heard = desk.put("x.jpg", "image/jpeg", &jpegs::jpeg()).await;
        taken += usize::from(heard.status == 200);
    }
    assert!((1..=FILES_MAX).contains(&taken), "{taken}");
    assert_eq!(cleaner.0.load(Ordering::SeqCst), taken);
}

/// Were it looked at as often as it asks for, nobody would get an answer for hours.
#[tokio::test]
async fn a_small_file_with_much_to_look_at_keeps_nobody_waiting() {
    let desk = Desk::new().await;
    let file = packed_pdfs::with_much_to_look_at();
    assert!(file.len() < 20_000, "{}", file.len());
    let heard = desk
        .put_as("key-of-much", "x.pdf", "application/pdf", &file)
        .await;
    assert_eq!(heard.status, 200);
}

#[tokio::test]
async fn the_same_upload_twice_is_one_file() {
    let desk = Desk::new().await;
    let bytes = jpegs::jpeg();
    let first = desk
        .put_as("key-the-same", "x.jpg", "image/jpeg", &bytes)
        .await;
    let again = desk
        .put_as("key-the-same", "x.jpg", "image/jpeg", &bytes)
        .await;
    assert_eq!((first.status, again.status), (200, 200));
    assert_eq!(first.json()["id"], again.json()["id"]);
    assert_eq!(again.header("idempotency-replayed"), "true");
    let other = desk
        .put_as(
            "key-the-same",
            "x.png",
            "image/png",
            &pngs::png(&[], &[], &[]),
        )
        .await;
    assert_eq!(other.status, 422, "the key belongs to another file");
}
