// The record: what was done and refused is told to whom it concerns, filtered by the address, and taken out as a file.
import { readFile } from "node:fs/promises";
import { button, heading, link } from "../support/find";
import { expect, test } from "../support/test";

test("what somebody did is theirs to see, and the owner's", async ({ desk }) => {
  await desk.as("harin", "/apps/app_byeolha-order");
  await link(desk, desk.t("record.history_link")).click();
  await expect(heading(desk, desk.t("record.title"), 1)).toBeFocused();
  await expect.poll(() => desk.path()).toContain("object=app%3Aapp_byeolha-order");
  await expect(desk.page.getByText(desk.t("record.lead_all"))).toBeVisible();
  await expect(desk.page.getByRole("row").filter({ hasText: desk.t("operation.LinkCreate") }).first()).toBeVisible();

  await desk.as("saebom", "/record");
  await expect(desk.page.getByText(desk.t("record.lead_own"))).toBeVisible();
  await desk.go("/channels/ch_byeolha-coffee");
  await expect(desk.page.getByText(desk.t("errors.not_found")).first()).toBeVisible();
  await desk.go("/record?outcome=refused");
  const row = desk.page.getByRole("row").filter({ hasText: "ch_byeolha-coffee" }).first();
  await expect(row).toContainText(desk.t("operation.ChannelGet"));
  await expect(row).not.toContainText("별하 커피");
});

test("filters stand in the address, and what they leave is a file", async ({ desk }) => {
  await desk.as("gunwoo", "/record");
  await desk.page.getByRole("combobox", { name: desk.t("record.filter_operation") }).selectOption("review_decide");
  await expect.poll(() => desk.path()).toContain("operation=review_decide");
  await expect(desk.page.getByRole("row").filter({ hasText: desk.t("operation.ReviewDecide") }).first()).toBeVisible();
  await desk.page.goBack();
  await expect.poll(() => desk.path()).not.toContain("operation=");
  const day = desk.page.getByRole("textbox", { name: desk.t("record.filter_from") });
  await day.fill("23/11");
  await day.press("Enter");
  await expect(desk.page.getByText(desk.t("record.filter_day_wrong"))).toBeVisible();
  await day.fill("2020-01-01");
  await day.press("Enter");
  await expect.poll(() => desk.path()).toContain("from=2020-01-01");
  const waiting = desk.page.waitForEvent("download");
  await button(desk, desk.t("record.export_button")).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\ufeff\"")).toBe(true);
  expect(text.split("\r\n").length).toBeGreaterThan(3);
});
