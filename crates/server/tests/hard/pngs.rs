//! PNGs: good ones, and ones with something in them.

use miniz_oxide::deflate::compress_to_vec_zlib;

pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A chunk with a sum that fits.
pub fn chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
    let mut out = u32::try_from(data.len()).unwrap().to_be_bytes().to_vec();
    out.extend_from_slice(name);
    out.extend_from_slice(data);
    let sum = crc(&out[4..]);
    out.extend_from_slice(&sum.to_be_bytes());
    out
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 & (sum & 1_u32).wrapping_neg())
        })
    })
}

pub fn head(width: u32, height: u32, depth: u8, colour: u8, interlace: u8) -> Vec<u8> {
    let mut data = [width.to_be_bytes(), height.to_be_bytes()].concat();
    data.extend_from_slice(&[depth, colour, 0, 0, interlace]);
    chunk(b"IHDR", &data)
}

/// The rows of a small picture in three colours.
pub fn rows(side: u8) -> Vec<u8> {
    let row = |y: u8| {
        let pixels = (0..side).flat_map(move |x| [x.wrapping_mul(9), y.wrapping_mul(7), 90]);
        [0].into_iter().chain(pixels)
    };
    (0..side).flat_map(row).collect()
}

pub fn data(rows: &[u8]) -> Vec<u8> {
    chunk(b"IDAT", &compress_to_vec_zlib(rows, 6))
}

/// A picture of 16 by 16 with chunks before its data, between data and end, and bytes after the end.
pub fn png(before: &[u8], between: &[u8], after: &[u8]) -> Vec<u8> {
    let parts = [
        SIGNATURE,
        &head(16, 16, 8, 2, 0),
        before,
        &data(&rows(16)),
        between,
        &chunk(b"IEND", &[]),
        after,
    ];
    parts.concat()
}

/// All names of chunks, if it is a PNG from its first byte to its last.
pub fn names(bytes: &[u8]) -> Option<Vec<String>> {
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut names = Vec::new();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
        names.push(String::from_utf8(rest.get(4..8)?.to_vec()).ok()?);
        rest = rest.get(usize::try_from(length).ok()?.checked_add(12)?..)?;
    }
    Some(names)
}

/// Places for a payload, by name.
pub fn with(payload: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let packed = compress_to_vec_zlib(payload, 6);
    let text = |head: &[u8], body: &[u8]| [head, body].concat();
    let mut trailing = compress_to_vec_zlib(&rows(16), 6);
    trailing.extend_from_slice(payload);
    let stored = compress_to_vec_zlib(&in_pixels(payload), 0);
    let mut palette = payload.to_vec();
    palette.resize(768, 0);
    let indexed = [
        SIGNATURE,
        &head(16, 16, 8, 3, 0),
        &chunk(b"PLTE", &palette),
        &data(&[0; 16 * 17]),
        &chunk(b"IEND", &[]),
    ];
    let in_data = |data: &[u8]| {
        [
            SIGNATURE,
            &head(16, 16, 8, 2, 0),
            &chunk(b"IDAT", data),
            &chunk(b"IEND", &[]),
        ]
        .concat()
    };
    vec![
        ("after the end", png(&[], &[], payload)),
        (
            "as a chunk after the end",
            png(&[], &[], &chunk(b"tEXt", payload)),
        ),
        ("before the start", [payload, &png(&[], &[], &[])].concat()),
        (
            "in a text",
            png(&chunk(b"tEXt", &text(b"Comment\0", payload)), &[], &[]),
        ),
        (
            "in a packed text",
            png(&chunk(b"zTXt", &text(b"Comment\0\0", &packed)), &[], &[]),
        ),
        (
            "in a long text",
            png(
                &chunk(b"iTXt", &text(b"XML:com.adobe.xmp\0\0\0\0\0", payload)),
                &[],
                &[],
            ),
        ),
        (
            "in Exif",
            png(&chunk(b"eXIf", &text(b"MM\0*", payload)), &[], &[]),
        ),
        (
            "in a colour profile",
            png(&chunk(b"iCCP", &text(b"x\0\0", &packed)), &[], &[]),
        ),
        (
            "in an unknown chunk",
            png(&chunk(b"scRt", payload), &[], &[]),
        ),
        (
            "in an unknown chunk that matters",
            png(&chunk(b"SCRT", payload), &[], &[]),
        ),
        (
            "between data and end",
            png(&[], &chunk(b"tEXt", &text(b"Comment\0", payload)), &[]),
        ),
        (
            "in the end",
            [
                &png(&[], &[], &[])[..SIGNATURE.len() + 25],
                &data(&rows(16)),
                &chunk(b"IEND", payload),
            ]
            .concat(),
        ),
        ("behind the packed data", in_data(&trailing)),
        ("as pixels", in_data(&stored)),
        ("as a palette", indexed.concat()),
    ]
}

/// Rows whose pixels spell the payload.
fn in_pixels(payload: &[u8]) -> Vec<u8> {
    let mut all = payload.to_vec();
    all.resize(16 * 48, b' ');
    all.chunks(48)
        .flat_map(|row| [&[0], row].concat())
        .collect()
}

/// A picture with that head, and data of 16 rows that may not fit.
fn of(head: &[u8], data: &[u8]) -> Vec<u8> {
    [SIGNATURE, head, data, &chunk(b"IEND", &[])].concat()
}

/// Broken, contradictory and exploding ones.
pub fn odd() -> Vec<(String, Vec<u8>)> {
    let mut all = cut_or_measured_wrong();
    all.extend(contradictory());
    all.extend(exploding());
    let frames = [
        chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]),
        chunk(b"fcTL", &[0; 26]),
    ];
    let hidden = chunk(b"fdAT", &[&[0, 0, 0, 1], super::corpus::MARK].concat());
    all.push(("moving".into(), png(&frames.concat(), &hidden, &[])));
    all
}

fn cut_or_measured_wrong() -> Vec<(String, Vec<u8>)> {
    let good = png(&[], &[], &[]);
    let cut = |n: usize| (format!("cut {n}"), good[..good.len() * n / 20].to_vec());
    let mut all: Vec<_> = (1..20).map(cut).collect();
    for (width, height) in [
        (100_000, 100_000),
        (65_535, 65_535),
        (0, 10),
        (10, 0),
        (0x7FFF_FFFF, 1),
        (50_000, 1_000),
        (6_325, 6_325),
        (u32::MAX, u32::MAX),
    ] {
        let bytes = of(&head(width, height, 8, 2, 0), &data(&rows(16)));
        all.push((format!("{width} by {height}"), bytes));
    }
    // In the head's sum, in the data's, in the sum that the packed data end with.
    let end = good.len();
    for at in [29, 30, 31, 32, end - 13, end - 17] {
        let mut bytes = good.clone();
        bytes[at] ^= 1;
        all.push((format!("a wrong sum at {at}"), bytes));
    }
    all
}

fn contradictory() -> Vec<(String, Vec<u8>)> {
    // Depths and colours that do not exist, or do not go together.
    let odd = [
        (3, 2),
        (0, 0),
        (16, 3),
        (4, 2),
        (8, 1),
        (8, 5),
        (8, 7),
        (2, 6),
        (32, 2),
    ];
    let odd = odd.map(|(depth, colour)| {
        let bytes = of(&head(16, 16, depth, colour, 0), &data(&rows(16)));
        (format!("depth {depth}, colour {colour}"), bytes)
    });
    let usual = head(16, 16, 8, 2, 0);
    let wild: Vec<u8> = rows(16).iter().map(|_| 77).collect();
    let more = [
        ("no data", of(&usual, &[])),
        ("empty data", of(&usual, &chunk(b"IDAT", &[]))),
        (
            "data that are not packed",
            of(&usual, &chunk(b"IDAT", b"not packed at all")),
        ),
        ("too few rows", of(&usual, &data(&rows(8)))),
        (
            "interlaced by 9",
            of(&head(16, 16, 8, 2, 9), &data(&rows(16))),
        ),
        ("two heads", png(&head(9_000, 9_000, 8, 2, 0), &[], &[])),
        ("no palette", of(&head(16, 16, 8, 3, 0), &data(&[0; 272]))),
        ("a filter that is none", of(&usual, &data(&wild))),
    ];
    let more = more.map(|(what, bytes)| (what.to_owned(), bytes));
    odd.into_iter().chain(more).collect()
}

fn exploding() -> Vec<(String, Vec<u8>)> {
    let bomb = compress_to_vec_zlib(&vec![0; 60_000_000], 1);
    let named = [b"a\0\0", &bomb[..]].concat();
    let all = [
        ("data", of(&head(16, 16, 8, 2, 0), &chunk(b"IDAT", &bomb))),
        ("a text", png(&chunk(b"zTXt", &named), &[], &[])),
        ("a profile", png(&chunk(b"iCCP", &named), &[], &[])),
    ];
    let far = |(what, bytes)| (format!("{what} unpacking to far more"), bytes);
    all.into_iter().map(far).collect()
}
