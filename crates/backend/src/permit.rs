//! Asking the table of who may do what (`domain::policy`), and saying its answer as a fault.

use domain::app::App;
use domain::channel::Channel;
use domain::eligibility;
use domain::finding::{Code, Finding};
use domain::policy::{Answer, Caller, Operation, answer};
use domain::role::{AppRole, ChannelRole, Standing, User};

use crate::fault::Fault;

/// Whether the caller, who stands like that to the object, may do it; `None` is no role, or no object.
pub(crate) fn permit(
    operation: Operation,
    caller: &User,
    standing: Option<Standing>,
) -> Result<(), Fault> {
    let caller = Caller {
        duty: caller.duty,
        standing,
    };
    match answer(operation, Some(caller)) {
        Answer::Allow => Ok(()),
        Answer::Refuse => Err(Fault::forbidden(Vec::new())),
        Answer::Hide => Err(Fault::not_found()),
        Answer::SignIn => Err(Fault::new(contract::Kind::SignIn)),
    }
}

/// Whether the caller may do it on a channel on which they have that role; a refusal says what the role lacks. `#4`.
pub(crate) fn permit_channel(
    operation: Operation,
    caller: &User,
    channel: &Channel,
    role: ChannelRole,
) -> Result<(), Fault> {
    permit(operation, caller, Some(role.into())).map_err(|fault| {
        saying(fault, Code::ChannelRole, || {
            eligibility::channel(channel, role)
        })
    })
}

/// Whether the caller may do it on an app on which they have that role; a refusal says what the role lacks. `#7`, `#8`.
pub(crate) fn permit_app(
    operation: Operation,
    caller: &User,
    app: &App,
    role: AppRole,
) -> Result<(), Fault> {
    permit(operation, caller, Some(role.into()))
        .map_err(|fault| saying(fault, Code::AppRole, || eligibility::app(app, role)))
}

/// A refusal with the reason that is about the role. What is hidden stays without any.
fn saying(fault: Fault, code: Code, reasons: impl Fn() -> Vec<Finding>) -> Fault {
    match fault.kind {
        contract::Kind::Forbidden { .. } => {
            let reasons = reasons().into_iter();
            Fault::forbidden(reasons.filter(|finding| finding.code == code).collect())
        }
        _ => fault,
    }
}
