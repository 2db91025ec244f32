// Builds what the browser gets: one stylesheet, one script, one sprite, the worker, and what follows later
// where it is asked for: htmx, the offline part, the phone's store, copies for the dinas, the rules at work on a draft. Hashed, minified, compressed.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const STATIC = join(HERE, "..", "static");
const DIST = join(STATIC, "dist");
const DAY = 86_400_000;
// The styled floor; below it the page is readable HTML that posts.
const TARGETS = ["chrome106", "safari15.4", "firefox115"];

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, entry)],
    bundle: true,
    minify: true,
    format: "esm",
    target: TARGETS,
    legalComments: "none",
    write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

async function svg(name) {
  const text = await readFile(join(STATIC, "icons", name), "utf8");
  return Buffer.from(text.replace(/<!--.*?-->\s*/gs, "").replace(/>\s+</g, "><"));
}

function hashed(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  return name.replace(/\.(\w+)$/, `.${hash}.$1`);
}

async function publish(name, bytes) {
  const file = hashed(name, bytes);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const gzip = gzipSync(bytes, { level: 9 });
  await Promise.all([
    writeFile(join(DIST, file), bytes),
    writeFile(join(DIST, `${file}.gz`), gzip),
    writeFile(join(DIST, `${file}.br`), brotli),
  ]);
  console.log(`${file}  ${bytes.length} B, gzip ${gzip.length}, brotli ${brotli.length}`);
  return [name, file];
}

/** Files of earlier builds stay a day: running servers and open pages still ask for them. */
async function forgetOld(current) {
  for (const name of await readdir(DIST)) {
    const file = join(DIST, name);
    const isKept = current.some((kept) => name.startsWith(kept)) || name === "manifest.json";
    if (!isKept && Date.now() - (await stat(file)).mtimeMs > DAY) await rm(file);
  }
}

await mkdir(DIST, { recursive: true });
const files = await Promise.all([
  bundle("css/main.css").then((bytes) => publish("main.css", bytes)),
  bundle("css/overview.css").then((bytes) => publish("overview.css", bytes)),
  bundle("css/live.css").then((bytes) => publish("live.css", bytes)),
  bundle("js/main.js").then((bytes) => publish("main.js", bytes)),
  bundle("js/offline.js").then((bytes) => publish("offline.js", bytes)),
  bundle("js/store/store.js").then((bytes) => publish("store.js", bytes)),
  bundle("js/phone.js").then((bytes) => publish("phone.js", bytes)),
  bundle("js/rescue/rescue.js").then((bytes) => publish("rescue.js", bytes)),
  bundle("js/evidence.js").then((bytes) => publish("evidence.js", bytes)),
  bundle("js/thread.js").then((bytes) => publish("thread.js", bytes)),
  bundle("js/htmx.js").then((bytes) => publish("htmx.js", bytes)),
  bundle("js/live.js").then((bytes) => publish("live.js", bytes)),
  bundle("js/details.js").then((bytes) => publish("details.js", bytes)),
  bundle("js/sw/worker.js").then((bytes) => publish("sw.js", bytes)),
  svg("icons.svg").then((bytes) => publish("icons.svg", bytes)),
]);
const manifest = join(DIST, "manifest.json");
await writeFile(`${manifest}.new`, JSON.stringify(Object.fromEntries(files), null, 2));
await rename(`${manifest}.new`, manifest);
await forgetOld(files.map(([, file]) => file));
