// How assistive technology sees the main screens. Addresses are left out: they differ between the demo and the server.
import { heading, main, radio, checkbox } from "../support/find";
import { expect, test } from "../support/test";

test("sign-in", async ({ desk }) => {
  await desk.go("/");
  await expect(heading(desk, desk.t("login.title"), 1)).toBeVisible();
  await expect(desk.page.getByRole("listitem").first()).toBeVisible();
  await expect(main(desk)).toMatchAriaSnapshot({ name: "sign-in.aria.yml" });
});

test("channels", async ({ desk }) => {
  await desk.as("seoyun", "/channels");
  await expect(heading(desk, desk.t("channels.title", { count: 1 }), 1)).toBeVisible();
  await expect(main(desk)).toMatchAriaSnapshot({ name: "channels.aria.yml" });
});

test("the first two steps of the wizard", async ({ desk }) => {
  await desk.as("harin", "/links/new/app");
  await expect(radio(desk, "별하 주문")).toBeChecked();
  await expect(main(desk)).toMatchAriaSnapshot({ name: "wizard-app.aria.yml" });
  await desk.go("/links/new/channels?app=app_byeolha-order");
  await expect(checkbox(desk, "별하 굿즈")).toBeVisible();
  await expect(desk.page.locator("summary").first()).toBeVisible();
  await expect(main(desk)).toMatchAriaSnapshot({ name: "wizard-channels.aria.yml" });
});
