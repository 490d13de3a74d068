//! Help: who does what, where and how long it takes, and the questions people ask most.

sentences! {
    title: "도움말", "Help";
    lead: "막힌 곳에서 무엇을, 누가, 어디서 하면 되는지 적었습니다.", "What to do where you are stuck: who does it, and where.";
    who: "누가", "Who";
    place: "어디서", "Where";
    how_long: "얼마나", "How long";
    how: "어떻게", "How";
    experience: "기간은 경험에 따른 것이며 약속이 아닙니다.", "These times are experience, not a promise.";
    recheck: "끝나면 이 화면으로 돌아와 상태를 다시 확인하세요.", "When it is done, come back and look at the state again.";
    back_to: "하던 곳으로 돌아가기", "Back to where you were";

    channel_title: "비즈니스 채널로 전환하기", "Convert a channel to a business channel";
    channel_why: "운영하는 사업자를 따로 확인받은 카카오톡 채널이 비즈니스 채널입니다. 싱크에는 비즈니스 채널만 쓸 수 있습니다.", "A business channel is a Kakao Talk Channel whose operator was verified in a separate review. Sync works only with business channels.";
    channel_who: "채널 마스터", "The channel's master";
    channel_where: "채널 관리자센터의 비즈니스 채널 메뉴나 대시보드", "The business-channel menu or the dashboard of the channel admin centre";
    channel_how: "사업자 정보와 서류를 내고 심사를 신청합니다. 사업자등록번호는 연결할 앱과 같아야 합니다.", "Hand in the business information and papers, and apply for the review. The registration number has to be the one of the app.";
    channel_time: "보통 영업일 3~5일", "Usually 3 to 5 business days";
    channel_make: "채널이 없으면 채널 관리자센터에서 먼저 만드세요.", "If you have no channel, make one in the channel admin centre first.";

    app_title: "비즈 앱으로 전환하기", "Convert an app to a biz app";
    app_why: "사업자 정보를 등록한 앱이 비즈 앱입니다. 비즈 앱에만 채널을 연결하고 싱크를 신청할 수 있습니다.", "A biz app is an app with business information. Only a biz app can be linked to channels and apply for Sync.";
    app_who: "앱 오너", "The app's owner";
    app_where: "카카오디벨로퍼스의 앱 설정", "The app's settings on Kakao Developers";
    app_how: "앱 아이콘, 회사 이름, 카테고리를 채우고 사업자 정보를 등록한 다음 비즈 앱으로 전환합니다.", "Fill in icon, company name and category, register the business information, then convert the app.";
    app_time: "사업자 정보 심사는 보통 영업일 3~5일", "The review of the business information usually takes 3 to 5 business days";
    app_individual: "개인 개발자 비즈 앱은 사업자 정보가 없어 채널을 연결할 수 없습니다. 사업자 정보를 등록하세요.", "A biz app of an individual developer has no business information and cannot be linked. Register some.";

    business_title: "사업자 정보 맞추기", "Keep the business information equal";
    business_why: "앱과 채널의 사업자등록번호가 같아야 연결할 수 있습니다.", "App and channel can be linked only with the same registration number.";
    business_who: "채널은 마스터, 앱은 오너", "The master for a channel, the owner for an app";
    business_where: "채널은 채널 관리자센터, 앱은 카카오디벨로퍼스", "The channel admin centre for a channel, Kakao Developers for an app";
    business_how: "사업자등록증과 똑같이 적습니다. 번호를 바꾸면 그 번호로 연결된 다른 앱과 채널도 어긋날 수 있으니 먼저 확인하세요.", "Write it exactly as on the certificate. A changed number may break other links, so look at them first.";
    business_time: "다시 심사하면 보통 영업일 3~5일", "A new review usually takes 3 to 5 business days";

    faq_title: "자주 묻는 것", "Questions people ask";
    q1: "비즈니스 채널은 무엇인가요?", "What is a business channel?";
    a1: "운영하는 사업자, 브랜드, 기관을 따로 확인받은 카카오톡 채널입니다. 사칭을 막고 비즈니스 기능을 쓸 수 있게 합니다.", "A Kakao Talk Channel whose operator was verified in a separate review. It protects against impersonation and unlocks business tools.";
    q2: "싱크에 카카오톡 채널이 꼭 있어야 하나요?", "Do I need a Kakao Talk Channel for Sync?";
    a2: "네. 싱크로 가입한 회원의 식별값이 채널 메시지, 알림톡, 상담톡에 그대로 쓰입니다.", "Yes. The id created at sign-up is the one that channel messages, alimtalk and consultation talk use.";
    q3: "비즈니스 채널이어야 하나요?", "Does it have to be a business channel?";
    a3: "네. 채널 관리자센터에서 전환을 신청하고 심사를 마쳐야 합니다.", "Yes. Apply for the conversion in the channel admin centre and wait for the review.";
    q4: "내 채널이 왜 목록에 없나요?", "Why is my channel not in the list?";
    a4: "카카오의 목록에는 전환이 끝났고, 내 권한이 매니저 이상이고, 그 앱에 아직 연결하지 않은 채널만 보입니다. 싱크데스크는 나머지도 이유와 함께 보여 줍니다.", "Kakao's list shows only channels that are converted, on which you are manager or above, and that are not linked to that app yet. Syncdesk shows the others, too, and why.";
    q5: "다른 사업자의 채널도 연결할 수 있나요?", "Can I link a channel of another business?";
    a5: "아니요. 앱과 채널의 사업자 정보가 같아야 합니다. 채널 마스터나 앱 오너만 고칠 수 있습니다.", "No. App and channel need the same business information. Only the channel's master or the app's owner can change it.";
    q6: "채널을 몇 개까지 연결할 수 있나요?", "How many channels can I link?";
    a6: "비즈 앱 하나에 비즈니스 채널 10개까지 연결할 수 있습니다.", "Up to 10 business channels to one biz app.";
    q7: "내 앱이 왜 목록에 없나요?", "Why is my app not in the list?";
    a7: "카카오의 목록에는 비즈 앱으로 전환했고 내 권한이 에디터 이상인 앱만 보입니다. 싱크데스크는 나머지도 이유와 함께 보여 줍니다.", "Kakao's list shows only biz apps on which you are editor or above. Syncdesk shows the others, too, and why.";
    q8: "누가 싱크를 신청할 수 있나요?", "Who may apply for Sync?";
    a8: "비즈 앱의 에디터나 오너가 신청할 수 있습니다.", "Editors and owners of the biz app.";
    q9: "어떤 정보를 받을 수 있나요?", "Which personal data can Sync hand over?";
    a9: "열 가지 항목 가운데 귀사의 회원가입에서 실제로 받는 것만, 받는 조건 그대로 신청할 수 있습니다. 그 밖의 정보는 동의 화면이 끝난 다음 귀사의 추가 페이지에서 받으세요.", "Of the ten items, only those your own sign-up really collects, and on the same conditions. Anything else is asked on your own page after the consent screen.";
    q10: "이미 카카오 로그인을 쓰고 있으면 새 앱이 필요한가요?", "We already use Kakao Login. Do we need a new app?";
    a10: "아니요. 쓰던 앱을 그대로 쓰면 회원 식별값이 이어집니다. 이미 동의한 사람은 다음에 로그인할 때 싱크 동의 화면을 보고 약관에 동의합니다.", "No. Keep the app and member ids carry on. People who agreed before see the Sync consent screen at their next login and agree to the terms.";
    still_stuck: "그래도 풀리지 않으면 카카오 고객센터에 문의하세요.", "If that does not help, ask Kakao's customer centre.";
    customer_centre: "카카오 고객센터", "Kakao customer centre";
    channel_centre: "채널 관리자센터", "Channel admin centre";
    developers_site: "카카오디벨로퍼스", "Kakao Developers";

    topics: "막힌 곳에서 할 일", "What to do where you are stuck";
    ready: "준비할 것", "What to have ready";
    gain: "끝나면", "What you get";
    refusals: "자주 반려되는 사유", "Why it is often turned down";
    paths: "세 가지 길", "Three ways";
    changes: "함께 바뀌는 것", "What else changes";
    coming_back: "돌아오는 길", "Coming back";
    sources: "근거", "Sources";
    elsewhere: "싱크데스크 안에서는 신청할 수 없습니다. 아래 일은 모두 카카오의 화면에서 합니다.", "This cannot be asked for inside Syncdesk. All of it is done on Kakao's own sites.";

    channel_ready_certificate: "사업자등록증", "The business registration certificate";
    channel_ready_licence: "허가가 필요한 업종이면 인허가 서류", "The licence, in a trade that needs one";
    channel_ready_name: "채널 이름이 상호와 다르면 둘의 관계를 보여 주는 자료. 예: 홈페이지, 기사, 간판 사진, 대행 계약서", "Where the channel's name is not the trade name: material that shows how they belong together, such as the site, an article, a photo of the sign, an agency contract";
    channel_step_apply: "채널 마스터가 채널 관리자센터에서 비즈니스 채널 전환을 신청합니다.", "The channel's master applies for the conversion in the channel admin centre.";
    channel_step_number: "앱과 같은 사업자등록번호, 상호, 대표자 이름을 적습니다.", "Enter the registration number, trade name and representative that the app has.";
    channel_step_mask: "서류에 있는 다른 사람의 개인정보는 가리고 올립니다.", "Cover other people's personal data in the papers.";
    channel_gain: "채널에 비즈니스 채널 표시가 붙고, 같은 사업자등록번호의 비즈 앱에 연결할 수 있습니다.", "The channel carries the business mark and can be linked to biz apps with the same registration number.";
    channel_refused_match: "적은 정보가 서류와 다르거나 서류가 빠졌습니다.", "What was entered differs from the papers, or one is missing.";
    channel_refused_mask: "올린 서류의 개인정보를 가리지 않았습니다.", "Personal data in the papers was not covered.";
    channel_refused_relation: "사업자와 채널의 관계를 확인할 수 없습니다.", "It cannot be seen how business and channel belong together.";
    channel_back: "전환이 끝나면 채널 화면으로 돌아오세요. 이유가 사라지고 연결할 수 있는 채널로 옮겨집니다.", "Come back to the channels when it is done. The reason is gone then, and the channel is among those that can be linked.";

    app_path_business_title: "사업자", "Registered business";
    app_path_business: "앱 오너가 사업자등록번호를 등록합니다. 채널을 연결하고 싱크를 신청할 수 있습니다.", "The app's owner registers the registration number. Channels can be linked and Sync applied for.";
    app_path_individual_title: "개인 개발자", "Individual developer";
    app_path_individual: "앱 아이콘, 본인확인을 마친 오너의 카카오계정, 카카오비즈니스 통합 약관 동의가 필요합니다. 사업자 정보가 없어 채널을 연결할 수 없고 싱크도 쓸 수 없습니다. 사업자 정보는 나중에 더할 수 있습니다.", "Needs an app icon, an owner's Kakao account with verified identity, and consent to the Kakao Business terms. Without business information no channel can be linked and Sync cannot be used; it can be added later.";
    app_path_overseas_title: "해외 사업자", "Overseas business";
    app_path_overseas: "사업자등록번호 대신 D-U-N-S 번호로 등록합니다.", "Registers with a D-U-N-S number instead of a Korean one.";
    app_ready_icon: "앱 아이콘", "An app icon";
    app_ready_company: "사업자등록증과 같은 회사 이름", "The company name as on the certificate";
    app_ready_category: "서비스에 맞는 카테고리", "The category that fits the service";
    app_ready_number: "사업자등록번호, 상호, 대표자 이름", "Registration number, trade name and representative";
    app_refused: "사이트의 쪽마다 사업자 정보가 다르거나 사업자등록증과 다른 경우가 가장 많이 알려졌습니다.", "Most often reported: the business data differ from page to page of the site, or from the certificate.";
    app_gain: "앱이 에디터 이상에게 쓸 수 있는 앱으로 보이고, 채널을 10개까지 연결할 수 있습니다.", "Editors and above see the app as one they can use, and up to 10 channels can be linked.";
    app_back: "전환이 끝나면 비즈 앱 화면으로 돌아와 상태를 다시 확인하세요.", "Come back to the biz apps when it is done and look at the state again.";

    business_change_links: "이미 연결된 앱과 채널의 번호가 달라지면 연결은 남지만 싱크를 새로 제출할 수 없습니다.", "If the numbers of a linked pair differ afterwards, the link stays, but nothing new can be submitted.";
    business_change_spread: "앱 오너가 번호를 바꾸면 같은 사업자 정보를 쓰는 오너의 다른 앱도 함께 바뀔 수 있습니다.", "When an app's owner changes the number, other apps of that owner with the same business information may change, too.";
    business_change_notice: "번호가 어긋나면 카카오가 마스터나 오너에게 고쳐 달라고 할 수 있습니다.", "When numbers differ, Kakao may ask the master or owner to correct them.";
    business_roles: "매니저와 에디터는 사업자 정보를 고칠 수 없습니다. 마스터나 오너에게 부탁하세요.", "Managers and editors cannot change it. Ask the master or the owner.";
    business_gain: "앱과 채널을 연결할 수 있고, 신청서를 제출할 수 있습니다.", "App and channel can be linked, and the application can be submitted.";
    business_back: "고친 다음 연결 화면으로 돌아오면 어긋남 표시가 사라집니다.", "Come back to the links after the correction: the warning is gone then.";

    about_title: "싱크데스크에 대하여", "About Syncdesk";
    about_why: "싱크데스크는 카카오싱크 도입을 돕는 독립된 공개 소프트웨어입니다. 카카오가 만들거나 운영하지 않습니다.", "Syncdesk is independent, open software that helps to adopt Kakao Sync. It is neither made nor run by Kakao.";
    about_rests_title: "규칙의 근거", "What the rules rest on";
    about_answers: "카카오 고객센터의 카카오싱크 시작하기 답변 10개. 화면에는 답변 번호로 적습니다.", "The ten answers on starting with Kakao Sync at Kakao's customer centre. The screens name them by number.";
    about_pages: "카카오디벨로퍼스와 카카오비즈니스의 공개 문서, 카카오 직원이 답한 개발자 포럼의 글", "Public documents of Kakao Developers and Kakao Business, and answers of Kakao's staff in the developers' forum";
    about_notes: "심사를 겪은 개발자들이 공개한 기록. 문서보다 약한 근거입니다.", "Records that developers published about their reviews. They weigh less than documents.";
    about_judgement_title: "싱크데스크의 판단", "Our judgement";
    about_judgement: "문서에 없어 우리가 정한 규칙에는 싱크데스크의 판단이라고 적습니다. 카카오의 규칙처럼 보이게 하지 않습니다.", "A rule that no document has, and that we made, is marked as our judgement. It is never shown as Kakao's.";
    about_limits_title: "알 수 없는 것", "What cannot be known";
    about_limits: "미리 살펴보기는 알려진 이유를 찾아 줄 뿐 승인을 약속하지 않습니다. 결과는 심사하는 사람이 정합니다.", "The check finds causes that are known; it promises no approval. The reviewer decides.";
    about_data_title: "자료가 가는 곳", "Where data goes";
    about_data: "적은 내용은 이 싱크데스크를 설치한 곳에만 저장됩니다. 카카오나 다른 곳으로 보내지 않습니다.", "What you enter is kept by this installation only. Nothing is sent to Kakao or anybody else.";

    channels_link_button: "채널 보기", "See the channels";
    apps_link_button: "비즈 앱 보기", "See the biz apps";
    links_link_button: "연결 보기", "See the links";
    home_link_button: "할 일 보기", "See what is left to do";
}
