// Nothing that was typed is lost: drafts save themselves, through reloads, lost networks, ended sessions and second tabs.
import type { Locator } from "@playwright/test";
import type { Desk } from "../support/desk";
import { expectSaved } from "../support/expect";
import { button, dialog, group, heading, region } from "../support/find";
import { DRAFTS, NAMES } from "../support/personas";
import { expect, serverOnly, test } from "../support/test";

/** The purpose of an item of the form. */
function purpose(desk: Desk, item: string, page = desk.page): Locator {
  const row = page.getByRole("group", { name: desk.t(`item.${item}`), exact: true });
  return row.getByRole("textbox", { name: desk.t("application.item_purpose"), exact: true });
}

test("a draft saves itself, and the check answers while one types", async ({ desk }) => {
  await desk.as("jiwoo", `/applications/${DRAFTS.saving}/items`);
  const words = purpose(desk, "PhoneNumber");
  await words.fill("김장 배송 날짜를 문자로 알립니다");
  await expectSaved(desk);
  const phone = group(desk, desk.t("item.PhoneNumber")).first();
  const later = phone.getByText("가입할 때가 아니라 나중에만 받습니다");
  await phone.getByRole("radio", { name: desk.t("moment.Order") }).check();
  await expect(later).toBeVisible();
  await phone.getByRole("radio", { name: desk.t("moment.Signup") }).check();
  await expect(later).toHaveCount(0);
  await expectSaved(desk);
  await desk.go(`/applications/${DRAFTS.saving}/overview`);
  await desk.go(`/applications/${DRAFTS.saving}/items`);
  await expect(words).toHaveValue("김장 배송 날짜를 문자로 알립니다");
});

test("every choice redraws the consent screen beside the form", async ({ desk }) => {
  await desk.as("jiwoo", `/applications/${DRAFTS.saving}/items`);
  const screen = desk.page.getByRole("group", { name: desk.t("preview.screen_label") });
  const line = screen.getByText(`[${desk.t("shell.optional")}] ${desk.t("item.Birthday")}`);
  await expect(screen).toBeVisible();
  await expect(line).toHaveCount(0);
  const birthday = desk.page.getByRole("checkbox", { name: desk.t("item.Birthday"), exact: true }).first();
  await birthday.check();
  await expect(line).toBeVisible();
  for (const box of await screen.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
  await birthday.uncheck();
  await expect(line).toHaveCount(0);
  await expectSaved(desk);
});

test("whoever is below editor reads the application and asks for the role", async ({ desk }) => {
  await desk.as("seojin", "/applications/ap_byeolha-order/items");
  await expect(desk.page.getByText(desk.t("application.read_only"))).toBeVisible();
  await expect(desk.page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await expect(button(desk, `${desk.t("requests.ask_button")} 별하 주문`)).toBeVisible();
});

test.describe("on the server", () => {
  serverOnly();

  test("a reload keeps every character", async ({ desk }) => {
    await desk.as("jiwoo", `/applications/${DRAFTS.saving}/items`);
    await purpose(desk, "Name").fill("김치를 보낼 분을 확인합니다 (1차)");
    await expectSaved(desk);
    await desk.page.reload();
    await expect(purpose(desk, "Name")).toHaveValue("김치를 보낼 분을 확인합니다 (1차)");
    // Not even the pause before a save is waited for.
    await purpose(desk, "Name").fill("김치를 보낼 분을 확인합니다 (2차)");
    await desk.page.reload();
    await expect(purpose(desk, "Name")).toHaveValue("김치를 보낼 분을 확인합니다 (2차)");
  });

  test("without a network one goes on typing, and it is uploaded when the network is back", async ({ desk, context }) => {
    desk.allowed.push(/ERR_INTERNET_DISCONNECTED/);
    await desk.as("jiwoo", `/applications/${DRAFTS.offline}/items`);
    await expect(purpose(desk, "Name")).toBeVisible();
    await context.setOffline(true);
    await purpose(desk, "Name").fill("수영장 예약자를 확인합니다");
    await expect(desk.page.getByText(desk.t("shell.saved_locally")).last()).toBeVisible();
    await expect(desk.page.getByText(desk.t("errors.offline"))).toBeVisible();
    await purpose(desk, "PhoneNumber").fill("휴관일을 알립니다");
    await context.setOffline(false);
    await expectSaved(desk);
    await expect(desk.page.getByText(desk.t("errors.offline"))).toHaveCount(0);
    const stored = await context.request.get(desk.url(`/api/v1/applications/${DRAFTS.offline}`));
    const { items } = (await stored.json()).application.form;
    expect([items.name.purpose, items.phone_number.purpose]).toEqual(["수영장 예약자를 확인합니다", "휴관일을 알립니다"]);
  });

  test("when the session has ended one signs in over the form and goes on", async ({ desk, context }) => {
    await desk.as("jiwoo", `/applications/${DRAFTS.expiry}/items`);
    await expect(purpose(desk, "Name")).toBeVisible();
    await context.clearCookies();
    await purpose(desk, "Name").fill("수강생 이름을 출석부에 적습니다");
    await expect(dialog(desk).getByText(desk.t("shell.expired"))).toBeVisible();
    await dialog(desk).getByRole("button", { name: `${desk.t("login.sign_in_button")} ${NAMES.jiwoo}`, exact: true }).click();
    await expect(dialog(desk)).toHaveCount(0);
    await expect(purpose(desk, "Name")).toHaveValue("수강생 이름을 출석부에 적습니다");
    await expectSaved(desk);
  });

  test("what two tabs write in one field stands side by side until one is chosen", async ({ desk, context }) => {
    await desk.as("jiwoo", `/applications/${DRAFTS.conflict}/items`);
    await expect(purpose(desk, "Name")).toBeVisible();
    const second = await context.newPage();
    await second.goto(desk.page.url());
    await purpose(desk, "Name", second).fill("둘째 창에서 적은 이름의 까닭");
    await purpose(desk, "Gender", second).fill("둘째 창에서 적은 성별의 까닭");
    await purpose(desk, "Gender", second).blur();
    await expect(second.getByRole("main").getByText(/에 저장했습니다$/)).toBeVisible();
    await purpose(desk, "Name").fill("첫째 창에서 적은 이름의 까닭");
    await purpose(desk, "Name").blur();
    const panel = region(desk, /고쳤습니다/);
    await expect(panel).toContainText("둘째 창에서 적은 이름의 까닭");
    await expect(panel).toContainText("첫째 창에서 적은 이름의 까닭");
    await expect(panel.getByRole("group")).toHaveCount(1);
    await expect(panel.getByRole("radio", { name: new RegExp(`^${desk.t("errors.theirs")}`) })).toBeChecked();
    await expect(purpose(desk, "Gender")).toHaveValue("둘째 창에서 적은 성별의 까닭");
    await panel.getByRole("radio", { name: new RegExp(`^${desk.t("errors.mine")}`) }).check();
    await panel.getByRole("button", { name: desk.t("errors.keep_button") }).click();
    await expect(panel).toHaveCount(0);
    await expectSaved(desk);
    await second.close();
    await desk.page.reload();
    await expect(heading(desk, desk.t("application.items_title"), 1)).toBeVisible();
    await expect(purpose(desk, "Name")).toHaveValue("첫째 창에서 적은 이름의 까닭");
  });
});
