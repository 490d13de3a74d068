//! Unpacks zlib data (RFC 1950 and 1951). Small rather than fast: it is part of what a browser loads.

/// How many more bits each length code takes, and the shortest length it stands for.
const LENGTHS: [(u32, usize); 29] = [
    (0, 3),
    (0, 4),
    (0, 5),
    (0, 6),
    (0, 7),
    (0, 8),
    (0, 9),
    (0, 10),
    (1, 11),
    (1, 13),
    (1, 15),
    (1, 17),
    (2, 19),
    (2, 23),
    (2, 27),
    (2, 31),
    (3, 35),
    (3, 43),
    (3, 51),
    (3, 59),
    (4, 67),
    (4, 83),
    (4, 99),
    (4, 115),
    (5, 131),
    (5, 163),
    (5, 195),
    (5, 227),
    (0, 258),
];
/// The order in which the lengths of the code lengths come.
const ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];
/// Codes for distances.
const DISTANCES: usize = 30;

/// The data, if it is whole and unpacks to at most `limit` bytes.
pub(super) fn inflate(zlib: &[u8], limit: usize) -> Option<Vec<u8>> {
    let [method, flags, packed @ ..] = zlib else {
        return None;
    };
    let header = u32::from(*method) << 8 | u32::from(*flags);
    if method & 0x0F != 8 || flags & 0x20 != 0 || !header.is_multiple_of(31) {
        return None;
    }
    let mut unpacking = Unpacking {
        bytes: packed.iter(),
        hold: 0,
        held: 0,
        out: Vec::new(),
        limit,
    };
    while !unpacking.block()? {}
    let check = unpacking.bytes.as_slice();
    let Unpacking { out, .. } = unpacking;
    // Some writers count the stream too short and lose its end.
    if let Some(check) = check.first_chunk()
        && u32::from_be_bytes(*check) != adler(&out)
    {
        return None;
    }
    Some(out)
}

fn adler(bytes: &[u8]) -> u32 {
    let (mut low, mut high) = (1_u32, 0_u32);
    // So many bytes cannot overflow.
    for part in bytes.chunks(5552) {
        for byte in part {
            low += u32::from(*byte);
            high += low;
        }
        low %= 65_521;
        high %= 65_521;
    }
    high << 16 | low
}

struct Unpacking<'a> {
    bytes: std::slice::Iter<'a, u8>,
    hold: u32,
    held: u32,
    out: Vec<u8>,
    limit: usize,
}

impl Unpacking<'_> {
    /// Unpacks one block and says whether it was the last.
    fn block(&mut self) -> Option<bool> {
        let last = self.bits(1)? == 1;
        match self.bits(2)? {
            0 => self.stored()?,
            1 => {
                let mut lengths = [8_u8; 288];
                lengths.get_mut(144..256)?.fill(9);
                lengths.get_mut(256..280)?.fill(7);
                self.codes(&Table::new(&lengths), &Table::new(&[5; DISTANCES]))?;
            }
            2 => {
                let (literals, distances) = self.tables()?;
                self.codes(&literals, &distances)?;
            }
            _ => return None,
        }
        Some(last)
    }

    /// The next bits, at most 16, the first being the lowest.
    fn bits(&mut self, count: u32) -> Option<usize> {
        while self.held < count {
            self.hold |= u32::from(*self.bytes.next()?) << self.held;
            self.held += 8;
        }
        let bits = self.hold & ((1 << count) - 1);
        self.hold >>= count;
        self.held -= count;
        Some(bits as usize)
    }

    fn push(&mut self, byte: u8) -> Option<()> {
        if self.out.len() >= self.limit {
            return None;
        }
        self.out.push(byte);
        Some(())
    }

    fn stored(&mut self) -> Option<()> {
        self.hold = 0;
        self.held = 0;
        let (length, inverse) = (self.bits(16)?, self.bits(16)?);
        if length ^ inverse != 0xFFFF {
            return None;
        }
        for _ in 0..length {
            let byte = *self.bytes.next()?;
            self.push(byte)?;
        }
        Some(())
    }

    fn tables(&mut self) -> Option<(Table, Table)> {
        let literals = self.bits(5)? + 257;
        let distances = self.bits(5)? + 1;
        let mut lengths = [0_u8; 19];
        for at in ORDER.iter().take(self.bits(4)? + 4) {
            *lengths.get_mut(*at)? = u8::try_from(self.bits(3)?).ok()?;
        }
        let table = Table::new(&lengths);
        let mut lengths = Vec::with_capacity(literals + distances);
        while lengths.len() < literals + distances {
            let (length, times) = match self.code(&table)? {
                16 => (*lengths.last()?, self.bits(2)? + 3),
                17 => (0, self.bits(3)? + 3),
                18 => (0, self.bits(7)? + 11),
                length => (u8::try_from(length).ok()?, 1),
            };
            lengths.extend(std::iter::repeat_n(length, times));
        }
        let (literals, rest) = lengths.split_at_checked(literals)?;
        let distances = rest.get(..distances)?;
        Some((Table::new(literals), Table::new(distances)))
    }

    fn codes(&mut self, literals: &Table, distances: &Table) -> Option<()> {
        loop {
            let code = self.code(literals)?;
            if let Ok(byte) = u8::try_from(code) {
                self.push(byte)?;
                continue;
            }
            if code == 256 {
                return Some(());
            }
            let (more, base) = *LENGTHS.get(code - 257)?;
            let length = base + self.bits(more)?;
            let code = self.code(distances)?;
            let distance = match code {
                0..4 => code + 1,
                4..DISTANCES => {
                    let more = code / 2 - 1;
                    ((2 + code % 2) << more) + self.bits(u32::try_from(more).ok()?)? + 1
                }
                _ => return None,
            };
            for _ in 0..length {
                let from = self.out.len().checked_sub(distance)?;
                let byte = *self.out.get(from)?;
                self.push(byte)?;
            }
        }
    }

    fn code(&mut self, table: &Table) -> Option<usize> {
        let (mut code, mut first, mut index) = (0, 0, 0);
        for count in table.counts.iter().skip(1) {
            code |= self.bits(1)?;
            let count = usize::from(*count);
            if let Some(rank) = code.checked_sub(first)
                && rank < count
            {
                return table.symbols.get(index + rank).copied();
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }
}

/// A Huffman code: how many codes there are of each length, and what they stand for, in order.
struct Table {
    counts: [u16; 16],
    symbols: Vec<usize>,
}

impl Table {
    fn new(lengths: &[u8]) -> Table {
        let mut table = Table {
            counts: [0; 16],
            symbols: Vec::with_capacity(lengths.len()),
        };
        for (length, count) in (1_u8..).zip(table.counts.iter_mut().skip(1)) {
            for (symbol, of) in lengths.iter().enumerate() {
                if *of == length {
                    *count += 1;
                    table.symbols.push(symbol);
                }
            }
        }
        table
    }
}
