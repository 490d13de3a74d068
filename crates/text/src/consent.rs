//! What is said about the consent screen: situations, why there is none, how its lines are read aloud, what it costs a person.

use domain::consent_screen::reading::{Group, Spoken, order};
use domain::consent_screen::{Answer, Ask, ConsentScreen, Line, Outcome, Situation, Step, Why};
use domain::cost::Cost;
use domain::item::Item;

use crate::screens::{preview, shell};
use crate::{Lang, item, item_short, join, number, plural};

words! {
    /// A situation, as a choice.
    situation(Situation) {
        First: "처음 가입하는 사람", "Signs up for the first time";
        ExistingLogin: "카카오 로그인을 쓰던 사람", "Already uses Kakao Login";
        Member: "이미 가입한 사람", "Already signed up";
        TermAdded: "가입한 뒤 필수 약관이 늘어난 사람", "Signed up before a required term was added";
        OptionalDeclined: "선택 항목에 동의하지 않은 사람", "Left out what is optional";
        ValueMissing: "카카오계정에 값이 없는 사람", "The account holds no values";
        ValueCollected: "값이 없어 카카오가 물어보는 사람", "The account holds no values, and Kakao asks";
        CiUnverified: "본인확인을 한 적이 없는 사람", "Never verified their identity";
        Under14Refused: "만 14세 미만, 가입을 받지 않음", "Under 14, not accepted";
        Under14Guardian: "만 14세 미만, 보호자 동의를 받음", "Under 14, with a guardian's consent";
        AgeUnknown: "나이를 알 수 없는 사람", "Age not known";
        InAppMember: "카카오톡 안에서 자동 로그인하는 회원", "A member who signs in by itself inside KakaoTalk";
        InAppVisitor: "카카오톡 안에서 연 처음 온 사람", "A newcomer inside KakaoTalk";
        TwoChannels: "채널을 두 개 보여 줄 때", "Two channels are offered";
    }

    /// What the situation is about, in one line.
    situation_hint(Situation) {
        First: "카카오계정에 값이 모두 있고 나이도 확인된 사람입니다.", "Their Kakao Account holds every value, and their age is known.";
        ExistingLogin: "간편가입을 켠 뒤 처음 로그인할 때 한 번 봅니다. 회원번호는 바뀌지 않습니다.", "They see the screen once, at the first login after simple sign-up is on. Their member number stays.";
        Member: "모두 동의하고 가입했습니다. 로그인하면 바로 들어옵니다.", "They agreed to everything. They are signed in at once.";
        TermAdded: "마지막 필수 약관이 나중에 늘어난 것으로 봅니다. 카카오가 다시 묻지 않으므로 서비스가 요청해야 합니다.", "The last required term counts as added later. Kakao does not ask again by itself, so the service has to.";
        OptionalDeclined: "필수에만 동의하고 가입했습니다. 선택 항목은 나중에 따로 요청할 수 있습니다.", "They agreed only to what is required. What is optional can be asked for later.";
        ValueMissing: "‘카카오계정으로 정보 수집 후 제공’을 쓰지 않을 때입니다. 필수 항목도 비어서 올 수 있습니다.", "Without “collect if absent”, even a required item can come back empty.";
        ValueCollected: "‘카카오계정으로 정보 수집 후 제공’을 쓸 때입니다. 없는 값을 동의 화면에서 물어봅니다.", "With “collect if absent”, the consent screen asks for what is missing.";
        CiUnverified: "연계정보(CI)가 필수인데 계정에 없으면 동의 화면보다 먼저 본인확인을 합니다.", "If CI is required and the account has none, identity is verified before the screen.";
        Under14Refused: "‘만 14세 이상 연령 동의’를 쓸 때입니다. 동의 화면 대신 이용할 수 없다는 안내가 나옵니다.", "With the over-14 option, a notice says that the service is not available.";
        Under14Guardian: "‘만 14세 이상 연령 동의’를 쓰지 않을 때입니다. 동의 화면 뒤에 보호자 동의를 받습니다.", "Without the over-14 option, a guardian is asked after the screen.";
        AgeUnknown: "카카오가 나이를 모르는 계정은 그대로 지나갑니다. 나중에 14세 미만으로 확인되면 로그인이 멈춥니다.", "Accounts whose age Kakao does not know pass. If they turn out to be under 14, login stops.";
        InAppMember: "prompt=none으로 요청하면 회원은 화면 없이 로그인됩니다.", "With prompt=none, members are signed in without a screen.";
        InAppVisitor: "prompt=none으로 요청하면 가입하지 않은 사람에게는 화면이 나오지 않습니다.", "With prompt=none, people who have not signed up see no screen.";
        TwoChannels: "카카오의 허가를 따로 받으면 요청할 때마다 채널을 두 개까지 고를 수 있습니다.", "With a separate permission from Kakao, each request can name up to two channels.";
    }

    /// Why there is no consent screen.
    why(Why) {
        AlreadySignedUp: "이미 가입해서 다시 묻지 않습니다. 바로 로그인됩니다.", "They have signed up, so nothing is asked again. They are signed in at once.";
        NothingLeft: "요청한 것에 모두 동의했으므로 화면이 나오지 않습니다.", "Everything in the request is agreed to, so no screen comes.";
        NoRequiredTerm: "필수 약관이 하나도 없는 요청이라 화면이 나오지 않습니다. 필수 약관을 함께 요청하세요.", "The request has no required term, so no screen comes. Put a required one beside it.";
        AskedInUse: "이용 중 동의 항목은 이 화면이 아니라 따로 나오는 화면에서 묻습니다.", "Items asked in use have a screen of their own, not this one.";
        UnderAge: "만 14세 미만으로 확인된 계정이라 이용할 수 없다는 안내가 나옵니다.", "The account is verified as under 14, so a notice says that the service is not available.";
        ConsentRequired: "화면을 띄우지 않는 요청(prompt=none)인데 먼저 동의해야 하는 사람입니다.", "The request allows no screen (prompt=none), but this person has to agree first.";
        ScopeNotSet: "설정하지 않은 동의항목을 요청해서 카카오가 KOE205 오류를 보여 줍니다.", "The request names an item that is not set up, so Kakao shows KOE205.";
        ChannelNotLinked: "앱에 연결하지 않은 채널을 요청해서 카카오가 KOE102 오류를 보여 줍니다.", "The request names a channel that is not linked with the app, so Kakao shows KOE102.";
    }

    /// What Kakao does around the screen.
    step(Step) {
        VerifyIdentity: "먼저 본인확인을 합니다", "Identity is verified first";
        GuardianConsent: "그다음 보호자의 동의를 받습니다", "Then a guardian is asked to agree";
    }

    /// What the service gets.
    answer(Answer) {
        Code: "서비스는 인가 코드(code)를 받습니다.", "The service receives an authorisation code.";
        AccessDenied: "서비스는 error=access_denied만 받습니다.", "The service receives only error=access_denied.";
        ConsentRequired: "서비스는 error=consent_required를 받습니다.", "The service receives error=consent_required.";
        Koe102: "서비스는 아무것도 받지 못합니다. 사람은 KOE102 오류 화면에 남습니다.", "The service receives nothing. The person stays on the page that says KOE102.";
        Koe205: "서비스는 아무것도 받지 못합니다. 사람은 KOE205 오류 화면에 남습니다.", "The service receives nothing. The person stays on the page that says KOE205.";
        Nothing: "서비스는 아무것도 받지 못합니다. 사람은 카카오의 안내 화면에 남습니다.", "The service receives nothing. The person stays on a page of Kakao's.";
    }

    /// A heading on the screen.
    group(Group) {
        Terms: "서비스 약관", "Service terms";
        Items: "개인정보 제3자 제공", "Personal information for the service";
        Channels: "카카오톡 채널", "Kakao Talk Channel";
    }
}

sentences! {
    /// Beside a situation that changes nothing here.
    like_first: "이 신청서에서는 처음 가입하는 사람과 같습니다.", "With this application, it is the same as at a first sign-up.";
    /// Above the request that would ask.
    would_ask: "남은 것을 물으려면 서비스가 이렇게 요청해야 합니다.", "To ask for what is open, the service has to send this request.";
    cost_taps(taps: usize, fields: usize): "누르기 {taps}번 · 새로 적을 것 {fields}개", "{taps} {tap} · {fields} {field} to fill in", tap = plural(taps, "tap", "taps"), field = plural(fields, "field", "fields");
    cost_lines(lines: usize, required: usize, characters: &str): "읽을 것 {lines}줄({characters}자), 그중 필수 {required}줄", "{lines} {line} to read ({characters} characters), {required} required", line = plural(lines, "line", "lines");
    cost_steps(steps: usize): "화면 앞뒤로 거치는 것 {steps}단계", "{steps} {step} around the screen", step = plural(steps, "step", "steps");
    cost_none: "누를 것도 읽을 것도 없습니다.", "Nothing to tap and nothing to read.";
    /// Our judgement, and worded as such.
    many_required(count: usize): "저희가 보기에 필수 {count}줄은 많습니다. 꼭 필요한 것만 필수로 두면 가입하기 쉬워집니다.", "In our judgement, {count} required lines are many. Signing up is easier when only what is needed is required.";
    fills(items: &str): "카카오가 물어보는 값: {items}", "Kakao asks for: {items}";
    stays_empty(items: &str): "동의해도 비어서 오는 값: {items}", "Stays empty in spite of the consent: {items}";
}

/// The accessible name of a line: `[필수] 이름`. Gaps are named, never filled.
pub fn line(lang: Lang, line: &Line) -> String {
    let mark = if line.required {
        shell::required(lang)
    } else {
        shell::optional(lang)
    };
    format!("[{mark}] {}", ask(lang, &line.ask))
}

/// What a line asks, without its condition. Gaps are named, never filled.
pub fn ask(lang: Lang, ask: &Ask) -> String {
    match ask {
        Ask::Term {
            title_ko, title_en, ..
        } => match (lang, title_ko, title_en) {
            (Lang::Ko, Some(title), _) | (Lang::En, _, Some(title)) => title.clone(),
            (Lang::En, Some(title), None) => format!("{title} ({})", preview::no_english(lang)),
            (Lang::Ko | Lang::En, None, _) => preview::no_title(lang).to_owned(),
        },
        Ask::Item { item: of, collects } => {
            let name = item(lang, *of);
            if *collects {
                format!("{name} ({})", preview::collects(lang))
            } else {
                name.to_owned()
            }
        }
        Ask::Channel { name: Some(name) } => preview::add_channel(lang, name),
        Ask::Channel { name: None } => preview::no_channel_name(lang).to_owned(),
    }
}

/// What is read aloud in its turn.
pub fn spoken(lang: Lang, screen: &ConsentScreen, spoken: Spoken) -> String {
    let named = |name: &Option<String>, gap: &str| name.clone().unwrap_or_else(|| gap.to_owned());
    match spoken {
        Spoken::Service => format!(
            "{} / {}",
            named(&screen.app, preview::no_name(lang)),
            named(&screen.company, preview::no_company(lang))
        ),
        Spoken::AgreeAll => preview::agree_all(lang).to_owned(),
        Spoken::Heading(of) => group(lang, of).to_owned(),
        Spoken::Line(n) => screen
            .lines
            .get(n)
            .map_or_else(String::new, |one| line(lang, one)),
        Spoken::Continue => preview::continue_button(lang).to_owned(),
        Spoken::Cancel => preview::cancel_button(lang).to_owned(),
    }
}

/// The whole screen in reading order.
pub fn reading(lang: Lang, screen: &ConsentScreen) -> Vec<String> {
    let turns = order(screen).into_iter();
    turns.map(|turn| spoken(lang, screen, turn)).collect()
}

/// How many characters the lines have that a person would have to read; the texts behind the links are not counted.
pub fn characters(lang: Lang, screen: &ConsentScreen) -> usize {
    screen
        .lines
        .iter()
        .map(|one| line(lang, one).chars().count())
        .sum()
}

/// What it costs a person, as separate sentences.
pub fn cost(lang: Lang, outcome: &Outcome) -> Vec<String> {
    let Some(screen) = &outcome.screen else {
        return vec![cost_none(lang).to_owned()];
    };
    let cost = domain::cost::cost(outcome);
    let characters = number(characters(lang, screen));
    let mut said = vec![
        cost_taps(lang, cost.taps, cost.fields),
        cost_lines(lang, cost.lines, cost.required, &characters),
    ];
    if cost.steps > 0 {
        said.push(cost_steps(lang, cost.steps));
    }
    said
}

/// A calm hint when much is required.
pub fn cost_hint(lang: Lang, cost: Cost) -> Option<String> {
    cost.is_much().then(|| many_required(lang, cost.required))
}

/// Items as a list inside a sentence, for [`fills`] and [`stays_empty`].
pub fn items(lang: Lang, items: &[Item]) -> String {
    let names: Vec<&str> = items.iter().map(|one| item_short(lang, *one)).collect();
    join(lang, &names)
}
