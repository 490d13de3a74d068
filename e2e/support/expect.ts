// What must hold on every screen.
import type { Desk } from "./desk";
import { expect } from "./test";

/** One heading of the first rank, a title that names it, nothing waiting any more. */
export async function expectScreen(desk: Desk) {
  await expect(desk.page.locator("main[aria-busy=true], main [aria-busy=true]")).toHaveCount(0);
  await expect(desk.page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const title = (await desk.page.getByRole("heading", { level: 1 }).textContent())?.replace(/\s+/g, " ").trim();
  expect(title).toBeTruthy();
  await expect(desk.page).toHaveTitle(new RegExp(escaped(title ?? "")));
}

/** Nothing sticks out sideways. */
export async function expectNoSidewaysScroll(desk: Desk) {
  const { scroll, client, culprits } = await desk.page.evaluate(() => {
    const root = document.documentElement;
    const wide = [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
    return { scroll: root.scrollWidth, client: root.clientWidth, culprits: wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)) };
  });
  expect(scroll, `${desk.path()}: ${culprits.join(" | ")}`).toBeLessThanOrEqual(client);
}

/** The draft has reached the backend. */
export async function expectSaved(desk: Desk) {
  const saved = desk.t("shell.saved_at", { time: "TIME" }).replace("TIME", "\\d\\d:\\d\\d");
  await expect(desk.page.getByRole("main").getByText(new RegExp(`^${saved}`))).toBeVisible();
}

/** The words as a pattern. */
export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
