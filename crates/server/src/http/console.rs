//! The console's files, from inside the binary: compressed as they were built, cached by their names.

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::hex::hex;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../dist"]
#[allow_missing = true]
struct Dist;

/// The files of the console.
#[derive(Debug, Clone, Default)]
pub struct Console(BTreeMap<String, Asset>);

#[derive(Debug, Clone, Default)]
struct Asset {
    plain: Option<Variant>,
    brotli: Option<Variant>,
    gzip: Option<Variant>,
}

#[derive(Debug, Clone)]
struct Variant {
    bytes: Bytes,
    etag: String,
}

const INDEX: &str = "index.html";
const NOT_BUILT: &str = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Syncdesk</title>\
    <p>This binary was built without the console. Run <code>cargo xtask build</code>; the API is there, under /api/v1.</p>";

impl Console {
    /// The one that was there when this binary was built; possibly empty.
    pub fn embedded() -> Console {
        Console::of(Dist::iter().filter_map(|name| {
            let bytes = match Dist::get(&name)?.data {
                Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                Cow::Owned(bytes) => Bytes::from(bytes),
            };
            Some((name.into_owned(), bytes))
        }))
    }

    /// These files by their paths; `x.br` and `x.gz` are `x` in other encodings.
    pub fn of(files: impl IntoIterator<Item = (String, Bytes)>) -> Console {
        let mut console = Console::default();
        for (name, bytes) in files {
            let etag = etag(&bytes);
            let variant = Some(Variant { bytes, etag });
            let (of, encoding) = match name.rsplit_once('.') {
                Some((of, encoding @ ("br" | "gz"))) => (of, encoding),
                _ => (name.as_str(), ""),
            };
            let asset = console.0.entry(of.to_owned()).or_default();
            match encoding {
                "br" => asset.brotli = variant,
                "gz" => asset.gzip = variant,
                _ => asset.plain = variant,
            }
        }
        console
    }

    /// Answers a request for a file, or for a screen of the console, which is always the same page.
    pub fn answer(&self, method: &Method, path: &str, headers: &HeaderMap) -> Response {
        if !matches!(*method, Method::GET | Method::HEAD) {
            let allow = [(header::ALLOW, "GET, HEAD")];
            return (
                StatusCode::METHOD_NOT_ALLOWED,
                allow,
                "Only GET and HEAD.\n",
            )
                .into_response();
        }
        let name = path.trim_start_matches('/');
        if let Some(asset) = self.0.get(name).filter(|_| name != INDEX) {
            return serve(asset, name, headers);
        }
        let last = name.rsplit('/').next().unwrap_or_default();
        if !is_page(name, last, headers) {
            return (StatusCode::NOT_FOUND, "There is no such file.\n").into_response();
        }
        match self.0.get(INDEX) {
            Some(index) => serve(index, INDEX, headers),
            None => axum::response::Html(NOT_BUILT).into_response(),
        }
    }
}

/// Whether a path that is no file is a screen: a browser asks for it, and it does not look like a file.
fn is_page(name: &str, last: &str, headers: &HeaderMap) -> bool {
    let accepts_html = headers
        .get_all(header::ACCEPT)
        .iter()
        .any(|accept| accept.to_str().is_ok_and(|text| text.contains("text/html")));
    matches!(name, "" | INDEX) || (accepts_html && !last.contains('.'))
}

fn serve(asset: &Asset, name: &str, headers: &HeaderMap) -> Response {
    let Some((encoding, variant)) = choose(asset, headers) else {
        return (StatusCode::NOT_FOUND, "There is no such file.\n").into_response();
    };
    let cache = if is_hashed(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = if is_known(&variant.etag, headers) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut response = Response::new(Body::from(variant.bytes.clone()));
        let content_type = HeaderValue::from_static(content_type(name));
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, content_type);
        response
    };
    let into = response.headers_mut();
    into.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    into.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(&variant.etag) {
        into.insert(header::ETAG, etag);
    }
    if let Some(encoding) = encoding {
        into.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// The smallest form that the client takes.
fn choose<'a>(
    asset: &'a Asset,
    headers: &HeaderMap,
) -> Option<(Option<&'static str>, &'a Variant)> {
    let offered = [("br", &asset.brotli), ("gzip", &asset.gzip)];
    offered
        .into_iter()
        .filter(|(encoding, _)| takes(headers, encoding))
        .find_map(|(encoding, variant)| Some((Some(encoding), variant.as_ref()?)))
        .or_else(|| Some((None, asset.plain.as_ref()?)))
}

/// Whether `Accept-Encoding` names that encoding, and not with a weight of nought.
fn takes(headers: &HeaderMap, encoding: &str) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|offer| {
            let (name, weight) = offer.split_once(';').unwrap_or((offer, "q=1"));
            let weight = weight.trim().strip_prefix("q=").unwrap_or("1");
            name.trim().eq_ignore_ascii_case(encoding)
                && weight.parse::<f32>().is_ok_and(|weight| weight > 0.0)
        })
}

fn is_known(etag: &str, headers: &HeaderMap) -> bool {
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|known| known.trim().trim_start_matches("W/") == etag)
}

fn etag(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    format!("\"{}\"", hex(digest.get(..16).unwrap_or_default()))
}

/// Whether a name says what is in the file: it has at least eight hexadecimal digits, with a digit among them, as a part of its own.
fn is_hashed(name: &str) -> bool {
    name.split(['/', '-', '_', '.']).any(|part| {
        part.len() >= 8
            && part.bytes().all(|b| b.is_ascii_hexdigit())
            && part.bytes().any(|b| b.is_ascii_digit())
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
