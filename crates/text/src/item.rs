//! The ten items and everything that is said of one: condition, moment, how a page shows it.

use domain::item::{Condition, Item, Moment, Shown, Stage};

words! {
    /// The full name of an item, as Kakao's list has it.
    item(Item) {
        Profile: "프로필정보(닉네임/프로필사진)", "Profile (nickname/photo)";
        AccountEmail: "카카오계정(이메일)", "Kakao Account (email)";
        PhoneNumber: "카카오계정(전화번호)", "Kakao Account (phone number)";
        Name: "이름", "Name";
        Gender: "성별", "Gender";
        AccountCi: "연계정보(CI)", "Connecting information (CI)";
        Birthday: "생일", "Birthday";
        Birthyear: "출생연도", "Birth year";
        AgeRange: "연령대", "Age range";
        ShippingAddress: "배송지", "Shipping address";
    }

    /// A short name for lists inside a sentence: "이름, 전화번호", "name and phone number".
    item_short(Item) {
        Profile: "프로필", "profile";
        AccountEmail: "이메일", "email";
        PhoneNumber: "전화번호", "phone number";
        Name: "이름", "name";
        Gender: "성별", "gender";
        AccountCi: "연계정보(CI)", "CI";
        Birthday: "생일", "birthday";
        Birthyear: "출생연도", "birth year";
        AgeRange: "연령대", "age range";
        ShippingAddress: "배송지", "shipping address";
    }

    /// The condition on which an item is asked for.
    stage(Stage) {
        Required: "필수 동의", "Required";
        Optional: "선택 동의", "Optional";
        DuringUse: "이용 중 동의", "Asked later, in use";
        NotUsed: "받지 않음", "Not used";
    }

    /// The same as a mark beside a name: 필수, required.
    stage_short(Stage) {
        Required: "필수", "required";
        Optional: "선택", "optional";
        DuringUse: "이용 중", "later";
        NotUsed: "받지 않음", "not used";
    }

    /// What the site's own sign-up does with an item.
    condition(Condition) {
        Required: "필수로 받음", "Collected, required";
        Optional: "선택으로 받음", "Collected, optional";
        NotCollected: "받지 않음", "Not collected";
    }

    /// When the site collects an item.
    moment(Moment) {
        Signup: "회원가입할 때", "At sign-up";
        Order: "주문, 결제, 배송할 때", "At order, payment or delivery";
        Later: "가입한 뒤 다른 때", "At another time after sign-up";
    }

    /// How a page names an item.
    shown(Shown) {
        WithCondition: "항목 이름과 필수·선택 표시가 함께 있음", "Named, and marked as required or optional";
        WithoutCondition: "항목 이름만 있고 필수·선택 표시가 없음", "Named, but not marked as required or optional";
        Absent: "항목 이름이 없음", "Not named";
    }
}
