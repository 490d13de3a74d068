// The first screen: its data are on their way before the wasm is, each asked for once, and nothing but our own origin is.
import { link } from "../support/find";
import { expect, serverOnly, test } from "../support/test";

serverOnly();

/** Runs before the page does: notes what `boot.js` asks for, and lets every request go as it is. */
function noteEarlyRequests() {
  const begun: string[] = [];
  const real = window.fetch;
  window.fetch = (input, init) => {
    if (new Error().stack?.includes("/boot")) begun.push(String(input));
    return real(input, init);
  };
  Object.assign(window, { begun });
}

for (const [path, first] of [
  ["/channels", ["/api/v1/channels?group=usable&sort=name", "/api/v1/channels?group=other&sort=name"]],
  ["/apps", ["/api/v1/apps?group=usable&sort=name", "/api/v1/apps?group=other&sort=name"]],
  ["/links", ["/api/v1/links"]],
  ["/applications", ["/api/v1/applications"]],
] as const) {
  test(`${path} asks for its data beside the wasm, and only once`, async ({ desk }) => {
    const asked: string[] = [];
    await desk.page.addInitScript(noteEarlyRequests);
    desk.page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.pathname.startsWith("/api/")) asked.push(url.pathname + url.search);
    });
    await desk.as("harin", path);
    await expect(link(desk, path === "/channels" || path === "/links" ? "별하 커피" : "별하 주문").first()).toBeVisible();
    const wanted = ["/api/v1/me", ...first];
    for (const url of wanted) expect(asked.filter((one) => one === url), url).toEqual([url]);
    const begun = await desk.page.evaluate(() => (window as unknown as { begun: string[] }).begun);
    expect(begun.sort()).toEqual([...wanted].sort());
  });
}

test("without scripts one line says what is needed", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL ?? "");
  await expect(page.locator("noscript p")).toContainText("자바스크립트가 켜져 있어야");
  await context.close();
});

test("the server's policy lets nothing in but its own files", async ({ desk }) => {
  const reply = await desk.page.context().request.get(desk.url("/"));
  const policy = reply.headers()["content-security-policy"];
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/);
});
