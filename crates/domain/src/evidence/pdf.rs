//! What can be said of a PDF by its bytes: that it is one from its first byte to its last, and that nothing in it runs.

use super::FileProblem;

/// Names after which something happens by itself, or another file comes out. ISO 32000-2, 12.6, 13 and 7.11. A link that waits for a
/// press, and a form without scripts, are not among them: half of all papers have those.
const ACTIVE: [&[u8]; 16] = [
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
    b"Rendition",
    b"RichMedia",
    b"RichMediaExecute",
    b"OnInstantiate",
    b"XFA",
];
/// What makes a browser that guesses take a file for a page.
const MARKUP: [&[u8]; 5] = [b"<html", b"<script", b"<!doctype", b"<svg", b"<?php"];
/// Where it would look for it, in bytes from the start.
const HEAD_BYTES: usize = 1024;
/// How much may follow the end: line ends of careless programs, in bytes.
const TAIL_BYTES: usize = 1024;
/// Longest name that is looked at.
const NAME_BYTES: usize = 24;

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
    match names_problem(bytes) {
        Some(problem) => Err(problem),
        None => Ok(()),
    }
}

/// What is wrong with the names in a part of a PDF, as they stand there uncompressed. A name may be written with `#4A` for `J`.
pub fn names_problem(bytes: &[u8]) -> Option<FileProblem> {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'/') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let mut name = [0; NAME_BYTES];
        let (length, after) = read_name(rest, &mut name);
        let name = name.get(..length).unwrap_or_default();
        // Bytes that look like a short name happen in compressed pictures; a value has to follow for it to be one.
        let has_value = length > 3 || begins_value(name, after);
        if ACTIVE.contains(&name) && has_value || name == b"OpenAction" && !is_place(after) {
            return Some(FileProblem::Active);
        }
        if name == b"Encrypt" {
            return Some(FileProblem::Encrypted);
        }
    }
    None
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

/// Whether what follows is a list: then the document opens at a place in itself, and nothing runs.
fn is_place(after: &[u8]) -> bool {
    after.iter().find(|byte| !is_space(**byte)) == Some(&b'[')
}

/// Decodes the name that stands at the start: its length, and what follows it. One that is too long for `into` has no length.
fn read_name<'a>(mut rest: &'a [u8], into: &mut [u8; NAME_BYTES]) -> (usize, &'a [u8]) {
    let mut length = 0;
    loop {
        let (byte, after) = match rest {
            [b'#', high, low, after @ ..]
                if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                (digit(*high) << 4 | digit(*low), after)
            }
            [byte, after @ ..] if !is_space(*byte) && !b"()<>[]{}/%".contains(byte) => {
                (*byte, after)
            }
            _ => return (length, rest),
        };
        let Some(place) = into.get_mut(length) else {
            return (0, rest);
        };
        *place = byte;
        length += 1;
        rest = after;
    }
}

fn digit(hex: u8) -> u8 {
    match hex {
        b'0'..=b'9' => hex - b'0',
        _ => (hex | 0x20) - b'a' + 10,
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

/// Whether a ZIP archive ends where the file ends: such a file is a PDF to one program and an archive to another.
fn is_archive(bytes: &[u8]) -> bool {
    let from = bytes.len().saturating_sub(22 + 0xFFFF);
    let last = bytes.get(from..).unwrap_or_default();
    last.windows(22).enumerate().any(|(at, window)| {
        let [b'P', b'K', 5, 6, .., low, high] = window else {
            return false;
        };
        at + 22 + usize::from(u16::from_le_bytes([*low, *high])) == last.len()
    })
}

#[cfg(test)]
mod tests {
    use super::super::{FileProblem, Media, inspect};

    fn a_pdf(inside: &str) -> Vec<u8> {
        format!("%PDF-1.7\n{inside}\n%%EOF\n").into_bytes()
    }

    #[test]
    fn a_pdf_without_anything_that_runs_is_taken() {
        for inside in [
            "",
            "<</JSON 1>> <</JSX (a)>>",
            "<</OpenAction [1 0 R /XYZ null null 0]>>",
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
            "<</OpenAction 5 0 R>>",
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
        let mut two = a_pdf("");
        two.extend_from_slice(b"PK\x05\x06");
        two.extend_from_slice(&[0; 16]);
        two.extend_from_slice(&[2, 0]);
        two.extend_from_slice(b"\r\n");
        assert_eq!(inspect(&two), Err(FileProblem::Broken));
        two.truncate(two.len() - 4);
        two.extend_from_slice(&[6, 0]);
        two.extend_from_slice(b"%%EOF\n");
        assert_eq!(inspect(&two), Err(FileProblem::WrongType));
    }
}
