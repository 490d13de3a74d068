// axe on every screen, in both languages, light and dark, and narrow; one heading, a title of its own, nothing sticking out.
import { turnTo } from "../support/act";
import { expectAccessible } from "../support/axe";
import { expectNoSidewaysScroll, expectScreen } from "../support/expect";
import { button, dialog, heading } from "../support/find";
import { TOURS } from "../support/screens";
import { demoOnly, expect, test } from "../support/test";

// Nothing is changed here, so both workers can share the tours.
test.describe.configure({ mode: "parallel" });

const WIDE = { width: 1280, height: 900 };
/** 320 CSS pixels are a window of 1280 at 400 per cent. */
const NARROW = { width: 320, height: 640 };

for (const { who, name, paths } of TOURS) {
  test(`${name}, seen by ${who}`, async ({ desk }) => {
    test.setTimeout(180_000);
    await desk.as(who, paths[0]);
    const titles = new Map<string, string>();
    for (const path of paths) {
      if (!desk.path().startsWith(path)) await desk.go(path);
      await expectScreen(desk);
      const title = await desk.page.title();
      const place = path.split("?")[0].replace(/ap_[\w-]+/, ":application");
      expect(titles.get(title) ?? place, `${title} is the title of two screens`).toBe(place);
      titles.set(title, place);
      // The demo shows the same screens; once is enough for what only the looks of them decide.
      const looks = desk.demo ? [["ko", "light"]] as const : [["ko", "light"], ["ko", "dark"], ["en", "dark"], ["en", "light"]] as const;
      for (const [lang, scheme] of looks) {
        await desk.page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        await turnTo(desk, lang);
        await expectAccessible(desk, `${path} ${lang} ${scheme}`);
      }
      await turnTo(desk, "ko");
      await desk.page.setViewportSize(NARROW);
      await expectNoSidewaysScroll(desk);
      await expectAccessible(desk, `${path} at 320`);
      await desk.page.setViewportSize(WIDE);
    }
  });
}

test("the sign-in, and dialogs over a page", async ({ desk }) => {
  await desk.go("/");
  await expect(heading(desk, desk.t("login.title"), 1)).toBeVisible();
  await expectScreen(desk);
  await expectAccessible(desk, "sign-in");
  await desk.page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(desk);
  await desk.page.setViewportSize(WIDE);
  await desk.choose("harin");
  await desk.go("/links?app=app_byeolha-order");
  await button(desk, `${desk.t("links.unlink_button")} 별하 커피`).click();
  await expect(dialog(desk)).toBeVisible();
  await expectAccessible(desk, "unlink");
  await desk.page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(desk);
});

test("errors on the page where one submits", async ({ desk }) => {
  await desk.as("harin", "/applications/ap_byeolha-order/check");
  await button(desk, desk.t("application.submit_button")).click();
  await expect(desk.page.getByRole("alert")).toBeFocused();
  await expectAccessible(desk, "errors on the check page");
  await desk.page.getByRole("alert").getByRole("link").filter({ hasText: desk.t("item_short.PhoneNumber") }).first().click();
  await expect(heading(desk, desk.t("application.items_title"), 1)).toBeVisible();
  await expect(desk.page.getByRole("alert")).toBeVisible();
  await expectAccessible(desk, "errors in the items");
});

test.describe("what only the demo shows", () => {
  demoOnly();
  for (const path of ["/channels?q=fail-500", "/channels?q=fail-offline", "/apps?q=fail-429", "/gallery"]) {
    test(path, async ({ desk }) => {
      await desk.as("harin", path);
      await expect(desk.page.getByRole("heading", { level: 1 })).toHaveCount(1);
      for (const scheme of ["light", "dark"] as const) {
        await desk.page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        await expectAccessible(desk, `${path} ${scheme}`);
      }
      await desk.page.setViewportSize(NARROW);
      await expectNoSidewaysScroll(desk);
    });
  }
});
