//! The service and its public pages: can it be seen, and who runs it?

use serde::{Deserialize, Serialize};

use crate::business::PrintedBusiness;
use crate::time::Date;

/// The service and its public pages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Service {
    /// Name of the service.
    pub name: String,
    /// Address of the service.
    pub url: String,
    /// Whether it runs today.
    pub launched: Option<bool>,
    /// Whether it can be looked at without signing in.
    pub usable_without_login: Option<bool>,
    /// How a reviewer gets in when it cannot.
    pub reviewer_access: Option<ReviewerAccess>,
    /// Whether the Kakao login button can be seen on the site.
    pub kakao_button_visible: Option<bool>,
    /// Address of the privacy policy (개인정보처리방침).
    pub privacy_url: String,
    /// Address of the site's terms of use.
    pub terms_url: String,
    /// Whether both open without signing in.
    pub policies_public: Option<bool>,
    /// Whether members can leave by themselves.
    pub can_withdraw: Option<bool>,
    /// How members leave: a path in words or an address.
    pub withdrawal: String,
    /// Where the site shows its business information.
    pub business_shown_at: Option<BusinessShown>,
    /// Whether every page shows it in the same letters.
    pub business_same_on_pages: Option<bool>,
    /// Whether test goods, expired offers or sample data can be seen by everybody.
    pub test_data_public: Option<bool>,
    /// The trade, if it is one that needs a licence.
    pub licensed_trade: Option<LicensedTrade>,
    /// Whether the licence names the business that applies.
    pub licence_holder_same: Option<bool>,
    /// Business information as the site prints it.
    pub business_on_site: PrintedBusiness,
    /// Business information as the registration certificate prints it.
    pub business_on_certificate: PrintedBusiness,
    /// The day on which the login goes live; without it nothing is said about time.
    pub launch_date: Option<Date>,
}

/// How a reviewer gets to see a service that needs an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReviewerAccess {
    /// No way in.
    None,
    /// An account of the service itself.
    TestAccount,
    /// A shared Kakao account; Kakao asks for a second proof, so it does not work.
    SharedKakaoAccount,
    /// Pictures of the whole flow.
    FlowCaptures,
}

/// Where a site shows the name, owner and number of the business behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BusinessShown {
    /// At the foot of every page, before signing in.
    EveryPage,
    /// On one page that opens without signing in.
    OnePage,
    /// Only after a click, in a part that is folded away.
    AfterClick,
    /// Only after signing in.
    AfterLogin,
    /// Nowhere.
    Nowhere,
}

/// Trades for which a licence has to be shown. From the help pages on business channels: cs.kakao.com service 102; the list is ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LicensedTrade {
    /// None of these.
    None,
    /// Massage and acupressure.
    Massage,
    /// Alcoholic drinks.
    Alcohol,
    /// Tobacco and electronic cigarettes.
    Tobacco,
    /// Hospitals and clinics.
    Clinic,
    /// Pharmacies and medicines.
    Pharmacy,
    /// Medical devices.
    MedicalDevice,
    /// Health foods.
    HealthFood,
    /// Loans.
    Lending,
    /// Insurance, investment and other financial services.
    Finance,
    /// Estate agency.
    RealEstate,
    /// Private schools and academies.
    Academy,
    /// Another trade that needs a licence.
    Other,
}

impl LicensedTrade {
    /// Whether a licence is needed.
    pub fn needs_licence(self) -> bool {
        self != LicensedTrade::None
    }
}
