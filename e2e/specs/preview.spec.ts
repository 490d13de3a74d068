// The consent screen in every situation: in both languages, wide and narrow, for axe and as assistive technology sees it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { turnTo } from "../support/act";
import { expectAccessible } from "../support/axe";
import { expectNoSidewaysScroll, expectScreen } from "../support/expect";
import { button, checkbox, heading } from "../support/find";
import { demoOnly, expect, test } from "../support/test";

// Nothing is changed here.
test.describe.configure({ mode: "parallel" });

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "../../crates/domain/src/consent_screen/situation.rs");
/** The words of all situations, where the product has them. */
const SITUATIONS = [...readFileSync(SOURCE, "utf8").matchAll(/^ {4}\w+ = "([a-z0-9-]+)",$/gm)].map(([, word]) => word);

for (const word of SITUATIONS) {
  test(`the situation ${word}`, async ({ desk }) => {
    test.setTimeout(90_000);
    await desk.as("jiwoo", `/preview/ap_nabiya?situation=${word}`);
    for (const lang of ["ko", "en"] as const) {
      await turnTo(desk, lang);
      const shown = desk.page.locator(".consent-preview");
      await expect(shown.getByRole("heading", { name: desk.t("preview.screen_title") })).toBeVisible();
      await expectScreen(desk);
      await expect(shown).toMatchAriaSnapshot({ name: `preview-${word}-${lang}.aria.yml` });
      for (const size of [WIDE, NARROW]) {
        await desk.page.setViewportSize(size);
        await expectNoSidewaysScroll(desk);
        await expectAccessible(desk, `${word} ${lang} at ${size.width}`);
      }
      await desk.page.setViewportSize(WIDE);
    }
  });
}

test("situations, language, letters and surroundings stand in the address, and Back leads off the page", async ({ desk }) => {
  await desk.as("jiwoo", "/applications");
  await desk.go("/preview/ap_nabiya");
  await desk.page.getByRole("radio", { name: desk.t("situation.Member"), exact: true }).check();
  await expect(desk.page.getByText(desk.t("why.AlreadySignedUp"))).toBeVisible();
  await desk.page.getByRole("radio", { name: desk.t("situation.First"), exact: true }).check();
  await desk.page.getByRole("radio", { name: "English", exact: true }).check();
  await desk.page.getByRole("radio", { name: desk.t("preview.size_largest"), exact: true }).check();
  await checkbox(desk, desk.t("preview.dark")).check();
  await expect.poll(() => desk.path()).toBe("/preview/ap_nabiya?lang=en&size=largest&around=dark");
  await expectAccessible(desk, "dark surroundings");
  await desk.page.goBack();
  await expect.poll(() => desk.path()).toBe("/applications");
});

test("what is ticked is what the service receives", async ({ desk }) => {
  await desk.as("jiwoo", "/preview/ap_nabiya");
  await expect(heading(desk, desk.t("receives.title"), 2)).toBeVisible();
  await desk.page.locator("summary").filter({ hasText: desk.t("receives.replies_title") }).click();
  const answers = desk.page.getByRole("region", { name: desk.t("receives.block", { name: desk.t("api.Me") }) });
  await expect(answers).toContainText("phone_number");
  await expect(answers).not.toContainText('"gender":');
  await desk.page.getByRole("group", { name: desk.t("preview.screen_label") }).getByRole("checkbox").first().check();
  await expect(answers).toContainText('"gender":');
  await button(desk, desk.t("preview.cancel_button")).click();
  await expect(answers).toHaveCount(0);
  await expectAccessible(desk, "after cancelling");
});

test("the screen is kept as an image, or the page says why there is none", async ({ desk }) => {
  await desk.as("jiwoo", "/preview/ap_nabiya");
  const screen = desk.page.getByRole("group", { name: desk.t("preview.screen_label") });
  await expect(screen).toBeVisible();
  const download = desk.page.waitForEvent("download");
  await button(desk, desk.t("preview.picture_button")).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("syncdesk-first.png");
  const picture = readFileSync(await file.path());
  const box = (await screen.boundingBox())!;
  expect(picture.readUInt32BE(16)).toBe(Math.ceil(box.width * 2));
  expect(Math.abs(picture.readUInt32BE(20) - box.height * 2)).toBeLessThan(2);
  expect(picture.length).toBeGreaterThan(20_000);
  await desk.page.getByRole("radio", { name: desk.t("situation.Member"), exact: true }).check();
  await button(desk, desk.t("preview.picture_button")).click();
  await expect(desk.page.getByText(desk.t("preview.picture_none"))).toBeVisible();
});

test.describe("what only the demo has", () => {
  demoOnly();
  test("a story in the gallery for every situation", async ({ desk }) => {
    await desk.as("jiwoo", "/gallery");
    for (const word of [...SITUATIONS, "long-names", "nothing-yet"]) {
      const story = desk.page.getByRole("region", { name: `consent-screen ${word}`, exact: true });
      await expect(story).toMatchAriaSnapshot({ name: `story-${word}.aria.yml` });
    }
    await desk.page.setViewportSize(NARROW);
    await expectNoSidewaysScroll(desk);
  });
});
