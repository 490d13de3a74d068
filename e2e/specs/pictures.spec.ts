// Pictures for people: the two in the README, and with SYNCDESK_SHOTS set a tour of all screens. No two machines draw the same pixels, so
// a run leaves the README's as they are; `cargo xtask pictures` takes them anew.
import { copyFile, readFile } from "node:fs/promises";
import { turnTo } from "../support/act";
import { expectScreen } from "../support/expect";
import { link } from "../support/find";
import { TOURS } from "../support/screens";
import type { Desk } from "../support/desk";
import { expect, test } from "../support/test";

const KEPT = process.env.SYNCDESK_SHOTS;

test("the pictures in the README", async ({ desk }) => {
  test.skip(!desk.demo, "one of the two is enough");
  await desk.page.setViewportSize({ width: 1280, height: 800 });
  await desk.as("harin", "/channels");
  await expect(link(desk, "별하 케이터링")).toBeVisible();
  await takePicture(desk, "channels");
  await desk.go("/applications/ap_byeolha-order/items");
  const phone = desk.page.getByRole("group", { name: desk.t("item.PhoneNumber"), exact: true });
  await expect(phone).toBeVisible();
  // What one types, what a reviewer would say to it, and what users will see, in one picture.
  await phone.getByRole("radio", { name: desk.t("moment.Order"), exact: true }).evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
  await takePicture(desk, "application");
});

/** Takes a picture, and keeps it where that is wanted. The README's own has to be there, and of the same size. */
async function takePicture(desk: Desk, name: string) {
  const [taken, readme] = [`results/pictures/${name}.png`, `../docs/images/${name}.png`];
  await desk.page.screenshot({ path: taken });
  if (KEPT) await copyFile(taken, readme);
  expect(sizeOf(await readFile(readme)), `${readme} is of another size: cargo xtask pictures`).toEqual(sizeOf(await readFile(taken)));
}

/** Width and height, where every PNG has them. */
function sizeOf(png: Buffer): number[] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

for (const { who, name, paths } of TOURS) {
  test(`a tour: ${name}, seen by ${who}`, async ({ desk }) => {
    test.skip(!desk.demo || !KEPT, "one tour is enough, and only with SYNCDESK_SHOTS set");
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
