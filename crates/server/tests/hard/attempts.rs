//! Whoever makes up a cookie is counted as whoever has none, by the whole server.

use axum::body::Body;
use axum::http::header;
use server::http::{Allowance, Limits};

use super::house::{ask, cookie, request, router};

#[tokio::test(start_paused = true)]
async fn a_made_up_cookie_does_not_get_around_the_limit_on_attempts() {
    let limits = Limits {
        address_attempts: Allowance::new(1, 4),
        ..Limits::default()
    };
    for path in ["/api/v1/me", "/api/v1/shares/see_x", "/auth/personas"] {
        let router = router("127.0.0.1:8400", limits);
        // One attempt: signing in.
        let session = cookie(&router, "harin").await;
        let get = async |path: &str, cookie: &str| {
            let get = request("GET", path).header(header::COOKIE, cookie);
            ask(&router, get.body(Body::empty()).unwrap()).await.status
        };
        for _ in 0..6 {
            assert_eq!(get("/api/v1/me", &session).await, 200);
        }
        let mut through = 0;
        for n in 0..12 {
            let made_up = format!("syncdesk_session=made-up-{n}");
            through += usize::from(get(path, &made_up).await != 429);
        }
        assert_eq!(through, 3, "{path}");
        assert_eq!(get("/api/v1/me", &session).await, 200, "a session goes on");
    }
}
