// Sharing: a link that shows the consent screen to somebody without a session, until it is taken back.
import { expectAccessible } from "../support/axe";
import { button, heading } from "../support/find";
import { Desk } from "../support/desk";
import { expect, serverOnly, test } from "../support/test";

serverOnly();

test("a link shows the screen without a session, and nothing once it is taken back", async ({ desk, browser }) => {
  await desk.as("jiwoo", "/preview/ap_slowmorning");
  await button(desk, desk.t("share.create_button")).click();
  await expect(heading(desk, desk.t("share.made_title"), 3)).toBeFocused();
  await expect(desk.page.getByRole("img", { name: desk.t("share.qr_label") })).toBeVisible();
  await expectAccessible(desk, "a new link");
  const address = await desk.page.locator("code.address").innerText();

  const elsewhere = await browser.newContext();
  const guest = await elsewhere.newPage();
  await guest.addInitScript((lang) => localStorage.setItem("syncdesk.lang", lang), desk.lang);
  await guest.goto(address);
  await expect(guest.getByRole("heading", { name: desk.t("share.title"), level: 1 })).toBeVisible();
  await expect(guest.getByText(desk.t("shell.independent")).first()).toBeVisible();
  await expect(guest.getByText("Slow Morning").first()).toBeVisible();
  await expect(guest.getByRole("navigation")).toHaveCount(0);
  await expect(guest.getByText(desk.t("preview.asked_title"))).toHaveCount(0);
  await expectAccessible(new Desk(guest, false, new URL(address).origin, desk.lang), "a shared screen");
  // A reload and another situation are as good as the first look.
  await guest.goto(`${address}?situation=member`);
  await expect(guest.getByText(desk.t("preview.no_screen")).first()).toBeVisible();

  const row = desk.page.getByRole("row").filter({ hasText: desk.t("share.state_open") }).first();
  await row.getByRole("button", { name: desk.t("share.revoke_button") }).click();
  const question = desk.page.getByRole("alertdialog");
  await expect(question).toContainText(desk.t("share.revoke_effect"));
  await question.getByRole("button", { name: desk.t("share.revoke_button") }).click();
  await expect(desk.page.locator("code.address")).toHaveCount(0);
  await expect(desk.page.getByRole("row").filter({ hasText: desk.t("share.state_revoked") }).first()).toBeVisible();

  await guest.reload();
  await expect(guest.getByText(desk.t("share.revoked_title"))).toBeVisible();
  await expect(guest.getByText("Slow Morning")).toHaveCount(0);
  await guest.goto(`${address.slice(0, -4)}zzzz`);
  await expect(guest.getByText(desk.t("share.unknown_title"))).toBeVisible();
  await elsewhere.close();
});
