//! What is left to do before Kakao Sync can be used, in order.

use serde::{Deserialize, Serialize};

use crate::application::Status;

/// A task on the home page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskId {
    /// Have a business channel. `#2`, `#3`.
    Channel,
    /// Have a biz app. `#7`, `#10`.
    App,
    /// Link them. `#4`–`#6`.
    Link,
    /// Keep the business information equal. `#5`.
    Business,
    /// Fill in the application. `#8`, `#9`.
    Application,
    /// Follow the review.
    Result,
}

/// How a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum TaskState {
    /// Nothing left to do.
    Done,
    /// Can be started.
    Todo,
    /// Was started.
    Doing,
    /// Something is wrong and waits for the viewer or somebody the viewer can ask.
    Attention,
    /// Waits for a review.
    InReview,
    /// Cannot be started before another task is done.
    Locked {
        /// That task.
        by: TaskId,
    },
}

/// A task and how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Task {
    /// Which.
    pub id: TaskId,
    /// How it stands.
    pub state: TaskState,
}

/// What has to be known to say how the tasks stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Channels the viewer can link.
    pub usable_channels: usize,
    /// Channels the viewer has a role on, usable or not.
    pub channels: usize,
    /// Whether one of them waits for its conversion.
    pub channel_in_review: bool,
    /// Apps the viewer can use.
    pub usable_apps: usize,
    /// Apps the viewer has a role on, usable or not.
    pub apps: usize,
    /// Links of the chosen app.
    pub links: usize,
    /// Whether the numbers of a linked pair differ.
    pub drift: bool,
    /// The application of the chosen app.
    pub application: Option<Status>,
}

/// The six tasks in their order.
pub fn tasks(progress: &Progress) -> [Task; 6] {
    use TaskState::{Attention, Doing, Done, InReview, Locked, Todo};
    let channel = match progress {
        p if p.usable_channels > 0 || p.links > 0 => Done,
        p if p.channel_in_review => InReview,
        p if p.channels > 0 => Attention,
        _ => Todo,
    };
    let app = match progress {
        p if p.usable_apps > 0 => Done,
        p if p.apps > 0 => Attention,
        _ => Todo,
    };
    let link = match (app, channel) {
        _ if progress.links > 0 => Done,
        (Done, Done) => Todo,
        (Done, _) => Locked {
            by: TaskId::Channel,
        },
        _ => Locked { by: TaskId::App },
    };
    let business = match link {
        Done if progress.drift => Attention,
        Done => Done,
        _ => Locked { by: TaskId::Link },
    };
    let application = match progress.application {
        _ if link != Done => Locked { by: TaskId::Link },
        None => Todo,
        Some(Status::Draft | Status::Withdrawn) => Doing,
        Some(Status::OnHold | Status::Rejected) => Attention,
        Some(Status::Submitted | Status::InReview | Status::Approved) => Done,
    };
    let result = match progress.application {
        Some(Status::Submitted | Status::InReview) => InReview,
        Some(Status::OnHold | Status::Rejected) => Attention,
        Some(Status::Approved) => Done,
        None | Some(Status::Draft | Status::Withdrawn) => Locked {
            by: TaskId::Application,
        },
    };
    [
        Task {
            id: TaskId::Channel,
            state: channel,
        },
        Task {
            id: TaskId::App,
            state: app,
        },
        Task {
            id: TaskId::Link,
            state: link,
        },
        Task {
            id: TaskId::Business,
            state: business,
        },
        Task {
            id: TaskId::Application,
            state: application,
        },
        Task {
            id: TaskId::Result,
            state: result,
        },
    ]
}

/// How many tasks are left.
pub fn left(tasks: &[Task]) -> usize {
    tasks
        .iter()
        .filter(|task| task.state != TaskState::Done)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(progress: Progress) -> Vec<TaskState> {
        tasks(&progress).iter().map(|task| task.state).collect()
    }

    #[test]
    fn somebody_with_nothing_starts_with_the_channel_and_the_app() {
        use TaskState::*;
        assert_eq!(
            states(Progress::default()),
            [
                Todo,
                Todo,
                Locked { by: TaskId::App },
                Locked { by: TaskId::Link },
                Locked { by: TaskId::Link },
                Locked {
                    by: TaskId::Application
                }
            ]
        );
    }

    #[test]
    fn an_approved_application_leaves_nothing_but_a_drift() {
        let done = Progress {
            usable_channels: 1,
            channels: 1,
            usable_apps: 1,
            apps: 1,
            links: 1,
            application: Some(Status::Approved),
            ..Progress::default()
        };
        assert_eq!(left(&tasks(&done)), 0);
        let drifted = tasks(&Progress {
            drift: true,
            ..done
        });
        assert_eq!(left(&drifted), 1);
        assert_eq!(drifted[3].state, TaskState::Attention);
    }
}
