//! Order and time: what has to be approved before what, and how many business days that usually takes. Experience, never a promise.

use crate::plural;

sentences! {
    title: "순서와 걸리는 시간", "Order and time";
    convert_app: "비즈 앱으로 전환", "Convert the app to a biz app";
    channel_review: "비즈니스 채널 심사", "Review of the business channel";
    business_review: "앱의 사업자 정보 심사", "Review of the app's business information";
    link: "앱과 채널 연결", "Link app and channel";
    item_review: "동의항목 심사", "Review of the consent items";
    switch_on: "간편가입 켜기", "Switch simple signup on";
    done: "끝남", "done";
    now: "지금 할 수 있음", "can be done now";
    in_review: "심사 중", "under review";
    waits: "앞 단계를 기다림", "waits for a step before it";
    days(min: u32, max: u32): "보통 영업일 {min}~{max}일", "usually {min} to {max} business days";
    all_done: "심사를 기다릴 것이 남아 있지 않습니다.", "No review is left to wait for.";
    all_days(min: u32, max: u32, first: &str, last: &str): "오늘 시작하면 보통 영업일 {min}~{max}일, {first}~{last} 사이에 끝납니다.", "Begun today, it usually takes {min} to {max} business days: between {first} and {last}.";
    no_promise: "경험에 따른 것이며 약속이 아닙니다. 다시 신청하면 그만큼 길어집니다.", "This is experience, not a promise. Each new round adds as much again.";
    launch_on(day: &str): "여는 날: {day}", "Launch: {day}";
    launch_after(days: usize): "넉넉합니다. 영업일로 {days}일이 남습니다.", "There is time: {days} business {word} to spare.", word = plural(days, "day", "days");
    launch_tight: "빠르면 맞고, 늦으면 맞지 않습니다.", "It fits if all goes fast, and not if it goes slowly.";
    launch_before: "심사가 여는 날보다 늦게 끝날 수 있습니다.", "The reviews may end after that day.";
    launch_set: "여는 날 적기", "Give the launch date";
}
