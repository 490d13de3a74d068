//! PDFs: good ones, and ones with something in them.

use miniz_oxide::deflate::compress_to_vec_zlib;

/// A document with that object in it.
pub fn pdf(object: &[u8]) -> Vec<u8> {
    let head = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n";
    let tail = b"\nxref\n0 1\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
    [&head[..], object, tail].concat()
}

/// The same with the object packed.
pub fn packed(object: &[u8]) -> Vec<u8> {
    let inside = compress_to_vec_zlib(&[b"5 0 6 20 ", object].concat(), 6);
    let about = format!(
        "4 0 obj\n<</Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length {}>>\nstream\r\n",
        inside.len()
    );
    pdf(&[about.as_bytes(), &inside, b"\nendstream\nendobj"].concat())
}

/// A document whose object 4 is a stream with that description; `keyword` is the word `stream` with what stands around it.
fn streamed(about: &str, keyword: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("4 0 obj\n<<{about} /Length {}>>\n{keyword}", body.len());
    pdf(&[head.as_bytes(), body, b"\nendstream\nendobj"].concat())
}

/// Lines of so many bytes as the predictor "up" of PNG leaves them: a 2, and the differences to the line above.
fn predicted(bytes: &[u8], columns: usize) -> Vec<u8> {
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

/// As programs write them since version 1.5: packed objects, links, a form, and a table of contents that is a stream with a predictor.
pub fn modern() -> Vec<u8> {
    let objects = b"5 0 6 20 <</Type/Page/Contents 9 0 R/Annots[<</Subtype/Link/A<</S/URI/URI(https://a.example)>>>>]>>";
    let catalog = b"1 0 obj\r<</Type/Catalog/Outlines<</First 8 0 R/Count 1>>/AcroForm<</Fields[]>>>>\rendobj\r";
    let stream = |about: &str, body: &[u8]| {
        let head = format!("4 0 obj\r<</Length {}{about}>>stream\r\n", body.len());
        [head.as_bytes(), body, b"\r\nendstream\rendobj\r"].concat()
    };
    let objects = compress_to_vec_zlib(objects, 6);
    let table = compress_to_vec_zlib(&predicted(&[1, 0, 9, 0, 2, 0, 4, 0], 4), 6);
    let head = b"%PDF-1.7\r%\xE2\xE3\xCF\xD3\r\n";
    let parts = [
        stream("/Filter/FlateDecode/First 9/N 2/Type/ObjStm", &objects),
        stream(
            "/Filter[/FlateDecode]/First 9/N 2/Type/ObjStm/Extends 4 0 R",
            &objects,
        ),
        stream("/Type/ObjStm/First 9/N 2", b"5 0 6 20 <</Type/Page>>"),
        stream("/N 3/Alternate/DeviceRGB/Filter/FlateDecode", &table),
        stream("/Subtype/Image/Filter/DCTDecode", b"\xFF\xD8\xFF\xD9"),
        stream("/Type/Metadata", b"<x>a stream of obj\nstream\n</x>"),
        stream(
            "/DecodeParms<</Columns 4/Predictor 12>>/Filter/FlateDecode/Type/XRef/W[1 2 1]/Index[0 2]/Size 2",
            &table,
        ),
    ];
    let tail = b"startxref\r\n116\r\n%%EOF\r\n";
    [&head[..], catalog, &parts.concat(), tail].concat()
}

/// Objects by which something runs or comes out.
const ACTIVE: [&str; 24] = [
    "/S /JavaScript /JS (app.alert(1))",
    "/S /JavaScript /JS 9 0 R",
    "/Names <</JavaScript 9 0 R>>",
    "/JS (app.alert(1))",
    "/JS <6170702e616c657274>",
    "/S /Rendition /OP 0",
    "/S /Launch /F (cmd.exe)",
    "/S /Launch /Win <</F (cmd.exe) /P (/c calc)>>",
    "/OpenAction 9 0 R",
    "/OpenAction <</S /URI /URI (javascript:alert(1))>>",
    "/Type /Page /AA <</O <</S /URI /URI (https://a.example)>>>>",
    "/Type /Page /AA 9 0 R",
    "/Names <</EmbeddedFiles 8 0 R>>",
    "/Type /EmbeddedFile /Subtype /text#2Fhtml",
    "/Type /Filespec /F (x.html) /EF <</F 9 0 R>>",
    "/Type /Filespec /F (x.html) /EF 9 0 R",
    "/Subtype /FileAttachment /Contents (look)",
    "/Subtype /RichMedia",
    "/S /RichMediaExecute /TA 9 0 R",
    "/Subtype /3D /3DD <</OnInstantiate 9 0 R>>",
    "/AcroForm <</XFA 9 0 R>>",
    "/S /ImportData /F (x)",
    "/S /SubmitForm /F <</FS /URL /F (https://a.example)>>",
    "/S /GoToE /T <<>>",
];

/// The same name with its first letter, or all letters, written as numbers.
fn disguised(object: &str, all: bool) -> String {
    let names = [
        "JavaScript",
        "JS",
        "Launch",
        "OpenAction",
        "EmbeddedFiles",
        "EmbeddedFile",
        "RichMedia",
        "XFA",
        "ImportData",
        "GoToE",
        "Rendition",
        "AA",
        "EF",
        "FileAttachment",
        "RichMediaExecute",
        "OnInstantiate",
        "SubmitForm",
    ];
    names.iter().fold(object.to_owned(), |text, name| {
        let code = |letter: char| format!("#{:02x}", u32::from(letter));
        let letters = name.chars().enumerate();
        let other: String = letters
            .map(|(n, letter)| {
                if all || n == 0 {
                    code(letter)
                } else {
                    letter.to_string()
                }
            })
            .collect();
        text.replace(&format!("/{name} "), &format!("/{other} "))
    })
}

/// Ones with scripts, actions, files inside, in every way of writing them.
pub fn active() -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for object in ACTIVE {
        let object = format!("3 0 obj\n<<{object} >>\nendobj");
        let ways = [
            ("plainly", pdf(object.as_bytes())),
            (
                "with a number for a letter",
                pdf(disguised(&object, false).as_bytes()),
            ),
            ("in numbers", pdf(disguised(&object, true).as_bytes())),
            ("packed", packed(object.as_bytes())),
            (
                "packed and in numbers",
                packed(disguised(&object, true).as_bytes()),
            ),
            (
                "on lines of its own",
                pdf(object.replace(' ', "\r\n").as_bytes()),
            ),
        ];
        all.extend(
            ways.into_iter()
                .map(|(way, bytes)| (format!("{object} {way}"), bytes)),
        );
    }
    all.extend(packed_oddly().map(|(way, bytes)| (format!("a script, packed {way}"), bytes)));
    all
}

/// A script, packed in ways that a viewer undoes and a careless reader does not.
#[expect(clippy::too_many_lines, reason = "one table")]
fn packed_oddly() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
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

/// Ones that are something else besides, locked, or no PDF to the end.
pub fn odd() -> Vec<(String, Vec<u8>)> {
    let good = pdf(b"");
    let mut all = Vec::new();
    for cut in 1..10 {
        all.push((format!("cut {cut}"), good[..good.len() * cut / 10].to_vec()));
    }
    for page in [
        "<html><script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<!DOCTYPE html>",
        "<svg onload=alert(1)>",
        "<?php system($_GET[0]);",
    ] {
        all.push((format!("with {page} at its head"), pdf(page.as_bytes())));
        all.push((
            format!("with {page} after it"),
            [&good[..], page.as_bytes()].concat(),
        ));
        all.push((
            format!("with {page} before it"),
            [page.as_bytes(), &good[..]].concat(),
        ));
    }
    let mut archive = good.clone();
    archive.extend_from_slice(b"PK\x05\x06");
    archive.extend_from_slice(&[0; 16]);
    archive.extend_from_slice(&[6, 0]);
    archive.extend_from_slice(b"%%EOF\n");
    all.push(("an archive as well".into(), archive));
    all.push((
        "an archive after it".into(),
        [&good[..], b"PK\x05\x06", &[0; 18]].concat(),
    ));
    all.push(("locked".into(), pdf(b"3 0 obj\n<</Encrypt 9 0 R>>\nendobj")));
    all.push((
        "locked, in numbers".into(),
        pdf(b"3 0 obj\n<</#45ncrypt 9 0 R>>\nendobj"),
    ));
    all.push(("a byte before it".into(), [b" ", &good[..]].concat()));
    all.push((
        "a BOM before it".into(),
        [b"\xEF\xBB\xBF", &good[..]].concat(),
    ));
    let odd_filter = b"4 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode>>\nstream\n3130\nendstream\nendobj";
    all.push(("packed so that nobody looks in".into(), pdf(odd_filter)));
    all
}
