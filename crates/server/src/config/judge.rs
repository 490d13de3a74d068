//! What does not go together, although each setting is fine by itself.

use std::net::IpAddr;

use axum::http::Uri;

use super::Settings;
use crate::http::Limits;
use crate::oidc::{self, Provider};

/// Something about the settings that should be otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether the server refuses to start.
    pub is_fatal: bool,
    /// What it is and what to do, in a sentence.
    pub words: String,
}

impl Problem {
    pub(crate) fn fatal(words: impl Into<String>) -> Problem {
        Problem {
            is_fatal: true,
            words: words.into(),
        }
    }

    pub(crate) fn warning(words: impl Into<String>) -> Problem {
        Problem {
            is_fatal: false,
            words: words.into(),
        }
    }
}

/// What does not go together. `demo`: whether anybody may sign in as anybody; `providers`: how many there are to sign in with.
pub fn judge(settings: &Settings, demo: bool, providers: usize) -> Vec<Problem> {
    let mut found = Vec::new();
    let listen = settings.listen;
    let is_alone = listen.ip().is_loopback();
    if demo {
        if !is_alone {
            found.push(Problem::fatal(format!(
                "--demo lets anybody sign in as anybody, so it listens on this machine only, not on {listen}. \
                 Leave out --demo, or use --listen 127.0.0.1:{}.",
                listen.port()
            )));
        }
    } else if providers == 0 {
        let words = "nobody can sign in, for no provider is configured. Add [[providers]] to the configuration file";
        found.push(if is_alone {
            Problem::warning(format!("{words}, or try it with --demo."))
        } else {
            Problem::fatal(format!("{words}."))
        });
    }
    public_url(settings, is_alone, &mut found);
    metrics(settings, &mut found);
    if let Err(words) = settings.table::<Limits>("limits") {
        found.push(Problem::fatal(words));
    }
    // What is wrong with the table itself is said by whoever reads it to use it.
    let in_file: Vec<Provider> = settings.table("providers").unwrap_or_default();
    let unread = oidc::unread(&in_file, &settings.provider_variables);
    found.extend(unread.into_iter().map(Problem::warning));
    found
}

fn public_url(settings: &Settings, is_alone: bool, found: &mut Vec<Problem>) {
    let listen = settings.listen;
    let Some(url) = &settings.public_url else {
        if !is_alone {
            found.push(Problem::fatal(format!(
                "{listen} can be reached from other machines, but public_url does not say under which name. \
                 Set it to https://NAME, or listen on 127.0.0.1."
            )));
        }
        return;
    };
    let uri: Uri = url.parse().unwrap_or_default();
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    let is_here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    if uri.scheme_str() != Some("https") && !is_here {
        found.push(Problem::fatal(format!(
            "public_url is {url}, which anybody on the way can read and change. Put a proxy with TLS in front and write https://."
        )));
    }
    if uri.scheme_str() == Some("https") && settings.trusted_proxies == 0 {
        found.push(Problem::warning(
            "public_url is https://, so a proxy stands in front; but trusted_proxies is 0, so all requests seem to come from \
             that proxy. Set it to the number of your proxies, usually 1.",
        ));
    }
}

fn metrics(settings: &Settings, found: &mut Vec<Problem>) {
    let Some(metrics) = settings.metrics_listen else {
        return;
    };
    if metrics == settings.listen && metrics.port() != 0 {
        found.push(Problem::fatal(format!(
            "metrics_listen and listen are both {metrics}. Give the metrics a port of their own."
        )));
    }
    if !metrics.ip().is_loopback() {
        found.push(Problem::warning(format!(
            "metrics_listen is {metrics}, which other machines can reach, and nobody signs in there. Let only your Prometheus through."
        )));
    }
}
