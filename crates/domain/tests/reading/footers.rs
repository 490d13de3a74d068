//! Feet of pages, and printed facts beside each other.

use domain::reading::{Differing, differences, read_footer};

/// Text, trade name, representative, number, address.
const FEET: &[(&str, &str, &str, &str, &str)] = &[
    (
        "상호: 달빛상점 | 대표: 김하나 | 사업자등록번호: 120-81-47521 | 통신판매업신고: 2024-서울강남-01234 | 주소: 서울특별시 강남구 테헤란로 1, 2층",
        "달빛상점",
        "김하나",
        "120-81-47521",
        "서울특별시 강남구 테헤란로 1, 2층",
    ),
    (
        "(주)새벽책방\n대표이사 이서준\n사업자 등록번호 1208147521\n사업장 소재지 부산광역시 해운대구 센텀로 10\n고객센터 1600-2222\n호스팅 제공자: (주)구름호스트",
        "(주)새벽책방",
        "이서준",
        "1208147521",
        "부산광역시 해운대구 센텀로 10",
    ),
    (
        "법인명(상호) : 주식회사 모아 · 대표자(성명) : 박모아 · 사업자 등록번호 안내 : [120-81-47521] · 통신판매업 신고 제2020-서울마포-9999호 · 전화 : 02-555-1111 · 주소 : 04100 서울시 마포구 백범로 2",
        "주식회사 모아",
        "박모아",
        "120-81-47521",
        "04100 서울시 마포구 백범로 2",
    ),
    (
        "호스팅 제공자 : 카페구름(주)\n회사명 느린우체국\n주소 강원도 강릉시 창해로 3 (2층)\n대표 최느린 사업자번호 120 - 81 - 47521\n개인정보보호책임자 정담당(help@slow.kr)",
        "느린우체국",
        "최느린",
        "120 - 81 - 47521",
        "강원도 강릉시 창해로 3 (2층)",
    ),
    (
        "Company: Moonlight Inc. | CEO: Hana Kim | Business Registration Number: 120-81-47521 | Address: 1, Teheran-ro, Seoul | Hosting by Cloudy",
        "Moonlight Inc.",
        "Hana Kim",
        "120-81-47521",
        "1, Teheran-ro, Seoul",
    ),
    (
        "주식회사 달빛상점 | 대표자명 : 김하나 | 사업자등록번호 : 120-81-47521 [사업자정보확인] | 주소 : 서울특별시 성동구 뚝섬로 5\n© 2026 Moonlight. All rights reserved.",
        "주식회사 달빛상점",
        "김하나",
        "120-81-47521",
        "서울특별시 성동구 뚝섬로 5",
    ),
    (
        "상호\n봄날꽃집\n대표자\n윤봄\n사업자등록번호\n120-81-47521\n주소\n경기도 성남시 분당구 판교로 1",
        "봄날꽃집",
        "윤봄",
        "120-81-47521",
        "경기도 성남시 분당구 판교로 1",
    ),
    (
        "<footer><p><strong>상호명</strong> 오후네시&nbsp;&nbsp;<strong>대표</strong> 한오후</p><p>사업자등록번호 : 120-81-47521<br>주소 : 제주특별자치도 제주시 노형로 7</p><p>호스팅서비스 : 주식회사 구름</p></footer>",
        "오후네시",
        "한오후",
        "120-81-47521",
        "제주특별자치도 제주시 노형로 7",
    ),
    (
        "이용약관 | 개인정보처리방침 | 고객센터 1600-2222",
        "",
        "",
        "",
        "",
    ),
];

#[test]
fn every_foot_is_read() {
    for (text, name, representative, number, address) in FEET {
        let footer = read_footer(text).unwrap();
        let shown = |printed: &Option<domain::reading::Printed>| {
            printed
                .as_ref()
                .map(|printed| printed.text.clone())
                .unwrap_or_default()
        };
        assert_eq!(shown(&footer.trade_name), *name, "{text}");
        assert_eq!(shown(&footer.representative), *representative, "{text}");
        assert_eq!(shown(&footer.number), *number, "{text}");
        assert_eq!(shown(&footer.address), *address, "{text}");
        for printed in [
            footer.trade_name,
            footer.representative,
            footer.number,
            footer.address,
        ]
        .into_iter()
        .flatten()
        {
            assert!(text.get(printed.at).is_some());
        }
    }
}

#[test]
fn differences_have_their_kind() {
    for (one, other, expected) in [
        ("달빛상점", "달빛상점", Differing::Same),
        ("달빛 상점", "달빛상점", Differing::Spaces),
        ("달빛상점(본점)", "달빛상점［본점］", Differing::Width),
        ("㈜달빛상점", "(주) 달빛상점", Differing::Width),
        ("Moonlight", "MOONLIGHT", Differing::Case),
        (
            "(주)달빛상점",
            "주식회사 달빛상점",
            Differing::CorporateForm,
        ),
        ("달빛상점㈜", "주식회사 달빛상점", Differing::CorporateForm),
        (
            "달빛상점",
            "주식회사 달빛상점",
            Differing::CorporateFormMissing,
        ),
        ("달빛상점", "달빛상회", Differing::Letters),
        ("(주)달빛", "(유)달빛", Differing::Letters),
    ] {
        assert_eq!(
            differences(one, other).differing,
            expected,
            "{one} / {other}"
        );
    }
}

#[test]
fn the_part_that_differs_is_pointed_at() {
    let (one, other) = ("주식회사 달빛상점", "주식회사 달빚상점");
    let difference = differences(one, other);
    assert_eq!(&one[difference.one], "빛");
    assert_eq!(&other[difference.other], "빚");
    let difference = differences("달빛달빛", "달빛");
    assert_eq!(difference.one.len(), "달빛".len());
    assert!(difference.other.is_empty());
}
