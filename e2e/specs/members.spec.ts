// Who has a role on a channel or app: told, changed, taken away, handed over, given up.
import type { Browser } from "@playwright/test";
import type { Desk } from "../support/desk";
import { button, dialog, field, heading, region } from "../support/find";
import { NAMES, type Persona } from "../support/personas";
import { expect, serverOnly, test } from "../support/test";

/** The demo starts anew for each test. On the server nobody else changes who has a role here. */
const PLACE = "/channels/ch_saebom-books";
const API = "/api/v1/channels/ch_saebom-books";

/** Somebody in a browser of their own, who asks the API. */
async function elsewhere(desk: Desk, browser: Browser, persona: Persona) {
  const context = await browser.newContext();
  await context.request.post(desk.url("/auth/sign-in"), { data: { persona } });
  let keys = 0;
  const fields = (version: unknown) => ({ "Idempotency-Key": `${persona}-${Date.now()}-${keys++}`, "If-Match": `"${version}"` });
  return {
    status: async (path: string) => (await context.request.get(desk.url(path))).status(),
    post: async (path: string, data: unknown, version: unknown = 1) => {
      const reply = await context.request.post(desk.url(path), { data, headers: fields(version) });
      expect(reply.status(), await reply.text()).toBe(200);
      return reply.json();
    },
    version: async (path: string) => (await context.request.get(desk.url(path))).headers().etag?.replace(/\D/g, ""),
    close: () => context.close(),
  };
}

/** 최준호 becomes manager of 문서윤's channel, as somebody does who asked for it. */
async function withManager(desk: Desk, browser: Browser) {
  const [junho, seoyun] = [await elsewhere(desk, browser, "junho"), await elsewhere(desk, browser, "seoyun")];
  const wanted = { kind: "channel_manager", channel: "ch_saebom-books" };
  const asked = await junho.post("/api/v1/role-requests", { wanted, note: "" });
  await seoyun.post(`/api/v1/role-requests/${asked.request.id}/decision`, { grant: true });
  await seoyun.close();
  return junho;
}

for (const lang of ["ko", "en"] as const) {
  test(`the master lowers and raises a manager, and each question names what follows (${lang})`, async ({ desk, browser }) => {
    const [master, manager, place] = desk.demo ? (["harin", "doyun", "/channels/ch_byeolha-goods"] as const) : (["seoyun", "junho", PLACE] as const);
    const other = desk.demo ? undefined : await withManager(desk, browser);
    const name = NAMES[manager];
    await desk.speak(lang);
    await desk.as(master, place);
    const panel = region(desk, desk.t("members.title"));
    await expect(panel.getByRole("listitem").filter({ hasText: name })).toHaveCount(1);
    await expect(panel.getByText(desk.t("members.you"), { exact: true })).toBeVisible();
    await expect(panel.getByText(desk.t("members.one_master"))).toBeVisible();
    const lower = button(desk, `${desk.t("members.lower_button")} ${name}`);
    await lower.click();
    await expect(heading(desk, desk.t("members.lower_title", { name }), 2)).toBeVisible();
    await expect(dialog(desk)).toContainText(desk.t("members.lower_channel"));
    await expect(dialog(desk).getByRole("button", { name: desk.t("shell.cancel_button") })).toBeFocused();
    await desk.page.keyboard.press("Escape");
    await expect(lower).toBeFocused();
    await lower.click();
    await dialog(desk).getByRole("button", { name: desk.t("members.lower_button"), exact: true }).click();
    const raise = button(desk, `${desk.t("members.manager_button")} ${name}`);
    await expect(raise).toBeVisible();
    await raise.click();
    await expect(dialog(desk)).toContainText(desk.t("members.raise_channel"));
    await dialog(desk).getByRole("button", { name: desk.t("members.manager_button"), exact: true }).click();
    await expect(lower).toBeVisible();
    if (!other) return;
    // Taken away, it is gone at once in the other's session.
    expect(await other.status(API)).toBe(200);
    await button(desk, `${desk.t("members.remove_button")} ${name}`).click();
    await expect(dialog(desk)).toContainText(desk.t("members.remove_channel"));
    await dialog(desk).getByRole("button", { name: desk.t("members.remove_button"), exact: true }).click();
    await expect(desk.page.getByText(desk.t("members.removed", { name })).last()).toBeVisible();
    expect(await other.status(API)).toBe(404);
    await other.close();
  });
}

test("the master adds somebody by the ID that stands in their settings", async ({ desk }) => {
  await desk.as("junho", "/settings");
  await expect(region(desk, desk.t("settings.id_title")).getByText("junho", { exact: true })).toBeVisible();
  await desk.as("seoyun", PLACE);
  const panel = region(desk, desk.t("members.title"));
  const id = field(desk, desk.t("members.add_id"));
  await id.fill("us_nobody");
  await id.press("Enter");
  await expect(panel.getByText(desk.t("members.add_unknown"))).toBeVisible();
  await expect(id).toBeFocused();
  await expect(id).toHaveValue("us_nobody");
  await id.fill(" junho ");
  await button(desk, desk.t("members.add_button")).click();
  await expect(panel.getByRole("listitem").filter({ hasText: NAMES.junho })).toHaveCount(1);
  await expect(id).toHaveValue("");
  await button(desk, `${desk.t("members.remove_button")} ${NAMES.junho}`).click();
  await dialog(desk).getByRole("button", { name: desk.t("members.remove_button"), exact: true }).click();
  await expect(panel.getByRole("listitem").filter({ hasText: NAMES.junho })).toHaveCount(0);
});

test("who is not the master sees who is there and changes nobody", async ({ desk }) => {
  await desk.as("seojin", "/channels/ch_byeolha-bakery");
  const panel = region(desk, desk.t("members.title"));
  await expect(panel.getByText("김하린")).toBeVisible();
  await expect(panel.getByText(desk.t("members.only_master"))).toBeVisible();
  // Every control is there, and says why it cannot act.
  const remove = panel.getByRole("button", { name: desk.t("members.remove_button") }).first();
  await expect(remove).toHaveAttribute("aria-disabled", "true");
  await expect(remove).toHaveAccessibleDescription(desk.t("members.only_master"));
  await remove.click({ force: true });
  await expect(dialog(desk)).toHaveCount(0);
  const leave = panel.getByRole("button", { name: desk.t("members.leave_button") });
  await expect(leave).not.toHaveAttribute("aria-disabled", "true");
});

test.describe("on the server", () => {
  serverOnly();

  test("who hands over may change nobody any more; who gives up the role is out", async ({ desk, browser }) => {
    const junho = await withManager(desk, browser);
    const name = NAMES.junho;
    await desk.as("seoyun", PLACE);
    await button(desk, `${desk.t("members.master_button")} ${name}`).click();
    await expect(dialog(desk)).toContainText(desk.t("members.hand_over_channel", { name }));
    await dialog(desk).getByRole("button", { name: desk.t("members.master_button"), exact: true }).click();
    await expect(desk.page.getByText(desk.t("members.handed_over", { name })).last()).toBeVisible();
    await expect(desk.page.getByText(desk.t("members.only_master"))).toBeVisible();
    await junho.post(`${API}/hand-over`, { to: "seoyun" }, await junho.version(API));
    await junho.close();
    await desk.as("junho", PLACE);
    await button(desk, desk.t("members.leave_button")).click();
    await expect(dialog(desk)).toContainText(desk.t("members.leave_channel"));
    await dialog(desk).getByRole("button", { name: desk.t("members.leave_button"), exact: true }).click();
    await expect.poll(() => desk.path()).toBe("/channels");
  });
});
