//! Evidence files.

use domain::evidence::{EvidenceKind, EvidencePage, FileProblem, Media};

words! {
    /// What a file is.
    evidence_kind(EvidenceKind) {
        LiveCapture: "실제 화면 이미지", "Capture of the live service";
        DesignDraft: "시안", "Design draft";
        FlowPlan: "기획안", "Plan of the flow";
    }

    /// Which page a file shows.
    evidence_page(EvidencePage) {
        Signup: "회원가입 화면", "Sign-up screen";
        PrivacyPolicy: "개인정보처리방침", "Privacy policy";
        Verification: "본인확인 화면", "Identity-verification screen";
        ServiceFlow: "서비스 이용 흐름", "Way through the service";
        Licence: "업종 인허가증", "Licence of the trade";
    }

    /// Why a file was not taken, and what to do.
    file_problem(FileProblem) {
        Empty: "내용이 없는 파일입니다. 다른 파일을 고르세요.", "The file is empty. Choose another one.";
        TooLarge: "파일이 10 MB보다 큽니다. 크기를 줄이거나 나누어 올리세요.", "The file is larger than 10 MB. Make it smaller or split it.";
        WrongType: "PDF, PNG, JPEG 파일만 올릴 수 있습니다. 파일 이름이 아니라 내용으로 확인합니다.", "Only PDF, PNG and JPEG files are accepted. The content counts, not the file name.";
        Broken: "파일이 깨졌거나 끝까지 저장되지 않았습니다. 다시 저장해서 올리세요.", "The file is damaged or cut off. Save it again and upload it.";
        TooManyPixels: "이미지가 4천만 화소보다 큽니다. 크기를 줄여서 올리세요.", "The image has more than 40 million pixels. Make it smaller.";
        Active: "스크립트나 첨부 파일이 든 PDF는 올릴 수 없습니다. 인쇄용 PDF로 다시 저장하세요.", "PDFs with scripts or attached files are not accepted. Save it again as a PDF for printing.";
        Encrypted: "암호가 걸린 PDF는 올릴 수 없습니다. 암호를 풀고 다시 저장하세요.", "PDFs locked with a password are not accepted. Remove the password and save it again.";
        TooMany: "파일은 10개까지 올릴 수 있습니다. 다른 파일을 지우고 다시 올리세요.", "There can be up to 10 files. Remove one and try again.";
    }
}

/// The kind of file in letters; the same in both languages.
pub fn media(media: Media) -> &'static str {
    match media {
        Media::Pdf => "PDF",
        Media::Png => "PNG",
        Media::Jpeg => "JPEG",
    }
}
