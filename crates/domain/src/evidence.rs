//! Evidence: files that prove what the form says. PDF, PNG and JPEG, told apart by their content, never by their name.

use serde::{Deserialize, Serialize};

use crate::id::EvidenceId;
use crate::item::Item;

/// A file and what the applicant says about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The uploaded file.
    pub id: EvidenceId,
    /// File name as the applicant's machine calls it.
    pub name: String,
    /// What the file is.
    #[serde(default)]
    pub kind: Option<EvidenceKind>,
    /// Which page it shows.
    #[serde(default)]
    pub page: Option<EvidencePage>,
    /// The items that can be seen on it.
    #[serde(default)]
    pub shows: Vec<Item>,
    /// Whether real members' data were covered before uploading. Rule 60.
    #[serde(default)]
    pub masked: bool,
    /// Whether it shows the service that people use, not a development or test copy.
    #[serde(default)]
    pub production: Option<bool>,
    /// Where on it the items can be seen.
    #[serde(default)]
    pub marks: Vec<Mark>,
    /// What a reviewer sees there, in words.
    #[serde(default)]
    pub description: String,
}

/// A place marked on a file: here the item can be seen. In thousandths of the picture's width and height, from its upper left corner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Which item.
    pub item: Item,
    /// The page of a PDF, counted from 1; 1 for a picture.
    #[serde(default = "first_page")]
    pub page: u16,
    /// Left edge, 0 to 1000.
    pub x: u16,
    /// Upper edge, 0 to 1000.
    pub y: u16,
    /// Width, 1 to 1000.
    pub w: u16,
    /// Height, 1 to 1000.
    pub h: u16,
    /// What is written there, in the words of the screen: "휴대폰 번호 (필수)". May be empty.
    #[serde(default)]
    pub words: String,
}

fn first_page() -> u16 {
    1
}

impl Mark {
    /// Whether it lies on the picture and is not empty.
    pub fn is_on_picture(&self) -> bool {
        let fits = |at: u16, size: u16| size > 0 && u32::from(at) + u32::from(size) <= 1000;
        self.page > 0 && fits(self.x, self.w) && fits(self.y, self.h)
    }
}

/// What a file is: a picture of something real, or a plan of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// A capture of the running service.
    LiveCapture,
    /// A design that is not built yet (시안).
    DesignDraft,
    /// A plan of the flow in words or pictures (기획안).
    FlowPlan,
}

/// Which page a file shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EvidencePage {
    /// The sign-up screen.
    Signup,
    /// The privacy policy.
    PrivacyPolicy,
    /// The identity-verification screen.
    Verification,
    /// The way through the service.
    ServiceFlow,
    /// A licence of the trade.
    Licence,
}

/// The three kinds of file that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// `application/pdf`
    Pdf,
    /// `image/png`
    Png,
    /// `image/jpeg`
    Jpeg,
}

impl Media {
    /// The media type for HTTP.
    pub fn content_type(self) -> &'static str {
        match self {
            Media::Pdf => "application/pdf",
            Media::Png => "image/png",
            Media::Jpeg => "image/jpeg",
        }
    }
}

/// Largest file in bytes: 10 MiB. Our judgement; the real form's limit is not public.
pub const FILE_BYTES_MAX: usize = 10 * 1024 * 1024;
/// Most files in one application. Our judgement.
pub const FILES_MAX: usize = 10;
/// Most pixels in one image: 40 million. Our judgement, against images that unpack to gigabytes.
pub const PIXELS_MAX: u64 = 40_000_000;

/// Why a file was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    /// No bytes.
    Empty,
    /// More than [`FILE_BYTES_MAX`].
    TooLarge,
    /// Neither PDF nor PNG nor JPEG, whatever its name says.
    WrongType,
    /// Begins like one of the three but is broken or cut off.
    Broken,
    /// An image of more than [`PIXELS_MAX`] pixels.
    TooManyPixels,
    /// A PDF with scripts, forms that run, or files inside.
    Active,
    /// The application has [`FILES_MAX`] files already.
    TooMany,
}

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

/// Walks the segments of a JPEG up to the picture and asks for the end marker as the last two bytes.
fn jpeg(bytes: &[u8]) -> Result<(), FileProblem> {
    let mut rest = bytes.get(2..).ok_or(FileProblem::Broken)?;
    let mut sized = false;
    loop {
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
                return if sized && bytes.ends_with(&[0xFF, 0xD9]) {
                    Ok(())
                } else {
                    Err(FileProblem::Broken)
                };
            }
            0xD8 | 0xD9 => return Err(FileProblem::Broken),
            _ => {}
        }
        rest = rest.get(2 + length..).ok_or(FileProblem::Broken)?;
    }
}

/// A PDF has to end as one and must not carry anything that runs when it is opened.
fn pdf(bytes: &[u8]) -> Result<(), FileProblem> {
    let tail = bytes
        .get(bytes.len().saturating_sub(1024)..)
        .unwrap_or(bytes);
    if !contains(tail, b"%%EOF") {
        return Err(FileProblem::Broken);
    }
    let active: [&[u8]; 6] = [
        b"/JavaScript",
        b"/JS",
        b"/Launch",
        b"/EmbeddedFile",
        b"/OpenAction",
        b"/RichMedia",
    ];
    if active.iter().any(|name| has_name(bytes, name)) {
        return Err(FileProblem::Active);
    }
    Ok(())
}

/// Whether a PDF name stands in the file, ended by something that ends a name (so `/JS` is not found in `/JSON`).
fn has_name(bytes: &[u8], name: &[u8]) -> bool {
    bytes.windows(name.len() + 1).any(|window| {
        window.starts_with(name) && !window.last().is_some_and(u8::is_ascii_alphanumeric)
            || window.starts_with(name) && name == b"/EmbeddedFile"
    })
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
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
        assert_eq!(inspect(b"%PDF-1.7 no end"), Err(FileProblem::Broken));
        assert_eq!(
            inspect(b"%PDF-1.7 <</S /JavaScript /JS (x)>> %%EOF"),
            Err(FileProblem::Active)
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
