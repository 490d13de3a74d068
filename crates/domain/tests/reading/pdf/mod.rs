//! The text of PDF files: of small ones made here, each for one thing, and of some that real programs wrote.

mod made;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use domain::reading::pdf::{PDF_BYTES_MAX, text_of};
use domain::reading::{Unreadable, read_policy};
use made::{Pdf, codes, korean, stored};
use proptest::prelude::*;

use crate::said;

const LATIN: &str =
    "/Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>";

fn page(drawing: &str) -> Result<String, Unreadable> {
    text_of(&Pdf::default().pages(LATIN, &[drawing]))
}

fn in_korean(drawing: &str) -> Result<String, Unreadable> {
    let mut pdf = Pdf::default();
    let font = korean(&mut pdf);
    text_of(&pdf.pages(&format!("/Font<</F {font} 0 R>>"), &[drawing]))
}

fn sample(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reading/pdf");
    fs::read(folder.join(name)).unwrap()
}

#[test]
fn files_of_real_programs_read_as_their_texts_do() {
    for (name, answer) in [
        ("chromium.pdf", "brackets_before.answer"),
        ("reportlab.pdf", "pdf/table.answer"),
        ("qpdf.pdf", "pdf/table.answer"),
        ("fpdf2.pdf", "wrapped_prose.answer"),
    ] {
        let text = text_of(&sample(name)).unwrap();
        let reading = read_policy(&text).unwrap();
        let answer = String::from_utf8(sample(&format!("../{answer}"))).unwrap();
        for (item, said) in said(&reading) {
            let expected = answer
                .lines()
                .find_map(|line| line.strip_prefix(item.key())?.strip_prefix(' '));
            assert_eq!(
                said,
                expected.unwrap_or("absent"),
                "{name}: {}\n{text}",
                item.key()
            );
        }
    }
}

#[test]
fn rows_of_a_table_keep_their_cells_however_many_lines_a_cell_has() {
    let text = text_of(&sample("reportlab.pdf")).unwrap();
    assert!(
        text.contains("\n구분\t필수 여부\t수집 항목\t보유 기간\n"),
        "{text}"
    );
    assert!(
        text.contains(
            "\n주문과 배송\t필수\t받는 분의 이름, 배송지 주 소, 연락처\t전자상거래법에 따라 5년\n"
        ),
        "{text}"
    );
}

#[test]
fn every_operator_that_ends_a_line_ends_one() {
    let drawing = "BT /F 10 Tf 50 800 Td 12 TL (one) Tj T* (two) Tj (three) ' 1 0 (fo\\165r) \" \
        0 -12 TD [(fi) -20 (ve) -400 (six)] TJ 1 0 0 1 50 700 Tm (seven \\(7\\)) Tj ET";
    assert_eq!(
        page(drawing).unwrap(),
        "one\ntwo\nthree\nfour\nfive six\nseven (7)"
    );
}

#[test]
fn pieces_far_apart_on_a_line_are_cells_and_the_sign_of_a_list_is_none() {
    let drawing = "BT /F 10 Tf 1 0 0 1 50 800 Tm (1.) Tj 1 0 0 1 70 800 Tm (Items) Tj 1 0 0 1 50 780 Tm (Sign-up) Tj \
        1 0 0 1 200 780 Tm (name,) Tj 1 0 0 1 200 768 Tm (email) Tj 1 0 0 1 350 780 Tm (required) Tj \
        1 0 0 1 200 750 Tm (gender) Tj 1 0 0 1 350 750 Tm (optional) Tj ET";
    assert_eq!(
        page(drawing).unwrap(),
        "1. Items\nSign-up\tname, email\trequired\nSign-up\tgender\toptional"
    );
}

#[test]
fn a_line_that_was_broken_for_want_of_room_is_one_line() {
    let long = "a".repeat(95);
    let drawing = format!(
        "BT /F 10 Tf 14 TL 50 800 Td ({long}) Tj T* (and so on) Tj T* (- next) Tj T* (last) Tj ET"
    );
    assert_eq!(
        page(&drawing).unwrap(),
        format!("{long} and so on\n- next\nlast")
    );
}

#[test]
fn letters_that_are_drawn_twice_to_look_bold_are_there_once() {
    let drawing = "BT /F 10 Tf 50 800 Td (bold) Tj 0.3 0 Td (bold) Tj 40 0 Td (once) Tj ET";
    assert_eq!(page(drawing).unwrap(), "bold\tonce");
}

#[test]
fn korean_is_read_by_the_map_that_the_file_brings_along() {
    let drawing = format!(
        "q 0.5 0 0 -0.5 0 842 cm BT /F 24 Tf 1 0 0 -1 100 100 Tm {} Tj 1 0 0 -1 100 140 Tm {} Tj ET Q",
        codes("@ (가나다)"),
        codes("다나가")
    );
    assert_eq!(in_korean(&drawing).unwrap(), "이름 (가나다)\n다나가");
}

#[test]
fn codes_in_utf_16_need_no_map() {
    let mut pdf = Pdf::default();
    let below = pdf.object("<</Type/Font/Subtype/CIDFontType0/BaseFont/HYSMyeongJo-Medium>>");
    let font = pdf.object(&format!(
        "<</Type/Font/Subtype/Type0/Encoding/UniKS-UCS2-H/DescendantFonts[{below} 0 R]>>"
    ));
    let file = pdf.pages(
        &format!("/Font<</F {font} 0 R>>"),
        &["BT /F 10 Tf 50 800 Td <C774B984002C0020C131BCC4> Tj ET"],
    );
    assert_eq!(text_of(&file).unwrap(), "이름, 성별");
}

#[test]
fn named_signs_and_drawings_inside_drawings_are_read() {
    let mut pdf = Pdf::default();
    let font = pdf.object(
        "<</Type/Font/Subtype/TrueType/Encoding<</Differences[1/N/a/m/e/colon 6/uniC774 7/quoteright]>>>>",
    );
    let inner = pdf.stream(
        &format!(
            "/Type/XObject/Subtype/Form/Matrix[1 0 0 1 0 -20]/Resources<</Font<</G {font} 0 R>>>>"
        ),
        b"BT /G 10 Tf 50 800 Td <010203040506> Tj ET",
    );
    let resources = format!("{LATIN}/XObject<</X {inner} 0 R>>");
    let file = pdf.pages(
        &resources,
        &["BT /F 10 Tf 50 800 Td (first) Tj ET q /X Do Q"],
    );
    assert_eq!(text_of(&file).unwrap(), "first\nName:이");
}

/// A file whose objects stand in a stream, the rows of which were made smaller by prediction.
fn packed(predicted: bool) -> Vec<u8> {
    let bodies = [
        "<</Type/Catalog/Pages 11 0 R>>",
        "<</Type/Pages/Kids[12 0 R]/Count 1>>",
        "<</Type/Page/Parent 11 0 R/Contents[1 0 R]/Resources<</Font<</F 13 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ];
    let (mut heads, mut all) = (String::new(), String::new());
    for (number, body) in (10..).zip(bodies) {
        write!(heads, "{number} {} ", all.len()).unwrap();
        all.push_str(body);
        all.push(' ');
    }
    let first = heads.len();
    let plain = (heads + &all).into_bytes();
    let mut pdf = Pdf::default();
    pdf.stream("", b"BT /F 10 Tf 50 800 Td (packed) Tj ET");
    let (settings, bytes) = if predicted {
        let mut bytes = Vec::new();
        let mut above = [0_u8; 8];
        for row in plain.chunks(8) {
            bytes.push(2);
            for (byte, up) in row.iter().zip(&mut above) {
                bytes.push(byte.wrapping_sub(*up));
                *up = *byte;
            }
        }
        ("/DecodeParms<</Predictor 12/Columns 8>>", bytes)
    } else {
        ("", plain)
    };
    pdf.stream(
        &format!("/Type/ObjStm/N 4/First {first}/Filter/FlateDecode{settings}"),
        &stored(&bytes),
    );
    pdf.file("/Root 10 0 R")
}

#[test]
fn objects_that_are_packed_into_streams_are_found() {
    assert_eq!(text_of(&packed(false)).unwrap(), "packed");
    assert_eq!(text_of(&packed(true)), text_of(&packed(false)));
}

#[test]
fn what_was_changed_later_counts_and_wrong_tables_of_contents_do_not_matter() {
    let mut file = Pdf::default().pages(LATIN, &["BT /F 10 Tf 50 800 Td (old) Tj ET"]);
    file.extend(b"1 0 obj <</Length 99 0 R>> stream\nBT /F 10 Tf 50 800 Td (new) Tj ET\nendstream endobj\nxref\n0 1\nnonsense");
    assert_eq!(text_of(&file).unwrap(), "new");
}

#[test]
fn without_a_tree_the_pages_come_in_the_order_of_their_objects() {
    let mut pdf = Pdf::default();
    for words in ["first", "second"] {
        let content = pdf.stream(
            "",
            format!("BT /F 9 Tf 50 800 Td ({words}) Tj ET").as_bytes(),
        );
        pdf.object(&format!(
            "<</Type/Page/Contents {content} 0 R/Resources<<{LATIN}>>>>"
        ));
    }
    assert_eq!(text_of(&pdf.file("")).unwrap(), "first\nsecond");
}

#[test]
fn pictures_of_words_are_never_left_out_in_silence() {
    let mut pdf = Pdf::default();
    let picture = pdf.stream(
        "/Type/XObject/Subtype/Image/Filter/DCTDecode",
        b"\xFF\xD8\xFF",
    );
    let resources = format!("{LATIN}/XObject<</I {picture} 0 R>>");
    let scan = "q 595 0 0 842 0 0 cm /I Do Q";
    let words = "BT /F 10 Tf 50 800 Td (words) Tj ET q 30 0 0 30 0 0 cm /I Do Q";
    let read = |drawings: &[&str]| {
        let mut pdf = Pdf::default();
        pdf.stream(
            "/Type/XObject/Subtype/Image/Filter/DCTDecode",
            b"\xFF\xD8\xFF",
        );
        text_of(&pdf.pages(&resources, drawings))
    };
    assert_eq!(read(&[scan]), Err(Unreadable::PdfWithoutText));
    assert_eq!(read(&[words, scan]), Err(Unreadable::PdfWithoutText));
    assert_eq!(read(&[words, words]).unwrap(), "words\nwords");
    assert_eq!(read(&[""]), Err(Unreadable::PdfWithoutText));
}

#[test]
fn a_picture_in_the_middle_of_a_drawing_is_passed_over() {
    let drawing = "q 20 0 0 20 0 0 cm BI /W 2 /H 2 ID \u{1}(\u{2}<EI \nEI Q BT /F 10 Tf 50 800 Td (words) Tj ET";
    assert_eq!(page(drawing).unwrap(), "words");
}

#[test]
fn signs_of_which_nobody_says_which_letters_they_are_are_refused() {
    let mut pdf = Pdf::default();
    let below = pdf.object("<</Type/Font/Subtype/CIDFontType2>>");
    let font = pdf.object(&format!(
        "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[{below} 0 R]>>"
    ));
    let resources = format!("/Font<</G {font} 0 R/F <</Subtype/Type1/BaseFont/Helvetica>>>>");
    let words = "words ".repeat(100);
    let drawing = format!("BT /F 10 Tf 50 800 Td ({words}) Tj /G 10 Tf 0 -20 Td <00410042> Tj ET");
    assert_eq!(
        text_of(&pdf.pages(&resources, &[&drawing])),
        Err(Unreadable::PdfWithoutText)
    );
}

#[test]
fn one_unknown_sign_before_a_line_is_the_sign_of_a_list() {
    let fonts = "/Font<</S <</Subtype/Type1/BaseFont/ABCDEF+Wingdings>>/F <</Subtype/Type1/BaseFont/Helvetica>>>>";
    let words = "words ".repeat(20);
    let drawing = format!("BT /S 10 Tf 50 800 Td (l) Tj /F 10 Tf 18 0 Td ({words}) Tj ET");
    let text = text_of(&Pdf::default().pages(fonts, &[&drawing])).unwrap();
    assert_eq!(text, format!("• {}", words.trim()));
}

#[test]
fn locked_and_broken_files_say_so() {
    let whole = Pdf::default().pages(LATIN, &["BT /F 10 Tf 50 800 Td (words) Tj ET"]);
    let text = String::from_utf8_lossy(&whole).into_owned();
    let locked = text.replace("/Root", "/Encrypt<</Filter/Standard>>/Root");
    let page_gone = text.replace("2 0 obj", "77 0 obj");
    let content_gone = text.replace("1 0 obj", "77 0 obj");
    let unknown_filter = text.replace("/Length", "/Filter/LZWDecode/Length");
    assert_eq!(text_of(locked.as_bytes()), Err(Unreadable::PdfLocked));
    for broken in [page_gone, content_gone, unknown_filter] {
        assert_eq!(text_of(broken.as_bytes()), Err(Unreadable::Pdf), "{broken}");
    }
    for garbage in [
        &b""[..],
        b"words",
        b"%PDF-",
        b"%PDF-1.7\n1 0 obj",
        b"%PDF-1.4 1 0 obj [[[[((((",
    ] {
        assert_eq!(text_of(garbage), Err(Unreadable::Pdf));
    }
    let mut large = whole;
    large.resize(PDF_BYTES_MAX + 1, b' ');
    assert_eq!(text_of(&large), Err(Unreadable::PdfTooLarge));
}

#[test]
fn a_byte_that_changed_inside_packed_words_is_noticed() {
    let mut pdf = Pdf::default();
    let packed = stored(b"BT /F 10 Tf 50 800 Td (Phone) Tj ET");
    let content = pdf.stream("/Filter/FlateDecode", &packed);
    pdf.object(&format!(
        "<</Type/Page/Contents {content} 0 R/Resources<<{LATIN}>>>>"
    ));
    let mut file = pdf.file("");
    assert_eq!(text_of(&file).unwrap(), "Phone");
    let at = file.windows(5).position(|word| word == b"Phone").unwrap();
    *file.get_mut(at).unwrap() = b'S';
    assert_eq!(text_of(&file), Err(Unreadable::Pdf));
}

#[test]
fn files_that_go_in_circles_or_grow_without_end_are_refused() {
    let mut circle = Pdf::default();
    circle.object("<</Type/Pages/Kids[1 0 R 1 0 R]>>");
    circle.object("<</Type/Catalog/Pages 1 0 R>>");
    assert_eq!(text_of(&circle.file("/Root 2 0 R")), Err(Unreadable::Pdf));

    let mut inside = Pdf::default();
    let drawing = "/X Do ".repeat(40);
    inside.stream("/Subtype/Form", drawing.as_bytes());
    let file = inside.pages("/XObject<</X 1 0 R>>", &["/X Do"]);
    assert_eq!(text_of(&file), Err(Unreadable::Pdf));

    let mut long = Pdf::default();
    let mut words = String::new();
    for line in 0..250 {
        write!(
            words,
            "BT /F 10 Tf 50 {} Td ({}) Tj ET ",
            line * 20,
            "a".repeat(1000)
        )
        .unwrap();
    }
    long.stream("", b"");
    assert_eq!(
        text_of(&long.pages(LATIN, &[&words])),
        Err(Unreadable::TooLong)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_any_bytes_ends_in_a_panic(
        name in prop::sample::select(vec!["reportlab.pdf", "qpdf.pdf", "fpdf2.pdf"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        cut in any::<prop::sample::Index>(),
        cuts in any::<bool>(),
    ) {
        let mut file = sample(name);
        for (at, byte) in changes {
            let at = at.index(file.len());
            *file.get_mut(at).unwrap() = byte;
        }
        if cuts {
            file.truncate(cut.index(file.len()));
        }
        drop(text_of(&file));
    }

    #[test]
    fn no_drawing_ends_in_a_panic(drawing in "([0-9 .\\-()<>\\[\\]/F]|BT |ET |Tf |Td |Tj |TJ |Tm |cm |q |Q |' |\" |Do |BI |ID |EI ){0,200}") {
        drop(page(&drawing));
    }
}
