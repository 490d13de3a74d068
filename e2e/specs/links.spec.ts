// Linking channels to an app: step by step, ten at the most, all or nothing; and unlinking.
import { button, checkbox, dialog, group, heading, link, radio, search } from "../support/find";
import { expect, serverOnly, test } from "../support/test";

/** Brands that each belong to one test, by the language it runs in. */
const HAPPY = { ko: { name: "여울 문구", app: "app_yeoul", channel: "ch_yeoul" }, en: { name: "빛가람 조명", app: "app_bitgaram", channel: "ch_bitgaram" } };

for (const lang of ["ko", "en"] as const) {
  test(`an app and a channel are linked from the first step to the result (${lang})`, async ({ desk }) => {
    const { name, app, channel } = HAPPY[lang];
    await desk.speak(lang);
    await desk.as("jiwoo", "/links/new/app");
    await expect(heading(desk, desk.t("links.app_title"), 1)).toBeVisible();
    await search(desk, desk.t("apps.search")).fill(name);
    await radio(desk, name).check();
    await expect(desk.page.getByText(desk.t("links.app_chosen", { app: name }))).toBeVisible();
    await button(desk, desk.t("links.to_channels_button")).click();
    await expect(heading(desk, desk.t("links.step_channels"), 1)).toBeFocused();
    await expect(group(desk, desk.t("links.channels_title", { app: name }))).toBeVisible();
    await checkbox(desk, name).check();
    await expect.poll(() => desk.path()).toContain(`channels=${channel}`);
    await button(desk, desk.t("links.to_review_button")).click();
    await expect(heading(desk, desk.t("links.review_title"), 1)).toBeFocused();
    await button(desk, desk.t("links.link_count_button", { count: 1 })).click();
    await expect(heading(desk, desk.t("links.done", { count: 1, app: name }), 1)).toBeFocused();
    await desk.go(`/links?app=${app}`);
    await expect(desk.page.getByText(desk.t("links.slots", { used: 1, limit: 10, left: 9 }))).toBeVisible();
    await expect(desk.page.getByText(desk.t("links.representative_now"), { exact: true })).toBeVisible();
  });
}

test("the app that is used for Kakao Login is proposed, and another one is warned against", async ({ desk }) => {
  await desk.as("harin", "/links/new/app");
  await expect(radio(desk, "별하 주문")).toBeChecked();
  await radio(desk, "별하 멤버십").check();
  await expect(desk.page.getByText(desk.t("links.app_new_warning"))).toBeVisible();
  await radio(desk, "별하 주문").check();
  await expect(desk.page.getByText(desk.t("links.app_new_warning"))).toHaveCount(0);
});

test("a full app cannot be chosen, and after unlinking one the eleventh channel is refused with words", async ({ desk }) => {
  await desk.as("jiwoo", "/links/new/app");
  await search(desk, desk.t("apps.search")).fill("새결 편의점");
  await expect(desk.page.getByText(desk.t("links.app_full", { count: 10, limit: 10 }))).toBeVisible();
  // Only once the list has narrowed: a forced click does not wait.
  await expect(desk.page.getByRole("radio")).toHaveCount(1);
  await radio(desk, "새결 편의점").click({ force: true });
  await expect(radio(desk, "새결 편의점")).not.toBeChecked();
  await desk.go("/links?app=app_saegyeol");
  await button(desk, `${desk.t("links.unlink_button")} 새결 편의점 하늘길점`).click();
  await dialog(desk).getByRole("button", { name: desk.t("links.unlink_button"), exact: true }).click();
  await expect(desk.page.getByText(desk.t("links.unlinked", { channel: "새결 편의점 하늘길점" })).last()).toBeVisible();
  await desk.go("/links/new/channels?app=app_saegyeol");
  await checkbox(desk, "새결 편의점 하늘길점").check();
  await checkbox(desk, "새결 편의점 물결역점").click();
  await expect(checkbox(desk, "새결 편의점 물결역점")).not.toBeChecked();
  await expect(desk.page.getByRole("group").getByText(desk.t("links.too_many", { limit: 1 }))).toBeVisible();
  await expect(checkbox(desk, "새결 편의점 물결역점")).toBeEnabled();
});

test("Back and a step that is ahead of the choices lose nothing", async ({ desk }) => {
  await desk.as("jiwoo", "/links/new/channels?app=app_gureum");
  await checkbox(desk, "구름담 이불").check();
  await button(desk, desk.t("links.to_review_button")).click();
  await expect(heading(desk, desk.t("links.review_title"), 1)).toBeVisible();
  if (!desk.demo) {
    await desk.page.reload();
    await expect(heading(desk, desk.t("links.review_title"), 1)).toBeVisible();
  }
  await desk.page.goBack();
  await expect(checkbox(desk, "구름담 이불")).toBeChecked();
  await desk.page.goForward();
  await expect(button(desk, desk.t("links.link_count_button", { count: 1 }))).toBeVisible();
  await desk.go("/links/new/check?app=app_gureum");
  await expect(desk.page.getByText(desk.t("links.came_back"))).toBeVisible();
  await expect(checkbox(desk, "구름담 이불")).not.toBeChecked();
});

test("when one channel cannot be linked, none is, and each says why", async ({ desk }) => {
  await desk.as("harin", "/links/new/check?app=app_byeolha-members&channels=ch_byeolha-bakery,ch_byeolha-beans");
  await expect(desk.page.getByText(desk.t("links.ready"), { exact: true })).toBeVisible();
  await expect(desk.page.getByText(desk.t("links.cannot"), { exact: true })).toBeVisible();
  await expect(desk.page.getByText(desk.t("links.take_out_first"))).toBeVisible();
  await button(desk, desk.t("links.link_count_button", { count: 1 })).click({ force: true });
  await expect(heading(desk, desk.t("links.review_title"), 1)).toBeVisible();
  await desk.go("/links?app=app_byeolha-members");
  await expect(desk.page.getByText(desk.t("links.no_channel_here"))).toBeVisible();
});

test("the representative channel is changed, and unlinking it names what follows", async ({ desk }) => {
  await desk.as("jiwoo", "/links?app=app_morak");
  await button(desk, `${desk.t("links.make_representative_button")} 모락 우동 고객센터`).click();
  await expect(desk.page.getByText(desk.t("links.made_representative", { channel: "모락 우동 고객센터" })).last()).toBeVisible();
  const unlink = button(desk, `${desk.t("links.unlink_button")} 모락 우동 고객센터`);
  await unlink.click();
  await expect(dialog(desk)).toContainText(desk.t("links.unlink_effect"));
  await expect(dialog(desk)).toContainText(desk.t("links.unlink_representative", { channel: "모락 우동" }));
  await expect(dialog(desk).getByRole("button", { name: desk.t("shell.cancel_button") })).toBeFocused();
  await desk.page.keyboard.press("Escape");
  await expect(unlink).toBeFocused();
  await unlink.click();
  await dialog(desk).getByRole("button", { name: desk.t("links.unlink_button"), exact: true }).click();
  await expect(desk.page.getByText(desk.t("links.unlinked", { channel: "모락 우동 고객센터" })).last()).toBeVisible();
  await button(desk, `${desk.t("links.unlink_button")} 모락 우동`).click();
  await expect(dialog(desk)).toContainText(desk.t("links.unlink_last"));
  await desk.page.keyboard.press("Escape");
});

test("whoever is below editor sees the links and cannot change them", async ({ desk }) => {
  await desk.as("seojin", "/links");
  await expect(link(desk, "별하 커피").first()).toBeVisible();
  const unlink = button(desk, `${desk.t("links.unlink_button")} 별하 커피`).first();
  await expect(unlink).toHaveAttribute("aria-disabled", "true");
  await expect(unlink).toHaveAccessibleDescription(desk.t("errors.needs_editor", { role: desk.t("app_role.Below") }));
  await unlink.click({ force: true });
  await expect(dialog(desk)).toHaveCount(0);
});

test.describe("on the server", () => {
  serverOnly();
  test("what somebody else linked meanwhile is said, and nothing is linked twice", async ({ desk, browser }) => {
    await desk.as("jiwoo", "/links/new/check?app=app_ondam&channels=ch_ondam");
    const act = button(desk, desk.t("links.link_count_button", { count: 1 }));
    await expect(act).toBeVisible();
    const other = await browser.newContext();
    await other.request.post(desk.url("/auth/sign-in"), { data: { persona: "jiwoo" } });
    const app = await other.request.get(desk.url("/api/v1/apps/app_ondam"));
    const headers = { "if-match": app.headers().etag, "idempotency-key": "e2e-ondam-link-by-somebody-else" };
    const linked = await other.request.post(desk.url("/api/v1/apps/app_ondam/links"), { headers, data: { channels: ["ch_ondam"], representative: "ch_ondam" } });
    expect(linked.status()).toBeLessThan(300);
    await other.close();
    await act.click();
    await expect(desk.page.getByText(desk.t("links.all_linked"))).toBeVisible();
    await link(desk, desk.t("links.to_done_button")).click();
    await expect(heading(desk, desk.t("links.done", { count: 1, app: "온담 찻집" }), 1)).toBeVisible();
  });
});
