//! The tie: would a stranger believe that this channel belongs to that business?

use crate::application::{ChannelFacts, Document};
use crate::channel::ChannelState;
use crate::finding::{Code, FactName, Finding, Weight};
use crate::form::Tie;
use crate::proof::Readings;
use crate::subject::{Field, Subject, TieField};

pub(super) fn check(document: &Document, readings: &Readings, found: &mut Vec<Finding>) {
    let tie = &document.form.tie;
    let weight = weight(document);
    names(document, readings, found);
    let mut say = |code, field| {
        found.push(Finding::new(code, at(field)).weighing(weight));
    };
    if tie.introduction == Some(false) {
        say(Code::ChannelEmpty, TieField::Introduction);
    } else if tie.posts == Some(false) {
        say(Code::ChannelEmpty, TieField::Posts);
    }
    if tie.site_links_to_channel == Some(false) {
        say(Code::ChannelUnlinkedSite, TieField::SiteLinksToChannel);
    } else if tie.channel_links_to_site == Some(false) {
        say(Code::ChannelUnlinkedSite, TieField::ChannelLinksToSite);
    }
    if tie.products_match == Some(false) {
        say(Code::ProductsUnlikeBusiness, TieField::ProductsMatch);
    }
}

fn at(field: TieField) -> Subject {
    Subject::Form(Field::Tie(field))
}

/// Whether some channel has not been judged yet.
pub(crate) fn is_open(document: &Document) -> bool {
    document
        .channels
        .iter()
        .any(|channel| channel.state != Some(ChannelState::Business))
}

/// What a weak tie weighs: once the channel is a business channel, the tie has been judged.
pub(super) fn weight(document: &Document) -> Weight {
    if is_open(document) || document.channels.is_empty() {
        Weight::Warns
    } else {
        Weight::Notes
    }
}

/// The channel whose name is not the business's, and the name of the business.
pub(crate) fn named_apart(document: &Document) -> Option<(&ChannelFacts, &str)> {
    let business = trade_name(document)?;
    document
        .channels
        .iter()
        .find(|channel| {
            channel.state != Some(ChannelState::Business) && !is_near(&channel.name, business)
        })
        .map(|channel| (channel, business))
}

/// The name of the business, from the place that counts most.
pub(super) fn trade_name(document: &Document) -> Option<&str> {
    let service = &document.form.service;
    let app = document.app.business.iter();
    let channel = document
        .channels
        .iter()
        .filter_map(|one| one.business.as_ref());
    std::iter::once(&service.business_on_certificate)
        .chain(app)
        .chain(channel)
        .chain([&service.business_on_site])
        .map(|business| business.trade_name.trim())
        .find(|name| !name.is_empty())
}

/// Whether a stranger takes the names for one: the same letters apart from the words for companies, or one within the other.
pub(super) fn is_near(channel: &str, business: &str) -> bool {
    let (channel, business) = (core(channel), core(business));
    !channel.is_empty()
        && (channel == business
            || business.chars().count() >= 2 && channel.contains(&business)
            || channel.chars().count() >= 2 && business.contains(&channel))
}

/// The name without spaces, brackets and the words for companies.
fn core(name: &str) -> String {
    let mut name = name.to_lowercase();
    for word in [
        "주식회사",
        "유한회사",
        "유한책임회사",
        "(주)",
        "(유)",
        "㈜",
        "co.,ltd",
        "co., ltd",
        "ltd.",
        "inc.",
        "corp.",
        "llc",
    ] {
        name = name.replace(word, " ");
    }
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Another name: is there a sentence that ties it, on a page with the business information, and does anything else bear it out?
fn names(document: &Document, readings: &Readings, found: &mut Vec<Finding>) {
    let tie = &document.form.tie;
    let Some((channel, business)) = named_apart(document) else {
        // Alike names need no sentence, but a page of one's own is still no proof by itself.
        if is_open(document) && tie.proofs.len() == 1 && !has_strong_proof(tie) {
            found.push(thin(tie, Weight::Notes));
        }
        return;
    };
    let public = super::business::is_public(document, readings);
    let said = has_sentence(tie) || foot_ties(document, &channel.name, business);
    if !public || !said && !has_strong_proof(tie) {
        found.push(
            Finding::new(Code::ChannelTieMissing, at(TieField::LinkingSentence))
                .with(FactName::Channel, channel.name.as_str())
                .with(FactName::Certificate, business),
        );
    }
    if (said || !tie.proofs.is_empty()) && tie.proofs.len() < 2 {
        let tied = public && said && tie.products_match != Some(false);
        let weight = if tied { Weight::Notes } else { Weight::Warns };
        found.push(thin(tie, weight));
    }
}

fn thin(tie: &Tie, weight: Weight) -> Finding {
    Finding::new(Code::TieProofThin, at(TieField::Proofs))
        .with(FactName::Count, tie.proofs.len())
        .weighing(weight)
}

fn has_sentence(tie: &Tie) -> bool {
    !super::is_empty(&tie.linking_sentence)
}

/// Whether the pasted foot says who runs what: both names, one of them on a line that speaks of running. A name behind "©" says nothing.
fn foot_ties(document: &Document, channel: &str, business: &str) -> bool {
    const RUNS: [&str; 7] = [
        "운영",
        "브랜드",
        "상표",
        "operated",
        "runs",
        "run by",
        "brand",
    ];
    let foot = &document.form.texts.footer;
    let (channel, business) = (core(channel), core(business));
    let named = |text: &str, name: &str| !name.is_empty() && core(text).contains(name);
    named(foot, &channel)
        && named(foot, &business)
        && foot.lines().any(|line| {
            let words = line.to_lowercase();
            RUNS.iter().any(|word| words.contains(word))
                && (named(line, &channel) || named(line, &business))
        })
}

/// Proof that names channel and business by itself.
fn has_strong_proof(tie: &Tie) -> bool {
    use crate::form::PublicProof::{AgencyContract, Footer, SitePage};
    tie.proofs
        .iter()
        .filter(|proof| !matches!(proof, Footer | SitePage))
        .count()
        >= 2
        || tie.proofs.contains(&AgencyContract)
}
