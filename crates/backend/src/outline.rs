//! What lists show of an application. A store keeps it beside the application, so that a list of five hundred does not read their forms,
//! rounds and documents to say where they stand.

use domain::application::{Application, Round, Status};
use domain::finding::Weight;
use domain::id::{AppId, ApplicationId, UserId};
use domain::time::Time;
use serde::{Deserialize, Serialize};

/// An application without what was written in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Identifier.
    pub id: ApplicationId,
    /// The app it is for.
    pub app: AppId,
    /// Where it stands.
    pub status: Status,
    /// Receipt number.
    pub receipt: Option<String>,
    /// Items that the draft asks for.
    pub items: usize,
    /// How many rounds there were.
    pub rounds: usize,
    /// The last of them.
    pub last: Option<LastRound>,
    /// Who changed it last.
    pub changed_by: UserId,
    /// When.
    pub changed_at: Time,
}

/// What the review queue shows of the last round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastRound {
    /// When it was submitted.
    pub submitted_at: Time,
    /// Items under review in it.
    pub covers: usize,
    /// Findings that warned when it was submitted.
    pub warned: usize,
    /// Who has opened it.
    pub opened_by: Option<UserId>,
}

impl From<&Application> for Outline {
    fn from(application: &Application) -> Outline {
        Outline {
            id: application.id.clone(),
            app: application.app.clone(),
            status: application.status,
            receipt: application.receipt.clone(),
            items: application.form.used().count(),
            rounds: application.rounds.len(),
            last: application.rounds.last().map(LastRound::from),
            changed_by: application.changed_by.clone(),
            changed_at: application.changed_at,
        }
    }
}

impl From<&Round> for LastRound {
    fn from(round: &Round) -> LastRound {
        let findings = round.findings.iter();
        LastRound {
            submitted_at: round.submitted_at,
            covers: round.covers.len(),
            warned: findings.filter(|f| f.weight == Weight::Warns).count(),
            opened_by: round.opened.as_ref().map(|opened| opened.by.clone()),
        }
    }
}
