// Hangul as an input method really composes it, driven over the browser's own protocol.
import type { CDPSession } from "@playwright/test";
import { expectSaved } from "../support/expect";
import { group, link, search, table } from "../support/find";
import { expect, test } from "../support/test";

const compose = (keys: CDPSession, text: string) =>
  keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });

/** The Enter that an input method swallows. */
const enterWhileComposing = (keys: CDPSession) =>
  keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", windowsVirtualKeyCode: 229, key: "Process", code: "Enter" });

test("while a name is composed its channel stays in the list, and no Enter is taken early", async ({ desk }) => {
  await desk.as("harin", "/channels");
  await expect(table(desk, desk.t("channels.usable", { count: 3 }))).toBeVisible();
  await desk.page.evaluate(() => {
    const blinks: string[] = [];
    (window as any).blinks = blinks;
    new MutationObserver(() => {
      requestAnimationFrame(() => {
        if (![...document.querySelectorAll("tbody a")].some((one) => one.textContent === "별하 커피")) blinks.push(document.querySelector("input[type=search]")?.value ?? "");
      });
    }).observe(document.body, { subtree: true, childList: true });
  });
  const box = search(desk, desk.t("channels.search"));
  await box.focus();
  const keys = await desk.page.context().newCDPSession(desk.page);
  for (const text of ["ㅂ", "벼", "별", "별ㅎ", "별하", "별핰", "별하커"]) {
    await compose(keys, text);
    await expect(box).toHaveValue(text);
    await enterWhileComposing(keys);
    await expect(desk.page.locator("mark").first()).toBeVisible();
  }
  await keys.send("Input.insertText", { text: "별하커" });
  await expect(box).toHaveValue("별하커");
  await expect(desk.page.locator("tbody").getByRole("rowheader")).toHaveCount(1);
  await expect(link(desk, "별하 커피")).toBeVisible();
  expect(await desk.page.evaluate(() => (window as any).blinks)).toEqual([]);
});

test("a sentence composed in a field of the application arrives whole", async ({ desk }) => {
  await desk.as("doyun", "/applications/ap_byeolha-order/items");
  const email = group(desk, desk.t("item.AccountEmail")).first();
  const words = email.getByRole("textbox", { name: desk.t("application.item_purpose"), exact: true });
  await words.fill("가나");
  await words.press("ArrowLeft");
  const keys = await desk.page.context().newCDPSession(desk.page);
  for (const text of ["ㅎ", "하", "한"]) {
    await compose(keys, text);
    await expect(words).toHaveValue(`가${text}나`);
  }
  // The draft would be saved by now, but not in the middle of a syllable.
  await keys.send("Input.insertText", { text: "한" });
  await expect(words).toHaveValue("가한나");
  expect(await words.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(2);
  await expectSaved(desk);
  await expect(words).toHaveValue("가한나");
});
