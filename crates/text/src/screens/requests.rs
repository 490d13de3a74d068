//! Requests for a role: asking, granting, declining.

sentences! {
    title: "권한 요청", "Role requests";
    lead: "채널 마스터와 앱 오너가 여기에서 권한을 줍니다.", "Channel masters and app owners give roles here.";

    ask_title(role: &str): "{role} 권한 요청", "Ask for a role: {role}";
    ask_master(target: &str): "「{target}」 채널의 마스터가 요청을 받습니다.", "The master of {target} will be asked.";
    ask_who(target: &str, who: &str): "「{target}」 요청을 {who} 님이 받습니다.", "{who} will be asked, for {target}.";
    ask_effect: "승인되면 바로 쓸 수 있습니다. 결과는 권한 요청 화면에 보입니다.", "Once granted you can use it at once. The answer appears under role requests.";
    ask_note: "함께 전할 말", "A word to go with it";
    ask_note_hint: "적지 않아도 됩니다. 예: 싱크 신청을 맡았습니다", "May be left empty. Example: I prepare the application for Sync";
    ask_button: "권한 요청하기", "Ask for the role";
    asking: "요청하는 중", "Asking";
    requested: "권한을 요청했고 답을 기다리고 있습니다", "Asked for the role; waiting for an answer";
    asked(who: &str, role: &str): "{who} 님에게 {role} 권한을 요청했습니다. 승인되면 이 목록에 바로 보입니다.", "Asked {who} for this role: {role}. It will appear here once granted.";
    asked_master(role: &str): "마스터에게 {role} 권한을 요청했습니다. 승인되면 목록에 바로 보입니다.", "Asked the master for this role: {role}. It will appear in your list once granted.";
    asked_already: "이미 요청한 권한입니다. 답을 기다리고 있습니다.", "This role has been asked for already. It waits for an answer.";
    see_button: "요청 보기", "See your requests";

    incoming(count: usize): "내가 답할 요청 {count}개", "Waiting for your answer: {count}";
    incoming_none: "답을 기다리는 요청이 없습니다.", "Nothing waits for your answer.";
    decided(count: usize): "답한 요청 {count}개", "Answered: {count}";
    outgoing(count: usize): "내가 보낸 요청 {count}개", "Your requests: {count}";
    outgoing_none: "보낸 요청이 없습니다. 쓸 수 없는 채널이나 앱에서 권한을 요청할 수 있습니다.", "You have not asked for any role. You can do so at a channel or app that you cannot use.";
    none_title: "권한 요청이 없습니다", "There are no role requests";
    none: "누가 권한을 요청하면 여기에서 답합니다. 내가 보낸 요청도 여기에 보입니다.", "When somebody asks you for a role, you answer here. Your own requests appear here, too.";
    by(name: &str, organisation: &str): "{name} · {organisation}", "{name} · {organisation}";
    wanted(role: &str, target: &str): "「{target}」의 {role}", "{role} of {target}";
    wanted_unseen(role: &str): "지금은 볼 수 없는 앱의 {role}", "{role} of an app that you do not see any more";
    note_empty: "함께 전한 말이 없습니다", "No words with it";
    asked_at: "요청", "Asked";
    decided_at: "답", "Answered";
    decider: "답하는 사람", "Who decides";
    grant_button: "권한 주기", "Give the role";
    granting: "권한을 주는 중", "Giving the role";
    decline_button: "주지 않기", "Do not give it";
    declining: "답하는 중", "Answering";
    granted(who: &str): "{who} 님에게 권한을 주었습니다.", "{who} has the role now.";
    declined(who: &str): "{who} 님에게 권한을 주지 않았습니다.", "{who} was not given the role.";
    reload_button: "새로 불러오기", "Load again";
}
