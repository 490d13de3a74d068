//! Answers as text: what a control shows of a field, and what becomes of the form when it changes. One table for both directions.
//!
//! A pick is its place among the answers, a tick is `1`, a list has a line for each entry; the empty text is no answer.

#![expect(
    clippy::trivially_copy_pass_by_ref,
    clippy::ref_option,
    reason = "one table reads every kind of member by reference"
)]

use domain::business::PrintedBusiness;
use domain::form::{Ci, ExtraInfo, Form, ItemRequest, Login, Service, Signup, Term, Tie};
use domain::subject::{
    CiField, Field, ItemField, LoginField, ServiceField, SignupField, TermField, TieField,
};

use super::options::*;

/// The parts of printed business information: what `part` of a question says.
pub const PRINTED: [&str; 4] = ["number", "trade-name", "representative", "address"];

/// What a control shows of that field. `part` tells controls apart that share a field.
pub fn read(form: &Form, field: &Field, part: &str) -> String {
    match field {
        Field::Item(item, of) => form
            .items
            .get(item)
            .map_or_else(String::new, |request| item_read(request, *of)),
        Field::Ci(of) => ci_read(&form.ci, *of),
        Field::Signup(of) => signup_read(&form.signup, *of),
        Field::Service(of) => match printed_at(&form.service, *of) {
            Some(printed) => printed_part(printed, part).to_owned(),
            None => service_read(&form.service, *of),
        },
        Field::Login(of) => login_read(&form.login, *of),
        Field::Tie(of) => tie_read(&form.tie, *of),
        Field::Term(row, of) => form
            .terms
            .get(*row)
            .map_or_else(String::new, |term| term_read(term, *of)),
        Field::ExtraRow(row) => form
            .extra
            .get(*row)
            .map_or_else(String::new, |extra| match part {
                "url" => extra.url.clone(),
                "required" => ticked::read(&extra.required),
                _ => extra.name.clone(),
            }),
        Field::Over14 => ticked::read(&form.over_14),
        Field::Declared => ticked::read(&form.declared),
        _ => String::new(),
    }
}

/// Puts what a control says into the form.
pub fn write(form: &mut Form, field: &Field, part: &str, text: String) {
    match field {
        Field::Item(item, of) => item_write(form.items.entry(*item).or_default(), *of, text),
        Field::Ci(of) => ci_write(&mut form.ci, *of, text),
        Field::Signup(of) => signup_write(&mut form.signup, *of, text),
        Field::Service(of) => match printed_at_mut(&mut form.service, *of) {
            Some(printed) => *printed_part_mut(printed, part) = text,
            None => service_write(&mut form.service, *of, text),
        },
        Field::Login(of) => login_write(&mut form.login, *of, text),
        Field::Tie(of) => tie_write(&mut form.tie, *of, text),
        Field::Term(row, of) => {
            if let Some(term) = form.terms.get_mut(*row) {
                term_write(term, *of, text);
            }
        }
        Field::ExtraRow(row) => {
            if let Some(extra) = form.extra.get_mut(*row) {
                extra_write(extra, part, text);
            }
        }
        Field::Over14 => ticked::write(&mut form.over_14, text),
        Field::Declared => ticked::write(&mut form.declared, text),
        _ => {}
    }
}

/// Whether somebody answered.
pub fn is_answered(form: &Form, field: &Field) -> bool {
    match field {
        Field::Service(of) if printed_at(&form.service, *of).is_some() => {
            printed_at(&form.service, *of).is_some_and(|printed| !printed.is_empty())
        }
        Field::EvidenceFile(id) => form
            .evidence
            .iter()
            .any(|file| file.id == *id && file.kind.is_some() && file.page.is_some()),
        Field::Text(which) => !form.texts.get(*which).trim().is_empty(),
        _ => !read(form, field, "").trim().is_empty(),
    }
}

/// What a list, a day or a number becomes in the form: the text as the form would give it back.
pub fn settled(field: &Field, text: &str) -> String {
    let mut form = Form::default();
    write(&mut form, field, "", text.to_owned());
    read(&form, field, "")
}

/// The business information that such a question is about.
pub fn printed_at(service: &Service, of: ServiceField) -> Option<&PrintedBusiness> {
    match of {
        ServiceField::BusinessOnSite => Some(&service.business_on_site),
        ServiceField::BusinessOnCertificate => Some(&service.business_on_certificate),
        _ => None,
    }
}

fn printed_at_mut(service: &mut Service, of: ServiceField) -> Option<&mut PrintedBusiness> {
    match of {
        ServiceField::BusinessOnSite => Some(&mut service.business_on_site),
        ServiceField::BusinessOnCertificate => Some(&mut service.business_on_certificate),
        _ => None,
    }
}

/// One of [`PRINTED`].
pub fn printed_part<'a>(printed: &'a PrintedBusiness, part: &str) -> &'a str {
    match part {
        "number" => &printed.number,
        "trade-name" => &printed.trade_name,
        "representative" => &printed.representative,
        _ => &printed.address,
    }
}

fn printed_part_mut<'a>(printed: &'a mut PrintedBusiness, part: &str) -> &'a mut String {
    match part {
        "number" => &mut printed.number,
        "trade-name" => &mut printed.trade_name,
        "representative" => &mut printed.representative,
        _ => &mut printed.address,
    }
}

fn extra_write(extra: &mut ExtraInfo, part: &str, text: String) {
    match part {
        "url" => extra.url = text,
        "required" => ticked::write(&mut extra.required, text),
        _ => extra.name = text,
    }
}

/// Which member of a part of the form a field is, how it is written as text, and among which answers.
macro_rules! places {
    ($read:ident $write:ident $of:ty, $key:ident { $($variant:ident: $how:ident $member:ident $($all:ident)?;)* }) => {
        fn $read(of: &$of, key: $key) -> String {
            match key { $($key::$variant => $how::read(&of.$member $(, &$all)?),)* }
        }
        fn $write(of: &mut $of, key: $key, text: String) {
            match key { $($key::$variant => $how::write(&mut of.$member, text $(, &$all)?),)* }
        }
    };
}

places! { item_read item_write ItemRequest, ItemField {
    Stage: chosen stage STAGES;
    Purpose: written purpose;
    Justification: written justification;
    CollectIfAbsent: ticked collect_if_absent;
    IfAbsent: picked if_absent IF_ABSENT;
    OwnCondition: picked own_condition CONDITIONS;
    OwnMoment: picked own_moment MOMENTS;
    UsedWhere: written used_where;
    OnSignupScreen: picked on_signup_screen SHOWN;
    InPrivacyPolicy: picked in_privacy_policy SHOWN;
} }
places! { ci_read ci_write Ci, CiField {
    PurposeAgreed: ticked purpose_agreed;
    Reason: written reason;
    Verification: picked verification VERIFICATIONS;
    VerifiedAt: picked verified_at VERIFIED_AT;
    Provider: written provider;
} }
places! { signup_read signup_write Signup, SignupField {
    Kind: picked kind SIGNUP_KINDS;
    Url: written url;
    OpensWithoutLogin: picked opens_without_login YES_NO;
    ScreenLists: picked screen_lists SHOWN;
    ShowsTerms: picked shows_terms YES_NO;
} }
places! { service_read service_write Service, ServiceField {
    Name: written name;
    Url: written url;
    Launched: picked launched YES_NO;
    UsableWithoutLogin: picked usable_without_login YES_NO;
    ReviewerAccess: picked reviewer_access ACCESS;
    KakaoButtonVisible: picked kakao_button_visible YES_NO;
    PrivacyUrl: written privacy_url;
    TermsUrl: written terms_url;
    PoliciesPublic: picked policies_public YES_NO;
    CanWithdraw: picked can_withdraw YES_NO;
    Withdrawal: written withdrawal;
    BusinessShownAt: picked business_shown_at BUSINESS_SHOWN;
    BusinessSameOnPages: picked business_same_on_pages YES_NO;
    BusinessOnSite: printed business_on_site;
    BusinessOnCertificate: printed business_on_certificate;
    TestDataPublic: picked test_data_public YES_NO;
    LicensedTrade: picked licensed_trade TRADES;
    LicenceHolderSame: picked licence_holder_same YES_NO;
    LaunchDate: dated launch_date;
} }
places! { login_read login_write Login, LoginField {
    Library: picked library LIBRARIES;
    RedirectUris: listed redirect_uris;
    RegisteredRedirectUris: listed registered_redirect_uris;
    ScopesSent: listed scopes_sent;
    AccountKey: picked account_key ITEMS;
    OtherAppsKeys: picked other_apps_keys YES_NO;
    ClientSecret: picked client_secret SECRETS;
    AllowedIpsChecked: picked allowed_ips_checked YES_NO;
} }
places! { tie_read tie_write Tie, TieField {
    NameDifferenceReason: written name_difference_reason;
    LinkingSentence: written linking_sentence;
    SentencePublicAt: written sentence_public_at;
    Proofs: several proofs PROOFS;
    Introduction: picked introduction YES_NO;
    Posts: picked posts YES_NO;
    SiteLinksToChannel: picked site_links_to_channel YES_NO;
    ChannelLinksToSite: picked channel_links_to_site YES_NO;
    ProductsMatch: picked products_match YES_NO;
} }
places! { term_read term_write Term, TermField {
    TitleKo: written title_ko;
    TitleEn: written title_en;
    Url: written url;
    Tag: written tag;
    Required: ticked required;
} }

mod written {
    pub(super) fn read(of: &str) -> String {
        of.to_owned()
    }
    pub(super) fn write(of: &mut String, text: String) {
        *of = text;
    }
}

mod ticked {
    pub(super) fn read(of: &bool) -> String {
        if *of { "1".to_owned() } else { String::new() }
    }
    pub(super) fn write(of: &mut bool, text: String) {
        *of = !text.is_empty();
    }
}

mod picked {
    pub(super) fn read<T: PartialEq>(of: &Option<T>, all: &[T]) -> String {
        all.iter()
            .position(|one| Some(one) == of.as_ref())
            .map_or_else(String::new, |n| n.to_string())
    }
    pub(super) fn write<T: Copy>(of: &mut Option<T>, text: String, all: &[T]) {
        *of = text.parse::<usize>().ok().and_then(|n| all.get(n)).copied();
    }
}

/// A pick that always has an answer.
mod chosen {
    pub(super) fn read<T: PartialEq + Copy>(of: &T, all: &[T]) -> String {
        super::picked::read(&Some(*of), all)
    }
    pub(super) fn write<T: Copy>(of: &mut T, text: String, all: &[T]) {
        let mut picked = None;
        super::picked::write(&mut picked, text, all);
        if let Some(picked) = picked {
            *of = picked;
        }
    }
}

/// Several of the answers, with a comma between.
mod several {
    use std::collections::BTreeSet;

    pub(super) fn read<T: Ord>(of: &BTreeSet<T>, all: &[T]) -> String {
        let places = all.iter().enumerate().filter(|(_, one)| of.contains(one));
        let places: Vec<String> = places.map(|(n, _)| n.to_string()).collect();
        places.join(",")
    }
    pub(super) fn write<T: Ord + Copy>(of: &mut BTreeSet<T>, text: String, all: &[T]) {
        let picked = text.split(',').filter_map(|n| n.parse::<usize>().ok());
        *of = picked.filter_map(|n| all.get(n).copied()).collect();
    }
}

mod listed {
    pub(super) fn read(of: &[String]) -> String {
        of.join("\n")
    }
    pub(super) fn write(of: &mut Vec<String>, text: String) {
        let rows = text.lines().map(str::trim).filter(|row| !row.is_empty());
        *of = rows.map(str::to_owned).collect();
    }
}

mod dated {
    use domain::time::Date;

    pub(super) fn read(of: &Option<Date>) -> String {
        of.map(|day| day.to_string()).unwrap_or_default()
    }
    pub(super) fn write(of: &mut Option<Date>, text: String) {
        *of = Date::parse(text.trim()).ok();
    }
}

/// Printed business information is read and written part by part.
mod printed {
    use domain::business::PrintedBusiness;

    pub(super) fn read(of: &PrintedBusiness) -> String {
        of.trade_name.clone()
    }
    pub(super) fn write(of: &mut PrintedBusiness, text: String) {
        of.trade_name = text;
    }
}
