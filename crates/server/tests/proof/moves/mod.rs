//! What people do, drawn by chance: each move is a few numbers, which become a request by what the model knows at that moment.

mod people;

use backend::store::{Change, Store};
use domain::channel::Channel;
use domain::id::{AppId, ApplicationId};
use domain::review::reasons;
use domain::role::RoleWanted;
use serde_json::{Map, Value, json};

use crate::asking::Ask;
use crate::chance::Chance;
use crate::town::{self, EDITOR, OWNER, PEOPLE, REVIEWERS, STRANGER};

/// Brands in the town, and channels of each: more than one page of a list.
pub(crate) const BRANDS: usize = 4;
pub(crate) const CHANNELS: usize = 14;

/// What somebody does, in numbers. `n` is its place in the sequence that was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Move {
    n: usize,
    kind: usize,
    who: usize,
    a: usize,
    b: usize,
    c: usize,
}

/// A move that became something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// A request of somebody.
    Ask(usize, Ask),
    /// A list of somebody, all of its pages.
    Pages(usize, Ask),
    /// What a directory changes.
    Write(Vec<Change>),
    /// Time passes; milliseconds.
    Tick(i64),
    /// A new session.
    SignIn(usize),
}

/// What was asked before, for repetitions and for the links that were told once.
#[derive(Debug, Default)]
pub(crate) struct Past {
    pub(crate) asked: Vec<(usize, Ask)>,
    pub(crate) tokens: Vec<String>,
}

impl Move {
    pub(crate) fn draw(n: usize, chance: &mut Chance) -> Move {
        Move {
            n,
            kind: chance.below(51),
            who: chance.below(12),
            a: chance.below(1_000),
            b: chance.below(1_000),
            c: chance.below(1_000),
        }
    }

    /// Mostly those who may do something.
    fn who(self) -> usize {
        match self.who {
            0..=4 => EDITOR,
            5..=8 => OWNER,
            9 => 2,
            10 => STRANGER,
            _ => REVIEWERS[self.a % 2],
        }
    }

    /// Mostly the version that there is.
    fn at(self, ask: Ask, version: u64) -> Ask {
        let ask = ask.key(format!("move-{:06}", self.n));
        match self.c % 12 {
            0 => ask.version(version + 1),
            1 => ask,
            2 => ask.version(version.saturating_sub(1)),
            _ => ask.version(version),
        }
    }

    fn brand(self) -> usize {
        self.a % BRANDS
    }

    /// What it becomes; nothing when there is nothing to do it to.
    pub(crate) async fn step(self, model: &dyn Store, past: &Past) -> Option<Step> {
        let ask = match self.kind {
            0..=6 => self.link(model).await,
            7..=8 => self.unlink(model).await,
            9..=10 => self.represent(model).await,
            11..=23 => self.apply(model).await?,
            24..=28 => return self.review(model).await,
            29..=32 => return self.request(model).await,
            33..=36 => self.file(model).await?,
            37..=39 => self.share(model, past).await?,
            40..=42 => return Some(self.read(model).await),
            43 => {
                let (who, ask) = past.asked.get(self.a % past.asked.len().max(1))?.clone();
                return Some(Step::Ask(who, ask));
            }
            44 => return Some(self.directory(model).await),
            45..=47 => return Some(self.member(model).await),
            48..=49 => return self.entrance(model).await,
            _ if self.b.is_multiple_of(4) => return Some(Step::SignIn(self.a % PEOPLE.len())),
            _ => return Some(Step::Tick(i64::try_from(self.a).unwrap() * 5_000)),
        };
        Some(Step::Ask(self.who(), ask))
    }

    async fn app_version(self, model: &dyn Store, app: &AppId) -> u64 {
        model.app(app).await.unwrap().unwrap().version
    }

    async fn link(self, model: &dyn Store) -> Ask {
        let app = town::app_id(self.brand());
        let stranger = usize::from(self.c.is_multiple_of(17));
        let channels: Vec<_> = (0..=self.c % 3)
            .map(|n| {
                town::channel_id(
                    (self.brand() + stranger) % BRANDS,
                    (self.b + n * 5) % CHANNELS,
                )
            })
            .collect();
        let shown = (self.c.is_multiple_of(5)).then(|| channels[0].clone());
        let body = json!({ "channels": channels, "representative": shown });
        let ask = Ask::new("link_create", &[app.as_str()]).body(&body);
        self.at(ask, self.app_version(model, &app).await)
    }

    async fn unlink(self, model: &dyn Store) -> Ask {
        let app = town::app_id(self.brand());
        let links = model
            .links_of_apps(std::slice::from_ref(&app))
            .await
            .unwrap();
        let channel = links.get(self.b % links.len().max(1)).map_or_else(
            || town::channel_id(self.brand(), 0),
            |link| link.channel.clone(),
        );
        let ask = Ask::new("link_delete", &[app.as_str(), channel.as_str()]);
        self.at(ask, self.app_version(model, &app).await)
    }

    async fn represent(self, model: &dyn Store) -> Ask {
        let app = town::app_id(self.brand());
        let channel = town::channel_id(self.brand(), self.b % CHANNELS);
        let ask = Ask::new("representative_set", &[app.as_str()]);
        let ask = ask.body(&json!({ "channel": channel }));
        self.at(ask, self.app_version(model, &app).await)
    }

    async fn application(self, model: &dyn Store) -> Option<domain::application::Application> {
        let apps = [town::app_id(self.brand())];
        model.applications_of(&apps).await.unwrap().pop()
    }

    async fn apply(self, model: &dyn Store) -> Option<Ask> {
        let Some(application) = self.application(model).await else {
            let body = json!({ "app": town::app_id(self.brand()) });
            return Some(self.at(Ask::new("application_create", &[]).body(&body), 0));
        };
        let id = application.id.as_str();
        let ask = match self.b % 12 {
            0 => Ask::new("application_create", &[]).body(&json!({ "app": application.app })),
            1..=5 => {
                let mut form = town::form(self.brand(), &format!("{}", self.n));
                form.over_14 = self.c.is_multiple_of(2);
                if self.c.is_multiple_of(3) {
                    form.service.name.clear();
                }
                let files = model.files(&application.id).await.unwrap();
                form.evidence = files
                    .into_iter()
                    .take(self.c % 3)
                    .map(|file| domain::evidence::Evidence {
                        id: file.id,
                        name: file.name,
                        ..application
                            .form
                            .evidence
                            .first()
                            .cloned()
                            .unwrap_or_else(evidence)
                    })
                    .collect();
                Ask::new("application_save", &[id]).body(&form)
            }
            11 => Ask::new("application_withdraw", &[id]),
            _ => Ask::new("application_submit", &[id]),
        };
        Some(self.at(ask, application.version))
    }

    async fn review(self, model: &dyn Store) -> Option<Step> {
        let application = self.application(model).await?;
        let who = if self.c.is_multiple_of(9) {
            self.who()
        } else {
            REVIEWERS[self.b % 2]
        };
        let id = application.id.as_str();
        let is_open = application
            .rounds
            .last()
            .is_some_and(|round| round.opened.is_some());
        let ask = if is_open {
            let covers = application.rounds.last()?.covers.iter();
            let verdicts = covers
                .skip(usize::from(self.c.is_multiple_of(11)))
                .enumerate();
            let verdicts = verdicts.map(|(n, item)| (item.key().to_owned(), self.verdict(n)));
            let verdicts: Map<String, Value> = verdicts.collect();
            let body = json!({ "verdicts": verdicts, "words": format!("{}", self.n) });
            Ask::new("review_decide", &[id]).body(&body)
        } else {
            Ask::new("review_open", &[id])
        };
        Some(Step::Ask(who, self.at(ask, application.version)))
    }

    fn verdict(self, n: usize) -> Value {
        let reason = reasons().nth((self.b + n) % 5);
        match (self.c + n) % 4 {
            0 => json!({ "verdict": "hold", "reason": reason, "words": "다시 봐 주세요" }),
            1 => json!({ "verdict": "reject", "reason": reason, "words": "안 됩니다" }),
            _ => json!({ "verdict": "approve", "reason": null, "words": "" }),
        }
    }

    async fn request(self, model: &dyn Store) -> Option<Step> {
        let stranger = town::user(STRANGER);
        let requests = model.role_requests_by(&stranger).await.unwrap();
        let open = requests.iter().find(|one| one.decided_at.is_none());
        if let Some(request) = open.filter(|_| !self.b.is_multiple_of(3)) {
            let ask = Ask::new("role_request_decide", &[request.id.as_str()]);
            let ask = ask.body(&json!({ "grant": self.b.is_multiple_of(2) }));
            let who = if self.c.is_multiple_of(7) {
                self.who()
            } else {
                OWNER
            };
            return Some(Step::Ask(who, self.at(ask, request.version)));
        }
        let channel = town::channel_id(self.brand(), self.b % CHANNELS);
        let wanted = if self.c.is_multiple_of(4) {
            let app = town::app_id(self.brand());
            RoleWanted::AppEditor { app }
        } else {
            RoleWanted::ChannelManager { channel }
        };
        let ask = Ask::new("role_request_create", &[]);
        let ask = ask.body(&json!({ "wanted": wanted, "note": "부탁합니다" }));
        Some(Step::Ask(STRANGER, self.at(ask, 0)))
    }

    async fn file(self, model: &dyn Store) -> Option<Ask> {
        let application = self.application(model).await?;
        let id = application.id.as_str();
        let files = model.files(&application.id).await.unwrap();
        let file = files.get(self.b % files.len().max(1));
        match (self.b % 7, file) {
            (0, Some(file)) => Some(Ask::new("evidence_delete", &[id, file.id.as_str()])),
            (1, Some(file)) => Some(Ask::new("evidence_get", &[id, file.id.as_str()])),
            _ => Some(self.at(Ask::file(id, town::pdf(self.n)), 0)),
        }
    }

    async fn share(self, model: &dyn Store, past: &Past) -> Option<Ask> {
        let id: ApplicationId = self.application(model).await?.id;
        let shares = model.shares(&id).await.unwrap();
        let share = shares.get(self.b % shares.len().max(1));
        let token = past.tokens.get(self.b % past.tokens.len().max(1));
        Some(match (self.c % 6, share, token) {
            (0, Some(share), _) => Ask::new("share_revoke", &[id.as_str(), share.id.as_str()]),
            (1 | 2, _, Some(token)) => Ask::new("share_open", &[token]),
            (3, _, _) => Ask::new("share_list", &[id.as_str()]),
            _ => {
                let days = [1, 7, 30, 2][self.b % 4];
                let ask = Ask::new("share_create", &[id.as_str()]);
                self.at(ask.body(&json!({ "days": days })), 0)
            }
        })
    }

    async fn read(self, model: &dyn Store) -> Step {
        const WORDS: [&str; 6] = ["", "ㅎㅁㅇ", "서점", "커피", "99901", "없는"];
        const SORTS: [&str; 3] = ["name", "name_desc", "role"];
        let (app, who) = (town::app_id(self.brand()), self.who());
        let channel = town::channel_id(self.brand(), self.b % CHANNELS);
        let pages = |name, query| {
            Step::Pages(
                who,
                Ask {
                    query,
                    ..Ask::new(name, &[])
                },
            )
        };
        let list = format!(
            "?q={}&sort={}&group={}",
            contract::endpoint::encode(WORDS[self.b % WORDS.len()]),
            SORTS[self.c % SORTS.len()],
            ["usable", "other"][self.a % 2]
        );
        let ask = match self.b % 11 {
            0 | 1 => return pages("channel_list", format!("{list}&app={app}")),
            2 => return pages("channel_list", list),
            3 => return pages("app_list", list),
            4 => {
                let query = format!("?decided={}", self.c.is_multiple_of(2));
                let ask = Ask::new("review_list", &[]);
                return Step::Pages(REVIEWERS[self.a % 2], Ask { query, ..ask });
            }
            5 => Ask::new("channel_get", &[channel.as_str()]),
            6 => Ask::new("app_get", &[app.as_str()]),
            7 => Ask::new("home_get", &[]),
            8 => Ask::new("link_list", &[]),
            9 => Ask::new("role_request_list", &[]),
            _ => match self.application(model).await {
                Some(one) => Ask::new(
                    ["application_get", "application_export", "review_get"][self.c % 3],
                    &[one.id.as_str()],
                ),
                None => Ask::new("application_list", &[]),
            },
        };
        Step::Ask(who, ask)
    }

    /// What the directories of channels and apps say anew: another number, or the old one again; an app that is blocked.
    async fn directory(self, model: &dyn Store) -> Step {
        let app = town::app_id(self.brand());
        if self.b.is_multiple_of(5) {
            let mut app = model.app(&app).await.unwrap().unwrap();
            app.blocked = !app.blocked;
            app.version += 1;
            return Step::Write(vec![Change::PutApp(app)]);
        }
        let id = town::channel_id(self.brand(), self.b % CHANNELS);
        let channel = model.channel(&id).await.unwrap().unwrap();
        let edition = self.c % 2;
        Step::Write(vec![Change::PutChannel(Channel {
            business: Some(town::business(self.brand(), edition)),
            version: channel.version + 1,
            ..channel
        })])
    }
}

/// A file as a form names it.
fn evidence() -> domain::evidence::Evidence {
    serde_json::from_value(json!({ "id": "ev_1", "name": "" })).unwrap()
}
