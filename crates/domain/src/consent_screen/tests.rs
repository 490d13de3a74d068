//! What holds for every application, whatever is asked for.

use super::*;
use crate::application::{AppFacts, ChannelFacts, Format};
use crate::form::{Form, ItemRequest, Term};
use crate::id::ChannelId;
use crate::item::Stage;

fn document(stages: &[(Item, Stage)]) -> Document {
    let items = stages
        .iter()
        .map(|(item, stage)| {
            (
                *item,
                ItemRequest {
                    stage: *stage,
                    ..ItemRequest::default()
                },
            )
        })
        .collect();
    let term = Term {
        title_ko: "이용약관".into(),
        required: true,
        ..Term::default()
    };
    Document {
        format: Format::V1,
        goal: crate::application::Goal::Sync,
        app: AppFacts {
            name: "별하 주문".into(),
            icon: Some(true),
            ..AppFacts::default()
        },
        channels: vec![ChannelFacts {
            id: ChannelId::parse("ch1").unwrap(),
            name: "별하 커피".into(),
            state: None,
            business: None,
            representative: true,
            dormant: None,
            my_role: None,
        }],
        form: Form {
            items,
            terms: vec![term],
            ..Form::default()
        },
    }
}

#[test]
fn required_stands_before_optional_and_the_channel_is_last() {
    let screen = of(&document(&[
        (Item::Profile, Stage::Optional),
        (Item::Name, Stage::Required),
        (Item::Gender, Stage::DuringUse),
    ]));
    let asks: Vec<String> = screen
        .lines
        .iter()
        .map(|line| match &line.ask {
            Ask::Term { .. } => "term".into(),
            Ask::Item { item, .. } => item.key().into(),
            Ask::Channel { .. } => "channel".into(),
        })
        .collect();
    assert_eq!(asks, ["term", "name", "profile", "channel"]);
    assert_eq!(screen.company, None);
    assert!(!screen.lines.last().unwrap().required);
}

proptest::proptest! {
    #[test]
    fn continuing_is_possible_exactly_when_all_required_lines_are_ticked(
        stages in proptest::collection::vec(0..4_usize, 10), clicks in proptest::collection::vec(0..14_usize, 0..40)
    ) {
        let stage = [Stage::Required, Stage::Optional, Stage::DuringUse, Stage::NotUsed];
        let stages: Vec<_> = Item::ALL.into_iter().zip(stages.iter().map(|n| stage[*n])).collect();
        let screen = of(&document(&stages));
        let mut ticks = Ticks::none(&screen);
        proptest::prop_assert!(!screen.lines.iter().enumerate().any(|(n, _)| ticks.is_ticked(n)));
        for click in clicks {
            if click == 13 { ticks.toggle_all() } else { ticks.toggle(click) }
            let all_required = screen.lines.iter().enumerate().all(|(n, l)| !l.required || ticks.is_ticked(n));
            proptest::prop_assert_eq!(ticks.can_continue(&screen), all_required);
            proptest::prop_assert_eq!(ticks.is_all(), (0..screen.lines.len()).all(|n| ticks.is_ticked(n)));
        }
        let during: Vec<_> = stages.iter().filter(|(_, s)| *s == Stage::DuringUse).map(|(i, _)| *i).collect();
        let shown_during = screen.lines.iter().any(|l| matches!(l.ask, Ask::Item { item, .. } if during.contains(&item)));
        proptest::prop_assert!(!shown_during);
    }
}
