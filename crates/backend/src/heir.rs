//! What somebody leaves behind whose account is closed: an operator hands it to somebody else, so that no channel and no app stays
//! with a master or owner who cannot sign in.

use contract::body::HandedOver;
use contract::endpoint::UserHandOver;
use contract::error::FieldFault;
use contract::query::{PAGE_ROWS, Sort};
use domain::application::WhyNot;
use domain::eligibility::{AppTest, ChannelTest};
use domain::id::{AppId, ChannelId, UserId};
use domain::members::{Act, change};
use domain::policy::Operation;
use domain::role::{AppRole, ChannelRole, Standing};

use crate::Backend;
use crate::fault::Fault;
use crate::http::{ATTEMPTS, Call, Done, Undone, ended};
use crate::member::Place;
use crate::people::{account, still_operator};
use crate::permit::permit;
use crate::store::{AppAsk, Batch, ChannelAsk, Down, Expect};

/// Most channels and apps that are handed over at once: as many as the record names with the old and the new role of both people.
const AT_ONCE: usize = 40;

pub(crate) async fn user_hand_over(call: Call<UserHandOver>) -> Result<Done, Fault> {
    for _ in 0..ATTEMPTS {
        if let Some(end) = ended(hand_over(&call).await) {
            return end;
        }
    }
    Err(Fault::stale(call.version))
}

async fn hand_over(call: &Call<UserHandOver>) -> Result<Done, Undone> {
    permit(Operation::UserHandOver, &call.caller, None)?;
    let from = account(call, &call.id(0)?).await?;
    if from.version != call.version {
        return Err(Fault::stale(from.version).into());
    }
    if from.disabled_at.is_none() {
        return Err(Fault::from(WhyNot::AccountOpen).into());
    }
    let still_operator = still_operator(call).await?;
    // Nobody gets a channel or an app by being an operator, this way neither.
    if call.body.to == call.caller.id {
        return Err(Fault::from(WhyNot::OwnAccount).into());
    }
    let to = call.backend.store.account(&call.body.to).await;
    let to = to.map_err(Fault::from)?;
    let to = to.filter(|account| account.disabled_at.is_none());
    let to = to.ok_or_else(|| Fault::field("to", FieldFault::Unknown))?;
    let (heir, left) = (&to.user.id, &from.user.id);
    let places = headed(&call.backend, left).await?;
    let mut batch = Batch {
        expect: vec![
            still_operator,
            Expect::Account(left.clone(), from.version),
            Expect::Account(heir.clone(), to.version),
        ],
        ..Batch::default()
    };
    let standing_of = |user: &UserId| (user == left).then_some(Standing::Head);
    let act = Act::HandOver(left, heir);
    let roles = change(standing_of, |user| user == left, act).map_err(Fault::from)?;
    for place in places.iter().take(AT_ONCE) {
        let one = place.batch(&roles);
        batch.expect.extend(one.expect);
        batch.changes.extend(one.changes);
    }
    let done = places.iter().take(AT_ONCE);
    let (channels, apps): (Vec<_>, Vec<_>) = done.partition(|one| matches!(one, Place::Channel(_)));
    let reply = HandedOver {
        channels: channels.len(),
        apps: apps.len(),
        more: places.len() > AT_ONCE,
    };
    call.commit(batch, &reply, from.version).await
}

/// Of what somebody is master or owner, one more at most than is handed over at once.
async fn headed(backend: &Backend, user: &UserId) -> Result<Vec<Place>, Fault> {
    let mut places = Vec::new();
    for id in channels_of(backend, user).await? {
        let there = backend.store.channel(&id).await?;
        places.extend(there.map(Place::Channel));
    }
    for id in apps_of(backend, user).await? {
        let there = backend.store.app(&id).await?;
        places.extend(there.map(Place::App));
    }
    let mut headed = Vec::new();
    for place in places {
        // Another operator may have been faster since the list was read.
        if headed.len() <= AT_ONCE && place.standing(backend, user).await? == Some(Standing::Head) {
            headed.push(place);
        }
    }
    Ok(headed)
}

/// The first channels of which somebody is master. The highest roles come first.
async fn channels_of(backend: &Backend, user: &UserId) -> Result<Vec<ChannelId>, Down> {
    let all = ChannelTest {
        none: true,
        ..ChannelTest::any()
    };
    let ask = ChannelAsk {
        sort: Sort::Role,
        ..ChannelAsk::all(all, false, PAGE_ROWS)
    };
    let rows = backend.store.channel_page(user, &ask).await?.rows;
    let own = rows
        .into_iter()
        .filter(|(_, role)| *role == ChannelRole::Master);
    Ok(own.map(|(channel, _)| channel.id).collect())
}

/// The first apps of which somebody is owner. The highest roles come first.
async fn apps_of(backend: &Backend, user: &UserId) -> Result<Vec<AppId>, Down> {
    let ask = AppAsk {
        sort: Sort::Role,
        ..AppAsk::all(AppTest::any(), None, PAGE_ROWS)
    };
    let rows = backend.store.app_page(user, &ask).await?.rows;
    let own = rows.into_iter().filter(|(_, role)| *role == AppRole::Owner);
    Ok(own.map(|(app, _)| app.id).collect())
}
