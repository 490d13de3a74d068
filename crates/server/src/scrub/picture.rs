//! Pictures decoded and encoded anew. What comes out has the pixels of what came in, turned upright, and nothing else of it: no
//! positions, names, notes, previews, further frames, colour profiles, or bytes that mean something to another program.

use std::io::Cursor;

use domain::evidence::{FILE_BYTES_MAX, FileProblem, PIXELS_MAX};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::error::{ImageError, ImageResult};
use image::{DynamicImage, ImageDecoder, Limits};

/// Most memory that decoding may take, in bytes: the most pixels with four bytes each, and as much again for rows and tables.
const MEMORY_MAX: u64 = PIXELS_MAX * 8;
/// Most passes over a JPEG's pixels. A progressive one has about ten; each costs as much as a whole picture.
const SCANS_MAX: usize = 100;
/// Most bytes that come out. Encoded anew, a file of the most bytes that come in can grow; it must not grow without end.
const CLEAN_BYTES_MAX: usize = 2 * FILE_BYTES_MAX;
/// Of 100. Small writing on a photographed licence stays readable.
const QUALITY: u8 = 92;

pub(super) fn png(bytes: &[u8]) -> Result<Vec<u8>, FileProblem> {
    let picture = PngDecoder::with_limits(Cursor::new(bytes), limits()).and_then(upright);
    let picture = picture.map_err(|error| problem(&error))?;
    let mut clean = Vec::new();
    let into =
        PngEncoder::new_with_quality(&mut clean, CompressionType::Default, FilterType::Adaptive);
    picture
        .write_with_encoder(into)
        .map_err(|error| problem(&error))?;
    small_enough(clean)
}

pub(super) fn jpeg(bytes: &[u8]) -> Result<Vec<u8>, FileProblem> {
    let scans = bytes.windows(2).filter(|pair| *pair == [0xFF, 0xDA]);
    if scans.count() > SCANS_MAX {
        return Err(FileProblem::Broken);
    }
    let picture = JpegDecoder::new(Cursor::new(bytes)).and_then(upright);
    let picture = match picture.map_err(|error| problem(&error))? {
        grey @ DynamicImage::ImageLuma8(_) => grey,
        other => DynamicImage::ImageRgb8(other.into_rgb8()),
    };
    let mut clean = Vec::new();
    let into = JpegEncoder::new_with_quality(&mut clean, QUALITY);
    picture
        .write_with_encoder(into)
        .map_err(|error| problem(&error))?;
    small_enough(clean)
}

/// The picture as people saw it: what a camera only notes about how it was held is done here, because the note is lost.
fn upright(mut decoder: impl ImageDecoder) -> ImageResult<DynamicImage> {
    decoder.set_limits(limits())?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MEMORY_MAX);
    limits
}

fn small_enough(clean: Vec<u8>) -> Result<Vec<u8>, FileProblem> {
    if clean.len() > CLEAN_BYTES_MAX {
        return Err(FileProblem::TooLarge);
    }
    Ok(clean)
}

fn problem(error: &ImageError) -> FileProblem {
    match error {
        ImageError::Limits(_) => FileProblem::TooManyPixels,
        _ => FileProblem::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{GenericImageView as _, Rgb, RgbImage};

    /// Red on the left, blue on the right; twice as wide as high.
    fn two_colours() -> DynamicImage {
        RgbImage::from_fn(32, 16, |x, _| {
            Rgb(if x < 16 { [250, 0, 0] } else { [0, 0, 250] })
        })
        .into()
    }

    fn jpeg_of(picture: &DynamicImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        picture
            .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 95))
            .unwrap();
        bytes
    }

    #[test]
    fn the_pixels_stay_and_the_notes_go() {
        let mut bytes = Vec::new();
        two_colours()
            .write_with_encoder(PngEncoder::new(&mut bytes))
            .unwrap();
        // A text chunk right after the header, with a sum that fits.
        let mut chunk = b"tEXtComment\0<script>alert(1)</script>".to_vec();
        let sum = crc(&chunk).to_be_bytes();
        let length = u32::try_from(chunk.len() - 4).unwrap().to_be_bytes();
        chunk.splice(..0, length);
        chunk.extend(sum);
        bytes.splice(33..33, chunk);
        assert!(holds(&bytes, b"<script>"));
        let clean = png(&bytes).unwrap();
        assert!(!holds(&clean, b"<script>") && !holds(&clean, b"tEXt"));
        assert_eq!(image::load_from_memory(&clean).unwrap(), two_colours());
    }

    #[test]
    fn a_picture_taken_with_the_camera_on_its_side_stands_upright() {
        let mut bytes = jpeg_of(&two_colours());
        let mut note =
            b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        note.extend_from_slice(b"<script>");
        let length = u16::try_from(note.len() + 2).unwrap().to_be_bytes();
        note.splice(..0, [0xFF, 0xE1, length[0], length[1]]);
        bytes.splice(2..2, note);
        let clean = jpeg(&bytes).unwrap();
        assert!(!holds(&clean, b"Exif") && !holds(&clean, b"<script>"));
        let picture = image::load_from_memory(&clean).unwrap();
        assert_eq!(picture.dimensions(), (16, 32));
        assert!(picture.get_pixel(8, 4).0[0] > 200, "red is above now");
    }

    #[test]
    fn what_cannot_be_decoded_or_costs_too_much_is_refused() {
        assert_eq!(png(b"\x89PNG\r\n\x1a\n"), Err(FileProblem::Broken));
        let mut scans = jpeg_of(&two_colours());
        for _ in 0..=SCANS_MAX {
            scans.splice(2..2, [0xFF, 0xFE, 0, 4, 0xFF, 0xDA]);
        }
        assert_eq!(jpeg(&scans), Err(FileProblem::Broken));
    }

    fn holds(bytes: &[u8], part: &[u8]) -> bool {
        bytes.windows(part.len()).any(|window| window == part)
    }

    /// The check sum of PNG, bit by bit.
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg())
            })
        })
    }
}
