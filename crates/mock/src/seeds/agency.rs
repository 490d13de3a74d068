//! 바른 대행사: one person runs sixty brands, and every state of a channel, an app and an application is among them.

use domain::app::{App, AppKind};
use domain::business::BusinessReview;
use domain::channel::{Channel, ChannelState};
use domain::finding::Code;
use domain::form::Form;
use domain::id::UserId;
use domain::item::{Item, Stage};
use domain::review::Verdict;
use domain::role::{AppRole, ChannelRole};

use super::agency_brands::{BRANDS, Standing};
use super::brand::Brand;
use super::forms::sound;
use super::people::People;
use super::seed::Seed;
use super::story::Story;

/// A brand with its channel and app, before anything is planted.
struct Site<'a> {
    brand: Brand<'a>,
    standing: Standing,
    channel: Channel,
    app: App,
    /// The brand's own master and owner.
    owner: &'a UserId,
}

/// Plants the sixty.
pub(super) fn plant(seed: &mut Seed, people: &People) {
    let owners = people.owners.iter().cycle();
    for (place, ((slug, name, category, standing), owner)) in
        (0_u16..).zip(BRANDS.iter().zip(owners))
    {
        let (class, trade_name) = trade_name(place, name);
        let brand = Brand {
            slug,
            name,
            trade_name: &trade_name,
            representative: &representative(place),
            category,
            class,
            serial: 1001 + place,
        };
        let site = Site {
            channel: brand.channel(),
            app: brand.app(),
            brand,
            standing: *standing,
            owner: if *standing == Standing::Own {
                &people.jiwoo
            } else {
                owner
            },
        };
        one(seed, people, site, place);
    }
}

/// A name as it stands on a certificate, and the class of number that goes with it.
fn trade_name(place: u16, name: &str) -> (u8, String) {
    match place % 4 {
        0 => (87, format!("주식회사 {name}")),
        1 => (10, name.to_owned()),
        2 => (86, format!("{name} 주식회사")),
        _ => (81, format!("(주){name}")),
    }
}

/// One of many made-up names.
fn representative(place: u16) -> String {
    const FAMILY: [char; 7] = ['권', '남', '도', '류', '민', '안', '심'];
    const GIVEN: [&str; 9] = [
        "가람", "나래", "다온", "라희", "마루", "새론", "아라", "지안", "하람",
    ];
    let place = usize::from(place);
    let family = FAMILY.iter().cycle().nth(place).copied().unwrap_or('심');
    let given = GIVEN
        .iter()
        .cycle()
        .nth(place * 4 + place / 9)
        .copied()
        .unwrap_or_default();
    format!("{family}{given}")
}

fn one(seed: &mut Seed, people: &People, mut site: Site<'_>, place: u16) {
    unusable(&mut site, place);
    let jiwoo = &people.jiwoo;
    let (on_channel, on_app) = match site.standing {
        Standing::BelowChannel => (ChannelRole::Below, AppRole::Editor),
        Standing::BelowApp => (ChannelRole::Manager, AppRole::Below),
        Standing::Own => (ChannelRole::Master, AppRole::Owner),
        _ => (ChannelRole::Manager, AppRole::Editor),
    };
    let channels: Vec<Channel> = std::iter::once(site.channel.clone())
        .chain(branches(&site))
        .collect();
    for channel in &channels {
        let roles = [(site.owner, ChannelRole::Master), (jiwoo, on_channel)];
        let roles: &[_] = if site.owner == jiwoo {
            &roles[1..]
        } else {
            &roles
        };
        seed.channel(channel, roles);
    }
    if site.standing == Standing::NoApp {
        return;
    }
    let roles = [(site.owner, AppRole::Owner), (jiwoo, on_app)];
    let roles: &[_] = if site.owner == jiwoo {
        &roles[1..]
    } else {
        &roles
    };
    seed.app(&site.app, roles);
    let linked = channels.iter().take(links(site.standing));
    seed.link(&site.app, linked, 24 * (20 + i64::from(place)));
    apply(seed, people, &site, place);
}

/// What keeps a brand from being used.
fn unusable(site: &mut Site<'_>, place: u16) {
    site.app.kakao_login = place.is_multiple_of(2);
    match site.standing {
        Standing::Channel(state) => {
            site.channel.state = state;
            if state == ChannelState::Plain {
                site.channel.business = None;
            }
        }
        Standing::ChannelNoBusiness => site.channel.business = None,
        Standing::Differs => {
            let sister = Brand {
                serial: site.brand.serial + 1000,
                ..site.brand
            };
            site.channel.business = Some(sister.business());
        }
        Standing::App(kind) => {
            site.app.kind = kind;
            site.app.business = None;
            site.app.business_review = BusinessReview::NotRequested;
            site.app.icon = kind != AppKind::Basic;
            if kind != AppKind::Overseas {
                site.app.company = site.brand.name.to_owned();
            }
        }
        Standing::AppNoBusiness => {
            site.app.business = None;
            site.app.business_review = BusinessReview::NotRequested;
        }
        Standing::AppBlocked => site.app.blocked = true,
        Standing::AppPending => site.app.business_review = BusinessReview::InReview,
        _ => {}
    }
}

/// Further channels of the brands that have several.
fn branches(site: &Site<'_>) -> Vec<Channel> {
    const TEN: [(&str, &str); 10] = [
        ("garam", "가람점"),
        ("nuri", "누리점"),
        ("dasom", "다솜점"),
        ("raon", "라온점"),
        ("maru", "마루점"),
        ("byeol", "별내음점"),
        ("sol", "솔숲점"),
        ("areum", "아름점"),
        ("haneul", "하늘길점"),
        ("station", "물결역점"),
    ];
    const TWO: [(&str, &str); 2] = [("care", "고객센터"), ("club", "단골 모임")];
    let parts: &[(&str, &str)] = match site.standing {
        Standing::Full => &TEN,
        Standing::Several => &TWO,
        _ => &[],
    };
    let named = |(part, name): &(&str, &str)| {
        site.brand
            .channel_named(part, &format!("{} {name}", site.brand.name))
    };
    parts.iter().map(named).collect()
}

/// How many of the brand's channels are linked.
fn links(standing: Standing) -> usize {
    match standing {
        Standing::Full => 10,
        Standing::Several => 2,
        Standing::Draft
        | Standing::Submitted
        | Standing::InReview
        | Standing::OnHold
        | Standing::Rejected
        | Standing::Approved
        | Standing::Withdrawn
        | Standing::Own
        | Standing::Linked
        | Standing::AppPending => 1,
        _ => 0,
    }
}

/// The application of a linked brand, as far as it has come.
fn apply(seed: &mut Seed, people: &People, site: &Site<'_>, place: u16) {
    use Item::{AccountEmail, Birthday, Birthyear, Gender, Name, PhoneNumber};
    use Stage::{Optional, Required};
    let People {
        jiwoo, yuna, junho, ..
    } = people;
    let items = [
        (AccountEmail, Optional),
        (PhoneNumber, Required),
        (Name, Required),
        (Gender, Optional),
        (Birthday, Optional),
        (Birthyear, Required),
    ];
    let asked = match site.standing {
        Standing::OnHold | Standing::Rejected => &items[..],
        _ => &items[..4],
    };
    let mut form = sound(&site.app, &site.channel, site.brand.slug, asked);
    if matches!(site.standing, Standing::InReview | Standing::Several) {
        hurried(&mut form);
    }
    let day = 24 + i64::from(place);
    let begin = |seed| Story::begin(seed, &site.app, &[&site.channel], jiwoo, day * 12);
    match site.standing {
        Standing::Draft => begin(seed).plant(),
        Standing::Submitted | Standing::Several => begin(seed)
            .edit(form, jiwoo, day + 6)
            .submit(jiwoo, day)
            .plant(),
        Standing::InReview => begin(seed)
            .edit(form, jiwoo, day + 30)
            .submit(jiwoo, day + 26)
            .open(yuna, 3)
            .plant(),
        Standing::Withdrawn => begin(seed)
            .edit(form, jiwoo, 90)
            .submit(jiwoo, 80)
            .withdraw(jiwoo, 60)
            .plant(),
        Standing::OnHold => {
            let policy = "개인정보처리방침의 수집 항목 표에서 성별이 필수인지 선택인지 확인되지 않습니다. 표에 조건을 적고 다시 올려 주세요.";
            let screen = "가입 화면 그림의 아래쪽이 잘려 생일 칸이 보이지 않습니다. 항목과 조건이 모두 보이게 올려 주세요.";
            let said = [
                (
                    Gender,
                    Verdict::Hold,
                    Some(Code::PolicyLacksCondition),
                    policy,
                ),
                (Birthday, Verdict::Hold, Some(Code::SignupLacksItem), screen),
            ];
            let words = "두 항목을 보완하면 이어서 봅니다. 나머지는 승인했습니다.";
            begin(seed)
                .edit(form, jiwoo, 110)
                .submit(jiwoo, 100)
                .decide(yuna, 28, &said, words)
                .plant();
        }
        Standing::Rejected => {
            let later = "전화번호는 예약 단계에서만 받고 있습니다. 가입 화면에서 받지 않는 항목은 요청할 수 없습니다.";
            let said = [(
                PhoneNumber,
                Verdict::Reject,
                Some(Code::CollectedLater),
                later,
            )];
            begin(seed)
                .edit(form, jiwoo, 210)
                .submit(jiwoo, 200)
                .decide(junho, 130, &said, "")
                .plant();
        }
        Standing::Approved => approved_at_second(begin(seed).edit(form, jiwoo, 500), jiwoo, yuna),
        Standing::Linked if place.is_multiple_of(3) => begin(seed)
            .edit(form, jiwoo, 400)
            .submit(jiwoo, 390)
            .decide(junho, 350, &[], "")
            .plant(),
        Standing::Linked if place % 3 == 1 => {
            form.evidence.clear();
            form.declared = false;
            begin(seed).edit(form, jiwoo, day).plant();
        }
        _ => {}
    }
}

/// What may be submitted, but not without the reviewer seeing that it was warned of.
fn hurried(form: &mut Form) {
    form.service
        .business_on_site
        .trade_name
        .push_str(" (온라인몰)");
    form.service.usable_without_login = Some(false);
    if let Some(gender) = form.items.get_mut(&Item::Gender) {
        gender.purpose = "추천에 씁니다".into();
        gender.used_where.clear();
    }
}

/// Held for one item, put right, approved.
fn approved_at_second(story: Story<'_>, jiwoo: &UserId, yuna: &UserId) {
    let words = "성별을 쓰는 곳이 확인되지 않습니다. 쓰는 화면을 알려 주세요.";
    let said = [(Item::Gender, Verdict::Hold, Some(Code::UseMissing), words)];
    let story = story.submit(jiwoo, 480).decide(yuna, 430, &said, "");
    let mut form = story.form();
    if let Some(gender) = form.items.get_mut(&Item::Gender) {
        gender.used_where = "꽃다발 추천 화면의 첫 질문".into();
    }
    story
        .edit(form, jiwoo, 420)
        .submit(jiwoo, 418)
        .decide(yuna, 380, &[], "보완을 확인했습니다.")
        .plant();
}
