//! The colleague beside the form: which questions matter, what is proven where, and what is left unsaid until it matters.

use std::fs;
use std::path::PathBuf;

use domain::application::{Document, Goal};
use domain::channel::ChannelState;
use domain::check::{check, check_read};
use domain::evidence::Mark;
use domain::finding::{Code, FactName, FactValue, Finding, Weight};
use domain::form::{BusinessShown, Form, LicensedTrade, SignupKind};
use domain::item::{Item, Shown, Stage};
use domain::proof::{By, Readings, coverage, screen};
use domain::questions::{asked, open};
use domain::subject::{
    CiField, Field, ItemField, LoginField, ServiceField, SignupField, Subject, TieField,
};

#[expect(clippy::unwrap_used, reason = "a broken example has to fail")]
fn complete() -> Document {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/complete.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn codes(found: &[Finding]) -> Vec<Code> {
    found.iter().map(|finding| finding.code).collect()
}

#[test]
fn a_question_is_asked_when_it_matters_and_not_before() {
    let mut document = complete();
    let is_asked = |document: &Document, field| asked(document).contains(&field);
    let holder = Field::Service(ServiceField::LicenceHolderSame);
    assert!(!is_asked(&document, holder.clone()));
    document.form.service.licensed_trade = Some(LicensedTrade::Clinic);
    assert!(is_asked(&document, holder));

    let provider = Field::Ci(CiField::Provider);
    assert!(is_asked(&document, provider.clone()));
    document.form.items.remove(&Item::AccountCi);
    assert!(!is_asked(&document, provider));

    let same = Field::Service(ServiceField::BusinessSameOnPages);
    assert!(is_asked(&document, same.clone()));
    document.form.service.business_shown_at = Some(BusinessShown::Nowhere);
    assert!(!is_asked(&document, same));

    let reason = Field::Tie(TieField::LinkingSentence);
    assert!(!is_asked(&document, reason.clone()));
    document.channels[0].state = Some(ChannelState::InReview);
    assert!(
        !is_asked(&document, reason.clone()),
        "the names are alike already"
    );
    document.channels[0].name = "밤하늘 산책".into();
    assert!(is_asked(&document, reason));
}

#[test]
fn items_come_first_the_login_after_the_service_and_the_declaration_last() {
    let fields = asked(&complete());
    let at = |field: &Field| fields.iter().position(|one| one == field).unwrap();
    let order = [
        Field::Items,
        Field::Item(Item::Profile, ItemField::OwnCondition),
        Field::Signup(SignupField::Kind),
        Field::Service(ServiceField::Name),
        Field::Login(LoginField::Library),
        Field::Declared,
    ];
    assert!(order.iter().map(at).is_sorted());
    assert_eq!(fields.last(), Some(&Field::Declared));
}

#[test]
fn what_is_open_is_one_remark_a_part_and_what_nobody_knows_is_no_wall() {
    let mut document = complete();
    let request = document.form.items.get_mut(&Item::Name).unwrap();
    request.own_condition = None;
    request.own_moment = None;
    document.form.service.launched = None;
    let found = check(&document, None);
    assert_eq!(codes(&found), [Code::NotAnswered, Code::NotAnswered]);
    let counts: Vec<_> = found
        .iter()
        .flat_map(|finding| &finding.facts)
        .filter(|fact| fact.name == FactName::Count)
        .map(|fact| fact.value.clone())
        .collect();
    assert_eq!(counts, [FactValue::Count(2), FactValue::Count(1)]);
    assert_eq!(open(&document, &Readings::default()).len(), 3);

    document.form.not_known = ["items.name.own_condition", "items.name.own_moment"]
        .map(|path| Subject::parse(path).unwrap())
        .into();
    let found = check(&document, None);
    assert_eq!(
        codes(&found),
        [Code::NotKnownYet, Code::NotKnownYet, Code::NotAnswered]
    );
    assert!(found.iter().all(|finding| finding.weight == Weight::Notes));
}

#[test]
fn eight_of_nine_are_proven_and_the_reviewer_sees_by_what() {
    let mut document = complete();
    let readings = Readings::default();
    let all = coverage(&document, &readings);
    let (proven, of) = all.counts();
    assert_eq!((proven, of), (of, 7), "profile and e-mail need no proof");
    document
        .form
        .items
        .get_mut(&Item::Gender)
        .unwrap()
        .in_privacy_policy = Some(Shown::Absent);
    assert_eq!(coverage(&document, &readings).counts(), (6, 7));

    let request = document.form.items.get_mut(&Item::Birthday).unwrap();
    request.on_signup_screen = None;
    let by = |form: &Form| screen(form, &readings, Item::Birthday).unwrap().by;
    assert_eq!(by(&document.form), By::File);
    document.form.evidence[0].marks.push(Mark {
        item: Item::Birthday,
        page: 1,
        x: 100,
        y: 100,
        w: 200,
        h: 40,
        words: String::new(),
    });
    assert_eq!(by(&document.form), By::Mark);
    document.form.evidence[0].marks[2].x = 900;
    assert_eq!(by(&document.form), By::File, "a mark outside the picture");
}

#[test]
fn texts_are_read_again_only_when_they_change() {
    let mut document = complete();
    document.form.texts.privacy_policy = "회원가입 시 필수항목: 이름".into();
    let mut readings = Readings::of(&document.form);
    let before = document.form.texts.clone();
    document.form.texts.footer = "상호: 별하커피 주식회사".into();
    readings.follow(&before, &document.form.texts);
    assert_eq!(readings, Readings::of(&document.form));
    assert_eq!(
        check_read(&document, &readings, None),
        check(&document, None)
    );
}

#[test]
fn who_wants_only_a_login_hears_nothing_of_terms_and_channels() {
    let mut document = complete();
    document.channels.clear();
    document.form.terms.clear();
    document.form.declared = false;
    document.form.signup.kind = Some(SignupKind::AppOnly);
    document.goal = Goal::Login;
    assert_eq!(codes(&check(&document, None)), []);
    document.goal = Goal::Sync;
    let blocks = codes(&check(&document, None));
    assert!(blocks.contains(&Code::NoChannel) && blocks.contains(&Code::NotDeclared));
}

#[test]
fn an_application_without_anything_is_told_the_first_things_first() {
    let empty: Document =
        serde_json::from_str(r#"{"format":"syncdesk.application/1","form":{}}"#).unwrap();
    let found = check(&empty, None);
    assert!(found.len() <= 12, "{:?}", codes(&found));
    assert_eq!(found[0].weight, Weight::Blocks);
}

#[test]
fn nothing_is_said_about_an_item_that_is_not_used() {
    let mut document = complete();
    for request in document.form.items.values_mut() {
        request.stage = Stage::NotUsed;
        request.purpose.clear();
    }
    let about_items = check(&document, None)
        .into_iter()
        .filter(|finding| finding.subject.item().is_some())
        .count();
    assert_eq!(about_items, 0);
}
