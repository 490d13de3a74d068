//! The corpus: every hostile file, made here and nowhere kept.

use super::{jpegs, pdfs, pngs};

/// Stands in every payload, and in nothing that is ever sent back.
pub const MARK: &[u8] = b"sYncdesk-c0rpus";

/// A file as somebody sends it.
pub struct Hostile {
    /// What it is, for the message when it got in.
    pub what: String,
    /// Its name.
    pub name: String,
    /// What the request says it is.
    pub media: &'static str,
    pub bytes: Vec<u8>,
}

fn hostile(what: impl Into<String>, name: &str, media: &'static str, bytes: Vec<u8>) -> Hostile {
    Hostile {
        what: what.into(),
        name: name.to_owned(),
        media,
        bytes,
    }
}

/// What makes other programs run something, each with the mark in it.
fn payloads() -> Vec<Vec<u8>> {
    let mark = std::str::from_utf8(MARK).unwrap();
    let texts = [
        format!("<script>alert('{mark}')</script>"),
        format!("<html><body onload=alert('{mark}')>"),
        format!("<svg xmlns='http://www.w3.org/2000/svg' onload=\"alert('{mark}')\"/>"),
        format!("=1;alert('{mark}');//"),
        format!("<?php system('{mark}'); ?>"),
        format!("%PDF-1.7\n<</S /JavaScript /JS (app.alert('{mark}'))>>\n%%EOF"),
        format!("GIF89a/*{mark}*/=1;"),
        format!("#!/bin/sh\necho {mark}\n"),
        format!("<script type=\"text/html\" src=//evil.example/{mark}.js></script>"),
    ];
    let mut all: Vec<Vec<u8>> = texts.map(String::into_bytes).into();
    all.push([b"PK\x03\x04\x14\0\0\0\0\0", MARK, b"PK\x05\x06", &[0; 18]].concat());
    all.push([b"MZ\x90\0\x03\0\0\0", MARK].concat());
    all
}

/// Files that are none of the three, by their first bytes.
const OTHERS: [(&str, &[u8]); 42] = [
    (
        "svg",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    ),
    (
        "svg with a head",
        b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    ),
    ("html", b"<!DOCTYPE html><script>alert(1)</script>"),
    (
        "html after a BOM",
        b"\xEF\xBB\xBF<html><script>alert(1)</script>",
    ),
    ("html in UTF-16", b"\xFF\xFE<\0h\0t\0m\0l\0>\0"),
    (
        "xhtml",
        b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
    ),
    ("script", b"alert(1)//"),
    ("style", b"body{background:url(javascript:alert(1))}"),
    ("json", b"{\"a\":1}"),
    ("gif", b"GIF89a\x01\0\x01\0\x80\0\0\xFF\xFF\xFF\0\0\0;"),
    ("old gif", b"GIF87a\x01\0\x01\0\0\0\0;"),
    ("webp", b"RIFF\x1A\0\0\0WEBPVP8L\x0D\0\0\0"),
    ("avi", b"RIFF\x1A\0\0\0AVI LIST"),
    ("wav", b"RIFF\x1A\0\0\0WAVEfmt "),
    ("tiff", b"II*\0\x08\0\0\0"),
    ("other tiff", b"MM\0*\0\0\0\x08"),
    ("bmp", b"BM\x1E\0\0\0\0\0\0\0\x1A\0\0\0"),
    ("icon", b"\0\0\x01\0\x01\0\x01\x01"),
    ("cursor", b"\0\0\x02\0\x01\0\x01\x01"),
    ("heic", b"\0\0\0\x18ftypheic\0\0\0\0"),
    ("avif", b"\0\0\0\x18ftypavif\0\0\0\0"),
    ("mp4", b"\0\0\0\x18ftypmp42\0\0\0\0"),
    ("mov", b"\0\0\0\x14ftypqt  \0\0\0\0"),
    ("jpeg xl", b"\xFF\x0A\xFA\x21"),
    ("jpeg 2000", b"\0\0\0\x0CjP  \r\n\x87\n"),
    ("photoshop", b"8BPS\0\x01\0\0"),
    ("zip", b"PK\x03\x04\x14\0\0\0\x08\0"),
    (
        "empty zip",
        b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    ),
    ("7z", b"7z\xBC\xAF\x27\x1C\0\x04"),
    ("rar", b"Rar!\x1A\x07\x01\0"),
    ("gzip", b"\x1F\x8B\x08\0\0\0\0\0"),
    ("program for Windows", b"MZ\x90\0\x03\0\0\0"),
    ("program for Linux", b"\x7FELF\x02\x01\x01\0"),
    ("class", b"\xCA\xFE\xBA\xBE\0\0\0\x34"),
    ("wasm", b"\0asm\x01\0\0\0"),
    ("flash", b"CWS\x0A\0\0\0\0"),
    ("postscript", b"%!PS-Adobe-3.0\n"),
    ("rich text", b"{\\rtf1\\ansi}"),
    ("old office", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
    ("a link of Windows", b"L\0\0\0\x01\x14\x02\0"),
    (
        "a page with its parts",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
    ),
    ("white space", b"   \r\n\t "),
];

/// Names that want to be something else somewhere.
const NAMES: [&str; 26] = [
    "../../../../etc/passwd.png",
    "..\\..\\windows\\system32\\x.png",
    "/etc/cron.d/x.png",
    "C:\\autoexec.bat",
    "x.png/../../y.png",
    "x.png\0.html",
    "x\r\nSet-Cookie: a=b.png",
    "x\r\n\r\n<script>alert(1)</script>.png",
    "x\".html; filename=\"y.png",
    "x';filename*=UTF-8''y.html",
    "\u{202E}gnp.exe",
    "invoice\u{202E}fdp.exe",
    "\u{2066}x\u{2069}.png",
    "\u{200F}x.png",
    "x.html",
    "x.svg",
    "x.png.exe",
    "x.php.png",
    ".htaccess",
    "CON.png",
    "x.png ",
    "x.png.",
    "<img src=x onerror=alert(1)>.png",
    "=cmd|' /C calc'!A0.png",
    "%2e%2e%2fx.png",
    "가나다\u{7}.png",
];

/// All of them.
pub fn corpus() -> Vec<Hostile> {
    let mut all = vec![hostile("nothing", "x.png", "image/png", Vec::new())];
    for (what, start) in OTHERS {
        let bytes = [start, MARK].concat();
        all.push(hostile(what, "x.png", "image/png", bytes.clone()));
        all.push(hostile(what, "x.jpg", "image/jpeg", bytes.clone()));
        all.push(hostile(what, "x.pdf", "application/pdf", bytes.clone()));
        all.push(hostile(what, "x.html", "application/octet-stream", bytes));
    }
    for payload in payloads() {
        for (place, bytes) in pngs::with(&payload) {
            all.push(hostile(
                format!("png, payload {place}"),
                "x.png",
                "image/png",
                bytes,
            ));
        }
        for (place, bytes) in jpegs::with(&payload) {
            all.push(hostile(
                format!("jpeg, payload {place}"),
                "x.jpg",
                "image/jpeg",
                bytes,
            ));
        }
    }
    for (what, bytes) in pngs::odd() {
        all.push(hostile(format!("png, {what}"), "x.png", "image/png", bytes));
    }
    for (what, bytes) in jpegs::odd() {
        all.push(hostile(
            format!("jpeg, {what}"),
            "x.jpg",
            "image/jpeg",
            bytes,
        ));
    }
    for (what, bytes) in pdfs::active().into_iter().chain(pdfs::odd()) {
        all.push(hostile(
            format!("pdf, {what}"),
            "x.pdf",
            "application/pdf",
            bytes,
        ));
    }
    for name in NAMES {
        all.push(hostile(
            format!("png called {name:?}"),
            name,
            "image/png",
            pngs::png(&[], &[], &[]),
        ));
        all.push(hostile(
            format!("script called {name:?}"),
            name,
            "image/png",
            payloads().remove(0),
        ));
    }
    let long = "x".repeat(5_000);
    all.push(hostile(
        "png with a name without end",
        &long,
        "image/png",
        pngs::png(&[], &[], &[]),
    ));
    for media in [
        "text/html",
        "image/svg+xml",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "image/gif",
        "image/webp",
        "application/zip",
        "*/*",
        "",
    ] {
        all.push(hostile(
            format!("png sent as {media:?}"),
            "x.png",
            media,
            pngs::png(&[], &[], &[]),
        ));
    }
    // What happens to good ones on a bad line.
    let mut dice = 0x9E37_79B9_7F4A_7C15_u64;
    for n in 0..40 {
        let (mut bytes, name, media) = if n % 2 == 0 {
            (pngs::png(&[], &[], &[]), "x.png", "image/png")
        } else {
            (jpegs::jpeg(), "x.jpg", "image/jpeg")
        };
        for _ in 0..4 {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            let at = usize::try_from(dice % u64::try_from(bytes.len()).unwrap()).unwrap();
            bytes[at] ^= u8::try_from(dice >> 56).unwrap() | 1;
        }
        all.push(hostile(
            format!("with four wrong bytes, {n}"),
            name,
            media,
            bytes,
        ));
    }
    all
}
