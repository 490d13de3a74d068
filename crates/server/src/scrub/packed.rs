//! What is packed inside a PDF. Since version 1.5 its objects may stand in compressed streams, where a script cannot be seen from outside.

use domain::evidence::{FileProblem, PdfOpenings, pdf_names_problem};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::object::Reader;

/// Most bytes that a file's packed objects may have unpacked: 64 MiB.
const UNPACKED_MAX: usize = 64 * 1024 * 1024;
/// How often a byte may be read: once as part of an object that begins before it, and once more, for a text with an `obj` of its own.
const READINGS_MAX: usize = 2;

/// Looks at every object that is packed.
///
/// A viewer comes to an object by its place in the file, and there it has to find the word `obj`. So it is looked at behind each such word,
/// wherever it stands, and nothing is believed of what stands around it.
pub(super) fn check(bytes: &[u8]) -> Result<(), FileProblem> {
    let mut left = Left {
        readings: bytes.len().saturating_mul(READINGS_MAX),
        unpacked: UNPACKED_MAX,
    };
    let mut openings = PdfOpenings::default();
    openings.read_plain(bytes);
    let mut rest = bytes;
    while let Some(at) = find(rest, b"obj") {
        rest = rest.get(at + b"obj".len()..).unwrap_or_default();
        look(rest, &mut left, &mut openings)?;
    }
    if !openings.are_jumps() {
        return Err(FileProblem::Active);
    }
    Ok(())
}

/// What may still be done for a file.
struct Left {
    readings: usize,
    unpacked: usize,
}

impl Left {
    /// # Errors
    /// [`FileProblem::Active`] when a file makes more work than one that is as large can need.
    fn read(&mut self, bytes: usize) -> Result<(), FileProblem> {
        let left = self.readings.checked_sub(bytes);
        self.readings = left.ok_or(FileProblem::Active)?;
        Ok(())
    }
}

/// Looks at the object that stands here, if it holds others.
fn look(object: &[u8], left: &mut Left, openings: &mut PdfOpenings) -> Result<(), FileProblem> {
    let mut reader = Reader { rest: object };
    let said = reader.dictionary();
    left.read(object.len() - reader.rest.len())?;
    let Some(said) = said? else {
        return Ok(());
    };
    let here = reader.rest.len();
    let body = reader.stream();
    left.read(here - reader.rest.len())?;
    let Some(body) = body? else {
        return Ok(());
    };
    // What nobody can look into is not taken, nor is what would come from somewhere else.
    if said.is_elsewhere() || said.holds_objects() && !said.is_plain() {
        return Err(FileProblem::Active);
    }
    if !said.holds_objects() {
        return Ok(());
    }
    let end = find(body, b"endstream").unwrap_or(body.len());
    left.read(end)?;
    let packed = body.get(..end).unwrap_or(body);
    // What is not packed was seen from outside, but not by its numbers.
    if !said.is_packed() {
        openings.read_packed(packed, said.first_at());
        return Ok(());
    }
    let objects = decompress_to_vec_zlib_with_limit(packed, left.unpacked)
        .map_err(|_| FileProblem::Active)?;
    left.unpacked -= objects.len().min(left.unpacked);
    openings.read_packed(&objects, said.first_at());
    match pdf_names_problem(&objects) {
        Some(problem) => Err(problem),
        None => Ok(()),
    }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    const ABOUT: &str = "/Type /ObjStm /N 2 /First 11 /Filter /FlateDecode";

    fn with(about: &str, packed: &[u8]) -> Vec<u8> {
        let mut pdf = format!("%PDF-1.5\n5 0 obj\n<<{about}>>\nstream\r\n").into_bytes();
        pdf.extend_from_slice(packed);
        pdf.extend_from_slice(b"\nendstream\nendobj\n%%EOF\n");
        pdf
    }

    #[test]
    fn a_script_that_is_packed_is_found_like_one_that_is_not() {
        let script = compress_to_vec_zlib(b"10 0 11 40 <</S /JavaScript /JS (x)>>", 6);
        let harmless = compress_to_vec_zlib(b"10 0 11 40 <</Type /Page>>", 6);
        let picture = compress_to_vec_zlib(b"\xff\x00/JS (no objects)", 6);
        let hidden = "/Type /Hidden /N 2 /First 11 /Filter /FlateDecode";
        assert_eq!(check(&with(ABOUT, &script)), Err(FileProblem::Active));
        assert_eq!(check(&with(hidden, &script)), Err(FileProblem::Active));
        assert_eq!(check(&with(ABOUT, b"31302030")), Err(FileProblem::Active));
        assert_eq!(check(&with(ABOUT, b"")), Err(FileProblem::Active));
        assert_eq!(check(&with(ABOUT, &harmless)), Ok(()));
        assert_eq!(check(&with("/Subtype /Image", &picture)), Ok(()));
        assert_eq!(check(b"%PDF-1.7\n%%EOF\n"), Ok(()));
    }

    #[test]
    fn a_document_opens_at_a_place_in_itself_wherever_that_is_packed() {
        let packed = |action: &str| {
            let inside = format!("1 0 10 22 <</OpenAction 10 0 R>>{action}");
            let about = "/Type /ObjStm /N 2 /First 10 /Filter /FlateDecode";
            check(&with(about, &compress_to_vec_zlib(inside.as_bytes(), 6)))
        };
        assert_eq!(packed("<</S/GoTo/D[3 0 R/Fit]>>"), Ok(()));
        assert_eq!(packed("[3 0 R/Fit]"), Ok(()));
        assert_eq!(packed("<</S/URI/URI(x)>>"), Err(FileProblem::Active));
        assert_eq!(packed("9 0 R"), Err(FileProblem::Active));
        let plain =
            |more: &str| check(format!("1 0 obj<</OpenAction 9 0 R>>endobj {more}").as_bytes());
        assert_eq!(plain("9 0 obj[3 0 R/Fit]endobj"), Ok(()));
        assert_eq!(
            plain(""),
            Err(FileProblem::Active),
            "nobody knows what it is"
        );
        let bare = "4 0 obj<</Type/ObjStm/N 1/First 4>>stream\n9 0 <</S/URI/URI(x)>>\nendstream";
        assert_eq!(plain(bare), Err(FileProblem::Active));
    }

    #[test]
    fn what_stands_in_another_file_is_not_taken() {
        for about in [
            "/F (x)",
            "/Subtype /Form /Ref <</F (x.pdf) /Page 0>>",
            "/#46 (x)",
        ] {
            assert_eq!(
                check(&with(about, b"")),
                Err(FileProblem::Active),
                "{about}"
            );
        }
    }

    #[test]
    fn objects_that_unpack_without_end_are_refused() {
        let mut bomb = b"10 0 ".to_vec();
        bomb.resize(UNPACKED_MAX + 10, b' ');
        let bomb = compress_to_vec_zlib(&bomb, 1);
        assert_eq!(check(&with(ABOUT, &bomb)), Err(FileProblem::Active));
    }

    #[test]
    fn a_file_makes_no_more_work_than_twice_its_size() {
        let mut left = Left {
            readings: 100,
            unpacked: 0,
        };
        let many = |part: &str| part.repeat(300_000).into_bytes();
        // None of these words is behind an `obj`: nothing is read twice.
        assert_eq!(
            look(&many("stream\n"), &mut left, &mut PdfOpenings::default()),
            Ok(())
        );
        assert_eq!((left.readings, check(&many("stream\n"))), (100, Ok(())));
        assert_eq!(check(&many("1 0 obj\n<</A 1>>\nendobj\n")), Ok(()));
        let deep = |n| {
            let (open, close) = ("[".repeat(n), "]".repeat(n));
            format!("1 0 obj\n<</A {open}{close}>>\nendobj\n")
        };
        assert_eq!(check(deep(400).as_bytes()), Ok(()));
        assert_eq!(check(deep(600).as_bytes()), Err(FileProblem::Broken));
        // And here each is read to the end of the file, until that is too much.
        let strings = [many("obj<</A("), many(")>>")].concat();
        let endless = many("obj<</A(");
        let remarks = many("obj%");
        let packed = many(&format!("obj<<{ABOUT}>>stream\n"));
        for (problem, bytes) in [
            (FileProblem::Active, strings),
            (FileProblem::Broken, endless),
            (FileProblem::Active, remarks),
            (FileProblem::Active, packed),
        ] {
            assert_eq!(check(&bytes), Err(problem));
        }
        assert_eq!(
            look(&[b' '; 101], &mut left, &mut PdfOpenings::default()),
            Err(FileProblem::Active)
        );
    }
}
