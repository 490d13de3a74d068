// Before the first paint: theme and language. Beside the wasm: the data of the first screen.
// After fifteen seconds, or at the first error: words instead of an endless wait.
"use strict";
(() => {
  const root = document.documentElement;
  const base = new URL(".", document.currentScript.src).pathname;
  const early = new Map();
  const desk = (window.__syncdesk = { base, early, started: false, fail });

  const stored = (key) => {
    try { return localStorage.getItem(key); } catch { return null; } // Forbidden: the system decides.
  };
  // Absolute, because the address changes without a page being loaded.
  addEventListener("DOMContentLoaded", () => {
    for (const icon of document.querySelectorAll("link[rel=icon]")) icon.href = icon.href;
  });
  const theme = stored("syncdesk.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (stored("syncdesk.lang") === "en") {
    root.lang = "en";
    addEventListener("DOMContentLoaded", () => {
      for (const node of document.querySelectorAll("[data-en]")) node.textContent = node.dataset.en;
      for (const node of document.querySelectorAll("[data-en-label]")) node.ariaLabel = node.dataset.enLabel;
    });
  }

  // With the backend inside the page there is nobody to ask.
  if (root.dataset.backend !== "page") {
    const groups = (list) => ["usable", "other"].map((group) => `/api/v1/${list}?group=${group}&sort=name`);
    // As the typed client writes them; a page with a query of its own asks by itself.
    const first = location.search ? [] : {
      "": ["/api/v1/home"],
      "channels": groups("channels"),
      "apps": groups("apps"),
      "links": ["/api/v1/links"],
      "applications": ["/api/v1/applications"],
      "review": ["/api/v1/reviews?decided=false"],
    }[location.pathname.slice(base.length).replace(/\/$/, "")] ?? [];
    for (const url of ["/api/v1/me", ...first]) {
      const reply = fetch(url, { headers: { accept: "application/json" } });
      reply.catch(() => {}); // The console asks again and reports it.
      early.set(url, reply);
    }
  }

  addEventListener("error", (event) => event.target?.tagName === "SCRIPT" && fail(), true);
  setTimeout(fail, 15_000);

  function fail() {
    const place = document.getElementById("boot");
    if (desk.started || !place) return;
    const line = (lang, text, action) => {
      const p = document.createElement("p");
      const a = document.createElement("a");
      [p.lang, a.className, a.href, a.textContent] = [lang, "button", location.href, action];
      p.append(`${text} `, a);
      return p;
    };
    place.setAttribute("role", "alert");
    place.replaceChildren(
      line("ko", "화면을 시작하지 못했습니다. 연결을 확인하거나 브라우저를 새 판으로 바꾼 뒤 다시 여세요.", "다시 열기"),
      line("en", "The console could not start. Check your connection or update your browser, then try again.", "Reload"),
    );
  }
})();
