//! Settings of this browser: language, brightness, what is kept here; one's own identifier; and where one is signed in.

mod kept;
mod sessions;

use domain::time::Time;
use leptos::prelude::*;
use text::Lang;
use text::screens::{settings, shell};
use ui::{Choice, CopyButton, Panel, RadioGroup};

use crate::lang::{choose, say, use_lang};
use crate::layout::{Page, Theme, use_theme};
use crate::parts::when::{When, WhenForm};
use crate::session::use_session;
use kept::KeptHere;
use sessions::Sessions;

/// The settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let lang = use_lang();
    let languages = Signal::derive(|| {
        Lang::ALL
            .map(|lang| Choice::new(lang.tag(), lang.own_name()))
            .to_vec()
    });
    let (theme, choose_theme) = use_theme();
    let theme = RwSignal::new(theme);
    let themes = Signal::derive(move || {
        let lang = lang.get();
        let label = |theme| match theme {
            Theme::Device => settings::theme_device(lang),
            Theme::Light => settings::theme_light(lang),
            Theme::Dark => settings::theme_dark(lang),
        };
        Theme::ALL
            .map(|theme| Choice::new(theme.word(), label(theme)))
            .to_vec()
    });
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit for 285,000 years"
    )]
    let now = Time::from_millis(js_sys::Date::now() as i64);
    view! {
        <Page title=say(settings::title)>
            <p class="lead">{say(settings::lead)}</p>
            <RadioGroup
                legend=say(settings::language)
                options=languages
                value=Signal::derive(move || lang.get().tag().to_owned())
                on_change=move |tag: String| if let Some(to) = Lang::parse(&tag) { choose(lang, to) }
                inline=true
            />
            <RadioGroup
                legend=say(settings::theme)
                options=themes
                value=Signal::derive(move || theme.get().word().to_owned())
                on_change=move |word: String| {
                    theme.set(Theme::parse(&word));
                    choose_theme(Theme::parse(&word));
                }
                inline=true
            />
            <OwnId/>
            <Panel title=say(settings::zone_title)>
                <p>{say(settings::zone)}</p>
                <p class="hint">{say(settings::zone_now)}" "<When at=now form=WhenForm::Prose/></p>
            </Panel>
            <Sessions/>
            <KeptHere/>
        </Page>
    }
}

/// The identifier that one tells to whoever is to give one a role.
#[component]
fn OwnId() -> impl IntoView {
    let session = use_session();
    let id = Memo::new(move |_| {
        session
            .me()
            .map(|me| me.user.id.to_string())
            .unwrap_or_default()
    });
    view! {
        <Panel title=say(settings::id_title)>
            <p>{say(settings::id_lead)}</p>
            <p><code class="address">{move || id.get()}</code></p>
            <CopyButton
                label=say(settings::id_copy_button)
                value=id
                done=say(shell::copied)
                failed=say(settings::id_copy_failed)
            />
        </Panel>
    }
    .into_any()
}
