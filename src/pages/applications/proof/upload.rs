//! Files on their way up: each looked at in the page first, sent with a key of its own, and kept with its reason when it was not taken.

use contract::Failure;
use contract::body::EvidenceQuery;
use domain::evidence::{Evidence, FILES_MAX, FileProblem, inspect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::screens::evidence;
use ui::use_announcer;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::api::{fresh_key, use_api, with_key};
use crate::lang::use_lang;
use crate::pages::applications::draft::{Draft, use_draft};

/// Longest file name that is sent, in characters; what is longer is cut, for names are only shown.
const NAME_CHARS_MAX: usize = 120;

/// A file on its way.
#[derive(Clone, PartialEq)]
pub(super) struct Upload {
    /// The key of this intention; the same for every attempt.
    pub(super) key: String,
    /// Its name.
    pub(super) name: String,
    /// Where it is.
    pub(super) stage: UploadStage,
}

#[derive(Clone, PartialEq)]
pub(super) enum UploadStage {
    /// Being read and sent.
    Busy,
    /// It is no file that can be taken. Trying again does not help.
    NotTaken(FileProblem),
    /// It was not sent, or not taken for another reason; can be tried again.
    Failed(Failure),
}

/// All files on their way.
#[derive(Clone, Copy)]
pub(super) struct Uploads {
    draft: Draft,
    /// In the order in which they were chosen; those that arrived are no longer here.
    pub(super) list: RwSignal<Vec<Upload>>,
    files: StoredValue<Vec<(String, File)>, LocalStorage>,
    begin: Callback<String>,
}

/// No files on their way.
pub(super) fn use_uploads() -> Uploads {
    let (draft, api, announcer, lang) = (use_draft(), use_api(), use_announcer(), use_lang());
    let list = RwSignal::new(Vec::<Upload>::new());
    let files = StoredValue::new_local(Vec::<(String, File)>::new());
    let settle = move |key: &str, stage: Option<UploadStage>| {
        // The page may be gone by now.
        let _ = list.try_update(|list| match stage {
            Some(stage) => list
                .iter_mut()
                .filter(|upload| upload.key == key)
                .for_each(|upload| upload.stage = stage.clone()),
            None => list.retain(|upload| upload.key != key),
        });
    };
    let begin = Callback::new(move |key: String| {
        let file = files.with_value(|files| {
            files
                .iter()
                .find(|(of, _)| *of == key)
                .map(|(_, file)| file.clone())
        });
        let Some(file) = file else { return };
        settle(&key, Some(UploadStage::Busy));
        let api = api.clone();
        let application = draft.id();
        spawn_local(async move {
            let Some(bytes) = read(&file).await else {
                return settle(&key, Some(UploadStage::NotTaken(FileProblem::Broken)));
            };
            if let Err(problem) = inspect(&bytes) {
                return settle(&key, Some(UploadStage::NotTaken(problem)));
            }
            let query = EvidenceQuery {
                name: file.name().chars().take(NAME_CHARS_MAX).collect(),
            };
            let answer = api.note(
                api.client()
                    .evidence_create(&application, &query, bytes, with_key(&key))
                    .await,
            );
            match answer {
                Ok(answer) => {
                    // Without its page there is no draft to put the file into; it gives way to the next one that is uploaded.
                    if draft.form.try_with_untracked(|_| ()).is_none() {
                        return;
                    }
                    announcer.announce(evidence::uploaded(lang.get_untracked(), &answer.body.name));
                    settle(&key, None);
                    add(draft, answer.body);
                }
                Err(failure) => {
                    let stage = match failure.kind() {
                        Some(contract::Kind::File { problem }) => UploadStage::NotTaken(*problem),
                        _ => UploadStage::Failed(failure),
                    };
                    settle(&key, Some(stage));
                }
            }
        });
    });
    Uploads {
        draft,
        list,
        files,
        begin,
    }
}

/// The form names the file, and the page knows what it is.
fn add(draft: Draft, file: contract::body::EvidenceFile) {
    draft.edit(|form| {
        form.evidence.push(Evidence {
            id: file.id.clone(),
            name: file.name.clone(),
            kind: None,
            page: None,
            shows: Vec::new(),
            masked: false,
            production: None,
            marks: Vec::new(),
            description: String::new(),
        });
    });
    draft.detail.update(|detail| detail.files.push(file));
}

async fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

impl Uploads {
    /// Takes files in. What is more than there is room for is not sent, and says so.
    pub(super) fn take(self, files: Vec<File>) {
        let there = self.draft.form.with_untracked(|form| form.evidence.len());
        for file in files {
            let under_way = self.list.with_untracked(|list| {
                list.iter()
                    .filter(|upload| upload.stage == UploadStage::Busy)
                    .count()
            });
            let (key, name) = (fresh_key(), file.name());
            let full = there + under_way >= FILES_MAX;
            let stage = if full {
                UploadStage::NotTaken(FileProblem::TooMany)
            } else {
                UploadStage::Busy
            };
            self.list.update(|list| {
                list.push(Upload {
                    key: key.clone(),
                    name,
                    stage,
                });
            });
            self.files
                .update_value(|files| files.push((key.clone(), file)));
            if !full {
                self.begin.run(key);
            }
        }
    }

    /// Tries one of them again.
    pub(super) fn again(self, key: &str) {
        self.begin.run(key.to_owned());
    }

    /// Takes note of a failure: the line goes away.
    pub(super) fn dismiss(self, key: &str) {
        self.list
            .update(|list| list.retain(|upload| upload.key != key));
        self.files
            .update_value(|files| files.retain(|(of, _)| of != key));
    }
}
