//! The answers about a person: `/v2/user/me`, `/v2/user/scopes`, `/v2/user/service_terms`, `/v1/user/shipping_address`.

use super::sample;
use super::{Given, Guard, GuardCode, Json};
use crate::application::Document;
use crate::consent_screen::Member;
use crate::item::{Item, Stage};

type Fields = Vec<(&'static str, Json)>;

/// The item, its path in the answer, its field and the field that says whether it could be asked for.
const ACCOUNT: [(Item, &str, &str, &str); 8] = [
    (
        Item::Name,
        "kakao_account.name",
        "name",
        "name_needs_agreement",
    ),
    (
        Item::AccountEmail,
        "kakao_account.email",
        "email",
        "email_needs_agreement",
    ),
    (
        Item::AgeRange,
        "kakao_account.age_range",
        "age_range",
        "age_range_needs_agreement",
    ),
    (
        Item::Birthyear,
        "kakao_account.birthyear",
        "birthyear",
        "birthyear_needs_agreement",
    ),
    (
        Item::Birthday,
        "kakao_account.birthday",
        "birthday",
        "birthday_needs_agreement",
    ),
    (
        Item::Gender,
        "kakao_account.gender",
        "gender",
        "gender_needs_agreement",
    ),
    (
        Item::PhoneNumber,
        "kakao_account.phone_number",
        "phone_number",
        "phone_number_needs_agreement",
    ),
    (
        Item::AccountCi,
        "kakao_account.ci",
        "ci",
        "ci_needs_agreement",
    ),
];

/// `/v2/user/me`.
pub(super) fn me(document: &Document, given: &Given, guards: &mut Vec<Guard>) -> Json {
    let mut guard = |path, code| guards.push(Guard { path, code });
    let synced = given.member == Member::Synced;
    // Whoever was linked before keeps the day of it; only `synched_at` is new.
    let connected = if given.before == Member::BeforeSync {
        sample::CONNECTED_BEFORE
    } else {
        sample::CONNECTED_AT
    };
    let mut fields = vec![
        ("id", Json::Int(sample::USER_ID)),
        ("connected_at", Json::text(connected)),
    ];
    guard("id", GuardCode::NotAMemberYet);
    guard("id", GuardCode::Within24Hours);
    if synced {
        fields.push(("synched_at", Json::text(sample::CONNECTED_AT)));
    } else {
        guard("synched_at", GuardCode::SynchedMissing);
    }
    fields.push(("properties", Json::Object(Vec::new())));
    let mut account = Vec::new();
    if is_used(document, Item::Profile) {
        profile(given, &mut account, guards);
    }
    for (item, path, name, needs) in ACCOUNT {
        if is_used(document, item) {
            one(
                document,
                given,
                (item, path, name, needs),
                &mut account,
                guards,
            );
        }
    }
    fields.push(("kakao_account", Json::Object(account)));
    Json::Object(fields)
}

fn is_used(document: &Document, item: Item) -> bool {
    document.form.item(item).stage != Stage::NotUsed
}

fn profile(given: &Given, account: &mut Fields, guards: &mut Vec<Guard>) {
    let agreed = given.items.contains(&Item::Profile);
    account.push(("profile_nickname_needs_agreement", Json::Bool(!agreed)));
    account.push(("profile_image_needs_agreement", Json::Bool(!agreed)));
    if agreed {
        let profile = vec![
            ("nickname", Json::text(sample::NAME)),
            ("thumbnail_image_url", Json::text(sample::THUMBNAIL)),
            ("profile_image_url", Json::text(sample::IMAGE)),
            ("is_default_image", Json::Bool(false)),
            ("is_default_nickname", Json::Bool(false)),
        ];
        account.push(("profile", Json::Object(profile)));
    } else {
        guards.push(Guard {
            path: "kakao_account.profile",
            code: GuardCode::NotAgreed,
        });
    }
}

fn one(
    document: &Document,
    given: &Given,
    (item, path, name, needs): (Item, &'static str, &'static str, &'static str),
    account: &mut Fields,
    guards: &mut Vec<Guard>,
) {
    let mut guard = |code| guards.push(Guard { path, code });
    let (agreed, holds) = (given.items.contains(&item), given.values.contains(&item));
    account.push((needs, Json::Bool(!agreed)));
    if !holds {
        guard(if agreed {
            GuardCode::NoValue
        } else {
            GuardCode::NotAgreed
        });
        return;
    }
    if item == Item::AccountEmail {
        account.push(("is_email_valid", Json::Bool(true)));
        account.push(("is_email_verified", Json::Bool(true)));
    }
    account.push((name, Json::text(sample::value(item))));
    match item {
        Item::AccountEmail => guard(GuardCode::EmailUnverified),
        Item::PhoneNumber => guard(GuardCode::PhoneFormat),
        Item::AgeRange => guard(GuardCode::AgeRangeNoProof),
        Item::Gender => guard(GuardCode::GenderUnproved),
        Item::AccountCi => {
            account.push(("ci_authenticated_at", Json::text(sample::VERIFIED_AT)));
            guard(GuardCode::CiNoVerification);
        }
        Item::Birthday => {
            account.push(("birthday_type", Json::text("SOLAR")));
            account.push(("is_leap_month", Json::Bool(false)));
            guard(GuardCode::BirthdayLunar);
            if !is_used(document, Item::Birthyear) {
                guard(GuardCode::BirthdayAlone);
            }
        }
        Item::Profile | Item::Name | Item::Birthyear | Item::ShippingAddress => {}
    }
}

/// `/v2/user/scopes`. What is required cannot be withdrawn one by one.
pub(super) fn scopes(document: &Document, given: &Given, guards: &mut Vec<Guard>) -> Json {
    let mut list = Vec::new();
    for (item, asked) in document.form.used() {
        let agreed = given.items.contains(&item);
        for scope in item.scopes() {
            let mut fields = vec![
                ("id", Json::text(scope)),
                ("display_name", Json::text(sample::display_name(scope))),
                ("type", Json::text("PRIVACY")),
                ("using", Json::Bool(true)),
                ("agreed", Json::Bool(agreed)),
            ];
            if agreed {
                fields.push(("revocable", Json::Bool(asked.stage != Stage::Required)));
            }
            list.push(Json::Object(fields));
        }
    }
    guards.push(Guard {
        path: "scopes.revocable",
        code: GuardCode::RevocableOnlyAgreed,
    });
    Json::Object(vec![
        ("id", Json::Int(sample::USER_ID)),
        ("scopes", Json::List(list)),
    ])
}

/// `/v2/user/service_terms` with `result=app_service_terms`: every term of the app. Terms without a tag are left out.
pub(super) fn terms(document: &Document, given: &Given, guards: &mut Vec<Guard>) -> Json {
    let mut list = Vec::new();
    for (row, term) in document.form.terms.iter().enumerate() {
        let (tag, agreed) = (term.tag.trim(), given.terms.contains(&row));
        if tag.is_empty() {
            continue;
        }
        let mut fields = vec![
            ("tag", Json::text(tag)),
            ("required", Json::Bool(term.required)),
            ("agreed", Json::Bool(agreed)),
            ("revocable", Json::Bool(!term.required)),
        ];
        if agreed {
            fields.push(("agreed_at", Json::text(sample::CONNECTED_AT)));
            fields.push(("agreed_by", Json::text("KAUTH")));
        }
        list.push(Json::Object(fields));
    }
    for (path, code) in [
        ("service_terms", GuardCode::TermsOldName),
        ("service_terms.agreed", GuardCode::TermListedNotAgreed),
    ] {
        guards.push(Guard { path, code });
    }
    Json::Object(vec![
        ("id", Json::Int(sample::USER_ID)),
        ("service_terms", Json::List(list)),
    ])
}

/// `/v1/user/shipping_address`.
pub(super) fn addresses(given: &Given, guards: &mut Vec<Guard>) -> Json {
    let agreed = given.items.contains(&Item::ShippingAddress);
    let mut fields = vec![
        ("user_id", Json::Int(sample::USER_ID)),
        ("shipping_addresses_needs_agreement", Json::Bool(!agreed)),
    ];
    if given.values.contains(&Item::ShippingAddress) {
        let address = vec![
            ("id", Json::Int(1)),
            ("name", Json::text("예시 배송지")),
            ("is_default", Json::Bool(true)),
            ("updated_at", Json::Int(1_767_323_045)),
            ("type", Json::text("NEW")),
            ("base_address", Json::text("예시시 예시구 예시로 1")),
            ("detail_address", Json::text("101")),
            ("receiver_name", Json::text(sample::NAME)),
            ("receiver_phone_number1", Json::text("010-0000-0000")),
            ("receiver_phone_number2", Json::text("")),
            ("zone_number", Json::text("00000")),
            ("zip_code", Json::text("000-000")),
        ];
        fields.push((
            "shipping_addresses",
            Json::List(vec![Json::Object(address)]),
        ));
    } else {
        let code = if agreed {
            GuardCode::AddressesMissing
        } else {
            GuardCode::NotAgreed
        };
        let path = "shipping_addresses";
        guards.push(Guard { path, code });
    }
    Json::Object(fields)
}
