//! 별하 커피: a master and owner, a manager and editor, somebody below both; one application almost ready to submit.

use domain::channel::{Channel, ChannelState};
use domain::form::Form;
use domain::item::{Item, Moment, Shown, Stage};
use domain::role::{AppRole, ChannelRole, RoleRequestState, RoleWanted};

use super::brand::Brand;
use super::forms::sound;
use super::people::People;
use super::seed::Seed;
use super::story::Story;

const BYEOLHA: Brand<'static> = Brand {
    slug: "byeolha",
    name: "별하 커피",
    trade_name: "별하 커피",
    representative: "김하린",
    category: "음식·음료",
    class: 1,
    serial: 9001,
};

/// Three channels can be used, two cannot; one app is linked, one is not used for login.
pub(super) fn plant(seed: &mut Seed, people: &People) {
    use ChannelRole::{Below, Manager, Master};
    use RoleRequestState::{Declined, Open};
    let People {
        harin,
        doyun,
        seojin,
        ..
    } = people;
    let coffee = channel("coffee", "별하 커피", "별하커피", ChannelState::Business);
    let bakery = channel(
        "bakery",
        "별하 베이커리",
        "별하베이커리",
        ChannelState::Business,
    );
    let goods = channel("goods", "별하 굿즈", "별하굿즈", ChannelState::Business);
    let beans = channel("beans", "별하 원두", "별하원두", ChannelState::Plain);
    let catering = channel(
        "catering",
        "별하 케이터링",
        "별하케이터링",
        ChannelState::InReview,
    );
    seed.channel(
        &coffee,
        &[(harin, Master), (doyun, Manager), (seojin, Below)],
    );
    seed.channel(
        &bakery,
        &[(harin, Master), (doyun, Manager), (seojin, Below)],
    );
    seed.channel(&goods, &[(harin, Master), (doyun, Manager)]);
    seed.channel(
        &beans,
        &[(harin, Master), (doyun, Manager), (seojin, Below)],
    );
    seed.channel(&catering, &[(harin, Master), (doyun, Below)]);

    let mut order = BYEOLHA.app_named("order", "별하 주문");
    order.kakao_login = true;
    let members = BYEOLHA.app_named("members", "별하 멤버십");
    for app in [&order, &members] {
        seed.app(
            app,
            &[
                (harin, AppRole::Owner),
                (doyun, AppRole::Editor),
                (seojin, AppRole::Below),
            ],
        );
    }
    seed.link(&order, [&coffee], 24 * 12);
    let draft = almost_ready(sound(
        &order,
        &coffee,
        "byeolha",
        &[
            (Item::Profile, Stage::Optional),
            (Item::AccountEmail, Stage::Required),
            (Item::PhoneNumber, Stage::Required),
            (Item::Name, Stage::Required),
            (Item::Birthday, Stage::Optional),
        ],
    ));
    Story::begin(seed, &order, &[&coffee], harin, 24 * 6)
        .edit(draft, doyun, 3)
        .plant();

    let manager = |of: &Channel| RoleWanted::ChannelManager {
        channel: of.id.clone(),
    };
    let editor = RoleWanted::AppEditor {
        app: members.id.clone(),
    };
    let note = "베이커리 신메뉴 소식을 제가 맡게 되었습니다.";
    seed.request(seojin, manager(&bakery), note, Open, 20);
    let note = "멤버십 개편 때 카카오싱크 신청을 돕겠습니다.";
    seed.request(seojin, editor, note, Open, 44);
    let note = "케이터링 상담 채널도 함께 운영하려고 합니다.";
    seed.request(doyun, manager(&catering), note, Open, 70);
    seed.request(seojin, manager(&goods), "", Declined, 24 * 30);
}

fn channel(part: &str, name: &str, search_id: &str, state: ChannelState) -> Channel {
    Channel {
        search_id: search_id.to_owned(),
        state,
        ..BYEOLHA.channel_named(part, name)
    }
}

/// The last slips before submitting: one item collected too late, one without its condition in the policy, one without a place of
/// use, a trade name spelled in two ways, and the declaration.
fn almost_ready(mut form: Form) -> Form {
    if let Some(phone) = form.items.get_mut(&Item::PhoneNumber) {
        phone.own_moment = Some(Moment::Order);
    }
    if let Some(birthday) = form.items.get_mut(&Item::Birthday) {
        birthday.in_privacy_policy = Some(Shown::WithoutCondition);
        birthday.used_where.clear();
    }
    form.service.business_on_site.trade_name = "별하커피".into();
    form.login.scopes_sent = ["profile_nickname", "account_email", "phone_number", "name"]
        .map(String::from)
        .into();
    form.declared = false;
    form
}
