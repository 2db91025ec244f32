// Builds what the browser gets: one stylesheet, one script, one sprite; hashed, minified, compressed.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const STATIC = join(HERE, "..", "static");
const DIST = join(STATIC, "dist");
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
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  return name.replace(/\.(\w+)$/, `.${hash}.$1`);
}

async function publish(folder, name, bytes) {
  const file = hashed(name, bytes);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const gzip = gzipSync(bytes, { level: 9 });
  await Promise.all([
    writeFile(join(folder, file), bytes),
    writeFile(join(folder, `${file}.gz`), gzip),
    writeFile(join(folder, `${file}.br`), brotli),
  ]);
  console.log(`${file}  ${bytes.length} B, gzip ${gzip.length}, brotli ${brotli.length}`);
  return [name, file];
}

// Built beside and moved into place, so that a running server never sees half a build.
const fresh = `${DIST}.new`;
await rm(fresh, { recursive: true, force: true });
await mkdir(fresh, { recursive: true });
const files = await Promise.all([
  bundle("css/main.css").then((bytes) => publish(fresh, "main.css", bytes)),
  bundle("js/main.js").then((bytes) => publish(fresh, "main.js", bytes)),
  svg("icons.svg").then((bytes) => publish(fresh, "icons.svg", bytes)),
]);
await writeFile(join(fresh, "manifest.json"), JSON.stringify(Object.fromEntries(files), null, 2));
await rm(DIST, { recursive: true, force: true });
await rename(fresh, DIST);
