// What a person waits for: paint, usable list, keystrokes, findings, memory. Prints one JSON object a line; `cargo xtask bench` runs it.
import { createRequire } from "node:module";

const { chromium } = createRequire(import.meta.resolve("@playwright/test"))("playwright-core");
const SERVER = process.env.SYNCDESK_SERVER_URL;
const DEMO = process.env.SYNCDESK_DEMO_URL;
if (!SERVER || !DEMO) {
  console.error("SYNCDESK_SERVER_URL and SYNCDESK_DEMO_URL say what to measure.");
  process.exit(1);
}
const ROUNDS = 5;
const KEYS = 20;
/** 10 Mbps with 40 ms there and back, and a processor of a quarter of the speed. */
const SLOW = { latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8, offline: false };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--disable-background-networking"],
});
try {
  await loading("fast");
  await loading("slow");
  await typing(1);
  await typing(4);
  await checking();
  await redrawing();
  await memory();
} finally {
  await browser.close();
}

function figure(name, value, unit) {
  console.log(JSON.stringify({ name, value: Math.round(value * 100) / 100, unit }));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A browser of its own, with nothing cached, signed in as somebody. */
async function visitor(persona) {
  const context = await browser.newContext({ locale: "ko-KR", viewport: { width: 1280, height: 900 } });
  const reply = await context.request.post(`${SERVER}/auth/sign-in`, { data: { persona } });
  if (!reply.ok()) throw new Error(`sign-in as ${persona}: ${reply.status()}`);
  return { context, page: await context.newPage() };
}

async function throttle(page, network, rate) {
  const session = await page.context().newCDPSession(page);
  if (network) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network);
  }
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** First contentful paint and the moment when the rows can be used, cold and warm. */
async function loading(pace) {
  const times = { cold: { paint: [], usable: [] }, warm: { paint: [], usable: [] } };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { context, page } = await visitor("jiwoo");
    await page.addInitScript(watch);
    if (pace === "slow") await throttle(page, SLOW, 4);
    for (const cache of ["cold", "warm"]) {
      await page.goto(`${SERVER}/channels`);
      const { paint, usable } = await page.evaluate(() => window.measured);
      times[cache].paint.push(paint);
      times[cache].usable.push(usable);
    }
    await context.close();
  }
  const words = pace === "slow" ? ", 10 Mbps and a quarter of the CPU" : "";
  for (const cache of ["cold", "warm"]) {
    figure(`first paint, ${cache}${words}`, median(times[cache].paint), "ms");
    figure(`channel list usable, ${cache}${words}`, median(times[cache].usable), "ms");
  }
}

/** Runs in the page: notes when something is painted and when rows have been painted. */
function watch() {
  const painted = new Promise((done) => {
    new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").forEach((entry) => done(entry.startTime))).observe({ type: "paint", buffered: true });
  });
  const usable = new Promise((done) => {
    const look = () => {
      if (document.querySelector("tbody tr")) requestAnimationFrame(() => done(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
  window.measured = Promise.all([painted, usable]).then(([paint, usable]) => ({ paint, usable }));
}

/** From a key to the next paint, in the search field of a list of 74. */
async function typing(rate) {
  const { context, page } = await visitor("jiwoo");
  await page.goto(`${SERVER}/channels`);
  const box = page.getByRole("searchbox");
  await box.waitFor();
  await page.locator("tbody tr").first().waitFor();
  await throttle(page, null, rate);
  await box.focus();
  await page.evaluate(noteFrames);
  for (let n = 0; n < KEYS; n += 1) await key(page, n % 4 === 3 ? "Backspace" : "a");
  const times = await page.evaluate(() => window.frames_after_input);
  report("keystroke to paint, search", times, rate);
  await context.close();
}

/** Runs in the page: for each input the time until the frame after it has been painted. */
function noteFrames() {
  window.frames_after_input = [];
  addEventListener("keydown", () => {
    const begun = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.frames_after_input.push(performance.now() - begun);
      port2.postMessage(0);
    });
  }, true);
}

async function key(page, name) {
  const before = await page.evaluate(() => window.frames_after_input.length);
  await page.keyboard.press(name);
  await page.waitForFunction((before) => window.frames_after_input.length > before, before);
}

function report(what, times, rate) {
  const words = rate === 1 ? "" : `, a ${rate === 4 ? "quarter" : rate} of the CPU`;
  figure(`${what}, median${words}`, median(times), "ms");
  figure(`${what}, worst of ${times.length}${words}`, Math.max(...times), "ms");
}

/** An edit in a full application until the findings are drawn anew: the whole check in wasm, and everything that hangs on it. */
async function checking() {
  const { context, page } = await visitor("harin");
  await page.goto(`${SERVER}/applications/ap_byeolha-order/items`);
  const area = page.locator("textarea").first();
  await area.waitFor();
  await area.focus();
  await page.evaluate(noteFrames);
  for (let n = 0; n < KEYS; n += 1) await key(page, n % 2 === 0 ? "a" : "Backspace");
  report("edit to findings, full application", await page.evaluate(() => window.frames_after_input), 1);
  await context.close();
}

/** From one change to the consent screen drawn anew and laid out, without the wait for the next frame: a tick, and another situation. */
async function redrawing() {
  const { context, page } = await visitor("jiwoo");
  await page.goto(`${SERVER}/preview/ap_nabiya`);
  await page.locator(".consent-preview input[type=checkbox]").first().waitFor();
  for (const [what, selector] of [["a tick", ".consent-preview input[type=checkbox]"], ["a situation", "input[type=radio]"]]) {
    const times = await page.evaluate(redraw, { selector, count: KEYS });
    report(`redraw of the consent screen after ${what}`, times, 1);
  }
  await context.close();
}

/** Runs in the page: clicks one after another of these, and times each until what hangs on it has been drawn and laid out. */
async function redraw({ selector, count }) {
  const times = [];
  for (let n = 0; n < count; n += 1) {
    const all = document.querySelectorAll(selector);
    const begun = performance.now();
    all[n % Math.min(all.length, 4)].click();
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
    document.body.getBoundingClientRect();
    times.push(performance.now() - begun);
  }
  return times;
}

/** What the tab holds after the list was shown: with a server, and with the backend in the page. */
async function memory() {
  for (const [name, address] of [["console", `${SERVER}/channels`], ["demo", DEMO]]) {
    const { context, page } = await visitor("jiwoo");
    await page.addInitScript(() => {
      const real = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = async (...all) => {
        const made = await real.apply(WebAssembly, all);
        window.wasm_memory = made.instance.exports.memory;
        return made;
      };
    });
    await page.goto(address);
    await page.locator("tbody tr, .persona").first().waitFor();
    const session = await context.newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    await session.send("Performance.enable");
    const { metrics } = await session.send("Performance.getMetrics");
    const heap = metrics.find((one) => one.name === "JSHeapUsedSize").value;
    const wasm = await page.evaluate(() => window.wasm_memory?.buffer.byteLength ?? 0);
    figure(`JS heap, ${name}`, heap / 1048576, "MiB");
    figure(`wasm memory, ${name}`, wasm / 1048576, "MiB");
    await context.close();
  }
}
