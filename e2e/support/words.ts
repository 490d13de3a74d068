// The product's own sentences, read where they are written. A test names a sentence and sees it in the language of its page.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export type Lang = "ko" | "en";
export type Values = Record<string, string | number>;

type Sentence = { ko: string; en: string; plurals: string };

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), "../../crates/text/src");
const ROW = /(\w+)(?:\([^)]*\))?:\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"([^;]*);/g;
const ENUM = /^ {4}(\w+)\(\w+\) \{\n([\s\S]*?)\n {4}\}/gm;
const PLURAL = /(\w+) = plural\((\w+), "([^"]*)", "([^"]*)"\)/g;

const sentences = new Map<string, Sentence>();

for (const file of readdirSync(join(SOURCES, "screens"))) {
  learn(file.replace(".rs", ""), readFileSync(join(SOURCES, "screens", file), "utf8"));
}
for (const file of readdirSync(SOURCES).filter((name) => name.endsWith(".rs"))) {
  for (const [, name, rows] of readFileSync(join(SOURCES, file), "utf8").matchAll(ENUM)) learn(name, rows);
}

for (const name of ["title", "help"]) learn(name, readFileSync(join(SOURCES, "finding", `${name}.rs`), "utf8"));

function learn(group: string, rows: string) {
  for (const [, name, ko, en, plurals] of rows.matchAll(ROW)) {
    sentences.set(`${group}.${name}`, { ko: JSON.parse(`"${ko}"`), en: JSON.parse(`"${en}"`), plurals });
  }
}

/** The sentence with that name, such as `channels.usable` or `item.PhoneNumber`, with its values filled in. */
export function say(lang: Lang, name: string, values: Values = {}): string {
  const sentence = sentences.get(name);
  if (!sentence) throw new Error(`There is no sentence ${name} in crates/text.`);
  const all = { ...values };
  for (const [, word, count, one, many] of sentence.plurals.matchAll(PLURAL)) all[word] = values[count] === 1 ? one : many;
  return sentence[lang].replace(/\{(\w+)\}/g, (whole, key) => {
    if (!(key in all)) throw new Error(`The sentence ${name} needs a value for ${key}.`);
    return String(all[key]);
  });
}
