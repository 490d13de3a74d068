//! JPEGs: good ones, and ones with something in them.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, Rgb, RgbImage};

/// A picture of 24 by 16.
pub fn jpeg() -> Vec<u8> {
    let picture = RgbImage::from_fn(24, 16, |x, y| {
        let shade = |n: u32| u8::try_from(n * 9 % 256).unwrap();
        Rgb([shade(x), shade(y), shade(x + y)])
    });
    let mut bytes = Vec::new();
    let into = JpegEncoder::new_with_quality(&mut bytes, 90);
    DynamicImage::from(picture)
        .write_with_encoder(into)
        .unwrap();
    bytes
}

/// As telephones of Samsung write them: data of their own after the end, and the space before a marker filled.
pub fn samsung() -> Vec<u8> {
    let good = jpeg();
    let trailer = b"\0\0\x01\x0A\x0E\0\0\0Image_UTC_Data1700000000000SEFHk\0\0\0\x01\0\0\0\0\0\x01\x0A#\0\0\0#\0\0\0\x18\0\0\0SEFT";
    [&good[..2], &[0xFF, 0xFF], &good[2..], trailer].concat()
}

pub fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker, length[0], length[1]], data].concat()
}

fn after_start(segments: &[u8]) -> Vec<u8> {
    let good = jpeg();
    [&good[..2], segments, &good[2..]].concat()
}

/// The markers up to the picture, if it is a JPEG from its first byte to its last.
pub fn markers(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    let mut markers = Vec::new();
    loop {
        let [0xFF, marker, high, low, ..] = *rest else {
            return None;
        };
        markers.push(marker);
        rest = rest.get(2 + usize::from(u16::from_be_bytes([high, low]))..)?;
        if marker == 0xDA {
            let end = rest.windows(2).position(|pair| pair == [0xFF, 0xD9])?;
            return (end + 2 == rest.len()).then_some(markers);
        }
    }
}

/// Places for a payload, by name.
pub fn with(payload: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let good = jpeg();
    let tagged = |tag: &[u8]| [tag, payload].concat();
    let end = good.len() - 2;
    vec![
        ("after the end", [&good[..], payload].concat()),
        (
            "after the end, with an end of its own",
            [&good[..], payload, &[0xFF, 0xD9]].concat(),
        ),
        ("before the start", [payload, &good[..]].concat()),
        ("in a comment", after_start(&segment(0xFE, payload))),
        (
            "in a preview",
            after_start(&segment(0xE0, &tagged(b"JFXX\0\x10"))),
        ),
        (
            "in Exif",
            after_start(&segment(0xE1, &tagged(b"Exif\0\0MM\0*\0\0\0\x08"))),
        ),
        (
            "in XMP",
            after_start(&segment(0xE1, &tagged(b"http://ns.adobe.com/xap/1.0/\0"))),
        ),
        (
            "in a colour profile",
            after_start(&segment(0xE2, &tagged(b"ICC_PROFILE\0\x01\x01"))),
        ),
        (
            "in notes of an editor",
            after_start(&segment(0xED, &tagged(b"Photoshop 3.0\0"))),
        ),
        ("in notes of a maker", after_start(&segment(0xEF, payload))),
        (
            "behind the picture's data",
            [&good[..end], payload, &good[end..]].concat(),
        ),
    ]
}

/// Broken, contradictory and exploding ones.
pub fn odd() -> Vec<(String, Vec<u8>)> {
    let good = jpeg();
    let mut all = Vec::new();
    for cut in 1..20 {
        all.push((format!("cut {cut}"), good[..good.len() * cut / 20].to_vec()));
    }
    let frame = good
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC0])
        .unwrap();
    for (height, width) in [
        (0_u16, 0_u16),
        (0, 9),
        (65_535, 65_535),
        (9, 0),
        (7_000, 7_000),
    ] {
        let mut bytes = good.clone();
        bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
        bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
        all.push((format!("{width} by {height}"), bytes));
    }
    // One picture to whoever takes a marker without a length for one with a length, and a vast one to whoever does not.
    for marker in [0x00, 0x01, 0xD0, 0xD7] {
        let mut vast = good.clone();
        vast[frame + 5..frame + 9].fill(0xFF);
        let mut hidden = [&[0xFF, marker], &vast[2..]].concat();
        let jump = usize::from(u16::from_be_bytes([hidden[2], hidden[3]]));
        hidden.resize(2 + jump, 0);
        let both = [&good[..2], &hidden, &good[2..]].concat();
        all.push((format!("a vast one behind {marker:X}"), both));
    }
    // Other ways to code than the one that follows, some of which nobody decodes.
    for way in [
        0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCF,
    ] {
        let mut bytes = good.clone();
        bytes[frame + 1] = way;
        all.push((format!("coded as {way:X}"), bytes));
    }
    for (what, at, value) in [
        ("12 bits", 4, 12),
        ("0 bits", 4, 0),
        ("255 components", 9, 255),
        ("no component", 9, 0),
        ("four components", 9, 4),
        ("no sampling", 11, 0),
        ("a table that is not there", 12, 9),
    ] {
        let mut bytes = good.clone();
        bytes[frame + at] = value;
        all.push((what.to_owned(), bytes));
    }
    all.push((
        "two frames".into(),
        after_start(&segment(0xC0, &[8, 0, 9, 0, 9, 1, 1, 0x11, 0])),
    ));
    all.push((
        "a segment of no length".into(),
        after_start(&[0xFF, 0xE5, 0, 0]),
    ));
    all.push((
        "a segment of length 1".into(),
        after_start(&[0xFF, 0xE5, 0, 1]),
    ));
    all.push((
        "a segment beyond the end".into(),
        after_start(&[0xFF, 0xE5, 0xFF, 0xFF]),
    ));
    all.push((
        "three hundred passes".into(),
        after_start(&segment(0xFE, &[0xFF, 0xDA].repeat(300))),
    ));
    let end = good.len() - 2;
    let restarts = [0xFF, 0xD0].repeat(5_000);
    all.push((
        "restarts without end".into(),
        [&good[..end], &restarts, &good[end..]].concat(),
    ));
    for marker in [0xC4, 0xDB] {
        let at = good
            .windows(2)
            .position(|pair| pair == [0xFF, marker])
            .unwrap();
        let mut bytes = good.clone();
        bytes[at + 1] = 0xFE;
        all.push((format!("without its table {marker:X}"), bytes));
    }
    all
}
