//! Links between apps and channels: the list, the wizard, unlinking.

use crate::plural;

sentences! {
    name: "연결", "Links";
    title: "앱과 채널의 연결", "Links between apps and channels";
    empty_title: "아직 연결이 없습니다", "Nothing is linked yet";
    empty: "앱과 채널을 연결하면 싱크를 신청할 수 있습니다.", "Link an app and a channel, then you can apply for Sync.";
    start_button: "연결 시작하기", "Start linking";
    linked_at(time: &str): "{time}에 연결", "Linked {time}";
    slots(used: usize, limit: usize, left: usize): "{limit}개 가운데 {used}개 연결, {left}개 남음", "{used} of {limit} linked, {left} left";
    link_channels_button: "채널 연결하기", "Link channels";
    see_links: "연결된 채널 보기", "See its linked channels";
    unlinked_apps(count: usize): "아직 채널이 없는 앱 {count}개", "{count} {apps} without a channel", apps = plural(count, "app", "apps");
    search: "앱, 채널 이름, 초성으로 찾기", "Find by app, channel or initial consonants";
    only_one_app: "앱 하나의 연결만 보고 있습니다.", "You see the links of one app only.";
    show_all: "모두 보기", "Show all";
    representative_now: "대표 채널", "Representative";
    unlink_also(channel: &str): "「{channel}」 채널", "{channel}";
    no_channel_here: "연결된 채널이 없습니다.", "No channel is linked.";
    drifted: "번호가 달라진 연결", "Numbers differ";
    drift_effect: "연결은 그대로 남지만, 번호를 맞출 때까지 싱크를 새로 제출할 수 없습니다.", "The link stays, but nothing new can be submitted until the numbers match.";
    list_stale(channel: &str, wanted: &str, now: &str): "그사이 다른 사람이 이 앱의 연결을 바꿔서 하지 않았습니다. 하려던 것: 「{channel}」 {wanted}. 지금 연결: {now}. 확인하고 다시 하세요.", "Somebody changed this app's links meanwhile, so it was not done. You wanted: {wanted} ({channel}). Linked now: {now}. Look at them and try again.";
    named_representative(channel: &str): "{channel}(대표)", "{channel} (representative)";
    linked_none: "없음", "none";
    unlinking: "연결을 해제하는 중", "Unlinking";
    changing: "바꾸는 중", "Changing";

    wizard: "앱과 채널 연결하기", "Link an app and its channels";
    step_app: "앱 고르기", "Choose an app";
    step_channels: "채널 고르기", "Choose channels";
    step_review: "확인", "Check";
    step_done: "끝", "Done";
    came_back: "아직 고르지 않은 것이 있어 이 단계로 돌아왔습니다.", "Something is not chosen yet, so you are back at this step.";

    app_title: "어느 앱에 연결할까요?", "Which app do you want to link?";
    app_only_one: "고를 수 있는 앱이 하나라 미리 골라 두었습니다.", "There is only one app to choose, so it is chosen already.";
    app_keep_login: "지금 카카오 로그인에 쓰는 앱을 고르세요. 회원 식별값이 그대로 이어집니다.", "Choose the app you already use for Kakao Login. Member ids carry on.";
    app_new_warning: "카카오 로그인에 쓰지 않는 앱입니다. 이 앱으로 신청하면 지금 회원의 식별값이 이어지지 않습니다.", "This app is not used for Kakao Login. With it, the ids of your present members do not carry on.";
    app_none_title: "연결할 수 있는 앱이 없습니다", "There is no app that can be linked";
    apps_not_choosable(count: usize): "고를 수 없는 앱 {count}개", "{count} {apps} that cannot be chosen", apps = plural(count, "app", "apps");
    choose_app: "연결할 앱을 고르세요", "Choose an app";
    app_legend: "채널을 연결할 앱", "App to link channels to";
    app_no_new: "새 앱을 만들지 마세요. 앱이 바뀌면 지금 회원의 식별값이 이어지지 않습니다.", "Don't make a new app. With another app the ids of your present members do not carry on.";
    app_full(count: usize, limit: usize): "더 연결할 수 없습니다. {limit}개 가운데 {count}개가 찼습니다.", "No more can be linked: {count} of {limit} are taken.";
    app_chosen(app: &str): "고른 앱: {app}", "Chosen: {app}";
    app_chosen_elsewhere: "고른 앱이 지금 보이는 목록에 없습니다", "The chosen app is not in the list you see";
    app_not_chosen: "아직 고르지 않았습니다", "Nothing chosen yet";
    apps_hint: "쓸 수 있게 된 앱은 새로 불러오면 위 목록에 보입니다.", "Once an app can be used, it appears in the list above.";
    more_button: "더 보기", "Show more";
    to_channels_button: "다음: 채널 고르기", "Next: choose channels";

    channels_title(app: &str): "「{app}」 앱에 연결할 채널을 고르세요", "Choose the channels to link to {app}";
    chosen(count: usize): "고른 채널 {count}개", "{count} {channels} chosen", channels = plural(count, "channel", "channels");
    room_left(count: usize): "더 고를 수 있는 수 {count}개", "Room for {count} more";
    channels_not_choosable(count: usize): "고를 수 없는 채널 {count}개", "{count} {channels} that cannot be chosen", channels = plural(count, "channel", "channels");
    channels_none_title: "이 앱에 연결할 수 있는 채널이 없습니다", "No channel can be linked to this app";
    choose_channel: "연결할 채널을 하나 이상 고르세요", "Choose at least one channel";
    too_many(limit: usize): "{limit}개까지 고를 수 있습니다. 다른 채널을 빼고 다시 고르세요.", "You can choose up to {limit}. Take another channel out first.";
    choosable(count: usize): "고를 수 있는 채널 {count}개", "{count} {channels} you can choose", channels = plural(count, "channel", "channels");
    channel_search: "이름, 검색용 아이디, 초성으로 찾기", "Find by name, search ID or initial consonants";
    too_many_chosen(over: usize): "남은 자리보다 {over}개 많습니다. 그만큼 빼세요.", "That is {over} more than there is room for. Take as many out.";
    chosen_unusable(count: usize): "고른 채널 가운데 {count}개는 이 앱에 연결할 수 없습니다. 이유는 아래에 있습니다.", "{count} of the chosen channels cannot be linked to this app. The reasons stand below.";
    take_out_button: "고른 것에서 빼기", "Take them out";
    other_app_button: "다른 앱 고르기", "Choose another app";
    app_cannot: "이 앱에는 채널을 연결할 수 없습니다", "No channel can be linked to this app";
    missing: "찾는 채널이 목록에 없나요?", "Is your channel not here?";
    number_of_app: "앱의 사업자등록번호", "Registration number of the app";
    number_of_channel: "채널의 사업자등록번호", "Registration number of the channel";
    to_review_button: "다음: 확인", "Next: check";

    review_app: "앱", "App";
    review_channels: "연결할 채널", "Channels to link";
    ready: "연결할 수 있습니다", "Can be linked";
    already: "그사이 이미 연결됐습니다. 더 할 일이 없습니다.", "Linked already. Nothing left to do for it.";
    cannot: "연결할 수 없습니다", "Cannot be linked";
    gone: "이 채널을 더는 볼 수 없습니다", "You can no longer see this channel";
    checking: "지금 상태를 확인하는 중입니다", "Checking the present state";
    not_checked: "지금 상태를 확인하지 못했습니다", "The present state could not be checked";
    recheck_button: "다시 확인하기", "Check again";
    take_out_first: "연결할 수 없는 채널을 먼저 빼세요", "Take out what cannot be linked first";
    all_linked: "고른 채널이 모두 연결돼 있습니다", "All chosen channels are linked already";
    to_done_button: "연결 결과 보기", "See the result";
    changed_meanwhile: "그사이 다른 사람이 이 앱을 바꿔 새로 불러왔습니다. 고른 것은 그대로입니다. 확인하고 다시 누르세요.", "Somebody changed this app meanwhile, so it was loaded again. Your choices are kept. Check them and press again.";
    none_linked: "아무것도 연결하지 않았습니다. 이유는 채널마다 있습니다.", "Nothing was linked. The reasons stand with each channel.";
    review_title: "연결하기 전에 확인하세요", "Check before you link";
    change_app: "앱 바꾸기", "Change the app";
    change_channels: "채널 바꾸기", "Change the channels";
    representative: "대표 채널", "Representative channel";
    representative_hint: "동의 화면에 보이는 채널입니다. 나중에 바꿀 수 있습니다.", "The channel that the consent screen shows. You can change it later.";
    choose_representative: "대표 채널을 고르세요", "Choose the representative channel";
    what_happens: "연결하면 동의 화면에 대표 채널이 보입니다. 되돌리려면 연결을 해제하면 됩니다.", "The consent screen will show the representative channel. To undo it, unlink.";
    all_or_nothing: "하나라도 연결할 수 없으면 아무것도 연결하지 않습니다.", "If one cannot be linked, none is.";
    link_count_button(count: usize): "채널 {count}개 연결하기", "Link {count} {channels}", channels = plural(count, "channel", "channels");
    linking: "연결하는 중", "Linking";
    not_linked: "연결하지 못했습니다. 바뀐 것은 없습니다.", "We couldn't link. Nothing changed.";

    done(count: usize, app: &str): "채널 {count}개를 「{app}」 앱에 연결했습니다", "Linked {count} {channels} to {app}", channels = plural(count, "channel", "channels");
    done_loading: "연결 결과", "Result";
    done_none: "고른 채널이 연결돼 있지 않습니다", "The chosen channels are not linked";
    done_missing(count: usize): "고른 채널 가운데 {count}개는 지금 연결돼 있지 않습니다.", "{count} of the chosen channels {are} not linked now.", are = plural(count, "is", "are");
    done_all_links: "모든 연결 보기", "See all links";
    done_list: "이 앱에 연결된 채널", "Channels linked to this app";
    done_already(channel: &str): "「{channel}」 채널은 그사이 다른 사람이 연결했습니다", "Somebody else linked {channel} meanwhile";
    done_failed(channel: &str): "「{channel}」 채널을 연결하지 못했습니다", "{channel} was not linked";
    done_next: "다음 할 일", "Next";

    make_representative_button: "대표로 바꾸기", "Make representative";
    made_representative(channel: &str): "「{channel}」 채널을 대표 채널로 바꿨습니다.", "{channel} is the representative channel now.";
    unlink_button: "연결 해제하기", "Unlink";
    unlink_title(channel: &str): "「{channel}」 채널의 연결을 해제할까요?", "Unlink {channel}?";
    unlink_effect: "동의 화면에서 이 채널이 빠집니다. 이미 가입한 사람의 식별값은 바뀌지 않습니다.", "It will disappear from the consent screen. The ids of people who signed up do not change.";
    unlink_last: "마지막 채널입니다. 연결을 해제하면 다른 채널을 연결할 때까지 싱크를 쓸 수 없습니다.", "This is the last channel. Sync cannot be used until another one is linked.";
    unlink_representative(channel: &str): "대표 채널이므로 「{channel}」 채널이 대표를 이어받습니다.", "It is the representative channel, so {channel} takes over.";
    unlinked(channel: &str): "「{channel}」 채널의 연결을 해제했습니다.", "{channel} is unlinked.";
}
