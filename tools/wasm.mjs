// What happens to the wasm of a release: optimised, and taken apart where it was built to be.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Only what every browser of the last years has, and what the compiler uses. */
const FEATURES = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WASM_OPT = fileURLToPath(new URL("node_modules/.bin/wasm-opt", import.meta.url));

/** Whether the wasm behind this glue still waits to be taken apart: its loaders have no real module yet. */
export function isSplit(glue) {
  return glue.includes("__wasm_split");
}

/** Makes a wasm file small, in place. */
export function optimise(path) {
  if (!existsSync(WASM_OPT)) throw new Error('wasm-opt is missing: run "npm ci" in tools/');
  const enable = FEATURES.map((name) => `--enable-${name}`);
  run(WASM_OPT, ["-Oz", ...enable, "--strip-debug", "--strip-producers", path, "-o", path]);
}

/**
 * Takes the linked console apart into `dir`: the file that starts, and files that are fetched when their first screen is opened.
 * Every wasm file is named by its content; the script that fetches them knows their digests.
 */
export function chunks(dir) {
  const work = mkdtempSync(join(tmpdir(), "syncdesk-split-"));
  try {
    const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
    const linked = join(target, "wasm32-unknown-unknown", "wasm-release", "syncdesk-console.wasm");
    run("wasm-split-cli", [linked, work, "--target", "web", "--out-name", "console"]);
    const later = readdirSync(work).filter((name) => name.endsWith(".wasm") && name !== "console.wasm");
    const bound = join(work, "bound");
    run("wasm-bindgen", [join(work, "console.wasm"), "--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript", "--out-name", "console", "--out-dir", bound]);

    let script = readFileSync(join(work, "__wasm_split.js"), "utf8");
    const names = later.map((name) => {
      const { file, digest } = settle(join(work, name), dir, name.replace(/\.wasm$/, ""));
      script = script.replace(`fetch(new URL("./${name}", import.meta.url))`, `fetch(new URL("./${file}", import.meta.url), { integrity: "${digest}" })`);
      if (!script.includes(file)) throw new Error(`__wasm_split.js does not fetch ${name} the way it used to`);
      return file;
    });
    writeFileSync(join(dir, "__wasm_split.js"), script);
    const first = settle(join(bound, "console_bg.wasm"), dir, "console");
    copyFileSync(join(bound, "console.js"), join(dir, "console.js"));
    if (existsSync(join(bound, "snippets"))) cpSync(join(bound, "snippets"), join(dir, "snippets"), { recursive: true });
    return { glueName: "console.js", wasmName: first.file, later: names };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Optimises a wasm file and moves it into `dir` under a name made of its content. */
function settle(path, dir, stem) {
  optimise(path);
  const bytes = readFileSync(path);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const file = `${stem.replaceAll("_", "-")}-${hash}.wasm`;
  copyFileSync(path, join(dir, file));
  return { file, digest: `sha384-${createHash("sha384").update(bytes).digest("base64")}` };
}

function run(program, args) {
  try {
    execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  } catch (error) {
    const why = error.code === "ENOENT" ? "it is not installed: `cargo xtask build` installs it" : (error.stderr ?? error.message);
    throw new Error(`${basename(program)}: ${why}`);
  }
}
