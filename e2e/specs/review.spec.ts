// A review from both sides: decided item by item, put right, resubmitted in part, approved; withdrawn; never one's own.
import { expectSaved } from "../support/expect";
import { button, dialog, group, heading, link } from "../support/find";
import { expect, test } from "../support/test";
import type { Desk } from "../support/desk";

/** The verdict on one item. */
async function judge(desk: Desk, item: string, verdict: "approve" | "hold" | "reject", reason?: string, words?: string) {
  const name = desk.t(`item.${item}`);
  const card = desk.page.getByRole("region", { name: desk.t("review.region_verdict") }).getByRole("group", { name, exact: true });
  await card.getByRole("radio", { name: desk.t(`review.${verdict}_button`), exact: true }).check();
  if (!reason) return;
  await card.getByRole("combobox", { name: desk.t("review.reason") }).selectOption(reason);
  if (words) await card.getByRole("textbox", { name: desk.t("review.words") }).fill(words);
}

async function send(desk: Desk) {
  await button(desk, desk.t("review.check_button")).click();
  await expect(heading(desk, desk.t("review.send_title"), 1)).toBeFocused();
  await button(desk, desk.t("review.send_button")).click();
  await expect(desk.page.getByText(desk.t("review.sent")).last()).toBeVisible();
}

test("items are held and rejected, put right, and only those are reviewed again", async ({ desk }) => {
  test.slow();
  await desk.as("yuna", "/review");
  await desk.page.getByRole("row").filter({ hasText: "온유 티하우스" }).getByRole("link").first().click();
  await button(desk, desk.t("review.open_button")).click();
  await judge(desk, "AccountEmail", "approve");
  await judge(desk, "Name", "approve");
  await judge(desk, "Gender", "hold", "policy_lacks_condition", "수집 항목 표에 성별의 조건을 적어 주세요.");
  await expect(desk.page.getByText(desk.t("review.incomplete", { count: 1 }))).toBeVisible();
  await judge(desk, "PhoneNumber", "reject", "collected_later", "가입 화면에 전화번호 칸이 없습니다.");
  await expect(desk.page.getByText(desk.t("review.send_counts", { approved: 2, held: 1, rejected: 1 }))).toBeVisible();
  await send(desk);

  await desk.as("jiwoo", "/applications/ap_onyu/status");
  await expect(desk.page.getByText("수집 항목 표에 성별의 조건을 적어 주세요.").first()).toBeVisible();
  await expect(desk.page.getByText("가입 화면에 전화번호 칸이 없습니다.").first()).toBeVisible();
  await link(desk, `${desk.t("item.Gender")} ${desk.t("status.fix_button")}`).click();
  await expect(heading(desk, desk.t("application.items_title"), 1)).toBeVisible();
  await expect(desk.page.getByText(desk.t("application.approved_locked"))).toHaveCount(2);
  const gender = group(desk, desk.t("item.Gender")).first();
  await gender.getByRole("textbox", { name: desk.t("application.item_used_where") }).fill("추천 찻잔 화면의 첫 칸");
  const phone = group(desk, desk.t("item.PhoneNumber")).first();
  await phone.getByRole("textbox", { name: desk.t("application.item_purpose"), exact: true }).fill("찻집 예약이 바뀌면 알립니다");
  await expectSaved(desk);
  await desk.go("/applications/ap_onyu/check");
  const declared = desk.page.getByRole("checkbox", { name: desk.t("application.declare") });
  if (!(await declared.isChecked())) await declared.check();
  await expect(desk.page.getByText(desk.t("application.submit_covers", { items: "전화번호, 성별" }))).toBeVisible();
  await button(desk, desk.t("application.resubmit_button")).click();
  await expect(heading(desk, desk.t("status.title", { app: "온유 티하우스" }), 1)).toBeVisible();
  await expect(desk.page.getByText(desk.t("status.turn_reviewer")).first()).toBeVisible();

  await desk.as("yuna", "/review/ap_onyu");
  await button(desk, desk.t("review.open_button")).click();
  await expect(group(desk, desk.t("item.AccountEmail"))).toHaveCount(0);
  await judge(desk, "Gender", "approve");
  await judge(desk, "PhoneNumber", "approve");
  await send(desk);
  await desk.as("jiwoo", "/applications/ap_onyu/status");
  await expect(desk.page.getByText(desk.t("status.approved")).first()).toBeVisible();
  await expect(desk.page.locator("summary").filter({ hasText: desk.t("status.round", { number: 1 }) }).first()).toBeVisible();
});

test("an application is withdrawn, and its draft stays", async ({ desk }) => {
  await desk.as("jiwoo", "/applications/ap_dasom-beauty/status");
  await button(desk, desk.t("status.withdraw_button")).click();
  await expect(dialog(desk)).toContainText(desk.t("status.withdraw_effect"));
  await dialog(desk).getByRole("button", { name: desk.t("status.withdraw_button"), exact: true }).click();
  await expect(desk.page.getByText(desk.t("status.withdrawn")).first()).toBeVisible();
  await desk.go("/applications/ap_dasom-beauty/items");
  await expect(desk.page.getByRole("main").getByRole("textbox").first()).toBeVisible();
});

test("nobody reviews an application of their own company", async ({ desk }) => {
  await desk.as("junho", "/review/ap_mulgyeol");
  await expect(desk.page.getByText(desk.t("review.own")).first()).toBeVisible();
  await expect(button(desk, desk.t("review.open_button"))).toHaveCount(0);
  await expect(desk.page.getByRole("main").getByRole("radio")).toHaveCount(0);
});
