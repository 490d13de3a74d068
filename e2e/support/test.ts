// Every test gets a desk, and fails on anything a browser complains of: errors, policy violations, requests to another origin.
import { test as base, expect } from "@playwright/test";
import { Desk } from "./desk";

export { expect };

/** Statuses that are part of the protocol; the browser writes each into its console. */
const ANSWERS = /Failed to load resource: the server responded with a status of (401|403|404|409|410|412|422)/;

/** How many times slower the browser is than it could be: whatever waits for something fleeting fails then, not some day on another machine. */
const SLOWER = Number(process.env.SYNCDESK_SLOWER ?? 1);

export const test = base.extend<{ desk: Desk }>({
  desk: async ({ page, baseURL }, use, info) => {
    const desk = new Desk(page, info.project.name === "demo", baseURL ?? "");
    const complaints: string[] = [];
    const origin = new URL(baseURL ?? "").origin;
    if (SLOWER > 1) {
      const browser = await page.context().newCDPSession(page);
      await browser.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    }
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    page.on("console", (message) => {
      const text = message.text();
      if (message.type() === "error" && !ANSWERS.test(text)) complaints.push(`console: ${text}`);
    });
    page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
    page.context().on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && !["data:", "blob:"].includes(url.protocol)) complaints.push(`foreign: ${url.href}`);
    });
    await use(desk);
    expect(complaints.filter((one) => !desk.allowed.some((allowed) => allowed.test(one)))).toEqual([]);
  },
});

/** Tests that need data to outlive a reload, or a network: the demo has neither. */
export const serverOnly = () => test.skip(({ desk }) => desk.demo, "the demo forgets at a reload and has no network");

/** Tests of failures that only the demo can play. */
export const demoOnly = () => test.skip(({ desk }) => !desk.demo, "only the demo plays failures");
