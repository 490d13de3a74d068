//! Somebody else was faster, or one's own answer was lost: what was wanted and what is now stand side by side, nobody is blamed for
//! what one did oneself, and nothing that was written is lost.

use contract::Client;
use contract::body::{
    AppDetail, HandOverDraft, PeopleQuery, PersonDraft, PersonRow, RepresentativeDraft,
    StandingDraft,
};
use contract::client::With as Known;
use domain::id::{AppId, ChannelId, UserId};
use domain::role::{Duty, Standing};
use leptos::task::tick;
use text::Lang;
use text::screens::{links, members, people, shell};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::stage::{Stage, backend, text_of, type_into, until};

const KO: Lang = Lang::Ko;

fn at(version: u64) -> Known {
    Known {
        version: Some(version),
        key: None,
    }
}

fn known(version: u64, key: &str) -> Known {
    Known {
        version: Some(version),
        key: Some(key.to_owned()),
    }
}

fn user(id: &str) -> UserId {
    UserId::parse(id).unwrap()
}

/// Presses a button of the dialog that is open.
fn answer(stage: &Stage, name: &str) {
    let buttons = stage.all::<HtmlElement>("dialog[open] button");
    let found = buttons.iter().find(|button| text_of(button) == name);
    found
        .unwrap_or_else(|| panic!("no {name:?} in a dialog of: {}", stage.text()))
        .click();
}

async fn dialog(stage: &Stage) -> Element {
    stage.wait_for("dialog[open]").await
}

async fn closed(stage: &Stage) {
    until(
        "no dialog",
        || {
            stage
                .all::<Element>("dialog[open]")
                .is_empty()
                .then_some(())
        },
        || stage.text(),
    )
    .await;
}

async fn person(client: &Client, id: &str) -> PersonRow {
    let query = PeopleQuery {
        q: id.to_owned(),
        cursor: None,
    };
    let rows = client.user_list(&query).await.unwrap().body.rows;
    rows.into_iter().find(|row| row.id == user(id)).unwrap()
}

/// 이도윤's account, opened by the operator.
async fn account() -> (Stage, Client, String) {
    let backend = backend("gunwoo").await;
    let stage = backend.open("/people?q=doyun");
    let button = format!("{} 이도윤", people::edit_button(KO));
    until(&button, || stage.find_button(&button), || stage.text()).await;
    (stage, backend.client, button)
}

fn close_box(stage: &Stage) -> HtmlInputElement {
    stage.field(people::close(KO))
}

#[wasm_bindgen_test]
async fn what_was_chosen_for_an_account_and_cancelled_is_forgotten() {
    let (stage, _, button) = account().await;
    stage.press(&button);
    dialog(&stage).await;
    close_box(&stage).click();
    assert!(close_box(&stage).checked());
    answer(&stage, shell::cancel_button(KO));
    closed(&stage).await;
    stage.press(&button);
    dialog(&stage).await;
    assert!(!close_box(&stage).checked());
}

#[wasm_bindgen_test]
async fn closing_an_account_names_what_follows_first() {
    let (stage, client, button) = account().await;
    stage.press(&button);
    dialog(&stage).await;
    close_box(&stage).click();
    answer(&stage, people::save_button(KO));
    stage.says(people::effect_heads(KO)).await;
    assert!(person(&client, "doyun").await.disabled_at.is_none());
    answer(&stage, people::close_button(KO));
    closed(&stage).await;
    assert!(person(&client, "doyun").await.disabled_at.is_some());
}

#[wasm_bindgen_test]
async fn what_a_closed_account_left_is_handed_over_to_somebody_who_can_sign_in() {
    let backend = backend("gunwoo").await;
    let client = backend.client.clone();
    let closed_account = PersonDraft {
        duty: Duty::Applicant,
        disabled: true,
    };
    let version = person(&client, "harin").await.version;
    client
        .user_update(&user("harin"), &closed_account, at(version))
        .await
        .unwrap();
    let stage = backend.open("/people?q=harin");
    let button = format!("{} 김하린", people::left_button(KO));
    until(&button, || stage.find_button(&button), || stage.text()).await;
    stage.press(&button);
    dialog(&stage).await;
    type_into(&stage.field(people::left_to(KO)), "nobody-here");
    answer(&stage, people::left_button(KO));
    stage.says(members::add_unknown(KO)).await;
    type_into(&stage.field(people::left_to(KO)), "doyun");
    answer(&stage, people::left_button(KO));
    closed(&stage).await;
    stage.says("넘겼습니다.").await;
    let nothing = people::left_done(KO, 0, 0);
    assert!(!stage.text().contains(&nothing), "something was left");
    let heir = HandOverDraft { to: user("doyun") };
    let version = person(&client, "harin").await.version;
    let again = client
        .user_hand_over(&user("harin"), &heir, known(version, "once-more"))
        .await;
    let again = again.unwrap().body;
    assert_eq!((again.channels, again.apps), (0, 0), "nothing is left");
}

#[wasm_bindgen_test]
async fn an_account_that_another_operator_changed_shows_both_and_is_saved_over_on_purpose() {
    let (stage, client, button) = account().await;
    stage.press(&button);
    dialog(&stage).await;
    close_box(&stage).click();
    let theirs = PersonDraft {
        duty: Duty::Reviewer,
        disabled: false,
    };
    let version = person(&client, "doyun").await.version;
    client
        .user_update(&user("doyun"), &theirs, at(version))
        .await
        .unwrap();
    answer(&stage, people::save_button(KO));
    tick().await;
    answer(&stage, people::close_button(KO));
    stage.says(people::changed_meanwhile(KO)).await;
    let facts: Vec<String> = stage
        .all::<Element>("dialog[open] dd")
        .iter()
        .map(text_of)
        .collect();
    let described = |duty, state| format!("{} · {state}", text::duty(KO, duty));
    assert_eq!(
        facts,
        [
            described(Duty::Reviewer, people::state_open(KO)),
            described(Duty::Applicant, people::state_closed(KO)),
        ]
    );
    assert!(close_box(&stage).checked(), "the choice is still there");
    answer(&stage, people::save_button(KO));
    tick().await;
    answer(&stage, people::close_button(KO));
    closed(&stage).await;
    let now = person(&client, "doyun").await;
    assert!(now.disabled_at.is_some() && now.duty == Duty::Applicant);
}

#[wasm_bindgen_test]
async fn an_account_that_is_as_wished_already_blames_nobody() {
    let (stage, client, button) = account().await;
    stage.press(&button);
    dialog(&stage).await;
    close_box(&stage).click();
    // What a save does whose answer is lost.
    let wish = PersonDraft {
        duty: Duty::Applicant,
        disabled: true,
    };
    let version = person(&client, "doyun").await.version;
    client
        .user_update(&user("doyun"), &wish, at(version))
        .await
        .unwrap();
    answer(&stage, people::save_button(KO));
    tick().await;
    answer(&stage, people::close_button(KO));
    closed(&stage).await;
    stage.says(people::state_closed(KO)).await;
    assert!(!stage.text().contains(people::changed_meanwhile(KO)));
}

/// The channel of 김하린's on which 이도윤 is manager, and the question whether to lower him.
async fn lowering() -> (Stage, Client, ChannelId) {
    let backend = backend("harin").await;
    let channel = ChannelId::parse("ch_byeolha-goods").unwrap();
    let stage = backend.open("/channels/ch_byeolha-goods");
    let lower = format!("{} 이도윤", members::lower_button(KO));
    until(&lower, || stage.find_button(&lower), || stage.text())
        .await
        .click();
    dialog(&stage).await;
    (stage, backend.client, channel)
}

#[wasm_bindgen_test]
async fn a_role_that_is_as_wished_already_blames_nobody() {
    let (stage, client, channel) = lowering().await;
    let version = client.channel_member_list(&channel).await.unwrap().version;
    let below = StandingDraft {
        standing: Standing::Below,
    };
    client
        .channel_member_set(&channel, &user("doyun"), &below, at(version))
        .await
        .unwrap();
    answer(&stage, members::lower_button(KO));
    let role = text::channel_role(KO, Standing::Below.into());
    stage.says(&members::changed(KO, "이도윤", role)).await;
}

#[wasm_bindgen_test]
async fn a_role_that_somebody_else_changed_is_told_with_what_was_wanted() {
    let (stage, client, channel) = lowering().await;
    let version = client.channel_member_list(&channel).await.unwrap().version;
    client
        .channel_member_remove(&channel, &user("doyun"), at(version))
        .await
        .unwrap();
    answer(&stage, members::lower_button(KO));
    let told = members::stale(
        KO,
        members::lower_button(KO),
        "이도윤",
        members::no_role(KO),
    );
    stage.says(&told).await;
}

#[wasm_bindgen_test]
async fn whoever_is_no_longer_master_loses_the_buttons_with_the_refusal() {
    let (stage, client, channel) = lowering().await;
    let version = client.channel_member_list(&channel).await.unwrap().version;
    let with = Known {
        version: Some(version),
        key: Some("handed-over-elsewhere".into()),
    };
    let heir = HandOverDraft { to: user("doyun") };
    client
        .channel_hand_over(&channel, &heir, with)
        .await
        .unwrap();
    answer(&stage, members::lower_button(KO));
    stage.says(members::only_master(KO)).await;
}

/// The app with two channels, and the question whether to unlink the one that is not the representative.
async fn unlinking() -> (Stage, Client, AppDetail) {
    let backend = backend("jiwoo").await;
    let stage = backend.open("/links?app=app_morak");
    let unlink = format!("{} 모락 우동 고객센터", links::unlink_button(KO));
    until(&unlink, || stage.find_button(&unlink), || stage.text())
        .await
        .click();
    dialog(&stage).await;
    let app = AppId::parse("app_morak").unwrap();
    let detail = backend.client.app_get(&app).await.unwrap().body;
    (stage, backend.client, detail)
}

fn desk_channel(detail: &AppDetail) -> ChannelId {
    let mut links = detail.links.iter();
    let found = links.find(|one| one.name == "모락 우동 고객센터");
    found.unwrap().link.channel.clone()
}

#[wasm_bindgen_test]
async fn a_channel_that_is_unlinked_already_blames_nobody() {
    let (stage, client, detail) = unlinking().await;
    let app = &detail.row.app;
    client
        .link_delete(&app.id, &desk_channel(&detail), at(app.version))
        .await
        .unwrap();
    answer(&stage, links::unlink_button(KO));
    stage.says(&links::unlinked(KO, "모락 우동 고객센터")).await;
}

#[wasm_bindgen_test]
async fn links_that_somebody_else_changed_are_told_with_what_was_wanted() {
    let (stage, client, detail) = unlinking().await;
    let app = &detail.row.app;
    let draft = RepresentativeDraft {
        channel: desk_channel(&detail),
    };
    client
        .representative_set(&app.id, &draft, at(app.version))
        .await
        .unwrap();
    answer(&stage, links::unlink_button(KO));
    let now = format!(
        "{}, 모락 우동",
        links::named_representative(KO, "모락 우동 고객센터")
    );
    let wanted = links::unlink_button(KO);
    stage
        .says(&links::list_stale(KO, "모락 우동 고객센터", wanted, &now))
        .await;
}
