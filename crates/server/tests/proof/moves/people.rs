//! Who has which role, who comes in, and what is on record of it.

use backend::store::Store;
use domain::role::Standing;
use serde_json::json;

use super::{CHANNELS, Move, Step};
use crate::asking::Ask;
use crate::town::{self, BELOW, OPERATOR, PEOPLE, STRANGER};

impl Move {
    /// Something about the roles on a channel or an app; mostly by whoever is its head at that moment.
    pub(super) async fn member(self, model: &dyn Store) -> Step {
        let (app, channel) = (
            town::app_id(self.brand()),
            town::channel_id(self.brand(), self.b % CHANNELS),
        );
        // Seldom, or nobody would have the roles for anything else after a while.
        let is_app = self.b.is_multiple_of(15);
        let (id, version, head) = if is_app {
            let version = model.app(&app).await.unwrap().unwrap().version;
            let head = model.owners(std::slice::from_ref(&app)).await.unwrap();
            (app.as_str(), version, head.into_values().next())
        } else {
            let version = model.channel(&channel).await.unwrap().unwrap().version;
            let head = model.masters(std::slice::from_ref(&channel)).await.unwrap();
            (channel.as_str(), version, head.into_values().next())
        };
        let head = head.and_then(|head| (0..PEOPLE.len()).find(|n| town::user(*n) == head.id));
        let who = match head {
            Some(head) if !self.c.is_multiple_of(5) => head,
            _ => self.who(),
        };
        let other = self.who % (STRANGER + 1);
        let other = PEOPLE[other];
        let name = |of_channel, of_app| if is_app { of_app } else { of_channel };
        let ask = match self.a % 9 {
            0..=2 => {
                let all = [Standing::Below, Standing::Member, Standing::Head];
                let body = json!({ "standing": all[self.c % 7 % 3] });
                Ask::new(name("channel_member_set", "app_member_set"), &[id, other]).body(&body)
            }
            3..=4 => Ask::new(
                name("channel_member_remove", "app_member_remove"),
                &[id, other],
            ),
            5..=6 => {
                let body = json!({ "to": other });
                Ask::new(name("channel_hand_over", "app_hand_over"), &[id]).body(&body)
            }
            7 => {
                let ask = Ask::new(name("channel_leave", "app_leave"), &[id]);
                return Step::Ask(self.who(), self.at(ask, version));
            }
            _ => Ask::new(name("channel_member_list", "app_member_list"), &[id]),
        };
        Step::Ask(who, self.at(ask, version))
    }

    /// Something about sessions, accounts, invitations or the record.
    pub(super) async fn entrance(self, model: &dyn Store) -> Option<Step> {
        let who = if self.c.is_multiple_of(6) {
            self.who()
        } else {
            OPERATOR
        };
        let below = town::user(BELOW);
        let ask = match self.a % 12 {
            0 => Ask::new("session_list", &[]),
            1 => {
                let all = model.sessions_of(&town::user(self.who())).await.unwrap();
                let one = all.get(self.b % all.len().max(1))?;
                Ask::new("session_end", &[one.id.as_str()])
            }
            2 => Ask::new("session_end_others", &[]),
            3 => Ask::new("user_list", &[]),
            4 | 5 => {
                let version = model.account(&below).await.unwrap()?.version;
                let body = json!({ "duty": "applicant", "disabled": self.b.is_multiple_of(2) });
                let ask = Ask::new("user_update", &[below.as_str()]).body(&body);
                return Some(Step::Ask(who, self.at(ask, version)));
            }
            6 => Ask::new("user_sign_out", &[below.as_str()]),
            7 | 8 => {
                let body = json!({ "name": format!("{}", self.n), "organisation": "한마을", "duty": "applicant" });
                let ask = Ask::new("invitation_create", &[]).body(&body);
                return Some(Step::Ask(who, self.at(ask, 0)));
            }
            9 => Ask::new("invitation_list", &[]),
            10 => {
                let all = model.invitations().await.unwrap();
                let one = all.get(self.b % all.len().max(1))?;
                Ask::new("invitation_revoke", &[one.id.as_str()])
            }
            _ => Ask::new("record_list", &[]),
        };
        let own = self.a % 12 < 3;
        Some(Step::Ask(if own { self.who() } else { who }, ask))
    }
}
