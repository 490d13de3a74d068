//! What pasted texts say.

use super::{Row, phone};
use crate::finding::Code::*;
use crate::form::{Overruled, PastedText};
use crate::item::*;

/// A policy that nobody could object to.
const POLICY: &str = "개인정보처리방침\n1. 수집하는 개인정보 항목\n회원가입 시 필수항목: 이름, 휴대폰번호\n2. 수집 및 이용 목적\n\
회원 관리, 주문 안내\n3. 보유 및 이용 기간\n회원 탈퇴 시까지\n4. 파기 절차 및 방법\n지체 없이 파기합니다\n5. 정보주체의 권리\n\
언제든지 열람, 정정, 삭제를 요구할 수 있습니다\n6. 개인정보 보호책임자\n성명: 김하린, 전화: 02-312-4567";

pub(super) const ROWS: &[Row] = &[
    (
        |d| d.form.texts.privacy_policy = POLICY.replace(", 휴대폰번호", ""),
        PolicyLacksItem,
        "items.phone_number.in_privacy_policy",
    ),
    (
        |d| {
            d.form.texts.privacy_policy = POLICY.replace(
                "필수항목: 이름, 휴대폰번호",
                "필수항목: 이름\n주문 시 필수항목: 휴대폰번호",
            );
        },
        PolicyOtherPurpose,
        "items.phone_number.in_privacy_policy",
    ),
    (
        |d| {
            d.form.texts.privacy_policy =
                POLICY.replace(", 휴대폰번호", "\n회원가입 시 선택항목: 휴대폰번호");
        },
        TextConditionDiffers,
        "items.phone_number.in_privacy_policy",
    ),
    (
        |d| {
            d.form.texts.privacy_policy = POLICY.into();
            phone(d).in_privacy_policy = Some(Shown::Absent);
        },
        AnswerUnlikeText,
        "items.phone_number.in_privacy_policy",
    ),
    (
        |d| d.form.texts.privacy_policy = "%PDF-1.7 1 0 obj".into(),
        TextUnreadable,
        "texts.privacy_policy",
    ),
    (
        |d| d.form.texts.privacy_policy = POLICY.replace("02-312-4567", "010-0000-0000"),
        PolicyPlaceholder,
        "texts.privacy_policy",
    ),
    (
        |d| d.form.texts.privacy_policy = POLICY.replace("휴대폰번호", "휴대폰번호, 성별"),
        PolicyNamesMore,
        "texts.privacy_policy",
    ),
    (
        |d| {
            let end = POLICY.find("\n3. 보유").unwrap();
            d.form.texts.privacy_policy = POLICY[..end].into();
        },
        PolicySectionsMissing,
        "texts.privacy_policy",
    ),
    (
        |d| d.form.texts.signup_screen = "이름 (필수)\n휴대폰 번호".into(),
        SignupLacksCondition,
        "items.phone_number.on_signup_screen",
    ),
    (
        |d| {
            d.form.texts.footer =
                "상호: 별하커피 | 대표자: 김하린 | 사업자등록번호: 999-01-99990".into();
        },
        BusinessDiffers,
        "texts.footer",
    ),
    (
        |d| d.form.texts.footer = "상호: 별하 커피 | 대표자: 김하린".into(),
        BusinessNotOnSite,
        "texts.footer",
    ),
];

#[test]
fn a_sound_policy_a_sound_screen_and_a_sound_foot_leave_nothing_to_say() {
    let found = super::found(|d| {
        d.form.texts.privacy_policy = POLICY.into();
        d.form.texts.signup_screen = "이름 (필수)\n휴대폰 번호 (필수)".into();
        d.form.texts.footer =
            "상호: 별하 커피 | 대표자: 김하린 | 사업자등록번호: 999-01-99990".into();
    });
    assert_eq!(super::codes(&found), []);
}

#[test]
fn a_persons_reading_counts_before_the_programs() {
    let found = super::found(|d| {
        d.form.texts.privacy_policy = POLICY.replace(", 휴대폰번호", "");
        d.form.overruled = vec![Overruled {
            text: PastedText::PrivacyPolicy,
            item: Item::PhoneNumber,
            shown: Shown::WithCondition,
            condition: Some(Condition::Required),
        }];
    });
    assert_eq!(super::codes(&found), []);
}
