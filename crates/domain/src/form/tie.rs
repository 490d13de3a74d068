//! The tie: why a channel of that name belongs to a business of this name, and where everybody can see it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// How channel, business and site belong together. Asked while the channel is not a business channel yet: afterwards it has been judged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Tie {
    /// Why the channel is not called like the business. At most [`super::PURPOSE_CHARS_MAX`] characters.
    pub name_difference_reason: String,
    /// The sentence that says who runs what: "Byeolha Inc. runs Byeolha Coffee". At most [`super::PURPOSE_CHARS_MAX`] characters.
    pub linking_sentence: String,
    /// Address of the page on which everybody can read that sentence.
    pub sentence_public_at: String,
    /// What else shows the tie in public.
    pub proofs: BTreeSet<PublicProof>,
    /// Whether the channel has an introduction that names who runs it.
    pub introduction: Option<bool>,
    /// Whether the channel has posts.
    pub posts: Option<bool>,
    /// Whether the site links to the channel.
    pub site_links_to_channel: Option<bool>,
    /// Whether the channel links to the site.
    pub channel_links_to_site: Option<bool>,
    /// Whether what is sold fits the kind of business on the certificate.
    pub products_match: Option<bool>,
}

/// A proof that everybody can look at. Public note 55745887351: what was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PublicProof {
    /// The foot of the site, with the letters of the certificate.
    Footer,
    /// A notice or company page on the site.
    SitePage,
    /// A press article.
    PressArticle,
    /// An entry in a map or place directory.
    PlaceListing,
    /// A photograph of the signboard.
    SignboardPhoto,
    /// A contract with the business one acts for.
    AgencyContract,
    /// A registered trade mark.
    Trademark,
    /// A post on the channel.
    ChannelPost,
    /// A shop page on a marketplace that names the seller.
    MarketplacePage,
}

impl PublicProof {
    /// All of them.
    pub const ALL: [PublicProof; 9] = [
        PublicProof::Footer,
        PublicProof::SitePage,
        PublicProof::PressArticle,
        PublicProof::PlaceListing,
        PublicProof::SignboardPhoto,
        PublicProof::AgencyContract,
        PublicProof::Trademark,
        PublicProof::ChannelPost,
        PublicProof::MarketplacePage,
    ];
}
