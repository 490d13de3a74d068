//! People, as operators see them: who can sign in, what they are, and their accounts closed and opened.

use contract::body::{PAGE_ROWS, Page, PersonRow, SEARCH_CHARS_MAX};
use contract::endpoint::{Endpoint, UserList, UserSignOut, UserUpdate};
use contract::error::Kind;
use domain::account::Account;
use domain::id::UserId;
use domain::policy::Operation;

use crate::fault::Fault;
use crate::http::{Call, Done, Undone, open_cursor, seal_cursor, text_problem};
use crate::permit::permit;
use crate::store::{AccountAsk, Batch, Change, Expect};

pub(crate) async fn user_list(call: Call<UserList>) -> Result<Done, Fault> {
    permit(Operation::UserList, &call.caller, None)?;
    let (backend, query) = (&call.backend, &call.query);
    if let Some(problem) = text_problem("q", &query.q, SEARCH_CHARS_MAX) {
        return Err(Fault::invalid(vec![problem]));
    }
    let list = format!("people?q={}", query.q);
    let ask = AccountAsk {
        q: query.q.clone(),
        cursor: open_cursor(&list, query.cursor.as_deref())?,
        rows: PAGE_ROWS,
    };
    let page = backend.store.account_page(&ask).await?;
    let page = Page {
        rows: page.rows.into_iter().map(row).collect(),
        next: page.next.map(|place| seal_cursor(&list, &place)),
        previous: page.previous.map(|place| seal_cursor(&list, &place)),
        count: page.count,
    };
    call.reply(&page, 0)
}

pub(crate) async fn user_update(call: Call<UserUpdate>) -> Result<Done, Fault> {
    permit(Operation::UserUpdate, &call.caller, None)?;
    let account = account(&call, &call.id(0)?).await?;
    if account.version != call.version {
        return Err(Fault::stale(account.version));
    }
    let id = account.user.id.clone();
    let expect = vec![
        Expect::Account(id.clone(), account.version),
        still_operator(&call).await?,
    ];
    let (draft, by) = (&call.body, &call.caller.id);
    let now = call.backend.clock.now();
    let account = account.changed(by, draft.duty, draft.disabled, now)?;
    let mut changes = vec![
        Change::PutAccount(account.clone()),
        Change::EndSessions(id.clone(), None),
    ];
    // Nobody comes in any more on the word of somebody who is no operator any more.
    if !account.is_operating() {
        changes.push(Change::RevokeInvitations(id.clone(), now));
    }
    let batch = Batch {
        expect,
        changes,
        ..Batch::default()
    };
    let version = account.version;
    match call.commit(batch, &row(account), version).await {
        Ok(done) => Ok(done),
        Err(undone) => {
            let now = async { Ok(self::account(&call, &id).await?.version) };
            Err(undone.or_stale_at(now).await)
        }
    }
}

pub(crate) async fn user_sign_out(call: Call<UserSignOut>) -> Result<Done, Fault> {
    permit(Operation::UserSignOut, &call.caller, None)?;
    let account = account(&call, &call.id(0)?).await?;
    let batch = Batch {
        changes: vec![Change::EndSessions(account.user.id, None)],
        ..Batch::default()
    };
    call.commit(batch, &(), 0).await.map_err(Undone::or_stale)
}

/// Somebody's account; not found for whoever has none.
pub(crate) async fn account<E: Endpoint>(call: &Call<E>, id: &UserId) -> Result<Account, Fault> {
    let found = call.backend.store.account(id).await?;
    found.ok_or_else(Fault::not_found)
}

/// That the caller is still the operator they were when the request came in: of two who shut each other out at the same time one is
/// first, and then the other is none any more.
pub(crate) async fn still_operator<E: Endpoint>(call: &Call<E>) -> Result<Expect, Fault> {
    let own = account(call, &call.caller.id).await?;
    if own.disabled_at.is_some() {
        return Err(Fault::new(Kind::SignIn));
    }
    permit(E::FACTS.operation, &own.user, None)?;
    Ok(Expect::Account(own.user.id, own.version))
}

fn row(account: Account) -> PersonRow {
    PersonRow {
        id: account.user.id,
        name: account.user.name,
        organisation: account.user.organisation,
        duty: account.user.duty,
        disabled_at: account.disabled_at,
        version: account.version,
    }
}
