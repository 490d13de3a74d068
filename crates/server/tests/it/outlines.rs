//! What lists show of an application: kept beside it, read without it, and compared with it by whoever looks through everything.

use backend::invariants::invariants;
use backend::store::{Change, Store};
use domain::application::Status;
use domain::invariants::Violation;
use sqlx::{Connection as _, Executor as _, Row as _, SqliteConnection};

use crate::{app, application, batch, fresh, postgres, user};

/// Spoils first what lists show, then the application itself.
async fn spoil(store: &dyn Store, execute: impl AsyncFn(&'static str)) {
    let draft = application("ap_1");
    let all = vec![
        Change::PutUser(user("harin")),
        Change::PutApp(app(0)),
        Change::PutApplication(Box::new(draft.clone())),
    ];
    store.commit(batch(all)).await.unwrap();
    let is_found = async || {
        let looked = invariants(store).await.unwrap();
        looked
            .violations
            .contains(&Violation::Outline(draft.id.clone()))
    };
    assert!(!is_found().await);
    execute("UPDATE application SET outline = replace(outline, '\"draft\"', '\"approved\"')").await;
    assert!(is_found().await);
    execute("UPDATE application SET body = 'unreadable'").await;
    assert!(store.application(&draft.id).await.is_err());
    let shown = store.outlines_of(&[app(0).id]).await.unwrap();
    assert_eq!(shown[0].status, Status::Approved);
}

#[tokio::test]
async fn lists_of_sqlite_do_not_read_applications() {
    let (folder, store) = fresh().await;
    let file = folder.path().join(server::store::FILE);
    let connect = async || SqliteConnection::connect(file.to_str().unwrap()).await;
    spoil(&store, async |sql| {
        let done = connect().await.unwrap().execute(sql).await;
        assert_eq!(done.unwrap().rows_affected(), 1);
    })
    .await;
    // Behind a body that is long it could only be found by reading through that.
    let columns = "SELECT name FROM pragma_table_info('application') ORDER BY cid DESC LIMIT 2";
    let columns = connect().await.unwrap().fetch_all(columns).await.unwrap();
    let columns: Vec<String> = columns.iter().map(|row| row.get(0)).collect();
    assert_eq!(columns, ["body", "outline"]);
}

#[tokio::test]
async fn lists_of_postgres_do_not_read_applications() {
    let (name, store) = postgres::fresh().await;
    spoil(&store, async |sql| postgres::run(&name, sql).await).await;
}
