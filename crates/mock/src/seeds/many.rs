//! As many channels as a measurement needs, for one person.

use backend::store::Change;
use domain::app::App;
use domain::channel::ChannelState;
use domain::id::UserId;
use domain::role::{AppRole, ChannelRole, Duty};
use domain::time::Time;

use super::brand::Brand;
use super::seed::Seed;

const FIRST: [&str; 16] = [
    "맑은", "푸른", "고운", "너른", "새벽", "한결", "달빛", "숲속", "바다", "노을", "하얀", "은빛",
    "햇살", "마중", "골목", "산들",
];
const SECOND: [&str; 17] = [
    "베이커리",
    "서점",
    "꽃집",
    "공방",
    "식당",
    "찻집",
    "안경",
    "문구",
    "세탁소",
    "과일",
    "반찬",
    "정육",
    "약방",
    "학원",
    "미용실",
    "자전거",
    "사진관",
];
const THIRD: [&str; 13] = [
    "가람점",
    "누리점",
    "다솜점",
    "라온점",
    "마루점",
    "별내점",
    "솔숲점",
    "아름점",
    "한뫼점",
    "강변점",
    "언덕점",
    "시장점",
    "본점",
];

/// The numbers of the apps are from here on: those that brands have by their names are below, and of so many brands two would have the
/// same.
const NUMBERS: u64 = 10_000_000;

/// Whose channels they are.
pub(super) const VIEWER: &str = "many";

/// Somebody with that many channels and a tenth as many apps, and everything they refer to. Of ten channels seven can be used, three
/// of which are linked to the app of the ten. The same numbers give the same data.
pub fn many(channels: usize, now: Time) -> (UserId, Vec<Change>) {
    let mut seed = Seed::new(now);
    let master = seed.user("many-master", "문채움", "한가득 상사", Duty::Applicant);
    let viewer = seed.user(VIEWER, "한가득", "한가득 상사", Duty::Applicant);
    for first in (0..channels).step_by(10) {
        ten(
            &mut seed,
            first,
            (channels - first).min(10),
            &master,
            &viewer,
        );
    }
    (viewer, seed.changes)
}

/// The channels of one business, and its app if there are ten of them.
fn ten(seed: &mut Seed, first: usize, count: usize, master: &UserId, viewer: &UserId) {
    let business = first / 10;
    let name = format!(
        "{} {}",
        pick(&FIRST, business),
        pick(&SECOND, business / 16)
    );
    let brand = Brand {
        slug: &format!("many-{business}"),
        name: &name,
        trade_name: &name,
        representative: "문채움",
        category: "쇼핑",
        class: u8::try_from(1 + business / 9_999 % 79).unwrap_or(1),
        serial: u16::try_from(1 + business % 9_999).unwrap_or(1),
    };
    let mut usable = Vec::new();
    for place in 0..count {
        let n = first + place;
        let name = format!(
            "{} {} {}",
            pick(&FIRST, n),
            pick(&SECOND, n),
            pick(&THIRD, n)
        );
        let mut channel = brand.channel_named(&place.to_string(), &name);
        channel.search_id = format!("{}{}{n}", pick(&FIRST, n), pick(&SECOND, n));
        channel.state = match place {
            7 => ChannelState::Plain,
            8 => ChannelState::InReview,
            _ => ChannelState::Business,
        };
        let role = if place == 9 {
            ChannelRole::Below
        } else {
            ChannelRole::Manager
        };
        seed.channel(&channel, &[(master, ChannelRole::Master), (viewer, role)]);
        if place < 3 {
            usable.push(channel);
        }
    }
    if count == 10 {
        let app = App {
            number: NUMBERS + u64::try_from(business).unwrap_or_default(),
            ..brand.app()
        };
        seed.app(&app, &[(master, AppRole::Owner), (viewer, AppRole::Editor)]);
        seed.link(&app, &usable, 24);
    }
}

fn pick(words: &[&'static str], n: usize) -> &'static str {
    words
        .iter()
        .copied()
        .cycle()
        .nth(n % words.len())
        .unwrap_or_default()
}
