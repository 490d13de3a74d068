// What is not there, not allowed, or not working: said in words, with a way on, and never taken for "nothing".
import { button, heading, link, search, table } from "../support/find";
import { expect, demoOnly, test } from "../support/test";

for (const lang of ["ko", "en"] as const) {
  test(`an address that is none leads home (${lang})`, async ({ desk }) => {
    await desk.speak(lang);
    await desk.as("harin", "/nowhere/at/all");
    await expect(heading(desk, desk.t("errors.not_found_title"), 1)).toBeVisible();
    await link(desk, desk.t("errors.home_button")).click();
    await expect.poll(() => desk.path()).toBe("/");
  });
}

for (const path of ["/channels/ch_unknown", "/apps/app_onyu", "/applications/ap_onyu/items", "/applications/%E0%A4%A/items", "/preview/ap_onyu", "/help/nothing"]) {
  test(`${path} is not for a stranger, and nobody is told whether it exists`, async ({ desk }) => {
    await desk.as("harin", path);
    await expect(desk.page.getByText(desk.t("errors.not_found")).first()).toBeVisible();
    await expect(desk.page.getByRole("heading", { level: 1 })).toHaveCount(1);
  });
}

test("the review queue is for reviewers", async ({ desk }) => {
  await desk.as("harin", "/review");
  await expect(desk.page.getByText(desk.t("errors.needs_reviewer"))).toBeVisible();
  await desk.go("/review/ap_onyu");
  await expect(desk.page.getByText(desk.t("errors.forbidden")).or(desk.page.getByText(desk.t("errors.not_found"))).first()).toBeVisible();
});

test.describe("failures of the server", () => {
  demoOnly();

  for (const [words, sentence] of [["fail-500", "errors.internal"], ["fail-503", "errors.unavailable"], ["fail-429", "errors.too_many"]] as const) {
    test(`${words} keeps what was there and offers to try again`, async ({ desk }) => {
      await desk.as("harin", "/channels");
      await expect(table(desk, desk.t("channels.usable", { count: 3 }))).toBeVisible();
      await search(desk, desk.t("channels.search")).fill(words);
      await expect(desk.page.getByText(desk.t(sentence, { request_id: "rq_demo", seconds: 30 })).first()).toBeVisible();
      await expect(button(desk, desk.t("shell.retry_button")).first()).toBeVisible();
      await expect(link(desk, "별하 커피")).toBeVisible();
      await expect(desk.page.getByText(desk.t("shell.no_results", { query: words }))).toHaveCount(0);
      await search(desk, desk.t("channels.search")).fill("");
      await expect(button(desk, desk.t("shell.retry_button"))).toHaveCount(0);
    });
  }

  test("a list that never came says that it failed, not that there is nothing", async ({ desk }) => {
    await desk.as("harin", "/channels?q=fail-500");
    await expect(desk.page.getByText(desk.t("errors.internal", { request_id: "rq_demo" })).first()).toBeVisible();
    await expect(desk.page.getByText(desk.t("channels.empty_title"))).toHaveCount(0);
    await expect(desk.page.getByText(desk.t("channels.usable_none"))).toHaveCount(0);
  });

  test("no answer at all is said at the top, and passes by itself", async ({ desk }) => {
    await desk.as("harin", "/channels");
    await search(desk, desk.t("channels.search")).fill("fail-offline");
    await expect(desk.page.getByText(desk.t("errors.offline"))).toBeVisible();
    await search(desk, desk.t("channels.search")).fill("별하");
    await expect(desk.page.getByText(desk.t("errors.offline"))).toHaveCount(0);
  });

  test("a session that ended while one works is renewed over the page", async ({ desk }) => {
    await desk.as("harin", "/channels");
    await search(desk, desk.t("channels.search")).fill("fail-401");
    const over = desk.page.getByRole("dialog");
    await expect(over.getByText(desk.t("shell.expired"))).toBeVisible();
    await over.getByRole("button", { name: `${desk.t("login.sign_in_button")} 김하린`, exact: true }).click();
    await expect(over).toBeHidden();
    await expect.poll(() => desk.path()).toContain("/channels");
  });

  test("a very slow answer is admitted, with a way out", async ({ desk }) => {
    await desk.as("harin", "/apps?q=fail-slow");
    await expect(heading(desk, desk.t("apps.name"), 1)).toBeVisible();
    await expect(desk.page.getByText(desk.t("shell.slow")).first()).toBeVisible({ timeout: 15_000 });
    await expect(button(desk, desk.t("shell.retry_button")).first()).toBeVisible();
  });
});
