//! Who signs in, and the brand owners who never do but decide.

use domain::id::UserId;
use domain::role::Duty;

use super::seed::Seed;

/// The people that the rest of the data refers to.
pub(super) struct People {
    /// 김하린: master and owner at 별하 커피.
    pub(super) harin: UserId,
    /// 이도윤: manager and editor at 별하 커피.
    pub(super) doyun: UserId,
    /// 박서진: below both at 별하 커피.
    pub(super) seojin: UserId,
    /// 한지우: runs sixty brands for an agency.
    pub(super) jiwoo: UserId,
    /// 문서윤: owns 새봄 서점, whose pair drifted apart.
    pub(super) seoyun: UserId,
    /// 정유나: reviewer.
    pub(super) yuna: UserId,
    /// 최준호: reviewer, and editor of an app.
    pub(super) junho: UserId,
    /// Masters and owners of the agency's brands.
    pub(super) owners: Vec<UserId>,
}

/// Plants them. 오새봄 has nothing and 노건우 looks after the installation, so nobody refers to them.
pub(super) fn people(seed: &mut Seed) -> People {
    use Duty::{Applicant, Operator, Reviewer};
    seed.user("saebom", "오새봄", "아직 없음", Applicant);
    seed.user("gunwoo", "노건우", "운영팀", Operator);
    let owners = [
        ("minho", "강민호", "가람 식품 그룹"),
        ("gayeong", "서가영", "누리 리테일"),
        ("taeri", "윤태리", "다솜 뷰티랩"),
        ("eunbyeol", "조은별", "라온 라이프"),
        ("dohyeon", "임도현", "마루 스포츠"),
        ("sua", "배수아", "Bluebrick Partners"),
    ];
    People {
        harin: seed.user("harin", "김하린", "별하 커피", Applicant),
        doyun: seed.user("doyun", "이도윤", "별하 커피", Applicant),
        seojin: seed.user("seojin", "박서진", "별하 커피", Applicant),
        jiwoo: seed.user("jiwoo", "한지우", "바른 대행사", Applicant),
        seoyun: seed.user("seoyun", "문서윤", "새봄 서점", Applicant),
        yuna: seed.user("yuna", "정유나", "심사팀", Reviewer),
        junho: seed.user("junho", "최준호", "심사팀", Reviewer),
        owners: owners
            .map(|(id, name, organisation)| seed.user(id, name, organisation, Applicant))
            .into(),
    }
}
