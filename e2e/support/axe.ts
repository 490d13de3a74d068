// axe, put into the page as text: the page's policy lets it run and nothing else in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Desk } from "./desk";
import { expect } from "./test";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** axe finds nothing on the page as it stands. */
export async function expectAccessible(desk: Desk, where: string) {
  const { page } = desk;
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const found = await page.evaluate(async (tags) => {
    const { violations } = await (window as any).axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.map((one: any) => `${one.id}: ${one.nodes.slice(0, 4).map((node: any) => `${node.target} ${node.any?.[0]?.message ?? ""}`).join(" | ")}`);
  }, TAGS);
  expect.soft(found, where).toEqual([]);
}
