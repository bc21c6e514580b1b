// Builds the Action from scratch, as files that run alone: the bundle, the judging thread, the GraphQL
// documents, and the holidays, which are loaded only where a config names some.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = process.argv[2] ?? join(root, "dist-action");
rmSync(out, { recursive: true, force: true });

await build({
  cwd: root,
  input: { main: "src/action/main.ts", "judging-thread": "src/reconcile/judging-thread.ts" },
  platform: "node",
  logLevel: "warn",
  // Leaves out what only identity tokens need: an HTTP stack of 550 KB.
  treeshake: {
    moduleSideEffects: [
      { test: /node_modules\/(?:@actions\/http-client|undici|tunnel)\//, sideEffects: false },
    ],
  },
  output: { dir: out, format: "esm", minify: { mangle: false, compress: true, codegen: true } },
});
cpSync(join(root, "src/github/documents"), join(out, "documents"), { recursive: true });
writeFileSync(join(out, "package.json"), '{ "type": "module" }\n');

const holidays = join(out, "node_modules/date-holidays");
await build({
  cwd: root,
  input: { index: createRequire(join(root, "package.json")).resolve("date-holidays") },
  platform: "node",
  logLevel: "warn",
  output: { dir: holidays, format: "cjs", minify: true },
});
mkdirSync(holidays, { recursive: true });
writeFileSync(join(holidays, "package.json"), '{ "type": "commonjs", "main": "index.js" }\n');
