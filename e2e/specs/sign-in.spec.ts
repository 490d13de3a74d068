// Signing in as each identity, switching, and coming back to the same page.
import { openAccount, switchTo, turnTo } from "../support/act";
import { expectScreen } from "../support/expect";
import { button, heading, link } from "../support/find";
import { NAMES, PERSONAS } from "../support/personas";
import { expect, serverOnly, test } from "../support/test";

for (const persona of PERSONAS) {
  test(`${persona} signs in, sees whose screen it is and that it is a demo`, async ({ desk }) => {
    await desk.go("/");
    await expect(heading(desk, desk.t("login.title"), 1)).toBeVisible();
    await desk.choose(persona);
    await expect(desk.page.getByRole("banner")).toContainText(NAMES[persona]);
    await expect(desk.page.getByText(desk.t("shell.demo"))).toBeVisible();
    await expectScreen(desk);
  });
}

for (const lang of ["ko", "en"] as const) {
  test(`whoever is not signed in comes to the page they wanted afterwards (${lang})`, async ({ desk }) => {
    await desk.speak(lang);
    await desk.go("/links");
    await expect(heading(desk, desk.t("login.title"), 1)).toBeVisible();
    await desk.choose("harin");
    await expect(heading(desk, desk.t("links.title"), 1)).toBeVisible();
    await expect.poll(() => desk.path()).toBe("/links");
  });
}

test("switching identity comes back to the same page, with the other's view of it", async ({ desk }) => {
  await desk.as("harin", "/channels");
  await expect(heading(desk, desk.t("channels.title", { count: 5 }), 1)).toBeVisible();
  await switchTo(desk, "harin", "saebom");
  await expect(desk.page.getByText(desk.t("channels.empty_title"))).toBeVisible();
  await expect.poll(() => desk.path()).toBe("/channels");
  await expect(desk.page.getByRole("banner")).toContainText(NAMES.saebom);
});

test("signing out leaves nothing to see, and the language stays", async ({ desk }) => {
  const kept = () => desk.page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("syncdesk.kept.")));
  await desk.as("doyun", "/applications/ap_byeolha-order/items");
  await turnTo(desk, "en");
  const purpose = desk.page.getByRole("textbox", { name: desk.t("application.item_purpose"), exact: true }).first();
  await expect(purpose).toBeVisible();
  // On the server the draft is other tests', too, and whoever signs out sends what was typed.
  if (desk.demo) {
    await purpose.fill("무엇을 적다가 말고 갑니다");
    expect(await kept()).toHaveLength(1);
  }
  await openAccount(desk, "doyun");
  await button(desk, desk.t("shell.sign_out_button")).click();
  await expect(heading(desk, desk.t("login.title"), 1)).toBeVisible();
  await expect(desk.page.locator("html")).toHaveAttribute("lang", "en");
  await expect(link(desk, "별하 주문")).toHaveCount(0);
  await expect(desk.page.getByRole("textbox")).toHaveCount(0);
  expect(await kept()).toEqual([]);
});

test.describe("after a reload", () => {
  serverOnly();
  test("one is still signed in, in the same language", async ({ desk }) => {
    await desk.as("harin", "/channels");
    await turnTo(desk, "en");
    await desk.page.reload();
    await expect(heading(desk, desk.t("channels.title", { count: 5 }), 1)).toBeVisible();
    await expect(desk.page).toHaveTitle(desk.t("shell.window_title", { page: desk.t("channels.title", { count: 5 }) }));
  });
});
