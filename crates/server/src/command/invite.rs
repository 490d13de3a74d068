//! `syncdesk invite`: an address with which one person comes in. So the first operator does, and whoever was locked out.

use std::process::ExitCode;

use backend::invitation::{invite, problems};
use backend::ports::Clock as _;
use backend::record::differences;
use backend::store::{Batch, Change, CommitError, Down, Store};
use clap::{Args, ValueEnum};
use domain::account::INVITATION_DAYS;
use domain::record::{Command, Entry, Outcome};
use domain::role::Duty;

use super::place::Where;
use super::trace::trace;
use super::{Stop, print, runtime};
use crate::oidc;
use crate::store;
use crate::world::{RandomIds, SystemClock};

/// Who is invited.
#[derive(Debug, Args)]
pub(super) struct Invite {
    /// Their name; without it the one that their provider says
    #[arg(long, default_value = "")]
    name: String,
    /// The business or team they act for
    #[arg(long, default_value = "")]
    organisation: String,
    /// What they will be
    #[arg(long, default_value = "operator")]
    duty: Kind,
    #[command(flatten)]
    place: Where,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// Invites others, closes accounts, reads the record
    Operator,
    /// Decides applications
    Reviewer,
    /// Prepares applications
    Applicant,
}

/// Keeps the invitation and prints its address.
pub(super) fn run(wanted: &Invite) -> Result<ExitCode, Stop> {
    let settings = wanted.place.settings()?;
    if let Some(problem) = problems(&wanted.name, &wanted.organisation).first() {
        let field = &problem.field;
        return Err(Stop::not_understood(format!(
            "--{field} is too long, or has a character that cannot be stored. Write at most 80 characters."
        )));
    }
    // How many there are is all that matters here: their secrets may be for the server's eyes only.
    let providers = oidc::without_secrets(&settings, &oidc::variables()).map_err(Stop::failed)?;
    let duty = match wanted.duty {
        Kind::Operator => Duty::Operator,
        Kind::Reviewer => Duty::Reviewer,
        Kind::Applicant => Duty::Applicant,
    };
    let now = SystemClock.now();
    let who = (wanted.name.as_str(), wanted.organisation.as_str(), duty);
    let (invitation, token) =
        invite(&RandomIds, now, None, who).map_err(|fault| Stop::failed(fault.detail))?;
    let entry = trace(Command::Invite).entry(None, now, Outcome::Done);
    let changes = vec![Change::PutInvitation(Box::new(invitation))];
    runtime()?.block_on(async {
        let opened = store::open(&settings.place(), now)
            .await
            .map_err(Stop::failed)?;
        let done = keep(&*opened.store(), changes, entry).await;
        opened.close().await;
        done.map_err(|problem| Stop::failed(format!("nobody was invited: {problem:?}")))
    })?;
    let usual = format!("http://{}", settings.listen);
    let url = settings.public_url.as_deref().unwrap_or(&usual);
    print(&format!(
        "{}/login#invite={token}\nGood for one sign-in within {INVITATION_DAYS} days. Whoever has this address can come in: send it to one person only.\n",
        url.trim_end_matches('/')
    ))?;
    if providers.is_empty() {
        eprintln!(
            "syncdesk: no provider is configured yet, so nobody can sign in. Add [[providers]] to the configuration file."
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Keeps changes together with the entry that tells of them.
async fn keep(
    store: &dyn Store,
    changes: Vec<Change>,
    mut entry: Entry,
) -> Result<(), CommitError> {
    let found = differences(store, &mut entry, &changes).await;
    found.map_err(|Down(words)| CommitError::Down(words))?;
    let batch = Batch {
        changes,
        record: vec![entry],
        ..Batch::default()
    };
    store.commit(batch).await
}
