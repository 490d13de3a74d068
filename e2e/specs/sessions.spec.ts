// Where one is signed in: each place by its name, ended one by one; ending all others is asked about.
import { expectAccessible } from "../support/axe";
import { button, dialog, region } from "../support/find";
import { expect, serverOnly, test } from "../support/test";

serverOnly();

test("one place is ended, and focus goes to the words that say so", async ({ desk, browser }) => {
  const elsewhere = [await browser.newContext(), await browser.newContext()];
  for (const context of elsewhere) {
    await context.request.post(desk.url("/auth/sign-in"), { data: { persona: "seoyun" }, headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0" } });
  }
  await desk.as("seoyun", "/settings");
  const panel = region(desk, desk.t("settings.sessions_title"));
  const places = panel.getByRole("row").filter({ hasText: "Firefox · Linux" });
  await expect(places).toHaveCount(2);
  await expectAccessible(desk, "sessions");
  await places.first().getByRole("button").click();
  await expect(panel.locator(":focus")).toContainText(desk.t("settings.session_ended"));
  await expect(places).toHaveCount(1);
  // A second Enter ends nobody else's session.
  await desk.page.keyboard.press("Enter");
  await expect(places).toHaveCount(1);
  const still = await Promise.all(elsewhere.map(async (context) => (await context.request.get(desk.url("/api/v1/me"))).status()));
  expect(still.sort()).toEqual([200, 401]);
  // Others of the run are signed in as the same person: the question is answered with no.
  await button(desk, desk.t("settings.sessions_others_button")).click();
  await expect(dialog(desk)).toContainText(desk.t("settings.sessions_others_effect"));
  await expectAccessible(desk, "the question before all others are ended");
  await desk.page.keyboard.press("Escape");
  await places.first().getByRole("button").click();
  await expect(places).toHaveCount(0);
  for (const context of elsewhere) await context.close();
});
