//! What the reader of pasted texts found, in words: occasions, parts of a policy, placeholders, differences, and why it could not read.

use domain::reading::{Differing, PlaceholderKind, Purpose, Section, Unreadable};

words! {
    /// Why a text could not be read, and what helps.
    unreadable(Unreadable) {
        Empty: "글이 없습니다.", "There is no text in it.";
        TooLong: "200,000자보다 길어 읽지 못했습니다. 필요한 부분만 붙여 넣으세요.", "It has more than 200,000 characters, so it was not read. Paste the part that matters.";
        Pdf: "이 PDF는 읽지 못했습니다. 파일을 열어 글을 복사해 붙여 넣으세요.", "This PDF could not be read. Open it, copy the words and paste them.";
        PdfTooLarge: "10MB보다 큰 PDF라서 읽지 못했습니다. 파일을 열어 필요한 글만 복사해 붙여 넣으세요.", "This PDF is larger than 10 MB, so it was not read. Open it, copy the words that matter and paste them.";
        PdfLocked: "암호나 복사 제한이 걸린 PDF라서 읽지 못했습니다. 제한 없이 다시 저장하거나, 글을 복사해 붙여 넣으세요.", "This PDF is protected, so it was not read. Save it without protection, or copy the words and paste them.";
        PdfWithoutText: "그림이거나 글자 정보가 없는 쪽이 있어 PDF를 읽지 못했습니다. 웹 페이지나 원본 문서에서 글을 복사해 붙여 넣으세요.", "Some pages of this PDF are pictures or do not say which letters they show, so none of it was read. Copy the words from the web page or the original document and paste them.";
        Binary: "글로 된 파일이 아니라서 읽지 못했습니다. 페이지에서 글을 복사해 붙여 넣으세요.", "This is not text, so it was not read. Copy the words from the page and paste them.";
        NoWords: "기호나 태그만 있고 읽을 글이 없습니다.", "There are only signs or markup, no words.";
    }

    /// The occasion for which a text collects something.
    purpose(Purpose) {
        Signup: "회원가입", "signing up";
        Order: "주문, 결제, 배송", "order, payment or delivery";
        Enquiry: "문의", "enquiries";
        Marketing: "마케팅, 이벤트", "marketing and events";
        Automatic: "자동으로 수집", "automatic collection";
        ThirdParty: "제3자 제공, 위탁", "passing on to others";
        Retention: "법에 따른 보관", "keeping it as the law demands";
        Verification: "본인확인", "identity verification";
        Other: "다른 목적", "another purpose";
        Unknown: "알 수 없는 목적", "an unknown purpose";
    }

    /// A part of a privacy policy.
    section(Section) {
        Items: "수집하는 항목", "Items collected";
        Purpose: "수집과 이용 목적", "Purposes";
        Retention: "보유와 이용 기간", "How long they are kept";
        Destruction: "파기 절차와 방법", "How they are destroyed";
        ThirdParty: "제3자 제공", "Passing on to third parties";
        Outsourcing: "처리 위탁", "Processing by others";
        Rights: "정보주체의 권리", "Rights of the people concerned";
        Officer: "개인정보 보호책임자", "Privacy officer";
    }

    /// What a placeholder stands for.
    placeholder(PlaceholderKind) {
        Phone: "전화번호", "Telephone number";
        Email: "이메일 주소", "Email address";
        Name: "이름", "Name";
        Number: "사업자등록번호", "Registration number";
        Blank: "빈칸", "Blank";
    }

    /// In what two printed facts differ.
    differing(Differing) {
        Same: "글자까지 같음", "The same, letter by letter";
        Spaces: "띄어쓰기가 다름", "The spaces differ";
        Width: "괄호나 전각 문자가 다름", "Brackets or full-width signs differ";
        Case: "대문자와 소문자가 다름", "Capital letters differ";
        CorporateForm: "회사 형태를 적는 방법이 다름", "The corporate form is written differently";
        CorporateFormMissing: "한쪽에만 회사 형태가 있음", "Only one has a corporate form";
        Letters: "글자가 다름", "The letters differ";
    }
}
