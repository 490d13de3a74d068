// The whole way by keyboard: Tab, Space, Enter, arrows, typing, and nothing else.
import { focused, tabTo } from "../support/act";
import { expectSaved } from "../support/expect";
import { heading, search } from "../support/find";
import { DRAFTS } from "../support/personas";
import { expect, test } from "../support/test";

test("the first stop of Tab leads past the menu", async ({ desk }) => {
  await desk.go("/");
  await expect(heading(desk, desk.t("login.title"), 1)).toBeVisible();
  await desk.page.keyboard.press("Tab");
  expect(await focused(desk)).toBe(desk.t("shell.skip"));
  await desk.page.keyboard.press("Enter");
  await expect(desk.page.getByRole("main")).toBeFocused();
});

test("an app and a channel are linked by keyboard alone", async ({ desk }) => {
  await desk.as("jiwoo", "/links/new/app");
  const { keyboard } = desk.page;
  await expect(search(desk, desk.t("apps.search"))).toBeVisible();
  await tabTo(desk, desk.t("apps.search"));
  await keyboard.type("두레 도시락");
  await expect(desk.page.getByText(desk.t("shell.results", { count: 1 })).first()).toBeAttached();
  await tabTo(desk, "두레 도시락");
  await keyboard.press("Space");
  await expect(desk.page.getByText(desk.t("links.app_chosen", { app: "두레 도시락" }))).toBeVisible();
  await keyboard.press("Control+Enter");
  await expect(heading(desk, desk.t("links.step_channels"), 1)).toBeFocused();
  await tabTo(desk, "두레 도시락");
  await keyboard.press("Space");
  await expect(desk.page.getByText(desk.t("links.chosen", { count: 1 }))).toBeVisible();
  await tabTo(desk, desk.t("links.to_review_button"));
  await keyboard.press("Enter");
  await expect(heading(desk, desk.t("links.review_title"), 1)).toBeFocused();
  await tabTo(desk, desk.t("links.link_count_button", { count: 1 }));
  await keyboard.press("Enter");
  await expect(heading(desk, desk.t("links.done", { count: 1, app: "두레 도시락" }), 1)).toBeFocused();
});

test("wherever Tab goes, what has focus can be seen", async ({ desk }) => {
  await desk.page.emulateMedia({ reducedMotion: "reduce" });
  await desk.as("harin", "/applications/ap_byeolha-order/items");
  await expect(heading(desk, desk.t("application.items_title"), 1)).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    await desk.page.keyboard.press("Tab");
    const hidden = await desk.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "";
      const { top, bottom, left, width, height } = element.getBoundingClientRect();
      const inside = bottom > 0 && top < innerHeight && width > 0 && height > 0;
      const at = document.elementFromPoint(Math.max(left + 2, 2), Math.min(Math.max(top + height / 2, 2), innerHeight - 2));
      const covered = inside && at && !element.contains(at) && !at.contains(element) && getComputedStyle(at.closest("*") ?? at).position === "sticky";
      return inside && !covered ? "" : element.outerHTML.slice(0, 160);
    });
    expect(hidden).toBe("");
  }
});

test("the chord for the next part works from inside a field, whose words are kept", async ({ desk }) => {
  await desk.as("jiwoo", `/applications/${DRAFTS.saving}/items`);
  const name = desk.page.getByRole("group", { name: desk.t("item.Name"), exact: true });
  const where = name.getByRole("textbox", { name: desk.t("application.item_used_where"), exact: true });
  await where.fill("김장 예약 화면");
  await where.press("Control+Enter");
  await expect(heading(desk, desk.t("part.Proof"), 1)).toBeFocused();
  await desk.page.goBack();
  await expect(where).toHaveValue("김장 예약 화면");
  await expectSaved(desk);
});
