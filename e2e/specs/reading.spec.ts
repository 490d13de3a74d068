// What people paste is read while they look on; what is put right and what is marked reaches the reviewer as it is.
import { expectAccessible } from "../support/axe";
import { escaped, expectSaved } from "../support/expect";
import { button, dialog, field, heading } from "../support/find";
import { expect, test } from "../support/test";
import type { Desk } from "../support/desk";

const ID = "ap_morak";

const WITHOUT_GENDER = "회원가입\n- 필수항목: 이름, 휴대전화번호\n- 선택항목: 이메일\n";
const WHOLE = "회원가입\n- 필수항목: 이름, 휴대전화번호\n- 선택항목: 이메일, 성별\n";

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
