//! PDFs whose objects are packed in ways that a viewer undoes and a careless reader does not.

use miniz_oxide::deflate::compress_to_vec_zlib;

use super::pdfs::pdf;

/// A document whose object 4 is a stream with that description; `keyword` is the word `stream` with what stands around it.
fn streamed(about: &str, keyword: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("4 0 obj\n<<{about} /Length {}>>\n{keyword}", body.len());
    pdf(&[head.as_bytes(), body, b"\nendstream\nendobj"].concat())
}

/// Ten kilobytes in which fifty thousand objects begin, each before four million blanks.
pub fn with_much_to_look_at() -> Vec<u8> {
    let head = "0 0 ".repeat(50_000);
    let about = format!(
        "/Type /ObjStm /N 2 /First {} /Filter /FlateDecode",
        head.len()
    );
    let packed = compress_to_vec_zlib((head + &" ".repeat(4_000_000)).as_bytes(), 6);
    streamed(&about, "stream\n", &packed)
}

/// Lines of so many bytes as the predictor "up" of PNG leaves them: a 2, and the differences to the line above.
pub fn predicted(bytes: &[u8], columns: usize) -> Vec<u8> {
    let mut above = vec![0_u8; columns];
    let mut out = Vec::new();
    for line in bytes.chunks(columns) {
        let mut line = line.to_vec();
        line.resize(columns, b' ');
        out.push(2);
        let pairs = line.iter().zip(&above);
        out.extend(pairs.map(|(now, up)| now.wrapping_sub(*up)));
        above = line;
    }
    out
}

/// A script, packed in ways that a viewer undoes and a careless reader does not.
#[expect(clippy::too_many_lines, reason = "one table")]
pub fn packed_oddly() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    let script: &[u8] = b"5 0 6 20 <</S /JavaScript /JS (app.alert(1))>>";
    let late = [&[b' '; 64], script].concat();
    let zlib = |bytes: &[u8]| compress_to_vec_zlib(bytes, 6);
    let hex = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(String::new(), |out, byte| out + &format!("{byte:02x}"))
            + ">"
    };
    let (flate, twice) = (zlib(&late), zlib(&zlib(&late)));
    let in_hex = hex(&flate).into_bytes();
    let up = zlib(&predicted(script, 12));
    let long = format!(
        "/Type /ObjStm /Why ({}) /N 2 /First 9 /Filter /FlateDecode",
        "x".repeat(9000)
    );
    let line = "stream\r\n";
    let known = "/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode";
    let up_about = "/DecodeParms <</Predictor 12 /Columns 12>>";
    let hex_filter = "/N 2 /First 9 /Filter [/ASCIIHexDecode /FlateDecode]";
    [
        ("with a predictor", format!("{known} {up_about}"), line, &up),
        (
            "with an end of the name that one viewer has",
            "/Type /O#62jStm#00 /N 2 /First 9 /Filter [/ASCIIHexDecode /FlateDecode]".to_owned(),
            line,
            &in_hex,
        ),
        (
            "with numbers that one viewer reads",
            "/Type /#4Gbj /#4Xype /ObjSt#6D /Fil#74er /ASCIIHexDecode".to_owned(),
            line,
            &in_hex,
        ),
        (
            "with its data in another file",
            "/Type /XObject /F (x.pdf)".to_owned(),
            line,
            &in_hex,
        ),
        (
            "with a page of another file",
            "/Type /XObject /Subtype /Form /Ref <</F (x.pdf) /Page 0>>".to_owned(),
            line,
            &in_hex,
        ),
        (
            "with a predictor, type disguised",
            format!("/Type /Obj#53tm {known} {up_about}").replace("/ObjStm ", "/Any "),
            line,
            &up,
        ),
        (
            "with a disguised type and in hex",
            format!("/Type /Obj#53tm {hex_filter}"),
            line,
            &in_hex,
        ),
        (
            "with the word obj and in hex",
            format!("/Type /ObjStm /Why (obj) {hex_filter}"),
            line,
            &in_hex,
        ),
        (
            "with the start of an object in it and in hex",
            format!("/Type /ObjStm /Why (9 0 obj <<) {hex_filter}"),
            line,
            &in_hex,
        ),
        (
            "with a remark with obj and in hex",
            format!("/Type /ObjStm %9 0 obj\n {hex_filter}"),
            line,
            &in_hex,
        ),
        (
            "without a type and in hex",
            hex_filter.to_owned(),
            line,
            &in_hex,
        ),
        (
            "with LZW",
            "/Type /O#62jStm /N 2 /First 9 /Filter /LZWDecode".to_owned(),
            line,
            &b"\x80\x0b\x60\x50".to_vec(),
        ),
        (
            "behind blanks, type disguised",
            known.replace("Stm", "#53#74#6d"),
            line,
            &flate,
        ),
        (
            "behind blanks, without a type",
            known.replace("/Type /ObjStm", ""),
            line,
            &flate,
        ),
        (
            "behind blanks, all disguised",
            "/#4e 2 /F#69rst 9 /#46ilter /Fl#61teDecode".to_owned(),
            line,
            &flate,
        ),
        (
            "behind a long description",
            long.replace("ObjStm", "Obj#53tm"),
            line,
            &flate,
        ),
        (
            "with a blank after the word",
            known.to_owned(),
            "stream \r\n",
            &flate,
        ),
        (
            "with blanks after the word",
            known.to_owned(),
            "stream\t \n",
            &flate,
        ),
        (
            "with a remark before the word",
            known.to_owned(),
            "%stream\n stream\n",
            &flate,
        ),
        (
            "with something after the word",
            known.to_owned(),
            "stream x\n",
            &flate,
        ),
        (
            "twice",
            known.replace("/FlateDecode", "[/FlateDecode /FlateDecode]"),
            line,
            &twice,
        ),
        (
            "with a filter that stands elsewhere",
            known.replace("/FlateDecode", "9 0 R"),
            line,
            &in_hex,
        ),
        (
            "with one of two filters elsewhere",
            known.replace("/FlateDecode", "[/FlateDecode 9 0 R]"),
            line,
            &twice,
        ),
        (
            "with brackets that do not fit",
            format!("/Why [>>] {known}"),
            line,
            &flate,
        ),
        (
            "with an end before the end",
            format!("/Why endobj {known}"),
            line,
            &flate,
        ),
    ]
    .map(|(way, about, keyword, body)| (way, streamed(&about, keyword, body)))
    .into_iter()
}
