//! What an object of a PDF says of itself: the dictionary after `obj`, read as viewers read it. ISO 32000-2, 7.2 and 7.3.

use domain::evidence::{FileProblem, is_pdf_name, is_pdf_regular, is_pdf_space, means_pdf_name};

/// What a stream of packed objects says of itself and how it may say it. Whatever else it says, such as a second filter or a predictor,
/// would need a reader that can undo that, and no program writes it.
const KNOWN: [&[u8]; 9] = [
    b"Type", b"ObjStm", b"N", b"First", b"Extends", b"Length", b"DL", b"Filter", FLATE,
];
/// Most brackets that are open at the same time. Our judgement: documents have some ten.
const OPEN_MAX: usize = 500;
const FLATE: &[u8] = b"FlateDecode";
/// Words that end an object: in a dictionary they make two programs read two things.
const ENDS: [&[u8]; 4] = [b"obj", b"endobj", b"stream", b"endstream"];

/// A dictionary, as far as it matters to packed objects.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    object_stream: bool,
    first: bool,
    /// Where the first object stands, as far as it can be told.
    first_at: Option<usize>,
    count: bool,
    /// Whether what belongs to it stands in another file.
    elsewhere: bool,
    other: bool,
    filters: usize,
    odd_filters: usize,
}

impl Said {
    /// Whether a viewer finds objects in it: it bears their name, or the two numbers without which nobody could take them out.
    pub(super) fn holds_objects(&self) -> bool {
        self.object_stream || self.first && self.count
    }

    /// Where the first object stands in what is unpacked; none when it does not say so in one number.
    pub(super) fn first_at(&self) -> Option<usize> {
        self.first_at
    }

    /// Whether it is that of a stream whose data, or whose picture, stand in another file. ISO 32000-2, 7.3.8 and 8.10.4.
    pub(super) fn is_elsewhere(&self) -> bool {
        self.elsewhere
    }

    /// Whether it is packed in the one way that is undone here, or not at all.
    pub(super) fn is_plain(&self) -> bool {
        !self.other && self.odd_filters == 0
    }

    /// Whether it is packed.
    pub(super) fn is_packed(&self) -> bool {
        self.filters > 0
    }
}

/// Goes through the text of an object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    /// What was not read yet.
    pub(super) rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// The dictionary that stands here; none when something else does.
    ///
    /// # Errors
    /// [`FileProblem::Broken`] when its brackets do not fit, or it does not end before its object does: viewers differ in what they make of it.
    pub(super) fn dictionary(&mut self) -> Result<Option<Said>, FileProblem> {
        self.skip_blank();
        if !self.takes(b"<<") {
            return Ok(None);
        }
        let mut said = Said::default();
        let mut open: Vec<&[u8]> = vec![b">>"];
        while let Some(closing) = open.last() {
            if open.len() > OPEN_MAX {
                return Err(FileProblem::Broken);
            }
            self.skip_blank();
            if self.takes(closing) {
                open.pop();
            } else if self.takes(b"<<") {
                open.push(b">>");
            } else if self.takes(b"[") {
                open.push(b"]");
            } else if self.takes(b"<") {
                self.skip_while(|byte| byte != b'>');
                self.takes(b">");
            } else if self.takes(b"(") {
                self.string();
            } else if self.takes(b"/") {
                let name = self.skip_while(is_pdf_regular);
                self.note(name, open.len() == 1, &mut said);
            } else {
                let word = self.skip_while(is_pdf_regular);
                if word.is_empty() || ENDS.contains(&word) {
                    return Err(FileProblem::Broken);
                }
            }
        }
        Ok(Some(said))
    }

    /// What is in the stream whose dictionary was read, to the end of the file; none when no stream follows.
    ///
    /// # Errors
    /// [`FileProblem::Broken`] when something stands between the word and the end of its line: some viewers skip it, some do not.
    pub(super) fn stream(&mut self) -> Result<Option<&'a [u8]>, FileProblem> {
        self.skip_blank();
        if !self.takes(b"stream") {
            return Ok(None);
        }
        self.skip_while(|byte| is_pdf_space(byte) && !is_line_end(byte));
        if self.takes(b"\r\n") || self.takes(b"\n") || self.takes(b"\r") {
            return Ok(Some(self.rest));
        }
        Err(FileProblem::Broken)
    }

    /// A name, as it is written. It counts for everything that some viewer takes it for.
    fn note(mut self, name: &[u8], is_top: bool, said: &mut Said) {
        said.other |= !KNOWN.iter().any(|known| is_pdf_name(name, known));
        said.object_stream |= means_pdf_name(name, b"ObjStm");
        if is_top {
            said.count |= means_pdf_name(name, b"N");
            said.elsewhere |= means_pdf_name(name, b"F") || means_pdf_name(name, b"Ref");
        }
        if is_top && means_pdf_name(name, b"First") {
            // Of two, viewers take different ones.
            said.first_at = self.number().filter(|_| !said.first);
            said.first = true;
        } else if means_pdf_name(name, b"Filter") {
            said.filters += 1;
            said.odd_filters += usize::from(!self.is_flate());
        }
    }

    /// The number that stands here and is no reference's.
    fn number(&mut self) -> Option<usize> {
        self.skip_blank();
        let digits = std::str::from_utf8(self.skip_while(is_pdf_regular)).ok()?;
        self.skip_blank();
        let is_alone = self.rest.first().is_none_or(|byte| !byte.is_ascii_digit());
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| is_plain && is_alone)
    }

    /// Whether the one filter that is undone here stands here, alone or alone in a list.
    fn is_flate(&mut self) -> bool {
        self.skip_blank();
        let is_list = self.takes(b"[");
        self.skip_blank();
        let is_flate = self.takes(b"/") && is_pdf_name(self.skip_while(is_pdf_regular), FLATE);
        self.skip_blank();
        is_flate && (!is_list || self.takes(b"]"))
    }

    /// What is left of a string, with strings in it and letters that are only meant as such.
    fn string(&mut self) {
        let mut depth = 1_usize;
        while depth > 0 {
            self.skip_while(|byte| !b"()\\".contains(&byte));
            match self.rest {
                [b'(', after @ ..] => (self.rest, depth) = (after, depth + 1),
                [b')', after @ ..] => (self.rest, depth) = (after, depth - 1),
                [b'\\', _, after @ ..] => self.rest = after,
                _ => {
                    self.rest = &[];
                    return;
                }
            }
        }
    }

    /// Blanks and remarks.
    fn skip_blank(&mut self) {
        loop {
            self.skip_while(is_pdf_space);
            if !self.takes(b"%") {
                return;
            }
            self.skip_while(|byte| !is_line_end(byte));
        }
    }

    fn takes(&mut self, start: &[u8]) -> bool {
        let after = self.rest.strip_prefix(start);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn skip_while(&mut self, goes_on: impl Fn(u8) -> bool) -> &'a [u8] {
        let end = self.rest.iter().position(|byte| !goes_on(*byte));
        let (skipped, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        skipped
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Option<Said>, FileProblem> {
        Reader {
            rest: text.as_bytes(),
        }
        .dictionary()
    }

    #[test]
    fn packed_objects_are_told_however_they_are_described() {
        for text in [
            "<</Type/ObjStm>>",
            " %<<\n<</Type /O#62j#53tm>>",
            "<</N 1 /First 5>>",
            "<</N 7 0 R /#46irst 8 0 R>>",
            "<</A (obj \\) (<<)) /B <3e3e> /C [<<>>] /N 1 %>>\n/First 5>>",
        ] {
            assert!(read(text).unwrap().unwrap().holds_objects(), "{text}");
        }
        for text in [
            "<</N 3 /Alternate /DeviceRGB>>",
            "<</Type/Page /First 4 0 R /AP <</N 5 0 R>>>>",
            "<</Title (/ObjStm)>>",
            "<<>>",
        ] {
            assert!(!read(text).unwrap().unwrap().holds_objects(), "{text}");
        }
        assert_eq!(read("[<</N 1 /First 5>>]"), Ok(None));
        assert_eq!(read(""), Ok(None));
    }

    #[test]
    fn white_space_and_numbers_in_names_are_read_as_every_viewer_reads_them() {
        let of = |text: &[u8]| Reader { rest: text }.dictionary().unwrap().unwrap();
        for text in [
            &b"\x80<</Type\xFF/ObjStm\x80>>"[..],
            b"<</N\x801/First\xFF5>>",
            b"<</Type/ObjSt#6D#00x>>",
            b"<</N 1/#46irst#0G 5>>",
            b"<</Type/#4Fbj#5Gtm/N 1/First 5>>",
        ] {
            assert!(of(text).holds_objects(), "{text:?}");
        }
        assert!(!of(b"<</N 1/First 5/Filter/Flate#4Gecode>>").is_plain());
        assert_eq!(of(b"<</First 12/N 1>>").first_at(), Some(12));
        for text in [
            &b"<</First 12 0 R>>"[..],
            b"<</First 1/First 2>>",
            b"<</First(1)>>",
        ] {
            assert_eq!(of(text).first_at(), None, "{text:?}");
        }
        assert!(of(b"<</Length 0/F(x)>>").is_elsewhere() && of(b"<</R#65f<<>>>>").is_elsewhere());
        assert!(!of(b"<</A<</F 4>>>>").is_elsewhere());
    }

    #[test]
    fn only_one_way_of_packing_is_plain() {
        for text in [
            "<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length 9 0 R>>",
            "<</Filter [ /Flate#44ecode ]>>",
            "<</N 1/First 5>>",
        ] {
            assert!(read(text).unwrap().unwrap().is_plain(), "{text}");
        }
        for text in [
            "<</Filter/LZWDecode>>",
            "<</Filter 9 0 R>>",
            "<</Filter[/FlateDecode/FlateDecode]>>",
            "<</Filter[/FlateDecode 9 0 R]>>",
            "<</Filter/FlateDecode/DecodeParms<</Predictor 12>>>>",
            "<</F/FlateDecode/N 1>>",
        ] {
            assert!(!read(text).unwrap().unwrap().is_plain(), "{text}");
        }
    }

    #[test]
    fn what_viewers_would_read_differently_is_broken() {
        for text in [
            "<</A [>>]>>",
            "<</A ]>>",
            "<</A )>>",
            "<</A (x>>",
            "<</A <3e",
            "<</A endobj>>",
            "<</A",
            "<</A >",
        ] {
            assert_eq!(read(text), Err(FileProblem::Broken), "{text}");
        }
        let stream = |text: &'static str| {
            Reader {
                rest: text.as_bytes(),
            }
            .stream()
        };
        assert_eq!(stream(" stream \t\r\nx"), Ok(Some(&b"x"[..])));
        assert_eq!(stream("%\nstream\rx"), Ok(Some(&b"x"[..])));
        assert_eq!(stream("endobj"), Ok(None));
        assert_eq!(stream("stream x\n"), Err(FileProblem::Broken));
    }
}
