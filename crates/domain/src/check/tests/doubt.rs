//! What was left out, or said in another way, is no fault: real documents are seldom complete.

use super::{codes, found};
use crate::app::AppKind;
use crate::application::{Document, Goal};
use crate::channel::ChannelState;
use crate::finding::{Code, Weight};
use crate::form::*;
use crate::item::*;

/// The weight with which a change brings a code, if it does.
fn weight(code: Code, change: impl FnOnce(&mut Document)) -> Option<Weight> {
    let found = found(change);
    let one = found.iter().find(|finding| finding.code == code);
    one.map(|finding| finding.weight)
}

#[test]
fn a_document_that_does_not_say_what_it_is_for_is_not_blocked_for_what_it_leaves_out() {
    for (goal, blocked) in [(Goal::Sync, true), (Goal::Unsaid, false)] {
        let found = found(|document| {
            document.goal = goal;
            document.channels.clear();
            document.form.channel = None;
            document.form.declared = false;
            document.app.company.clear();
        });
        let heavy = found.iter().any(|finding| finding.weight != Weight::Notes);
        assert_eq!(heavy, blocked, "{goal:?}: {:?}", codes(&found));
    }
}

#[test]
fn a_page_made_to_be_looked_at_will_do_where_people_only_come_through_other_accounts() {
    let page = |closed: Option<bool>, listed: Option<Shown>| {
        weight(Code::SignupNotShown, |document| {
            let signup = &mut document.form.signup;
            signup.kind = Some(SignupKind::SocialOnly);
            signup.opens_without_login = closed.map(|closed| !closed);
            signup.screen_lists = listed;
            for request in document.form.items.values_mut() {
                request.on_signup_screen = None;
            }
        })
    };
    assert_eq!(page(None, Some(Shown::WithCondition)), None);
    assert_eq!(page(Some(false), Some(Shown::WithCondition)), None);
    assert_eq!(page(None, None), Some(Weight::Warns));
    assert_eq!(
        page(Some(true), Some(Shown::WithCondition)),
        Some(Weight::Blocks)
    );
}

#[test]
fn a_biz_app_has_a_business_even_where_nobody_copied_it() {
    let business = |kind: Option<AppKind>| {
        weight(Code::NoBusiness, |document| {
            document.app.kind = kind;
            document.app.business = None;
            document.app.business_review = None;
            document.channels.clear();
            document.form.service.business_on_certificate =
                crate::business::PrintedBusiness::default();
            document.form.service.business_on_site = crate::business::PrintedBusiness::default();
        })
    };
    assert_eq!(business(Some(AppKind::Biz)), None);
    assert_eq!(business(None), Some(Weight::Warns));
}

#[test]
fn only_words_that_stand_for_nobody_make_a_team_of_a_company() {
    let team = |company: &str| {
        weight(Code::AppCompanyIsTeam, |document| {
            document.goal = Goal::Login;
            document.app.kind = Some(AppKind::Basic);
            document.app.company = company.into();
            document.app.business = None;
            document.app.business_review = None;
            document.channels.clear();
            document.form.service.business_on_certificate =
                crate::business::PrintedBusiness::default();
            document.form.service.business_on_site = crate::business::PrintedBusiness::default();
        })
    };
    for name in [
        "7기 3조",
        "감자팀",
        "테스트",
        "test1",
        "개인 개발자",
        "캡스톤 프로젝트",
    ] {
        assert_eq!(team(name), Some(Weight::Warns), "{name}");
    }
    for name in [
        "개인택시조합",
        "컨테스트랩",
        "Latest Studio",
        "김하린",
        "수제반찬가게",
    ] {
        assert_eq!(team(name), None, "{name}");
    }
}

/// A channel of another name, and what is pasted from the foot of the site.
fn another_name(foot: &str) -> impl FnOnce(&mut Document) {
    let foot = foot.to_owned();
    move |document| {
        document.channels[0].state = Some(ChannelState::Rejected);
        document.channels[0].name = "달빛서재".into();
        document.form.texts.footer = foot;
    }
}

#[test]
fn a_foot_names_its_business_without_a_label_too() {
    let at_home = "별하 커피 | 대표 김하린 | 사업자등록번호 999-01-99990";
    let not_there = |foot: &str| weight(Code::BusinessNotOnSite, another_name(foot));
    assert_eq!(not_there(at_home), None);
    assert_eq!(not_there(&at_home.replace("별하 커피", "별하커피")), None);
    assert_eq!(not_there("별하 커피 | 대표 김하린"), Some(Weight::Warns));
}

#[test]
fn a_name_behind_a_copyright_sign_does_not_say_who_runs_what() {
    let home = "별하 커피 | 대표 김하린 | 사업자등록번호 999-01-99990\n";
    let tie = |line: &str| {
        weight(
            Code::ChannelTieMissing,
            another_name(&format!("{home}{line}")),
        )
    };
    assert_eq!(tie("별하 커피가 달빛서재를 운영합니다"), None);
    assert_eq!(tie("달빛서재는 별하 커피의 브랜드입니다"), None);
    assert_eq!(tie("© 달빛서재"), Some(Weight::Warns));
}
