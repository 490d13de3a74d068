//! Pictures decoded and encoded anew. What comes out has the pixels of what came in, turned upright, and nothing else of it: no
//! positions, names, notes, previews, further frames, colour profiles, or bytes that mean something to another program.

use std::io::Cursor;

use domain::evidence::{FILE_BYTES_MAX, FileProblem, PIXELS_MAX};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::error::{ImageError, ImageResult, LimitError, LimitErrorKind};
use image::{DynamicImage, ImageDecoder, Limits};

/// Most memory that decoding may take beside the pixels, in bytes: for rows, and for notes and profiles unpacked.
const BESIDE_MAX: u64 = 32 * 1_024 * 1_024;
/// Most passes over a JPEG's pixels. A progressive one has about ten; each costs as much as a whole picture.
const SCANS_MAX: usize = 100;
/// Most bytes that come out, as far as that can be reached: encoded anew, a file of the most bytes that come in can grow, and it must
/// not grow without end.
const CLEAN_BYTES_MAX: usize = 2 * FILE_BYTES_MAX;
/// Of 100, one after the other until the picture is small enough; with the last it is. With the first, small writing on a photographed
/// licence stays readable; the others are for noise.
const QUALITIES: [u8; 4] = [92, 80, 60, 30];

pub(super) fn png(bytes: &[u8]) -> Result<Vec<u8>, FileProblem> {
    let picture = PngDecoder::with_limits(Cursor::new(bytes), limits()).and_then(upright);
    let picture = picture.map_err(|error| problem(&error))?;
    // What few colours make is smaller without filters; what is drawn is smaller with them.
    let ways = [
        (CompressionType::Default, FilterType::Adaptive),
        (CompressionType::Best, FilterType::NoFilter),
    ];
    let encode = |(how, filter), into: &mut Vec<u8>| {
        picture.write_with_encoder(PngEncoder::new_with_quality(into, how, filter))
    };
    small_enough(ways, encode, CLEAN_BYTES_MAX)
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
    as_jpeg(&picture, CLEAN_BYTES_MAX)
}

fn as_jpeg(picture: &DynamicImage, bytes_max: usize) -> Result<Vec<u8>, FileProblem> {
    let encode = |quality, into: &mut Vec<u8>| {
        picture.write_with_encoder(JpegEncoder::new_with_quality(into, quality))
    };
    small_enough(QUALITIES, encode, bytes_max)
}

/// The picture as people saw it: what a camera only notes about how it was held is done here, because the note is lost.
fn upright(mut decoder: impl ImageDecoder) -> ImageResult<DynamicImage> {
    // Of what a file says in two ways the decoder may read the other one: its own word counts for how much memory is asked for.
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        let error = LimitError::from_kind(LimitErrorKind::DimensionError);
        return Err(ImageError::Limits(error));
    }
    let orientation = decoder.orientation()?;
    let mut picture = shallow(DynamicImage::from_decoder(decoder)?);
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// The same with 8 bits a colour: more are not seen, and take twice the memory in every step that follows.
fn shallow(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageLuma16(_) => DynamicImage::ImageLuma8(picture.into_luma8()),
        DynamicImage::ImageLumaA16(_) => DynamicImage::ImageLumaA8(picture.into_luma_alpha8()),
        DynamicImage::ImageRgb16(_) => DynamicImage::ImageRgb8(picture.into_rgb8()),
        DynamicImage::ImageRgba16(_) => DynamicImage::ImageRgba8(picture.into_rgba8()),
        other => other,
    }
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(BESIDE_MAX);
    limits
}

/// What the first way to write it gives that stays below so many bytes, or the last: no picture is refused for how it is written here.
fn small_enough<W>(
    ways: impl IntoIterator<Item = W>,
    encode: impl Fn(W, &mut Vec<u8>) -> ImageResult<()>,
    bytes_max: usize,
) -> Result<Vec<u8>, FileProblem> {
    let mut clean = Vec::new();
    for way in ways {
        clean.clear();
        encode(way, &mut clean).map_err(|error| problem(&error))?;
        if clean.len() <= bytes_max {
            break;
        }
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
    fn a_picture_of_noise_is_written_worse_and_never_refused() {
        let mut dice = 9_u32;
        let noise = RgbImage::from_fn(64, 64, |_, _| {
            dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [_, red, green, blue] = dice.to_be_bytes();
            Rgb([red, green, blue])
        });
        let noise = DynamicImage::from(noise);
        let most = as_jpeg(&noise, usize::MAX).unwrap().len();
        for below in [most - 1, most / 2] {
            assert!(as_jpeg(&noise, below).unwrap().len() <= below, "{below}");
        }
        let least = as_jpeg(&noise, 10).unwrap();
        assert_eq!(
            image::load_from_memory(&least).unwrap().dimensions(),
            (64, 64)
        );
    }

    #[test]
    fn colours_have_eight_bits() {
        let deep = DynamicImage::from(image::ImageBuffer::<image::Rgba<u16>, _>::from_pixel(
            2,
            2,
            image::Rgba([0xFFFF, 0x8080, 0, 0xFFFF]),
        ));
        let mut bytes = Vec::new();
        deep.write_with_encoder(PngEncoder::new(&mut bytes))
            .unwrap();
        let clean = image::load_from_memory(&png(&bytes).unwrap()).unwrap();
        assert_eq!(clean.color(), image::ColorType::Rgba8);
        assert_eq!(clean.get_pixel(0, 0).0, [0xFF, 0x80, 0, 0xFF]);
    }

    #[test]
    fn what_cannot_be_decoded_or_costs_too_much_is_refused() {
        assert_eq!(png(b"\x89PNG\r\n\x1a\n"), Err(FileProblem::Broken));
        let mut scans = jpeg_of(&two_colours());
        for _ in 0..=SCANS_MAX {
            scans.splice(2..2, [0xFF, 0xFE, 0, 4, 0xFF, 0xDA]);
        }
        assert_eq!(jpeg(&scans), Err(FileProblem::Broken));
        let mut vast = jpeg_of(&two_colours());
        let frame = vast.windows(2).position(|pair| pair == [0xFF, 0xC0]);
        let size = frame.unwrap() + 5;
        vast[size..size + 4].fill(0xFF);
        assert_eq!(jpeg(&vast), Err(FileProblem::TooManyPixels));
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
