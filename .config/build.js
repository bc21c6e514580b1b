// Builds `dist` from scratch, and does what the compiler leaves undone: copies the .graphql documents, and
// points `new URL("./x.ts", import.meta.url)` (worker threads) at the built file. The compiler rewrites only
// import paths.
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

// A file whose source is gone must not be published.
rmSync(dist, { recursive: true, force: true });
const compiler = join(root, "node_modules/typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [compiler, "-p", join(root, ".config/tsconfig.build.json")], {
  stdio: "inherit",
});
if (status !== 0) process.exit(1);

cpSync(join(root, "src"), dist, {
  recursive: true,
  filter: (path) => extname(path) === "" || extname(path) === ".graphql",
});

for (const name of readdirSync(dist, { recursive: true })) {
  if (extname(name) !== ".js") continue;
  const path = join(dist, name);
  const text = readFileSync(path, "utf8");
  const pointed = text.replace(/(new URL\(\s*"\.[^"]*)\.ts("\s*,\s*import\.meta\.url\s*\))/g, "$1.js$2");
  if (pointed !== text) writeFileSync(path, pointed);
}
