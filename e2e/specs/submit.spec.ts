// From the last slips to the receipt: proof, export and import, what blocks, and what follows.
import { readFileSync } from "node:fs";
import { expectSaved } from "../support/expect";
import { png } from "../support/files";
import { button, checkbox, heading, link, table } from "../support/find";
import { DRAFTS } from "../support/personas";
import { expect, test } from "../support/test";

test("what blocks is listed with focus on it, and each line leads to its place", async ({ desk }) => {
  await desk.as("doyun", "/applications/ap_byeolha-order/check");
  await expect(heading(desk, desk.t("application.check_title"), 1)).toBeVisible();
  await button(desk, desk.t("application.submit_button")).click();
  const summary = desk.page.getByRole("alert");
  await expect(summary).toBeFocused();
  const count = await summary.getByRole("listitem").count();
  expect(count).toBeGreaterThan(0);
  await expect(summary.getByRole("heading")).toHaveText(desk.t("shell.to_fix", { count }));
  await expect(desk.page).toHaveTitle(desk.t("shell.window_title_wrong", { count, page: desk.t("application.check_title") }));
  await summary.getByRole("link").filter({ hasText: desk.t("item_short.PhoneNumber") }).first().click();
  await expect(heading(desk, desk.t("application.items_title"), 1)).toBeVisible();
  const phone = desk.page.getByRole("group", { name: desk.t("item.PhoneNumber"), exact: true });
  await expect(phone.getByRole("radio", { name: desk.t("moment.Order"), exact: true })).toBeChecked();
  await desk.go("/applications/ap_byeolha-order/status");
  await expect(desk.page.getByText(desk.t("status.draft")).first()).toBeVisible();
});

test("a file is judged by its content, whatever its name says", async ({ desk }) => {
  await desk.as("jiwoo", "/applications/ap_gyeoul/proof");
  const input = desk.page.locator("input[type=file][multiple]");
  await input.setInputFiles({ name: "가입-화면.png", mimeType: "image/png", buffer: Buffer.from("<html><script>alert(1)</script></html>") });
  await expect(desk.page.getByText(desk.t("file_problem.WrongType"))).toBeVisible();
  await input.setInputFiles({ name: "빈-파일.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) });
  await expect(desk.page.getByText(desk.t("file_problem.Empty"))).toBeVisible();
  await input.setInputFiles({ name: "잘린-그림.png", mimeType: "image/png", buffer: png(20, 20).subarray(0, 40) });
  await expect(desk.page.getByText(desk.t("file_problem.Broken"))).toBeVisible();
  await input.setInputFiles({ name: "가입-화면.png", mimeType: "image/png", buffer: png(40, 30) });
  await expect(desk.page.getByRole("img", { name: desk.t("evidence.no_description") })).toBeVisible();
  await expect(desk.page.getByText(desk.t("evidence.files_count", { count: 1, limit: 10 }))).toBeVisible();
  await expectSaved(desk);
  await button(desk, `${desk.t("evidence.file_remove_button")} 가입-화면.png`).click();
  await expect(desk.page.getByText(desk.t("evidence.files_empty"))).toBeVisible();
});

test("an application that was taken out comes back in, field by field", async ({ desk }) => {
  await desk.as("jiwoo", "/applications/ap_slowmorning/overview");
  await expect(heading(desk, desk.t("application.title", { app: "Slow Morning" }), 1)).toBeVisible();
  const download = desk.page.waitForEvent("download");
  await button(desk, desk.t("application.export_button")).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("syncdesk-ap_slowmorning.json");
  const document = JSON.parse(readFileSync(await file.path(), "utf8"));
  document.form.items.name.purpose = "불러온 파일에 적힌 까닭";
  await desk.page.locator("summary").filter({ hasText: desk.t("application.import_title") }).click();
  const input = desk.page.locator("input[type=file]");
  await input.setInputFiles({ name: "다른.json", mimeType: "application/json", buffer: Buffer.from("{\n  \"format\": 7\n}") });
  await expect(desk.page.getByText(desk.t("application.import_unreadable"))).toBeVisible();
  await input.setInputFiles({ name: "신청서.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document)) });
  const changes = desk.page.getByRole("table").filter({ hasText: "불러온 파일에 적힌 까닭" });
  await expect(changes).toBeVisible();
  await button(desk, desk.t("application.import_apply_button")).click();
  await expectSaved(desk);
  await desk.go("/applications/ap_slowmorning/items");
  const name = desk.page.getByRole("group", { name: desk.t("item.Name"), exact: true });
  await expect(name.getByRole("textbox", { name: desk.t("application.item_purpose") })).toHaveValue("불러온 파일에 적힌 까닭");
});

test("with proof and the declaration it is submitted once, with a receipt", async ({ desk }) => {
  const id = DRAFTS.submit;
  await desk.as("jiwoo", `/applications/${id}/proof`);
  await desk.page.locator("input[type=file][multiple]").setInputFiles({ name: "가입.png", mimeType: "image/png", buffer: png(64, 48) });
  await desk.page.getByRole("combobox", { name: desk.t("evidence.file_kind") }).selectOption({ label: desk.t("evidence_kind.LiveCapture") });
  await desk.page.getByRole("combobox", { name: desk.t("evidence.file_page") }).selectOption({ label: desk.t("evidence_page.Signup") });
  await checkbox(desk, desk.t("evidence.file_masked")).check();
  await desk.page.getByRole("textbox", { name: desk.t("evidence.file_description") }).fill("가입 화면에 항목마다 필수와 선택이 적혀 있습니다");
  for (const box of await table(desk, desk.t("evidence.matrix_caption")).getByRole("checkbox").all()) await box.check();
  await expectSaved(desk);
  await desk.go(`/applications/${id}/check`);
  await desk.page.getByRole("checkbox", { name: desk.t("application.declare") }).check();
  await expect(desk.page.getByText(desk.t("application.findings_none"))).toBeVisible();
  await button(desk, desk.t("application.submit_button")).click();
  await expect(heading(desk, desk.t("status.title", { app: "Maple & Type" }), 1)).toBeFocused();
  await expect(desk.page.getByText(/S-\d{4}-\d{6}/).first()).toBeVisible();
  await expect(desk.page.getByText(desk.t("status.turn_reviewer")).first()).toBeVisible();
  await desk.go(`/applications/${id}/items`);
  await expect(desk.page.getByText(desk.t("application.closed_review"))).toBeVisible();
  await expect(desk.page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await expect(link(desk, desk.t("application.to_status_button"))).toBeVisible();
});
