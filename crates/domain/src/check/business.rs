//! The business: is it the same everywhere, letter by letter, and can everybody see it before signing in?

use crate::application::Document;
use crate::business::PrintedBusiness;
use crate::evidence::EvidencePage;
use crate::finding::{Code, Difference, FactName, Finding, Weight};
use crate::form::{BusinessShown, PastedText, Service};
use crate::proof::Readings;
use crate::reading::{Differing, differences};
use crate::subject::{Field, ServiceField, Subject};

pub(super) fn check(document: &Document, readings: &Readings, found: &mut Vec<Finding>) {
    let service = &document.form.service;
    for (printed, field) in [
        (
            &service.business_on_certificate,
            ServiceField::BusinessOnCertificate,
        ),
        (&service.business_on_site, ServiceField::BusinessOnSite),
    ] {
        super::facts::number(printed, at(field), found);
    }
    letters(document, readings, found);
    shown(document, found);
    trade(document, found);
}

fn at(field: ServiceField) -> Subject {
    Subject::Form(Field::Service(field))
}

/// What the site prints: the pasted foot before what was typed.
fn on_site(service: &Service, readings: &Readings) -> PrintedBusiness {
    let mut site = service.business_on_site.clone();
    if let Some(foot) = readings.foot() {
        for (read, typed) in [
            (&foot.trade_name, &mut site.trade_name),
            (&foot.representative, &mut site.representative),
            (&foot.number, &mut site.number),
            (&foot.address, &mut site.address),
        ] {
            if let Some(read) = read {
                typed.clone_from(&read.text);
            }
        }
    }
    site
}

/// One side of the comparison.
struct Side<'a> {
    name: FactName,
    value: &'a str,
}

/// One finding for each part that is not printed alike everywhere. Spaces and brackets count: reviewers compare letters.
fn letters(document: &Document, readings: &Readings, found: &mut Vec<Finding>) {
    let service = &document.form.service;
    let nothing = PrintedBusiness::default();
    let certificate = &service.business_on_certificate;
    let site = &on_site(service, readings);
    let pasted = readings.foot().is_some();
    let app = document.app.business.as_ref().unwrap_or(&nothing);
    let channel = document
        .channels
        .iter()
        .find_map(|channel| channel.business.as_ref())
        .unwrap_or(&nothing);
    let company = if super::is_empty(&certificate.trade_name) && super::is_empty(&app.trade_name) {
        ""
    } else {
        document.app.company.as_str()
    };
    let part = |of: for<'a> fn(&'a PrintedBusiness) -> &'a str| {
        [
            (FactName::Certificate, of(certificate)),
            (FactName::App, of(app)),
            (FactName::Channel, of(channel)),
            (FactName::Site, of(site)),
        ]
    };
    let mut names = part(|one| &one.trade_name).to_vec();
    names.push((FactName::App, company));
    compare(&names, pasted, found);
    compare(&part(|one| &one.representative), pasted, found);
    compare_numbers(&part(|one| &one.number), pasted, found);
    let before = found.len();
    compare(&part(|one| &one.address), pasted, found);
    // Addresses are shortened in many honest ways.
    for finding in found.iter_mut().skip(before) {
        finding.weight = Weight::Notes;
    }
    if service.business_same_on_pages == Some(false) {
        found.push(Finding::new(
            Code::BusinessUnlikePages,
            at(ServiceField::BusinessSameOnPages),
        ));
    }
}

/// The certificate is the measure; without it the app's information is, then the channel's.
fn compare(values: &[(FactName, &str)], pasted: bool, found: &mut Vec<Finding>) {
    let sides = values.iter().filter(|(_, value)| !super::is_empty(value));
    let mut sides = sides.map(|(name, value)| Side {
        name: *name,
        value: value.trim(),
    });
    let Some(measure) = sides.next() else { return };
    let unlike: Vec<Side<'_>> = sides.filter(|side| side.value != measure.value).collect();
    say(&measure, &unlike, pasted, found);
}

/// Numbers are compared by their digits. That app and channel differ is said where they are linked.
fn compare_numbers(values: &[(FactName, &str)], pasted: bool, found: &mut Vec<Finding>) {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let mut sides = values.iter().filter(|(_, value)| !super::is_empty(value));
    let Some((name, value)) = sides.next() else {
        return;
    };
    let measure = Side {
        name: *name,
        value: value.trim(),
    };
    let unlike: Vec<Side<'_>> = sides
        .filter(|(name, other)| *name != FactName::Channel && digits(other) != digits(value))
        .map(|(name, value)| Side {
            name: *name,
            value: value.trim(),
        })
        .collect();
    say(&measure, &unlike, pasted, found);
}

fn say(measure: &Side<'_>, unlike: &[Side<'_>], pasted: bool, found: &mut Vec<Finding>) {
    let Some(first) = unlike.first() else { return };
    let subject = if !unlike.iter().any(|side| side.name == FactName::Site) {
        at(ServiceField::BusinessOnCertificate)
    } else if pasted {
        Subject::Form(Field::Text(PastedText::Footer))
    } else {
        at(ServiceField::BusinessOnSite)
    };
    let mut finding =
        Finding::new(Code::BusinessDiffers, subject).with(measure.name, measure.value);
    for side in unlike {
        if side.name == first.name || side.value != first.value {
            finding = finding.with(side.name, side.value);
        }
    }
    let difference = match differences(measure.value, first.value).differing {
        Differing::Same | Differing::Spaces => Difference::Spaces,
        Differing::Width => Difference::Brackets,
        Differing::Case => Difference::Case,
        Differing::CorporateForm | Differing::CorporateFormMissing => Difference::CorporateForm,
        Differing::Letters => Difference::Letters,
    };
    found.push(finding.with(FactName::Difference, difference));
}

/// Whether everybody can read on the site who runs it, as far as is known.
pub(super) fn is_public(document: &Document, readings: &Readings) -> bool {
    let service = &document.form.service;
    foot_names(document, readings).unwrap_or(match service.business_shown_at {
        Some(BusinessShown::EveryPage | BusinessShown::OnePage) => true,
        Some(_) => false,
        None => !service.business_on_site.is_empty(),
    })
}

/// Whether the pasted foot names the business: its number, and a name that was read or the one that is known, whatever its spaces.
/// `None` when no foot can be read.
pub(super) fn foot_names(document: &Document, readings: &Readings) -> Option<bool> {
    let foot = readings.foot()?;
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let stands_there = |name: &str| letters(&document.form.texts.footer).contains(&letters(name));
    let named =
        foot.trade_name.is_some() || super::tie::trade_name(document).is_some_and(stands_there);
    Some(named && foot.number.is_some())
}

/// Where the site shows it. An approved business channel has been looked at already, so it is only a remark.
fn shown(document: &Document, found: &mut Vec<Finding>) {
    let service = &document.form.service;
    let weight = super::tie::weight(document);
    let code = match service.business_shown_at {
        Some(BusinessShown::Nowhere) => Code::BusinessNotOnSite,
        Some(BusinessShown::AfterClick | BusinessShown::AfterLogin) => Code::BusinessHidden,
        _ => return,
    };
    let weight = if code == Code::BusinessHidden {
        Weight::Warns
    } else {
        weight
    };
    found.push(Finding::new(code, at(ServiceField::BusinessShownAt)).weighing(weight));
}

/// Trades that need a licence: attached, and in the same name.
fn trade(document: &Document, found: &mut Vec<Finding>) {
    let form = &document.form;
    if !form
        .service
        .licensed_trade
        .is_some_and(crate::form::LicensedTrade::needs_licence)
    {
        return;
    }
    if form.service.licence_holder_same == Some(false) {
        found.push(Finding::new(
            Code::LicenceHolderDiffers,
            at(ServiceField::LicenceHolderSame),
        ));
    }
    if !super::is_shown(form, EvidencePage::Licence, None) {
        found.push(Finding::new(
            Code::LicenceMissing,
            at(ServiceField::LicensedTrade),
        ));
    }
}
