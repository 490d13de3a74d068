//! What the lists of channels and apps have in common: filters, order, pages.

sentences! {
    filter_state: "상태", "State";
    state_all: "모두", "All";
    state_blocked: "쓸 수 없음", "Cannot be used";
    sort: "순서", "Order";
    sort_name: "이름순", "By name";
    sort_name_desc: "이름 거꾸로", "By name, backwards";
    sort_role: "내 권한순", "By your role";
    previous_page: "이전 50개", "Previous 50";
    next_page: "다음 50개", "Next 50";
}
