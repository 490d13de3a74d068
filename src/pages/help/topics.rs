//! What the page of each topic says, as data.

use text::Lang;
use text::screens::help::*;

use crate::path::{self, Topic};

pub(super) type Sentence = fn(Lang) -> &'static str;

/// One topic.
pub(super) struct Content {
    pub title: Sentence,
    /// One sentence on what it is.
    pub why: Sentence,
    /// Label and words, for the few facts one looks for first.
    pub facts: &'static [(Sentence, Sentence)],
    pub sections: &'static [Section],
    /// Where to go on; the button's words and the address.
    pub next: (Sentence, fn() -> String),
    /// The addresses that it rests on.
    pub sources: &'static [&'static str],
    /// Whether it is about something that is done on Kakao's own sites.
    pub elsewhere: bool,
}

/// A heading with lines below it.
pub(super) struct Section {
    pub title: Sentence,
    pub lines: Lines,
}

pub(super) enum Lines {
    /// One paragraph each.
    Words(&'static [Sentence]),
    /// A list.
    Points(&'static [Sentence]),
    /// A list in order.
    Steps(&'static [Sentence]),
    /// Terms with words.
    Terms(&'static [(Sentence, Sentence)]),
}

use Lines::{Points, Steps, Terms, Words};

pub(super) fn content(topic: Topic) -> &'static Content {
    match topic {
        Topic::ChannelConversion => &CHANNEL,
        Topic::AppConversion => &APP,
        Topic::BusinessInformation => &BUSINESS,
        Topic::About => &ABOUT,
    }
}

static CHANNEL: Content = Content {
    title: channel_title,
    why: channel_why,
    facts: &[
        (who, channel_who),
        (place, channel_where),
        (how_long, channel_time),
    ],
    sections: &[
        Section {
            title: ready,
            lines: Points(&[
                channel_ready_certificate,
                channel_ready_licence,
                channel_ready_name,
            ]),
        },
        Section {
            title: how,
            lines: Steps(&[
                channel_make,
                channel_step_apply,
                channel_step_number,
                channel_step_mask,
            ]),
        },
        Section {
            title: refusals,
            lines: Points(&[
                channel_refused_match,
                channel_refused_mask,
                channel_refused_relation,
            ]),
        },
        Section {
            title: gain,
            lines: Words(&[channel_gain]),
        },
        Section {
            title: coming_back,
            lines: Words(&[channel_back]),
        },
    ],
    next: (channels_link_button, path::channels),
    sources: &[
        path::CUSTOMER_CENTRE,
        "https://developers.kakao.com/docs/latest/en/kakaosync/prerequisite",
        "https://cs.kakao.com/search?serviceId=102",
    ],
    elsewhere: true,
};

static APP: Content = Content {
    title: app_title,
    why: app_why,
    facts: &[(who, app_who), (place, app_where), (how_long, app_time)],
    sections: &[
        Section {
            title: paths,
            lines: Terms(&[
                (app_path_business_title, app_path_business),
                (app_path_individual_title, app_path_individual),
                (app_path_overseas_title, app_path_overseas),
            ]),
        },
        Section {
            title: ready,
            lines: Points(&[
                app_ready_icon,
                app_ready_company,
                app_ready_category,
                app_ready_number,
            ]),
        },
        Section {
            title: how,
            lines: Words(&[app_how]),
        },
        Section {
            title: refusals,
            lines: Words(&[app_refused]),
        },
        Section {
            title: gain,
            lines: Words(&[app_gain]),
        },
        Section {
            title: coming_back,
            lines: Words(&[app_back]),
        },
    ],
    next: (apps_link_button, path::apps),
    sources: &[
        path::CUSTOMER_CENTRE,
        "https://developers.kakao.com/docs/latest/ko/app-setting/app",
        "https://devtalk.kakao.com/t/topic/71983",
    ],
    elsewhere: true,
};

static BUSINESS: Content = Content {
    title: business_title,
    why: business_why,
    facts: &[
        (who, business_who),
        (place, business_where),
        (how_long, business_time),
    ],
    sections: &[
        Section {
            title: how,
            lines: Words(&[business_how, business_roles]),
        },
        Section {
            title: changes,
            lines: Points(&[
                business_change_links,
                business_change_spread,
                business_change_notice,
            ]),
        },
        Section {
            title: gain,
            lines: Words(&[business_gain]),
        },
        Section {
            title: coming_back,
            lines: Words(&[business_back]),
        },
    ],
    next: (links_link_button, path::links),
    sources: &[path::CUSTOMER_CENTRE, "https://kakao-tam.tistory.com/125"],
    elsewhere: true,
};

static ABOUT: Content = Content {
    title: about_title,
    why: about_why,
    facts: &[],
    sections: &[
        Section {
            title: about_rests_title,
            lines: Points(&[about_answers, about_pages, about_notes]),
        },
        Section {
            title: about_judgement_title,
            lines: Words(&[about_judgement]),
        },
        Section {
            title: about_limits_title,
            lines: Words(&[about_limits]),
        },
        Section {
            title: about_data_title,
            lines: Words(&[about_data]),
        },
    ],
    next: (home_link_button, home),
    sources: &[path::CUSTOMER_CENTRE],
    elsewhere: false,
};

fn home() -> String {
    path::home(None)
}
