//! What can be said of a PDF by its bytes: that it is one from its first byte to its last, and that nothing in it runs.

use super::FileProblem;
use super::opening::{Openings, opening};

/// Names after which something happens by itself, or another file comes out or in. ISO 32000-2, 12.6, 13, 7.11 and 7.3.8. A link that
/// waits for a press, and a form without scripts, are not among them: half of all papers have those.
const ACTIVE: [&[u8]; 20] = [
    b"JavaScript",
    b"JS",
    b"AA",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"EF",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"FileAttachment",
    b"GoToE",
    b"GoToR",
    b"Thread",
    b"Rendition",
    b"RichMedia",
    b"RichMediaExecute",
    b"OnInstantiate",
    b"XFA",
    b"FFilter",
    b"FDecodeParms",
];
/// What makes a browser that guesses take a file for a page.
const MARKUP: [&[u8]; 5] = [b"<html", b"<script", b"<!doctype", b"<svg", b"<?php"];
/// Where it would look for it, in bytes from the start.
const HEAD_BYTES: usize = 1024;
/// How much may follow the end: line ends of careless programs, in bytes.
const TAIL_BYTES: usize = 1024;
/// How far from its end the last record of a ZIP archive can begin, in bytes.
const ZIP_BYTES: usize = 22 + 0xFFFF;
/// How far from the start an archive that unpacks itself is looked for by its own programs, in bytes.
const SELF_BYTES: usize = 1024 * 1024;

/// A PDF begins and ends as one, is nothing else besides, and carries nothing that runs when it is opened.
pub(super) fn pdf(bytes: &[u8]) -> Result<(), FileProblem> {
    let tail = bytes
        .get(bytes.len().saturating_sub(TAIL_BYTES)..)
        .unwrap_or(bytes);
    let end = tail.windows(5).rposition(|window| window == b"%%EOF");
    let after = end.and_then(|at| tail.get(at + 5..));
    let blank = |byte: &u8| is_space(*byte);
    if !after.is_some_and(|after| after.iter().all(blank)) {
        return Err(FileProblem::Broken);
    }
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let is_page = |markup: &&[u8]| {
        head.windows(markup.len())
            .any(|window| window.eq_ignore_ascii_case(markup))
    };
    if MARKUP.iter().any(is_page) || is_archive(bytes) {
        return Err(FileProblem::WrongType);
    }
    let mut openings = Openings::default();
    openings.read_plain(bytes);
    if openings.is_refused() {
        return Err(FileProblem::Active);
    }
    match names_problem(bytes) {
        Some(problem) => Err(problem),
        None => Ok(()),
    }
}

/// What is wrong with the names in a part of a PDF, as they stand there uncompressed. Where it opens by a reference is for [`Openings`]
/// to follow.
pub fn names_problem(bytes: &[u8]) -> Option<FileProblem> {
    for (name, after) in names(bytes) {
        // Bytes that look like a short name happen in compressed pictures; a value has to follow for it to be one.
        let is_active = ACTIVE
            .iter()
            .any(|active| means(name, active) && (active.len() > 3 || begins_value(active, after)));
        if is_active || means(name, b"OpenAction") && opening(after).is_none() {
            return Some(FileProblem::Active);
        }
        if means(name, b"Encrypt") {
            return Some(FileProblem::Encrypted);
        }
    }
    None
}

/// Every name, as it is written, with what follows it.
pub(super) fn names(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let at = rest.iter().position(|byte| *byte == b'/')?;
        let name = rest.get(at + 1..)?;
        let end = name.iter().position(|byte| !is_regular(*byte));
        let (name, after) = name.split_at(end.unwrap_or(name.len()));
        rest = after;
        Some((name, after))
    })
}

/// Whether some viewer takes a name, as it is written, for that one.
pub fn means(written: &[u8], name: &[u8]) -> bool {
    // Nothing is read as more letters than are written.
    written.len() >= name.len()
        && (letters(written, false).eq(name.iter().copied())
            || letters(written, true).eq(name.iter().copied()))
}

/// Whether every viewer takes a name, as it is written, for that one.
pub fn is_name(written: &[u8], name: &[u8]) -> bool {
    letters(written, false).eq(name.iter().copied())
        && letters(written, true).eq(name.iter().copied())
}

/// A name with `#4A` read as `J`. `PDFium` reads any two characters after a `#`, and takes for 0 what is no digit. Where the number is 0
/// a name ends, for programs in which text does.
fn letters(written: &[u8], is_loose: bool) -> impl Iterator<Item = u8> {
    let mut rest = written;
    std::iter::from_fn(move || {
        let (byte, after) = match rest {
            [b'#', high, low, after @ ..]
                if is_loose || high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                (digit(*high) << 4 | digit(*low), after)
            }
            [byte, after @ ..] => (*byte, after),
            [] => return None,
        };
        rest = after;
        (byte != 0).then_some(byte)
    })
    .fuse()
}

fn digit(hex: u8) -> u8 {
    match hex {
        b'0'..=b'9' => hex - b'0',
        b'a'..=b'f' => hex - b'a' + 10,
        b'A'..=b'F' => hex - b'A' + 10,
        _ => 0,
    }
}

/// Whether what follows can be the value of that short name: another object, a dictionary, or for a script its text.
fn begins_value(name: &[u8], after: &[u8]) -> bool {
    let value = after.iter().position(|byte| !is_space(*byte));
    match value.and_then(|at| after.get(at..)) {
        Some([b'<', b'<', ..] | [b'%' | b'+' | b'-' | b'.' | b'0'..=b'9', ..]) => true,
        Some([b'(' | b'<', ..]) => name == b"JS",
        Some([b'[', ..]) => name == b"XFA",
        _ => false,
    }
}

/// White space, as the most generous viewer has it: for `PDFium`, 0x80 and 0xFF are some, too.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ' | 0x80 | 0xFF)
}

/// Whether a byte can stand in a name or a word.
pub fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

/// Whether programs for archives find one in it: such a file is a PDF to one program and an archive to another. They look for the end of
/// a ZIP from behind, whatever follows it, and for others from the start.
fn is_archive(bytes: &[u8]) -> bool {
    let holds = |part: Option<&[u8]>, mark: &[u8]| {
        let part = part.unwrap_or(bytes);
        part.windows(mark.len()).any(|window| window == mark)
    };
    let (start, end) = (
        bytes.get(..SELF_BYTES),
        bytes.len().saturating_sub(ZIP_BYTES),
    );
    holds(bytes.get(end..), b"PK\x05\x06")
        || holds(start, b"Rar!\x1A\x07")
        || holds(start, b"7z\xBC\xAF\x27\x1C")
}

#[cfg(test)]
mod tests {
    use super::super::{FileProblem, Media, inspect};
    use super::ZIP_BYTES;

    fn a_pdf(inside: &str) -> Vec<u8> {
        format!("%PDF-1.7\n{inside}\n%%EOF\n").into_bytes()
    }

    #[test]
    fn a_pdf_without_anything_that_runs_is_taken() {
        for inside in [
            "",
            "<</JSON 1>> <</JSX (a)>>",
            "<</OpenAction [1 0 R /XYZ null null 0]>>",
            "<</OpenAction<</S/GoTo/D[3 0 R/Fit]>>>>",
            "<</OpenAction 5 0 R>> 5 0 obj\n<</S /GoTo /D (page.1)>>\nendobj",
            "<</OpenAction 5 0 R>> where it is packed another one looks",
            "<</Launcher (x) /EncryptMetadata true>>",
            "binary /JS\u{1} more /JS\0\u{1} /AA< /EF(x) /AA [x] /EF/x",
            "<</Subtype /Link /A <</S /URI /URI (https://a.example)>>>>",
            "<</AcroForm <</Fields [5 0 R] /DA (/Helv 0 Tf)>>>>",
            "<</Names <</Dests 5 0 R>> /AAA 1 /EFG 2>>",
        ] {
            assert_eq!(inspect(&a_pdf(inside)), Ok(Media::Pdf), "{inside}");
        }
    }

    #[test]
    fn what_runs_is_found_however_its_name_is_written() {
        for inside in [
            "<</S /JavaScript /JS (x)>>",
            "<</S/J#61vaScript>>",
            "<</JS(app.alert)>>",
            "<</#4a#53 (x)>>",
            "<</S /Launch /F (cmd.exe)>>",
            "<</OpenAction 5 0 R>> 5 0 obj\n<</S/URI/URI(x)>>\nendobj",
            "<</OpenAction<</S/URI>>>>",
            "<</Type /EmbeddedFile >>",
            "<</EmbeddedFiles 5 0 R>>",
            "<</Subtype /RichMedia /A 1>>",
            "<</XFA 3 0 R>>",
            "<</XFA[(a) 3 0 R]>>",
            "<</JS\0\r\n3 0 R>>",
            "<</JS<6170>>>",
            "<</JS%\n(x)>>",
            "<</Subtype/FileAttachment>>",
            "<</FS<</EF<</F 9 0 R>>>>>>",
            "<</#45#46 9 0 R>>",
            "<</AA<</O<</S/URI/URI(x)>>>>>>",
            "<</AA 9 0 R>>",
            "<</S/SubmitForm>>",
            "<</S/Rendition>>",
            "<</S/RichMediaExecute>>",
            "<</OnInstantiate 9 0 R>>",
            "<</S/GoToR/F(x.pdf)>>",
            "<</S /Thread /F (x.pdf) /D 0>>",
            "<</Length 0 /F (x) /FFilter /FlateDecode>>",
            "<</O#7GenAction 1>>",
            "<</#4Xpen /Java#53cript#00x (x)>>",
            "<</JavaScript#00x 1>>",
            "<</J#5G (x) /#4A#5#53 1 /JS#0G (x)>>",
        ] {
            assert_eq!(
                inspect(&a_pdf(inside)),
                Err(FileProblem::Active),
                "{inside}"
            );
        }
        assert_eq!(
            inspect(&a_pdf("<</Encrypt 5 0 R>>")),
            Err(FileProblem::Encrypted)
        );
    }

    #[test]
    fn a_pdf_is_nothing_else_besides() {
        assert_eq!(inspect(b"%PDF-1.7 no end"), Err(FileProblem::Broken));
        assert_eq!(
            inspect(b"%PDF-1.7 %%EOF <script>"),
            Err(FileProblem::Broken)
        );
        assert_eq!(inspect(&a_pdf("<SCRIPT>")), Err(FileProblem::WrongType));
        for mark in [
            &b"PK\x05\x06"[..],
            b"Rar!\x1A\x07\x01",
            b"7z\xBC\xAF\x27\x1C",
        ] {
            let two = [b"%PDF-1.7\n", mark, &[0; 18], b"\n%%EOF\r\n"].concat();
            assert_eq!(inspect(&two), Err(FileProblem::WrongType));
        }
        let far = [
            b"%PDF-1.7\nPK\x05\x06",
            &vec![b' '; ZIP_BYTES][..],
            b"%%EOF",
        ]
        .concat();
        assert_eq!(inspect(&far), Ok(Media::Pdf));
    }

    #[test]
    fn white_space_is_what_the_most_generous_viewer_takes_for_it() {
        for inside in [
            &b"<</OpenAction\x80<</S/JavaScript\x80/JS\x80(app.alert(1))>>>>"[..],
            b"<</JS\xFF(x)>>",
            b"<</S/Launch\xFF>>",
            b"<</AA\x80\x809 0 R>>",
        ] {
            let bytes = [b"%PDF-1.7\n", inside, b"\n%%EOF\n"].concat();
            assert_eq!(inspect(&bytes), Err(FileProblem::Active), "{inside:?}");
        }
    }
}
