// Pictures for people: the two in the README, and a tour of all screens. Only with SYNCDESK_SHOTS set.
import { turnTo } from "../support/act";
import { expectScreen } from "../support/expect";
import { link } from "../support/find";
import { TOURS } from "../support/screens";
import { expect, test } from "../support/test";

test.skip(!process.env.SYNCDESK_SHOTS, "set SYNCDESK_SHOTS to have pictures made");

test("the pictures in the README", async ({ desk }) => {
  test.skip(!desk.demo, "one of the two is enough");
  await desk.page.setViewportSize({ width: 1280, height: 800 });
  await desk.as("harin", "/channels");
  await expect(link(desk, "별하 케이터링")).toBeVisible();
  await desk.page.screenshot({ path: "../docs/images/channels.png" });
  await desk.go("/applications/ap_byeolha-order/items");
  const phone = desk.page.getByRole("group", { name: desk.t("item.PhoneNumber"), exact: true });
  await expect(phone).toBeVisible();
  // What one types, what a reviewer would say to it, and what users will see, in one picture.
  await phone.getByRole("radio", { name: desk.t("moment.Order"), exact: true }).evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
  await desk.page.screenshot({ path: "../docs/images/application.png" });
});

for (const { who, name, paths } of TOURS) {
  test(`a tour: ${name}, seen by ${who}`, async ({ desk }) => {
    test.skip(!desk.demo, "one tour is enough");
    test.setTimeout(300_000);
    await desk.as(who, paths[0]);
    for (const path of paths) {
      if (!desk.path().startsWith(path)) await desk.go(path);
      await expectScreen(desk);
      const stem = `shots/${who}${path.replace(/[^\w-]+/g, "_")}`;
      for (const [lang, scheme, width] of [["ko", "light", 1280], ["ko", "light", 320], ["ko", "dark", 1280], ["en", "light", 1280], ["en", "dark", 320]] as const) {
        await desk.page.setViewportSize({ width, height: 900 });
        await desk.page.emulateMedia({ colorScheme: scheme });
        await turnTo(desk, lang);
        await desk.page.screenshot({ path: `${stem}-${lang}-${scheme}-${width}.png`, fullPage: true });
      }
      await turnTo(desk, "ko");
      await desk.page.setViewportSize({ width: 1280, height: 900 });
    }
  });
}
