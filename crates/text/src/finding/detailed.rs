//! Sentences that say more when the facts are there: `{name}` and the like are facts. `title` has every code without facts.

use domain::finding::Code;

use crate::Lang;

/// Few codes say more with their facts, so only those are listed.
const DETAILED: &[(Code, &str, &str)] = &[
    (
        Code::ChannelDeleting,
        "「{name}」 채널은 삭제를 신청해 곧 없어집니다",
        "The channel “{name}” is about to be deleted",
    ),
    (
        Code::ChannelPlain,
        "「{name}」 채널을 비즈니스 채널로 전환하지 않았습니다",
        "The channel “{name}” is not converted to a business channel yet",
    ),
    (
        Code::ChannelRejected,
        "「{name}」 채널의 비즈니스 채널 전환이 반려됐습니다",
        "The conversion of the channel “{name}” was rejected",
    ),
    (
        Code::ChannelInReview,
        "「{name}」 채널의 비즈니스 채널 전환 심사가 끝나지 않았습니다",
        "The business-channel review of “{name}” is not finished",
    ),
    (
        Code::NumberDiffers,
        "사업자등록번호가 다릅니다(앱 {app} · 채널 {channel})",
        "The registration numbers differ (app {app}, channel {channel})",
    ),
    (
        Code::ChannelDormant,
        "「{name}」 채널이 휴면 상태이거나 이용이 제한됐습니다",
        "The channel “{name}” is dormant or restricted",
    ),
    (
        Code::ChannelTieMissing,
        "채널 「{channel}」, 사업자 「{certificate}」 사이의 관계를 확인할 수 있는 공개된 글이 없습니다",
        "Nothing public says how the channel “{channel}” belongs to “{certificate}”",
    ),
    (
        Code::LibrarySendsMore,
        "{library} 라이브러리가 쓸 수 없는 동의항목을 저절로 요청합니다({scope})",
        "{library} asks for items that you cannot use ({scope})",
    ),
    (
        Code::ScopeNotApproved,
        "아직 승인되지 않은 동의항목을 코드가 보냅니다({scope})",
        "Your code sends scopes that are not approved yet ({scope})",
    ),
    (
        Code::UnknownScope,
        "「{scope}」 동의항목 ID는 카카오에 없습니다",
        "There is no scope “{scope}”",
    ),
    (
        Code::PartnerScope,
        "「{scope}」 동의항목은 제휴사만 쓸 수 있습니다",
        "Only partners can use the scope “{scope}”",
    ),
    (
        Code::RedirectMismatch,
        "코드의 리다이렉트 URI 「{entered}」 값이 등록한 값과 다릅니다({difference})",
        "The redirect URI “{entered}” is not the registered one: {difference}",
    ),
    (
        Code::AppCompanyIsTeam,
        "앱의 회사 이름 「{entered}」 값이 운영자 이름이 아닌 것 같습니다",
        "The app's company name “{entered}” does not look like the operator's",
    ),
    (
        Code::PolicyNamesMore,
        "개인정보처리방침에는 있지만 신청하지 않은 항목이 있습니다({name})",
        "Your privacy policy collects more than this application asks for ({name})",
    ),
    (
        Code::PolicyPlaceholder,
        "개인정보처리방침의 「{entered}」 값이 실제 값이 아닙니다",
        "“{entered}” in the privacy policy is not a real contact",
    ),
    (
        Code::NotAnswered,
        "아직 채우지 않은 칸이 있습니다({count}개, {field}부터)",
        "Not answered yet: {count}, beginning with {field}",
    ),
    (
        Code::NumberMalformed,
        "「{entered}」 번호는 사업자등록번호가 될 수 없습니다",
        "“{entered}” cannot be a business registration number",
    ),
    (
        Code::TermTagTwice,
        "「{tag}」 태그를 두 약관에서 씁니다",
        "Two terms have the tag “{tag}”",
    ),
    (
        Code::TooManyRedirects,
        "리다이렉트 URI는 {limit}개까지 쓸 수 있는데 지금 {count}개입니다",
        "There can be up to {limit} redirect URIs; you have {count}",
    ),
    (
        Code::TooLong,
        "{field}에는 {limit}자까지 적을 수 있는데 지금 {count}자입니다",
        "The text in {field} must have {limit} characters or fewer; it has {count}",
    ),
    (
        Code::AccountKeyOptional,
        "계정을 구별하는 「{name}」 항목을 필수로 받지 않습니다",
        "“{name}” tells accounts apart, but it is not asked for as required",
    ),
    (
        Code::ScopeNotRequested,
        "코드가 보내는 「{scope}」 동의항목이 신청서에 없습니다",
        "Your code sends “{scope}”, but this application does not ask for it",
    ),
    (
        Code::LaunchTooEarly,
        "심사에 보통 영업일 {days_min}~{days_max}일이 걸려 서비스를 여는 날보다 늦게 끝날 수 있습니다",
        "The reviews usually take {days_min} to {days_max} business days and may end after your launch date",
    ),
    (
        Code::AppNameDiffers,
        "앱 이름이 서비스 이름과 다릅니다(앱 {app} · 서비스 {site})",
        "The app's name differs from your service's name (app {app}, service {site})",
    ),
    (
        Code::SameTwice,
        "{item}은 함께 받는 「{name}」 항목으로 알 수 있습니다",
        "“{name}”, which you also ask for, already tells {item}",
    ),
    (
        Code::PurposeCopied,
        "항목 {count}개에 같은 이유를 적었습니다",
        "{count} items have the same purpose",
    ),
    (
        Code::ExtraInSync,
        "추가 정보에 적은 「{name}」 항목은 싱크로 받을 수 있습니다",
        "You ask for “{name}” as extra information, but Sync can hand it over",
    ),
    (
        Code::MarketingWithoutAddress,
        "{term}에 필요한 「{name}」 항목을 받지 않습니다",
        "“{name}”, which {term} needs, is not asked for",
    ),
];

/// The sentence of a code with its facts.
pub fn detailed(lang: Lang, code: Code) -> Option<&'static str> {
    let (_, ko, en) = DETAILED.iter().find(|(one, ..)| *one == code)?;
    Some(lang.pick(*ko, *en))
}
