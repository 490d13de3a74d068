//! Reviews: the queue, and a verdict on every item of a round. For reviewers, and never for one's own application.

use contract::body::{Page, ReviewDetail, ReviewRow};
use contract::endpoint::{Endpoint, ReviewDecide, ReviewGet, ReviewList, ReviewOpen};
use contract::error::{Kind, VerdictProblem};
use contract::query::PAGE_ROWS;
use domain::app::App;
use domain::application::Application;
use domain::check::check;
use domain::id::{AppId, ApplicationId, ChannelId};
use domain::policy::Operation;
use domain::review::{Decision, WORDS_CHARS_MAX, problems};
use domain::role::{Standing, User};

use crate::Backend;
use crate::app::linked_channels;
use crate::application::{application_rows, people};
use crate::evidence::{files, is_submitted};
use crate::fault::Fault;
use crate::http::{ATTEMPTS, Call, Done, Undone, ended, open_cursor, seal_cursor, text_problem};
use crate::me::Names;
use crate::permit::permit;
use crate::store::{Batch, Change, Expect, Outline};

pub(crate) async fn review_list(call: Call<ReviewList>) -> Result<Done, Fault> {
    permit(Operation::ReviewList, &call.caller, None)?;
    let (backend, query) = (&call.backend, &call.query);
    let list = format!("reviews?decided={}", query.decided);
    let cursor = open_cursor(&list, query.cursor.as_deref())?;
    let page = backend
        .store
        .reviews(query.decided, cursor.as_deref(), PAGE_ROWS)
        .await?;
    let page = Page {
        rows: rows(backend, page.rows).await?,
        next: page.next.map(|place| seal_cursor(&list, &place)),
        previous: page.previous.map(|place| seal_cursor(&list, &place)),
        count: page.count,
    };
    call.reply(&page, 0)
}

pub(crate) async fn review_get(call: Call<ReviewGet>) -> Result<Done, Fault> {
    let found = submitted(&call).await?;
    let version = found.application.version;
    let detail = detail(&call.backend, found.application, found.own).await?;
    call.reply(&detail, version)
}

pub(crate) async fn review_open(call: Call<ReviewOpen>) -> Result<Done, Fault> {
    for _ in 0..ATTEMPTS {
        if let Some(end) = ended(open(&call).await) {
            return end;
        }
    }
    Err(Fault::stale(call.version))
}

async fn open(call: &Call<ReviewOpen>) -> Result<Done, Undone> {
    let mut found = to_change(call).await?;
    let (by, now) = (call.caller.id.clone(), call.backend.clock.now());
    found.application.open(by, now).map_err(Fault::from)?;
    commit(call, found).await
}

pub(crate) async fn review_decide(call: Call<ReviewDecide>) -> Result<Done, Fault> {
    for _ in 0..ATTEMPTS {
        if let Some(end) = ended(decide(&call).await) {
            return end;
        }
    }
    Err(Fault::stale(call.version))
}

async fn decide(call: &Call<ReviewDecide>) -> Result<Done, Undone> {
    let mut found = to_change(call).await?;
    if let Some(problem) = text_problem("words", &call.body.words, WORDS_CHARS_MAX) {
        return Err(Fault::invalid(vec![problem]).into());
    }
    let decided = found.application.decide(Decision {
        at: call.backend.clock.now(),
        by: call.caller.id.clone(),
        verdicts: call.body.verdicts.clone(),
        words: call.body.words.clone(),
    });
    decided.map_err(Fault::from)?;
    let round = found.application.rounds.last();
    let wrong = problems(round.ok_or_else(Fault::not_found)?, &call.body.verdicts);
    if !wrong.is_empty() {
        let problems = wrong
            .into_iter()
            .map(|(item, problem)| VerdictProblem { item, problem });
        let problems = problems.collect();
        return Err(Fault::new(Kind::Decision { problems }).into());
    }
    let unsound = call.body.verdicts.iter().filter_map(|(item, verdict)| {
        text_problem(
            &format!("verdicts.{}.words", item.key()),
            &verdict.words,
            WORDS_CHARS_MAX,
        )
    });
    let unsound: Vec<_> = unsound.collect();
    if unsound.is_empty() {
        commit(call, found).await
    } else {
        Err(Fault::invalid(unsound).into())
    }
}

/// An application that was submitted at least once, as somebody finds it who reviews.
struct Found {
    application: Application,
    /// Whether they belong to those who apply.
    own: bool,
    /// What that relies on: roles and links count as changes of what they are on.
    relied_on: Vec<Expect>,
}

async fn submitted<E: Endpoint>(call: &Call<E>) -> Result<Found, Fault> {
    let operation = E::FACTS.operation;
    permit(operation, &call.caller, None)?;
    let id: ApplicationId = call.id(0)?;
    let application = call.backend.store.application(&id).await?;
    let application = application.filter(|application| !application.rounds.is_empty());
    let application = application.ok_or_else(Fault::not_found)?;
    let found = look(&call.backend, &call.caller, application).await?;
    // Whatever role it is: it is one with those who apply.
    let standing = found.own.then_some(Standing::Below);
    permit(operation, &call.caller, standing).map_err(|fault| Fault {
        detail: "The caller belongs to those who apply; somebody else has to review it.".into(),
        ..fault
    })?;
    Ok(found)
}

async fn to_change<E: Endpoint>(call: &Call<E>) -> Result<Found, Fault> {
    let found = submitted(call).await?;
    if found.application.version == call.version {
        Ok(found)
    } else {
        Err(Fault::stale(found.application.version))
    }
}

/// Whether somebody submitted a round of it, or has a role on the app, or on a channel that is or was linked to it.
async fn look(backend: &Backend, user: &User, application: Application) -> Result<Found, Fault> {
    let store = &backend.store;
    // The versions are read before the roles: one that comes in between is noticed when it is written.
    let app = store.app(&application.app).await?;
    let app = app.ok_or_else(Fault::not_found)?;
    let links = store.links_of_apps(std::slice::from_ref(&app.id)).await?;
    let linked = links.into_iter().map(|link| link.channel);
    let named = application
        .rounds
        .iter()
        .flat_map(|round| &round.document.channels);
    let mut channels: Vec<ChannelId> = linked.chain(named.map(|facts| facts.id.clone())).collect();
    channels.sort();
    channels.dedup();
    let mut relied_on = vec![
        Expect::Application(application.id.clone(), application.version),
        Expect::App(app.id.clone(), app.version),
    ];
    let there = linked_channels(backend, &channels).await?.into_iter();
    relied_on.extend(there.map(|one| Expect::Channel(one.id, one.version)));
    let mut own = application.is_submitted_by(&user.id);
    own |= store.app_role(&user.id, &app.id).await?.is_some();
    for channel in channels {
        own |= store.channel_role(&user.id, &channel).await?.is_some();
    }
    Ok(Found {
        application,
        own,
        relied_on,
    })
}

async fn commit<E: Endpoint<Reply = ReviewDetail>>(
    call: &Call<E>,
    found: Found,
) -> Result<Done, Undone> {
    let (application, version) = (found.application.clone(), found.application.version);
    let reply = detail(&call.backend, application, false).await?;
    let batch = Batch {
        expect: found.relied_on,
        changes: vec![Change::PutApplication(Box::new(found.application))],
        ..Batch::default()
    };
    call.commit_shown(batch, &reply, version).await
}

/// What a reviewer sees: the form of the last round, never the draft behind it, and only files that were submitted.
async fn detail(
    backend: &Backend,
    mut application: Application,
    own: bool,
) -> Result<ReviewDetail, Fault> {
    let mut findings = Vec::new();
    if let Some(round) = application.rounds.last() {
        application.form = round.document.form.clone();
        findings = check(&round.document, Some(backend.clock.now().date_in_seoul()));
    }
    let mut files = files(backend, &application.id).await?;
    files.retain(|file| is_submitted(&application, &file.id));
    Ok(ReviewDetail {
        findings,
        own,
        names: Names::of(backend, people(&application)).await?.0,
        files,
        application,
    })
}

async fn rows(backend: &Backend, outlines: Vec<Outline>) -> Result<Vec<ReviewRow>, Fault> {
    if outlines.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<AppId> = outlines.iter().map(|one| one.app.clone()).collect();
    let apps: Vec<App> = backend.store.apps(&ids).await?;
    let openers = outlines
        .iter()
        .filter_map(|one| one.last.as_ref()?.opened_by.as_ref());
    let names = Names::of(backend, openers).await?;
    let rows = application_rows(backend, &apps, &outlines).await?;
    let rows = rows.into_iter().filter_map(|row| {
        let outline = outlines.iter().find(|one| one.id == row.id)?;
        let app = apps.iter().find(|app| app.id == outline.app)?;
        let round = outline.last.as_ref()?;
        Some(ReviewRow {
            company: app.company.clone(),
            submitted_at: round.submitted_at,
            covers: round.covers,
            opened_by: round.opened_by.as_ref().map(|by| names.get(by)),
            warned: round.warned,
            application: row,
        })
    });
    Ok(rows.collect())
}
