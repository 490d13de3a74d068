//! Writes small PDF files, as plain as they can be.

use std::fmt::Write as _;

/// A file in the making.
#[derive(Default)]
pub struct Pdf {
    bodies: Vec<Vec<u8>>,
}

impl Pdf {
    /// The number that the next object gets.
    pub fn next(&self) -> usize {
        self.bodies.len() + 1
    }

    pub fn object(&mut self, body: &str) -> usize {
        self.bodies.push(body.as_bytes().to_vec());
        self.bodies.len()
    }

    pub fn stream(&mut self, entries: &str, bytes: &[u8]) -> usize {
        let mut body = format!("<<{entries}/Length {}>>\nstream\n", bytes.len()).into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\nendstream");
        self.bodies.push(body);
        self.bodies.len()
    }

    /// One page for each drawing, with these resources; the rest of a document around them.
    pub fn pages(mut self, resources: &str, drawings: &[&str]) -> Vec<u8> {
        let contents: Vec<usize> = drawings
            .iter()
            .map(|drawing| self.stream("", drawing.as_bytes()))
            .collect();
        let parent = self.next() + contents.len();
        let kids: Vec<String> = contents
            .iter()
            .map(|content| {
                let page = self.object(&format!(
                    "<</Type/Page/Parent {parent} 0 R/Contents {content} 0 R>>"
                ));
                format!("{page} 0 R")
            })
            .collect();
        let tree = self.object(&format!(
            "<</Type/Pages/Kids[{}]/Count {}/MediaBox[0 0 595 842]/Resources<<{resources}>>>>",
            kids.join(" "),
            kids.len()
        ));
        let root = self.object(&format!("<</Type/Catalog/Pages {tree} 0 R>>"));
        self.file(&format!("/Root {root} 0 R"))
    }

    /// The objects one after the other.
    pub fn file(self, trailer: &str) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        for (at, body) in self.bodies.iter().enumerate() {
            file.extend(format!("{} 0 obj\n", at + 1).into_bytes());
            file.extend(body);
            file.extend(b"\nendobj\n");
        }
        file.extend(format!("trailer\n<<{trailer}>>\nstartxref\n0\n%%EOF\n").into_bytes());
        file
    }
}

/// zlib data without compression.
pub fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let parts = bytes.chunks(60_000).count();
    for (at, part) in bytes.chunks(60_000).enumerate() {
        let length = u16::try_from(part.len()).unwrap();
        out.push(u8::from(at + 1 == parts));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(part);
    }
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in bytes {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    out.extend((high << 16 | low).to_be_bytes());
    out
}

/// The Korean font of these tests: code 1 is 가 with 1000 units, 2 and 3 are 나 and 다, 4 is "이름", from 0x10 on it is ASCII with 500.
pub fn korean(pdf: &mut Pdf) -> usize {
    let map = "/CIDInit /ProcSet findresource begin begincmap
        1 begincodespacerange <0000> <FFFF> endcodespacerange
        2 beginbfchar <0001> <AC00> <0004> <C774B984> endbfchar
        2 beginbfrange <0002> <0003> [<B098> <B2E4>] <0010> <006E> <0020> endbfrange
        endcmap end";
    let map = pdf.stream("/Filter/FlateDecode", &stored(map.as_bytes()));
    let below = pdf.object("<</Type/Font/Subtype/CIDFontType2/DW 1000/W[4[2000] 16 110 500]>>");
    pdf.object(&format!(
        "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[{below} 0 R]/ToUnicode {map} 0 R>>"
    ))
}

/// Words in the codes of that font.
pub fn codes(words: &str) -> String {
    let code = |ch: char| match ch {
        '가' => 1,
        '나' => 2,
        '다' => 3,
        '@' => 4,
        ch => u32::from(ch) - 32 + 16,
    };
    let mut codes = String::new();
    for ch in words.chars() {
        write!(codes, "{:04X}", code(ch)).unwrap();
    }
    format!("<{codes}>")
}
