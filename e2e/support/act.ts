// What people do, in one word.
import type { Desk } from "./desk";
import { NAMES, type Persona } from "./personas";
import { link } from "./find";

/** Opens the account menu. */
export async function openAccount(desk: Desk, who: Persona) {
  await desk.page.getByRole("banner").getByText(NAMES[who]).click();
}

/** Becomes somebody else through the account menu, as people do. */
export async function switchTo(desk: Desk, from: Persona, to: Persona) {
  await openAccount(desk, from);
  await link(desk, desk.t("shell.switch_button")).click();
  await desk.choose(to);
}

/** Changes the language with the button in the top bar. */
export async function turnTo(desk: Desk, lang: "ko" | "en") {
  if (desk.lang === lang) return;
  await desk.page.getByRole("banner").getByRole("button", { name: lang === "en" ? "English" : "한국어", exact: true }).click();
  desk.lang = lang;
  await desk.page.locator(`html[lang=${lang}]`).waitFor();
}

/** Moves focus with Tab until it is on something of that name; says how many presses it took. */
export async function tabTo(desk: Desk, name: string, most = 40): Promise<number> {
  for (let presses = 1; presses <= most; presses += 1) {
    await desk.page.keyboard.press("Tab");
    if ((await focused(desk)) === name) return presses;
  }
  throw new Error(`${name} is not reached with ${most} presses of Tab; focus is on ${await focused(desk)}`);
}

/** The name of what has focus. */
export async function focused(desk: Desk): Promise<string> {
  return desk.page.evaluate(() => {
    const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
    if (!element || element === document.body) return "";
    const words = element.labels?.[0]?.textContent ?? element.getAttribute("aria-label") ?? element.textContent ?? "";
    return words.replace(/\s+/g, " ").trim();
  });
}
