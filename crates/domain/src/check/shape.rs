//! Matters of form: length and addresses.

use crate::finding::{Code, FactName, Finding};
use crate::form::{
    Form, JUSTIFICATION_CHARS_MAX, NAME_CHARS_MAX, PASTED_CHARS_MAX, PURPOSE_CHARS_MAX, PastedText,
    URL_CHARS_MAX, is_web_address,
};
use crate::subject::{
    CiField, Field, ItemField, LoginField, ServiceField, SignupField, Subject, TermField, TieField,
};

pub(super) fn check(form: &Form, found: &mut Vec<Finding>) {
    let mut texts = Texts { found };
    for (item, request) in &form.items {
        let field = |field| Field::Item(*item, field);
        texts.limit(
            &request.purpose,
            PURPOSE_CHARS_MAX,
            field(ItemField::Purpose),
        );
        texts.limit(
            &request.justification,
            JUSTIFICATION_CHARS_MAX,
            field(ItemField::Justification),
        );
        texts.limit(
            &request.used_where,
            PURPOSE_CHARS_MAX,
            field(ItemField::UsedWhere),
        );
    }
    texts.limit(
        &form.ci.reason,
        JUSTIFICATION_CHARS_MAX,
        Field::Ci(CiField::Reason),
    );
    texts.limit(
        &form.ci.provider,
        NAME_CHARS_MAX,
        Field::Ci(CiField::Provider),
    );
    let service = &form.service;
    texts.limit(
        &service.name,
        NAME_CHARS_MAX,
        Field::Service(ServiceField::Name),
    );
    texts.limit(
        &service.withdrawal,
        PURPOSE_CHARS_MAX,
        Field::Service(ServiceField::Withdrawal),
    );
    texts.address(&service.url, Field::Service(ServiceField::Url));
    texts.address(
        &service.privacy_url,
        Field::Service(ServiceField::PrivacyUrl),
    );
    texts.address(&service.terms_url, Field::Service(ServiceField::TermsUrl));
    texts.address(&form.signup.url, Field::Signup(SignupField::Url));
    for uri in &form.login.redirect_uris {
        texts.address(uri, Field::Login(LoginField::RedirectUris));
    }
    pasted(form, &mut texts);
    tie(form, &mut texts);
    for uri in &form.login.registered_redirect_uris {
        texts.address(uri, Field::Login(LoginField::RegisteredRedirectUris));
    }
    for (row, term) in form.terms.iter().enumerate() {
        texts.limit(
            &term.title_ko,
            NAME_CHARS_MAX,
            Field::Term(row, TermField::TitleKo),
        );
        texts.limit(
            &term.title_en,
            NAME_CHARS_MAX,
            Field::Term(row, TermField::TitleEn),
        );
        texts.limit(&term.tag, NAME_CHARS_MAX, Field::Term(row, TermField::Tag));
        texts.address(&term.url, Field::Term(row, TermField::Url));
    }
    for (row, extra) in form.extra.iter().enumerate() {
        texts.limit(&extra.name, NAME_CHARS_MAX, Field::ExtraRow(row));
        texts.address(&extra.url, Field::ExtraRow(row));
    }
    for file in &form.evidence {
        texts.limit(
            &file.description,
            JUSTIFICATION_CHARS_MAX,
            Field::EvidenceFile(file.id.clone()),
        );
    }
}

fn pasted(form: &Form, texts: &mut Texts<'_>) {
    for which in PastedText::ALL {
        texts.limit(
            form.texts.get(*which),
            PASTED_CHARS_MAX,
            Field::Text(*which),
        );
    }
}

fn tie(form: &Form, texts: &mut Texts<'_>) {
    let tie = &form.tie;
    texts.limit(
        &tie.name_difference_reason,
        PURPOSE_CHARS_MAX,
        Field::Tie(TieField::NameDifferenceReason),
    );
    texts.limit(
        &tie.linking_sentence,
        PURPOSE_CHARS_MAX,
        Field::Tie(TieField::LinkingSentence),
    );
    texts.address(
        &tie.sentence_public_at,
        Field::Tie(TieField::SentencePublicAt),
    );
}

struct Texts<'a> {
    found: &'a mut Vec<Finding>,
}

impl Texts<'_> {
    fn limit(&mut self, text: &str, max: usize, field: Field) {
        // No text has more characters than bytes: most need no counting.
        if text.len() <= max {
            return;
        }
        let count = text.chars().count();
        if count > max {
            self.found.push(
                Finding::new(Code::TooLong, Subject::Form(field))
                    .with(FactName::Limit, max)
                    .with(FactName::Count, count),
            );
        }
    }

    /// An empty address is somebody else's business; a broken one is found here.
    fn address(&mut self, text: &str, field: Field) {
        self.limit(text, URL_CHARS_MAX, field.clone());
        if !text.trim().is_empty() && !is_web_address(text) {
            let entered: String = text.chars().take(80).collect();
            self.found.push(
                Finding::new(Code::AddressMalformed, Subject::Form(field))
                    .with(FactName::Entered, entered),
            );
        }
    }
}
