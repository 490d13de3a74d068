// Where the journeys run: on the demo (backend in the page) and on the real server, in Debian's Chromium.
import { defineConfig } from "@playwright/test";

const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
};

const at = (name: string, url: string | undefined) =>
  url ? [{ name, use: { baseURL: url } }] : [];

export default defineConfig({
  testDir: "specs",
  outputDir: "results",
  snapshotPathTemplate: "aria/{arg}{ext}",
  forbidOnly: true,
  retries: 0,
  // The real server keeps what is done to it: specs use persons and brands of their own, and each file runs in order.
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    launchOptions,
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    viewport: { width: 1280, height: 900 },
    trace: "off",
  },
  projects: [
    ...at("demo", process.env.SYNCDESK_DEMO_URL),
    ...at("server", process.env.SYNCDESK_SERVER_URL),
  ],
});
