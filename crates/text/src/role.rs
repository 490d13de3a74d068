//! Who somebody is, and requests for a role.

use domain::role::{AppRole, ChannelRole, Duty, RoleRequestState, RoleWanted};

use crate::Lang;

words! {
    /// A role on a channel.
    channel_role(ChannelRole) {
        Below: "매니저보다 낮은 권한", "Below manager";
        Manager: "매니저", "Manager";
        Master: "마스터", "Master";
    }

    /// A role on an app.
    app_role(AppRole) {
        Below: "에디터보다 낮은 권한", "Below editor";
        Editor: "에디터", "Editor";
        Owner: "오너", "Owner";
    }

    /// What somebody does in this installation.
    duty(Duty) {
        Applicant: "신청자", "Applicant";
        Reviewer: "심사자", "Reviewer";
        Operator: "운영자", "Operator";
    }

    /// How a request for a role stands.
    role_request_state(RoleRequestState) {
        Open: "답을 기다리는 중", "Waiting for an answer";
        Granted: "권한을 받음", "Role given";
        Declined: "권한을 받지 못함", "Role not given";
    }
}

/// The role that is asked for.
pub fn role_wanted(lang: Lang, wanted: &RoleWanted) -> &'static str {
    match wanted {
        RoleWanted::ChannelManager { .. } => lang.pick("채널 매니저", "Channel manager"),
        RoleWanted::AppEditor { .. } => lang.pick("앱 에디터", "App editor"),
    }
}
