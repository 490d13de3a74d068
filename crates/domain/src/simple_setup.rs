//! The payload with which shopping-mall hosts set Kakao Sync up for their shops: import reads it.
//! <https://developers.kakao.com/docs/latest/ko/kakaosync/ecp>, public notes 28199725053 and 29123774239.

use serde::{Deserialize, Serialize};

use crate::business::PrintedBusiness;
use crate::form::{Form, ItemRequest, Term};
use crate::item::{Item, Stage};

/// A host's payload. Hosts add fields of their own; those are left aside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SimpleSetup {
    /// Business information of the shop.
    #[serde(default)]
    pub business: HostBusiness,
    /// The shop itself.
    #[serde(default)]
    pub site_data: SiteData,
    /// What is asked of Kakao Sync; its presence is how the payload is recognised.
    pub sync: HostSync,
}

/// Business information as the host holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct HostBusiness {
    /// Registration number.
    pub identification_number: String,
    /// Trade name.
    pub name: String,
    /// Representative.
    pub representative_name: String,
}

/// The shop.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SiteData {
    /// Name.
    pub name: String,
    /// Address.
    pub url: String,
}

/// What is asked of Kakao Sync.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct HostSync {
    /// Items.
    pub items: Vec<HostItem>,
    /// Privacy policy.
    pub privacy_policy_url: String,
    /// Terms.
    pub terms: Vec<HostTerm>,
    /// Addresses of the shop.
    pub url: Vec<String>,
    /// Redirect URIs.
    pub redirect_uri: Vec<String>,
}

/// An item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HostItem {
    /// `AGE`, `ADDRESS`, `BIRTH_DAY`, `BIRTH_YEAR`, `EMAIL`, `GENDER`, `NAME`, `PHONE_NUMBER` or `PROFILE`. CI is never one. Rule 47.
    #[serde(rename = "type")]
    pub kind: String,
    /// Required or optional.
    #[serde(default)]
    pub required: bool,
}

/// A term.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct HostTerm {
    /// Title.
    pub title: HostTitle,
    /// Address.
    pub url: String,
    /// Tag.
    pub tag: String,
    /// Required or optional.
    pub required: bool,
}

/// A title in two languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct HostTitle {
    /// Korean.
    pub ko: String,
    /// English.
    pub en: String,
}

impl SimpleSetup {
    /// The form it amounts to, and the item words that mean nothing here.
    pub fn into_form(self) -> (Form, Vec<String>) {
        let mut form = Form::default();
        let mut unknown = Vec::new();
        for host in self.sync.items {
            let Some(item) = item(&host.kind) else {
                unknown.push(host.kind);
                continue;
            };
            let stage = if host.required {
                Stage::Required
            } else {
                Stage::Optional
            };
            form.items.insert(
                item,
                ItemRequest {
                    stage,
                    ..ItemRequest::default()
                },
            );
        }
        form.terms = self
            .sync
            .terms
            .into_iter()
            .map(|term| Term {
                title_ko: term.title.ko,
                title_en: term.title.en,
                url: term.url,
                tag: term.tag,
                required: term.required,
            })
            .collect();
        form.service.name = self.site_data.name;
        form.service.url = match self.site_data.url {
            url if url.is_empty() => self.sync.url.into_iter().next().unwrap_or_default(),
            url => url,
        };
        form.service.privacy_url = self.sync.privacy_policy_url;
        form.service.business_on_certificate = PrintedBusiness {
            number: self.business.identification_number,
            trade_name: self.business.name,
            representative: self.business.representative_name,
            ..PrintedBusiness::default()
        };
        form.login.redirect_uris = self.sync.redirect_uri;
        (form, unknown)
    }
}

fn item(word: &str) -> Option<Item> {
    Some(match word {
        "AGE" => Item::AgeRange,
        "ADDRESS" => Item::ShippingAddress,
        "BIRTH_DAY" => Item::Birthday,
        "BIRTH_YEAR" => Item::Birthyear,
        "EMAIL" => Item::AccountEmail,
        "GENDER" => Item::Gender,
        "NAME" => Item::Name,
        "PHONE_NUMBER" => Item::PhoneNumber,
        "PROFILE" => Item::Profile,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hosts_payload_becomes_a_form() {
        let payload = r#"{"appKey":"k","business":{"identificationNumber":"999-01-99990","name":"별하","representativeName":"김"},
            "siteData":{"name":"별하몰","url":"https://byeolha.example","image":"x"},
            "sync":{"items":[{"type":"NAME","required":true},{"type":"AGE","required":false},{"type":"CI","required":true}],
            "privacyPolicyUrl":"https://byeolha.example/privacy","terms":[{"title":{"ko":"이용약관","en":"Terms"},"url":"https://byeolha.example/terms","tag":"t_20260101","required":true}],
            "url":["https://byeolha.example"],"redirectUri":["https://byeolha.example/cb"]}}"#;
        let (form, unknown) = serde_json::from_str::<SimpleSetup>(payload)
            .unwrap()
            .into_form();
        assert_eq!(form.item(Item::Name).stage, Stage::Required);
        assert_eq!(form.item(Item::AgeRange).stage, Stage::Optional);
        assert_eq!(form.terms[0].title_en, "Terms");
        assert_eq!(form.service.business_on_certificate.trade_name, "별하");
        assert_eq!(unknown, ["CI"]);
    }
}
