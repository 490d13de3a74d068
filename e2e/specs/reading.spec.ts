// What people paste is read while they look on; what is put right and what is marked reaches the reviewer as it is.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expectAccessible } from "../support/axe";
import { escaped, expectSaved } from "../support/expect";
import { button, dialog, field, heading } from "../support/find";
import { expect, test } from "../support/test";
import type { Desk } from "../support/desk";

const ID = "ap_morak";

const WITHOUT_GENDER = "회원가입\n- 필수항목: 이름, 휴대전화번호\n- 선택항목: 이메일\n";
const WHOLE = "회원가입\n- 필수항목: 이름, 휴대전화번호\n- 선택항목: 이메일, 성별\n";

/** PDF files that real programs wrote: a table, and letters in a font of its own. */
const PDFS = join(dirname(fileURLToPath(import.meta.url)), "../../crates/domain/tests/reading/pdf");

/** Takes an application back that nobody has opened, so that it can be edited. */
async function withdrawn(desk: Desk) {
  await desk.as("jiwoo", `/applications/${ID}/status`);
  await button(desk, desk.t("status.withdraw_button")).click();
  await dialog(desk).getByRole("button", { name: desk.t("status.withdraw_button"), exact: true }).click();
  await expect(desk.page.getByText(desk.t("status.withdrawn")).first()).toBeVisible();
  await desk.go(`/applications/${ID}/proof`);
  await expect(field(desk, desk.t("reading.policy"))).toBeVisible();
}

/** The row of an item among what was read. */
function read(desk: Desk, item: string) {
  const header = desk.page.getByRole("rowheader", { name: new RegExp(`^${escaped(desk.t(`item.${item}`))}`) });
  return desk.page.getByRole("table", { name: desk.t("reading.policy_caption") }).getByRole("row").filter({ has: header });
}

test("what is pasted is read, put right and marked, and the reviewer sees the same", async ({ desk }) => {
  test.slow();
  const { page } = desk;
  await withdrawn(desk);
  const policy = field(desk, desk.t("reading.policy"));
  const missing = desk.t("title.PolicyLacksItem", { item: `「${desk.t("item.Gender")}」 항목` });

  await policy.fill("%PDF-1.7\n1 0 obj");
  await expect(page.getByText(desk.t("unreadable.Pdf"))).toBeVisible();

  await policy.fill(WITHOUT_GENDER);
  await expect(page.getByText(desk.t("unreadable.Pdf"))).toHaveCount(0);
  await expect(read(desk, "Gender")).toContainText(desk.t("reading.no_line"));
  await expectSaved(desk);
  await desk.go(`/applications/${ID}/check`);
  await expect(page.getByText(missing).first()).toBeVisible();

  await desk.go(`/applications/${ID}/proof`);
  await policy.fill(WHOLE);
  await expect(read(desk, "Gender").locator("mark")).toHaveText("성별");
  await expectSaved(desk);
  await desk.go(`/applications/${ID}/check`);
  await expect(heading(desk, desk.t("application.check_title"), 1)).toBeVisible();
  await expect(page.getByText(missing)).toHaveCount(0);

  await desk.go(`/applications/${ID}/proof`);
  await button(desk, `${desk.t("reading.wrong_button")} ${desk.t("item.AccountEmail")}`).click();
  const legend = desk.t("reading.wrong_legend", { item: desk.t("item.AccountEmail") });
  await page.getByRole("group", { name: legend }).getByRole("radio", { name: desk.t("reading.as_unmarked") }).check();
  await button(desk, desk.t("reading.overrule_button")).click();
  await expect(read(desk, "AccountEmail")).toContainText(desk.t("reading.by_person"));

  const item = page.getByRole("combobox", { name: desk.t("marks.item") }).first();
  await item.selectOption("phone_number");
  await button(desk, `${desk.t("marks.add_button")} ${desk.t("item.PhoneNumber")}`).click();
  const mark = page.getByRole("button", { name: /^1\. / }).first();
  await expect(mark).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  const place = desk.t("marks.place", { x: 38, y: 47, w: 25, h: 8 });
  await expect(page.getByText(place).first()).toBeAttached();
  await field(desk, desk.t("marks.words")).first().fill("휴대폰 번호 (필수)");
  await expectAccessible(desk, "proof with readings and marks");
  await expectSaved(desk);

  await desk.go(`/applications/${ID}/check`);
  const declared = page.getByRole("checkbox", { name: desk.t("application.declare") });
  if (!(await declared.isChecked())) await declared.check();
  const again = button(desk, desk.t("application.resubmit_button"));
  await button(desk, desk.t("application.submit_button")).or(again).click();
  await expect(page.getByText(desk.t("status.turn_reviewer")).first()).toBeVisible();

  await desk.as("yuna", `/review/${ID}`);
  await expect(read(desk, "Gender").locator("mark")).toHaveText("성별");
  await expect(read(desk, "Gender").locator("q")).toHaveText("- 선택항목: 이메일, 성별");
  await expect(read(desk, "AccountEmail")).toContainText(desk.t("reading.by_person"));
  await expect(page.getByText(place).first()).toBeVisible();
  await expect(page.getByText(desk.t("marks.seen", { words: "휴대폰 번호 (필수)" })).first()).toBeVisible();
  await expect(button(desk, `${desk.t("reading.undo_button")} ${desk.t("item.AccountEmail")}`)).toHaveCount(0);
  await expectAccessible(desk, "review with readings and marks");
});

test("the words of a PDF file are put in sight and read; what cannot be read says why and changes nothing", async ({ desk }) => {
  const { page } = desk;
  await desk.as("doyun", "/applications/ap_byeolha-order/proof");
  const policy = field(desk, desk.t("reading.policy"));
  const file = page.locator(".pasted").filter({ has: policy }).locator('input[type="file"]');

  await file.setInputFiles(join(PDFS, "reportlab.pdf"));
  await expect(policy).toHaveValue(/회원가입\t선택\t성별, 생년월일\t회원 탈퇴 시까지/);
  await expect(read(desk, "PhoneNumber")).toContainText(desk.t("reading.named_required"));
  await expectSaved(desk);

  const scan = "%PDF-1.4\n1 0 obj<</Type/Page/Contents 2 0 R>>endobj 2 0 obj<</Length 0>>stream\n\nendstream endobj";
  const locked = `${scan} trailer<</Encrypt 9 0 R>>`;
  for (const [words, why] of [[scan, "PdfWithoutText"], [locked, "PdfLocked"], ["%PDF-1.4\n", "Pdf"]] as const) {
    await file.setInputFiles({ name: "방침.pdf", mimeType: "application/pdf", buffer: Buffer.from(words) });
    await expect(page.getByText(desk.t(`unreadable.${why}`))).toBeVisible();
    await expect(policy).toHaveValue(/성별, 생년월일/);
  }

  await file.setInputFiles(join(PDFS, "chromium.pdf"));
  await expect(policy).toHaveValue(/\[선택\] 프로필 사진, 성별, 연령대/);
  await expect(page.getByText(desk.t("unreadable.Pdf"))).toHaveCount(0);
  await expectAccessible(desk, "proof with a policy from a PDF");
});
