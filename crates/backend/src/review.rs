//! Reviews: the queue, and a verdict on every item of a round. For reviewers, and never for one's own application.

use contract::body::{Page, ReviewDetail, ReviewRow};
use contract::endpoint::{Endpoint, ReviewDecide, ReviewGet, ReviewList, ReviewOpen};
use contract::error::{Kind, VerdictProblem};
use contract::query::PAGE_ROWS;
use domain::app::App;
use domain::application::{Application, Round};
use domain::check::check;
use domain::finding::Weight;
use domain::id::{AppId, ApplicationId, ChannelId};
use domain::policy::Operation;
use domain::review::{Decision, WORDS_CHARS_MAX, problems};
use domain::role::{Standing, User};

use crate::Backend;
use crate::application::{application_rows, people, put};
use crate::evidence::{files, is_submitted};
use crate::fault::Fault;
use crate::http::{Call, Done, open_cursor, seal_cursor, text_problem};
use crate::me::Names;
use crate::permit::permit;

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
    let (application, own) = submitted(&call).await?;
    let version = application.version;
    call.reply(&detail(&call.backend, application, own).await?, version)
}

pub(crate) async fn review_open(call: Call<ReviewOpen>) -> Result<Done, Fault> {
    let mut application = to_change(&call).await?;
    application.open(call.caller.id.clone(), call.backend.clock.now())?;
    commit(&call, application).await
}

pub(crate) async fn review_decide(call: Call<ReviewDecide>) -> Result<Done, Fault> {
    let mut application = to_change(&call).await?;
    if let Some(problem) = text_problem("words", &call.body.words, WORDS_CHARS_MAX) {
        return Err(Fault::invalid(vec![problem]));
    }
    let before = application.clone();
    application.decide(Decision {
        at: call.backend.clock.now(),
        by: call.caller.id.clone(),
        verdicts: call.body.verdicts.clone(),
        words: call.body.words.clone(),
    })?;
    let round = before.rounds.last().ok_or_else(Fault::not_found)?;
    let found = problems(round, &call.body.verdicts);
    if !found.is_empty() {
        let problems = found
            .into_iter()
            .map(|(item, problem)| VerdictProblem { item, problem });
        return Err(Fault::new(Kind::Decision {
            problems: problems.collect(),
        }));
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
        commit(&call, application).await
    } else {
        Err(Fault::invalid(unsound))
    }
}

/// An application that was submitted at least once, and whether the caller belongs to those who apply.
async fn submitted<E: Endpoint>(call: &Call<E>) -> Result<(Application, bool), Fault> {
    let operation = E::FACTS.operation;
    permit(operation, &call.caller, None)?;
    let id: ApplicationId = call.id(0)?;
    let application = call.backend.store.application(&id).await?;
    let application = application.filter(|application| !application.rounds.is_empty());
    let application = application.ok_or_else(Fault::not_found)?;
    let own = is_own(&call.backend, &call.caller, &application).await?;
    // Whatever role it is: it is one with those who apply.
    let standing = own.then_some(Standing::Below);
    permit(operation, &call.caller, standing).map_err(|fault| Fault {
        detail: "The caller belongs to those who apply; somebody else has to review it.".into(),
        ..fault
    })?;
    Ok((application, own))
}

async fn to_change<E: Endpoint>(call: &Call<E>) -> Result<Application, Fault> {
    let (application, _) = submitted(call).await?;
    if application.version == call.version {
        Ok(application)
    } else {
        Err(Fault::stale(application.version))
    }
}

/// Whether somebody has a role on the app, or on a channel that is or was linked to it.
async fn is_own(backend: &Backend, user: &User, application: &Application) -> Result<bool, Fault> {
    let store = &backend.store;
    if store.app_role(&user.id, &application.app).await?.is_some() {
        return Ok(true);
    }
    let links = store
        .links_of_apps(std::slice::from_ref(&application.app))
        .await?;
    let linked = links.into_iter().map(|link| link.channel);
    let named = application
        .rounds
        .iter()
        .flat_map(|round| &round.document.channels);
    let mut channels: Vec<ChannelId> = linked.chain(named.map(|facts| facts.id.clone())).collect();
    channels.sort();
    channels.dedup();
    for channel in channels {
        if store.channel_role(&user.id, &channel).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn commit<E: Endpoint<Reply = ReviewDetail>>(
    call: &Call<E>,
    application: Application,
) -> Result<Done, Fault> {
    let (id, version) = (application.id.clone(), application.version);
    let reply = detail(&call.backend, application.clone(), false).await?;
    match call
        .commit(put(call.version, application), &reply, version)
        .await
    {
        Ok(done) => Ok(done),
        Err(undone) => {
            let now = call.backend.store.application(&id).await?;
            Err(undone.or_stale(now.map_or(version, |now| now.version)))
        }
    }
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

async fn rows(backend: &Backend, applications: Vec<Application>) -> Result<Vec<ReviewRow>, Fault> {
    if applications.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<AppId> = applications.iter().map(|one| one.app.clone()).collect();
    let apps: Vec<App> = backend.store.apps(&ids).await?;
    let openers = applications
        .iter()
        .filter_map(|one| Some(&one.rounds.last()?.opened.as_ref()?.by));
    let names = Names::of(backend, openers).await?;
    let rows = application_rows(backend, &apps, &applications).await?;
    let rows = rows.into_iter().filter_map(|row| {
        let application = applications.iter().find(|one| one.id == row.id)?;
        let app = apps.iter().find(|app| app.id == application.app)?;
        let round: &Round = application.rounds.last()?;
        Some(ReviewRow {
            company: app.company.clone(),
            submitted_at: round.submitted_at,
            covers: round.covers.len(),
            opened_by: round.opened.as_ref().map(|opened| names.get(&opened.by)),
            warned: round
                .findings
                .iter()
                .filter(|f| f.weight == Weight::Warns)
                .count(),
            application: row,
        })
    });
    Ok(rows.collect())
}
