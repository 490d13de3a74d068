//! A made-up brand: its business information, and the channels and apps that carry it.

use domain::app::{App, AppKind};
use domain::business::{Business, BusinessReview};
use domain::channel::{Channel, ChannelState};
use domain::id::{AppId, ChannelId};
use domain::number::with_check_digit;

use super::seed::sure;

/// A brand. Its registration number is `999`, the class and the serial, with the check digit that follows.
#[derive(Clone, Copy)]
pub(super) struct Brand<'a> {
    /// Latin name for identifiers and addresses.
    pub(super) slug: &'a str,
    /// Name of channel and app.
    pub(super) name: &'a str,
    /// Trade name.
    pub(super) trade_name: &'a str,
    /// Representative.
    pub(super) representative: &'a str,
    /// Category of the app.
    pub(super) category: &'a str,
    /// Fourth and fifth digit: 81–88 for a company, 01–79 for a person.
    pub(super) class: u8,
    /// Sixth to ninth digit; no two brands share it.
    pub(super) serial: u16,
}

impl Brand<'_> {
    /// Its business information.
    pub(super) fn business(&self) -> Business {
        let first9 = format!("999{:02}{:04}", self.class, self.serial);
        Business {
            number: sure(with_check_digit(&first9)),
            trade_name: self.trade_name.to_owned(),
            representative: self.representative.to_owned(),
        }
    }

    /// Its first channel, a business channel.
    pub(super) fn channel(&self) -> Channel {
        self.channel_named("", self.name)
    }

    /// Another of its channels: `part` tells their identifiers apart.
    pub(super) fn channel_named(&self, part: &str, name: &str) -> Channel {
        let hyphen = if part.is_empty() { "" } else { "-" };
        let slug = format!("{}{hyphen}{part}", self.slug);
        Channel {
            search_id: slug.replace('-', ""),
            public_id: public_id(&slug),
            id: sure(ChannelId::parse(&format!("ch_{slug}")).ok()),
            name: name.to_owned(),
            state: ChannelState::Business,
            business: Some(self.business()),
            version: 1,
        }
    }

    /// Its biz app, with approved business information.
    pub(super) fn app(&self) -> App {
        self.app_named("", self.name)
    }

    /// Another of its apps.
    pub(super) fn app_named(&self, part: &str, name: &str) -> App {
        let hyphen = if part.is_empty() { "" } else { "-" };
        let slug = format!("{}{hyphen}{part}", self.slug);
        App {
            number: 1_000_000 + hash(&slug) % 8_000_000,
            id: sure(AppId::parse(&format!("app_{slug}")).ok()),
            name: name.to_owned(),
            company: self.trade_name.to_owned(),
            category: self.category.to_owned(),
            icon: true,
            kind: AppKind::Biz,
            blocked: false,
            kakao_login: false,
            business: Some(self.business()),
            business_review: BusinessReview::Approved,
            version: 1,
        }
    }
}

/// An underscore and six letters, the same for the same slug.
pub(super) fn public_id(slug: &str) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut rest = hash(slug);
    let letters = (0..6).map(|_| {
        let letter = LETTERS.get(usize::try_from(rest % 52).unwrap_or_default());
        rest /= 52;
        char::from(*letter.unwrap_or(&b'x'))
    });
    std::iter::once('_').chain(letters).collect()
}

/// FNV-1a, stirred: a number that looks like any other and is always the same.
fn hash(text: &str) -> u64 {
    let start = 0xCBF2_9CE4_8422_2325_u64;
    let mixed = text.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    mixed ^ (mixed >> 29)
}
