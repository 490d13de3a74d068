// Which channels can be used and why not the others: groups, search, address, pages, lookup, asking for a role.
import { button, dialog, field, heading, link, region, row, search, table } from "../support/find";
import { expect, serverOnly, test } from "../support/test";

for (const lang of ["ko", "en"] as const) {
  test(`what can be used stands first; the others follow with their reasons and one action (${lang})`, async ({ desk }) => {
    await desk.speak(lang);
    await desk.as("doyun", "/channels");
    await expect(heading(desk, desk.t("channels.title", { count: 5 }), 1)).toBeVisible();
    const usable = table(desk, desk.t("channels.usable", { count: 3 }));
    await expect(usable.getByRole("row")).toHaveCount(4);
    const other = table(desk, desk.t("channels.unusable", { count: 2 }));
    const catering = row(other, "별하 케이터링");
    await expect(catering.getByRole("listitem").first()).not.toBeEmpty();
    await expect(row(other, "별하 원두").getByRole("link")).not.toHaveCount(0);
  });
}

test("an app whose number differs shows both numbers where it would be linked", async ({ desk }) => {
  await desk.as("jiwoo", "/links/new/channels?app=app_byeolgaru");
  await expect(heading(desk, desk.t("links.step_channels"), 1)).toBeVisible();
  await search(desk, desk.t("links.channel_search")).fill("별가루");
  await desk.page.locator("summary").filter({ hasText: desk.t("links.channels_not_choosable", { count: 1 }) }).click();
  const numbers = desk.page.getByRole("listitem").filter({ hasText: "별가루 초콜릿" }).getByRole("definition");
  await expect(numbers).toHaveCount(2);
  const [first, second] = await numbers.allTextContents();
  expect(first).toMatch(/999-\d\d-\d{5}/);
  expect(second).toMatch(/999-\d\d-\d{5}/);
  expect(first).not.toBe(second);
});

test("initial consonants find channels and are marked", async ({ desk }) => {
  await desk.as("harin", "/channels");
  const box = search(desk, desk.t("channels.search"));
  for (const [query, name, marked] of [["ㅂㅎㅋㅍ", "별하 커피", "별하 커피"], ["별하 베", "별하 베이커리", "별하 베"], ["ㄱㅈ", "별하 굿즈", "굿즈"]]) {
    await box.fill(query);
    await expect(desk.page.locator("tbody").getByRole("rowheader")).toHaveCount(1);
    await expect(link(desk, name)).toBeVisible();
    await expect(desk.page.getByRole("rowheader").getByRole("link").locator("mark")).toHaveText([marked]);
  }
  await box.fill("없는 채널");
  await expect(desk.page.getByText(desk.t("shell.no_results", { query: "없는 채널" }))).toBeVisible();
  await button(desk, desk.t("shell.filter_clear_button")).click();
  await expect(box).toHaveValue("");
  await expect(table(desk, desk.t("channels.usable", { count: 3 }))).toBeVisible();
});

test("what is searched, filtered and sorted stands in the address, and Back undoes it", async ({ desk }) => {
  await desk.as("harin", "/channels");
  await desk.page.getByRole("combobox", { name: desk.t("listing.filter_state") }).selectOption({ label: desk.t("listing.state_blocked") });
  await expect(table(desk, desk.t("channels.unusable", { count: 2 }))).toBeVisible();
  await expect(table(desk, desk.t("channels.usable", { count: 3 }))).toHaveCount(0);
  await expect.poll(() => desk.path()).toContain("state=blocked");
  await desk.page.getByRole("combobox", { name: desk.t("listing.sort") }).selectOption({ label: desk.t("listing.sort_name_desc") });
  await expect.poll(() => desk.path()).toContain("sort=name_desc");
  if (!desk.demo) {
    await desk.page.reload();
    await expect(table(desk, desk.t("channels.unusable", { count: 2 }))).toBeVisible();
    await expect(desk.page.getByRole("combobox", { name: desk.t("listing.sort") })).toHaveValue("name_desc");
  }
  await desk.page.goBack();
  await expect.poll(() => desk.path()).not.toContain("sort=");
  await desk.page.goBack();
  await expect(table(desk, desk.t("channels.usable", { count: 3 }))).toBeVisible();
});

test("a long list is read in pages of fifty, forth and back", async ({ desk }) => {
  await desk.as("jiwoo", "/channels");
  await expect(heading(desk, desk.t("channels.title", { count: 74 }), 1)).toBeVisible();
  const pages = desk.page.getByRole("navigation", { name: desk.t("channels.usable_pages") });
  const names = desk.page.getByRole("table").first().getByRole("rowheader");
  await expect(names).toHaveCount(50);
  const first = await names.allTextContents();
  await pages.getByRole("link", { name: desk.t("listing.next_page") }).click();
  await expect(names).not.toHaveCount(50);
  const second = await names.allTextContents();
  expect(second.length).toBeGreaterThan(0);
  expect(second.filter((name) => first.includes(name))).toEqual([]);
  await pages.getByRole("link", { name: desk.t("listing.previous_page") }).click();
  await expect(names).toHaveText(first);
  await desk.page.goBack();
  await expect(names).toHaveText(second);
});

test("a channel that is not in the list is looked up, and only what may be told is told", async ({ desk }) => {
  await desk.as("saebom", "/channels");
  await desk.page.locator("summary").filter({ hasText: desk.t("channels.missing_title") }).click();
  const box = field(desk, desk.t("channels.missing_field"));
  await box.fill("틀린 아이디!");
  await button(desk, desk.t("channels.missing_button")).click();
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await box.fill("nosuchchannel");
  await box.press("Enter");
  await expect(desk.page.getByText(desk.t("channels.missing_unknown")).last()).toBeVisible();
  await box.fill("@별하커피");
  await box.press("Enter");
  await expect(desk.page.getByText(desk.t("channels.missing_no_role")).last()).toBeVisible();
  await expect(button(desk, `${desk.t("requests.ask_button")} 별하 커피`)).toBeVisible();
  await expect(desk.page.getByText("999-")).toHaveCount(0);
});

test("a role is asked for, the master gives it, and the channel moves to those that can be used", async ({ desk }) => {
  await desk.as("seojin", "/channels");
  const ask = button(desk, `${desk.t("requests.ask_button")} 별하 커피`);
  await ask.click();
  await dialog(desk).getByRole("textbox").fill("커피 소식을 맡았습니다.");
  await dialog(desk).getByRole("button", { name: desk.t("requests.ask_button"), exact: true }).click();
  await expect(dialog(desk)).toHaveCount(0);
  await expect(desk.page.getByText(desk.t("requests.asked", { who: "김하린", role: "채널 매니저" })).last()).toBeVisible();
  await desk.as("harin", "/requests");
  const entry = desk.page.getByRole("listitem").filter({ hasText: "커피 소식을 맡았습니다." });
  await entry.getByRole("button", { name: desk.t("requests.grant_button") }).click();
  await expect(entry.getByText(desk.t("requests.granted", { who: "박서진" }))).toBeVisible();
  await desk.as("seojin", "/channels");
  await expect(row(table(desk, desk.t("channels.usable", { count: 1 })), "별하 커피")).toBeVisible();
  await desk.as("seojin", "/requests");
  await expect(region(desk, desk.t("requests.outgoing", { count: 4 }))).toContainText(desk.t("role_request_state.Granted"));
});

test("the page of a channel says what it is linked to and what is wrong with it", async ({ desk }) => {
  await desk.as("seoyun", "/channels/ch_saebom-books");
  await expect(heading(desk, "새봄 서점", 1)).toBeVisible();
  const drifted = desk.page.getByRole("main").getByRole("listitem").filter({ has: link(desk, "새봄 서점") });
  await expect(drifted.getByRole("definition")).toHaveText([/^999-02-\d{5}$/, /^999-86-\d{5}$/]);
});

test.describe("on the server", () => {
  serverOnly();
  test("a shared address shows the same list to whoever may see it", async ({ desk }) => {
    await desk.as("harin", "/channels?q=%E3%85%82%E3%85%8E%E3%85%8B%E3%85%8D&state=usable");
    await expect(link(desk, "별하 커피")).toBeVisible();
    await expect(search(desk, desk.t("channels.search"))).toHaveValue("ㅂㅎㅋㅍ");
    await expect(desk.page.locator("tbody").getByRole("rowheader")).toHaveCount(1);
  });
});
