//! PDFs: good ones, and ones with something in them.

use miniz_oxide::deflate::compress_to_vec_zlib;

use super::packed_pdfs::{packed_oddly, predicted};

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

/// As TeX writes them: it opens by an action of its own, which is packed with the catalog or is not.
pub fn tex(is_packed: bool) -> Vec<u8> {
    let (action, catalog) = (
        "<< /S /GoTo /D [6 0 R /Fit] >>",
        "<<\n/Type /Catalog\n/Pages 9 0 R\n/Names 11 0 R\n/PageMode /UseOutlines\n/OpenAction 3 0 R\n>>",
    );
    let objects = if is_packed {
        let head = format!("3 0\n12 {}\n", action.len() + 1);
        let inside = format!("{head}{action}\n{catalog}\n");
        let inside = compress_to_vec_zlib(inside.as_bytes(), 9);
        let about = format!(
            "14 0 obj\n<<\n/Type /ObjStm\n/N 2\n/First {}\n/Length {}      \n/Filter /FlateDecode\n>>\nstream\n",
            head.len(),
            inside.len()
        );
        [about.as_bytes(), &inside, b"\nendstream\nendobj\n"].concat()
    } else {
        format!("3 0 obj\n{action}\nendobj\n12 0 obj\n{catalog}\nendobj\n").into_bytes()
    };
    let tail = b"startxref\n116\n%%EOF\n";
    [&b"%PDF-1.5\n%\xD0\xD4\xC5\xD8\n"[..], &objects, tail].concat()
}

/// Objects by which something runs or comes out.
const ACTIVE: [&str; 28] = [
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
    "/S /GoToR /F (x.pdf)",
    "/S /Thread /F (x.pdf) /D 0",
    "/OpenAction 9 0 R >>\nendobj\n9 0 obj\n<< /S /URI /URI (https://a.example)",
    "/OpenAction <</S /GoTo /D [1 0 R /Fit] /Next 9 0 R>>",
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
        "GoToR",
        "Thread",
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
            ("with 0x80 for blanks", pdf(&blanks(&object, 0x80))),
            ("with 0xFF for blanks", pdf(&blanks(&object, 0xFF))),
        ];
        all.extend(
            ways.into_iter()
                .map(|(way, bytes)| (format!("{object} {way}"), bytes)),
        );
    }
    let numbers = [
        "<</O#7GenAction 9 0 R>>",
        "<</S /Java#53cript#00x /J#5G (x)>>",
        "<</Type /Filespec /F (x) /#45#4G#46 9 0 R /E#46#0G 9 0 R>>",
        "<</Length 0 /F (x.bin) /FFilter /FlateDecode>>",
    ];
    for object in numbers {
        all.push((object.to_owned(), pdf(object.as_bytes())));
        all.push((format!("{object} packed"), packed(object.as_bytes())));
    }
    all.extend(packed_oddly().map(|(way, bytes)| (format!("a script, packed {way}"), bytes)));
    all
}

fn blanks(object: &str, blank: u8) -> Vec<u8> {
    let bytes = object.bytes();
    bytes
        .map(|byte| if byte == b' ' { blank } else { byte })
        .collect()
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
    all.push((
        "an archive with blanks after it".into(),
        [
            &good[..good.len() - 6],
            b"PK\x05\x06",
            &[0; 18],
            b"\n%%EOF\n",
        ]
        .concat(),
    ));
    for mark in [&b"Rar!\x1A\x07\x01\0"[..], b"7z\xBC\xAF\x27\x1C\0\x04"] {
        all.push(("an archive of another kind in it".into(), pdf(mark)));
    }
    let script = compress_to_vec_zlib(b"5 0 6 20 <</S /JavaScript /JS (app.alert(1))>>", 6);
    for blank in [0x80, 0xFF] {
        let head = blanks(
            "4 0 obj <</Type /ObjStm /N 2 /First 9 /Filter /FlateDecode>> stream",
            blank,
        );
        let object = [&head[..], b"\r\n", &script, b"\nendstream\nendobj"].concat();
        all.push((
            format!("a script packed with {blank:X} for blanks"),
            pdf(&object),
        ));
    }
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
