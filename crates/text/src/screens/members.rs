//! Who has a role on a channel or an app, and changing that.

sentences! {
    title: "구성원", "Members";
    you: "나", "You";
    only_master: "다른 사람의 권한은 마스터만 바꿀 수 있습니다.", "Only the master changes the roles of others.";
    only_owner: "다른 사람의 권한은 오너만 바꿀 수 있습니다.", "Only the owner changes the roles of others.";
    one_master: "마스터는 언제나 한 명입니다. 나가려면 먼저 다른 사람에게 넘기세요.", "There is always exactly one master. To leave, hand over to somebody else first.";
    one_owner: "오너는 언제나 한 명입니다. 나가려면 먼저 다른 사람에게 넘기세요.", "There is always exactly one owner. To leave, hand over to somebody else first.";
    alone: "아직 다른 사람이 없습니다. 아래에서 추가하거나, 권한을 요청받으면 승인할 수 있습니다.", "Nobody else has a role yet. Add somebody below, or grant a role when somebody asks for it.";
    closed: "계정 닫힘", "Account closed";

    manager_button: "매니저로 정하기", "Make manager";
    editor_button: "에디터로 정하기", "Make editor";
    lower_button: "권한 낮추기", "Lower the role";
    remove_button: "권한 회수", "Remove";
    master_button: "마스터 넘기기", "Hand over";
    owner_button: "오너 넘기기", "Hand over";
    leave_button: "나가기", "Leave";
    changing: "바꾸는 중", "Changing";

    add_title: "사람 추가", "Add a person";
    add_id: "사용자 ID", "User ID";
    add_hint: "상대방이 설정 화면에서 복사해 알려 준 ID를 그대로 붙여 넣으세요.", "Paste the ID that they copied from their settings.";
    add_role: "줄 권한", "Role to give";
    add_button: "추가하기", "Add";
    adding: "추가하는 중", "Adding";
    add_unknown: "이 사용자 ID를 쓰는 사람이 없습니다. 상대방의 설정 화면에 있는 ID와 같은지 확인하세요.", "Nobody has this user ID. Compare it with the one in their settings.";
    add_already: "이미 권한이 있는 사람입니다. 위 목록에서 권한을 바꾸세요.", "This person has a role already. Change it in the list above.";
    added(name: &str, role: &str): "{name} 님을 추가했습니다. 권한: {role}.", "{name} was added. Role: {role}.";

    raise_title(name: &str): "{name} 님의 권한을 올릴까요?", "Raise the role of {name}?";
    raise_channel: "채널을 앱에 연결할 수 있고, 사업자 정보를 모두 볼 수 있습니다.", "They can link the channel to apps and see its business information in full.";
    raise_app: "앱에 채널을 연결하고, 신청서를 쓰고 제출할 수 있습니다.", "They can link channels to the app, and write and submit its application.";
    lower_title(name: &str): "{name} 님의 권한을 낮출까요?", "Lower the role of {name}?";
    lower_channel: "채널은 계속 보이지만 앱에 연결할 수 없고, 사업자등록번호는 일부만 보입니다.", "They still see the channel, but cannot link it, and see its registration number only in part.";
    lower_app: "앱과 신청서는 계속 보이지만 고치거나 제출할 수 없습니다.", "They still see the app and its application, but cannot change or submit anything.";
    remove_title(name: &str): "{name} 님의 권한을 회수할까요?", "Remove {name}?";
    remove_channel: "바로 다음 요청부터 이 채널을 볼 수 없습니다. 만들어 둔 연결은 그대로 남습니다.", "From their next request on they do not see this channel any more. Links they made stay.";
    remove_app: "바로 다음 요청부터 이 앱과 신청서를 볼 수 없습니다. 만들어 둔 연결과 신청서는 그대로 남습니다.", "From their next request on they do not see this app and its application any more. Links and applications they made stay.";
    hand_over_title(name: &str): "{name} 님에게 모두 넘길까요?", "Hand over to {name}?";
    hand_over_channel(name: &str): "{name} 님이 마스터가 되고 나는 매니저가 됩니다. 되돌리려면 {name} 님이 다시 넘겨야 합니다.", "{name} becomes the master and you a manager. Only {name} can undo this by handing back.";
    hand_over_app(name: &str): "{name} 님이 오너가 되고 나는 에디터가 됩니다. 되돌리려면 {name} 님이 다시 넘겨야 합니다.", "{name} becomes the owner and you an editor. Only {name} can undo this by handing back.";
    leave_title: "권한을 내려놓고 나갈까요?", "Give up your role?";
    leave_channel: "이 채널이 목록에서 사라집니다. 다시 쓰려면 권한을 요청해 마스터의 승인을 받아야 합니다.", "The channel disappears from your list. To come back you have to ask for a role, and the master has to grant it.";
    leave_app: "이 앱과 신청서가 목록에서 사라집니다. 다시 쓰려면 오너가 권한을 주어야 합니다.", "The app and its application disappear from your list. To come back the owner has to give you a role.";

    changed(name: &str, role: &str): "{name} 님의 권한을 바꿨습니다. 지금 권한: {role}.", "The role of {name} was changed. It is now: {role}.";
    removed(name: &str): "{name} 님의 권한을 회수했습니다.", "{name} was removed.";
    handed_over(name: &str): "{name} 님에게 넘겼습니다.", "Handed over to {name}.";
    stale(wanted: &str, name: &str, now: &str): "그사이 다른 사람이 권한이나 연결을 바꿔서 하지 않았습니다. 하려던 것: {name} 님 {wanted}. 지금 권한: {now}. 확인하고 다시 하세요.", "Somebody changed roles or links meanwhile, so it was not done. You wanted: {wanted} ({name}). Their role now: {now}. Look at it and try again.";
    no_role: "없음", "none";
    gone(name: &str): "{name} 님은 이제 권한이 없어서 넘기지 않았습니다. 목록을 새로 가져왔습니다.", "{name} has no role any more, so nothing was handed over. The list is new.";
}
