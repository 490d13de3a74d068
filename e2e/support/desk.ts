// A browser with the console in it: on the demo the backend lives in the page and is gone with it, on the server it stays.
import type { Page } from "@playwright/test";
import { NAMES, type Persona } from "./personas";
import { say, type Lang, type Values } from "./words";

export class Desk {
  private loaded = false;
  /** What the browser may say in its console during this test besides nothing. */
  readonly allowed: RegExp[] = [];

  constructor(
    readonly page: Page,
    /** Whether the backend lives in the page. */
    readonly demo: boolean,
    private readonly base: string,
    public lang: Lang = "ko",
  ) {}

  /** A sentence of the product in the language of the page. */
  t(name: string, values: Values = {}): string {
    return say(this.lang, name, values);
  }

  /** The whole address of a screen. */
  url(path: string): string {
    return this.demo ? `${this.base}#${path}` : new URL(path, this.base).href;
  }

  /** The screen in the address bar. */
  path(): string {
    const { pathname, search, hash } = new URL(this.page.url());
    return this.demo ? hash.replace(/^#/, "") : pathname + search + hash;
  }

  /** Makes the console come up in that language. */
  async speak(lang: Lang) {
    this.lang = lang;
    await this.page.addInitScript((lang) => localStorage.setItem("syncdesk.lang", lang), lang);
  }

  /** Opens a screen; in the demo without leaving the page, because everything lives there. */
  async go(path: string) {
    if (this.demo && this.loaded) {
      await this.page.evaluate((path) => { location.hash = path; }, path);
    } else {
      await this.page.goto(this.url(path));
      this.loaded = true;
    }
  }

  /** Becomes somebody and opens a screen. */
  async as(persona: Persona, path: string) {
    if (!this.demo) {
      const reply = await this.page.context().request.post(this.url("/auth/sign-in"), { data: { persona } });
      if (!reply.ok()) throw new Error(`sign-in as ${persona}: ${reply.status()}`);
      await this.go(path);
      return;
    }
    if (this.loaded) await this.go("/login");
    else await this.go(path);
    await this.choose(persona);
    if (!this.path().startsWith(path)) await this.go(path);
  }

  /** Presses the button of an identity. */
  async choose(persona: Persona) {
    const name = `${this.t("login.sign_in_button")} ${NAMES[persona]}`;
    const button = this.page.getByRole("button", { name, exact: true });
    await button.click();
    // What stays: the top bar names whoever is signed in now, and the buttons go with the screen. What is said aloud may be gone
    // before anybody looks: the next things said take its place.
    await this.page.getByRole("banner").getByText(NAMES[persona]).first().waitFor({ state: "attached" });
    await button.waitFor({ state: "detached" });
  }
}
