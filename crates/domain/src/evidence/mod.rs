//! Evidence: files that prove what the form says. PDF, PNG and JPEG, told apart by their content, never by their name.

mod content;
mod opening;
mod pdf;

use serde::{Deserialize, Serialize};

use crate::id::EvidenceId;
use crate::item::Item;

pub use content::inspect;
pub use opening::Openings as PdfOpenings;
pub use pdf::{
    is_name as is_pdf_name, is_regular as is_pdf_regular, is_space as is_pdf_space,
    means as means_pdf_name, names_problem as pdf_names_problem,
};

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
    /// A PDF with scripts, forms that run, files inside or outside, or one that opens with more than a place in itself.
    Active,
    /// A PDF that is locked with a password: nobody can see what is in it.
    Encrypted,
    /// The application has [`FILES_MAX`] files already.
    TooMany,
}
