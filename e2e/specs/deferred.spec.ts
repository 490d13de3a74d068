// Screens whose code is fetched when they are opened: what comes late, and what does not come.
import { button, heading } from "../support/find";
import { expect, serverOnly, test } from "../support/test";

serverOnly();

test("a screen whose code does not come says so, and opens when it can be fetched", async ({ desk }) => {
  desk.allowed.push(/ERR_BLOCKED_BY_CLIENT/, /Failed to fetch/);
  const network = await desk.page.context().newCDPSession(desk.page);
  await network.send("Network.enable");
  await network.send("Network.setBlockedURLs", { urls: ["*/split-application-*"] });
  await desk.as("harin", "/applications");
  await expect(heading(desk, desk.t("errors.screen_missing_title"))).toBeVisible();

  await button(desk, desk.t("shell.retry_button")).click();
  await expect(heading(desk, desk.t("errors.screen_missing_title"))).toBeVisible();

  await network.send("Network.setBlockedURLs", { urls: [] });
  await button(desk, desk.t("shell.retry_button")).click();
  await expect(heading(desk, desk.t("application.name"))).toBeVisible();
});

test("what is fetched later is named by its content, hinted at, and kept for good", async ({ desk }) => {
  await desk.as("harin", "/");
  const hints = await desk.page.locator("link[rel=prefetch]").evaluateAll((links) => links.map((one) => (one as HTMLLinkElement).href));
  expect(hints.length).toBeGreaterThan(0);
  for (const hint of hints) {
    const reply = await desk.page.context().request.get(hint);
    expect(reply.headers()["content-type"]).toBe("application/wasm");
    expect(reply.headers()["cache-control"]).toContain("immutable");
  }
});
