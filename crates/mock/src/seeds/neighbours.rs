//! Two smaller brands: a bookshop whose linked pair drifted apart, and a studio one of whose editors reviews for a living.

use domain::item::{Item, Stage};
use domain::number::with_check_digit;
use domain::role::{AppRole, ChannelRole};

use super::brand::Brand;
use super::forms::sound;
use super::people::People;
use super::seed::{Seed, sure};
use super::story::Story;

const BOOKS: Brand<'static> = Brand {
    slug: "saebom-books",
    name: "새봄 서점",
    trade_name: "새봄 서점",
    representative: "문서윤",
    category: "도서",
    class: 2,
    serial: 9002,
};

const YOGA: Brand<'static> = Brand {
    slug: "mulgyeol",
    name: "물결 요가",
    trade_name: "주식회사 물결",
    representative: "노을찬",
    category: "건강",
    class: 87,
    serial: 9003,
};

/// Plants both.
pub(super) fn plant(seed: &mut Seed, people: &People) {
    bookshop(seed, people);
    studio(seed, people);
}

/// Linked and approved while both sides were a person's business; then the channel's master made it a company.
fn bookshop(seed: &mut Seed, people: &People) {
    let before = BOOKS.channel();
    let app = BOOKS.app();
    let form = sound(
        &app,
        &before,
        BOOKS.slug,
        &[
            (Item::AccountEmail, Stage::Required),
            (Item::Name, Stage::Required),
            (Item::ShippingAddress, Stage::Optional),
        ],
    );
    let mut after = before.clone();
    if let Some(business) = &mut after.business {
        business.number = sure(with_check_digit("999869002"));
        business.trade_name = "주식회사 새봄서점".into();
    }
    after.version = 2;
    seed.channel(&after, &[(&people.seoyun, ChannelRole::Master)]);
    seed.app(&app, &[(&people.seoyun, AppRole::Owner)]);
    seed.link(&app, [&after], 24 * 60);
    Story::begin(seed, &app, &[&before], &people.seoyun, 24 * 58)
        .edit(form, &people.seoyun, 24 * 57)
        .submit(&people.seoyun, 24 * 56)
        .decide(&people.yuna, 24 * 54, &[], "")
        .plant();
}

/// 최준호 is editor here, so the review of it is for somebody else.
fn studio(seed: &mut Seed, people: &People) {
    let channel = YOGA.channel();
    let app = YOGA.app();
    let owner = people.owners.iter().take(1);
    for owner in owner {
        seed.channel(
            &channel,
            &[
                (owner, ChannelRole::Master),
                (&people.junho, ChannelRole::Manager),
            ],
        );
        seed.app(
            &app,
            &[(owner, AppRole::Owner), (&people.junho, AppRole::Editor)],
        );
    }
    seed.link(&app, [&channel], 24 * 9);
    let form = sound(
        &app,
        &channel,
        YOGA.slug,
        &[
            (Item::PhoneNumber, Stage::Required),
            (Item::Name, Stage::Required),
            (Item::Gender, Stage::Required),
        ],
    );
    Story::begin(seed, &app, &[&channel], &people.junho, 24 * 5)
        .edit(form, &people.junho, 24 * 4)
        .submit(&people.junho, 24 * 2)
        .plant();
}
