//! Before and after in words: differences of applications, of consent screens and of service terms.

use domain::consent_screen::ConsentScreen;
use domain::term::{Change, Consequence};
use domain::versions::{Difference, LineChange, Value};

use crate::{
    Lang, business_shown, client_secret, condition, consent, if_absent, item, join, licensed_trade,
    login_library, moment, number, public_proof, reviewer_access, shown, signup_kind, stage,
    subject, verification, verification_moment,
};

words! {
    /// What changed about a term.
    term_change(Change) {
        AddedRequired: "필수 약관이 새로 생겼습니다", "A required term is new";
        AddedOptional: "선택 약관이 새로 생겼습니다", "An optional term is new";
        Removed: "약관이 없어졌습니다", "The term is gone";
        Tag: "태그가 바뀌었습니다. 카카오에는 새 약관입니다", "The tag changed: for Kakao it is a new term";
        Address: "태그는 그대로인데 주소가 바뀌었습니다", "The address changed under the same tag";
        Title: "제목이 바뀌었습니다", "The title changed";
        NowRequired: "선택이던 약관이 필수가 되었습니다", "Optional before, required now";
        NowOptional: "필수이던 약관이 선택이 되었습니다", "Required before, optional now";
        Order: "순서가 바뀌었습니다", "The order changed";
    }

    /// What a change of a term does to people who have joined.
    consequence(Consequence) {
        NotAskedAgain: "이미 가입한 사람에게는 카카오가 다시 묻지 않습니다.", "Kakao does not ask people again who have joined.";
        AskWithServiceTerms: "서비스가 service_terms로 요청하면 물을 수 있습니다.", "The service can ask them with service_terms.";
        NeedsRequiredBeside: "선택 약관만 요청하면 화면이 나오지 않습니다. 필수 약관을 함께 요청하세요.", "Optional terms alone bring no screen. Ask for a required one beside them.";
        NeedsNewTag: "이미 받은 동의는 예전 글에 대한 것입니다. 글이 바뀌었다면 새 태그를 쓰는 것이 좋습니다.", "Consents given so far stand for the old text. If the text changed, a new tag is better.";
        StaysUnderOldTag: "이미 받은 동의는 예전 태그에 남는 것으로 보고 기록을 지우지 마세요.", "Treat consents given so far as kept under the old tag, and do not delete the records.";
        NoLongerAsked: "앞으로 가입하는 사람에게는 묻지 않습니다.", "People who sign up from now on are not asked.";
        NotRevocable: "동의한 사람은 연결을 끊기 전에는 철회할 수 없습니다.", "Whoever agreed cannot withdraw it while they are linked.";
        Revocable: "동의한 사람도 철회할 수 있습니다.", "Whoever agreed can withdraw it.";
        OnlyNewPeople: "앞으로 가입하는 사람에게만 다르게 보입니다.", "Only people who sign up from now on see a difference.";
    }
}

sentences! {
    same: "달라진 것이 없습니다.", "Nothing differs.";
    empty: "없음", "nothing";
    yes: "예", "yes";
    no: "아니요", "no";
    count(count: &str): "{count}개", "{count}";
    characters(count: &str): "{count}자", "{count} characters";
    changed(subject: &str, before: &str, after: &str): "{subject}: 「{before}」에서 「{after}」", "{subject}: from “{before}” to “{after}”";
    changed_only(subject: &str): "{subject}: 답이 바뀜", "{subject}: the answer changed";
    line_added(line: &str): "새로 생김: {line}", "New: {line}";
    line_removed(line: &str): "없어짐: {line}", "Gone: {line}";
    line_changed(before: &str, after: &str): "바뀜: {before} → {after}", "Changed: {before} → {after}";
    line_moved(line: &str, before: usize, after: usize): "옮겨짐: {line}, {before}번째에서 {after}번째", "Moved: {line}, from place {before} to {after}";
}

/// A difference in words.
pub fn difference(lang: Lang, difference: &Difference) -> String {
    let of = subject(lang, &difference.subject);
    if difference.before == difference.after {
        return changed_only(lang, &of);
    }
    let (before, after) = (
        value(lang, &difference.before),
        value(lang, &difference.after),
    );
    changed(lang, &of, &before, &after)
}

/// What stands in a field.
pub fn value(lang: Lang, value: &Value) -> String {
    match value {
        Value::Empty => empty(lang).to_owned(),
        Value::Text(text) => text.clone(),
        Value::Flag(true) => yes(lang).to_owned(),
        Value::Flag(false) => no(lang).to_owned(),
        Value::List(list) => {
            let list: Vec<&str> = list.iter().map(String::as_str).collect();
            join(lang, &list)
        }
        Value::Count(n) => count(lang, &number(*n)),
        Value::Item(of) => item(lang, *of).to_owned(),
        Value::Stage(of) => stage(lang, *of).to_owned(),
        Value::Condition(of) => condition(lang, *of).to_owned(),
        Value::Moment(of) => moment(lang, *of).to_owned(),
        Value::Shown(of) => shown(lang, *of).to_owned(),
        Value::IfAbsent(of) => if_absent(lang, *of).to_owned(),
        Value::Verification(of) => verification(lang, *of).to_owned(),
        Value::VerificationMoment(of) => verification_moment(lang, *of).to_owned(),
        Value::SignupKind(of) => signup_kind(lang, *of).to_owned(),
        Value::ReviewerAccess(of) => reviewer_access(lang, *of).to_owned(),
        Value::BusinessShown(of) => business_shown(lang, *of).to_owned(),
        Value::LicensedTrade(of) => licensed_trade(lang, *of).to_owned(),
        Value::LoginLibrary(of) => login_library(lang, *of).to_owned(),
        Value::ClientSecret(of) => client_secret(lang, *of).to_owned(),
        Value::Proofs(of) => {
            let names: Vec<&str> = of.iter().map(|one| public_proof(lang, *one)).collect();
            join(lang, &names)
        }
        Value::Subjects(of) => {
            let names: Vec<String> = of.iter().map(|one| subject(lang, one)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            join(lang, &names)
        }
        Value::Characters(count) => characters(lang, &number(*count)),
    }
}

/// What became of a line between two screens; places are counted from 1.
pub fn line_change(
    lang: Lang,
    before: &ConsentScreen,
    after: &ConsentScreen,
    change: &LineChange,
) -> String {
    let say = |screen: &ConsentScreen, n: usize| {
        let line = screen.lines.get(n);
        line.map_or_else(String::new, |line| consent::line(lang, line))
    };
    match *change {
        LineChange::Added(at) => line_added(lang, &say(after, at)),
        LineChange::Removed(at) => line_removed(lang, &say(before, at)),
        LineChange::Changed {
            before: from,
            after: to,
        } => line_changed(lang, &say(before, from), &say(after, to)),
        LineChange::Moved {
            before: from,
            after: to,
        } => line_moved(lang, &say(after, to), from + 1, to + 1),
    }
}

#[cfg(test)]
mod tests {
    use domain::application::{AppFacts, Document, Format, Goal};
    use domain::form::{Form, IfAbsent, LoginLibrary, SignupKind, Verification};
    use domain::item::{Item, Stage};
    use domain::subject::{Field, ServiceField, Subject};
    use domain::versions::differences;

    use super::*;

    fn document() -> Document {
        Document {
            format: Format::V1,
            app: AppFacts::default(),
            channels: Vec::new(),
            goal: Goal::Sync,
            form: Form::default(),
        }
    }

    #[test]
    fn every_answer_that_changed_is_said_in_words() {
        let before = document();
        let mut after = document();
        after.app.name = "별하".into();
        let asked = after.form.items.entry(Item::Name).or_default();
        asked.stage = Stage::Required;
        asked.if_absent = Some(IfAbsent::GoOn);
        after.form.ci.verification = Some(Verification::Agency);
        after.form.signup.kind = Some(SignupKind::SocialOnly);
        after.form.login.library = Some(LoginLibrary::Passport);
        after.form.texts.privacy_policy = "가".repeat(1_234);
        let question = Subject::Form(Field::Service(ServiceField::Launched));
        after.form.not_known.insert(question);
        let said: Vec<String> = differences(&before, &after)
            .iter()
            .map(|one| difference(Lang::En, one))
            .collect();
        let expected = [
            "App name: from “nothing” to “별하”",
            "“Not used” to “Required”",
            "“nothing” to “They go on without it”",
            "“nothing” to “Passport”",
            "“nothing” to “1,234 characters”",
            "“nothing” to “Running today”",
        ];
        for words in expected {
            assert!(
                said.iter().any(|one| one.ends_with(words)),
                "{words} is not in {said:#?}"
            );
        }
        assert_eq!(said.len(), 8, "{said:#?}");
        assert!(
            said.iter()
                .all(|one| !one.contains("form.") && !one.contains("the answer changed")),
            "{said:#?}"
        );
    }
}
