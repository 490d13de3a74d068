// What trunk leaves open, done on its staging directory before that becomes `dist`.
//
// Always:  marks <html data-backend> and moves the inline start script into a file, so that the
//          content security policy needs no inline script.
// Release: the wasm optimised, and taken apart where it was built with the feature `split`; one minified
//          script and one minified style sheet, named by their content; integrity recomputed; each wasm
//          module compiled once to prove that it loads; .br and .gz beside every text and wasm file.
//
// Reads TRUNK_STAGING_DIR, TRUNK_PROFILE and TRUNK_PUBLIC_URL (set by trunk), and SYNCDESK_BACKEND:
// `page` (default: the backend runs inside the page) or `server`.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { chunks, isSplit, optimise } from "./wasm.mjs";

const dir = process.env.TRUNK_STAGING_DIR ?? stop("TRUNK_STAGING_DIR is not set: run this through trunk");
const release = process.env.TRUNK_PROFILE === "release";
const backend = process.env.SYNCDESK_BACKEND ?? "page";
const publicUrl = process.env.TRUNK_PUBLIC_URL ?? "./";
if (backend !== "page" && backend !== "server") stop(`SYNCDESK_BACKEND is "${backend}"; it must be "page" or "server"`);
if (backend === "server" && !publicUrl.startsWith("/")) {
  stop(`the console for the server needs an absolute address: build it with "trunk build --public-url /" (it is "${publicUrl}")`);
}

const at = (name) => join(dir, name);
const read = (name) => readFileSync(at(name), "utf8");
let html = read("index.html").replace(/<html\b/, `<html data-backend="${backend}"`);

const start = startScript();
if (release) {
  if (isSplit(read(start.glueName))) takeApart(start);
  else optimise(at(start.wasmName));
  await pack(start);
}
else addScript(start.name, start.source);

// `trunk serve` answers deep addresses with this page, where relative references would miss.
const served = html.includes("WebSocket");
if (served && publicUrl === "./") html = html.replace(/(href|src)="\.\//g, '$1="/');
// Browsers know no integrity for icons and for what is fetched by a script, and say so in the console.
html = html.replace(/(<link rel="(?:preload|icon)"[^>]*?)\s+integrity="[^"]*"/g, "$1");
html = html.replace(/<(?:link|script)\b[^>]*\bintegrity="[^"]*"[^>]*>/g, withIntegrity);
writeFileSync(at("index.html"), html);
// Static hosts answer unknown paths with this file; its references must then not be relative.
if (backend === "page" && publicUrl.startsWith("/")) writeFileSync(at("404.html"), html);

if (release) {
  await proveWasm();
  compressAll();
}

/** Takes the inline start script out of the page and returns it as a module of its own. */
function startScript() {
  const inline = /<script type="module"[^>]*>([\s\S]*?)<\/script>/;
  const found = html.match(inline) ?? stop("trunk's start script is not in index.html");
  const glue = found[1].match(/from\s+['"]([^'"]+\.js)['"]/)?.[1] ?? stop("the start script imports no glue");
  const wasm = found[1].match(/['"]([^'"]+\.wasm)['"]/)?.[1] ?? stop("the start script names no wasm file");
  html = html.replace(inline, "<!--start-->");
  const [glueName, wasmName] = [local(glue), local(wasm)];
  return { name: "start", source: starting(glueName, wasmName), glueName, wasmName };
}

/** The script that starts the console. */
function starting(glueName, wasmName) {
  return `import init from "./${glueName}";
const module_or_path = new URL("./${wasmName}", import.meta.url);
try {
  const wasm = await init({ module_or_path });
  if (window.__syncdesk) window.__syncdesk.started = true;
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (error) {
  window.__syncdesk?.fail();
  throw error;
}
`;
}

/** Replaces the one wasm file by the first one and those that are fetched later; the browser fetches them when it has nothing else to do. */
function takeApart(start) {
  rmSync(at(start.glueName));
  rmSync(at(start.wasmName));
  const { glueName, wasmName, later } = chunks(dir);
  html = html.replaceAll(start.wasmName, wasmName);
  const hints = later.map((name) => `  <link rel="prefetch" href="${publicUrl}${name}">\n`).join("");
  html = html.replace("</head>", `${hints}</head>`);
  Object.assign(start, { glueName, wasmName, source: starting(glueName, wasmName) });
}

/** Puts `source` into a file named by its content, and the file into the page. */
function addScript(stem, source) {
  const name = hashed(stem, source, ".js");
  writeFileSync(at(name), source);
  html = html.replace("<!--start-->", `<script type="module" src="${publicUrl}${name}" integrity=""></script>`);
}

/** Bundles start script, glue and snippets; bundles the style sheets; minifies the boot script. */
async function pack({ source, glueName }) {
  const { build, transform } = await import("esbuild").catch(() => stop('esbuild is missing: run "npm ci" in tools/'));
  const bundle = await build({
    stdin: { contents: source, resolveDir: dir, loader: "js" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "error",
  });
  addScript("console", bundle.outputFiles[0].text);
  rmSync(at(glueName));
  rmSync(at("__wasm_split.js"), { force: true });
  rmSync(at("snippets"), { recursive: true, force: true });
  html = html.replace(/\s*<link rel="modulepreload"[^>]*>/g, "");

  const sheet = /\s*<link rel="stylesheet" href="([^"]+)"[^>]*>/g;
  const sheets = [...html.matchAll(sheet)].map((match) => local(match[1]));
  const css = await transform(sheets.map(read).join("\n"), { loader: "css", minify: true, legalComments: "none" });
  const cssName = hashed("console", css.code, ".css");
  sheets.forEach((name) => rmSync(at(name)));
  writeFileSync(at(cssName), css.code);
  let first = true;
  html = html.replace(sheet, () => {
    const link = first ? `\n  <link rel="stylesheet" href="${publicUrl}${cssName}" integrity="">` : "";
    first = false;
    return link;
  });

  const boot = html.match(/<script\b[^>]*\bsrc="([^"]*boot[^"]*\.js)"/)?.[1] ?? stop("boot.js is not in index.html");
  const small = await transform(read(local(boot)), { loader: "js", minify: true, target: "es2022" });
  const bootName = hashed("boot", small.code, ".js");
  rmSync(at(local(boot)));
  writeFileSync(at(bootName), small.code);
  html = html.replace(boot, `${publicUrl}${bootName}`).replace(/\s*<!--[\s\S]*?-->/g, "");
}

/** The tag with the digest of the file as it is now. */
function withIntegrity(tag) {
  const url = tag.match(/\b(?:href|src)="([^"]+)"/)?.[1];
  const name = url && local(url);
  if (!name || !existsSync(at(name))) stop(`the page refers to a file that is not there: ${tag}`);
  const digest = createHash("sha384").update(readFileSync(at(name))).digest("base64");
  return tag.replace(/\bintegrity="[^"]*"/, `integrity="sha384-${digest}"`);
}

/** Stops the build when a wasm file does not compile: some optimisers write what browsers refuse. */
async function proveWasm() {
  for (const name of readdirSync(dir).filter((name) => name.endsWith(".wasm"))) {
    await WebAssembly.compile(readFileSync(at(name))).catch((error) => stop(`${name} does not load: ${error.message}`));
  }
}

/** Writes .br and .gz beside everything that shrinks. */
function compressAll() {
  const kinds = new Set([".html", ".js", ".css", ".svg", ".json", ".txt", ".wasm"]);
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !kinds.has(extname(entry.name))) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** The file name of an address inside the build. */
function local(url) {
  return url.startsWith(publicUrl) ? url.slice(publicUrl.length) : url.replace(/^(\.\/|\/)/, "");
}

function hashed(stem, content, extension) {
  return `${stem}-${createHash("sha256").update(content).digest("hex").slice(0, 16)}${extension}`;
}

function stop(message) {
  console.error(`postbuild: ${message}`);
  process.exit(1);
}
