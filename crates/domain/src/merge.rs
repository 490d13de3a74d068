//! Two people, or two tabs, and one draft: what changed where, and nothing overwritten.

use crate::form::PastedText;
use crate::form::{Form, ItemRequest};
use crate::item::Item;
use crate::subject::{CiField, Field, ItemField, LoginField, ServiceField, SignupField, TieField};

/// What became of two versions of a draft that grew from the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Theirs, with every change of mine that does not touch one of theirs.
    pub form: Form,
    /// The fields that both changed, differently. In `form` they are as theirs, until a person chooses.
    pub conflicts: Vec<Field>,
}

/// Brings `mine` and `theirs` together, both of which grew from `base`.
pub fn merge(base: &Form, mine: &Form, theirs: &Form) -> Merge {
    let mut form = theirs.clone();
    let mut conflicts = Vec::new();
    for field in changed(base, mine) {
        if is_same(&field, base, theirs) {
            take(&mut form, &field, mine);
        } else if !is_same(&field, mine, theirs) {
            conflicts.push(field);
        }
    }
    Merge { form, conflicts }
}

/// The fields that differ between two versions, in the order of the form.
pub fn changed(a: &Form, b: &Form) -> Vec<Field> {
    fields()
        .into_iter()
        .filter(|field| !is_same(field, a, b))
        .collect()
}

/// The units in which drafts are compared: single answers, and the lists as a whole.
fn fields() -> Vec<Field> {
    let items = Item::ALL.into_iter().flat_map(|item| {
        ItemField::ALL
            .iter()
            .map(move |field| Field::Item(item, *field))
    });
    items
        .chain(CiField::ALL.iter().map(|field| Field::Ci(*field)))
        .chain(SignupField::ALL.iter().map(|field| Field::Signup(*field)))
        .chain(ServiceField::ALL.iter().map(|field| Field::Service(*field)))
        .chain([Field::Evidence])
        .chain(LoginField::ALL.iter().map(|field| Field::Login(*field)))
        .chain(TieField::ALL.iter().map(|field| Field::Tie(*field)))
        .chain(PastedText::ALL.iter().map(|text| Field::Text(*text)))
        .chain([
            Field::Overruled,
            Field::Terms,
            Field::Over14,
            Field::Extra,
            Field::Channel,
            Field::NotKnown,
            Field::Declared,
        ])
        .collect()
}

/// Whether two versions agree in that field.
pub fn is_same(field: &Field, a: &Form, b: &Form) -> bool {
    let mut copy = a.clone();
    take(&mut copy, field, b);
    tidy(&mut copy);
    let mut a = a.clone();
    tidy(&mut a);
    copy == a
}

/// An item that was looked at and left empty is the same as one that was never touched.
fn tidy(form: &mut Form) {
    form.items
        .retain(|_, request| *request != ItemRequest::default());
}

/// Takes one field over from another version. Parts of a list stand for the whole list.
pub fn take(form: &mut Form, field: &Field, from: &Form) {
    match field {
        Field::Items => form.items.clone_from(&from.items),
        Field::Item(item, field) => {
            let source = from.item(*item);
            item_field(form.items.entry(*item).or_default(), *field, source);
        }
        Field::Ci(field) => match field {
            CiField::PurposeAgreed => form.ci.purpose_agreed = from.ci.purpose_agreed,
            CiField::Reason => form.ci.reason.clone_from(&from.ci.reason),
            CiField::Verification => form.ci.verification = from.ci.verification,
            CiField::VerifiedAt => form.ci.verified_at = from.ci.verified_at,
            CiField::Provider => form.ci.provider.clone_from(&from.ci.provider),
        },
        Field::Signup(field) => match field {
            SignupField::Kind => form.signup.kind = from.signup.kind,
            SignupField::Url => form.signup.url.clone_from(&from.signup.url),
            SignupField::OpensWithoutLogin => {
                form.signup.opens_without_login = from.signup.opens_without_login;
            }
            SignupField::ScreenLists => form.signup.screen_lists = from.signup.screen_lists,
            SignupField::ShowsTerms => form.signup.shows_terms = from.signup.shows_terms,
        },
        Field::Service(field) => service_field(form, *field, from),
        Field::Login(field) => login_field(form, *field, from),
        Field::Tie(field) => tie_field(form, *field, from),
        Field::Text(which) => match which {
            PastedText::PrivacyPolicy => form
                .texts
                .privacy_policy
                .clone_from(&from.texts.privacy_policy),
            PastedText::SignupScreen => form
                .texts
                .signup_screen
                .clone_from(&from.texts.signup_screen),
            PastedText::Footer => form.texts.footer.clone_from(&from.texts.footer),
        },
        Field::Overruled => form.overruled.clone_from(&from.overruled),
        Field::NotKnown => form.not_known.clone_from(&from.not_known),
        Field::Terms | Field::Term(..) => form.terms.clone_from(&from.terms),
        Field::Extra | Field::ExtraRow(_) => form.extra.clone_from(&from.extra),
        Field::Channel => form.channel.clone_from(&from.channel),
        Field::Over14 => form.over_14 = from.over_14,
        Field::Evidence | Field::EvidenceFile(_) => form.evidence.clone_from(&from.evidence),
        Field::Declared => form.declared = from.declared,
    }
}

fn item_field(request: &mut ItemRequest, field: ItemField, from: ItemRequest) {
    match field {
        ItemField::Stage => request.stage = from.stage,
        ItemField::Purpose => request.purpose = from.purpose,
        ItemField::Justification => request.justification = from.justification,
        ItemField::CollectIfAbsent => request.collect_if_absent = from.collect_if_absent,
        ItemField::IfAbsent => request.if_absent = from.if_absent,
        ItemField::OwnCondition => request.own_condition = from.own_condition,
        ItemField::OwnMoment => request.own_moment = from.own_moment,
        ItemField::UsedWhere => request.used_where = from.used_where,
        ItemField::OnSignupScreen => request.on_signup_screen = from.on_signup_screen,
        ItemField::InPrivacyPolicy => request.in_privacy_policy = from.in_privacy_policy,
    }
}

fn login_field(form: &mut Form, field: LoginField, from: &Form) {
    let (login, from) = (&mut form.login, &from.login);
    match field {
        LoginField::Library => login.library = from.library,
        LoginField::RedirectUris => login.redirect_uris.clone_from(&from.redirect_uris),
        LoginField::RegisteredRedirectUris => {
            login
                .registered_redirect_uris
                .clone_from(&from.registered_redirect_uris);
        }
        LoginField::ScopesSent => login.scopes_sent.clone_from(&from.scopes_sent),
        LoginField::AccountKey => login.account_key = from.account_key,
        LoginField::OtherAppsKeys => login.other_apps_keys = from.other_apps_keys,
        LoginField::ClientSecret => login.client_secret = from.client_secret,
        LoginField::AllowedIpsChecked => login.allowed_ips_checked = from.allowed_ips_checked,
    }
}

fn tie_field(form: &mut Form, field: TieField, from: &Form) {
    let (tie, from) = (&mut form.tie, &from.tie);
    match field {
        TieField::NameDifferenceReason => {
            tie.name_difference_reason
                .clone_from(&from.name_difference_reason);
        }
        TieField::LinkingSentence => tie.linking_sentence.clone_from(&from.linking_sentence),
        TieField::SentencePublicAt => tie.sentence_public_at.clone_from(&from.sentence_public_at),
        TieField::Proofs => tie.proofs.clone_from(&from.proofs),
        TieField::Introduction => tie.introduction = from.introduction,
        TieField::Posts => tie.posts = from.posts,
        TieField::SiteLinksToChannel => tie.site_links_to_channel = from.site_links_to_channel,
        TieField::ChannelLinksToSite => tie.channel_links_to_site = from.channel_links_to_site,
        TieField::ProductsMatch => tie.products_match = from.products_match,
    }
}

fn service_field(form: &mut Form, field: ServiceField, from: &Form) {
    let (service, from) = (&mut form.service, &from.service);
    match field {
        ServiceField::Name => service.name.clone_from(&from.name),
        ServiceField::Url => service.url.clone_from(&from.url),
        ServiceField::Launched => service.launched = from.launched,
        ServiceField::UsableWithoutLogin => {
            service.usable_without_login = from.usable_without_login;
        }
        ServiceField::ReviewerAccess => service.reviewer_access = from.reviewer_access,
        ServiceField::KakaoButtonVisible => {
            service.kakao_button_visible = from.kakao_button_visible;
        }
        ServiceField::PrivacyUrl => service.privacy_url.clone_from(&from.privacy_url),
        ServiceField::TermsUrl => service.terms_url.clone_from(&from.terms_url),
        ServiceField::PoliciesPublic => service.policies_public = from.policies_public,
        ServiceField::CanWithdraw => service.can_withdraw = from.can_withdraw,
        ServiceField::BusinessShownAt => service.business_shown_at = from.business_shown_at,
        ServiceField::BusinessSameOnPages => {
            service.business_same_on_pages = from.business_same_on_pages;
        }
        ServiceField::TestDataPublic => service.test_data_public = from.test_data_public,
        ServiceField::LicensedTrade => service.licensed_trade = from.licensed_trade,
        ServiceField::LicenceHolderSame => service.licence_holder_same = from.licence_holder_same,
        ServiceField::Withdrawal => service.withdrawal.clone_from(&from.withdrawal),
        ServiceField::BusinessOnSite => service.business_on_site.clone_from(&from.business_on_site),
        ServiceField::BusinessOnCertificate => {
            service
                .business_on_certificate
                .clone_from(&from.business_on_certificate);
        }
        ServiceField::LaunchDate => service.launch_date = from.launch_date,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Term;
    use crate::item::Stage;

    fn with(change: impl FnOnce(&mut Form)) -> Form {
        let mut form = Form::default();
        change(&mut form);
        form
    }

    fn purpose(form: &mut Form, item: Item, text: &str) {
        form.items.entry(item).or_default().purpose = text.into();
    }

    #[test]
    fn changes_in_different_places_both_survive() {
        let base = Form::default();
        let mine = with(|form| purpose(form, Item::Name, "mine"));
        let theirs = with(|form| form.service.url = "https://a.example".into());
        let merged = merge(&base, &mine, &theirs);
        assert!(merged.conflicts.is_empty());
        assert_eq!(merged.form.item(Item::Name).purpose, "mine");
        assert_eq!(merged.form.service.url, "https://a.example");
    }

    #[test]
    fn a_change_in_the_same_place_is_a_conflict_and_theirs_stands_until_chosen() {
        let mine = with(|form| purpose(form, Item::Name, "mine"));
        let theirs = with(|form| purpose(form, Item::Name, "theirs"));
        let mut merged = merge(&Form::default(), &mine, &theirs);
        assert_eq!(
            merged.conflicts,
            [Field::Item(Item::Name, ItemField::Purpose)]
        );
        assert_eq!(merged.form, theirs);
        take(&mut merged.form, &merged.conflicts[0].clone(), &mine);
        assert_eq!(merged.form, mine);
    }

    #[test]
    fn the_same_change_twice_is_no_conflict() {
        let both = with(|form| form.items.entry(Item::Name).or_default().stage = Stage::Required);
        assert!(merge(&Form::default(), &both, &both).conflicts.is_empty());
    }

    #[test]
    fn every_change_is_seen_by_some_field() {
        let everything = with(|form| {
            form.terms.push(Term::default());
            form.over_14 = true;
            form.declared = true;
            form.login.scopes_sent.push("name".into());
            form.ci.purpose_agreed = true;
        });
        let mut rebuilt = Form::default();
        for field in changed(&Form::default(), &everything) {
            take(&mut rebuilt, &field, &everything);
        }
        assert_eq!(rebuilt, everything);
    }
}
