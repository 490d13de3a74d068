//! Signing in, and the demo identities.

use domain::role::{AppRole, ChannelRole, Duty};

use crate::{Lang, plural};

sentences! {
    title: "로그인", "Sign in";
    choose_demo: "연습용 계정 가운데 하나를 고르세요.", "Choose one of the demo accounts.";
    demo_explained: "연습용 계정은 지어낸 회사와 지어낸 사업자등록번호를 씁니다. 아무것도 카카오로 보내지 않습니다.", "The demo accounts use made-up businesses and made-up registration numbers. Nothing is sent to Kakao.";
    sign_in_button: "이 계정으로 들어가기", "Sign in as this person";
    signing_in: "들어가는 중", "Signing in";
    returns: "로그인하면 보던 화면으로 돌아갑니다.", "You'll return to the page you were on.";
    choose_first: "들어갈 계정을 고르세요", "Choose an account";
    channels(count: usize): "채널 {count}개", "{count} {channels}", channels = plural(count, "channel", "channels");
    apps(count: usize): "앱 {count}개", "{count} {apps}", apps = plural(count, "app", "apps");
    channel_role(role: &str): "채널 {role}", "Channel: {role}";
    app_role(role: &str): "앱 {role}", "App: {role}";
    no_roles: "채널과 앱에 권한 없음", "No role on any channel or app";
    no_identities: "고를 수 있는 계정이 없습니다. 이 싱크데스크를 설치한 사람에게 문의하세요.", "There is no account to choose. Ask whoever installed this Syncdesk.";
    provider_down: "로그인 서버가 응답하지 않습니다. 잠시 뒤 다시 시도하세요.", "The sign-in server does not answer. Try again in a while.";
    identity_gone: "쓰던 계정이 없어져 로그아웃했습니다. 다른 계정으로 들어가세요.", "The account you used is gone, so you were signed out. Sign in with another one.";
    signed_out: "로그아웃했습니다.", "You are signed out.";
    switch_title: "계정 바꾸기", "Switch account";
    switch_hint: "다른 계정을 고르면 보던 화면으로 돌아갑니다.", "Choose another account and come back to the same page.";
    current: "지금 쓰는 계정", "Your current account";
    with_provider(title: &str): "{title} 로그인", "Sign in with {title}";
    new_tab: "새 창에서 열립니다. 로그인한 뒤 이 창으로 돌아오세요.", "It opens in a new tab. Sign in there, then come back to this one.";
    back_button: "로그인 완료 확인", "I have signed in";
    choose_way: "로그인하는 방법을 고르세요.", "Choose how to sign in.";
    invited_title: "초대를 받았습니다", "You are invited";
    invited(name: &str, duty: &str): "{name} 님을 초대했습니다. 하는 일: {duty}. 아래에서 로그인하면 계정이 생깁니다.", "{name} is invited as: {duty}. Sign in below, and the account is made.";
    invited_nameless(duty: &str): "초대를 받았습니다. 하는 일: {duty}. 아래에서 로그인하면 계정이 생깁니다.", "You are invited as: {duty}. Sign in below, and the account is made.";
    invited_for(organisation: &str): "소속: {organisation}", "Organisation: {organisation}";
    not_signed_in: "로그인하지 못했습니다", "You are not signed in";
    not_set_up_title: "아직 로그인할 수 없습니다", "Sign-in is not set up";
    not_set_up: "이 싱크데스크에는 로그인 방법이 설정돼 있지 않습니다.", "No way of signing in is set up on this installation.";
    not_set_up_operator: "설치한 사람은 설정 파일에 [[providers]]를 적거나, 이 기기에서 다음 명령으로 연습용 계정을 켤 수 있습니다.", "Whoever operates it can name a provider under [[providers]] in the configuration file, or switch on the demo accounts on this machine with this command.";
}

/// What a demo identity may do, in one line: the highest role on channels and on apps, each with how many there are.
pub fn roles(
    lang: Lang,
    duty: Duty,
    on_channels: Option<(ChannelRole, usize)>,
    on_apps: Option<(AppRole, usize)>,
) -> String {
    let mut words = Vec::new();
    if duty != Duty::Applicant {
        words.push(crate::duty(lang, duty).to_owned());
    }
    if let Some((role, count)) = on_channels {
        words.push(channel_role(lang, crate::channel_role(lang, role)));
        words.push(channels(lang, count));
    }
    if let Some((role, count)) = on_apps {
        words.push(app_role(lang, crate::app_role(lang, role)));
        words.push(apps(lang, count));
    }
    if words.is_empty() {
        words.push(no_roles(lang).to_owned());
    }
    words.join(" · ")
}
