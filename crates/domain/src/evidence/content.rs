//! What a file is, by its bytes: the walk through its structure, and nothing that needs decoding.

use super::pdf::pdf;
use super::{FILE_BYTES_MAX, FileProblem, Media, PIXELS_MAX};

/// Says what a file is by its content.
pub fn inspect(bytes: &[u8]) -> Result<Media, FileProblem> {
    if bytes.is_empty() {
        return Err(FileProblem::Empty);
    }
    if bytes.len() > FILE_BYTES_MAX {
        return Err(FileProblem::TooLarge);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return png(bytes).map(|()| Media::Png);
    }
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return jpeg(bytes).map(|()| Media::Jpeg);
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf(bytes).map(|()| Media::Pdf);
    }
    Err(FileProblem::WrongType)
}

/// Walks the chunks of a PNG: header first, a sane size, data, and an end with nothing after it.
fn png(bytes: &[u8]) -> Result<(), FileProblem> {
    let mut rest = bytes.get(8..).ok_or(FileProblem::Broken)?;
    let mut has_data = false;
    let mut first = true;
    loop {
        let (length, after) = split_u32(rest).ok_or(FileProblem::Broken)?;
        let length = usize::try_from(length).map_err(|_| FileProblem::Broken)?;
        let name = after.get(..4).ok_or(FileProblem::Broken)?;
        let data = after
            .get(4..)
            .and_then(|all| all.get(..length))
            .ok_or(FileProblem::Broken)?;
        rest = after
            .get(length.saturating_add(8)..)
            .ok_or(FileProblem::Broken)?;
        match name {
            b"IHDR" if first => {
                let (width, after) = split_u32(data).ok_or(FileProblem::Broken)?;
                let (height, _) = split_u32(after).ok_or(FileProblem::Broken)?;
                sane_size(width, height)?;
            }
            _ if first => return Err(FileProblem::Broken),
            b"IDAT" => has_data = true,
            b"IEND" => {
                return if has_data && rest.is_empty() {
                    Ok(())
                } else {
                    Err(FileProblem::Broken)
                };
            }
            _ => {}
        }
        first = false;
    }
}

/// Walks the segments of a JPEG up to the picture and asks for an end marker somewhere behind: cameras put data of their own after it.
fn jpeg(bytes: &[u8]) -> Result<(), FileProblem> {
    let mut rest = bytes.get(2..).ok_or(FileProblem::Broken)?;
    let mut sized = false;
    loop {
        // Any number of these may fill the space before a marker.
        if let [0xFF, 0xFF, ..] = *rest {
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let [0xFF, marker, high, low, ..] = *rest else {
            return Err(FileProblem::Broken);
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let data = rest.get(4..2 + length).ok_or(FileProblem::Broken)?;
        match marker {
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                let [_, h1, h0, w1, w0, ..] = *data else {
                    return Err(FileProblem::Broken);
                };
                sane_size(
                    u16::from_be_bytes([w1, w0]).into(),
                    u16::from_be_bytes([h1, h0]).into(),
                )?;
                sized = true;
            }
            0xDA => {
                // In the picture's own data these two never stand beside each other.
                let has_end = rest.windows(2).any(|pair| pair == [0xFF, 0xD9]);
                return if sized && has_end {
                    Ok(())
                } else {
                    Err(FileProblem::Broken)
                };
            }
            // None of these has a length: what one program takes for it, another one reads as the next marker.
            0x00 | 0x01 | 0xD0..=0xD9 => return Err(FileProblem::Broken),
            _ => {}
        }
        rest = rest.get(2 + length..).ok_or(FileProblem::Broken)?;
    }
}

fn sane_size(width: u32, height: u32) -> Result<(), FileProblem> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(FileProblem::Broken);
    }
    if pixels > PIXELS_MAX {
        Err(FileProblem::TooManyPixels)
    } else {
        Ok(())
    }
}

fn split_u32(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (head, rest) = bytes.split_at_checked(4)?;
    Some((u32::from_be_bytes(head.try_into().ok()?), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
        let mut out = u32::try_from(data.len()).unwrap().to_be_bytes().to_vec();
        out.extend_from_slice(name);
        out.extend_from_slice(data);
        out.extend_from_slice(&[0; 4]);
        out
    }

    fn a_png(width: u32, height: u32) -> Vec<u8> {
        let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
        let mut head = width.to_be_bytes().to_vec();
        head.extend_from_slice(&height.to_be_bytes());
        head.extend_from_slice(&[8, 2, 0, 0, 0]);
        out.extend(chunk(b"IHDR", &head));
        out.extend(chunk(b"IDAT", &[1, 2, 3]));
        out.extend(chunk(b"IEND", &[]));
        out
    }

    fn a_jpeg() -> Vec<u8> {
        let mut out = vec![
            0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 10, 0, 10, 1, 1, 0x11, 0,
        ];
        out.extend_from_slice(&[0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9]);
        out
    }

    #[test]
    fn the_three_kinds_are_told_by_their_content() {
        assert_eq!(inspect(&a_png(10, 10)), Ok(Media::Png));
        assert_eq!(inspect(&a_jpeg()), Ok(Media::Jpeg));
        assert_eq!(
            inspect(b"%PDF-1.7\n1 0 obj\n<</JSON 1>>\n%%EOF\n"),
            Ok(Media::Pdf)
        );
    }

    #[test]
    fn a_marker_without_a_length_hides_nothing_behind_one() {
        for marker in [0x00, 0x01, 0xD0, 0xD7, 0xD8, 0xD9] {
            let mut two_sizes = a_jpeg();
            // To some the frame behind it is one of 65,535 by 65,535, to others it is a long note.
            let frame = [0xFF, 0xC0, 0, 11, 8, 0xFF, 0xFF, 0xFF, 0xFF, 1, 1, 0x11, 0];
            let mut hidden = [&[0xFF, marker][..], &frame].concat();
            hidden.resize(2 + 0xFFC0, 0);
            two_sizes.splice(2..2, hidden);
            assert_eq!(inspect(&two_sizes), Err(FileProblem::Broken), "{marker:X}");
        }
    }

    #[test]
    fn a_picture_of_a_camera_that_adds_data_of_its_own_is_one() {
        let mut samsung = a_jpeg();
        samsung.extend_from_slice(b"\0\0\x01\x0aImage_UTC_Data1700000000000SEFHk\0\0\0SEFT");
        assert_eq!(inspect(&samsung), Ok(Media::Jpeg));
        let mut filled = a_jpeg();
        filled.splice(2..2, [0xFF, 0xFF, 0xFF]);
        assert_eq!(inspect(&filled), Ok(Media::Jpeg));
        assert_eq!(
            inspect(&[&[0xFF; 3][..], &[0xD8; 9]].concat()),
            Err(FileProblem::WrongType)
        );
        assert_eq!(
            inspect(&[&[0xFF, 0xD8][..], &[0xFF; 90]].concat()),
            Err(FileProblem::Broken)
        );
    }

    #[test]
    fn hostile_files_are_named_for_what_they_are() {
        assert_eq!(inspect(b""), Err(FileProblem::Empty));
        assert_eq!(
            inspect(&vec![0; FILE_BYTES_MAX + 1]),
            Err(FileProblem::TooLarge)
        );
        assert_eq!(
            inspect(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            Err(FileProblem::WrongType)
        );
        assert_eq!(inspect(b"GIF89a"), Err(FileProblem::WrongType));
        assert_eq!(
            inspect(&a_png(100_000, 100_000)),
            Err(FileProblem::TooManyPixels)
        );
        let mut two_in_one = a_png(10, 10);
        two_in_one.extend_from_slice(b"<script>");
        assert_eq!(inspect(&two_in_one), Err(FileProblem::Broken));
        assert_eq!(
            inspect(a_jpeg().split_last().unwrap().1),
            Err(FileProblem::Broken)
        );
        for cut in 0..a_png(10, 10).len() {
            assert!(inspect(&a_png(10, 10)[..cut]).is_err(), "cut at {cut}");
        }
    }
}
