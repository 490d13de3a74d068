//! The labels that stand in the foot of a page.

use crate::reading::source::{BREAK, CELL, Glyph};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    TradeName,
    Representative,
    Number,
    Address,
    /// Ends the value before it; its own value is of no interest.
    Stop,
    /// The same, and what follows is another business.
    Host,
}

/// The longest first, where one begins like another.
static LABELS: &[(Label, &str)] = &[
    (Label::TradeName, "상호(법인명)"),
    (Label::TradeName, "법인명(상호)"),
    (Label::TradeName, "법인명(상호명)"),
    (Label::TradeName, "상호명(법인명)"),
    (Label::TradeName, "회사명(상호)"),
    (Label::TradeName, "상호명"),
    (Label::TradeName, "상호"),
    (Label::TradeName, "법인명"),
    (Label::TradeName, "법인"),
    (Label::TradeName, "회사명"),
    (Label::TradeName, "회사이름"),
    (Label::TradeName, "회사"),
    (Label::TradeName, "업체명"),
    (Label::TradeName, "사업자명"),
    (Label::TradeName, "companyname"),
    (Label::TradeName, "businessname"),
    (Label::TradeName, "tradename"),
    (Label::TradeName, "company"),
    (Label::Stop, "대표전화번호"),
    (Label::Stop, "대표전화"),
    (Label::Stop, "대표번호"),
    (Label::Stop, "대표이메일"),
    (Label::Stop, "대표메일"),
    (Label::Stop, "대표팩스"),
    (Label::Stop, "대표상담"),
    (Label::Stop, "대표계좌"),
    (Label::Representative, "대표자(성명)"),
    (Label::Representative, "대표자성명"),
    (Label::Representative, "대표자명"),
    (Label::Representative, "대표이사"),
    (Label::Representative, "대표자"),
    (Label::Representative, "대표명"),
    (Label::Representative, "공동대표"),
    (Label::Representative, "대표"),
    (Label::Representative, "representative"),
    (Label::Representative, "ceo"),
    (Label::Number, "사업자등록번호안내"),
    (Label::Number, "사업자등록번호"),
    (Label::Number, "사업자등록no"),
    (Label::Number, "사업자번호"),
    (Label::Number, "businessregistrationnumber"),
    (Label::Number, "businessregistrationno"),
    (Label::Number, "businessregistration"),
    (Label::Number, "businesslicensenumber"),
    (Label::Number, "businesslicense"),
    (Label::Number, "businessnumber"),
    (Label::Number, "companyregistrationnumber"),
    (Label::Number, "brn"),
    (Label::Address, "사업장소재지"),
    (Label::Address, "사업장주소"),
    (Label::Address, "회사주소"),
    (Label::Address, "본사주소"),
    (Label::Address, "본점소재지"),
    (Label::Address, "소재지"),
    (Label::Address, "주소"),
    (Label::Address, "address"),
    (Label::Stop, "반품주소"),
    (Label::Stop, "반품지주소"),
    (Label::Stop, "교환주소"),
    (Label::Stop, "반품/교환주소"),
    (Label::Stop, "이메일주소"),
    (Label::Stop, "통신판매업신고번호"),
    (Label::Stop, "통신판매업신고"),
    (Label::Stop, "통신판매업번호"),
    (Label::Stop, "통신판매신고번호"),
    (Label::Stop, "통신판매업"),
    (Label::Stop, "통신판매"),
    (Label::Stop, "mail-orderlicense"),
    (Label::Stop, "onlinebusinesslicense"),
    (Label::Stop, "e-commerce"),
    (Label::Stop, "부가통신사업"),
    (Label::Stop, "건강기능식품"),
    (Label::Stop, "의료기기판매업"),
    (Label::Stop, "법인등록번호"),
    (Label::Stop, "전화번호"),
    (Label::Stop, "전화"),
    (Label::Stop, "고객센터"),
    (Label::Stop, "고객지원"),
    (Label::Stop, "고객문의"),
    (Label::Stop, "연락처"),
    (Label::Stop, "문의"),
    (Label::Stop, "telephone"),
    (Label::Stop, "tel"),
    (Label::Stop, "phone"),
    (Label::Stop, "fax"),
    (Label::Stop, "팩스"),
    (Label::Stop, "이메일"),
    (Label::Stop, "e-mail"),
    (Label::Stop, "email"),
    (Label::Stop, "메일"),
    (Label::Stop, "개인정보보호책임자"),
    (Label::Stop, "개인정보관리책임자"),
    (Label::Stop, "개인정보책임자"),
    (Label::Stop, "개인정보담당자"),
    (Label::Stop, "개인정보처리방침"),
    (Label::Stop, "개인정보"),
    (Label::Stop, "청소년보호책임자"),
    (Label::Stop, "이용약관"),
    (Label::Stop, "입금계좌"),
    (Label::Stop, "계좌번호"),
    (Label::Stop, "운영시간"),
    (Label::Stop, "사업자정보확인"),
    (Label::Stop, "copyright"),
    (Label::Stop, "©"),
    (Label::Stop, "ⓒ"),
    (Label::Host, "호스팅서비스제공자"),
    (Label::Host, "호스팅서비스사업자"),
    (Label::Host, "호스팅서비스"),
    (Label::Host, "호스팅제공자"),
    (Label::Host, "호스팅사업자"),
    (Label::Host, "호스팅제공"),
    (Label::Host, "호스팅"),
    (Label::Host, "hostingprovider"),
    (Label::Host, "hostingby"),
    (Label::Host, "hosting"),
    (Label::Host, "hostedby"),
];

/// The label that stands at `at`, and where its value begins.
pub(super) fn label(line: &[Glyph], at: usize, open: Option<Label>) -> Option<(Label, usize)> {
    let here = line.get(at)?;
    let before = at.checked_sub(1).and_then(|before| line.get(before));
    if !here.gap && before.is_some_and(Glyph::is_letter_or_digit) {
        return None;
    }
    if !begins_label(here.ch) {
        return None;
    }
    let mut best: Option<(Label, usize)> = None;
    for (label, word) in LABELS {
        let mut to = at;
        let same = word.chars().all(|ch| {
            let same = line.get(to).is_some_and(|glyph| glyph.ch == ch);
            to += 1;
            same
        });
        if same && best.is_none_or(|(_, longest)| to > longest) {
            best = Some((*label, to));
        }
    }
    let (label, to) = best?;
    let next = line.get(to);
    let ends = match next {
        None => true,
        Some(next) => {
            next.gap
                || matches!(
                    next.ch,
                    ':' | '(' | '[' | CELL | BREAK | '-' | ')' | ']' | '/' | '.'
                )
                || next.ch.is_ascii_digit()
        }
    };
    let colon = next.is_some_and(|next| next.ch == ':');
    // "주식회사 회사 소개": a word inside a name is no label unless a colon says so.
    let ambiguous = matches!(label, Label::TradeName | Label::Stop)
        && open.is_some_and(|open| open == Label::TradeName || open == Label::Address)
        && !colon
        && next.is_some()
        && label == Label::TradeName;
    (ends && !ambiguous).then_some((label, to))
}

/// Most characters begin no label.
fn begins_label(ch: char) -> bool {
    matches!(
        ch,
        'a' | 'b'
            | 'c'
            | 'e'
            | 'f'
            | 'h'
            | 'm'
            | 'o'
            | 'p'
            | 'r'
            | 't'
            | '©'
            | 'ⓒ'
            | '개'
            | '건'
            | '계'
            | '고'
            | '공'
            | '교'
            | '대'
            | '메'
            | '문'
            | '반'
            | '법'
            | '본'
            | '부'
            | '사'
            | '상'
            | '소'
            | '업'
            | '연'
            | '운'
            | '의'
            | '이'
            | '입'
            | '전'
            | '주'
            | '청'
            | '통'
            | '팩'
            | '호'
            | '회'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_begins_with_a_known_character() {
        for (_, word) in LABELS {
            assert!(word.chars().next().is_some_and(begins_label), "{word}");
        }
    }
}
