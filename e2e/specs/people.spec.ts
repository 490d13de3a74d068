// People: invited, taken back, given another duty, closed. Each grave step is asked about with what follows from it.
import { expectAccessible } from "../support/axe";
import { button, dialog, field, heading, radio, row, table } from "../support/find";
import { demoOnly, expect, test } from "../support/test";

for (const lang of ["ko", "en"] as const) {
  test(`somebody is invited, and the invitation is taken back (${lang})`, async ({ desk }) => {
    const name = lang === "ko" ? "강새로" : "Kang Saero";
    await desk.speak(lang);
    await desk.as("gunwoo", "/people");
    await field(desk, desk.t("people.invite_name")).fill(name);
    await radio(desk, desk.t("people.duty_reviewer")).check();
    await button(desk, desk.t("people.invite_button")).click();
    await expect(heading(desk, desk.t("people.made_title"), 3)).toBeFocused();
    await expect(desk.page.locator("code.address")).toContainText("invit");
    await expectAccessible(desk, "a new invitation");
    const entry = row(table(desk, desk.t("people.invitations_caption")), name);
    await expect(entry).toContainText(desk.t("people.invitation_open"));
    await entry.getByRole("button").click();
    await expect(dialog(desk)).toContainText(desk.t("people.revoke_effect"));
    await expectAccessible(desk, "the question before an invitation is taken back");
    await dialog(desk).getByRole("button", { name: desk.t("people.revoke_button"), exact: true }).click();
    await expect(entry).toContainText(desk.t("people.invitation_revoked"));
    await expect(entry.getByRole("button")).toHaveCount(0);
    await expect(desk.page.locator("code.address")).toHaveCount(0);
  });
}

test("who is not an operator invites nobody", async ({ desk }) => {
  await desk.as("harin", "/people");
  await expect(desk.page.getByText(desk.t("errors.forbidden")).first()).toBeVisible();
  await expect(button(desk, desk.t("people.invite_button"))).toHaveCount(0);
});

// On the server the identities belong to the whole run, and whoever gets another duty is signed out.
test.describe("on the demo", () => {
  demoOnly();

  test("a duty is changed, and closing an account names what follows", async ({ desk }) => {
    await desk.as("gunwoo", "/people?q=doyun");
    const edit = button(desk, `${desk.t("people.edit_button")} 이도윤`);
    await edit.click();
    await expectAccessible(desk, "an account");
    await radio(desk, desk.t("people.duty_reviewer")).first().check();
    await dialog(desk).getByRole("button", { name: desk.t("people.save_button"), exact: true }).click();
    await expect(row(desk.page.getByRole("table").first(), "이도윤")).toContainText(desk.t("duty.Reviewer"));
    await edit.click();
    await dialog(desk).getByRole("checkbox").check();
    await dialog(desk).getByRole("button", { name: desk.t("people.save_button"), exact: true }).click();
    await expect(dialog(desk)).toContainText(desk.t("people.effect_heads"));
    await expectAccessible(desk, "what closing an account means");
    await dialog(desk).getByRole("button", { name: desk.t("people.close_button"), exact: true }).click();
    await expect(row(desk.page.getByRole("table").first(), "이도윤")).toContainText(desk.t("people.state_closed"));
  });
});
