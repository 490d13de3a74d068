//! A made-up town of shops: as many names as wanted, about as different as those of real shops, and what people look for among them.

use std::collections::{BTreeSet, HashMap};

use domain::business::Business;
use domain::channel::{Channel, ChannelState};
use domain::id::ChannelId;
use domain::number::with_check_digit;
use domain::role::ChannelRole;
use domain::search::{grams, sort_key};

const SYLLABLES: &str = "가강개경고공구국금김나남너노누다달대더도동두디라람로루리마만매명모무문미바박반별보봄봉부빛사산상새서선설소솔수숲시신아안양여연영예오온용우원유윤은이인일자장정조주준지진차찬참천청초춘카코큰키타태터토통파편포푸풍피하한해향현호화효희";
const TRADES: [&str; 40] = [
    "커피",
    "카페",
    "베이커리",
    "서점",
    "꽃집",
    "공방",
    "식당",
    "찻집",
    "안경",
    "문구",
    "세탁소",
    "과일",
    "반찬",
    "정육점",
    "약국",
    "학원",
    "미용실",
    "자전거",
    "사진관",
    "떡집",
    "국수",
    "치과",
    "한의원",
    "피부과",
    "부동산",
    "인테리어",
    "철물점",
    "가구",
    "공예",
    "스튜디오",
    "필라테스",
    "요가",
    "헬스장",
    "펜션",
    "호텔",
    "분식",
    "치킨",
    "족발",
    "횟집",
    "제과",
];
const PLACES: [&str; 30] = [
    "강남",
    "서초",
    "홍대",
    "신촌",
    "종로",
    "성수",
    "잠실",
    "판교",
    "분당",
    "일산",
    "수원",
    "안양",
    "인천",
    "부평",
    "대전",
    "세종",
    "청주",
    "천안",
    "전주",
    "광주",
    "목포",
    "여수",
    "대구",
    "포항",
    "부산",
    "해운대",
    "울산",
    "창원",
    "제주",
    "서귀포",
];

/// The channels, and the entries that the index has of them.
pub struct Town {
    pub channels: Vec<Channel>,
    /// By what each is sorted.
    pub keys: Vec<String>,
    /// The places of the channels, in the order of the names.
    pub order: Vec<usize>,
    /// Every entry there is, in order.
    pub grams: Vec<String>,
    /// Which entry, and which place in `order`: sorted by both.
    pub entries: Vec<(u32, u32)>,
}

impl Town {
    /// So many channels; the same number makes the same town.
    pub fn new(count: u32) -> Town {
        let channels: Vec<Channel> = (0..count).map(channel).collect();
        let keys: Vec<String> = channels.iter().map(|one| sort_key(&one.name)).collect();
        let mut order: Vec<usize> = (0..channels.len()).collect();
        order.sort_by(|a, b| (&keys[*a], &channels[*a].id).cmp(&(&keys[*b], &channels[*b].id)));
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut entries = Vec::new();
        for (place, channel) in (0..).zip(&order) {
            let texts = channels[*channel].searched(ChannelRole::Master);
            let all: BTreeSet<String> = texts.iter().flat_map(|text| grams(text)).collect();
            for gram in all {
                let next = u32::try_from(numbers.len()).unwrap();
                entries.push((*numbers.entry(gram).or_insert(next), place));
            }
        }
        let mut sorted: Vec<(String, u32)> = numbers.into_iter().collect();
        sorted.sort();
        let mut rank = vec![0; sorted.len()];
        for (new, (_, old)) in (0..).zip(&sorted) {
            rank[usize::try_from(*old).unwrap()] = new;
        }
        for entry in &mut entries {
            entry.0 = rank[usize::try_from(entry.0).unwrap()];
        }
        entries.sort_unstable();
        Town {
            channels,
            keys,
            order,
            grams: sorted.into_iter().map(|(gram, _)| gram).collect(),
            entries,
        }
    }

    /// The entries of one gram after the other: places in `order`.
    pub fn lists(&self) -> impl Iterator<Item = (&str, Vec<usize>)> {
        self.entries.chunk_by(|a, b| a.0 == b.0).map(|list| {
            let gram = &self.grams[usize::try_from(list[0].0).unwrap()];
            let places = list.iter().map(|entry| usize::try_from(entry.1).unwrap());
            (gram.as_str(), places.collect())
        })
    }

    /// Pairs of syllables: of three, two that stand side by side in some name, and one that was made up and mostly stands nowhere.
    pub fn syllables(&self, count: u32) -> Vec<String> {
        (0..count)
            .map(|n| {
                if n % 3 == 2 {
                    return [pick(n, 91), pick(n, 92)].iter().collect();
                }
                let name = self.some_name(n);
                let letters: Vec<char> = name.chars().filter(|c| *c != ' ').collect();
                let at = letters.len() - 1;
                let at = usize::try_from(noise(n, 93)).unwrap() % at;
                letters[at..at + 2].iter().collect()
            })
            .collect()
    }

    /// Two to four initial consonants: of four, three that some name has side by side, and one that was made up.
    pub fn initials(&self, count: u32) -> Vec<String> {
        (0..count)
            .map(|n| {
                let length = usize::try_from(2 + n % 3).unwrap();
                let made: Vec<char> = (0..4).map(|i| pick(n, 60 + i)).collect();
                let name = self.some_name(n + 7_919);
                let letters: Vec<char> = name.chars().filter(|c| *c != ' ').collect();
                let from = if n % 4 == 3 { made } else { letters };
                let length = length.min(from.len());
                let at = usize::try_from(noise(n, 94)).unwrap() % (from.len() - length + 1);
                from[at..at + length].iter().map(|c| initial(*c)).collect()
            })
            .collect()
    }

    fn some_name(&self, n: u32) -> &str {
        let at = usize::try_from(noise(n, 95)).unwrap() % self.channels.len();
        &self.channels[at].name
    }
}

fn channel(n: u32) -> Channel {
    let long = noise(n, 1).is_multiple_of(2);
    let brand: String = (2..if long { 5 } else { 4 }).map(|i| pick(n, i)).collect();
    let trade = TRADES[usize::try_from(noise(n, 6)).unwrap() % TRADES.len()];
    let place = PLACES[usize::try_from(noise(n, 7)).unwrap() % PLACES.len()];
    let name = match n % 4 {
        0 => format!("{brand} {trade}"),
        1 => format!("{brand} {trade} {place}점"),
        2 => format!("{place} {brand} {trade}"),
        _ => format!("{brand}{trade}"),
    };
    let (office, class) = (noise(n / 10, 8), noise(n / 10, 9));
    let number = format!(
        "{}{:02}{:04}",
        101 + office % 800,
        1 + class % 79,
        1 + n / 10 % 9_999
    );
    let business = with_check_digit(&number).unwrap();
    Channel {
        id: ChannelId::parse(&identifier(n)).unwrap(),
        search_id: format!("{brand}{n}"),
        public_id: format!("_{n}"),
        state: if n % 10 == 9 {
            ChannelState::Plain
        } else {
            ChannelState::Business
        },
        business: Some(Business {
            number: business,
            trade_name: name.clone(),
            representative: "문채움".into(),
        }),
        name,
        version: 1,
    }
}

/// As long as the server's own, and as little in the order of the names.
fn identifier(n: u32) -> String {
    let letters = (10..36)
        .map(|i| b"abcdefghijklmnopqrstuvwxyz234567"[usize::try_from(noise(n, i) % 32).unwrap()]);
    format!("ch_{}", letters.map(char::from).collect::<String>())
}

fn pick(n: u32, salt: u32) -> char {
    let count = SYLLABLES.chars().count();
    let at = usize::try_from(noise(n, salt)).unwrap() % count;
    SYLLABLES.chars().nth(at).unwrap()
}

/// A number that looks like chance; the same for the same two.
fn noise(n: u32, salt: u32) -> u32 {
    let mut x = (u64::from(n) << 32) | u64::from(salt);
    for _ in 0..2 {
        x = (x ^ (x >> 31)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        x ^= x >> 29;
    }
    u32::try_from(x >> 33).unwrap()
}

/// The consonant that a syllable begins with. Unicode Standard §3.12.
fn initial(c: char) -> char {
    let leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    let index = (u32::from(c).saturating_sub(0xAC00)) / 588;
    leads
        .chars()
        .nth(usize::try_from(index).unwrap())
        .unwrap_or(c)
}

/// The consonants that the syllables of a name begin with, without its spaces.
pub fn initials(name: &str) -> String {
    let letters = name.chars().filter(|c| *c != ' ');
    letters.map(initial).collect()
}
